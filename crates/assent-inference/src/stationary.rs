//! The law at which a continuous-time chain rests.

/// The stationary distribution of an irreducible generator, given its off-diagonal rates row by
/// row.
///
/// The state reduction of Grassmann, Taksar and Heyman: Gaussian elimination on off-diagonal entries
/// only. No subtraction occurs, so every probability, however small, keeps nearly all its digits.
///
/// `rates[i][j]` is the rate from i to another state j; the diagonal is not read. The matrix is used
/// up. Time cubic in the number of states.
pub(crate) fn distribution(mut rates: Vec<Vec<f64>>) -> Vec<f64> {
    let count = rates.len();
    for last in (1..count).rev() {
        let leaving: f64 = rates[last][..last].iter().sum();
        let from_last = rates[last][..last].to_vec();
        for row in &mut rates[..last] {
            let share = row[last] / leaving;
            row[last] = share;
            for (rate, onward) in row[..last].iter_mut().zip(&from_last) {
                *rate += share * onward;
            }
        }
    }
    let mut weights = vec![1.0; count];
    for state in 1..count {
        weights[state] = (0..state).map(|before| weights[before] * rates[before][state]).sum();
    }
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_states_rest_in_inverse_proportion_to_their_exit_rates() {
        let resting = distribution(vec![vec![0.0, 3.0], vec![1.0, 0.0]]);
        assert_eq!(resting, [0.25, 0.75]);
    }
}
