// The last days of months, quarters and years.

import { expect, test } from 'vitest';
import { endOf, termOf } from './until';

test.each([
  ['2000-08-20', '2000-08-31', '2000-09-30', '2000-12-31'],
  ['2000-02-01', '2000-02-29', '2000-03-31', '2000-12-31'],
  ['2000-12-31', '2000-12-31', '2000-12-31', '2000-12-31'],
])('from %s the month ends on %s, the quarter on %s, the year on %s', (today, month, quarter, year) => {
  expect([endOf('month', today), endOf('quarter', today), endOf('year', today)]).toEqual([month, quarter, year]);
});

test('a day is a term where one ends on it, and a day of its own elsewhere', () => {
  expect(termOf('2000-09-30', '2000-08-20')).toBe('quarter');
  expect(termOf('2000-09-29', '2000-08-20')).toBeNull();
});
