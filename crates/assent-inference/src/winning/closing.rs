//! When a deal ends, and how: three hazards that compete.

use serde::{Deserialize, Serialize};

use crate::model::Model;
use crate::survival::Spells;
use crate::winning::{WinReadOut, logistic, logit};

/// How a deal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// We won.
    Won,
    /// Another supplier won, or they do it themselves.
    Lost,
    /// Nobody won: it came to nothing.
    NoDecision,
}

/// How fast deals of average chances end, by age.
///
/// The hazard is constant within each span of age, `h = (m + ended) / (m / h₀ + days at risk)`: the
/// priors' constant hazard `h₀ = ln 2 / half_ended_days` as a Gamma law worth m deals, and what the
/// house's own deals say. The last span goes on for ever.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingPace {
    /// The age at which each span ends.
    ends: [f64; 4],
    /// The hazard per day within each span, and after the last end.
    hazards: [f64; 5],
    no_decision_share: f64,
    base_log_odds: f64,
}

/// What the house's own deals say of the pace: all that [`ClosingPace`] needs of them, small enough to
/// be kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClosingCounts {
    /// How many ended within each span of age.
    pub ended: [f64; 5],
    /// How many days they spent in it together.
    pub days: [f64; 5],
    /// How many were lost to another supplier.
    pub lost: f64,
    /// How many came to nothing.
    pub undecided: f64,
}

impl ClosingCounts {
    /// Counts deals: how long each has been open, and how it ended.
    pub fn of(model: &Model, deals: &Spells<Outcome>) -> ClosingCounts {
        let ends = &model.closing_prior().age_days;
        let spans: [(f64, f64); 5] = std::array::from_fn(|span| within(deals, span_of(ends, span)));
        let count = |of: Outcome| {
            deals.spells().iter().filter(|spell| spell.end == Some(of)).count() as f64
        };
        ClosingCounts {
            ended: spans.map(|(ended, _)| ended),
            days: spans.map(|(_, days)| days),
            lost: count(Outcome::Lost),
            undecided: count(Outcome::NoDecision),
        }
    }
}

impl ClosingPace {
    /// The pace of the priors and of deals of the house: how long each has been open, and how it
    /// ended. No deals leave what the priors say.
    pub fn new(model: &Model, deals: &Spells<Outcome>) -> ClosingPace {
        ClosingPace::of(model, &ClosingCounts::of(model, deals))
    }

    /// The same of deals that were counted before.
    pub fn of(model: &Model, counts: &ClosingCounts) -> ClosingPace {
        let prior = model.closing_prior();
        let worth = prior.provenance.n_equiv;
        let expected = std::f64::consts::LN_2 / prior.half_ended_days;
        let hazard =
            |span: usize| (worth + counts.ended[span]) / (worth / expected + counts.days[span]);
        let (lost, undecided) = (counts.lost, counts.undecided);
        ClosingPace {
            ends: prior.age_days,
            hazards: std::array::from_fn(hazard),
            no_decision_share: (worth * prior.no_decision_share + undecided)
                / (worth + lost + undecided),
            base_log_odds: logit(model.win_prior().base_rate),
        }
    }

    /// `H(to) − H(from)`: the hazard gathered between two ages, for a deal of average chances. 0 if
    /// `to` is not later.
    pub fn gathered(&self, from_days: f64, to_days: f64) -> f64 {
        let in_span = |(span, hazard): (usize, &f64)| {
            let (start, end) = span_of(&self.ends, span);
            hazard * (to_days.min(end) - from_days.max(start)).max(0.0)
        };
        self.hazards.iter().enumerate().map(in_span).sum()
    }

