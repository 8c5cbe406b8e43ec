//! A question of ours while it is open, and what its silence weighs.
//!
//! Of the answers that come, the records keep the share κ. The filter takes that for a thinned
//! stream, of rate κ h(z) as long as the question is open. Exact is a mixture, since an answer ends
//! its question also when nobody wrote it down: a silence of s days has the probability
//!
//! ```text
//! S(s) = κ exp(−h s) + 1 − κ
//! ```
//!
//! of somebody who stays where they are while the question is open. The thinned stream makes long
//! silences too unlikely, and κ, read off such silences, too low; so whoever estimates κ asks for the
//! mixture ([`Answers::MayBeLost`]).

use crate::generator::{LANES, Lanes, add_scaled};
use crate::model::Model;
use crate::priors::Question;

/// How the silence after a question is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answers {
    /// As that of a stream of answers, of which a share is recorded.
    Thinned,
    /// As that of one answer, which may have come and not have been recorded.
    MayBeLost,
}

/// A question of ours that is neither answered nor has lapsed.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) question: Question,
    pub(super) asked_at: f64,
    pub(super) lapses_at: f64,
    /// `ln S` until now by state, where it is asked for.
    log_silence: Option<Box<Lanes>>,
}

impl Open {
    pub(super) fn new(model: &Model, question: Question, asked_at: f64) -> Open {
        let log_silence = match model.answers() {
            Answers::Thinned => None,
            Answers::MayBeLost => Some(Box::new([0.0; LANES])),
        };
        let lapses_at = asked_at + model.open_days(question);
        Open { question, asked_at, lapses_at, log_silence }
    }

    /// Lets the question stay open between two times, and adds to `killing` the rate at which an
    /// answer would have been recorded, of answers of which `share` is.
    pub(super) fn stay(
        &mut self,
        model: &Model,
        share: f64,
        [from, to]: [f64; 2],
        killing: &mut Lanes,
    ) {
        let hazard = model.hazard(self.question);
        let Some(log_silence) = &mut self.log_silence else {
            return add_scaled(killing, share, hazard);
        };
        let days = to - self.asked_at;
        let later = hazard.map(|hazard| (share * (-hazard * days).exp_m1()).ln_1p());
        for z in 0..LANES {
            killing[z] += (log_silence[z] - later[z]) / (to - from);
        }
        **log_silence = later;
    }

    /// What an answer at `at` weighs less than one that is surely awaited: the log of the chance that
    /// the question was still open, given the silence so far.
    pub(super) fn log_still_open(&self, model: &Model, at: f64) -> Lanes {
        let hazard = model.hazard(self.question);
        match &self.log_silence {
            None => [0.0; LANES],
            Some(log_silence) => {
                std::array::from_fn(|z| -hazard[z] * (at - self.asked_at) - log_silence[z])
            }
        }
    }
}
