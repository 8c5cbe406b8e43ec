//! An event log with outcomes: each case is a person who is dealt with, seen through the model as the
//! mapping says, and through plain counts.
//!
//! On each day of a case's life that is asked for, only what had happened by then is known. Cases that
//! had been decided by then are not asked about, and cases that the log leaves undecided never are.

mod log;
mod mapping;
mod person;

use std::path::Path;

use assent_domain::proof::{Contest, ScoreCard, few};
use assent_inference::{
    Case, Challenger, Corrected, FitError, Folds, Forecasted, Forecasts, Model, Scores,
};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Serialize;

use super::source::Source;
use super::split::{self, LEAST, Parted, SEED, Split};
use super::{Note, Unfit};
use log::{Log, LoggedCase};
pub use mapping::EventMapping;
use person::Reader;

/// Event names that fewer cases than this show, of those learned from, are not counted one by one.
const LEAST_CASES: usize = 20;
/// Folds within the cases learned from.
const FOLDS: usize = 5;

/// What came out of an event log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventReport {
    /// The file.
    pub file: String,
    /// What the mapping calls it.
    pub name: String,
    /// Events in the file.
    pub events: usize,
    /// Cases in the file.
    pub cases: usize,
    /// Cases that came to one of the outcomes.
    pub decided: usize,
    /// Events that the mapping gives a meaning.
    pub understood: usize,
    /// What is odd.
    pub warnings: Vec<Note>,
    /// By day of a case's life.
    pub days: Vec<DayReport>,
}

/// The cases that were undecided on a day of their life.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DayReport {
    /// How many days after a case began.
    pub day: f64,
    /// How cases were parted.
    pub split: Split,
    /// The plain numbers that both may use.
    pub plain: Vec<String>,
    /// What else the model reads off a person.
    pub read: Vec<String>,
    /// By which factor the terms of the chance to win count, against what experts say.
    pub term_factors: Vec<(String, f64)>,
    /// The penalty chosen for all else.
    pub penalty: f64,
    /// How forecasts were set right.
    pub recalibration: &'static str,
    /// The area under the curve on parts of the earlier cases that were held back.
    pub held_back_auc: Option<f64>,
    /// The Brier score there.
    pub held_back_brier: Option<f64>,
    /// The chance to win as experts weigh it, nothing learned and nothing counted.
    pub expert: ScoreCard,
    /// The scores of the later cases.
    #[serde(flatten)]
    pub contest: Contest,
}

/// Evaluates an event log. `tell` hears now and then how far it is.
///
/// # Errors
/// [`Unfit`] names every fault of mapping and log with its file, line and field.
pub fn evaluate_events(
    model: &Model,
    mapping: &EventMapping,
    path: &Path,
    mut tell: impl FnMut(&str),
) -> Result<EventReport, Unfit> {
    let source = Source::read(path)?;
    let log = Log::read(&source, mapping)?;
    let decided: Vec<&LoggedCase> =
        log.cases.iter().filter(|case| case.decided.is_some()).collect();
    let mut warnings = log.warnings.clone();
    let mut days = Vec::new();
    for day in mapping.days() {
        tell(&format!("day {day}"));
        match on_day(model, mapping, (&log, &decided), *day) {
            Ok(report) => days.push(report),
            Err(message) => {
                let message = format!("day {day}: {message}");
                warnings.push(Note::new(&source.name, None, None, message));
            }
        }
    }
    if days.is_empty() {
        return Err(Unfit(warnings));
    }
    Ok(EventReport {
        file: source.name,
        name: mapping.name().to_owned(),
        events: source.rows.len(),
        cases: log.cases.len(),
        decided: decided.len(),
        understood: log.understood,
        warnings,
        days,
    })
}

