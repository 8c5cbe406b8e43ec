// The demo's own address book: where the published case is. A plain installation answers 404.

import { queryOptions } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Demo } from '~/api/types';

export const demoQuery = queryOptions({
  queryKey: keys.demo,
  queryFn: () => api.get<Demo>('/demo'),
  staleTime: Number.POSITIVE_INFINITY,
});
