//! Setting forecasts right by what came of earlier ones.

use super::isotonic::Isotonic;
use crate::folds::Folds;
use crate::regression::{Design, FitError, Logistic, Ridge};
use crate::verification::{Forecasted, Forecasts, Measure};
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

/// With so many cases a step function may be tried; with fewer it would follow every accident.
const ENOUGH_FOR_STEPS: usize = 200;

impl Recalibration {
    /// The one that scores best (Brier) on parts it was not fitted to: none at all, Platt's or the
    /// beta calibration, and from 200 cases on the isotonic one. `folds` deals out the forecasts,
    /// which must have been made without their outcomes.
    pub fn choose(forecasts: &Forecasts, folds: &Folds) -> Recalibration {
        type Way = fn(&Forecasts) -> Result<Recalibration, FitError>;
        let mut ways: Vec<Way> =
            vec![|_| Ok(Recalibration::AsItIs), Recalibration::platt, Recalibration::beta];
        if forecasts.as_slice().len() >= ENOUGH_FOR_STEPS {
            ways.push(|forecasts| Ok(Recalibration::isotonic(forecasts)));
        }
        let score = |way: &Way| held_back(forecasts, folds, *way);
        let scores: Vec<Option<f64>> = ways.iter().map(score).collect();
        let tried = ways.iter().zip(scores).filter_map(|(way, score)| Some((way, score?)));
        let best = tried.min_by(|one, other| one.1.total_cmp(&other.1));
        best.and_then(|(way, _)| way(forecasts).ok()).unwrap_or(Recalibration::AsItIs)
    }

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

    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Recalibration::AsItIs => "as it is",
            Recalibration::Platt { .. } => "Platt",
            Recalibration::Beta { .. } => "beta",
            Recalibration::Isotonic(_) => "isotonic",
        }
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

/// The Brier score of a way on parts that it was not fitted to; `None` if it cannot be fitted.
fn held_back(
    forecasts: &Forecasts,
    folds: &Folds,
    way: fn(&Forecasts) -> Result<Recalibration, FitError>,
) -> Option<f64> {
    let all = forecasts.as_slice();
    let set_right = folds.forecast(|fitted, held| {
        let known = Forecasts::new(fitted.iter().map(|at| all[*at]).collect());
        let fit = way(&known.map_err(|_| FitError::OneClass)?)?;
        Ok(held.iter().map(|at| fit.apply(all[*at].probability)).collect())
    });
    let pair = |(one, probability): (&Forecasted, f64)| Forecasted { probability, ..*one };
    let after = all.iter().zip(set_right.ok()?).map(pair).collect();
    Measure::Brier.of(&Forecasts::new(after).ok()?)
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
