//! A house under test: one store on a database of its own, a clock that stands still, and dice
//! that fall the same way each time.

mod drafts;

use std::sync::{Mutex, PoisonError};

use assent_domain::ids;
use assent_domain::permission::{Action, Noun, Sight, Viewer};
use assent_domain::time::{Clock, Day, StoppedClock, Timestamp};
use assent_store::{Db, Store, StoreError, users};
use rand::SeedableRng;
use rand::rngs::StdRng;
use uuid::Uuid;

pub use self::drafts::{Draft, Insert};
use crate::database::{Database, Kind};

/// When every test begins: 2026-11-23, noon.
const MORNING: Timestamp = Timestamp::from_micros(1_795_435_200_000_000);

/// A store with clock and dice. Builders for what it holds are named after the nouns.
#[derive(Debug)]
pub struct House {
    // Fields drop in order: the connections before the database they lead to.
    store: Opened,
    database: Database,
    clock: StoppedClock,
    dice: Mutex<StdRng>,
}

struct Opened(Store);

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// A house on SQLite.
#[must_use]
pub fn sqlite() -> House {
    House::on(Database::migrated(Kind::Sqlite))
}

/// A house on PostgreSQL.
#[must_use]
pub fn postgres() -> House {
    House::on(Database::migrated(Kind::Postgres))
}

/// A house on a SQLite file without a schema.
#[must_use]
pub fn empty_sqlite() -> House {
    House::on(Database::empty(Kind::Sqlite))
}

/// A house on a PostgreSQL database without a schema.
#[must_use]
pub fn empty_postgres() -> House {
    House::on(Database::empty(Kind::Postgres))
}

impl House {
    /// A house on this database.
    #[must_use]
    pub fn on(database: Database) -> Self {
        let store = another_store(&database);
        let dice = Mutex::new(StdRng::seed_from_u64(20_261_123));
        Self { store: Opened(store), database, clock: StoppedClock::at(MORNING), dice }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store.0
    }

    /// A second store on the same database, as another node or process would have it.
    #[must_use]
    pub fn another_store(&self) -> Store {
        another_store(&self.database)
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now().date().into()
    }

    /// Lets time pass.
    pub fn pass_seconds(&self, seconds: i64) {
        self.clock.set(self.now().plus_seconds(seconds));
    }

    /// A new identifier.
    pub fn mint<I: From<Uuid>>(&self) -> I {
        let mut dice = self.dice.lock().unwrap_or_else(PoisonError::into_inner);
        ids::mint(self.now(), &mut *dice)
    }

    /// Reads, which must go well.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn read<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        match self.store().read_blocking(work) {
            Ok(value) => value,
            Err(error) => panic!("reading failed: {error:?}"),
        }
    }

    /// Writes, which must go well.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn write<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        match self.try_write(work) {
            Ok(value) => value,
            Err(error) => panic!("writing failed: {error:?}"),
        }
    }

    /// Writes, which may be refused.
    ///
    /// # Errors
    /// Whatever `work` or the commit reports.
    pub fn try_write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store().write_blocking(work)
    }

    /// A user as one who asks.
    ///
    /// # Panics
    /// When there is no such user.
    #[track_caller]
    pub fn viewer(&self, user: ids::UserId) -> Viewer {
        let viewer = self.read(|db| users::as_viewer(db, user));
        viewer.unwrap_or_else(|| panic!("no such user: {user}"))
    }

    /// What a user may look at.
    #[track_caller]
    pub fn sight(&self, user: ids::UserId, noun: Noun) -> Sight {
        self.viewer(user).sight(noun, Action::Read)
    }
}

fn another_store(database: &Database) -> Store {
    Store::open_as_it_is(database.address()).unwrap_or_else(|error| panic!("no store: {error}"))
}
