// Lessons in words: what a deal may have had to it, and how far apart the shares won lie.

import i18next from 'i18next';
import type { Lesson } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { Format } from '~/words/format';
import { sentence } from '~/words/title';

/** "One set of figures", "Executives meet", "Introduced to whoever can refuse". */
export function featureName(t: Translate, { kind, name }: Lesson): string {
  if (kind === 'activity') return sentence(t, `action.${name}`);
  const key = `feature.${kind}.${name}`;
  return i18next.exists(key) ? t(key as 'feature.route.introduced') : name;
}

/** "8 of 12". */
export const shareWon = (t: Translate, f: Format, won: number, all: number): string =>
  t('lessons.of', { won: f.count(won), all: f.count(all) });

/** "+7 pp (−7 to +22)". */
export const differenceWords = (
  t: Translate,
  f: Format,
  { value, low, high }: { value: number; low: number; high: number },
): string => t('lessons.difference_words', { difference: f.change(value), low: f.change(low), high: f.change(high) });
