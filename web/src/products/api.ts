// Products: the list, one product, and the benefit points it offers.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, pageAfter, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

const PAGE = 100;

export const productsQuery = (filter: { q?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: keys.productList(filter),
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/products', {
          params: { query: { ...filter, limit: PAGE, ...pageAfter(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const productQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.product(id),
    queryFn: ({ signal }) => answered(api.GET('/products/{id}', { params: { path: { id } }, signal })),
  });

export const pointsQuery = (productId: Id) =>
  queryOptions({
    queryKey: keys.benefitPoints(productId),
    queryFn: ({ signal }) =>
      rowsOf(api.GET('/benefit-points', { params: { query: { product_id: productId } }, signal })),
  });

export const useProducts = () => useRecords('/products', [keys.products]);
export const useBenefitPoints = () => useRecords('/benefit-points', [keys.products]);
