// The days around an expected close, placed on one axis that begins today and holds the day written down.

import type { Day, Outlook } from '~/api/types';
import { daysBetween } from '~/words/format';

export interface ClosingAxis {
  low: number;
  middle: number;
  high: number;
  recorded: number | null;
}

const MARGIN = 1.06;

export function closingAxis(
  { early, middle, late }: NonNullable<Outlook['closing']>,
  recorded: Day | null,
  asOf: Day,
): ClosingAxis {
  const from = (day: Day) => daysBetween(asOf, day);
  const span = Math.max(1, from(late), recorded ? from(recorded) : 0) * MARGIN;
  return {
    low: from(early) / span,
    middle: from(middle) / span,
    high: from(late) / span,
    recorded: recorded ? Math.max(0, from(recorded) / span) : null,
  };
}
