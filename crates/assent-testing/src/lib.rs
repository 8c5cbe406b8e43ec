//! What tests share: real databases, a stopped clock, seeded dice and builders.
//!
//! A test that needs a database takes a [`House`], once for each sort:
//!
//! ```text
//! #[rstest]
//! fn a_person_put_away_is_not_listed(#[values(sqlite(), postgres())] house: House) {
//!     let person = house.person("王芳").add();
//!     …
//! }
//! ```
//!
//! The case's name says which database failed. Everything goes through the public functions of the
//! store; only [`Database::meddle`] reaches behind them, for what no function of ours would do.

mod database;
mod house;
mod patience;
mod postgres;

pub use crate::database::{Database, Kind};
pub use crate::house::{Draft, House, Insert, empty_postgres, empty_sqlite, postgres, sqlite};
pub use crate::patience::{PATIENCE, eventually};
pub use crate::postgres::{ADDRESS_VARIABLE, Postgres};
