// The lines of an explanation, drawn so that they add up.

import { describe, expect, test } from 'vitest';
import type { Explanation, ExplanationLine } from '~/api/types';
import { waterfall } from './waterfall';

const line = (points: number): ExplanationLine => ({
  at: '2000-05-01T00:00:00Z',
  until: null,
  count: 1,
  title: { code: 'sign', action: null, reply: null, sign: 'warm_words', benefit: null, words: null },
  source: null,
  recorded_by: null,
  assumed: false,
  points,
  running: 0,
  interaction_ids: [],
  commitment_ids: [],
});

const explanation = (start: number, points: number[], quiet: number): Explanation => ({
  phase: 'buy',
  start: 'stranger',
  start_points: start,
  lines: points.map(line),
  quiet_days: 10,
  quiet_points: quiet,
  total_points: start + points.reduce((sum, value) => sum + value, 0) + quiet,
  strongest: null,
  probability_without_strongest: null,
  model: { number: 0, version: '1', completeness: [], sources: [] },
});

const EXAMPLE = explanation(-56.24, [-30.68, -27.19, 29.33, 21.44, 63.9], 7.74);

describe('the sum behind a chance', () => {
  test('the shown lines add up to the shown total', () => {
    const { start, lines, quiet, total } = waterfall(EXAMPLE, 'in_order');
    const sum = [start, ...lines, quiet].reduce((all, { shown }) => all + Math.round(shown * 10), 0);
    expect(sum).toBe(Math.round(total.shown * 10));
  });

  test('in order, each bar begins where the one before ended', () => {
    const { start, lines, quiet, total } = waterfall(EXAMPLE, 'in_order');
    expect(lines[0]?.bar.from).toBe(start.bar.to);
    for (let index = 1; index < lines.length; index++) {
      expect(lines[index]?.bar.from).toBe(lines[index - 1]?.bar.to);
    }
    expect(quiet.bar.to).toBeCloseTo(total.bar.to, 9);
  });

  test('by size, the strongest line comes first and keeps its shown tenths', () => {
    const ordered = waterfall(EXAMPLE, 'in_order').lines;
    const sized = waterfall(EXAMPLE, 'by_size').lines;
    expect(sized.map(({ index }) => index)).toEqual([4, 0, 2, 1, 3]);
    expect(sized[0]?.shown).toBe(ordered[4]?.shown);
  });

  test('the scale holds every bar and zero', () => {
    const { domain, lines } = waterfall(EXAMPLE, 'in_order');
    for (const { bar } of lines) {
      expect(Math.min(bar.from, bar.to)).toBeGreaterThanOrEqual(domain.low);
      expect(Math.max(bar.from, bar.to, 0)).toBeLessThanOrEqual(domain.high);
    }
  });
});
