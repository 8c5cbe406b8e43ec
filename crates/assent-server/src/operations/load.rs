//! Loading records: plain dated lines become rows, once, however often they are loaded.
//!
//! A record is known by its key or, if it has none, by what it says. So the same file twice changes
//! nothing, and a corrected line changes what it corrects. Lines are taken in batches: what a batch
//! speaks of is looked up in a few queries, and then nothing is read line by line. Estimates are
//! settled once at the end, deal by deal.

mod deals;
mod happenings;
mod known;
mod mentions;
mod people;
mod put;
mod users;

use std::collections::BTreeSet;

use assent_domain::ids::{OpportunityId, OrganizationId, PersonId, ProductId};
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::{Action, Noun};
use assent_domain::person::PersonFacts;
use assent_domain::product::ProductFacts;
use assent_domain::record_file::{BadRecord, DatasetRecord, Record, parse_line};
use assent_domain::text::Key;
use assent_store::{Db, Stored, opportunities};
use sha2::{Digest, Sha256};

use super::{Act, Refusal, estimates};
use known::{Known, KnownDeal};
use mentions::Mention;

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
    let mut touched = BTreeSet::new();
    let mut dataset = None;
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    for part in lines.chunks(BATCH) {
        let (mut numbers, mut batch) = (Vec::new(), Vec::new());
        for (number, line) in part {
            match read_line(line, &mut dataset) {
                Ok(None) => {}
                Ok(Some(named)) => {
                    numbers.push((*number, *line));
                    batch.push(vec![named]);
                }
                Err(bad) => report.rejected.push(rejected(*number, line, bad)),
            }
        }
        let outcomes = take(db, act, &batch, &mut touched)?;
        for ((number, line), outcome) in numbers.into_iter().zip(outcomes) {
            match outcome {
                Taken::In(done) => done.into_iter().for_each(|done| report.count(done)),
                Taken::Not(bad) | Taken::Waiting(bad) => {
                    report.rejected.push(rejected(number, line, bad));
                }
            }
        }
        progress(part.last().map_or(0, |(number, _)| *number));
    }
    report.rejected.sort_by_key(|rejected| rejected.line);
    settle(db, act, &touched)?;
    report.deals = touched.into_iter().collect();
    Ok(report)
}

fn read_line(line: &str, dataset: &mut Option<Key>) -> Result<Option<Named>, BadRecord> {
    match parse_line(line)? {
        None => Ok(None),
        Some(Record::Dataset(DatasetRecord { version, name, .. })) => {
            if version != 1 {
                let message = format!("{version} is not known; this program reads 1");
                return Err(BadRecord { field: "version".to_owned(), message });
            }
            *dataset = Some(name);
            Ok(None)
        }
        Some(record) => {
            let dataset = dataset.as_ref().map_or("records", Key::as_str);
            Ok(Some(Named::new(record, dataset, line.trim())))
        }
    }
}

fn rejected(line: usize, text: &str, bad: BadRecord) -> Rejected {
    Rejected { line, field: bad.field, message: bad.message, text: text.to_owned() }
}

/// A record with the name under which it is kept if its kind has no key.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) record: Record,
    pub(super) name: String,
}

impl Named {
    /// Names a record by its own id within the dataset or, if it has none, by the text it was read
    /// from.
    pub(super) fn new(record: Record, dataset: &str, text: &str) -> Self {
        let id = match &record {
            Record::StageChange(line) => line.id.as_ref(),
            Record::Interaction(line) => line.id.as_ref(),
            Record::Commitment(line) => line.id.as_ref(),
            _ => return Self { record, name: String::new() },
        };
        let name = match id {
            Some(id) => format!("{dataset}:{id}"),
            None => {
                let digest = Sha256::digest(text.as_bytes());
                let hex: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
                format!("{dataset}:#{hex}")
            }
        };
        Self { record, name }
    }
}

/// What became of an item: the records of one line, which are taken in as a whole or not at all.
pub(super) enum Taken {
    /// It is in.
    In(Vec<Done>),
    /// It cannot be taken.
    Not(BadRecord),
    /// It points to something that is not there yet. Nothing of it was written.
    Waiting(BadRecord),
}

/// A batch at work.
struct Load<'a> {
    db: &'a mut Db,
    act: &'a mut Act,
    known: Known,
    touched: &'a mut BTreeSet<OpportunityId>,
}

/// Takes items in, in their order, and says what became of each. The deals whose estimates must be
/// settled are added to `touched`.
pub(super) fn take(
    db: &mut Db,
    act: &mut Act,
    items: &[Vec<Named>],
    touched: &mut BTreeSet<OpportunityId>,
) -> Result<Vec<Taken>, Refusal> {
    // Most batches hold no fault that shows only while writing, so one savepoint does for all of
    // their items. When one shows, the batch is undone and each item tried by itself.
    match db.attempt(|db| take_all(db, act, items, touched)) {
        Ok(outcomes) => Ok(outcomes),
        Err(Refusal::Store(error)) => Err(Refusal::Store(error)),
        Err(_) => items
            .iter()
            .map(|item| {
                let alone = std::slice::from_ref(item);
                match db.attempt(|db| take_all(db, act, alone, touched)) {
                    Ok(outcome) => Ok(outcome),
                    Err(refusal) => Ok(vec![Taken::Not(in_words(refusal)?)]),
                }
            })
            .collect::<Result<Vec<_>, Refusal>>()
            .map(|outcomes| outcomes.into_iter().flatten().collect()),
    }
}

