// What to do next in a deal, why not something else, and what a seller has before them today.

import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { DismissalReason, Id } from '~/api/types';
import { useRefreshDeal } from '~/opportunities/api';

export const adviceQuery = (dealId: Id) =>
  queryOptions({
    queryKey: keys.advice(dealId),
    queryFn: ({ signal }) =>
      answered(api.GET('/opportunities/{id}/advice', { params: { path: { id: dealId } }, signal })),
  });

/** Every action towards a person, those that are open first. */
export const choicesQuery = (dealId: Id, personId: Id) =>
  queryOptions({
    queryKey: keys.choices(dealId, personId),
    queryFn: ({ signal }) =>
      answered(
        api.GET('/opportunities/{id}/choices', {
          params: { path: { id: dealId }, query: { person_id: personId } },
          signal,
        }),
      ),
  });

export const todayQuery = (userId: Id | null) =>
  queryOptions({
    queryKey: keys.todayOf(userId),
    queryFn: ({ signal }) =>
      answered(api.GET('/today', { params: { query: { user_id: userId ?? undefined } }, signal })),
    placeholderData: keepPreviousData,
  });

/** Which suggestion is put away. */
export interface Suggested {
  person_id: Id;
  action: string;
}

export function useDismissal(dealId: Id) {
  const refresh = useRefreshDeal();
  const onSuccess = () => refresh(dealId);
  return {
    dismiss: useMutation({
      mutationFn: (body: Suggested & { reason: DismissalReason; note?: string | null }) =>
        answered(api.POST('/opportunities/{id}/dismissals', { params: { path: { id: dealId } }, body })),
      onSuccess,
    }),
    takeBack: useMutation({
      mutationFn: (id: Id) => api.DELETE('/dismissals/{id}', { params: { path: { id } } }),
      onSuccess,
    }),
  };
}
