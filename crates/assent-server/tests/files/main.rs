//! Files into the database, on SQLite and on PostgreSQL: record files and other systems' files.

#![expect(clippy::unwrap_used, reason = "a failing helper fails the test that called it")]

mod commands;
mod demo;
mod documentation;
mod evaluate;
mod evaluate_events;
mod given;
mod import;
mod import_faults;
mod import_maven;
mod load;
mod model;
