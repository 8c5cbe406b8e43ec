//! Stakeholders: who has a part in which deal.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::{BuyingRole, StakeholderFacts};
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::record::Meta;
use crate::sql::{Sql, in_parts};

/// A stakeholder as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stakeholder {
    /// The deal.
    pub opportunity: OpportunityId,
    /// Who, in what part.
    pub facts: StakeholderFacts,
    /// Their name.
    pub name: String,
    /// Whether the person is an assumption rather than a reported fact.
    pub person_assumed: bool,
    /// When it was written.
    pub meta: Meta,
}

/// The stakeholders of these deals who are not put away, in the order they were added.
///
/// # Errors
/// When the database fails.
pub fn of(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<Stakeholder>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE k.deleted_at IS NULL AND k.opportunity_id IN ");
    sql.bind_all(deals.iter().copied()).push(" ORDER BY k.created_at, p.sort_name, p.id");
    sql.query(db, read)
}

/// One stakeholder, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one(
    db: &mut Db,
    deal: OpportunityId,
    person: PersonId,
) -> Result<Option<Stakeholder>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE k.opportunity_id = ").bind(deal).push(" AND k.person_id = ").bind(person);
    sql.query_first(db, read)
}

/// Every stakeholder of these deals, put away or not, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn all_of(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<Stakeholder>, StoreError> {
    in_parts(deals, |deals| {
        let mut sql = select();
        sql.push(" WHERE k.opportunity_id IN ").bind_all(deals.iter().copied()).query(db, read)
    })
}

/// The deals in which a person has a part.
///
/// # Errors
/// When the database fails.
pub fn deals_of(db: &mut Db, person: PersonId) -> Result<Vec<OpportunityId>, StoreError> {
    let sql = "SELECT opportunity_id FROM stakeholder
               WHERE person_id = $1 AND deleted_at IS NULL ORDER BY opportunity_id";
    db.query(sql, params![person], |row| row.id(0))
}

/// Gives a person a part in a deal, or another one; one that was put away comes back.
///
/// # Errors
/// When the database fails.
pub fn put(
    db: &mut Db,
    deal: OpportunityId,
    facts: &StakeholderFacts,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO stakeholder (opportunity_id, person_id, role, since, assumed,
                                  created_at, updated_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $6, 1)
         ON CONFLICT (opportunity_id, person_id) DO UPDATE
         SET role = $3, since = $4, assumed = $5, updated_at = $6, deleted_at = NULL,
             version = stakeholder.version + 1",
        params![deal, facts.person_id, facts.role.as_str(), facts.since, facts.assumed, now],
    )
}

/// Gives a person whose part is not known a place in the deal; who has one keeps it.
///
/// # Errors
/// When the database fails.
pub fn put_unknown(
    db: &mut Db,
    deal: OpportunityId,
    person: PersonId,
    since: Day,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO stakeholder (opportunity_id, person_id, role, since, assumed,
                                        created_at, updated_at, version)
               VALUES ($1, $2, $3, $4, FALSE, $5, $5, 1)
               ON CONFLICT (opportunity_id, person_id) DO NOTHING";
    let role = BuyingRole::Unknown.as_str();
    Ok(db.execute(sql, params![deal, person, role, since, now])? == 1)
}

/// Takes a person out of a deal, or back in with `None`; says whether there was one.
///
/// # Errors
/// When the database fails.
pub fn set_deleted(
    db: &mut Db,
    deal: OpportunityId,
    person: PersonId,
    deleted_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE stakeholder SET deleted_at = $3, updated_at = $4, version = version + 1
               WHERE opportunity_id = $1 AND person_id = $2";
    Ok(db.execute(sql, params![deal, person, deleted_at, now])? == 1)
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT k.opportunity_id, k.person_id, k.role, k.since, k.assumed,
                k.created_at, k.updated_at, k.version, k.deleted_at, p.name, p.assumed
         FROM stakeholder k JOIN person p ON p.id = k.person_id",
    )
}

fn read(row: &Row<'_>) -> Result<Stakeholder, StoreError> {
    Ok(Stakeholder {
        opportunity: row.id(0)?,
        facts: StakeholderFacts {
            person_id: row.id(1)?,
            role: row.text(2)?,
            since: row.opt_day(3)?,
            assumed: row.bool(4)?,
        },
        meta: Meta {
            created_at: row.time(5)?,
            updated_at: row.time(6)?,
            version: row.int(7)?,
            deleted_at: row.opt_time(8)?,
        },
        name: row.str(9)?.to_owned(),
        person_assumed: row.bool(10)?,
    })
}
