//! What is withheld from the estimates, as the API says it of people, interactions and promises.

use assent_domain::ids::UserId;
use assent_domain::text::Line;
use assent_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::kept::Named;

/// Since when something has been withheld from the estimates, why, and by whom.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Withheld {
    /// Since when.
    at: Timestamp,
    /// Why.
    reason: Line,
    /// By whom.
    by: Option<Named<UserId>>,
}

/// Why something is withheld from the estimates.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reason {
    /// In a few words.
    pub(super) reason: Line,
}

impl From<assent_store::withheld::Withheld> for Withheld {
    fn from(row: assent_store::withheld::Withheld) -> Self {
        Self { at: row.at, reason: row.reason, by: row.by.map(Named::from) }
    }
}
