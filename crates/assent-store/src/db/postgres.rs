//! PostgreSQL, through tokio-postgres, driven on the calling thread.
//!
//! The connection's socket is polled by the thread that waits for its answer, so a query costs no
//! change of thread. Statements whose outcome nobody looks at are held back and sent together with
//! the next query or the commit, in one round trip; rows added one by one go as statements that add
//! many.

mod flight;
mod held_back;
mod inserts;

use std::collections::HashMap;
use std::future::poll_fn;
use std::ops::Deref;
use std::pin::{Pin, pin};
use std::str::FromStr;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio_postgres::tls::NoTlsStream;
use tokio_postgres::types::ToSql;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, Error, NoTls, Socket, Statement};

use self::flight::{Order, in_order, send_all};
use self::held_back::{HeldBack, Item};
use self::inserts::Insert;
use super::{Row, Value};
use crate::StoreError;

/// How queries are to be planned. PostgreSQL takes it that a page read out of order costs four times
/// one read in order, as on disks with a head, and so reads a table from end to end for a few hundred
/// of its rows. And compiling pays for queries far longer than ours.
const SETTINGS: &str = "SET random_page_cost = 1.1; SET jit = off";

pub(crate) struct PostgresConnection {
    // Fields drop in order: the client before the runtime that its socket is registered with.
    client: Client,
    wire: Wire,
    runtime: EventLoop,
    statements: HashMap<String, Statement>,
    /// Statements that add a row, by their text; nothing for all others.
    inserts: HashMap<String, Option<Arc<Insert>>>,
    held_back: HeldBack,
    in_transaction: bool,
    /// Parts of the transaction under way, one inside the other.
    parts: usize,
}

/// The event loop that a connection turns on the calling thread. It runs nothing by itself, so it may
/// be dropped anywhere, also where blocking is forbidden.
struct EventLoop(Option<Runtime>);

impl Deref for EventLoop {
    type Target = Runtime;

    fn deref(&self) -> &Runtime {
        match &self.0 {
            Some(runtime) => runtime,
            None => unreachable!("it is there until it is dropped"),
        }
    }
}

impl Drop for EventLoop {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// The socket's side of the connection, which must be polled for anything to move.
struct Wire {
    connection: Pin<Box<Connection<Socket, NoTlsStream>>>,
    notified: bool,
    broken: bool,
    /// Whether something went wrong since the transaction, or the failed part of it, began.
    failed: bool,
}

impl std::fmt::Debug for PostgresConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresConnection").field("held_back", &self.held_back.len()).finish()
    }
}

