//! Indicators: what is shown of every deal at a glance, derived from its records.

use assent_domain::ids::{OpportunityId, StageId, TeamId, UserId};
use assent_domain::money::Money;
use assent_domain::opportunity::Outcome;
use assent_domain::permission::Sight;
use assent_domain::reading::PhaseWord;
use assent_domain::time::{Day, Timestamp};
use uuid::Uuid;

use crate::StoreError;
use crate::alarms;
use crate::db::{Db, Dialect, Row, params};
use crate::opportunities::{self, Opportunity};
use crate::page::{Cursor, Page, PageRequest};
use crate::search;
use crate::sql::{Sql, in_parts};

/// What is shown of a deal. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// The deal.
    pub opportunity: OpportunityId,
    /// The day it was read on.
    pub read_on: Day,
    /// Buying or using.
    pub phase: PhaseWord,
    /// Whether it is on the board: being sold or used, and its records go on.
    pub watched: bool,
    /// The chance to win while buying.
    pub win: Option<WinFigures>,
    /// Expected numbers of people by stage and their variances, now and a week ago.
    pub people: Vec<f64>,
    /// The rest of its row on the board, as JSON.
    pub card: String,
}

/// The chance to win, as lists and forecasts need it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinFigures {
    /// The chance.
    pub p: f64,
    /// Its natural-log odds.
    pub log_odds: f64,
    /// Their standard deviation.
    pub spread: f64,
    /// By how much the chance changed within a week.
    pub week_change: f64,
}

/// Which deals the board shows.
#[derive(Clone, Debug, Default)]
pub struct BoardFilter {
    /// Of this owner.
    pub owner: Option<UserId>,
    /// Of these teams.
    pub teams: Vec<TeamId>,
    /// With an alarm of this kind that is not snoozed.
    pub alarm: Option<String>,
    /// Found by these words.
    pub search: Option<String>,
    /// The day on which snoozed alarms are looked at.
    pub today: Option<Day>,
}

/// A deal that may come in, as a forecast needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// The deal.
    pub opportunity: OpportunityId,
    /// Its name.
    pub name: String,
    /// Who would buy.
    pub organization: (Uuid, String),
    /// Who sells.
    pub owner: (UserId, String),
    /// What it would bring.
    pub amount: Option<Money>,
    /// When it began.
    pub opened_on: Day,
    /// When the seller expects the order.
    pub expected_close: Option<Day>,
    /// The chance to win.
    pub win: WinFigures,
}

/// Writes what is shown of a deal in place of what was.
///
/// # Errors
/// When the database fails.
pub fn put(db: &mut Db, indicator: &Indicator) -> Result<(), StoreError> {
    let people: Vec<u8> = indicator.people.iter().flat_map(|x| x.to_le_bytes()).collect();
    let win = indicator.win;
    db.execute_later(
        "INSERT INTO indicator (opportunity_id, read_on, phase, watched, p_win, log_odds, spread,
                                week_change, people, card)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (opportunity_id) DO UPDATE
         SET read_on = $2, phase = $3, watched = $4, p_win = $5, log_odds = $6, spread = $7,
             week_change = $8, people = $9, card = $10",
        params![
            indicator.opportunity,
            indicator.read_on,
            indicator.phase.as_str(),
            indicator.watched,
            win.map(|win| win.p),
            win.map(|win| win.log_odds),
            win.map(|win| win.spread),
            win.map(|win| win.week_change),
            people,
            &indicator.card,
        ],
    )
}

/// A page of watched deals with what is shown of them, those that would bring most first.
///
/// # Errors
/// When the cursor is not of this list, or the database fails.
pub fn board(
    db: &mut Db,
    sight: &Sight,
    filter: &BoardFilter,
    request: &PageRequest,
) -> Result<Page<(Opportunity, Indicator)>, StoreError> {
    let mut sql = Sql::new("SELECT t.id, COALESCE(t.amount_minor, -1) FROM indicator i");
    sql.push(" JOIN opportunity t ON t.id = i.opportunity_id WHERE ");
    watched(&mut sql, db.dialect(), sight, filter);
    if let Some(after) = &request.after {
        // A cursor of another list leads to the start of this one.
        let amount: i64 = after.sort.parse().unwrap_or(i64::MAX);
        sql.push(" AND (COALESCE(t.amount_minor, -1) < ").bind(amount);
        sql.push(" OR (COALESCE(t.amount_minor, -1) = ").bind(amount);
        sql.push(" AND t.id > ").bind(OpportunityId::from(after.id)).push("))");
    }
    sql.push(" ORDER BY COALESCE(t.amount_minor, -1) DESC, t.id").limit_to_page(request.rows);
    let order = sql.query(db, |row| Ok((row.id::<OpportunityId>(0)?, row.int(1)?)))?;
    let page = Page::cut(order, request, None, |(id, amount)| Cursor {
        sort: amount.to_string(),
        id: id.uuid(),
    });
    let ids: Vec<OpportunityId> = page.rows.iter().map(|(id, _)| *id).collect();
    let mut deals = opportunities::many(db, &ids)?;
    let mut shown = of(db, &ids)?;
    Ok(Page {
        rows: ids
            .iter()
            .filter_map(|id| {
                let deal = deals.iter().position(|deal| deal.deal.id == *id)?;
                let own = shown.iter().position(|one| one.opportunity == *id)?;
                Some((deals.swap_remove(deal), shown.swap_remove(own)))
            })
            .collect(),
        next: page.next,
        total: None,
    })
}

