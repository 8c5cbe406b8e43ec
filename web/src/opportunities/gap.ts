// The gap between our stage and the buyers: how it is called, and what a drop on another stage would mean.

import type { BuyStage, Gap } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { buyIndex } from '~/beliefs/stages';
import type { Format } from '~/words/format';

export type GapTone = 'away' | 'toward' | 'still';

const IN_STEP_BELOW = 0.75;

export const gapTone = (steps: number): GapTone =>
  steps >= IN_STEP_BELOW ? 'away' : steps <= -IN_STEP_BELOW ? 'toward' : 'still';

/** "3 ahead", "1.2 behind", "in step": short enough for a card. */
export function gapWords(t: Translate, f: Format, steps: number): string {
  const tone = gapTone(steps);
  if (tone === 'still') return t('gap.in_step');
  return t(tone === 'away' ? 'gap.ahead' : 'gap.behind', { steps: f.steps(steps) });
}

/** "3 stages ahead · 95%". */
export function gapSentence(t: Translate, f: Format, { steps, p_ahead }: Gap): string {
  const tone = gapTone(steps);
  if (tone === 'still') return t('gap.in_step');
  const chance = f.percent(tone === 'away' ? p_ahead : 1 - p_ahead);
  return t(tone === 'away' ? 'gap.stages_ahead' : 'gap.stages_behind', { steps: f.steps(steps), chance });
}

/** Whether a stage that expects `expects` would fit buyers whose middle is `median`. */
export function fitOf(expects: BuyStage, median: BuyStage): { steps: number; fits: boolean } {
  const steps = buyIndex(expects) - buyIndex(median);
  return { steps, fits: Math.abs(steps) < 1 };
}
