//! Every action towards everybody in a deal: what it would bring, or why it is closed.

use assent_inference::{
    Action, Delivery, Effect, Phase, Precondition, Share, StateVector, What, effect,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Attempts, DismissalReason, Measure, worth_hours};
use crate::evidence::{PersonEvidence, kinds};
use crate::group::Part;
use crate::ids::PersonId;
use crate::money::Money;
use crate::picture::Picture;
use crate::time::Day;
use crate::winning::{self, is_met};
use crate::words::words;

/// To be led to somebody.
pub const INTRODUCTION: &str = "introduction";
/// To settle a complaint: no option but a duty.
pub(super) const RESOLVE: &str = "resolve_complaint";
/// After a sign that marks a turn, what is done about it.
const COMPLAINT: &str = "complaint";

words! {
    /// Why an action is not open.
    pub enum ClosedWord {
        /// It belongs to the other phase.
        OtherPhase = "other_phase",
        /// They have not been met.
        NotMet = "not_met",
        /// They have been met: nobody has to lead us to them.
        AlreadyMet = "already_met",
        /// Nobody we know leads to them.
        NoWay = "no_way",
        /// They have not complained.
        NoComplaint = "no_complaint",
        /// They told us to stop.
        ToldToStop = "told_to_stop",
        /// It is not meant for people in their part.
        NotTheirPart = "not_their_part",
        /// They declined it lately, and have not moved since.
        Declined = "declined",
        /// The seller put it away.
        Dismissed = "dismissed",
        /// It is planned already.
        Planned = "planned",
        /// Their answer to it is still waited for.
        Open = "open",
    }
}

/// Why an action is not open, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Closed {
    /// Why.
    pub word: ClosedWord,
    /// The day of it, where there is one.
    pub on: Option<Day>,
}

/// An action towards somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Which, by its name in the priors.
    pub action: String,
    /// Towards whom.
    pub person: PersonId,
    /// Why it is not open.
    pub closed: Option<Closed>,
    /// What it would bring.
    pub effect: Effect,
    /// What the deal is worth as it is, by the same measure as the worth after each answer.
    pub worth_now: f64,
    /// How much of its gain is left after what the house has learned of it, from 0 to 1.
    pub fit: f64,
    /// How often it was done lately.
    pub again: usize,
    /// Hours of ours that it takes.
    pub cost_hours: f64,
    /// What it is worth beyond them, in hours of selling.
    pub score_hours: f64,
    /// Whether it gives an occasion to speak of something.
    pub speaks: bool,
}

impl Choice {
    /// By how much the measure is expected to change.
    #[must_use]
    pub fn gain(&self) -> f64 {
        self.fit * self.effect.gain
    }
}

/// Every choice in a deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    /// What gains are gains of.
    pub measure: Measure,
    /// What that is today.
    pub now: f64,
    /// The choices, person by person in the order of their group.
    pub choices: Vec<Choice>,
}

/// The actions towards everybody who has a part and is estimated, as far as they are wanted: `wanted`
/// is told the person, the action, and why it is closed.
#[must_use]
pub fn menu(
    picture: &Picture<'_>,
    attempts: &Attempts,
    amount: Option<&Money>,
    wanted: impl Fn(PersonId, &str, Option<&Closed>) -> bool,
) -> Menu {
    let measure = match picture.phase {
        Phase::Buy => Measure::Win,
        Phase::Use => Measure::Use,
    };
    let hours = worth_hours(amount);
    let mut choices = Vec::new();
    let mut used = 0.0;
    for (member, part) in picture.group.parts().iter().enumerate() {
        if picture.deal.records.excluded.contains(&part.person) {
            continue;
        }
        let worth = winning::worth_by_state(picture, member);
        let state = picture.state(part.person, picture.last_look());
        let now = mean(state, &worth);
        used = now;
        let context = Context { picture, attempts, part, worth: &worth, now, hours };
        for name in kinds(picture.model) {
            let Some(action) = picture.model.action(name) else { continue };
            let closed = context.closed(name, action);
            if wanted(part.person, name, closed.as_ref()) {
                choices.push(context.choice(name, action, closed, state));
            }
        }
    }
    let now = winning::win(picture).map_or(used, |win| win.read_out.probability());
    Menu { measure, now, choices }
}

struct Context<'a, 'p> {
    picture: &'a Picture<'p>,
    attempts: &'a Attempts,
    part: &'a Part,
    worth: &'a [f64; assent_inference::STATES],
    now: f64,
    hours: f64,
}

impl Context<'_, '_> {
    fn choice(
        &self,
        name: &str,
        action: Action,
        closed: Option<Closed>,
        state: &StateVector,
    ) -> Choice {
        let model = self.picture.model;
        let prior = model.action_prior(action);
        let belief = self.picture.belief(self.part.person);
        let again = belief.map_or(0, |belief| belief.times_done(model, action));
        let way = self.attempts.ways.get(&self.part.person).filter(|_| name == INTRODUCTION);
        let reach = way.map_or(Share::ONE, |way| {
            // A chance is a share.
            Share::new(way.chance.clamp(0.0, 1.0)).unwrap_or(Share::ONE)
        });
        let effect = effect(model, action, Delivery { reach, again }, self.worth, state);
        let hops = way.map_or(1, |way| way.through.len() + 1);
        let cost_hours = prior.cost_hours * hops as f64;
        let key = (name.to_owned(), self.part.role);
        let fit = self.attempts.fit.get(&key).map_or(1.0, |fit| fit.weight());
        let speaks = model.replies(action).any(|(_, reply)| reply.contact > 0.0);
        Choice {
            action: name.to_owned(),
            person: self.part.person,
            closed,
            score_hours: self.hours * fit * effect.gain - cost_hours,
            worth_now: self.now,
            effect,
            fit,
            again,
            cost_hours,
            speaks,
        }
    }

