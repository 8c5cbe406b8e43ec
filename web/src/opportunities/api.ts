// Deals: the board, the table, one deal's room, and what can be done to a deal.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type {
  Board,
  Card,
  Day,
  Id,
  Money,
  Opportunity,
  Outcome,
  Page,
  Pipeline,
  Room,
  StageChange,
  StakeholderRole,
} from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

export interface BoardFilter {
  owner_id: Id | null;
  q: string | null;
}

const CARDS_PAGE = 50;

export const pipelinesQuery = queryOptions({
  queryKey: keys.pipelines,
  queryFn: () => api.get<Page<Pipeline>>('/pipelines').then(({ data }) => data),
  staleTime: 300_000,
});

export const boardQuery = (pipelineId: Id, filter: BoardFilter) =>
  queryOptions({
    queryKey: keys.board(pipelineId, filter),
    queryFn: ({ signal }) => api.get<Board>(`/pipelines/${pipelineId}/board`, { ...filter, state: 'open' }, signal),
    placeholderData: keepPreviousData,
  });

/** Cards after the first page of a column; asked for only once the column has been scrolled that far. */
export const moreCardsQuery = (pipelineId: Id, stageId: Id, filter: BoardFilter, after: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.boardMore(pipelineId, stageId, filter), after],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Card>>(
        '/opportunities/cards',
        { pipeline_id: pipelineId, stage_id: stageId, ...filter, cursor: pageParam, limit: CARDS_PAGE },
        signal,
      ),
    initialPageParam: after,
    getNextPageParam: ({ page }) => page.next_cursor,
    enabled: false,
  });

export const cardsQuery = (pipelineId: Id, filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: keys.cards(pipelineId, filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Card>>(
        '/opportunities/cards',
        { pipeline_id: pipelineId, ...filter, cursor: pageParam, limit: CARDS_PAGE },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const roomQuery = (id: Id, at: Day | null) =>
  queryOptions({
    queryKey: keys.room(id, at),
    queryFn: ({ signal }) => api.get<Room>(`/opportunities/${id}/room`, { at }, signal),
  });

/** The room, still showing the day before while the next day is fetched. */
export const useRoom = (id: Id, at: Day | null) =>
  useQuery({
    ...roomQuery(id, at),
    placeholderData: (previous) => (previous?.opportunity.id === id ? previous : undefined),
  });

export function useStageChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, stageId }: { id: Id; stageId: Id }) =>
      api.post<StageChange>(`/opportunities/${id}/stage-changes`, { stage_id: stageId }),
    onSettled: (_data, _error, { id }) => {
      void queryClient.invalidateQueries({ queryKey: keys.boards });
      void queryClient.invalidateQueries({ queryKey: keys.opportunity(id) });
    },
  });
}

export interface NewDeal {
  name: string;
  organization_id: Id;
  pipeline_id: Id;
  stage_id: Id;
  amount: Money | null;
  expected_close: Day | null;
}

export function useCreateDeal() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (deal: NewDeal) => api.post<Opportunity>('/opportunities', deal),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.boards }),
  });
}

export function useStakeholders(opportunityId: Id) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
  const path = `/opportunities/${opportunityId}/stakeholders`;
  return {
    add: useMutation({
      mutationFn: (body: { person_id: Id; role: StakeholderRole }) => api.post(path, body),
      onSuccess: refresh,
    }),
    change: useMutation({
      mutationFn: ({ personId, role }: { personId: Id; role: StakeholderRole }) =>
        api.patch(`${path}/${personId}`, { role }),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: (personId: Id) => api.delete(`${path}/${personId}`),
      onSuccess: refresh,
    }),
  };
}

export interface DealBody {
  name: string;
  amount: Money | null;
  expected_close: Day | null;
  owner_id: Id;
}

export const useDeals = (id: Id) =>
  useRecords<Opportunity, DealBody>('/opportunities', [keys.opportunity(id), keys.boards]);

export function useClosure(id: Id) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(id) });
    void queryClient.invalidateQueries({ queryKey: keys.boards });
  };
  const path = `/opportunities/${id}`;
  return {
    close: useMutation({
      mutationFn: (body: { outcome: Outcome; at: Day; reason: string | null }) => api.post(`${path}/closure`, body),
      onSuccess,
    }),
    reopen: useMutation({ mutationFn: () => api.delete(`${path}/closure`), onSuccess }),
    order: useMutation({ mutationFn: (at: Day) => api.post(`${path}/order`, { at }), onSuccess }),
  };
}
