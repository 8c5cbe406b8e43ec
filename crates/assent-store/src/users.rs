//! Users, their passwords, sessions and API keys.
//!
//! Secrets are stored as hashes only: argon2id for passwords, SHA-256 for tokens that are random
//! to begin with. Making them is the caller's work.

use assent_domain::ids::{ApiKeyId, PersonId, TeamId, UserId};
use assent_domain::permission::Viewer;
use assent_domain::text::{Email, Name};
use assent_domain::time::Timestamp;
use assent_domain::user::{KeyScope, Language, Role, Scope, TeamFacts, Theme, UserFacts};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::record::{self, Stored};
use crate::sql::Sql;

/// A user as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedUser {
    /// The user.
    pub user: Stored<UserId, UserFacts>,
    /// Name of their team.
    pub team_name: Option<String>,
    /// Whether they have a password to sign in with.
    pub has_password: bool,
}

/// How many users there are, up to one: whether the installation has been set up.
///
/// # Errors
/// When the database fails.
pub fn exist(db: &mut Db) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM app_user WHERE password_hash IS NOT NULL LIMIT 1";
    Ok(db.query_first(sql, &[], |_| Ok(()))?.is_some())
}

/// Every user, by name.
///
/// # Errors
/// When the database fails.
pub fn all(db: &mut Db) -> Result<Vec<ListedUser>, StoreError> {
    let mut sql = listed();
    sql.push(" ORDER BY t.name, t.id");
    sql.query(db, read_listed)
}

/// One user as listed.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, id: UserId) -> Result<Option<ListedUser>, StoreError> {
    let mut sql = listed();
    sql.push(" WHERE t.id = ").bind(id);
    sql.query_first(db, read_listed)
}

/// The user who is this person.
///
/// # Errors
/// When the database fails.
pub fn of_person(db: &mut Db, person: PersonId) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT id FROM app_user WHERE person_id = $1";
    db.query_first(sql, params![person], |row| row.id(0))
}

/// The people that users are.
///
/// # Errors
/// When the database fails.
pub fn people(db: &mut Db) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT person_id FROM app_user
               WHERE person_id IS NOT NULL AND deleted_at IS NULL ORDER BY person_id";
    db.query(sql, &[], |row| row.id(0))
}

fn listed() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<UserFacts>(&mut sql);
    sql.push(", team.name, t.password_hash IS NOT NULL");
    sql.push(" FROM app_user t LEFT JOIN team ON team.id = t.team_id");
    sql
}

fn read_listed(row: &Row<'_>) -> Result<ListedUser, StoreError> {
    let after = record::width::<UserFacts>();
    Ok(ListedUser {
        user: record::read_stored(row, 0)?,
        team_name: row.opt_str(after)?.map(str::to_owned),
        has_password: row.bool(after + 1)?,
    })
}

/// Every team that is not put away, by name.
///
/// # Errors
/// When the database fails.
pub fn teams(db: &mut Db) -> Result<Vec<Stored<TeamId, TeamFacts>>, StoreError> {
    let mut sql = record::select::<TeamFacts>();
    sql.push(" WHERE t.deleted_at IS NULL ORDER BY t.name, t.id");
    sql.query(db, |row| record::read_stored(row, 0))
}

/// The team of this name.
///
/// # Errors
/// When the database fails.
pub fn team_named(db: &mut Db, name: &Name) -> Result<Option<TeamId>, StoreError> {
    db.query_first("SELECT id FROM team WHERE name = $1", params![name], |row| row.id(0))
}

/// The team and all teams below it.
///
/// # Errors
/// When the database fails.
pub fn teams_below(db: &mut Db, team: TeamId) -> Result<Vec<TeamId>, StoreError> {
    db.query(
        "WITH RECURSIVE below (id) AS (
             SELECT id FROM team WHERE id = $1
             UNION SELECT t.id FROM team t JOIN below b ON t.parent_id = b.id
         ) SELECT id FROM below",
        params![team],
        |row| row.id(0),
    )
}

/// What is needed to check a password: who it is, and its hash.
///
/// # Errors
/// When the database fails.
pub fn password_hash(db: &mut Db, email: &Email) -> Result<Option<(UserId, String)>, StoreError> {
    let sql = "SELECT id, password_hash FROM app_user
               WHERE email = $1 AND deleted_at IS NULL AND password_hash IS NOT NULL";
    db.query_first(sql, params![email], |row| Ok((row.id(0)?, row.str(1)?.to_owned())))
}

/// Gives a user a password and ends all their sessions.
///
/// # Errors
/// When the database fails.
pub fn set_password(db: &mut Db, user: UserId, hash: &str) -> Result<(), StoreError> {
    db.execute_later("UPDATE app_user SET password_hash = $2 WHERE id = $1", params![user, hash])?;
    db.execute_later("DELETE FROM session WHERE user_id = $1", params![user])
}

/// Changes how a user wants the screens.
///
/// # Errors
/// When the database fails.
pub fn set_preferences(
    db: &mut Db,
    user: UserId,
    language: Option<Language>,
    theme: Option<Theme>,
) -> Result<(), StoreError> {
    db.execute_later(
        "UPDATE app_user SET language = COALESCE($2, language), theme = COALESCE($3, theme)
         WHERE id = $1",
        params![user, language.map(Language::as_str), theme.map(Theme::as_str)],
    )
}