    /// The first reason for which it is closed, the one that lasts longest first.
    fn closed(&self, name: &str, action: Action) -> Option<Closed> {
        let (picture, person) = (self.picture, self.part.person);
        let prior = picture.model.action_prior(action);
        let because = |word| Some(Closed { word, on: None });
        if !prior.phases.include(picture.phase) {
            return because(ClosedWord::OtherPhase);
        }
        let role = picture.role(self.part)?;
        if !picture.model.advice_prior().suits(action, role) {
            return because(ClosedWord::NotTheirPart);
        }
        let met = is_met(picture, person);
        if prior.after == Some(Precondition::Contact) && !met {
            return because(ClosedWord::NotMet);
        }
        if name == INTRODUCTION && met {
            return because(ClosedWord::AlreadyMet);
        }
        if name == INTRODUCTION && !self.attempts.ways.contains_key(&person) {
            return because(ClosedWord::NoWay);
        }
        let evidence = picture.evidence.get(&person);
        if name == RESOLVE && evidence.and_then(|one| complaint(picture, one)).is_none() {
            return because(ClosedWord::NoComplaint);
        }
        if picture.belief(person).is_some_and(|belief| belief.forbidden().contains(&action)) {
            return because(ClosedWord::ToldToStop);
        }
        let declined = evidence.and_then(|one| declined(picture, one, person, action));
        declined.or_else(|| self.put_away(name)).or_else(|| self.waiting(action))
    }

    fn put_away(&self, name: &str) -> Option<Closed> {
        let days = self.picture.model.advice_prior().dismissed_days as i64;
        let today = self.picture.day.number();
        let own = |one: &&super::Dismissed| {
            let lasts = match one.reason {
                DismissalReason::NotNow => 7,
                _ => days,
            };
            one.action == name && one.person == self.part.person && today - one.on.number() < lasts
        };
        let put_away = self.attempts.dismissed.iter().filter(own).map(|one| one.on).max();
        let dismissed = put_away.map(|on| Closed { word: ClosedWord::Dismissed, on: Some(on) });
        let planned = self
            .attempts
            .planned
            .iter()
            .any(|(action, person)| action == name && *person == self.part.person);
        dismissed.or(planned.then_some(Closed { word: ClosedWord::Planned, on: None }))
    }

    fn waiting(&self, action: Action) -> Option<Closed> {
        let belief = self.picture.belief(self.part.person)?;
        let open = belief.open_questions().iter().any(|(question, _)| question.action() == action);
        open.then_some(Closed { word: ClosedWord::Open, on: None })
    }
}

/// Since when a complaint of theirs has been open: it is until something was done about it.
pub(super) fn complaint(picture: &Picture<'_>, evidence: &PersonEvidence) -> Option<Day> {
    let model = picture.model;
    let (sign, action) = (model.sign(COMPLAINT), model.action(RESOLVE));
    let mut since = None;
    for one in evidence.history.observations() {
        match one.what {
            What::Sign { sign: shown, .. } if Some(shown) == sign => {
                since = since.or(evidence.labels.get(one.label as usize).map(|label| label.at));
            }
            What::Reply { reply, .. } if Some(model.reply_prior(reply).action) == action => {
                since = None;
            }
            _ => {}
        }
    }
    since.map(|at| at.date().into())
}

/// Whether they declined an action lately and have not come further since.
fn declined(
    picture: &Picture<'_>,
    evidence: &PersonEvidence,
    person: PersonId,
    action: Action,
) -> Option<Closed> {
    let (model, prior) = (picture.model, picture.model.advice_prior());
    let last = evidence.history.observations().iter().rev().find_map(|one| match one.what {
        What::Reply { reply, .. } if model.reply_prior(reply).action == action => {
            Some((reply, evidence.labels.get(one.label as usize)?.at))
        }
        _ => None,
    })?;
    let on: Day = last.1.date().into();
    let lately = picture.day.number() - on.number() < prior.declined_days as i64;
    if !prior.declines(last.0) || !lately {
        return None;
    }
    let stage = |look: usize| {
        let moment = picture.moment(person, look)?;
        Some(moment.state.stages(moment.phase).median())
    };
    let moved = stage(picture.last_look()) > stage(picture.look(on));
    (!moved).then_some(Closed { word: ClosedWord::Declined, on: Some(on) })
}

fn mean(state: &StateVector, worth: &[f64; assent_inference::STATES]) -> f64 {
    state.as_array().iter().zip(worth).map(|(p, worth)| p * worth).sum()
}
