//! What is observed of one person, and its order in time.

use crate::model::Model;
use crate::priors::{Milestone, Question, Reply, Sign, Source};
use crate::state::Phase;

/// Something observed at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// When, in days on any absolute axis. Days begin at whole numbers: signs of one kind between
    /// two whole numbers count as one conversation.
    pub at_days: f64,
    /// What.
    pub what: What,
    /// The caller's own index of the record it comes from, handed back in explanations.
    pub label: u32,
}

/// What was observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A sign of theirs.
    Sign {
        /// Which.
        sign: Sign,
        /// Who says so.
        source: Source,
        /// Leaves the weights of psychology out, because a change of value speaks for them.
        through_benefit: bool,
    },
    /// Something we did, with its reply; or the reply to a question, which ends it.
    Reply {
        /// Which reply, and thereby to which action.
        reply: Reply,
        /// Who says so.
        source: Source,
        /// Whether the reply was theirs to choose.
        attendance: Attendance,
    },
    /// A question of ours. Asked again while open it is one question with a later end.
    Question(Question),
    /// The value that they see in our benefit points changed.
    Value {
        /// The value index after minus the index before. The index lies between −1 and 1, so this
        /// lies between −2 and 2.
        change: f64,
    },
    /// Another phase began. A switch to the phase already running changes nothing.
    PhaseSwitch(Phase),
}

/// Whether a reply was theirs to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attendance {
    /// It was, so it is weighed.
    Chosen,
    /// It was owed to everyone, as at a bidders' hour: attending says nothing and is not weighed.
    /// What is said there, what is left unsaid and what the contact teaches count as usual.
    BoundByProcedure,
}

/// Observations in order of time, with numbers in their range.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct History(Vec<Observation>);

/// Why observations are no history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// An observation lies before its predecessor.
    #[error("observation {0} lies before its predecessor")]
    OutOfOrder(usize),
    /// A time is not finite, or a change of value does not lie between −2 and 2.
    #[error("observation {0} holds a number out of range")]
    OutOfRange(usize),
}

impl History {
    /// Checks the order of `observations`. Those of the same moment stay in the order given.
    ///
    /// # Errors
    /// [`HistoryError`] names the position of the first observation at fault.
    pub fn new(observations: Vec<Observation>) -> Result<History, HistoryError> {
        let mut latest = f64::NEG_INFINITY;
        for (position, observation) in observations.iter().enumerate() {
            let change = if let What::Value { change } = observation.what { change } else { 0.0 };
            if !(observation.at_days.is_finite() && change.abs() <= 2.0) {
                return Err(HistoryError::OutOfRange(position));
            }
            if observation.at_days < latest {
                return Err(HistoryError::OutOfOrder(position));
            }
            latest = observation.at_days;
        }
        Ok(History(observations))
    }

    /// On how many days until `until_days` the person was heard: gave a sign, or a reply that was
    /// theirs to choose. Days begin at whole numbers; a day counts once, however much came.
    pub fn days_heard(&self, until_days: f64) -> usize {
        self.days_of_signs(until_days).len()
    }

    /// When the last step of this kind was taken until `until_days`, on the word of a source that
    /// counts in full, such as their own letter; `None` if a turn of theirs (see
    /// [`crate::SignPrior::dose`]) or another phase has come since: money released for one order is
    /// not released for the next.
    pub fn last_milestone(
        &self,
        model: &Model,
        milestone: Milestone,
        until_days: f64,
    ) -> Option<f64> {
        let mut last = None;
        for observation in self.0.iter().take_while(|one| one.at_days <= until_days) {
            if let What::PhaseSwitch(_) = observation.what {
                last = None;
            }
            let What::Sign { sign, source, .. } = observation.what else { continue };
            let (prior, source) = (model.sign_prior(sign), model.source_prior(source));
            if prior.milestone == Some(milestone) && source.reliability == 1.0 {
                last = Some(observation.at_days);
            } else if !prior.dose.is_none() {
                last = None;
            }
        }
        last
    }

    /// The days on which the person gave a sign or a reply that was theirs to choose, rising, each
    /// once; whole numbers.
    pub fn days_of_signs(&self, until_days: f64) -> Vec<f64> {
        let heard = |observation: &&Observation| match observation.what {
            What::Sign { .. } => true,
            What::Reply { attendance, .. } => attendance == Attendance::Chosen,
            What::Question(_) | What::Value { .. } | What::PhaseSwitch(_) => false,
        };
        let until = self.0.partition_point(|observation| observation.at_days <= until_days);
        let heard = self.0[..until].iter().filter(heard);
        let mut days: Vec<f64> = heard.map(|observation| observation.at_days.floor()).collect();
        days.dedup();
        days
    }

    /// The days on which the person came to us or let us come: gave a sign, or a reply that brings a
    /// contact; rising, each once, whole numbers. A call that nobody answers is news of them and no
    /// sign of life, so the charts of silence count these and not [`History::days_of_signs`].
    pub fn days_of_contact(&self, model: &Model, until_days: f64) -> Vec<f64> {
        let heard = |observation: &&Observation| match observation.what {
            What::Sign { .. } => true,
            What::Reply { reply, .. } => model.reply_prior(reply).contact > 0.0,
            What::Question(_) | What::Value { .. } | What::PhaseSwitch(_) => false,
        };
        let until = self.0.partition_point(|observation| observation.at_days <= until_days);
        let heard = self.0[..until].iter().filter(heard);
        let mut days: Vec<f64> = heard.map(|observation| observation.at_days.floor()).collect();
        days.dedup();
        days
    }

    /// Wraps observations that this crate has just made in order.
    pub(crate) fn ordered(observations: Vec<Observation>) -> History {
        History(observations)
    }

    /// The observations, by rising time.
    pub fn observations(&self) -> &[Observation] {
        &self.0
    }
}
