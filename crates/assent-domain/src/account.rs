//! The account of an estimate: dated lines, in points, that add up to it exactly.
//!
//! Ten points double the odds. The account begins with the odds of somebody of whom nothing is
//! known, goes through the evidence in order, and ends at the odds of today; what quiet days did is
//! one line at the end. It covers one phase: an order begins a new one, and so does a renewal.

use assent_inference::{Cause, History, Model, Phase, Stage, StateSet, explain, filter, points};

use crate::evidence::{PersonEvidence, RecordRef, Title, TitleCode};
use crate::interaction::Source;
use crate::reading::Reading;
use crate::time::Timestamp;
use crate::words::words;

/// What is accounted for: that a person stands at this stage or further, or against us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// At this stage or further.
    StageOrFurther(Stage),
    /// Avoiding us.
    AvoidsUs,
    /// Blocked: avoiding us or hostile.
    Blocked,
}

impl Target {
    /// The target a headline speaks of: the furthest stage that is more likely reached than not,
    /// or, of somebody blocked, what blocks them.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        match reading.median_stage {
            Stage::Blocked if reading.avoids >= 0.5 => Self::AvoidsUs,
            Stage::Blocked => Self::Blocked,
            stage => Self::StageOrFurther(stage),
        }
    }

    /// Reads `avoids_us`, `blocked`, or the name of a stage.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let stages = Phase::ALL.iter().flat_map(|phase| phase.stages());
        match text {
            "avoids_us" => Some(Self::AvoidsUs),
            "blocked" => Some(Self::Blocked),
            _ => stages.copied().find(|stage| stage.name() == text).map(Self::StageOrFurther),
        }
    }

    /// The word for it: `avoids_us`, `blocked`, or the name of the stage.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StageOrFurther(stage) => stage.name(),
            Self::AvoidsUs => "avoids_us",
            Self::Blocked => "blocked",
        }
    }

    /// The states of the model that it speaks of.
    #[must_use]
    pub fn states(self, phase: Phase) -> StateSet {
        match self {
            Self::StageOrFurther(stage) => StateSet::stage_at_least(phase, stage),
            Self::AvoidsUs => StateSet::avoids_us(),
            Self::Blocked => StateSet::blocked(),
        }
    }
}

words! {
    /// Where an account begins.
    pub enum AccountStart {
        /// With somebody of whom nothing is known.
        Stranger = "stranger",
        /// Where the order left them.
        Order = "order",
        /// Where they stood when a renewal began.
        Renewal = "renewal",
    }
}

/// Why an estimate is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What is accounted for.
    pub target: Target,
    /// The phase it covers.
    pub phase: Phase,
    /// Where it begins.
    pub start: AccountStart,
    /// Points there.
    pub start_points: f64,
    /// What the evidence did, in order.
    pub lines: Vec<AccountLine>,
    /// What quiet days did: forgetting, and silence where something could have been heard.
    pub quiet_points: f64,
    /// How many days those were.
    pub quiet_days: f64,
    /// Points now: start, lines and quiet added up.
    pub total_points: f64,
    /// The probability those points stand for.
    pub probability: f64,
    /// The line that matters most now, and what the probability would be without it.
    pub strongest: Option<Strongest>,
}

/// A line of the account: one piece of evidence, or several alike in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// Day of the first.
    pub at: Timestamp,
    /// Day of the last, where there are several.
    pub until: Option<Timestamp>,
    /// How many.
    pub count: usize,
    /// What it is.
    pub title: Title,
    /// Where it comes from.
    pub source: Option<Source>,
    /// Whether any of it is an assumption.
    pub assumed: bool,
    /// The records.
    pub records: Vec<RecordRef>,
    /// Points towards the target.
    pub points: f64,
    /// The labels of the observations.
    labels: Vec<u32>,
}

/// The strongest line of an account: not the one with the most points, some of which later evidence
/// may have made up for, but the one without which the estimate would stand furthest from where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strongest {
    /// Its place among the lines.
    pub line: usize,
    /// What the probability would be had it never been recorded.
    pub probability_without: f64,
}

