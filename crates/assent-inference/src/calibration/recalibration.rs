//! Setting forecasts right by what came of earlier ones.

use super::isotonic::Isotonic;
use crate::regression::{Design, FitError, Logistic, Ridge};
use crate::verification::{Forecasted, Forecasts};
use crate::winning::{logistic, logit};

/// A function from the forecast that was made to the one that should have been.
#[derive(Clone, Debug, PartialEq)]
pub enum Recalibration {
    /// The same.
    AsItIs,
    /// `logit q = intercept + slope · logit p` (Platt 1999), with outcomes drawn in by a case each.
    Platt {
        /// At forecasts of one half.
        intercept: f64,
        /// Per unit of log-odds.
        slope: f64,
    },
    /// `logit q = intercept + yes · ln p − no · ln(1 − p)`, neither factor negative (Kull, Silva Filho
    /// and Flach 2017).
    Beta {
        /// At no forecast in particular.
        intercept: f64,
        /// The factor of `ln p`.
        yes: f64,
        /// The factor of `−ln(1 − p)`.
        no: f64,
    },
    /// The step function that fits best (Zadrozny and Elkan 2002). It needs many cases, and makes
    /// equals of forecasts that were not.
    Isotonic(Isotonic),
}

impl Recalibration {
    /// Platt's, from forecasts with their outcomes: of n₁ yes and n₀ no, a yes counts as
    /// `(n₁ + 1) / (n₁ + 2)` and a no as `1 / (n₀ + 2)`.
    ///
    /// # Errors
    /// [`FitError`], where the outcomes are all the same.
    pub fn platt(forecasts: &Forecasts) -> Result<Recalibration, FitError> {
        let all = forecasts.as_slice();
        let yes = all.iter().filter(|one| one.outcome).count() as f64;
        let no = all.len() as f64 - yes;
        if yes == 0.0 || no == 0.0 {
            return Err(FitError::OneClass);
        }
        let target = |one: &Forecasted| {
            if one.outcome { (yes + 1.0) / (yes + 2.0) } else { 1.0 / (no + 2.0) }
        };
        let targets: Vec<f64> = all.iter().map(target).collect();
        let fit = regress(all, &targets, &|p| vec![logit(p)])?;
        Ok(Recalibration::Platt { intercept: fit.intercept, slope: fit.coefficients[0] })
    }

    /// The beta calibration of forecasts with their outcomes.
    ///
    /// # Errors
    /// [`FitError`], where the outcomes are all the same or the forecasts part them.
    pub fn beta(forecasts: &Forecasts) -> Result<Recalibration, FitError> {
        let all = forecasts.as_slice();
        let targets: Vec<f64> = all.iter().map(|one| f64::from(one.outcome)).collect();
        let yes_of = |p: f64| p.ln();
        let no_of = |p: f64| -(-p).ln_1p();
        let both = regress(all, &targets, &|p| vec![yes_of(p), no_of(p)])?;
        let (yes, no) = (both.coefficients[0], both.coefficients[1]);
        // A factor below 0 would turn the order of the forecasts round: it is left out.
        let (intercept, yes, no) = if yes < 0.0 {
            let alone = regress(all, &targets, &|p| vec![no_of(p)])?;
            (alone.intercept, 0.0, alone.coefficients[0].max(0.0))
        } else if no < 0.0 {
            let alone = regress(all, &targets, &|p| vec![yes_of(p)])?;
            (alone.intercept, alone.coefficients[0].max(0.0), 0.0)
        } else {
            (both.intercept, yes, no)
        };
        Ok(Recalibration::Beta { intercept, yes, no })
    }

    /// The isotonic regression of outcomes on forecasts.
    pub fn isotonic(forecasts: &Forecasts) -> Recalibration {
        let pair = |one: &Forecasted| (one.probability, f64::from(one.outcome));
        let pairs: Vec<(f64, f64)> = forecasts.as_slice().iter().map(pair).collect();
        Recalibration::Isotonic(Isotonic::fit(&pairs))
    }

    /// The forecast that should have been made.
    pub fn apply(&self, probability: f64) -> f64 {
        let p = inside(probability);
        match self {
            Recalibration::AsItIs => probability,
            Recalibration::Platt { intercept, slope } => logistic(intercept + slope * logit(p)),
            Recalibration::Beta { intercept, yes, no } => {
                logistic(intercept + yes * p.ln() - no * (-p).ln_1p())
            }
            Recalibration::Isotonic(function) => function.at(probability),
        }
    }
}

/// A probability that has a logarithm on both sides.
fn inside(probability: f64) -> f64 {
    probability.clamp(f64::EPSILON, 1.0 - f64::EPSILON)
}

fn regress(
    all: &[Forecasted],
    targets: &[f64],
    columns: &dyn Fn(f64) -> Vec<f64>,
) -> Result<Logistic, FitError> {
    let width = columns(0.5).len();
    let mut design = Design::new(width);
    for one in all {
        // Logarithms of what lies inside of 0 and 1 are finite.
        let row = columns(inside(one.probability));
        design.push(row.into_iter().enumerate()).map_err(|_| FitError::OutOfRange)?;
    }
    Logistic::fit(&design, targets, &Ridge::uniform(width, 0.0))
}
