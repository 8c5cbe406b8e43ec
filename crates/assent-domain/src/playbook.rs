//! What activities did: how each kind was answered by people who stood at each stage, and how far those
//! people had come a fortnight later.
//!
//! Laid down deal by deal as a list of attempts, and read off many deals together. Answers are counts
//! of the records. How far people came is read off their estimates, which rest on the same model as
//! the expectation beside it: the playbook shows how answers differ from what the model presumes, and
//! cannot show that its doses are right.

use std::collections::BTreeMap;

use assent_inference::{
    Action, Answer, Belief, Beta, Delivery, Effect, Model, Phase, STATES, Stage, State, StateSet,
    StateVector, What, effect,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::advice::AnswerWord;
use crate::evidence::{PersonEvidence, RecordRef};
use crate::reading::StageWord;
use crate::time::Day;

/// How long after an attempt somebody is looked at again, in days.
const LATER_DAYS: f64 = 14.0;
/// Attempts that the priors are worth, for how an action is answered and how far it carries.
const PRIOR_ATTEMPTS: f64 = 8.0;

/// An attempt of ours: what was done to somebody who stood where, how they answered, how far they came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    /// When.
    pub on: Day,
    /// Which action, by its name in the priors.
    pub action: String,
    /// At which stage they most likely stood before.
    pub stage: Stage,
    /// How they answered; nothing, while or because nothing came.
    pub reply: Option<String>,
    /// The chance that they stood at the next stage or further, before.
    pub before: f64,
    /// The same a fortnight after; nothing while that lies ahead, or once the phase has ended.
    pub later: Option<f64>,
}

/// Every attempt towards a person, in the order of time.
#[must_use]
pub fn attempts(model: &Model, evidence: &PersonEvidence) -> Vec<Attempt> {
    let observations = evidence.history.observations();
    let mut belief = Belief::begin(model, &evidence.start());
    let mut found = Vec::new();
    for (at, observation) in observations.iter().enumerate() {
        let tried = match observation.what {
            What::Reply { reply, .. } => {
                let prior = model.reply_prior(reply);
                Some((prior.action, Some(prior.name.clone())))
            }
            What::Question(question) => Some((question.action(), None)),
            _ => None,
        };
        let label = evidence.labels.get(observation.label as usize);
        let record = label.filter(|one| matches!(one.record, RecordRef::Interaction(_)));
        if let Some(((action, reply), label)) = tried.zip(record) {
            let mut then = belief.clone();
            then.advance(model, observation.at_days, &mut ());
            let stage = then.state().stages(then.phase()).median();
            let next = StateSet::stage_at_least(then.phase(), then.phase().stage_after(stage));
            found.push(Attempt {
                on: label.at.date().into(),
                action: model.action_prior(action).name.clone(),
                stage,
                reply,
                before: then.state().mass(next),
                later: later(model, evidence, then, at, next),
            });
        }
        belief.observe(model, observation, &mut ());
    }
    found
}

fn later(
    model: &Model,
    evidence: &PersonEvidence,
    mut belief: Belief,
    at: usize,
    next: StateSet,
) -> Option<f64> {
    let observations = &evidence.history.observations()[at..];
    let until = observations.first()?.at_days + LATER_DAYS;
    if until > evidence.until.end().days() {
        return None;
    }
    let phase = belief.phase();
    for observation in observations.iter().take_while(|one| one.at_days <= until) {
        belief.observe(model, observation, &mut ());
    }
    belief.advance(model, until, &mut ());
    (belief.phase() == phase).then(|| belief.state().mass(next))
}

/// What came of an action towards people at a stage.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Play {
    /// Which action, by its name in the model's priors.
    pub action: String,
    /// At which stage the people most likely stood.
    #[schema(value_type = StageWord)]
    pub stage: Stage,
    /// How often it was tried.
    pub tried: usize,
    /// How it was answered, in the order of the priors.
    pub answers: Vec<PlayAnswer>,
    /// How far it carried; nothing, where nobody was looked at a fortnight later.
    pub carried: Option<Carried>,
}

/// An answer to an action.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PlayAnswer {
    /// What sort.
    pub answer: AnswerWord,
    /// The reply, by its name in the model's priors.
    pub reply: Option<String>,
    /// How often it came.
    pub count: usize,
    /// How often the model presumes it to come from people at that stage.
    pub presumed: f64,
    /// The share that counts and presumption come to.
    pub share: f64,
    /// The lower end of its 80 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// By how much the chance of the next stage had changed a fortnight later.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Carried {
    /// Of how many attempts that is known.
    pub known: usize,
    /// In the mean.
    pub mean: f64,
    /// What the model presumes the action itself to do, right away.
    pub presumed: f64,
    /// Both together.
    pub estimate: f64,
    /// The lower end of its 80 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Reads what came of each action towards people at each stage off many attempts: most tried first.