    /// The age at which a deal aged `from_days` has gathered `hazard`.
    fn age_at(&self, from_days: f64, hazard: f64) -> f64 {
        let mut left = hazard;
        for (span, rate) in self.hazards.iter().enumerate() {
            let (start, end) = span_of(&self.ends, span);
            let begin = from_days.max(start);
            if end > begin && left <= rate * (end - begin) {
                return begin + left / rate;
            }
            left -= rate * (end - begin).max(0.0);
        }
        // The last span has no end, so it has returned.
        f64::INFINITY
    }
}

fn span_of(ends: &[f64; 4], span: usize) -> (f64, f64) {
    let start = span.checked_sub(1).map_or(0.0, |before| ends[before]);
    (start, ends.get(span).copied().unwrap_or(f64::INFINITY))
}

/// How many spells ended within a span of age, and how many days they spent in it together.
fn within(deals: &Spells<Outcome>, (start, end): (f64, f64)) -> (f64, f64) {
    let spells = deals.spells();
    let ended = |days: f64| days > start && days <= end || start == 0.0 && days == 0.0;
    let count = spells.iter().filter(|spell| spell.end.is_some() && ended(spell.days)).count();
    let days = spells.iter().map(|spell| (spell.days.min(end) - start).max(0.0)).sum();
    (count as f64, days)
}

/// The competing ends of one open deal.
///
/// With the log-odds z of winning, those of the base rate z₀ and `u = exp((z − z₀) / 2)`, the hazards
/// at age t are `b u h(t)` for a win and `(1 − b) h(t) / u` for the others, b the base rate. They keep
/// their proportion, so the deal is won in the end with exactly the chance `logistic(z)`, and the
/// day on which it ends is the same law whichever way it ends:
///
/// ```text
/// P(won by t | open at a) = p (1 − exp(−m (H(t) − H(a))))        m = b u + (1 − b) / u
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Competition<'a> {
    pace: &'a ClosingPace,
    age_days: f64,
    chance: f64,
    speed: f64,
}

impl<'a> Competition<'a> {
    /// The ends of a deal that has been open for `age_days` (a negative age counts as 0).
    pub fn new(pace: &'a ClosingPace, win: &WinReadOut, age_days: f64) -> Competition<'a> {
        let speed = speed(pace.base_log_odds, win.log_odds());
        Competition { pace, age_days: age_days.max(0.0), chance: win.probability(), speed }
    }

    /// The probability of having ended in one way within `days` from now; 0 for days gone by.
    pub fn ended_within(&self, outcome: Outcome, days: f64) -> f64 {
        self.share(outcome) * (1.0 - self.open_after(days))
    }

    /// The probability of being still open `days` from now.
    pub fn open_after(&self, days: f64) -> f64 {
        let gathered = self.pace.gathered(self.age_days, self.age_days + days.max(0.0));
        (-self.speed * gathered).exp()
    }

    /// The probability of ending in one way at last.
    pub fn share(&self, outcome: Outcome) -> f64 {
        let undecided = self.pace.no_decision_share;
        match outcome {
            Outcome::Won => self.chance,
            Outcome::Lost => (1.0 - self.chance) * (1.0 - undecided),
            Outcome::NoDecision => (1.0 - self.chance) * undecided,
        }
    }

    /// In how many days the deal will have ended with probability `share`: .5 gives the expected
    /// close, .1 and .9 its 80 % interval. `share` is kept within 0 and .999.
    pub fn ends_within_days(&self, share: f64) -> f64 {
        let hazard = -(1.0 - share.clamp(0.0, 0.999)).ln() / self.speed;
        self.pace.age_at(self.age_days, hazard) - self.age_days
    }
}

/// `b u + (1 − b) / u`: how much faster than average a deal ends.
pub(super) fn speed(base_log_odds: f64, log_odds: f64) -> f64 {
    let (base, pull) = (logistic(base_log_odds), (0.5 * (log_odds - base_log_odds)).exp());
    base * pull + (1.0 - base) / pull
}

impl ClosingPace {
    pub(super) fn speed_of(&self, log_odds: f64) -> f64 {
        speed(self.base_log_odds, log_odds)
    }
}
