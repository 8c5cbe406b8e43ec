//! The history of a deal's stages, of which the latest stands on the deal.

use assent_domain::ids::{OpportunityId, StageChangeId, StageId, UserId};
use assent_domain::opportunity::StageChangeFacts;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, params};
use crate::pipelines::{self, Stage};
use crate::sql::{Sql, in_parts};

/// A move of a deal to a stage, as it lies in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageChange {
    /// Which.
    pub id: StageChangeId,
    /// The stage moved to.
    pub stage: Stage,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<(UserId, String)>,
    /// Why.
    pub note: Option<String>,
    /// Whether it is an assumption.
    pub assumed: bool,
}

/// Writes a move into the history and, if it is the latest, onto the deal. Says whether anything
/// changed: the same move under the same key twice is one move.
///
/// # Errors
/// When the database fails.
pub fn move_to_stage(
    db: &mut Db,
    id: StageChangeId,
    key: Option<&str>,
    deal: OpportunityId,
    change: &StageChangeFacts,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let at = change.at.unwrap_or(now);
    let sql = "INSERT INTO stage_change (id, external_key, opportunity_id, stage_id, at,
                                         by_user_id, note, assumed, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
               ON CONFLICT (external_key) DO NOTHING";
    let (stage, note) = (change.stage_id, change.note.as_ref());
    let written =
        db.execute(sql, params![id, key, deal, stage, at, by, note, change.assumed, now])?;
    if written == 1 {
        settle_stage(db, deal, now)?;
    }
    Ok(written == 1)
}

/// Writes a move that is known to be new into the history, and nothing onto the deal.
///
/// # Errors
/// When its key is taken, or the database fails.
pub fn add_to_history(
    db: &mut Db,
    id: StageChangeId,
    key: Option<&str>,
    deal: OpportunityId,
    change: &StageChangeFacts,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (stage, note) = (change.stage_id, change.note.as_ref());
    let at = change.at.unwrap_or(now);
    db.execute_later(
        "INSERT INTO stage_change (id, external_key, opportunity_id, stage_id, at, by_user_id,
                                   note, assumed, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![id, key, deal, stage, at, by, note, change.assumed, now],
    )
}

/// Those of these keys under which a move was made.
///
/// # Errors
/// When the database fails.
pub fn known_moves(db: &mut Db, keys: &[&str]) -> Result<Vec<String>, StoreError> {
    in_parts(keys, |keys| {
        let mut sql = Sql::new("SELECT external_key FROM stage_change WHERE external_key IN ");
        sql.bind_all(keys.iter().copied()).query(db, |row| Ok(row.str(0)?.to_owned()))
    })
}

/// Takes a move back, or makes it again with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_stage_change_deleted(
    db: &mut Db,
    id: StageChangeId,
    deal: OpportunityId,
    deleted_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE stage_change SET deleted_at = $3 WHERE id = $1 AND opportunity_id = $2";
    let found = db.execute(sql, params![id, deal, deleted_at])? == 1;
    if found {
        settle_stage(db, deal, now)?;
    }
    Ok(found)
}

/// Puts the latest move of the history onto the deal.
fn settle_stage(db: &mut Db, deal: OpportunityId, now: Timestamp) -> Result<(), StoreError> {
    let latest = "SELECT stage_id, at FROM stage_change
                  WHERE opportunity_id = $1 AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";
    let latest: Option<(StageId, Timestamp)> =
        db.query_first(latest, params![deal], |row| Ok((row.id(0)?, row.time(1)?)))?;
    latest.map_or(Ok(()), |latest| put_on_deal(db, deal, latest, now))
}

/// Puts a deal at a stage, since when it is the latest of its history.
///
/// # Errors
/// When the database fails.
pub fn put_on_deal(
    db: &mut Db,
    deal: OpportunityId,
    (stage, since): (StageId, Timestamp),
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "UPDATE opportunity SET stage_id = $2, stage_since = $3, updated_at = $4,
                                version = version + 1 WHERE id = $1",
        params![deal, stage, since, now],
    )
}

/// The moves of a deal, oldest first.
///
/// # Errors
/// When the database fails.
pub fn stage_changes(db: &mut Db, deal: OpportunityId) -> Result<Vec<StageChange>, StoreError> {
    db.query(
        "SELECT c.id, c.at, c.by_user_id, u.name, c.note, c.assumed,
                s.id, s.pipeline_id, s.key, s.name, s.expects, s.position
         FROM stage_change c JOIN stage s ON s.id = c.stage_id
         LEFT JOIN app_user u ON u.id = c.by_user_id
         WHERE c.opportunity_id = $1 AND c.deleted_at IS NULL ORDER BY c.at, c.id",
        params![deal],
        |row| {
            Ok(StageChange {
                id: row.id(0)?,
                at: row.time(1)?,
                by: row.opt_id(2)?.zip(row.opt_str(3)?.map(str::to_owned)),
                note: row.opt_str(4)?.map(str::to_owned),
                assumed: row.bool(5)?,
                stage: pipelines::read_stage_at(row, 6)?,
            })
        },
    )
}
