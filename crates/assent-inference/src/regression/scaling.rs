//! Bringing columns to one size, so that one penalty means the same for all of them.

/// How a column is scaled: less its mean, in units of its standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaling {
    /// The mean.
    pub mean: f64,
    /// The standard deviation (over n); 1 of a column that does not vary.
    pub deviation: f64,
}

impl Scaling {
    /// The scaling that gives these values mean 0 and standard deviation 1. Take it from the cases
    /// that are fitted to, never from those that are forecast.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Scaling {
        let count = values.clone().count().max(1) as f64;
        let mean = values.clone().sum::<f64>() / count;
        let variance = values.map(|value| (value - mean).powi(2)).sum::<f64>() / count;
        let deviation = variance.sqrt();
        // Rounding leaves a constant column a spread that is none.
        let varies = deviation > 1e-12 * mean.abs().max(1.0);
        Scaling { mean, deviation: if varies { deviation } else { 1.0 } }
    }

    /// A value, scaled.
    pub fn scaled(&self, value: f64) -> f64 {
        (value - self.mean) / self.deviation
    }
}
