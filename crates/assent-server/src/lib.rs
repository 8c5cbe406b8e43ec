//! The program: what it does (operations), and the doors that lead there: HTTP, jobs, command line.

pub mod app;
mod catalogue;
pub mod cli;
pub mod http;
pub mod jobs;
pub mod model_in_force;
pub mod operations;
pub mod secrets;
