//! People, where they work, and the ties between them: theirs and ours alike.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{OrganizationId, PersonId, TeamId, UserId};
use crate::text::{Email, Key, Line, Name, Words};
use crate::time::Day;
use crate::words::words;

/// What is said of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonFacts {
    /// Their name in the system they came from, unique among people.
    #[serde(default)]
    pub key: Option<Key>,
    /// In their own order: family name first where that is the custom.
    pub name: Name,
    /// Where mail reaches them.
    #[serde(default)]
    pub email: Option<Email>,
    /// Where a call reaches them.
    #[serde(default)]
    pub phone: Option<Line>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether this record is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
    /// Who looks after them.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// The team they belong to; shared with everybody when there is none.
    #[serde(default)]
    pub team_id: Option<TeamId>,
}

impl PersonFacts {
    /// A person of whom nothing is known but their name.
    #[must_use]
    pub fn named(name: Name) -> Self {
        Self {
            key: None,
            name,
            email: None,
            phone: None,
            note: None,
            assumed: false,
            owner_id: None,
            team_id: None,
        }
    }
}

/// A person's time with an organization. A person may have several at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentFacts {
    /// Who.
    pub person_id: PersonId,
    /// Where.
    pub organization_id: OrganizationId,
    /// As what.
    #[serde(default)]
    pub title: Option<Line>,
    /// To whom they report there.
    #[serde(default)]
    pub reports_to_id: Option<PersonId>,
    /// First day, if known.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day, once they have left.
    #[serde(default)]
    pub until: Option<Day>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

words! {
    /// What ties two people, whether ours or theirs.
    pub enum TieKind {
        /// Same house as we.
        Colleague = "colleague",
        /// Work together.
        WorksWith = "works_with",
        /// Know one another.
        Knows = "knows",
        /// The first sold to the second.
        SoldTo = "sold_to",
        /// Have met.
        Met = "met",
        /// The second trusts the first.
        Trusts = "trusts",
        /// The first buys from the second.
        CustomerOf = "customer_of",
    }
}

/// A tie between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TieFacts {
    /// One end.
    pub from_id: PersonId,
    /// The other end.
    pub to_id: PersonId,
    /// Of what sort.
    pub kind: TieKind,
    /// Since when we know of it.
    #[serde(default)]
    pub since: Option<Day>,
    /// When the two were last in touch.
    #[serde(default)]
    pub last_contact: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}
