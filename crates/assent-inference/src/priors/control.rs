//! Priors of control: what raises an alarm.

use crate::stage::Stage;

/// Between which probabilities a flag moves: up above one, down below the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Above this it goes up.
    pub on: f64,
    /// Below this it comes down again; at most `on`.
    pub off: f64,
}

/// The limits of all alarms. A manager's own are a changed copy, kept within the ranges that the
/// priors file is checked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlPrior {
    /// Why these limits.
    pub why: String,
    /// That a person avoids us.
    pub avoids: Bounds,
    /// That somebody who can say no is blocked.
    pub blocked: Bounds,
    /// The seller's stage against the buyers.
    pub gap: GapLimits,
    /// The stall chart.
    pub stall: StallLimits,
    /// The chance of a silence below which it is one.
    pub silence_chance: f64,
    /// The share of earlier stays in a stage that had ended by when a stay is too long.
    pub stage_share: f64,
    /// How many earlier stays must have ended for them to say anything.
    pub stage_least_ended: usize,
    /// Hanging on one person.
    pub single_thread: SingleThreadLimits,
    /// For how long a decision maker may be unknown.
    pub unknown_days: f64,
    /// The chance of ending by the day recorded below which a deal slips.
    pub slip_chance: f64,
    /// Value that nobody confirms.
    pub value: ValueLimits,
}

/// The seller's stage against the buyers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GapLimits {
    /// Of the probability.
    pub bounds: Bounds,
    /// In how many days a written endorsement or an approval lapses by half.
    pub milestone_half_life_days: f64,
    /// From which recorded stage on an approval must have been given.
    pub approval_due: Stage,
}

/// The stall chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StallLimits {
    /// The share of the expected rate that is to be told apart from it, from .1 to .6.
    pub ratio: f64,
    /// By phase: the mean time to an alarm on somebody who is as responsive as expected.
    pub run_length_days: [f64; 2],
    /// Only people with this share of the power are watched.
    pub power_share: f64,
}

/// Hanging on one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SingleThreadLimits {
    /// The share of all signs that comes from one person.
    pub share: f64,
    /// Within how many days.
    pub days: f64,
    /// How many signs there must be for the share to say anything.
    pub least_signs: usize,
}

/// Value that nobody confirms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueLimits {
    /// How long after the order it may be unconfirmed.
    pub days: f64,
    /// The probability of being satisfied below which it is unconfirmed.
    pub chance: f64,
    /// Whose role has this much power is asked.
    pub power: f64,
}
