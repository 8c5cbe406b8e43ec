// Search over people, organizations, deals and what was said.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { SearchHit } from '~/api/types';

const FRESH_MS = 15_000;

/** The hits for `q`; those of the words before stay until the new ones are there. */
export function useSearch(q: string) {
  const asked = q.trim();
  const { data = [], isFetching } = useQuery<SearchHit[]>({
    queryKey: keys.search(asked),
    queryFn: ({ signal }) => api.get<{ data: SearchHit[] }>('/search', { q: asked }, signal).then((page) => page.data),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  return { hits: asked === '' ? [] : data, isFetching };
}
