//! Lists of records that have a name: a page at a time, by name, found by what is typed.

use assent_domain::permission::Sight;
use uuid::Uuid;

use crate::StoreError;
use crate::db::{Db, Dialect};
use crate::page::{Cursor, Page, PageRequest};
use crate::record::{self, Record, Stored};
use crate::search;
use crate::sql::Sql;

/// A page of records by name, their own columns only.
pub(crate) fn list<F: Record>(
    db: &mut Db,
    sight: &Sight,
    noun: &'static str,
    request: &PageRequest,
) -> Result<Page<Stored<F::Id, F>>, StoreError> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<F>(&mut sql);
    sql.push(", t.sort_name FROM ").push(F::TABLE).push(" t");
    restrict::<F>(&mut sql, db.dialect(), sight, noun, request);
    in_order(&mut sql, request);
    let rows = sql.query(db, |row| {
        let sort = row.str(record::width::<F>())?.to_owned();
        Ok((record::read_stored::<F>(row, 0)?, sort))
    })?;
    let total = total::<F>(db, sight, noun, request)?;
    Ok(cut(rows, request, total, |row| row.id.into()))
}

/// Adds the conditions: not put away, within sight, found by what is typed.
pub(crate) fn restrict<'a, F: Record>(
    sql: &mut Sql<'a>,
    dialect: Dialect,
    sight: &'a Sight,
    noun: &'static str,
    request: &PageRequest,
) {
    sql.push(" WHERE t.deleted_at IS NULL AND ");
    F::within(sql, sight);
    let wanted = request.search.as_deref().map(search::conditions).unwrap_or_default();
    if !wanted.is_empty() {
        sql.push(" AND ").found_by(dialect, "t.id", sight, noun, &wanted);
    }
}

/// Adds the order by name, from where the page before ended, and more rows than wanted if there are.
pub(crate) fn in_order<'a>(sql: &mut Sql<'a>, request: &'a PageRequest) {
    if let Some(after) = &request.after {
        sql.push(" AND (t.sort_name, t.id) > (").bind(after.sort.as_str());
        sql.push(", ").bind(after.id).push(")");
    }
    sql.push(" ORDER BY t.sort_name, t.id").limit_to_page(request.rows);
}

/// Counts the whole list, if that was asked for.
pub(crate) fn total<F: Record>(
    db: &mut Db,
    sight: &Sight,
    noun: &'static str,
    request: &PageRequest,
) -> Result<Option<i64>, StoreError> {
    if !request.count {
        return Ok(None);
    }
    let mut sql = Sql::new("SELECT COUNT(*) FROM ");
    sql.push(F::TABLE).push(" t");
    restrict::<F>(&mut sql, db.dialect(), sight, noun, request);
    sql.query_first(db, |row| row.int(0))
}

/// Cuts rows, each with its sort name, to a page.
pub(crate) fn cut<T>(
    rows: Vec<(T, String)>,
    request: &PageRequest,
    total: Option<i64>,
    id: impl Fn(&T) -> Uuid,
) -> Page<T> {
    Page::cut(rows, request, total, |(row, sort)| Cursor { sort: sort.clone(), id: id(row) })
        .map(|(row, _)| row)
}
