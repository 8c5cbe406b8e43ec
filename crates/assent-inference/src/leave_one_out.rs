//! What each record is worth: the belief without it.

use std::collections::BTreeSet;

use crate::belief::{Belief, Start};
use crate::model::Model;
use crate::observation::History;

/// The belief that would stand had one record never been made.
#[derive(Clone, Debug)]
pub struct Omission {
    /// The label of the observations left out.
    pub label: u32,
    /// The belief without them, at the same time.
    pub without: Belief,
}

/// For each label of a history, in order of first appearance, the belief at `until_days` without
/// its observations.
///
/// The difference `log_odds(with) − log_odds(without)` ranks evidence regardless of its order. It
/// need not add up to anything: of two records that say the same, neither is missed. Time:
/// quadratic in the length of the history.
pub fn leave_one_out(
    model: &Model,
    start: &Start,
    history: &History,
    until_days: f64,
) -> Vec<Omission> {
    let observations = history.observations();
    let mut belief = Belief::begin(model, start);
    let mut labels = BTreeSet::new();
    let mut omissions = Vec::new();
    for (position, observation) in observations.iter().enumerate() {
        let label = observation.label;
        if labels.insert(label) {
            let others = observations[position..].iter().filter(|other| other.label != label);
            let without = belief.clone().follow(model, others, until_days, &mut ());
            omissions.push(Omission { label, without });
        }
        belief.observe(model, observation, &mut ());
    }
    omissions
}
