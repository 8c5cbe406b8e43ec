//! The installation itself: its name, and the one-time link with which it is set up.

use assent_domain::ids::OpportunityId;
use assent_domain::text::Name;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, params};

/// What is known of the installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation {
    /// As its people call it.
    pub name: String,
    /// Hash of the token of the set-up link, until it has been used.
    pub setup_token_hash: Option<Vec<u8>>,
    /// The deal that the start screen of a demo explains.
    pub demo_case: Option<OpportunityId>,
}

/// The installation, once anything has been written.
///
/// # Errors
/// When the database fails.
pub fn get(db: &mut Db) -> Result<Option<Installation>, StoreError> {
    db.query_first(
        "SELECT name, setup_token_hash, demo_case_id FROM installation WHERE id = 1",
        &[],
        |row| {
            Ok(Installation {
                name: row.str(0)?.to_owned(),
                setup_token_hash: row.opt_blob(1)?,
                demo_case: row.opt_id(2)?,
            })
        },
    )
}

/// Writes the hash of a fresh set-up token; an older link no longer works.
///
/// # Errors
/// When the database fails.
pub fn offer_setup(db: &mut Db, token_hash: &[u8], now: Timestamp) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO installation (id, name, setup_token_hash, created_at)
         VALUES (1, '', $1, $2) ON CONFLICT (id) DO UPDATE SET setup_token_hash = $1",
        params![token_hash, now],
    )
}

/// Names the installation and ends the set-up.
///
/// # Errors
/// When the database fails.
pub fn finish_setup(db: &mut Db, name: &Name, now: Timestamp) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO installation (id, name, created_at) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET name = $1, setup_token_hash = NULL",
        params![name, now],
    )
}

/// Says which deal the start screen of a demo explains.
///
/// # Errors
/// When the database fails.
pub fn set_demo_case(db: &mut Db, case: OpportunityId) -> Result<(), StoreError> {
    db.execute_later("UPDATE installation SET demo_case_id = $1 WHERE id = 1", params![case])
}
