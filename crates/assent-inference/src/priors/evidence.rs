//! Priors of evidence: signs of theirs, actions of ours and the replies to them.

use crate::priors::settings::{Channel, Provenance};
use crate::state::{Factor, LEVELS, Phase, State};

/// A kind of sign of theirs, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sign(pub(crate) u16);

/// A kind of action of ours, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Action(pub(crate) u16);

/// An action that stays open until it is answered or lapses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Question(pub(crate) Action);

/// A reply to one kind of action, as an index into the priors it came from. It knows its action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reply(pub(crate) u16);

impl Sign {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Action {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Question {
    /// The action that asks.
    pub fn action(self) -> Action {
        self.0
    }
}

impl Reply {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The phases in which a kind of evidence occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phases {
    /// Only while buying or only while using.
    Only(Phase),
    /// In both.
    Both,
}

impl Phases {
    /// Whether `phase` is among them.
    pub fn include(self, phase: Phase) -> bool {
        matches!(self, Phases::Both) || self == Phases::Only(phase)
    }
}

/// What a sign is exposed to, and its rate in the most active state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Exposure {
    /// It may come at any time.
    Time {
        /// The way it reaches the records; never [`Channel::Contact`] or [`Channel::Reply`].
        channel: Channel,
        /// Events a year in the most active state.
        most_per_year: f64,
    },
    /// It can only be given within a two-way contact.
    Contact {
        /// Expected number in a contact of size 1 in the most active state.
        most_per_contact: f64,
    },
}

impl Exposure {
    /// The channel whose completeness counts for this sign.
    pub fn channel(self) -> Channel {
        match self {
            Exposure::Time { channel, .. } => channel,
            Exposure::Contact { .. } => Channel::Contact,
        }
    }

    /// The rate in the most active state, per day or per contact.
    pub(crate) fn most(self) -> f64 {
        match self {
            Exposure::Time { most_per_year, .. } => most_per_year / 365.0,
            Exposure::Contact { most_per_contact } => most_per_contact,
        }
    }
}

/// From when and until when the absence of a timed sign speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// Always.
    Always,
    /// Until it has been seen once: nobody signs the same contract twice.
    UntilSeen,
    /// From its first record on: telemetry that does not flow yet is no silence.
    OnceBegun,
}

/// Which way the weights of a factor run from its lowest to its highest level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The weights are all equal: the evidence says nothing of this factor.
    Flat,
    /// They never fall: the evidence speaks for higher levels.
    Rising,
    /// They never rise: it speaks for lower levels.
    Falling,
    /// They rise and fall: it speaks for or against the middle.
    Mixed,
}

/// Natural-log weights by level of each factor. The log-weight of a joint state is the sum over its
/// factors.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Weights(pub(crate) [[f64; LEVELS]; 3]);

impl Weights {
    /// The log-weights of one factor by level.
    pub fn of(&self, factor: Factor) -> &[f64; LEVELS] {
        &self.0[factor as usize]
    }

    /// The log-weight of a joint state.
    pub fn at(&self, state: State) -> f64 {
        Factor::ALL.iter().map(|&factor| self.of(factor)[state.level(factor)]).sum()
    }

    /// Which way the weights of one factor run.
    pub fn direction(&self, factor: Factor) -> Direction {
        let steps = self.of(factor).windows(2).map(|pair| pair[1] - pair[0]);
        let (rises, falls) =
            steps.fold((false, false), |(up, down), step| (up || step > 0.0, down || step < 0.0));
        match (rises, falls) {
            (false, false) => Direction::Flat,
            (true, false) => Direction::Rising,
            (false, true) => Direction::Falling,
            (true, true) => Direction::Mixed,
        }
    }

