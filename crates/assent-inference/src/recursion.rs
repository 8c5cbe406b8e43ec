//! The weighing step of the hidden-Markov forward recursion, in log space.

/// Multiplies a distribution by the exponentials of `log_likelihood`, normalises it in place, and returns the log
/// of the norm: the log-probability of the evidence given all before it (scaled forward recursion, Rabiner 1989).
///
/// The largest log-likelihood is taken out before exponentiating, so that strong evidence cannot overflow. At least
/// one state of positive probability must have a finite log-likelihood.
pub(crate) fn weigh(probabilities: &mut [f64], log_likelihood: &[f64]) -> f64 {
    let largest = log_likelihood.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for (probability, log) in probabilities.iter_mut().zip(log_likelihood) {
        *probability *= (log - largest).exp();
    }
    normalise(probabilities) + largest
}

/// Scales a non-negative vector to sum 1 and returns the log of the sum it had.
pub(crate) fn normalise(probabilities: &mut [f64]) -> f64 {
    let sum: f64 = probabilities.iter().sum();
    probabilities.iter_mut().for_each(|probability| *probability /= sum);
    sum.ln()
}
