//! The kinds of record, each with its table, and how far each can be seen.

mod activities;
mod benefit_points;
mod opportunities;
mod organizations;
mod people;
pub(crate) mod products;
mod users;
