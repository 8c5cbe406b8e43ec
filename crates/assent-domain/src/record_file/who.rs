//! Records of those who are there before any deal: users, organizations, people and their ties.

use serde::Deserialize;

use crate::organization::OrganizationRelationKind;
use crate::person::TieKind;
use crate::text::{Email, Key, Line, Name, Words};
use crate::time::Day;
use crate::user::{Language, Role, Scope};

/// A team of ours.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamRecord {
    /// Its name, which is also its key.
    pub name: Name,
    /// The team it belongs to.
    #[serde(default)]
    pub parent: Option<Name>,
}

/// One of ours who signs in or owns deals.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserRecord {
    /// The person they are.
    pub person: Key,
    /// What they may do.
    pub role: Role,
    /// Over which rows.
    pub scope: Scope,
    /// The team they belong to.
    #[serde(default)]
    pub team: Option<Name>,
    /// The name to sign in with, once they are given a password.
    #[serde(default)]
    pub email: Option<Email>,
    /// Language of their screens.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A company, a branch, or our own house.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Whether it is our own.
    #[serde(default)]
    pub ours: bool,
    /// Whether it sells against us.
    #[serde(default)]
    pub competitor: bool,
    /// The organization it is a branch of.
    #[serde(default)]
    pub parent: Option<Key>,
    /// Town.
    #[serde(default)]
    pub city: Option<Line>,
    /// Country.
    #[serde(default)]
    pub country: Option<Line>,
    /// Trade it is in.
    #[serde(default)]
    pub sector: Option<Line>,
    /// Since when it has been buying from us.
    #[serde(default)]
    pub customer_since: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// How one organization stands to another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationRelationRecord {
    /// The one that stands so.
    pub from: Key,
    /// To whom.
    pub to: Key,
    /// How.
    pub kind: OrganizationRelationKind,
    /// Since when.
    #[serde(default)]
    pub since: Option<Day>,
    /// Until when.
    #[serde(default)]
    pub until: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person with the job they have. A second line about the same person with another organization
/// is a change of employment on its date.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRecord {
    /// Their key.
    pub key: Key,
    /// Their name.
    pub name: Name,
    /// Where they work.
    #[serde(default)]
    pub organization: Option<Key>,
    /// As what.
    #[serde(default)]
    pub title: Option<Line>,
    /// Since when they have worked there, or the first we know of it.
    #[serde(default)]
    pub from: Option<Day>,
    /// Their last day there.
    #[serde(default)]
    pub until: Option<Day>,
    /// Where mail reaches them.
    #[serde(default)]
    pub email: Option<Email>,
    /// Where a call reaches them.
    #[serde(default)]
    pub phone: Option<Line>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether they are assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person's boss, in the job they have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportingLineRecord {
    /// Who.
    pub person: Key,
    /// To whom they report.
    pub reports_to: Key,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A tie between two people.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieRecord {
    /// One end.
    pub from: Key,
    /// The other.
    pub to: Key,
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
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}
