// What is read off a proof: which contest is looked at, and what its figures come to in plain words.

import type { Contest, ProofTrial, ScoreCard } from '~/api/types';

/** All ages together, or one of them. */
export type Age = 'all' | number;

/** How the chance is taken: as it is shown, or set right by the earlier deals. */
export type Way = 'shown' | 'corrected';

export function contestOf(trial: ProofTrial, age: Age, way: Way): Contest {
  const one = age === 'all' ? undefined : trial.ages.find(({ age_days: days }) => days === age);
  return (one ?? trial)[way];
}

/** An age that an address names, if there is such a one. */
export function ageOf(trial: ProofTrial, age: number | undefined): Age {
  return trial.ages.some(({ age_days: days }) => days === age) && age !== undefined ? age : 'all';
}

/** What was forecast on the whole: the mean over the bins of a curve. */
export function meanForecast({ curve, count }: ScoreCard): number {
  return curve.reduce((sum, bin) => sum + bin.count * bin.forecast, 0) / Math.max(1, count);
}

/** A difference of Brier scores that is worth a sentence. */
const TELLING = 0.005;

/** What setting the chance right by the earlier deals does to it. */
export function effectOfCorrection(shown: ScoreCard, corrected: ScoreCard): 'better' | 'worse' | 'same' {
  const gain = shown.brier - corrected.brier;
  if (gain > TELLING) return 'better';
  return gain < -TELLING ? 'worse' : 'same';
}

/** Whether what was said on the whole was too low or too high by more than five in a hundred. */
export function levelOf(card: ScoreCard): 'low' | 'high' | 'right' {
  const off = meanForecast(card) - card.base_rate;
  if (off < -0.05) return 'low';
  return off > 0.05 ? 'high' : 'right';
}
