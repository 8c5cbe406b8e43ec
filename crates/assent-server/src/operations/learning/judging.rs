//! Forecasts of deals that have ended, read on days on which they were open, under several models: those
//! of earlier deals teach the weights of winning, those of later ones judge.

use assent_domain::permission::Sight;
use assent_domain::picture::Picture;
use assent_domain::time::Day;
use assent_domain::winning::win;
use assent_inference::{Calibration, ControlPrior, Model, WinCase, WinFit};
use assent_store::Db;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::gathering::EndedDeal;
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal, control, estimates};

/// The ages of a deal at which its outcome is forecast, in days.
const AGES: [i64; 6] = [7, 14, 30, 60, 90, 180];
/// A slope beyond this says only that forecasts part the outcomes, and no more how they should be read.
const STEEPEST: f64 = 100.0;
/// A challenger must be better by this many standard errors: by chance one in ten is.
const BETTER_BY: f64 = 1.281_551_565_544_6;

/// What a challenger has learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Challenger {
    /// The weights of winning.
    Winning,
    /// How people move and what they show.
    People,
    /// Both.
    Both,
}

/// How a challenger forecast the later deals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Score {
    /// What it has learned.
    pub challenger: Challenger,
    /// Its Brier score: the mean over deals of their mean squared error.
    pub brier: f64,
    /// The standard error of its difference from the model in force.
    pub error: f64,
    /// Whether its chances mean what they say.
    pub calibration: Calibrated,
}

/// Whether chances mean what they say.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = LearningCalibration)]
pub struct Calibrated {
    /// The mean over deals of their mean chance: to be set against the share that was won.
    pub mean: f64,
    /// The slope of the outcome on the log-odds of all forecasts: 1 is calibrated, less is too sure.
    /// Nothing, where the forecasts do not tell.
    pub slope: Option<f64>,
}

impl Calibrated {
    fn of(deals: &[Forecasts], model: usize, fit: &WinFit) -> Self {
        let cases = || deals.iter().flat_map(|deal| &deal[model]);
        let mean = cases().map(|case| case.weight * fit.chance(case)).sum::<f64>();
        let log_odds = |case: &WinCase| {
            let chance = fit.chance(case);
            ((chance / (1.0 - chance)).ln(), case.won)
        };
        let slope = Calibration::of(&cases().map(log_odds).collect::<Vec<_>>()).slope;
        let tells = slope.abs() <= STEEPEST;
        Self { mean: mean / deals.len() as f64, slope: tells.then_some(slope) }
    }
}

/// How the later deals judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = LearningVerdict)]
pub struct Verdict {
    /// Deals with a forecast.
    pub deals: usize,
    /// Of them, won.
    pub won: usize,
    /// Forecasts of them all.
    pub forecasts: usize,
    /// The Brier score of the model in force.
    pub champion: f64,
    /// Whether its chances mean what they say.
    pub calibration: Calibrated,
    /// The challengers.
    pub challengers: Vec<Score>,
}

/// The forecasts of one deal: for each model, those of the same days.
pub type Forecasts = Vec<Vec<WinCase>>;

/// Which days of a deal are forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Those until what was recorded taught.
    Until(Day),
    /// Those after.
    After(Day),
}

/// Reads the chance of a deal under each model on the days on which it was open. Empty where there is no
/// such day.
///
/// # Errors
/// When the database fails.
pub fn forecasts(
    db: &mut Db,
    act: &Act,
    models: &[&Model],
    of: &EndedDeal,
    when: When,
) -> Result<Forecasts, Refusal> {
    let deal = estimates::load(db, &Sight::All, of.deal)?;
    let limits = control::bearings(db, act)?.limits;
    let of_day = |day: Day| -> Option<Vec<WinCase>> {
        models.iter().map(|model| case(model, &limits, &deal, day, of.won)).collect()
    };
    let of_days: Vec<Vec<WinCase>> = days(of, when).filter_map(of_day).collect();
    let weight = 1.0 / of_days.len() as f64;
    let of_model = |at: usize| -> Vec<WinCase> {
        of_days.iter().map(|cases| WinCase { weight, ..cases[at] }).collect()
    };
    if of_days.is_empty() {
        return Ok(Vec::new());
    }
    Ok((0..models.len()).map(of_model).collect())
}

fn days(of: &EndedDeal, when: When) -> impl Iterator<Item = Day> {
    let (opened_on, ended_on) = (of.opened_on, of.ended_on);
    let days = AGES.into_iter().map(move |age| Day::from_number(opened_on.number() + age));
    days.filter(move |day| {
        *day < ended_on
            && match when {
                When::Until(last) => *day <= last,
                When::After(last) => *day > last,
            }
    })
}

fn case(model: &Model, limits: &ControlPrior, deal: &Deal, day: Day, won: bool) -> Option<WinCase> {
    let picture = Picture::of(model, limits, &deal.facts, day);
    win(&picture).map(|win| WinCase::of(&win.read_out, won, 1.0))
}

/// A challenger's forecasts of one deal, and the champion's.
#[derive(Clone, Debug)]
pub struct Contest<'a> {
    /// What the challenger has learned.
    pub challenger: Challenger,
    /// Which of the models it reads.
    pub model: usize,
    /// With which weights of winning.
    pub fit: &'a WinFit,
}

