// People: the list, one person, their employments and ties.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answered, api, pageAfter, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

const PAGE = 100;

export interface PeopleFilter {
  q?: string | undefined;
  organization_id?: Id;
}

export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: keys.peopleList(filter),
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/people', {
          params: { query: { ...filter, limit: PAGE, ...pageAfter(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.person(id),
    queryFn: ({ signal }) => answered(api.GET('/people/{id}', { params: { path: { id } }, signal })),
  });

export const tiesQuery = (personId: Id) =>
  queryOptions({
    queryKey: keys.ties(personId),
    queryFn: ({ signal }) => rowsOf(api.GET('/ties', { params: { query: { person_id: personId } }, signal })),
  });

export const usePeople = () => useRecords('/people', [keys.people]);
export const useEmployments = () => useRecords('/employments', [keys.people]);
export const useTies = () => useRecords('/ties', [keys.people]);

/** Taking a person out of all estimates, and back in: every deal they are in is read anew. */
export function useExclusion(id: Id) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    for (const queryKey of [keys.people, keys.boards, ['opportunities']]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  const params = { path: { id } };
  return {
    exclude: useMutation({
      mutationFn: (reason: string) => answered(api.PUT('/people/{id}/exclusion', { params, body: { reason } })),
      onSuccess,
    }),
    admit: useMutation({
      mutationFn: () => answered(api.DELETE('/people/{id}/exclusion', { params })),
      onSuccess,
    }),
  };
}
