// The gap between our stage and the buyers: how it is called, and what a drop on another stage would mean.

import type { BuyStage, Gap, Stage } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { buyIndex } from '~/beliefs/stages';
import type { Format } from '~/words/format';

export type GapTone = 'away' | 'toward' | 'still';

const IN_STEP_BELOW = 0.75;

type Side = 'ahead' | 'behind' | 'in_step' | 'decider';

/** The middle may have come as far as our stage while the one whose no would end it has not: that is said instead. */
function sideOf({ steps, flagged }: Pick<Gap, 'steps' | 'flagged'>): Side {
  if (steps >= IN_STEP_BELOW) return 'ahead';
  if (flagged) return 'decider';
  return steps <= -IN_STEP_BELOW ? 'behind' : 'in_step';
}

/** Being ahead warns only where the server is sure enough to flag it; buyers ahead of us are good news. */
export function gapTone(gap: Pick<Gap, 'steps' | 'flagged'>): GapTone {
  if (gap.flagged) return 'away';
  return sideOf(gap) === 'behind' ? 'toward' : 'still';
}

/** "3 ahead", "1.2 behind", "in step": short enough for a card. */
export const gapWords = (t: Translate, f: Format, gap: Pick<Gap, 'steps' | 'flagged'>): string =>
  t(`gap.${sideOf(gap)}`, { steps: f.steps(gap.steps) });

/** "3 stages ahead · 95%". */
export function gapSentence(t: Translate, f: Format, gap: Gap): string {
  const { steps, p_ahead } = gap;
  const where = sideOf(gap);
  if (where === 'in_step') return t('gap.in_step');
  const chance = f.percent(where === 'behind' ? 1 - p_ahead : p_ahead);
  if (where === 'decider') return t('gap.decider_chance', { chance });
  return t(`gap.stages_${where}`, { count: Math.abs(steps), steps: f.steps(steps), chance });
}

/** Whether a stage that expects `expects` would fit buyers whose middle is `median`. */
export function fitOf(expects: BuyStage, median: Stage): { steps: number; fits: boolean } {
  const steps = buyIndex(expects) - buyIndex(median);
  return { steps, fits: Math.abs(steps) < 1 };
}
