//! The network as the program holds it: laid down at the first question, and kept in step with the
//! journal from then on.
//!
//! Whoever asks first brings it up to what their connection can see. A reader sees what was committed;
//! the place in the journal moves on for good. A writer sees what may yet be undone, so what is read
//! for them is remembered, and read once more for whoever comes next.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use assent_domain::ids::{OpportunityId, OrganizationId, OrganizationRelationId, PersonId};
use assent_domain::time::{Day, Timestamp};
use assent_domain::ways::Kinds;
use assent_inference::{Model, ModelVersion};
use assent_store::journal::{self, FeedCursor, Touch};
use assent_store::{Db, StoreError, model_versions};
use uuid::Uuid;

use super::network::{Everybody, Touched};

/// With more lines than this to catch up on, everything is read anew.
const MOST_LINES: usize = 20_000;

/// Who is acquainted with whom, kept in step with the records.
#[derive(Debug, Default)]
pub struct Acquaintances {
    held: Mutex<Option<Held>>,
    acts: AtomicU64,
}

#[derive(Debug)]
struct Held {
    everybody: Everybody,
    basis: Basis,
    /// Up to where everything that was read is there to stay.
    settled: FeedCursor,
    /// What was read beyond that.
    provisional: Option<Provisional>,
}

/// What it rests on besides the records that the journal speaks of: another model tells otherwise how
/// well people are acquainted, and how willing they are is read off beliefs, which are all settled
/// anew some time after the model has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Basis {
    model: ModelVersion,
    settled_at: Option<Timestamp>,
}

impl Basis {
    fn of(db: &mut Db, model: &Model) -> Result<Self, StoreError> {
        Ok(Self { model: model.version(), settled_at: model_versions::last_settled(db)? })
    }
}

#[derive(Debug)]
struct Provisional {
    /// For which act.
    act: u64,
    /// The last serial number read for it; none of a reader, who is told everything anew.
    seen: i64,
    /// What to read anew for whoever comes next; everything with `None`.
    touched: Option<Touched>,
}

impl Acquaintances {
    /// A number for an act, by which its own changes are told from those of others.
    pub fn number_act(&self) -> u64 {
        self.acts.fetch_add(1, Ordering::Relaxed)
    }

    /// Asks something of the network as of a day, in step with what `db` can see. `None` if the model
    /// lacks a kind of acquaintance.
    pub(super) fn ask<T>(
        &self,
        db: &mut Db,
        model: &Model,
        (act, day): (u64, Day),
        question: impl FnOnce(&Everybody) -> T,
    ) -> Result<Option<T>, StoreError> {
        let Some(kinds) = Kinds::of(model) else { return Ok(None) };
        // Whoever panicked left the network as it was before or after some person; what they were at
        // is read anew.
        let mut held = self.held.lock().unwrap_or_else(|poisoned| {
            let mut held = PoisonError::into_inner(poisoned);
            *held = None;
            held
        });
        self.held.clear_poison();
        let basis = Basis::of(db, model)?;
        let mut own = match held.take() {
            Some(own) if own.basis == basis && !own.is_forgotten(act) => own,
            _ => Held::build(db, model, kinds, (act, day))?,
        };
        own.follow(db, model, (act, day))?;
        let answer = question(&own.everybody);
        *held = Some(own);
        Ok(Some(answer))
    }
}

impl Held {
    fn build(
        db: &mut Db,
        model: &Model,
        kinds: Kinds,
        (act, day): (u64, Day),
    ) -> Result<Self, StoreError> {
        // Read first, so that what comes in between is read twice rather than never.
        let settled = journal::newest(db)?;
        let seen = journal::last_serial(db)?;
        let basis = Basis::of(db, model)?;
        let everybody = Everybody::build(db, model, kinds, day)?;
        let provisional = db.is_writing().then_some(Provisional { act, seen, touched: None });
        Ok(Self { everybody, basis, settled, provisional })
    }

