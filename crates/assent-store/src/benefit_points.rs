//! Reading the benefit points of products.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::{BenefitPointId, ProductId};
use assent_domain::permission::Sight;

use crate::StoreError;
use crate::db::{Db, Row};
use crate::page::MOST_MATCHES;
use crate::record::{self, Record, Stored};
use crate::sql::Sql;

/// A benefit point as it lies in the database.
pub type BenefitPoint = Stored<BenefitPointId, BenefitPointFacts>;

/// A benefit point with the name of the product that offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPoint {
    /// The point.
    pub point: BenefitPoint,
    /// Name of the product.
    pub product_name: String,
}

/// The points that a product offers, in their order, without those put away.
///
/// # Errors
/// When the database fails.
pub fn points_of(db: &mut Db, product: ProductId) -> Result<Vec<BenefitPoint>, StoreError> {
    let listed = list(db, &Sight::All, product)?;
    Ok(listed.into_iter().map(|listed| listed.point).collect())
}

/// The same as they are listed, as far as they are within sight.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    product: ProductId,
) -> Result<Vec<ListedPoint>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.deleted_at IS NULL AND t.product_id = ").bind(product).push(" AND ");
    BenefitPointFacts::within(&mut sql, sight);
    sql.push(" ORDER BY t.position, t.id").limit(MOST_MATCHES).query(db, read)
}

/// One point, put away or not.
///
/// # Errors
/// When the database fails.
pub fn one(
    db: &mut Db,
    sight: &Sight,
    id: BenefitPointId,
) -> Result<Option<ListedPoint>, StoreError> {
    let mut sql = select();
    sql.push(" WHERE t.id = ").bind(id).push(" AND ");
    BenefitPointFacts::within(&mut sql, sight);
    sql.query_first(db, read)
}

fn select() -> Sql<'static> {
    let mut sql = Sql::new("SELECT ");
    record::push_columns::<BenefitPointFacts>(&mut sql);
    sql.push(", p.name FROM benefit_point t JOIN product p ON p.id = t.product_id");
    sql
}

fn read(row: &Row<'_>) -> Result<ListedPoint, StoreError> {
    Ok(ListedPoint {
        point: record::read_stored(row, 0)?,
        product_name: row.str(record::width::<BenefitPointFacts>())?.to_owned(),
    })
}
