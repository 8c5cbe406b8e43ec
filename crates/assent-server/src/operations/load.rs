//! Loading records: plain dated lines become rows, once, however often they are loaded.
//!
//! A record is known by its key or, if it has none, by what it says. So the same file twice changes
//! nothing, and a corrected line changes what it corrects. Lines are taken in batches: what a batch
//! speaks of is looked up in a few queries, and then nothing is read line by line. Estimates are
//! settled once at the end, deal by deal.

mod batch;
mod deals;
mod happenings;
mod known;
mod mentions;
mod people;
mod put;
mod users;

use assent_domain::ids::OpportunityId;
use assent_domain::record_file::{BadRecord, DatasetRecord, Record, parse_line};
use assent_domain::text::Key;
use assent_store::{Db, opportunities};
use sha2::{Digest, Sha256};

use self::batch::Load;
pub(super) use self::batch::{Run, Taken, identity, take};
use super::{Act, Refusal, estimates};

/// Items taken in together.
const BATCH: usize = 1_000;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is new.
    Added,
    /// It was there and said something else.
    Changed,
    /// It was there.
    Unchanged,
}

impl Done {
    /// What became of a record of two parts.
    fn or(self, other: Self) -> Self {
        if self == Self::Unchanged { other } else { self }
    }
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records that are new.
    pub added: usize,
    /// Records that were there and said something else.
    pub changed: usize,
    /// Records that were there.
    pub unchanged: usize,
    /// Lines that could not be taken.
    pub rejected: Vec<Rejected>,
    /// The deals that the file speaks of and changed.
    pub deals: Vec<OpportunityId>,
    /// The line that names the dataset, without which ids mean nothing.
    pub dataset: Option<String>,
}

/// A line that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Its number, from 1.
    pub line: usize,
    /// The field at fault.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
    /// The line itself.
    pub text: String,
}

impl Report {
    fn count(&mut self, done: Done) {
        match done {
            Done::Added => self.added += 1,
            Done::Changed => self.changed += 1,
            Done::Unchanged => self.unchanged += 1,
        }
    }
}

/// Loads the lines of a record file: `load_records`. A line that cannot be taken is reported and
/// the others are loaded all the same.
///
/// # Errors
/// When the database fails. A fault of a line is no error; it is in the report.
pub fn load_records(
    db: &mut Db,
    act: &mut Act,
    text: &str,
    mut progress: impl FnMut(usize),
) -> Result<Report, Refusal> {
    let mut report = Report::default();
    let mut run = Run::default();
    let mut dataset = None;
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    for part in lines.chunks(BATCH) {
        let (mut numbers, mut batch) = (Vec::new(), Vec::new());
        for (number, line) in part {
            match read_line(line) {
                Ok(None) => {}
                Ok(Some(Record::Dataset(named))) => {
                    dataset = Some(named.name);
                    report.dataset = Some((*line).to_owned());
                }
                Ok(Some(record)) => {
                    let dataset = dataset.as_ref().map_or("records", Key::as_str);
                    numbers.push((*number, *line));
                    batch.push(vec![Named::new(record, dataset, line.trim())]);
                }
                Err(bad) => report.rejected.push(rejected(*number, line, bad)),
            }
        }
        let outcomes = take(db, act, &batch, &mut run)?;
        for ((number, line), outcome) in numbers.into_iter().zip(outcomes) {
            match outcome {
                Taken::In(done) => done.into_iter().flatten().for_each(|done| report.count(done)),
                Taken::Not(bad) | Taken::Waiting(bad, _) => {
                    report.rejected.push(rejected(number, line, bad));
                }
            }
        }
        progress(part.last().map_or(0, |(number, _)| *number));
    }
    report.rejected.sort_by_key(|rejected| rejected.line);
    settle(db, act, &run)?;
    report.deals = run.touched.into_iter().collect();
    Ok(report)
}

fn read_line(line: &str) -> Result<Option<Record>, BadRecord> {
    let record = parse_line(line)?;
    if let Some(Record::Dataset(DatasetRecord { version, .. })) = &record
        && *version != 1
    {
        let message = format!("{version} is not known; this program reads 1");
        return Err(BadRecord { field: "version".to_owned(), message });
    }
    Ok(record)
}

fn rejected(line: usize, text: &str, bad: BadRecord) -> Rejected {
    Rejected { line, field: bad.field, message: bad.message, text: text.to_owned() }
}

/// A record with the name under which it is kept if its kind has no key.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) record: Record,
    pub(super) name: String,
    /// What it is known as in a run in which only the first description of a thing is to hold.
    pub(super) identity: Option<String>,
}

impl Named {
    /// Names a record by its own id within the dataset or, if it has none, by the text it was read
    /// from.
    pub(super) fn new(record: Record, dataset: &str, text: &str) -> Self {
        let id = match &record {
            Record::StageChange(line) => line.id.as_ref(),
            Record::Interaction(line) => line.id.as_ref(),
            Record::Commitment(line) => line.id.as_ref(),
            _ => return Self { record, name: String::new(), identity: None },
        };
        let name = match id {
            Some(id) => format!("{dataset}:{id}"),
            None => {
                let digest = Sha256::digest(text.as_bytes());
                let hex: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
                format!("{dataset}:#{hex}")
            }
        };
        Self { record, name, identity: None }
    }
}

/// Settles the estimates of those deals that have anything to estimate.
///
/// # Errors
/// When the database fails.
pub(super) fn settle(db: &mut Db, act: &mut Act, run: &Run) -> Result<(), Refusal> {
    let touched: Vec<OpportunityId> = run.touched.iter().copied().collect();
    for deal in opportunities::with_people(db, &touched)? {
        estimates::settle_all(db, act, deal)?;
    }
    Ok(())
}
