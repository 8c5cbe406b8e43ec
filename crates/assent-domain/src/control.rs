//! Control: what is going wrong in a deal, by which figures, and since when.
//!
//! Alarms are read off the picture of a deal, so they are a function of the records like everything
//! else. Who has been told, and who does not want to hear of it for a week, is not kept here.

mod chart;
mod limits;
mod people;
mod whole;

use assent_inference::{Alarm, ClosingCounts, ClosingPace, FalseAlarms, Finding};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

pub use self::chart::{Chart, WEEKS, charts};
pub use self::limits::{ControlLimits, LimitFault};
use crate::ids::{CommitmentId, PersonId, StageId};
use crate::picture::Picture;
use crate::time::Day;
use crate::words::words;

words! {
    /// What is going wrong.
    pub enum AlarmKind {
        /// The seller's stage is ahead of the buyers.
        AheadOfBuyers = "ahead_of_buyers",
        /// The buyers are ahead of the seller's stage.
        BehindBuyers = "behind_buyers",
        /// A person avoids us.
        Avoided = "avoided",
        /// Somebody who can say no is blocked.
        Blocked = "blocked",
        /// A sign of theirs marked a turn against us.
        Turned = "turned",
        /// Far fewer signs than expected come from a person.
        Stalled = "stalled",
        /// Nothing has been heard in the deal for longer than chance explains.
        Silent = "silent",
        /// The deal hangs on one person.
        SingleThread = "single_thread",
        /// Nobody who can say no is known.
        DecisionMakerUnknown = "decision_maker_unknown",
        /// The deal has stayed in its stage for longer than most do.
        TooLong = "too_long",
        /// The deal will hardly end by the day recorded for it.
        Slips = "slips",
        /// A promise of ours is overdue.
        Overdue = "overdue",
        /// Nobody has confirmed that value has come.
        Unconfirmed = "unconfirmed",
    }
}

/// The figures that an alarm rests on; which of them are set depends on its kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AlarmFigures {
    /// The probability of what it says.
    pub probability: Option<f64>,
    /// For how many days.
    pub days: Option<f64>,
    /// The chance of so long a silence, or of ending in time.
    pub chance: Option<f64>,
    /// Where the stall chart stands.
    pub value: Option<f64>,
    /// The limit it has reached.
    pub limit: Option<f64>,
    /// Signs a week that were expected.
    pub signs_per_week: Option<f64>,
    /// The share of the signs that come from one person.
    pub share: Option<f64>,
    /// How many signs there were.
    pub signs: Option<usize>,
    /// After how many days most had left the stage.
    pub usual_days: Option<f64>,
    /// How many earlier stays that rests on.
    pub ended: Option<usize>,
    /// In how many days the recorded day is; negative once it has gone by.
    pub days_left: Option<f64>,
    /// The sign that marked the turn, by its name in the model's priors.
    pub sign: Option<String>,
    /// What was promised.
    pub words: Option<String>,
}

words! {
    /// On what the rate of false alarms rests.
    pub enum FalseAlarmBasis {
        /// It follows from the limit.
        Exact = "exact",
        /// It was measured on simulated people.
        Simulated = "simulated",
        /// There is nothing to be false: the records say so.
        Fact = "fact",
        /// Nobody has measured it.
        Unmeasured = "unmeasured",
    }
}

/// How often an alarm of a kind is false.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FalseAlarmRate {
    /// On what it rests.
    pub basis: FalseAlarmBasis,
    /// How many a year come without a cause, for each person or deal watched.
    pub per_year: Option<f64>,
    /// Which share of those raised was true.
    pub true_share: Option<f64>,
}

impl From<FalseAlarms> for FalseAlarmRate {
    fn from(rate: FalseAlarms) -> Self {
        let (basis, per_year, true_share) = match rate {
            FalseAlarms::Exact { per_year } => (FalseAlarmBasis::Exact, Some(per_year), None),
            FalseAlarms::Simulated { per_year, true_share } => {
                (FalseAlarmBasis::Simulated, Some(per_year), Some(true_share))
            }
            FalseAlarms::Fact => (FalseAlarmBasis::Fact, None, None),
            FalseAlarms::Unmeasured => (FalseAlarmBasis::Unmeasured, None, None),
        };
        Self { basis, per_year, true_share }
    }
}

