//! `assent evaluate`: whether forecasts come true, on the house's own closed deals or on files from
//! outside.
//!
//! Ends with 0 where something was evaluated, with 1 where it could not be, and with 2 where the
//! command line makes no sense. Nothing is written but what is printed.

mod print;

use std::io::IsTerminal;
use std::path::PathBuf;

use assent_store::Db;
use clap::{Args, Subcommand};
use serde_json::json;

use super::Database;
use crate::model_in_force::Base;
use crate::operations::evaluate::{
    EventMapping, TableQuestion, TimeFormat, Unfit, evaluate_events, evaluate_table,
};
use crate::operations::{Actor, proof};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Options {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    own: Own,
}

/// What concerns the house's own deals.
#[derive(Debug, Args)]
struct Own {
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Subcommand)]
enum What {
    /// An event log with outcomes: who did what when, and how each case ended
    Events(Events),
    /// A table of snapshots: a case a row, one column of which is the outcome
    Table(Table),
}

#[derive(Debug, Args)]
struct Events {
    /// The mapping: what the events mean, and what decides a case
    #[arg(long)]
    mapping: PathBuf,
    /// The log, in CSV, compressed by gzip or not
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// A priors file in place of the one that ships with the program
    #[arg(long, env = "ASSENT_PRIORS")]
    priors: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Table {
    /// The column of the outcome, and the value that counts as yes
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = outcome)]
    outcome: (String, String),
    /// The column that says when: the later rows are forecast by the earlier ones
    #[arg(long, value_name = "COLUMN")]
    time: Option<String>,
    /// How that column writes its times, such as DD/MM/YYYY
    #[arg(long, value_name = "FORMAT", requires = "time")]
    time_format: Option<TimeFormat>,
    /// The column that says what belongs together: nothing of it is learned from and forecast
    #[arg(long, value_name = "COLUMN")]
    group: Option<String>,
    /// A column to leave out, such as one that is known only at the end; may be given again
    #[arg(long, value_name = "COLUMN")]
    without: Vec<String>,
    /// A column to take however odd it is; may be given again
    #[arg(long, value_name = "COLUMN")]
    keep: Vec<String>,
    /// The table, in CSV, compressed by gzip or not
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn outcome(text: &str) -> Result<(String, String), String> {
    let (column, value) = text.split_once('=').ok_or("must be COLUMN=VALUE")?;
    Ok((column.to_owned(), value.to_owned()))
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    match &options.what {
        None => run_own(&options.own),
        Some(What::Events(events)) => run_events(events),
        Some(What::Table(table)) => run_table(table),
    }
}

/// Looks at a few deals at a time, so that a server at the same database is not held up. Too little
/// history to say anything is an answer and no failure.
fn run_own(options: &Own) -> anyhow::Result<()> {
    const DEALS_AT_ONCE: usize = 20;
    let app = options.database.open()?;
    let act = app.act(Actor::House);
    let mut progress = Progress::new();
    let ended = app.store.read_blocking(proof::ended)?;
    let mut samples = Vec::new();
    for begin in (0..ended.len()).step_by(DEALS_AT_ONCE) {
        let end = (begin + DEALS_AT_ONCE).min(ended.len());
        let look = |db: &mut Db| proof::look_back(db, &act, &ended, begin..end);
        samples.extend(app.store.read_blocking(look)?);
        progress.tell(&format!("{end} of {} closed deals", ended.len()));
    }
    let proof = proof::judge(&act.model, &ended, &samples);
    progress.clear();
    if options.json {
        let model = act.model.version().to_string();
        println!("{}", serde_json::to_string_pretty(&json!({ "model": model, "proof": proof }))?);
    } else {
        print!("{}", print::own(&proof));
    }
    Ok(())
}

fn run_events(options: &Events) -> anyhow::Result<()> {
    let model = Base::read(options.priors.as_deref())?.model;
    let mut progress = Progress::new();
    let report = EventMapping::read(&options.mapping, &model).and_then(|mapping| {
        evaluate_events(&model, &mapping, &options.file, |at| progress.tell(at))
    });
    progress.clear();
    let report = report.map_err(|unfit| refused(unfit, options.json))?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{}", print::events(&report));
    }
    Ok(())
}

fn run_table(options: &Table) -> anyhow::Result<()> {
    let (outcome, yes) = options.outcome.clone();
    let question = TableQuestion {
        outcome,
        yes,
        time: options.time.clone(),
        time_format: options.time_format.clone().unwrap_or_default(),
        group: options.group.clone(),
        without: options.without.clone(),
        keep: options.keep.clone(),
    };
    let mut progress = Progress::new();
    let report = evaluate_table(&options.file, &question, |at| progress.tell(at));
    progress.clear();
    let report = report.map_err(|unfit| refused(unfit, options.json))?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{}", print::table(&report));
    }
    Ok(())
}

/// The faults, for a program on standard output as well.
fn refused(unfit: Unfit, json: bool) -> anyhow::Error {
    if json {
        println!("{}", json!({ "errors": unfit.0 }));
    }
    unfit.into()
}

/// A line on the terminal that says how far it is; nothing anywhere else.
struct Progress {
    shown: bool,
}

impl Progress {
    fn new() -> Self {
        Self { shown: std::io::stderr().is_terminal() }
    }

    fn tell(&mut self, at: &str) {
        if self.shown {
            eprint!("\r\x1b[K{at} …");
        }
    }

    fn clear(&mut self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
