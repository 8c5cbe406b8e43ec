//! What an action does to somebody, answer by answer.

use crate::model::Model;
use crate::priors::{Action, Reply, Share, Tendency};
use crate::state::{STATES, State, StateVector};

/// How an action is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// So.
    Reply(Reply),
    /// Not at all, while it is waited for.
    Silence,
    /// It never reached them: somebody on the way did not pass it on.
    NotPassedOn,
}

/// An answer, how likely it is, and what follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerChance {
    /// How they answer.
    pub answer: Answer,
    /// With what probability.
    pub probability: f64,
    /// The expected worth once they have answered so, the effect of the action included. That of an
    /// answer that cannot come is the worth as it is.
    pub worth: f64,
}

/// How an action reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delivery {
    /// The chance that it does: below 1 where others have to pass it on.
    pub reach: Share,
    /// How often it was done lately; see [`crate::Belief::times_done`].
    pub again: usize,
}

impl Delivery {
    /// Straight, and for the first time.
    pub const STRAIGHT: Delivery = Delivery { reach: Share::ONE, again: 0 };
}

/// What an action may bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// By state, by how much the worth changes in the mean if the action meets them there:
    /// `Σ p(answer | z) (E[worth after | z] − worth[z])`.
    pub by_state: [f64; STATES],
    /// The same over what is believed: `by_state · α`.
    pub gain: f64,
    /// Every answer, in the order of the priors file; probabilities add up to 1, and
    /// `Σ probability · worth` is the worth as it is plus `gain`.
    pub answers: Vec<AnswerChance>,
}

/// An answer with its likelihood by state, and the worth after it by the state it meets.
struct Branch {
    answer: Answer,
    likelihood: [f64; STATES],
    worth_after: Option<[f64; STATES]>,
}

/// What `action` may bring to somebody of whom `state` is believed, where `worth` is what the deal is
/// worth by their state.
///
/// Questions are waited for as long as the priors say; a dose works weaker the more often it was
/// given, and a dose that comes with a reply reaches who replies so.
pub fn effect(
    model: &Model,
    action: Action,
    way: Delivery,
    worth: &[f64; STATES],
    state: &StateVector,
) -> Effect {
    let branches = branches(model, action, way, worth);
    let mut by_state = [0.0; STATES];
    for branch in &branches {
        let Some(after) = &branch.worth_after else { continue };
        for z in 0..STATES {
            by_state[z] += branch.likelihood[z] * (after[z] - worth[z]);
        }
    }
    let alpha = state.as_array();
    let now = dot(alpha, worth);
    let answers = branches.iter().map(|branch| {
        let after = branch.worth_after.as_ref().unwrap_or(worth);
        let joint: [f64; STATES] = std::array::from_fn(|z| alpha[z] * branch.likelihood[z]);
        let probability: f64 = joint.iter().sum();
        let worth = if probability > 0.0 { dot(&joint, after) / probability } else { now };
        AnswerChance { answer: branch.answer, probability, worth }
    });
    Effect { answers: answers.collect(), gain: dot(&by_state, alpha), by_state }
}

/// What an answer to `action` is worth to the choice of what to do next: by how much the best of
/// `menu`, a list of effects by state, is better chosen after it than before. Never negative.
pub fn information(
    model: &Model,
    action: Action,
    reach: Share,
    menu: &[[f64; STATES]],
    state: &StateVector,
) -> f64 {
    // To do nothing is always on the menu.
    let best = |weights: &[f64; STATES]| {
        menu.iter().map(|effect| dot(effect, weights)).fold(0.0, f64::max)
    };
    let alpha = state.as_array();
    let way = Delivery { reach, again: 0 };
    let after = branches(model, action, way, &[0.0; STATES]).into_iter().map(|branch| {
        let joint: [f64; STATES] = std::array::from_fn(|z| alpha[z] * branch.likelihood[z]);
        best(&joint)
    });
    (after.sum::<f64>() - best(alpha)).max(0.0)
}

fn branches(model: &Model, action: Action, way: Delivery, worth: &[f64; STATES]) -> Vec<Branch> {
    let reach = way.reach.get();
    let mut branches: Vec<Branch> = likelihoods(model, action)
        .into_iter()
        .map(|(answer, likelihood)| {
            let dose = match answer {
                Answer::Reply(reply) => Some(&model.reply_prior(reply).dose),
                Answer::Silence | Answer::NotPassedOn => None,
            };
            let dose = dose.filter(|dose| !dose.is_none());
            let strength = model.dose_strength(way.again);
            Branch {
                answer,
                likelihood: likelihood.map(|share| reach * share),
                worth_after: dose.map(|dose| model.expect_after(worth, dose, strength)),
            }
        })
        .collect();
    if reach < 1.0 {
        let likelihood = [1.0 - reach; STATES];
        branches.push(Branch { answer: Answer::NotPassedOn, likelihood, worth_after: None });
    }
    branches
}

/// The probability of each answer by state: the softmax of an immediate action, or for a question
/// which of its competing hazards strikes first within the horizon, and silence if none does.
fn likelihoods(model: &Model, action: Action) -> Vec<(Answer, [f64; STATES])> {
    let replies: Vec<Reply> = model.replies(action).map(|(reply, _)| reply).collect();
    let rows = replies.iter().map(|reply| model.reply_log_likelihood(*reply).map(f64::exp));
    let rows: Vec<[f64; STATES]> = rows.collect();
    let open = replies
        .iter()
        .any(|reply| matches!(model.reply_prior(*reply).tendency, Tendency::MostPer100Days(_)));
    let answers = replies.iter().map(|reply| Answer::Reply(*reply));
    if !open {
        return answers.zip(rows).collect();
    }
    let horizon = model.advice_prior().horizon_days;
    let total: [f64; STATES] = std::array::from_fn(|z| rows.iter().map(|row| row[z]).sum());
    let silence = total.map(|rate| (-rate * horizon).exp());
    let answered = |row: [f64; STATES]| -> [f64; STATES] {
        std::array::from_fn(|z| {
            if total[z] > 0.0 { row[z] / total[z] * (1.0 - silence[z]) } else { 0.0 }
        })
    };
    let mut all: Vec<(Answer, [f64; STATES])> =
        answers.zip(rows.iter().map(|row| answered(*row))).collect();
    all.push((Answer::Silence, silence));
    all
}

pub(super) fn dot(one: &[f64; STATES], other: &[f64; STATES]) -> f64 {
    State::all().map(|state| one[state.index()] * other[state.index()]).sum()
}
