//! The journal: every write as the named operation it was. The audit log and the change feed are
//! two ways of reading it.

use std::str::FromStr;

use assent_domain::ids::{OpportunityId, PersonId, TeamId, UserId};
use assent_domain::permission::Sight;
use assent_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::StoreError;
use crate::db::{Db, Dialect, Row, params};
use crate::sql::Sql;

/// What is written when something was done.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// When.
    pub at: Timestamp,
    /// By whom; nobody for the program's own chores.
    pub user: Option<UserId>,
    /// The operation's name, such as `record_interaction`.
    pub operation: &'a str,
    /// What sort of record it changed.
    pub noun: &'a str,
    /// Which.
    pub record: Uuid,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// The people whose estimate may have moved.
    pub people: &'a [PersonId],
    /// The owner of the record or of its deal, for deciding who hears of it.
    pub owner: Option<UserId>,
    /// The team of the record or of its deal, likewise.
    pub team: Option<TeamId>,
    /// What changed, as JSON.
    pub detail: Option<String>,
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its place in the feed.
    pub cursor: FeedCursor,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub user: Option<(UserId, String)>,
    /// The operation's name.
    pub operation: String,
    /// What sort of record it changed.
    pub noun: String,
    /// Which.
    pub record: Uuid,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// The people whose estimate may have moved.
    pub people: Vec<PersonId>,
    /// Owner of the record or of its deal.
    pub owner: Option<UserId>,
    /// Team of the record or of its deal.
    pub team: Option<TeamId>,
    /// What changed, as JSON.
    pub detail: Option<String>,
}

/// A place in the feed: the writing transaction and the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct FeedCursor {
    xact: i64,
    seq: i64,
}

impl std::fmt::Display for FeedCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.xact, self.seq)
    }
}

impl FromStr for FeedCursor {
    type Err = crate::NotACursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (xact, seq) = text.split_once('.').ok_or(crate::NotACursor)?;
        let number = |part: &str| part.parse().map_err(|_| crate::NotACursor);
        Ok(Self { xact: number(xact)?, seq: number(seq)? })
    }
}

/// Writes a line, in the transaction that did the deed.
///
/// # Errors
/// When the database fails.
pub fn record(db: &mut Db, entry: &Entry<'_>) -> Result<(), StoreError> {
    let people = if entry.people.is_empty() {
        None
    } else {
        let ids: Vec<String> = entry.people.iter().map(PersonId::to_string).collect();
        Some(ids.join(" "))
    };
    db.execute_later(
        "INSERT INTO journal (at, user_id, operation, noun, record_id, opportunity_id, person_ids,
                              owner_id, team_id, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            entry.at,
            entry.user,
            entry.operation,
            entry.noun,
            entry.record,
            entry.opportunity,
            people,
            entry.owner,
            entry.team,
            entry.detail.as_deref(),
        ],
    )
}

/// The lines after `since`, oldest first, at most `most`: those of deals within `deals`, and those of
/// other records within `others`.
///
/// On PostgreSQL a line is shown once every transaction that could still put a line before it has
/// ended. So a reader who goes on from the last cursor misses none.
///
/// # Errors
/// When the database fails.
pub fn changes(
    db: &mut Db,
    deals: &Sight,
    others: &Sight,
    since: FeedCursor,
    most: usize,
) -> Result<Vec<Change>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE (j.xact > ").bind(since.xact).push(" OR (j.xact = ").bind(since.xact);
    sql.push(" AND j.seq > ").bind(since.seq).push("))");
    settled(&mut sql, db.dialect());
    sql.push(" AND ((j.opportunity_id IS NULL AND ").within(others, "j");
    sql.push(") OR (j.opportunity_id IS NOT NULL AND ").within(deals, "j");
    sql.push(")) ORDER BY j.xact, j.seq LIMIT ").bind(most as i64);
    sql.query(db, read)
}

/// What a line of the journal says was touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// Its place in the feed.
    pub cursor: FeedCursor,
    /// Whether no line can come before it any more.
    pub settled: bool,
    /// What sort of record was changed.
    pub noun: String,
    /// Which.
    pub record: Uuid,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// The people it concerns.
    pub people: Vec<PersonId>,
    /// What changed, as JSON.
    pub detail: Option<String>,
}

impl FeedCursor {
    /// The serial number of the line, which grows from line to line within a transaction.
    #[must_use]
    pub fn serial(self) -> i64 {
        self.seq
    }
}

