//! Reading a row by position: the two drivers' rows behind one set of getters.

use std::fmt::Display;
use std::str::FromStr;

use assent_domain::time::{Day, Timestamp};
use rusqlite::types::ValueRef;
use tokio_postgres::types::{FromSql, Type, accepts};
use uuid::Uuid;

use crate::StoreError;

/// A row of a result, under the reader's eyes.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// A UUID as PostgreSQL sends it: sixteen bytes.
struct Sixteen(Uuid);

impl<'a> FromSql<'a> for Sixteen {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(Uuid::from_slice(raw)?))
    }

    accepts!(UUID);
}

impl Row<'_> {
    pub(crate) fn opt_int(&self, at: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    pub(crate) fn int(&self, at: usize) -> Result<i64, StoreError> {
        self.opt_int(at).and_then(|value| present(value, at))
    }

    pub(crate) fn opt_real(&self, at: usize) -> Result<Option<f64>, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    pub(crate) fn real(&self, at: usize) -> Result<f64, StoreError> {
        self.opt_real(at).and_then(|value| present(value, at))
    }

    pub(crate) fn bool(&self, at: usize) -> Result<bool, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    pub(crate) fn opt_blob(&self, at: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    pub(crate) fn blob(&self, at: usize) -> Result<Vec<u8>, StoreError> {
        self.opt_blob(at).and_then(|value| present(value, at))
    }

    pub(crate) fn opt_str(&self, at: usize) -> Result<Option<&str>, StoreError> {
        match self {
            Self::Sqlite(row) => match row.get_ref(at)? {
                ValueRef::Null => Ok(None),
                value => value.as_str().map(Some).map_err(|error| bad(at, &error)),
            },
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    pub(crate) fn str(&self, at: usize) -> Result<&str, StoreError> {
        self.opt_str(at).and_then(|value| present(value, at))
    }

    /// A text that parses: a checked text, a word of a vocabulary, a day, a currency.
    pub(crate) fn text<T: FromStr<Err: Display>>(&self, at: usize) -> Result<T, StoreError> {
        self.str(at)?.parse().map_err(|error| bad(at, &error))
    }

    pub(crate) fn opt_text<T: FromStr<Err: Display>>(
        &self,
        at: usize,
    ) -> Result<Option<T>, StoreError> {
        self.opt_str(at)?.map(|text| text.parse().map_err(|error| bad(at, &error))).transpose()
    }

    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self, at: usize) -> Result<T, StoreError> {
        serde_json::from_str(self.str(at)?).map_err(|error| bad(at, &error))
    }

    pub(crate) fn opt_id<I: From<Uuid>>(&self, at: usize) -> Result<Option<I>, StoreError> {
        let uuid = match self {
            Self::Sqlite(row) => match row.get_ref(at)? {
                ValueRef::Null => None,
                ValueRef::Blob(bytes) => {
                    Some(Uuid::from_slice(bytes).map_err(|error| bad(at, &error))?)
                }
                _ => return Err(bad(at, &"no identifier")),
            },
            Self::Postgres(row) => row.try_get::<_, Option<Sixteen>>(at)?.map(|id| id.0),
        };
        Ok(uuid.map(I::from))
    }

    pub(crate) fn id<I: From<Uuid>>(&self, at: usize) -> Result<I, StoreError> {
        self.opt_id(at).and_then(|value| present(value, at))
    }

    pub(crate) fn opt_time(&self, at: usize) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.opt_int(at)?.map(Timestamp::from_micros))
    }

    pub(crate) fn time(&self, at: usize) -> Result<Timestamp, StoreError> {
        self.int(at).map(Timestamp::from_micros)
    }

    pub(crate) fn opt_day(&self, at: usize) -> Result<Option<Day>, StoreError> {
        self.opt_text(at)
    }
}

fn present<T>(value: Option<T>, at: usize) -> Result<T, StoreError> {
    value.ok_or_else(|| bad(at, &"is null"))
}

fn bad(at: usize, why: &dyn Display) -> StoreError {
    StoreError::BadRow { table: "a result", why: format!("column {at}: {why}") }
}
