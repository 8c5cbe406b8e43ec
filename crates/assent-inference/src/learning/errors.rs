//! How sure the learned numbers are.
//!
//! The derivative of a dealing's log-likelihood by a number is the expected derivative of what is
//! learned from (Fisher's identity, as in Louis 1982), so that one pass gives it exactly. The observed
//! information is estimated by the sum of its squares over the dealings (Berndt, Hall, Hall and
//! Hausman 1974; Meilijson 1989 for EM), and experience adds what it is worth. The inverse is the
//! covariance.

use super::expected::Expected;
use super::log_linear::{LogLinear, Number};
use super::maximisation::{answer_counts, choices, jumps_of, sign_counts, starts_at};
use super::passes::Figures;
use super::values::{Centres, Learnable, Learned, Values};
use crate::generator::LANES;
use crate::priors::Priors;
use crate::state::StateVector;

/// The step of the differences of the laws at rest, in log-pace.
const STEP: f64 = 1e-3;

/// How fast the logs of the laws at rest change with each pace, by factor and phase.
pub(super) struct StartSlopes([[[f64; LANES]; 2]; 3]);

impl StartSlopes {
    pub(super) fn of(centre: &Priors, values: &Values, learned: &Learnable) -> StartSlopes {
        let mut slopes = [[[0.0; LANES]; 2]; 3];
        for factor in &learned.paces {
            let at = |step: f64| {
                let mut paces = values.paces;
                paces[*factor as usize] += step;
                starts_at(centre, paces)
            };
            let [above, below]: [[StateVector; 2]; 2] = [at(STEP), at(-STEP)];
            for phase in 0..2 {
                let pairs = above[phase].as_array().iter().zip(below[phase].as_array());
                for (slope, (above, below)) in slopes[*factor as usize][phase].iter_mut().zip(pairs)
                {
                    *slope = (above / below).ln() / (2.0 * STEP);
                }
            }
        }
        StartSlopes(slopes)
    }
}

/// The derivative of the log-likelihood of what is `expected` by each number, in the order of
/// [`Learnable::numbers`].
pub(super) fn score(
    figures: &Figures<'_>,
    expected: &Expected,
    centres: &Centres,
    learned: &Learnable,
    values: &Values,
    starts: &StartSlopes,
) -> Vec<f64> {
    let mut score = Vec::new();
    for sign in &learned.signs {
        let value = &values.signs[sign.index()];
        let counts = sign_counts(figures.model, expected, *sign, value);
        let of = |number: Number| counts.score(|z| number.acts_in(z), number.is_psychology());
        score.extend(Number::all(&centres.signs[sign.index()]).map(of));
    }
    for reply in &learned.answers {
        let value = &values.replies[reply.index()];
        let counts = answer_counts(figures.model, expected, *reply, value);
        let of = |number: Number| counts.score(|z| number.acts_in(z), false);
        score.extend(Number::all(&centres.replies[reply.index()]).map(of));
    }
    for replies in &learned.choices {
        let own: Vec<LogLinear> =
            replies.iter().map(|reply| values.replies[reply.index()]).collect();
        let choices = choices(expected, replies, &own);
        for (which, reply) in replies.iter().enumerate() {
            let of = |number: Number| choices.score(which, |z| number.acts_in(z));
            score.extend(Number::all(&centres.replies[reply.index()]).map(of));
        }
    }
    for factor in &learned.paces {
        let pace = values.paces[*factor as usize];
        let [jumped, exposed] = jumps_of(figures, expected, *factor, pace);
        let begun = starts.0[*factor as usize].iter().zip(&expected.starts);
        let begun = begun.flat_map(|(slopes, begun)| slopes.iter().zip(begun));
        let begun: f64 = begun.map(|(slope, begun)| slope * begun).sum();
        score.push(jumped - exposed * pace.exp() + begun);
    }
    score
}

/// The information on the numbers: squares of scores, and what experience is worth.
#[derive(Clone, Debug)]
pub(super) struct Information {
    matrix: Vec<Vec<f64>>,
}

impl Information {
    /// What experience alone is worth.
    pub(super) fn of_experience(
        numbers: &[Learned],
        centres: &Centres,
        values: &Values,
    ) -> Information {
        let worth = |number: &Learned| match *number {
            Learned::Sign(sign, _) => centres.signs[sign.index()].worth,
            Learned::Reply(reply, _) => centres.replies[reply.index()].worth,
            Learned::Pace(factor) => {
                centres.pace_worth[factor as usize] * values.paces[factor as usize].exp()
            }
        };
        let mut matrix = vec![vec![0.0; numbers.len()]; numbers.len()];
        for (at, number) in numbers.iter().enumerate() {
            matrix[at][at] = worth(number);
        }
        Information { matrix }
    }

    pub(super) fn add(&mut self, score: &[f64]) {
        for (row, own) in self.matrix.iter_mut().zip(score) {
            for (entry, other) in row.iter_mut().zip(score) {
                *entry += own * other;
            }
        }
    }

    /// The covariance: the inverse, by Cholesky's decomposition. The matrix is positive definite, as
    /// a sum of squares and of something positive on its diagonal.
    pub(super) fn covariance(mut self) -> Vec<Vec<f64>> {
        let size = self.matrix.len();
        let lower = &mut self.matrix;
        for column in 0..size {
            for row in column..size {
                let done: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
                lower[row][column] -= done;
            }
            let pivot = lower[column][column].sqrt();
            for row in lower.iter_mut().skip(column) {
                row[column] /= pivot;
            }
        }
        let column = |of: usize| {
            let mut solution = vec![0.0; size];
            for row in 0..size {
                let unit = f64::from(row == of);
                let done: f64 = (0..row).map(|k| lower[row][k] * solution[k]).sum();
                solution[row] = (unit - done) / lower[row][row];
            }
            for row in (0..size).rev() {
                let done: f64 = (row + 1..size).map(|k| lower[k][row] * solution[k]).sum();
                solution[row] = (solution[row] - done) / lower[row][row];
            }
            solution
        };
        (0..size).map(column).collect()
    }
}
