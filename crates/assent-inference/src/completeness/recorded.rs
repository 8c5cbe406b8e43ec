//! Counts what came through each channel while it was awaited.
//!
//! Only that tells of completeness: of a sign that nothing was waiting for, no silence tells how often
//! it was left out. So neither a second message of a day counts, nor what is said in a contact that
//! itself was not recorded, nor the answer to a question that was not open.

use std::collections::BTreeSet;

use super::Dealing;
use crate::model::Model;
use crate::observation::{Observation, What};
use crate::priors::{Awaited, Channel, Exposure, Question, Sign};
use crate::state::Phase;

/// How much came through each channel while it was awaited.
pub(super) fn recorded(model: &Model, dealing: &Dealing) -> [usize; 5] {
    let mut count = [0; 5];
    for channel in awaited(model, dealing).into_iter().flatten() {
        count[channel as usize] += 1;
    }
    count
}

/// By observation: the channel that it came through, if it was awaited. The reply to an action that
/// is no question comes through none.
pub(crate) fn awaited(model: &Model, dealing: &Dealing) -> Vec<Option<Channel>> {
    let observations = dealing.history.observations();
    let mut watch = Watch {
        model,
        phase: dealing.start.phase,
        contacts: contacts(model, observations),
        last_day: vec![None; model.signs().count()],
        open: Vec::new(),
    };
    observations.iter().map(|observation| watch.take(observation)).collect()
}

/// The days on which there was a two-way contact.
fn contacts(model: &Model, observations: &[Observation]) -> BTreeSet<i64> {
    let contact = |observation: &Observation| {
        let What::Reply { reply, .. } = observation.what else { return None };
        (model.reply_prior(reply).contact > 0.0).then(|| day(observation.at_days))
    };
    observations.iter().filter_map(contact).collect()
}

/// What is awaited, as the filter has it.
struct Watch<'a> {
    model: &'a Model,
    phase: Phase,
    contacts: BTreeSet<i64>,
    /// By sign, the day on which it was last seen.
    last_day: Vec<Option<i64>>,
    open: Vec<(Question, f64)>,
}

impl Watch<'_> {
    fn take(&mut self, observation: &Observation) -> Option<Channel> {
        let now = observation.at_days;
        self.open.retain(|(_, end)| *end > now);
        match observation.what {
            What::Sign { sign, .. } => return self.take_sign(sign, day(now)),
            What::Reply { reply, .. } => {
                let prior = self.model.reply_prior(reply);
                let asked = self.open.len();
                self.open.retain(|(question, _)| question.action() != prior.action);
                let answers = self.open.len() < asked;
                if let Some(question) = prior.opens {
                    self.ask(question, now);
                }
                return answers.then_some(Channel::Reply);
            }
            What::Question(question) => self.ask(question, now),
            What::PhaseSwitch(phase) if phase != self.phase => {
                self.phase = phase;
                self.open.clear();
            }
            What::PhaseSwitch(_) | What::Value { .. } => {}
        }
        None
    }

    fn take_sign(&mut self, sign: Sign, today: i64) -> Option<Channel> {
        let prior = self.model.sign_prior(sign);
        let last = self.last_day[sign.index()].replace(today);
        let awaited = prior.phases.include(self.phase)
            && match prior.exposure {
                Exposure::Contact { .. } => self.contacts.contains(&today),
                Exposure::Time { .. } => {
                    last != Some(today)
                        && match prior.awaited {
                            Awaited::Always => true,
                            Awaited::UntilSeen => last.is_none(),
                            Awaited::OnceBegun => last.is_some(),
                        }
                }
            };
        awaited.then_some(prior.exposure.channel())
    }

    fn ask(&mut self, question: Question, now: f64) {
        self.open.retain(|(open, _)| *open != question);
        self.open.push((question, now + self.model.open_days(question)));
    }
}

/// Days begin at whole numbers.
fn day(at_days: f64) -> i64 {
    at_days.floor() as i64
}
