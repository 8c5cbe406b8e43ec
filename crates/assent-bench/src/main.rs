//! Measures the program against its speed targets, beside what a user's alternative takes, and writes
//! `target/bench/report.json` and a table.
//!
//! `model` measures instead what the model recovers of simulated people.
//!
//! What is measured of the server is CPU time, over all processes that do the work: ours and, on
//! PostgreSQL, the database's. The clock on the wall says more about the machine's neighbours.

mod client;
mod contacts;
mod control;
mod filter;
mod model;
mod processes;
mod program;
mod report;
mod server;
mod ways;

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;

use report::Report;

/// Measures Assent. `bin/bench` builds what is needed and runs this.
#[derive(Debug, Parser)]
struct Options {
    /// What to measure instead of the program's speed
    #[command(subcommand)]
    instead: Option<Instead>,
    /// The program to measure
    #[arg(long, default_value = "target/release/assent")]
    program: PathBuf,
    /// A PostgreSQL on which databases may be made
    #[arg(long, env = "ASSENT_TEST_POSTGRES")]
    postgres: Option<String>,
    /// Contacts in the database
    #[arg(long, default_value_t = 100_000)]
    contacts: usize,
    /// A Python with igraph and scipy, for the comparison
    #[arg(long, global = true, default_value = "python3")]
    peers_python: PathBuf,
    /// Requests of each sort
    #[arg(long, default_value_t = 2_000)]
    requests: usize,
    /// Where the report goes
    #[arg(long, default_value = "target/bench")]
    out: PathBuf,
}

/// What else can be measured.
#[derive(Debug, clap::Subcommand)]
enum Instead {
    /// The model, on people simulated from its priors
    Model(model::Options),
    /// The control board, recording an interaction and the time slider alone
    Control,
    /// The way in at the size of a market alone
    Ways,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    if let Some(Instead::Model(options)) = &options.instead {
        return model::measure(options);
    }
    let mut report = Report::default();
    if matches!(options.instead, Some(Instead::Control)) {
        control::measure(&mut report, &options)?;
        print!("{}", report.table());
        return Ok(());
    }
    if matches!(options.instead, Some(Instead::Ways)) {
        ways::measure(&mut report, &options.peers_python)?;
        print!("{}", report.table());
        return Ok(());
    }
    filter::measure(&mut report)?;
    ways::measure(&mut report, &options.peers_python)?;
    server::measure(&mut report, &options)?;
    control::measure(&mut report, &options)?;
    program::measure(&mut report, &options)?;
    std::fs::create_dir_all(&options.out)?;
    report.write(&options.out).context("the report cannot be written")?;
    print!("{}", report.table());
    Ok(())
}
