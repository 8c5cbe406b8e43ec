//! Who does what: the people of a line in their parts.

use std::ops::Range;

use super::lexicon::{Cue, Meaning};
use super::matching::Match;
use super::pattern::Slot;
use super::scene::Scene;
use super::tape::{Entity, Mention, OurMention, What};
use crate::ids::PersonId;

/// How many words may stand before the one whom a clause is about.
const BEFORE_SUBJECT: usize = 3;

/// Somebody on the line.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Where they are mentioned.
    pub(super) tokens: Range<usize>,
    /// Who.
    pub(super) who: Who,
}

/// Somebody of theirs or of ours.
#[derive(Clone, Debug)]
pub(super) enum Who {
    /// One of theirs, or several.
    Theirs(Mention),
    /// One of ours.
    Ours(OurMention),
}

impl Actor {
    /// Who of theirs it is.
    pub(super) fn theirs(&self) -> Option<&Mention> {
        match &self.who {
            Who::Theirs(mention) => Some(mention),
            Who::Ours(_) => None,
        }
    }

    /// Who it is, so far as it is known.
    pub(super) fn people(&self) -> Vec<PersonId> {
        match &self.who {
            Who::Theirs(mention) => mention.people.clone(),
            Who::Ours(mention) => mention.person.into_iter().collect(),
        }
    }

    /// Whether one of ours does something here.
    pub(super) fn is_us_acting(&self) -> bool {
        matches!(&self.who, Who::Ours(mention) if mention.acts)
    }

    /// Whether somebody may do something here; only of ours is it known when they do not.
    fn may_act(&self) -> bool {
        matches!(self.who, Who::Theirs(_)) || self.is_us_acting()
    }
}

impl Scene<'_> {
    /// The last one mentioned before a token in its clause who does something.
    pub(super) fn acting_before(&self, at: usize) -> Option<&Actor> {
        let mut before = self.actors_in_clause(at).rev().filter(|actor| actor.tokens.end <= at);
        before.find(|actor| actor.may_act())
    }

    /// Whom of theirs a clause is about. Without a word of it, whom the clause before was about.
    /// `None` if it is about us, as a line is that begins with something we did.
    pub(super) fn subject(&self, at: usize) -> Option<&Actor> {
        for clause in (0..=self.tape.clause(at)).rev() {
            let tokens = self.tape.clause_tokens(clause);
            let ours = |one: &&Match| {
                let meaning = &one.sense.meaning;
                matches!(meaning, Meaning::Action(_) | Meaning::Asked(_) | Meaning::Answered(_))
                    && tokens.contains(&one.tokens().start)
            };
            let deed = self.matches.iter().find(ours).map(|one| one.tokens().start);
            let mut here = self
                .actors
                .iter()
                .filter(|actor| tokens.contains(&actor.tokens.start) && actor.tokens.end <= at);
            let begins = |actor: &&Actor| {
                deed.is_none_or(|deed| actor.tokens.start <= deed)
                    && self.steps(tokens.start, actor.tokens.start) <= BEFORE_SUBJECT
            };
            match here.find(|actor| actor.may_act()).filter(begins) {
                Some(actor) => return actor.theirs().is_some().then_some(actor),
                None if deed.is_some() => return None,
                None => {}
            }
        }
        None
    }

    /// The phrases by which somebody is said to say something, and who says it.
    pub(super) fn reports(&self) -> impl DoubleEndedIterator<Item = (&Match, &Actor)> {
        self.cues(Cue::Report).filter_map(|cue| {
            let slot = cue.slot(Slot::Through).and_then(|slot| self.mentioned_at(slot));
            let speaker = slot.or_else(|| self.acting_before(cue.tokens().start));
            speaker.map(|speaker| (cue, speaker))
        })
    }

    /// Who shows what a phrase says: whoever fills its slot, or stands before it, or after it in
    /// its clause, or was mentioned last, or the one whose page is open. `None` if it is we.
    pub(super) fn shown_by(&self, one: &Match) -> Option<Mention> {
        if let Some(actor) = one.slot(Slot::Person).and_then(|slot| self.mentioned_at(slot)) {
            return actor.theirs().cloned();
        }
        let tokens = one.tokens();
        let before = |actor: &&Actor| actor.tokens.end <= tokens.start;
        let theirs = |actor: &Actor| actor.theirs().cloned();
        let mut earlier_here = self.actors_in_clause(tokens.start).rev().filter(before);
        if let Some(mention) = earlier_here.find_map(theirs) {
            return Some(mention);
        }
        if self.acting_before(tokens.start).is_some() {
            return None;
        }
        let mut later_here = self.actors_in_clause(tokens.start).filter(|actor| !before(actor));
        Some(later_here.find_map(theirs).unwrap_or_else(|| self.nearest(tokens.start)))
    }

    /// Who of theirs was mentioned last before a token; otherwise the one whose page is open, or
    /// who is mentioned next, or the only one there is.
    pub(super) fn nearest(&self, at: usize) -> Mention {
        self.nearest_besides(at, &[])
    }

    /// The same, but nobody of `others`.
    pub(super) fn nearest_besides(&self, at: usize, others: &[PersonId]) -> Mention {
        let counts = |mention: &&Mention| {
            !mention.people.is_empty() && !mention.people.iter().any(|id| others.contains(id))
        };
        let theirs = |actor: &Actor| actor.theirs().filter(counts).cloned();
        let last = self.actors.iter().rev().filter(|actor| actor.tokens.end <= at).find_map(theirs);
        last.or_else(|| self.implied())
            .or_else(|| self.actors.iter().find_map(theirs))
            .unwrap_or(Mention { people: Vec::new(), certain: false, pronoun: true })
    }

    /// Whom a line is about that names nobody.
    fn implied(&self) -> Option<Mention> {
        let named = |actor: &Actor| actor.theirs().is_some_and(|one| !one.people.is_empty());
        if self.actors.iter().any(named) {
            return None;
        }
        // A name that nobody here bears may be whom the line is really about.
        let strange = |entity: &Entity| matches!(entity.what, What::Name | What::Stranger);
        let (person, certain) = self.context.implied()?;
        let certain = certain && !self.tape.entities.iter().any(strange);
        Some(Mention { people: vec![person], certain, pronoun: true })
    }
}

/// The same people, each once, in the order in which they first appear.
pub(super) fn unique(people: Vec<PersonId>) -> Vec<PersonId> {
    let mut unique: Vec<PersonId> = Vec::with_capacity(people.len());
    for person in people {
        if !unique.contains(&person) {
            unique.push(person);
        }
    }
    unique
}