impl Verdict {
    /// The verdict of later deals on the challengers, the champion being the first model; `None` if there
    /// are too few to say how far chance goes.
    #[must_use]
    pub fn of(deals: &[Forecasts], contests: &[Contest<'_>]) -> Option<Self> {
        if deals.len() < 2 {
            return None;
        }
        let count = deals.len() as f64;
        let errors = |model: usize, fit: &WinFit| -> Vec<f64> {
            let of =
                |case: &WinCase| (fit.chance(case) - f64::from(case.won)).powi(2) * case.weight;
            deals.iter().map(|deal| deal[model].iter().map(of).sum()).collect()
        };
        let champion = errors(0, &WinFit::AS_GIVEN);
        let mean = |of: &[f64]| of.iter().sum::<f64>() / count;
        let score = |contest: &Contest<'_>| {
            let own = errors(contest.model, contest.fit);
            let gains: Vec<f64> = champion.iter().zip(&own).map(|(was, is)| was - is).collect();
            let gain = mean(&gains);
            let spread = gains.iter().map(|one| (one - gain).powi(2)).sum::<f64>();
            let error = (spread / (count - 1.0) / count).sqrt();
            let calibration = Calibrated::of(deals, contest.model, contest.fit);
            Score { challenger: contest.challenger, brier: mean(&own), error, calibration }
        };
        Some(Self {
            deals: deals.len(),
            won: deals.iter().filter(|deal| deal[0].iter().any(|case| case.won)).count(),
            forecasts: deals.iter().map(|deal| deal[0].len()).sum(),
            champion: mean(&champion),
            calibration: Calibrated::of(deals, 0, &WinFit::AS_GIVEN),
            challengers: contests.iter().map(score).collect(),
        })
    }

    /// The best challenger, if it is better than the model in force by more than chance.
    #[must_use]
    pub fn winner(&self) -> Option<Score> {
        let better = |one: &&Score| self.champion - one.brier > BETTER_BY * one.error;
        let better = self.challengers.iter().filter(better);
        better.min_by(|one, other| one.brier.total_cmp(&other.brier)).copied()
    }

    /// Why the learned figures are kept, for whoever looks later.
    pub(super) fn reason(&self, winner: &Score) -> String {
        let Self { deals, champion, .. } = self;
        let Score { brier, error, .. } = winner;
        format!(
            "Brier score {brier:.4} instead of {champion:.4} (± {error:.4}) on {deals} later deals"
        )
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    /// A deal with one forecast by the champion and one by a challenger.
    fn deal(champion: f64, challenger: f64, won: bool) -> Forecasts {
        let case =
            |p: f64| WinCase { base: (p / (1.0 - p)).ln(), terms: [0.0; 6], won, weight: 1.0 };
        vec![vec![case(champion)], vec![case(challenger)]]
    }

    fn verdict(deals: &[Forecasts]) -> Verdict {
        let fit = WinFit::AS_GIVEN;
        let contest = Contest { challenger: Challenger::People, model: 1, fit: &fit };
        Verdict::of(deals, &[contest]).unwrap()
    }

    /// Squared errors .25 against .16, .09, .04: gains .09, .16, .21, mean .46 / 3; by hand.
    #[test]
    fn better_is_what_is_better_by_more_than_chance() {
        let better = [deal(0.5, 0.6, true), deal(0.5, 0.7, true), deal(0.5, 0.2, false)];
        let found = verdict(&better);
        let score = found.challengers[0];
        assert!((found.champion - 0.25).abs() < 1e-12);
        assert!((found.champion - score.brier - 0.46 / 3.0).abs() < 1e-12);
        let mean = 0.46 / 3.0;
        let spread = [0.09_f64, 0.16, 0.21].map(|gain| (gain - mean).powi(2)).iter().sum::<f64>();
        assert!((score.error - (spread / 6.0).sqrt()).abs() < 1e-12);
        assert_eq!(found.winner(), Some(score));
        assert_eq!((found.deals, found.won, found.forecasts), (3, 2, 3));

        assert!((score.calibration.mean - 0.5).abs() < 1e-12);
        // One chance for all parts nothing, and two that part all do not say how far.
        assert_eq!((found.calibration.slope, score.calibration.slope), (None, None));

        let mixed = [deal(0.5, 0.8, true), deal(0.5, 0.7, false), deal(0.5, 0.4, false)];
        assert_eq!(verdict(&mixed).winner(), None);
        assert!(Verdict::of(&mixed[..1], &[]).is_none());
    }

    /// 3 of 4 won where .75 is said and 1 of 4 where .25 is: calibrated by construction. Said twice as
    /// surely, in log-odds, the slope is one half.
    #[test]
    fn chances_that_mean_what_they_say_have_slope_one() {
        let sure = |p: f64| p * p / (p * p + (1.0 - p) * (1.0 - p));
        let of = |p: f64, won| deal(p, sure(p), won);
        let deals: Vec<Forecasts> =
            (0..8).map(|at| if at < 4 { of(0.75, at > 0) } else { of(0.25, at == 4) }).collect();
        let found = verdict(&deals);
        let [champion, challenger] = [found.calibration, found.challengers[0].calibration];
        assert!((champion.slope.unwrap() - 1.0).abs() < 1e-9, "{champion:?}");
        assert!((challenger.slope.unwrap() - 0.5).abs() < 1e-9, "{challenger:?}");
        assert!((champion.mean - 0.5).abs() < 1e-12, "{champion:?}");
    }

    #[test]
    fn a_deal_is_forecast_while_it_is_open_and_before_or_after_what_taught() {
        let day = Day::from_number;
        let deal = Uuid::from_u128(1).into();
        let of = EndedDeal { deal, opened_on: day(100), ended_on: day(190), won: true };
        let days = |when| days(&of, when).map(Day::number).collect::<Vec<_>>();
        assert_eq!(days(When::After(day(50))), [107, 114, 130, 160]);
        assert_eq!(days(When::After(day(114))), [130, 160]);
        assert_eq!(days(When::Until(day(114))), [107, 114]);
        assert!(days(When::After(day(189))).is_empty());
    }
}
