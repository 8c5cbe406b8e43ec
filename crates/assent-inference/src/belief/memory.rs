//! When the same kind of evidence was last taken in: what repetition needs to know, and no more.

use std::collections::VecDeque;

use crate::priors::{Reply, Sign};

/// What may repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Sign(Sign),
    Reply(Reply),
}

/// The times of recent evidence, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(VecDeque<(f64, Kind)>);

impl Memory {
    /// Notes evidence at `now`, and forgets whatever is `span_days` old or older.
    pub(super) fn note(&mut self, kind: Kind, now: f64, span_days: f64) {
        while self.0.front().is_some_and(|(at, _)| now - at >= span_days) {
            self.0.pop_front();
        }
        self.0.push_back((now, kind));
    }

    /// How often `kind` was noted less than `days` before `now`.
    pub(super) fn count(&self, kind: Kind, now: f64, days: f64) -> usize {
        self.recent(kind, now, days).count()
    }

    /// Whether `kind` was noted on the calendar day of `now`: days begin at whole numbers.
    pub(super) fn noted_today(&self, kind: Kind, now: f64) -> bool {
        self.recent(kind, now, 1.0).any(|at| at.floor() == now.floor())
    }

    fn recent(&self, kind: Kind, now: f64, days: f64) -> impl Iterator<Item = f64> + '_ {
        let latest_first = self.0.iter().rev().take_while(move |(at, _)| now - at < days);
        latest_first.filter(move |(_, noted)| *noted == kind).map(|(at, _)| *at)
    }
}
