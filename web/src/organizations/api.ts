// Organizations: the list, one of them, and how they relate to each other.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, Opportunity, Organization, OrganizationRelation, OrganizationRelationKind, Page } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

export interface OrganizationBody {
  name: string;
  city: string | null;
  country: string | null;
  sector: string | null;
  website: string | null;
  note: string | null;
}

export interface RelationBody {
  from_id: Id;
  to_id: Id;
  kind: OrganizationRelationKind;
}

const PAGE = 100;

export const organizationsQuery = (filter: { q: string | null }) =>
  infiniteQueryOptions({
    queryKey: keys.organizationList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Organization>>(
        '/organizations',
        { ...filter, cursor: pageParam, limit: PAGE, count: pageParam === null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const organizationQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.organization(id),
    queryFn: ({ signal }) => api.get<Organization>(`/organizations/${id}`, {}, signal),
  });

export const relationsQuery = (organizationId: Id) =>
  queryOptions({
    queryKey: keys.organizationRelations(organizationId),
    queryFn: ({ signal }) =>
      api
        .get<Page<OrganizationRelation>>('/organization-relations', { organization_id: organizationId }, signal)
        .then(({ data }) => data),
  });

export const dealsOfQuery = (organizationId: Id) =>
  queryOptions({
    queryKey: keys.opportunities({ organization_id: organizationId }),
    queryFn: ({ signal }) =>
      api
        .get<Page<Opportunity>>('/opportunities', { organization_id: organizationId, state: 'all' }, signal)
        .then(({ data }) => data),
  });

export const useOrganizations = () =>
  useRecords<Organization, OrganizationBody>('/organizations', [keys.organizations]);
export const useRelations = () =>
  useRecords<OrganizationRelation, RelationBody>('/organization-relations', [keys.organizations]);
