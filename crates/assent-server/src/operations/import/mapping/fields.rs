//! How the fields of each type of record are written: which are keys, days, instants and amounts.

/// How a field is written unless the mapping says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usual {
    Text,
    Key,
    Day,
    Instant,
    Amount,
}

/// How a field of a type of record is written.
pub(super) fn usual(kind: &str, field: &str) -> Usual {
    match (field, kind) {
        ("from" | "to", "organization_relation" | "tie" | "commitment") => Usual::Key,
        ("parent", "organization") => Usual::Key,
        (
            "key" | "id" | "organization" | "person" | "reports_to" | "owner" | "opportunity"
            | "product" | "pipeline" | "stage" | "by" | "people" | "through",
            _,
        ) => Usual::Key,
        ("date", "stage_change" | "interaction" | "order" | "closure") => Usual::Instant,
        (
            "date" | "from" | "until" | "since" | "due" | "kept" | "broken" | "withdrawn"
            | "last_contact" | "customer_since" | "expected_close" | "observed_until",
            _,
        ) => Usual::Day,
        ("price" | "amount", _) => Usual::Amount,
        _ => Usual::Text,
    }
}
