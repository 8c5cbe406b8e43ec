// A reading in words: the state where it may be named, "not sure yet" where it may not, and the chance that goes with it.

import type { Reading } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { Format } from './format';

/** "Evaluating 68%", "Convinced, but idle 31%", or "Not sure yet". */
export function readingWords(t: Translate, f: Format, reading: Reading | null): string {
  if (!reading) return t('state.no_evidence');
  if (!reading.named_stage) return t('state.not_sure');
  if (reading.named_stage === 'aware' && reading.convinced_but_idle)
    return t('state.with_chance', { state: t('state.convinced_but_idle'), chance: f.percent(reading.idle) });
  return t('state.with_chance', { state: t(`state.${reading.named_stage}`), chance: f.percent(reading.p_named) });
}
