// The ways to somebody, and the asks that are under way.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answered, api, ifMatch, pageAfter } from '~/api/client';
import { keys } from '~/api/keys';
import type { Ask, AskState, Day, Id } from '~/api/types';
import { useRefreshDeal } from '~/opportunities/api';

const PAGE = 50;

export const waysQuery = (dealId: Id, personId: Id, at: Day | null) =>
  queryOptions({
    queryKey: keys.ways(dealId, personId, at),
    queryFn: ({ signal }) =>
      answered(
        api.GET('/opportunities/{id}/ways', {
          params: { path: { id: dealId }, query: { person_id: personId, at: at ?? undefined } },
          signal,
        }),
      ),
  });

export interface AskFilter {
  opportunity_id?: Id | undefined;
  target_id?: Id | undefined;
  by_id?: Id | undefined;
  open?: boolean | undefined;
}

export const asksQuery = (filter: AskFilter) =>
  infiniteQueryOptions({
    queryKey: keys.asks(filter),
    queryFn: ({ pageParam, signal }) =>
      answered(api.GET('/asks', { params: { query: { ...filter, limit: PAGE, ...pageAfter(pageParam) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export interface NewState {
  ask: Pick<Ask, 'id' | 'version' | 'opportunity'>;
  state: AskState;
}

/** Noting that somebody was asked, and what came of it. */
export function useAsks() {
  const queryClient = useQueryClient();
  const refresh = useRefreshDeal();
  const onSuccess = ({ opportunity }: Ask) => {
    refresh(opportunity.id);
    void queryClient.invalidateQueries({ queryKey: keys.allAsks });
  };
  return {
    create: useMutation({
      mutationFn: ({ dealId, targetId, through }: { dealId: Id; targetId: Id; through: Id[] }) =>
        answered(
          api.POST('/opportunities/{id}/asks', {
            params: { path: { id: dealId } },
            body: { target_id: targetId, through },
          }),
        ),
      onSuccess,
    }),
    setState: useMutation({
      mutationFn: ({ ask, state }: NewState) =>
        answered(
          api.PUT('/asks/{id}/state', {
            params: { path: { id: ask.id }, header: ifMatch(ask.version) },
            body: { state },
          }),
        ),
      onSuccess,
    }),
  };
}
