//! The chance to win a deal, as a sum of terms in points; how it moved, and when the deal will end.
//!
//! A read-out, not a belief: see `assent_inference::read_win`. Points are ten times the base-2 logarithm of
//! the odds, so that the terms of a chance add up and can each be asked for.

use assent_inference::{
    Buyer, Circumstances, ClosingPace, Competition, Counting, Outcome, Phase, Stage, State,
    StateVector, What, WinReadOut, WinTermKind, chance_with_interval, points, read_win,
    use_worth_by_state, win_by_state,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::evidence::PersonEvidence;
use crate::group::BuyingGroup;
use crate::ids::PersonId;
use crate::picture::Picture;
use crate::time::Day;
use crate::words::words;

/// An interval wider than this says too little to show a number.
const ENOUGH_WIDTH: f64 = 0.6;
/// The sign of siding with another supplier, and the one that takes it back.
const RIVAL: (&str, &str) = ("competitor_preference", "competitor_dropped");
/// What is only heard of somebody is no meeting with them.
const HEARSAY: &str = "third_party";

words! {
    /// What a term of the chance to win is.
    pub enum WinTermWord {
        /// A deal of which nothing is known.
        Base = "base",
        /// The stand of a person, as far as it carries in the group.
        Support = "support",
        /// The one who can say no and stands lowest.
        Veto = "veto",
        /// A person who is met, knows the problem, is not against us and responds.
        Coverage = "coverage",
        /// A person who accepts the concept.
        Concept = "concept",
        /// Overdue promises of ours.
        Overdue = "overdue",
        /// A preference for another supplier.
        Competitor = "competitor",
    }
}

/// A term of the chance to win.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinTerm {
    /// What it is.
    pub kind: WinTermWord,
    /// Of whom.
    pub person: Option<PersonId>,
    /// What it adds. Ten points double the odds.
    pub points: f64,
}

/// The chance to win, with its terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Win {
    /// The terms, the base first; they add up to `total_points`.
    pub terms: Vec<WinTerm>,
    /// Their sum.
    pub total_points: f64,
    /// The read-out they are made from.
    pub read_out: WinReadOut,
}

/// The chance and its interval: what lists show.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WinChance {
    /// The chance to win.
    pub p: f64,
    /// The lower end of its 80 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the interval is narrow enough for the number to say anything.
    pub enough: bool,
}

impl WinChance {
    /// The chance with these natural-log odds and their standard deviation.
    #[must_use]
    pub fn of(log_odds: f64, spread: f64) -> Self {
        let (p, (low, high)) = chance_with_interval(log_odds, spread);
        Self { p, low, high, enough: high - low <= ENOUGH_WIDTH }
    }
}

impl From<&WinReadOut> for WinChance {
    fn from(read_out: &WinReadOut) -> Self {
        Self::of(read_out.log_odds(), read_out.spread())
    }
}

/// The chance to win on the day of a look; `None` once the order is placed, or without a group.
#[must_use]
pub fn win_at(picture: &Picture<'_>, look: usize, counting: Counting) -> Option<Win> {
    let day = picture.looks[look];
    if picture.deal.is_ordered(day) {
        return None;
    }
    let group = if look == picture.last_look() {
        picture.group.clone()
    } else {
        picture.deal.group_on(picture.model, day)
    };
    let state = |person| picture.state(person, look);
    win_of(picture, &group, day, counting, state)
}

/// The chance to win today.
#[must_use]
pub fn win(picture: &Picture<'_>) -> Option<Win> {
    win_at(picture, picture.last_look(), Counting::Once)
}

/// A person's stand, between −1 and 1, as it is and as it would be.
pub type StandShift = (PersonId, f64, f64);

/// The chance to win if some people surely stood at these stages, and how every member's stand would
/// move.
#[must_use]
pub fn suppose(
    picture: &Picture<'_>,
    supposed: &[(PersonId, Stage)],
) -> Option<(Win, Vec<StandShift>)> {
    let last = picture.last_look();
    let states: Vec<(PersonId, StateVector)> = supposed
        .iter()
        .map(|(person, stage)| (*person, at_stage(picture.state(*person, last), *stage)))
        .collect();
    let state = |person: PersonId| {
        let other = states.iter().find(|(of, _)| *of == person).map(|(_, state)| state);
        other.unwrap_or_else(|| picture.state(person, last))
    };
    let group = &picture.group;
    let win = win_of(picture, group, picture.day, Counting::Once, state)?;
    let own = |at: usize| assent_inference::support(picture.state(group.parts()[at].person, last));
    let then = |at: usize| Some(assent_inference::support(state(group.parts()[at].person)));
    let shifts = group.group().what_if(own, then);
    let named = group.parts().iter().zip(shifts);
    Some((win, named.map(|(part, one)| (part.person, one.before, one.after)).collect()))
}

