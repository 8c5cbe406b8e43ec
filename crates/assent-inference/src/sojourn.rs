//! Where a chain was between two times, and how often it jumped, given both ends.
//!
//! With α the distribution at the beginning and β the likelihood at the end, what was expected in
//! between is made of the integrals
//!
//! ```text
//! D(a, b) = ∫ from 0 to t of (α exp(A s))ₐ (exp(A (t − s)) β)_b ds
//! ```
//!
//! D(z, z) is the time spent in z, and D(z, y) times the rate from z to y the number of jumps. With
//! P = A / R + 1 and n ~ Poisson(R t) both exponentials are sums over powers of P, and the integral
//! of two Poisson weights is one (Hobolth and Jensen 2011):
//!
//! ```text
//! D(a, b) = 1/R Σᵢ (α Pⁱ)ₐ (Wᵢ)_b      Wᵢ = Σⱼ Poisson(i + j + 1; R t) Pʲ β = pᵢ₊₁ β + P Wᵢ₊₁
//! ```
//!
//! The recursion makes that linear in the number of powers, where the double sum would be quadratic.
//! No term is negative, so nothing cancels, and what is left out weighs less than 10⁻¹³ of the sum.

use crate::generator::{EDGE, Generator, Jump, LANES, Lanes, PADDED, Padded};

/// The share of the Poisson law that may be left out.
const TOLERANCE: f64 = 1e-14;
/// Jumps at once. Longer times are cut, so that what is kept of the powers stays within 300 kB.
pub(crate) const MOST_JUMPS: f64 = 128.0;

/// What is expected of a chain between two times, not yet divided by the likelihood of both ends.
#[derive(Clone, Debug)]
pub(crate) struct Sojourn {
    /// The days in each state.
    pub(crate) days: Lanes,
    /// By [`Jump::ALL`] and the state left: what times the rate gives the number of jumps.
    pub(crate) chances: [Lanes; 6],
}

/// Room for the powers, kept from one call to the next.
#[derive(Debug, Default)]
pub(crate) struct Powers(Vec<Padded>);

/// A generator with killing, for one stretch of time, forwards and backwards.
pub(crate) struct Passage<'a> {
    forward: &'a Generator,
    backward: &'a Generator,
    stay: Lanes,
    fastest: f64,
}

impl<'a> Passage<'a> {
    /// `backward` is the transpose of `forward`; see [`Generator::transposed`].
    pub(crate) fn new(
        forward: &'a Generator,
        backward: &'a Generator,
        killing: &Lanes,
    ) -> Passage<'a> {
        let (stay, fastest) = forward.stay(killing);
        Passage { forward, backward, stay, fastest }
    }

    /// How many jumps of the uniformized chain are expected in `days`.
    pub(crate) fn jumps(&self, days: f64) -> f64 {
        self.fastest * days
    }

    /// Takes a distribution over `days`: scaled to sum 1, with the log of the mass that survived.
    pub(crate) fn forwards(&self, start: &Padded, days: f64) -> (Padded, f64) {
        self.forward.carry_staying(&self.stay, self.fastest, start, days)
    }

    /// Takes a likelihood back over `days` that a distribution survived with this log of its mass.
    pub(crate) fn backwards(&self, end: &Padded, days: f64, log_norm: f64) -> Padded {
        let mass: f64 = end.iter().sum();
        let end = end.map(|entry| entry / mass);
        let (start, log_mass) = self.backward.carry_staying(&self.stay, self.fastest, &end, days);
        let scale = mass * (log_mass - log_norm).exp();
        start.map(|entry| entry * scale)
    }

    /// What is expected within `days`, at most [`MOST_JUMPS`] jumps, between `start` and `end`.
    pub(crate) fn sojourn(
        &self,
        start: &Padded,
        end: &Padded,
        days: f64,
        powers: &mut Powers,
    ) -> Sojourn {
        let (poisson, count) = poisson(self.jumps(days));
        self.raise(start, count, powers);
        let mut sojourn = Sojourn { days: [0.0; LANES], chances: [[0.0; LANES]; 6] };
        let (mut w, mut next) = ([0.0; PADDED], [0.0; PADDED]);
        for i in (0..count).rev() {
            let scale = 1.0 / self.fastest;
            self.backward.step_to(&self.stay, &w, scale, &mut next);
            for z in EDGE..EDGE + LANES {
                w[z] = next[z] + poisson[i + 1] * end[z];
            }
            sojourn.add(&powers.0[i], &w);
        }
        sojourn.days.iter_mut().for_each(|days| *days /= self.fastest);
        let chances = sojourn.chances.as_flattened_mut();
        chances.iter_mut().for_each(|chance| *chance /= self.fastest);
        sojourn
    }

    /// `start Pⁱ` for i below `count`.
    fn raise(&self, start: &Padded, count: usize, powers: &mut Powers) {
        powers.0.resize(powers.0.len().max(count), [0.0; PADDED]);
        powers.0[0] = *start;
        let scale = 1.0 / self.fastest;
        for i in 1..count {
            let (before, after) = powers.0.split_at_mut(i);
            self.forward.step_to(&self.stay, &before[i - 1], scale, &mut after[0]);
        }
    }
}

