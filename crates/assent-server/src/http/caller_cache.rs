//! Who a credential belongs to, remembered for a moment, so that a page that asks ten things does
//! not look its user up ten times.
//!
//! What is revoked on this node is forgotten here at once; what is revoked on another node is
//! believed for [`REMEMBERED`] longer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use assent_domain::permission::Viewer;

/// How long a caller is remembered.
const REMEMBERED: Duration = Duration::from_secs(2);
/// Callers remembered at most.
const MOST: usize = 10_000;

type Callers = HashMap<[u8; 32], (Instant, Viewer)>;

/// Callers seen a moment ago, by hash of their credential.
#[derive(Clone, Default)]
pub(super) struct CallerCache(Arc<Mutex<Callers>>);

impl CallerCache {
    pub(super) fn get(&self, credential: &[u8; 32]) -> Option<Viewer> {
        let callers = self.lock();
        let (seen, viewer) = callers.get(credential)?;
        (seen.elapsed() < REMEMBERED).then(|| viewer.clone())
    }

    pub(super) fn put(&self, credential: [u8; 32], viewer: Viewer) {
        let mut callers = self.lock();
        if callers.len() >= MOST {
            callers.retain(|_, (seen, _)| seen.elapsed() < REMEMBERED);
        }
        if callers.len() < MOST {
            callers.insert(credential, (Instant::now(), viewer));
        }
    }

    /// Forgets everybody: after anything that may have changed who may do what.
    pub(super) fn forget(&self) {
        self.lock().clear();
    }

    // The map is whole even if a thread panicked while it held the lock.
    fn lock(&self) -> MutexGuard<'_, Callers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
