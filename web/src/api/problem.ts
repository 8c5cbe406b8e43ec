// What went wrong with a request, as the server said it (RFC 9457) or as the network left it.

import type { FieldError, ProblemDetails } from './types';

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];
  readonly requestId: string | null;
  /** The record as it is now, when someone else changed it meanwhile. */
  readonly current: unknown;

  constructor(details: Partial<ProblemDetails> & { current?: unknown }) {
    super(details.title ?? details.code ?? 'problem');
    this.name = 'Problem';
    this.status = details.status ?? 0;
    this.code = details.code ?? 'unknown';
    this.fields = details.errors ?? [];
    this.requestId = details.request_id ?? null;
    this.current = details.current;
  }

  static offline(): Problem {
    return new Problem({ status: 0, code: 'offline' });
  }

  static async from(response: Response): Promise<Problem> {
    const requestId = response.headers.get('x-request-id');
    const body: unknown = await response.json().catch(() => null);
    if (isObject(body) && typeof body.code === 'string') {
      return new Problem({ request_id: requestId, ...body, status: response.status });
    }
    return new Problem({ status: response.status, code: 'unexpected_answer', request_id: requestId });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
