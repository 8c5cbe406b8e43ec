//! The deals of a house put to the test: what would have been said of each on given days of its life,
//! against what came of it, the later deals by what the earlier ones had taught.

use assent_inference::{
    Case, Challenger, Corrected, FitError, Folds, Forecasted, Forecasts, Model,
};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::contest::{Contest, Winner, few};
use super::sample::Sample;
use crate::time::Day;
use crate::words::words;

/// The days of a deal's life on which it is asked what would have been said.
pub const AGES: [i64; 5] = [14, 30, 60, 90, 120];
/// Closed deals below which nothing is said.
pub const LEAST_DEALS: usize = 50;
/// Deals of each outcome that there must be among the earlier ones, and among the later.
pub const LEAST_OF_EACH: usize = 5;

/// The share of the deals, by day of closing, that is learned from.
const EARLIER: f64 = 0.6;
/// Earlier deals that an age must have to be learned from, and later ones to be measured by itself.
const LEAST_AT_AN_AGE: (usize, usize) = (20, 15);
/// Folds of the earlier deals.
const FOLDS: usize = 5;
/// What the redraws begin with, so that looking twice shows the same.
const SEED: u64 = 2_026;

words! {
    /// Why nothing can be said yet.
    pub enum Shortage {
        /// Too few deals have ended.
        Deals = "deals",
        /// Too few of the earlier or the later ones were won, or too few were not.
        OneSided = "one_sided",
        /// Too few were still open on the days that are asked for.
        ShortLived = "short_lived",
    }
}

/// What the history of a house says of the forecasts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TrackRecord {
    /// Deals that have ended.
    pub closed: usize,
    /// Those of them that were won.
    pub won: usize,
    /// How many must have ended before anything is said.
    pub needed: usize,
    /// Why nothing is said; nothing, where something is.
    pub shortage: Option<Shortage>,
    /// What is said.
    pub trial: Option<Trial>,
}

/// The later deals, forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Trial {
    /// Deals that had ended by `earlier_until`, which the challenger was fitted to.
    pub earlier: usize,
    /// The day on which the last of them ended.
    pub earlier_until: Day,
    /// Deals that ended after it, which are forecast.
    pub later: usize,
    /// All ages together, each deal a witness once: the chance to win as it is shown, against the
    /// challenger.
    pub shown: Contest,
    /// The same, the chance set right by the earlier deals.
    pub corrected: Contest,
    /// Each age by itself, where there are enough deals.
    pub ages: Vec<AgeProof>,
    /// Whether the chance to win as it is shown beats the challenger.
    pub verdict: Winner,
}

/// One age of the later deals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AgeProof {
    /// How old the deals were, in days.
    pub age_days: i64,
    /// Earlier deals that were still open at that age.
    pub earlier: usize,
    /// The chance to win as it is shown, against the challenger.
    pub shown: Contest,
    /// The same, set right by the earlier deals.
    pub corrected: Contest,
}

/// A later deal at an age, forecast in three ways.
struct Forecasted3 {
    deal: usize,
    outcome: bool,
    shown: f64,
    corrected: f64,
    challenger: f64,
}

/// Puts closed deals to the test. `deals` says of each when it ended and whether it was won; the
/// samples point there.
#[must_use]
pub fn prove(model: &Model, deals: &[(Day, bool)], samples: &[Sample]) -> TrackRecord {
    let mut proof = TrackRecord {
        closed: deals.len(),
        won: deals.iter().filter(|(_, won)| *won).count(),
        needed: LEAST_DEALS,
        shortage: None,
        trial: None,
    };
    match try_out(model, deals, samples) {
        Ok(trial) => proof.trial = Some(trial),
        Err(shortage) => proof.shortage = Some(shortage),
    }
    proof
}

