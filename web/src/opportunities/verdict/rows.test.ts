// The days that decided a deal, added up and folded.

import { expect, test } from 'vitest';
import type { Verdict, VerdictDay } from '~/api/types';
import { turningDays, verdictRows } from './rows';

const day = (on: string, points: number): VerdictDay => ({ day: on, points, chance: 0, happened: [] });
const verdict = (days: VerdictDay[], quiet: number): Verdict => {
  const total = 20 + days.reduce((sum, { points }) => sum + points, 0) + quiet;
  return { start_points: 20, quiet_points: quiet, total_points: total, days } as Verdict;
};

test('each bar begins where the one before it ends, and the last ends at the total', () => {
  const rows = verdictRows(verdict([day('2026-01-01', 12), day('2026-01-09', -5)], -2), false);
  expect(rows.start.bar).toEqual({ from: 0, to: 20 });
  expect(rows.days.map(({ bar }) => bar)).toEqual([
    { from: 20, to: 32 },
    { from: 32, to: 27 },
  ]);
  expect(rows.quiet.bar).toEqual({ from: 27, to: 25 });
  expect(rows.total.bar).toEqual({ from: 0, to: 25 });
});

test('the figures shown add up to the total shown', () => {
  const days = [day('2026-01-01', 0.14), day('2026-01-02', 0.14), day('2026-01-03', 0.14)];
  const { start, days: rows, quiet, total } = verdictRows(verdict(days, 0.14), false);
  const sum = [start, ...rows, quiet].reduce((of, { shown }) => of + shown, 0);
  expect(sum).toBeCloseTo(total.shown, 9);
});

test('of many days those that hardly moved it share a line, until it is unfolded', () => {
  const days = Array.from({ length: 14 }, (_, at) => day(`2026-01-${at + 10}`, at < 3 ? 4 : 0.2));
  const folded = verdictRows(verdict(days, 0), false);
  expect(folded.days.map((row) => row.days.length)).toEqual([1, 1, 1, 11]);
  expect(verdictRows(verdict(days, 0), true).days).toHaveLength(14);
});

test('the turning days are the furthest either way, and none that hardly moved it', () => {
  const days = [day('2026-01-01', 3), day('2026-01-02', 9), day('2026-01-03', -0.3)];
  expect(turningDays(days)).toEqual({ toward: days[1], away: null });
});
