//! Why deals were won or lost: for one deal, what its chance to win is made of, day by day, until it
//! ended; and what a deal had to it, which can be set beside how others ended.
//!
//! What goes with winning does not have to bring it: sellers do more where they hope, and what is done
//! late in a deal is done in deals that got that far.

use std::collections::{BTreeMap, BTreeSet};

use assent_inference::{ControlPrior, Counting, Model, Phase, points};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::benefit::{StandingWord, matrix};
use crate::evidence::{Labelled, RecordRef, TitleCode};
use crate::ids::PersonId;
use crate::interaction::Direction;
use crate::picture::{DealFacts, Picture};
use crate::time::Day;
use crate::winning::{is_met, win_at};
use crate::words::words;

/// Days of evidence accounted for at most, the latest: beyond them a deal is read off its start.
const MOST_DAYS: usize = 200;
/// From this share of the power on, a promise, a point or a stand of somebody counts for the deal.
const SAY: f64 = 0.1;

/// What decided a deal, day by day.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The last day on which it was still to be won.
    pub until: Day,
    /// Points of a deal of which nothing is known, or at the first day accounted for.
    pub start_points: f64,
    /// What the evidence of each day did.
    pub days: Vec<DecidingDay>,
    /// What the days between did: forgetting, silence, promises falling due.
    pub quiet_points: f64,
    /// All added up.
    pub total_points: f64,
    /// The chance to win those points stand for.
    pub chance: f64,
}

/// A day with evidence, and by how much it moved the chance to win.
#[derive(Clone, Debug, PartialEq)]
pub struct DecidingDay {
    /// The day.
    pub day: Day,
    /// Points towards winning.
    pub points: f64,
    /// The chance after it.
    pub chance: f64,
    /// What happened: who, and what.
    pub happened: Vec<(PersonId, Labelled)>,
}

/// What decided a deal until it ended, or until `day` if it goes on. `None` for a deal without people.
///
/// The chance is read off the deal as it was known on each day; start, days and quiet add up exactly.
#[must_use]
pub fn verdict(
    model: &Model,
    limits: &ControlPrior,
    deal: &DealFacts,
    day: Day,
) -> Option<Verdict> {
    let until = last_day(deal, day);
    let happened = by_day(model, limits, deal, until);
    let first = happened.len().saturating_sub(MOST_DAYS);
    let on = |day: Day| {
        let picture = Picture::of(model, limits, deal, day);
        let look = picture.last_look();
        let log_odds = win_at(&picture, look, Counting::Once)?.read_out.log_odds();
        Some(points(log_odds))
    };
    let end = on(until)?;
    let mut days = Vec::new();
    let mut moved = 0.0;
    let mut start = None;
    for (day, happened) in happened.into_iter().skip(first) {
        let eve = on(Day::from_number(day.number() - 1)).unwrap_or_else(|| base(model));
        let Some(after) = on(day) else { continue };
        start.get_or_insert(eve);
        moved += after - eve;
        days.push(DecidingDay { day, points: after - eve, chance: chance(after), happened });
    }
    let start_points = start.unwrap_or(end);
    Some(Verdict {
        until,
        start_points,
        quiet_points: end - start_points - moved,
        days,
        total_points: end,
        chance: chance(end),
    })
}

fn base(model: &Model) -> f64 {
    let rate = model.win_prior().base_rate;
    points((rate / (1.0 - rate)).ln())
}

/// Ten points double the odds.
fn chance(points: f64) -> f64 {
    1.0 / (1.0 + (-points / 10.0).exp2())
}

/// The last day on which the deal was still to be won: the eve of the order, or the day it ended.
fn last_day(deal: &DealFacts, day: Day) -> Day {
    let ordered = deal.records.ordered_at.map(|at| Day::from(at.date()).number() - 1);
    let ordered = ordered.map(Day::from_number);
    [ordered, deal.closed_on, Some(deal.last_day(day))].into_iter().flatten().min().unwrap_or(day)
}

/// What happened in the deal itself, day by day.
fn by_day(
    model: &Model,
    limits: &ControlPrior,
    deal: &DealFacts,
    until: Day,
) -> BTreeMap<Day, Vec<(PersonId, Labelled)>> {
    let picture = Picture::of(model, limits, deal, until);
    let own: BTreeSet<_> = deal.records.interactions.iter().map(|one| one.id).collect();
    let promises: BTreeSet<_> = deal.records.commitments.iter().map(|one| one.id).collect();
    let mut by: BTreeMap<Day, Vec<(PersonId, Labelled)>> = BTreeMap::new();
    for (person, evidence) in &picture.evidence {
        for label in &evidence.labels {
            let of_this_deal = match label.record {
                RecordRef::Interaction(id) => own.contains(&id),
                RecordRef::Commitment(id) => promises.contains(&id),
                RecordRef::Phase => false,
            };
            let day: Day = label.at.date().into();
            if of_this_deal && day <= until {
                by.entry(day).or_default().push((*person, label.clone()));
            }
        }
    }
    by
}

words! {
    /// What a deal may have had to it.
    pub enum FeatureKind {
        /// Somebody with a say endorsed a benefit point, or went further.
        Endorsed = "endorsed",
        /// Somebody with a say denied a benefit point.
        Refused = "refused",
        /// Somebody with a say named a criterion.
        Criterion = "criterion",
        /// We did something of a kind, and they took part.
        Activity = "activity",
        /// How we came to whoever can say no.
        Route = "route",
        /// Another supplier in somebody's eyes.
        Competitor = "competitor",
        /// How promises went.
        Promises = "promises",
        /// Whom we had met in the end.
        Reach = "reach",
    }
}

