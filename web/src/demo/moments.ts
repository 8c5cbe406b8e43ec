// The two days of a case worth looking at first: when the one who decides stood furthest from us, and when that turned.

import type { Day, Room, Stakeholder } from '~/api/types';

export interface Moments {
  person: Stakeholder;
  lowest: Day;
  turned: Day;
}

const HALF = 0.5;

export function momentsOf(room: Room): Moments | null {
  const person = [...room.stakeholders].sort((a, b) => Number(b.veto) - Number(a.veto) || b.power - a.power)[0];
  if (!person || person.trend.length < 2) return null;
  const turn = person.trend.findIndex(({ p }) => p >= HALF);
  const before = turn > 0 ? person.trend.slice(0, turn) : person.trend;
  const lowest = before.reduce((least, point) => (point.p < least.p ? point : least));
  const turned = person.trend[turn] ?? person.trend.at(-1);
  return turned ? { person, lowest: lowest.day, turned: turned.day } : null;
}
