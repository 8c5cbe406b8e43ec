//! One hop: the chance that somebody passes an ask on, and what that costs a way.

use std::cell::Cell;

use super::network::Network;
use super::tie::{Rank, Tied};
use crate::model::Model;
use crate::priors::{Acquaintance, AcquaintancePrior, PathPrior};
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

    /// The most that anybody's stand adds.
    pub fn most_willing(&self) -> f64 {
        self.psychology + self.behaviour
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
        softplus(-of_tie - side) + reluctance(from)
    }
}

/// `−ln` of the share of asks that somebody passes on: nothing, of whom nothing was asked.
fn reluctance(of: &Standing) -> f64 {
    if of.passed_on == 1.0 { 0.0 } else { -of.passed_on.ln() }
}

/// `ln(1 + exp(x))`, which is `−ln σ(−x)`, without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// Ages in days whose log-odds are remembered: most ties are younger, and the others are reckoned anew.
const AGES: usize = 2_048;

/// What hops cost on a day.
#[derive(Clone, Debug)]
pub(super) struct Costs<'a> {
    prior: &'a PathPrior,
    kinds: &'a [AcquaintancePrior],
    day: f64,
    /// The log-odds of ties by kind and by age in whole days, as far as they have been asked for.
    by_age: Vec<[Cell<f64>; AGES]>,
    /// The log-odds of the strongest tie that there may be.
    strongest: f64,
    /// The log-odds that any side adds at most.
    best_side: f64,
}

impl<'a> Costs<'a> {
    pub(super) fn on(model: &'a Model, network: &Network, day: f64, most_willing: f64) -> Self {
        let prior = model.path_prior();
        let kinds = model.acquaintance_priors();
        let strongest_of = |(kind, acquaintance): (Acquaintance, &AcquaintancePrior)| {
            let age = day - network.latest_days(kind)?;
            Some(prior.of_tie(acquaintance.strength(age), Rank::Level))
        };
        let strongest = model.acquaintances().filter_map(strongest_of);
        let strongest = strongest.fold(prior.base, f64::max) + prior.upward.max(0.0);
        let best_side = prior.ours.max(most_willing);
        let by_age = kinds.iter().map(|_| [const { Cell::new(f64::NAN) }; AGES]).collect();
        Self { prior, kinds, day, by_age, strongest, best_side }
    }

    /// The log-odds of a tie without those who are tied.
    fn of_tie(&self, tied: Tied, rank: Rank) -> f64 {
        let upward = if rank == Rank::Up { self.prior.upward } else { 0.0 };
        self.of_age(tied) + upward
    }

    fn of_age(&self, tied: Tied) -> f64 {
        let kind = tied.kind().index();
        let prior = &self.kinds[kind];
        let age = if prior.half_life_days.is_none() { 0.0 } else { self.day - tied.renewed_days() };
        let known = (age >= 0.0 && age.fract() == 0.0).then_some(age as usize);
        let known = known.and_then(|age| self.by_age[kind].get(age));
        match known.map(Cell::get).filter(|known| !known.is_nan()) {
            Some(log_odds) => log_odds,
            None => {
                let log_odds = self.prior.of_tie(prior.strength(age), Rank::Level);
                known.inspect(|known| known.set(log_odds));
                log_odds
            }
        }
    }

    /// What a hop costs.
    pub(super) fn of(&self, tied: Tied, rank: Rank, from: &Standing, to: &Standing) -> f64 {
        self.prior.risk(self.of_tie(tied, rank), from, to) + self.prior.hop_cost
    }

    /// What it costs a member to pass an ask on to any other member of a circle, who are all on the
    /// same side.
    pub(super) fn of_circle(&self, tied: Tied, from: &Standing) -> f64 {
        self.of(tied, Rank::Level, from, from)
    }

    /// What it costs to approach a stranger.
    pub(super) fn of_stranger(&self, from: &Standing, to: &Standing) -> f64 {
        self.prior.risk(self.prior.base, from, to) + self.prior.hop_cost
    }

    /// What a hop out over such a tie costs somebody at least, to whomever it leads.
    pub(super) fn out_at_least(&self, tied: Tied, from: &Standing) -> f64 {
        self.least_out(self.of_tie(tied, tied.rank()), from)
    }

    /// What a hop over such a tie, seen from whom it leads to, costs at least, whoever comes by it.
    pub(super) fn in_at_least(&self, tied: Tied) -> f64 {
        let of_tie = self.of_tie(tied, tied.turned().rank());
        softplus(-of_tie - self.best_side) + self.prior.hop_cost
    }

    /// What any hop costs somebody at least.
    pub(super) fn any_out(&self, from: &Standing) -> f64 {
        self.least_out(self.strongest, from)
    }

    fn least_out(&self, of_tie: f64, from: &Standing) -> f64 {
        let side = if from.ours { self.best_side } else { from.willing };
        softplus(-of_tie - side) + reluctance(from) + self.prior.hop_cost
    }

    /// What any hop costs at least.
    pub(super) fn any(&self) -> f64 {
        softplus(-self.strongest - self.best_side) + self.prior.hop_cost
    }

    /// What an approach to a stranger costs at least.
    pub(super) fn any_stranger(&self) -> f64 {
        softplus(-self.prior.base - self.best_side) + self.prior.hop_cost
    }

    /// The chance of a hop that costs so much.
    pub(super) fn chance(&self, cost: f64) -> f64 {
        (self.prior.hop_cost - cost).exp()
    }

    pub(super) fn max_hops(&self) -> u8 {
        self.prior.max_hops as u8
    }
}
