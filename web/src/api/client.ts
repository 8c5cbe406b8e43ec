// The one place that speaks HTTP: typed by the server's own description, and a `Problem` thrown when it says no.

import createClient, { type Middleware } from 'openapi-fetch';
import { Problem } from './problem';
import type { paths } from './schema.gen';
import type { Given } from './types';

const RETRY_AFTER_MS = 600;
const KEY = 'Idempotency-Key';
/** These POSTs keep nothing, so that doing them twice is harmless. */
const KEEP_NOTHING = [
  '/interaction-drafts',
  '/session',
  '/opportunities/{id}/supposition',
  '/model-previews',
  '/model-imports',
];

let csrfToken: string | null = null;

/** The session's token travels with every request that changes something. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

const dress: Middleware = {
  onRequest({ request, schemaPath }) {
    if (request.method === 'GET') return;
    if (csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
    if (request.method === 'POST' && !KEEP_NOTHING.includes(schemaPath)) request.headers.set(KEY, onceOnly());
    if (request.method === 'PATCH') request.headers.set('Content-Type', 'application/merge-patch+json');
  },
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.from(response);
  },
};

export const api = createClient<paths>({
  baseUrl: `${globalThis.location?.origin ?? ''}/api/v1`,
  credentials: 'same-origin',
  fetch: send,
});
api.use(dress);

/** The answer itself. What went wrong has been thrown by then. */
export const answered = async <T>(call: Promise<{ data?: T }>): Promise<Given<T>> => (await call).data as Given<T>;

/** The rows of a list that comes whole. */
export const rowsOf = async <T>(call: Promise<{ data?: { data: T[] } }>): Promise<Given<T>[]> =>
  (await answered(call)).data as Given<T>[];

/** Which page of a list: the first, with the count of all rows, or the one after a cursor. */
export const pageAfter = (cursor: string | null) => (cursor === null ? { count: true } : { cursor });

/** The version a change is based on, so that nobody overwrites what they have not seen. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** What the network lost is sent once more if it reads, or if the server can tell that it is the same request again. */
async function send(request: Request): Promise<Response> {
  const again = request.method === 'GET' || request.headers.has(KEY) ? request.clone() : null;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    if (!again) throw Problem.offline();
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  try {
    return await fetch(again);
  } catch (error) {
    throw again.signal.aborted ? error : Problem.offline();
  }
}

/** Not `randomUUID`, which browsers keep from pages that do not come over HTTPS. */
const onceOnly = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
