//! The evidence line: one typed line, Chinese or English or both, read into chips to confirm and
//! records ready to be stored.
//!
//! It is a pure function of the line, of the people at hand and of the day. It knows no grammar: it
//! looks for people, days and phrases, and settles between them by where they stand. The phrases
//! are data, in `lexicon/en.toml` and `lexicon/zh.toml`; what they stand for in the model is in
//! `lexicon/sense.toml`. What it is not sure of it says, and a chip taken out is left out of the
//! records.
//!
//! The stations, in order:
//!
//! 1. `tokens` cuts the line, `calendar` and `people` recognise days and people on it;
//! 2. `matching` finds the phrases of the `lexicon` and settles which hold;
//! 3. `promises`, `deeds` and `signs` ask of each phrase who, and whether it is so;
//! 4. `reading` makes chips of it, `records` the interaction and the promises.
//!
//! Not read here: whether a promise was kept (that is recorded on the promise), and amounts.

mod actors;
mod automaton;
mod calendar;
mod days;
mod deeds;
mod lexicon;
mod matching;
mod names;
mod pattern;
mod people;
mod promises;
mod pronouns;
mod scene;
mod signs;
mod sources;
mod tape;
mod tokens;

use assent_inference::Model;

use crate::ids::{OpportunityId, PersonId};
use crate::time::{Day, Timestamp};
use crate::words::words;

/// Somebody who may be mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPerson<'a> {
    /// Who.
    pub id: PersonId,
    /// In their own order: family name first where that is the custom.
    pub name: &'a str,
    /// Whether they are one of ours.
    pub ours: bool,
    /// What they are where they work.
    pub title: Option<&'a str>,
}

/// An organization that may be mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownOrganization<'a> {
    /// Its name.
    pub name: &'a str,
    /// On which side it stands.
    pub side: OrganizationSide,
}

words! {
    /// On which side of a deal an organization stands.
    pub enum OrganizationSide {
        /// We.
        Ours = "ours",
        /// The customer.
        Customer = "customer",
        /// Another supplier.
        Competitor = "competitor",
    }
}

/// What has to be known to understand a line.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What signs, actions and replies there are.
    pub model: &'a Model,
    /// The deal that the line is about.
    pub opportunity: OpportunityId,
    /// Who may be mentioned: the people of the deal, theirs and ours.
    pub people: &'a [KnownPerson<'a>],
    /// Which organizations may be mentioned.
    pub organizations: &'a [KnownOrganization<'a>],
    /// Which of our people types.
    pub author: Option<PersonId>,
    /// Whose page is open.
    pub focus: Option<PersonId>,
    /// The day it is for whoever types.
    pub today: Day,
    /// The instant it is.
    pub now: Timestamp,
}

impl Context<'_> {
    /// Whom a line is about that names nobody: whose page is open; or the only one there is, which
    /// is not certain.
    fn implied(&self) -> Option<(PersonId, bool)> {
        let mut theirs = self.people.iter().filter(|person| !person.ours).map(|person| person.id);
        let focus = self.focus.filter(|focus| theirs.clone().any(|id| id == *focus));
        match (focus, theirs.next(), theirs.next()) {
            (Some(focus), ..) => Some((focus, true)),
            (None, Some(only), None) => Some((only, false)),
            _ => None,
        }
    }
}
