//! Two ways to forecast the same cases: experts' terms set right by what came of earlier cases, and
//! the plain regression that they must beat.
//!
//! ```text
//! challenger   logit p = β₀ + Σ βⱼ xⱼ                        βⱼ held at 0 by one case
//! model        logit p = β₀ + Σ aₖ tₖ + Σ βⱼ xⱼ + Σ γⱼ zⱼ    aₖ held at 1 by as many as experts are worth
//! ```
//!
//! t are terms in log-odds, as experts weigh them; x plain numbers, scaled; z what else the model reads
//! off a case, scaled. How hard β and γ are held at 0 is chosen by cross-validation, and so is how the
//! forecasts are set right in the end. Nothing may be fitted to cases that are to be forecast.

use crate::calibration::Recalibration;
use crate::folds::Folds;
use crate::regression::{Design, FitError, Logistic, Ridge, Scaling};
use crate::verification::{Forecasted, Forecasts, Measure};
use crate::winning::logistic;

/// Penalties that are tried for what experts say nothing of.
const PENALTIES: [f64; 7] = [1.0, 4.0, 16.0, 64.0, 256.0, 1_024.0, 4_096.0];

/// What is known of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Terms in log-odds, as experts weigh them; equally many in every case.
    pub terms: Vec<f64>,
    /// Plain numbers, likewise.
    pub plain: Vec<f64>,
    /// What else the model reads off it, likewise.
    pub read: Vec<f64>,
    /// What came of it.
    pub outcome: bool,
}

/// The plain logistic regression on plain numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Challenger {
    scalings: Vec<Scaling>,
    fit: Logistic,
}

/// Experts' terms, set right by earlier cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    scalings: Vec<Scaling>,
    fit: Logistic,
    recalibration: Recalibration,
    penalty: f64,
    held_back: Option<Forecasts>,
}

impl Challenger {
    /// Fits it.
    ///
    /// # Errors
    /// [`FitError`], where the outcomes are all the same or cases differ in their numbers.
    pub fn fit(cases: &[&Case]) -> Result<Challenger, FitError> {
        let rows: Vec<&[f64]> = cases.iter().map(|case| case.plain.as_slice()).collect();
        let scalings = scalings(&rows)?;
        let design = design(&rows, &scalings, |_| &[])?;
        let ridge = Ridge::uniform(scalings.len(), 1.0);
        let fit = Logistic::fit(&design, &targets(cases), &ridge)?;
        Ok(Challenger { scalings, fit })
    }

    /// The chance of yes.
    pub fn forecast(&self, case: &Case) -> f64 {
        let scaled = scaled(&case.plain, &self.scalings);
        logistic(self.fit.log_odds(scaled.iter().enumerate()))
    }
}

impl Corrected {
    /// Fits it, with the penalty and the recalibration that did best on the folds of the cases.
    /// `worth` is how many cases the experts' weights are worth.
    ///
    /// # Errors
    /// [`FitError`], where the outcomes of all cases, or of all folds but one, are the same, or cases
    /// differ in their numbers.
    pub fn choose(cases: &[&Case], worth: f64, folds: &Folds) -> Result<Corrected, FitError> {
        let mut best: Option<(f64, f64, Forecasts)> = None;
        for penalty in PENALTIES {
            let forecasts = folds.forecast(|fitted, held| {
                let known: Vec<&Case> = fitted.iter().map(|at| cases[*at]).collect();
                let fit = Corrected::fit(&known, worth, penalty)?;
                Ok(held.iter().map(|at| fit.forecast(cases[*at])).collect())
            })?;
            let forecasts = paired(cases, forecasts)?;
            let score = Measure::LogScore.of(&forecasts).unwrap_or(f64::NEG_INFINITY);
            if best.as_ref().is_none_or(|(known, ..)| score > *known) {
                best = Some((score, penalty, forecasts));
            }
        }
        let (_, penalty, held_back) = best.ok_or(FitError::Sizes)?;
        let fit = Corrected::fit(cases, worth, penalty)?;
        let recalibration = Recalibration::choose(&held_back, folds);
        Ok(Corrected { recalibration, held_back: Some(held_back), ..fit })
    }

