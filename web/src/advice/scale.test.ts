// One scale for all shifts of a list.

import { describe, expect, test } from 'vitest';
import { around, scaleOf } from './scale';

describe('the scale', () => {
  test('holds everything that is drawn on it, with air', () => {
    const [low, high] = scaleOf(0.4, [
      { gain: 0.1, low: 0.3, high: 0.6 },
      { gain: 0.02, low: 0.38, high: 0.7 },
    ]);
    expect(low).toBeLessThan(0.3);
    expect(high).toBeGreaterThan(0.7);
  });

  test('does not blow up what hardly moves', () => {
    const [low, high] = scaleOf(0.4, [{ gain: 0.001, low: 0.4, high: 0.402 }]);
    expect(high - low).toBeCloseTo(0.06, 9);
  });

  test.each([[[0.001, 0.01]], [[0.99, 0.999]]])('stays between none and certainty: %j', (chances) => {
    const [low, high] = around(chances);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(high - low).toBeCloseTo(0.06, 9);
  });
});
