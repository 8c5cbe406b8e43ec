// The control board, the charts of a deal's people, the limits, and how complete the records are.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { AlarmKind, ControlLimits, Id, Limits, RecordChannel } from '~/api/types';

/** Whose deals. */
export interface Whose {
  owner_id?: Id | undefined;
  team_id?: Id | undefined;
}

export interface BoardFilter extends Whose {
  alarm?: AlarmKind | undefined;
  q?: string | undefined;
}

const ROWS_PAGE = 50;

export const controlBoardQuery = (filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: keys.controlBoard(filter),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...filter, limit: ROWS_PAGE, ...(cursor === null ? {} : { cursor }) };
      return answered(api.GET('/control-board', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const controlChartsQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.controlCharts(id),
    queryFn: ({ signal }) =>
      answered(
        api.GET('/opportunities/{id}/control-charts', {
          params: { path: { id } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const controlLimitsQuery = queryOptions({
  queryKey: keys.controlLimits,
  queryFn: ({ signal }) => answered(api.GET('/control-limits', { signal })),
});

export function useChangeLimits() {
  const queryClient = useQueryClient();
  const onSuccess = (now: Limits) => {
    queryClient.setQueryData(keys.controlLimits, now);
    void queryClient.invalidateQueries({ queryKey: keys.control });
    void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
  };
  return {
    set: useMutation({
      mutationFn: (limits: ControlLimits) => answered(api.PUT('/control-limits', { body: { limits } })),
      onSuccess,
    }),
    reset: useMutation({
      mutationFn: () => answered(api.DELETE('/control-limits')),
      onSuccess,
    }),
  };
}

export const completenessQuery = queryOptions({
  queryKey: keys.completeness,
  queryFn: ({ signal }) => answered(api.GET('/completeness', { signal })),
});

/** A share set by hand, or `null` for the estimate or the shipped one. */
export function useSetCompleteness(userId: Id) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { channel: RecordChannel; share: number | null }) =>
      answered(api.PUT('/completeness/{user_id}', { params: { path: { user_id: userId } }, body })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.control });
      void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
    },
  });
}
