//! Values bound to a statement.

use std::borrow::Cow;

use assent_domain::ids;
use assent_domain::text;
use assent_domain::time::{Day, Timestamp};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// A value for a parameter of a statement.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Real(f64),
    Bool(bool),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
    Uuid(Uuid),
}

/// `params![a, b]` is a slice of [`Value`]s.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}
pub(crate) use params;

impl Value<'_> {
    /// The same value, owning its bytes.
    pub(crate) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Int(value) => Value::Int(value),
            Self::Real(value) => Value::Real(value),
            Self::Bool(value) => Value::Bool(value),
            Self::Text(value) => Value::Text(Cow::Owned(value.into_owned())),
            Self::Blob(value) => Value::Blob(Cow::Owned(value.into_owned())),
            Self::Uuid(value) => Value::Uuid(value),
        }
    }
}

macro_rules! from {
    ($($type:ty, $value:ident => $made:expr;)+) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from($value: $type) -> Self {
                $made
            }
        }
    )+};
}

from! {
    i64, value => Value::Int(value);
    f64, value => Value::Real(value);
    bool, value => Value::Bool(value);
    &'a str, value => Value::Text(Cow::Borrowed(value));
    String, value => Value::Text(Cow::Owned(value));
    &'a String, value => Value::Text(Cow::Borrowed(value));
    &'a [u8], value => Value::Blob(Cow::Borrowed(value));
    Vec<u8>, value => Value::Blob(Cow::Owned(value));
    Uuid, value => Value::Uuid(value);
    Timestamp, value => Value::Int(value.as_micros());
    Day, value => Value::Text(Cow::Owned(value.to_string()));
    &'a text::Name, value => Value::Text(Cow::Borrowed(value.as_str()));
    &'a text::Line, value => Value::Text(Cow::Borrowed(value.as_str()));
    &'a text::Words, value => Value::Text(Cow::Borrowed(value.as_str()));
    &'a text::Email, value => Value::Text(Cow::Borrowed(value.as_str()));
    &'a text::Key, value => Value::Text(Cow::Borrowed(value.as_str()));
}

impl<'a, T> From<Option<T>> for Value<'a>
where
    Value<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Value::from)
    }
}

macro_rules! from_ids {
    ($($id:ident),+ $(,)?) => {$(
        impl From<ids::$id> for Value<'_> {
            fn from(id: ids::$id) -> Self {
                Value::Uuid(id.uuid())
            }
        }
    )+};
}

from_ids!(
    UserId,
    TeamId,
    ApiKeyId,
    OrganizationId,
    OrganizationRelationId,
    PersonId,
    EmploymentId,
    TieId,
    ProductId,
    BenefitPointId,
    ProofId,
    PipelineId,
    StageId,
    OpportunityId,
    StageChangeId,
    InteractionId,
    CommitmentId,
    EvidenceId,
    ActivityId,
    ProposalId,
    AskId,
    AlarmId,
    LearningId,
    OutboxId,
);

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Bool(value) => ValueRef::Integer(i64::from(*value)),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Blob(value) => ValueRef::Blob(value),
            Self::Uuid(value) => ValueRef::Blob(value.as_bytes()),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) if *ty == Type::INT4 => i32::try_from(*value)?.to_sql(ty, out),
            Self::Int(value) => value.to_sql(ty, out),
            Self::Real(value) => value.to_sql(ty, out),
            Self::Bool(value) => value.to_sql(ty, out),
            Self::Text(value) => value.as_ref().to_sql(ty, out),
            Self::Blob(value) => value.as_ref().to_sql(ty, out),
            Self::Uuid(value) => {
                out.extend_from_slice(value.as_bytes());
                Ok(IsNull::No)
            }
        }
    }

    // Which type a parameter has is the statement's to say; what is bound to it is checked where
    // the bytes are written.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
