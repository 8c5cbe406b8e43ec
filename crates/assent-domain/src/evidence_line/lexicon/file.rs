//! The form of the lexicon's files: what words say (`en.toml`, `zh.toml`, one form for all
//! languages) and what that stands for (`sense.toml`, in no language).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::interaction::Source;

/// Words that say nothing by themselves and turn what stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::evidence_line) enum Cue {
    /// What follows is not so.
    Negation,
    /// What follows may be so.
    Doubt,
    /// What follows would be so, if.
    Condition,
    /// What follows is still to come.
    Plan,
    /// Somebody says what follows.
    Report,
    /// A procedure bound them to be there.
    Procedure,
    /// The day that follows is when something else began.
    Since,
    /// By the day beside it, and no later.
    Deadline,
    /// On the day beside it.
    On,
    /// Holds a sentence together and belongs to nothing that is promised in it.
    Filler,
}

/// Who is bound by a promise, as far as its words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::evidence_line) enum Bound {
    /// Whoever the sentence is about.
    Either,
    /// We, unless it says otherwise.
    Ours,
    /// They, unless it says otherwise.
    Theirs,
    /// We, if we do not object: they want it by a day.
    Wanted,
}

/// What days are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::evidence_line) enum Unit {
    /// Days.
    Day,
    /// Weeks, from Monday to Sunday; for work they end on Friday.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
}

/// Phrases for one thing.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Phrases {
    /// They say it.
    pub(super) says: Vec<String>,
    /// They may mean it.
    pub(super) hints: Vec<String>,
}

/// Phrases for an action, and for it together with how it was answered.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ActionPhrases {
    pub(super) says: Vec<String>,
    pub(super) hints: Vec<String>,
    /// It was asked for. Until that is answered nothing has happened.
    pub(super) asks: Vec<String>,
    pub(super) reply: BTreeMap<String, Phrases>,
}

/// One language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Language {
    pub(super) sign: BTreeMap<String, Phrases>,
    pub(super) action: BTreeMap<String, ActionPhrases>,
    pub(super) outcome: BTreeMap<String, Phrases>,
    pub(super) promise: BTreeMap<Bound, Phrases>,
    pub(super) source: BTreeMap<Source, Vec<String>>,
    pub(super) cue: BTreeMap<Cue, Vec<String>>,
    /// Words that hold other words and mean none of them.
    pub(super) nothing: Vec<String>,
    /// Words with which a new clause begins.
    pub(super) conjunctions: Vec<String>,
    pub(super) people: PeopleWords,
    pub(super) calendar: CalendarWords,
}

/// Words for people.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PeopleWords {
    /// Pronouns for one of theirs.
    pub(super) they: Vec<String>,
    /// Pronouns for us, where we act.
    pub(super) we: Vec<String>,
    /// Pronouns for us, where something is done to us.
    pub(super) us: Vec<String>,
    /// Pronouns by which the customer calls us.
    pub(super) you: Vec<String>,
    /// Words before which `we` are acted upon.
    pub(super) towards: Vec<String>,
    /// Words after a name that make what follows its owner's.
    pub(super) possessive: Vec<String>,
    /// Words for a competitor who is not named.
    pub(super) competitor: Vec<String>,
    /// What may stand before a family name.
    pub(super) address: Vec<String>,
    /// What may stand after one, and the titles of those who are called so.
    pub(super) suffix: Vec<Suffix>,
    /// Small words inside names.
    pub(super) particles: Vec<String>,
    /// Names that are also everyday words.
    pub(super) everyday: Vec<String>,
    /// What stands between the names of a list.
    pub(super) joiners: Vec<String>,
    /// What stands before a title when it is a person.
    pub(super) articles: Vec<String>,
    /// What stands before a title when it is one of ours.
    pub(super) own: Vec<String>,
    /// Family names of two characters.
    pub(super) double_surnames: Vec<String>,
    /// Frequent family names of one character.
    pub(super) surnames: String,
}

/// What may stand after a family name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suffix {
    pub(super) words: Vec<String>,
    /// Parts of the titles that such people have.
    #[serde(default)]
    pub(super) titles: Vec<String>,
    /// Titles that have such parts and are called otherwise: 总经理 is no 经理.
    #[serde(default)]
    pub(super) other_titles: Vec<String>,
}

/// Words for days. Keys are numbers, because TOML has no others: days or units from today,
/// Monday = 1, January = 1.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CalendarWords {
    pub(super) number: BTreeMap<String, Vec<String>>,
    pub(super) month: BTreeMap<String, Vec<String>>,
    pub(super) weekday: BTreeMap<String, Vec<String>>,
    /// Days from today.
    pub(super) day: BTreeMap<String, Vec<String>>,
    /// A weekday of the week so many weeks from this one.
    pub(super) weekday_of_week: BTreeMap<String, Vec<String>>,
    pub(super) ahead: BTreeMap<Unit, Vec<String>>,
    pub(super) ago: BTreeMap<Unit, Vec<String>>,
    /// The end of the unit so many units from this one.
    pub(super) end: BTreeMap<Unit, BTreeMap<String, Vec<String>>>,
    pub(super) day_month: Vec<String>,
    pub(super) month_day: Vec<String>,
    pub(super) day_month_year: Vec<String>,
    pub(super) month_day_year: Vec<String>,
    pub(super) year_month_day: Vec<String>,
    pub(super) day_of_month: Vec<String>,
    /// Words after which two numbers are a date.
    pub(super) announcing: Vec<String>,
}

/// What the words stand for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Senses {
    /// Signs that are a contact of theirs by themselves, and of which kind.
    pub(super) arrival: BTreeMap<String, String>,
    /// How an action was answered when the line does not say.
    pub(super) usual: BTreeMap<String, String>,
    /// The same, where the line says at least what came of it.
    pub(super) usual_when_shown: BTreeMap<String, String>,
    /// What somebody shows who stands between, by `action.reply`.
    pub(super) between: BTreeMap<String, String>,
    pub(super) outcome: BTreeMap<String, OutcomeSense>,
    /// What a reply turns into when it is negated, by `action.reply`.
    pub(super) opposite: BTreeMap<String, String>,
    /// Entries after which a day lies ahead.
    pub(super) ahead: Vec<String>,
    /// Which of two things a phrase means that stands for both; 0 where nothing is said.
    pub(super) priority: BTreeMap<String, u8>,
    /// Actions that are more than the contact in which they are done.
    pub(super) weighty: Vec<String>,
}

/// An answer that fits several actions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeSense {
    /// The replies that it may be, as `action.reply`; a bare `action` stays open.
    pub(super) fits: Vec<String>,
    /// Which of them, where the line names no action.
    pub(super) alone: Option<String>,
    /// The outcome that it is when negated.
    pub(super) opposite: Option<String>,
    /// Whether what was planned has then not taken place.
    #[serde(default)]
    pub(super) cancels: bool,
}
