// Where one person stands in one deal, and why.

import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day, Id, Phase } from '~/api/types';

export const beliefQuery = (dealId: Id, personId: Id, at: Day | null, phase: Phase | null = null) =>
  queryOptions({
    queryKey: keys.belief(dealId, personId, at, phase),
    queryFn: ({ signal }) =>
      answered(
        api.GET('/opportunities/{id}/people/{person_id}/belief', {
          params: {
            path: { id: dealId, person_id: personId },
            query: { at: at ?? undefined, phase: phase ?? undefined },
          },
          signal,
        }),
      ),
  });

/** The belief, still showing the day before while another day of the same person is fetched. */
export const useBelief = (dealId: Id, personId: Id, at: Day | null, phase: Phase | null) =>
  useQuery({
    ...beliefQuery(dealId, personId, at, phase),
    placeholderData: (previous) => (previous?.person.id === personId ? previous : undefined),
  });
