//! One factor alone: the rates of a birth–death chain with a given resting law and half-life.

use crate::state::LEVELS;

/// Jump rates per day of one factor by the level it leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rates {
    /// To the next higher level; 0 at the highest.
    pub(crate) up: [f64; LEVELS],
    /// To the next lower level; 0 at the lowest.
    pub(crate) down: [f64; LEVELS],
}

/// The rates of the chain that rests at `rest` and whose slowest mode halves in `half_life_days`.
///
/// ```text
/// up(i) = pace · sqrt(r(i+1) / r(i))      down(i+1) = pace · sqrt(r(i) / r(i+1))
/// pace  = ln 2 / (half-life · spectral gap at pace 1)
/// ```
///
/// Detailed balance holds, `r(i) up(i) = r(i+1) down(i+1)`, so `r` is stationary at any pace. The
/// step between the two lowest levels then runs at `refusal_pace` of it both ways, which keeps `r`.
pub(crate) fn rates(rest: &[f64; LEVELS], half_life_days: f64, refusal_pace: f64) -> Rates {
    let mut rates = Rates { up: [0.0; LEVELS], down: [0.0; LEVELS] };
    for low in 0..LEVELS - 1 {
        let ratio = (rest[low + 1] / rest[low]).sqrt();
        rates.up[low] = ratio;
        rates.down[low + 1] = 1.0 / ratio;
    }
    let pace = std::f64::consts::LN_2 / (half_life_days * spectral_gap(&rates));
    for low in 0..LEVELS - 1 {
        let slowed = if low == 0 { pace * refusal_pace } else { pace };
        rates.up[low] *= slowed;
        rates.down[low + 1] *= slowed;
    }
    rates
}

/// The smallest non-zero eigenvalue of the negated generator: the rate at which the slowest mode
/// fades.
///
/// A birth–death generator is similar to a symmetric tridiagonal matrix with off-diagonals
/// `sqrt(up(i) down(i+1))` (the spectral method of Karlin and McGregor), so its eigenvalues are real,
/// and bisection on the Sturm sequence finds them.
fn spectral_gap(rates: &Rates) -> f64 {
    let exit: [f64; LEVELS] = std::array::from_fn(|i| rates.up[i] + rates.down[i]);
    let squared: [f64; LEVELS - 1] = std::array::from_fn(|i| rates.up[i] * rates.down[i + 1]);
    // Gershgorin: no eigenvalue of the negated generator exceeds twice the largest exit rate.
    let (mut low, mut high) = (0.0, 2.0 * exit.iter().copied().fold(0.0, f64::max));
    loop {
        let middle = 0.5 * (low + high);
        // Neighbouring doubles: nothing is left to halve.
        if middle <= low || middle >= high {
            return middle;
        }
        if eigenvalues_below(&exit, &squared, middle) >= 2 { high = middle } else { low = middle }
    }
}

/// How many eigenvalues of a symmetric tridiagonal matrix lie below `x`: the negative pivots of its
/// LDLᵀ factorisation shifted by `x` (Sylvester's law of inertia).
fn eigenvalues_below(diagonal: &[f64; LEVELS], squared: &[f64; LEVELS - 1], x: f64) -> usize {
    let mut pivot = diagonal[0] - x;
    let mut negative = usize::from(pivot < 0.0);
    for i in 1..LEVELS {
        // A pivot of exactly 0 is moved by a rounding error, which shifts no eigenvalue by more.
        let divisor = if pivot == 0.0 { f64::EPSILON } else { pivot };
        pivot = diagonal[i] - x - squared[i - 1] / divisor;
        negative += usize::from(pivot < 0.0);
    }
    negative
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::figures::cases;

    #[derive(Deserialize)]
    struct Case {
        factor: char,
        phase: String,
        up: [f64; LEVELS],
        down: [f64; LEVELS],
    }

    #[test]
    fn the_rates_of_a_lone_factor_are_those_of_the_reference() {
        let rest = |factor, phase: &str| match (factor, phase) {
            ('C', "buy") => ([0.40, 0.30, 0.15, 0.10, 0.05], 365.0, 1.0),
            ('C', _) => ([0.15, 0.25, 0.32, 0.20, 0.08], 365.0, 1.0),
            ('P', "buy") => ([0.06, 0.18, 0.52, 0.17, 0.07], 180.0, 0.5),
            ('P', _) => ([0.06, 0.16, 0.42, 0.25, 0.11], 180.0, 0.5),
            (_, "buy") => ([0.12, 0.43, 0.28, 0.12, 0.05], 60.0, 0.33),
            _ => ([0.08, 0.38, 0.34, 0.14, 0.06], 60.0, 0.33),
        };
        for case in cases::<Case>("rates of one factor without coupling") {
            let (rest, half_life_days, refusal_pace) = rest(case.factor, &case.phase);
            let rates = rates(&rest, half_life_days, refusal_pace);
            let pairs = rates.up.iter().chain(&rates.down).zip(case.up.iter().chain(&case.down));
            for (actual, expected) in pairs {
                assert!((actual - expected).abs() < 1e-13, "{actual} instead of {expected}");
            }
        }
    }
}
