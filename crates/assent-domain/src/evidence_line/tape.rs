//! The line as it is read: its tokens, and on them the people, days and competitors recognised.
//!
//! What is recognised does not replace its tokens. It lies on them, so that a phrase may pass over
//! it as one thing or go through its words.

use std::ops::Range;

use super::automaton::WordId;
use super::calendar::DateMention;
use super::lexicon::{Lexicon, Meaning};
use super::pattern::Slot;
use super::tokens::{Kind, Tokens};
use crate::ids::PersonId;

/// Words that hold others have at most so many tokens before them.
const LONGEST_WORD: usize = 3;

/// A line with what was recognised on it.
pub(super) struct Tape<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'static Lexicon,
    pub(super) tokens: Tokens,
    /// By token: the word of the lexicon that it is.
    words: Vec<Option<WordId>>,
    /// By token: the number that begins there, and where it ends.
    numbers: Vec<Option<(i64, usize)>>,
    /// Rising and apart.
    pub(super) entities: Vec<Entity>,
    /// By token: the entity that begins there.
    begins: Vec<Option<usize>>,
}

/// Something recognised.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    pub(super) what: What,
}

/// What was recognised.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// One of theirs, or several in a row.
    Theirs(Mention),
    /// One of ours.
    Ours(OurMention),
    /// A day.
    Date(DateMention),
    /// A competitor.
    Competitor,
    /// The house of the customer, where it does not stand for a person.
    Customer,
    /// A name that nobody knows; perhaps a competitor.
    Name,
    /// A person whom nobody knows.
    Stranger,
}

/// How people of theirs are mentioned.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Who; nobody, for a pronoun that stands for nobody known.
    pub(super) people: Vec<PersonId>,
    /// Whether it can be nobody else.
    pub(super) certain: bool,
    /// Whether it is a pronoun.
    pub(super) pronoun: bool,
}

/// How one of ours is mentioned.
#[derive(Clone, Copy, Debug)]
pub(super) struct OurMention {
    /// Who, if by name.
    pub(super) person: Option<PersonId>,
    /// Whether they do something, rather than have it done to them.
    pub(super) acts: bool,
    /// Whether it is “I” or “we”, which another speaker says of themselves.
    pub(super) speaks: bool,
}

impl Entity {
    /// Who of theirs it is, if it is known.
    pub(super) fn theirs(&self) -> Option<&Mention> {
        match &self.what {
            What::Theirs(mention) if !mention.people.is_empty() => Some(mention),
            _ => None,
        }
    }

    /// Whether it is what a slot asks for.
    fn fills(&self, slot: Slot) -> bool {
        match self.what {
            What::Theirs(_) => matches!(slot, Slot::Person | Slot::Through),
            What::Ours(_) => matches!(slot, Slot::Us | Slot::Through),
            What::Date(_) => slot == Slot::Date,
            What::Competitor | What::Name => slot == Slot::Competitor,
            What::Customer | What::Stranger => false,
        }
    }

    /// Whether it is somebody's name.
    pub(super) fn is_name(&self) -> bool {
        match &self.what {
            What::Theirs(mention) => !mention.pronoun,
            What::Ours(mention) => mention.person.is_some(),
            _ => false,
        }
    }
}

impl<'a> Tape<'a> {
    /// The bare tokens of `text`.
    pub(super) fn new(text: &'a str, lexicon: &'static Lexicon) -> Self {
        let tokens = Tokens::cut(text);
        let words = tokens.texts().map(|word| lexicon.vocabulary.id(word)).collect();
        let length = tokens.list.len();
        let (numbers, begins) = (vec![None; length], vec![None; length]);
        let mut tape = Self { text, lexicon, tokens, words, numbers, entities: Vec::new(), begins };
        tape.numbers = (0..length).map(|at| tape.read_number(at)).collect();
        tape
    }

    fn read_number(&self, at: usize) -> Option<(i64, usize)> {
        if self.tokens.list[at].kind == Kind::Number {
            return self.tokens.text(at).parse().ok().map(|number| (number, at + 1));
        }
        let (end, _, number) = self.lexicon.calendar.numbers.longest(self, at)?;
        Some((*number, end))
    }

    /// Lays `entities` on the tape, besides those that lie there. They must not overlap. A name is
    /// no word from then on: Will does not promise.
    pub(super) fn lay(&mut self, entities: Vec<Entity>) {
        for entity in entities.iter().filter(|entity| entity.is_name()) {
            self.words[entity.tokens.clone()].fill(None);
        }
        self.entities.extend(entities);
        self.entities.sort_by_key(|entity| entity.tokens.start);
        self.begins.fill(None);
        for (index, entity) in self.entities.iter().enumerate() {
            self.begins[entity.tokens.start] = Some(index);
        }
    }

