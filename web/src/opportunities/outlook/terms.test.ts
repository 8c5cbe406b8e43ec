// The lines behind the chance to win.

import { describe, expect, test } from 'vitest';
import type { Win, WinTermLine } from '~/api/types';
import { termRows } from './terms';

const term = (kind: WinTermLine['kind'], points: number): WinTermLine => ({ kind, person: null, points });
const win = (terms: WinTermLine[]): Win => ({
  p: 0.2,
  low: 0.1,
  high: 0.4,
  enough: true,
  coverage: 0.3,
  total_points: terms.reduce((sum, { points }) => sum + points, 0),
  terms,
});

describe('the terms of the chance to win', () => {
  const { rows, total, domain } = termRows(
    win([term('support', -9.44), term('coverage', 3.33), term('base', -14.27), term('veto', 4.36)]),
    false,
  );

  test('begin with the base and go on by size', () => {
    expect(rows.map(({ terms: [first] }) => first?.kind)).toEqual(['base', 'support', 'veto', 'coverage']);
  });

  test('show tenths that add up to the total shown', () => {
    const sum = rows.reduce((reached, { shown }) => reached + shown, 0);
    expect(sum).toBeCloseTo(total.shown, 9);
  });

  test('each begin where the one before ended, and the last ends at the total', () => {
    for (const [index, { bar }] of rows.slice(1).entries()) {
      expect(bar.from).toBeCloseTo(rows[index]?.bar.to ?? Number.NaN, 9);
    }
    expect(rows.at(-1)?.bar.to).toBeCloseTo(total.bar.to, 9);
  });

  test('fit into their scale, zero included', () => {
    for (const { bar } of rows) {
      expect(bar.to).toBeGreaterThanOrEqual(domain.low);
      expect(bar.to).toBeLessThanOrEqual(domain.high);
    }
    expect(domain.high).toBeGreaterThan(0);
  });

  describe('when they are many', () => {
    const many = win([
      term('base', -14.3),
      ...Array.from({ length: 4 }, () => term('support', 2.5)),
      ...Array.from({ length: 8 }, () => term('concept', 0.04)),
    ]);

    test('the small ones share a line, and nothing of the sum is lost', () => {
      const { rows: lines, total: sum } = termRows(many, false);
      expect(lines.map(({ terms }) => terms.length)).toEqual([1, 1, 1, 1, 1, 8]);
      expect(lines.at(-1)?.points).toBeCloseTo(0.32, 9);
      expect(lines.reduce((reached, line) => reached + line.shown, 0)).toBeCloseTo(sum.shown, 9);
    });

    test('each has its own line on asking', () => {
      expect(termRows(many, true).rows).toHaveLength(13);
    });
  });
});
