//! The terms that people contribute to the log-odds of winning.

use std::sync::LazyLock;

use super::{Buyer, Counting, WinTerm, WinTermKind};
use crate::influence::{Group, support};
use crate::model::Model;
use crate::priors::WinPrior;
use crate::state::{Factor, Phase, STATES, State, StateVector, scaled};
use crate::state_set::StateSet;

/// Knows the problem, is not against us, responds.
static HEEDFUL: LazyLock<StateSet> = LazyLock::new(|| {
    StateSet::levels(Factor::Cognition, 2..)
        & StateSet::levels(Factor::Psychology, 2..)
        & StateSet::levels(Factor::Behaviour, 2..)
});

/// Accepts our concept.
static ACCEPTS: LazyLock<StateSet> = LazyLock::new(|| StateSet::levels(Factor::Cognition, 4..));

/// The members of a group, each with what their state adds to the log-odds by how much.
pub(super) struct People<'a> {
    members: Vec<Member<'a>>,
    veto: Option<usize>,
    stranger: Means,
    coverage: f64,
}

/// What a distribution over states means for winning.
#[derive(Clone, Copy, PartialEq)]
struct Means {
    support: f64,
    heedful: f64,
    accepts: f64,
}

impl Means {
    fn of(state: &StateVector) -> Means {
        let (heedful, accepts) = (state.mass(*HEEDFUL), state.mass(*ACCEPTS));
        Means { support: support(state), heedful, accepts }
    }

    /// The same of somebody who surely stands there.
    fn at(state: State) -> Means {
        let level = |factor| scaled(state.level(factor));
        let whole = |set: StateSet| if set.contains(state) { 1.0 } else { 0.0 };
        Means {
            support: 0.5 * (level(Factor::Psychology) + level(Factor::Behaviour)),
            heedful: whole(*HEEDFUL),
            accepts: whole(*ACCEPTS),
        }
    }
}

struct Member<'a> {
    state: &'a StateVector,
    means: Means,
    met: bool,
    credibility: f64,
    /// The log-odds per unit of each.
    weights: MemberWeights,
}

#[derive(Clone, Copy, Default)]
struct MemberWeights {
    support: f64,
    veto: f64,
    coverage: f64,
    concept: f64,
}

