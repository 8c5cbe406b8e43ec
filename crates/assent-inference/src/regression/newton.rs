//! The minimum of a penalised log-likelihood, by Newton steps that conjugate gradients solve.
//!
//! The matrix of second derivatives is never written down, so that thousands of columns that are
//! mostly 0 cost no more than their values.

use super::{Design, FitError, Logistic, Ridge};
use crate::winning::logistic;

/// Newton's method converges in far fewer steps, or not at all.
const MOST_STEPS: usize = 100;
/// How often a step that leads uphill is halved.
const MOST_HALVINGS: usize = 40;
/// By how much the log-odds of a case may still move in one more step from a minimum. Where nothing
/// holds columns that part the outcomes, every step moves them by about 1, for ever.
const STANDING_STILL: f64 = 0.1;

/// A point: the intercept first, then the coefficients.
type Point = Vec<f64>;

/// How close to the minimum is close enough.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    /// The gradient is 0 as far as sums over the rows can be told from it.
    Exact,
    /// The forecasts no longer change by anything that could be scored.
    Settled,
}

impl Until {
    /// The largest gradient.
    fn gradient(self, rows: usize) -> f64 {
        match self {
            Until::Exact => 1e-13 * (rows as f64 + 10.0),
            Until::Settled => 1e-5 * rows as f64,
        }
    }
}

pub(super) fn minimise(
    design: &Design,
    outcomes: &[f64],
    ridge: &Ridge,
    until: Until,
) -> Result<Logistic, FitError> {
    let enough = until.gradient(design.rows());
    let problem = Problem { design, outcomes, ridge, enough };
    let mut point = problem.start();
    let mut here = problem.look(&point);
    for _ in 0..MOST_STEPS {
        if norm(&here.gradient) <= enough {
            break;
        }
        let step = problem.newton_step(&here);
        match problem.descend(&point, &here, &step) {
            Some((next, look)) => (point, here) = (next, look),
            // No step leads further down: the point is the minimum as far as rounding can tell.
            None => break,
        }
    }
    if ridge.penalty.contains(&0.0) && problem.runs_away(&here) {
        return Err(FitError::Parted);
    }
    let intercept = point.remove(0);
    Ok(Logistic { intercept, coefficients: point })
}

struct Problem<'a> {
    design: &'a Design,
    outcomes: &'a [f64],
    ridge: &'a Ridge,
    /// The gradient that is small enough.
    enough: f64,
}

/// The objective at a point, with what its steps are made of.
struct Look {
    value: f64,
    log_odds: Vec<f64>,
    gradient: Point,
    /// By row, `p (1 − p)`.
    weights: Vec<f64>,
}

