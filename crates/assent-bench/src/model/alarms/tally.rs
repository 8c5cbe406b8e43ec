//! Counts alarms as they go up, true ones and false ones, and gives their rates with standard errors.

use super::Rate;
use crate::model::table::Estimate;

/// A look a week.
const LOOKS_A_YEAR: f64 = 365.0 / 7.0;

/// What was seen of one alarm, deal by deal: people of one deal are not independent.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    deals: Vec<Seen>,
    now: Seen,
}

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    looks: f64,
    raised: f64,
    truly: f64,
}

impl Tally {
    /// Takes in the looks at one who is watched: whether the alarm is up, and whether what it says is
    /// so.
    pub(super) fn follow(&mut self, looks: Vec<(bool, bool)>) {
        let mut was_up = false;
        for (up, truly) in looks {
            self.now.looks += 1.0;
            if up && !was_up {
                self.now.raised += 1.0;
                self.now.truly += f64::from(truly);
            }
            was_up = up;
        }
    }

    pub(super) fn close_deal(&mut self) {
        self.deals.push(std::mem::take(&mut self.now));
    }

    pub(super) fn rate(self, key: Option<&'static str>, what: &'static str) -> Rate {
        let seen = |of: fn(&Seen) -> (f64, f64)| ratio(self.deals.iter().map(of));
        let per_look = seen(|seen| (seen.raised - seen.truly, seen.looks));
        let per_year =
            Estimate { value: LOOKS_A_YEAR * per_look.value, error: LOOKS_A_YEAR * per_look.error };
        let true_share = seen(|seen| (seen.truly, seen.raised));
        let raised = self.deals.iter().map(|seen| seen.raised).sum();
        Rate { key, what, raised, per_year, true_share }
    }
}

/// The ratio of two sums over independent deals, with the standard error of a ratio estimator
/// (Cochran 1977, section 6.4).
fn ratio(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Estimate {
    let below: f64 = pairs.clone().map(|(_, below)| below).sum();
    let value = pairs.clone().map(|(above, _)| above).sum::<f64>() / below;
    let spread: f64 = pairs.map(|(above, of)| (above - value * of).powi(2)).sum();
    Estimate { value, error: spread.sqrt() / below }
}
