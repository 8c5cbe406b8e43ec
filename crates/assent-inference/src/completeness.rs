//! How completely a seller records what happens, estimated from the seller's own records.
//!
//! Completeness κ is the most dangerous constant of the model, for it says how loudly silence
//! speaks. It is also what many dealings of one seller tell together: with κ too high the silences
//! of all of them would be improbable, with κ too low the signs would. Estimated is the maximum a
//! posteriori of
//!
//! ```text
//! Σ over dealings log-evidence(κ) + Σ over channels n log κ + log Beta(κ; 1 + m w, 1 + (1 − m) w)
//! ```
//!
//! where n counts what came through a channel while it was awaited (the filter leaves κ itself out of
//! what a record weighs, since it says nothing of the person), m is the shipped share and w what it is
//! worth: as much as w happenings of which we knew whether they had been recorded.
//!
//! All records are taken at their word here: a doubtful sign that counted for less, while its absence
//! counted in full, would pass for a sign seldom left out.
//!
//! Not here: which seller, how many dealings are enough, and what somebody has set by hand.

mod interval;
mod maximum;
mod objective;
mod recorded;

use objective::Objective;

pub(crate) use recorded::awaited;

use crate::belief::Start;
use crate::model::Model;
use crate::observation::History;
use crate::priors::{Channel, Completeness, Share};

/// One person's records in one deal.
#[derive(Clone, Debug)]
pub struct Dealing {
    /// Where the filter begins; its completeness does not matter.
    pub start: Start,
    /// What was recorded.
    pub history: History,
    /// Until when silence counts.
    pub until_days: f64,
}

/// What is estimated of one channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelEstimate {
    /// The channel.
    pub channel: Channel,
    /// The likeliest share.
    pub share: Share,
    /// The lower end of the 80 % interval.
    pub low: Share,
    /// Its upper end.
    pub high: Share,
    /// How much came through the channel while it was awaited.
    pub recorded: usize,
}

/// How completely somebody records, by channel.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletenessEstimate {
    /// In the order of [`Channel::ALL`].
    pub channels: [ChannelEstimate; 5],
    /// The log-posterior, up to a constant, at the start and after each step of the climb. It never
    /// falls.
    pub climb: Vec<f64>,
    /// How often all dealings were filtered.
    pub evaluations: usize,
}

impl CompletenessEstimate {
    /// The likeliest shares of all channels.
    pub fn completeness(&self) -> Completeness {
        let nothing = Completeness::uniform(Share::ZERO);
        self.channels.iter().fold(nothing, |all, one| all.with(one.channel, one.share))
    }
}

/// Shares between these are tried. The borders themselves would make some records impossible.
const BORDERS: [f64; 2] = [0.02, 0.999];
/// How far one step looks in either direction, in log-odds.
const REACH: f64 = 1.5;
/// How exactly a step finds its maximum, in log-odds: at most .005 of a share.
const EXACT: f64 = 0.02;
/// A round that gains less ends the climb.
const LEAST_GAIN: f64 = 0.01;
/// As does this many rounds.
const MOST_ROUNDS: usize = 20;

/// Estimates the completeness of whoever recorded these dealings.
///
/// From the shipped shares on, one channel after the other climbs to its maximum (Brent 1973, in
/// log-odds), round after round, until a round gains less than .01. The 80 % intervals are of the
/// profile: the shares at which the log-posterior lies .82 below its maximum, the other channels
/// following along the ridge.
///
/// Some 150 times all dealings are filtered.
pub fn estimate_completeness(model: &Model, dealings: &[Dealing]) -> CompletenessEstimate {
    let mut objective = Objective::new(model, dealings);
    let mut at = objective.shipped();
    let mut climb = vec![objective.at(&at)];
    for _ in 0..MOST_ROUNDS {
        let before = climb[climb.len() - 1];
        let mut best = before;
        for channel in 0..at.len() {
            let from = at[channel];
            let [low, high] = BORDERS.map(log_odds);
            let reach = [(from - REACH).max(low), (from + REACH).min(high)];
            let along = |odds: f64| objective.at(&with(at, channel, odds));
            let (odds, value) = maximum::climb(along, reach, (from, best), EXACT);
            at[channel] = odds;
            best = value;
            climb.push(best);
        }
        if best - before < LEAST_GAIN {
            break;
        }
    }
    let intervals = interval::intervals(&mut objective, &at, climb[climb.len() - 1]);
    let recorded = objective.recorded();
    let channels = Channel::ALL.map(|channel| {
        let [low, high] = intervals[channel as usize].map(share);
        let share = share(at[channel as usize]);
        ChannelEstimate { channel, share, low, high, recorded: recorded[channel as usize] }
    });
    CompletenessEstimate { channels, climb, evaluations: objective.evaluations() }
}

/// The log-odds of the share of each channel.
type Point = [f64; 5];

fn with(mut point: Point, channel: usize, odds: f64) -> Point {
    point[channel] = odds;
    point
}

fn log_odds(share: f64) -> f64 {
    (share / (1.0 - share)).ln()
}

fn share(odds: f64) -> Share {
    // The logistic function lies between 0 and 1.
    Share::new(1.0 / (1.0 + (-odds).exp())).unwrap_or(Share::ZERO)
}
