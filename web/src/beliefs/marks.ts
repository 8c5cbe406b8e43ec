// The evidence along the axis of time: each record that moved the person, on the day it did, with its sentence.

import type { Day, EvidenceItem, Id } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { dayOfEffect, itemWords } from '~/words/evidence';

export interface PersonMark {
  key: string;
  day: Day;
  points: number;
  words: string;
}

export function marksOf(t: Translate, items: readonly EvidenceItem[], personId: Id): PersonMark[] {
  return items.flatMap((item, index) => {
    const moved = item.moved.filter(({ person_id: id }) => id === personId);
    if (moved.length === 0) return [];
    const points = moved.reduce((sum, one) => sum + one.points, 0);
    const key = item.interaction?.id ?? item.commitment?.id ?? String(index);
    return [{ key, day: dayOfEffect(item), points, words: itemWords(t, item).main }];
  });
}

/** Those that moved most, far enough apart in time that their notes can both be read. */
export function strongestApart(
  marks: readonly PersonMark[],
  most: number,
  near: (a: PersonMark, b: PersonMark) => boolean,
): PersonMark[] {
  const chosen: PersonMark[] = [];
  for (const mark of [...marks].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => near(other, mark))) chosen.push(mark);
  }
  return chosen;
}
