//! What the house's own deals say of the terms of the chance to win.
//!
//! A logistic regression on the terms themselves, with what experience says of them as its prior:
//!
//! ```text
//! logit p = base + a + Σ mₖ termₖ        mₖ ~ N(1, 1/n)        a ~ N(0, 1 / (n b (1 − b)))
//! ```
//!
//! with b the base rate and n what experience is worth in deals: the same law that the interval of the
//! chance is made of. Its maximum (MAP) turns into other weights of the same terms, so that a chance
//! still adds up and every term can be asked why. With all m alike it is Platt's calibration.

use super::{WinReadOut, WinTermKind, logistic, logit};
use crate::learning::LearnedEntry;
use crate::priors::WinPrior;

/// The terms whose weights are learned.
const TERMS: usize = 6;
/// The shift and the factors.
const NUMBERS: usize = TERMS + 1;
/// Steps of Newton's method at most; it converges in a few.
const MOST_STEPS: usize = 50;
/// A step shorter than this is the last.
const STILL: f64 = 1e-12;
/// Chances beyond these cannot stand in a priors file.
const CHANCES: [f64; 2] = [1e-4, 1.0 - 1e-4];

/// A chance that was read off before the outcome was known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinCase {
    /// The log-odds of a deal of which nothing is known.
    pub base: f64,
    /// What support, veto, coverage, concept, overdue promises and a competitor add to it.
    pub terms: [f64; TERMS],
    /// Whether the deal was won.
    pub won: bool,
    /// How much the case counts: cases of one deal share what one deal counts.
    pub weight: f64,
}

/// Other weights of the terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinFit {
    /// Added to the base.
    pub shift: f64,
    /// What each term is multiplied by; never below 0, which would turn its meaning round.
    pub times: [f64; TERMS],
    /// Standard errors of the shift and the factors, from the curvature at the maximum.
    pub errors: [f64; NUMBERS],
}

impl WinCase {
    /// A chance with its outcome.
    pub fn of(read_out: &WinReadOut, won: bool, weight: f64) -> WinCase {
        let mut case = WinCase { base: 0.0, terms: [0.0; TERMS], won, weight };
        for term in read_out.terms() {
            let at = match term.kind {
                WinTermKind::Base => {
                    case.base += term.log_odds;
                    continue;
                }
                WinTermKind::Support { .. } => 0,
                WinTermKind::Veto { .. } => 1,
                WinTermKind::Coverage { .. } => 2,
                WinTermKind::Concept { .. } => 3,
                WinTermKind::Overdue => 4,
                WinTermKind::Competitor => 5,
            };
            case.terms[at] += term.log_odds;
        }
        case
    }

    fn log_odds(&self, fit: &WinFit) -> f64 {
        let terms = self.terms.iter().zip(fit.times).map(|(term, times)| term * times);
        self.base + fit.shift + terms.sum::<f64>()
    }
}

impl WinFit {
    /// As experience has it.
    pub const AS_GIVEN: WinFit = WinFit { shift: 0.0, times: [1.0; TERMS], errors: [0.0; NUMBERS] };

    /// The likeliest weights, by Newton's method. A factor that would fall below 0 stays there.
    pub fn of(prior: &WinPrior, cases: &[WinCase]) -> WinFit {
        let mut fit = WinFit::AS_GIVEN;
        let mut free = [true; NUMBERS];
        loop {
            fit = climbed(prior, cases, fit, &free);
            let below = fit.times.iter().position(|times| *times < 0.0);
            let Some(below) = below else { return fit };
            free[below + 1] = false;
            fit.times[below] = 0.0;
        }
    }

    /// The chance that it gives a case.
    pub fn chance(&self, case: &WinCase) -> f64 {
        logistic(case.log_odds(self))
    }

    /// The figures of the priors file that it comes to, each beside the one it replaces. `deals` is how
    /// many taught.
    pub fn entries(&self, prior: &WinPrior, deals: usize) -> Vec<LearnedEntry> {
        let entry = |key: &str, before: f64, value: f64, error: f64| LearnedEntry {
            key: format!("win.{key}"),
            before: vec![before],
            values: vec![value],
            errors: vec![error],
            recorded: deals,
        };
        let base = logistic(logit(prior.base_rate) + self.shift).clamp(CHANCES[0], CHANCES[1]);
        // The logistic function rises by p (1 − p) per unit.
        let error = base * (1.0 - base) * self.errors[0];
        let mut entries = vec![entry("base_rate", prior.base_rate, base, error)];
        let once = &prior.once;
        // What limits a term is multiplied like the term, so that all of it is.
        for (key, before, at) in [
            ("support", prior.support, 0),
            ("veto", prior.veto, 1),
            ("coverage", prior.coverage, 2),
            ("concept", prior.concept, 3),
            ("overdue", prior.overdue, 4),
            ("competitor", prior.competitor, 5),
            ("once.support_at_most", once.support_at_most, 0),
            ("once.veto_at_most", once.veto_at_most, 1),
            ("once.concept_at_most", once.concept_at_most, 3),
        ] {
            let error = before.abs() * self.errors[at + 1];
            entries.push(entry(key, before, before * self.times[at], error));
        }
        entries
    }

