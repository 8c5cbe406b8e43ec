//! Who is acquainted with whom, as far as records say: read in bulk, for everybody or for a few.
//!
//! Whoever reads here holds a network for the whole house. What of it a viewer may be told is decided
//! when they ask.

use assent_domain::ids::{
    InteractionId, OpportunityId, OrganizationId, OrganizationRelationId, PersonId, TeamId, UserId,
};
use assent_domain::organization::OrganizationRelationKind;
use assent_domain::permission::Sight;
use assent_domain::person::{EmploymentFacts, TieFacts};
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::record::{self, Record};
use crate::sql::{Sql, in_parts};

/// A person, as far as a network needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub id: PersonId,
    /// Who looks after them.
    pub owner: Option<UserId>,
    /// The team they belong to.
    pub team: Option<TeamId>,
    /// Whether nobody is to come across them: they are put away, or nothing is estimated of them.
    pub hidden: bool,
}

/// An organization, likewise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct House {
    /// Which.
    pub id: OrganizationId,
    /// Whether it is our own.
    pub ours: bool,
    /// Whether it is put away.
    pub deleted: bool,
}

/// That one organization stands so to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// Which relation.
    pub id: OrganizationRelationId,
    /// The one that stands so.
    pub from: OrganizationId,
    /// To whom.
    pub to: OrganizationId,
    /// How.
    pub kind: OrganizationRelationKind,
    /// Since when and until when.
    pub days: [Option<Day>; 2],
}

/// A tie, with the day it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// What is said of it.
    pub facts: TieFacts,
    /// The day it was written.
    pub written_on: Day,
}

/// Something that happened, with who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Which.
    pub id: InteractionId,
    /// When.
    pub at: Timestamp,
    /// What it was.
    pub kind: String,
    /// Whether they moved.
    pub theirs: bool,
    /// How they answered.
    pub result: Option<String>,
    /// The people on the other side.
    pub participants: Vec<PersonId>,
    /// Who introduced us.
    pub through: Vec<PersonId>,
    /// Which of our people it was.
    pub by: Option<PersonId>,
}

/// That somebody has a part in a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartIn {
    /// Who.
    pub person: PersonId,
    /// In which deal.
    pub deal: OpportunityId,
    /// Since when.
    pub since: Option<Day>,
}

/// A deal, as far as it decides who may hear of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub id: OpportunityId,
    /// Whose.
    pub owner: UserId,
    /// Of which team.
    pub team: Option<TeamId>,
    /// Whether it is put away.
    pub deleted: bool,
}

/// Where somebody stands in a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Who.
    pub person: PersonId,
    /// In which deal.
    pub deal: OpportunityId,
    /// When they were last heard of in it.
    pub settled_at: Timestamp,
    /// The reading, as JSON.
    pub reading: String,
}

/// Of whom something is read: of everybody with `None`.
pub type Of<'a> = Option<&'a [PersonId]>;

