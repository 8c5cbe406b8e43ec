//! The chance to win, as a sum of terms that can each be asked why.
//!
//! ```text
//! logit p = logit(base rate) + support + veto + coverage + concept + overdue + competitor
//! ```
//!
//! Each term is a difference from its value without evidence, so no evidence gives the base rate. A
//! read-out and not a belief: the terms and their weights are experience values, and p is worth
//! showing only as long as it forecasts closed deals better than plain features of them do.
//!
//! Not here: counts of evidence, amount and age of a deal as terms of their own. Their weights could
//! only be learned.

mod closing;
mod fit;
mod forecast;
mod terms;

use crate::influence::Group;
use crate::model::Model;
use crate::priors::WinPrior;
use crate::stage::Stage;
use crate::state::{Factor, Phase, STATES, State, StateVector};
use crate::state_set::StateSet;

pub use closing::{ClosingCounts, ClosingPace, Competition, Outcome};
pub use fit::{WinCase, WinFit};
pub use forecast::{Forecast, Prospect};

/// The 90 % point of the standard normal law, and thereby half the width of its 80 % interval.
pub(crate) const NORMAL_90: f64 = 1.281_551_565_544_600_4;

/// A member of the group, as winning sees them.
#[derive(Clone, Copy, Debug)]
pub struct Buyer<'a> {
    /// What is believed of them.
    pub state: &'a StateVector,
    /// Whether they have been reached: met, or heard from directly.
    pub met: bool,
    /// On how many days they were heard; see [`crate::History::days_heard`].
    pub days_heard: usize,
}

/// What weighs besides the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// How many promises of ours are overdue.
    pub overdue_promises: usize,
    /// Whether a preference for another supplier stands.
    pub rival_preferred: bool,
}

/// How often one person may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Once, and in full only when often heard: no single sign moves the chance by more than .15.
    ///
    /// * The veto counts only as far as its holder stands below the stand of all.
    /// * Coverage counts only beyond the person who contributes most to it.
    /// * Whatever power somebody holds, they carry no more than `support_at_most` and `veto_at_most`
    ///   per unit of their own stand, and `concept_at_most` for accepting the concept.
    /// * Of what is believed of somebody heard on n days, `n / (n + half_after)` counts
    ///   (credibility as in Bühlmann 1967).
    Once,
    /// As often as terms ask, and in full from the first sign. The reference counts like this; a
    /// stranger who asks for a quote then takes the chance from .25 to .74.
    Repeatedly,
}

/// A term of the log-odds of winning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinTerm {
    /// What it is, and of whom.
    pub kind: WinTermKind,
    /// What it adds.
    pub log_odds: f64,
}

/// What a term is. Members are positions in the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WinTermKind {
    /// A deal of which nothing is known.
    Base,
    /// The stand of a member, as far as it carries in the group.
    Support {
        /// Who.
        member: usize,
    },
    /// The member who can say no and stands lowest.
    Veto {
        /// Who.
        member: usize,
    },
    /// A member who is reached, knows the problem, is not against us and responds.
    Coverage {
        /// Who.
        member: usize,
    },
    /// A member who accepts the concept.
    Concept {
        /// Who.
        member: usize,
    },
    /// Overdue promises of ours.
    Overdue,
    /// A preference for another supplier.
    Competitor,
}

/// The chance to win a deal, with its terms.
#[derive(Clone, Debug, PartialEq)]
pub struct WinReadOut {
    terms: Vec<WinTerm>,
    log_odds: f64,
    spread: f64,
    coverage: f64,
}

impl WinReadOut {
    /// The terms, the base first. They add up to [`WinReadOut::log_odds`], in this order exactly.
    pub fn terms(&self) -> &[WinTerm] {
        &self.terms
    }

    /// The natural-log odds of winning.
    pub fn log_odds(&self) -> f64 {
        self.log_odds
    }

    /// The chance to win.
    pub fn probability(&self) -> f64 {
        logistic(self.log_odds)
    }

    /// The standard deviation of the log-odds, from three sources: where the people truly stand,
    /// the base rate, and the weights of the terms.
    pub fn spread(&self) -> f64 {
        self.spread
    }

    /// The 80 % interval of the chance: normal in the log-odds.
    pub fn interval(&self) -> (f64, f64) {
        chance_with_interval(self.log_odds, self.spread).1
    }

    /// The share of the power in the group that is reached, knows the problem, is not against us and
    /// responds: everybody counted in full, however the terms count them.
    pub fn coverage(&self) -> f64 {
        self.coverage
    }
}

/// The chance with these natural-log odds, and its 80 % interval from their standard deviation.
pub fn chance_with_interval(log_odds: f64, spread: f64) -> (f64, (f64, f64)) {
    let half = NORMAL_90 * spread;
    (logistic(log_odds), (logistic(log_odds - half), logistic(log_odds + half)))
}

