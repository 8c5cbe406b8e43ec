//! `v exp(A t)` for a generator with killing, by uniformization.
//!
//! With `R ≥ max |A_zz|` the matrix `A + R` has no negative entry and
//! `v exp(A t) = exp(−R t) Σ_k v (A + R)^k t^k / k!`
//! (Jensen 1953; also called randomization, Grassmann 1977). Every term is non-negative: nothing cancels, so what is
//! left out bounds the error, and small probabilities keep their relative precision.

/// Largest relative L1 error of one propagation: the share of the sum that the cut-off terms may have.
const TOLERANCE: f64 = 1e-14;

/// Jumps per stretch of a long time. Keeps `exp(jumps)`, the size of the unscaled sum, far from overflow.
const STRETCH_JUMPS: f64 = 256.0;

/// Largest change of any probability over a stretch at which the law counts as quasi-stationary. A chain that moves
/// by no more in several of its half-lives stays within the same order of it for ever.
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
/// `step(v, scale, next, total)` must leave `scale · v (A + R) / R` in `next` and add it to `total`. `jumps` may be
/// large: time is cut into stretches, and once a stretch changes nothing the rest follows in closed form.
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
    let (mut term, mut next, mut total) = (*start, [0.0; N], *start);
    let mut k = 0.0;
    loop {
        k += 1.0;
        step(&term, jumps / k, &mut next, &mut total);
        std::mem::swap(&mut term, &mut next);
        // Powers of a substochastic matrix shrink, so the terms to come fall at least as fast as a geometric series.
        let ratio = jumps / (k + 1.0);
        if ratio < 1.0 && mass(&term) * ratio <= TOLERANCE * (1.0 - ratio) * mass(&total) {
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
