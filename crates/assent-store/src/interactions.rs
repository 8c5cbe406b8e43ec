//! Interactions and commitments: writing them with whom they concern, reading them back by deal,
//! by person and by what was entered in one go.

use std::collections::BTreeSet;

use assent_domain::ids::{
    CommitmentId, EvidenceId, InteractionId, OpportunityId, PersonId, UserId,
};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, Value, params};
use crate::page::{Cursor, Page, PageRequest};
use crate::record::{self, Record, Stored};
use crate::sql::{Sql, in_parts};
use crate::withheld::{self, Withheld};

/// An interaction as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    /// The interaction.
    pub stored: Stored<InteractionId, InteractionFacts>,
    /// Its name in the system it came from.
    pub key: Option<String>,
    /// What it was entered with.
    pub evidence: Option<EvidenceId>,
    /// Who recorded it.
    pub recorded_by: Option<(UserId, String)>,
    /// Whether it is disputed: kept and shown, but used by no estimate.
    pub dispute: Option<Withheld>,
}

/// A commitment as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The commitment.
    pub stored: Stored<CommitmentId, CommitmentFacts>,
    /// Its name in the system it came from.
    pub key: Option<String>,
    /// What it was entered with.
    pub evidence: Option<EvidenceId>,
    /// Whether it is disputed: kept and shown, but used by no estimate.
    pub dispute: Option<Withheld>,
}

/// Where a record comes from, besides its facts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// Its name in the system it came from.
    pub key: Option<&'a str>,
    /// What it was entered with.
    pub evidence: Option<EvidenceId>,
    /// Who recorded it.
    pub recorded_by: Option<UserId>,
}

/// Everyone an interaction speaks of: who took part and who showed something.
#[must_use]
pub fn people_of(facts: &InteractionFacts) -> Vec<PersonId> {
    let signs = facts.signs.iter().map(|sign| sign.person_id);
    let people: BTreeSet<PersonId> = facts
        .participants
        .iter()
        .copied()
        .chain(facts.through.iter().copied())
        .chain(signs)
        .collect();
    people.into_iter().collect()
}

/// Adds an interaction.
///
/// # Errors
/// When its key is taken, or the database fails.
pub fn insert(
    db: &mut Db,
    id: InteractionId,
    facts: &InteractionFacts,
    origin: Origin<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let more = vec![
        ("external_key", Value::from(origin.key)),
        ("evidence_id", Value::from(origin.evidence)),
        ("recorded_by_id", Value::from(origin.recorded_by)),
    ];
    record::insert_with(db, id, facts, more, now)?;
    put_people(db, id, facts)
}

/// Changes an interaction. Says `false`, and changes nothing, when its version is no longer
/// `version`.
///
/// # Errors
/// When the database fails.
pub fn update(
    db: &mut Db,
    id: InteractionId,
    facts: &InteractionFacts,
    version: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !record::update(db, id, facts, version, now)? {
        return Ok(false);
    }
    set_people(db, id, facts)?;
    Ok(true)
}

/// Notes anew whom an interaction speaks of.
///
/// # Errors
/// When the database fails.
pub fn set_people(
    db: &mut Db,
    id: InteractionId,
    facts: &InteractionFacts,
) -> Result<(), StoreError> {
    db.execute_later("DELETE FROM interaction_person WHERE interaction_id = $1", params![id])?;
    put_people(db, id, facts)
}

fn put_people(db: &mut Db, id: InteractionId, facts: &InteractionFacts) -> Result<(), StoreError> {
    for person in people_of(facts) {
        db.execute_later(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES ($1, $2)",
            params![id, person],
        )?;
    }
    Ok(())
}

/// Adds a commitment.
///
/// # Errors
/// When its key is taken, or the database fails.
pub fn insert_commitment(
    db: &mut Db,
    id: CommitmentId,
    facts: &CommitmentFacts,
    origin: Origin<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let more = vec![
        ("external_key", Value::from(origin.key)),
        ("evidence_id", Value::from(origin.evidence)),
    ];
    record::insert_with(db, id, facts, more, now)
}

/// Everything that happened in a deal and is not put away, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn of_deal(db: &mut Db, deal: OpportunityId) -> Result<Vec<Interaction>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.opportunity_id = ").bind(deal).push(" AND t.deleted_at IS NULL");
    sql.query(db, read)
}

