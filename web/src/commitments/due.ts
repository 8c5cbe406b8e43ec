// When a promise falls due, and how urgent that is.

import type { Commitment, Day } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { Format } from '~/words/format';

export interface Due {
  words: string;
  tone: 'plain' | 'watch' | 'away';
}

const SOON_DAYS = 2;

/** What the due date says on `from`, the day the page is about. */
export function dueOf(
  t: Translate,
  f: Format,
  { due, state }: Pick<Commitment, 'due' | 'state'>,
  from: Day,
): Due | null {
  if (!due) return null;
  if (state !== 'open' && state !== 'overdue') return { words: f.shortDay(due), tone: 'plain' };
  const late = f.daysAgo(due, from);
  if (late > 0) return { words: t('due.late', { count: late }), tone: 'away' };
  if (late === 0) return { words: t('due.today'), tone: 'watch' };
  if (late >= -SOON_DAYS) return { words: `${f.weekday(due)} ${f.shortDay(due)}`, tone: 'watch' };
  return { words: f.shortDay(due), tone: 'plain' };
}
