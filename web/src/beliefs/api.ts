// Where one person stands in one deal, and why.

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Belief, Day, Id } from '~/api/types';

export const beliefQuery = (dealId: Id, personId: Id, at: Day | null) =>
  queryOptions({
    queryKey: keys.belief(dealId, personId, at),
    queryFn: ({ signal }) => api.get<Belief>(`/opportunities/${dealId}/people/${personId}/belief`, { at }, signal),
  });

/** The belief, still showing the day before while another day of the same person is fetched. */
export const useBelief = (dealId: Id, personId: Id, at: Day | null) =>
  useQuery({
    ...beliefQuery(dealId, personId, at),
    placeholderData: (previous) => (previous?.person.id === personId ? previous : undefined),
  });
