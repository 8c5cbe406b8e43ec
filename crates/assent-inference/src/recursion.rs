//! The weighing step of the hidden-Markov forward recursion, in log space.

/// Multiplies a distribution by the exponentials of `log_likelihood`, normalises it in place, and
/// returns the log of the norm: the log-probability of the evidence given all before it (scaled
/// forward recursion, Rabiner 1989).
///
/// The largest log-likelihood is taken out before exponentiating, so that strong evidence cannot
/// overflow. At least one state of positive probability must have a finite log-likelihood.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Figures of hmmlearn 0.3.3's `CategoricalHMM` for these matrices and the symbols 0, 1, 2.
    #[test]
    fn the_recursion_gives_the_numbers_of_hmmlearn() {
        let (transition, emission) = ([[0.7, 0.3], [0.4, 0.6]], [[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]);
        let mut belief = [0.6, 0.4];
        let mut log_evidence = 0.0;
        for symbol in 0..3 {
            if symbol > 0 {
                let [a, b] = belief;
                belief = [0, 1].map(|to| a * transition[0][to] + b * transition[1][to]);
            }
            log_evidence += weigh(&mut belief, &emission.map(|row: [f64; 3]| row[symbol].ln()));
        }
        assert!((log_evidence + 3.316488653735201).abs() < 1e-12);
        assert!((belief[0] - 0.21212789).abs() < 1e-8);
        assert!((belief[1] - 0.78787211).abs() < 1e-8);
    }

    #[test]
    fn strong_evidence_neither_overflows_nor_loses_its_weight() {
        let mut belief = [0.5, 0.5];
        let log_norm = weigh(&mut belief, &[1000.0, 1000.0 + 3f64.ln()]);
        assert!((belief[1] - 0.75).abs() < 1e-12);
        assert!((log_norm - (1000.0 + 2f64.ln())).abs() < 1e-9);
    }
}