/// Something that is going wrong in a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DealAlarm {
    /// What.
    pub kind: AlarmKind,
    /// With whom; nobody, where it is the deal as a whole.
    pub person: Option<PersonId>,
    /// With which promise.
    pub commitment: Option<CommitmentId>,
    /// Since when.
    pub since: Day,
    /// By which figures.
    pub figures: AlarmFigures,
    /// How often such an alarm is false.
    pub false_alarms: FalseAlarmRate,
}

/// What is usual in the house: how fast its deals end, and how long they stay in each stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Norms {
    /// How its deals ended, by age.
    pub closing: ClosingCounts,
    /// By stage.
    pub stays: BTreeMap<StageId, UsualStay>,
}

/// How long deals stay in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsualStay {
    /// After so many days the share of the limits had left it.
    pub days: f64,
    /// How many stays have ended.
    pub ended: usize,
}

/// All that is going wrong on the day of the picture: first what concerns the deal as a whole.
/// Nothing, of a deal that ended without an order.
#[must_use]
pub fn alarms(picture: &Picture<'_>, norms: &Norms) -> Vec<DealAlarm> {
    let over = picture.deal.closed_on.is_some_and(|day| day <= picture.day);
    if over && !picture.deal.is_ordered(picture.day) {
        return Vec::new();
    }
    let pace = ClosingPace::of(picture.model, &norms.closing);
    let mut alarms = whole::alarms(picture, norms, &pace);
    alarms.extend(people::alarms(picture));
    alarms
}

/// An alarm as the engine found it, in the words of the business.
fn found(
    picture: &Picture<'_>,
    alarm: &Alarm,
    person: Option<PersonId>,
    commitment: Option<CommitmentId>,
) -> DealAlarm {
    let none = AlarmFigures::default();
    let (kind, figures) = match alarm.finding {
        Finding::Stalled { value, limit, signs_per_day, .. } => {
            let figures = AlarmFigures {
                value: Some(value),
                limit: Some(limit),
                signs_per_week: Some(7.0 * signs_per_day),
                ..none
            };
            (AlarmKind::Stalled, figures)
        }
        Finding::Silent { days, chance } => {
            (AlarmKind::Silent, AlarmFigures { days: Some(days), chance: Some(chance), ..none })
        }
        Finding::Avoided { probability } => {
            (AlarmKind::Avoided, AlarmFigures { probability: Some(probability), ..none })
        }
        Finding::Turned { sign } => {
            let sign = Some(picture.model.sign_prior(sign).name.clone());
            (AlarmKind::Turned, AlarmFigures { sign, ..none })
        }
        Finding::Blocked { probability } => {
            (AlarmKind::Blocked, AlarmFigures { probability: Some(probability), ..none })
        }
        Finding::DecisionMakerUnknown { days } => {
            (AlarmKind::DecisionMakerUnknown, AlarmFigures { days: Some(days), ..none })
        }
        Finding::AheadOfBuyers { probability, .. } => {
            (AlarmKind::AheadOfBuyers, AlarmFigures { probability: Some(probability), ..none })
        }
        Finding::BehindBuyers { probability } => {
            (AlarmKind::BehindBuyers, AlarmFigures { probability: Some(probability), ..none })
        }
        Finding::SingleThread { share, signs, .. } => {
            let figures = AlarmFigures { share: Some(share), signs: Some(signs), ..none };
            (AlarmKind::SingleThread, figures)
        }
        Finding::TooLong { days, usual_days, ended } => {
            let figures = AlarmFigures {
                days: Some(days),
                usual_days: Some(usual_days),
                ended: Some(ended),
                ..none
            };
            (AlarmKind::TooLong, figures)
        }
        Finding::Slips { chance, days_left } => {
            let figures = AlarmFigures { chance: Some(chance), days_left: Some(days_left), ..none };
            (AlarmKind::Slips, figures)
        }
        Finding::Overdue { days } => {
            (AlarmKind::Overdue, AlarmFigures { days: Some(days), ..none })
        }
        Finding::Unconfirmed { days, probability } => {
            let figures = AlarmFigures { days: Some(days), probability: Some(probability), ..none };
            (AlarmKind::Unconfirmed, figures)
        }
    };
    let since = Day::from_number(alarm.since_days.floor() as i64);
    let false_alarms = alarm.finding.false_alarms(picture.model, picture.limits).into();
    DealAlarm { kind, person, commitment, since, figures, false_alarms }
}
