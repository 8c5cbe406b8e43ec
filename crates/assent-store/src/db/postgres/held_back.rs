//! What is held back until the next query or the commit.

use std::borrow::Cow;
use std::sync::Arc;

use tokio_postgres::Statement;

use super::inserts::Insert;
use crate::db::Value;

/// Statements beyond this are sent without waiting for the next query.
const MOST: usize = 64;
/// Rows to be gathered, likewise.
const MOST_ROWS: usize = 2_048;

/// A row to be added.
pub(super) type Row = (Arc<Insert>, Vec<Value<'static>>);

/// What is held back, in order.
#[derive(Default)]
pub(super) struct HeldBack {
    items: Vec<Item>,
    /// How many of them are rows.
    rows: usize,
}

pub(super) enum Item {
    Command(Cow<'static, str>),
    Statement(Statement, Vec<Value<'static>>),
    Row(Row),
}

impl HeldBack {
    pub(super) fn command(&mut self, text: impl Into<Cow<'static, str>>) {
        self.items.push(Item::Command(text.into()));
    }

    pub(super) fn statement(&mut self, statement: Statement, params: Vec<Value<'static>>) {
        self.items.push(Item::Statement(statement, params));
    }

    pub(super) fn row(&mut self, row: Row) {
        self.items.push(Item::Row(row));
        self.rows += 1;
    }

    /// Whether it is time to send them.
    pub(super) fn is_much(&self) -> bool {
        self.items.len() - self.rows >= MOST || self.rows >= MOST_ROWS
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether nothing is held back but this command.
    pub(super) fn is_only(&self, command: &str) -> bool {
        matches!(&self.items[..], [Item::Command(only)] if only == command)
    }

    /// Forgets everything from the last such command on. Says `false`, and forgets nothing, when
    /// there is none.
    pub(super) fn forget_from(&mut self, command: &str) -> bool {
        let same = |item: &Item| matches!(item, Item::Command(own) if own == command);
        let Some(at) = self.items.iter().rposition(same) else { return false };
        self.items.truncate(at);
        self.rows = self.items.iter().filter(|item| matches!(item, Item::Row(_))).count();
        true
    }

    /// Hands everything out.
    pub(super) fn take(&mut self) -> Vec<Item> {
        std::mem::take(self).items
    }
}
