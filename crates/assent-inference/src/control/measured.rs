//! How often each alarm rings without a cause.
//!
//! Of the stall chart that is exact; what is read off the records alone is a fact. Of the others it
//! was measured by simulation from the priors, and `measured.toml` is what came out. It holds for
//! those priors and for the limits they ship with, and for no others.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Finding;
use crate::model::Model;
use crate::priors::ControlPrior;

/// How often an alarm of one kind rings without a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FalseAlarms {
    /// Known from the chart's design, for somebody who is as responsive as expected.
    Exact {
        /// False alarms in a year of watching somebody.
        per_year: f64,
    },
    /// Measured on deals simulated from the priors.
    Simulated {
        /// False alarms in a year of watching a person or, of the seller's stage, a deal.
        per_year: f64,
        /// Of the alarms that went up, the share that was true.
        true_share: f64,
    },
    /// What it says is so by the records; it cannot be false but where they are.
    Fact,
    /// Nobody has measured it, or not under these priors and limits.
    Unmeasured,
}

/// What was measured of one alarm.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "the counts and errors are for readers and tests")
)]
struct Rate {
    raised: f64,
    per_year: f64,
    per_year_error: f64,
    true_share: f64,
    true_share_error: f64,
}

/// The data file.
#[derive(Clone, Debug, Deserialize)]
struct Measured {
    /// The conduct of the priors they were measured under; see [`Model::conduct`].
    conduct: String,
    avoided: Rate,
    blocked: Rate,
    silent: Rate,
    ahead: Rate,
    behind: Rate,
    unconfirmed: Rate,
}

/// None if the file cannot be read, which a test forbids: then nothing counts as measured.
static MEASURED: LazyLock<Option<Measured>> =
    LazyLock::new(|| toml::from_str(include_str!("../../measured.toml")).ok());

impl Finding {
    /// How often an alarm like this one rings without a cause, under the priors of `model` and
    /// `limits`. Measured is only what the shipped priors and their own limits give.
    pub fn false_alarms(&self, model: &Model, limits: &ControlPrior) -> FalseAlarms {
        let shipped = model.control_prior();
        let measured = MEASURED.as_ref().filter(|file| file.conduct == model.conduct());
        let simulated = |rate: fn(&Measured) -> Rate, as_shipped: bool| {
            let rate = measured.filter(|_| as_shipped).map(rate);
            rate.map_or(FalseAlarms::Unmeasured, |rate| FalseAlarms::Simulated {
                per_year: rate.per_year,
                true_share: rate.true_share,
            })
        };
        match self {
            Finding::Stalled { false_alarms_per_year, .. } => {
                FalseAlarms::Exact { per_year: *false_alarms_per_year }
            }
            Finding::Avoided { .. } => {
                simulated(|file| file.avoided, limits.avoids == shipped.avoids)
            }
            Finding::Blocked { .. } => {
                simulated(|file| file.blocked, limits.blocked == shipped.blocked)
            }
            Finding::Silent { .. } => {
                simulated(|file| file.silent, limits.silence_chance == shipped.silence_chance)
            }
            Finding::AheadOfBuyers { .. } => {
                simulated(|file| file.ahead, limits.gap == shipped.gap)
            }
            Finding::BehindBuyers { .. } => {
                simulated(|file| file.behind, limits.gap == shipped.gap)
            }
            Finding::Unconfirmed { .. } => {
                simulated(|file| file.unconfirmed, limits.value == shipped.value)
            }
            Finding::Turned { .. }
            | Finding::DecisionMakerUnknown { .. }
            | Finding::SingleThread { .. }
            | Finding::TooLong { .. }
            | Finding::Overdue { .. } => FalseAlarms::Fact,
            Finding::Slips { .. } => FalseAlarms::Unmeasured,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::priors::{DEFAULT_PRIORS, Priors};

    /// If this fails after a change of the priors: `bin/bench model --write
    /// crates/assent-inference/measured.toml`.
    #[test]
    fn what_was_measured_is_of_the_shipped_priors_and_precise_enough() {
        let file = MEASURED.as_ref().expect("measured.toml can be read");
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the priors are right"));
        assert_eq!(file.conduct, model.conduct());
        let all =
            [file.avoided, file.blocked, file.silent, file.ahead, file.behind, file.unconfirmed];
        for rate in all {
            assert!(rate.raised >= 100.0, "{rate:?}");
            assert!((0.0..10.0).contains(&rate.per_year) && rate.per_year_error < 0.03, "{rate:?}");
            assert!((0.0..=1.0).contains(&rate.true_share), "{rate:?}");
            assert!(rate.true_share_error < 0.05, "{rate:?}");
        }
    }
}
