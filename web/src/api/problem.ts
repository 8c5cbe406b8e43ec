// What went wrong with a request, as the server said it (RFC 9457) or as the network left it.

import type { ProblemDetails } from './types';

export type FieldProblem = ProblemDetails['errors'][number];

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldProblem[];
  readonly requestId: string | null;

  constructor(details: Partial<ProblemDetails>) {
    super(details.title ?? details.code ?? 'problem');
    this.name = 'Problem';
    this.status = details.status ?? 0;
    this.code = details.code ?? 'unknown';
    this.fields = details.errors ?? [];
    this.requestId = details.request_id ?? null;
  }

  static offline(): Problem {
    return new Problem({ status: 0, code: 'offline' });
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    if (isObject(body) && typeof body.code === 'string') return new Problem({ ...body, status: response.status });
    return new Problem({ status: response.status, code: 'unexpected_answer' });
  }
}

/** Somebody else changed the record since it was read. */
export const isConflict = (error: unknown): boolean => error instanceof Problem && error.status === 412;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
