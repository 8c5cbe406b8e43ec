// When two people change one record.

import { expect, test } from 'vitest';
import { changesOf, clashesOf } from './clash';

const before = { name: 'Harrow', city: null, price: { minor: 5, currency: 'EUR' } };

test('only what was changed is sent', () => {
  const after = { ...before, city: 'Leeds', price: { minor: 5, currency: 'EUR' } };
  expect(changesOf(before, after)).toEqual({ city: 'Leeds' });
});

test('a field that only one of the two changed is no clash', () => {
  expect(clashesOf(before, { city: 'Leeds' }, { ...before, name: 'Harrow Ltd' })).toEqual([]);
});

test('nor is one that both changed to the same', () => {
  expect(clashesOf(before, { city: 'Leeds' }, { ...before, city: 'Leeds' })).toEqual([]);
});

test('a field that both changed shows both values', () => {
  expect(clashesOf(before, { city: 'Leeds', name: 'H' }, { ...before, city: 'York' })).toEqual([
    { field: 'city', mine: 'Leeds', theirs: 'York' },
  ]);
});
