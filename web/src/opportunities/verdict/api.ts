// What decided a deal, and why in the seller's words.

import { queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, Opportunity } from '~/api/types';
import { useRefreshDeal } from '../api';

export const verdictQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.verdict(id),
    queryFn: ({ signal }) => answered(api.GET('/opportunities/{id}/verdict', { params: { path: { id } }, signal })),
  });

type Closure = NonNullable<Opportunity['closure']>;

/** Writes down why a deal ended as it did; how and when it ended stay. */
export function useReason(id: Id) {
  const refresh = useRefreshDeal();
  return useMutation({
    mutationFn: (closure: Closure) =>
      answered(api.PUT('/opportunities/{id}/closure', { params: { path: { id } }, body: closure })),
    onSuccess: () => refresh(id),
  });
}
