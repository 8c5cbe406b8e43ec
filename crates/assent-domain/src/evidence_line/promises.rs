//! What was promised, by whom, to whom, and by when.
//!
//! Only promises given are read here. Whether one was kept is recorded on the promise itself.

use std::ops::Range;

use super::actors::Actor;
use super::calendar::DateMention;
use super::lexicon::{Bound, Cue, Meaning};
use super::matching::Match;
use super::pattern::Slot;
use super::scene::Scene;
use crate::ids::PersonId;
use crate::text::Line;
use crate::time::Day;

/// A promise given.
#[derive(Clone, Debug)]
pub(super) struct Promised {
    /// Which side is bound.
    pub(super) side: Side,
    /// What.
    pub(super) text: Line,
    /// By when.
    pub(super) due: Option<Day>,
    /// From the words that bind to the end of what is promised.
    pub(super) tokens: Range<usize>,
    /// Whether it is said outright.
    pub(super) certain: bool,
    /// Whether it is a wish of theirs that we have not denied.
    is_wish: bool,
}

/// Who is bound to whom.
#[derive(Clone, Debug)]
pub(super) enum Side {
    /// One of ours (the author, unless named) to one of theirs.
    Ours {
        /// Who, if by name.
        by: Option<PersonId>,
        /// To whom.
        to: Option<PersonId>,
    },
    /// One of theirs to the author.
    Theirs {
        /// Who.
        by: Option<PersonId>,
    },
}

impl Promised {
    /// Who of theirs gives it or is given it.
    pub(super) fn partner(&self) -> Option<PersonId> {
        match self.side {
            Side::Ours { to, .. } => to,
            Side::Theirs { by } => by,
        }
    }

    /// Everybody named in it.
    pub(super) fn people(&self) -> Vec<PersonId> {
        match self.side {
            Side::Ours { by, to } => by.into_iter().chain(to).collect(),
            Side::Theirs { by } => by.into_iter().collect(),
        }
    }

    /// Whether a phrase is part of what is promised and so has not happened. A wish is shown by
    /// its very words, so the signs in it hold.
    pub(super) fn covers(&self, one: &Match) -> bool {
        let is_sign = matches!(one.sense.meaning, Meaning::Sign(_));
        self.tokens.contains(&one.tokens().start) && !(self.is_wish && is_sign)
    }
}

/// The promises of a line.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Promised> {
    let mut promises: Vec<Promised> = Vec::new();
    for cue in &scene.matches {
        let Meaning::Promise(bound) = cue.sense.meaning else { continue };
        let start = cue.tokens().start;
        let inside = promises.iter().any(|promise| promise.tokens.contains(&start));
        if !inside && !scene.is_negated(cue) && !scene.follows(cue, Cue::Condition) {
            promises.extend(promise(scene, cue, bound));
        }
    }
    promises
}

fn promise(scene: &Scene<'_>, cue: &Match, bound: Bound) -> Option<Promised> {
    let start = cue.tokens().start;
    let slot = [Slot::Person, Slot::Us]
        .into_iter()
        .find_map(|slot| cue.slot(slot))
        .and_then(|slot| scene.mentioned_at(slot));
    let named =
        slot.filter(|actor| actor.tokens.end <= start).or_else(|| scene.acting_before(start));
    if !cue.sense.certain && bound == Bound::Either && !scene.is_close(named, start) {
        return None;
    }
    let content = content(scene, cue);
    let dates = dates(scene, cue, &content);
    let due = dates.iter().find_map(|(_, date)| date.due(scene.context.today));
    if bound == Bound::Wanted && due.is_none() {
        return None;
    }
    let text = text(scene, &content, &dates).or_else(|| {
        // “Board slot is 12 July” says first what is promised, and then when.
        let head = scene.tape.clause_tokens(scene.tape.clause(start)).start..content.start;
        due.and_then(|_| text(scene, &head, &dates))
    })?;
    let certain = cue.sense.certain && bound != Bound::Wanted && !scene.is_doubtful(cue);
    let is_wish = bound == Bound::Wanted;
    let tokens = start.min(content.start)..content.end.max(cue.tokens().end);
    Some(Promised { side: side(scene, cue, bound, named), text, due, tokens, certain, is_wish })
}

