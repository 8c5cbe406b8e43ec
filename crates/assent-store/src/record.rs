//! What every kind of record has in common: written with a stamp, changed by version, put away and
//! brought back, found by the key it had elsewhere.
//!
//! A kind of record says which table and columns it has; the four statements are made here.

use assent_domain::permission::Sight;
use assent_domain::time::Timestamp;
use uuid::Uuid;

use crate::StoreError;
use crate::db::{Db, Row, Value};
use crate::sql::{Sql, in_parts};

/// When a record was written, how often, and whether it is put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Birth.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// Changes so far, from 1; the record's ETag.
    pub version: i64,
    /// When it was put away, if it is.
    pub deleted_at: Option<Timestamp>,
}

/// A record as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<I, F> {
    /// Which.
    pub id: I,
    /// What is said of it.
    pub facts: F,
    /// When it was written.
    pub meta: Meta,
}

/// A kind of record: a table and the columns that hold its facts. Only this crate can implement it,
/// because only this crate can name a row.
pub trait Record: Sized {
    /// Its identifier.
    type Id: Copy + From<Uuid> + Into<Uuid>;
    /// The table.
    const TABLE: &'static str;
    /// The columns of the facts, in the order of [`Record::values`].
    const COLUMNS: &'static [&'static str];

    /// The facts as values for the columns.
    fn values(&self) -> Vec<Value<'_>>;

    /// The facts from the columns, of which the first lies at `at`.
    ///
    /// # Errors
    /// When a column holds what it should not.
    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError>;

    /// Adds the condition that the row called `t` is within sight.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight);
}

/// Adds a record.
///
/// # Errors
/// When a key is taken, or the database fails.
pub fn insert<F: Record>(
    db: &mut Db,
    id: F::Id,
    facts: &F,
    now: Timestamp,
) -> Result<(), StoreError> {
    insert_with(db, id, facts, Vec::new(), now)
}

/// Adds a record with columns that are not among its facts.
pub(crate) fn insert_with<'a, F: Record>(
    db: &mut Db,
    id: F::Id,
    facts: &'a F,
    more: Vec<(&str, Value<'a>)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (more_columns, more_values): (Vec<_>, Vec<_>) = more.into_iter().unzip();
    let mut sql = Sql::new("INSERT INTO ");
    sql.push(F::TABLE).push(" (id, created_at, updated_at, version");
    for column in F::COLUMNS.iter().copied().chain(more_columns) {
        sql.push(", ").push(column);
    }
    sql.push(") VALUES (").bind(id.into()).push(", ").bind(now).push(", ").bind(now).push(", 1");
    for value in facts.values().into_iter().chain(more_values) {
        sql.push(", ").bind(value);
    }
    sql.push(")");
    sql.execute_later(db)
}

/// The record, put away or not, if it is within sight.
///
/// # Errors
/// When the database fails.
pub fn get<F: Record>(
    db: &mut Db,
    sight: &Sight,
    id: F::Id,
) -> Result<Option<Stored<F::Id, F>>, StoreError> {
    let mut sql = select::<F>();
    sql.push(" WHERE t.id = ").bind(id.into()).push(" AND ");
    F::within(&mut sql, sight);
    sql.query_first(db, |row| read_stored(row, 0))
}

/// The record that had this key elsewhere, put away or not.
///
/// # Errors
/// When the database fails.
pub fn find_by_key<F: Record>(
    db: &mut Db,
    key: &str,
) -> Result<Option<Stored<F::Id, F>>, StoreError> {
    let mut sql = select::<F>();
    sql.push(" WHERE t.external_key = ").bind(key);
    sql.query_first(db, |row| read_stored(row, 0))
}

/// The records within sight that had these keys elsewhere, put away or not, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn by_keys<F: Record>(
    db: &mut Db,
    sight: &Sight,
    keys: &[&str],
) -> Result<Vec<Stored<F::Id, F>>, StoreError> {
    in_parts(keys, |keys| {
        let mut sql = select::<F>();
        sql.push(" WHERE t.external_key IN ").bind_all(keys.iter().copied()).push(" AND ");
        F::within(&mut sql, sight);
        sql.query(db, |row| read_stored(row, 0))
    })
}

/// The records whose `column` is one of these ids, put away or not, by age.
///
/// # Errors
/// When the database fails.
pub fn pointing_to<F: Record>(
    db: &mut Db,
    column: &'static str,
    ids: &[Uuid],
) -> Result<Vec<Stored<F::Id, F>>, StoreError> {
    in_parts(ids, |ids| {
        let mut sql = select::<F>();
        sql.push(" WHERE t.").push(column).push(" IN ").bind_all(ids.iter().copied());
        sql.push(" ORDER BY t.id").query(db, |row| read_stored(row, 0))
    })
}

/// Changes the facts of a record. Says `false`, and changes nothing, when its version is no longer
/// `version`.
///
/// # Errors
/// When a key is taken, or the database fails.
pub fn update<F: Record>(
    db: &mut Db,
    id: F::Id,
    facts: &F,
    version: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let mut sql = Sql::new("UPDATE ");
    sql.push(F::TABLE).push(" SET updated_at = ").bind(now).push(", version = version + 1");
    for (column, value) in F::COLUMNS.iter().zip(facts.values()) {
        sql.push(", ").push(column).push(" = ").bind(value);
    }
    sql.push(" WHERE id = ").bind(id.into()).push(" AND version = ").bind(version);
    Ok(sql.execute(db)? == 1)
}

/// Puts a record away, or brings it back with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_deleted<F: Record>(
    db: &mut Db,
    id: F::Id,
    deleted_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut sql = Sql::new("UPDATE ");
    sql.push(F::TABLE).push(" SET version = version + 1, updated_at = ").bind(now);
    sql.push(", deleted_at = ").bind(deleted_at).push(" WHERE id = ").bind(id.into());
    sql.execute_later(db)
}

/// `SELECT` of the record's own columns: id, meta, facts.
pub(crate) fn select<F: Record>() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    push_columns::<F>(&mut sql);
    sql.push(" FROM ").push(F::TABLE).push(" t");
    sql
}

/// The record's own columns, of the table called `t`.
pub(crate) fn push_columns<F: Record>(sql: &mut Sql<'_>) {
    sql.push("t.id, t.created_at, t.updated_at, t.version, t.deleted_at");
    for column in F::COLUMNS {
        sql.push(", t.").push(column);
    }
}

/// Columns that [`push_columns`] takes.
pub(crate) const fn width<F: Record>() -> usize {
    5 + F::COLUMNS.len()
}

/// Reads what [`push_columns`] selected, of which the first column lies at `at`.
pub(crate) fn read_stored<F: Record>(
    row: &Row<'_>,
    at: usize,
) -> Result<Stored<F::Id, F>, StoreError> {
    let meta = Meta {
        created_at: row.time(at + 1)?,
        updated_at: row.time(at + 2)?,
        version: row.int(at + 3)?,
        deleted_at: row.opt_time(at + 4)?,
    };
    let id: Uuid = row.id(at)?;
    let facts = F::read(row, at + 5)
        .map_err(|error| StoreError::BadRow { table: F::TABLE, why: format!("{id}: {error}") })?;
    Ok(Stored { id: id.into(), facts, meta })
}
