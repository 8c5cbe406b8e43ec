//! The measures of a set of forecasts.

use super::{Bins, Forecasted, Forecasts, ReliabilityCurve, area_under_curve};

/// The bins of the parts of the Brier score and of the calibration error.
const BINS: Bins = Bins::EqualWidth(10);

/// How good forecasts were.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// How many.
    pub count: usize,
    /// The share that came out yes.
    pub base_rate: f64,
    /// The area under the curve; `None` without some of either outcome. Larger is better, .5 is
    /// guessing.
    pub area: Option<f64>,
    /// The Brier score. Smaller is better.
    pub brier: f64,
    /// Its parts.
    pub parts: BrierParts,
    /// The expected calibration error over ten equally wide bins. Smaller is better.
    pub calibration_error: f64,
    /// The log score. Larger is better; it is never above 0.
    pub log_score: f64,
}

/// The parts of the Brier score (Murphy 1973) over ten equally wide bins. With n forecasts, of which
/// nₖ in bin k with mean forecast fₖ and a share of oₖ that came out yes, and ō the base rate:
///
/// ```text
/// reliability = Σ nₖ (fₖ − oₖ)² / n      resolution = Σ nₖ (oₖ − ō)² / n      uncertainty = ō (1 − ō)
/// Brier score = reliability − resolution + uncertainty + within
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrierParts {
    /// What calibrating would gain. Smaller is better.
    pub reliability: f64,
    /// What telling the cases apart gains. Larger is better.
    pub resolution: f64,
    /// What always forecasting the base rate would score: a trait of the outcomes alone.
    pub uncertainty: f64,
    /// What is lost to the bins, see [`ReliabilityCurve::within`].
    pub within: f64,
}

/// A measure by itself, for intervals and comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// [`Scores::area`].
    Area,
    /// [`Scores::brier`].
    Brier,
    /// [`Scores::calibration_error`].
    CalibrationError,
    /// [`Scores::log_score`].
    LogScore,
}

impl Scores {
    /// Measures forecasts.
    pub fn of(forecasts: &Forecasts) -> Scores {
        let curve = ReliabilityCurve::of(forecasts, BINS);
        let (all, base_rate) = (forecasts.as_slice(), forecasts.base_rate());
        Scores {
            count: all.len(),
            base_rate,
            area: area_under_curve(all),
            brier: brier(all),
            parts: BrierParts {
                reliability: curve.mean(|bin| (bin.forecast - bin.observed).powi(2)),
                resolution: curve.mean(|bin| (bin.observed - base_rate).powi(2)),
                uncertainty: base_rate * (1.0 - base_rate),
                within: curve.within(),
            },
            calibration_error: curve.expected_calibration_error(),
            log_score: log_score(all),
        }
    }
}

impl Measure {
    /// Measures forecasts; `None` where there is nothing to measure.
    pub fn of(self, forecasts: &Forecasts) -> Option<f64> {
        let all = forecasts.as_slice();
        match self {
            Measure::Area => area_under_curve(all),
            Measure::Brier => Some(brier(all)),
            Measure::CalibrationError => {
                Some(ReliabilityCurve::of(forecasts, BINS).expected_calibration_error())
            }
            Measure::LogScore => Some(log_score(all)),
        }
    }
}

/// The mean squared distance from what came true (Brier 1950).
fn brier(all: &[Forecasted]) -> f64 {
    let off = |one: &Forecasted| (one.probability - f64::from(one.outcome)).powi(2);
    all.iter().map(off).sum::<f64>() / all.len() as f64
}

/// The mean natural log of the probability that was given to what came true (Good 1952).
fn log_score(all: &[Forecasted]) -> f64 {
    all.iter().map(Forecasted::log_score).sum::<f64>() / all.len() as f64
}

impl Forecasted {
    /// The natural log of the probability that was given to what came true. A forecast closer to 0 or
    /// 1 than a number can tell counts as that close, so that one surprise is not infinite.
    pub(crate) fn log_score(&self) -> f64 {
        let p = self.probability.clamp(f64::EPSILON, 1.0 - f64::EPSILON);
        if self.outcome { p.ln() } else { (-p).ln_1p() }
    }
}
