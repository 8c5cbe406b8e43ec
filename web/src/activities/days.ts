// When something is to be done, if nobody says so: on the next working day.

import type { Day } from '~/api/types';
import { addDays } from '~/words/format';

const SATURDAY = 6;
const SUNDAY = 0;

export function nextWorkingDay(today: Day): Day {
  const next = addDays(today, 1);
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
  if (weekday === SATURDAY) return addDays(next, 2);
  return weekday === SUNDAY ? addDays(next, 1) : next;
}

/** The moment of a time of day, as the reader's clock shows it; null where no time is fixed. */
export const momentOf = (day: Day, time: string): string | null =>
  /^\d{2}:\d{2}/.test(time) ? new Date(`${day}T${time}`).toISOString() : null;

/** The time of day of a moment, as the reader's clock shows it. */
export function timeOf(moment: string | null): string {
  if (!moment) return '';
  const at = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
