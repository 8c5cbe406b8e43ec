//! The seller's stage against simulated buyers.

use assent_inference::{
    Finding, Judged, Milestone, Model, Phase, Stage, StageDistribution, gap_alarms, gap_reading,
};

use super::deal::{Deal, Look, Person};
use crate::model::rules::Rule;

/// What is up at each look, and whether it is true.
type Flags = Vec<(bool, bool)>;

/// By look, whether the seller is said to be ahead of the buyers and truly is; and the same of
/// behind. The seller moves the stage to the furthest event of anybody, `late_days` after it.
///
/// Ahead is judged on one who can say no: true if that one stands before the recorded stage, or, being
/// asked for the money, has not released it. Behind is true if all who can say no stand beyond it.
pub(super) fn flags(model: &Model, deal: &Deal, late_days: f64) -> (Flags, Flags) {
    let rule = Rule::new(model);
    let weeks = deal.people.first().map_or(0, |person| person.looks.len());
    let (mut readings, mut ahead, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    for week in 0..weeks {
        let now: Vec<(&Person, &Look)> =
            deal.people.iter().map(|person| (person, &person.looks[week])).collect();
        let Some(day) = now.first().map(|(_, look)| look.day) else { break };
        let furthest = now.iter().map(|(one, _)| rule.furthest(&one.history, day - late_days));
        let recorded = furthest.max().unwrap_or(Stage::Aware);
        let stages: Vec<StageDistribution> =
            now.iter().map(|(_, look)| look.state.stages(Phase::Buy)).collect();
        let buyers: Vec<Judged<'_>> = now
            .iter()
            .zip(&stages)
            .map(|((person, _), stages)| judged(model, person, stages, day))
            .collect();
        let Some(reading) = gap_reading(model, model.control_prior(), recorded, &buyers) else {
            continue;
        };
        readings.push((day, reading));
        let alarms = gap_alarms(model.control_prior(), &readings);
        let up = |is: fn(&Finding) -> bool| alarms.iter().any(|alarm| is(&alarm.finding));
        let judged_on = reading.judged_on.unwrap_or(0);
        let lags = lags(model, recorded, &buyers[judged_on], now[judged_on].1);
        ahead.push((up(|finding| matches!(finding, Finding::AheadOfBuyers { .. })), lags));
        let mut holders = now.iter().filter(|(one, _)| model.role_prior(one.role).veto);
        let all_beyond = holders.all(|(_, look)| Stage::of(look.truth, Phase::Buy) > recorded);
        behind.push((up(|finding| matches!(finding, Finding::BehindBuyers { .. })), all_beyond));
    }
    (ahead, behind)
}

fn judged<'a>(
    model: &Model,
    person: &Person,
    stages: &'a StageDistribution,
    day: f64,
) -> Judged<'a> {
    let days_ago = |milestone| {
        let last = person.history.last_milestone(model, milestone, day);
        last.map(|last| day - last)
    };
    Judged {
        stages,
        role: person.role,
        power: person.power,
        endorsed_days_ago: days_ago(Milestone::Endorsement),
        approved_days_ago: days_ago(Milestone::Approval),
    }
}

/// Whether a buyer truly lags behind the recorded stage.
fn lags(model: &Model, recorded: Stage, buyer: &Judged<'_>, look: &Look) -> bool {
    let stage = Stage::of(look.truth, Phase::Buy);
    if !model.role_prior(buyer.role).by_approval {
        return stage < recorded;
    }
    let due = recorded >= model.control_prior().gap.approval_due;
    stage == Stage::Blocked || (due && buyer.approved_days_ago.is_none())
}
