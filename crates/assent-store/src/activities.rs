//! Planned activities: listing them, what they were expected to bring, and what they became.

use assent_domain::activity::{ActivityFacts, ActivityState};
use assent_domain::ids::{ActivityId, InteractionId, OpportunityId, PersonId, ProposalId, UserId};
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, Value, params};
use crate::page::{Cursor, Page, PageRequest};
use crate::record::{self, Record, Stored};
use crate::sql::Sql;

/// An activity as it lies in the database. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// What is planned.
    pub stored: Stored<ActivityId, ActivityFacts>,
    /// The deal's name, and who would buy.
    pub opportunity: (String, String),
    /// Who is to do it.
    pub owner_name: String,
    /// What it was expected to bring, as JSON.
    pub expected: Option<String>,
    /// The suggestion that it takes up.
    pub proposal: Option<ProposalId>,
    /// What it became, with the answer it got.
    pub done: Option<Done>,
    /// When and why it was cancelled.
    pub cancelled: Option<(Timestamp, Option<String>)>,
}

/// What an activity became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The record of it.
    pub interaction: InteractionId,
    /// When it happened.
    pub at: Timestamp,
    /// How they answered.
    pub result: Option<String>,
}

impl Activity {
    /// How it stands on `today`.
    #[must_use]
    pub fn state(&self, today: Day) -> ActivityState {
        if self.done.is_some() {
            ActivityState::Done
        } else if self.cancelled.is_some() {
            ActivityState::Cancelled
        } else if self.stored.facts.due_on < today {
            ActivityState::Overdue
        } else {
            ActivityState::Open
        }
    }
}

/// Which activities a list is to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this deal.
    pub opportunity: Option<OpportunityId>,
    /// Of whoever is to do it.
    pub owner: Option<UserId>,
    /// Only those still to be done, or only those that are over.
    pub open: Option<bool>,
    /// Due by the end of this day.
    pub due_until: Option<Day>,
}

/// Adds an activity.
///
/// # Errors
/// When the database fails.
pub fn insert(
    db: &mut Db,
    id: ActivityId,
    facts: &ActivityFacts,
    (expected, proposal): (Option<&str>, Option<ProposalId>),
    now: Timestamp,
) -> Result<(), StoreError> {
    let more = vec![("expected", Value::from(expected)), ("proposal_id", Value::from(proposal))];
    record::insert_with(db, id, facts, more, now)
}

/// Writes anew what an activity is expected to bring.
///
/// # Errors
/// When the database fails.
pub fn set_expected(db: &mut Db, id: ActivityId, expected: Option<&str>) -> Result<(), StoreError> {
    db.execute_later("UPDATE activity SET expected = $2 WHERE id = $1", params![id, expected])
}

/// Notes what an activity became, or takes that back with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_done(
    db: &mut Db,
    id: ActivityId,
    interaction: Option<InteractionId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE activity SET interaction_id = $2, updated_at = $3, version = version + 1
               WHERE id = $1";
    db.execute_later(sql, params![id, interaction, now])
}

/// Cancels an activity with a reason, or takes that back with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_cancelled(
    db: &mut Db,
    id: ActivityId,
    cancelled: Option<Option<&str>>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE activity SET cancelled_at = $2, cancel_reason = $3, updated_at = $4,
                                   version = version + 1 WHERE id = $1";
    let reason = cancelled.flatten();
    db.execute_later(sql, params![id, cancelled.map(|_| now), reason, now])
}

