//! Reading organizations and their relations.

use assent_domain::ids::{OrganizationId, OrganizationRelationId};
use assent_domain::organization::{OrganizationFacts, OrganizationRelationFacts};
use assent_domain::permission::Sight;

use crate::StoreError;
use crate::db::{Db, Row};
use crate::page::{MOST_MATCHES, Page, PageRequest};
use crate::record::{self, Record, Stored};
use crate::sql::Sql;

/// An organization as listed.
pub type Organization = Stored<OrganizationId, OrganizationFacts>;

/// A relation with the names of both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The relation.
    pub relation: Stored<OrganizationRelationId, OrganizationRelationFacts>,
    /// Name of the one that stands so.
    pub from_name: String,
    /// Name of the one to whom it stands so.
    pub to_name: String,
}

/// A page of organizations by name.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    request: &PageRequest,
) -> Result<Page<Organization>, StoreError> {
    crate::named::list(db, sight, "organization", request)
}

/// Our own house, if there is one: the oldest organization that is ours.
///
/// # Errors
/// When the database fails.
pub fn our_house(db: &mut Db) -> Result<Option<OrganizationId>, StoreError> {
    let sql = "SELECT id FROM organization WHERE ours AND deleted_at IS NULL ORDER BY id LIMIT 1";
    db.query_first(sql, &[], |row| row.id(0))
}

/// Every organization that is ours.
///
/// # Errors
/// When the database fails.
pub fn ours(db: &mut Db) -> Result<Vec<OrganizationId>, StoreError> {
    db.query("SELECT id FROM organization WHERE ours", &[], |row| row.id(0))
}

/// The names of our competitors.
///
/// # Errors
/// When the database fails.
pub fn competitors(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM organization WHERE competitor AND deleted_at IS NULL ORDER BY id";
    db.query(sql, &[], |row| Ok(row.str(0)?.to_owned()))
}

/// The relations of these organizations, both ways.
///
/// # Errors
/// When the database fails.
pub fn relations(
    db: &mut Db,
    sight: &Sight,
    of: &[OrganizationId],
) -> Result<Vec<Relation>, StoreError> {
    let mut sql = select_relations();
    sql.push(" WHERE t.deleted_at IS NULL AND (t.from_id IN ");
    sql.bind_all(of.iter().copied()).push(" OR t.to_id IN ").bind_all(of.iter().copied());
    sql.push(") AND ");
    OrganizationRelationFacts::within(&mut sql, sight);
    sql.push(" ORDER BY t.id").limit(MOST_MATCHES).query(db, read_relation)
}

/// One relation, put away or not.
///
/// # Errors
/// When the database fails.
pub fn relation(
    db: &mut Db,
    sight: &Sight,
    id: OrganizationRelationId,
) -> Result<Option<Relation>, StoreError> {
    let mut sql = select_relations();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    OrganizationRelationFacts::within(&mut sql, sight);
    sql.query_first(db, read_relation)
}

fn select_relations() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<OrganizationRelationFacts>(&mut sql);
    sql.push(
        ", a.name, b.name FROM organization_relation t
         JOIN organization a ON a.id = t.from_id JOIN organization b ON b.id = t.to_id",
    );
    sql
}

fn read_relation(row: &Row<'_>) -> Result<Relation, StoreError> {
    let after = record::width::<OrganizationRelationFacts>();
    Ok(Relation {
        relation: record::read_stored(row, 0)?,
        from_name: row.str(after)?.to_owned(),
        to_name: row.str(after + 1)?.to_owned(),
    })
}