    /// The token at a place, folded; none after the end.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        (at < self.tokens.list.len()).then(|| self.tokens.text(at))
    }

    /// Whether a phrase that means such a thing begins at one of some tokens.
    pub(super) fn has_phrase(
        &self,
        tokens: Range<usize>,
        means: impl Fn(&Meaning) -> bool,
    ) -> bool {
        let mut found = false;
        for at in tokens {
            let phrases = &self.lexicon.phrases;
            phrases.walk(self, at, &mut |_, _, sense| found |= means(&sense.meaning));
        }
        found
    }

    /// The entity that begins at a token.
    pub(super) fn entity_at(&self, at: usize) -> Option<&Entity> {
        self.begins.get(at).copied().flatten().map(|index| &self.entities[index])
    }

    /// Begins a new clause at each of `starts`, which rise.
    pub(super) fn begin_clauses(&mut self, starts: &[usize]) {
        for (at, token) in self.tokens.list.iter_mut().enumerate() {
            token.clause += starts.partition_point(|start| *start <= at);
        }
    }

    /// The entity that a token belongs to.
    fn entity_over(&self, at: usize) -> Option<&Entity> {
        let before = self.entities.partition_point(|entity| entity.tokens.start <= at);
        let last = self.entities[..before].last();
        last.filter(|entity| entity.tokens.contains(&at))
    }

    /// Whether a token belongs to something recognised.
    pub(super) fn is_taken(&self, at: usize) -> bool {
        self.entity_over(at).is_some()
    }

    /// Whether a name begins at a token that nobody knows.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.entity_at(at).is_some_and(|entity| matches!(entity.what, What::Name))
    }

    /// The days of the line, and where they stand.
    pub(super) fn dates(&self) -> impl Iterator<Item = (&Range<usize>, &DateMention)> {
        self.entities.iter().filter_map(|entity| match &entity.what {
            What::Date(date) => Some((&entity.tokens, date)),
            _ => None,
        })
    }

    /// The clause of a token.
    pub(super) fn clause(&self, at: usize) -> usize {
        self.tokens.list[at].clause
    }

    /// The tokens of a clause.
    pub(super) fn clause_tokens(&self, clause: usize) -> Range<usize> {
        let list = &self.tokens.list;
        let start = list.partition_point(|token| token.clause < clause);
        start..list.partition_point(|token| token.clause <= clause)
    }

    /// The bytes of the line from the first of `tokens` to the last.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let list = &self.tokens.list[tokens.clone()];
        match (list.first(), list.last()) {
            (Some(first), Some(last)) => first.bytes.start..last.bytes.end,
            _ => 0..0,
        }
    }

    /// The number that begins at a token, and where it ends.
    pub(super) fn number_at(&self, at: usize) -> Option<(i64, usize)> {
        self.numbers[at]
    }

    /// Whether a token stands inside a word that only looks as if it held another.
    pub(super) fn is_inside_a_word(&self, at: usize) -> bool {
        let mut inside = false;
        for from in at.saturating_sub(LONGEST_WORD)..at {
            self.lexicon.phrases.walk(self, from, &mut |_, end, sense| {
                inside |= sense.meaning == Meaning::Nothing && end > at;
            });
        }
        inside
    }

    /// How many tokens it has.
    pub(super) fn len(&self) -> usize {
        self.tokens.list.len()
    }

    /// The word of the lexicon at a token.
    pub(super) fn word(&self, at: usize) -> Option<WordId> {
        self.words[at]
    }

    /// Where a slot that begins at a token ends.
    pub(super) fn slot_end(&self, at: usize, slot: Slot) -> Option<usize> {
        let calendar = &self.lexicon.calendar;
        match slot {
            Slot::Number => self.number_at(at).map(|(_, end)| end),
            Slot::Weekday => calendar.weekdays.longest(self, at).map(|(end, ..)| end),
            Slot::Month => calendar.months.longest(self, at).map(|(end, ..)| end),
            Slot::What => Some(at),
            // “Will decide on price” tells what counts, “will decide on Friday” does not.
            Slot::Benefit => {
                let is_day = self.entity_at(at).is_some_and(|entity| entity.fills(Slot::Date));
                (!is_day).then(|| self.clause_tokens(self.clause(at)).end)
            }
            Slot::Person | Slot::Us | Slot::Through | Slot::Competitor | Slot::Date => {
                let filled = self.entity_at(at).filter(|entity| entity.fills(slot));
                filled.map(|entity| entity.tokens.end)
            }
        }
    }

    /// The token after the one at `at`, or after what was recognised there.
    pub(super) fn next(&self, at: usize) -> usize {
        self.entity_at(at).map_or(at + 1, |entity| entity.tokens.end)
    }

    /// Whether two tokens stand in one clause.
    pub(super) fn is_one_clause(&self, one: usize, other: usize) -> bool {
        self.clause(one) == self.clause(other)
    }
}
