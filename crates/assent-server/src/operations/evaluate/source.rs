//! Reading a table from a file: what separates its columns, what they are called, and its rows.

use std::io::Read;
use std::path::Path;

use csv::StringRecord;
use flate2::read::MultiGzDecoder;

use super::{Note, Unfit};
use crate::operations::import::separator_of;

/// How a compressed file begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The line of column names.
const HEADER: Option<u64> = Some(1);

/// A file with its rows.
#[derive(Debug)]
pub(super) struct Source {
    /// The file's name without its folders.
    pub(super) name: String,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) cells: StringRecord,
}

impl Source {
    /// Reads a file, compressed or not. The header is checked, and that every row has as many cells.
    pub(super) fn read(path: &Path) -> Result<Self, Unfit> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let fault = |message: String| Unfit::from(Note::new(&name, None, None, message));
        let bytes = std::fs::read(path).map_err(|error| {
            Unfit::from(Note::new(&path.display().to_string(), None, None, error.to_string()))
        })?;
        let bytes =
            unpacked(bytes).map_err(|error| fault(format!("cannot be unpacked: {error}")))?;
        let (text, _, broken) = encoding_rs::UTF_8.decode(&bytes);
        if broken {
            return Err(fault("is not written in UTF-8; save it as “CSV UTF-8”".to_owned()));
        }
        Self::parse(name, &text)
    }

    fn parse(name: String, text: &str) -> Result<Self, Unfit> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator_of(text))
            .from_reader(text.as_bytes());
        let mut records = reader.records();
        let header = match records.next() {
            Some(Ok(header)) => header,
            _ => return Err(Note::new(&name, None, None, "is empty").into()),
        };
        let header: Vec<String> = header.iter().map(|column| column.trim().to_owned()).collect();
        let mut faults = header_faults(&name, &header);
        let mut rows = Vec::new();
        // The bytes are text and rows may be of any length, so that no row can fail to be read.
        for cells in records.filter_map(Result::ok) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = cells.position().map_or(0, csv::Position::line);
            if cells.len() != header.len() {
                let message = format!("has {} cells, not {}", cells.len(), header.len());
                faults.push(Note::new(&name, Some(line), None, message));
            }
            rows.push(Row { line, cells });
        }
        if rows.is_empty() {
            faults.push(Note::new(&name, None, None, "has no rows below its column names"));
        }
        if faults.is_empty() { Ok(Self { name, header, rows }) } else { Err(Unfit(faults)) }
    }

    /// The position of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, Note> {
        self.header.iter().position(|column| column == name).ok_or_else(|| {
            let message = format!("is no column; there are: {}", self.header.join(", "));
            Note::new(&self.name, HEADER, Some(name), message)
        })
    }

    /// A note on a column as a whole.
    pub(super) fn of_column(&self, column: usize, message: impl Into<String>) -> Note {
        Note::new(&self.name, HEADER, Some(&self.header[column]), message)
    }

    /// A note on a cell.
    pub(super) fn of_cell(&self, row: usize, column: usize, message: impl Into<String>) -> Note {
        Note::new(&self.name, Some(self.rows[row].line), Some(&self.header[column]), message)
    }

    /// A cell, without blanks around it.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.rows[row].cells.get(column).unwrap_or_default().trim()
    }
}

fn unpacked(bytes: Vec<u8>) -> std::io::Result<Vec<u8>> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let mut all = Vec::new();
    MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut all)?;
    Ok(all)
}

fn header_faults(file: &str, header: &[String]) -> Vec<Note> {
    let mut faults = Vec::new();
    for (at, column) in header.iter().enumerate() {
        if column.is_empty() {
            let message = format!("column {} has no name", at + 1);
            faults.push(Note::new(file, HEADER, None, message));
        } else if header[..at].contains(column) {
            faults.push(Note::new(file, HEADER, Some(column), "is the name of two columns"));
        }
    }
    faults
}
