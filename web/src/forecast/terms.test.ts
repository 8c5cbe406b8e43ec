// The lines of an average.

import { expect, test } from 'vitest';
import type { CurrencyForecast, ForecastDeal } from '~/api/types';
import { termsOf } from './terms';

const deal = (minor: number, wonBy: number, currency = 'USD') =>
  ({ amount: { minor, currency }, won_by: wonBy }) as ForecastDeal;
const total = { currency: 'USD', mean_minor: 760, deals: 4 } as CurrencyForecast;

test('add up to the average, the largest first, other currencies left out', () => {
  const { lines, rest, others } = termsOf(total, [deal(1000, 0.2), deal(1000, 0.5), deal(900, 0.9, 'EUR')]);
  expect(lines.map(({ minor }) => minor)).toEqual([500, 200]);
  expect(rest).toBe(60);
  expect(others).toBe(2);
});
