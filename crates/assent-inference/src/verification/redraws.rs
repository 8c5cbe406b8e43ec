//! Intervals by drawing again: what a measure might have been, had other cases of the kind come.

use rand::{Rng, RngExt};

/// An interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Values of a measure over cases drawn anew with replacement (the bootstrap of Efron 1979), rising.
///
/// Cases that belong together must be drawn together: number the groups, not the cases. Of fewer than
/// some twenty cases the intervals are too narrow.
#[derive(Clone, Debug, PartialEq)]
pub struct Redraws(Vec<f64>);

impl Redraws {
    /// Draws `times` sets of `count` cases, as positions below `count`, and measures each. Sets of
    /// which there is nothing to measure are left out; nor is there anything of no cases.
    pub fn draw(
        count: usize,
        times: usize,
        rng: &mut impl Rng,
        mut measure: impl FnMut(&[usize]) -> Option<f64>,
    ) -> Redraws {
        let mut drawn = vec![0; count];
        let mut values: Vec<f64> = (0..if count == 0 { 0 } else { times })
            .filter_map(|_| {
                drawn.iter_mut().for_each(|one| *one = rng.random_range(0..count));
                measure(&drawn)
            })
            .collect();
        values.sort_by(f64::total_cmp);
        Redraws(values)
    }

    /// The interval that holds `share` of the values, equally many left out on both sides; `None`
    /// without values.
    pub fn interval(&self, share: f64) -> Option<Interval> {
        let last = self.0.len().checked_sub(1)?;
        let at = |share: f64| self.0[(share * last as f64).round() as usize];
        let outside = (1.0 - share.clamp(0.0, 1.0)) / 2.0;
        Some(Interval { low: at(outside), high: at(1.0 - outside) })
    }

    /// The share of values below 0, those at 0 counting half; `None` without values.
    pub fn share_below_zero(&self) -> Option<f64> {
        let below = self.0.partition_point(|value| *value < 0.0);
        let not_above = self.0.partition_point(|value| *value <= 0.0);
        let count = self.0.len() as f64;
        (count > 0.0).then(|| (below + not_above) as f64 / (2.0 * count))
    }
}