fn take_all(
    db: &mut Db,
    act: &mut Act,
    items: &[Vec<Named>],
    touched: &mut BTreeSet<OpportunityId>,
) -> Result<Vec<Taken>, Refusal> {
    let known = Known::fetch(db, act, items.iter().flatten())?;
    let mut load = Load { db, act, known, touched };
    let mut outcomes = Vec::with_capacity(items.len());
    for item in items {
        outcomes.push(match load.known.dangling(item) {
            Some(mention) => Taken::Waiting(unknown(mention)),
            None => Taken::In(take_item(&mut load, item)?),
        });
    }
    Ok(outcomes)
}

fn take_item(load: &mut Load<'_>, item: &[Named]) -> Result<Vec<Done>, Refusal> {
    item.iter().map(|named| take_record(load, named)).collect()
}

fn take_record(load: &mut Load<'_>, Named { record, name }: &Named) -> Result<Done, Refusal> {
    match record {
        Record::Dataset(_) => Ok(Done::Unchanged),
        Record::Team(line) => users::team(load, line),
        Record::User(line) => users::user(load, line),
        Record::Organization(line) => people::organization(load, line),
        Record::OrganizationRelation(line) => people::relation(load, line),
        Record::Person(line) => people::person(load, line),
        Record::ReportingLine(line) => people::reporting_line(load, line),
        Record::Tie(line) => people::tie(load, line),
        Record::Product(line) => deals::product(load, line),
        Record::Pipeline(line) => deals::pipeline(load, line),
        Record::Opportunity(line) => deals::opportunity(load, line),
        Record::Stakeholder(line) => deals::stakeholder(load, line),
        Record::StageChange(line) => deals::stage_change(load, line, name),
        Record::Interaction(line) => happenings::interaction(load, line, name),
        Record::Commitment(line) => happenings::commitment(load, line, name),
        Record::Order(line) => deals::order(load, line),
        Record::Closure(line) => deals::closure(load, line),
    }
}

/// Settles the estimates of those deals that have anything to estimate.
///
/// # Errors
/// When the database fails.
pub(super) fn settle(
    db: &mut Db,
    act: &mut Act,
    touched: &BTreeSet<OpportunityId>,
) -> Result<(), Refusal> {
    let touched: Vec<OpportunityId> = touched.iter().copied().collect();
    for deal in opportunities::with_people(db, &touched)? {
        estimates::settle_all(db, act, deal)?;
    }
    Ok(())
}

fn unknown(mention: Mention<'_>) -> BadRecord {
    let (word, key) = (mention.sort.word(), mention.key);
    let message =
        format!("there is no {word} “{key}”, neither before this line nor in the database");
    BadRecord { field: mention.field.unwrap_or("key").to_owned(), message }
}

/// A refusal of one item, in words; the failure of the database is no item's fault.
fn in_words(refusal: Refusal) -> Result<BadRecord, Refusal> {
    let (field, message) = match refusal {
        Refusal::Invalid(faults) => match faults.into_iter().next() {
            Some(fault) => (field_of(&fault.pointer), fault.message),
            None => ("line".to_owned(), "is not valid".to_owned()),
        },
        Refusal::Store(error) => return Err(Refusal::Store(error)),
        other => ("line".to_owned(), other.to_string()),
    };
    Ok(BadRecord { field, message })
}

/// The field of a record that a pointer into its facts speaks of.
fn field_of(pointer: &str) -> String {
    let field = pointer.trim_start_matches('/');
    field.strip_suffix("_id").unwrap_or(field).to_owned()
}

/// What a key stands for. Items were checked for keys that stand for nothing, but an item of several
/// records may still point to what it only makes later.
impl Load<'_> {
    fn organization(
        &self,
        field: &str,
        key: &Key,
    ) -> Result<&Stored<OrganizationId, OrganizationFacts>, Refusal> {
        self.known.organizations.get(key).ok_or_else(|| missing(field, key))
    }

    fn person(&self, field: &str, key: &Key) -> Result<&Stored<PersonId, PersonFacts>, Refusal> {
        self.known.people.get(key).ok_or_else(|| missing(field, key))
    }

    fn product(&self, field: &str, key: &Key) -> Result<&Stored<ProductId, ProductFacts>, Refusal> {
        self.known.products.get(key).ok_or_else(|| missing(field, key))
    }

    /// A deal to which the actor may do this.
    fn deal(&self, key: &Key, noun: Noun, action: Action) -> Result<&KnownDeal, Refusal> {
        let deal = self.known.deals.get(key).ok_or_else(|| missing("opportunity", key))?;
        let facts = &deal.facts;
        if self.act.sight(noun, action)?.covers(Some(facts.owner_id), facts.team_id) {
            Ok(deal)
        } else {
            Err(Refusal::Forbidden)
        }
    }
}

fn missing(field: &str, key: &Key) -> Refusal {
    Refusal::field(&format!("/{field}"), "unknown_reference", format!("“{key}” is not there"))
}