/// What would be believed of somebody of whom it became certain that they stand at a stage: the
/// belief as it is, within that stage.
fn at_stage(state: &StateVector, stage: Stage) -> StateVector {
    let within = |of: State| Stage::of(of, Phase::Buy) == stage;
    let mass: f64 = State::all().filter(|of| within(*of)).map(|of| state.probability(of)).sum();
    let share = |of: State| {
        if !within(of) {
            0.0
        } else if mass > 0.0 {
            state.probability(of) / mass
        } else {
            1.0 / State::all().filter(|other| within(*other)).count() as f64
        }
    };
    let mut shares = [0.0; assent_inference::STATES];
    for of in State::all() {
        shares[of.index()] = share(of);
    }
    // The shares of a stage add up to 1: each stage of buying holds at least one state.
    StateVector::new(shares).unwrap_or_else(|fault| unreachable!("shares of a stage: {fault}"))
}

fn win_of<'a>(
    picture: &'a Picture<'_>,
    group: &BuyingGroup,
    day: Day,
    counting: Counting,
    state: impl Fn(PersonId) -> &'a StateVector,
) -> Option<Win> {
    if group.parts().is_empty() {
        return None;
    }
    let buyer = |member: usize| {
        let person = group.parts()[member].person;
        buyer_on(picture, person, state(person), day)
    };
    let circumstances = circumstances(picture, group, day);
    let read_out = read_win(picture.model, group.group(), buyer, circumstances, counting);
    let person = |member: usize| Some(group.parts()[member].person);
    let terms = read_out.terms().iter().map(|term| {
        let (kind, person) = match term.kind {
            WinTermKind::Base => (WinTermWord::Base, None),
            WinTermKind::Support { member } => (WinTermWord::Support, person(member)),
            WinTermKind::Veto { member } => (WinTermWord::Veto, person(member)),
            WinTermKind::Coverage { member } => (WinTermWord::Coverage, person(member)),
            WinTermKind::Concept { member } => (WinTermWord::Concept, person(member)),
            WinTermKind::Overdue => (WinTermWord::Overdue, None),
            WinTermKind::Competitor => (WinTermWord::Competitor, None),
        };
        WinTerm { kind, person, points: points(term.log_odds) }
    });
    let terms: Vec<WinTerm> = terms.collect();
    Some(Win { terms, total_points: points(read_out.log_odds()), read_out })
}

fn buyer_on<'a>(
    picture: &Picture<'_>,
    person: PersonId,
    state: &'a StateVector,
    day: Day,
) -> Buyer<'a> {
    let until = day.end().days();
    let evidence = picture.evidence.get(&person);
    Buyer {
        state,
        met: evidence.is_some_and(|one| met_since(picture, one).is_some_and(|at| at <= until)),
        days_heard: evidence.map_or(0, |one| one.history.days_heard(until)),
    }
}

fn circumstances(picture: &Picture<'_>, group: &BuyingGroup, day: Day) -> Circumstances {
    Circumstances {
        overdue_promises: overdue_on(picture, day),
        rival_preferred: rival_preferred(picture, group, day.end().days()),
    }
}

/// What the deal is worth today if one member surely stood at each state, the others as they are: the
/// chance to win while buying; in use, renewal and reference as a share of the amount. The member is
/// taken as reached and heard once more than they were, as they will be after whatever moves them.
#[must_use]
pub fn worth_by_state(picture: &Picture<'_>, member: usize) -> [f64; assent_inference::STATES] {
    let (group, last) = (&picture.group, picture.last_look());
    let state = |of: usize| picture.state(group.parts()[of].person, last);
    if picture.phase == Phase::Use {
        return use_worth_by_state(picture.model, group.group(), state, member);
    }
    let buyer = |of: usize| {
        let buyer = buyer_on(picture, group.parts()[of].person, state(of), picture.day);
        if of == member {
            Buyer { met: true, days_heard: buyer.days_heard + 1, ..buyer }
        } else {
            buyer
        }
    };
    let circumstances = circumstances(picture, group, picture.day);
    win_by_state(picture.model, group.group(), buyer, circumstances, Counting::Once, member)
}

/// Whether somebody has been met, or heard from directly.
#[must_use]
pub fn is_met(picture: &Picture<'_>, person: PersonId) -> bool {
    let until = picture.day.end().days();
    let evidence = picture.evidence.get(&person);
    evidence.and_then(|one| met_since(picture, one)).is_some_and(|at| at <= until)
}