    fn fit(cases: &[&Case], worth: f64, penalty: f64) -> Result<Corrected, FitError> {
        let free =
            |case: &Case| -> Vec<f64> { case.plain.iter().chain(&case.read).copied().collect() };
        let rows: Vec<Vec<f64>> = cases.iter().map(|case| free(case)).collect();
        let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
        let scalings = scalings(&rows)?;
        let design = design(&rows, &scalings, |row| &cases[row].terms)?;
        let terms = design.columns() - scalings.len();
        let mut ridge = Ridge::uniform(design.columns(), penalty);
        for term in scalings.len()..scalings.len() + terms {
            (ridge.penalty[term], ridge.centre[term]) = (worth, 1.0);
        }
        let fit = Logistic::fit(&design, &targets(cases), &ridge)?;
        let recalibration = Recalibration::AsItIs;
        Ok(Corrected { scalings, fit, recalibration, penalty, held_back: None })
    }

    /// The chance of yes.
    pub fn forecast(&self, case: &Case) -> f64 {
        let free: Vec<f64> = case.plain.iter().chain(&case.read).copied().collect();
        let mut row = scaled(&free, &self.scalings);
        row.extend(&case.terms);
        self.recalibration.apply(logistic(self.fit.log_odds(row.iter().enumerate())))
    }

    /// The penalty that was chosen.
    pub fn penalty(&self) -> f64 {
        self.penalty
    }

    /// The recalibration that was chosen.
    pub fn recalibration(&self) -> &Recalibration {
        &self.recalibration
    }

    /// The forecasts of the cases it was fitted to, each by a fit that had not seen its fold, before
    /// they were set right.
    pub fn held_back(&self) -> Option<&Forecasts> {
        self.held_back.as_ref()
    }

    /// By which factor each term counts now, against what experts say.
    pub fn term_factors(&self) -> &[f64] {
        &self.fit.coefficients[self.scalings.len()..]
    }
}

/// Forecasts with the outcomes of their cases.
fn paired(cases: &[&Case], forecasts: Vec<f64>) -> Result<Forecasts, FitError> {
    let pair =
        |(case, probability): (&&Case, f64)| Forecasted { probability, outcome: case.outcome };
    let paired = cases.iter().zip(forecasts).map(pair).collect();
    Forecasts::new(paired).map_err(|_| FitError::OutOfRange)
}

fn targets(cases: &[&Case]) -> Vec<f64> {
    cases.iter().map(|case| f64::from(case.outcome)).collect()
}

fn scalings(rows: &[&[f64]]) -> Result<Vec<Scaling>, FitError> {
    let width = rows.first().map_or(0, |row| row.len());
    if rows.iter().any(|row| row.len() != width) {
        return Err(FitError::Sizes);
    }
    Ok((0..width).map(|at| Scaling::of(rows.iter().map(move |row| row[at]))).collect())
}

fn scaled(row: &[f64], scalings: &[Scaling]) -> Vec<f64> {
    row.iter().zip(scalings).map(|(value, by)| by.scaled(*value)).collect()
}

fn design<'a>(
    rows: &[&[f64]],
    scalings: &[Scaling],
    terms: impl Fn(usize) -> &'a [f64],
) -> Result<Design, FitError> {
    let width = if rows.is_empty() { 0 } else { terms(0).len() };
    let mut design = Design::new(scalings.len() + width);
    for (at, row) in rows.iter().enumerate() {
        let mut full = scaled(row, scalings);
        full.extend(terms(at));
        if full.len() != design.columns() {
            return Err(FitError::Sizes);
        }
        design.push(full.into_iter().enumerate()).map_err(|_| FitError::OutOfRange)?;
    }
    Ok(design)
}
