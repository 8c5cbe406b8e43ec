//! A private PostgreSQL: its own folder, its own port, gone when it is dropped.
//!
//! It is fast rather than safe: nothing is flushed to the disk, because nothing in it is worth
//! keeping.

mod installed;

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::process::{Command, Output};

use anyhow::{Context, ensure};
use tempfile::TempDir;

use self::installed::{Account, programs};

/// The environment variable that holds the address of the PostgreSQL that tests may use.
pub const ADDRESS_VARIABLE: &str = "ASSENT_TEST_POSTGRES";

/// A port that was free a moment ago may be taken when the server opens it.
const TRIES: usize = 5;

/// A running server.
#[derive(Debug)]
pub struct Postgres {
    folder: TempDir,
    account: Option<Account>,
    port: u16,
}

impl Postgres {
    /// Sets up a server of the newest PostgreSQL on this machine and starts it.
    ///
    /// # Errors
    /// When none is installed, or it does not start; says what to do.
    pub fn start() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("assent-postgres-").tempdir()?;
        let account = Account::to_run_as()?;
        if let Some(account) = &account {
            chown(folder.path(), Some(account.uid), Some(account.gid))?;
        }
        let mut server = Self { folder, account, port: 0 };
        server.initialise()?;
        for _ in 1..TRIES {
            if server.listen().is_ok() {
                return Ok(server);
            }
        }
        server.listen().map(|()| server)
    }

    /// Where it listens: the database that is always there, as the user who may do everything.
    #[must_use]
    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn initialise(&self) -> anyhow::Result<()> {
        self.run("initdb", |command| {
            command.args(["--username=postgres", "--auth=trust", "--encoding=UTF8"]);
            command.args(["--locale=C.UTF-8", "--no-sync"]);
        })?;
        let mut settings =
            fs::OpenOptions::new().append(true).open(self.folder.path().join("postgresql.conf"))?;
        writeln!(
            settings,
            "listen_addresses = '127.0.0.1'\n\
             unix_socket_directories = '{}'\n\
             max_connections = 300\n\
             fsync = off\n\
             synchronous_commit = off\n\
             full_page_writes = off\n\
             wal_level = minimal\n\
             max_wal_senders = 0\n\
             autovacuum = off\n\
             jit = off",
            self.folder.path().display()
        )?;
        Ok(())
    }

    fn listen(&mut self) -> anyhow::Result<()> {
        self.port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = self.folder.path().join("log");
        let port = format!("--port={}", self.port);
        self.run("pg_ctl", |command| {
            command.args(["start", "--wait", "--silent", "--options", &port]);
            command.arg("--log").arg(&log);
        })
        .with_context(|| fs::read_to_string(&log).unwrap_or_default())
    }

    /// Runs one of PostgreSQL's programs on our folder.
    fn run(&self, program: &str, arguments: impl FnOnce(&mut Command)) -> anyhow::Result<()> {
        let mut command = Command::new(programs()?.join(program));
        command.arg("--pgdata").arg(self.folder.path()).current_dir("/");
        arguments(&mut command);
        if let Some(account) = &self.account {
            account.runs(&mut command);
        }
        let Output { status, stdout, stderr } = command.output()?;
        let said = [stdout, stderr].concat();
        ensure!(status.success(), "{program}: {}", String::from_utf8_lossy(&said).trim());
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // It may never have started, and there is nobody left to tell.
        let _ = self.run("pg_ctl", |command| {
            command.args(["stop", "--mode=immediate", "--silent"]);
        });
    }
}
