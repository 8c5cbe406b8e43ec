//! Organizations and how they relate: branches, customers' customers, suppliers, competitors.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{OrganizationId, TeamId, UserId};
use crate::text::{Key, Line, Name, Words};
use crate::time::Day;
use crate::words::words;

/// What is said of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganizationFacts {
    /// Its name in the system it came from, unique among organizations.
    #[serde(default)]
    pub key: Option<Key>,
    /// As it calls itself.
    pub name: Name,
    /// Whether this is our own house (or a part of it).
    #[serde(default)]
    pub ours: bool,
    /// Whether it sells against us.
    #[serde(default)]
    pub competitor: bool,
    /// Town.
    #[serde(default)]
    pub city: Option<Line>,
    /// Country.
    #[serde(default)]
    pub country: Option<Line>,
    /// Trade it is in.
    #[serde(default)]
    pub sector: Option<Line>,
    /// Address on the web.
    #[serde(default)]
    pub website: Option<Line>,
    /// Since when it has been buying from us.
    #[serde(default)]
    pub customer_since: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether this record is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
    /// Who looks after it.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// The team it belongs to; shared with everybody when there is none.
    #[serde(default)]
    pub team_id: Option<TeamId>,
}

impl OrganizationFacts {
    /// An organization of which nothing is known but its name.
    #[must_use]
    pub fn named(name: Name) -> Self {
        Self {
            key: None,
            name,
            ours: false,
            competitor: false,
            city: None,
            country: None,
            sector: None,
            website: None,
            customer_since: None,
            note: None,
            assumed: false,
            owner_id: None,
            team_id: None,
        }
    }
}

words! {
    /// How one organization stands to another.
    pub enum OrganizationRelationKind {
        /// Is a branch or daughter of.
        SubsidiaryOf = "subsidiary_of",
        /// Buys from.
        CustomerOf = "customer_of",
        /// Sells to.
        SupplierOf = "supplier_of",
        /// Sells against.
        CompetitorOf = "competitor_of",
    }
}

/// A relation between two organizations, read from left to right: `from` is a … of `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganizationRelationFacts {
    /// The one that stands so.
    pub from_id: OrganizationId,
    /// To whom it stands so.
    pub to_id: OrganizationId,
    /// How.
    pub kind: OrganizationRelationKind,
    /// Since when, if known.
    #[serde(default)]
    pub since: Option<Day>,
    /// Until when, if it has ended.
    #[serde(default)]
    pub until: Option<Day>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}