/// What is shown of these deals.
///
/// # Errors
/// When the database fails.
pub fn of(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<Indicator>, StoreError> {
    in_parts(deals, |deals| {
        let mut sql = select();
        sql.push(" WHERE i.opportunity_id IN ").bind_all(deals.iter().copied());
        sql.query(db, read)
    })
}

/// How many deals the board holds, and the expected numbers of people by stage, added up.
///
/// # Errors
/// When the database fails.
pub fn totals(
    db: &mut Db,
    sight: &Sight,
    filter: &BoardFilter,
) -> Result<(usize, Vec<f64>), StoreError> {
    let mut sql = Sql::new("SELECT i.people FROM indicator i");
    sql.push(" JOIN opportunity t ON t.id = i.opportunity_id WHERE ");
    watched(&mut sql, db.dialect(), sight, filter);
    let mut sums: Vec<f64> = Vec::new();
    let rows = sql.query(db, |row| {
        for (at, bytes) in row.blob(0)?.as_chunks::<8>().0.iter().enumerate() {
            let number = f64::from_le_bytes(*bytes);
            match sums.get_mut(at) {
                Some(sum) => *sum += number,
                None => sums.push(number),
            }
        }
        Ok(())
    })?;
    Ok((rows.len(), sums))
}

/// The watched deals whose chance moved most within the week, either way, largest first, and how
/// many rose and fell by at least `least`.
///
/// # Errors
/// When the database fails.
pub fn changes(
    db: &mut Db,
    sight: &Sight,
    filter: &BoardFilter,
    least: f64,
    most: i64,
) -> Result<(Vec<OpportunityId>, usize, usize), StoreError> {
    let select = |columns: &str| {
        let mut sql = Sql::new(columns);
        sql.push(" FROM indicator i JOIN opportunity t ON t.id = i.opportunity_id WHERE ");
        sql
    };
    let mut sql = select(
        "SELECT COALESCE(SUM(CASE WHEN i.week_change > 0 THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN i.week_change < 0 THEN 1 ELSE 0 END), 0)",
    );
    watched(&mut sql, db.dialect(), sight, filter);
    sql.push(" AND ABS(i.week_change) >= ").bind(least);
    let counts = sql.query_first(db, |row| Ok((row.int(0)?, row.int(1)?)))?.unwrap_or((0, 0));
    let mut sql = select("SELECT i.opportunity_id");
    watched(&mut sql, db.dialect(), sight, filter);
    sql.push(" AND ABS(i.week_change) >= ").bind(least);
    sql.push(" ORDER BY ABS(i.week_change) DESC, i.opportunity_id").limit(most);
    let deals = sql.query(db, |row| row.id(0))?;
    Ok((deals, counts.0 as usize, counts.1 as usize))
}

/// Every open deal within sight that has a chance to win.
///
/// # Errors
/// When the database fails.
pub fn chances(
    db: &mut Db,
    sight: &Sight,
    filter: &BoardFilter,
) -> Result<Vec<Chance>, StoreError> {
    let mut sql = Sql::new(
        "SELECT t.id, t.name, o.id, o.name, u.id, u.name, t.amount_minor, t.amount_currency,
                t.opened_on, t.expected_close, i.p_win, i.log_odds, i.spread, i.week_change
         FROM indicator i JOIN opportunity t ON t.id = i.opportunity_id
         JOIN organization o ON o.id = t.organization_id
         JOIN app_user u ON u.id = t.owner_id WHERE ",
    );
    watched(&mut sql, db.dialect(), sight, filter);
    sql.push(" AND i.p_win IS NOT NULL ORDER BY t.id");
    sql.query(db, |row| {
        let money = row.opt_int(6)?.zip(row.opt_text(7)?);
        Ok(Chance {
            opportunity: row.id(0)?,
            name: row.str(1)?.to_owned(),
            organization: (row.id(2)?, row.str(3)?.to_owned()),
            owner: (row.id(4)?, row.str(5)?.to_owned()),
            amount: money.map(|(minor, currency)| Money { minor, currency }),
            opened_on: row.text(8)?,
            expected_close: row.opt_text(9)?,
            win: WinFigures {
                p: row.real(10)?,
                log_odds: row.real(11)?,
                spread: row.real(12)?,
                week_change: row.real(13)?,
            },
        })
    })
}

/// Deals shown as of before `day`, or not at all yet though they are open; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn read_before(db: &mut Db, day: Day, most: usize) -> Result<Vec<OpportunityId>, StoreError> {
    let sql = "SELECT t.id FROM opportunity t
               LEFT JOIN indicator i ON i.opportunity_id = t.id
               WHERE t.deleted_at IS NULL
                 AND (i.read_on < $1 OR (i.opportunity_id IS NULL AND t.closed_at IS NULL))
                 AND (i.opportunity_id IS NULL OR i.watched)
               ORDER BY t.id LIMIT $2";
    db.query(sql, params![day, most as i64], |row| row.id(0))
}

