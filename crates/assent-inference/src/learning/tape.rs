//! A dealing as the operations that the filter does for it, so that they can be done again with other
//! figures.

use crate::belief::{Belief, Operation};
use crate::completeness::{Dealing, awaited};
use crate::model::Model;
use crate::observation::{Attendance, What};
use crate::priors::{Completeness, Exposure};
use crate::state::Phase;

/// What the filter does for one dealing.
#[derive(Clone, Debug)]
pub(super) struct Tape {
    pub(super) phase: Phase,
    pub(super) completeness: Completeness,
    pub(super) steps: Vec<Step>,
}

/// An operation, and whether anything is learned from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) operation: Operation,
    pub(super) teaches: Teaches,
}

/// Whether something is learned of the figures with which an operation weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Teaches {
    /// It is.
    Yes,
    /// It was not awaited: what is said outside of any recorded contact, or answered after the question
    /// had lapsed. Of such things no silence tells how often they do not come, and the likelihood would
    /// rise with their rate without end. They weigh as the priors have it.
    Nothing,
}

impl Tape {
    /// Which operations these are does not depend on the figures of the model, only on its kinds of
    /// evidence and on how it weighs repetition and sources.
    pub(super) fn of(model: &Model, dealing: &Dealing) -> Tape {
        let Dealing { start, history, until_days } = dealing;
        let belief = Belief::begin(model, start).recording();
        let belief = belief.follow(model, history.observations(), *until_days, &mut ());
        let mut weighed = weighed(model, dealing).into_iter();
        let steps = belief.into_operations().into_iter().map(|operation| {
            let teaches = match operation {
                Operation::Sign { .. } | Operation::Reply { .. } => weighed.next(),
                _ => None,
            };
            Step { operation, teaches: teaches.unwrap_or(Teaches::Yes) }
        });
        // What weighs nothing changes nothing.
        let weighs = |step: &Step| match step.operation {
            Operation::Sign { reliability, .. } | Operation::Reply { reliability, .. } => {
                reliability > 0.0
            }
            _ => true,
        };
        let mut steps: Vec<Step> = steps.filter(weighs).collect();
        let quiet = |step: &Step| matches!(step.operation, Operation::Quiet { .. });
        steps.split_mut(quiet).for_each(|moment| settle(model, moment));
        Tape { phase: start.phase, completeness: start.completeness, steps }
    }
}

/// What is said in a contact is said before the contact takes effect. The filter takes it in
/// afterwards, which makes no great difference to it; but here it would be said by people who were
/// never seen to have the opportunity. So effects go last, and what is said teaches something only
/// where the contact is of the same moment.
fn settle(model: &Model, moment: &mut [Step]) {
    let contact = moment.iter().any(|step| matches!(step.operation, Operation::Contact { .. }));
    for step in moment.iter_mut() {
        if let Operation::Sign { sign, .. } = step.operation
            && matches!(model.sign_prior(sign).exposure, Exposure::Contact { .. })
            && !contact
        {
            step.teaches = Teaches::Nothing;
        }
    }
    moment.sort_by_key(|step| matches!(step.operation, Operation::Effect { .. }));
}

/// Of each sign and reply that is weighed, in order, whether it teaches anything.
fn weighed(model: &Model, dealing: &Dealing) -> Vec<Teaches> {
    let awaited = awaited(model, dealing);
    let teaches = |awaited: bool| if awaited { Teaches::Yes } else { Teaches::Nothing };
    let observations = dealing.history.observations().iter().zip(awaited);
    let weighed = observations.filter_map(|(observation, channel)| match observation.what {
        What::Sign { .. } => Some(teaches(channel.is_some())),
        What::Reply { reply, attendance: Attendance::Chosen, .. } => {
            let action = model.reply_prior(reply).action;
            Some(teaches(channel.is_some() || model.question(action).is_none()))
        }
        _ => None,
    });
    weighed.collect()
}
