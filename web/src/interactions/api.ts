// Evidence: drafting one line, saving it, taking it back, and the feed of what was recorded.

import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day, DraftRequest, EvidenceBody, Id } from '~/api/types';

export const fetchDraft = (body: DraftRequest, signal?: AbortSignal) =>
  answered(api.POST('/interaction-drafts', { body, ...(signal ? { signal } : {}) }));

/** What the line says so far. The last draft stays on the screen while the next is asked for. */
export function useDraft(request: DraftRequest) {
  return useQuery({
    queryKey: ['draft', request],
    queryFn: ({ signal }) => fetchDraft(request, signal),
    enabled: request.text.trim() !== '',
    placeholderData: request.text.trim() === '' ? undefined : keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
}

export function useSaveEvidence(opportunityId: Id) {
  const queryClient = useQueryClient();
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
    void queryClient.invalidateQueries({ queryKey: keys.boards });
  };
  const save = useMutation({
    mutationFn: (body: EvidenceBody) => answered(api.POST('/evidence', { body })),
    onSuccess: refresh,
  });
  const takeBack = async (id: Id) => {
    await api.DELETE('/evidence/{id}', { params: { path: { id } } });
    refresh();
  };
  const enterAgain = async (id: Id) => {
    await api.POST('/evidence/{id}/restoration', { params: { path: { id } } });
    refresh();
  };
  return { save, takeBack, enterAgain };
}

export const evidenceQuery = (id: Id, personId: Id | null, at: Day | null) =>
  queryOptions({
    queryKey: keys.evidence(id, personId, at),
    queryFn: ({ signal }) =>
      rowsOf(
        api.GET('/opportunities/{id}/evidence', {
          params: { path: { id }, query: { person_id: personId ?? undefined, at: at ?? undefined } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
