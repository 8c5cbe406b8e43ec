//! Loading records: a file of plain dated lines becomes rows, once, however often it is loaded.
//!
//! A record is known by its key or, if it has none, by what it says. So the same file twice changes
//! nothing, and a corrected line changes what it corrects. Estimates are settled once at the end,
//! deal by deal.

mod deals;
mod names;
mod people;

use std::collections::BTreeSet;

use assent_domain::ids::OpportunityId;
use assent_domain::record_file::{BadRecord, Record, parse_line};
use assent_store::Db;

use super::{Act, Refusal, estimates};
use names::Names;

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
    /// The deals whose estimates were settled.
    pub deals: Vec<OpportunityId>,
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
    let mut names = Names::default();
    let mut touched = BTreeSet::new();
    for (number, line) in (1..).zip(text.lines()) {
        match parse_line(line) {
            Ok(None) => {}
            Ok(Some(record)) => {
                match db.attempt(|db| take(db, act, &mut names, &record, line, &mut touched)) {
                    Ok(done) => report.count(done),
                    Err(refusal) => report.rejected.push(rejected(number, line, refusal)?),
                }
            }
            Err(bad) => report.rejected.push(unreadable(number, line, bad)),
        }
        progress(number);
    }
    for deal in touched {
        estimates::settle_all(db, act, deal)?;
        report.deals.push(deal);
    }
    Ok(report)
}

fn unreadable(line: usize, text: &str, bad: BadRecord) -> Rejected {
    Rejected { line, field: bad.field, message: bad.message, text: text.to_owned() }
}

/// A refusal of one line, in words; the failure of the database is no line's fault.
fn rejected(line: usize, text: &str, refusal: Refusal) -> Result<Rejected, Refusal> {
    let (field, message) = match refusal {
        Refusal::Invalid(faults) => match faults.into_iter().next() {
            Some(fault) => (fault.pointer.trim_start_matches('/').to_owned(), fault.message),
            None => ("line".to_owned(), "is not valid".to_owned()),
        },
        Refusal::Store(error) => return Err(Refusal::Store(error)),
        other => ("line".to_owned(), other.to_string()),
    };
    Ok(Rejected { line, field, message, text: text.to_owned() })
}

fn take(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    record: &Record,
    line: &str,
    touched: &mut BTreeSet<OpportunityId>,
) -> Result<Done, Refusal> {
    match record {
        Record::Dataset(dataset) => {
            if dataset.version != 1 {
                let message = format!("{} is not known; this program reads 1", dataset.version);
                return Err(Refusal::field("/version", "unknown_version", message));
            }
            names.dataset = Some(dataset.name.as_str().to_owned());
            Ok(Done::Unchanged)
        }
        Record::Team(team) => people::team(db, act, team),
        Record::User(user) => people::user(db, act, names, user),
        Record::Organization(record) => people::organization(db, act, names, record),
        Record::OrganizationRelation(record) => people::relation(db, act, names, record),
        Record::Person(person) => people::person(db, act, names, person),
        Record::ReportingLine(record) => people::reporting_line(db, act, names, record),
        Record::Tie(tie) => people::tie(db, act, names, tie),
        Record::Product(product) => deals::product(db, act, product),
        Record::Pipeline(pipeline) => deals::pipeline(db, act, pipeline),
        Record::Opportunity(deal) => deals::opportunity(db, act, names, deal, touched),
        Record::Stakeholder(record) => deals::stakeholder(db, act, names, record, touched),
        Record::StageChange(change) => deals::stage_change(db, act, names, change, line, touched),
        Record::Interaction(record) => deals::interaction(db, act, names, record, line, touched),
        Record::Commitment(record) => deals::commitment(db, act, names, record, line, touched),
        Record::Order(order) => deals::order(db, act, names, order, touched),
        Record::Closure(closure) => deals::closure(db, act, names, closure, touched),
    }
}
