//! Alarms: what is going wrong in which deal, since when, who has put it off; and what went wrong.

use assent_domain::ids::{AlarmId, CommitmentId, OpportunityId, PersonId, UserId};
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::indicators::BoardFilter;
use crate::sql::{Sql, in_parts};

/// An alarm as it lies in the database. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq)]
pub struct Alarm {
    /// Which.
    pub id: AlarmId,
    /// The deal.
    pub opportunity: OpportunityId,
    /// The deal's name.
    pub opportunity_name: String,
    /// What sort.
    pub kind: String,
    /// With whom.
    pub person: Option<(PersonId, String)>,
    /// With which promise.
    pub commitment: Option<CommitmentId>,
    /// Since when it has been so.
    pub since: Day,
    /// Its figures, as JSON.
    pub body: String,
    /// When it was noticed.
    pub raised_at: Timestamp,
    /// Who has put it off.
    pub snooze: Option<Snooze>,
}

/// An alarm put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// Until the end of this day.
    pub until: Day,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: Option<(UserId, String)>,
}

/// An alarm to be raised.
#[derive(Clone, Copy, Debug)]
pub struct NewAlarm<'a> {
    /// Which.
    pub id: AlarmId,
    /// The deal.
    pub opportunity: OpportunityId,
    /// What sort.
    pub kind: &'a str,
    /// With whom.
    pub person: Option<PersonId>,
    /// With which promise.
    pub commitment: Option<CommitmentId>,
    /// Since when.
    pub since: Day,
    /// Its figures, as JSON.
    pub body: &'a str,
}

/// Raises an alarm.
///
/// # Errors
/// When the database fails.
pub fn raise(db: &mut Db, alarm: &NewAlarm<'_>, now: Timestamp) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO alarm (id, opportunity_id, kind, person_id, commitment_id, since, body,
                            raised_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            alarm.id,
            alarm.opportunity,
            alarm.kind,
            alarm.person,
            alarm.commitment,
            alarm.since,
            alarm.body,
            now,
        ],
    )
}

/// Writes the figures of an alarm that goes on.
///
/// # Errors
/// When the database fails.
pub fn renew(db: &mut Db, id: AlarmId, since: Day, body: &str) -> Result<(), StoreError> {
    let sql = "UPDATE alarm SET since = $2, body = $3 WHERE id = $1";
    db.execute_later(sql, params![id, since, body])
}

/// Ends an alarm.
///
/// # Errors
/// When the database fails.
pub fn clear(db: &mut Db, id: AlarmId, now: Timestamp) -> Result<(), StoreError> {
    db.execute_later("UPDATE alarm SET cleared_at = $2 WHERE id = $1", params![id, now])
}

/// Puts an alarm off, or takes that back with `None`. Says whether it was within sight and is going on.
///
/// # Errors
/// When the database fails.
pub fn snooze(
    db: &mut Db,
    id: AlarmId,
    until: Option<(Day, &str)>,
    by: Option<UserId>,
) -> Result<(), StoreError> {
    let by = by.filter(|_| until.is_some());
    db.execute_later(
        "UPDATE alarm SET snoozed_until = $2, snooze_reason = $3, snoozed_by_id = $4
         WHERE id = $1",
        params![id, until.map(|(day, _)| day), until.map(|(_, reason)| reason), by],
    )
}

/// An alarm that is going on in a deal within sight.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, sight: &Sight, id: AlarmId) -> Result<Option<Alarm>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE a.cleared_at IS NULL AND a.id = ").bind(id);
    sql.push(" AND t.deleted_at IS NULL AND ").within(sight, "t");
    sql.query_first(db, read)
}

/// The alarms that are going on in these deals, oldest first, those put off included.
///
/// # Errors
/// When the database fails.
pub fn of_deals(db: &mut Db, deals: &[OpportunityId]) -> Result<Vec<Alarm>, StoreError> {
    in_parts(deals, |deals| {
        let mut sql = select();
        sql.push(" WHERE a.cleared_at IS NULL AND a.opportunity_id IN ");
        sql.bind_all(deals.iter().copied()).push(" ORDER BY a.opportunity_id, a.since, a.id");
        sql.query(db, read)
    })
}

/// How many watched deals within sight have an alarm of each kind that nobody has put off.
///
/// # Errors
/// When the database fails.
pub fn counts(
    db: &mut Db,
    sight: &Sight,
    filter: &BoardFilter,
) -> Result<Vec<(String, usize)>, StoreError> {
    let mut sql = Sql::new(
        "SELECT a.kind, COUNT(DISTINCT a.opportunity_id) FROM alarm a
         JOIN indicator i ON i.opportunity_id = a.opportunity_id
         JOIN opportunity t ON t.id = a.opportunity_id WHERE ",
    );
    rings(&mut sql, filter.today);
    sql.push(" AND t.deleted_at IS NULL AND i.watched AND ").within(sight, "t");
    if let Some(owner) = filter.owner {
        sql.push(" AND t.owner_id = ").bind(owner);
    }
    if !filter.teams.is_empty() {
        sql.push(" AND t.team_id IN ").bind_all(filter.teams.iter().copied());
    }
    sql.push(" GROUP BY a.kind ORDER BY a.kind");
    sql.query(db, |row| Ok((row.str(0)?.to_owned(), row.int(1)? as usize)))
}

/// The alarms of an owner's deals noticed since `from` that go on and nobody has put off.
///
/// # Errors
/// When the database fails.
pub fn raised_since(
    db: &mut Db,
    owner: UserId,
    from: Timestamp,
    today: Day,
) -> Result<Vec<Alarm>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE ");
    rings(&mut sql, Some(today));
    sql.push(" AND t.deleted_at IS NULL AND t.owner_id = ").bind(owner);
    sql.push(" AND a.raised_at >= ").bind(from);
    sql.push(" ORDER BY a.opportunity_id, a.since, a.id").query(db, read)
}

/// Adds the condition that the alarm `a` is going on and not put off beyond `today`.
pub(crate) fn rings(sql: &mut Sql<'_>, today: Option<Day>) {
    sql.push("a.cleared_at IS NULL");
    if let Some(today) = today {
        sql.push(" AND (a.snoozed_until IS NULL OR a.snoozed_until < ").bind(today).push(")");
    }
}

fn select() -> Sql<'static> {
    Sql::new(
        "SELECT a.id, a.opportunity_id, t.name, a.kind, a.person_id, p.name, a.commitment_id,
                a.since, a.body, a.raised_at, a.snoozed_until, a.snooze_reason, u.id, u.name
         FROM alarm a
         JOIN opportunity t ON t.id = a.opportunity_id
         LEFT JOIN person p ON p.id = a.person_id
         LEFT JOIN app_user u ON u.id = a.snoozed_by_id",
    )
}

fn read(row: &Row<'_>) -> Result<Alarm, StoreError> {
    let named = |at: usize| row.opt_str(at).map(|name| name.map(str::to_owned));
    let snoozed = row.opt_day(10)?.zip(row.opt_str(11)?.map(str::to_owned));
    let by = row.opt_id(12)?.zip(named(13)?);
    Ok(Alarm {
        id: row.id(0)?,
        opportunity: row.id(1)?,
        opportunity_name: row.str(2)?.to_owned(),
        kind: row.str(3)?.to_owned(),
        person: row.opt_id(4)?.zip(named(5)?),
        commitment: row.opt_id(6)?,
        since: row.text(7)?,
        body: row.str(8)?.to_owned(),
        raised_at: row.time(9)?,
        snooze: snoozed.map(|(until, reason)| Snooze { until, reason, by }),
    })
}