impl<'a> People<'a> {
    pub(super) fn new(
        model: &Model,
        group: &Group,
        buyer: impl Fn(usize) -> Buyer<'a>,
        counting: Counting,
    ) -> People<'a> {
        let prior = model.win_prior();
        let stranger = Means::of(model.start(Phase::Buy));
        let buyers: Vec<Buyer<'a>> = (0..group.len()).map(buyer).collect();
        let member = |buyer: &Buyer<'a>| Member {
            state: buyer.state,
            means: Means::of(buyer.state),
            met: buyer.met,
            credibility: credibility(prior, buyer, counting),
            weights: MemberWeights::default(),
        };
        let members = buyers.iter().map(member).collect();
        let mut people = People { members, veto: None, stranger, coverage: 0.0 };
        people.weigh(model, group, counting);
        people
    }

    fn weigh(&mut self, model: &Model, group: &Group, counting: Counting) {
        let (prior, power) = (model.win_prior(), group.power());
        self.weigh_stands(model, group, counting);
        self.weigh_coverage(prior, power, counting);
        self.weigh_concept(prior, power, counting);
    }

    /// What the people add to the log-odds if one of them surely stood at each state.
    pub(super) fn log_odds_by_state(
        mut self,
        model: &Model,
        group: &Group,
        counting: Counting,
        member: usize,
    ) -> [f64; STATES] {
        // States that mean the same for winning share one computation.
        let mut known: Vec<(Means, f64)> = Vec::new();
        let mut all = [0.0; STATES];
        for state in State::all() {
            let means = Means::at(state);
            let found = known.iter().find(|(of, _)| *of == means).map(|(_, log_odds)| *log_odds);
            all[state.index()] = found.unwrap_or_else(|| {
                self.members[member].means = means;
                self.weigh(model, group, counting);
                let log_odds = self.terms().iter().map(|term| term.log_odds).sum();
                known.push((means, log_odds));
                log_odds
            });
        }
        all
    }

    /// Support and veto are both linear in the members' own stands once it is known whose veto is
    /// the lowest.
    fn weigh_stands(&mut self, model: &Model, group: &Group, counting: Counting) {
        let prior = model.win_prior();
        let (rows, power) = (group.weights(), group.power());
        let in_all = |of: usize| rows.iter().zip(power).map(|(row, power)| power * row[of]).sum();
        let in_all: Vec<f64> = (0..rows.len()).map(in_all).collect();
        let own: Vec<f64> = self.members.iter().map(|one| self.difference(one)).collect();
        let dot = |row: &[f64]| row.iter().zip(&own).map(|(weight, own)| weight * own).sum::<f64>();
        let all = dot(&in_all);
        let height = |holder: usize| match counting {
            Counting::Repeatedly => dot(&rows[holder]),
            Counting::Once => dot(&rows[holder]) - all,
        };
        let holders = group.roles().iter().enumerate();
        let holders = holders.filter(|(_, role)| model.role_prior(**role).veto);
        let holders: Vec<usize> = holders.map(|(holder, _)| holder).collect();
        let lowest = holders.iter().map(|holder| (*holder, height(*holder)));
        let lowest = lowest.min_by(|one, other| one.1.total_cmp(&other.1));
        let counts = |height: f64| counting == Counting::Repeatedly || height < 0.0;
        self.veto = lowest.filter(|(_, height)| counts(*height)).map(|(holder, _)| holder);
        let beyond = if counting == Counting::Once { 1.0 } else { 0.0 };
        let veto = |holder: usize, of: usize| prior.veto * (rows[holder][of] - beyond * in_all[of]);
        // Over all who hold one, so that the scale does not jump when another stands lowest.
        let vetoes = holders.iter().flat_map(|holder| (0..rows.len()).map(|of| veto(*holder, of)));
        let most = vetoes.map(f64::abs).fold(0.0, f64::max);
        let scale = match counting {
            Counting::Once if most > prior.once.veto_at_most => prior.once.veto_at_most / most,
            _ => 1.0,
        };
        for (of, member) in self.members.iter_mut().enumerate() {
            let support = prior.support * in_all[of];
            let support = at_most(prior.once.support_at_most, support, counting);
            let veto = self.veto.map_or(0.0, |holder| scale * veto(holder, of));
            member.weights.support = support * member.credibility;
            member.weights.veto = veto * member.credibility;
        }
    }

    fn weigh_concept(&mut self, prior: &WinPrior, power: &[f64], counting: Counting) {
        for (member, power) in self.members.iter_mut().zip(power) {
            let concept = at_most(prior.once.concept_at_most, prior.concept * power, counting);
            member.weights.concept = concept * member.credibility;
        }
    }

    fn weigh_coverage(&mut self, prior: &WinPrior, power: &[f64], counting: Counting) {
        self.coverage = 0.0;
        for (member, power) in self.members.iter_mut().zip(power) {
            let met = if member.met { *power } else { 0.0 };
            self.coverage += met * member.means.heedful;
            member.weights.coverage = prior.coverage * met * member.credibility;
        }
        if counting == Counting::Once {
            let part = |member: &Member<'_>| member.weights.coverage * member.means.heedful;
            let most = self.members.iter_mut().max_by(|one, other| {
                let (one, other) = (part(one), part(other));
                one.abs().total_cmp(&other.abs())
            });
            if let Some(first) = most {
                first.weights.coverage = 0.0;
            }
        }
    }

    /// A member's own support against that of a stranger, as far as it is credible.
    fn difference(&self, member: &Member<'_>) -> f64 {
        member.credibility * (member.means.support - self.stranger.support)
    }

    /// The terms of each member, those that are nothing left out, and one of the veto.
    pub(super) fn terms(&self) -> Vec<WinTerm> {
        let mut terms = Vec::with_capacity(3 * self.members.len() + 1);
        let mut add = |kind, log_odds: f64| {
            if log_odds != 0.0 {
                terms.push(WinTerm { kind, log_odds });
            }
        };
        let support = |one: &Member<'_>| one.means.support - self.stranger.support;
        for (member, one) in self.members.iter().enumerate() {
            add(WinTermKind::Support { member }, one.weights.support * support(one));
        }
        if let Some(member) = self.veto {
            let log_odds = self.members.iter().map(|one| one.weights.veto * support(one)).sum();
            add(WinTermKind::Veto { member }, log_odds);
        }
        for (member, one) in self.members.iter().enumerate() {
            add(WinTermKind::Coverage { member }, one.weights.coverage * one.means.heedful);
        }
        for (member, one) in self.members.iter().enumerate() {
            let accepts = one.means.accepts - self.stranger.accepts;
            add(WinTermKind::Concept { member }, one.weights.concept * accepts);
        }
        terms
    }

    /// The variance of the log-odds from not knowing where people stand.
    pub(super) fn variance(&self) -> f64 {
        self.members.iter().map(Member::variance).sum()
    }

    pub(super) fn coverage(&self) -> f64 {
        self.coverage
    }
}

fn credibility(prior: &WinPrior, buyer: &Buyer<'_>, counting: Counting) -> f64 {
    match counting {
        Counting::Repeatedly => 1.0,
        Counting::Once => {
            let days = buyer.days_heard as f64;
            days / (days + prior.once.half_after)
        }
    }
}

/// A weight, limited to what one person may carry.
fn at_most(most: f64, weight: f64, counting: Counting) -> f64 {
    match counting {
        Counting::Repeatedly => weight,
        Counting::Once => weight.clamp(-most, most),
    }
}

impl Member<'_> {
    /// `Var f(z)` with `f` the log-odds that this member adds in state z.
    fn variance(&self) -> f64 {
        let MemberWeights { support, veto, coverage, concept } = self.weights;
        let adds = |state: State| {
            let level = |factor| scaled(state.level(factor));
            let stand = 0.5 * (level(Factor::Psychology) + level(Factor::Behaviour));
            let of = |set: StateSet, weight: f64| if set.contains(state) { weight } else { 0.0 };
            (support + veto) * stand + of(*HEEDFUL, coverage) + of(*ACCEPTS, concept)
        };
        let mean = |of: &dyn Fn(State) -> f64| {
            State::all().map(|state| self.state.probability(state) * of(state)).sum::<f64>()
        };
        let expected = mean(&adds);
        mean(&|state| (adds(state) - expected).powi(2))
    }
}
