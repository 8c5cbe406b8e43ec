//! A line with its phrases and people, and what turns the meaning of a phrase: not, if, perhaps.

use std::ops::Range;

use super::Context;
use super::actors::{Actor, Who};
use super::lexicon::{Cue, Meaning};
use super::matching::Match;
use super::tape::{Entity, Tape, What};

/// How many words a “not” reaches.
const REACH_OF_NEGATION: usize = 4;
/// How many words may stand between two that belong together: “he still will”.
const CLOSE: usize = 1;

/// A line with its phrases and people.
pub(super) struct Scene<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) tape: Tape<'a>,
    pub(super) matches: Vec<Match>,
    pub(super) actors: Vec<Actor>,
}

impl<'a> Scene<'a> {
    /// Puts the phrases among the people. A pronoun inside a phrase (客户 in 标杆客户) is nobody.
    pub(super) fn new(context: &'a Context<'a>, tape: Tape<'a>, matches: Vec<Match>) -> Self {
        let is_swallowed = |tokens: &Range<usize>| {
            let holds_all = |one: &Match| {
                one.words.len() > tokens.len() && tokens.clone().all(|at| one.has(at))
            };
            matches.iter().any(holds_all)
        };
        let actor = |entity: &Entity| {
            let who = match &entity.what {
                What::Theirs(mention) if !is_swallowed(&entity.tokens) => {
                    Who::Theirs(mention.clone())
                }
                What::Ours(mention) => Who::Ours(*mention),
                _ => return None,
            };
            Some(Actor { tokens: entity.tokens.clone(), who })
        };
        let actors = tape.entities.iter().filter_map(actor).collect();
        Self { context, tape, matches, actors }
    }

    /// The phrases that are `cue`.
    pub(super) fn cues(&self, cue: Cue) -> impl DoubleEndedIterator<Item = &Match> {
        self.matches.iter().filter(move |one| one.sense.meaning == Meaning::Cue(cue))
    }

    /// Everybody in the clause of a token.
    pub(super) fn actors_in_clause(&self, at: usize) -> impl DoubleEndedIterator<Item = &Actor> {
        self.actors.iter().filter(move |actor| self.tape.is_one_clause(actor.tokens.start, at))
    }

    /// Who of theirs is mentioned at some tokens.
    pub(super) fn mentioned_at(&self, tokens: &Range<usize>) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.tokens == *tokens)
    }

    /// Whether “not” stands before a phrase.
    pub(super) fn is_negated(&self, one: &Match) -> bool {
        let start = one.tokens().start;
        self.cues(Cue::Negation).any(|cue| {
            let end = cue.tokens().end;
            end <= start
                && self.tape.is_one_clause(cue.tokens().start, start)
                && self.steps(end, start) <= REACH_OF_NEGATION
        })
    }

    /// How many words lie between, everything recognised counting as one.
    pub(super) fn steps(&self, from: usize, to: usize) -> usize {
        let mut at = from;
        std::iter::from_fn(|| (at < to).then(|| at = self.tape.next(at))).count()
    }

    /// Whether `actor` stands right before a token, or the clause begins there.
    pub(super) fn is_close(&self, actor: Option<&Actor>, at: usize) -> bool {
        let clause = self.tape.clause_tokens(self.tape.clause(at));
        let from = actor.map_or(clause.start, |actor| actor.tokens.end);
        self.steps(from, at) <= CLOSE
    }

    /// Whether a cue stands before a phrase in its clause.
    pub(super) fn follows(&self, one: &Match, cue: Cue) -> bool {
        let start = one.tokens().start;
        self.cues(cue).any(|cue| {
            cue.tokens().end <= start && self.tape.is_one_clause(cue.tokens().start, start)
        })
    }

    /// Whether a clause says that it may be so.
    pub(super) fn is_doubtful(&self, one: &Match) -> bool {
        let start = one.tokens().start;
        self.cues(Cue::Doubt).any(|cue| self.tape.is_one_clause(cue.tokens().start, start))
    }
}
