//! The forecast of a team: what many deals come to, by simulation.

use rand::{Rng, RngExt};

use crate::model::Model;
use crate::winning::{ClosingPace, WinReadOut, logistic};

/// An open deal, as a forecast sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    amount_minor: i64,
    log_odds: f64,
    spread: f64,
    /// The hazard of ending that it gathers until the horizon, at average chances.
    gathered: f64,
}

impl Prospect {
    /// A deal of this amount (in minor units of one currency) and age, looked at until `days` from
    /// now.
    pub fn new(
        amount_minor: i64,
        win: &WinReadOut,
        pace: &ClosingPace,
        age_days: f64,
        days: f64,
    ) -> Prospect {
        Prospect::of(amount_minor, (win.log_odds(), win.spread()), pace, age_days, days)
    }

    /// The same, of the log-odds of winning and their standard deviation as they were kept.
    pub fn of(
        amount_minor: i64,
        (log_odds, spread): (f64, f64),
        pace: &ClosingPace,
        age_days: f64,
        days: f64,
    ) -> Prospect {
        let age = age_days.max(0.0);
        let gathered = pace.gathered(age, age + days.max(0.0));
        Prospect { amount_minor, log_odds, spread, gathered }
    }

    /// The probability of being won until the horizon.
    pub fn won_by(&self, pace: &ClosingPace) -> f64 {
        self.won(pace, self.log_odds)
    }

    /// The probability of being won until the horizon at these log-odds.
    fn won(&self, pace: &ClosingPace, log_odds: f64) -> f64 {
        logistic(log_odds) * (1.0 - (-pace.speed_of(log_odds) * self.gathered).exp())
    }
}

/// What may come in until a date: the totals of many draws, in minor units.
///
/// In each draw a shock moves the log-odds of all deals alike (normal, with the `shared_spread` of
/// the priors), each deal moves by its own spread, and is then won or not. Without the shared shock
/// the errors of many deals would cancel out and the band would be far too narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Rising; at least one.
    totals: Vec<i64>,
}

impl Forecast {
    /// Draws `draws` totals, at least one, in a time that grows with deals times draws.
    pub fn simulate(
        model: &Model,
        pace: &ClosingPace,
        prospects: &[Prospect],
        draws: usize,
        rng: &mut impl Rng,
    ) -> Forecast {
        let shared_spread = model.closing_prior().shared_spread;
        let mut total = || {
            let shock = shared_spread * normal(rng);
            let mut total = 0_i64;
            for prospect in prospects {
                let log_odds = prospect.log_odds + shock + prospect.spread * normal(rng);
                if rng.random::<f64>() < prospect.won(pace, log_odds) {
                    total = total.saturating_add(prospect.amount_minor);
                }
            }
            total
        };
        let mut totals: Vec<i64> = (0..draws.max(1)).map(|_| total()).collect();
        totals.sort_unstable();
        Forecast { totals }
    }

    /// The total that is not exceeded with probability `share`: .1, .5 and .9 give P10, P50 and P90.
    /// `share` is kept within 0 and 1.
    pub fn quantile(&self, share: f64) -> i64 {
        let last = self.totals.len() - 1;
        let rank = (share.clamp(0.0, 1.0) * self.totals.len() as f64).ceil() as usize;
        self.totals[rank.saturating_sub(1).min(last)]
    }

    /// The probability of at least this total.
    pub fn at_least(&self, total_minor: i64) -> f64 {
        let below = self.totals.partition_point(|total| *total < total_minor);
        (self.totals.len() - below) as f64 / self.totals.len() as f64
    }

    /// The mean of the totals.
    pub fn mean(&self) -> f64 {
        self.totals.iter().map(|total| *total as f64).sum::<f64>() / self.totals.len() as f64
    }
}

/// A standard normal number (Box and Muller 1958).
fn normal(rng: &mut impl Rng) -> f64 {
    // `random` lies in [0, 1), so the logarithm never meets 0.
    let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.random::<f64>()).cos()
}