impl Sojourn {
    /// Adds `(αPⁱ)ₐ Wᵢ_b` for all states and their neighbours.
    fn add(&mut self, power: &Padded, w: &Padded) {
        for z in 0..LANES {
            self.days[z] += power[EDGE + z] * w[EDGE + z];
        }
        for (chances, jump) in self.chances.iter_mut().zip(Jump::ALL) {
            let arrival = jump.shifted(EDGE);
            for z in 0..LANES {
                chances[z] += power[EDGE + z] * w[arrival + z];
            }
        }
    }
}

/// The Poisson law of this mean up to where the rest weighs next to nothing, and how many terms of
/// it count.
fn poisson(mean: f64) -> (Vec<f64>, usize) {
    let mut law = vec![(-mean).exp()];
    let mut k = 0.0;
    loop {
        k += 1.0;
        let last = law[law.len() - 1] * mean / k;
        law.push(last);
        let ratio = mean / (k + 1.0);
        // What follows falls at least as fast as a geometric series.
        if ratio < 1.0 && last * ratio <= TOLERANCE * (1.0 - ratio) {
            let count = law.len() - 1;
            return (law, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::generator::{lanes, padded};
    use crate::model::Model;
    use crate::priors::{DEFAULT_PRIORS, Priors};
    use crate::state::{Phase, STATES};

    #[derive(Deserialize)]
    struct Figures {
        cases: Vec<Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        phase: Phase,
        days: f64,
        start_seed: u64,
        end_seed: u64,
        spent: Vec<f64>,
        jumps: Vec<Vec<f64>>,
    }

    fn of_seed(seed: u64) -> Padded {
        let weights: [f64; STATES] =
            std::array::from_fn(|z| (1 + (7919 * z as u64 + 104_729 * seed) % 1000) as f64);
        let total: f64 = weights.iter().sum();
        padded(&weights.map(|weight| weight / total))
    }

    /// The figures of `tests/sojourn.json` come from `scipy.linalg.expm`; how, says
    /// `docs/statistics/sojourn.py`.
    #[test]
    fn days_and_jumps_between_two_ends_equal_the_matrix_exponential() {
        let figures: Figures =
            serde_json::from_str(include_str!("../tests/sojourn.json")).expect("well-formed");
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"));
        let killing = lanes(|z| 0.004 * (z.index() % 7) as f64);
        for case in figures.cases {
            let forward = model.generator(case.phase);
            let (backward, rates) = (forward.transposed(), forward.outflow());
            let passage = Passage::new(forward, &backward, &killing);
            let [start, end] = [case.start_seed, case.end_seed].map(of_seed);
            let sojourn = passage.sojourn(&start, &end, case.days, &mut Powers::default());
            let near = |actual: f64, expected: f64| {
                assert!((actual - expected).abs() <= 1e-9 * expected, "{actual}, not {expected}");
            };
            for (days, spent) in sojourn.days.iter().zip(&case.spent) {
                near(*days, *spent);
            }
            let each = sojourn.chances.iter().zip(&rates).zip(&case.jumps);
            for ((chances, rates), jumps) in each {
                for ((chance, rate), jumps) in chances.iter().zip(rates.iter()).zip(jumps) {
                    near(chance * rate, *jumps);
                }
            }
        }
    }
}
