//! Which way a piece of evidence moves a person of whom nothing is known: for the colour of a chip.
//! What it really does depends on where the person stands, and is the filter's to say.

use assent_inference::{Factor, LEVELS, Model, Phase, Phases, Weights};

use super::chip::Toward;

/// Smaller changes are not worth a colour, in levels summed over the factors.
const LEAST_CHANGE: f64 = 0.1;
/// One direction has to outweigh the other so many times; otherwise the evidence is mixed. An objection
/// to the price tells of knowing more and liking less, 0.5 levels to 0.2, and is to be called mixed.
const CLEAR: f64 = 2.5;

/// Which way evidence of these weights moves somebody at the beginning of its phase.
///
/// Each factor is taken by itself: with probabilities p and log-weights w by level, its mean level
/// moves from Σ i·p to Σ i·p·eʷ / Σ p·eʷ.
pub(super) fn of(model: &Model, weights: &Weights, phases: Phases) -> Toward {
    let phase = if phases.include(Phase::Buy) { Phase::Buy } else { Phase::Use };
    let changes = Factor::ALL.map(|factor| {
        let before = model.start(phase).marginal(factor);
        let weights = weights.of(factor);
        let after: [f64; LEVELS] =
            std::array::from_fn(|level| before[level] * weights[level].exp());
        mean(&after) - mean(&before)
    });
    let up: f64 = changes.iter().map(|change| change.max(0.0)).sum();
    let down: f64 = changes.iter().map(|change| -change.min(0.0)).sum();
    if up > LEAST_CHANGE && up > CLEAR * down {
        Toward::Toward
    } else if down > LEAST_CHANGE && down > CLEAR * up {
        Toward::Away
    } else {
        Toward::Neutral
    }
}

/// The mean level under weights that need not add up to 1. They are positive, as eʷ and the law of
/// somebody unknown are.
fn mean(weights: &[f64; LEVELS]) -> f64 {
    let levels: f64 =
        weights.iter().zip(0_u8..).map(|(weight, level)| weight * f64::from(level)).sum();
    levels / weights.iter().sum::<f64>()
}
