//! Typed identifiers: one newtype per noun, each a UUIDv7.
//!
//! A version 7 UUID (RFC 9562 section 5.7) starts with its time of birth, so rows sort by age, those
//! of one operation in the order they were made, and a B-tree grows at its right edge. Identifiers are minted here and nowhere else, from a clock
//! and a generator that are handed in.

use std::fmt;
use std::str::FromStr;

use rand::RngExt;
use serde::{Deserialize, Serialize};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, SchemaFormat, Type};
use uuid::Uuid;

use crate::time::Timestamp;

/// Mints a UUIDv7 for the millisecond of `now`, its remaining 74 bits drawn from `rng`.
pub fn mint<I: From<Uuid>>(now: Timestamp, rng: &mut impl RngExt) -> I {
    I::from(uuid::Builder::from_unix_timestamp_millis(millis(now), &rng.random()).into_uuid())
}

/// Mints the `nth` UUIDv7 of an operation that happens at `now`.
///
/// Those of one operation sort by `nth`: it counts in the 12 bits behind the version and carries
/// into the milliseconds (RFC 9562 section 6.2, method 1). The remaining 62 bits are drawn from
/// `rng`.
pub fn mint_in_order<I: From<Uuid>>(now: Timestamp, nth: u64, rng: &mut impl RngExt) -> I {
    const IN_A_MILLISECOND: u64 = 1 << 12;
    let mut tail: [u8; 10] = rng.random();
    let counter = (nth % IN_A_MILLISECOND) as u16;
    tail[..2].copy_from_slice(&counter.to_be_bytes());
    let millis = millis(now) + nth / IN_A_MILLISECOND;
    I::from(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
}

fn millis(now: Timestamp) -> u64 {
    now.as_micros().max(0).unsigned_abs() / 1_000
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The bare UUID, for the database driver.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// Of a UUID that is known beforehand.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::Custom("uuid".to_owned())))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+};
}

ids! {
    /// A person who signs in.
    UserId,
    /// A team of users.
    TeamId,
    /// A key with which a program calls the API on behalf of a user.
    ApiKeyId,
    /// A company, a branch of one, or our own house.
    OrganizationId,
    /// A relation between two organizations.
    OrganizationRelationId,
    /// A person: theirs or ours.
    PersonId,
    /// A person's time with an organization.
    EmploymentId,
    /// A tie between two people.
    TieId,
    /// Something we sell.
    ProductId,
    /// Something a product offers.
    BenefitPointId,
    /// What the closed deals of the house once said of the forecasts.
    ProofId,
    /// A sequence of stages that deals run through.
    PipelineId,
    /// One step of a pipeline.
    StageId,
    /// A deal.
    OpportunityId,
    /// A move of a deal from one stage to another.
    StageChangeId,
    /// Something that happened between people, on a day.
    InteractionId,
    /// A promise, ours or theirs.
    CommitmentId,
    /// What was entered in one go: an interaction with the promises made in it.
    EvidenceId,
    /// Something that is planned.
    ActivityId,
    /// What became of a suggestion.
    ProposalId,
    /// That somebody was asked to lead us to somebody.
    AskId,
    /// Something that is going wrong in a deal.
    AlarmId,
    /// A run of learning from the house's own dealings.
    LearningId,
    /// A line of the audit log.
    AuditId,
    /// Something that must leave the house, or a chore to be done.
    OutboxId,
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let mut rng = StdRng::seed_from_u64(1);
        let early: PersonId = mint(Timestamp::from_micros(1_000_000), &mut rng);
        let late: PersonId = mint(Timestamp::from_micros(1_001_000), &mut rng);
        assert!(early < late);
        assert_eq!(early.uuid().get_version_num(), 7);
    }

    #[test]
    fn ids_of_one_operation_sort_in_the_order_they_were_minted() {
        let mut rng = StdRng::seed_from_u64(1);
        let now = Timestamp::from_micros(1_000_000);
        let minted: Vec<PersonId> =
            (0..10_000).map(|nth| mint_in_order(now, nth, &mut rng)).collect();
        assert!(minted.is_sorted());
        assert_eq!(minted[9_999].uuid().get_version_num(), 7);
    }
}