/// A page of activities, those due first before the others.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    filter: &Filter,
    request: &PageRequest,
) -> Result<Page<Activity>, StoreError> {
    let mut sql = select();
    push_conditions(&mut sql, sight, filter);
    if let Some(after) = &request.after {
        sql.push(" AND (t.due_on, t.id) > (").bind(after.sort.as_str());
        sql.push(", ").bind(after.id).push(")");
    }
    sql.push(" ORDER BY t.due_on, t.id").limit_to_page(request.rows);
    let rows = sql.query(db, read)?;
    let total = if request.count {
        let mut sql = Sql::new("SELECT COUNT(*) FROM activity t");
        sql.push(JOIN_INTERACTION);
        push_conditions(&mut sql, sight, filter);
        sql.query_first(db, |row| row.int(0))?
    } else {
        None
    };
    Ok(Page::cut(rows, request, total, |row| Cursor {
        sort: row.stored.facts.due_on.to_string(),
        id: row.stored.id.uuid(),
    }))
}

fn push_conditions<'a>(sql: &mut Sql<'a>, sight: &'a Sight, filter: &Filter) {
    sql.push(" WHERE t.deleted_at IS NULL AND ");
    ActivityFacts::within(sql, sight);
    if let Some(deal) = filter.opportunity {
        sql.push(" AND t.opportunity_id = ").bind(deal);
    }
    if let Some(owner) = filter.owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    match filter.open {
        Some(true) => sql.push(" AND i.id IS NULL AND t.cancelled_at IS NULL"),
        Some(false) => sql.push(" AND (i.id IS NOT NULL OR t.cancelled_at IS NOT NULL)"),
        None => sql,
    };
    if let Some(until) = filter.due_until {
        sql.push(" AND t.due_on <= ").bind(until);
    }
}

/// One activity, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, sight: &Sight, id: ActivityId) -> Result<Option<Activity>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    ActivityFacts::within(&mut sql, sight);
    sql.query_first(db, read)
}

/// What is still to be done in a deal: which, the kind, and whom it is to move.
///
/// # Errors
/// When the database fails.
pub fn open_in(
    db: &mut Db,
    deal: OpportunityId,
) -> Result<Vec<(ActivityId, String, Vec<PersonId>)>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.deleted_at IS NULL AND i.id IS NULL AND t.cancelled_at IS NULL");
    sql.push(" AND t.opportunity_id = ").bind(deal).push(" ORDER BY t.due_on, t.id");
    let rows = sql.query(db, read)?;
    let people = |facts: &ActivityFacts| facts.people.iter().map(|one| one.person_id).collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let facts = &row.stored.facts;
            (row.stored.id, facts.kind.to_string(), people(facts))
        })
        .collect())
}

const AFTER: usize = record::width::<ActivityFacts>();
/// What was recorded and then put away was not done.
const JOIN_INTERACTION: &str =
    " LEFT JOIN interaction i ON i.id = t.interaction_id AND i.deleted_at IS NULL";

fn select() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<ActivityFacts>(&mut sql);
    sql.push(
        ", d.name, o.name, u.name, t.expected, t.proposal_id, i.id, i.at, i.result,
           t.cancelled_at, t.cancel_reason
         FROM activity t
         JOIN opportunity d ON d.id = t.opportunity_id
         JOIN organization o ON o.id = d.organization_id
         JOIN app_user u ON u.id = t.owner_id",
    )
    .push(JOIN_INTERACTION);
    sql
}

fn read(row: &Row<'_>) -> Result<Activity, StoreError> {
    let text = |at: usize| row.opt_str(at).map(|text| text.map(str::to_owned));
    let done = row.opt_id(AFTER + 5)?.zip(row.opt_time(AFTER + 6)?);
    let result = text(AFTER + 7)?;
    let reason = text(AFTER + 9)?;
    Ok(Activity {
        stored: record::read_stored(row, 0)?,
        opportunity: (row.str(AFTER)?.to_owned(), row.str(AFTER + 1)?.to_owned()),
        owner_name: row.str(AFTER + 2)?.to_owned(),
        expected: text(AFTER + 3)?,
        proposal: row.opt_id(AFTER + 4)?,
        done: done.map(|(interaction, at)| Done { interaction, at, result }),
        cancelled: row.opt_time(AFTER + 8)?.map(|at| (at, reason)),
    })
}
