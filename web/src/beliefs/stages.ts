// The stages of a person's mind, in order. A read-out of the belief: the browser orders and names them, nothing more.

import type { BuyStage, Factor, Phase, Stage, StageShare } from '~/api/types';

export const BUY_STAGES: readonly BuyStage[] = [
  'blocked',
  'unaware',
  'aware',
  'interested',
  'evaluating',
  'preferring',
  'committed',
];

export const USE_STAGES: readonly Stage[] = ['blocked', 'implementing', 'using', 'value_confirmed', 'vouching'];

export const FACTORS: readonly Factor[] = ['C', 'P', 'B'];

export const stagesOf = (phase: Phase): readonly Stage[] => (phase === 'buy' ? BUY_STAGES : USE_STAGES);

export const buyIndex = (stage: Stage): number => (BUY_STAGES as readonly Stage[]).indexOf(stage);

/** The stage in the middle: half of the probability lies at it or before it. */
export function medianStage(phase: Phase, shares: readonly number[]): Stage {
  const order = stagesOf(phase);
  let reached = 0;
  const middle = order.findIndex((_, index) => {
    reached += shares[index] ?? 0;
    return reached >= 0.5;
  });
  return order[middle] ?? (order.at(-1) as Stage);
}

export const likeliest = (shares: StageShare[]): StageShare | null =>
  shares.reduce<StageShare | null>((best, share) => (best === null || share.p > best.p ? share : best), null);

/** Factor levels: cognition climbs the buying ramp, psychology and behaviour run from away to toward. */
export const levelTones = (factor: Factor): readonly string[] =>
  factor === 'C'
    ? ['state-unaware', 'state-aware', 'state-interested', 'state-evaluating', 'state-preferring']
    : ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'];
