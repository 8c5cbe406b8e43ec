//! Users, teams and API keys: who signs in, and how far each may see.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{PersonId, TeamId};
use crate::text::{Email, Name};
use crate::words::words;

words! {
    /// What a user does here; the table in [`crate::permission`] says what each may do.
    pub enum Role {
        /// Runs the installation.
        Admin = "admin",
        /// Leads salespeople.
        Manager = "manager",
        /// Sells.
        Rep = "rep",
        /// Looks on.
        ReadOnly = "read_only",
    }
}

words! {
    /// How far a user's role reaches over the rows.
    pub enum Scope {
        /// Rows the user owns.
        Own = "own",
        /// Rows of the user's team and of the teams below it.
        Team = "team",
        /// Every row.
        All = "all",
    }
}

words! {
    /// The language of the user interface.
    pub enum Language {
        /// Simplified Chinese.
        Chinese = "zh-CN",
        /// English.
        English = "en",
    }
}

words! {
    /// Light or dark.
    pub enum Theme {
        /// Dark ink on white.
        Light = "light",
        /// Light ink on black.
        Dark = "dark",
        /// As the device says.
        System = "system",
    }
}

words! {
    /// What an API key may be used for, on top of what its user may do.
    pub enum KeyScope {
        /// Reading.
        Read = "read",
        /// Reading and writing.
        Write = "write",
    }
}

/// What is said of a user; the password is kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserFacts {
    /// As colleagues know them.
    pub name: Name,
    /// The name to sign in with. A user without one owns records but cannot sign in.
    #[serde(default)]
    pub email: Option<Email>,
    /// What they may do.
    pub role: Role,
    /// Over which rows.
    pub scope: Scope,
    /// The team whose rows they share.
    #[serde(default)]
    pub team_id: Option<TeamId>,
    /// The user as a person among people, with ties and promises.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// Language of the screens.
    #[serde(default = "chinese")]
    pub language: Language,
    /// Light or dark screens.
    #[serde(default = "as_the_device")]
    pub theme: Theme,
}

fn chinese() -> Language {
    Language::Chinese
}

fn as_the_device() -> Theme {
    Theme::System
}

/// What is said of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamFacts {
    /// Its name.
    pub name: Name,
    /// The team it belongs to; who leads that one sees this one's rows.
    #[serde(default)]
    pub parent_id: Option<TeamId>,
}
