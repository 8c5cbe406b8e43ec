//! Reading people with where they work, their employments and their ties.

use std::cmp::Reverse;

use assent_domain::ids::{EmploymentId, OrganizationId, PersonId, TieId};
use assent_domain::permission::Sight;
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::time::Day;

use crate::StoreError;
use crate::db::{Db, Row};
use crate::named;
use crate::page::{MOST_MATCHES, Page, PageRequest};
use crate::record::{self, Record, Stored};
use crate::sql::Sql;
use crate::withheld::{self, Withheld};

/// A person as they lie in the database.
pub type Person = Stored<PersonId, PersonFacts>;

/// A person as listed: with the job they have today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// The person.
    pub person: Person,
    /// Their title there.
    pub title: Option<String>,
    /// Where they work.
    pub organization: Option<(OrganizationId, String)>,
    /// Whether nothing is estimated of them.
    pub exclusion: Option<Withheld>,
}

/// A person with everywhere they work and have worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonWithJobs {
    /// The person.
    pub person: Person,
    /// Their employments: the newest first, those still running before those that have ended.
    pub employments: Vec<Employment>,
    /// Whether nothing is estimated of them.
    pub exclusion: Option<Withheld>,
}

/// An employment with the names it points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employment {
    /// The employment.
    pub employment: Stored<EmploymentId, EmploymentFacts>,
    /// Name of the person.
    pub person_name: String,
    /// Name of the organization.
    pub organization_name: String,
    /// Whether that organization is our own.
    pub ours: bool,
    /// Name of the boss.
    pub reports_to_name: Option<String>,
}

/// A tie with the names of both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The tie.
    pub tie: Stored<TieId, TieFacts>,
    /// Name of one end.
    pub from_name: String,
    /// Name of the other.
    pub to_name: String,
}

/// A page of people by name.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    request: &PageRequest,
    organization: Option<OrganizationId>,
    today: Day,
) -> Result<Page<ListedPerson>, StoreError> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<PersonFacts>(&mut sql);
    // The page is cut before the jobs are looked up, of which most people have one.
    sql.push(", t.sort_name, e.title, o.id, o.name, e.from_day, e.id");
    sql.push(withheld::COLUMNS).push(" FROM (SELECT t.* FROM person t");
    named::restrict::<PersonFacts>(&mut sql, db.dialect(), sight, "person", request);
    if let Some(organization) = organization {
        sql.push(
            " AND t.id IN (SELECT w.person_id FROM employment w
                           WHERE w.deleted_at IS NULL AND w.organization_id = ",
        );
        sql.bind(organization).push(" AND ");
        sql.end_within(sight, "organization", "w.organization_id").push(")");
    }
    named::in_order(&mut sql, request);
    sql.push(
        ") t LEFT JOIN employment e ON e.person_id = t.id AND e.deleted_at IS NULL
                AND (e.until_day IS NULL OR e.until_day >= ",
    );
    sql.bind(today).push(") AND ").end_within(sight, "organization", "e.organization_id");
    sql.push(" LEFT JOIN organization o ON o.id = e.organization_id").push(withheld::JOIN);
    let at = record::width::<PersonFacts>();
    let mut rows = sql.query(db, |row| {
        let listed = ListedPerson {
            person: record::read_stored(row, 0)?,
            title: row.opt_str(at + 1)?.map(str::to_owned),
            organization: row.opt_id(at + 2)?.zip(row.opt_str(at + 3)?.map(str::to_owned)),
            exclusion: withheld::read(row, at + 6)?,
        };
        let begun = row.opt_str(at + 4)?.map(|day| Reverse(day.to_owned()));
        let job = (begun.is_none(), begun, row.opt_id::<EmploymentId>(at + 5)?);
        Ok((listed, row.str(at)?.to_owned(), job))
    })?;
    // Of several jobs the one begun last is shown; of those without a day, the one entered first.
    rows.sort_by(|(one, name, job), (other, other_name, other_job)| {
        let place = (name, one.person.id.uuid(), job);
        place.cmp(&(other_name, other.person.id.uuid(), other_job))
    });
    rows.dedup_by_key(|(listed, ..)| listed.person.id);
    let rows = rows.into_iter().map(|(listed, name, _)| (listed, name)).collect();
    let total = named::total::<PersonFacts>(db, sight, "person", request)?;
    Ok(named::cut(rows, request, total, |row| row.person.id.uuid()))
}

