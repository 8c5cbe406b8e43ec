//! The seller's stage against the buyers.
//!
//! Judged on whoever can say no and is furthest behind; where nobody is known to, on all, weighed by
//! power. A step taken in writing holds longer than what the mood of the day shows, so it is kept in
//! mind here while the belief forgets it.

use super::{Alarm, Finding, on_curve};
use crate::model::Model;
use crate::priors::{ControlPrior, Role};
use crate::stage::{Stage, StageDistribution};

/// A buyer, as the seller's stage is held against them.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// Where they stand on the day.
    pub stages: &'a StageDistribution,
    /// In what part.
    pub role: Role,
    /// Their share of the power.
    pub power: f64,
    /// How many days ago they endorsed us in writing, if they did and did not turn since; see
    /// [`crate::History::last_milestone`].
    pub endorsed_days_ago: Option<f64>,
    /// How many days ago they released the money, likewise.
    pub approved_days_ago: Option<f64>,
}

/// How the seller's stage stands to the buyers on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GapReading {
    /// The probability that the seller is ahead of them.
    pub ahead: f64,
    /// The probability that they are ahead of the seller.
    pub behind: f64,
    /// On whom "ahead" is judged, as a position in the list; `None` if on all.
    pub judged_on: Option<usize>,
}

/// Holds the recorded stage against the buyers. `None` if there are none with any power.
///
/// With f what is left of a milestone, `2^(−days / half-life)`, a buyer is behind the recorded stage
/// with probability
///
/// ```text
/// P(blocked) + (1 − f) (P(stage < recorded) − P(blocked))
/// ```
///
/// where the milestone is a written endorsement. Who is judged by approval is asked for nothing but
/// not to be blocked until the approval is due, and from then on for the approval: the milestone is
/// the approval, and without it they are surely behind.
///
/// "Ahead" is the largest of these over those who can say no, "behind" the least probability among
/// them of having gone beyond the recorded stage.
pub fn gap_reading(
    model: &Model,
    limits: &ControlPrior,
    recorded: Stage,
    buyers: &[Judged<'_>],
) -> Option<GapReading> {
    let power: f64 = buyers.iter().map(|buyer| buyer.power).sum();
    let lag = |buyer: &Judged<'_>| lag(model, limits, recorded, buyer);
    let holders = || {
        let all = buyers.iter().enumerate();
        all.filter(|(_, buyer)| model.role_prior(buyer.role).veto)
    };
    let furthest = holders()
        .map(|(position, buyer)| (position, lag(buyer)))
        .max_by(|one, other| one.1.total_cmp(&other.1));
    if let Some((position, ahead)) = furthest {
        let beyond = holders().map(|(_, buyer)| beyond(recorded, buyer));
        let behind = beyond.fold(1.0, f64::min);
        return Some(GapReading { ahead, behind, judged_on: Some(position) });
    }
    let weighed = |of: &dyn Fn(&Judged<'_>) -> f64| {
        buyers.iter().map(|buyer| buyer.power * of(buyer)).sum::<f64>() / power
    };
    (power > 0.0).then(|| GapReading {
        ahead: weighed(&lag),
        behind: weighed(&|buyer| beyond(recorded, buyer)),
        judged_on: None,
    })
}

/// The alarms of readings over the days until now, as `(day, reading)` in rising order: the seller
/// ahead of the buyers, or behind them.
pub fn gap_alarms(limits: &ControlPrior, readings: &[(f64, GapReading)]) -> Vec<Alarm> {
    let curve = |of: fn(&GapReading) -> f64| -> Vec<(f64, f64)> {
        readings.iter().map(|(day, reading)| (*day, of(reading))).collect()
    };
    let judged_on = readings.last().and_then(|(_, reading)| reading.judged_on);
    let bounds = limits.gap.bounds;
    let ahead = on_curve(bounds, &curve(|reading| reading.ahead), |probability| {
        Finding::AheadOfBuyers { probability, judged_on }
    });
    let behind = on_curve(bounds, &curve(|reading| reading.behind), |probability| {
        Finding::BehindBuyers { probability }
    });
    ahead.into_iter().chain(behind).collect()
}

/// The probability that a buyer has not got to the recorded stage.
fn lag(model: &Model, limits: &ControlPrior, recorded: Stage, buyer: &Judged<'_>) -> f64 {
    let blocked = buyer.stages.probability(Stage::Blocked);
    let by_approval = model.role_prior(buyer.role).by_approval;
    let (milestone, behind) = if !by_approval {
        (buyer.endorsed_days_ago, buyer.stages.below(recorded))
    } else if recorded >= limits.gap.approval_due {
        (buyer.approved_days_ago, 1.0)
    } else {
        (None, blocked)
    };
    let half_life = limits.gap.milestone_half_life_days;
    let left = milestone.map_or(0.0, |days| 0.5_f64.powf(days.max(0.0) / half_life));
    let blocked = blocked.min(behind);
    blocked + (1.0 - left) * (behind - blocked)
}

/// The probability that a buyer has gone beyond the recorded stage.
fn beyond(recorded: Stage, buyer: &Judged<'_>) -> f64 {
    1.0 - buyer.stages.below(recorded) - buyer.stages.probability(recorded)
}
