// Promises, ours and theirs: making one, and saying what became of it.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Commitment, Day, Id } from '~/api/types';

export type Outcome = 'kept_on' | 'broken_on' | 'withdrawn_on';

export interface NewPromise {
  opportunity_id: Id;
  by: Id;
  to: Id;
  text: string;
  made_on: Day;
  due: Day | null;
}

export function usePromises(opportunityId: Id) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
    void queryClient.invalidateQueries({ queryKey: keys.boards });
  };
  return {
    make: useMutation({
      mutationFn: (promise: NewPromise) => api.post<Commitment>('/commitments', promise),
      onSuccess,
    }),
    settle: useMutation({
      mutationFn: ({ id, outcome, on }: { id: Id; outcome: Outcome; on: Day | null }) =>
        api.patch<Commitment>(`/commitments/${id}`, { [outcome]: on }),
      onSuccess,
    }),
  };
}
