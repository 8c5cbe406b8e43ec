//! What is shown of a deal at a glance, made from its picture.

use assent_domain::account::{Target, points_by_record};
use assent_domain::control::{DealAlarm, Norms, alarms};
use assent_domain::estimate::estimate;
use assent_domain::evidence::{PersonEvidence, RecordRef, Title};
use assent_domain::gap::shares;
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::interaction::Direction;
use assent_domain::opportunity::Outcome;
use assent_domain::picture::Picture;
use assent_domain::reading::{PhaseWord, StageShare};
use assent_domain::time::{Day, Timestamp};
use assent_domain::winning::{WinChance, is_met, win_at};
use assent_inference::{Counting, Phase};
use assent_store::indicators::{Indicator, WinFigures};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::estimates::Deal;

/// Weeks of touches shown.
const WEEKS: usize = 13;
/// The stages of both phases.
const STAGES: usize = 12;

/// What is shown of a deal: its row on the board, its part in the sums, its alarms.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The day it was read on.
    pub read_on: Day,
    /// Buying or using.
    pub phase: PhaseWord,
    /// Whether the board shows it.
    pub watched: bool,
    /// The chance to win.
    pub win: Option<WinFigures>,
    /// People by stage.
    pub people: People,
    /// The rest of its row.
    pub card: Card,
    /// What is going wrong.
    pub alarms: Vec<DealAlarm>,
}

/// The rest of a deal's row on the board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Card {
    /// Where the group stands, weighed by power.
    pub shares: Vec<StageShare>,
    /// What we did and what they did, week by week.
    pub touches: Touches,
    /// Who of the group has been met.
    pub roles: Reached,
    /// The share of the power that is met, knows the problem, is not against us and responds.
    pub coverage: f64,
    /// Promises of ours that came due.
    pub promises: Promises,
    /// When the buyers were last heard of.
    pub last_evidence_at: Option<Timestamp>,
    /// The chance to win.
    pub win: Option<WinChance>,
    /// What moved the buyers most within the week.
    pub because: Option<Cause>,
    /// By person, their share of the power.
    pub power: Vec<(PersonId, f64)>,
}

/// Days with touches, by week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Touches {
    /// The first day of the first week.
    pub first_week: Day,
    /// Things we did.
    pub ours: Vec<usize>,
    /// Days on which each of them was heard, added up.
    pub theirs: Vec<usize>,
}

/// How many of the group have been met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reached {
    /// So many.
    pub met: usize,
    /// Of so many.
    pub of: usize,
}

/// How many promises of ours were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Promises {
    /// So many.
    pub kept: usize,
    /// Of so many that came due.
    pub of: usize,
}

/// What moved a buyer most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Cause {
    /// What it was.
    pub title: Title,
    /// Whom it moved.
    pub person_id: PersonId,
    /// By how many points, towards where they stand today.
    pub points: f64,
}

/// Expected numbers of people by stage, those of buying first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct People {
    /// Now.
    pub expected: [f64; STAGES],
    /// The variance of that.
    pub variance: [f64; STAGES],
    /// A week ago.
    pub week_ago: [f64; STAGES],
}

impl People {
    /// As one list of numbers: now, variances, a week ago.
    pub fn to_list(self) -> Vec<f64> {
        [self.expected, self.variance, self.week_ago].concat()
    }

    /// Read back from a list, missing numbers as 0.
    pub fn from_list(list: &[f64]) -> Self {
        let part = |nth: usize| {
            std::array::from_fn(|at| list.get(nth * STAGES + at).copied().unwrap_or(0.0))
        };
        Self { expected: part(0), variance: part(1), week_ago: part(2) }
    }
}

impl Shown {
    /// Reads what is shown off a picture.
    pub fn of(picture: &Picture<'_>, norms: &Norms, deal: &Deal, today: Day) -> Self {
        let watched = is_watched(deal, today);
        let last = picture.last_look();
        let week_ago = picture.look(Day::from_number(picture.day.number() - 7));
        let now = win_at(picture, last, Counting::Once);
        let before = win_at(picture, week_ago, Counting::Once);
        let win = now.as_ref().map(|win| WinFigures {
            p: win.read_out.probability(),
            log_odds: win.read_out.log_odds(),
            spread: win.read_out.spread(),
            week_change: before
                .map_or(0.0, |before| win.read_out.probability() - before.read_out.probability()),
        });
        let parts = picture.group.parts();
        Self {
            read_on: today,
            phase: picture.phase.into(),
            watched,
            win: win.filter(|_| deal.opportunity.closure.is_none()),
            people: people(picture, last, week_ago),
            alarms: if watched { alarms(picture, norms) } else { Vec::new() },
            card: Card {
                shares: shares(picture, last, picture.phase),
                touches: touches(picture),
                roles: reached(picture),
                coverage: now.as_ref().map_or(0.0, |win| win.read_out.coverage()),
                promises: promises(picture),
                last_evidence_at: picture
                    .evidence
                    .values()
                    .filter_map(PersonEvidence::last_at)
                    .max(),
                win: now.as_ref().map(|win| WinChance::from(&win.read_out)),
                because: because(picture),
                power: parts
                    .iter()
                    .map(|one| (one.person, picture.group.power(one.person)))
                    .collect(),
            },
        }
    }