fn each<T>(
    of: Of<'_>,
    column: &str,
    mut query: impl FnMut(&dyn Fn(&mut Sql<'_>)) -> Result<Vec<T>, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let Some(of) = of else { return query(&|_| {}) };
    in_parts(of, |part| {
        query(&|sql| {
            sql.push(" AND ").push(column).push(" IN ").bind_all(part.iter().copied());
        })
    })
}

/// How many people there are, put away or not.
///
/// # Errors
/// When the database fails.
pub fn count(db: &mut Db) -> Result<usize, StoreError> {
    let count = db.query_first("SELECT COUNT(*) FROM person", &[], |row| row.int(0))?;
    Ok(count.unwrap_or_default() as usize)
}

/// People, put away or not, by age.
///
/// # Errors
/// When the database fails.
pub fn people(db: &mut Db, of: Of<'_>) -> Result<Vec<Known>, StoreError> {
    each(of, "t.id", |restrict| {
        let mut sql = Sql::new(
            "SELECT t.id, t.owner_id, t.team_id,
                    t.deleted_at IS NOT NULL OR t.withheld_at IS NOT NULL
             FROM person t WHERE 1 = 1",
        );
        restrict(&mut sql);
        sql.push(" ORDER BY t.id").query(db, |row| {
            Ok(Known {
                id: row.id(0)?,
                owner: row.opt_id(1)?,
                team: row.opt_id(2)?,
                hidden: row.bool(3)?,
            })
        })
    })
}

/// Which of these people are within sight.
///
/// # Errors
/// When the database fails.
pub fn seen_among(
    db: &mut Db,
    sight: &Sight,
    people: &[PersonId],
) -> Result<Vec<PersonId>, StoreError> {
    in_parts(people, |part| {
        let mut sql = Sql::new("SELECT t.id FROM person t WHERE t.deleted_at IS NULL AND t.id IN ");
        sql.bind_all(part.iter().copied()).push(" AND ").within(sight, "t");
        sql.query(db, |row| row.id(0))
    })
}

/// Where people work and have worked.
///
/// # Errors
/// When the database fails.
pub fn jobs(db: &mut Db, of: Of<'_>) -> Result<Vec<EmploymentFacts>, StoreError> {
    each(of, "t.person_id", |restrict| {
        let mut sql = record::select::<EmploymentFacts>();
        sql.push(" WHERE t.deleted_at IS NULL");
        restrict(&mut sql);
        sql.query(db, |row| EmploymentFacts::read(row, 5))
    })
}

/// The employments in which somebody reports to one of these people.
///
/// # Errors
/// When the database fails.
pub fn jobs_under(db: &mut Db, bosses: &[PersonId]) -> Result<Vec<EmploymentFacts>, StoreError> {
    in_parts(bosses, |part| {
        let mut sql = record::select::<EmploymentFacts>();
        sql.push(" WHERE t.deleted_at IS NULL AND t.reports_to_id IN ");
        sql.bind_all(part.iter().copied()).query(db, |row| EmploymentFacts::read(row, 5))
    })
}

/// Who works or has worked at one of these organizations.
///
/// # Errors
/// When the database fails.
pub fn employed_at(db: &mut Db, houses: &[OrganizationId]) -> Result<Vec<PersonId>, StoreError> {
    in_parts(houses, |part| {
        let mut sql = Sql::new(
            "SELECT DISTINCT person_id FROM employment
             WHERE deleted_at IS NULL AND organization_id IN ",
        );
        sql.bind_all(part.iter().copied()).query(db, |row| row.id(0))
    })
}

/// Who has a part in a deal.
///
/// # Errors
/// When the database fails.
pub fn in_deal(db: &mut Db, deal: OpportunityId) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT person_id FROM stakeholder WHERE deleted_at IS NULL AND opportunity_id = $1";
    db.query(sql, params![deal], |row| row.id(0))
}

/// Whose employment begins after `from` or ends before `until`, and the other end of it between the
/// two.
///
/// # Errors
/// When the database fails.
pub fn turned_over(db: &mut Db, from: Day, until: Day) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT DISTINCT person_id FROM employment
               WHERE deleted_at IS NULL AND ((from_day > $1 AND from_day <= $2)
                                          OR (until_day >= $1 AND until_day < $2))";
    db.query(sql, params![from, until], |row| row.id(0))
}

/// The ties with one of these people at an end.
///
/// # Errors
/// When the database fails.
pub fn ties(db: &mut Db, of: Of<'_>) -> Result<Vec<Tied>, StoreError> {
    let select = || {
        let mut sql = record::select::<TieFacts>();
        sql.push(" WHERE t.deleted_at IS NULL");
        sql
    };
    let read = |row: &Row<'_>| {
        let written_on = row.time(1)?.date().into();
        Ok(Tied { facts: TieFacts::read(row, 5)?, written_on })
    };
    let Some(of) = of else { return select().query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" AND (t.from_id IN ").bind_all(part.iter().copied());
        sql.push(" OR t.to_id IN ").bind_all(part.iter().copied()).push(")");
        sql.query(db, read)
    })
}

/// What happened with one of these people, or was done by one of them, and is not in dispute.
///
/// # Errors
/// When the database fails.
pub fn contacts(db: &mut Db, of: Of<'_>) -> Result<Vec<Contact>, StoreError> {
    let select = |restricted: &str| {
        Sql::new(&format!(
            "SELECT i.at, i.kind, i.direction, i.result, i.participants, i.through,
                    COALESCE(i.by_id, u.person_id), i.id
             FROM interaction i LEFT JOIN app_user u ON u.id = i.recorded_by_id
             WHERE i.deleted_at IS NULL AND i.withheld_at IS NULL AND i.direction IS NOT NULL{restricted}"
        ))
    };
    let read = |row: &Row<'_>| {
        Ok(Contact {
            at: row.time(0)?,
            kind: row.str(1)?.to_owned(),
            theirs: row.str(2)? == "in",
            result: row.opt_str(3)?.map(str::to_owned),
            participants: row.json(4)?,
            through: row.json(5)?,
            by: row.opt_id(6)?,
            id: row.id(7)?,
        })
    };
    let Some(of) = of else { return select("").query(db, read) };
    let mut found = in_parts(of, |part| {
        let mut sql = select(" AND i.id IN (SELECT p.interaction_id FROM interaction_person p");
        sql.push(" WHERE p.person_id IN ").bind_all(part.iter().copied()).push(")");
        sql.query(db, read)
    })?;
    found.extend(in_parts(of, |part| {
        let mut sql = select(" AND i.by_id IN ");
        sql.bind_all(part.iter().copied()).query(db, read)
    })?);
    found.extend(in_parts(of, |part| {
        let mut sql = select(" AND i.by_id IS NULL AND i.recorded_by_id IN (SELECT w.id");
        sql.push(" FROM app_user w WHERE w.person_id IN ").bind_all(part.iter().copied());
        sql.push(")").query(db, read)
    })?);
    found.sort_unstable_by_key(|contact| contact.id);
    found.dedup_by_key(|contact| contact.id);
    Ok(found)
}

