// The one place that speaks HTTP: JSON in, JSON out, and a `Problem` thrown when the answer is not what was asked for.

import { Problem } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

const BASE = '/api/v1';
let csrfToken: string | null = null;

/** The session's token travels with every request that changes something. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>('GET', path, { query, signal }),
  post: <T>(path: string, body: unknown = {}) =>
    request<T>('POST', path, { body, headers: { 'Idempotency-Key': crypto.randomUUID() } }),
  /** A POST that stores nothing: asking twice is harmless. */
  ask: <T>(path: string, body: unknown, signal?: AbortSignal) => request<T>('POST', path, { body, signal }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body, headers: ifMatch(path) }),
  delete: <T = void>(path: string) => request<T>('DELETE', path, { headers: ifMatch(path) }),
};

interface Options {
  query?: Query | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

async function request<T>(method: string, path: string, options: Options): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  const response = await send(BASE + path + toSearch(options.query), {
    method,
    headers,
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await Problem.from(response);
  rememberVersion(path, response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.offline();
  }
}

/** The version of each single record last read, sent back so that nobody overwrites what they have not seen. */
const versions = new Map<string, string>();

function rememberVersion(path: string, response: Response): void {
  const version = response.headers.get('etag');
  if (version) versions.set(path, version);
}

function ifMatch(path: string): Record<string, string> {
  const version = versions.get(path);
  return version ? { 'If-Match': version } : {};
}

function toSearch(query: Query | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
