// Organizations: the list, one of them, and how they relate to each other.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, pageAfter, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

const PAGE = 100;

export const organizationsQuery = (filter: { q?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: keys.organizationList(filter),
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/organizations', {
          params: { query: { ...filter, limit: PAGE, ...pageAfter(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const organizationQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.organization(id),
    queryFn: ({ signal }) => answered(api.GET('/organizations/{id}', { params: { path: { id } }, signal })),
  });

export const relationsQuery = (organizationId: Id) =>
  queryOptions({
    queryKey: keys.organizationRelations(organizationId),
    queryFn: ({ signal }) =>
      rowsOf(api.GET('/organization-relations', { params: { query: { organization_id: organizationId } }, signal })),
  });

export const dealsOfQuery = (organizationId: Id) =>
  queryOptions({
    queryKey: keys.opportunities({ organization_id: organizationId }),
    queryFn: ({ signal }) =>
      rowsOf(
        api.GET('/opportunities', {
          params: { query: { organization_id: organizationId, limit: PAGE } },
          signal,
        }),
      ),
  });

export const useOrganizations = () => useRecords('/organizations', [keys.organizations]);
export const useRelations = () => useRecords('/organization-relations', [keys.organizations]);
