//! Whether something goes with an outcome: two shares side by side, shrunk towards no difference.
//!
//! The log odds ratio of a 2 × 2 table with a half added to each cell (Haldane 1956, Anscombe 1956)
//! has about the variance `Σ 1 / (cell + ½)` (Woolf 1955). With a normal prior around no difference
//! its posterior is normal again, so that a difference of few cases is drawn towards none.
//!
//! That two things go together does not say which brings which.

use crate::winning::{NORMAL_90, logistic, logit};

/// Cases with and without something, and how many of each ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cases {
    /// With it, ended well.
    pub with_won: usize,
    /// With it.
    pub with_all: usize,
    /// Without it, ended well.
    pub without_won: usize,
    /// Without it.
    pub without_all: usize,
}

/// How far something goes with ending well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// The log odds ratio, drawn towards 0.
    pub log_odds_ratio: f64,
    /// Its standard deviation.
    pub spread: f64,
    /// By how much the share that ends well differs in a case like the others: with it, less the
    /// share without it. Drawn towards 0.
    pub difference: f64,
    /// The 80 % interval of that.
    pub interval: (f64, f64),
}

impl Cases {
    /// How far the one goes with the other, if before any case was seen the log odds ratio was
    /// believed to lie about 0 with the standard deviation `prior_spread`, above 0.
    pub fn association(self, prior_spread: f64) -> Association {
        let half = |count: usize| count as f64 + 0.5;
        let lost = |all: usize, won: usize| all.saturating_sub(won);
        let cells = [
            half(self.with_won),
            half(lost(self.with_all, self.with_won)),
            half(self.without_won),
            half(lost(self.without_all, self.without_won)),
        ];
        let [a, b, c, d] = cells;
        let observed = (a / b).ln() - (c / d).ln();
        let variance: f64 = cells.iter().map(|cell| 1.0 / cell).sum();
        let weight = prior_spread.powi(2) / (prior_spread.powi(2) + variance);
        let log_odds_ratio = weight * observed;
        let spread = (weight * variance).sqrt();
        // Around the share of all cases, half of the ratio on either side.
        let base = logit((a + c) / (a + b + c + d));
        let difference = |ratio: f64| logistic(base + 0.5 * ratio) - logistic(base - 0.5 * ratio);
        let reach = NORMAL_90 * spread;
        Association {
            log_odds_ratio,
            spread,
            difference: difference(log_odds_ratio),
            interval: (difference(log_odds_ratio - reach), difference(log_odds_ratio + reach)),
        }
    }
}
