//! What the closed deals of the house say of the forecasts: each time it was computed, and how far the
//! computing is. It speaks of all deals at once, so who may see it sees all of it.

use assent_domain::ids::{OpportunityId, ProofId, UserId};
use assent_domain::permission::Sight;
use assent_domain::proof::Winner;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, params};
use crate::sql::Sql;

/// What was computed.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredProof {
    /// Which.
    pub id: ProofId,
    /// When.
    pub computed_at: Timestamp,
    /// Who asked for it, with their name; nobody, if it was due.
    pub asked_by: Option<(UserId, String)>,
    /// The model that the forecasts were made with.
    pub model: String,
    /// Who has won.
    pub verdict: Winner,
    /// The rest, as JSON: the caller's own form.
    pub body: String,
}

/// The computing that was last asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofRun {
    /// When.
    pub asked_at: Timestamp,
    /// By whom; nobody, if it was due.
    pub asked_by: Option<UserId>,
    /// Deals looked at so far.
    pub done: i64,
    /// Of how many.
    pub total: i64,
    /// When it was last heard of.
    pub moved_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Why it failed, if it did.
    pub error: Option<String>,
}

/// The last that was computed; nothing, for whoever may see nothing.
///
/// # Errors
/// When the database fails.
pub fn latest(db: &mut Db, sight: &Sight) -> Result<Option<StoredProof>, StoreError> {
    let mut sql = Sql::new(
        "SELECT p.id, p.computed_at, p.asked_by_id, u.name, p.model, p.verdict, p.body
         FROM proof p LEFT JOIN app_user u ON u.id = p.asked_by_id WHERE ",
    );
    sql.all_or_nothing(sight).push(" ORDER BY p.computed_at DESC, p.id DESC").limit(1);
    sql.query_first(db, |row| {
        Ok(StoredProof {
            id: row.id(0)?,
            computed_at: row.time(1)?,
            asked_by: row.opt_id(2)?.zip(row.opt_str(3)?.map(str::to_owned)),
            model: row.str(4)?.to_owned(),
            verdict: row.text(5)?,
            body: row.str(6)?.to_owned(),
        })
    })
}

/// Keeps what was computed.
///
/// # Errors
/// When the database fails.
pub fn put(
    db: &mut Db,
    id: ProofId,
    model: &str,
    (verdict, body): (Winner, &str),
    asked_by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO proof (id, computed_at, asked_by_id, model, verdict, body)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, now, asked_by, model, verdict.as_str(), body],
    )
}

/// The computing that was last asked for.
///
/// # Errors
/// When the database fails.
pub fn run(db: &mut Db) -> Result<Option<ProofRun>, StoreError> {
    db.query_first(
        "SELECT asked_at, asked_by_id, done, total, moved_at, ended_at, error
         FROM proof_run WHERE id = 1",
        &[],
        |row| {
            Ok(ProofRun {
                asked_at: row.time(0)?,
                asked_by: row.opt_id(1)?,
                done: row.int(2)?,
                total: row.int(3)?,
                moved_at: row.time(4)?,
                ended_at: row.opt_time(5)?,
                error: row.opt_str(6)?.map(str::to_owned),
            })
        },
    )
}

/// Puts down that a computing was asked for, in place of the one before.
///
/// # Errors
/// When the database fails.
pub fn begin(db: &mut Db, by: Option<UserId>, now: Timestamp) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO proof_run (id, asked_at, asked_by_id, done, total, moved_at)
         VALUES (1, $1, $2, 0, 0, $1) ON CONFLICT (id) DO UPDATE
         SET asked_at = $1, asked_by_id = $2, done = 0, total = 0, moved_at = $1,
             ended_at = NULL, error = NULL",
        params![now, by],
    )
}

/// Says how far the computing is.
///
/// # Errors
/// When the database fails.
pub fn advance(db: &mut Db, done: i64, total: i64, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE proof_run SET done = $1, total = $2, moved_at = $3 WHERE id = 1";
    db.execute_later(sql, params![done, total, now])
}

/// Says that the computing has ended, and why it failed, if it did.
///
/// # Errors
/// When the database fails.
pub fn end(db: &mut Db, error: Option<&str>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE proof_run SET ended_at = $1, moved_at = $1, error = $2 WHERE id = 1";
    db.execute_later(sql, params![now, error])
}

/// A deal that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Which.
    pub deal: OpportunityId,
    /// When.
    pub closed_on: Day,
    /// Whether it was won.
    pub won: bool,
}

/// The deals within sight that have ended and are not put away, by day of closing.
///
/// # Errors
/// When the database fails.
pub fn ended(db: &mut Db, sight: &Sight) -> Result<Vec<Ended>, StoreError> {
    let mut sql = Sql::new(
        "SELECT t.id, t.closed_at, t.closed_outcome FROM opportunity t
         WHERE t.deleted_at IS NULL AND t.closed_at IS NOT NULL AND ",
    );
    sql.within(sight, "t").push(" ORDER BY t.closed_at, t.id");
    sql.query(db, |row| {
        let closed_on = row.time(1)?.date().into();
        Ok(Ended { deal: row.id(0)?, closed_on, won: row.str(2)? == "won" })
    })
}
