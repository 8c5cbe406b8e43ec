// What the deal will come to, and what it would come to if people stood elsewhere.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, Supposed } from '~/api/types';

export const outlookQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.outlook(id),
    queryFn: ({ signal }) => answered(api.GET('/opportunities/{id}/outlook', { params: { path: { id } }, signal })),
  });

/** Asked by POST for its length; nothing is kept by it. */
export const suppositionQuery = (id: Id, people: Supposed[]) =>
  queryOptions({
    queryKey: keys.supposition(id, people),
    queryFn: ({ signal }) =>
      answered(api.POST('/opportunities/{id}/supposition', { params: { path: { id } }, body: { people }, signal })),
    enabled: people.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
