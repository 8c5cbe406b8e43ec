//! Mappings: what the columns of somebody else's files mean, in the words of our record files.
//!
//! A mapping names, for each file, the records that a row stands for; each of their fields is a
//! text with columns in it. The language is described for users in `docs/import.md`. Here it is
//! only read and checked; [`super::rows`] puts it to work.

mod fields;
mod reader;

use std::fmt;

use assent_domain::money::Currency;
use assent_domain::text::Key;
use serde_json::Value;

use super::amounts::AmountFormat;
use super::dates::DateFormat;
use super::template::{Columns, Template};

/// What the columns of some files mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// What the files are called together: with it, ids of two systems never meet.
    pub(super) name: Key,
    /// By how many seconds the clocks of the files are ahead of UTC.
    pub(super) ahead_seconds: i64,
    /// Records that stand in no file, taken in before the files.
    pub(super) stated: FileMapping,
    /// The files, in the order in which they are taken in.
    pub(super) files: Vec<FileMapping>,
}

/// What the columns of one file mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FileMapping {
    /// The file's name, in which `*` stands for anything; without one, any file with the columns.
    pub(super) name: Option<String>,
    /// What separates the columns; found out when it is not said.
    pub(super) delimiter: Option<u8>,
    /// How letters are encoded; UTF-8, when it is not said.
    pub(super) encoding: Option<&'static encoding_rs::Encoding>,
    /// The columns that the records take their values from.
    pub(super) columns: Columns,
    /// Where the mapping first names each of them.
    pub(super) named_at: Vec<Place>,
    /// What must hold of every row.
    pub(super) expected: Vec<Condition>,
    /// What each row stands for, in order.
    pub(super) records: Vec<RecordMapping>,
}

/// A record that a row stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecordMapping {
    /// Its type, by its word in record files.
    pub(super) kind: String,
    /// Where it stands in the mapping.
    pub(super) place: Place,
    /// The rows that it stands in: those for which all of this holds.
    pub(super) when: Vec<Condition>,
    /// Its fields.
    pub(super) fields: Vec<(String, FieldMapping)>,
}

/// Something that must hold of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) column: usize,
    pub(super) wanted: Wanted,
}

/// What a column must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Anything.
    Filled,
    /// Nothing.
    Empty,
    /// One of these.
    OneOf(Vec<String>),
}

/// What a field is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FieldMapping {
    /// Always the same, and no text.
    Fixed(Value),
    /// A text with columns in it.
    Cell(Cell),
    /// A list; what is empty is left out of it.
    List(Vec<FieldMapping>),
    /// An object with fields of its own; left out when all of them are, or its conditions do not
    /// hold.
    Nested(Vec<Condition>, Vec<(String, FieldMapping)>),
}

/// A value made of columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) template: Template,
    /// What stands for what, value by value.
    pub(super) map: Vec<(String, Value)>,
    /// What to take instead of nothing.
    pub(super) or: Option<Template>,
    /// Whether a row without it is at fault.
    pub(super) required: bool,
    pub(super) writing: Writing,
}

/// How a value is written in the file, and by that what it becomes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Writing {
    Text,
    Key,
    Day(Option<DateFormat>),
    Instant(Option<DateFormat>),
    Amount(AmountFormat, CurrencyOf),
}

/// Which currency an amount is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CurrencyOf {
    /// Always this one.
    Always(Currency),
    /// The one that the row names.
    Row(Template),
}

/// A place in a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The line, from 1.
    pub(super) line: usize,
    /// The dotted path of the key.
    pub(super) key: String,
}

/// What is wrong with a mapping, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct MappingFault {
    /// The line, from 1.
    pub line: usize,
    /// The dotted path of the key at fault; empty when the file is no TOML.
    pub key: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for MappingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.message),
            key => write!(f, "line {}: {key}: {}", self.line, self.message),
        }
    }
}

impl Place {
    pub(super) fn fault(&self, message: impl Into<String>) -> MappingFault {
        MappingFault { line: self.line, key: self.key.clone(), message: message.into() }
    }
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// All faults that can be told without the files, by line.
    pub fn parse(text: &str) -> Result<Self, Vec<MappingFault>> {
        reader::read(text)
    }
}

impl RecordMapping {
    /// The columns that a field takes its value from.
    pub(super) fn columns_of(&self, field: &str) -> Vec<usize> {
        let found = self.fields.iter().find(|(name, _)| name == field);
        found.map(|(_, mapping)| mapping.columns()).unwrap_or_default()
    }
}

impl FieldMapping {
    /// The columns that its value is taken from.
    pub(super) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Fixed(_) => Vec::new(),
            Self::Cell(cell) => {
                let instead = cell.or.iter().flat_map(Template::columns);
                cell.template.columns().chain(instead).collect()
            }
            Self::List(items) => items.iter().flat_map(Self::columns).collect(),
            Self::Nested(when, fields) => {
                let conditions = when.iter().map(|condition| condition.column);
                conditions.chain(fields.iter().flat_map(|(_, field)| field.columns())).collect()
            }
        }
    }
}
