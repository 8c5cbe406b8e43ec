//! The phrases on a line, and which of them hold where they overlap.

use std::cmp::Reverse;
use std::ops::Range;

use super::lexicon::{Cue, Meaning, Sense};
use super::pattern::Slot;
use super::tape::Tape;

/// A phrase found.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// What it stands for.
    pub(super) sense: &'static Sense,
    /// Its own words, rising.
    pub(super) words: Vec<usize>,
    /// What filled its slots.
    pub(super) slots: Vec<(Slot, Range<usize>)>,
}

impl Match {
    /// The tokens from its first word to its last.
    pub(super) fn tokens(&self) -> Range<usize> {
        match (self.words.first(), self.words.last()) {
            (Some(first), Some(last)) => *first..*last + 1,
            _ => 0..0,
        }
    }

    /// Its words up to the first gap or slot.
    pub(super) fn first_run(&self) -> Range<usize> {
        let start = self.tokens().start;
        let length = self.words.iter().zip(start..).take_while(|(word, at)| *word == at).count();
        start..start + length
    }

    /// The tokens that filled a slot.
    pub(super) fn slot(&self, slot: Slot) -> Option<&Range<usize>> {
        self.slots.iter().find(|(filled, _)| *filled == slot).map(|(_, tokens)| tokens)
    }

    /// Whether it only adds to what others say, and so holds inside them, too.
    fn is_marker(&self) -> bool {
        use Cue::{Deadline, Filler, On, Procedure, Since};
        matches!(self.sense.meaning, Meaning::Cue(Deadline | Filler | On | Procedure | Since))
    }

    /// Whether a phrase inside it means nothing of its own. But who “texted that” has texted.
    fn swallows(&self, other: &Match) -> bool {
        let keeps = self.is_marker() || self.sense.meaning == Meaning::Cue(Cue::Report);
        !keeps && !other.is_marker() && other.is_part_of(self)
    }

    /// Whether a token is one of its words.
    pub(super) fn has(&self, word: usize) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// Whether the two share a word.
    pub(super) fn overlaps(&self, other: &Match) -> bool {
        self.words.iter().any(|word| other.has(*word))
    }

    fn is_part_of(&self, other: &Match) -> bool {
        self.words.len() < other.words.len() && self.words.iter().all(|word| other.has(*word))
    }
}

/// Begins a new clause at every “but” and “and he”, unless it is inside another word: 但 in 不但.
pub(super) fn split_clauses(tape: &mut Tape<'_>) {
    let begins = |at: &usize| {
        !tape.is_taken(*at)
            && tape.is_one_clause(*at - 1, *at)
            && tape.lexicon.conjunctions.longest(tape, *at).is_some()
            && !tape.is_inside_a_word(*at)
    };
    let starts: Vec<usize> = (1..tape.len()).filter(begins).collect();
    tape.begin_clauses(&starts);
}

/// The phrases that hold, in the order of the line.
///
/// Of two that compete for a word the longer holds, then the one with more slots, then the one of
/// higher rank, then the first. A phrase inside a longer one of another sort means nothing of its
/// own: the “no” of “no budget” denies nothing.
pub(super) fn find(tape: &Tape<'_>) -> Vec<Match> {
    let lexicon = tape.lexicon;
    let mut all = Vec::new();
    for at in 0..tape.len() {
        lexicon.phrases.walk(tape, at, &mut |path, _, sense| {
            // A name that nobody knows may be a competitor; with a mere hint that is no evidence.
            let guess = |(slot, at, _): &(Slot, usize, usize)| {
                *slot == Slot::Competitor && tape.is_unknown(*at)
            };
            if !sense.certain && path.slots.iter().any(guess) {
                return;
            }
            let slots = path.slots.iter().map(|(slot, from, to)| (*slot, *from..*to));
            all.push(Match { sense, words: path.words.clone(), slots: slots.collect() });
        });
    }
    all.sort_by_cached_key(|one| {
        let tokens = one.tokens();
        let (length, slots) = (one.words.len(), one.slots.len());
        (Reverse((length, slots, one.sense.rank())), tokens.start, tokens.len())
    });
    let mut holding: Vec<Match> = Vec::new();
    for one in all {
        let class = one.sense.meaning.class();
        let loses = |other: &Match| {
            let rival =
                other.sense.meaning.class() == class || other.sense.meaning == Meaning::Nothing;
            (rival && one.overlaps(other)) || other.swallows(&one)
        };
        if !holding.iter().any(loses) {
            holding.push(one);
        }
    }
    holding.sort_by_key(|one| one.tokens().start);
    holding
}
