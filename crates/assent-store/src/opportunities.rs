//! Deals: reading them, ending them, and the history of their stages.

mod stage_changes;

use assent_domain::ids::{OpportunityId, PersonId, StageId, UserId};
use assent_domain::money::Money;
use assent_domain::opportunity::{ClosureFacts, DealState, OpportunityFacts};
use assent_domain::permission::Sight;
use assent_domain::time::Timestamp;

pub use self::stage_changes::{
    StageChange, add_to_history, known_moves, move_to_stage, put_on_deal, set_stage_change_deleted,
    stage_changes,
};
use crate::StoreError;
use crate::db::{Db, Dialect, Row, Value, params};
use crate::named;
use crate::page::{Page, PageRequest};
use crate::pipelines::{self, Stage};
use crate::record::{self, Record, Stored};
use crate::sql::{Sql, in_parts};

/// A deal with the names it points to, its stage and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// The deal.
    pub deal: Stored<OpportunityId, OpportunityFacts>,
    /// Name of the organization that would buy.
    pub organization_name: String,
    /// Name of the user who sells.
    pub owner_name: String,
    /// The user who sells, as a person.
    pub owner_person: Option<PersonId>,
    /// Name of the team.
    pub team_name: Option<String>,
    /// Name of the product.
    pub product_name: Option<String>,
    /// The stage the seller says it is in.
    pub stage: Stage,
    /// Since when.
    pub stage_since: Timestamp,
    /// When the order was placed and use began.
    pub ordered_at: Option<Timestamp>,
    /// How it ended.
    pub closure: Option<ClosureFacts>,
    /// How the stage stands to the buyers, as JSON.
    pub gap: Option<String>,
}

/// Which deals a list is to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this pipeline.
    pub pipeline: Option<assent_domain::ids::PipelineId>,
    /// At this stage.
    pub stage: Option<StageId>,
    /// Of this owner.
    pub owner: Option<UserId>,
    /// With this organization.
    pub organization: Option<assent_domain::ids::OrganizationId>,
    /// With this person among the stakeholders.
    pub person: Option<PersonId>,
    /// Open, won, lost; all when left out.
    pub state: Option<DealState>,
}

/// A page of deals by name.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    filter: &Filter,
    request: &PageRequest,
) -> Result<Page<Opportunity>, StoreError> {
    let mut sql = select();
    named::restrict::<OpportunityFacts>(&mut sql, db.dialect(), sight, "opportunity", request);
    push_filter(&mut sql, filter);
    named::in_order(&mut sql, request);
    let rows = sql.query(db, |row| Ok((read(row)?, row.str(SORT_NAME)?.to_owned())))?;
    let total = total(db, sight, filter, request)?;
    Ok(named::cut(rows, request, total, |row| row.deal.id.uuid()))
}

fn total(
    db: &mut Db,
    sight: &Sight,
    filter: &Filter,
    request: &PageRequest,
) -> Result<Option<i64>, StoreError> {
    if !request.count {
        return Ok(None);
    }
    let mut sql = Sql::new("SELECT COUNT(*) FROM opportunity t");
    named::restrict::<OpportunityFacts>(&mut sql, db.dialect(), sight, "opportunity", request);
    push_filter(&mut sql, filter);
    sql.query_first(db, |row| row.int(0))
}

/// One deal, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one(
    db: &mut Db,
    sight: &Sight,
    id: OpportunityId,
) -> Result<Option<Opportunity>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    OpportunityFacts::within(&mut sql, sight);
    sql.query_first(db, read)
}

/// These deals, which the caller has seen to be within sight.
///
/// # Errors
/// When the database fails.
pub fn many(db: &mut Db, ids: &[OpportunityId]) -> Result<Vec<Opportunity>, StoreError> {
    in_parts(ids, |ids| {
        let mut sql = select();
        sql.push(" WHERE t.id IN ").bind_all(ids.iter().copied()).query(db, read)
    })
}

/// The deals within sight that had these keys elsewhere, put away or not, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn by_keys(db: &mut Db, sight: &Sight, keys: &[&str]) -> Result<Vec<Opportunity>, StoreError> {
    in_parts(keys, |keys| {
        let mut sql = select();
        sql.push(" WHERE t.external_key IN ").bind_all(keys.iter().copied()).push(" AND ");
        OpportunityFacts::within(&mut sql, sight);
        sql.query(db, read)
    })
}