#[must_use]
pub fn playbook<'a>(model: &Model, attempts: impl IntoIterator<Item = &'a Attempt>) -> Vec<Play> {
    let mut by: BTreeMap<(Action, Stage), Vec<&Attempt>> = BTreeMap::new();
    for attempt in attempts {
        if let Some(action) = model.action(&attempt.action) {
            by.entry((action, attempt.stage)).or_default().push(attempt);
        }
    }
    let mut plays: Vec<Play> =
        by.into_iter().map(|((action, stage), all)| play(model, action, stage, &all)).collect();
    plays.sort_by_key(|play| std::cmp::Reverse(play.tried));
    plays
}

fn play(model: &Model, action: Action, stage: Stage, attempts: &[&Attempt]) -> Play {
    let phase = phase_of(model, action, stage);
    let people = people_at(model, phase, stage);
    let next = StateSet::stage_at_least(phase, phase.stage_after(stage));
    let presumed = effect(model, action, Delivery::STRAIGHT, &next.indicator(), &people);
    let answers = presumed.answers.iter().map(|one| {
        let (answer, reply) = AnswerWord::of(model, one.answer);
        let is_its = |attempt: &&&Attempt| attempt.reply == reply;
        let count = match one.answer {
            Answer::NotPassedOn => 0,
            _ => attempts.iter().filter(is_its).count(),
        };
        let prior = one.probability.clamp(1e-6, 1.0 - 1e-6);
        let share = Beta::after(count, attempts.len(), prior, PRIOR_ATTEMPTS);
        let (low, high) = share.interval();
        PlayAnswer {
            answer,
            reply,
            count,
            presumed: one.probability,
            share: share.mean(),
            low,
            high,
        }
    });
    Play {
        action: model.action_prior(action).name.clone(),
        stage,
        tried: attempts.len(),
        answers: answers.collect(),
        carried: carried(attempts, &presumed),
    }
}

/// The mean of what is known, drawn towards what is presumed as far as it is few. Normal, with the
/// spread of the changes themselves, and never narrower than a change that every attempt shares.
fn carried(attempts: &[&Attempt], presumed: &Effect) -> Option<Carried> {
    let changes: Vec<f64> =
        attempts.iter().filter_map(|one| Some(one.later? - one.before)).collect();
    let known = changes.len();
    if known == 0 {
        return None;
    }
    let n = known as f64;
    let mean = changes.iter().sum::<f64>() / n;
    let squares: f64 = changes.iter().map(|change| (change - mean).powi(2)).sum();
    // The spread that the priors presume of one change counts like as many attempts as they are worth.
    let variance = (squares + PRIOR_ATTEMPTS * USUAL_SPREAD.powi(2)) / (n + PRIOR_ATTEMPTS);
    let estimate = (n * mean + PRIOR_ATTEMPTS * presumed.gain) / (n + PRIOR_ATTEMPTS);
    let reach = NORMAL_90 * (variance / (n + PRIOR_ATTEMPTS)).sqrt();
    Some(Carried {
        known,
        mean,
        presumed: presumed.gain,
        estimate,
        low: estimate - reach,
        high: estimate + reach,
    })
}

/// How far single changes of a chance usually lie from their mean; an experience value.
const USUAL_SPREAD: f64 = 0.2;
/// The 90 % point of the standard normal law.
const NORMAL_90: f64 = 1.281_551_565_544_600_4;

/// Blocked is a stage of both phases; an action of one phase only tells which.
fn phase_of(model: &Model, action: Action, stage: Stage) -> Phase {
    let phases = model.action_prior(action).phases;
    let fits = |phase: &&Phase| phases.include(**phase) && phase.stages().contains(&stage);
    Phase::ALL.iter().find(fits).copied().unwrap_or(Phase::Buy)
}

/// People of whom it is known that they stand at a stage and nothing else: those of the resting law.
fn people_at(model: &Model, phase: Phase, stage: Stage) -> StateVector {
    let rest = model.start(phase);
    let set = StateSet::stage(phase, stage);
    let mass = rest.mass(set);
    let mut shares = [0.0; STATES];
    for state in State::all().filter(|state| set.contains(*state)) {
        shares[state.index()] = rest.probability(state) / mass;
    }
    // Each stage holds states of positive probability.
    StateVector::new(shares).unwrap_or_else(|fault| unreachable!("shares of a stage: {fault}"))
}
