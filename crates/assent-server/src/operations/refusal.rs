//! Why an operation was not done. What a caller can act on is told apart; the rest is internal.

use assent_domain::ids::PersonId;
use assent_store::StoreError;
use thiserror::Error;

/// One field that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, as a JSON pointer into what was sent.
    pub pointer: String,
    /// What is wrong, as a stable word that the user interface translates.
    pub code: &'static str,
    /// The same in English.
    pub message: String,
}

impl Fault {
    /// A fault of one field.
    pub fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, message: message.into() }
    }
}

/// An operation that was not done. Nothing has been written.
#[derive(Debug, Error)]
pub enum Refusal {
    /// There is no such record, or it is out of the viewer's sight; the two are not told apart.
    #[error("not found")]
    NotFound,
    /// The viewer may not do this.
    #[error("not allowed")]
    Forbidden,
    /// Fields are not as they should be.
    #[error("{}", list(.0))]
    Invalid(Vec<Fault>),
    /// Somebody else has changed the record meanwhile.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// The state of things does not allow it.
    #[error("{message}")]
    Conflict {
        /// A stable word that the user interface translates.
        code: &'static str,
        /// The same in English.
        message: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> =
        faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.message)).collect();
    lines.join("; ")
}

impl Refusal {
    /// A single field that is not as it should be.
    pub fn field(pointer: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![Fault::new(pointer, code, message)])
    }

    /// A field that points to a record which is not there, or out of sight.
    pub fn dangling(pointer: &str) -> Self {
        Self::field(pointer, "unknown_reference", "points to nothing that you can see")
    }

    /// A person named in a list who is not there, or out of sight.
    pub fn unknown_person(pointer: &str, person: PersonId) -> Self {
        let message = format!("{person} is nobody you can see");
        Self::field(pointer, "unknown_reference", message)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken { column, .. } => {
                let field = match column.as_str() {
                    "external_key" => "key",
                    "folded_name" => "name",
                    other => other,
                };
                Self::field(&format!("/{field}"), "taken", "is taken already")
            }
            other => Self::Store(other),
        }
    }
}
