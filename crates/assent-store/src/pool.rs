//! Connections waiting to be used, and the threads' turn at them.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::StoreError;
use crate::db::Db;

/// A bounded set of connections of one sort, opened when first needed.
pub(crate) struct Pool {
    open: Box<dyn Fn() -> Result<Db, StoreError> + Send + Sync>,
    state: Mutex<State>,
    returned: Condvar,
    most: usize,
}

struct State {
    idle: Vec<Db>,
    opened: usize,
}

impl Pool {
    pub(crate) fn new(
        most: usize,
        open: impl Fn() -> Result<Db, StoreError> + Send + Sync + 'static,
    ) -> Self {
        let state = Mutex::new(State { idle: Vec::new(), opened: 0 });
        Self { open: Box::new(open), state, returned: Condvar::new(), most }
    }

    /// Runs `work` on a connection, waiting for one if all are in use. A connection that broke, at
    /// work or while it lay idle, is dropped, so that the next user gets a fresh one.
    pub(crate) fn with<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        let db = self.take()?;
        Lease { pool: self, db: Some(db) }.spend(work)
    }

    /// The same, if a connection lies idle; otherwise it gives `work` back.
    pub(crate) fn with_idle<W, T, E>(&self, work: W) -> Result<Result<T, E>, W>
    where
        W: FnOnce(&mut Db) -> Result<T, E>,
    {
        let idle = self.lock().take_idle();
        match idle {
            Some(db) => Ok(Lease { pool: self, db: Some(db) }.spend(work)),
            None => Err(work),
        }
    }

    fn take(&self) -> Result<Db, StoreError> {
        let mut state = self.lock();
        loop {
            if let Some(db) = state.take_idle() {
                return Ok(db);
            }
            if state.opened < self.most {
                state.opened += 1;
                break;
            }
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        (self.open)().inspect_err(|_| self.give_back(None))
    }

    fn give_back(&self, db: Option<Db>) {
        let mut state = self.lock();
        match db {
            Some(db) => state.idle.push(db),
            None => state.opened -= 1,
        }
        drop(state);
        self.returned.notify_one();
    }

    // A thread that panicked while it held the lock left the list whole: it only pushes and pops.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A connection that lies idle and is still there.
    fn take_idle(&mut self) -> Option<Db> {
        while let Some(mut db) = self.idle.pop() {
            if db.is_still_there() {
                return Some(db);
            }
            self.opened -= 1;
        }
        None
    }
}

/// A connection in use; it goes back even when the work panics, unless it is broken.
struct Lease<'a> {
    pool: &'a Pool,
    db: Option<Db>,
}

impl Lease<'_> {
    fn spend<T, E>(mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        match self.db.as_mut() {
            Some(db) => work(db),
            None => unreachable!("a lease holds its connection until it is dropped"),
        }
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let whole = |db: &Db| !std::thread::panicking() && !db.is_broken();
        self.pool.give_back(self.db.take().filter(whole));
    }
}
