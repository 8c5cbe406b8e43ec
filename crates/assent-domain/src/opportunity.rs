//! Opportunities and their stakeholders: a deal has many people, each with a buying role.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{
    OpportunityId, OrganizationId, PersonId, PipelineId, ProductId, StageId, TeamId, UserId,
};
use crate::money::Money;
use crate::person::EmploymentFacts;
use crate::text::{Key, Line, Name, Words};
use crate::time::{Day, Timestamp};
use crate::words::words;

/// What is said of a deal. Its stage, order and closure are rows of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpportunityFacts {
    /// Its name in the system it came from, unique among deals.
    #[serde(default)]
    pub key: Option<Key>,
    /// What it is about.
    pub name: Name,
    /// Who would buy.
    pub organization_id: OrganizationId,
    /// Who sells.
    pub owner_id: UserId,
    /// The team it belongs to; the owner's when left out.
    #[serde(default)]
    pub team_id: Option<TeamId>,
    /// The steps it runs through.
    pub pipeline_id: PipelineId,
    /// What would be sold.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// What it would bring.
    #[serde(default)]
    pub amount: Option<Money>,
    /// When it began.
    pub opened_on: Day,
    /// When the seller expects the order.
    #[serde(default)]
    pub expected_close: Option<Day>,
    /// The last day on which anything would have been recorded. After it silence says nothing, and
    /// estimates stand as of that day.
    #[serde(default)]
    pub observed_until: Option<Day>,
    /// The deal that it renews: where its people stood in that one is where they begin in this.
    #[serde(default)]
    pub renews_id: Option<OpportunityId>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether its figures are assumptions rather than reported facts.
    #[serde(default)]
    pub assumed: bool,
}

words! {
    /// How a deal ended.
    pub enum Outcome {
        /// They bought from us.
        Won = "won",
        /// They bought elsewhere.
        Lost = "lost",
        /// They bought from nobody.
        NoDecision = "no_decision",
    }
}

words! {
    /// Which deals a list is to show.
    pub enum DealState {
        /// Not ended.
        Open = "open",
        /// Ended, one way or the other.
        Closed = "closed",
        /// Ended with an order.
        Won = "won",
        /// Ended without one.
        Lost = "lost",
    }
}

/// The end of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosureFacts {
    /// How it ended.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
    /// Why, in a line.
    #[serde(default)]
    pub reason: Option<Line>,
}

/// A move to another stage: what the seller says of the deal, with who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageChangeFacts {
    /// The stage moved to.
    pub stage_id: StageId,
    /// When; now, when left out.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// Why, in the seller's words.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

words! {
    /// The part a person plays in deciding; the words match the roles of the model's priors.
    pub enum BuyingRole {
        /// Says yes or no in the end.
        DecisionMaker = "decision_maker",
        /// Holds the money.
        BudgetHolder = "budget_holder",
        /// Compares and recommends.
        Evaluator = "evaluator",
        /// Is listened to.
        Influencer = "influencer",
        /// Will work with it.
        User = "user",
        /// Opens or closes the door.
        Gatekeeper = "gatekeeper",
        /// Vouches from outside.
        Reference = "reference",
        /// A customer of the customer: listened to, without a say in this deal.
        Downstream = "downstream",
        /// Not known yet.
        Unknown = "unknown",
    }
}

impl BuyingRole {
    /// Whether a no of this person ends the deal.
    #[must_use]
    pub const fn has_veto(self) -> bool {
        matches!(self, Self::DecisionMaker | Self::BudgetHolder)
    }

    /// The weight of the role itself in the decision, without who listens to whom.
    ///
    /// Expert values; influence along ties refines them.
    #[must_use]
    pub const fn weight(self) -> f64 {
        match self {
            Self::DecisionMaker => 3.0,
            Self::BudgetHolder => 2.0,
            Self::Evaluator => 1.5,
            Self::Influencer | Self::Unknown => 1.0,
            Self::User => 0.7,
            Self::Gatekeeper => 0.5,
            Self::Reference => 0.3,
            Self::Downstream => 0.0,
        }
    }
}

/// A person's part in a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StakeholderFacts {
    /// Who.
    pub person_id: PersonId,
    /// In what part.
    pub role: BuyingRole,
    /// Since when.
    #[serde(default)]
    pub since: Option<Day>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

/// The last day of a stakeholder's part: it ends with the employment that it came with.
///
/// A person with several employments keeps the part until the last of those that were running when
/// it began has ended. Nothing known about employment ends nothing.
#[must_use]
pub fn part_ends(since: Option<Day>, employments: &[EmploymentFacts]) -> Option<Day> {
    let running = |job: &&EmploymentFacts| {
        since.is_none_or(|day| {
            job.from.is_none_or(|from| from <= day) && job.until.is_none_or(|until| until >= day)
        })
    };
    let ends: Vec<Option<Day>> = employments.iter().filter(running).map(|job| job.until).collect();
    ends.iter().copied().collect::<Option<Vec<Day>>>()?.into_iter().max()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_part_weighs_what_the_priors_say() {
        use assent_inference::{DEFAULT_PRIORS, Model, Priors};
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap());
        for role in BuyingRole::ALL {
            let prior = model.role_prior(model.role(role.as_str()).unwrap());
            assert_eq!((role.weight(), role.has_veto()), (prior.power, prior.veto), "{role}");
        }
    }

    fn job(from: &str, until: Option<&str>) -> EmploymentFacts {
        EmploymentFacts {
            person_id: Uuid::from_u128(1).into(),
            organization_id: Uuid::from_u128(2).into(),
            title: None,
            reports_to_id: None,
            from: Some(from.parse().unwrap()),
            until: until.map(|day| day.parse().unwrap()),
            assumed: false,
        }
    }

    fn day(text: &str) -> Option<Day> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_part_ends_with_the_employment_it_came_with() {
        let jobs = [job("1995-01-01", Some("2000-06-30")), job("2000-07-01", None)];
        assert_eq!(part_ends(day("2000-02-07"), &jobs), day("2000-06-30"));
        assert_eq!(part_ends(day("2000-08-01"), &jobs), None);
    }

    #[test]
    fn of_two_employments_at_once_the_longer_one_carries_the_part() {
        let jobs = [job("1995-01-01", Some("2000-06-30")), job("1999-01-01", Some("2001-01-31"))];
        assert_eq!(part_ends(day("2000-02-07"), &jobs), day("2001-01-31"));
    }

    #[test]
    fn nothing_known_ends_nothing() {
        assert_eq!(part_ends(day("2000-02-07"), &[]), None);
        assert_eq!(part_ends(None, &[job("1995-01-01", None)]), None);
    }
}
