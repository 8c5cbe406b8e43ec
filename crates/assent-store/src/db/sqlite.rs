//! SQLite, through rusqlite: prepared statements cached per connection, WAL, durable commits.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{Row, Value};
use crate::StoreError;

/// Statements kept prepared per connection; the store has a few hundred in all.
const CACHED_STATEMENTS: usize = 256;

/// How long a connection waits for another one to finish.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct SqliteConnection {
    connection: Connection,
}

impl SqliteConnection {
    /// Opens the file, creating it when `writable`.
    pub(crate) fn open(path: &Path, writable: bool) -> Result<Self, StoreError> {
        let access = if writable {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        } else {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        };
        let connection =
            Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        // Otherwise a statement is planned anew for each value it is bound to.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
        if writable {
            write_ahead(&connection)?;
            connection.execute_batch("PRAGMA synchronous = FULL;")?;
        }
        connection.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;
             PRAGMA mmap_size = 268435456;",
        )?;
        Ok(Self { connection })
    }

    pub(crate) fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(&numbered(sql))?;
        let mut rows = statement.query(rusqlite::params_from_iter(params))?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read(&Row::Sqlite(row))?);
        }
        Ok(out)
    }

    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(&numbered(sql))?;
        Ok(statement.execute(rusqlite::params_from_iter(params))? as u64)
    }

    pub(crate) fn execute_script(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(sql)?)
    }

    /// Begins a part of the transaction that can be undone by itself.
    pub(crate) fn begin_part(&mut self) -> Result<(), StoreError> {
        // Some errors, such as a full disk, end the whole transaction; a savepoint would then begin
        // a new one, and its end would commit it.
        if self.connection.is_autocommit() {
            return Err(StoreError::CutOff);
        }
        self.execute_script("SAVEPOINT part")
    }

    /// Undoes the transaction, if one is still open: some errors have already ended it.
    pub(crate) fn roll_back(&mut self) -> Result<(), StoreError> {
        if self.connection.is_autocommit() { Ok(()) } else { self.execute_script("ROLLBACK") }
    }
}

/// Switches a new file to write-ahead logging. Of several connections that do so at once SQLite turns
/// all but one away without waiting, lest they wait for one another.
fn write_ahead(connection: &Connection) -> Result<(), rusqlite::Error> {
    const PAUSE: Duration = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match connection.execute_batch("PRAGMA journal_mode = WAL;") {
            Err(error) if is_busy(&error) && waited < PATIENCE => std::thread::sleep(PAUSE),
            done => return done,
        }
        waited += PAUSE;
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    matches!(error.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked))
}

/// `$1` is a named parameter to SQLite; `?1` is the first one.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}
