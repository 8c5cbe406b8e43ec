//! Runs of learning: how far they are, and what came of them.

use assent_domain::ids::{LearningId, OpportunityId, UserId};
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::sql::Sql;

/// The states in which a run goes on.
const GOING_ON: [&str; 4] = ["waiting", "gathering", "learning", "judging"];

/// A run of learning. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learning {
    /// Which.
    pub id: LearningId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// By whom; nobody, if the calendar did.
    pub asked_by: Option<(UserId, String)>,
    /// Where it stands, as a word.
    pub state: String,
    /// How much of that is done,
    pub done: i64,
    /// of how much.
    pub total: i64,
    /// Whether somebody wants it broken off.
    pub cancel_asked: bool,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// What came of it, as JSON.
    pub body: Option<String>,
    /// The version of the model that it made.
    pub version: Option<i64>,
}

/// Writes a run that is to begin.
///
/// # Errors
/// When the database fails.
pub fn insert(
    db: &mut Db,
    id: LearningId,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO learning (id, asked_at, asked_by_id, state) VALUES ($1, $2, $3, 'waiting')";
    db.execute_later(sql, params![id, now, by])
}

/// The run that goes on, if one does.
///
/// # Errors
/// When the database fails.
pub fn going_on(db: &mut Db) -> Result<Option<Learning>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE l.state IN ").bind_all(GOING_ON);
    sql.push(" ORDER BY l.asked_at DESC, l.id DESC LIMIT 1").query_first(db, read)
}

/// A run.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, id: LearningId) -> Result<Option<Learning>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE l.id = ").bind(id).query_first(db, read)
}

/// The latest runs, newest first.
///
/// # Errors
/// When the database fails.
pub fn latest(db: &mut Db, most: usize) -> Result<Vec<Learning>, StoreError> {
    let mut sql = select();
    sql.push(" ORDER BY l.asked_at DESC, l.id DESC").limit(most as i64).query(db, read)
}

/// Writes where a run stands, and says whether somebody wants it broken off, or it has ended.
///
/// # Errors
/// When the database fails.
pub fn go_on(
    db: &mut Db,
    id: LearningId,
    state: &str,
    (done, total): (i64, i64),
) -> Result<bool, StoreError> {
    let mut sql = Sql::new("UPDATE learning SET state = ");
    sql.bind(state).push(", done = ").bind(done).push(", total = ").bind(total);
    sql.push(" WHERE id = ")
        .bind(id)
        .push(" AND NOT cancel_asked AND state IN ")
        .bind_all(GOING_ON);
    let may_go_on = sql.push(" RETURNING id").query_first(db, |row| row.id::<LearningId>(0))?;
    Ok(may_go_on.is_some())
}

/// Asks for a run to be broken off.
///
/// # Errors
/// When the database fails.
pub fn ask_to_cancel(db: &mut Db, id: LearningId) -> Result<(), StoreError> {
    db.execute_later("UPDATE learning SET cancel_asked = TRUE WHERE id = $1", params![id])
}

/// Ends a run that goes on; one that has ended stays as it is.
///
/// # Errors
/// When the database fails.
pub fn end(
    db: &mut Db,
    id: LearningId,
    state: &str,
    body: Option<&str>,
    version: Option<i64>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut sql = Sql::new("UPDATE learning SET state = ");
    sql.bind(state).push(", body = ").bind(body).push(", version = ").bind(version);
    sql.push(", ended_at = ").bind(now).push(" WHERE id = ").bind(id);
    sql.push(" AND state IN ").bind_all(GOING_ON).execute_later(db)
}

/// A deal to be learned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LearnedFrom {
    /// Which.
    pub deal: OpportunityId,
    /// When it began.
    pub opened_on: Day,
    /// When it ended, and whether it was won; nothing while it is open.
    pub ended: Option<(Timestamp, bool)>,
}

/// The deals that are not put away, latest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn deals(db: &mut Db, most: usize) -> Result<Vec<LearnedFrom>, StoreError> {
    let sql = "SELECT id, opened_on, closed_at, closed_outcome = 'won' FROM opportunity
               WHERE deleted_at IS NULL ORDER BY opened_on DESC, id DESC LIMIT $1";
    db.query(sql, params![most as i64], |row| {
        let ended = match row.opt_time(2)? {
            Some(at) => Some((at, row.bool(3)?)),
            None => None,
        };
        Ok(LearnedFrom { deal: row.id(0)?, opened_on: row.text(1)?, ended })
    })
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT l.id, l.asked_at, u.id, u.name, l.state, l.done, l.total, l.cancel_asked, l.ended_at,
                l.body, l.version
         FROM learning l LEFT JOIN app_user u ON u.id = l.asked_by_id",
    )
}

fn read(row: &Row<'_>) -> Result<Learning, StoreError> {
    let name = row.opt_str(3)?.map(str::to_owned);
    Ok(Learning {
        id: row.id(0)?,
        asked_at: row.time(1)?,
        asked_by: row.opt_id(2)?.zip(name),
        state: row.str(4)?.to_owned(),
        done: row.int(5)?,
        total: row.int(6)?,
        cancel_asked: row.bool(7)?,
        ended_at: row.opt_time(8)?,
        body: row.opt_str(9)?.map(str::to_owned),
        version: row.opt_int(10)?,
    })
}
