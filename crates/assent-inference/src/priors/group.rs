//! Priors of the group: the parts people play, and the ties along which stands travel.

use super::evidence::Strength;
use super::settings::Provenance;

/// A part that a person plays in a decision, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Role(pub(crate) u16);

/// A kind of tie between two people, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TieKind(pub(crate) u16);

impl Role {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl TieKind {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a part means in a decision and in use.
#[derive(Clone, Debug, PartialEq)]
pub struct RolePrior {
    /// The name in the priors file.
    pub name: String,
    /// Why these figures.
    pub why: String,
    /// How much the part itself weighs in the decision, from 0; its strength multiplied in.
    pub power: f64,
    /// How strongly users let it count.
    pub strength: Strength,
    /// Whether a no ends the deal.
    pub veto: bool,
    /// Whether they are judged by the money they release, and not by how much of the concept they
    /// understand.
    pub by_approval: bool,
    /// Whether it is theirs to learn to work with it.
    pub operates: bool,
    /// The share of their stand that they take over from those they listen to; from 0 to .95.
    pub susceptibility: f64,
    /// How often they are heard of after the order, against somebody who works with it daily; above
    /// 0 and at most 1.
    pub pace_in_use: f64,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

/// What a tie of a kind is worth, and how it fades.
#[derive(Clone, Debug, PartialEq)]
pub struct TieKindPrior {
    /// The name in the priors file.
    pub name: String,
    /// Why these figures.
    pub why: String,
    /// How much the stand of the first person weighs with the second while the tie is fresh; its
    /// strength multiplied in.
    pub weight: f64,
    /// How strongly users let it count.
    pub strength: Strength,
    /// In how many days that halves; `None` if it holds until it ends.
    pub half_life_days: Option<f64>,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

impl TieKindPrior {
    /// What is left of a tie `age_days` after it was last renewed: `2^(−age / half-life)`. One that
    /// does not fade, or lies in the future, is whole.
    pub fn strength(&self, age_days: f64) -> f64 {
        self.half_life_days.map_or(1.0, |half| 0.5_f64.powf(age_days.max(0.0) / half))
    }
}
