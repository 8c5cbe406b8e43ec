//! What can be learned of deals: the attempts made in each, and what each had to it.

use assent_domain::ids::{OpportunityId, ProductId, TeamId, UserId};
use assent_domain::opportunity::Outcome;
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, params};
use crate::sql::Sql;

/// Deals that are learned from at most, the latest.
const MOST_DEALS: i64 = 20_000;

/// Of which deals to learn.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this owner.
    pub owner: Option<UserId>,
    /// Of these teams; of all, when empty.
    pub teams: Vec<TeamId>,
    /// Of this product.
    pub product: Option<ProductId>,
    /// Ended since then.
    pub since: Option<Timestamp>,
}

/// Writes what can be learned of a deal; both texts are JSON.
///
/// # Errors
/// When the database fails.
pub fn put(
    db: &mut Db,
    opportunity: OpportunityId,
    read_on: Day,
    attempts: &str,
    features: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lesson (opportunity_id, read_on, attempts, features)
               VALUES ($1, $2, $3, $4)
               ON CONFLICT (opportunity_id) DO UPDATE
               SET read_on = excluded.read_on, attempts = excluded.attempts,
                   features = excluded.features";
    db.execute_later(sql, params![opportunity, read_on, attempts, features])
}

/// The attempts made in each deal within sight, as JSON, whenever it ended.
///
/// # Errors
/// When the database fails.
pub fn attempts(db: &mut Db, sight: &Sight, filter: &Filter) -> Result<Vec<String>, StoreError> {
    let mut sql = Sql::new(
        "SELECT l.attempts FROM lesson l JOIN opportunity t ON t.id = l.opportunity_id
         WHERE t.deleted_at IS NULL AND ",
    );
    sql.within(sight, "t");
    push_filter(&mut sql, filter);
    sql.push(" ORDER BY t.id DESC").limit(MOST_DEALS);
    sql.query(db, |row| Ok(row.str(0)?.to_owned()))
}

/// A closed deal, and what it had to it.
#[derive(Clone, Debug)]
pub struct EndedDeal {
    /// Which.
    pub id: OpportunityId,
    /// What it is called.
    pub name: String,
    /// Whose it is.
    pub organization: String,
    /// How it ended.
    pub outcome: Outcome,
    /// When.
    pub ended_at: Timestamp,
    /// What it had to it, as JSON.
    pub features: String,
}

/// The closed deals within sight, latest first.
///
/// # Errors
/// When the database fails.
pub fn ended_deals(
    db: &mut Db,
    sight: &Sight,
    filter: &Filter,
) -> Result<Vec<EndedDeal>, StoreError> {
    let mut sql = Sql::new(
        "SELECT t.id, t.name, o.name, t.closed_outcome, t.closed_at, l.features FROM lesson l
         JOIN opportunity t ON t.id = l.opportunity_id
         JOIN organization o ON o.id = t.organization_id
         WHERE t.deleted_at IS NULL AND t.closed_at IS NOT NULL AND ",
    );
    sql.within(sight, "t");
    push_filter(&mut sql, filter);
    if let Some(since) = filter.since {
        sql.push(" AND t.closed_at >= ").bind(since);
    }
    sql.push(" ORDER BY t.closed_at DESC, t.id").limit(MOST_DEALS);
    sql.query(db, |row| {
        Ok(EndedDeal {
            id: row.id(0)?,
            name: row.str(1)?.to_owned(),
            organization: row.str(2)?.to_owned(),
            outcome: row.text(3)?,
            ended_at: row.time(4)?,
            features: row.str(5)?.to_owned(),
        })
    })
}

fn push_filter<'a>(sql: &mut Sql<'a>, filter: &'a Filter) {
    if let Some(owner) = filter.owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    if !filter.teams.is_empty() {
        sql.push(" AND t.team_id IN ").bind_all(filter.teams.iter().copied());
    }
    if let Some(product) = filter.product {
        sql.push(" AND t.product_id = ").bind(product);
    }
}
