//! What happens to a belief, step by step, for whoever wants to keep account of it.

use crate::state::StateVector;

/// What a step of the filter was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Time passed, and all that could have been recorded in it and was not spoke by its absence.
    Quiet,
    /// A sign was weighed.
    Sign,
    /// A sign not only showed a stand but marked a turn.
    Turn,
    /// A reply was weighed.
    Reply,
    /// What could have been said in a contact spoke by its absence.
    Contact,
    /// An action of ours took effect.
    Effect,
    /// A change of the value they see in us was weighed.
    Value,
    /// Another phase began.
    Phase,
}

/// One step of the filter.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// When the step ended.
    pub at_days: f64,
    /// What it was.
    pub kind: StepKind,
    /// The label of the observation that caused it; none for quiet time.
    pub label: Option<u32>,
    /// The belief before it. Equal to the belief after the step before.
    pub before: &'a StateVector,
    /// The belief after it.
    pub after: &'a StateVector,
}

/// Keeps account of the steps of a filter. `()` keeps none, at no cost; a closure over [`Step`] is
/// a ledger too.
pub trait Ledger {
    /// Called once for every step, in order.
    fn record(&mut self, step: Step<'_>);
}

impl Ledger for () {
    fn record(&mut self, _: Step<'_>) {}
}

impl<F: FnMut(Step<'_>)> Ledger for F {
    fn record(&mut self, step: Step<'_>) {
        self(step);
    }
}
