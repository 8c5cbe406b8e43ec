//! What is withheld from the estimates: a person who is excluded from them, or a record in dispute.
//!
//! It stays where it is and is shown with who withheld it, when and why. That it says nothing of
//! anybody is the business of whoever makes the estimates.

use assent_domain::ids::{CommitmentId, InteractionId, PersonId, UserId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::person::PersonFacts;
use assent_domain::text::Line;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, Row};
use crate::record::Record;
use crate::sql::Sql;

/// Since when a record has been withheld, why, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Since when.
    pub at: Timestamp,
    /// Why.
    pub reason: Line,
    /// By which user, unless the house did it.
    pub by: Option<(UserId, String)>,
}

/// Excludes a person from the estimates, for this reason, or ends that with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_exclusion(
    db: &mut Db,
    id: PersonId,
    why: Option<(&Line, Option<UserId>)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    set::<PersonFacts>(db, id, why, now)
}

/// Notes that an interaction is disputed, for this reason, or ends that with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_dispute(
    db: &mut Db,
    id: InteractionId,
    why: Option<(&Line, Option<UserId>)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    set::<InteractionFacts>(db, id, why, now)
}

/// Notes that a promise is disputed, for this reason, or ends that with `None`.
///
/// # Errors
/// When the database fails.
pub fn set_dispute_of_commitment(
    db: &mut Db,
    id: CommitmentId,
    why: Option<(&Line, Option<UserId>)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    set::<CommitmentFacts>(db, id, why, now)
}

fn set<F: Record>(
    db: &mut Db,
    id: F::Id,
    why: Option<(&Line, Option<UserId>)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (reason, by) = why.unzip();
    let mut sql = Sql::new("UPDATE ");
    sql.push(F::TABLE).push(" SET version = version + 1, updated_at = ").bind(now);
    sql.push(", withheld_at = ").bind(why.map(|_| now));
    sql.push(", withheld_reason = ").bind(reason);
    sql.push(", withheld_by_id = ").bind(by.flatten());
    sql.push(" WHERE id = ").bind(id.into()).execute_later(db)
}

/// The columns of [`read`], of a table called `t` to which [`JOIN`] is joined.
pub(crate) const COLUMNS: &str = ", t.withheld_at, t.withheld_reason, t.withheld_by_id, w.name";
/// How many they are.
pub(crate) const WIDTH: usize = 4;
/// Who withheld the row called `t`.
pub(crate) const JOIN: &str = " LEFT JOIN app_user w ON w.id = t.withheld_by_id";

/// Reads the columns, of which the first lies at `at`.
pub(crate) fn read(row: &Row<'_>, at: usize) -> Result<Option<Withheld>, StoreError> {
    let since = row.opt_time(at)?.zip(row.opt_text(at + 1)?);
    let by = row.opt_id(at + 2)?.zip(row.opt_str(at + 3)?.map(str::to_owned));
    Ok(since.map(|(at, reason)| Withheld { at, reason, by }))
}
