// What the server would answer a house with years of closed deals: made up here, for looking at the whole page of proof.
// That the figures are right is tested where they are computed.

import type { Contest, HouseProof, ScoreCard } from '../src/api/types';

const BINS = [0.08, 0.21, 0.34, 0.48, 0.7];
const range = (middle: number) => ({ low: middle - 0.03, high: middle + 0.03 });

/** The scores of forecasts that lie `off` the share that came true. */
function card(count: number, off: number): ScoreCard {
  const curve = BINS.map((forecast) => {
    const observed = Math.max(0, forecast - off);
    return { count: count / BINS.length, forecast, observed, low: Math.max(0, observed - 0.06), high: observed + 0.08 };
  });
  const [auc, brier] = [0.78 - off, 0.17 + off * off];
  return {
    count,
    curve,
    auc,
    brier,
    base_rate: 0.36 - off,
    calibration_error: off,
    log_score: -0.52 - off,
    auc_range: range(auc),
    brier_range: range(brier),
    log_score_range: range(-0.52 - off),
    reliability: off * off,
    resolution: 0.04,
    uncertainty: 0.23,
    within: 0,
  };
}

const contest = (count: number, off: number): Contest => ({
  model: card(count, off),
  challenger: card(count, 0.02),
  brier_difference: off * off,
  brier_difference_range: range(off * off),
  model_better: off > 0.05 ? 0.31 : 0.97,
  verdict: off > 0.05 ? 'undecided' : 'model',
});

/** On all days together undecided and too high, on the thirtieth better than plain counting. */
export const HISTORY: HouseProof = {
  closed: 180,
  invented: false,
  run: null,
  plain: ['records', 'deeds', 'days_heard', 'days_silent', 'people'],
  computed: {
    computed_at: '2026-03-02T02:00:00Z',
    asked_by: null,
    model: '2',
    proof: {
      closed: 180,
      needed: 50,
      shortage: null,
      won: 61,
      trial: {
        earlier: 108,
        earlier_until: '2025-08-31',
        later: 72,
        shown: contest(250, 0.09),
        corrected: contest(250, 0.01),
        ages: [
          { age_days: 30, earlier: 98, shown: contest(70, 0.01), corrected: contest(70, 0.01) },
          { age_days: 60, earlier: 84, shown: contest(60, 0.09), corrected: contest(60, 0.01) },
        ],
        verdict: 'undecided',
      },
    },
  },
};