    /// Whether everything was read for another act, which may have been undone.
    fn is_forgotten(&self, act: u64) -> bool {
        self.provisional.as_ref().is_some_and(|one| one.act != act && one.touched.is_none())
    }

    fn follow(
        &mut self,
        db: &mut Db,
        model: &Model,
        (act, day): (u64, Day),
    ) -> Result<(), StoreError> {
        let mut touched = Touched::default();
        let mut seen = i64::MIN;
        match self.provisional.take() {
            Some(one) if one.act == act && db.is_writing() => {
                seen = one.seen;
                self.provisional = Some(one);
            }
            Some(Provisional { touched: Some(of_others), .. }) => touched = of_others,
            Some(_) | None => {}
        }
        let lines = journal::touched(db, self.settled, seen, MOST_LINES)?;
        if lines.len() == MOST_LINES {
            let kinds = Kinds::of(model);
            if let Some(kinds) = kinds {
                *self = Self::build(db, model, kinds, (act, day))?;
            }
            return Ok(());
        }
        let mut unsettled = Touched::default();
        for line in &lines {
            let is_settled = line.settled && !db.is_writing();
            if is_settled {
                self.settled = self.settled.max(line.cursor);
                touched.extend(touched_by(line));
            } else {
                unsettled.extend(touched_by(line));
            }
        }
        touched.extend(unsettled.clone());
        let last = lines.iter().map(|line| line.cursor.serial()).max();
        self.remember(act, (seen, last), unsettled);
        if day != self.everybody.day {
            self.everybody.turn(db, model, day)?;
        }
        if touched.is_empty() { Ok(()) } else { self.everybody.apply(db, model, &touched) }
    }

    /// Remembers what was read that may be undone yet.
    fn remember(&mut self, act: u64, (seen, last): (i64, Option<i64>), unsettled: Touched) {
        let seen = last.map_or(seen, |last| last.max(seen));
        match &mut self.provisional {
            Some(one) => {
                one.seen = seen;
                if let Some(touched) = &mut one.touched {
                    touched.extend(unsettled);
                }
            }
            None if unsettled.is_empty() => {}
            None => self.provisional = Some(Provisional { act, seen, touched: Some(unsettled) }),
        }
    }
}

/// What a line of the journal says has to be read anew.
fn touched_by(line: &Touch) -> Touched {
    let mut touched = Touched::default();
    let id = line.record;
    match line.noun.as_str() {
        "person" => drop(touched.people.insert(PersonId::from(id))),
        "organization" => drop(touched.houses.insert(OrganizationId::from(id))),
        "organization_relation" => {
            touched.relations.insert(OrganizationRelationId::from(id));
        }
        "opportunity" => drop(touched.deals.insert(OpportunityId::from(id))),
        "user" => touched.users = true,
        "stakeholder" => drop(touched.people.insert(PersonId::from(id))),
        "commitment" => {
            touched.deals.extend(line.opportunity);
            return touched;
        }
        // What is planned, advised or asked ties nobody.
        "activity" | "proposal" | "ask" | "alarm" | "benefit_point" | "product" | "pipeline" => {
            return touched;
        }
        _ => {}
    }
    touched.deals.extend(line.opportunity);
    touched.people.extend(&line.people);
    // Whoever was named before a change is tied otherwise after it.
    if let Some(detail) = line.detail.as_deref().and_then(|text| serde_json::from_str(text).ok()) {
        named_in(&detail, &mut touched.people);
    }
    touched
}

/// Every identifier in a detail. Those that are no person's find nobody.
fn named_in(detail: &serde_json::Value, people: &mut std::collections::BTreeSet<PersonId>) {
    match detail {
        serde_json::Value::String(text) => {
            people.extend(text.parse::<Uuid>().ok().map(PersonId::from));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| named_in(item, people)),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|value| named_in(value, people));
        }
        _ => {}
    }
}
