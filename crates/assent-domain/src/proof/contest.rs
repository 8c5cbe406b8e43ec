//! Two sets of forecasts of the same cases, side by side.

use assent_inference::{
    Bin, Bins, Forecasted, Forecasts, Groups, Interval, Measure, ReliabilityCurve, Scores,
};
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::words;

/// How much of the redraws an interval holds.
const SHARE: f64 = 0.8;
/// How many of the redraws must speak for one of two before it has won.
const SURE: f64 = 0.95;
/// How often cases are drawn anew; less often where there are many.
const REDRAWS: usize = 1_000;
/// Cases times redraws at most.
const MOST_WORK: usize = 3_000_000;
/// Bins of a curve at most, and cases that each should hold.
const BINS: (usize, usize) = (10, 10);

words! {
    /// Which forecasts were better.
    pub enum Winner {
        /// The model's.
        Model = "model",
        /// Those of the plain challenger.
        Challenger = "challenger",
        /// Neither, or there are too few cases to say.
        Undecided = "undecided",
    }
}

/// What a measure may have been, had other cases of the kind come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ScoreRange {
    /// The lower end of the 80 % interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Forecasts of about the same probability, and what came of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CurveBin {
    /// How many.
    pub count: usize,
    /// Their mean.
    pub forecast: f64,
    /// The share that came true.
    pub observed: f64,
    /// The lower end of its 80 % interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// How good some forecasts were.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ScoreCard {
    /// How many cases.
    pub count: usize,
    /// The share of them that came out yes.
    pub base_rate: f64,
    /// The chance that of a yes and a no the yes was forecast higher.
    pub auc: Option<f64>,
    /// Its interval.
    pub auc_range: Option<ScoreRange>,
    /// The mean squared distance from what came true.
    pub brier: f64,
    /// Its interval.
    pub brier_range: Option<ScoreRange>,
    /// The part of it that calibrating would gain.
    pub reliability: f64,
    /// The part that telling cases apart has gained.
    pub resolution: f64,
    /// What always forecasting the base rate would have come to.
    pub uncertainty: f64,
    /// What the variation within bins adds.
    pub within: f64,
    /// The expected calibration error. It has no interval: cases drawn anew lie unevenly, and their
    /// error is larger than that of the cases themselves.
    pub calibration_error: f64,
    /// The mean natural log of the probability that was given to what came true.
    pub log_score: f64,
    /// Its interval.
    pub log_score_range: Option<ScoreRange>,
    /// How often came true what was forecast with about the same probability.
    pub curve: Vec<CurveBin>,
}

/// The model against the challenger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Contest {
    /// The model's forecasts.
    pub model: ScoreCard,
    /// The challenger's.
    pub challenger: ScoreCard,
    /// The model's Brier score less the challenger's: below 0, the model is better.
    pub brier_difference: f64,
    /// Its interval.
    pub brier_difference_range: Option<ScoreRange>,
    /// In which share of the redraws the model is better.
    pub model_better: f64,
    /// Who has won.
    pub verdict: Winner,
}

impl From<Interval> for ScoreRange {
    fn from(Interval { low, high }: Interval) -> Self {
        Self { low, high }
    }
}

impl From<Bin> for CurveBin {
    fn from(Bin { count, forecast, observed, low, high }: Bin) -> Self {
        Self { count, forecast, observed, low, high }
    }
}

/// How often so many cases are drawn anew.
fn times(cases: usize) -> usize {
    (MOST_WORK / cases.max(1)).clamp(100, REDRAWS)
}

impl ScoreCard {
    /// Measures forecasts, each case by itself.
    #[must_use]
    pub fn of_each(forecasts: &Forecasts, rng: &mut StdRng) -> Self {
        let each: Vec<usize> = (0..forecasts.as_slice().len()).collect();
        Self::of(forecasts, &Groups::of(&each), rng)
    }

    fn of(forecasts: &Forecasts, groups: &Groups, rng: &mut StdRng) -> Self {
        let scores = Scores::of(forecasts);
        let mut range = |measure: Measure| {
            let redraws = groups.redraw_measure(forecasts, measure, times(scores.count), rng);
            redraws.interval(SHARE).map(ScoreRange::from)
        };
        let bins = (scores.count / BINS.1).clamp(2, BINS.0);
        let curve = ReliabilityCurve::of(forecasts, Bins::EqualCount(bins));
        Self {
            count: scores.count,
            base_rate: scores.base_rate,
            auc: scores.area,
            auc_range: range(Measure::Area),
            brier: scores.brier,
            brier_range: range(Measure::Brier),
            reliability: scores.parts.reliability,
            resolution: scores.parts.resolution,
            uncertainty: scores.parts.uncertainty,
            within: scores.parts.within,
            calibration_error: scores.calibration_error,
            log_score: scores.log_score,
            log_score_range: range(Measure::LogScore),
            curve: curve.bins().iter().copied().map(CurveBin::from).collect(),
        }
    }
}

impl Contest {
    /// Measures both on the same cases, in the same order. `groups` numbers the group of each: what
    /// belongs together is no independent witness. One has won when it has the better Brier score in
    /// 95 of 100 redraws.
    #[must_use]
    pub fn of(
        model: &Forecasts,
        challenger: &Forecasts,
        groups: &[usize],
        rng: &mut StdRng,
    ) -> Self {
        let groups = Groups::of(groups);
        let squared = |one: &Forecasted| (one.probability - f64::from(one.outcome)).powi(2);
        let pairs = model.as_slice().iter().zip(challenger.as_slice());
        let differences: Vec<f64> =
            pairs.map(|(model, other)| squared(model) - squared(other)).collect();
        let redraws = groups.redraw_mean(&differences, times(differences.len()), rng);
        let model_better = redraws.share_below_zero().unwrap_or(0.5);
        Self {
            model: ScoreCard::of(model, &groups, rng),
            challenger: ScoreCard::of(challenger, &groups, rng),
            brier_difference: differences.iter().sum::<f64>() / differences.len().max(1) as f64,
            brier_difference_range: redraws.interval(SHARE).map(ScoreRange::from),
            model_better,
            verdict: match model_better {
                better if better >= SURE => Winner::Model,
                better if better <= 1.0 - SURE => Winner::Challenger,
                _ => Winner::Undecided,
            },
        }
    }
}

/// Whether there are fewer than `least` of either outcome.
#[must_use]
pub fn few(outcomes: impl Iterator<Item = bool>, least: usize) -> bool {
    let (mut yes, mut no) = (0, 0);
    outcomes.for_each(|outcome| if outcome { yes += 1 } else { no += 1 });
    yes < least || no < least
}
