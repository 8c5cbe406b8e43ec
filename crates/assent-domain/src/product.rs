//! Products: what we sell.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::money::Money;
use crate::text::{Key, Line, Name};

/// What is said of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFacts {
    /// Its name in the system it came from, unique among products.
    #[serde(default)]
    pub key: Option<Key>,
    /// Its name.
    pub name: Name,
    /// The family it belongs to.
    #[serde(default)]
    pub series: Option<Line>,
    /// List price of one.
    #[serde(default)]
    pub price: Option<Money>,
}
