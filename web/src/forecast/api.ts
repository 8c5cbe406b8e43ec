// What the open deals will bring by a day, as the server drew it.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day } from '~/api/types';
import type { Whose } from '~/control/api';
import { type Forecast, wire } from '~/control/wire';

export const forecastQuery = (filter: Whose & { until: Day }) =>
  queryOptions({
    queryKey: keys.forecast(filter),
    queryFn: ({ signal }) => answered(wire.GET<Forecast>('/forecast', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
