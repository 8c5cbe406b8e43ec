// Search over people, organizations, deals and what was said.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Find } from '~/api/types';

const NOUNS = ['person', 'organization', 'opportunity', 'note'] as const;
const FRESH_MS = 15_000;

export type Noun = (typeof NOUNS)[number];

/** A find of a sort that this app knows where to show. */
export type Hit = Find & { noun: Noun };

const isHit = (find: Find): find is Hit => NOUNS.some((noun) => noun === find.noun);

/** The hits for `q`; those of the words before stay until the new ones are there. */
export function useSearch(q: string) {
  const asked = q.trim();
  const { data = [], isFetching } = useQuery({
    queryKey: keys.search(asked),
    queryFn: async ({ signal }) =>
      (await rowsOf(api.GET('/search', { params: { query: { q: asked } }, signal }))).filter(isHit),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  return { hits: asked === '' ? [] : data, isFetching };
}
