//! `v exp(A t)` for a generator with killing, by uniformization.
//!
//! With `R ≥ max |A(z, z)|` the matrix `A + R` has no negative entry, and
//!
//! ```text
//! v exp(A t) = exp(−R t) Σ_k v (A + R)^k t^k / k!
//! ```
//!
//! (Jensen's method; Grassmann 1977 called it randomization). Every term is non-negative: nothing
//! cancels, what is left out bounds the error, and small probabilities keep their relative
//! precision.

/// Largest relative L1 error of one propagation: the share of the sum that the cut-off terms may
/// have.
const TOLERANCE: f64 = 1e-14;

/// Jumps per stretch of a long time. Keeps `exp(jumps)`, the size of the unscaled sum, far from
/// overflow.
const STRETCH_JUMPS: f64 = 256.0;

/// Largest change of any probability over a stretch at which the law counts as quasi-stationary.
/// A stretch lasts for years, in which every mode fades by a good part of itself: what moves by no
/// more than this in one stretch will not move by much more in all stretches to come.
const STILL: f64 = 1e-15;

/// A vector and the log of the mass it had before it was normalised.
pub(crate) struct Propagated<const N: usize> {
    /// Sums to 1.
    pub(crate) vector: [f64; N],
    /// `ln |v exp(A t)|₁` for a `v` of mass 1: the log-probability of surviving the killing.
    pub(crate) log_mass: f64,
}

/// Propagates `start`, of mass 1, over `jumps = R t` expected jumps of the uniformized chain.
///
/// `step(v, scale, next, total)` must leave `scale · v (A + R) / R` in `next` and add it to
/// `total`. `jumps` may be large: time is cut into stretches, and once a stretch changes nothing
/// the rest follows in closed form.
pub(crate) fn propagate<const N: usize>(
    start: &[f64; N],
    jumps: f64,
    step: impl Fn(&[f64; N], f64, &mut [f64; N], &mut [f64; N]),
) -> Propagated<N> {
    let mut now = Propagated { vector: *start, log_mass: 0.0 };
    let mut left = jumps;
    while left > 0.0 {
        let stretch = left.min(STRETCH_JUMPS);
        let mut next = propagate_stretch(&now.vector, stretch, &step);
        left -= stretch;
        let moved = now.vector.iter().zip(&next.vector).map(|(a, b)| (a - b).abs());
        if left > 0.0 && moved.fold(0.0, f64::max) <= STILL {
            next.log_mass += next.log_mass * left / stretch;
            left = 0.0;
        }
        now = Propagated { vector: next.vector, log_mass: now.log_mass + next.log_mass };
    }
    now
}

/// One stretch: sums terms until those left out weigh less than [`TOLERANCE`].
fn propagate_stretch<const N: usize>(
    start: &[f64; N],
    jumps: f64,
    step: &impl Fn(&[f64; N], f64, &mut [f64; N], &mut [f64; N]),
) -> Propagated<N> {
    let (mut term, mut next) = (&mut start.clone(), &mut [0.0; N]);
    let mut total = *start;
    // Without killing the terms have these masses and the sum has mass exp(jumps); killing only
    // lowers them.
    let (mut unkilled, unkilled_total) = (1.0, jumps.exp());
    let mut k = 0.0;
    loop {
        k += 1.0;
        step(term, jumps / k, next, &mut total);
        std::mem::swap(&mut term, &mut next);
        unkilled *= jumps / k;
        // Powers of a substochastic matrix shrink, so the terms to come fall at least as fast as a
        // geometric series. Masses are only added up once they can be small enough.
        let ratio = jumps / (k + 1.0);
        let small = |term: f64, total: f64| term * ratio <= TOLERANCE * (1.0 - ratio) * total;
        if ratio < 1.0 && small(unkilled, unkilled_total) && small(mass(term), mass(&total)) {
            break;
        }
    }
    let sum = mass(&total);
    total.iter_mut().for_each(|entry| *entry /= sum);
    Propagated { vector: total, log_mass: sum.ln() - jumps }
}

/// The sum of all entries, in four interleaved partial sums that the compiler can vectorise.
fn mass<const N: usize>(vector: &[f64; N]) -> f64 {
    let (fours, rest) = vector.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for (sum, entry) in sums.iter_mut().zip(four) {
            *sum += entry;
        }
    }
    sums.iter().sum::<f64>() + rest.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::figures::cases;

    #[derive(Deserialize)]
    struct Case {
        generator: [[f64; 3]; 3],
        days: f64,
        result: [[f64; 3]; 3],
    }

    /// `propagate` for a dense generator.
    fn exponential(start: [f64; 3], generator: &[[f64; 3]; 3], days: f64) -> Propagated<3> {
        let fastest = (0..3).map(|i| -generator[i][i]).fold(0.0, f64::max);
        propagate(&start, fastest * days, |v, scale, next, total| {
            for j in 0..3 {
                let arriving: f64 = (0..3).map(|i| v[i] * generator[i][j]).sum();
                next[j] = scale * (v[j] + arriving / fastest);
                total[j] += next[j];
            }
        })
    }

    #[test]
    fn any_generator_is_exponentiated_not_only_stencils() {
        for case in cases::<Case>("matrix exponential") {
            for (row, expected) in case.result.iter().enumerate() {
                let mut start = [0.0; 3];
                start[row] = 1.0;
                let moved = exponential(start, &case.generator, case.days);
                for (actual, expected) in moved.vector.iter().zip(expected) {
                    assert!((actual - expected).abs() < 1e-12, "{actual} instead of {expected}");
                }
                assert!(moved.log_mass.abs() < 1e-13);
            }
        }
    }

    /// Killing at one rate everywhere moves nothing and loses exp(−rate · days).
    #[test]
    fn pure_killing_loses_mass_and_keeps_the_law() {
        let mut killing = [[0.0; 3]; 3];
        (0..3).for_each(|i| killing[i][i] = -0.5);
        for days in [0.001, 1.0, 100.0, 1e6] {
            let moved = exponential([0.2, 0.3, 0.5], &killing, days);
            assert!((moved.log_mass + 0.5 * days).abs() < 1e-14 * (1.0 + 0.5 * days));
            assert!(moved.vector.iter().zip([0.2, 0.3, 0.5]).all(|(a, b)| (a - b).abs() < 1e-15));
        }
    }
}
