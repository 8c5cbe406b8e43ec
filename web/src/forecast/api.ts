// What the open deals will bring by a day, as the server drew it.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day } from '~/api/types';
import type { Whose } from '~/control/api';

export const forecastQuery = (filter: Whose & { until: Day }) =>
  queryOptions({
    queryKey: keys.forecast(filter),
    queryFn: ({ signal }) => answered(api.GET('/forecast', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