/// Reads the chance to win off a group. `buyer` gives what is known of each member.
///
/// With own differences `dⱼ = gⱼ (supportⱼ − support of a stranger)`, where `gⱼ` is the credibility
/// or 1, equilibrium `x = V d` and power π:
///
/// ```text
/// support  = b₁ Σ π x                      veto    = b₂ min over veto holders of x
/// coverage = b₃ Σ over those met of π P(C ≥ 2, P ≥ 2, B ≥ 2)
/// concept  = b₄ Σ π (P(C = 4) − P(C = 4 of a stranger))
/// ```
///
/// and what [`Counting::Once`] changes in them. The variance of the log-odds is
/// `Σⱼ Var fⱼ(stateⱼ) + 1 / (n b (1 − b)) + Σ term² / n`: the states of people are independent and
/// the terms linear in them, the base rate b is worth n deals, and so is each weight.
pub fn read_win<'a>(
    model: &Model,
    group: &Group,
    buyer: impl Fn(usize) -> Buyer<'a>,
    circumstances: Circumstances,
    counting: Counting,
) -> WinReadOut {
    let prior = model.win_prior();
    let people = terms::People::new(model, group, buyer, counting);
    let mut terms = vec![WinTerm { kind: WinTermKind::Base, log_odds: logit(prior.base_rate) }];
    terms.extend(people.terms());
    terms.extend(circumstantial(prior, circumstances));
    let log_odds = terms.iter().map(|term| term.log_odds).sum();
    let variance = people.variance() + variance_of_weights(prior, &terms);
    WinReadOut { log_odds, spread: variance.sqrt(), coverage: people.coverage(), terms }
}

/// The chance to win if one member surely stood at each state, the others as they are: what a change
/// in that member is worth. Arguments as of [`read_win`].
pub fn win_by_state<'a>(
    model: &Model,
    group: &Group,
    buyer: impl Fn(usize) -> Buyer<'a>,
    circumstances: Circumstances,
    counting: Counting,
    member: usize,
) -> [f64; STATES] {
    let prior = model.win_prior();
    let people = terms::People::new(model, group, buyer, counting);
    let besides: f64 = circumstantial(prior, circumstances).map(|term| term.log_odds).sum();
    let besides = besides + logit(prior.base_rate);
    let by_state = people.log_odds_by_state(model, group, counting, member);
    by_state.map(|log_odds| logistic(besides + log_odds))
}

/// What a customer in use is worth, as a share of the amount, if one member surely stood at each
/// state: `renewal · Σ π P(content) + reference · (1 − Π (1 − P(vouches)))`, the others as they are.
/// Content is who is satisfied and does not avoid us.
pub fn use_worth_by_state<'a>(
    model: &Model,
    group: &Group,
    state: impl Fn(usize) -> &'a StateVector,
    member: usize,
) -> [f64; STATES] {
    let prior = model.advice_prior();
    let content =
        StateSet::levels(Factor::Psychology, 3..) & StateSet::levels(Factor::Behaviour, 1..);
    let vouches = StateSet::stage(Phase::Use, Stage::Vouching);
    let others = (0..group.len()).filter(|other| *other != member);
    let (mut renewal, mut nobody) = (0.0, 1.0);
    for other in others {
        renewal += group.power()[other] * state(other).mass(content);
        nobody *= 1.0 - state(other).mass(vouches);
    }
    let mut worth = [0.0; STATES];
    for z in State::all() {
        let own = if content.contains(z) { group.power()[member] } else { 0.0 };
        let vouched = if vouches.contains(z) { 1.0 } else { 1.0 - nobody };
        worth[z.index()] = prior.renewal * (renewal + own) + prior.reference * vouched;
    }
    worth
}

fn circumstantial(prior: &WinPrior, of: Circumstances) -> impl Iterator<Item = WinTerm> {
    let overdue = (of.overdue_promises > 0).then_some(WinTerm {
        kind: WinTermKind::Overdue,
        log_odds: prior.overdue * of.overdue_promises as f64,
    });
    let competitor = of
        .rival_preferred
        .then_some(WinTerm { kind: WinTermKind::Competitor, log_odds: prior.competitor });
    overdue.into_iter().chain(competitor)
}

/// The variance of the base rate's log-odds (delta method on a Beta law worth n deals) and of the
/// weights, each of which is taken to be known within `1 / √n` of itself.
fn variance_of_weights(prior: &WinPrior, terms: &[WinTerm]) -> f64 {
    let deals = prior.provenance.n_equiv;
    let base = 1.0 / (deals * prior.base_rate * (1.0 - prior.base_rate));
    let is_of = |kind: WinTermKind| {
        move |term: &&WinTerm| std::mem::discriminant(&term.kind) == std::mem::discriminant(&kind)
    };
    let kinds = [
        WinTermKind::Support { member: 0 },
        WinTermKind::Veto { member: 0 },
        WinTermKind::Coverage { member: 0 },
        WinTermKind::Concept { member: 0 },
        WinTermKind::Overdue,
        WinTermKind::Competitor,
    ];
    let sum = |kind| terms.iter().filter(is_of(kind)).map(|term| term.log_odds).sum::<f64>();
    base + kinds.map(|kind| sum(kind).powi(2) / deals).iter().sum::<f64>()
}

/// `1 / (1 + exp(−x))`.
pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// `ln p − ln(1 − p)`, for p strictly between 0 and 1.
pub(crate) fn logit(p: f64) -> f64 {
    p.ln() - (-p).ln_1p()
}
