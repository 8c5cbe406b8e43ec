//! The gap between what the seller's stage presumes and where the buyers stand.
//!
//! A stage is never evidence: it is held against the estimate. The question is put to the person
//! whose no would end the deal; where nobody is known to have that power, to all of them, weighed
//! by their part. The flag goes up above 80 % and down below 50 %, so that it does not flutter.

use assent_inference::{Model, Moment, Phase, Stage, StageDistribution, trajectory};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::evidence::PersonEvidence;
use crate::ids::PersonId;
use crate::opportunity::BuyingRole;
use crate::pipeline::BuyStage;
use crate::reading::{StageShare, StageWord};
use crate::time::Day;

/// Above this probability of being ahead of the buyers the flag goes up.
pub const FLAG_UP: f64 = 0.8;
/// Below this one it goes down.
pub const FLAG_DOWN: f64 = 0.5;

/// How the seller's stage stands to the buyers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Gap {
    /// Where the stage presumes the buyers to stand.
    pub recorded: BuyStage,
    /// Where the middle of them stands, weighed by their part.
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
    /// The buyers' stages, weighed by their part.
    pub shares: Vec<StageShare>,
}

/// A buyer as the gap sees them.
#[derive(Clone, Copy, Debug)]
pub struct Buyer<'a> {
    /// Who.
    pub person: PersonId,
    /// In what part.
    pub role: BuyingRole,
    /// What is recorded of them; nothing, of somebody never dealt with.
    pub evidence: Option<&'a PersonEvidence>,
}

/// Holds a stage that was entered on `since` against the buyers on `day`. There is no gap once the
/// order is placed, nor without buyers.
#[must_use]
pub fn gap(
    model: &Model,
    recorded: BuyStage,
    since: Day,
    buyers: &[Buyer<'_>],
    day: Day,
) -> Option<Gap> {
    let days = days_between(since, day);
    let mut flagged = false;
    let mut last = None;
    let curves = buyers
        .iter()
        .map(|buyer| Some((buyer, stages_on(model, buyer, &days)?)))
        .collect::<Option<Vec<_>>>()?;
    for at in 0..days.len() {
        let standing: Vec<Standing<'_>> =
            curves.iter().map(|(buyer, curve)| Standing { buyer, stages: &curve[at] }).collect();
        let judged = judge(recorded, &standing)?;
        flagged = judged.p_ahead > if flagged { FLAG_DOWN } else { FLAG_UP };
        last = Some(Gap { flagged, ..judged });
    }
    last
}

/// The days on which the flag is looked at: every seventh, and the last.
fn days_between(since: Day, day: Day) -> Vec<Day> {
    let (first, last) = (since.number().min(day.number()), day.number());
    let mut days: Vec<Day> = (first..last).step_by(7).map(Day::from_number).collect();
    days.push(day);
    days
}

/// A buyer's stages on each day; `None` for somebody who is using already.
fn stages_on(model: &Model, buyer: &Buyer<'_>, days: &[Day]) -> Option<Vec<StageDistribution>> {
    let Some(evidence) = buyer.evidence else {
        return Some(vec![model.start(Phase::Buy).stages(Phase::Buy); days.len()]);
    };
    let at: Vec<f64> = days.iter().map(|day| evidence.clock_on(*day)).collect();
    let moments = trajectory(model, &evidence.start(), &evidence.history, &at);
    let stages =
        |moment: Moment| (moment.phase == Phase::Buy).then(|| moment.state.stages(Phase::Buy));
    moments.into_iter().map(stages).collect()
}

struct Standing<'a> {
    buyer: &'a Buyer<'a>,
    stages: &'a StageDistribution,
}

/// How the stage stands to the buyers on one day, the flag left down.
fn judge(recorded: BuyStage, standing: &[Standing<'_>]) -> Option<Gap> {
    let weights: f64 = standing.iter().map(|one| one.buyer.role.weight()).sum();
    if weights <= 0.0 {
        return None;
    }
    let share = |stage: Stage| {
        let of = |one: &Standing<'_>| one.buyer.role.weight() * one.stages.probability(stage);
        StageShare { stage, p: standing.iter().map(of).sum::<f64>() / weights }
    };
    let shares: Vec<StageShare> = Phase::Buy.stages().iter().copied().map(share).collect();
    let veto = standing
        .iter()
        .filter(|one| one.buyer.role.has_veto())
        .map(|one| (one.buyer.person, one.stages.below(recorded.into())))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    let p_ahead = veto.map_or_else(
        || shares.iter().filter(|one| one.stage < recorded.into()).map(|one| one.p).sum(),
        |(_, p)| p,
    );
    let buyers_median = median(&shares);
    Some(Gap {
        recorded,
        steps: place(recorded.into()) - place(buyers_median),
        buyers_median,
        p_ahead,
        flagged: false,
        judged_on: veto.map(|(person, _)| person),
        shares,
    })
}

fn median(shares: &[StageShare]) -> Stage {
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

#[cfg(test)]
mod tests {
    use assent_inference::{State, StateVector};
    use uuid::Uuid;

    use super::*;

    /// Somebody who surely stands at these levels.
    fn standing_at([c, p, b]: [usize; 3]) -> StageDistribution {
        StateVector::certain(State::new(c, p, b).unwrap()).stages(Phase::Buy)
    }

    fn judged(recorded: BuyStage, buyers: &[(BuyingRole, &StageDistribution)]) -> Option<Gap> {
        let people: Vec<Buyer<'_>> = (1..)
            .zip(buyers)
            .map(|(n, (role, _))| Buyer {
                person: Uuid::from_u128(n).into(),
                role: *role,
                evidence: None,
            })
            .collect();
        let standing: Vec<Standing<'_>> = people
            .iter()
            .zip(buyers)
            .map(|(buyer, (_, stages))| Standing { buyer, stages })
            .collect();
        judge(recorded, &standing)
    }

    #[test]
    fn one_who_can_say_no_counts_for_more_than_all_who_cannot() {
        let (cold, warm) = (standing_at([1, 2, 1]), standing_at([4, 4, 4]));
        let (boss, evaluator) = (BuyingRole::DecisionMaker, BuyingRole::Evaluator);
        let found =
            judged(BuyStage::Committed, &[(boss, &cold), (evaluator, &warm), (evaluator, &warm)]);
        let found = found.unwrap();
        assert_eq!(found.p_ahead, 1.0);
        assert_eq!(found.judged_on, Some(Uuid::from_u128(1).into()));
    }

    #[test]
    fn without_a_known_veto_the_buyers_are_weighed_by_their_part() {
        let (cold, warm) = (standing_at([1, 2, 1]), standing_at([4, 4, 4]));
        let buyers = [(BuyingRole::Evaluator, &warm), (BuyingRole::Gatekeeper, &cold)];
        let found = judged(BuyStage::Committed, &buyers).unwrap();
        assert_eq!(found.p_ahead, 0.25);
        assert_eq!((found.buyers_median, found.steps), (Stage::Committed, 0));
    }

    #[test]
    fn there_is_no_gap_without_buyers() {
        assert_eq!(judged(BuyStage::Aware, &[]), None);
    }

    #[test]
    fn the_flag_is_looked_at_every_week_and_on_the_last_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let days = days_between(day("2000-02-25"), day("2000-03-12"));
        assert_eq!(days, ["2000-02-25", "2000-03-03", "2000-03-10", "2000-03-12"].map(day));
    }
}