/// What was touched after `since`, oldest first, at most `most` lines: everything that this connection
/// can see, settled or not, of what has a later serial number than `seen`.
///
/// # Errors
/// When the database fails.
pub fn touched(
    db: &mut Db,
    since: FeedCursor,
    seen: i64,
    most: usize,
) -> Result<Vec<Touch>, StoreError> {
    let settled = match db.dialect() {
        Dialect::Sqlite => "1 = 1",
        Dialect::Postgres => "j.xact < pg_snapshot_xmin(pg_current_snapshot())::TEXT::BIGINT",
    };
    let mut sql = Sql::new("SELECT j.xact, j.seq, ");
    sql.push(settled).push(", j.noun, j.record_id, j.opportunity_id, j.person_ids, j.detail");
    sql.push(" FROM journal j WHERE (j.xact > ").bind(since.xact);
    sql.push(" OR (j.xact = ").bind(since.xact).push(" AND j.seq > ").bind(since.seq);
    sql.push(")) AND j.seq > ").bind(seen);
    sql.push(" ORDER BY j.xact, j.seq LIMIT ").bind(most as i64);
    sql.query(db, |row| {
        Ok(Touch {
            cursor: FeedCursor { xact: row.int(0)?, seq: row.int(1)? },
            settled: row.bool(2)?,
            noun: row.str(3)?.to_owned(),
            record: row.id(4)?,
            opportunity: row.opt_id(5)?,
            people: people(row, 6)?,
            detail: row.opt_str(7)?.map(str::to_owned),
        })
    })
}

/// The serial number of the newest line that this connection can see, settled or not.
///
/// # Errors
/// When the database fails.
pub fn last_serial(db: &mut Db) -> Result<i64, StoreError> {
    let last = db.query_first("SELECT MAX(seq) FROM journal", &[], |row| row.opt_int(0))?;
    Ok(last.flatten().unwrap_or_default())
}

/// The place of the newest line, from which a reader who only wants news goes on.
///
/// # Errors
/// When the database fails.
pub fn newest(db: &mut Db) -> Result<FeedCursor, StoreError> {
    let mut sql = Sql::new("SELECT j.xact, j.seq FROM journal j WHERE 1 = 1");
    settled(&mut sql, db.dialect());
    sql.push(" ORDER BY j.xact DESC, j.seq DESC LIMIT 1");
    let newest =
        sql.query_first(db, |row| Ok(FeedCursor { xact: row.int(0)?, seq: row.int(1)? }))?;
    Ok(newest.unwrap_or_default())
}

/// What was done to one record, newest first; at most `most` lines.
///
/// # Errors
/// When the database fails.
pub fn history(db: &mut Db, record: Uuid, most: usize) -> Result<Vec<Change>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE j.record_id = ").bind(record).push(" ORDER BY j.seq DESC LIMIT ");
    sql.bind(most as i64).query(db, read)
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT j.xact, j.seq, j.at, j.user_id, u.name, j.operation, j.noun, j.record_id,
                j.opportunity_id, j.person_ids, j.owner_id, j.team_id, j.detail
         FROM journal j LEFT JOIN app_user u ON u.id = j.user_id",
    )
}

fn settled(sql: &mut Sql<'_>, dialect: Dialect) {
    if dialect == Dialect::Postgres {
        sql.push(" AND j.xact < pg_snapshot_xmin(pg_current_snapshot())::TEXT::BIGINT");
    }
}

fn read(row: &Row<'_>) -> Result<Change, StoreError> {
    let name = row.opt_str(4)?.map(str::to_owned);
    Ok(Change {
        cursor: FeedCursor { xact: row.int(0)?, seq: row.int(1)? },
        at: row.time(2)?,
        user: row.opt_id(3)?.zip(name),
        operation: row.str(5)?.to_owned(),
        noun: row.str(6)?.to_owned(),
        record: row.id(7)?,
        opportunity: row.opt_id(8)?,
        people: people(row, 9)?,
        owner: row.opt_id(10)?,
        team: row.opt_id(11)?,
        detail: row.opt_str(12)?.map(str::to_owned),
    })
}

fn people(row: &Row<'_>, at: usize) -> Result<Vec<PersonId>, StoreError> {
    let people = row.opt_str(at)?.unwrap_or_default();
    let people = people.split_whitespace().map(str::parse).collect::<Result<Vec<PersonId>, _>>();
    people.map_err(|error| StoreError::BadRow { table: "journal", why: error.to_string() })
}