/// The deals that renew this one and are not put away, with their names, oldest first.
///
/// # Errors
/// When the database fails.
pub fn renewals_of(
    db: &mut Db,
    id: OpportunityId,
) -> Result<Vec<(OpportunityId, String)>, StoreError> {
    let sql = "SELECT id, name FROM opportunity
               WHERE renews_id = $1 AND deleted_at IS NULL ORDER BY opened_on, id";
    db.query(sql, params![id], |row| Ok((row.id(0)?, row.str(1)?.to_owned())))
}

/// Those of these deals about whose people anything is recorded.
///
/// # Errors
/// When the database fails.
pub fn with_people(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<OpportunityId>, StoreError> {
    in_parts(deals, |deals| {
        let mut sql = Sql::new(
            "SELECT t.id FROM opportunity t
             WHERE (EXISTS (SELECT 1 FROM stakeholder k WHERE k.opportunity_id = t.id)
                 OR EXISTS (SELECT 1 FROM interaction i WHERE i.opportunity_id = t.id)
                 OR EXISTS (SELECT 1 FROM commitment c WHERE c.opportunity_id = t.id))
               AND t.id IN ",
        );
        sql.bind_all(deals.iter().copied()).push(" ORDER BY t.id").query(db, |row| row.id(0))
    })
}

/// Takes the deal for this transaction: who else wants to write evidence of it waits.
///
/// # Errors
/// When the database fails.
pub fn lock(db: &mut Db, id: OpportunityId) -> Result<(), StoreError> {
    match db.dialect() {
        // The one writer of SQLite has everything already.
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => db
            .query("SELECT id FROM opportunity WHERE id = $1 FOR UPDATE", params![id], |_| Ok(()))
            .map(|_| ()),
    }
}

/// Takes these deals for this transaction, in an order that all writers keep to.
///
/// # Errors
/// When the database fails.
pub fn lock_all(db: &mut Db, ids: &[OpportunityId]) -> Result<(), StoreError> {
    if db.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    in_parts(&ids, |ids| {
        let mut sql = Sql::new("SELECT id FROM opportunity WHERE id IN ");
        sql.bind_all(ids.iter().copied()).push(" ORDER BY id FOR UPDATE").query(db, |_| Ok(()))
    })
    .map(|_| ())
}

/// Adds a deal at its first stage. Its history is still empty.
///
/// # Errors
/// When its key is taken, or the database fails.
pub fn insert(
    db: &mut Db,
    id: OpportunityId,
    facts: &OpportunityFacts,
    stage: StageId,
    stage_since: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    let stage = vec![("stage_id", Value::from(stage)), ("stage_since", Value::from(stage_since))];
    record::insert_with(db, id, facts, stage, now)
}

/// Ends a deal, or opens it again with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_closure(
    db: &mut Db,
    deal: OpportunityId,
    closure: Option<&ClosureFacts>,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "UPDATE opportunity SET closed_outcome = $2, closed_at = $3, closed_reason = $4,
                                updated_at = $5, version = version + 1 WHERE id = $1",
        params![
            deal,
            closure.map(|closure| closure.outcome.as_str()),
            closure.map(|closure| closure.at),
            closure.and_then(|closure| closure.reason.as_ref()),
            now,
        ],
    )
}

/// Notes when the order was placed, or takes that back with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_ordered(
    db: &mut Db,
    deal: OpportunityId,
    ordered_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE opportunity SET ordered_at = $2, updated_at = $3, version = version + 1
               WHERE id = $1";
    db.execute_later(sql, params![deal, ordered_at, now])
}

/// Notes how the stage stands to the buyers. That follows from the rest, so it is no change.
///
/// # Errors
/// When the database fails.
pub fn set_gap(db: &mut Db, deal: OpportunityId, gap: Option<&str>) -> Result<(), StoreError> {
    db.execute_later("UPDATE opportunity SET gap = $2 WHERE id = $1", params![deal, gap])
}

/// Deals at each stage of a pipeline: how many, and what they would bring in each currency.
///
/// # Errors
/// When the database fails.
pub fn totals_by_stage(
    db: &mut Db,
    sight: &Sight,
    filter: &Filter,
    search: Option<&str>,
) -> Result<Vec<(StageId, i64, Option<Money>)>, StoreError> {
    let request = PageRequest { search: search.map(str::to_owned), ..PageRequest::default() };
    let mut sql = Sql::new(
        "SELECT t.stage_id, COUNT(*), t.amount_currency, CAST(SUM(t.amount_minor) AS BIGINT)
         FROM opportunity t",
    );
    named::restrict::<OpportunityFacts>(&mut sql, db.dialect(), sight, "opportunity", &request);
    push_filter(&mut sql, filter);
    sql.push(" GROUP BY t.stage_id, t.amount_currency");
    sql.query(db, |row| {
        let money = row.opt_int(3)?.zip(row.opt_text(2)?);
        Ok((row.id(0)?, row.int(1)?, money.map(|(minor, currency)| Money { minor, currency })))
    })
}