/// Who is bound: whoever the sentence is about; where it says nothing, as the words suggest.
fn side(scene: &Scene<'_>, cue: &Match, bound: Bound, named: Option<&Actor>) -> Side {
    let start = cue.tokens().start;
    let first = |actor: &Actor| actor.people().first().copied();
    let to = || {
        let clause = scene.actors_in_clause(start).filter(|actor| actor.tokens.start >= start);
        let here = clause.filter(|actor| actor.theirs().is_some()).find_map(first);
        here.or_else(|| scene.nearest(start).people.first().copied())
    };
    let theirs = named.is_some_and(|actor| actor.theirs().is_some());
    match (bound, named) {
        (Bound::Wanted, Some(actor)) if theirs => Side::Ours { by: None, to: first(actor) },
        (Bound::Wanted, _) => Side::Ours { by: None, to: to() },
        (_, Some(actor)) if theirs => Side::Theirs { by: first(actor) },
        (_, Some(actor)) => Side::Ours { by: first(actor), to: to() },
        (Bound::Ours, None) => Side::Ours { by: None, to: to() },
        (Bound::Theirs, None) => Side::Theirs { by: scene.nearest(start).people.first().copied() },
        (Bound::Either, None) => match scene.subject(start) {
            Some(subject) => Side::Theirs { by: first(subject) },
            None => Side::Ours { by: None, to: to() },
        },
    }
}

/// The tokens of what is promised: the rest of the clause, and of the next one if only that one
/// has the day and says nothing else.
fn content(scene: &Scene<'_>, cue: &Match) -> Range<usize> {
    let tape = &scene.tape;
    let from = cue.slot(Slot::What).map_or(cue.first_run().end, |what| what.start);
    let clause = tape.clause(cue.tokens().start);
    let end = tape.clause_tokens(clause).end;
    let next = tape.clause_tokens(clause + 1);
    let today = scene.context.today;
    let has_due = |tokens: &Range<usize>| {
        let mut here = tape.dates().filter(|(day, _)| tokens.contains(&day.start));
        here.any(|(_, date)| date.due(today).is_some())
    };
    let says_more = |tokens: &Range<usize>| {
        let more = |meaning: &Meaning| !matches!(meaning, Meaning::Cue(_) | Meaning::Nothing);
        let phrase = |one: &Match| tokens.contains(&one.tokens().start) && more(&one.sense.meaning);
        scene.matches.iter().any(phrase)
            || scene.actors.iter().any(|actor| tokens.contains(&actor.tokens.start))
    };
    let runs_on = !has_due(&(from..end)) && has_due(&next) && !says_more(&next);
    from..if runs_on { next.end } else { end }
}

/// The days in what is promised and before it in its clause, with the words that belong to them.
fn dates<'a>(
    scene: &'a Scene<'_>,
    cue: &Match,
    content: &Range<usize>,
) -> Vec<(Range<usize>, &'a DateMention)> {
    let clause = scene.tape.clause_tokens(scene.tape.clause(cue.tokens().start));
    let within = clause.start..content.end;
    let here = scene.tape.dates().filter(|(day, _)| within.contains(&day.start));
    here.map(|(day, date)| (scene.with_markers(day), date)).collect()
}

/// What `tokens` say is promised, in the words of the line, without the day and without whom it is
/// promised to.
fn text(
    scene: &Scene<'_>,
    tokens: &Range<usize>,
    dates: &[(Range<usize>, &DateMention)],
) -> Option<Line> {
    let is_day = |at: usize| dates.iter().any(|(tokens, _)| tokens.contains(&at));
    let is_filler = |at: usize| scene.cues(Cue::Filler).any(|cue| cue.tokens().contains(&at));
    let is_actor = |at: usize| scene.actors.iter().any(|actor| actor.tokens.contains(&at));
    let is_idle = |at: &usize| is_filler(*at) || is_actor(*at) || is_day(*at);
    let first = tokens.clone().find(|at| !is_idle(at))?;
    let last = tokens.clone().rev().find(|at| !is_filler(*at) && !is_day(*at))?;
    let said = words(scene, first..last + 1, &is_day);
    let clean: String =
        said.chars().map(|one| if one.is_control() { ' ' } else { one }).take(Line::MAX).collect();
    let is_frame = |one: char| one.is_whitespace() || one.is_ascii_punctuation();
    Line::parse(clean.trim_matches(is_frame)).ok()
}

/// The line at `tokens`, without those that are left out.
fn words(scene: &Scene<'_>, tokens: Range<usize>, left_out: &dyn Fn(usize) -> bool) -> String {
    let mut said = String::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let end = (at..tokens.end).find(|token| left_out(*token)).unwrap_or(tokens.end);
        let part = scene.tape.text[scene.tape.bytes(&(at..end))].trim();
        let touches = said.ends_with(|last: char| last.is_ascii_alphanumeric())
            && part.starts_with(|first: char| first.is_ascii_alphanumeric());
        if touches {
            said.push(' ');
        }
        said.push_str(part);
        at = (end..tokens.end).find(|token| !left_out(*token)).unwrap_or(tokens.end);
    }
    said
}
