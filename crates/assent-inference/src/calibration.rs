//! Whether probabilities mean what they say, and setting them right: how often sets hold the truth,
//! the slope of calibration, and recalibration by what came of earlier forecasts.

mod isotonic;
mod recalibration;

pub use isotonic::Isotonic;
pub use recalibration::Recalibration;

use rand::{Rng, RngExt};

use crate::state::{State, StateVector};

/// Steps of Newton's method; it converges in far fewer.
const MOST_STEPS: usize = 50;

/// The logistic regression of what came true on the log-odds forecast.
///
/// `logit P(true) = intercept + slope · forecast` (Cox 1958). Slope 1 and intercept 0 are calibrated;
/// a slope below 1 says that the forecasts were too sure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// At forecasts of one half.
    pub intercept: f64,
    /// Per unit of log-odds.
    pub slope: f64,
    /// The standard error of the slope, from the curvature at the maximum.
    pub slope_error: f64,
}

impl Calibration {
    /// Fits it to `(log-odds, whether it came true)` by Newton's method. Some of either truth are
    /// needed, and forecasts that do not part them; without, no number comes out.
    pub fn of(forecasts: &[(f64, bool)]) -> Calibration {
        let (mut intercept, mut slope) = (0.0, 1.0);
        let mut slope_error = f64::NAN;
        for _ in 0..MOST_STEPS {
            let (gradient, curvature) = derivatives(forecasts, intercept, slope);
            let determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
            intercept += (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant;
            slope += (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant;
            slope_error = (curvature[0] / determinant).sqrt();
        }
        Calibration { intercept, slope, slope_error }
    }
}

/// Gradient and negative second derivatives (by intercept, mixed, by slope) of the log-likelihood.
fn derivatives(forecasts: &[(f64, bool)], intercept: f64, slope: f64) -> ([f64; 2], [f64; 3]) {
    let (mut gradient, mut curvature) = ([0.0; 2], [0.0; 3]);
    for &(x, truth) in forecasts {
        let p = 1.0 / (1.0 + (-(intercept + slope * x)).exp());
        let (residual, weight) = (f64::from(truth) - p, p * (1.0 - p));
        gradient[0] += residual;
        gradient[1] += residual * x;
        curvature[0] += weight;
        curvature[1] += weight * x;
        curvature[2] += weight * x * x;
    }
    (gradient, curvature)
}

impl StateVector {
    /// Whether `truth` lies in the smallest set of states that holds `share` of the belief.
    ///
    /// Chance decides at the border of the set, so that calibrated beliefs hold the truth in exactly
    /// that share of cases.
    pub fn credible_set_holds(&self, truth: State, share: f64, rng: &mut impl Rng) -> bool {
        let own = self.probability(truth);
        let above: f64 = self.as_array().iter().filter(|other| **other > own).sum();
        above + own <= share || (above < share && rng.random::<f64>() < (share - above) / own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 3 of 4 true where .75 is forecast and 1 of 4 where .25 is: calibrated by construction. With
    /// weights of .1875 the information on the slope is 8 · .1875 · (ln 3)².
    #[test]
    fn what_comes_true_as_often_as_forecast_has_slope_1() {
        let of = |odds: f64, trues: usize| (0..4).map(move |k| (odds.ln(), k < trues));
        let forecasts: Vec<_> = of(3.0, 3).chain(of(1.0 / 3.0, 1)).collect();
        let fit = Calibration::of(&forecasts);
        assert!((fit.slope - 1.0).abs() < 1e-12 && fit.intercept.abs() < 1e-12, "{fit:?}");
        let error = 1.0 / (1.5_f64.sqrt() * 3.0_f64.ln());
        assert!((fit.slope_error - error).abs() < 1e-12, "{fit:?}");
        // The same outcomes forecast with squared odds are forecast too surely by half.
        let bold: Vec<_> = forecasts.iter().map(|(x, truth)| (2.0 * x, *truth)).collect();
        assert!((Calibration::of(&bold).slope - 0.5).abs() < 1e-12);
    }
}