/// Who has a part in which deal that is not put away.
///
/// # Errors
/// When the database fails.
pub fn parts(db: &mut Db, of: Of<'_>) -> Result<Vec<PartIn>, StoreError> {
    each(of, "k.person_id", |restrict| {
        let mut sql = Sql::new(
            "SELECT k.person_id, k.opportunity_id, k.since FROM stakeholder k
             JOIN opportunity t ON t.id = k.opportunity_id
             WHERE k.deleted_at IS NULL AND t.deleted_at IS NULL",
        );
        restrict(&mut sql);
        sql.query(db, |row| {
            Ok(PartIn { person: row.id(0)?, deal: row.id(1)?, since: row.opt_day(2)? })
        })
    })
}

/// Organizations, put away or not: these, or all.
///
/// # Errors
/// When the database fails.
pub fn houses(db: &mut Db, of: Option<&[OrganizationId]>) -> Result<Vec<House>, StoreError> {
    let select = || Sql::new("SELECT id, ours, deleted_at IS NOT NULL FROM organization");
    let read =
        |row: &Row<'_>| Ok(House { id: row.id(0)?, ours: row.bool(1)?, deleted: row.bool(2)? });
    let Some(of) = of else { return select().query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" WHERE id IN ").bind_all(part.iter().copied()).query(db, read)
    })
}

/// Relations between organizations that are not put away: these, or all.
///
/// # Errors
/// When the database fails.
pub fn relations(
    db: &mut Db,
    of: Option<&[OrganizationRelationId]>,
) -> Result<Vec<Related>, StoreError> {
    let select = || {
        Sql::new(
            "SELECT id, from_id, to_id, kind, since, until FROM organization_relation
             WHERE deleted_at IS NULL",
        )
    };
    let read = |row: &Row<'_>| {
        Ok(Related {
            id: row.id(0)?,
            from: row.id(1)?,
            to: row.id(2)?,
            kind: row.text(3)?,
            days: [row.opt_day(4)?, row.opt_day(5)?],
        })
    };
    let Some(of) = of else { return select().query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" AND id IN ").bind_all(part.iter().copied()).query(db, read)
    })
}

/// Deals, put away or not: these, or all.
///
/// # Errors
/// When the database fails.
pub fn deals(db: &mut Db, of: Option<&[OpportunityId]>) -> Result<Vec<Placed>, StoreError> {
    let select =
        || Sql::new("SELECT id, owner_id, team_id, deleted_at IS NOT NULL FROM opportunity");
    let read = |row: &Row<'_>| {
        Ok(Placed {
            id: row.id(0)?,
            owner: row.id(1)?,
            team: row.opt_id(2)?,
            deleted: row.bool(3)?,
        })
    };
    let Some(of) = of else { return select().query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" WHERE id IN ").bind_all(part.iter().copied()).query(db, read)
    })
}

/// Where people stand in these deals, or in all.
///
/// # Errors
/// When the database fails.
pub fn stands(db: &mut Db, of: Option<&[OpportunityId]>) -> Result<Vec<Stand>, StoreError> {
    let select = || Sql::new("SELECT person_id, opportunity_id, settled_at, reading FROM belief");
    let read = |row: &Row<'_>| {
        Ok(Stand {
            person: row.id(0)?,
            deal: row.id(1)?,
            settled_at: row.time(2)?,
            reading: row.str(3)?.to_owned(),
        })
    };
    let Some(of) = of else { return select().query(db, read) };
    in_parts(of, |part| {
        let mut sql = select();
        sql.push(" WHERE opportunity_id IN ").bind_all(part.iter().copied()).query(db, read)
    })
}
