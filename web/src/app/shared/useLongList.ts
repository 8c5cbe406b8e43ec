// A list that goes on as it is scrolled: its rows so far, how many there are in all, and a way to ask for more.

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Page } from '~/api/types';

export function useLongList<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>) {
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { rows, total: data?.pages[0]?.page.total ?? null, more };
}
