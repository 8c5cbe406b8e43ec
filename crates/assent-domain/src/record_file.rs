//! Record files: plain dated records, one JSON object a line, with names for identifiers.
//!
//! The format is described for users in `docs/records.md`. A line is read here and nowhere else;
//! what it does to the database is the loader's work.

mod deals;
mod field_names;
mod happenings;
mod who;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

pub use self::deals::{
    BenefitPointRecord, ClosureRecord, OpportunityRecord, OrderRecord, PipelineRecord,
    ProductRecord, StageChangeRecord, StageRecord, StakeholderRecord,
};
pub use self::happenings::{CommitmentRecord, InteractionRecord, SignRecord};
pub use self::who::{
    OrganizationRecord, OrganizationRelationRecord, PersonRecord, ReportingLineRecord, TeamRecord,
    TieRecord, UserRecord,
};
use crate::text::{Key, Words};

/// Declares the kinds of record, and how a line is read as one of them.
macro_rules! kinds {
    ($($(#[$doc:meta])* $word:literal => $variant:ident($record:ty),)+) => {
        /// One record of a file.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            $($(#[$doc])* $variant($record)),+
        }

        const KINDS: &[&str] = &[$($word),+];

        impl Record {
            /// The word for its type.
            #[must_use]
            pub const fn word(&self) -> &'static str {
                match self { $(Self::$variant(_) => $word),+ }
            }
        }

        /// The fields that a type of record may have, if there is such a type.
        #[must_use]
        pub fn fields(kind: &str) -> Option<&'static [&'static str]> {
            match kind {
                $($word => Some(field_names::of::<$record>()),)+
                _ => None,
            }
        }

        fn read_as(kind: &str, fields: Value) -> Result<Record, BadRecord> {
            match kind {
                $($word => read_fields(fields).map(Record::$variant),)+
                _ => Err(BadRecord {
                    field: "type".to_owned(),
                    message: format!("“{kind}” is not one of: {}", KINDS.join(", ")),
                }),
            }
        }
    };
}

kinds! {
    /// What the file is; its first line.
    "dataset" => Dataset(DatasetRecord),
    /// A team of ours.
    "team" => Team(TeamRecord),
    /// One of ours who signs in or owns deals.
    "user" => User(UserRecord),
    /// A company, a branch, or our own house.
    "organization" => Organization(OrganizationRecord),
    /// How one organization stands to another.
    "organization_relation" => OrganizationRelation(OrganizationRelationRecord),
    /// A person with the job they have.
    "person" => Person(PersonRecord),
    /// A person's boss.
    "reporting_line" => ReportingLine(ReportingLineRecord),
    /// A tie between two people.
    "tie" => Tie(TieRecord),
    /// Something we sell.
    "product" => Product(ProductRecord),
    /// Something a product offers.
    "benefit_point" => BenefitPoint(BenefitPointRecord),
    /// A sequence of stages.
    "pipeline" => Pipeline(PipelineRecord),
    /// A deal.
    "opportunity" => Opportunity(OpportunityRecord),
    /// A person's part in a deal.
    "stakeholder" => Stakeholder(StakeholderRecord),
    /// A move of a deal to a stage.
    "stage_change" => StageChange(StageChangeRecord),
    /// Something that happened.
    "interaction" => Interaction(InteractionRecord),
    /// A promise.
    "commitment" => Commitment(CommitmentRecord),
    /// The order: use begins.
    "order" => Order(OrderRecord),
    /// The end of a deal.
    "closure" => Closure(ClosureRecord),
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatasetRecord {
    /// Its name: with it, ids of two files never meet.
    pub name: Key,
    /// The version of the format; 1.
    pub version: u32,
    /// What it is about.
    #[serde(default)]
    pub note: Option<Words>,
}

/// Why a line is no record.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{field}: {message}")]
pub struct BadRecord {
    /// The field at fault, or `line` where it is the line as a whole.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

/// Reads one line. An empty line, or one that begins with `//`, is no record and no fault.
///
/// # Errors
/// Names the field at fault and what was expected of it.
pub fn parse_line(line: &str) -> Result<Option<Record>, BadRecord> {
    let line = line.trim();
    if line.is_empty() || line.starts_with("//") {
        return Ok(None);
    }
    let whole = |message: String| BadRecord { field: "line".to_owned(), message };
    let mut fields: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| whole(format!("is no JSON object: {error}")))?;
    match fields.remove("type") {
        Some(Value::String(kind)) => read_as(&kind, Value::Object(fields)).map(Some),
        _ => Err(whole(format!("needs a “type”: one of {}", KINDS.join(", ")))),
    }
}

/// The types of record.
#[must_use]
pub fn types() -> &'static [&'static str] {
    KINDS
}

/// Reads a record of which the type and the fields are known apart.
///
/// # Errors
/// Names the field at fault and what was expected of it.
pub fn from_fields(kind: &str, fields: Map<String, Value>) -> Result<Record, BadRecord> {
    read_as(kind, Value::Object(fields))
}

fn read_fields<T: DeserializeOwned>(fields: Value) -> Result<T, BadRecord> {
    serde_path_to_error::deserialize(fields).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { "line".to_owned() } else { path };
        BadRecord { field, message: error.into_inner().to_string() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opportunity::BuyingRole;

    #[test]
    fn a_line_is_read_as_what_it_says_it_is() {
        let line = r#"{"type": "stakeholder", "opportunity": "x", "person": "y", "role": "user"}"#;
        let Ok(Some(Record::Stakeholder(stakeholder))) = parse_line(line) else {
            panic!("no stakeholder")
        };
        assert_eq!(stakeholder.role, BuyingRole::User);
    }

    #[test]
    fn every_type_tells_its_fields() {
        for kind in types() {
            assert!(!fields(kind).unwrap().is_empty(), "{kind}");
        }
        assert_eq!(fields("order"), Some(&["opportunity", "date"][..]));
        assert_eq!(fields("invoice"), None);
    }

    #[test]
    fn empty_lines_and_remarks_are_passed_over() {
        assert_eq!(parse_line("  "), Ok(None));
        assert_eq!(parse_line("// the people"), Ok(None));
    }

    #[test]
    fn a_fault_names_what_was_expected() {
        let unknown = r#"{"type": "person", "key": "a", "name": "A", "shoe_size": 44}"#;
        assert!(parse_line(unknown).unwrap_err().message.contains("shoe_size"));
        let role = r#"{"type": "stakeholder", "opportunity": "x", "person": "y", "role": "boss"}"#;
        let fault = parse_line(role).unwrap_err();
        assert_eq!(fault.field, "role");
        assert!(fault.message.contains("decision_maker"));
        assert!(parse_line(r#"{"type": "persona"}"#).unwrap_err().message.contains("person"));
        assert!(parse_line("{").unwrap_err().message.contains("EOF"));
    }
}
