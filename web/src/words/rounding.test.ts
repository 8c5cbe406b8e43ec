// Shown tenths that add up to the shown total.

import { describe, expect, test } from 'vitest';
import { addUp } from './rounding';

const tenths = (values: number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);

describe('addUp', () => {
  test.each([
    { parts: [0.33, 0.33, 0.34], total: 1 },
    { parts: [-56.24, -30.68, 29.33, 63.64], total: 6.05 },
    { parts: [0.05, 0.05, 0.05, 0.05], total: 0.2 },
    { parts: [12.04], total: 12.04 },
    { parts: [0.26, -0.26], total: 0 },
  ])('the shown tenths of $parts sum to the shown total', ({ parts, total }) => {
    expect(tenths(addUp(parts, total))).toBe(Math.round(total * 10));
  });

  test('no part is moved by a whole tenth or more', () => {
    const parts = [-56.24, -30.68, 29.33, 63.64, -7.77];
    const total = parts.reduce((sum, part) => sum + part, 0);
    addUp(parts, total).forEach((shown, index) => {
      expect(Math.abs(shown - (parts[index] ?? 0))).toBeLessThan(0.1);
    });
  });

  test('nothing to add is nothing', () => {
    expect(addUp([], 0)).toEqual([]);
  });
});