    /// The largest log-weight over all joint states.
    pub(crate) fn largest(&self) -> f64 {
        State::all().map(|state| self.at(state)).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// How strongly users let an entry count: 1 (weakest) to 5, of which 3 is as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strength(pub(crate) u8);

impl Strength {
    /// As given.
    pub const AS_GIVEN: Strength = Strength(3);

    /// The number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// What all log-weights of the evidence, or the figure of an entry, are multiplied by: 0.2, 0.5, 1,
    /// 1.5 or 2.5.
    pub fn factor(self) -> f64 {
        match self.0 {
            ..=1 => 0.2,
            2 => 0.5,
            3 => 1.0,
            4 => 1.5,
            5.. => 2.5,
        }
    }
}

/// An effect on a person: jump intensities upwards and downwards by factor, each acting for one
/// unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Dose {
    /// By factor, towards higher levels.
    pub up: [f64; 3],
    /// By factor, towards lower levels.
    pub down: [f64; 3],
}

impl Dose {
    /// Whether it moves nobody.
    pub fn is_none(&self) -> bool {
        *self == Dose::default()
    }
}

/// What a sign or reply adds to the counts of the benefit point it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct BenefitEffect {
    /// Added to the count for importance.
    pub importance: f64,
    /// Added to the count of delivery: yes.
    pub delivery_yes: f64,
    /// Added to the count of delivery: no.
    pub delivery_no: f64,
}

/// What a sign proves of the benefit point that it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proof {
    /// They agree that the point is delivered.
    Endorsed,
    /// They say unasked that it is right for them: it needs no further belief that it is delivered.
    Declared,
    /// What the point promised has come.
    Realised,
    /// They stand up for it before others.
    Vouched,
}

/// A step that holds longer than the mood it was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// They said that ours is the right one for them.
    Endorsement,
    /// They released money.
    Approval,
}

/// A kind of sign of theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct SignPrior {
    /// The name in the priors file.
    pub name: String,
    /// Why it means what it means.
    pub why: String,
    /// When it occurs.
    pub phases: Phases,
    /// What it is exposed to and how often it comes at most.
    pub exposure: Exposure,
    /// From when and until when its absence speaks.
    pub awaited: Awaited,
    /// Log-weights by level, its strength multiplied in.
    pub weights: Weights,
    /// How strongly users let it count.
    pub strength: Strength,
    /// Actions not to be taken after it, until a sign that reopens.
    pub forbids: Vec<Action>,
    /// Whether it lifts all that was forbidden.
    pub reopens: bool,
    /// The turn it marks, besides what it shows; its strength multiplied in.
    pub dose: Dose,
    /// How strongly users let that act.
    pub dose_strength: Strength,
    /// What it says of a benefit point.
    pub benefit: BenefitEffect,
    /// What it proves of that point.
    pub proves: Option<Proof>,
    /// The step that it is.
    pub milestone: Option<Milestone>,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

/// What must have happened before an action may be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// A two-way contact.
    Contact,
    /// A message left.
    Message,
    /// A promise, ours or theirs.
    Promise,
    /// A complaint.
    Complaint,
}

/// A kind of action of ours.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPrior {
    /// The name in the priors file.
    pub name: String,
    /// Why it works as it works.
    pub why: String,
    /// When it makes sense.
    pub phases: Phases,
    /// Hours of ours that it takes.
    pub cost_hours: f64,
    /// What must have happened before.
    pub after: Option<Precondition>,
    /// How long it stays open, if it is a question.
    pub open_days: Option<f64>,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

/// How likely a reply is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tendency {
    /// Immediate: the log-weight that its softmax starts from.
    Base(f64),
    /// To an open question: the hazard in the most active state.
    MostPer100Days(f64),
}

/// A reply to a kind of action.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyPrior {
    /// The name in the priors file, unique within its action.
    pub name: String,
    /// The action it replies to.
    pub action: Action,
    /// How likely it is.
    pub tendency: Tendency,
    /// Log-weights by level, its strength multiplied in.
    pub weights: Weights,
    /// How strongly users let it count.
    pub strength: Strength,
    /// The size of the two-way contact it comes with; 0 for none.
    pub contact: f64,
    /// What it does to the person, its strength multiplied in.
    pub dose: Dose,
    /// How strongly users let that act.
    pub dose_strength: Strength,
    /// The question that it opens.
    pub opens: Option<Question>,
    /// What it says of a benefit point.
    pub benefit: BenefitEffect,
}
