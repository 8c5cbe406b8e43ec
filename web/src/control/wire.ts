// The shapes of completeness until the server's own description has them; then this file goes.

import { api } from '~/api/client';
import type { Ref } from '~/api/types';

export type CompletenessChannel = 'written' | 'spoken' | 'contact' | 'milestone' | 'reply';

export interface Seller {
  user: Ref;
  dealings: number;
  channels: {
    channel: CompletenessChannel;
    share: number;
    shipped: number;
    estimate: { share: number; low: number; high: number } | null;
    set_by: Ref | null;
  }[];
  people: number;
  certainty: number | null;
  certainty_full: number | null;
}

export interface Completeness {
  channels: CompletenessChannel[];
  sellers: Seller[];
}

type Call = <T>(path: string, init?: object) => Promise<{ data?: T }>;

/** The same client, for paths its types do not know yet. */
export const wire = api as unknown as Record<'GET' | 'PUT' | 'DELETE', Call>;
