//! Alarms: what is going wrong, by which figures, and since when.
//!
//! Each alarm is a function of figures that the caller has read off beliefs and records. It gives
//! what it found with the figures that led to it, and the day since when they have been so. The
//! limits come from the priors ([`crate::ControlPrior`]) or are a manager's own. How often one
//! rings without a cause is said by [`Finding::false_alarms`]: exactly, by simulation, or not at all.
//!
//! Not here: whom to tell, what to do about it, and who has seen it.

mod chart;
mod deal;
mod gap;
mod measured;
mod person;

pub use chart::{ChartReading, StallChart};
pub use deal::{
    overdue, single_thread, slipping, stays_too_long, too_long, unknown_decision_maker,
};
pub use gap::{GapReading, Judged, gap_alarms, gap_reading};
pub use measured::FalseAlarms;
pub use person::{avoided, blocked, silent, stalled, turned, unconfirmed};

use crate::priors::{Bounds, Sign};

/// Something that is going wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    /// What, with the figures that say so.
    pub finding: Finding,
    /// Since when, in days on the axis of the observations.
    pub since_days: f64,
}

/// What is going wrong, by which figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// Far fewer signs than expected come from a person.
    Stalled {
        /// Where the chart stands.
        value: f64,
        /// The limit it has reached.
        limit: f64,
        /// The signs a day that were expected.
        signs_per_day: f64,
        /// How many such alarms a year come without a cause.
        false_alarms_per_year: f64,
    },
    /// Nothing has been heard for longer than chance explains.
    Silent {
        /// For how many days.
        days: f64,
        /// How probable so long a silence is from somebody as responsive as expected.
        chance: f64,
    },
    /// A person avoids us.
    Avoided {
        /// The probability.
        probability: f64,
    },
    /// A sign of theirs marked a turn against us.
    Turned {
        /// Which.
        sign: Sign,
    },
    /// Somebody who can say no is blocked.
    Blocked {
        /// The probability.
        probability: f64,
    },
    /// Nobody who can say no is known.
    DecisionMakerUnknown {
        /// For how many days the deal has gone on so.
        days: f64,
    },
    /// The seller's stage is ahead of the buyers.
    AheadOfBuyers {
        /// The probability.
        probability: f64,
        /// On whom it is judged, as a position among the judged; `None` if on all.
        judged_on: Option<usize>,
    },
    /// The buyers are ahead of the seller's stage.
    BehindBuyers {
        /// The probability.
        probability: f64,
    },
    /// The deal hangs on one person.
    SingleThread {
        /// On whom, as a position among those counted.
        member: usize,
        /// Their share of the signs.
        share: f64,
        /// How many signs there were.
        signs: usize,
    },
    /// The deal has stayed in a stage for longer than most did.
    TooLong {
        /// For how many days.
        days: f64,
        /// By when most had left it.
        usual_days: f64,
        /// How many earlier stays had ended.
        ended: usize,
    },
    /// The deal will hardly end by the day recorded for it.
    Slips {
        /// The probability that it does.
        chance: f64,
        /// In how many days that day is; negative if it has gone by.
        days_left: f64,
    },
    /// A promise of ours is overdue.
    Overdue {
        /// By how many days.
        days: f64,
    },
    /// Nobody has confirmed that value has come.
    Unconfirmed {
        /// How many days after the order.
        days: f64,
        /// The probability that the person is satisfied.
        probability: f64,
    },
}

/// Follows a flag over a curve of `(day, value)` in rising order of days, down at first. `Some` with
/// the day since when it has been up, if it is up at the end; it goes up on the first day above
/// `on`, and down on the first below `off`.
pub fn raised(bounds: Bounds, curve: &[(f64, f64)]) -> Option<f64> {
    curve.iter().fold(None, |since, &(day, value)| match since {
        None => (value > bounds.on).then_some(day),
        Some(_) if value < bounds.off => None,
        up => up,
    })
}

/// An alarm while a flag is up at the end of a curve.
fn on_curve(
    bounds: Bounds,
    curve: &[(f64, f64)],
    finding: impl Fn(f64) -> Finding,
) -> Option<Alarm> {
    let since_days = raised(bounds, curve)?;
    let (_, now) = curve.last()?;
    Some(Alarm { finding: finding(*now), since_days })
}
