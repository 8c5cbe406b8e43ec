//! What the filter does to a belief, one operation after the other, without the numbers: the same
//! operations can be done again with other figures of the same priors, forwards and backwards.

use super::Belief;
use crate::model::Model;
use crate::priors::{Action, Reply, Sign};
use crate::state::Phase;

/// One operation. All of them are linear in the belief before it is scaled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Operation {
    /// Time passed, and nothing was recorded of what was awaited.
    Quiet { phase: Phase, days: f64, awaited: SignSet, asked: ActionSet },
    /// A sign was weighed.
    Sign { sign: Sign, reliability: f64, through_benefit: bool },
    /// A reply was weighed.
    Reply { reply: Reply, reliability: f64 },
    /// What was not said in a contact was weighed; `exposure` is its size times completeness.
    Contact { phase: Phase, exposure: f64 },
    /// What a sign turns took effect.
    Turn(Sign),
    /// What a reply does took effect, so many times as strong.
    Effect { reply: Reply, times: f64 },
    /// A change of value was weighed, by so much per unit of scaled psychology.
    Value { slope: f64 },
    /// Another phase began.
    Switch(Phase),
}

/// Signs out of those that are awaited at times, as bits by their position there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct SignSet(u128);

/// Actions, as bits by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct ActionSet(u128);

impl SignSet {
    pub(crate) fn of<'a>(self, at_times: &'a [Sign]) -> impl Iterator<Item = Sign> + 'a {
        at_times.iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, s)| *s)
    }
}

impl ActionSet {
    pub(crate) fn iter(self) -> impl Iterator<Item = Action> {
        (0..128).filter(move |at| self.0 >> at & 1 == 1).map(Action)
    }
}

impl Belief {
    /// Keeps what is done from now on.
    pub(crate) fn recording(mut self) -> Belief {
        self.operations = Some(Vec::new());
        self
    }

    /// What was done since [`Belief::recording`].
    pub(crate) fn into_operations(self) -> Vec<Operation> {
        self.operations.unwrap_or_default()
    }

    pub(super) fn keep(&mut self, operation: Operation) {
        if let Some(operations) = &mut self.operations {
            operations.push(operation);
        }
    }

    pub(super) fn keep_quiet(&mut self, model: &Model, days: f64) {
        if self.operations.is_none() {
            return;
        }
        let at_times = model.sometimes_awaited(self.phase).iter().enumerate();
        let awaited = at_times.filter(|(_, sign)| self.awaits(model, **sign));
        let awaited = SignSet(awaited.fold(0, |all, (at, _)| all | 1 << at));
        let asked = self.open.iter().map(|open| open.question.action().index());
        let asked = ActionSet(asked.fold(0, |all, at| all | 1 << at));
        self.keep(Operation::Quiet { phase: self.phase, days, awaited, asked });
    }
}
