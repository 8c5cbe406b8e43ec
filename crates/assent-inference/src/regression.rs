//! Logistic regression with a ridge: the chance of yes from numbers that were measured of a case.
//!
//! ```text
//! logit P(yes) = β₀ + Σ βⱼ xⱼ        minimised: − log-likelihood + ½ Σ λⱼ (βⱼ − cⱼ)²
//! ```
//!
//! A ridge (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992) is the same as a normal prior
//! on each coefficient with mean cⱼ and variance 1/λⱼ, and the fit its most probable value. The
//! intercept has none. With λ = 0 throughout it is plain maximum likelihood, which exists only where
//! no plane parts the outcomes.
//!
//! Not here: standard errors, choosing λ, and whether the relation is straight.

mod design;
mod newton;
mod scaling;

pub use design::{Design, NotARow};
pub use scaling::Scaling;

use crate::winning::logistic;
use newton::Until;

/// A regression, fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Logistic {
    /// The log-odds of a case of which all numbers are 0.
    pub intercept: f64,
    /// Log-odds per unit of each column.
    pub coefficients: Vec<f64>,
}

/// How hard the coefficients are held, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Ridge {
    /// By column, λ: what one observation is worth in the same units. Not negative.
    pub penalty: Vec<f64>,
    /// By column, where the coefficient is held.
    pub centre: Vec<f64>,
}

/// Why a regression cannot be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitError {
    /// There is a different number of outcomes than of rows, or of penalties than of columns.
    #[error("rows and outcomes, or columns and penalties, differ in number")]
    Sizes,
    /// An outcome is no share between 0 and 1, or a penalty or centre no such number.
    #[error("an outcome, a penalty or a centre is out of range")]
    OutOfRange,
    /// All outcomes are yes, or all no.
    #[error("all outcomes are the same")]
    OneClass,
    /// The coefficients grow without end: the columns part the outcomes, and nothing holds them.
    #[error("the columns part the outcomes, so that no coefficient is large enough")]
    Parted,
}

impl Ridge {
    /// The same penalty for all columns, towards 0.
    pub fn uniform(columns: usize, penalty: f64) -> Ridge {
        Ridge { penalty: vec![penalty; columns], centre: vec![0.0; columns] }
    }
}

impl Logistic {
    /// Fits it. Outcomes are 1 for yes and 0 for no, or shares between them.
    ///
    /// Newton's method, each step solved by conjugate gradients, until the gradient is 0 to rounding.
    /// Columns should be of one size (see [`Scaling`]), or the penalties do not mean the same.
    ///
    /// # Errors
    /// [`FitError`] says what keeps it from being fitted.
    pub fn fit(design: &Design, outcomes: &[f64], ridge: &Ridge) -> Result<Logistic, FitError> {
        check(design, outcomes, ridge)?;
        newton::minimise(design, outcomes, ridge, Until::Exact)
    }

    /// The same until the forecasts no longer change by anything that could be scored: of thousands of
    /// columns in a tenth of the time.
    ///
    /// # Errors
    /// [`FitError`] says what keeps it from being fitted.
    pub fn fit_to_forecast(
        design: &Design,
        outcomes: &[f64],
        ridge: &Ridge,
    ) -> Result<Logistic, FitError> {
        check(design, outcomes, ridge)?;
        newton::minimise(design, outcomes, ridge, Until::Settled)
    }

    /// The log-odds of a row: its columns and their values, those that are 0 left out.
    pub fn log_odds<'a>(&self, row: impl IntoIterator<Item = (usize, &'a f64)>) -> f64 {
        let part = |(column, value): (usize, &f64)| self.coefficients[column] * value;
        self.intercept + row.into_iter().map(part).sum::<f64>()
    }

    /// The chance of yes by row.
    pub fn probabilities(&self, design: &Design) -> Vec<f64> {
        (0..design.rows()).map(|row| logistic(self.log_odds(design.row(row)))).collect()
    }
}

fn check(design: &Design, outcomes: &[f64], ridge: &Ridge) -> Result<(), FitError> {
    let columns = [ridge.penalty.len(), ridge.centre.len()];
    if outcomes.len() != design.rows() || columns != [design.columns(); 2] {
        return Err(FitError::Sizes);
    }
    let shares = outcomes.iter().all(|one| (0.0..=1.0).contains(one));
    let held = ridge.penalty.iter().all(|one| one.is_finite() && *one >= 0.0);
    if !(shares && held && ridge.centre.iter().all(|one| one.is_finite())) {
        return Err(FitError::OutOfRange);
    }
    let sum: f64 = outcomes.iter().sum();
    if sum == 0.0 || sum == outcomes.len() as f64 {
        return Err(FitError::OneClass);
    }
    Ok(())
}
