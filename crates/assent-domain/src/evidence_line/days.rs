//! Which day of a line is which: when it was, and what is still to come.

use std::ops::Range;

use super::calendar::DateMention;
use super::lexicon::Cue;
use super::matching::Match;
use super::promises::Promised;
use super::scene::Scene;
use crate::time::Day;

/// The day on which it was.
#[derive(Clone, Debug)]
pub(super) struct On {
    pub(super) day: Day,
    pub(super) tokens: Range<usize>,
    pub(super) certain: bool,
}

impl Scene<'_> {
    /// The day on which it all was: the first that is neither due nor to come, best of the clause
    /// that tells what was done. No day to come ever is.
    pub(super) fn happened_on(
        &self,
        deed: Option<&Range<usize>>,
        promises: &[Promised],
    ) -> Option<On> {
        let today = self.context.today;
        let on = |(tokens, date): (&Range<usize>, &DateMention)| {
            let day = date.happened(today)?;
            let only_past = date.due(today).is_none();
            let promised = promises.iter().any(|one| one.tokens.contains(&tokens.start));
            let meant = only_past || !(promised || self.is_asked_for(tokens));
            let on = On { day, tokens: tokens.clone(), certain: date.certain };
            (meant && !self.is_bound(tokens)).then_some(on)
        };
        let days: Vec<On> = self.tape.dates().filter_map(on).collect();
        let of_deed = |on: &&On| {
            deed.is_some_and(|deed| self.tape.is_one_clause(deed.start, on.tokens.start))
        };
        days.iter().find(of_deed).or(days.first()).cloned()
    }

    /// Whether a day is a deadline, or the beginning of something else.
    fn is_bound(&self, day: &Range<usize>) -> bool {
        let touches = |cue: &Match| cue.tokens().end == day.start || cue.tokens().start == day.end;
        self.cues(Cue::Deadline).chain(self.cues(Cue::Since)).any(touches)
    }

    /// Whether a day is the one for which something was asked: “wants to meet on Friday”.
    fn is_asked_for(&self, day: &Range<usize>) -> bool {
        self.matches.iter().any(|one| {
            let tokens = one.tokens();
            let here = self.tape.is_one_clause(tokens.start, day.start);
            one.sense.ahead && tokens.end <= day.start && here
        })
    }

    /// The day in the clause of a phrase that can only be to come.
    pub(super) fn lies_ahead(&self, one: &Match) -> Option<&DateMention> {
        let start = one.tokens().start;
        let mut here =
            self.tape.dates().filter(|(day, _)| self.tape.is_one_clause(day.start, start));
        here.find(|(_, date)| date.is_to_come(self.context.today)).map(|(_, date)| date)
    }

    /// A day with the words around it that belong to it: “by 12 July”, 周五前.
    pub(super) fn with_markers(&self, day: &Range<usize>) -> Range<usize> {
        let mut whole = day.clone();
        for marker in self.cues(Cue::Deadline).chain(self.cues(Cue::On)) {
            let tokens = marker.tokens();
            if tokens.end == whole.start {
                whole.start = tokens.start;
            } else if tokens.start == whole.end {
                whole.end = tokens.end;
            }
        }
        whole
    }
}
