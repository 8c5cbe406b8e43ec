// The next working day, and times of day there and back.

import { expect, test } from 'vitest';
import { momentOf, nextWorkingDay, timeOf } from './days';

test.each([
  ['2026-11-30', '2026-12-01'],
  ['2026-12-04', '2026-12-07'],
  ['2026-12-05', '2026-12-07'],
  ['2026-12-06', '2026-12-07'],
])('after %s work goes on on %s', (today, next) => {
  expect(nextWorkingDay(today)).toBe(next);
});

test('a time of day is the same there and back, and no time stays none', () => {
  expect(timeOf(momentOf('2026-12-01', '14:30'))).toBe('14:30');
  expect([momentOf('2026-12-01', ''), timeOf(null)]).toEqual([null, '']);
});
