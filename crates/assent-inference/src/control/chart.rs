//! The stall chart: a lower Poisson CUSUM over the signs of one person.
//!
//! The chart rises by `λ (1 − ρ)` a day, falls by `ln(1 / ρ)` at each sign and never below 0: the
//! log-likelihood ratio of a rate of ρλ against the expected λ (Page 1954; for counts Lucas 1985). It
//! rings where it reaches its limit.

/// A lower Poisson CUSUM.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StallChart {
    signs_per_day: f64,
    ratio: f64,
    limit: f64,
}

/// Where a chart stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartReading {
    /// The value of the chart.
    pub value: f64,
    /// Since when it has been at or above its limit; `None` below.
    pub ringing_since_days: Option<f64>,
}

impl StallChart {
    /// The chart on somebody of whom `signs_per_day` are expected, whose mean time to an alarm is
    /// `run_length_days` while they come as expected. `ratio` is the share of the rate to be told
    /// apart, from .1 to .6. `None` if nothing is expected.
    pub fn new(signs_per_day: f64, ratio: f64, run_length_days: f64) -> Option<StallChart> {
        let limit = limit(ratio, signs_per_day * run_length_days);
        (signs_per_day > 0.0).then_some(StallChart { signs_per_day, ratio, limit })
    }

    /// The limit h at which the chart rings.
    pub fn limit(&self) -> f64 {
        self.limit
    }

    /// The expected signs per day.
    pub fn signs_per_day(&self) -> f64 {
        self.signs_per_day
    }

    /// The mean time from 0 to an alarm while signs come as expected, in days.
    pub fn run_length_days(&self) -> f64 {
        run_length(self.ratio, self.limit) / self.signs_per_day
    }

    /// How many false alarms a year to expect.
    pub fn false_alarms_per_year(&self) -> f64 {
        365.0 / self.run_length_days()
    }

    /// How many days without any sign bring the chart from 0 to its limit.
    pub fn quiet_days_to_alarm(&self) -> f64 {
        self.limit / self.slope()
    }

    /// The chart on `now_days`, begun at 0 on `since_days`, over the days of signs in rising order.
    /// Signs outside of that time do not count.
    pub fn read(&self, since_days: f64, sign_days: &[f64], now_days: f64) -> ChartReading {
        let drop = -self.ratio.ln();
        let mut reading = ChartReading { value: 0.0, ringing_since_days: None };
        let mut last = since_days;
        let counted = sign_days.iter().filter(|day| (since_days..=now_days).contains(*day));
        for &day in counted {
            reading = self.risen(reading, last, day);
            reading.value = (reading.value - drop).max(0.0);
            if reading.value < self.limit {
                reading.ringing_since_days = None;
            }
            last = day;
        }
        self.risen(reading, last, now_days)
    }

    fn slope(&self) -> f64 {
        self.signs_per_day * (1.0 - self.ratio)
    }

    /// The reading after quiet time.
    fn risen(&self, reading: ChartReading, from_days: f64, to_days: f64) -> ChartReading {
        let value = reading.value + self.slope() * (to_days - from_days).max(0.0);
        let reached = from_days + (self.limit - reading.value) / self.slope();
        let rings = value >= self.limit;
        let ringing_since_days = reading.ringing_since_days.or(rings.then_some(reached));
        ChartReading { value, ringing_since_days }
    }
}

/// The mean number of expected signs until the chart first reaches `limit`, begun at 0, while the
/// rate is as expected.
///
/// Between signs the chart is a Lévy process with upward drift and downward jumps, reflected at 0.
/// The mean time to h is the integral of its scale function (Pistorius 2004), which for jumps of one
/// size d = ln(1/ρ) is a finite sum, with the drift m = 1 − ρ per expected sign:
///
/// ```text
/// L(h) = Σ over k ≤ h/d of (−1)ᵏ / k! ∫ from 0 to xₖ of uᵏ eᵘ du        xₖ = (h − k d) / m
/// ```
///
/// The terms are larger than the sum by `exp(h ρ / (1 − ρ))` at most, which for ρ ≤ .6 and limits
/// up to 9 leaves ten digits.
fn run_length(ratio: f64, limit: f64) -> f64 {
    let (drop, drift) = (-ratio.ln(), 1.0 - ratio);
    let terms = (0..).map_while(|k| {
        let left = limit - f64::from(k) * drop;
        let sign = if k % 2 == 0 { 1.0 } else { -1.0 };
        (left > 0.0).then(|| sign * integral(k, left / drift))
    });
    terms.sum()
}

