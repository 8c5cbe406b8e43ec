//! What can go wrong with a database, as far as a caller can do something about it.

use thiserror::Error;

/// A failure of the store.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A value that must be unique is there already.
    #[error("{table}.{column} is taken")]
    Taken {
        /// The table.
        table: String,
        /// The column, or the first of several.
        column: String,
    },
    /// A row was found that does not read as what it should be.
    #[error("a row of {table} cannot be read: {why}")]
    BadRow {
        /// Where it lies, with its id where one is known.
        table: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// The database was written by a newer program.
    #[error("the database has schema version {found}, this program knows up to {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Highest version this program has.
        known: i64,
    },
    /// The address of the database is not understood.
    #[error("{0}")]
    BadAddress(String),
    /// SQLite said no.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
    /// PostgreSQL said no, or is gone.
    #[error("PostgreSQL: {}", in_full(.0))]
    Postgres(tokio_postgres::Error),
    /// The thread that worked for us is gone.
    #[error("the work was cut off")]
    CutOff,
}

/// The driver's error says “db error” and keeps the server's words to itself.
fn in_full(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => format!("{} ({})", db.message(), db.code().code()),
        None => error.to_string(),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let message = error.to_string();
        let unique = message.split_once("UNIQUE constraint failed: ").map(|(_, columns)| columns);
        match unique.and_then(first_column) {
            Some((table, column)) => Self::Taken { table, column },
            None => Self::Sqlite(error),
        }
    }
}

/// `person.key, person.team_id` → (`person`, `key`).
fn first_column(columns: &str) -> Option<(String, String)> {
    let (table, column) = columns.split(',').next()?.trim().split_once('.')?;
    Some((table.to_owned(), column.to_owned()))
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        let taken = error
            .as_db_error()
            .filter(|db| *db.code() == tokio_postgres::error::SqlState::UNIQUE_VIOLATION)
            .and_then(|db| Some((db.table()?.to_owned(), key_column(db.detail()?)?)));
        match taken {
            Some((table, column)) => Self::Taken { table, column },
            None => Self::Postgres(error),
        }
    }
}

/// `Key (external_key, team)=(x, y) already exists.` → `external_key`. The words around the brackets
/// are in the server's language.
fn key_column(detail: &str) -> Option<String> {
    let (columns, _) = detail.split_once('(')?.1.split_once(")=(")?;
    columns.split(',').next().map(|column| column.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_is_found_in_whatever_language_the_server_speaks() {
        let details = [
            "Key (external_key)=(a) already exists.",
            "Key (external_key, team_id)=(a)=(b, 7) already exists.",
            "键值\"(external_key)=(x)\" 已经存在",
            "Schlüssel »(external_key)=(x)« existiert bereits.",
        ];
        for detail in details {
            assert_eq!(key_column(detail).as_deref(), Some("external_key"), "{detail}");
        }
    }
}