/// Every promise made in a deal and not put away, oldest first.
///
/// # Errors
/// When the database fails.
pub fn commitments_of_deal(
    db: &mut Db,
    deal: OpportunityId,
) -> Result<Vec<Commitment>, StoreError> {
    let mut sql = select_commitments();
    sql.push(" WHERE t.opportunity_id = ").bind(deal);
    sql.push(" AND t.deleted_at IS NULL ORDER BY t.made_on, t.id").query(db, read_commitment)
}

/// A page of interactions, newest first.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    deal: Option<OpportunityId>,
    person: Option<PersonId>,
    request: &PageRequest,
) -> Result<Page<Interaction>, StoreError> {
    let mut sql = select();
    push_conditions(&mut sql, sight, deal, person);
    if let Some(after) = &request.after {
        let at: i64 = after.sort.parse().unwrap_or(i64::MAX);
        sql.push(" AND (t.at, t.id) < (").bind(at).push(", ").bind(after.id).push(")");
    }
    sql.push(" ORDER BY t.at DESC, t.id DESC").limit_to_page(request.rows);
    let rows = sql.query(db, read)?;
    let total = if request.count {
        let mut sql = Sql::new("SELECT COUNT(*) FROM interaction t");
        push_conditions(&mut sql, sight, deal, person);
        sql.query_first(db, |row| row.int(0))?
    } else {
        None
    };
    Ok(Page::cut(rows, request, total, |row| Cursor {
        sort: row.stored.facts.at.as_micros().to_string(),
        id: row.stored.id.uuid(),
    }))
}

fn push_conditions<'a>(
    sql: &mut Sql<'a>,
    sight: &'a Sight,
    deal: Option<OpportunityId>,
    person: Option<PersonId>,
) {
    sql.push(" WHERE t.deleted_at IS NULL AND ");
    InteractionFacts::within(sql, sight);
    if let Some(deal) = deal {
        sql.push(" AND t.opportunity_id = ").bind(deal);
    }
    if let Some(person) = person {
        sql.push(" AND t.id IN (SELECT interaction_id FROM interaction_person WHERE person_id = ");
        sql.bind(person).push(")");
    }
}

/// A page of commitments, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_commitments(
    db: &mut Db,
    sight: &Sight,
    deal: Option<OpportunityId>,
    person: Option<PersonId>,
    request: &PageRequest,
) -> Result<Page<Commitment>, StoreError> {
    let mut sql = select_commitments();
    push_commitment_conditions(&mut sql, sight, deal, person);
    if let Some(after) = &request.after {
        sql.push(" AND (t.made_on, t.id) < (").bind(after.sort.as_str());
        sql.push(", ").bind(after.id).push(")");
    }
    sql.push(" ORDER BY t.made_on DESC, t.id DESC").limit_to_page(request.rows);
    let rows = sql.query(db, read_commitment)?;
    let total = if request.count {
        let mut sql = Sql::new("SELECT COUNT(*) FROM commitment t");
        push_commitment_conditions(&mut sql, sight, deal, person);
        sql.query_first(db, |row| row.int(0))?
    } else {
        None
    };
    Ok(Page::cut(rows, request, total, |row| Cursor {
        sort: row.stored.facts.made_on.to_string(),
        id: row.stored.id.uuid(),
    }))
}

fn push_commitment_conditions<'a>(
    sql: &mut Sql<'a>,
    sight: &'a Sight,
    deal: Option<OpportunityId>,
    person: Option<PersonId>,
) {
    sql.push(" WHERE t.deleted_at IS NULL AND ");
    CommitmentFacts::within(sql, sight);
    if let Some(deal) = deal {
        sql.push(" AND t.opportunity_id = ").bind(deal);
    }
    if let Some(person) = person {
        sql.push(" AND (t.by_id = ").bind(person).push(" OR t.to_id = ").bind(person).push(")");
    }
}

/// A promise that is still to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueCommitment {
    /// The deal.
    pub opportunity: OpportunityId,
    /// What.
    pub text: String,
    /// By when.
    pub due: Option<Day>,
    /// Whether it is a promise of ours.
    pub ours: bool,
}

/// The promises in these deals that are still to be kept, those due first before the others.
///
/// # Errors
/// When the database fails.
pub fn next_commitments(
    db: &mut Db,
    deals: &[OpportunityId],
) -> Result<Vec<DueCommitment>, StoreError> {
    let mut sql = Sql::new(
        "SELECT t.opportunity_id, t.text, t.due, EXISTS (
             SELECT 1 FROM employment e JOIN organization o ON o.id = e.organization_id
             WHERE o.ours AND e.deleted_at IS NULL AND e.person_id = t.by_id)
         FROM commitment t WHERE t.deleted_at IS NULL AND t.kept_on IS NULL
           AND t.broken_on IS NULL AND t.withdrawn_on IS NULL AND t.opportunity_id IN ",
    );
    sql.bind_all(deals.iter().copied()).push(" ORDER BY t.due IS NULL, t.due, t.id");
    sql.query(db, |row| {
        Ok(DueCommitment {
            opportunity: row.id(0)?,
            text: row.str(1)?.to_owned(),
            due: row.opt_day(2)?,
            ours: row.bool(3)?,
        })
    })
}

