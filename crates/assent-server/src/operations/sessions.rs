//! Signing in and out, slowly for whoever guesses.

use assent_domain::ids::UserId;
use assent_domain::text::Email;
use assent_domain::time::Timestamp;
use assent_store::{Db, users};
use sha2::{Digest, Sha256};

use super::{Act, Refusal};
use crate::secrets::Token;

/// Days a session lives.
const SESSION_DAYS: i64 = 14;
/// Failed attempts are counted over this many seconds.
const WINDOW_SECONDS: i64 = 15 * 60;
/// Failed attempts on one account before it must wait.
const MOST_PER_ACCOUNT: i64 = 8;
/// Failed attempts from one address before it must wait.
const MOST_PER_ADDRESS: i64 = 40;

/// Who tries to sign in, and from where.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The name given.
    pub email: Email,
    /// The address it comes from, as text.
    pub address: String,
}

/// What is needed to check a password.
#[derive(Clone, Debug)]
pub struct Account {
    /// The user.
    pub user: UserId,
    /// The hash to check against.
    pub password_hash: String,
}

/// The account of an attempt, unless too many have failed: then the seconds to wait.
///
/// # Errors
/// When the database fails.
pub fn account(
    db: &mut Db,
    now: Timestamp,
    attempt: &Attempt,
) -> Result<Result<Option<Account>, i64>, Refusal> {
    let since = now.plus_seconds(-WINDOW_SECONDS);
    let [account, address] = attempt.subjects();
    for (subject, most) in [(account, MOST_PER_ACCOUNT), (address, MOST_PER_ADDRESS)] {
        let (failed, first) = users::failed_logins(db, &subject, since)?;
        if failed >= most {
            let first = first.unwrap_or(now);
            let wait = first.plus_seconds(WINDOW_SECONDS).as_micros() - now.as_micros();
            return Ok(Err((wait / 1_000_000).max(1)));
        }
    }
    let found = users::password_hash(db, &attempt.email)?;
    Ok(Ok(found.map(|(user, password_hash)| Account { user, password_hash })))
}

/// Notes that an attempt failed.
///
/// # Errors
/// When the database fails.
pub fn failed(db: &mut Db, now: Timestamp, attempt: &Attempt) -> Result<(), Refusal> {
    let forget_before = now.plus_seconds(-WINDOW_SECONDS);
    Ok(users::note_failed_login(db, &attempt.subjects(), now, forget_before)?)
}

/// Opens a session and returns the token that proves it.
///
/// # Errors
/// When the database fails.
pub fn open(db: &mut Db, act: &mut Act, user: UserId) -> Result<Token, Refusal> {
    let token = Token::draw(&mut act.dice);
    users::open_session(db, &token.hash(), user, act.now, act.now.plus_days(SESSION_DAYS))?;
    Ok(token)
}

/// Seconds a session lives.
#[must_use]
pub const fn lifetime_seconds() -> i64 {
    SESSION_DAYS * 86_400
}

impl Attempt {
    /// The account and the address, as hashes: the table names nobody.
    fn subjects(&self) -> [[u8; 32]; 2] {
        let hash = |what: &str, of: &str| Sha256::digest(format!("{what}:{of}").as_bytes()).into();
        [hash("account", self.email.as_str()), hash("address", &self.address)]
    }
}
