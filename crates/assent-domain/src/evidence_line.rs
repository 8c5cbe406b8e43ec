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
mod chip;
mod days;
mod deeds;
mod lexicon;
mod matching;
mod names;
mod pattern;
mod people;
mod promises;
mod pronouns;
mod reading;
mod records;
mod scene;
mod signs;
mod sources;
mod tape;
mod tendency;
mod tokens;

use std::sync::LazyLock;

use assent_inference::Model;

pub use self::chip::{Chip, ChipId, ChipKind, ChipValue, Span, Toward};
use self::lexicon::LEXICON;
use self::reading::Reading;
use self::scene::Scene;
use self::tape::Tape;
use crate::ids::{OpportunityId, PersonId};
use crate::interaction::{CommitmentFacts, InteractionFacts};
use crate::text::Words;
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

/// What a line was understood to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Piece by piece, in the order of the line.
    pub chips: Vec<Chip>,
    /// As an interaction; none while something is missing.
    pub interaction: Option<InteractionFacts>,
    /// As promises.
    pub commitments: Vec<CommitmentFacts>,
    /// What has to be said before it can be recorded.
    pub missing: Vec<Missing>,
}

words! {
    /// What has to be said before a line can be recorded.
    pub enum Missing {
        /// Anything at all, or less than fits.
        Words = "words",
        /// Whom it is about.
        Person = "person",
        /// How it was answered.
        Reply = "reply",
        /// Who of ours promises, or is promised.
        Author = "author",
    }
}

/// Reads the lexicon now, a few tens of milliseconds, so that no line has to wait for it.
pub fn warm_up() {
    LazyLock::force(&LEXICON);
}

/// Reads a line. The chips named in `without` are left out; where one of them is a person, the line
/// is read as if that person were unknown.
#[must_use]
pub fn read_line(context: &Context<'_>, text: &str, without: &[ChipId]) -> Draft {
    let Ok(words) = Words::parse(text) else {
        let missing = vec![Missing::Words];
        return Draft { chips: Vec::new(), interaction: None, commitments: Vec::new(), missing };
    };
    let taken_out = |id: PersonId| without.contains(&ChipId::new(&ChipValue::Person(id), 0));
    let people: Vec<KnownPerson<'_>> =
        context.people.iter().filter(|person| !taken_out(person.id)).copied().collect();
    let focus = context.focus.filter(|focus| !taken_out(*focus));
    let context = Context { people: &people, focus, ..*context };
    let scene = scene(&context, text);
    let reading = read(&scene);
    records::draft(&scene, &reading, words, without)
}

/// Who and what is on the line.
fn scene<'a>(context: &'a Context<'a>, text: &'a str) -> Scene<'a> {
    let mut tape = Tape::new(text, &LEXICON);
    calendar::mark(&mut tape, context.today);
    people::mark(&mut tape, context);
    pronouns::mark(&mut tape, context);
    matching::split_clauses(&mut tape);
    let matches = matching::find(&tape);
    Scene::new(context, tape, matches)
}

/// What that says.
fn read(scene: &Scene<'_>) -> Reading {
    let promises = promises::read(scene);
    let mut signs = signs::read(scene, &promises);
    let spoke = scene.reports().any(|(_, speaker)| speaker.theirs().is_some());
    let shown = spoke || !signs.is_empty() || !promises.is_empty();
    let deed = deeds::read(scene, &promises, shown);
    let deed = deed.filter(|deed| deed.certain || !signs.iter().any(|sign| sign.retells(deed)));
    if let Some(deed) = &deed {
        signs.retain(|sign| !sign.retells(deed));
        signs.extend(signs::shown_between(scene, deed));
    }
    let source = sources::of_line(scene, deed.as_ref(), &signs);
    let on = scene.happened_on(deed.as_ref().map(|deed| &deed.tokens), &promises);
    Reading { deed, signs, promises, on, source }
}
