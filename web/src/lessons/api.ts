// What many deals teach: what goes with winning, and what came of each activity.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day, FeatureKind, Id } from '~/api/types';
import type { Whose } from '~/control/api';

export interface LessonFilter extends Whose {
  product_id?: Id | undefined;
  since?: Day | undefined;
}

export const lessonsQuery = (filter: LessonFilter) =>
  queryOptions({
    queryKey: keys.lessons(filter),
    queryFn: ({ signal }) => answered(api.GET('/lessons', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const playbookQuery = (filter: LessonFilter) =>
  queryOptions({
    queryKey: keys.playbook(filter),
    queryFn: ({ signal }) => answered(api.GET('/playbook', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

/** The deals that a lesson rests on. */
export const lessonDealsQuery = (query: LessonFilter & { kind: FeatureKind; name: string }) =>
  queryOptions({
    queryKey: keys.lessonDeals(query),
    queryFn: ({ signal }) => answered(api.GET('/lessons/deals', { params: { query }, signal })),
  });
