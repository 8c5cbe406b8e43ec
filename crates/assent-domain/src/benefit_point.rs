//! Benefit points: what a product offers, as a path from what it is to what that is worth.
//!
//! Means–end laddering (Reynolds and Gutman 1988): an attribute of the product has a consequence for
//! whoever uses it, and the consequence serves something they value. What one person makes of a
//! point is no part of it; that is read off the signs which speak of it by name.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::ProductId;
use crate::text::{Key, Line, Name};

/// What is said of a benefit point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BenefitPointFacts {
    /// Its name in the system it came from, unique among benefit points.
    #[serde(default)]
    pub key: Option<Key>,
    /// The product that offers it.
    pub product_id: ProductId,
    /// What it is called, which is how signs speak of it; unique among those of the product.
    pub name: Name,
    /// What the product is or has: the foot of the ladder.
    #[serde(default)]
    pub attribute: Option<Line>,
    /// What that does for whoever uses it.
    #[serde(default)]
    pub consequence: Option<Line>,
    /// What that is worth to them: the top of the ladder.
    #[serde(default)]
    pub value: Option<Line>,
    /// Its place among those of the product, lowest first; of equals the older one comes first.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub position: u16,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

impl BenefitPointFacts {
    /// Whether these words of a sign speak of this point.
    #[must_use]
    pub fn is_meant_by(&self, words: &str) -> bool {
        folded(self.name.as_str()) == folded(words)
    }
}

/// The words for a benefit point in the form in which they are compared: trimmed and in lower case.
#[must_use]
pub fn folded(words: &str) -> String {
    words.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_sign_speaks_of_a_point_by_its_name_however_it_is_written() {
        let point = BenefitPointFacts {
            key: None,
            product_id: Uuid::from_u128(1).into(),
            name: "Low Running Cost".parse().unwrap(),
            attribute: None,
            consequence: None,
            value: None,
            position: 0,
            assumed: false,
        };
        assert!(point.is_meant_by(" low running cost "));
        assert!(!point.is_meant_by("low running costs"));
    }
}