/// One interaction, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one(
    db: &mut Db,
    sight: &Sight,
    id: InteractionId,
) -> Result<Option<Interaction>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    InteractionFacts::within(&mut sql, sight);
    sql.query_first(db, read)
}

/// One commitment, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one_commitment(
    db: &mut Db,
    sight: &Sight,
    id: CommitmentId,
) -> Result<Option<Commitment>, StoreError> {
    let mut sql = select_commitments();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    CommitmentFacts::within(&mut sql, sight);
    sql.query_first(db, read_commitment)
}

/// The interactions that had these keys elsewhere, put away or not, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn by_keys(db: &mut Db, keys: &[&str]) -> Result<Vec<Interaction>, StoreError> {
    in_parts(keys, |keys| {
        let mut sql = select();
        sql.push(" WHERE t.external_key IN ").bind_all(keys.iter().copied()).query(db, read)
    })
}

/// The commitments that had these keys elsewhere, put away or not, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn commitments_by_keys(db: &mut Db, keys: &[&str]) -> Result<Vec<Commitment>, StoreError> {
    in_parts(keys, |keys| {
        let mut sql = select_commitments();
        sql.push(" WHERE t.external_key IN ").bind_all(keys.iter().copied());
        sql.query(db, read_commitment)
    })
}

/// The deals in which anything is recorded of a person, put away or not.
///
/// # Errors
/// When the database fails.
pub fn deals_with(db: &mut Db, person: PersonId) -> Result<Vec<OpportunityId>, StoreError> {
    let sql = "SELECT t.opportunity_id FROM interaction t
               JOIN interaction_person p ON p.interaction_id = t.id WHERE p.person_id = $1
               UNION SELECT opportunity_id FROM commitment WHERE by_id = $1 OR to_id = $1";
    db.query(sql, params![person], |row| row.id(0))
}

/// What was entered in one go, put away or not.
///
/// # Errors
/// When the database fails.
pub fn of_evidence(
    db: &mut Db,
    sight: &Sight,
    evidence: EvidenceId,
) -> Result<(Vec<Interaction>, Vec<Commitment>), StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.evidence_id = ").bind(evidence).push(" AND ");
    InteractionFacts::within(&mut sql, sight);
    let interactions = sql.query(db, read)?;
    let mut sql = select_commitments();
    sql.push(" WHERE t.evidence_id = ").bind(evidence).push(" AND ");
    CommitmentFacts::within(&mut sql, sight);
    Ok((interactions, sql.query(db, read_commitment)?))
}

const AFTER: usize = record::width::<InteractionFacts>();

fn select() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<InteractionFacts>(&mut sql);
    sql.push(", t.external_key, t.evidence_id, t.recorded_by_id, u.name").push(withheld::COLUMNS);
    sql.push(" FROM interaction t LEFT JOIN app_user u ON u.id = t.recorded_by_id");
    sql.push(withheld::JOIN);
    sql
}

fn read(row: &Row<'_>) -> Result<Interaction, StoreError> {
    Ok(Interaction {
        stored: record::read_stored(row, 0)?,
        key: row.opt_str(AFTER)?.map(str::to_owned),
        evidence: row.opt_id(AFTER + 1)?,
        recorded_by: row.opt_id(AFTER + 2)?.zip(row.opt_str(AFTER + 3)?.map(str::to_owned)),
        dispute: withheld::read(row, AFTER + 4)?,
    })
}

fn select_commitments() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<CommitmentFacts>(&mut sql);
    sql.push(", t.external_key, t.evidence_id").push(withheld::COLUMNS);
    sql.push(" FROM commitment t").push(withheld::JOIN);
    sql
}

fn read_commitment(row: &Row<'_>) -> Result<Commitment, StoreError> {
    let after = record::width::<CommitmentFacts>();
    Ok(Commitment {
        stored: record::read_stored(row, 0)?,
        key: row.opt_str(after)?.map(str::to_owned),
        evidence: row.opt_id(after + 1)?,
        dispute: withheld::read(row, after + 2)?,
    })
}
