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
    return new Response(status === 204 ? null : JSON.stringify(answer), {
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': 'fixture' },
    });
  };
  window.EventSource = SilentStream as unknown as typeof EventSource;
}

/** A stream of changes on which nothing ever changes. */
class SilentStream extends EventTarget {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event('open')));
  }
  close(): void {}
}
