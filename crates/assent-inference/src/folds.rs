//! Parts that are held back in turn, so that every case is forecast by a fit that has not seen it.

use std::thread;

use rand::Rng;
use rand::seq::SliceRandom;

use crate::regression::FitError;

/// By case, the number of the part that it is held back with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folds {
    count: usize,
    of: Vec<usize>,
}

impl Folds {
    /// Deals cases into `count` parts, those with a yes and those with a no evenly.
    pub fn deal(outcomes: &[bool], count: usize, rng: &mut impl Rng) -> Folds {
        let mut order: Vec<usize> = (0..outcomes.len()).collect();
        order.shuffle(rng);
        order.sort_by_key(|case| outcomes[*case]);
        let mut of = vec![0; outcomes.len()];
        for (place, case) in order.into_iter().enumerate() {
            of[case] = place % count.max(1);
        }
        Folds { count: count.max(1), of }
    }

    /// Deals cases into `count` parts so that no group is in two of them: `groups` numbers the group
    /// of each case. The largest groups go first, each to the part that holds least.
    pub fn deal_groups(groups: &[usize], count: usize, rng: &mut impl Rng) -> Folds {
        let count = count.max(1);
        let mut sizes = vec![0; groups.iter().max().map_or(0, |last| last + 1)];
        groups.iter().for_each(|group| sizes[*group] += 1);
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.shuffle(rng);
        order.sort_by_key(|group| std::cmp::Reverse(sizes[*group]));
        let (mut held, mut part_of) = (vec![0; count], vec![0; sizes.len()]);
        for group in order {
            let least = (0..count).min_by_key(|part| held[*part]).unwrap_or(0);
            held[least] += sizes[group];
            part_of[group] = least;
        }
        Folds { count, of: groups.iter().map(|group| part_of[*group]).collect() }
    }

    /// How many parts there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The cases of a part, and all others.
    pub fn part(&self, part: usize) -> (Vec<usize>, Vec<usize>) {
        (0..self.of.len()).partition(|case| self.of[*case] == part)
    }

    /// Forecasts every case by a fit to all parts but its own: `fit` takes the cases to fit to and
    /// those to forecast. The parts are worked on side by side.
    ///
    /// # Errors
    /// The first part's that cannot be fitted.
    pub fn forecast(
        &self,
        fit: impl Fn(&[usize], &[usize]) -> Result<Vec<f64>, FitError> + Sync,
    ) -> Result<Vec<f64>, FitError> {
        let work = |part: usize| {
            let (held, others) = self.part(part);
            fit(&others, &held).map(|forecasts| (held, forecasts))
        };
        let parts: Vec<_> = thread::scope(|scope| {
            let work = &work;
            let running: Vec<_> =
                (0..self.count).map(|part| scope.spawn(move || work(part))).collect();
            let done = running.into_iter().map(|one| match one.join() {
                Ok(result) => result,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            done.collect()
        });
        let mut all = vec![0.0; self.of.len()];
        for part in parts {
            let (held, forecasts) = part?;
            held.into_iter().zip(forecasts).for_each(|(case, forecast)| all[case] = forecast);
        }
        Ok(all)
    }
}
