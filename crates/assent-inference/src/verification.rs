//! How good forecasts of yes or no were: base rate, area under the curve, Brier score with its
//! parts, calibration error, log score.
//!
//! The measures say nothing of where the forecasts come from; whether they were made without knowing
//! the outcomes is for the caller to see to. Of few forecasts every measure is uncertain: draw its
//! interval with [`Redraws`].

mod area;
mod redraws;
mod reliability;
mod scores;

pub use area::area_under_curve;
pub use redraws::{Groups, Interval, Redraws};
pub use reliability::{Bin, Bins, ReliabilityCurve};
pub use scores::{BrierParts, Measure, Scores};

/// A forecast and what came true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecasted {
    /// The probability that was given to yes.
    pub probability: f64,
    /// Whether it came out yes.
    pub outcome: bool,
}

/// Forecasts with their outcomes: at least one, and all of them probabilities.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecasts(Vec<Forecasted>);

/// Why forecasts cannot be verified.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NotForecasts {
    /// There are none.
    #[error("there are no forecasts")]
    None,
    /// The one at this position is no probability.
    #[error("forecast {0} is no probability")]
    NoProbability(usize),
}

impl Forecasts {
    /// Checks forecasts.
    ///
    /// # Errors
    /// [`NotForecasts`] names the position of the first one at fault.
    pub fn new(forecasts: Vec<Forecasted>) -> Result<Forecasts, NotForecasts> {
        if forecasts.is_empty() {
            return Err(NotForecasts::None);
        }
        let wrong = forecasts.iter().position(|one| !(0.0..=1.0).contains(&one.probability));
        match wrong {
            Some(position) => Err(NotForecasts::NoProbability(position)),
            None => Ok(Forecasts(forecasts)),
        }
    }

    /// The forecasts, in the order given.
    pub fn as_slice(&self) -> &[Forecasted] {
        &self.0
    }

    /// The share of outcomes that came out yes.
    pub fn base_rate(&self) -> f64 {
        self.0.iter().filter(|one| one.outcome).count() as f64 / self.0.len() as f64
    }
}
