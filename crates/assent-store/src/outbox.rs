//! The outbox: what must leave the house or be done later, written in the transaction that caused
//! it, and done at least once.

use assent_domain::ids::OutboxId;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, Dialect, params};
use crate::sql::Sql;

/// A task to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which.
    pub id: OutboxId,
    /// What sort of task.
    pub kind: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// How often it has been tried, this time included.
    pub attempts: i64,
}

/// Puts a task down. The same key twice is the same task.
///
/// # Errors
/// When the database fails.
pub fn put(
    db: &mut Db,
    id: OutboxId,
    kind: &str,
    key: &str,
    payload: &str,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO outbox (id, kind, idempotency_key, payload, due_at, attempts, created_at)
         VALUES ($1, $2, $3, $4, $5, 0, $6) ON CONFLICT (idempotency_key) DO NOTHING",
        params![id, kind, key, payload, due_at, now],
    )
}

/// Takes up to `most` tasks of these kinds that are due, for `until` at the longest: a worker that dies
/// gives its tasks back by that time. Tasks of other kinds wait for somebody who knows them.
///
/// # Errors
/// When the database fails.
pub fn take(
    db: &mut Db,
    kinds: &[&str],
    now: Timestamp,
    until: Timestamp,
    most: usize,
) -> Result<Vec<Task>, StoreError> {
    let skip = match db.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
    };
    let mut sql = Sql::new("UPDATE outbox SET taken_until = ");
    sql.bind(until).push(", attempts = attempts + 1 WHERE id IN (SELECT id FROM outbox");
    sql.push(" WHERE done_at IS NULL AND due_at <= ").bind(now);
    sql.push(" AND (taken_until IS NULL OR taken_until < ").bind(now);
    sql.push(") AND kind IN ").bind_all(kinds.iter().copied());
    sql.push(" ORDER BY due_at, id").limit(most as i64).push(skip);
    sql.push(") RETURNING id, kind, payload, attempts").query(db, |row| {
        Ok(Task {
            id: row.id(0)?,
            kind: row.str(1)?.to_owned(),
            payload: row.str(2)?.to_owned(),
            attempts: row.int(3)?,
        })
    })
}

/// Keeps a task that was taken for longer.
///
/// # Errors
/// When the database fails.
pub fn keep(db: &mut Db, id: OutboxId, until: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET taken_until = $2 WHERE id = $1 AND done_at IS NULL";
    db.execute_later(sql, params![id, until])
}

/// Marks a task as done.
///
/// # Errors
/// When the database fails.
pub fn done(db: &mut Db, id: OutboxId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET done_at = $2, taken_until = NULL, error = NULL WHERE id = $1";
    db.execute_later(sql, params![id, now])
}

/// Puts a failed task back for another try at `due_at`, or for good when there is none.
///
/// # Errors
/// When the database fails.
pub fn failed(
    db: &mut Db,
    id: OutboxId,
    error: &str,
    due_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let done_at = if due_at.is_none() { Some(now) } else { None };
    let sql = "UPDATE outbox SET error = $2, due_at = COALESCE($3, due_at), done_at = $4,
                                 taken_until = NULL WHERE id = $1";
    db.execute_later(sql, params![id, error, due_at, done_at])
}
