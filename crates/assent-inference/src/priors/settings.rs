//! Priors that hold for all evidence: factors, completeness by channel, sources, repeats, the phase
//! switch.

use serde::{Deserialize, Serialize};

use crate::state::{LEVELS, Phase};

/// Where an entry comes from and how much it is worth against data.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Such as "expert prior".
    pub source: String,
    /// Prior strength in equivalent observations.
    pub n_equiv: f64,
}

/// A number between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Share(f64);

/// A number that should have been a share.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} does not lie between 0 and 1")]
pub struct NotAShare(pub f64);

impl Share {
    /// Nothing.
    pub const ZERO: Share = Share(0.0);

    /// All.
    pub const ONE: Share = Share(1.0);

    /// Checks that `value` lies between 0 and 1.
    ///
    /// # Errors
    /// [`NotAShare`] if it does not.
    pub fn new(value: f64) -> Result<Share, NotAShare> {
        if (0.0..=1.0).contains(&value) { Ok(Share(value)) } else { Err(NotAShare(value)) }
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> f64 {
        share.0
    }
}

impl TryFrom<f64> for Share {
    type Error = NotAShare;
    fn try_from(value: f64) -> Result<Share, NotAShare> {
        Share::new(value)
    }
}

/// What a factor's levels are called, where it rests and how fast it returns there.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorPrior {
    /// Why these figures.
    pub why: String,
    /// The words for the levels, by phase in the order of [`Phase::ALL`].
    pub level_names: [[String; LEVELS]; 2],
    /// The resting law of the uncoupled factor, by phase.
    pub rest: [[f64; LEVELS]; 2],
    /// `ln 2` over the spectral gap of the uncoupled factor, in days.
    pub half_life_days: f64,
    /// The pace of the step between the two lowest levels, against that of the others.
    pub refusal_pace: f64,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

/// The way a thing that happened reaches the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Letters, mails, messages, telemetry.
    Written,
    /// Calls and remarks.
    Spoken,
    /// What is said within a recorded two-way contact.
    Contact,
    /// Events that nobody forgets to write down.
    Milestone,
    /// Answers to our own recorded questions.
    Reply,
}

impl Channel {
    /// All channels, in the order of their tables.
    pub const ALL: [Channel; 5] =
        [Channel::Written, Channel::Spoken, Channel::Contact, Channel::Milestone, Channel::Reply];

    /// The word for the channel in the priors file.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Written => "written",
            Channel::Spoken => "spoken",
            Channel::Contact => "contact",
            Channel::Milestone => "milestone",
            Channel::Reply => "reply",
        }
    }
}

/// The share of what happened that reaches the records, by channel: κ.
///
/// The most dangerous constant of the model. It says how loudly silence speaks: with 0 silence says
/// nothing, with 1 whatever is not recorded did not happen. Wrong by a factor of three it costs the
/// bands 8 to 12 points of coverage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completeness([Share; 5]);

impl Completeness {
    /// The same share for every channel.
    pub fn uniform(share: Share) -> Completeness {
        Completeness([share; 5])
    }

    /// The share of one channel.
    pub fn share(&self, channel: Channel) -> Share {
        self.0[channel as usize]
    }

    /// The same but for one channel, such as `Written` at 1 once a mailbox is connected.
    #[must_use]
    pub fn with(mut self, channel: Channel, share: Share) -> Completeness {
        self.0[channel as usize] = share;
        self
    }
}

/// A kind of source, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Source(pub(crate) u16);

impl Source {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How far the word of a kind of source is weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePrior {
    /// The name in the priors file.
    pub name: String,
    /// τ: the power to which a likelihood is raised; above 0 and at most 1.
    pub reliability: f64,
}

/// How repetition weakens evidence and effect.
#[derive(Clone, Debug)]
pub(crate) struct Repeat {
    /// The window in which the same kind of evidence is partly the same news.
    pub(crate) days: f64,
    /// The factor on the reliability of a sign per repetition within the window.
    pub(crate) sign: f64,
    /// The same for a reply.
    pub(crate) reply: f64,
    /// The factor on a dose per repetition within `dose_days`.
    pub(crate) dose: f64,
    pub(crate) dose_days: f64,
}

impl Repeat {
    /// How long evidence must be remembered.
    pub(crate) fn span_days(&self) -> f64 {
        self.days.max(self.dose_days)
    }
}

/// Where each level lands when the use phase begins.
#[derive(Clone, Debug)]
pub(crate) struct Switch {
    /// By factor, the new level of each old one.
    pub(crate) to: [[usize; LEVELS]; 3],
    /// The share that starts anywhere, so that no level begins at exactly nothing.
    pub(crate) leak: f64,
}

/// What is held of a benefit point before anybody speaks of it, and how its value moves psychology.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitPrior {
    /// Why these figures.
    pub why: String,
    /// Beta counts of importance: for, against.
    pub importance: [f64; 2],
    /// Beta counts of perceived delivery: yes, no.
    pub delivery: [f64; 2],
    /// Log-likelihood per unit of change of the value index and of scaled psychology.
    pub to_psychology: f64,
    /// Expected delivery below this reads as refused.
    pub refused_below: f64,
    /// Expected delivery above this may read as endorsed.
    pub endorsed_above: f64,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

impl FactorPrior {
    /// The resting law in a phase.
    pub fn rest_in(&self, phase: Phase) -> &[f64; LEVELS] {
        &self.rest[phase as usize]
    }
}
