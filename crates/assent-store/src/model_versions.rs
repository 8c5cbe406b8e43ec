//! The model in force, version by version. The JSON texts are the caller's own forms.

use assent_domain::ids::UserId;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::sql::Sql;

/// A version, without its layers and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Counts from 1; 0 is the priors file itself.
    pub number: i64,
    /// When.
    pub made_at: Timestamp,
    /// By whom; nobody, if the house did.
    pub made_by: Option<(UserId, String)>,
    /// How it came about, as a word.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// The version it goes back to.
    pub returns_to: Option<i64>,
    /// What it changes of the version before, as JSON.
    pub changes: String,
    /// As the beliefs made with it name it.
    pub model: String,
    /// How many deals were to be settled anew with it; nothing before they were counted.
    pub deals: Option<i64>,
    /// How many of them are.
    pub settled: i64,
    /// When the last one was.
    pub settled_at: Option<Timestamp>,
}

/// A version to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// The one after the newest.
    pub number: i64,
    /// By whom.
    pub made_by: Option<UserId>,
    /// How it came about, as a word.
    pub kind: &'a str,
    /// Why.
    pub reason: &'a str,
    /// The version it goes back to.
    pub returns_to: Option<i64>,
    /// What users have changed and what was learned, as JSON.
    pub layers: &'a str,
    /// What it changes of the version before, as JSON.
    pub changes: &'a str,
    /// As beliefs will name it.
    pub model: &'a str,
    /// The text of its priors.
    pub priors: &'a str,
}

/// The number of the newest version; 0 without any.
///
/// # Errors
/// When the database fails.
pub fn newest(db: &mut Db) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(number), 0) FROM model_version";
    Ok(db.query_first(sql, &[], |row| row.int(0))?.unwrap_or(0))
}

/// The layers of a version, as JSON.
///
/// # Errors
/// When the database fails.
pub fn layers(db: &mut Db, number: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT layers FROM model_version WHERE number = $1";
    db.query_first(sql, params![number], |row| Ok(row.str(0)?.to_owned()))
}

/// The text of a version's priors.
///
/// # Errors
/// When the database fails.
pub fn priors(db: &mut Db, number: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT priors FROM model_version WHERE number = $1";
    db.query_first(sql, params![number], |row| Ok(row.str(0)?.to_owned()))
}

/// A version.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, number: i64) -> Result<Option<VersionLine>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE v.number = ").bind(number);
    sql.query_first(db, read)
}

/// Versions before this one, newest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn before(
    db: &mut Db,
    number: Option<i64>,
    most: usize,
) -> Result<Vec<VersionLine>, StoreError> {
    let mut sql = select();
    if let Some(number) = number {
        sql.push(" WHERE v.number < ").bind(number);
    }
    sql.push(" ORDER BY v.number DESC").limit(most as i64);
    sql.query(db, read)
}

/// When all deals were last settled anew with a version.
///
/// # Errors
/// When the database fails.
pub fn last_settled(db: &mut Db) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT MAX(settled_at) FROM model_version";
    Ok(db.query_first(sql, &[], |row| row.opt_time(0))?.flatten())
}

/// Writes a version. Of two with one number the later is refused as taken.
///
/// # Errors
/// When the database fails.
pub fn insert(db: &mut Db, new: &NewVersion<'_>, now: Timestamp) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO model_version (number, made_at, made_by_id, kind, reason, returns_to, layers,
                                    changes, model, priors)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            new.number,
            now,
            new.made_by,
            new.kind,
            new.reason,
            new.returns_to,
            new.layers,
            new.changes,
            new.model,
            new.priors,
        ],
    )?;
    Ok(())
}

/// Writes how many deals are to be settled anew with a version, how many are, and when all were.
///
/// # Errors
/// When the database fails.
pub fn set_settled(
    db: &mut Db,
    number: i64,
    deals: i64,
    settled: i64,
    settled_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE model_version SET deals = $2, settled = $3, settled_at = $4 WHERE number = $1";
    db.execute_later(sql, params![number, deals, settled, settled_at])
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT v.number, v.made_at, u.id, u.name, v.kind, v.reason, v.returns_to, v.changes, v.model,
                v.deals, v.settled, v.settled_at
         FROM model_version v LEFT JOIN app_user u ON u.id = v.made_by_id",
    )
}

fn read(row: &Row<'_>) -> Result<VersionLine, StoreError> {
    let name = row.opt_str(3)?.map(str::to_owned);
    Ok(VersionLine {
        number: row.int(0)?,
        made_at: row.time(1)?,
        made_by: row.opt_id(2)?.zip(name),
        kind: row.str(4)?.to_owned(),
        reason: row.str(5)?.to_owned(),
        returns_to: row.opt_int(6)?,
        changes: row.str(7)?.to_owned(),
        model: row.str(8)?.to_owned(),
        deals: row.opt_int(9)?,
        settled: row.int(10)?,
        settled_at: row.opt_time(11)?,
    })
}
