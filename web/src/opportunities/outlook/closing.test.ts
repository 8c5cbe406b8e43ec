// Where the days of an expected close stand on their axis.

import { expect, test } from 'vitest';
import { closingAxis } from './closing';

const CLOSING = { early: '2000-07-01', middle: '2000-08-01', late: '2000-10-01' };

test('the axis runs from today past the last of the days, the one written down included', () => {
  const within = closingAxis(CLOSING, '2000-07-15', '2000-06-01');
  expect(within.low).toBeLessThan(within.recorded ?? 0);
  expect(within.recorded).toBeLessThan(within.middle);
  expect(within.high).toBeLessThan(1);

  const beyond = closingAxis(CLOSING, '2001-06-01', '2000-06-01');
  expect(beyond.high).toBeLessThan(beyond.recorded ?? 0);
  expect(beyond.recorded).toBeLessThan(1);
});

test('a recorded day that has passed stands at the beginning', () => {
  expect(closingAxis(CLOSING, '2000-03-01', '2000-06-01').recorded).toBe(0);
});
