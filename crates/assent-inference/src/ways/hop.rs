//! One hop: the chance that somebody passes an ask on, and what that costs a way.

use super::tie::{Rank, Tied};
use crate::model::Model;
use crate::priors::{AcquaintancePrior, PathPrior};
use crate::state::{Factor, StateVector};

/// How somebody stands to asks, on the day and for the one who wants to know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Whether they are one of our own.
    pub ours: bool,
    /// Log-odds that their stand adds, see [`PathPrior::willing`]; it says nothing of our own.
    pub willing: f64,
    /// How much of what was asked of them before they passed on, see [`PathPrior::passed_on`].
    pub passed_on: f64,
}

impl PathPrior {
    /// The log-odds that somebody's stand adds: `psychology · E[P] + behaviour · E[B]`.
    pub fn willing(&self, state: &StateVector) -> f64 {
        self.willing_by(state.mean(Factor::Psychology), state.mean(Factor::Behaviour))
    }

    /// The same from expected psychology and behaviour, each between −1 and 1.
    pub fn willing_by(&self, psychology: f64, behaviour: f64) -> f64 {
        self.psychology * psychology + self.behaviour * behaviour
    }

    /// The share of asks that somebody passes on, smoothed: `(passed + c) / (asked + c)` with
    /// `c = asks_credited`.
    pub fn passed_on(&self, asked: u32, passed: u32) -> f64 {
        (f64::from(passed) + self.asks_credited) / (f64::from(asked) + self.asks_credited)
    }

    /// The chance that an ask travels one hop, over a tie as strong as that.
    pub fn chance(&self, strength: f64, rank: Rank, from: &Standing, to: &Standing) -> f64 {
        (-self.risk(self.of_tie(strength, rank), from, to)).exp()
    }

    /// The log-odds of a tie without those who are tied.
    fn of_tie(&self, strength: f64, rank: Rank) -> f64 {
        let upward = if rank == Rank::Up { self.upward } else { 0.0 };
        self.base + self.tie * strength.ln_1p() + upward
    }

    /// `−ln p` of a hop.
    fn risk(&self, of_tie: f64, from: &Standing, to: &Standing) -> f64 {
        let side = match (from.ours, to.ours) {
            (true, true) => self.ours,
            (true, false) => to.willing,
            (false, _) => from.willing,
        };
        softplus(-of_tie - side) - from.passed_on.ln()
    }
}

/// `ln(1 + exp(x))`, which is `−ln σ(−x)`, without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// What hops cost on a day.
#[derive(Clone, Debug)]
pub(super) struct Costs<'a> {
    prior: &'a PathPrior,
    kinds: &'a [AcquaintancePrior],
    day: f64,
    /// By kind: what a hop costs at least, whoever is tied and however fresh the tie is; 0, of a kind
    /// whose contacts are counted.
    floors: Vec<f64>,
    /// What an approach to a stranger costs at least.
    pub(super) stranger_floor: f64,
}

impl<'a> Costs<'a> {
    pub(super) fn on(model: &'a Model, day: f64) -> Self {
        let prior = model.path_prior();
        let kinds = model.acquaintance_priors();
        let best_side = prior.ours.max(prior.psychology + prior.behaviour);
        let at_least = |strength: f64| {
            let of_tie = prior.of_tie(strength, Rank::Level) + prior.upward.max(0.0);
            softplus(-of_tie - best_side) + prior.hop_cost
        };
        let floor = |kind: &AcquaintancePrior| {
            if kind.counted { prior.hop_cost } else { at_least(kind.strength) }
        };
        let floors = kinds.iter().map(floor).collect();
        Self { prior, kinds, day, floors, stranger_floor: at_least(0.0) }
    }

    /// What a hop over such a tie costs at least.
    pub(super) fn floor(&self, tied: Tied) -> f64 {
        self.floors[tied.kind().index()]
    }

    /// What a hop costs.
    pub(super) fn of(&self, tied: Tied, rank: Rank, from: &Standing, to: &Standing) -> f64 {
        let strength = self.kinds[tied.kind().index()].strength(self.day - tied.renewed_days());
        self.prior.risk(self.prior.of_tie(strength, rank), from, to) + self.prior.hop_cost
    }

    /// What it costs a member to pass an ask on to any other member of a circle, who are all on the
    /// same side.
    pub(super) fn of_circle(&self, tied: Tied, from: &Standing) -> f64 {
        self.of(tied, Rank::Level, from, from)
    }

    /// What it costs to approach a stranger.
    pub(super) fn of_stranger(&self, from: &Standing, to: &Standing) -> f64 {
        self.prior.risk(self.prior.of_tie(0.0, Rank::Level), from, to) + self.prior.hop_cost
    }

    /// The chance of a hop that costs so much.
    pub(super) fn chance(&self, cost: f64) -> f64 {
        (self.prior.hop_cost - cost).exp()
    }

    pub(super) fn max_hops(&self) -> u8 {
        self.prior.max_hops as u8
    }
}
