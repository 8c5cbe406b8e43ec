//! Beliefs: what is estimated of one person in one deal, as settled by the evidence and as read on
//! a day.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::sql::Sql;

/// A belief as it lies in the database. The JSON texts are the caller's own forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// The deal.
    pub opportunity: OpportunityId,
    /// The person.
    pub person: PersonId,
    /// Probabilities of the model's states right after the last evidence.
    pub state: Vec<f64>,
    /// When that was.
    pub settled_at: Timestamp,
    /// Natural logarithm of the probability of all the evidence.
    pub log_evidence: f64,
    /// How many records count as evidence of this person.
    pub evidence_count: i64,
    /// The lines that add up to the estimate, as JSON.
    pub explanation: String,
    /// The model it was made with.
    pub model: String,
    /// The same belief read on a day, as JSON.
    pub reading: String,
    /// That day.
    pub read_on: Day,
}

/// Writes a belief in place of the one before.
///
/// # Errors
/// When the database fails.
pub fn put(db: &mut Db, belief: &Belief) -> Result<(), StoreError> {
    let state: Vec<u8> = belief.state.iter().flat_map(|p| p.to_le_bytes()).collect();
    db.execute_later(
        "INSERT INTO belief (opportunity_id, person_id, state, settled_at, log_evidence,
                             evidence_count, explanation, model, reading, read_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (opportunity_id, person_id) DO UPDATE
         SET state = $3, settled_at = $4, log_evidence = $5, evidence_count = $6,
             explanation = $7, model = $8, reading = $9, read_on = $10",
        params![
            belief.opportunity,
            belief.person,
            state,
            belief.settled_at,
            belief.log_evidence,
            belief.evidence_count,
            &belief.explanation,
            &belief.model,
            &belief.reading,
            belief.read_on,
        ],
    )
}

/// Takes the beliefs of a deal away, but for those of these people.
///
/// # Errors
/// When the database fails.
pub fn keep_only(db: &mut Db, deal: OpportunityId, people: &[PersonId]) -> Result<(), StoreError> {
    let mut sql = Sql::new("DELETE FROM belief WHERE opportunity_id = ");
    sql.bind(deal);
    if !people.is_empty() {
        sql.push(" AND person_id NOT IN ").bind_all(people.iter().copied());
    }
    sql.execute_later(db)
}

/// The beliefs of these deals.
///
/// # Errors
/// When the database fails.
pub fn of_deals(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<Belief>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE b.opportunity_id IN ").bind_all(deals.iter().copied());
    sql.push(" ORDER BY b.opportunity_id, b.person_id").query(db, read)
}

/// What is shown on the cards of these deals: who, and their reading.
///
/// # Errors
/// When the database fails.
pub fn readings_of(
    db: &mut Db,
    deals: &[OpportunityId],
) -> Result<Vec<(OpportunityId, PersonId, String)>, StoreError> {
    let mut sql = Sql::new(
        "SELECT b.opportunity_id, b.person_id, b.reading FROM belief b WHERE b.opportunity_id IN ",
    );
    sql.bind_all(deals.iter().copied());
    sql.query(db, |row| Ok((row.id(0)?, row.id(1)?, row.str(2)?.to_owned())))
}

/// Where a person stands in one deal, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// The deal.
    pub opportunity: OpportunityId,
    /// In what part; none, of somebody who has no part any more.
    pub role: Option<BuyingRole>,
    /// The reading, as JSON.
    pub reading: String,
}

/// What is shown of people in a list: for each, where they stand in that deal within sight in which
/// they were last heard of.
///
/// # Errors
/// When the database fails.
pub fn latest_standings(
    db: &mut Db,
    sight: &Sight,
    people: &[PersonId],
) -> Result<Vec<Standing>, StoreError> {
    let mut sql = Sql::new(
        "SELECT b.person_id, b.opportunity_id, k.role, b.reading FROM belief b
         JOIN opportunity t ON t.id = b.opportunity_id
         LEFT JOIN stakeholder k ON k.opportunity_id = b.opportunity_id
              AND k.person_id = b.person_id AND k.deleted_at IS NULL
         WHERE t.deleted_at IS NULL AND b.person_id IN ",
    );
    sql.bind_all(people.iter().copied()).push(" AND ").within(sight, "t");
    sql.push(" ORDER BY b.person_id, b.settled_at DESC, b.opportunity_id");
    let mut rows = sql.query(db, |row| {
        Ok(Standing {
            person: row.id(0)?,
            opportunity: row.id(1)?,
            role: row.opt_text(2)?,
            reading: row.str(3)?.to_owned(),
        })
    })?;
    rows.dedup_by_key(|row| row.person);
    Ok(rows)
}

/// Deals with a belief last read before `day`, oldest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn read_before(db: &mut Db, day: Day, most: usize) -> Result<Vec<OpportunityId>, StoreError> {
    let sql = "SELECT DISTINCT opportunity_id FROM belief WHERE read_on < $1
               ORDER BY opportunity_id LIMIT $2";
    db.query(sql, params![day, most as i64], |row| row.id(0))
}

/// Deals with a belief that another model made than this one, by id, after `after`; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn made_otherwise(
    db: &mut Db,
    model: &str,
    after: Option<OpportunityId>,
    most: usize,
) -> Result<Vec<OpportunityId>, StoreError> {
    let mut sql = Sql::new("SELECT DISTINCT b.opportunity_id FROM belief b WHERE b.model <> ");
    sql.bind(model);
    if let Some(after) = after {
        sql.push(" AND b.opportunity_id > ").bind(after);
    }
    sql.push(" ORDER BY b.opportunity_id").limit(most as i64);
    sql.query(db, |row| row.id(0))
}

/// How many deals have a belief that another model made than this one.
///
/// # Errors
/// When the database fails.
pub fn count_made_otherwise(db: &mut Db, model: &str) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(DISTINCT opportunity_id) FROM belief WHERE model <> $1";
    Ok(db.query_first(sql, params![model], |row| row.int(0))?.unwrap_or(0))
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT b.opportunity_id, b.person_id, b.state, b.settled_at, b.log_evidence,
                b.evidence_count, b.explanation, b.model, b.reading, b.read_on FROM belief b",
    )
}

fn read(row: &Row<'_>) -> Result<Belief, StoreError> {
    let state = row.blob(2)?;
    let (doubles, rest) = state.as_chunks::<8>();
    if !rest.is_empty() {
        return Err(StoreError::BadRow { table: "belief", why: "a state of odd length".into() });
    }
    Ok(Belief {
        opportunity: row.id(0)?,
        person: row.id(1)?,
        state: doubles.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect(),
        settled_at: row.time(3)?,
        log_evidence: row.real(4)?,
        evidence_count: row.int(5)?,
        explanation: row.str(6)?.to_owned(),
        model: row.str(7)?.to_owned(),
        reading: row.str(8)?.to_owned(),
        read_on: row.text(9)?,
    })
}
