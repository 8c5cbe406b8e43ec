// Words on a record are a note. Only what a customer wrote, and what is no assumption of ours, is quoted.

import type { Source } from '~/api/types';
import type { Translate } from '~/app/i18n';

interface Noted {
  words: string | null;
  source: Source | null;
  assumed: boolean;
}

export function noteWords(t: Translate, { words, source, assumed }: Noted): string | null {
  if (!words) return null;
  return source === 'customer_written' && !assumed ? t('feed.quoted', { words }) : words;
}
