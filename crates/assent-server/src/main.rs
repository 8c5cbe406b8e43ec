//! The command line of Assent.

use std::process::ExitCode;

use assent_server::cli::{self, Cli};
use clap::Parser;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("assent: {error:#}");
            ExitCode::FAILURE
        }
    }
}
