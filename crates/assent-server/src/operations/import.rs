//! Importing files of other systems: each row stands for records, as a mapping says.
//!
//! A row is turned into records of the same sort that record files hold, and they are taken in by
//! the same code. A row is taken as a whole or not at all; one that points to something further
//! down is tried again after the rest. The same file twice changes nothing.

mod amounts;
mod dates;
mod mapping;
mod rejected;
mod rows;
mod source;
mod template;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::rc::Rc;

use assent_domain::record_file::BadRecord;
use assent_store::{Db, StoreError};
use thiserror::Error;

pub(in crate::operations) use self::dates::DateFormat;
pub use self::mapping::{Mapping, MappingFault};
pub use self::rejected::{Rejected, write as write_rejected};
pub use self::source::UnreadableFile;
pub(in crate::operations) use self::source::separator_of;
use super::load::{self, Done, Named, Run, Taken};
use super::{Act, Refusal};
use mapping::FileMapping;
use rows::{Reading, RowFault};
use source::{Row, Table};

/// Rows taken in together.
const BATCH: usize = 4_000;

/// Why an import was not done. Nothing of the file at hand has been written.
#[derive(Debug, Error)]
pub enum ImportFault {
    /// The mapping does not do for the files.
    #[error(transparent)]
    Mapping(#[from] MappingFault),
    /// A file cannot be read.
    #[error(transparent)]
    File(#[from] UnreadableFile),
    /// The mapping says nothing of a file.
    #[error("{0}: the mapping has no file of this name, nor one with these columns")]
    Unmapped(String),
    /// The operation was refused, or the database failed.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<StoreError> for ImportFault {
    fn from(error: StoreError) -> Self {
        Self::Refused(Refusal::Store(error))
    }
}

/// Files to be imported, each with what the mapping says of it, in the order of the mapping.
#[derive(Debug)]
pub struct Import {
    mapping: Mapping,
    parts: Vec<Part>,
    run: Run,
}

/// A file, or the rows of a file of rejected rows that come from one file.
#[derive(Debug)]
struct Part {
    file: FileMapping,
    table: Rc<Table>,
    positions: Vec<usize>,
    /// Of rejected rows, those that come from these files.
    from: Option<BTreeSet<String>>,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The file.
    pub name: String,
    /// Its rows.
    pub rows: usize,
    /// What became of the records that they stand for, by type.
    pub records: BTreeMap<&'static str, Tally>,
    /// Rows of which every record had been described by a row before.
    pub repeated: usize,
    /// Rows that could not be taken.
    pub rejected: Vec<Rejected>,
}

/// What became of some records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// They are new.
    pub added: usize,
    /// They were there and said something else.
    pub changed: usize,
    /// They were there.
    pub unchanged: usize,
}

impl Import {
    /// Opens the files and finds out what the mapping says of each.
    ///
    /// # Errors
    /// When a file cannot be read, or the mapping does not do for it.
    pub fn open(mapping: Mapping, paths: &[PathBuf]) -> Result<Self, ImportFault> {
        let mut parts: BTreeMap<usize, Vec<Part>> = BTreeMap::new();
        for path in paths {
            let table = Rc::new(Table::open(path, &mapping)?);
            for (at, from) in files_in(&mapping, &table)? {
                let (file, table) = (mapping.files[at].clone(), Rc::clone(&table));
                let positions = positions(&file, &table)?;
                parts.entry(at).or_default().push(Part { file, table, positions, from });
            }
        }
        let mut parts: Vec<Part> = parts.into_values().flatten().collect();
        if !mapping.stated.records.is_empty() {
            let (file, table) = (mapping.stated.clone(), Rc::new(Table::of_one_empty_row()));
            parts.insert(0, Part { file, table, positions: Vec::new(), from: None });
        }
        Ok(Self { mapping, parts, run: Run::default() })
    }

    /// How many files there are to take in, one after the other.
    pub fn files(&self) -> usize {
        self.parts.len()
    }

