//! One test's own database: a SQLite file in a folder of its own, or a PostgreSQL database copied
//! from a migrated template. It is gone when it is dropped, also when the test panics.

use std::sync::atomic::{AtomicU32, Ordering};

use assent_store::{Address, Store};
use postgres::{Client, NoTls};
use tempfile::TempDir;

use crate::postgres::ADDRESS_VARIABLE;

/// Which sort of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A SQLite file.
    Sqlite,
    /// A database on the PostgreSQL of the test run.
    Postgres,
}

/// The migrated database that others are copied from.
const TEMPLATE: &str = "assent_template";
/// Any number, as long as every test takes the same: who holds it may make the template.
const TEMPLATE_LOCK: i64 = 7_274_736_862;

/// A database that only this test uses.
#[derive(Debug)]
pub struct Database {
    kind: Kind,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder(TempDir),
    Server { address: String, name: String },
}

impl Database {
    /// A database without a schema.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => Self { kind, place: Place::Folder(folder()) },
            Kind::Postgres => Self::on_server("template0"),
        }
    }

    /// A database with today's schema and nothing in it.
    #[must_use]
    pub fn migrated(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => {
                let database = Self::empty(kind);
                migrate(database.address());
                database
            }
            Kind::Postgres => Self::on_server(&make_template(&server_address())),
        }
    }

    /// A database with what another holds. On PostgreSQL nobody may be connected to that one.
    ///
    /// # Panics
    /// When the database cannot be copied.
    #[must_use]
    pub fn copied(&self) -> Self {
        match &self.place {
            Place::Folder(_) => {
                let copy = Self::empty(self.kind);
                if let Address::File(path) = copy.address() {
                    self.meddle(&format!("VACUUM INTO '{}'", path.display()));
                }
                copy
            }
            Place::Server { name, .. } => Self::on_server(name),
        }
    }

    fn on_server(template: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("assent_test_{}_{number}", std::process::id());
        let address = server_address();
        let mut server = connect(&address);
        // A test that was killed leaves its database behind, and its process number comes again.
        must(&mut server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        must(&mut server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        Self { kind: Kind::Postgres, place: Place::Server { address, name } }
    }

    /// Which sort it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it is; several stores may be opened on it, as several nodes would.
    #[must_use]
    pub fn address(&self) -> Address {
        match &self.place {
            Place::Folder(folder) => Address::File(folder.path().join("assent.db")),
            Place::Server { address, name } => Address::Postgres(beside(address, name)),
        }
    }

    /// Runs SQL behind the store's back, for what no function of ours would do.
    ///
    /// # Panics
    /// When the database refuses it.
    pub fn meddle(&self, sql: &str) {
        match self.address() {
            Address::File(path) => {
                let connection = rusqlite::Connection::open(path).and_then(|connection| {
                    connection.busy_timeout(crate::PATIENCE)?;
                    connection.execute_batch(sql)
                });
                connection.unwrap_or_else(|error| panic!("SQLite: {sql}: {error}"));
            }
            Address::Postgres(address) => must(&mut connect(&address), sql),
        }
    }

    /// Cuts every connection to it and waits until they are gone. SQLite has none.
    pub fn cut_connections(&self) {
        if self.kind == Kind::Postgres {
            self.meddle(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            );
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server { address, name } = &self.place
            && let Ok(mut server) = Client::connect(address, NoTls)
        {
            // The server is thrown away after the run; this only keeps it small meanwhile.
            let _ = server.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// A folder in memory where the system has one: hundreds of tests need not wait for the disk.
fn folder() -> TempDir {
    let mut builder = tempfile::Builder::new();
    builder.prefix("assent-test-");
    let folder = builder.tempdir_in("/dev/shm").or_else(|_| builder.tempdir());
    folder.unwrap_or_else(|error| panic!("no folder for a test database: {error}"))
}

fn server_address() -> String {
    std::env::var(ADDRESS_VARIABLE).unwrap_or_else(|_| {
        panic!("this test needs a PostgreSQL: run `bin/test rust`, which starts one")
    })
}

/// The address of another database on the same server.
fn beside(address: &str, name: &str) -> String {
    let (server, _) = address.rsplit_once('/').unwrap_or((address, ""));
    format!("{server}/{name}")
}

/// Makes the template unless another test already has, and says what it is called.
fn make_template(address: &str) -> String {
    // A server may be shared by versions of the program with other schemas.
    let template = format!("{TEMPLATE}_{:x}", assent_store::schema_fingerprint());
    let mut server = connect(address);
    must(&mut server, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"));
    let found = server
        .query("SELECT 1 FROM pg_database WHERE datname = $1", &[&template])
        .unwrap_or_else(|error| panic!("PostgreSQL: {error}"));
    if found.is_empty() {
        // Under another name until it is whole, lest a failure leave half a template.
        must(&mut server, &format!("DROP DATABASE IF EXISTS {template}_half WITH (FORCE)"));
        must(&mut server, &format!("CREATE DATABASE {template}_half TEMPLATE template0"));
        migrate(Address::Postgres(beside(address, &format!("{template}_half"))));
        must(&mut server, &format!("ALTER DATABASE {template}_half RENAME TO {template}"));
    }
    template
}

fn migrate(address: Address) {
    if let Err(error) = Store::open(address) {
        panic!("a new database cannot be migrated: {error}");
    }
}

fn connect(address: &str) -> Client {
    Client::connect(address, NoTls).unwrap_or_else(|error| {
        panic!("no PostgreSQL at {ADDRESS_VARIABLE}={address}: {error}; run `bin/test rust`")
    })
}

fn must(client: &mut Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql) {
        panic!("PostgreSQL: {sql}: {error:?}");
    }
}
