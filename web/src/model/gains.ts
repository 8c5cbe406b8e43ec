// By how much each challenger forecast later deals better than the model in force, with the band that chance leaves.

import type { LearningVerdict } from '~/api/types';

/** Half of an 80% interval, in standard errors: the same bar that a challenger has to pass. */
export const HALF_OF_80 = 1.2815515655446004;

export interface Gain {
  challenger: LearningVerdict['challengers'][number]['challenger'];
  brier: number;
  calibration: LearningVerdict['calibration'];
  /** The mean squared error that it saves. */
  gain: number;
  error: number;
  low: number;
  high: number;
  /** By more than chance. */
  isBetter: boolean;
}

/** The gains, and a scale with nothing in its middle that holds all of them. */
export function gainsOf({ champion, challengers }: LearningVerdict): { gains: Gain[]; range: number } {
  const gains = challengers.map(({ challenger, brier, error, calibration }) => {
    const gain = champion - brier;
    const half = HALF_OF_80 * error;
    return { challenger, brier, calibration, error, gain, low: gain - half, high: gain + half, isBetter: gain > half };
  });
  const range = Math.max(0, ...gains.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  return { gains, range };
}
