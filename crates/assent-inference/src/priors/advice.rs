//! Priors of advice: which actions suit whom, what closes one for a while, and what is worth asking.

use super::evidence::{Action, Phases, Reply, Sign};
use super::group::Role;
use super::settings::Provenance;

/// A question worth asking, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Topic(pub(crate) u16);

impl Topic {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What holds for all advice.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvicePrior {
    /// Why these figures.
    pub why: String,
    /// How long an answer to a question is waited for, in days.
    pub horizon_days: f64,
    /// How long an action is not proposed again to whom has declined it, in days.
    pub declined_days: f64,
    /// How long an action is not proposed again that the seller has dismissed, in days.
    pub dismissed_days: f64,
    /// Within this share of the best score no order is claimed.
    pub tie_share: f64,
    /// What a renewal is worth, as a share of the amount, if all power is content in use.
    pub renewal: f64,
    /// What one voice that vouches is worth, likewise.
    pub reference: f64,
    /// The replies that decline.
    pub(crate) declines: Vec<Reply>,
    /// The roles that an action is meant for; one that is not named suits all.
    pub(crate) suits: Vec<(Action, Vec<Role>)>,
}

impl AdvicePrior {
    /// Whether a reply declines the action that it answers.
    pub fn declines(&self, reply: Reply) -> bool {
        self.declines.contains(&reply)
    }

    /// Whether an action is meant for somebody in this role.
    pub fn suits(&self, action: Action, role: Role) -> bool {
        let meant = self.suits.iter().find(|(of, _)| *of == action);
        meant.is_none_or(|(_, roles)| roles.contains(&role))
    }
}

impl TopicPrior {
    /// Whether somebody in this role may know the answer.
    pub fn is_for(&self, role: Role) -> bool {
        self.of.is_empty() || self.of.contains(&role)
    }
}

/// A question worth asking, and what its answer shows.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicPrior {
    /// The name in the priors file.
    pub name: String,
    /// Why it tells.
    pub why: String,
    /// When it makes sense.
    pub phases: Phases,
    /// The signs that answer it.
    pub asks: Vec<Sign>,
    /// The roles that know the answer; nobody named, where everybody may.
    pub(crate) of: Vec<Role>,
    /// How many ordinary contacts would have brought out the same, for what is said within contacts.
    pub contacts: f64,
    /// How many ordinary days would have, for what may come at any time.
    pub days: f64,
    /// Where the entry comes from.
    pub provenance: Provenance,
}