/// `1 / k! ∫ from 0 to x of uᵏ eᵘ du`, as the series `Σ over n of xⁿ⁺ᵏ⁺¹ / (k! n! (n + k + 1))`, all
/// terms of which are positive.
fn integral(k: i32, x: f64) -> f64 {
    let mut power = (1..=k).fold(x, |power, of| power * x / f64::from(of));
    let mut sum = 0.0;
    for n in 0.. {
        let term = power / f64::from(n + k + 1);
        sum += term;
        if f64::from(n) > x && term <= f64::EPSILON * sum {
            break;
        }
        power *= x / f64::from(n + 1);
    }
    sum
}

/// The limit whose run length is `signs`, by bisection to neighbouring numbers. The run length grows
/// like `eʰ`, so that limits above 20 do not occur.
fn limit(ratio: f64, signs: f64) -> f64 {
    let (mut low, mut high) = (0.0, 20.0);
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return middle;
        }
        if run_length(ratio, middle) < signs { low = middle } else { high = middle }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::figures::decisions;

    /// The reference solves for the same run length on a grid of the limit's height, and rounds the
    /// fall to whole cells.
    #[derive(Deserialize)]
    struct Limits {
        cells: usize,
        low: f64,
        high: f64,
        halvings: usize,
        /// Rate, ratio, run length, limit.
        rows: Vec<[f64; 4]>,
    }

    impl Limits {
        /// `m u′ − λ u(s) + λ u(max(0, s − d)) = −1`, `u(h) = 0`, forwards over the cells: u(s) is
        /// u(0) plus what does not depend on it.
        fn run_length_on_grid(&self, rate: f64, ratio: f64, limit: f64) -> f64 {
            let (slope, step) = (rate * (1.0 - ratio), limit / self.cells as f64);
            let fall = (-ratio.ln() / step).round_ties_even() as usize;
            let mut below = vec![0.0];
            for cell in 0..self.cells {
                let jump = below[cell] - below[cell.saturating_sub(fall)];
                below.push(below[cell] + step / slope * (rate * jump - 1.0));
            }
            -below[self.cells]
        }

        fn limit_on_grid(&self, rate: f64, ratio: f64, run_length_days: f64) -> f64 {
            let (mut low, mut high) = (self.low, self.high);
            for _ in 0..self.halvings {
                let middle = 0.5 * (low + high);
                let early = self.run_length_on_grid(rate, ratio, middle) < run_length_days;
                if early { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        }
    }

    #[test]
    fn on_its_grid_the_limits_are_those_of_the_reference_and_near_the_exact_ones() {
        for limits in decisions::<Limits>("stall limits") {
            for &[rate, ratio, run_length_days, expected] in &limits.rows {
                let on_grid = limits.limit_on_grid(rate, ratio, run_length_days);
                assert!((on_grid - expected).abs() < 1e-9, "{on_grid} instead of {expected}");
                let exact = limit(ratio, rate * run_length_days);
                // Of its grid the reference says .02, at a ratio of .4 and shorter run lengths.
                assert!((exact - expected).abs() < 0.03, "{exact} instead of {expected}");
            }
        }
    }

    #[test]
    fn a_finer_grid_comes_nearer_to_the_exact_limit() {
        let off = |cells| {
            let grid = Limits { cells, low: 1e-3, high: 30.0, halvings: 40, rows: Vec::new() };
            (grid.limit_on_grid(0.05, 0.4, 180.0) - limit(0.4, 9.0)).abs()
        };
        assert!(off(100_000) < 2e-4, "{}", off(100_000));
    }
}
