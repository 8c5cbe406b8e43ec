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

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng, rngs::StdRng};

    use super::super::passes::{Effects, Figures, Room};
    use super::super::tape::Tape;
    use super::*;
    use crate::belief::Start;
    use crate::completeness::Dealing;
    use crate::model::Model;
    use crate::observation::{History, Observation, What};
    use crate::priors::DEFAULT_PRIORS;
    use crate::simulation::{Plan, simulate};
    use crate::state::{Factor, Phase};

    /// Some dealings while buying, and some that go on with a phase of use.
    fn dealings(model: &Model) -> Vec<Dealing> {
        let mut rng = StdRng::seed_from_u64(3);
        let source = model.source("seller_note").expect("shipped");
        let completeness = model.completeness();
        let mut life = |phase, count: usize| {
            let until_days = f64::from(rng.random_range(60..120));
            let start = Start { phase, at_days: 0.0, completeness };
            let mut plan = Plan::of_usual_effort(model, until_days, source, &mut rng);
            plan.actions.truncate(count);
            let history = simulate(model, &start, &plan, &mut rng).history;
            (Dealing { start, history, until_days }, until_days)
        };
        let mut all: Vec<Dealing> = (0..12).map(|_| life(Phase::Buy, 25).0).collect();
        for _ in 0..6 {
            let (bought, signed) = life(Phase::Buy, 5);
            let (used, _) = life(Phase::Use, 0);
            let mut observations = bought.history.observations().to_vec();
            let what = What::PhaseSwitch(Phase::Use);
            observations.push(Observation { at_days: signed, what, label: 0 });
            observations.extend(
                used.history
                    .observations()
                    .iter()
                    .map(|one| Observation { at_days: one.at_days + signed, ..*one }),
            );
            all.push(Dealing {
                history: History::ordered(observations),
                until_days: signed + used.until_days,
                start: bought.start,
            });
        }
        all
    }

    /// Every number that can be learned, a little off what experience says.
    fn somewhere(model: &Model, centres: &Centres) -> (Learnable, Values) {
        let mut learned = Learnable {
            signs: model.signs().map(|(sign, _)| sign).collect(),
            paces: Factor::ALL.to_vec(),
            ..Learnable::default()
        };
        for (action, _) in model.actions() {
            let replies: Vec<_> = model.replies(action).map(|(reply, _)| reply).collect();
            match model.question(action) {
                Some(_) => learned.answers.extend(replies),
                None => learned.choices.push(replies),
            }
        }
        let mut values = Values::at_centre(centres);
        for (at, number) in learned.numbers(centres).into_iter().enumerate() {
            let to = number.of(&values) + 0.1 * (at as f64).sin();
            number.set(&mut values, to);
        }
        (learned, values)
    }

    /// The derivative by differences of the evidence itself: everything that the passes count, and the
    /// integrals under it, must be right for these to agree.
    #[test]
    fn the_score_is_the_slope_of_the_evidence() {
        let priors = Priors::parse(DEFAULT_PRIORS).expect("the shipped priors");
        let fixed = Model::new(&priors).taking_records_at_their_word();
        let tapes: Vec<Tape> =
            dealings(&fixed).iter().map(|dealing| Tape::of(&fixed, dealing)).collect();
        let (centres, effects) = (Centres::of(&priors), Effects::of(&fixed, &tapes));
        let (learned, values) = somewhere(&fixed, &centres);
        let evidence = |values: &Values, expected: &mut Expected| {
            let model = Model::new(&values.priors(&priors, &learned));
            let model = model.taking_records_at_their_word();
            let figures = Figures::new(&model, &fixed, &effects);
            let mut room = Room::default();
            let pass = |tape| figures.pass(tape, &mut room, expected);
            tapes.iter().map(pass).sum::<f64>()
        };
        let model = Model::new(&values.priors(&priors, &learned)).taking_records_at_their_word();
        let figures = Figures::new(&model, &fixed, &effects);
        let mut expected = Expected::nothing(&model);
        evidence(&values, &mut expected);
        let slopes = StartSlopes::of(&priors, &values, &learned);
        let score = score(&figures, &expected, &centres, &learned, &values, &slopes);
        let numbers = learned.numbers(&centres);
        assert_eq!(score.len(), numbers.len());
        let mut checked = 0;
        for (at, number) in numbers.iter().enumerate() {
            // Paces and bases all, of the many levels some.
            if !matches!(
                number,
                Learned::Pace(_) | Learned::Sign(_, Number::Base) | Learned::Reply(_, Number::Base)
            ) && at % 9 != 0
            {
                continue;
            }
            let [above, below] = [1e-4, -1e-4].map(|step| {
                let mut moved = values.clone();
                number.set(&mut moved, number.of(&values) + step);
                evidence(&moved, &mut Expected::nothing(&model))
            });
            let slope = (above - below) / 2e-4;
            let off = (slope - score[at]).abs();
            assert!(off < 1e-5 * (1.0 + slope.abs()), "{number:?}: {slope}, not {}", score[at]);
            checked += usize::from(slope.abs() > 0.01);
        }
        assert!(checked > 60, "{checked} numbers mattered");
    }

    #[test]
    fn the_covariance_is_the_inverse_of_the_information() {
        let mut information = Information {
            matrix: vec![vec![2.0, 0.0, 0.0], vec![0.0, 2.0, 0.0], vec![0.0, 0.0, 2.0]],
        };
        information.add(&[1.0, 2.0, -1.0]);
        information.add(&[0.5, 0.0, 3.0]);
        let matrix = information.matrix.clone();
        let covariance = information.covariance();
        for (at, row) in matrix.iter().enumerate() {
            for column in 0..3 {
                let pairs = row.iter().zip(&covariance);
                let product: f64 = pairs.map(|(own, other)| own * other[column]).sum();
                assert!((product - f64::from(at == column)).abs() < 1e-12);
            }
        }
    }
}
