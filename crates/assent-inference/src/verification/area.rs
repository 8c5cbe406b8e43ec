//! The area under the receiver operating characteristic.

use super::Forecasted;

/// The probability that of a random yes and a random no the yes was forecast higher, a tie counting
/// half (Mann and Whitney 1947; Hanley and McNeil 1982):
///
/// ```text
/// AUC = (Σ ranks of the yes − n₁ (n₁ + 1) / 2) / (n₁ n₀)
/// ```
///
/// with the mean rank among equals. `None` without some of either outcome.
pub fn area_under_curve(forecasts: &[Forecasted]) -> Option<f64> {
    let mut sorted: Vec<&Forecasted> = forecasts.iter().collect();
    sorted.sort_by(|one, other| one.probability.total_cmp(&other.probability));
    let (mut ranks, mut before) = (0.0, 0);
    for equals in sorted.chunk_by(|one, other| one.probability == other.probability) {
        let middle = before as f64 + (equals.len() + 1) as f64 / 2.0;
        ranks += middle * equals.iter().filter(|one| one.outcome).count() as f64;
        before += equals.len();
    }
    let yes = forecasts.iter().filter(|one| one.outcome).count() as f64;
    let no = forecasts.len() as f64 - yes;
    (yes > 0.0 && no > 0.0).then(|| (ranks - yes * (yes + 1.0) / 2.0) / (yes * no))
}
