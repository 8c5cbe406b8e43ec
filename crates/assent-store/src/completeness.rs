//! How completely sellers record: what was set, what was estimated, and what comes of it.
//!
//! A seller's row belongs to the seller and to the seller's team, and is seen accordingly.

use assent_domain::completeness::{EstimatedShare, KnownShares, RecordChannel};
use assent_domain::ids::{OpportunityId, TeamId, UserId};
use assent_domain::permission::Sight;
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::sql::Sql;

/// What is known of one channel of a seller.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelRecord {
    /// Whose.
    pub user: UserId,
    /// Which channel.
    pub channel: RecordChannel,
    /// What somebody set.
    pub set: Option<f64>,
    /// Who, with their name; nobody if the house did.
    pub set_by: Option<(UserId, String)>,
    /// What the dealings say.
    pub estimate: Option<EstimatedShare>,
}

/// What a seller's completeness does to what can be known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Certainty {
    /// People in deals of the seller, each counted once a deal.
    pub dealings: i64,
    /// Of them, those in open deals of whom anything is recorded.
    pub people: i64,
    /// Mean probability of the stage named of them.
    pub certainty: Option<f64>,
    /// The same if everything were recorded, and were what is recorded.
    pub certainty_full: Option<f64>,
}

/// A seller: a user who owns deals.
#[derive(Clone, Debug, PartialEq)]
pub struct Seller {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their team.
    pub team: Option<TeamId>,
    /// What was last computed of them.
    pub certainty: Certainty,
}

/// Sellers within sight, or the one asked for, by name. Whoever owns a deal is a seller, also once
/// they may not sign in any more.
///
/// # Errors
/// When the database fails.
pub fn sellers(
    db: &mut Db,
    sight: &Sight,
    only: Option<UserId>,
) -> Result<Vec<Seller>, StoreError> {
    let mut sql = Sql::new(
        "SELECT u.id, u.name, u.team_id, c.dealings, c.people, c.certainty, c.certainty_full
         FROM (SELECT id, id AS owner_id, name, team_id FROM app_user) u
         LEFT JOIN seller_certainty c ON c.user_id = u.id
         WHERE EXISTS (SELECT 1 FROM opportunity t
                       WHERE t.owner_id = u.id AND t.deleted_at IS NULL) AND ",
    );
    sql.within(sight, "u");
    if let Some(user) = only {
        sql.push(" AND u.id = ").bind(user);
    }
    sql.push(" ORDER BY u.name, u.id").query(db, |row| {
        Ok(Seller {
            user: row.id(0)?,
            name: row.str(1)?.to_owned(),
            team: row.opt_id(2)?,
            certainty: Certainty {
                dealings: row.opt_int(3)?.unwrap_or(0),
                people: row.opt_int(4)?.unwrap_or(0),
                certainty: row.opt_real(5)?,
                certainty_full: row.opt_real(6)?,
            },
        })
    })
}

/// What is known of the channels of these sellers.
///
/// # Errors
/// When the database fails.
pub fn of_users(db: &mut Db, users: &[UserId]) -> Result<Vec<ChannelRecord>, StoreError> {
    let mut sql = Sql::new(
        "SELECT s.user_id, s.channel, s.set_share, s.set_by_id, by_user.name, s.share, s.low,
                s.high, s.dealings
         FROM seller_completeness s LEFT JOIN app_user by_user ON by_user.id = s.set_by_id
         WHERE s.user_id IN ",
    );
    sql.bind_all(users.iter().copied());
    sql.push(" ORDER BY s.user_id, s.channel").query(db, read)
}

/// What is known of how completely somebody records.
///
/// # Errors
/// When the database fails.
pub fn known(db: &mut Db, user: UserId) -> Result<KnownShares, StoreError> {
    let records = of_users(db, &[user])?;
    Ok(records.into_iter().fold(KnownShares::default(), |known, record| {
        known.with(record.channel, record.set, record.estimate)
    }))
}

/// Sets the share of a channel, or takes back what was set.
///
/// # Errors
/// When the database fails.
pub fn set(
    db: &mut Db,
    user: UserId,
    channel: RecordChannel,
    share: Option<f64>,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let at = share.map(|_| now);
    let by = by.filter(|_| share.is_some());
    db.execute_later(
        "INSERT INTO seller_completeness (user_id, channel, set_share, set_at, set_by_id)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, channel) DO UPDATE
         SET set_share = $3, set_at = $4, set_by_id = $5",
        params![user, channel.as_str(), share, at, by],
    )
}

/// Writes what the dealings say of a channel.
///
/// # Errors
/// When the database fails.
pub fn put_estimate(
    db: &mut Db,
    user: UserId,
    channel: RecordChannel,
    estimate: &EstimatedShare,
    now: Timestamp,
) -> Result<(), StoreError> {
    let EstimatedShare { share, low, high, dealings } = *estimate;
    db.execute_later(
        "INSERT INTO seller_completeness (user_id, channel, share, low, high, dealings,
                                          estimated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (user_id, channel) DO UPDATE
         SET share = $3, low = $4, high = $5, dealings = $6, estimated_at = $7",
        params![user, channel.as_str(), share, low, high, dealings, now],
    )
}

/// Writes what a seller's completeness does to what can be known.
///
/// # Errors
/// When the database fails.
pub fn put_certainty(
    db: &mut Db,
    user: UserId,
    certainty: &Certainty,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Certainty { dealings, people, certainty, certainty_full } = *certainty;
    db.execute_later(
        "INSERT INTO seller_certainty (user_id, dealings, people, certainty, certainty_full,
                                       computed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (user_id) DO UPDATE
         SET dealings = $2, people = $3, certainty = $4, certainty_full = $5, computed_at = $6",
        params![user, dealings, people, certainty, certainty_full, now],
    )
}

/// The deals of a seller that are not put away, latest first, and whether each still lives: is open,
/// or was won and is in use.
///
/// # Errors
/// When the database fails.
pub fn deals_of(db: &mut Db, user: UserId) -> Result<Vec<(OpportunityId, bool)>, StoreError> {
    let sql = "SELECT id, closed_outcome IS NULL OR closed_outcome = 'won' FROM opportunity
               WHERE owner_id = $1 AND deleted_at IS NULL ORDER BY opened_on DESC, id DESC";
    db.query(sql, params![user], |row| Ok((row.id(0)?, row.bool(1)?)))
}

fn read(row: &Row<'_>) -> Result<ChannelRecord, StoreError> {
    let estimate = match row.opt_real(5)? {
        None => None,
        Some(share) => Some(EstimatedShare {
            share,
            low: row.real(6)?,
            high: row.real(7)?,
            dealings: row.int(8)?,
        }),
    };
    Ok(ChannelRecord {
        user: row.id(0)?,
        channel: row.text(1)?,
        set: row.opt_real(2)?,
        set_by: row.opt_id(3)?.zip(row.opt_str(4)?.map(str::to_owned)),
        estimate,
    })
}
