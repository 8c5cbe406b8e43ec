// What an average is made of: each deal's amount times its chance to be won by then; the lines add up to the total.

import type { CurrencyForecast, ForecastDeal } from '~/api/types';

export interface TermLine {
  deal: ForecastDeal;
  minor: number;
}

export interface Terms {
  lines: TermLine[];
  /** What the lines leave of the average: further deals, and the luck of the draws. */
  rest: number;
  total: number;
  /** How many deals are in the average without having a line. */
  others: number;
}

export function termsOf({ currency, mean_minor: total, deals }: CurrencyForecast, all: readonly ForecastDeal[]): Terms {
  const lines = all
    .filter(({ amount }) => amount.currency === currency)
    .map((deal) => ({ deal, minor: Math.round(deal.won_by * deal.amount.minor) }))
    .sort((a, b) => b.minor - a.minor);
  const said = lines.reduce((sum, { minor }) => sum + minor, 0);
  return { lines, rest: total - said, total, others: Math.max(0, deals - lines.length) };
}
