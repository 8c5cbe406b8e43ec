//! The few distributions that a simulation draws from.

use rand::{Rng, RngExt};

/// A waiting time at `rate` per day.
pub(super) fn exponential(rng: &mut impl Rng, rate: f64) -> f64 {
    // `random` lies in [0, 1), so the logarithm never meets 0.
    -(1.0 - rng.random::<f64>()).ln() / rate
}

/// A Poisson count: the arrivals of a process of rate 1 within `mean` units of time. Time linear in
/// the mean.
pub(super) fn poisson(rng: &mut impl Rng, mean: f64) -> usize {
    let mut elapsed = 0.0;
    let arrivals = std::iter::from_fn(|| {
        elapsed += exponential(rng, 1.0);
        (elapsed < mean).then_some(())
    });
    arrivals.count()
}

/// An index drawn in proportion to weights that are not negative and not all 0.
pub(super) fn pick(rng: &mut impl Rng, weights: impl Iterator<Item = f64> + Clone) -> usize {
    let total: f64 = weights.clone().sum();
    let mut left = total * rng.random::<f64>();
    let mut last = 0;
    for (index, weight) in weights.enumerate().filter(|(_, weight)| *weight > 0.0) {
        last = index;
        left -= weight;
        if left < 0.0 {
            break;
        }
    }
    last
}
