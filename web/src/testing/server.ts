// A server for when there is none: answers `fetch` in the browser from the published case and from invented deals.
// Development only; no other build contains it.

import { handle } from './routes';

const LATENCY_MS = 40;

export function startFixtures(): void {
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    if (!url.pathname.startsWith('/api/v1')) return realFetch(input, init);
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const { status, answer } = handle(
      init?.method ?? 'GET',
      url.pathname.slice('/api/v1'.length),
      url.searchParams,
      body,
    );
    if (init?.method === 'POST' && url.pathname.endsWith('/evidence')) tellOf(body);
    return new Response(status === 204 ? null : JSON.stringify(answer), {
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': 'fixture' },
    });
  };
  window.EventSource = ChangeStream as unknown as typeof EventSource;
}

const streams = new Set<ChangeStream>();

/** The stream of changes: what this very window records comes back on it, as it would from a real server. */
class ChangeStream extends EventTarget {
  constructor() {
    super();
    streams.add(this);
    setTimeout(() => this.dispatchEvent(new Event('open')));
  }
  close(): void {
    streams.delete(this);
  }
}

function tellOf(body: unknown): void {
  const { interaction } = body as { interaction?: { opportunity_id?: string } };
  const data = JSON.stringify({
    cursor: '1',
    noun: 'interaction',
    operation: 'created',
    opportunity_id: interaction?.opportunity_id ?? null,
    person_ids: [],
  });
  for (const stream of streams) stream.dispatchEvent(new MessageEvent('change', { data }));
}