fn try_out(model: &Model, deals: &[(Day, bool)], samples: &[Sample]) -> Result<Trial, Shortage> {
    if deals.len() < LEAST_DEALS {
        return Err(Shortage::Deals);
    }
    let mut days: Vec<Day> = deals.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    let until = days[(days.len() as f64 * EARLIER) as usize - 1];
    let (earlier, later): (Vec<_>, Vec<_>) = deals.iter().partition(|(day, _)| *day <= until);
    for part in [&earlier, &later] {
        if few(part.iter().map(|(_, won)| *won), LEAST_OF_EACH) {
            return Err(Shortage::OneSided);
        }
    }
    let mut rng = StdRng::seed_from_u64(SEED);
    let mut by_age = Vec::new();
    for age in AGES {
        let at_age = samples.iter().filter(|one| one.age_days == age);
        let (known, asked): (Vec<&Sample>, Vec<&Sample>) =
            at_age.partition(|one| one.closed_on <= until);
        // An age of which there is too little to learn from, or to forecast, is passed over.
        if let Ok(forecasts) = forecast(model, &known, &asked, &mut rng) {
            by_age.push((age, known.len(), forecasts));
        }
    }
    let all: Vec<&Forecasted3> = by_age.iter().flat_map(|(_, _, forecasts)| forecasts).collect();
    if few(all.iter().map(|one| one.outcome), LEAST_OF_EACH) {
        return Err(Shortage::ShortLived);
    }
    let (shown, corrected) = contests(&all, &mut rng);
    let mut ages = Vec::new();
    for (age_days, earlier, forecasts) in &by_age {
        let forecasts: Vec<&Forecasted3> = forecasts.iter().collect();
        let enough = forecasts.len() >= LEAST_AT_AN_AGE.1;
        if enough && !few(forecasts.iter().map(|one| one.outcome), LEAST_OF_EACH) {
            let (shown, corrected) = contests(&forecasts, &mut rng);
            ages.push(AgeProof { age_days: *age_days, earlier: *earlier, shown, corrected });
        }
    }
    Ok(Trial {
        earlier: earlier.len(),
        earlier_until: until,
        later: later.len(),
        verdict: shown.verdict,
        shown,
        corrected,
        ages,
    })
}

/// Forecasts of the deals asked for, by what those known have taught.
fn forecast(
    model: &Model,
    known: &[&Sample],
    asked: &[&Sample],
    rng: &mut StdRng,
) -> Result<Vec<Forecasted3>, FitError> {
    let cases: Vec<&Case> = known.iter().map(|one| &one.case).collect();
    let outcomes: Vec<bool> = cases.iter().map(|case| case.outcome).collect();
    if known.len() < LEAST_AT_AN_AGE.0 || few(outcomes.iter().copied(), FOLDS) {
        return Err(FitError::OneClass);
    }
    let challenger = Challenger::fit(&cases)?;
    let folds = Folds::deal(&outcomes, FOLDS, rng);
    let corrected = Corrected::choose(&cases, model.win_prior().provenance.n_equiv, &folds)?;
    let one = |sample: &&Sample| Forecasted3 {
        deal: sample.deal,
        outcome: sample.case.outcome,
        shown: sample.shown,
        corrected: corrected.forecast(&sample.case),
        challenger: challenger.forecast(&sample.case),
    };
    Ok(asked.iter().map(one).collect())
}

/// The chance as shown, and the corrected one, each against the challenger.
fn contests(all: &[&Forecasted3], rng: &mut StdRng) -> (Contest, Contest) {
    let of = |probability: fn(&Forecasted3) -> f64| {
        let pair =
            |one: &&Forecasted3| Forecasted { probability: probability(one), outcome: one.outcome };
        // Logistic functions give probabilities, and there are some.
        Forecasts::new(all.iter().map(pair).collect())
            .unwrap_or_else(|fault| unreachable!("forecasts of a regression: {fault}"))
    };
    let groups: Vec<usize> = all.iter().map(|one| one.deal).collect();
    let challenger = of(|one| one.challenger);
    let shown = Contest::of(&of(|one| one.shown), &challenger, &groups, rng);
    let corrected = Contest::of(&of(|one| one.corrected), &challenger, &groups, rng);
    (shown, corrected)
}
