//! Requests that carry a key, so that sending one twice does it once.

use assent_domain::ids::UserId;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, params};

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody has used it: the request may go ahead.
    Fresh,
    /// The same request is still at work.
    AtWork,
    /// The same request was answered like this.
    Answered {
        /// HTTP status.
        status: u16,
        /// Head and body, as the caller laid them down.
        response: Vec<u8>,
    },
    /// The key was used for another request.
    OtherRequest,
}

/// Claims a key for a request, or says what became of the first that claimed it. A claim that was
/// never answered lapses at `stale_before`: whoever made it is gone.
///
/// # Errors
/// When the database fails.
pub fn claim(
    db: &mut Db,
    user: UserId,
    key: &str,
    request_hash: &[u8],
    now: Timestamp,
    stale_before: Timestamp,
) -> Result<Claim, StoreError> {
    db.execute_later(
        "DELETE FROM idempotency_key
         WHERE user_id = $1 AND key = $2 AND status IS NULL AND created_at < $3",
        params![user, key, stale_before],
    )?;
    let sql = "INSERT INTO idempotency_key (user_id, key, request_hash, created_at)
               VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, key) DO NOTHING";
    if db.execute(sql, params![user, key, request_hash, now])? == 1 {
        return Ok(Claim::Fresh);
    }
    let sql = "SELECT request_hash, status, response FROM idempotency_key
               WHERE user_id = $1 AND key = $2";
    let found = db.query_first(sql, params![user, key], |row| {
        Ok((row.blob(0)?, row.opt_int(1)?, row.opt_blob(2)?))
    })?;
    Ok(match found {
        None => Claim::AtWork,
        Some((hash, _, _)) if hash != request_hash => Claim::OtherRequest,
        Some((_, Some(status), Some(response))) => {
            Claim::Answered { status: u16::try_from(status).unwrap_or(500), response }
        }
        Some(_) => Claim::AtWork,
    })
}

/// Lays down the answer to a claimed request.
///
/// # Errors
/// When the database fails.
pub fn answer(
    db: &mut Db,
    user: UserId,
    key: &str,
    status: u16,
    response: &[u8],
) -> Result<(), StoreError> {
    db.execute_later(
        "UPDATE idempotency_key SET status = $3, response = $4 WHERE user_id = $1 AND key = $2",
        params![user, key, i64::from(status), response],
    )
}

/// Gives a claimed key up: the request failed in a way that a second try may mend.
///
/// # Errors
/// When the database fails.
pub fn release(db: &mut Db, user: UserId, key: &str) -> Result<(), StoreError> {
    db.execute_later(
        "DELETE FROM idempotency_key WHERE user_id = $1 AND key = $2",
        params![user, key],
    )
}

/// Forgets keys older than `before`.
///
/// # Errors
/// When the database fails.
pub fn forget(db: &mut Db, before: Timestamp) -> Result<u64, StoreError> {
    db.execute("DELETE FROM idempotency_key WHERE created_at < $1", params![before])
}
