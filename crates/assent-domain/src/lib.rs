//! The business of Assent: its nouns, rules and permissions, and the one bridge from records to the
//! observations of the model.
//!
//! Nothing here reads a clock, a database or a socket. The nouns serialize the way the public API
//! and the record files write them, so there is one form of a person, not four.

pub mod account;
pub mod activity;
pub mod advice;
pub mod benefit;
pub mod benefit_point;
pub mod completeness;
pub mod control;
pub mod estimate;
pub mod evidence;
pub mod evidence_line;
pub mod gap;
pub mod group;
pub mod ids;
pub mod interaction;
pub mod lesson;
pub mod model_layers;
pub mod money;
pub mod opportunity;
pub mod organization;
pub mod permission;
pub mod person;
pub mod picture;
pub mod pipeline;
pub mod playbook;
pub mod product;
pub mod proof;
pub mod reading;
pub mod record_file;
pub mod search_tokens;
pub mod text;
pub mod time;
pub mod user;
pub mod ways;
pub mod winning;
mod words;

pub use words::NotAWord;
