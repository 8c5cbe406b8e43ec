//! Records of what happened, and of what was promised.

use serde::Deserialize;

use crate::interaction::{Direction, Source};
use crate::text::{Key, Line, Words};
use crate::time::{Day, Timestamp};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InteractionRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// When.
    pub date: Timestamp,
    /// What it was.
    pub kind: Key,
    /// Who moved.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// How they answered.
    #[serde(default)]
    pub result: Option<Key>,
    /// The people on the other side.
    #[serde(default)]
    pub people: Vec<Key>,
    /// Who introduced us.
    #[serde(default)]
    pub through: Vec<Key>,
    /// What they showed.
    #[serde(default)]
    pub signs: Vec<SignRecord>,
    /// Where the record comes from.
    #[serde(default)]
    pub source: Option<Source>,
    /// The words, as they were said or noted.
    #[serde(default)]
    pub words: Option<Words>,
    /// Which of ours it was.
    #[serde(default)]
    pub by: Option<Key>,
    /// Whether a procedure bound them to take part.
    #[serde(default)]
    pub procedure_bound: bool,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// What a person showed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignRecord {
    /// Who.
    pub person: Key,
    /// Which sign.
    pub kind: Key,
    /// Where it comes from, when not from where the record does.
    #[serde(default)]
    pub source: Option<Source>,
    /// The benefit point it speaks of.
    #[serde(default)]
    pub benefit: Option<Line>,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// Who promised.
    pub by: Key,
    /// To whom.
    pub to: Key,
    /// What.
    pub text: Line,
    /// When it was given.
    pub date: Day,
    /// By when it was to be done.
    #[serde(default)]
    pub due: Option<Day>,
    /// When it was kept.
    #[serde(default)]
    pub kept: Option<Day>,
    /// When it was broken.
    #[serde(default)]
    pub broken: Option<Day>,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}
