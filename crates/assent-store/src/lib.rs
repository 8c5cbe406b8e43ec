//! SQL and nothing else: the schema, the queries, full-text search, the journal and the outbox.
//!
//! [`Store`] is a database, SQLite or PostgreSQL. Its work is done by plain blocking functions that
//! take a [`Db`]: a connection for reading, or one inside a transaction for writing. They are
//! handed to [`Store::read`] and [`Store::write`], which run them on a thread that may block.
//!
//! Rows are private. A function returns the domain's type or says which row it could not read.
//! Whoever reads rows that belong to somebody hands in a `Sight`; it becomes part of the query.

pub mod acquaintances;
pub mod activities;
pub mod advice;
pub mod alarms;
pub mod asks;
pub mod beliefs;
pub mod benefit_points;
pub mod completeness;
pub mod control;
mod db;
mod error;
pub mod idempotency;
pub mod indicators;
pub mod installation;
pub mod interactions;
pub mod journal;
pub mod learnings;
pub mod lessons;
mod migrate;
pub mod model_versions;
mod named;
pub mod opportunities;
pub mod organizations;
pub mod outbox;
mod page;
pub mod people;
pub mod pipelines;
mod pool;
pub mod products;
pub mod proof;
pub mod record;
mod records;
pub mod search;
mod sql;
pub mod stakeholders;
pub mod users;
pub mod withheld;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use crate::db::{Db, Dialect};
use crate::db::{PostgresConnection, SqliteConnection};
pub use crate::error::StoreError;
pub use crate::migrate::{Applied, schema_fingerprint};
pub use crate::page::{Cursor, MOST_ROWS, NotACursor, Page, PageRequest, USUAL_ROWS};
use crate::pool::Pool;
pub use crate::record::{Meta, Record, Stored};

/// Readers at work at the same time, at most.
const READERS: usize = 8;
/// PostgreSQL writers at work at the same time, at most. SQLite has one.
const WRITERS: usize = 8;

/// Where the data lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    File(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

impl Address {
    /// Reads `postgres://…` or `postgresql://…` as PostgreSQL and anything else as a file's path.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Postgres(text.to_owned())
        } else {
            Self::File(PathBuf::from(text.strip_prefix("sqlite://").unwrap_or(text)))
        }
    }
}

/// A database. Cloning it is cheap and shares the connections.
#[derive(Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

struct Shared {
    address: Address,
    readers: Pool,
    writers: Pool,
    /// Counts commits, so that a waiter who looks away misses none.
    commits: tokio::sync::watch::Sender<u64>,
}

impl Store {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// When the database cannot be reached, or was written by a newer program.
    pub fn open(address: Address) -> Result<Self, StoreError> {
        let store = Self::open_as_it_is(address)?;
        store.migrate()?;
        Ok(store)
    }

    /// Opens the database without touching its schema.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub fn open_as_it_is(address: Address) -> Result<Self, StoreError> {
        let (readers, writers) = match address.clone() {
            Address::File(path) => {
                let for_readers = path.clone();
                (
                    Pool::new(READERS, move || open_sqlite(&for_readers, false)),
                    Pool::new(1, move || open_sqlite(&path, true)),
                )
            }
            Address::Postgres(url) => {
                let for_readers = url.clone();
                (
                    Pool::new(READERS, move || open_postgres(&for_readers)),
                    Pool::new(WRITERS, move || open_postgres(&url)),
                )
            }
        };
        let commits = tokio::sync::watch::Sender::new(0);
        Ok(Self { shared: Arc::new(Shared { address, readers, writers, commits }) })
    }

    /// Brings the schema up to date and says which steps that took.
    ///
    /// # Errors
    /// When the database cannot be reached, or was written by a newer program.
    pub fn migrate(&self) -> Result<Vec<Applied>, StoreError> {
        self.shared.writers.with(migrate::run)
    }

    /// Where the data lies.
    #[must_use]
    pub fn address(&self) -> &Address {
        &self.shared.address
    }

    /// Runs `work` on a reader, on this thread.
    ///
    /// # Errors
    /// Whatever `work` reports, or that no connection can be had.
    pub fn read_blocking<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        self.shared.readers.with(work)
    }

    /// Runs `work` in one transaction, on this thread: committed when it returns `Ok`, undone
    /// otherwise.
    ///
    /// # Errors
    /// Whatever `work` or the commit reports.
    pub fn write_blocking<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        let result = self.shared.writers.with(|db| in_transaction(db, work));
        if result.is_ok() {
            self.announce_commit();
        }
        result
    }

    /// Runs `work`, a few quick queries, on a reader. A thread that may block takes it up, unless
    /// the database is a file and a reader lies idle: the answer is then sooner there than the
    /// other thread.
    ///
    /// # Errors
    /// Whatever `work` reports, or that no connection can be had.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if let Address::Postgres(_) = self.shared.address {
            return self.read_at_length(work).await;
        }
        match self.shared.readers.with_idle(work) {
            Ok(result) => result,
            Err(work) => self.read_at_length(work).await,
        }
    }

    /// Runs `work`, which computes for longer than it reads, on a thread that may block.
    ///
    /// # Errors
    /// Whatever `work` reports, or that no connection can be had.
    pub async fn read_at_length<T, E>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        let task = tokio::task::spawn_blocking(move || store.read_blocking(work));
        task.await.unwrap_or_else(|_| Err(StoreError::CutOff.into()))
    }

    /// Runs `work` in one transaction, on a thread that may block.
    ///
    /// # Errors
    /// Whatever `work` or the commit reports.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        let task = tokio::task::spawn_blocking(move || store.write_blocking(work));
        task.await.unwrap_or_else(|_| Err(StoreError::CutOff.into()))
    }

    /// A receiver that changes with every commit: on SQLite with those of this process, on
    /// PostgreSQL with those of every node, once [`Store::relay_commits_blocking`] runs.
    #[must_use]
    pub fn commits(&self) -> tokio::sync::watch::Receiver<u64> {
        self.shared.commits.subscribe()
    }

    /// On PostgreSQL: listens for the commits of all nodes and passes them on, until the connection
    /// breaks or nobody but this thread holds the store any more. On SQLite it returns at once.
    ///
    /// # Errors
    /// When the connection cannot be had or breaks.
    pub fn relay_commits_blocking(&self) -> Result<(), StoreError> {
        let Address::Postgres(url) = &self.shared.address else { return Ok(()) };
        let mut listener = PostgresConnection::connect(url)?;
        listener.execute_script("LISTEN assent_journal")?;
        while Arc::strong_count(&self.shared) > 1 {
            if listener.wait_for_notification(Duration::from_secs(1))? {
                self.announce_commit();
            }
        }
        Ok(())
    }

    fn announce_commit(&self) {
        self.shared.commits.send_modify(|count| *count += 1);
    }
}

fn in_transaction<T, E: From<StoreError>>(
    db: &mut Db,
    work: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    db.begin()?;
    let result = work(db).and_then(|value| Ok(db.commit().map(|()| value)?));
    if result.is_err() {
        // The first error is the one worth reporting; a connection that cannot even roll back is
        // found broken by its next user.
        let _ = db.roll_back();
    }
    result
}

fn open_sqlite(path: &Path, writable: bool) -> Result<Db, StoreError> {
    SqliteConnection::open(path, writable).map(Db::sqlite)
}

fn open_postgres(url: &str) -> Result<Db, StoreError> {
    PostgresConnection::connect(url).map(Db::postgres)
}