/// Accounts for a person's estimate on the day the evidence runs to.
#[must_use]
pub fn account(model: &Model, evidence: &PersonEvidence, target: Target) -> Account {
    let start = evidence.start();
    let until = evidence.until_days();
    let phase = filter(model, &start, &evidence.history, until, &mut ()).phase();
    let states = target.states(phase);
    let explanation = explain(model, &start, &evidence.history, until, states);
    let (mut quiet, mut quiet_days) = (0.0, 0.0);
    let mut lines: Vec<AccountLine> = Vec::new();
    for contribution in explanation.contributions() {
        let gained = points(contribution.log_odds);
        match contribution.cause {
            Cause::Drift { from_days, to_days } => {
                quiet += gained;
                quiet_days += to_days - from_days;
            }
            Cause::Observation { label, .. } => add(&mut lines, evidence, label, gained),
        }
    }
    let mut account = Account {
        target,
        phase,
        start: match evidence.last_phase() {
            None => AccountStart::Stranger,
            Some((Phase::Use, _)) => AccountStart::Order,
            Some((Phase::Buy, _)) => AccountStart::Renewal,
        },
        start_points: points(explanation.prior_log_odds()),
        lines,
        quiet_points: quiet,
        quiet_days,
        total_points: points(explanation.posterior_log_odds()),
        probability: logistic(explanation.posterior_log_odds()),
        strongest: None,
    };
    account.strongest = strongest(model, evidence, &account);
    account
}

/// Adds what one observation did: to its own line, to a line of replies alike just before it, or as
/// a line of its own.
fn add(lines: &mut Vec<AccountLine>, evidence: &PersonEvidence, label: u32, gained: f64) {
    let Some(meaning) = evidence.labels.get(label as usize) else { return };
    if let Some(line) = lines.iter_mut().find(|line| line.labels.contains(&label)) {
        line.points += gained;
        return;
    }
    match lines.last_mut() {
        Some(line)
            if meaning.title.code == TitleCode::Reply && line.title.is_alike(&meaning.title) =>
        {
            line.until = Some(meaning.at);
            line.count += 1;
            line.assumed |= meaning.assumed;
            line.records.push(meaning.record);
            line.labels.push(label);
            line.points += gained;
        }
        _ => lines.push(AccountLine {
            at: meaning.at,
            until: None,
            count: 1,
            title: meaning.title.clone(),
            source: meaning.source,
            assumed: meaning.assumed,
            records: vec![meaning.record],
            points: gained,
            labels: vec![label],
        }),
    }
}

/// How many lines are tried without, the largest first: a line that did little is not the strongest.
const TRIED: usize = 8;

fn strongest(model: &Model, evidence: &PersonEvidence, account: &Account) -> Option<Strongest> {
    let size = |place: &usize| account.lines[*place].points.abs();
    let mut places: Vec<usize> = (0..account.lines.len()).collect();
    places.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let shift =
        |one: &Strongest| (log_odds(account.probability) - log_odds(one.probability_without)).abs();
    places
        .into_iter()
        .take(TRIED)
        .filter_map(|line| {
            let left_out = &account.lines[line];
            let probability_without =
                probability_without(model, evidence, account.target, left_out)?;
            Some(Strongest { line, probability_without })
        })
        .max_by(|a, b| shift(a).total_cmp(&shift(b)))
}

/// What the probability would be had a line never been recorded.
fn probability_without(
    model: &Model,
    evidence: &PersonEvidence,
    target: Target,
    line: &AccountLine,
) -> Option<f64> {
    let others = evidence.history.observations().iter();
    let others = others.filter(|one| !line.labels.contains(&one.label)).copied().collect();
    // What remains of an ordered history is in order.
    let history = History::new(others).ok()?;
    let start = evidence.start();
    let without = filter(model, &start, &history, evidence.until_days(), &mut ());
    Some(without.state().mass(target.states(without.phase())))
}

/// What each record did towards a target within a phase, in points: the same as the lines of the
/// account, record by record.
#[must_use]
pub fn points_by_record(
    model: &Model,
    evidence: &PersonEvidence,
    target: Target,
) -> Vec<(RecordRef, f64)> {
    let start = evidence.start();
    let until = evidence.until_days();
    let phase = filter(model, &start, &evidence.history, until, &mut ()).phase();
    let explanation = explain(model, &start, &evidence.history, until, target.states(phase));
    let mut records: Vec<(RecordRef, f64)> = Vec::new();
    for contribution in explanation.contributions() {
        let Cause::Observation { label, .. } = contribution.cause else { continue };
        let Some(meaning) = evidence.labels.get(label as usize) else { continue };
        let gained = points(contribution.log_odds);
        match records.iter_mut().find(|(record, _)| *record == meaning.record) {
            Some((_, sum)) => *sum += gained,
            None => records.push((meaning.record, gained)),
        }
    }
    records
}

/// Kept off 0 and 1, where the logarithm would run away.
fn log_odds(probability: f64) -> f64 {
    let bounded = probability.clamp(1e-9, 1.0 - 1e-9);
    (bounded / (1.0 - bounded)).ln()
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
