// The two days of a case that the start screen shows.

import { expect, test } from 'vitest';
import type { Opportunity, Room, RoomPerson } from '~/api/types';
import { momentsOf } from './moments';

const stakeholder = (veto: boolean, trend: [string, number][]) =>
  ({ veto, power: 0.5, trend: trend.map(([day, p]) => ({ day, p })) }) as RoomPerson;

const room = (stakeholders: RoomPerson[]) =>
  ({
    stakeholders,
    last_day: '2000-06-01',
    opportunity: { closure: { outcome: 'won', at: '2000-04-01', reason: null } } as Opportunity,
  }) as Room;

test('the furthest day lies before the nearest, and the nearest before the order', () => {
  const decider = stakeholder(true, [
    ['2000-01-01', 0.1],
    ['2000-02-01', 0.02],
    ['2000-03-01', 0.6],
    ['2000-04-01', 0.01],
    ['2000-05-01', 0.9],
  ]);
  const other = stakeholder(false, [
    ['2000-01-01', 0.9],
    ['2000-02-01', 0.9],
  ]);
  expect(momentsOf(room([other, decider]))).toMatchObject({ lowest: '2000-02-01', highest: '2000-03-01' });
});

test('a case without a run of days has no moments', () => {
  expect(momentsOf(room([]))).toBeNull();
});
