//! Intervals by drawing again: what a measure might have been, had other cases of the kind come.

use rand::rngs::StdRng;
use rand::{Rng, RngExt};

use super::{Forecasts, Measure};

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

/// Cases in groups: those of one group are drawn together, because they are no independent witnesses.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// The cases of each group; none is empty.
    members: Vec<Vec<usize>>,
}

impl Groups {
    /// Cases by the number of their group.
    pub fn of(groups: &[usize]) -> Groups {
        let mut members = vec![Vec::new(); groups.iter().max().map_or(0, |last| last + 1)];
        groups.iter().enumerate().for_each(|(case, group)| members[*group].push(case));
        members.retain(|members: &Vec<usize>| !members.is_empty());
        Groups { members }
    }

    /// The mean of numbers, a number a case, over cases drawn anew.
    pub fn redraw_mean(&self, numbers: &[f64], times: usize, rng: &mut StdRng) -> Redraws {
        Redraws::draw(self.members.len(), times, rng, |drawn| {
            let of_group = |group: &usize| self.members[*group].iter();
            let (mut sum, mut count) = (0.0, 0.0);
            for case in drawn.iter().flat_map(of_group) {
                sum += numbers[*case];
                count += 1.0;
            }
            (count > 0.0).then(|| sum / count)
        })
    }

    /// A measure of forecasts, over cases drawn anew.
    pub fn redraw_measure(
        &self,
        forecasts: &Forecasts,
        measure: Measure,
        times: usize,
        rng: &mut StdRng,
    ) -> Redraws {
        let all = forecasts.as_slice();
        Redraws::draw(self.members.len(), times, rng, |drawn| {
            let cases = drawn.iter().flat_map(|group| self.members[*group].iter());
            let again = Forecasts::new(cases.map(|case| all[*case]).collect()).ok()?;
            measure.of(&again)
        })
    }
}