/// Something that a deal had to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct Feature {
    /// What sort.
    pub kind: FeatureKind,
    /// Which: the point, the criterion, the action, or a word of the sort.
    pub name: String,
}

/// What a deal had to it by the time it was decided.
#[must_use]
pub fn features(
    model: &Model,
    limits: &ControlPrior,
    deal: &DealFacts,
    day: Day,
    offered: &[String],
) -> Vec<Feature> {
    let until = last_day(deal, day);
    let picture = Picture::of(model, limits, deal, until);
    if picture.phase == Phase::Use || picture.group.parts().is_empty() {
        return Vec::new();
    }
    let mut found: BTreeSet<Feature> = BTreeSet::new();
    let mut add = |kind, name: &str| {
        found.insert(Feature { kind, name: name.to_owned() });
    };
    benefits(&picture, offered, &mut add);
    activities(&picture, &mut add);
    reach(&picture, &mut add);
    promises(&picture, &mut add);
    found.into_iter().collect()
}

fn has_say(picture: &Picture<'_>, person: PersonId) -> bool {
    picture.group.power(person) >= SAY
}

fn benefits(picture: &Picture<'_>, offered: &[String], add: &mut impl FnMut(FeatureKind, &str)) {
    let held = matrix(picture, offered);
    for row in held.rows.iter().filter(|row| has_say(picture, row.person)) {
        for (cell, column) in row.cells.iter().zip(&held.points) {
            match cell.standing {
                StandingWord::Endorsed | StandingWord::Realised | StandingWord::Vouched => {
                    add(FeatureKind::Endorsed, &column.name);
                }
                StandingWord::Refused => add(FeatureKind::Refused, &column.name),
                _ => {}
            }
        }
        for criterion in &row.criteria {
            // A criterion without a name tells nothing of others.
            if let Some(name) = &criterion.benefit {
                add(FeatureKind::Criterion, name);
            }
        }
        if row.rivals.iter().any(|rival| rival.stands) {
            add(FeatureKind::Competitor, "stands");
        } else if !row.rivals.is_empty() {
            add(FeatureKind::Competitor, "dropped");
        }
    }
}

fn activities(picture: &Picture<'_>, add: &mut impl FnMut(FeatureKind, &str)) {
    let model = picture.model;
    let records = &picture.deal.records.interactions;
    let done = records.iter().filter(|one| one.facts.at <= picture.day.end());
    for record in done.filter(|one| one.facts.direction == Some(Direction::Out)) {
        let kind = record.facts.kind.as_str();
        let reply = model.action(kind).zip(record.facts.result.as_ref());
        let reply = reply.and_then(|(action, result)| model.reply(action, result.as_str()));
        if reply.is_some_and(|reply| model.reply_prior(reply).contact > 0.0) {
            add(FeatureKind::Activity, kind);
        }
    }
}

/// How we came to those who can say no, and how many of the group we had met.
fn reach(picture: &Picture<'_>, add: &mut impl FnMut(FeatureKind, &str)) {
    let deciders: Vec<PersonId> = picture
        .group
        .parts()
        .iter()
        .filter(|one| one.role.has_veto())
        .map(|one| one.person)
        .collect();
    let records = &picture.deal.records.interactions;
    let introduced = |person: &PersonId| {
        records.iter().any(|one| {
            !one.facts.through.is_empty()
                && one.facts.at <= picture.day.end()
                && one.facts.participants.contains(person)
                && one.facts.result.as_ref().is_some_and(|result| result.as_str() == "received")
        })
    };
    if deciders.iter().any(introduced) {
        add(FeatureKind::Route, "introduced");
    } else if deciders.iter().any(|person| is_met(picture, *person)) {
        add(FeatureKind::Route, "direct");
    } else {
        add(FeatureKind::Route, "none");
    }
    let met = picture.group.parts().iter().filter(|one| is_met(picture, one.person)).count();
    match met {
        0 | 1 => add(FeatureKind::Reach, "one"),
        2 => add(FeatureKind::Reach, "two"),
        _ => add(FeatureKind::Reach, "several"),
    }
}

fn promises(picture: &Picture<'_>, add: &mut impl FnMut(FeatureKind, &str)) {
    let kept = |code: TitleCode| {
        let labels = picture.evidence.values().flat_map(|one| &one.labels);
        labels.filter(|label| label.title.code == code).count()
    };
    match (kept(TitleCode::PromiseKept), kept(TitleCode::PromiseBroken)) {
        (0, 0) => {}
        (_, 0) => add(FeatureKind::Promises, "all_kept"),
        _ => add(FeatureKind::Promises, "some_broken"),
    }
}

/// What moved the chance to win furthest, for and against: as many of each as can be kept in mind.
#[must_use]
pub fn turning_points(verdict: &Verdict, most: usize) -> [Vec<&DecidingDay>; 2] {
    let side = |sign: f64| {
        let mut days: Vec<&DecidingDay> =
            verdict.days.iter().filter(|one| sign * one.points > 0.0).collect();
        days.sort_by(|one, other| (sign * other.points).total_cmp(&(sign * one.points)));
        days.truncate(most);
        days
    };
    [side(1.0), side(-1.0)]
}
