//! Planned activities: what is to be done towards whom, by when, and what it is meant to change; and
//! what it did change, once it is done.
//!
//! The change expected is laid down when the activity is planned. What was observed is read off the
//! records afterwards, so that late evidence corrects it. Both are read-outs of the same model: that
//! they agree shows that answers came as expected, not that the model is right.

use assent_inference::{Belief, Delivery, Effect, Model, Phase, Share, Stage, StateSet, effect};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::advice::{AnswerWord, Measure, PossibleAnswer};
use crate::evidence::{PersonEvidence, RecordRef};
use crate::ids::{InteractionId, OpportunityId, PersonId, UserId};
use crate::picture::Picture;
use crate::reading::StageWord;
use crate::text::{Key, Line, Words};
use crate::time::{Day, Timestamp};
use crate::winning;
use crate::words::words;

/// How long after an activity what became of it is looked at once more, in days.
const LATER_DAYS: i64 = 14;

/// Somebody whom an activity is to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Aimed {
    /// Who.
    pub person_id: PersonId,
    /// The stage that they are to have reached after it.
    #[serde(default)]
    #[schema(value_type = Option<StageWord>)]
    pub reaches: Option<Stage>,
}

/// What is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityFacts {
    /// The deal it belongs to.
    pub opportunity_id: OpportunityId,
    /// What is to be done, by its name in the model's priors.
    pub kind: Key,
    /// Who is to do it.
    pub owner_id: UserId,
    /// Whom it is to move.
    pub people: Vec<Aimed>,
    /// Who leads us to them, from the first asked to the last.
    #[serde(default)]
    pub through: Vec<PersonId>,
    /// What it is for, in a line.
    #[serde(default)]
    pub aim: Option<Line>,
    /// The benefit point to speak of.
    #[serde(default)]
    pub benefit: Option<Line>,
    /// By when.
    pub due_on: Day,
    /// At what time, if one is fixed.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
}

words! {
    /// How an activity stands.
    pub enum ActivityState {
        /// To be done.
        Open = "open",
        /// To have been done by now.
        Overdue = "overdue",
        /// Done.
        Done = "done",
        /// Not to be done any more.
        Cancelled = "cancelled",
    }
}

/// What an activity was expected to bring when it was planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Expectation {
    /// What shifts are shifts of.
    pub measure: Measure,
    /// What that was.
    pub now: f64,
    /// What it was expected to become.
    pub after: f64,
    /// The answers it might get, of whoever has most power among those it was to move.
    pub answers: Vec<PossibleAnswer>,
    /// By person, the chance of the stage aimed at.
    pub people: Vec<ExpectedChange>,
}

/// A change expected in a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExpectedChange {
    /// Who.
    pub person_id: PersonId,
    /// The stage aimed at.
    #[schema(value_type = StageWord)]
    pub stage: Stage,
    /// The chance that they stood there or further.
    pub before: f64,
    /// The chance expected after it.
    pub after: f64,
}

/// What an activity did to a person, as the records have it today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ObservedChange {
    /// Who.
    pub person_id: PersonId,
    /// The stage aimed at.
    #[schema(value_type = StageWord)]
    pub stage: Stage,
    /// The chance of it just before.
    pub before: f64,
    /// The chance just after.
    pub after: f64,
    /// The chance a fortnight after, whatever else happened; nothing while that lies ahead.
    pub later: Option<f64>,
}

/// The stage that somebody is to reach if none is named: the one after where they stand most likely.
#[must_use]
pub fn next_stage(picture: &Picture<'_>, person: PersonId) -> Stage {
    let state = picture.state(person, picture.last_look());
    let median = state.stages(picture.phase).median();
    // Whoever is at the end is to stay there.
    picture.phase.stage_after(median)
}

