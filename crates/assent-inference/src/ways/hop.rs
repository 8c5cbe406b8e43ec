//! One hop: the chance that somebody passes an ask on, and what that costs a way.

use super::network::Network;
use super::search::SLACK;
use super::tie::{Rank, Tied};
use crate::model::{Model, TieOdds};
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
        (-self.risk(self.of_tie(strength) + self.of_rank(rank), from, to)).exp()
    }

    /// The log-odds of a tie without those who are tied.
    pub(crate) fn of_tie(&self, strength: f64) -> f64 {
        self.base + self.tie * strength.ln_1p()
    }

    /// What these change where an ask goes up a reporting line.
    fn of_rank(&self, rank: Rank) -> f64 {
        if rank == Rank::Up { self.upward } else { 0.0 }
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

/// The log-odds of a chance p whose `−ln p` is `most`: less would be a greater risk. Rounding makes no
/// hop too dear.
fn needed(most: f64) -> f64 {
    if most <= 0.0 { f64::INFINITY } else { -most.exp_m1().ln() - SLACK }
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
    odds: &'a TieOdds,
    day: f64,
    /// The log-odds of the strongest tie that there may be.
    strongest: f64,
    /// The log-odds that the stand of one of theirs adds at most.
    most_willing: f64,
    /// The log-odds that any side adds at most.
    best_side: f64,
}

impl<'a> Costs<'a> {
    pub(super) fn on(model: &'a Model, network: &Network, day: f64, most_willing: f64) -> Self {
        let prior = model.path_prior();
        let kinds = model.acquaintance_priors();
        let strongest_of = |(kind, acquaintance): (Acquaintance, &AcquaintancePrior)| {
            let age = day - network.latest_days(kind)?;
            Some(prior.of_tie(acquaintance.strength(age)))
        };
        let strongest = model.acquaintances().filter_map(strongest_of);
        let strongest = strongest.fold(prior.base, f64::max) + prior.upward.max(0.0);
        let best_side = prior.ours.max(most_willing);
        let odds = model.tie_odds();
        Self { prior, kinds, odds, day, strongest, most_willing, best_side }
    }

    /// The log-odds of a tie without those who are tied.
    fn of_tie(&self, tied: Tied, rank: Rank) -> f64 {
        let (kind, age) = (tied.kind().index(), self.day - tied.renewed_days());
        let kept = self.odds.kept(kind, age);
        kept.unwrap_or_else(|| self.prior.of_tie(self.kinds[kind].strength(age)))
            + self.prior.of_rank(rank)
    }

    /// The most that the log-odds of a tie can be, seen from whom it leads out of; quicker than they
    /// themselves. Among ties of a kind and rank those renewed later have more.
    pub(super) fn odds_out(&self, tied: Tied) -> f64 {
        self.odds_at_most(tied) + self.prior.of_rank(tied.rank())
    }

    /// The same seen from whom it leads to.
    pub(super) fn odds_in(&self, tied: Tied) -> f64 {
        self.odds_at_most(tied) + self.prior.of_rank(tied.rank().turned())
    }

    fn odds_at_most(&self, tied: Tied) -> f64 {
        let (kind, age) = (tied.kind().index(), self.day - tied.renewed_days());
        let kept = self.odds.at_most(kind, age);
        kept.unwrap_or_else(|| self.prior.of_tie(self.kinds[kind].strength(age)))
    }

    /// The log-odds that a tie must have for a hop out over it to cost somebody no more than `most`, to
    /// whomever it leads.
    pub(super) fn needed_out(&self, most: f64, from: &Standing) -> f64 {
        needed(most - reluctance(from) - self.prior.hop_cost) - self.side_out(from)
    }

    /// The same for a hop in to somebody, whoever comes by it.
    pub(super) fn needed_in(&self, most: f64, to: &Standing) -> f64 {
        // One of theirs is approached by one of ours at their own will, by one of theirs at that one's.
        let side = if to.ours { self.best_side } else { self.most_willing };
        needed(most - self.prior.hop_cost) - side
    }

    /// The same for a hop to another member of a circle.
    pub(super) fn needed_in_circle(&self, most: f64) -> f64 {
        needed(most - self.prior.hop_cost) - self.best_side
    }

    /// What a hop out over a tie of such log-odds costs somebody at least.
    pub(super) fn least_out(&self, odds: f64, from: &Standing) -> f64 {
        softplus(-odds - self.side_out(from)) + reluctance(from) + self.prior.hop_cost
    }

    fn side_out(&self, from: &Standing) -> f64 {
        if from.ours { self.best_side } else { from.willing }
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

    /// What any hop costs somebody at least.
    pub(super) fn any_out(&self, from: &Standing) -> f64 {
        self.least_out(self.strongest, from)
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