    /// Takes a file in: `import_records`. `progress` hears how many of its rows are done.
    ///
    /// # Errors
    /// When the mapping proves unfit, or the database fails. A fault of a row is no error; it is in
    /// the report.
    pub fn take(
        &mut self,
        db: &mut Db,
        act: &mut Act,
        file: usize,
        mut progress: impl FnMut(&str, usize),
    ) -> Result<Report, ImportFault> {
        let Self { mapping, parts, run } = self;
        let part = &parts[file];
        let mut taking = Taking {
            part,
            reading: Reading { mapping, file: &part.file, positions: &part.positions },
            run,
            report: Report { name: part.table.name.clone(), ..Report::default() },
            waiting: HashMap::new(),
            ready: Vec::new(),
        };
        let mut rows = part.rows().peekable();
        while rows.peek().is_some() {
            let batch: Vec<Row> = rows.by_ref().take(BATCH).collect();
            taking.report.rows += batch.len();
            taking.batch(db, act, batch)?;
            progress(&part.table.name, taking.report.rows);
        }
        while !taking.ready.is_empty() {
            let later = taking.ready.split_off(BATCH.min(taking.ready.len()));
            let batch = std::mem::replace(&mut taking.ready, later);
            taking.batch(db, act, batch)?;
        }
        for (row, bad) in std::mem::take(&mut taking.waiting).into_values().flatten() {
            taking.reject_record(&row, &bad);
        }
        let Taking { run, mut report, .. } = taking;
        load::settle(db, act, run)?;
        run.touched.clear();
        run.postponed.clear();
        report.rejected.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        Ok(report)
    }
}

impl Part {
    fn rows(&self) -> impl Iterator<Item = Row> {
        let wanted = |row: &Row| self.from.as_ref().is_none_or(|from| from.contains(&row.file));
        self.table.rows().filter(wanted)
    }
}

/// The files of the mapping that a table is about: one, unless it holds the rejected rows of
/// several, and then each with the names it goes by.
fn files_in(
    mapping: &Mapping,
    table: &Table,
) -> Result<BTreeMap<usize, Option<BTreeSet<String>>>, ImportFault> {
    let about = |name: &str| {
        let found = mapping.files.iter().position(|file| file.is_about(name, &table.header));
        found.ok_or_else(|| ImportFault::Unmapped(name.to_owned()))
    };
    if !table.is_of_rejected() {
        return Ok(BTreeMap::from([(about(&table.name)?, None)]));
    }
    let names: BTreeSet<String> = table.rows().map(|row| row.file).collect();
    let mut files: BTreeMap<usize, Option<BTreeSet<String>>> = BTreeMap::new();
    for name in names {
        files.entry(about(&name)?).or_default().get_or_insert_default().insert(name);
    }
    Ok(files)
}

/// Where each column that the mapping names stands in the table.
fn positions(file: &FileMapping, table: &Table) -> Result<Vec<usize>, MappingFault> {
    let position = |(column, place): (&String, &mapping::Place)| {
        table.header.iter().position(|name| name == column).ok_or_else(|| {
            let known = table.header.join(", ");
            place.fault(format!("{} has no column “{column}”; it has: {known}", table.name))
        })
    };
    file.columns.iter().zip(&file.named_at).map(position).collect()
}

/// A file at work.
struct Taking<'a> {
    part: &'a Part,
    reading: Reading<'a>,
    run: &'a mut Run,
    report: Report,
    /// Rows that point to something which is not there yet, by what it is known as.
    waiting: HashMap<String, Vec<(Row, BadRecord)>>,
    /// Rows that waited for something that has come.
    ready: Vec<Row>,
}

impl Taking<'_> {
    /// Takes rows in, those that point to something that is not there yet excepted.
    fn batch(&mut self, db: &mut Db, act: &mut Act, rows: Vec<Row>) -> Result<(), ImportFault> {
        let (mut told, mut items) = (Vec::new(), Vec::new());
        for row in rows {
            if let Some(records) = self.records(&row)? {
                told.push(row);
                items.push(records);
            }
        }
        let outcomes = load::take(db, act, &items, self.run)?;
        for ((row, records), taken) in told.into_iter().zip(&items).zip(outcomes) {
            match taken {
                Taken::In(done) => self.count(records, &done),
                Taken::Not(bad) => self.reject_record(&row, &bad),
                Taken::Waiting(bad, awaited) => {
                    self.waiting.entry(awaited).or_default().push((row, bad));
                }
            }
        }
        // What came in this batch may be what a row before or behind it in the batch waits for.
        for identity in items.iter().flatten().filter_map(|named| named.identity.as_ref()) {
            if self.run.described.contains(identity) {
                let woken = self.waiting.remove(identity).into_iter().flatten();
                self.ready.extend(woken.map(|(row, _)| row));
            }
        }
        Ok(())
    }

    /// The records that a row stands for, unless it is at fault or holds nothing new.
    fn records(&mut self, row: &Row) -> Result<Option<Vec<Named>>, ImportFault> {
        let (found, wanted) = (row.cells.len(), self.part.table.header.len());
        if found != wanted {
            let reason = format!("has {found} cells where the first line has {wanted}");
            self.reject(row, "row", reason);
            return Ok(None);
        }
        match self.reading.tell(&row.cells, &self.run.described) {
            Ok(records) if records.is_empty() => {
                self.report.repeated += 1;
                Ok(None)
            }
            Ok(records) => Ok(Some(records)),
            Err(RowFault::Row { field, reason }) => {
                self.reject(row, &field, reason);
                Ok(None)
            }
            Err(RowFault::Mapping(fault)) => Err(fault.into()),
        }
    }

    fn count(&mut self, records: &[Named], done: &[Option<Done>]) {
        if done.iter().all(Option::is_none) {
            self.report.repeated += 1;
        }
        for (named, done) in records.iter().zip(done) {
            let Some(done) = done else { continue };
            let tally = self.report.records.entry(named.record.word()).or_default();
            match done {
                Done::Added => tally.added += 1,
                Done::Changed => tally.changed += 1,
                Done::Unchanged => tally.unchanged += 1,
            }
        }
    }

    /// Rejects a row for a fault of one of its records.
    fn reject_record(&mut self, row: &Row, bad: &BadRecord) {
        let has_it = |record: &&mapping::RecordMapping| {
            record.fields.iter().any(|(name, _)| *name == bad.field)
        };
        let record = self.reading.file.records.iter().find(has_it);
        let field =
            record.map_or_else(|| bad.field.clone(), |one| self.reading.named(one, &bad.field));
        self.reject(row, &field, bad.message.clone());
    }

    fn reject(&mut self, row: &Row, field: &str, reason: String) {
        self.report.rejected.push(Rejected {
            file: row.file.clone(),
            line: row.line,
            field: field.to_owned(),
            reason,
            cells: self.part.table.named_cells(row),
        });
    }
}
