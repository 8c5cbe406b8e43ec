//! Evaluating forecasts on files from outside: event logs with an outcome, and tables of snapshots.
//!
//! Whatever is fitted, chosen or set right is so on other rows than those that are scored. How rows
//! were parted is part of what comes out. Nothing is written anywhere.

mod cells;
mod events;
mod source;
mod split;
mod table;

use std::fmt;

use serde::Serialize;

pub use self::cells::TimeFormat;
pub use self::events::{DayReport, EventMapping, EventReport, evaluate_events};
pub use self::split::{Split, SplitKind};
pub use self::table::{
    ChosenReport, LeftOut, TableQuestion, TableReport, UsedColumn, evaluate_table,
};

/// Something that is wrong, or odd, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The file.
    pub file: String,
    /// The line on which it is, from 1; nothing, where it is about the whole file.
    pub line: Option<u64>,
    /// The column, or the key of a mapping.
    pub field: Option<String>,
    /// What it is.
    pub message: String,
}

impl Note {
    fn new(file: &str, line: Option<u64>, field: Option<&str>, message: impl Into<String>) -> Self {
        let field = field.map(str::to_owned);
        Self { file: file.to_owned(), line, field, message: message.into() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {field}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Why a file cannot be evaluated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", lines(.0))]
pub struct Unfit(pub Vec<Note>);

/// Faults that are shown of many.
const SHOWN: usize = 20;

fn lines(notes: &[Note]) -> String {
    let mut lines: Vec<String> = notes.iter().take(SHOWN).map(Note::to_string).collect();
    if notes.len() > SHOWN {
        lines.push(format!("… and {} more", notes.len() - SHOWN));
    }
    lines.join("\n")
}

impl From<Note> for Unfit {
    fn from(note: Note) -> Self {
        Self(vec![note])
    }
}
