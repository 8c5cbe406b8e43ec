//! Reading products.

use assent_domain::ids::ProductId;
use assent_domain::permission::Sight;
use assent_domain::product::ProductFacts;

use crate::StoreError;
use crate::db::Db;
use crate::page::{Page, PageRequest};
use crate::record::Stored;

/// A page of products by name.
///
/// # Errors
/// When the database fails.
pub fn list(
    db: &mut Db,
    sight: &Sight,
    request: &PageRequest,
) -> Result<Page<Stored<ProductId, ProductFacts>>, StoreError> {
    crate::named::list(db, sight, "product", request)
}
