// What is planned: planning it, saying how it went, cancelling it, and what it did.

import { queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Activity, Id, Page } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';
import { useRefreshDeal } from '~/opportunities/api';

const PAGE = 200;

/** All activities of a deal, which are few, by the day they are due. */
export const activitiesQuery = (dealId: Id) =>
  queryOptions({
    queryKey: keys.activities(dealId),
    queryFn: async ({ signal }) => {
      const rows: Activity[] = [];
      let cursor: string | null = null;
      do {
        const { data, page }: Page<Activity> = await activitiesPage(dealId, cursor, signal);
        rows.push(...data);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return rows;
    },
  });

const activitiesPage = (dealId: Id, cursor: string | null, signal: AbortSignal): Promise<Page<Activity>> =>
  answered(
    api.GET('/activities', {
      params: { query: { opportunity_id: dealId, limit: PAGE, cursor: cursor ?? undefined } },
      signal,
    }),
  );

/** What an activity was to change, beside what it did. */
export const effectQuery = (dealId: Id, id: Id) =>
  queryOptions({
    queryKey: keys.activityEffect(dealId, id),
    queryFn: ({ signal }) => answered(api.GET('/activities/{id}/effect', { params: { path: { id } }, signal })),
  });

/** What can be done and how it can be answered, in the model's words. */
export const vocabularyQuery = queryOptions({
  queryKey: keys.vocabulary,
  queryFn: ({ signal }) => answered(api.GET('/vocabulary', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useActivities = (dealId: Id) => useRecords('/activities', [keys.opportunity(dealId), keys.today]);

export interface HowItWent {
  id: Id;
  /** The reply, by its name in the model; null while their answer is awaited. */
  result: string | null;
  words?: string | null;
}

export function useResult(dealId: Id) {
  const refresh = useRefreshDeal();
  const onSuccess = () => refresh(dealId);
  return {
    finish: useMutation({
      mutationFn: ({ id, result, words }: HowItWent) =>
        answered(
          api.PUT('/activities/{id}/result', { params: { path: { id } }, body: { result, words: words ?? null } }),
        ),
      onSuccess,
    }),
    /** The record of it is put away, and it is still to be done. */
    takeBack: useMutation({
      mutationFn: (interactionId: Id) => api.DELETE('/interactions/{id}', { params: { path: { id: interactionId } } }),
      onSuccess,
    }),
  };
}

export function useCancellation(dealId: Id) {
  const refresh = useRefreshDeal();
  const onSuccess = () => refresh(dealId);
  return {
    cancel: useMutation({
      mutationFn: ({ id, reason }: { id: Id; reason: string | null }) =>
        answered(api.PUT('/activities/{id}/cancellation', { params: { path: { id } }, body: { reason } })),
      onSuccess,
    }),
    reopen: useMutation({
      mutationFn: (id: Id) => api.DELETE('/activities/{id}/cancellation', { params: { path: { id } } }),
      onSuccess,
    }),
  };
}
