// Disputing what was recorded: it is kept and shown, and no estimate uses it until the dispute is taken back.

import { useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Commitment, EvidenceItem, Id, Interaction, Withheld } from '~/api/types';

/** What can be disputed: something that happened, or a promise. */
export interface EvidenceRecord {
  noun: 'interaction' | 'commitment';
  id: Id;
}

/** The record of an item, with its dispute; a move of our own stage is no evidence. */
export function recordOf({
  interaction,
  commitment,
}: EvidenceItem): (EvidenceRecord & { dispute: Withheld | null }) | null {
  const happened: Interaction | null = interaction;
  const promised: Commitment | null = commitment;
  if (happened) return { noun: 'interaction', id: happened.id, dispute: happened.dispute ?? null };
  return promised && { noun: 'commitment', id: promised.id, dispute: promised.dispute ?? null };
}

export function useDispute(opportunityId: Id) {
  const queryClient = useQueryClient();
  /** One line of an account may stand for several records. They come one after the other, as each settles the deal anew. */
  const each = async (records: readonly EvidenceRecord[], call: (record: EvidenceRecord) => Promise<unknown>) => {
    try {
      for (const record of records) await call(record);
    } finally {
      void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
      void queryClient.invalidateQueries({ queryKey: keys.boards });
    }
  };
  return {
    dispute: (records: readonly EvidenceRecord[], reason: string) =>
      each(records, ({ noun, id }) =>
        api.PUT(`/${noun}s/{id}/dispute`, { params: { path: { id } }, body: { reason } }),
      ),
    takeBack: (records: readonly EvidenceRecord[]) =>
      each(records, ({ noun, id }) => api.DELETE(`/${noun}s/{id}/dispute`, { params: { path: { id } } })),
  };
}
