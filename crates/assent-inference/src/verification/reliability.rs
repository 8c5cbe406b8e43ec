//! The reliability curve: how often came true what was forecast with about the same probability.

use super::{Forecasted, Forecasts};
use crate::winning::NORMAL_90;

/// How forecasts are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bins {
    /// Between 0 and 1, all equally wide.
    EqualWidth(usize),
    /// About equally many forecasts in each; equal forecasts stay together, so there may be fewer.
    EqualCount(usize),
}

/// Forecasts of about the same probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// How many.
    pub count: usize,
    /// Their mean.
    pub forecast: f64,
    /// The share of them that came out yes.
    pub observed: f64,
    /// The lower end of the 80 % interval of that share.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Bins that hold something, by rising forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ReliabilityCurve {
    bins: Vec<Bin>,
    /// `Σ (f − f̄)² − 2 (f − f̄) (o − ō)` over all, each within its bin, over their number.
    within: f64,
}

impl ReliabilityCurve {
    /// Puts forecasts together. An edge belongs to the bin below it.
    pub fn of(forecasts: &Forecasts, bins: Bins) -> ReliabilityCurve {
        let mut sorted = forecasts.as_slice().to_vec();
        sorted.sort_by(|one, other| one.probability.total_cmp(&other.probability));
        let edges = inner_edges(&sorted, bins);
        let bin_of = |one: &Forecasted| edges.partition_point(|edge| *edge < one.probability);
        let mut curve = ReliabilityCurve { bins: Vec::new(), within: 0.0 };
        for together in sorted.chunk_by(|one, other| bin_of(one) == bin_of(other)) {
            curve.add(together);
        }
        curve.within /= sorted.len() as f64;
        curve
    }

    fn add(&mut self, together: &[Forecasted]) {
        let count = together.len() as f64;
        let forecast = together.iter().map(|one| one.probability).sum::<f64>() / count;
        let yes = together.iter().filter(|one| one.outcome).count();
        let observed = yes as f64 / count;
        for one in together {
            let (off, outcome) = (one.probability - forecast, f64::from(one.outcome) - observed);
            self.within += off * off - 2.0 * off * outcome;
        }
        let (low, high) = wilson(observed, count);
        self.bins.push(Bin { count: together.len(), forecast, observed, low, high });
    }

    /// The bins.
    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    /// What the variation of forecasts within their bins adds to the Brier score: their variance
    /// less twice their covariance with the outcomes (Stephenson, Coelho and Jolliffe 2008).
    pub fn within(&self) -> f64 {
        self.within
    }

    /// The mean over all forecasts of something of their bin.
    pub(super) fn mean(&self, of: impl Fn(&Bin) -> f64) -> f64 {
        let count: usize = self.bins.iter().map(|bin| bin.count).sum();
        self.bins.iter().map(|bin| bin.count as f64 * of(bin)).sum::<f64>() / count as f64
    }

    /// The expected calibration error: the mean distance of a bin's forecast from what was observed
    /// (Naeini, Cooper and Hauskrecht 2015). Of few forecasts it is large even when they are
    /// calibrated, and it depends on the bins.
    pub fn expected_calibration_error(&self) -> f64 {
        self.mean(|bin| (bin.forecast - bin.observed).abs())
    }
}

/// Where a bin ends and the next begins.
fn inner_edges(sorted: &[Forecasted], bins: Bins) -> Vec<f64> {
    match bins {
        Bins::EqualWidth(count) => (1..count).map(|nth| nth as f64 / count as f64).collect(),
        Bins::EqualCount(count) => {
            let last = (sorted.len() - 1) as f64;
            let edge = |nth: usize| {
                let place = last * nth as f64 / count as f64;
                let (below, share) = (place.floor() as usize, place.fract());
                let above = (below + 1).min(sorted.len() - 1);
                let (low, high) = (sorted[below].probability, sorted[above].probability);
                low + share * (high - low)
            };
            (1..count).map(edge).collect()
        }
    }
}

/// The 80 % interval of a share `p` of `n` (Wilson 1927).
fn wilson(p: f64, n: f64) -> (f64, f64) {
    let z2 = NORMAL_90 * NORMAL_90;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = NORMAL_90 / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}