    /// The form in which it lies in the database.
    pub fn indicator(&self, opportunity: OpportunityId) -> Indicator {
        Indicator {
            opportunity,
            read_on: self.read_on,
            phase: self.phase,
            watched: self.watched,
            win: self.win,
            people: self.people.to_list(),
            // A card is plain values, which always have a JSON form.
            card: serde_json::to_string(&self.card).unwrap_or_default(),
        }
    }
}

/// A deal is watched while it is being sold, or used, and its records go on.
fn is_watched(deal: &Deal, today: Day) -> bool {
    let facts = &deal.opportunity.deal.facts;
    let goes_on = facts.observed_until.is_none_or(|until| until >= today);
    let open = match &deal.opportunity.closure {
        None => true,
        Some(closure) => closure.outcome == Outcome::Won && deal.opportunity.ordered_at.is_some(),
    };
    goes_on && open && deal.opportunity.deal.meta.deleted_at.is_none()
}

/// Where those of whom something is recorded stand, now and a week ago, as numbers of people.
fn people(picture: &Picture<'_>, last: usize, week_ago: usize) -> People {
    let zero = [0.0; STAGES];
    let mut people = People { expected: zero, variance: zero, week_ago: zero };
    for part in picture.group.parts() {
        for (look, now) in [(last, true), (week_ago, false)] {
            let Some(moment) = picture.moment(part.person, look) else { continue };
            let implementing = picture.implementing(part.person);
            let stages = moment.state.stages_read(moment.phase, implementing);
            let first = if moment.phase == Phase::Use { Phase::Buy.stages().len() } else { 0 };
            for (at, (_, p)) in stages.iter().enumerate() {
                if now {
                    people.expected[first + at] += p;
                    people.variance[first + at] += p * (1.0 - p);
                } else {
                    people.week_ago[first + at] += p;
                }
            }
        }
    }
    people
}

fn touches(picture: &Picture<'_>) -> Touches {
    let first = picture.day.number() - 7 * WEEKS as i64 + 1;
    let mut touches = Touches {
        first_week: Day::from_number(first),
        ours: vec![0; WEEKS],
        theirs: vec![0; WEEKS],
    };
    let week = |day: i64| usize::try_from((day - first).div_euclid(7)).ok().filter(|w| *w < WEEKS);
    for record in &picture.deal.records.interactions {
        let day = Day::from(record.facts.at.date()).number();
        if record.facts.direction == Some(Direction::Out)
            && let Some(week) = week(day)
        {
            touches.ours[week] += 1;
        }
    }
    let until = picture.day.end().days();
    for evidence in picture.evidence.values() {
        for day in evidence.history.days_of_contact(picture.model, until) {
            if let Some(week) = week(day.floor() as i64) {
                touches.theirs[week] += 1;
            }
        }
    }
    touches
}

fn reached(picture: &Picture<'_>) -> Reached {
    let parts = picture.group.parts().iter();
    let with_say = parts.filter(|part| picture.group.power(part.person) > 0.0);
    let (mut met, mut of) = (0, 0);
    for part in with_say {
        of += 1;
        met += usize::from(is_met(picture, part.person));
    }
    Reached { met, of }
}

fn promises(picture: &Picture<'_>) -> Promises {
    let records = &picture.deal.records;
    let mut promises = Promises { kept: 0, of: 0 };
    for one in records.commitments.iter().map(|one| &one.facts) {
        let by = |day: Option<Day>| day.is_some_and(|day| day <= picture.day);
        if !records.ours.contains(&one.by_id) || (by(one.withdrawn_on) && !by(one.kept_on)) {
            continue;
        }
        let overdue = one.due.is_some_and(|due| due < picture.day);
        promises.kept += usize::from(by(one.kept_on));
        promises.of += usize::from(by(one.kept_on) || by(one.broken_on) || overdue);
    }
    promises
}

/// The record of the last seven days that moved somebody most, times their power.
fn because(picture: &Picture<'_>) -> Option<Cause> {
    let since = Day::from_number(picture.day.number() - 7).end();
    let mut most: Option<(f64, Cause)> = None;
    for (person, evidence) in &picture.evidence {
        let power = picture.group.power(*person);
        if power <= 0.0 || evidence.last_at().is_none_or(|at| at <= since) {
            continue;
        }
        for cause in causes(picture, *person, evidence, since) {
            let weight = power * cause.points.abs();
            if most.as_ref().is_none_or(|(best, _)| weight > *best) {
                most = Some((weight, cause));
            }
        }
    }
    most.map(|(_, cause)| cause)
}

fn causes(
    picture: &Picture<'_>,
    person: PersonId,
    evidence: &PersonEvidence,
    since: Timestamp,
) -> Vec<Cause> {
    let target = Target::of(&estimate(picture.model, evidence).reading);
    let title_of = |record: RecordRef| {
        let own = |label: &&assent_domain::evidence::Labelled| {
            label.record == record && label.at > since && record != RecordRef::Phase
        };
        evidence.labels.iter().find(own).map(|label| label.title.clone())
    };
    points_by_record(picture.model, evidence, target)
        .into_iter()
        .filter_map(|(record, points)| {
            Some(Cause { title: title_of(record)?, person_id: person, points })
        })
        .collect()
}