impl PostgresConnection {
    /// Connects to a `postgres://` address.
    pub(crate) fn connect(address: &str) -> Result<Self, StoreError> {
        let mut config = Config::from_str(address)?;
        config.application_name("assent").connect_timeout(Duration::from_secs(10));
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::BadAddress(format!("no event loop: {error}")))?;
        let (client, connection) = runtime.block_on(config.connect(NoTls))?;
        let mut connected = Self {
            client,
            wire: Wire {
                connection: Box::pin(connection),
                notified: false,
                broken: false,
                failed: false,
            },
            runtime: EventLoop(Some(runtime)),
            statements: HashMap::new(),
            inserts: HashMap::new(),
            held_back: HeldBack::default(),
            in_transaction: false,
            parts: 0,
        };
        connected.execute_script(SETTINGS)?;
        Ok(connected)
    }

    pub(crate) fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let statement = self.prepare(sql)?;
        let bound: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        let held_back = self.gathered()?;
        let before = send_all(&self.client, &held_back);
        let query = self.client.query(&statement, &bound);
        let rows = self.wire.wait(&self.runtime, in_order(before, query))?;
        rows.iter().map(|row| read(&Row::Postgres(row))).collect()
    }

    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, StoreError> {
        if self.in_transaction { self.run(sql, params) } else { self.run_for_reading(sql, params) }
    }

    /// Outside of a transaction nothing is written, as SQLite's readers cannot either; the server
    /// says so in its own words.
    fn run_for_reading(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, StoreError> {
        self.execute_script("BEGIN READ ONLY")?;
        let outcome = self.run(sql, params);
        self.execute_script("ROLLBACK")?;
        outcome
    }

    fn run(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, StoreError> {
        let statement = self.prepare(sql)?;
        let bound: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        let held_back = self.gathered()?;
        let before = send_all(&self.client, &held_back);
        let execute = self.client.execute(&statement, &bound);
        Ok(self.wire.wait(&self.runtime, in_order(before, execute))?)
    }

    pub(crate) fn execute_later(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
    ) -> Result<(), StoreError> {
        if !self.in_transaction {
            return self.execute(sql, params).map(|_| ());
        }
        let params = params.iter().cloned().map(Value::into_owned).collect();
        match self.insert(sql) {
            Some(insert) => self.held_back.row((insert, params)),
            None => {
                let statement = self.prepare(sql)?;
                self.held_back.statement(statement, params);
            }
        }
        if self.held_back.is_much() { self.flush() } else { Ok(()) }
    }

    fn insert(&mut self, sql: &str) -> Option<Arc<Insert>> {
        if let Some(known) = self.inserts.get(sql) {
            return known.clone();
        }
        let insert = Insert::read(sql).map(Arc::new);
        self.inserts.insert(sql.to_owned(), insert.clone());
        insert
    }

    /// What was held back, as it is sent: rows between two other statements gathered.
    fn gathered(&mut self) -> Result<Vec<Order>, StoreError> {
        let (mut orders, mut rows) = (Vec::new(), Vec::new());
        for item in self.held_back.take() {
            let order = match item {
                Item::Row(row) => {
                    rows.push(row);
                    continue;
                }
                Item::Command(text) => Order::Command(text),
                Item::Statement(statement, params) => Order::Statement(statement, params),
            };
            self.gather(std::mem::take(&mut rows), &mut orders)?;
            orders.push(order);
        }
        self.gather(rows, &mut orders)?;
        Ok(orders)
    }

    fn gather(
        &mut self,
        rows: Vec<held_back::Row>,
        orders: &mut Vec<Order>,
    ) -> Result<(), StoreError> {
        for (sql, params) in inserts::gather(rows) {
            orders.push(Order::Statement(self.prepare_now(&sql)?, params));
        }
        Ok(())
    }

    pub(crate) fn execute_script(&mut self, sql: &str) -> Result<(), StoreError> {
        self.flush()?;
        Ok(self.wire.wait(&self.runtime, self.client.batch_execute(sql))?)
    }

    pub(crate) fn begin_later(&mut self) {
        self.held_back.command("BEGIN");
        self.in_transaction = true;
        self.wire.failed = false;
        self.parts = 0;
    }

    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        if self.wire.failed {
            // A failed transaction answers COMMIT by rolling back and calls that a success. Any
            // other command makes it say what is wrong.
            self.execute_script("SAVEPOINT whole")?;
        }
        // A transaction that did nothing needs no word to the server.
        if self.held_back.is_only("BEGIN") {
            self.held_back.take();
        } else {
            self.held_back.command("COMMIT");
            self.flush()?;
        }
        self.in_transaction = false;
        Ok(())
    }

    pub(crate) fn roll_back(&mut self) -> Result<(), StoreError> {
        self.held_back.take();
        if std::mem::take(&mut self.in_transaction) {
            self.wire.wait(&self.runtime, self.client.batch_execute("ROLLBACK"))?;
        }
        Ok(())
    }

    /// Begins a part of the transaction that can be undone by itself.
    pub(crate) fn begin_part(&mut self) {
        // Each depth has a name of its own: undoing the outer part must not find the inner one,
        // whose end may still be held back.
        self.parts += 1;
        self.held_back.command(self.savepoint());
    }

    /// Ends the part for good. What it held back is run before, so that its failures show here.
    pub(crate) fn end_part(&mut self) -> Result<(), StoreError> {
        self.flush()?;
        self.held_back.command(format!("RELEASE {}", self.savepoint()));
        self.parts -= 1;
        Ok(())
    }

    /// Undoes the part, and only the part.
    pub(crate) fn undo_part(&mut self) -> Result<(), StoreError> {
        let savepoint = self.savepoint();
        self.parts -= 1;
        // What is held back from before the part must still run; only what came after goes.
        if self.held_back.forget_from(&savepoint) {
            return Ok(());
        }
        self.held_back.take();
        self.execute_script(&format!("ROLLBACK TO {savepoint}; RELEASE {savepoint}"))?;
        self.wire.failed = false;
        Ok(())
    }

    /// The command that begins the innermost part; what follows `RELEASE` or `ROLLBACK TO` to end
    /// it is the same text.
    fn savepoint(&self) -> String {
        format!("SAVEPOINT part_{}", self.parts)
    }

    /// Waits up to `patience` for a notification on a channel this connection listens to.
    pub(crate) fn wait_for_notification(&mut self, patience: Duration) -> Result<bool, StoreError> {
        let wire = &mut self.wire;
        let notified = poll_fn(|cx| {
            wire.turn(cx)?;
            if std::mem::take(&mut wire.notified) {
                Poll::Ready(Ok::<_, Error>(()))
            } else {
                Poll::Pending
            }
        });
        match self.runtime.block_on(async { tokio::time::timeout(patience, notified).await }) {
            Ok(outcome) => Ok(outcome.map(|()| true)?),
            Err(_) => Ok(false),
        }
    }

    /// Whether the other end is still there, as far as can be told without asking it: a server that
    /// went away has left word of it.
    pub(crate) fn is_still_there(&mut self) -> bool {
        let wire = &mut self.wire;
        let looked = self.runtime.block_on(async {
            // Yielding lets the event loop notice what has arrived meanwhile.
            tokio::task::yield_now().await;
            poll_fn(|cx| Poll::Ready(wire.turn(cx))).await
        });
        looked.is_ok() && !self.is_broken()
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.wire.broken || self.client.is_closed()
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        let held_back = self.gathered()?;
        let all = send_all(&self.client, &held_back);
        Ok(self.wire.wait(&self.runtime, in_order(all, std::future::ready(Ok(()))))?)
    }

    fn prepare(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        // Held-back statements may create what this one speaks of, so they go first.
        self.flush()?;
        self.prepare_now(sql)
    }

    /// Prepares a statement about what is there already.
    fn prepare_now(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.wire.wait(&self.runtime, self.client.prepare(sql))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Wire {
    /// Runs `future` to its end on this thread, moving bytes in both directions meanwhile.
    fn wait<T>(
        &mut self,
        runtime: &Runtime,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let mut future = pin!(future);
        let outcome = runtime.block_on(poll_fn(|cx| {
            if let Poll::Ready(done) = future.as_mut().poll(cx) {
                return Poll::Ready(done);
            }
            self.turn(cx)?;
            future.as_mut().poll(cx)
        }));
        self.failed |= outcome.is_err();
        outcome
    }

    /// Moves what can be moved without waiting.
    fn turn(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        while let Poll::Ready(message) = self.connection.poll_message(cx) {
            match message {
                Some(Ok(AsyncMessage::Notification(_))) => self.notified = true,
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    self.broken = true;
                    return Err(error);
                }
                None => {
                    self.broken = true;
                    break;
                }
            }
        }
        Ok(())
    }
}
