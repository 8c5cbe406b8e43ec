// Evidence: drafting one line, saving it, taking it back, and the feed of what was recorded.

import { infiniteQueryOptions, keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Draft, DraftRequest, Evidence, EvidenceItem, Id, Moved, Page } from '~/api/types';

const FEED_PAGE = 40;

/** What the line says so far. The last draft stays on the screen while the next is asked for. */
export function useDraft(request: DraftRequest) {
  return useQuery({
    queryKey: ['draft', request],
    queryFn: ({ signal }) => api.ask<Draft>('/interaction-drafts', request, signal),
    enabled: request.text.trim() !== '',
    placeholderData: request.text.trim() === '' ? undefined : keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
}

export const fetchDraft = (request: DraftRequest) => api.ask<Draft>('/interaction-drafts', request);

export function useSaveEvidence(opportunityId: Id) {
  const queryClient = useQueryClient();
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
    void queryClient.invalidateQueries({ queryKey: keys.boards });
  };
  const save = useMutation({
    mutationFn: (draft: Pick<Draft, 'interaction' | 'commitments'>) => api.post<Evidence>('/evidence', draft),
    onSuccess: refresh,
  });
  const takeBack = async (evidence: Evidence) => {
    await api.delete<{ beliefs: Moved[] }>(evidence.undo.href.replace(/^\/api\/v1/, ''));
    refresh();
  };
  return { save, takeBack };
}

export const evidenceQuery = (opportunityId: Id, personId: Id | null = null) =>
  infiniteQueryOptions({
    queryKey: keys.evidence(opportunityId, personId),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<EvidenceItem>>(
        `/opportunities/${opportunityId}/evidence`,
        { person_id: personId, cursor: pageParam, limit: FEED_PAGE },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
  });
