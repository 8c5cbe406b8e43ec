//! Rows that could not be taken, in a file that can be mended and imported again.

use std::io::Write;

use super::source::REJECTED_COLUMNS;

/// A row that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The file it stands in.
    pub file: String,
    /// The line on which it begins there.
    pub line: u64,
    /// The column at fault or, where a value comes from no column, the field.
    pub field: String,
    /// What is wrong with it.
    pub reason: String,
    /// Its cells by column name.
    pub cells: Vec<(String, String)>,
}

/// Writes rejected rows with what is wrong with each. Rows of several files share one table, so
/// that it has the columns of all of them.
///
/// # Errors
/// When it cannot be written.
pub fn write(rejected: &[Rejected], to: impl Write) -> std::io::Result<()> {
    let mut columns: Vec<&str> = Vec::new();
    for (name, _) in rejected.iter().flat_map(|row| &row.cells) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(REJECTED_COLUMNS.iter().chain(&columns))?;
    for row in rejected {
        let line = row.line.to_string();
        let before = [row.file.as_str(), &line, &row.field, &row.reason];
        let value = |column: &&str| {
            let found = row.cells.iter().find(|(name, _)| name == column);
            found.map_or("", |(_, value)| value.as_str())
        };
        writer.write_record(before.into_iter().chain(columns.iter().map(value)))?;
    }
    writer.flush()
}
