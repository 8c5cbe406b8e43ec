// Until when a forecast looks: the end of this month, quarter or year, or a day of one's own.

import type { Day } from '~/api/types';

export const TERMS = ['month', 'quarter', 'year'] as const;
export type Term = (typeof TERMS)[number];

const MONTHS: Record<Term, number> = { month: 1, quarter: 3, year: 12 };

/** The last day of the term that `today` lies in. */
export function endOf(term: Term, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const after = (Math.floor(month / MONTHS[term]) + 1) * MONTHS[term];
  return new Date(Date.UTC(year, after, 0)).toISOString().slice(0, 10);
}

/** Which of the terms ends on that day; the shortest, where several do. */
export const termOf = (until: Day, today: Day): Term | null =>
  TERMS.find((term) => endOf(term, today) === until) ?? null;