/// A person with all their employments, in one query.
///
/// # Errors
/// When the database fails.
pub fn one(db: &mut Db, sight: &Sight, id: PersonId) -> Result<Option<PersonWithJobs>, StoreError> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<PersonFacts>(&mut sql);
    sql.push(withheld::COLUMNS);
    push_employment_columns(&mut sql);
    sql.push(
        " FROM person t LEFT JOIN employment e ON e.person_id = t.id AND e.deleted_at IS NULL AND ",
    );
    sql.end_within(sight, "organization", "e.organization_id");
    sql.push(
        " LEFT JOIN organization o ON o.id = e.organization_id
          LEFT JOIN person boss ON boss.id = e.reports_to_id",
    );
    sql.push(withheld::JOIN).push(" WHERE t.id = ").bind(id).push(" AND ");
    PersonFacts::within(&mut sql, sight);
    sql.push(" ORDER BY e.until_day IS NOT NULL, e.from_day DESC, e.id");
    let rows = sql.query(db, |row| {
        let person: Person = record::read_stored(row, 0)?;
        let at = record::width::<PersonFacts>();
        let exclusion = withheld::read(row, at)?;
        let employment = read_employment(row, at + withheld::WIDTH, &person)?;
        Ok((person, exclusion, employment))
    })?;
    let mut found = None;
    let mut employments = Vec::new();
    for (person, exclusion, employment) in rows {
        employments.extend(employment);
        found = Some((person, exclusion));
    }
    Ok(found.map(|(person, exclusion)| PersonWithJobs { person, employments, exclusion }))
}

fn push_employment_columns(sql: &mut Sql<'_>) {
    sql.push(", e.id, e.created_at, e.updated_at, e.version, e.deleted_at");
    for column in EmploymentFacts::COLUMNS {
        sql.push(", e.").push(column);
    }
    sql.push(", o.name, o.ours, boss.name");
}

fn read_employment(
    row: &Row<'_>,
    at: usize,
    person: &Person,
) -> Result<Option<Employment>, StoreError> {
    if row.opt_id::<EmploymentId>(at)?.is_none() {
        return Ok(None);
    }
    let after = at + record::width::<EmploymentFacts>();
    Ok(Some(Employment {
        employment: record::read_stored(row, at)?,
        person_name: person.facts.name.to_string(),
        organization_name: row.str(after)?.to_owned(),
        ours: row.bool(after + 1)?,
        reports_to_name: row.opt_str(after + 2)?.map(str::to_owned),
    }))
}

/// The employments of these people, or of everybody who works at one of these organizations.
///
/// # Errors
/// When the database fails.
pub fn employments(
    db: &mut Db,
    sight: &Sight,
    people: &[PersonId],
    organizations: &[OrganizationId],
) -> Result<Vec<Employment>, StoreError> {
    let mut sql = select_employments();
    sql.push(" WHERE t.deleted_at IS NULL AND (t.person_id IN ");
    sql.bind_all(people.iter().copied()).push(" OR t.organization_id IN ");
    sql.bind_all(organizations.iter().copied()).push(") AND ");
    EmploymentFacts::within(&mut sql, sight);
    sql.push(" ORDER BY t.until_day IS NOT NULL, t.from_day DESC, t.id LIMIT ");
    sql.bind(MOST_MATCHES).query(db, read_listed_employment)
}

/// One employment, put away or not.
///
/// # Errors
/// When the database fails.
pub fn employment(
    db: &mut Db,
    sight: &Sight,
    id: EmploymentId,
) -> Result<Option<Employment>, StoreError> {
    let mut sql = select_employments();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    EmploymentFacts::within(&mut sql, sight);
    sql.query_first(db, read_listed_employment)
}

fn select_employments() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<EmploymentFacts>(&mut sql);
    sql.push(
        ", o.name, o.ours, boss.name, p.name FROM employment t
         JOIN person p ON p.id = t.person_id JOIN organization o ON o.id = t.organization_id
         LEFT JOIN person boss ON boss.id = t.reports_to_id",
    );
    sql
}

fn read_listed_employment(row: &Row<'_>) -> Result<Employment, StoreError> {
    let after = record::width::<EmploymentFacts>();
    Ok(Employment {
        employment: record::read_stored(row, 0)?,
        organization_name: row.str(after)?.to_owned(),
        ours: row.bool(after + 1)?,
        reports_to_name: row.opt_str(after + 2)?.map(str::to_owned),
        person_name: row.str(after + 3)?.to_owned(),
    })
}

