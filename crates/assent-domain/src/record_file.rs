//! Record files: plain dated records, one JSON object a line, with names for identifiers.
//!
//! The format is described for users in `docs/records.md`. A line is read here and nowhere else;
//! what it does to the database is the loader's work.

mod field_names;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::interaction::{Direction, Source};
use crate::money::Money;
use crate::opportunity::{BuyingRole, Outcome};
use crate::organization::OrganizationRelationKind;
use crate::person::TieKind;
use crate::pipeline::BuyStage;
use crate::text::{Email, Key, Line, Name, Words};
use crate::time::{Day, Timestamp};
use crate::user::{Language, Role, Scope};

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

/// A team of ours.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamRecord {
    /// Its name, which is also its key.
    pub name: Name,
    /// The team it belongs to.
    #[serde(default)]
    pub parent: Option<Name>,
}

/// One of ours who signs in or owns deals.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserRecord {
    /// The person they are.
    pub person: Key,
    /// What they may do.
    pub role: Role,
    /// Over which rows.
    pub scope: Scope,
    /// The team they belong to.
    #[serde(default)]
    pub team: Option<Name>,
    /// The name to sign in with, once they are given a password.
    #[serde(default)]
    pub email: Option<Email>,
    /// Language of their screens.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A company, a branch, or our own house.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Whether it is our own.
    #[serde(default)]
    pub ours: bool,
    /// Whether it sells against us.
    #[serde(default)]
    pub competitor: bool,
    /// The organization it is a branch of.
    #[serde(default)]
    pub parent: Option<Key>,
    /// Town.
    #[serde(default)]
    pub city: Option<Line>,
    /// Country.
    #[serde(default)]
    pub country: Option<Line>,
    /// Trade it is in.
    #[serde(default)]
    pub sector: Option<Line>,
    /// Since when it has been buying from us.
    #[serde(default)]
    pub customer_since: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// How one organization stands to another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationRelationRecord {
    /// The one that stands so.
    pub from: Key,
    /// To whom.
    pub to: Key,
    /// How.
    pub kind: OrganizationRelationKind,
    /// Since when.
    #[serde(default)]
    pub since: Option<Day>,
    /// Until when.
    #[serde(default)]
    pub until: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person with the job they have. A second line about the same person with another organization
/// is a change of employment on its date.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRecord {
    /// Their key.
    pub key: Key,
    /// Their name.
    pub name: Name,
    /// Where they work.
    #[serde(default)]
    pub organization: Option<Key>,
    /// As what.
    #[serde(default)]
    pub title: Option<Line>,
    /// Since when they have worked there, or the first we know of it.
    #[serde(default)]
    pub from: Option<Day>,
    /// Their last day there.
    #[serde(default)]
    pub until: Option<Day>,
    /// Where mail reaches them.
    #[serde(default)]
    pub email: Option<Email>,
    /// Where a call reaches them.
    #[serde(default)]
    pub phone: Option<Line>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether they are assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person's boss, in the job they have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportingLineRecord {
    /// Who.
    pub person: Key,
    /// To whom they report.
    pub reports_to: Key,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A tie between two people.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieRecord {
    /// One end.
    pub from: Key,
    /// The other.
    pub to: Key,
    /// Of what sort.
    pub kind: TieKind,
    /// Since when we know of it.
    #[serde(default)]
    pub since: Option<Day>,
    /// When the two were last in touch.
    #[serde(default)]
    pub last_contact: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// Something we sell.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// The family it belongs to.
    #[serde(default)]
    pub series: Option<Line>,
    /// List price.
    #[serde(default)]
    pub price: Option<Money>,
}

/// A sequence of stages.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PipelineRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Its stages, first to last.
    pub stages: Vec<StageRecord>,
}

/// A stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Where the buyers must stand for it to be true.
    pub expects: BuyStage,
}

/// A deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpportunityRecord {
    /// Its key.
    pub key: Key,
    /// What it is about.
    pub name: Name,
    /// Who would buy.
    pub organization: Key,
    /// Which of ours sells.
    pub owner: Key,
    /// When it began.
    pub date: Day,
    /// The pipeline it runs through; the nine steps, when left out.
    #[serde(default)]
    pub pipeline: Option<Key>,
    /// The stage it starts at; the first one, when left out.
    #[serde(default)]
    pub stage: Option<Key>,
    /// What would be sold.
    #[serde(default)]
    pub product: Option<Key>,
    /// What it would bring.
    #[serde(default)]
    pub amount: Option<Money>,
    /// When the seller expects the order.
    #[serde(default)]
    pub expected_close: Option<Day>,
    /// The last day on which anything would have been recorded.
    #[serde(default)]
    pub observed_until: Option<Day>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether its figures are assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person's part in a deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StakeholderRecord {
    /// The deal.
    pub opportunity: Key,
    /// Who.
    pub person: Key,
    /// In what part.
    pub role: BuyingRole,
    /// Since when.
    #[serde(default)]
    pub since: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A move of a deal to a stage.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageChangeRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// The stage moved to.
    pub stage: Key,
    /// When.
    pub date: Timestamp,
    /// Which of ours moved it.
    #[serde(default)]
    pub by: Option<Key>,
    /// Why.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InteractionRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// When.
    pub date: Timestamp,
    /// What it was.
    pub kind: Key,
    /// Who moved.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// How they answered.
    #[serde(default)]
    pub result: Option<Key>,
    /// The people on the other side.
    #[serde(default)]
    pub people: Vec<Key>,
    /// Who introduced us.
    #[serde(default)]
    pub through: Vec<Key>,
    /// What they showed.
    #[serde(default)]
    pub signs: Vec<SignRecord>,
    /// Where the record comes from.
    #[serde(default)]
    pub source: Option<Source>,
    /// The words, as they were said or noted.
    #[serde(default)]
    pub words: Option<Words>,
    /// Which of ours it was.
    #[serde(default)]
    pub by: Option<Key>,
    /// Whether a procedure bound them to take part.
    #[serde(default)]
    pub procedure_bound: bool,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// What a person showed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignRecord {
    /// Who.
    pub person: Key,
    /// Which sign.
    pub kind: Key,
    /// Where it comes from, when not from where the record does.
    #[serde(default)]
    pub source: Option<Source>,
    /// The benefit point it speaks of.
    #[serde(default)]
    pub benefit: Option<Line>,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// Who promised.
    pub by: Key,
    /// To whom.
    pub to: Key,
    /// What.
    pub text: Line,
    /// When it was given.
    pub date: Day,
    /// By when it was to be done.
    #[serde(default)]
    pub due: Option<Day>,
    /// When it was kept.
    #[serde(default)]
    pub kept: Option<Day>,
    /// When it was broken.
    #[serde(default)]
    pub broken: Option<Day>,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// The order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRecord {
    /// The deal.
    pub opportunity: Key,
    /// When it was placed.
    pub date: Timestamp,
}

/// The end of a deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureRecord {
    /// The deal.
    pub opportunity: Key,
    /// When it ended.
    pub date: Timestamp,
    /// How.
    pub outcome: Outcome,
    /// Why.
    #[serde(default)]
    pub reason: Option<Line>,
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
