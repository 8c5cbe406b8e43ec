//! Asks: who was asked to lead us to whom, and what became of it.

use assent_domain::ids::{AskId, OpportunityId, PersonId, UserId};
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};
use assent_domain::ways::AskState;

use crate::StoreError;
use crate::db::{Db, Dialect, Row, params};
use crate::page::{Cursor, Page, PageRequest};
use crate::sql::{Sql, in_parts};

/// An ask as it lies in the database.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which.
    pub id: AskId,
    /// The deal it is for.
    pub opportunity: OpportunityId,
    /// Name of the deal.
    pub opportunity_name: String,
    /// To whom we want to get.
    pub target: (PersonId, String),
    /// Who was asked.
    pub person: (PersonId, String),
    /// Who lies between the two, from the first to the last.
    pub onward: Vec<PersonId>,
    /// The chance of the whole way when it was asked for, if it was among the best.
    pub chance: Option<f64>,
    /// How it stands.
    pub state: AskState,
    /// When it was asked.
    pub asked_on: Day,
    /// When it got to that state.
    pub state_at: Timestamp,
    /// In whose words it was answered.
    pub note: Option<String>,
    /// Who asked.
    pub by: Option<(UserId, String)>,
    /// Changes so far, from 1.
    pub version: i64,
}

/// Which asks a list is to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// For this deal.
    pub opportunity: Option<OpportunityId>,
    /// To get to this person.
    pub target: Option<PersonId>,
    /// Of this person.
    pub person: Option<PersonId>,
    /// By this user.
    pub by: Option<UserId>,
    /// Only those still waiting for an outcome, or only those that are over.
    pub open: Option<bool>,
}

/// An ask to be added.
#[derive(Clone, Debug)]
pub struct NewAsk<'a> {
    /// Which.
    pub id: AskId,
    /// The deal it is for.
    pub opportunity: OpportunityId,
    /// To whom we want to get.
    pub target: PersonId,
    /// Who is asked.
    pub person: PersonId,
    /// Who lies between the two.
    pub onward: &'a [PersonId],
    /// The chance of the whole way, if it is among the best.
    pub chance: Option<f64>,
    /// When it is asked.
    pub asked_on: Day,
    /// Who asks.
    pub by: Option<UserId>,
}

/// Adds an ask.
///
/// # Errors
/// When the database fails.
pub fn insert(db: &mut Db, ask: &NewAsk<'_>, now: Timestamp) -> Result<(), StoreError> {
    let onward = serde_json::to_string(ask.onward).unwrap_or_default();
    db.execute_later(
        "INSERT INTO ask (id, opportunity_id, target_id, person_id, onward, chance, state, asked_on,
                          state_at, by_id, created_at, updated_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9, $8, $8, 1)",
        params![
            ask.id,
            ask.opportunity,
            ask.target,
            ask.person,
            onward.as_str(),
            ask.chance,
            ask.asked_on,
            now,
            ask.by
        ],
    )
}

/// Notes how an ask stands. Says `false`, and changes nothing, when its version is no longer
/// `version`.
///
/// # Errors
/// When the database fails.
pub fn set_state(
    db: &mut Db,
    (id, version): (AskId, i64),
    state: AskState,
    note: Option<&str>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql =
        "UPDATE ask SET state = $3, state_at = $4, updated_at = $4, note = COALESCE($5, note),
                              version = version + 1 WHERE id = $1 AND version = $2";
    Ok(db.execute(sql, params![id, version, state.as_str(), now, note])? == 1)
}

/// A page of asks, the newest first: those of deals within sight, of people within sight.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    [deals, people]: [&Sight; 2],
    filter: &Filter,
    request: &PageRequest,
) -> Result<Page<Ask>, StoreError> {
    let mut sql = select();
    push_conditions(&mut sql, [deals, people], filter);
    if let Some(after) = &request.after {
        sql.push(" AND (k.asked_on, k.id) < (").bind(after.sort.as_str());
        sql.push(", ").bind(after.id).push(")");
    }
    sql.push(" ORDER BY k.asked_on DESC, k.id DESC").limit_to_page(request.rows);
    let rows = sql.query(db, read)?;
    let total = if request.count {
        let mut sql = Sql::new("SELECT COUNT(*)");
        sql.push(FROM);
        push_conditions(&mut sql, [deals, people], filter);
        sql.query_first(db, |row| row.int(0))?
    } else {
        None
    };
    Ok(Page::cut(rows, request, total, |row| Cursor {
        sort: row.asked_on.to_string(),
        id: row.id.uuid(),
    }))
}

fn push_conditions<'a>(sql: &mut Sql<'a>, [deals, people]: [&'a Sight; 2], filter: &Filter) {
    sql.push(" WHERE ");
    within(sql, [deals, people]);
    if let Some(deal) = filter.opportunity {
        sql.push(" AND k.opportunity_id = ").bind(deal);
    }
    if let Some(target) = filter.target {
        sql.push(" AND k.target_id = ").bind(target);
    }
    if let Some(person) = filter.person {
        sql.push(" AND k.person_id = ").bind(person);
    }
    if let Some(by) = filter.by {
        sql.push(" AND k.by_id = ").bind(by);
    }
    match filter.open {
        Some(true) => sql.push(" AND k.state IN ('asked', 'agreed')"),
        Some(false) => sql.push(" AND k.state NOT IN ('asked', 'agreed')"),
        None => sql,
    };
}

