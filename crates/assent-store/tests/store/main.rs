//! The store through its public interface, on SQLite and on PostgreSQL: what it promises to the
//! operations above it, whatever the database below.

#![expect(clippy::unwrap_used, reason = "a failing helper fails the test that called it")]

mod accounts;
mod beliefs;
mod benefit_points;
mod connections;
mod deals;
mod feed;
mod migrations;
mod outbox;
mod pages;
mod proof;
mod records;
mod requests;
mod search;
mod transactions;
mod visibility;
mod withheld;
