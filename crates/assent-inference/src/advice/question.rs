//! Which question tells most: the fall in entropy that may be expected of its answer.

use crate::model::Model;
use crate::priors::{Exposure, Sign, Topic};
use crate::state::{STATES, State, StateVector};

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TopicAnswer {
    /// They show this.
    Sign(Sign),
    /// They have nothing to say to it.
    Nothing,
}

/// What the answer to a question may tell.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionGain {
    /// By how much the entropy of what is believed falls in the mean, in bits; never negative.
    pub bits: f64,
    /// Every answer with its probability; they add up to 1.
    pub answers: Vec<(TopicAnswer, f64)>,
}

/// What asking somebody straight out may tell: `H(α) − Σ p(answer) H(α | answer)`.
///
/// Asked, they show each sign at the rate of so many ordinary contacts or days at once; which comes
/// first is the answer: with means m by sign, `p(sign | z) = m / Σ m · (1 − exp(−Σ m))`.
pub fn question_gain(model: &Model, topic: Topic, state: &StateVector) -> QuestionGain {
    let prior = model.topic_prior(topic);
    let means: Vec<[f64; STATES]> = prior
        .asks
        .iter()
        .map(|sign| {
            let size = match model.sign_prior(*sign).exposure {
                Exposure::Time { .. } => prior.days,
                Exposure::Contact { .. } => prior.contacts,
            };
            let rate = model.sign_rate(*sign);
            std::array::from_fn(|z| size * rate[z])
        })
        .collect();
    let total: [f64; STATES] = std::array::from_fn(|z| means.iter().map(|row| row[z]).sum());
    let nothing = total.map(|mean| (-mean).exp());
    let shown = |row: &[f64; STATES]| -> [f64; STATES] {
        std::array::from_fn(|z| {
            if total[z] > 0.0 { row[z] / total[z] * (1.0 - nothing[z]) } else { 0.0 }
        })
    };
    let signs = prior.asks.iter().map(|sign| TopicAnswer::Sign(*sign));
    let mut likelihoods: Vec<(TopicAnswer, [f64; STATES])> =
        signs.zip(means.iter().map(shown)).collect();
    likelihoods.push((TopicAnswer::Nothing, nothing));
    let alpha = state.as_array();
    let (mut left, mut answers) = (0.0, Vec::with_capacity(likelihoods.len()));
    for (answer, likelihood) in likelihoods {
        let mut joint: [f64; STATES] = std::array::from_fn(|z| alpha[z] * likelihood[z]);
        let probability: f64 = joint.iter().sum();
        if probability > 0.0 {
            joint.iter_mut().for_each(|share| *share /= probability);
            left += probability * entropy(&joint);
        }
        answers.push((answer, probability));
    }
    QuestionGain { bits: (entropy(alpha) - left).max(0.0), answers }
}

/// `−Σ p log₂ p`, in bits.
fn entropy(law: &[f64; STATES]) -> f64 {
    let of = |p: f64| if p > 0.0 { -p * p.log2() } else { 0.0 };
    State::all().map(|state| of(law[state.index()])).sum()
}
