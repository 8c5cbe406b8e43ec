//! Whom pronouns stand for, and names that nobody here bears.
//!
//! A pronoun stands for whoever of theirs was mentioned last, otherwise for the person whose page
//! is open. Only in “Dana says he …” it is somebody else than Dana, if there is somebody else. The
//! customer, by that word or by the name of the house, is a pronoun, too.

use std::ops::Range;

use super::Context;
use super::lexicon::{Cue, Meaning, Pronoun};
use super::names::stands_before;
use super::people::suffix;
use super::tape::{Entity, Mention, OurMention, Tape, What};
use super::tokens::Kind;
use crate::ids::PersonId;
use crate::interaction::Source;

/// Lays the pronouns of the line on the tape, where the names lie already.
pub(super) fn mark(tape: &mut Tape<'_>, context: &Context<'_>) {
    let standing = Standing { tape, context };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tape.len() {
        let free = !tape.is_taken(at);
        let seen = free.then(|| standing.pronoun(at).or_else(|| standing.unknown(at))).flatten();
        let end = seen.as_ref().map_or(at + 1, |(end, _)| *end);
        found.extend(seen.map(|(end, what)| Entity { tokens: at..end, what }));
        at = end;
    }
    let house = |(index, one): (usize, &Entity)| match one.what {
        What::Customer => Some((index, standing.customer(one.tokens.start, one.tokens.end)?)),
        _ => None,
    };
    let houses: Vec<(usize, What)> = tape.entities.iter().enumerate().filter_map(house).collect();
    for (index, what) in houses {
        tape.entities[index].what = what;
    }
    tape.lay(found);
    for (tokens, speaker) in speeches(tape) {
        for entity in tape.entities.iter_mut().filter(|one| tokens.contains(&one.tokens.start)) {
            if matches!(&entity.what, What::Ours(mention) if mention.speaks) {
                entity.what = What::Theirs(speaker.clone());
            }
        }
    }
}

/// “Tom wrote: we can live with it”: up to the end of the sentence “we” are Tom's. The tokens, and
/// who speaks.
fn speeches(tape: &Tape<'_>) -> Vec<(Range<usize>, Mention)> {
    let tokens = &tape.tokens.list;
    let opens = |at: &usize| *at > 0 && tokens[*at].after_colon && !tokens[at - 1].after_colon;
    let speech = |at: usize| {
        let before = tape.clause_tokens(tokens[at - 1].clause);
        let inside = |entity: &&Entity| before.contains(&entity.tokens.start);
        let speaker = tape.entities.iter().rev().filter(inside).find_map(Entity::theirs)?;
        let says = |meaning: &Meaning| {
            matches!(meaning, Meaning::Cue(Cue::Report) | Meaning::Source(Source::CustomerWritten))
        };
        let end = tokens.partition_point(|token| token.sentence <= tokens[at].sentence);
        let speaker = Mention { pronoun: true, ..speaker.clone() };
        tape.has_phrase(before.clone(), says).then_some((at..end, speaker))
    };
    (0..tokens.len()).filter(opens).filter_map(speech).collect()
}

struct Standing<'a> {
    tape: &'a Tape<'a>,
    context: &'a Context<'a>,
}

impl Standing<'_> {
    /// Whom the pronoun at a token stands for, and where it ends.
    fn pronoun(&self, at: usize) -> Option<(usize, What)> {
        let words = &self.tape.lexicon.people;
        let (end, _, pronoun) = words.pronouns.longest(self.tape, at)?;
        let ours = |acts, speaks| What::Ours(OurMention { person: None, acts, speaks });
        let what = match *pronoun {
            Pronoun::Competitor => What::Competitor,
            Pronoun::They => self.customer(at, end)?,
            // Between quotation marks the customer speaks: “we” are they.
            Pronoun::We | Pronoun::Us if self.tape.tokens.list[at].quoted => {
                What::Theirs(self.antecedent(at, false))
            }
            Pronoun::We => {
                let owns =
                    end < self.tape.len() && words.possessives.longest(self.tape, end).is_some();
                ours(!owns && !stands_before(&words.towards, self.tape, at), true)
            }
            Pronoun::Us => ours(false, true),
            Pronoun::You => ours(false, false),
        };
        Some((end, what))
    }

    /// Whom “the customer” from `at` to `end` stands for, unless the name follows: “the customer
    /// Dana”.
    fn customer(&self, at: usize, end: usize) -> Option<What> {
        let is_named = self.tape.entity_at(end).is_some_and(Entity::is_name);
        (!is_named).then(|| What::Theirs(self.antecedent(at, self.is_reported(at))))
    }

    /// Whom a pronoun stands for, where the last one mentioned may be reporting it of another.
    fn antecedent(&self, at: usize, reported: bool) -> Mention {
        let before = |one: &&Entity| one.tokens.start < at;
        let last = self.tape.entities.iter().rev().filter(before).find_map(Entity::theirs);
        let last = last.map(|mention| mention.people.clone()).unwrap_or_default();
        let (implied, certain) = self.context.implied().unzip();
        let implied: Vec<PersonId> = implied.into_iter().collect();
        let certain = certain.unwrap_or(false);
        if last.is_empty() {
            return Mention { people: implied, certain, pronoun: true };
        }
        let disagree = certain && last != implied;
        let people = if reported && disagree { implied } else { last };
        Mention { people, certain: !disagree, pronoun: true }
    }

    /// Whether the last one mentioned is saying what stands at a token.
    fn is_reported(&self, at: usize) -> bool {
        let before = |one: &&Entity| one.tokens.end <= at && one.theirs().is_some();
        let speaker = self.tape.entities.iter().rev().find(before);
        let speaker = speaker.filter(|one| self.tape.is_one_clause(one.tokens.start, at));
        let says = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::Report);
        speaker.is_some_and(|speaker| self.tape.has_phrase(speaker.tokens.end..at, says))
    }

    /// A name that nobody here bears.
    fn unknown(&self, at: usize) -> Option<(usize, What)> {
        let token = &self.tape.tokens.list[at];
        let opens = at == 0 || self.tape.tokens.list[at - 1].sentence != token.sentence;
        if token.kind == Kind::Word {
            let is_name = token.capital && !opens && self.tape.word(at).is_none();
            return (is_name && token.bytes.len() > 1).then_some((at + 1, What::Name));
        }
        let surnames = &self.tape.lexicon.people.surnames;
        let is_surname = surnames.contains(self.tape.tokens.text(at));
        let (end, _) = if is_surname { suffix(self.tape, at + 1) } else { None }?;
        Some((end, What::Stranger))
    }
}
