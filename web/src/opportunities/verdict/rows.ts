// What decided a deal, ready to draw: the start, the days that moved it, those that hardly did in one line, the quiet between
// them, and the total they add up to.

import type { Verdict, VerdictDay } from '~/api/types';
import { domainOf } from '~/graphics/domain';
import type { Span } from '~/graphics/ruler';
import type { Domain } from '~/graphics/WaterfallBar';
import { addUp } from '~/words/rounding';

export interface Sum {
  /** In tenths that add up to the total shown. */
  shown: number;
  bar: Span;
}

export interface DayRow extends Sum {
  /** One day, or several that hardly moved it. */
  days: VerdictDay[];
}

export interface VerdictRows {
  start: Sum;
  days: DayRow[];
  quiet: Sum;
  total: Sum;
  domain: Domain;
}

/** As many days as can be read at a glance; fewer are shown as they are. */
const MOST = 12;
const SMALL_POINTS = 0.5;

export function verdictRows(verdict: Verdict, unfolded: boolean): VerdictRows {
  const { start_points: start, quiet_points: quiet, total_points: total, days } = verdict;
  const lines = unfolded || days.length <= MOST ? days.map((day) => [day]) : folded(days);
  const points = lines.map((line) => line.reduce((sum, day) => sum + day.points, 0));
  const shown = addUp([start, ...points, quiet], total);
  let running = start;
  const rows = lines.map((line, index): DayRow => {
    const bar = { from: running, to: running + (points[index] ?? 0) };
    running = bar.to;
    return { days: line, shown: shown[index + 1] ?? 0, bar };
  });
  return {
    start: { shown: shown[0] ?? 0, bar: { from: 0, to: start } },
    days: rows,
    quiet: { shown: shown.at(-1) ?? 0, bar: { from: running, to: running + quiet } },
    total: { shown: Math.round(total * 10) / 10, bar: { from: 0, to: total } },
    domain: domainOf([start, total, running + quiet, ...rows.map(({ bar }) => bar.to)]),
  };
}

function folded(days: readonly VerdictDay[]): VerdictDay[][] {
  const isSmall = ({ points }: VerdictDay) => Math.abs(points) < SMALL_POINTS;
  const small = days.filter(isSmall);
  return [...days.filter((day) => !isSmall(day)).map((day) => [day]), ...(small.length > 0 ? [small] : [])];
}

/** The day that spoke most for winning, and the one that spoke most against it. */
export function turningDays(days: readonly VerdictDay[]): { toward: VerdictDay | null; away: VerdictDay | null } {
  const furthest = (sign: 1 | -1) =>
    days
      .filter(({ points }) => sign * points >= SMALL_POINTS)
      .reduce<VerdictDay | null>((best, day) => (best && sign * best.points >= sign * day.points ? best : day), null);
  return { toward: furthest(1), away: furthest(-1) };
}
