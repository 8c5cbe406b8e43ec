//! The lexicon: which phrases stand for what. All of it is data, in `lexicon/*.toml`; a phrase is
//! added there and nowhere else.

mod compile;
#[cfg(test)]
mod coverage;
mod file;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use thiserror::Error;

use self::compile::Compiler;
pub(super) use self::file::{Bound, Cue, Unit};
use super::automaton::{Automaton, Vocabulary};
use crate::interaction::Source;
use crate::text::Key;

const ENGLISH: &str = include_str!("../../lexicon/en.toml");
const CHINESE: &str = include_str!("../../lexicon/zh.toml");
const SENSES: &str = include_str!("../../lexicon/sense.toml");

/// The lexicon that the program ships with.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(SENSES, &[ENGLISH, CHINESE])
        .unwrap_or_else(|fault| unreachable!("the lexicon is read by a test: {fault}"))
});

/// Phrases of all languages, ready to be looked for.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) vocabulary: Vocabulary,
    pub(super) phrases: Automaton<Sense>,
    /// What a new clause begins with.
    pub(super) conjunctions: Automaton<()>,
    pub(super) calendar: Calendar,
    pub(super) people: People,
    pub(super) outcomes: Vec<Outcome>,
    usual: HashMap<Key, Key>,
    usual_when_shown: HashMap<Key, Key>,
    weighty: HashSet<Key>,
    between: HashMap<Answer, Key>,
    opposite: HashMap<Answer, Key>,
}

/// An action and how it was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Answer {
    pub(super) action: Key,
    pub(super) reply: Key,
}

/// An answer that fits several actions.
#[derive(Debug)]
pub(super) struct Outcome {
    name: String,
    fits: Vec<Answer>,
    /// Actions that stay open under it.
    leaves_open: Vec<Key>,
    /// Which answer it is where no action is mentioned.
    pub(super) alone: Option<Answer>,
    /// Whether what was planned has then not taken place.
    pub(super) cancels: bool,
    opposite: Option<String>,
}

/// What a phrase stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Somebody showed something.
    Sign(Key),
    /// They came to us, by a call or a mail; which is a sign, too.
    Arrival {
        /// Call or mail.
        kind: Key,
        /// Its sign.
        sign: Key,
    },
    /// We did something.
    Action(Key),
    /// We asked for something; until they answer, nothing has happened.
    Asked(Key),
    /// We did something and they answered.
    Answered(Answer),
    /// They answered, whatever it was; an index into the outcomes.
    Outcome(usize),
    /// Somebody is bound to do something.
    Promise(Bound),
    /// Where the knowledge comes from.
    Source(Source),
    /// Turns what stands beside it.
    Cue(Cue),
    /// Nothing; it keeps the words inside from meaning something.
    Nothing,
}

/// A meaning, said or hinted at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) meaning: Meaning,
    /// Whether the phrase says it, or may mean it.
    pub(super) certain: bool,
    /// Whether a day after it lies ahead.
    pub(super) ahead: bool,
    priority: u8,
}

/// Words for days.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub(super) numbers: Automaton<i64>,
    pub(super) months: Automaton<i64>,
    pub(super) weekdays: Automaton<i64>,
    pub(super) forms: Automaton<DateForm>,
    /// Words after which two numbers are a date.
    pub(super) announcing: Vec<String>,
}

/// What the slots of a date mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// Days from today.
    Days(i64),
    /// The weekday of the week so many weeks from this one.
    WeekdayOfWeek(i64),
    /// So many units from now.
    Ahead(Unit),
    /// So many units ago.
    Ago(Unit),
    /// The end of the unit so many units from this one.
    End(Unit, i64),
    /// Day, month.
    DayMonth,
    /// Month, day.
    MonthDay,
    /// Day, month, year.
    DayMonthYear,
    /// Month, day, year.
    MonthDayYear,
    /// Year, month, day.
    YearMonthDay,
    /// The day of this month.
    DayOfMonth,
}

/// Words for people.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) pronouns: Automaton<Pronoun>,
    pub(super) addresses: Automaton<()>,
    /// What may stand after a family name, with the titles of those called so.
    pub(super) suffixes: Automaton<Titles>,
    pub(super) towards: Automaton<()>,
    pub(super) possessives: Automaton<()>,
    pub(super) articles: Automaton<()>,
    /// What makes a title one of ours.
    pub(super) own: Automaton<()>,
    pub(super) particles: Vec<String>,
    pub(super) everyday: Vec<String>,
    pub(super) joiners: Vec<String>,
    pub(super) double_surnames: Vec<String>,
    pub(super) surnames: String,
}