/// Opens a session.
///
/// # Errors
/// When the database fails.
pub fn open_session(
    db: &mut Db,
    token_hash: &[u8],
    user: UserId,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later("DELETE FROM session WHERE expires_at < $1", params![now])?;
    db.execute_later(
        "INSERT INTO session (token_hash, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        params![token_hash, user, now, expires_at],
    )
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub fn close_session(db: &mut Db, token_hash: &[u8]) -> Result<(), StoreError> {
    db.execute_later("DELETE FROM session WHERE token_hash = $1", params![token_hash])
}

/// Who holds this session's token, if the session lives.
///
/// # Errors
/// When the database fails.
pub fn by_session(
    db: &mut Db,
    token_hash: &[u8],
    now: Timestamp,
) -> Result<Option<Viewer>, StoreError> {
    let sql = "SELECT u.id, u.role, u.scope, u.team_id FROM session s
               JOIN app_user u ON u.id = s.user_id
               WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.deleted_at IS NULL";
    let found = db.query_first(sql, params![token_hash, now], |row| {
        Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.opt_id(3)?, true))
    })?;
    viewer(db, found)
}

/// Who holds this API key.
///
/// # Errors
/// When the database fails.
pub fn by_api_key(db: &mut Db, secret_hash: &[u8]) -> Result<Option<Viewer>, StoreError> {
    let sql = "SELECT u.id, u.role, u.scope, u.team_id, k.scope FROM api_key k
               JOIN app_user u ON u.id = k.user_id
               WHERE k.secret_hash = $1 AND k.deleted_at IS NULL AND u.deleted_at IS NULL";
    let found = db.query_first(sql, params![secret_hash], |row| {
        let scope: KeyScope = row.text(4)?;
        Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.opt_id(3)?, scope == KeyScope::Write))
    })?;
    viewer(db, found)
}

/// The viewer that a user is.
///
/// # Errors
/// When the database fails.
pub fn as_viewer(db: &mut Db, user: UserId) -> Result<Option<Viewer>, StoreError> {
    let sql = "SELECT u.id, u.role, u.scope, u.team_id FROM app_user u WHERE u.id = $1";
    let found = db.query_first(sql, params![user], |row| {
        Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.opt_id(3)?, true))
    })?;
    viewer(db, found)
}

type Found = (UserId, Role, Scope, Option<TeamId>, bool);

fn viewer(db: &mut Db, found: Option<Found>) -> Result<Option<Viewer>, StoreError> {
    let Some((user, role, scope, team, may_write)) = found else { return Ok(None) };
    let teams = match team {
        Some(team) if scope == Scope::Team => teams_below(db, team)?,
        _ => Vec::new(),
    };
    Ok(Some(Viewer { user, role, scope, teams, may_write }))
}

/// An API key as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Which.
    pub id: ApiKeyId,
    /// What it is for.
    pub name: Name,
    /// What it may be used for.
    pub scope: KeyScope,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Adds an API key.
///
/// # Errors
/// When the database fails.
pub fn add_api_key(
    db: &mut Db,
    user: UserId,
    key: &ApiKey,
    secret_hash: &[u8],
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO api_key (id, user_id, name, scope, secret_hash, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![key.id, user, &key.name, key.scope.as_str(), secret_hash, key.created_at],
    )
}

/// The user's API keys that have not been revoked, newest first.
///
/// # Errors
/// When the database fails.
pub fn api_keys(db: &mut Db, user: UserId) -> Result<Vec<ApiKey>, StoreError> {
    db.query(
        "SELECT id, name, scope, created_at FROM api_key
         WHERE user_id = $1 AND deleted_at IS NULL ORDER BY id DESC",
        params![user],
        |row| {
            Ok(ApiKey {
                id: row.id(0)?,
                name: row.text(1)?,
                scope: row.text(2)?,
                created_at: row.time(3)?,
            })
        },
    )
}

/// Revokes one of the user's API keys; says whether there was one.
///
/// # Errors
/// When the database fails.
pub fn revoke_api_key(
    db: &mut Db,
    user: UserId,
    key: ApiKeyId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE api_key SET deleted_at = $3
               WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL";
    Ok(db.execute(sql, params![key, user, now])? == 1)
}

/// Notes a failed sign-in under each of its subjects.
///
/// # Errors
/// When the database fails.
pub fn note_failed_login(
    db: &mut Db,
    subjects: &[[u8; 32]],
    now: Timestamp,
    forget_before: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later("DELETE FROM failed_login WHERE at < $1", params![forget_before])?;
    for subject in subjects {
        db.execute_later(
            "INSERT INTO failed_login (subject_hash, at) VALUES ($1, $2)",
            params![&subject[..], now],
        )?;
    }
    Ok(())
}

/// How many sign-ins failed under a subject since then, and when the first of them did.
///
/// # Errors
/// When the database fails.
pub fn failed_logins(
    db: &mut Db,
    subject: &[u8; 32],
    since: Timestamp,
) -> Result<(i64, Option<Timestamp>), StoreError> {
    let sql = "SELECT COUNT(*), MIN(at) FROM failed_login WHERE subject_hash = $1 AND at > $2";
    let found = db.query_first(sql, params![&subject[..], since], |row| {
        Ok((row.int(0)?, row.opt_time(1)?))
    })?;
    Ok(found.unwrap_or((0, None)))
}
