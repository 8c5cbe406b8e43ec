// Deals: the board, the table, one deal's room, and what can be done to a deal.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { answered, api, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { BuyingRole, Day, DealState, Id, OpportunityFacts, Outcome } from '~/api/types';

export interface BoardFilter {
  owner_id?: Id | undefined;
  q?: string | undefined;
  state: DealState;
}

const CARDS_PAGE = 50;

export const pipelinesQuery = queryOptions({
  queryKey: keys.pipelines,
  queryFn: () => rowsOf(api.GET('/pipelines')),
  staleTime: 300_000,
});

export const boardQuery = (pipelineId: Id, filter: BoardFilter) =>
  queryOptions({
    queryKey: keys.board(pipelineId, filter),
    queryFn: ({ signal }) =>
      answered(api.GET('/pipelines/{id}/board', { params: { path: { id: pipelineId }, query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

const cardsPage = (
  filter: BoardFilter & { pipeline_id: Id; stage_id?: Id },
  after: string | null,
  signal: AbortSignal,
) =>
  answered(
    api.GET('/opportunities/cards', {
      params: { query: { ...filter, limit: CARDS_PAGE, ...(after === null ? { count: true } : { cursor: after }) } },
      signal,
    }),
  );

/** Cards after the first page of a column; asked for only once the column has been scrolled that far. */
export const moreCardsQuery = (pipelineId: Id, stageId: Id, filter: BoardFilter, after: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.boardMore(pipelineId, stageId, filter), after],
    queryFn: ({ pageParam, signal }) =>
      cardsPage({ ...filter, pipeline_id: pipelineId, stage_id: stageId }, pageParam, signal),
    initialPageParam: after,
    getNextPageParam: ({ page }) => page.next_cursor,
    enabled: false,
  });

export const cardsQuery = (pipelineId: Id, filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: keys.cards(pipelineId, filter),
    queryFn: ({ pageParam, signal }) => cardsPage({ ...filter, pipeline_id: pipelineId }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** The deals of a person, each with where they stand in it. */
export const cardsOfPersonQuery = (personId: Id) =>
  queryOptions({
    queryKey: keys.cardsOf(personId),
    queryFn: ({ signal }) =>
      rowsOf(
        api.GET('/opportunities/cards', { params: { query: { person_id: personId, limit: CARDS_PAGE } }, signal }),
      ),
  });

export const roomQuery = (id: Id, at: Day | null) =>
  queryOptions({
    queryKey: keys.room(id, at),
    queryFn: ({ signal }) =>
      answered(
        api.GET('/opportunities/{id}/room', { params: { path: { id }, query: { at: at ?? undefined } }, signal }),
      ),
  });

/** The room, still showing the day before while the next day is fetched. */
export const useRoom = (id: Id, at: Day | null) =>
  useQuery({
    ...roomQuery(id, at),
    placeholderData: (previous) => (previous?.opportunity.id === id ? previous : undefined),
  });

/** What is done to one deal shows in its room and on the boards. */
export function useRefreshDeal() {
  const queryClient = useQueryClient();
  return (id: Id) => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(id) });
    void queryClient.invalidateQueries({ queryKey: keys.boards });
    void queryClient.invalidateQueries({ queryKey: keys.today });
  };
}

export function useStageChange() {
  const refresh = useRefreshDeal();
  const onSettled = (_data: unknown, _error: unknown, { id }: { id: Id }) => refresh(id);
  return {
    move: useMutation({
      mutationFn: ({ id, stageId }: { id: Id; stageId: Id }) =>
        answered(
          api.POST('/opportunities/{id}/stage-changes', { params: { path: { id } }, body: { stage_id: stageId } }),
        ),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: ({ id, changeId }: { id: Id; changeId: Id }) =>
        api.DELETE('/opportunities/{id}/stage-changes/{change_id}', {
          params: { path: { id, change_id: changeId } },
        }),
      onSettled,
    }),
  };
}

type NewDeal = OpportunityFacts & { stage_id: Id };

export function useCreateDeal() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDeal) => answered(api.POST('/opportunities', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.boards }),
  });
}

/** The renewal of an ordered deal. */
export function useRenewal(id: Id) {
  const refresh = useRefreshDeal();
  return useMutation({
    mutationFn: () => answered(api.POST('/opportunities/{id}/renewal', { params: { path: { id } }, body: {} })),
    onSuccess: () => refresh(id),
  });
}

export function useStakeholders(id: Id) {
  const refresh = useRefreshDeal();
  const onSuccess = () => refresh(id);
  const path = (personId: Id) => ({ params: { path: { id, person_id: personId } } });
  return {
    /** Gives a person a part in the deal, or another one. */
    put: useMutation({
      mutationFn: ({ personId, role, since }: { personId: Id; role: BuyingRole; since?: Day | null }) =>
        answered(
          api.PUT('/opportunities/{id}/stakeholders/{person_id}', {
            ...path(personId),
            body: { role, ...(since === undefined ? {} : { since }) },
          }),
        ),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (personId: Id) => api.DELETE('/opportunities/{id}/stakeholders/{person_id}', path(personId)),
      onSuccess,
    }),
    restore: useMutation({
      mutationFn: (personId: Id) =>
        answered(api.POST('/opportunities/{id}/stakeholders/{person_id}/restoration', path(personId))),
      onSuccess,
    }),
  };
}

export function useClosure(id: Id) {
  const refresh = useRefreshDeal();
  const onSuccess = () => refresh(id);
  const params = { path: { id } };
  return {
    close: useMutation({
      mutationFn: (outcome: Outcome) =>
        answered(api.PUT('/opportunities/{id}/closure', { params, body: { outcome, at: now() } })),
      onSuccess,
    }),
    reopen: useMutation({ mutationFn: () => api.DELETE('/opportunities/{id}/closure', { params }), onSuccess }),
    order: useMutation({
      mutationFn: () => answered(api.PUT('/opportunities/{id}/order', { params, body: { at: now() } })),
      onSuccess,
    }),
    takeOrderBack: useMutation({ mutationFn: () => api.DELETE('/opportunities/{id}/order', { params }), onSuccess }),
  };
}

const now = () => new Date().toISOString();
