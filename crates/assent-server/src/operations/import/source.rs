//! Reading somebody else's files: their letters, their columns, their rows; and files of rejected
//! rows, each of which remembers where it came from.

use std::path::{Path, PathBuf};

use csv::StringRecord;
use thiserror::Error;

use super::mapping::{FileMapping, Mapping};

/// The columns that stand before the columns of a rejected row.
pub(super) const REJECTED_COLUMNS: [&str; 4] =
    ["rejected_file", "rejected_line", "rejected_field", "rejected_reason"];

/// The column that keeps what a row held beyond the columns of its file.
const SURPLUS: &str = "rejected_surplus";

/// Separators that are tried when the mapping does not say which it is.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Why a file cannot be taken in at all.
#[derive(Debug, Error)]
#[error("{}: {message}", path.display())]
pub struct UnreadableFile {
    path: PathBuf,
    message: String,
}

/// A file with its columns.
#[derive(Debug)]
pub(super) struct Table {
    /// The file's name without its folders.
    pub(super) name: String,
    pub(super) header: Vec<String>,
    text: String,
    separator: u8,
}

/// A row of a file.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The file it comes from.
    pub(super) file: String,
    /// The line on which it begins there.
    pub(super) line: u64,
    pub(super) cells: StringRecord,
}

impl Table {
    /// Opens a file; what the mapping says of files of this name decides how it is read.
    pub(super) fn open(path: &Path, mapping: &Mapping) -> Result<Self, UnreadableFile> {
        let fault = |message: String| UnreadableFile { path: path.to_owned(), message };
        let bytes = std::fs::read(path).map_err(|error| fault(error.to_string()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let named = mapping.files.iter().find(|file| file.is_named(&name));
        let encoding = named.and_then(|file| file.encoding).unwrap_or(encoding_rs::UTF_8);
        let (text, encoding, broken) = encoding.decode(&bytes);
        if broken {
            let encoding = encoding.name();
            return Err(fault(format!(
                "is not written in {encoding}; the mapping may say in what"
            )));
        }
        let text = text.into_owned();
        let separator =
            named.and_then(|file| file.delimiter).unwrap_or_else(|| separator_of(&text));
        let mut table = Self { name, header: Vec::new(), text, separator };
        let mut header = StringRecord::new();
        table.reader().read_record(&mut header).map_err(|error| fault(error.to_string()))?;
        table.header = header.iter().map(|column| column.trim().to_owned()).collect();
        if table.header.iter().all(String::is_empty) {
            return Err(fault("has no line of column names".to_owned()));
        }
        Ok(table)
    }

    /// What the records that stand in no file are told from.
    pub(super) fn of_one_empty_row() -> Self {
        let (name, text) = ("the mapping".to_owned(), "header\n-\n".to_owned());
        Self { name, header: vec!["header".to_owned()], text, separator: b',' }
    }

    fn reader(&self) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .from_reader(self.text.as_bytes())
    }

    /// Whether its rows were rejected by an import before.
    pub(super) fn is_of_rejected(&self) -> bool {
        self.header.starts_with(&REJECTED_COLUMNS.map(str::to_owned))
    }

    /// What a row holds, by column name; without what an import before wrote beside it.
    pub(super) fn named_cells(&self, row: &Row) -> Vec<(String, String)> {
        let cells = self.header.iter().zip(&row.cells);
        let own = cells
            .filter(|(name, _)| !REJECTED_COLUMNS.contains(&name.as_str()) && *name != SURPLUS);
        let mut named: Vec<(String, String)> =
            own.map(|(name, value)| (name.clone(), value.to_owned())).collect();
        let surplus: Vec<&str> = row.cells.iter().skip(self.header.len()).collect();
        if !surplus.is_empty() {
            named.push((SURPLUS.to_owned(), surplus.join(",")));
        }
        named
    }

    /// Its rows, without those that hold nothing.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        let of_rejected = self.is_of_rejected();
        // The bytes are text and rows may be of any length, so that no row can fail to be read.
        let records = self.reader().into_records().skip(1).filter_map(Result::ok);
        let filled = records.filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
        filled.map(move |cells| {
            let line = cells.position().map_or(0, csv::Position::line);
            if of_rejected {
                let line = cells.get(1).and_then(|line| line.trim().parse().ok()).unwrap_or(line);
                Row { file: cells.get(0).unwrap_or_default().trim().to_owned(), line, cells }
            } else {
                Row { file: self.name.clone(), line, cells }
            }
        })
    }
}

/// The separator that the line of column names holds most of, outside of quotes.
pub(in crate::operations) fn separator_of(text: &str) -> u8 {
    let names = text.lines().next().unwrap_or_default();
    let bare: String = names.split('"').step_by(2).collect();
    let count = |separator: &u8| bare.bytes().filter(|byte| byte == separator).count();
    // Of equals the last one wins, and a comma is the best guess of all.
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

impl FileMapping {
    /// Whether it says that it is about files of this name.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.name.as_deref().is_some_and(|pattern| fits(pattern, name))
    }

    /// Whether it is about a file with this name and these columns.
    pub(super) fn is_about(&self, name: &str, header: &[String]) -> bool {
        match self.name {
            Some(_) => self.is_named(name),
            None => self.columns.iter().all(|column| header.contains(column)),
        }
    }
}

/// Whether a name fits a pattern in which `*` stands for anything.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices()
                .map(|(at, _)| at)
                .chain([rest.len()])
                .any(|at| fits(after, &rest[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("accounts.csv", "accounts.csv", true)]
    #[case("accounts.csv", "accounts.csv.old", false)]
    #[case("accounts*.csv", "accounts-2026.csv", true)]
    #[case("*", "客户.csv", true)]
    #[case("客*表*.csv", "客户表2.csv", true)]
    #[case("a*b", "ac", false)]
    fn a_star_stands_for_anything(#[case] pattern: &str, #[case] name: &str, #[case] fit: bool) {
        assert_eq!(fits(pattern, name), fit);
    }

    #[rstest]
    #[case("a,b;c,d\n", b',')]
    #[case("a;b;c\n1,2;3\n", b';')]
    #[case("a\tb\n", b'\t')]
    #[case("name\n", b',')]
    #[case("\"a, b, c\";d\n", b';')]
    fn the_separator_is_guessed_from_the_column_names(#[case] text: &str, #[case] separator: u8) {
        assert_eq!(separator_of(text), separator);
    }
}