/// Learns from the earlier cases and forecasts the later ones, as of a day of their life.
fn on_day(
    model: &Model,
    mapping: &EventMapping,
    (log, decided): (&Log, &[&LoggedCase]),
    day: f64,
) -> Result<DayReport, String> {
    let asked: Vec<&LoggedCase> =
        decided.iter().filter(|case| case.is_asked_on(day)).copied().collect();
    let (split, parted) = by_start(decided, &asked, mapping.earlier());
    let outcome = |at: &usize| asked[*at].decided.is_some_and(|(_, yes)| yes);
    for (rows, what) in [(&parted.learned_from, "earlier"), (&parted.forecast, "later")] {
        if rows.len() < LEAST.0 || few(rows.iter().map(outcome), LEAST.1) {
            return Err(format!(
                "of the {} {what} cases that were undecided then, {} came to a yes; {} cases with \
                 {} of each outcome are needed",
                rows.len(),
                rows.iter().filter(|row| outcome(row)).count(),
                LEAST.0,
                LEAST.1
            ));
        }
    }
    let earlier: Vec<&LoggedCase> = parted.learned_from.iter().map(|at| asked[*at]).collect();
    let reader = Reader::new(model, mapping, log, counted(log, &earlier, day));
    let cases: Vec<Case> = asked.iter().map(|case| reader.case(case, day)).collect();
    try_out(model, &reader, &cases, (split, parted), day).map_err(|fault| fault.to_string())
}

/// The earlier of all decided cases by start against the later; of each, those that are asked about.
fn by_start(decided: &[&LoggedCase], asked: &[&LoggedCase], earlier: f64) -> (Split, Parted) {
    let mut starts: Vec<f64> = decided.iter().map(|case| case.began).collect();
    starts.sort_by(f64::total_cmp);
    let first_later = starts.get((starts.len() as f64 * earlier).round() as usize).copied();
    let is_later = |at: &usize| first_later.is_some_and(|first| asked[*at].began >= first);
    let (forecast, learned_from): (Vec<usize>, Vec<usize>) = (0..asked.len()).partition(is_later);
    let first = forecast.iter().map(|at| asked[*at]).min_by(|a, b| a.began.total_cmp(&b.began));
    let split = Split {
        by: split::SplitKind::Time,
        parts: 1,
        learned_from: learned_from.len(),
        forecast: forecast.len(),
        left_out: 0,
        later_from: first.map(|case| case.began_text.clone()),
    };
    (split, Parted { learned_from, forecast })
}

/// The event names that enough of the earlier cases show by a day.
fn counted(log: &Log, earlier: &[&LoggedCase], day: f64) -> Vec<usize> {
    let mut cases_with = vec![0; log.names.len()];
    for case in earlier {
        let mut names: Vec<usize> = case.events_by(day).iter().map(|event| event.name).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().for_each(|name| cases_with[name] += 1);
    }
    (0..log.names.len()).filter(|name| cases_with[*name] >= LEAST_CASES).collect()
}

fn try_out(
    model: &Model,
    reader: &Reader<'_>,
    cases: &[Case],
    (split, parted): (Split, Parted),
    day: f64,
) -> Result<DayReport, FitError> {
    let mut rng = StdRng::seed_from_u64(SEED);
    let known: Vec<&Case> = parted.learned_from.iter().map(|at| &cases[*at]).collect();
    let outcomes: Vec<bool> = known.iter().map(|case| case.outcome).collect();
    let folds = Folds::deal(&outcomes, FOLDS, &mut rng);
    let challenger = Challenger::fit(&known)?;
    let corrected = Corrected::choose(&known, model.win_prior().provenance.n_equiv, &folds)?;
    let forecast = |by: &dyn Fn(&Case) -> f64| {
        let one =
            |at: &usize| Forecasted { probability: by(&cases[*at]), outcome: cases[*at].outcome };
        Forecasts::new(parted.forecast.iter().map(one).collect()).map_err(|_| FitError::OutOfRange)
    };
    let own = forecast(&|case| corrected.forecast(case))?;
    let plain = forecast(&|case| challenger.forecast(case))?;
    let base = model.win_prior().base_rate;
    let odds = |case: &Case| base / (1.0 - base) * case.terms.iter().sum::<f64>().exp();
    let expert = forecast(&|case| odds(case) / (1.0 + odds(case)))?;
    let each: Vec<usize> = (0..parted.forecast.len()).collect();
    let held_back = corrected.held_back().map(Scores::of);
    let factors = corrected.term_factors().iter().copied();
    Ok(DayReport {
        day,
        split,
        plain: reader.plain_names(),
        read: reader.read_names(),
        term_factors: reader.term_names().into_iter().zip(factors).collect(),
        penalty: corrected.penalty(),
        recalibration: corrected.recalibration().name(),
        held_back_auc: held_back.as_ref().and_then(|scores| scores.area),
        held_back_brier: held_back.as_ref().map(|scores| scores.brier),
        expert: ScoreCard::of_each(&expert, &mut rng),
        contest: Contest::of(&own, &plain, &each, &mut rng),
    })
}