/// Whoever sees the deal sees who has a part in it; of others it takes sight of the person.
fn within<'a>(sql: &mut Sql<'a>, [deals, people]: [&'a Sight; 2]) {
    sql.push("d.deleted_at IS NULL AND ").within(deals, "d");
    if *people == Sight::All {
        return;
    }
    for (alias, column) in [("p", "k.person_id"), ("g", "k.target_id")] {
        sql.push(" AND (").within(people, alias).push(
            " OR EXISTS (SELECT 1 FROM stakeholder part WHERE part.deleted_at IS NULL
                         AND part.opportunity_id = k.opportunity_id AND part.person_id = ",
        );
        sql.push(column).push("))");
    }
}

/// One ask, if it is within sight.
///
/// # Errors
/// When the database fails.
pub fn one(
    db: &mut Db,
    [deals, people]: [&Sight; 2],
    id: AskId,
) -> Result<Option<Ask>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE k.id = ").bind(id).push(" AND ");
    within(&mut sql, [deals, people]);
    sql.query_first(db, read)
}

/// Takes somebody for this transaction, so that no two ask them at once.
///
/// # Errors
/// When the database fails.
pub fn lock_person(db: &mut Db, person: PersonId) -> Result<(), StoreError> {
    match db.dialect() {
        // The one writer of SQLite has everything already.
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => db
            .query("SELECT id FROM person WHERE id = $1 FOR UPDATE", params![person], |_| Ok(()))
            .map(|_| ()),
    }
}

/// When somebody was last asked, by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAsked {
    /// Which ask.
    pub ask: AskId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub on: Day,
    /// By whom.
    pub by: Option<(UserId, String)>,
    /// For which deal.
    pub opportunity: OpportunityId,
    /// To get to whom.
    pub target: PersonId,
    /// How it stands.
    pub state: AskState,
}

/// Who was asked since `from`, newest first: of these people, or of all. An ask that was taken back is
/// none.
///
/// # Errors
/// When the database fails.
pub fn asked_since(
    db: &mut Db,
    from: Day,
    of: Option<&[PersonId]>,
) -> Result<Vec<LastAsked>, StoreError> {
    let select = || {
        let mut sql = Sql::new(
            "SELECT k.person_id, k.asked_on, u.id, u.name, k.opportunity_id, k.target_id, k.state, k.id
             FROM ask k
             LEFT JOIN app_user u ON u.id = k.by_id
             WHERE k.state <> 'undone' AND k.asked_on >= ",
        );
        sql.bind(from);
        sql
    };
    let read = |row: &Row<'_>| {
        Ok(LastAsked {
            person: row.id(0)?,
            on: row.text(1)?,
            by: row.opt_id(2)?.zip(row.opt_str(3)?.map(str::to_owned)),
            opportunity: row.id(4)?,
            target: row.id(5)?,
            state: row.text(6)?,
            ask: row.id(7)?,
        })
    };
    const ORDER: &str = " ORDER BY k.asked_on DESC, k.id DESC";
    let Some(of) = of else { return select().push(ORDER).query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" AND k.person_id IN ").bind_all(part.iter().copied()).push(ORDER);
        sql.query(db, read)
    })
}

/// What became of asks: by person, how many came to an end, and how many of these were passed on. One
/// that got no answer by `until` was not passed on.
///
/// # Errors
/// When the database fails.
pub fn outcomes(db: &mut Db, until: Day) -> Result<Vec<(PersonId, u32, u32)>, StoreError> {
    let sql = "SELECT person_id, COUNT(*), SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) FROM ask
               WHERE state IN ('done', 'refused')
                  OR (state IN ('asked', 'agreed') AND asked_on < $1)
               GROUP BY person_id";
    db.query(sql, params![until], |row| Ok((row.id(0)?, row.int(1)? as u32, row.int(2)? as u32)))
}

const FROM: &str = " FROM ask k JOIN opportunity d ON d.id = k.opportunity_id
     JOIN person p ON p.id = k.person_id JOIN person g ON g.id = k.target_id
     LEFT JOIN app_user u ON u.id = k.by_id";

fn select() -> Sql<'static> {
    let mut sql = Sql::new(
        "SELECT k.id, k.opportunity_id, d.name, g.id, g.name, p.id, p.name, k.onward, k.chance,
                k.state, k.asked_on, k.state_at, k.note, u.id, u.name, k.version",
    );
    sql.push(FROM);
    sql
}

fn read(row: &Row<'_>) -> Result<Ask, StoreError> {
    Ok(Ask {
        id: row.id(0)?,
        opportunity: row.id(1)?,
        opportunity_name: row.str(2)?.to_owned(),
        target: (row.id(3)?, row.str(4)?.to_owned()),
        person: (row.id(5)?, row.str(6)?.to_owned()),
        onward: row.json(7)?,
        chance: row.opt_real(8)?,
        state: row.text(9)?,
        asked_on: row.text(10)?,
        state_at: row.time(11)?,
        note: row.opt_str(12)?.map(str::to_owned),
        by: row.opt_id(13)?.zip(row.opt_str(14)?.map(str::to_owned)),
        version: row.int(15)?,
    })
}