impl Problem<'_> {
    /// Everything where the ridge holds it; without columns the intercept alone would do.
    fn start(&self) -> Point {
        let share = self.outcomes.iter().sum::<f64>() / self.outcomes.len() as f64;
        let mut point = vec![(share / (1.0 - share)).ln()];
        point.extend(&self.ridge.centre);
        point
    }

    fn look(&self, point: &[f64]) -> Look {
        let log_odds: Vec<f64> =
            (0..self.design.rows()).map(|row| self.along(row, point)).collect();
        let mut look = Look {
            value: 0.0,
            gradient: vec![0.0; point.len()],
            weights: Vec::with_capacity(log_odds.len()),
            log_odds,
        };
        for (row, (z, outcome)) in look.log_odds.iter().zip(self.outcomes).enumerate() {
            // ln(1 + exp z) without overflow.
            look.value += z.max(0.0) + (-z.abs()).exp().ln_1p() - outcome * z;
            let p = logistic(*z);
            look.weights.push(p * logistic(-z));
            self.add_row(row, p - outcome, &mut look.gradient);
        }
        let held = point[1..].iter().zip(&self.ridge.centre).zip(&self.ridge.penalty);
        for (slope, ((own, centre), penalty)) in look.gradient[1..].iter_mut().zip(held) {
            look.value += 0.5 * penalty * (own - centre).powi(2);
            *slope += penalty * (own - centre);
        }
        look
    }

    /// Whether one more step would still move somebody's log-odds.
    fn runs_away(&self, look: &Look) -> bool {
        let step = self.newton_step(look);
        (0..self.design.rows()).any(|row| self.along(row, &step).abs() > STANDING_STILL)
    }

    /// The log-odds of a row at a point, or along a direction.
    fn along(&self, row: usize, point: &[f64]) -> f64 {
        let part = |(column, value): (usize, &f64)| point[1 + column] * value;
        point[0] + self.design.row(row).map(part).sum::<f64>()
    }

    /// Adds `times` a row, with a 1 for the intercept.
    fn add_row(&self, row: usize, times: f64, sum: &mut [f64]) {
        sum[0] += times;
        for (column, value) in self.design.row(row) {
            sum[1 + column] += times * value;
        }
    }

    /// The matrix of second derivatives times a direction.
    fn curved(&self, look: &Look, direction: &[f64], product: &mut [f64]) {
        product[0] = 0.0;
        let held = self.ridge.penalty.iter().zip(&direction[1..]);
        product[1..].iter_mut().zip(held).for_each(|(out, (penalty, own))| *out = penalty * own);
        for (row, weight) in look.weights.iter().enumerate() {
            self.add_row(row, weight * self.along(row, direction), product);
        }
    }

    /// The diagonal of that matrix, nowhere 0.
    fn diagonal(&self, look: &Look) -> Point {
        let mut diagonal = vec![0.0; look.gradient.len()];
        diagonal[1..].copy_from_slice(&self.ridge.penalty);
        for (row, weight) in look.weights.iter().enumerate() {
            diagonal[0] += weight;
            for (column, value) in self.design.row(row) {
                diagonal[1 + column] += weight * value * value;
            }
        }
        diagonal.into_iter().map(|own| if own > 0.0 { own } else { 1.0 }).collect()
    }

    /// Solves `H step = −gradient` by conjugate gradients with the diagonal as preconditioner
    /// (Hestenes and Stiefel 1952), the more exactly the closer the end (Dembo, Eisenstat and
    /// Steihaug 1982).
    fn newton_step(&self, look: &Look) -> Point {
        let size = look.gradient.len();
        let diagonal = self.diagonal(look);
        let eased = |residual: &[f64]| -> Point {
            residual.iter().zip(&diagonal).map(|(own, scale)| own / scale).collect()
        };
        let mut step = vec![0.0; size];
        let mut residual: Point = look.gradient.iter().map(|slope| -slope).collect();
        let mut direction = eased(&residual);
        let mut energy = dot(&residual, &direction);
        let start = norm(&residual);
        let enough = start * (0.1_f64).min(start.sqrt()).min(start / self.design.rows() as f64);
        let enough = enough.max(0.3 * self.enough);
        let mut product = vec![0.0; size];
        for _ in 0..10 * size {
            if norm(&residual) <= enough {
                break;
            }
            self.curved(look, &direction, &mut product);
            let curvature = dot(&direction, &product);
            if curvature <= 0.0 {
                break;
            }
            let length = energy / curvature;
            add(&mut step, length, &direction);
            add(&mut residual, -length, &product);
            let next = eased(&residual);
            let fresh = dot(&residual, &next);
            let keep = fresh / energy;
            direction.iter_mut().zip(&next).for_each(|(own, new)| *own = new + keep * *own);
            energy = fresh;
        }
        step
    }

    /// The step, halved until it leads down; `None` if nothing does.
    fn descend(&self, point: &[f64], here: &Look, step: &[f64]) -> Option<(Point, Look)> {
        let slope = dot(&here.gradient, step);
        let mut length = 1.0;
        for _ in 0..MOST_HALVINGS {
            let mut next = point.to_vec();
            add(&mut next, length, step);
            let look = self.look(&next);
            let lower = look.value <= here.value + 1e-4 * length * slope;
            // Close to the minimum the values no longer tell points apart, but the gradients do.
            let even = (look.value - here.value).abs() <= 1e-12 * here.value.abs().max(1.0);
            if lower && slope < 0.0 || even && norm(&look.gradient) < norm(&here.gradient) {
                return Some((next, look));
            }
            length /= 2.0;
        }
        None
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn norm(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}

fn add(sum: &mut [f64], times: f64, vector: &[f64]) {
    sum.iter_mut().zip(vector).for_each(|(sum, own)| *sum += times * own);
}
