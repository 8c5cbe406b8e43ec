//! One database connection, SQLite or PostgreSQL, behind one small set of calls.
//!
//! Every statement of the store is written once, in the SQL both understand, with `$1`, `$2` …
//! for its parameters. What differs (full-text search, serial numbers, row locks) asks for the
//! [`Dialect`] in the one place where it differs.
//!
//! Calls block. The store runs them on threads that may, see [`crate::Store`].

mod postgres;
mod row;
mod sqlite;
mod value;

pub(crate) use self::postgres::PostgresConnection;
pub(crate) use self::row::Row;
pub(crate) use self::sqlite::SqliteConnection;
pub(crate) use self::value::{Value, params};
use crate::StoreError;

/// Which SQL is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite 3.
    Sqlite,
    /// PostgreSQL 13 or later.
    Postgres,
}

/// A connection in use: by one reader, or by one writer inside a transaction.
#[derive(Debug)]
pub struct Db {
    inner: Inner,
    writing: bool,
}

#[derive(Debug)]
enum Inner {
    Sqlite(SqliteConnection),
    Postgres(Box<PostgresConnection>),
}

impl Db {
    pub(crate) fn sqlite(connection: SqliteConnection) -> Self {
        Self { inner: Inner::Sqlite(connection), writing: false }
    }

    pub(crate) fn postgres(connection: PostgresConnection) -> Self {
        Self { inner: Inner::Postgres(Box::new(connection)), writing: false }
    }

    /// Which SQL this connection speaks.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::Sqlite(_) => Dialect::Sqlite,
            Inner::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Whether a transaction is under way, so that what is seen may be undone yet.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.writing
    }

    /// All rows of a query, each read by `read`.
    pub(crate) fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.query(sql, params, read),
            Inner::Postgres(connection) => connection.query(sql, params, read),
        }
    }

    /// The first row of a query, if there is one.
    pub(crate) fn query_first<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.query(sql, params, read).map(|rows| rows.into_iter().next())
    }

    /// Runs a statement and says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute(sql, params),
            Inner::Postgres(connection) => connection.execute(sql, params),
        }
    }

    /// Runs a statement whose outcome the caller does not look at.
    ///
    /// On PostgreSQL it waits until the next query or the commit and travels with it, which saves
    /// a round trip; a failure shows there. On SQLite it runs at once.
    pub(crate) fn execute_later(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
    ) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute(sql, params).map(|_| ()),
            Inner::Postgres(connection) => connection.execute_later(sql, params),
        }
    }

    /// Runs several statements without parameters, separated by semicolons.
    pub(crate) fn execute_script(&mut self, sql: &str) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute_script(sql),
            Inner::Postgres(connection) => connection.execute_script(sql),
        }
    }

    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        self.writing = true;
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute_script("BEGIN IMMEDIATE"),
            Inner::Postgres(connection) => {
                connection.begin_later();
                Ok(())
            }
        }
    }

    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        self.writing = false;
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute_script("COMMIT"),
            Inner::Postgres(connection) => connection.commit(),
        }
    }

    pub(crate) fn roll_back(&mut self) -> Result<(), StoreError> {
        self.writing = false;
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.roll_back(),
            Inner::Postgres(connection) => connection.roll_back(),
        }
    }

    /// Runs `work` as a part of the transaction that is undone by itself when it fails, so that the
    /// rest can go on: for batches that report item by item.
    ///
    /// # Errors
    /// Whatever `work` reports, after its part has been undone.
    pub fn attempt<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.begin_part()?;
        let outcome = work(self).and_then(|value| Ok(self.end_part().map(|()| value)?));
        if outcome.is_err() {
            // The first failure is the one worth reporting. Where the part cannot be undone, the
            // transaction is lost, which whatever comes next will find.
            let _ = self.undo_part();
        }
        outcome
    }

    fn begin_part(&mut self) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.begin_part(),
            Inner::Postgres(connection) => {
                connection.begin_part();
                Ok(())
            }
        }
    }

    fn end_part(&mut self) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute_script("RELEASE SAVEPOINT part"),
            Inner::Postgres(connection) => connection.end_part(),
        }
    }

    fn undo_part(&mut self) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                connection.execute_script("ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part")
            }
            Inner::Postgres(connection) => connection.undo_part(),
        }
    }

    /// Whether a connection that lay idle can still be used.
    pub(crate) fn is_still_there(&mut self) -> bool {
        match &mut self.inner {
            Inner::Sqlite(_) => true,
            Inner::Postgres(connection) => connection.is_still_there(),
        }
    }

    /// Lets the database know how large its tables have become.
    ///
    /// PostgreSQL plans a query by the size that a table had when it was last looked at, and keeps
    /// the plan. Within a long transaction nobody else looks, and what was right for an empty table
    /// would read a full one from end to end. SQLite plans by its indexes alone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn refresh_statistics(&mut self) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(_) => Ok(()),
            Inner::Postgres(connection) => connection.execute_script("ANALYZE (SKIP_LOCKED)"),
        }
    }

    /// Whether the connection is of no further use.
    pub(crate) fn is_broken(&self) -> bool {
        match &self.inner {
            Inner::Sqlite(_) => false,
            Inner::Postgres(connection) => connection.is_broken(),
        }
    }
}