    fn numbers(&self) -> [f64; NUMBERS] {
        std::array::from_fn(|at| if at == 0 { self.shift } else { self.times[at - 1] })
    }
}

/// Climbs from a fit, with some numbers held.
fn climbed(prior: &WinPrior, cases: &[WinCase], from: WinFit, free: &[bool; NUMBERS]) -> WinFit {
    let mut fit = from;
    for _ in 0..MOST_STEPS {
        let (slopes, curves) = derivatives(prior, cases, &fit, free);
        let inverse = inverse(curves);
        let step: [f64; NUMBERS] =
            std::array::from_fn(|row| (0..NUMBERS).map(|k| inverse[row][k] * slopes[k]).sum());
        // Far from the maximum a whole step may go beyond it.
        let now = objective(prior, cases, &fit);
        let moved = |times: f64| {
            let mut moved = fit;
            moved.shift += times * step[0];
            (0..TERMS).for_each(|at| moved.times[at] += times * step[at + 1]);
            moved
        };
        let halves = (0..30).map(|halvings| moved(0.5_f64.powi(halvings)));
        let Some(next) = halves.into_iter().find(|next| objective(prior, cases, next) >= now)
        else {
            break;
        };
        fit = next;
        if step.iter().all(|part| part.abs() < STILL) {
            break;
        }
    }
    let (_, curves) = derivatives(prior, cases, &fit, free);
    let inverse = inverse(curves);
    fit.errors = std::array::from_fn(|at| if free[at] { inverse[at][at].sqrt() } else { 0.0 });
    fit
}

/// What experience is worth, by number.
fn precisions(prior: &WinPrior) -> [f64; NUMBERS] {
    let deals = prior.provenance.n_equiv;
    let base = deals * prior.base_rate * (1.0 - prior.base_rate);
    std::array::from_fn(|at| if at == 0 { base } else { deals })
}

fn objective(prior: &WinPrior, cases: &[WinCase], fit: &WinFit) -> f64 {
    let likelihood = cases.iter().map(|case| {
        let log_odds = case.log_odds(fit);
        // ln p or ln (1 − p), without loss for large log-odds.
        let signed = if case.won { log_odds } else { -log_odds };
        -case.weight * (signed.min(0.0).abs() + (-signed.abs()).exp().ln_1p())
    });
    let numbers = fit.numbers().into_iter().zip(WinFit::AS_GIVEN.numbers());
    let squares = numbers
        .zip(precisions(prior))
        .map(|((own, given), precision)| 0.5 * precision * (own - given).powi(2));
    likelihood.sum::<f64>() - squares.sum::<f64>()
}

type Matrix = [[f64; NUMBERS]; NUMBERS];

/// The slopes of the objective, and minus its second derivatives. Held numbers have none.
fn derivatives(
    prior: &WinPrior,
    cases: &[WinCase],
    fit: &WinFit,
    free: &[bool; NUMBERS],
) -> ([f64; NUMBERS], Matrix) {
    let (mut slopes, mut curves) = ([0.0; NUMBERS], [[0.0; NUMBERS]; NUMBERS]);
    for case in cases {
        let p = fit.chance(case);
        let row: [f64; NUMBERS] =
            std::array::from_fn(|at| if at == 0 { 1.0 } else { case.terms[at - 1] });
        let (residual, spread) = (f64::from(case.won) - p, p * (1.0 - p));
        for at in 0..NUMBERS {
            slopes[at] += case.weight * residual * row[at];
            for other in 0..NUMBERS {
                curves[at][other] += case.weight * spread * row[at] * row[other];
            }
        }
    }
    let given = WinFit::AS_GIVEN.numbers();
    for (at, precision) in precisions(prior).into_iter().enumerate() {
        slopes[at] -= precision * (fit.numbers()[at] - given[at]);
        curves[at][at] += precision;
    }
    for at in (0..NUMBERS).filter(|at| !free[*at]) {
        slopes[at] = 0.0;
        curves[at] = [0.0; NUMBERS];
        curves.iter_mut().for_each(|row| row[at] = 0.0);
        curves[at][at] = 1.0;
    }
    (slopes, curves)
}

/// The inverse of a positive definite matrix, by Gauss and Jordan without pivots.
fn inverse(mut matrix: Matrix) -> Matrix {
    let mut inverse: Matrix =
        std::array::from_fn(|row| std::array::from_fn(|column| f64::from(row == column)));
    for pivot in 0..NUMBERS {
        let scale = 1.0 / matrix[pivot][pivot];
        for column in 0..NUMBERS {
            matrix[pivot][column] *= scale;
            inverse[pivot][column] *= scale;
        }
        for row in (0..NUMBERS).filter(|row| *row != pivot) {
            let factor = matrix[row][pivot];
            for column in 0..NUMBERS {
                matrix[row][column] -= factor * matrix[pivot][column];
                inverse[row][column] -= factor * inverse[pivot][column];
            }
        }
    }
    inverse
}