/// The ties that have one of these people at an end.
///
/// # Errors
/// When the database fails.
pub fn ties(db: &mut Db, sight: &Sight, of: &[PersonId]) -> Result<Vec<Tie>, StoreError> {
    let mut sql = select_ties();
    sql.push(" WHERE t.deleted_at IS NULL AND (t.from_id IN ");
    sql.bind_all(of.iter().copied()).push(" OR t.to_id IN ").bind_all(of.iter().copied());
    sql.push(") AND ");
    TieFacts::within(&mut sql, sight);
    sql.push(" ORDER BY t.id").limit(MOST_MATCHES).query(db, read_tie)
}

/// The ties between two of these people.
///
/// # Errors
/// When the database fails.
pub fn ties_among(db: &mut Db, sight: &Sight, of: &[PersonId]) -> Result<Vec<Tie>, StoreError> {
    let mut sql = select_ties();
    sql.push(" WHERE t.deleted_at IS NULL AND t.from_id IN ");
    sql.bind_all(of.iter().copied()).push(" AND t.to_id IN ").bind_all(of.iter().copied());
    sql.push(" AND ");
    TieFacts::within(&mut sql, sight);
    sql.push(" ORDER BY t.id").limit(MOST_MATCHES).query(db, read_tie)
}

/// One tie, put away or not.
///
/// # Errors
/// When the database fails.
pub fn tie(db: &mut Db, sight: &Sight, id: TieId) -> Result<Option<Tie>, StoreError> {
    let mut sql = select_ties();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    TieFacts::within(&mut sql, sight);
    sql.query_first(db, read_tie)
}

fn select_ties() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<TieFacts>(&mut sql);
    sql.push(
        ", a.name, b.name FROM tie t
         JOIN person a ON a.id = t.from_id JOIN person b ON b.id = t.to_id",
    );
    sql
}

fn read_tie(row: &Row<'_>) -> Result<Tie, StoreError> {
    let after = record::width::<TieFacts>();
    Ok(Tie {
        tie: record::read_stored(row, 0)?,
        from_name: row.str(after)?.to_owned(),
        to_name: row.str(after + 1)?.to_owned(),
    })
}

/// Which of these people are ours: employed, at any time, by an organization that is.
///
/// # Errors
/// When the database fails.
pub fn ours_among(db: &mut Db, people: &[PersonId]) -> Result<Vec<PersonId>, StoreError> {
    let mut sql = Sql::new(
        "SELECT DISTINCT e.person_id FROM employment e JOIN organization o
         ON o.id = e.organization_id WHERE o.ours AND e.deleted_at IS NULL AND e.person_id IN ",
    );
    sql.bind_all(people.iter().copied());
    sql.query(db, |row| row.id(0))
}

/// Which of these people are excluded from the estimates.
///
/// # Errors
/// When the database fails.
pub fn excluded_among(db: &mut Db, people: &[PersonId]) -> Result<Vec<PersonId>, StoreError> {
    let mut sql = Sql::new("SELECT id FROM person WHERE withheld_at IS NOT NULL AND id IN ");
    sql.bind_all(people.iter().copied()).query(db, |row| row.id(0))
}

/// Which of these people are assumptions rather than reported facts.
///
/// # Errors
/// When the database fails.
pub fn assumed_among(db: &mut Db, people: &[PersonId]) -> Result<Vec<PersonId>, StoreError> {
    let mut sql = Sql::new("SELECT id FROM person WHERE assumed AND id IN ");
    sql.bind_all(people.iter().copied()).query(db, |row| row.id(0))
}

/// The keys that these people had elsewhere.
///
/// # Errors
/// When the database fails.
pub fn keys(db: &mut Db, people: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
    let mut sql =
        Sql::new("SELECT id, external_key FROM person WHERE external_key IS NOT NULL AND id IN ");
    sql.bind_all(people.iter().copied());
    sql.query(db, |row| Ok((row.id(0)?, row.str(1)?.to_owned())))
}

/// The names of these people, whoever may see them: for the words of a record one may see.
///
/// # Errors
/// When the database fails.
pub fn names(db: &mut Db, people: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
    let mut sql = Sql::new("SELECT id, name FROM person WHERE id IN ");
    sql.bind_all(people.iter().copied());
    sql.query(db, |row| Ok((row.id(0)?, row.str(1)?.to_owned())))
}
