//! Waiting for what happens in another thread or process: a condition and a deadline, never a nap.

use std::time::{Duration, Instant};

/// How long a test waits for something that should happen at once.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const GLANCE: Duration = Duration::from_millis(2);

/// Looks until `look` finds something.
///
/// # Panics
/// When [`PATIENCE`] runs out, saying what was expected.
#[track_caller]
pub fn eventually<T>(expected: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "gave up waiting: {expected}");
        std::thread::park_timeout(GLANCE);
    }
}
