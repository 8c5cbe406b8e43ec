// People: the list, one person, their employments and ties.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, Page, Person, Tie } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

export interface PersonBody {
  name: string;
  email: string | null;
  phone: string | null;
  title: string | null;
  organization_id: Id | null;
  note: string | null;
}

export interface EmploymentBody {
  person_id: Id;
  organization_id: Id;
  title: string | null;
  reports_to_id: Id | null;
  from: string | null;
  until: string | null;
}

export interface TieBody {
  from_id: Id;
  to_id: Id;
  kind: Tie['kind'];
  last_contact: string | null;
  note: string | null;
}

const PAGE = 100;

export const peopleQuery = (filter: { q: string | null; organization_id?: Id }) =>
  infiniteQueryOptions({
    queryKey: keys.peopleList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Person>>(
        '/people',
        { ...filter, cursor: pageParam, limit: PAGE, count: pageParam === null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: Id) =>
  queryOptions({ queryKey: keys.person(id), queryFn: ({ signal }) => api.get<Person>(`/people/${id}`, {}, signal) });

export const tiesQuery = (personId: Id) =>
  queryOptions({
    queryKey: keys.ties(personId),
    queryFn: ({ signal }) => api.get<Page<Tie>>('/ties', { person_id: personId }, signal).then(({ data }) => data),
  });

export const usePeople = () => useRecords<Person, PersonBody>('/people', [keys.people]);
export const useEmployments = () => useRecords<unknown, EmploymentBody>('/employments', [keys.people]);
export const useTies = () => useRecords<Tie, TieBody>('/ties', [keys.people]);
