//! The gap between what the seller's stage presumes and where the buyers stand.
//!
//! A stage is never evidence: it is held against the estimate. The question is put to the person
//! whose no would end the deal; where nobody is known to have that power, to all of them, weighed
//! by power. A step taken in writing is kept in mind while the mood of the day passes.

use assent_inference::{
    GapReading, Judged, Milestone, Phase, Stage, StageDistribution, gap_reading, raised,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::group::Part;
use crate::ids::PersonId;
use crate::picture::{Picture, StageEntry};
use crate::pipeline::BuyStage;
use crate::reading::{StageShare, StageWord};
use crate::time::Day;

/// How the seller's stage stands to the buyers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Gap {
    /// Where the stage presumes the buyers to stand.
    pub recorded: BuyStage,
    /// Where the middle of them stands, weighed by power.
    #[schema(value_type = StageWord)]
    pub buyers_median: Stage,
    /// Stages by which the seller is ahead; negative when behind.
    pub steps: i64,
    /// Probability that the buyer it is judged on has not got there.
    pub p_ahead: f64,
    /// Whether the flag is up.
    pub flagged: bool,
    /// The person it is judged on: who has a veto and is furthest behind.
    pub judged_on: Option<PersonId>,
    /// The buyers' stages, weighed by power.
    pub shares: Vec<StageShare>,
}

/// Holds the seller's stage against the buyers on the day of the picture. There is no gap once the
/// order is placed, nor without a stage or buyers.
#[must_use]
pub fn gap(picture: &Picture<'_>) -> Option<Gap> {
    if picture.phase == Phase::Use {
        return None;
    }
    let entry = picture.deal.stage_on(picture.day)?;
    let readings = readings(picture, entry);
    let (_, now) = *readings.last()?;
    let ahead: Vec<(f64, f64)> = readings.iter().map(|(day, one)| (*day, one.ahead)).collect();
    let shares = shares(picture, picture.last_look(), Phase::Buy);
    let buyers_median = median(&shares);
    let person = |at: usize| picture.group.parts().get(at).map(|part| part.person);
    Some(Gap {
        recorded: entry.expects,
        buyers_median,
        steps: place(entry.expects.into()) - place(buyers_median),
        p_ahead: now.ahead,
        flagged: raised(picture.limits.gap.bounds, &ahead).is_some(),
        judged_on: now.judged_on.and_then(person),
        shares,
    })
}

/// How the stage stood to the buyers at every look since it was entered, while they were buying.
pub(crate) fn readings(picture: &Picture<'_>, entry: &StageEntry) -> Vec<(f64, GapReading)> {
    let since = Day::from(entry.at.date());
    let looks = picture.looks.iter().enumerate().filter(|(_, day)| **day >= since);
    looks
        .filter(|(_, day)| !picture.deal.is_ordered(**day))
        .filter_map(|(look, day)| Some((day.number() as f64, reading(picture, entry, look)?)))
        .collect()
}

fn reading(picture: &Picture<'_>, entry: &StageEntry, look: usize) -> Option<GapReading> {
    let group = &picture.group;
    let until = picture.looks[look].end().days();
    // Of whoever does not wish to be estimated it is not said that they lag behind, either.
    let excluded = &picture.deal.records.excluded;
    let all = group.parts().iter().enumerate();
    let parts: Vec<(usize, &Part)> =
        all.filter(|(_, part)| !excluded.contains(&part.person)).collect();
    let stages: Vec<StageDistribution> =
        parts.iter().map(|(_, part)| picture.state(part.person, look).stages(Phase::Buy)).collect();
    let judged = |(stages, (at, part)): (_, &(usize, &Part))| {
        let evidence = picture.evidence.get(&part.person);
        let days_ago = |milestone| {
            let at = evidence?.history.last_milestone(picture.model, milestone, until)?;
            Some(until.floor() - at.floor())
        };
        Some(Judged {
            stages,
            role: picture.role(part)?,
            power: group.group().power()[*at],
            endorsed_days_ago: days_ago(Milestone::Endorsement),
            approved_days_ago: days_ago(Milestone::Approval),
        })
    };
    let buyers: Vec<Judged<'_>> = stages.iter().zip(&parts).filter_map(judged).collect();
    let reading = gap_reading(picture.model, picture.limits, entry.expects.into(), &buyers)?;
    let judged_on = reading.judged_on.and_then(|at| parts.get(at)).map(|(at, _)| *at);
    Some(GapReading { judged_on, ..reading })
}

/// Where the group stood at a look: each stage of a phase with its share, weighed by power. Empty
/// without anybody who has any.
#[must_use]
pub fn shares(picture: &Picture<'_>, look: usize, phase: Phase) -> Vec<StageShare> {
    let power = picture.group.group().power();
    let all: f64 = power.iter().sum();
    if all <= 0.0 {
        return Vec::new();
    }
    let mut shares: Vec<StageShare> =
        phase.stages().iter().map(|stage| StageShare { stage: *stage, p: 0.0 }).collect();
    for (part, power) in picture.group.parts().iter().zip(power) {
        let implementing = picture.implementing(part.person);
        let stages = picture.state(part.person, look).stages_read(phase, implementing);
        for (share, (_, p)) in shares.iter_mut().zip(stages.iter()) {
            share.p += power / all * p;
        }
    }
    shares
}
/// The stage in the middle of some shares.
pub(crate) fn median(shares: &[StageShare]) -> Stage {
    let mut reached = 0.0;
    let middle = shares.iter().find(|one| {
        reached += one.p;
        reached >= 0.5
    });
    middle.map_or(Stage::Blocked, |one| one.stage)
}

fn place(stage: Stage) -> i64 {
    let place = Phase::Buy.stages().iter().position(|own| *own == stage);
    place.map_or(0, |place| place as i64)
}
