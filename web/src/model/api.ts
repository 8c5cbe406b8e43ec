// The model: its figures, changes looked at and taken, its versions, and runs of learning.

import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, LearningRun, Model, ModelVersion } from '~/api/types';
import type { Changes } from './draft';

const LOOK_AGAIN_MS = 2_000;
/** More deals than are ever looked at: nothing is worked out, the changes are only checked. */
const NO_DEAL = 1_000_000;

/** As long as estimates are made anew, how far that is. */
export const isSettling = ({ settling }: Model): boolean =>
  settling !== null && (settling.deals === null || settling.settled < settling.deals);

export const modelQuery = queryOptions({
  queryKey: keys.model,
  queryFn: ({ signal }) => answered(api.GET('/model', { signal })),
  refetchInterval: ({ state }) => (state.data && isSettling(state.data) ? LOOK_AGAIN_MS : false),
});

/** Whether changes can be at all. */
export const checkQuery = (changes: Changes) =>
  queryOptions({
    queryKey: keys.modelCheck(changes),
    queryFn: ({ signal }) => answered(api.POST('/model-previews', { body: { changes, from: NO_DEAL }, signal })),
    enabled: Object.keys(changes).length > 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What changes would move, some deals at a time. */
export const previewQuery = (changes: Changes) =>
  infiniteQueryOptions({
    queryKey: keys.modelPreview(changes),
    queryFn: ({ pageParam: from, signal }) =>
      answered(api.POST('/model-previews', { body: { changes, from }, signal })),
    initialPageParam: 0,
    getNextPageParam: ({ looked_at: looked, of }) => (looked < of ? looked : null),
    enabled: Object.keys(changes).length > 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const versionsQuery = infiniteQueryOptions({
  queryKey: keys.modelVersions,
  queryFn: ({ pageParam: before, signal }) =>
    answered(api.GET('/model-versions', { params: { query: before === null ? {} : { before } }, signal })),
  initialPageParam: null as number | null,
  getNextPageParam: ({ data, has_more: more }) => (more ? (data.at(-1)?.number ?? null) : null),
});

export const versionQuery = (number: number) =>
  queryOptions({
    queryKey: keys.modelVersion(number),
    queryFn: ({ signal }) => answered(api.GET('/model-versions/{number}', { params: { path: { number } }, signal })),
  });

/** Where a version is read as a priors file. */
export const priorsAddress = (number: number): string => `/api/v1/model-versions/${number}/priors`;

interface Taking {
  based_on: number;
  changes: Changes;
  reason: string;
  imported: boolean;
}

export function useChangeModel() {
  const queryClient = useQueryClient();
  const onSettled = () => {
    for (const queryKey of [keys.model, keys.control, ['opportunities'], keys.boards, keys.people]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return {
    take: useMutation({
      mutationFn: (body: Taking) => answered(api.POST('/model-versions', { body })),
      onSettled,
    }),
    goBack: useMutation({
      mutationFn: ({ to, ...body }: { to: number; based_on: number; reason: string }) =>
        answered(api.POST('/model-versions/{number}/restoration', { params: { path: { number: to } }, body })),
      onSettled,
    }),
    readFile: useMutation({
      mutationFn: (text: string) => answered(api.POST('/model-imports', { body: { text } })),
    }),
  };
}

export type Taken = ModelVersion;

const ENDED = ['kept', 'not_kept', 'cancelled', 'failed'];

export const hasEnded = ({ state }: LearningRun): boolean => ENDED.includes(state);

export const learningsQuery = queryOptions({
  queryKey: keys.learnings,
  queryFn: ({ signal }) => answered(api.GET('/learnings', { signal })),
  refetchInterval: ({ state }) => (state.data?.data.every(hasEnded) ? false : LOOK_AGAIN_MS),
});

export function useLearning() {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: keys.learnings });
  return {
    start: useMutation({ mutationFn: () => answered(api.POST('/learnings')), onSettled }),
    cancel: useMutation({
      mutationFn: (id: Id) => answered(api.POST('/learnings/{id}/cancellation', { params: { path: { id } } })),
      onSettled,
    }),
  };
}