/// The life of a deal of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The day it began.
    pub opened_on: Day,
    /// When and how it ended.
    pub end: Option<(Timestamp, Outcome)>,
}

/// How long each deal of the house has been open, and how it ended.
///
/// # Errors
/// When the database fails.
pub fn lives(db: &mut Db) -> Result<Vec<Life>, StoreError> {
    let sql = "SELECT opened_on, closed_at, closed_outcome FROM opportunity
               WHERE deleted_at IS NULL AND observed_until IS NULL";
    db.query(sql, &[], |row| {
        Ok(Life { opened_on: row.text(0)?, end: row.opt_time(1)?.zip(row.opt_text(2)?) })
    })
}

/// A stay of a deal in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The stage.
    pub stage: StageId,
    /// When it was entered.
    pub entered: Timestamp,
    /// When it was left, for another stage or because the deal ended.
    pub left: Option<Timestamp>,
}

/// Every stay of a deal of the house in a stage.
///
/// # Errors
/// When the database fails.
pub fn stays(db: &mut Db) -> Result<Vec<Stay>, StoreError> {
    let sql = "SELECT c.stage_id, c.at,
                      COALESCE(LEAD(c.at) OVER (PARTITION BY c.opportunity_id ORDER BY c.at, c.id),
                               t.closed_at)
               FROM stage_change c JOIN opportunity t ON t.id = c.opportunity_id
               WHERE c.deleted_at IS NULL AND t.deleted_at IS NULL AND t.observed_until IS NULL";
    db.query(sql, &[], |row| {
        Ok(Stay { stage: row.id(0)?, entered: row.time(1)?, left: row.opt_time(2)? })
    })
}

/// Lets every watched deal be read anew, as if a day had passed.
///
/// # Errors
/// When the database fails.
pub fn forget_day(db: &mut Db) -> Result<(), StoreError> {
    db.execute_later("UPDATE indicator SET read_on = '0001-01-01' WHERE watched", &[])
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT i.opportunity_id, i.read_on, i.phase, i.watched, i.p_win, i.log_odds, i.spread,
                i.week_change, i.people, i.card FROM indicator i",
    )
}

fn watched<'a>(sql: &mut Sql<'a>, dialect: Dialect, sight: &'a Sight, filter: &'a BoardFilter) {
    sql.push("t.deleted_at IS NULL AND i.watched AND ").within(sight, "t");
    if let Some(owner) = filter.owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    if !filter.teams.is_empty() {
        sql.push(" AND t.team_id IN ").bind_all(filter.teams.iter().copied());
    }
    if let Some(kind) = &filter.alarm {
        sql.push(" AND EXISTS (SELECT 1 FROM alarm a WHERE a.opportunity_id = t.id AND ");
        alarms::rings(sql, filter.today);
        sql.push(" AND a.kind = ").bind(kind.as_str()).push(")");
    }
    let wanted = filter.search.as_deref().map(search::conditions).unwrap_or_default();
    if !wanted.is_empty() {
        sql.push(" AND ");
        sql.found_by(dialect, "t.id", sight, "opportunity", &wanted);
    }
}

fn read(row: &Row<'_>) -> Result<Indicator, StoreError> {
    let win = match (row.opt_real(4)?, row.opt_real(5)?, row.opt_real(6)?, row.opt_real(7)?) {
        (Some(p), Some(log_odds), Some(spread), Some(week_change)) => {
            Some(WinFigures { p, log_odds, spread, week_change })
        }
        _ => None,
    };
    let people = row.blob(8)?.as_chunks::<8>().0.iter().map(|b| f64::from_le_bytes(*b)).collect();
    Ok(Indicator {
        opportunity: row.id(0)?,
        read_on: row.text(1)?,
        phase: row.text(2)?,
        watched: row.bool(3)?,
        win,
        people,
        card: row.str(9)?.to_owned(),
    })
}