/// When somebody was first met, or heard from directly, in days: an answer that brought a contact,
/// or a sign of theirs that is not hearsay and does not shut the door.
pub(crate) fn met_since(picture: &Picture<'_>, evidence: &PersonEvidence) -> Option<f64> {
    let model = picture.model;
    let hearsay = model.source(HEARSAY);
    let brings = |what: &What| match what {
        What::Reply { reply, .. } => model.reply_prior(*reply).contact > 0.0,
        What::Sign { sign, source, .. } => {
            Some(*source) != hearsay && model.sign_prior(*sign).forbids.is_empty()
        }
        What::Question(_) | What::Value { .. } | What::PhaseSwitch(_) => false,
    };
    evidence.history.observations().iter().find(|one| brings(&one.what)).map(|one| one.at_days)
}

/// How many promises of ours were overdue on `day`.
fn overdue_on(picture: &Picture<'_>, day: Day) -> usize {
    let records = &picture.deal.records;
    let ours = records.commitments.iter().filter(|one| records.ours.contains(&one.facts.by_id));
    ours.filter(|one| {
        let done = [one.facts.kept_on, one.facts.broken_on, one.facts.withdrawn_on];
        let open = done.iter().flatten().all(|done| *done > day);
        open && one.facts.made_on <= day && one.facts.due.is_some_and(|due| due < day)
    })
    .count()
}

/// Whether the last word of the group on other suppliers prefers one of them.
fn rival_preferred(picture: &Picture<'_>, group: &BuyingGroup, until: f64) -> bool {
    let (preferred, dropped) = (picture.model.sign(RIVAL.0), picture.model.sign(RIVAL.1));
    let members = group.parts().iter().filter_map(|part| picture.evidence.get(&part.person));
    let words = members.flat_map(|one| one.history.observations()).filter_map(|one| {
        let What::Sign { sign, .. } = one.what else { return None };
        let says = (Some(sign) == preferred).then_some(true);
        let says = says.or((Some(sign) == dropped).then_some(false))?;
        (one.at_days <= until).then_some((one.at_days, says))
    });
    let last = words.max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    last.is_some_and(|(_, prefers)| prefers)
}

/// A point of the chance over time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct WinPoint {
    /// The day.
    pub day: Day,
    /// The chance to win.
    pub p: f64,
    /// The lower end of its 80 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How the chance moved, look by look, until the order.
#[must_use]
pub fn trend(picture: &Picture<'_>) -> Vec<WinPoint> {
    let at = |look: usize| {
        let win = win_at(picture, look, Counting::Once)?;
        let WinChance { p, low, high, .. } = WinChance::from(&win.read_out);
        let day = picture.looks[look];
        (day >= picture.deal.opened_on).then_some(WinPoint { day, p, low, high })
    };
    (0..picture.looks.len()).filter_map(at).collect()
}

/// The chances that a deal has ended by a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct EndedBy {
    /// The day.
    pub day: Day,
    /// Won.
    pub won: f64,
    /// Lost to another supplier.
    pub lost: f64,
    /// Come to nothing.
    pub no_decision: f64,
}

/// When a deal is expected to end, whichever way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Closing {
    /// By then one in ten such deals has ended.
    pub early: Day,
    /// Half of them.
    pub middle: Day,
    /// Nine in ten.
    pub late: Day,
}

/// The ends of a deal that compete.
#[must_use]
pub fn competition<'p>(
    picture: &Picture<'_>,
    pace: &'p ClosingPace,
    win: &WinReadOut,
) -> Competition<'p> {
    let age = picture.day.number() - picture.deal.opened_on.number();
    Competition::new(pace, win, age as f64)
}

/// When the deal is expected to end.
#[must_use]
pub fn closing(competition: &Competition<'_>, today: Day) -> Closing {
    let day = |share| {
        let days = competition.ends_within_days(share).ceil().min(36_500.0);
        Day::from_number(today.number() + days as i64)
    };
    Closing { early: day(0.1), middle: day(0.5), late: day(0.9) }
}

/// The chances that it has ended by `day`.
#[must_use]
pub fn ended_by(competition: &Competition<'_>, today: Day, day: Day) -> EndedBy {
    let days = (day.number() - today.number()) as f64;
    let by = |outcome| competition.ended_within(outcome, days);
    let (won, lost) = (by(Outcome::Won), by(Outcome::Lost));
    EndedBy { day, won, lost, no_decision: by(Outcome::NoDecision) }
}
