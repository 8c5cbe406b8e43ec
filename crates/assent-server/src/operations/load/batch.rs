//! Taking lines in together: what they speak of is looked up once, one savepoint holds them, and
//! each is taken as a whole or not at all.

use std::collections::{BTreeSet, HashMap, HashSet};

use assent_domain::ids::{OpportunityId, OrganizationId, PersonId, ProductId};
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::{Action, Noun};
use assent_domain::person::PersonFacts;
use assent_domain::product::ProductFacts;
use assent_domain::record_file::{BadRecord, Record};
use assent_domain::text::Key;
use assent_store::{Db, Stored};

use super::known::{Known, KnownDeal};
use super::mentions::Mention;
use super::{Done, Named, deals, happenings, people, users};
use crate::operations::{Act, Refusal};

/// Records after which the database looks anew at the size of its tables, the first time.
const MANY: usize = 4_000;

/// What a run over one or several files remembers from batch to batch.
#[derive(Debug, Default)]
pub(in crate::operations) struct Run {
    /// The deals whose estimates must be settled.
    pub(in crate::operations) touched: BTreeSet<OpportunityId>,
    /// The identities of the things described so far.
    pub(in crate::operations) described: HashSet<String>,
    /// The first descriptions of things, by identity, that stand in items still waiting. They hold
    /// even if a later item is in before, lest the outcome hang on what was there already.
    pub(in crate::operations) postponed: HashMap<String, Named>,
    /// Records that were added, and how many there were when the database last looked.
    added: usize,
    looked_at: usize,
}

/// What became of an item: the records of one line, which are taken in as a whole or not at all.
pub(in crate::operations) enum Taken {
    /// It is in; of each record what was done, or nothing where an earlier description holds.
    In(Vec<Option<Done>>),
    /// It cannot be taken.
    Not(BadRecord),
    /// It points to something that is not there yet, of this identity. Nothing of it was written.
    Waiting(BadRecord, String),
}

/// A batch at work.
pub(super) struct Load<'a> {
    pub(super) db: &'a mut Db,
    pub(super) act: &'a mut Act,
    pub(super) known: Known,
    pub(super) touched: &'a mut BTreeSet<OpportunityId>,
}

/// Takes items in, in their order, and says what became of each.
pub(in crate::operations) fn take(
    db: &mut Db,
    act: &mut Act,
    items: &[Vec<Named>],
    run: &mut Run,
) -> Result<Vec<Taken>, Refusal> {
    if run.added >= MANY.max(2 * run.looked_at) {
        db.refresh_statistics()?;
        run.looked_at = run.added;
    }
    // Most batches hold no fault that shows only while writing, so one savepoint does for all of
    // their items. When one shows, the batch is undone and each item tried by itself.
    match db.attempt(|db| take_all(db, act, items, run)) {
        Ok(outcomes) => Ok(note(items, outcomes, run)),
        Err(Refusal::Store(error)) => Err(Refusal::Store(error)),
        Err(_) => {
            let mut all = Vec::with_capacity(items.len());
            for item in items {
                let item = std::slice::from_ref(item);
                let outcome = match db.attempt(|db| take_all(db, act, item, run)) {
                    Ok(outcome) => outcome,
                    Err(refusal) => vec![Taken::Not(in_words(refusal)?)],
                };
                all.extend(note(item, outcome, run));
            }
            Ok(all)
        }
    }
}

/// Notes what came of a batch: what is in, and stays in, has been described; what waits will be.
fn note(items: &[Vec<Named>], outcomes: Vec<Taken>, run: &mut Run) -> Vec<Taken> {
    for (item, outcome) in items.iter().zip(&outcomes) {
        if let Taken::In(done) = outcome {
            run.added += done.iter().filter(|done| **done == Some(Done::Added)).count();
        }
        for named in item {
            let Some(identity) = &named.identity else { continue };
            match outcome {
                Taken::In(_) => drop(run.described.insert(identity.clone())),
                Taken::Waiting(..) if !run.described.contains(identity) => {
                    run.postponed.entry(identity.clone()).or_insert_with(|| named.clone());
                }
                Taken::Waiting(..) | Taken::Not(_) => {}
            }
        }
    }
    outcomes
}

fn take_all(
    db: &mut Db,
    act: &mut Act,
    items: &[Vec<Named>],
    run: &mut Run,
) -> Result<Vec<Taken>, Refusal> {
    let Run { touched, described, postponed, .. } = run;
    let identities = items.iter().flatten().filter_map(|named| named.identity.as_deref());
    let mut first: HashMap<&str, &Named> =
        identities.filter_map(|identity| Some((identity, postponed.get(identity)?))).collect();
    let batch: Vec<&Named> = items.iter().flatten().chain(first.values().copied()).collect();
    let known = Known::fetch(db, act, &batch)?;
    let mut just_described: HashSet<&str> = HashSet::new();
    let mut load = Load { db, act, known, touched };
    let mut outcomes = Vec::with_capacity(items.len());
    for item in items {
        let in_force = |named| first_description(named, &first);
        let item: Vec<&Named> = item.iter().map(in_force).collect();
        if let Some(mention) = load.known.dangling(&item) {
            let awaited = identity(mention.sort.word(), [mention.key.as_str()]);
            outcomes.push(Taken::Waiting(unknown(mention), awaited));
            for named in item {
                let identity = named.identity.as_deref();
                first.extend(identity.map(|identity| (identity, named)));
            }
            continue;
        }
        let mut done = Vec::with_capacity(item.len());
        for named in item {
            let is_new = named.identity.as_deref().is_none_or(|identity| {
                !described.contains(identity) && just_described.insert(identity)
            });
            done.push(if is_new { Some(take_record(&mut load, named)?) } else { None });
        }
        outcomes.push(Taken::In(done));
    }
    Ok(outcomes)
}

/// What a thing of a type is known as, by the fields that tell which one it is.
pub(in crate::operations) fn identity<'a>(
    kind: &str,
    fields: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut identity = kind.to_owned();
    for field in fields {
        identity.push('\u{1f}');
        identity.push_str(field);
    }
    identity
}

fn first_description<'a>(named: &'a Named, first: &HashMap<&str, &'a Named>) -> &'a Named {
    let identity = named.identity.as_deref();
    identity.and_then(|identity| first.get(identity).copied()).unwrap_or(named)
}

fn take_record(load: &mut Load<'_>, Named { record, name, .. }: &Named) -> Result<Done, Refusal> {
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
        Record::BenefitPoint(line) => deals::benefit_point(load, line),
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
    pub(super) fn organization(
        &self,
        field: &str,
        key: &Key,
    ) -> Result<&Stored<OrganizationId, OrganizationFacts>, Refusal> {
        self.known.organizations.get(key).ok_or_else(|| missing(field, key))
    }

    pub(super) fn person(
        &self,
        field: &str,
        key: &Key,
    ) -> Result<&Stored<PersonId, PersonFacts>, Refusal> {
        self.known.people.get(key).ok_or_else(|| missing(field, key))
    }

    pub(super) fn product(
        &self,
        field: &str,
        key: &Key,
    ) -> Result<&Stored<ProductId, ProductFacts>, Refusal> {
        self.known.products.get(key).ok_or_else(|| missing(field, key))
    }

    /// A deal to which the actor may do this.
    pub(super) fn deal(
        &self,
        key: &Key,
        noun: Noun,
        action: Action,
    ) -> Result<&KnownDeal, Refusal> {
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
