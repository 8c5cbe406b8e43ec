//! The log-odds of ties by kind and by age, computed once: a search looks at tens of thousands.

use crate::priors::{AcquaintancePrior, PathPrior};

/// Ages in whole days that are kept. Most ties are younger; of others the odds are computed anew.
const AGES: usize = 2_048;

/// By kind, the log-odds `base + tie · ln(1 + strength)` at each age in days; of what does not fade one.
#[derive(Clone, Debug)]
pub(crate) struct TieOdds(Vec<Box<[f64]>>);

impl TieOdds {
    pub(super) fn of(path: &PathPrior, kinds: &[AcquaintancePrior]) -> Self {
        let row = |kind: &AcquaintancePrior| {
            let ages = if kind.half_life_days.is_some() { AGES } else { 1 };
            (0..ages).map(|age| path.of_tie(kind.strength(age as f64))).collect()
        };
        Self(kinds.iter().map(row).collect())
    }

    /// Those at an age, if they are kept: of what fades, at whole days.
    pub(crate) fn kept(&self, kind: usize, age_days: f64) -> Option<f64> {
        let row = &self.0[kind];
        let is_whole = age_days >= 0.0 && age_days.fract() == 0.0;
        if row.len() == 1 {
            Some(row[0])
        } else {
            row.get(age_days as usize).copied().filter(|_| is_whole)
        }
    }

    /// The most they can be at an age: those of the day begun, or of the oldest age kept. `None` before
    /// the tie was renewed.
    pub(crate) fn at_most(&self, kind: usize, age_days: f64) -> Option<f64> {
        let row = &self.0[kind];
        if row.len() == 1 {
            return Some(row[0]);
        }
        (age_days >= 0.0).then(|| row[(age_days as usize).min(AGES - 1)])
    }
}
