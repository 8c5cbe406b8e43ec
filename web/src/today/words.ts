// What a day says of itself in a line: which day it is, how much matters, what is late.

import type { Today } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { Format } from '~/words/format';

/** "Monday 30 Nov · the 5 that matter · 1 promise overdue". */
export function leadWords(t: Translate, f: Format, { day, best, duties, planned }: Today): string {
  const late = duties.filter(({ kind, on }) => kind === 'promise' && on < day).length;
  const undone = planned.filter(({ state }) => state === 'overdue').length;
  return [
    f.spokenDay(day),
    best.length > 0 && t('today.matter', { count: best.length }),
    late > 0 && t('today.late', { count: late }),
    undone > 0 && t('today.undone', { count: undone }),
  ]
    .filter(Boolean)
    .join(' · ');
}
