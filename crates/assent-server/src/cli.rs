//! The command line: the same operations as the app's, from a shell.

mod demo;
mod estimate;
mod evaluate;
mod import;
mod load;
mod migrate;
mod model;
mod serve;
mod user;

use std::path::{Path, PathBuf};

use anyhow::Context;
use assent_domain::time::Day;
use assent_store::{Address, Store};
use clap::{Args, Parser, Subcommand};

use crate::app::{self, App, SystemClock};
use crate::model_in_force::Base;

/// A CRM that models the people who decide.
#[derive(Debug, Parser)]
#[command(name = "assent", version, about, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve a demo: an invented company and a published case; made on the first run
    Demo(demo::Options),
    /// Estimate where the people of a record file stand, and say why; nothing is kept
    Estimate(estimate::Options),
    /// Evaluate forecasts on event logs and tables from outside; nothing is kept
    Evaluate(evaluate::Options),
    /// Import files of other systems (CSV) into the database, as a mapping says
    Import(import::Options),
    /// Load record files (JSON Lines) into the database
    Load(load::Options),
    /// Bring the database's schema up to date
    Migrate(Database),
    /// Show the model's figures, take them out as a file, bring them in, go back
    Model(model::Options),
    /// Serve the web app and the API
    Serve(serve::Options),
    /// Add and list users, set passwords, make API keys
    User(user::Options),
}

/// Which database, and which model.
#[derive(Debug, Args)]
struct Database {
    /// A SQLite file, or a postgres:// address
    #[arg(long, env = "DATABASE_URL", default_value = "data/assent.db")]
    database: String,
    /// A priors file in place of the one that ships with the program
    #[arg(long, env = "ASSENT_PRIORS")]
    priors: Option<PathBuf>,
}

impl Database {
    fn open(&self) -> anyhow::Result<App> {
        let address = Address::parse(&self.database);
        if let Address::File(path) = &address {
            make_folder(path)?;
        }
        let store = Store::open(address).with_context(|| format!("database {}", self.shown()))?;
        open(store, self.priors.as_deref())
    }

    /// The address without a password.
    fn shown(&self) -> String {
        match self.database.split_once('@') {
            Some((_, rest)) => format!("…@{rest}"),
            None => self.database.clone(),
        }
    }
}

fn open(store: Store, priors: Option<&Path>) -> anyhow::Result<App> {
    let clock = std::sync::Arc::new(SystemClock);
    let app = App::new(store, Base::read(priors)?, clock, app::system_dice()?);
    app.take_newest_model_blocking()?;
    Ok(app)
}

fn make_folder(path: &Path) -> anyhow::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display())),
        _ => Ok(()),
    }
}

/// Reads a day given on the command line.
fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|expected| format!("{expected} was expected"))
}

/// Runs what was asked for.
///
/// # Errors
/// Says in words what went wrong.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        Command::Demo(options) => demo::run(&options),
        Command::Estimate(options) => estimate::run(&options),
        Command::Evaluate(options) => evaluate::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Load(options) => load::run(&options),
        Command::Migrate(database) => migrate::run(&database),
        Command::Model(options) => model::run(&options),
        Command::Serve(options) => serve::run(&options),
        Command::User(options) => user::run(&options),
    }
}
