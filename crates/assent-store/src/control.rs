//! What alarms are measured by: the limits a manager has set, and what is usual in the house.

use assent_domain::ids::UserId;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, params};

/// The limits a manager has set. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The limits, as JSON.
    pub body: String,
    /// When they were set.
    pub changed_at: Timestamp,
    /// By whom.
    pub changed_by: Option<(UserId, String)>,
}

/// The limits a manager has set; none, while they are those that ship.
///
/// # Errors
/// When the database fails.
pub fn limits(db: &mut Db) -> Result<Option<Limits>, StoreError> {
    db.query_first(
        "SELECT l.body, l.changed_at, u.id, u.name FROM control_limits l
         LEFT JOIN app_user u ON u.id = l.changed_by_id WHERE l.id = 1",
        &[],
        |row| {
            let name = row.opt_str(3)?.map(str::to_owned);
            Ok(Limits {
                body: row.str(0)?.to_owned(),
                changed_at: row.time(1)?,
                changed_by: row.opt_id(2)?.zip(name),
            })
        },
    )
}

/// Sets the limits, or goes back to those that ship with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_limits(
    db: &mut Db,
    body: Option<&str>,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    match body {
        Some(body) => db.execute_later(
            "INSERT INTO control_limits (id, body, changed_at, changed_by_id)
             VALUES (1, $1, $2, $3) ON CONFLICT (id) DO UPDATE
             SET body = $1, changed_at = $2, changed_by_id = $3",
            params![body, now, by],
        ),
        None => db.execute_later("DELETE FROM control_limits WHERE id = 1", &[]),
    }
}

/// What is usual in the house, as JSON, with the day it was computed.
///
/// # Errors
/// When the database fails.
pub fn norm(db: &mut Db) -> Result<Option<(Day, String)>, StoreError> {
    db.query_first("SELECT computed_on, body FROM house_norm WHERE id = 1", &[], |row| {
        Ok((row.text(0)?, row.str(1)?.to_owned()))
    })
}

/// Writes what is usual in the house.
///
/// # Errors
/// When the database fails.
pub fn set_norm(db: &mut Db, computed_on: Day, body: &str) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO house_norm (id, computed_on, body) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET computed_on = $1, body = $2",
        params![computed_on, body],
    )
}
