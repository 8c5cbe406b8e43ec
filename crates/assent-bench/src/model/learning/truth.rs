//! Figures that are not those of the priors: drawn from what experience leaves open, so that what is
//! stated of an estimate's error can be checked.

use assent_inference::{
    DEFAULT_PRIORS, Direction, Exposure, Factor, Model, Priors, Setting, Settings, Tendency,
    Weights, overlaid,
};
use rand::{Rng, RngExt};

/// The level that all others are compared with.
const MIDDLE: usize = 2;

/// A model whose figures are drawn around those of the shipped priors, each with the spread that
/// `n_equiv` observations leave, and what they are, by key.
pub(super) fn drawn(model: &Model, rng: &mut impl Rng) -> anyhow::Result<(Model, String)> {
    let mut settings = Settings::new();
    let mut set = |key: String, setting| settings.insert(key, Some(setting));
    for factor in Factor::ALL {
        let prior = model.factor_prior(factor);
        let times = (normal(rng) / prior.provenance.n_equiv.sqrt()).exp();
        let key = format!("factor.{}.half_life_days", factor.letter());
        set(key, Setting::Number(prior.half_life_days * times));
    }
    for (_, prior) in model.signs() {
        let spread = 1.0 / prior.provenance.n_equiv.sqrt();
        let path = format!("sign.{}", prior.name);
        let (weights, rise) = weights(&prior.weights, spread, rng);
        let times = (spread * normal(rng) + rise).exp();
        let (key, most) = match prior.exposure {
            Exposure::Time { most_per_year, .. } => ("most_per_year", most_per_year),
            Exposure::Contact { most_per_contact } => ("most_per_contact", most_per_contact),
        };
        set(format!("{path}.{key}"), Setting::Number(most * times));
        weights.into_iter().for_each(|(letter, own)| {
            set(format!("{path}.{letter}"), Setting::Numbers(own));
        });
    }
    for (action, prior) in model.actions() {
        let spread = 1.0 / prior.provenance.n_equiv.sqrt();
        for (_, reply) in model.replies(action) {
            let path = format!("action.{}.reply.{}", prior.name, reply.name);
            let (weights, rise) = weights(&reply.weights, spread, rng);
            let shift = spread * normal(rng);
            let (key, value) = match reply.tendency {
                Tendency::Base(base) => ("base", base + shift),
                Tendency::MostPer100Days(most) => {
                    ("most_per_100_days", most * (shift + rise).exp())
                }
            };
            set(format!("{path}.{key}"), Setting::Number(value));
            weights.into_iter().for_each(|(letter, own)| {
                set(format!("{path}.{letter}"), Setting::Numbers(own));
            });
        }
    }
    let text = overlaid(DEFAULT_PRIORS, &settings)?;
    Ok((Model::new(&Priors::parse(&text)?), text))
}

/// Weights by the letter of their factor, and by how much the largest sum of them rose. What rises or
/// falls goes on doing so.
fn weights(given: &Weights, spread: f64, rng: &mut impl Rng) -> (Vec<(char, Vec<f64>)>, f64) {
    let (mut drawn, mut rise) = (Vec::new(), 0.0);
    for factor in Factor::ALL {
        let direction = given.direction(factor);
        if direction == Direction::Flat {
            continue;
        }
        let mut own = *given.of(factor);
        for level in (0..own.len()).filter(|level| *level != MIDDLE) {
            own[level] += spread * normal(rng);
        }
        let sign = match direction {
            Direction::Rising => 1.0,
            Direction::Falling => -1.0,
            Direction::Flat | Direction::Mixed => 0.0,
        };
        if sign != 0.0 {
            for level in MIDDLE + 1..own.len() {
                own[level] = sign * (sign * own[level]).max(sign * own[level - 1]);
            }
            for level in (0..MIDDLE).rev() {
                own[level] = sign * (sign * own[level]).min(sign * own[level + 1]);
            }
        }
        let largest = |of: &[f64]| of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        rise += largest(&own) - largest(given.of(factor));
        drawn.push((factor.letter(), own.to_vec()));
    }
    (drawn, rise)
}

/// A draw from the standard normal law (Box and Muller 1958).
fn normal(rng: &mut impl Rng) -> f64 {
    let (radius, angle): (f64, f64) = (1.0 - rng.random::<f64>(), rng.random());
    (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
}
