//! The gap between what the seller's stage presumes and where the buyers stand.
//!
//! A stage is never evidence: it is held against the estimate. The question is put to the person
//! whose no would end the deal; where nobody is known to have that power, to all of them, weighed
//! by their part. The flag goes up above 80 % and down below 50 %, so that it does not flutter.

use assent_inference::{Phase, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::PersonId;
use crate::opportunity::BuyingRole;
use crate::pipeline::BuyStage;
use crate::reading::{PhaseWord, Reading, StageShare};

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
    #[schema(value_type = String)]
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
    /// Where they stand.
    pub reading: &'a Reading,
}

/// Holds a stage against the buyers. There is no gap once the order is placed, nor without buyers.
#[must_use]
pub fn gap(recorded: BuyStage, buyers: &[Buyer<'_>], was_flagged: bool) -> Option<Gap> {
    let buying = |buyer: &&Buyer<'_>| buyer.reading.phase == PhaseWord::Buy;
    let buyers: Vec<&Buyer<'_>> = buyers.iter().filter(buying).collect();
    let weights: f64 = buyers.iter().map(|buyer| buyer.role.weight()).sum();
    if buyers.is_empty() || weights <= 0.0 {
        return None;
    }
    let share = |stage: Stage| {
        let of = |buyer: &&Buyer<'_>| {
            let p =
                buyer.reading.stages.iter().find(|one| one.stage == stage).map_or(0.0, |one| one.p);
            buyer.role.weight() * p
        };
        StageShare { stage, p: buyers.iter().map(of).sum::<f64>() / weights }
    };
    let shares: Vec<StageShare> = Phase::Buy.stages().iter().copied().map(share).collect();
    let veto = buyers
        .iter()
        .filter(|buyer| buyer.role.has_veto())
        .map(|buyer| (buyer.person, buyer.reading.p_below(recorded.into())))
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
        flagged: p_ahead > if was_flagged { FLAG_DOWN } else { FLAG_UP },
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
    use crate::time::Day;

    /// Somebody who surely stands at these levels.
    fn reading(levels: [usize; 3]) -> Reading {
        let [c, p, b] = levels;
        let state = StateVector::certain(State::new(c, p, b).unwrap());
        Reading::of(&state, Phase::Buy, Day::from_number(0), 1, None)
    }

    fn judge(recorded: BuyStage, buyers: &[(BuyingRole, &Reading)], was: bool) -> Option<Gap> {
        let buyers: Vec<Buyer<'_>> = (1..)
            .zip(buyers)
            .map(|(n, (role, reading))| Buyer {
                person: Uuid::from_u128(n).into(),
                role: *role,
                reading,
            })
            .collect();
        gap(recorded, &buyers, was)
    }

    #[test]
    fn one_who_can_say_no_counts_for_more_than_all_who_cannot() {
        let (cold, warm) = (reading([1, 2, 1]), reading([4, 4, 4]));
        let buyers = [
            (BuyingRole::DecisionMaker, &cold),
            (BuyingRole::Evaluator, &warm),
            (BuyingRole::User, &warm),
        ];
        let found = judge(BuyStage::Committed, &buyers, false).unwrap();
        assert!(found.flagged);
        assert_eq!(found.judged_on, Some(Uuid::from_u128(1).into()));
    }

    #[test]
    fn without_a_known_veto_the_buyers_are_weighed_by_their_part() {
        let (cold, warm) = (reading([1, 2, 1]), reading([4, 4, 4]));
        let buyers = [(BuyingRole::Evaluator, &warm), (BuyingRole::Gatekeeper, &cold)];
        let found = judge(BuyStage::Committed, &buyers, false).unwrap();
        assert_eq!(found.p_ahead, 0.25);
        assert_eq!((found.buyers_median, found.steps), (Stage::Committed, 0));
    }

    #[test]
    fn the_flag_goes_down_later_than_it_goes_up() {
        let torn = {
            let (cold, warm) = (State::new(1, 2, 1).unwrap(), State::new(4, 4, 4).unwrap());
            let mut shares = [0.0; 125];
            shares[cold.index()] = 0.7;
            shares[warm.index()] = 0.3;
            let state = StateVector::new(shares).unwrap();
            Reading::of(&state, Phase::Buy, Day::from_number(0), 1, None)
        };
        let buyers = [(BuyingRole::DecisionMaker, &torn)];
        let flagged = |was| judge(BuyStage::Committed, &buyers, was).unwrap().flagged;
        assert!(!flagged(false));
        assert!(flagged(true));
    }

    #[test]
    fn there_is_no_gap_without_buyers() {
        assert_eq!(judge(BuyStage::Aware, &[], false), None);
    }
}
