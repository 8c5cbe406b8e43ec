import { expect, test } from 'vitest';
import type { Room, Stakeholder } from '~/api/types';
import { momentsOf } from './moments';

const stakeholder = (veto: boolean, trend: [string, number][]) =>
  ({ veto, power: 0.5, trend: trend.map(([day, p]) => ({ day, p })) }) as Stakeholder;

test('the lowest day lies before the day it turned', () => {
  const room = {
    stakeholders: [
      stakeholder(false, [['2000-01-01', 0.9]]),
      stakeholder(true, [
        ['2000-01-01', 0.1],
        ['2000-02-01', 0.02],
        ['2000-03-01', 0.6],
        ['2000-04-01', 0.01],
      ]),
    ],
  } as Room;
  expect(momentsOf(room)).toMatchObject({ lowest: '2000-02-01', turned: '2000-03-01' });
});

test('a case without a run of days has no moments', () => {
  expect(momentsOf({ stakeholders: [] as Stakeholder[] } as Room)).toBeNull();
});