/// The ids of every open deal: for chores that go through all of them.
///
/// # Errors
/// When the database fails.
pub fn open_after(
    db: &mut Db,
    after: Option<OpportunityId>,
    most: usize,
) -> Result<Vec<OpportunityId>, StoreError> {
    let mut sql = Sql::new("SELECT id FROM opportunity WHERE deleted_at IS NULL");
    if let Some(after) = after {
        sql.push(" AND id > ").bind(after);
    }
    sql.push(" ORDER BY id LIMIT ").bind(most as i64).query(db, |row| row.id(0))
}

/// The open deals within sight, of one owner if one is named, latest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn latest_open(
    db: &mut Db,
    sight: &Sight,
    owner: Option<UserId>,
    most: usize,
) -> Result<Vec<OpportunityId>, StoreError> {
    let mut sql = Sql::new(
        "SELECT t.id FROM opportunity t WHERE t.deleted_at IS NULL AND t.closed_at IS NULL AND ",
    );
    sql.within(sight, "t");
    if let Some(owner) = owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    sql.push(" ORDER BY t.opened_on DESC, t.id DESC").limit(most as i64);
    sql.query(db, |row| row.id(0))
}

fn push_filter<'a>(sql: &mut Sql<'a>, filter: &Filter) {
    if let Some(pipeline) = filter.pipeline {
        sql.push(" AND t.pipeline_id = ").bind(pipeline);
    }
    if let Some(stage) = filter.stage {
        sql.push(" AND t.stage_id = ").bind(stage);
    }
    if let Some(owner) = filter.owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    if let Some(organization) = filter.organization {
        sql.push(" AND t.organization_id = ").bind(organization);
    }
    if let Some(person) = filter.person {
        sql.push(
            " AND t.id IN (SELECT k.opportunity_id FROM stakeholder k
                           WHERE k.deleted_at IS NULL AND k.person_id = ",
        );
        sql.bind(person).push(")");
    }
    match filter.state {
        None => {}
        Some(DealState::Open) => {
            sql.push(" AND t.closed_at IS NULL");
        }
        Some(DealState::Closed) => {
            sql.push(" AND t.closed_at IS NOT NULL");
        }
        Some(DealState::Won) => {
            sql.push(" AND t.closed_outcome = 'won'");
        }
        Some(DealState::Lost) => {
            sql.push(" AND t.closed_outcome IN ('lost', 'no_decision')");
        }
    }
}

const AFTER: usize = record::width::<OpportunityFacts>();
const SORT_NAME: usize = AFTER + 17;

fn select() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<OpportunityFacts>(&mut sql);
    sql.push(
        ", o.name, u.name, u.person_id, team.name, p.name,
           s.id, s.pipeline_id, s.key, s.name, s.expects, s.position,
           t.stage_since, t.ordered_at, t.closed_outcome, t.closed_at, t.closed_reason,
           t.gap, t.sort_name
         FROM opportunity t
         JOIN organization o ON o.id = t.organization_id
         JOIN app_user u ON u.id = t.owner_id
         JOIN stage s ON s.id = t.stage_id
         LEFT JOIN team ON team.id = t.team_id
         LEFT JOIN product p ON p.id = t.product_id",
    );
    sql
}

fn read(row: &Row<'_>) -> Result<Opportunity, StoreError> {
    let closed = row.opt_text(AFTER + 13)?.zip(row.opt_time(AFTER + 14)?);
    let reason = row.opt_text(AFTER + 15)?;
    Ok(Opportunity {
        deal: record::read_stored(row, 0)?,
        organization_name: row.str(AFTER)?.to_owned(),
        owner_name: row.str(AFTER + 1)?.to_owned(),
        owner_person: row.opt_id(AFTER + 2)?,
        team_name: row.opt_str(AFTER + 3)?.map(str::to_owned),
        product_name: row.opt_str(AFTER + 4)?.map(str::to_owned),
        stage: pipelines::read_stage_at(row, AFTER + 5)?,
        stage_since: row.time(AFTER + 11)?,
        ordered_at: row.opt_time(AFTER + 12)?,
        closure: closed.map(|(outcome, at)| ClosureFacts { outcome, at, reason }),
        gap: row.opt_str(AFTER + 16)?.map(str::to_owned),
    })
}
