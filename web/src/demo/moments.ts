// The two days of a case worth looking at first: when the one who decides stood furthest from us, and when nearest.

import type { Day, Room, RoomPerson } from '~/api/types';

export interface Moments {
  person: RoomPerson;
  lowest: Day;
  highest: Day;
}

/** The nearest day is the highest while they were buying; the furthest lies before it. */
export function momentsOf(room: Room): Moments | null {
  const person = [...room.stakeholders].sort((a, b) => Number(b.veto) - Number(a.veto) || b.power - a.power)[0];
  const ordered = room.opportunity.closure?.at ?? room.last_day;
  const run = (person?.trend ?? []).filter(({ day }) => day <= ordered);
  if (!person || run.length < 2) return null;
  const highest = run.reduce((most, point) => (point.p > most.p ? point : most));
  const lowest = run
    .filter(({ day }) => day <= highest.day)
    .reduce((least, point) => (point.p < least.p ? point : least));
  return { person, lowest: lowest.day, highest: highest.day };
}
