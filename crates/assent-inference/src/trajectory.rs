//! How a belief moved: the distribution at chosen times, in one pass.

use crate::belief::{Belief, Start};
use crate::model::Model;
use crate::observation::History;
use crate::state::{Phase, StateVector};

/// What was believed at one time, from the evidence until then.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When.
    pub at_days: f64,
    /// The phase that ran.
    pub phase: Phase,
    /// The distribution over the joint states.
    pub state: StateVector,
}

/// What was believed at each of `days`, by rising time whatever their order, each with all
/// observations of that time taken in. A day before the start reads as the start.
///
/// This filters, it does not smooth: later evidence never changes an earlier moment.
pub fn trajectory(model: &Model, start: &Start, history: &History, days: &[f64]) -> Vec<Moment> {
    let mut days = days.to_vec();
    days.sort_by(f64::total_cmp);
    let mut belief = Belief::begin(model, start);
    let mut ahead = history.observations();
    let mut moments = Vec::with_capacity(days.len());
    for day in days {
        let due = ahead.partition_point(|observation| observation.at_days <= day);
        let (now, later) = ahead.split_at(due);
        belief = belief.follow(model, now, day, &mut ());
        ahead = later;
        moments.push(Moment { at_days: day, phase: belief.phase(), state: belief.state().clone() });
    }
    moments
}
