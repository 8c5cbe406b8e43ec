//! What can be done: each operation is one transaction with one name, which is the journal's word.
//!
//! Operations know nothing of HTTP, jobs or the command line, which all call them alike. They check
//! what the actor may do, write through the store, keep the search and the journal in step, and
//! settle the estimates that the change concerns.

mod act;
pub mod activities;
pub mod advice;
pub mod completeness;
pub mod control;
pub mod deals;
pub mod demo;
pub mod digest;
pub mod drafts;
pub mod estimates;
pub mod evaluate;
pub mod evidence;
pub mod forecast;
pub mod import;
mod kept;
pub mod learning;
pub mod lessons;
pub mod load;
pub mod model;
mod nouns;
pub mod personal_data;
pub mod pipelines;
pub mod proof;
mod refusal;
pub mod sessions;
pub mod setup;
pub mod ways;
pub mod withheld;

pub use self::act::{Act, Actor};
pub use self::kept::{Kept, Place, bring_back, change, create, put_away, read};
pub use self::refusal::{Fault, Refusal};