/// Which titles go with a way to call somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Titles {
    parts: Vec<String>,
    others: Vec<String>,
}

impl Titles {
    /// Whether somebody of this title, folded, may be called so.
    pub(super) fn fit(&self, title: &str) -> bool {
        let holds = |part: &String| title.contains(part.as_str());
        self.parts.iter().any(holds) && !self.others.iter().any(holds)
    }
}

/// Whom a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// One of theirs.
    They,
    /// Us, acting.
    We,
    /// Us, acted upon.
    Us,
    /// Us, in the mouth of the customer.
    You,
    /// A competitor.
    Competitor,
}

/// What is wrong with a lexicon.
#[derive(Debug, Error)]
#[error("{entry}: {message}")]
pub(super) struct LexiconFault {
    entry: String,
    message: String,
}

impl LexiconFault {
    fn new(entry: &str, message: &dyn fmt::Display) -> Self {
        Self { entry: entry.to_owned(), message: message.to_string() }
    }
}

impl Lexicon {
    /// Reads the senses and the languages.
    ///
    /// # Errors
    /// Names the entry at fault: a phrase that cannot be read, a name that is none, or a phrase
    /// that stands for two things and does not say which comes first.
    pub(super) fn read(senses: &str, languages: &[&str]) -> Result<Self, LexiconFault> {
        let mut compiler = Compiler::new(parse(senses)?)?;
        for language in languages {
            compiler.add(parse(language)?)?;
        }
        Ok(compiler.finish())
    }

    /// How an action is answered as a rule; with `shown`, where something came of it.
    pub(super) fn usual(&self, action: &Key, shown: bool) -> Option<&Key> {
        let when_shown = || self.usual_when_shown.get(action).filter(|_| shown);
        self.usual.get(action).or_else(when_shown)
    }

    /// Whether an action is more than the contact in which it is done.
    pub(super) fn is_weighty(&self, action: &Key) -> bool {
        self.weighty.contains(action)
    }

    /// What somebody shows who stands between.
    pub(super) fn shown_between(&self, answer: &Answer) -> Option<&Key> {
        self.between.get(answer)
    }

    /// What an answer is when negated.
    pub(super) fn opposite(&self, answer: &Answer) -> Option<&Key> {
        self.opposite.get(answer)
    }

    /// The outcome that another is when negated.
    pub(super) fn opposite_outcome(&self, outcome: &Outcome) -> Option<&Outcome> {
        let name = outcome.opposite.as_ref()?;
        self.outcomes.iter().find(|other| other.name == *name)
    }
}

impl Outcome {
    /// How it answers `action`: with a reply, or with none because it stays open. `None` if it
    /// does not fit.
    pub(super) fn reply_to(&self, action: &Key) -> Option<Option<&Key>> {
        let fits = self.fits.iter().find(|answer| answer.action == *action);
        match fits {
            Some(answer) => Some(Some(&answer.reply)),
            None => self.leaves_open.contains(action).then_some(None),
        }
    }
}

impl Sense {
    /// Which comes first where a phrase stands for two things of one sort: what says it before what
    /// hints at it, what asks for a deed before what tells of it, both before an answer that fits
    /// many, and then as sense.toml has it.
    pub(super) fn rank(&self) -> (bool, u8, u8) {
        let of_meaning = match self.meaning {
            Meaning::Asked(_) => 2,
            Meaning::Outcome(_) => 0,
            _ => 1,
        };
        (self.certain, of_meaning, self.priority)
    }
}

impl Meaning {
    /// Phrases of one class compete for the words of a line; those of different classes share them.
    pub(super) fn class(&self) -> u8 {
        match self {
            Meaning::Sign(_) => 0,
            Meaning::Arrival { .. }
            | Meaning::Action(_)
            | Meaning::Asked(_)
            | Meaning::Answered(_)
            | Meaning::Outcome(_) => 1,
            Meaning::Promise(_) => 2,
            Meaning::Source(_) => 3,
            Meaning::Nothing => 4,
            Meaning::Cue(cue) => 5 + *cue as u8,
        }
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, LexiconFault> {
    toml::from_str(text).map_err(|fault| LexiconFault::new("file", &fault))
}
