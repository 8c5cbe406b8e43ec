// The gap between our stage and the buyers: how it is called, and what a drop on another stage would mean.

import type { BuyStage, Gap, Stage } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { buyIndex } from '~/beliefs/stages';
import type { Format } from '~/words/format';

export type GapTone = 'away' | 'toward' | 'still';

const IN_STEP_BELOW = 0.75;

const side = (steps: number): 'ahead' | 'behind' | 'in_step' =>
  steps >= IN_STEP_BELOW ? 'ahead' : steps <= -IN_STEP_BELOW ? 'behind' : 'in_step';

/** Being ahead warns only where the server is sure enough to flag it; buyers ahead of us are good news. */
export function gapTone({ steps, flagged }: Pick<Gap, 'steps' | 'flagged'>): GapTone {
  if (flagged) return 'away';
  return side(steps) === 'behind' ? 'toward' : 'still';
}

/** "3 ahead", "1.2 behind", "in step": short enough for a card. */
export const gapWords = (t: Translate, f: Format, { steps }: Pick<Gap, 'steps'>): string =>
  t(`gap.${side(steps)}`, { steps: f.steps(steps) });

/** "3 stages ahead · 95%". */
export function gapSentence(t: Translate, f: Format, { steps, p_ahead }: Gap): string {
  const where = side(steps);
  if (where === 'in_step') return t('gap.in_step');
  const chance = f.percent(where === 'ahead' ? p_ahead : 1 - p_ahead);
  return t(`gap.stages_${where}`, { count: Math.abs(steps), steps: f.steps(steps), chance });
}

/** Whether a stage that expects `expects` would fit buyers whose middle is `median`. */
export function fitOf(expects: BuyStage, median: Stage): { steps: number; fits: boolean } {
  const steps = buyIndex(expects) - buyIndex(median);
  return { steps, fits: Math.abs(steps) < 1 };
}
