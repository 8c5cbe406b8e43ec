// How influence looks on the map.

import { expect, test } from 'vitest';
import { influenceOf } from './influence';

const bond = (weight: number | null, strength: number | null = 1, back: number | null = null) =>
  influenceOf({ weight, weight_back: back, strength });

test('a line grows wider with its weight, and stops growing where it would hide the map', () => {
  const [faint, middle, strong, most] = [0.05, 0.3, 0.8, 1].map((weight) => bond(weight));
  expect(middle?.strokeWidth).toBeGreaterThan(faint?.strokeWidth ?? Number.NaN);
  expect(strong?.strokeWidth).toBeGreaterThan(middle?.strokeWidth ?? Number.NaN);
  expect(most).toEqual(strong);
});

test('a bond fades with time, and never quite away', () => {
  expect(bond(0.3, 0.2)?.strokeOpacity).toBeLessThan(bond(0.3, 1)?.strokeOpacity ?? Number.NaN);
  expect(bond(0.3, 0)?.strokeOpacity).toBeGreaterThan(0);
  expect(bond(0.3, 0.2)?.strokeWidth).toBe(bond(0.3, 1)?.strokeWidth);
});

test('whoever weighs more of the two decides how wide it is', () => {
  expect(bond(0.1, 1, 0.4)).toEqual(bond(0.4, 1, 0.1));
});

test('without influence there is no such line', () => {
  expect(bond(null)).toBeNull();
  expect(bond(0, 1, 0)).toBeNull();
});
