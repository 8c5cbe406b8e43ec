//! Chips: what a line was understood to say, piece by piece, for a person to confirm or to take out.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::PersonId;
use crate::interaction::Source;
use crate::text::{Key, Line};
use crate::time::Day;
use crate::words::words;

words! {
    /// What sort of thing a chip proposes.
    pub enum ChipKind {
        /// Who.
        Person = "person",
        /// What we did.
        Action = "action",
        /// How they answered.
        Reply = "reply",
        /// What they showed.
        Sign = "sign",
        /// When.
        Date = "date",
        /// How it is known.
        Source = "source",
        /// What we promised.
        OurPromise = "our_promise",
        /// What they promised.
        TheirPromise = "their_promise",
        /// What they care for.
        Benefit = "benefit",
    }
}

words! {
    /// Which way a chip will move the estimate.
    pub enum Toward {
        /// Towards us.
        Toward = "toward",
        /// Away from us.
        Away = "away",
        /// Neither, or some of both.
        Neutral = "neutral",
    }
}

/// The name of a chip: `sign:stated_criterion:0`. It stays the same while other chips are taken
/// out, and while the line grows at its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct ChipId(String);

impl ChipId {
    /// The id of the `number`th chip of a kind and value, counted in the order of the line.
    pub(super) fn new(value: &ChipValue, number: usize) -> Self {
        let kind = value.kind();
        Self(match value {
            ChipValue::OurPromise { .. }
            | ChipValue::TheirPromise { .. }
            | ChipValue::Benefit(_) => {
                format!("{kind}:{number}")
            }
            _ => format!("{kind}:{}:{number}", value.word()),
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ChipId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for ChipId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a chip proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipValue {
    /// Somebody took part, or it is of them.
    Person(PersonId),
    /// We did this.
    Action(Key),
    /// They answered so.
    Reply {
        /// What we did.
        action: Key,
        /// How they answered.
        reply: Key,
    },
    /// Somebody showed this; a call or mail of theirs is a sign, too.
    Sign {
        /// Who, as far as it is known.
        people: Vec<PersonId>,
        /// What.
        sign: Key,
    },
    /// It was on this day.
    Date(Day),
    /// It is known so.
    Source(Source),
    /// We promised this.
    OurPromise {
        /// What.
        text: Line,
        /// By when.
        due: Option<Day>,
    },
    /// They promised this.
    TheirPromise {
        /// What.
        text: Line,
        /// By when.
        due: Option<Day>,
    },
    /// They care for this.
    Benefit(Line),
}

impl ChipValue {
    /// What sort of thing it is.
    #[must_use]
    pub fn kind(&self) -> ChipKind {
        match self {
            Self::Person(_) => ChipKind::Person,
            Self::Action(_) => ChipKind::Action,
            Self::Reply { .. } => ChipKind::Reply,
            Self::Sign { .. } => ChipKind::Sign,
            Self::Date(_) => ChipKind::Date,
            Self::Source(_) => ChipKind::Source,
            Self::OurPromise { .. } => ChipKind::OurPromise,
            Self::TheirPromise { .. } => ChipKind::TheirPromise,
            Self::Benefit(_) => ChipKind::Benefit,
        }
    }

    /// Its value as one text: the model's word, the id, the day, or the words promised.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::Action(key) | Self::Reply { reply: key, .. } | Self::Sign { sign: key, .. } => {
                key.to_string()
            }
            Self::Date(day) => day.to_string(),
            Self::Source(source) => source.to_string(),
            Self::OurPromise { text, .. }
            | Self::TheirPromise { text, .. }
            | Self::Benefit(text) => text.to_string(),
        }
    }
}

/// Where a chip comes from in the line. Empty, at its start, for what the line does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// In bytes of UTF-8.
    pub bytes: Range<usize>,
    /// In code units of UTF-16, as browsers count.
    pub utf16: Range<usize>,
}

impl Span {
    /// The span of some bytes of `text`, which lie on the borders of characters.
    pub(super) fn of(text: &str, bytes: Range<usize>) -> Self {
        let units = |text: &str| text.encode_utf16().count();
        let start = units(&text[..bytes.start]);
        let length = units(&text[bytes.clone()]);
        Self { bytes, utf16: start..start + length }
    }
}

/// A piece of what a line was understood to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its name, by which it is taken out.
    pub id: ChipId,
    /// What it proposes.
    pub value: ChipValue,
    /// The words that say so.
    pub span: Span,
    /// Whether they say so outright, or may only mean it.
    pub certain: bool,
    /// Which way it will move the estimate.
    pub toward: Toward,
}