/// What an activity may be expected to bring today; `None` for a kind the model does not know.
#[must_use]
pub fn expectation(
    picture: &Picture<'_>,
    facts: &ActivityFacts,
    reach: Option<f64>,
) -> Option<Expectation> {
    let model = picture.model;
    let action = model.action(facts.kind.as_str())?;
    let measure = match picture.phase {
        Phase::Buy => Measure::Win,
        Phase::Use => Measure::Use,
    };
    let reach = reach.and_then(|reach| Share::new(reach).ok()).unwrap_or(Share::ONE);
    let (mut now, mut gain) = (0.0, 0.0);
    let mut main: Option<(f64, Effect, f64)> = None;
    let mut people = Vec::new();
    for aimed in &facts.people {
        let person = aimed.person_id;
        let Some(member) = picture.group.position(person) else { continue };
        if picture.deal.records.excluded.contains(&person) {
            continue;
        }
        let state = picture.state(person, picture.last_look());
        let again = picture.belief(person).map_or(0, |belief| belief.times_done(model, action));
        let way = Delivery { reach, again };
        let worth = winning::worth_by_state(picture, member);
        let own = effect(model, action, way, &worth, state);
        now = state.as_array().iter().zip(&worth).map(|(p, worth)| p * worth).sum();
        gain += own.gain;
        let stage = aimed.reaches.unwrap_or_else(|| next_stage(picture, person));
        let set = StateSet::stage_at_least(picture.phase, stage);
        let reached = effect(model, action, way, &set.indicator(), state);
        let before = state.mass(set);
        let after = (before + reached.gain).clamp(0.0, 1.0);
        people.push(ExpectedChange { person_id: person, stage, before, after });
        let power = picture.group.power(person);
        if main.as_ref().is_none_or(|(most, ..)| power > *most) {
            main = Some((power, own, now));
        }
    }
    let at_all = winning::win(picture).map_or(now, |win| win.read_out.probability());
    let (_, own, worth_now) = main?;
    let shift = |worth: f64| (at_all + worth - worth_now).clamp(0.0, 1.0);
    Some(Expectation {
        measure,
        now: at_all,
        after: (at_all + gain).clamp(0.0, 1.0),
        answers: answers(model, &own, shift),
        people,
    })
}

fn answers(model: &Model, of: &Effect, shift: impl Fn(f64) -> f64) -> Vec<PossibleAnswer> {
    let one = |one: &assent_inference::AnswerChance| {
        let (answer, reply) = AnswerWord::of(model, one.answer);
        PossibleAnswer { answer, reply, p: one.probability, after: shift(one.worth) }
    };
    of.answers.iter().map(one).collect()
}

/// What a recorded interaction did to a person: the chance of a stage just before it and just after it,
/// and a fortnight later. `None` if the record is no evidence of them.
#[must_use]
pub fn observed(
    model: &Model,
    evidence: &PersonEvidence,
    (person_id, stage): (PersonId, Stage),
    record: InteractionId,
) -> Option<ObservedChange> {
    let is_its = |label: u32| {
        let record_of = evidence.labels.get(label as usize).map(|label| label.record);
        record_of == Some(RecordRef::Interaction(record))
    };
    let observations = evidence.history.observations();
    let first = observations.iter().position(|one| is_its(one.label))?;
    let last = observations.iter().rposition(|one| is_its(one.label))?;
    let at_days = observations[first].at_days;
    let mut belief = Belief::begin(model, &evidence.start());
    let chance =
        |belief: &Belief| belief.state().mass(StateSet::stage_at_least(belief.phase(), stage));
    for observation in &observations[..first] {
        belief.observe(model, observation, &mut ());
    }
    belief.advance(model, at_days, &mut ());
    let before = chance(&belief);
    for observation in &observations[first..=last] {
        belief.observe(model, observation, &mut ());
    }
    let after = chance(&belief);
    let later_days = at_days + LATER_DAYS as f64;
    let later = (later_days <= evidence.until.end().days()).then(|| {
        for observation in observations[last + 1..].iter().take_while(|o| o.at_days <= later_days) {
            belief.observe(model, observation, &mut ());
        }
        belief.advance(model, later_days, &mut ());
        chance(&belief)
    });
    Some(ObservedChange { person_id, stage, before, after, later })
}
