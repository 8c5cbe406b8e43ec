//! `assent model`: the figures that estimates are made with, from a shell: looked at, taken out as a file,
//! brought in again, and gone back. A program that serves the same database follows by itself.

mod print;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use assent_domain::model_layers::VersionKind;
use assent_store::{Db, model_versions};
use clap::{Args, Subcommand};

use super::Database;
use crate::app::App;
use crate::model_in_force::layers;
use crate::operations::model::{self, Making};
use crate::operations::{Actor, Refusal};

/// Versions listed.
const MOST_LISTED: usize = 100;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what differs from the priors file: what was set, and what was learned with its error
    Show,
    /// List the versions: who changed the model, when and why
    Versions,
    /// Write the priors of a version as a file
    Export {
        /// The version, 0 for the priors file itself; the one in force, when left out
        #[arg(long)]
        version: Option<i64>,
        /// Where to; standard output, when left out
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Put a priors file in force, as a new version
    Import {
        /// The file
        file: PathBuf,
        /// Why, for whoever looks later
        #[arg(long, required_unless_present = "dry_run")]
        reason: Option<String>,
        /// Only say what it would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Go back to a version, which makes a new one
    Restore {
        /// The version, 0 for the priors file itself
        version: i64,
        /// Why, for whoever looks later
        #[arg(long)]
        reason: String,
    },
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let app = options.database.open()?;
    match &options.command {
        Command::Show => show(&app),
        Command::Versions => versions(&app),
        Command::Export { version, output } => export(&app, *version, output.as_ref()),
        Command::Import { file, reason, dry_run } => {
            import(&app, file, reason.as_deref().filter(|_| !dry_run))
        }
        Command::Restore { version, reason } => restore(&app, *version, reason),
    }
}

fn show(app: &App) -> anyhow::Result<()> {
    let in_force = app.model();
    let number = in_force.number;
    let act = app.act(Actor::House);
    let (layers, changes) = app.store.read_blocking(|db| -> Result<_, Refusal> {
        Ok((layers(db, number)?, model::against_file(db, &act, number)?))
    })?;
    println!("version {number}, model {}", in_force.model.version());
    for change in &changes {
        println!("{}", print::change(change, layers.learned.get(&change.key)));
    }
    for fault in &in_force.unfit {
        eprintln!("left out, because it no longer fits the priors file: {fault}");
    }
    Ok(())
}

fn versions(app: &App) -> anyhow::Result<()> {
    let lines = app.store.read_blocking(|db| model_versions::before(db, None, MOST_LISTED))?;
    for line in &lines {
        println!("{}", print::version(line));
    }
    Ok(())
}

fn export(app: &App, version: Option<i64>, output: Option<&PathBuf>) -> anyhow::Result<()> {
    let act = app.act(Actor::House);
    let number = version.unwrap_or(act.in_force.number);
    let text = app.store.read_blocking(|db| model::priors_of(db, &act, number));
    let text = text.map_err(|why| named(why, number))?;
    match output {
        None => print!("{text}"),
        Some(path) => fs::write(path, text).with_context(|| path.display().to_string())?,
    }
    Ok(())
}

/// Puts a file in force; without a reason, only says what it would change.
fn import(app: &App, file: &PathBuf, reason: Option<&str>) -> anyhow::Result<()> {
    let shown = file.display();
    let text = fs::read_to_string(file).with_context(|| shown.to_string())?;
    let mut act = app.act(Actor::House);
    let read = |db: &mut Db| -> Result<_, Refusal> {
        let settings = model::read_import(db, &act, &text)?;
        let changes = model::checked(db, &act, &settings)?.changes;
        Ok((settings, changes))
    };
    let (settings, changes) = app.store.read_blocking(read).map_err(|refusal| match refusal {
        Refusal::Invalid(faults) => {
            let lines = faults.iter().map(|fault| format!("\n{shown}: {}", fault.message));
            anyhow::anyhow!("nothing was changed:{}", lines.collect::<String>())
        }
        other => other.into(),
    })?;
    for change in &changes {
        println!("{}", print::change(change, None));
    }
    let Some(reason) = reason.filter(|_| !changes.is_empty()) else {
        println!("{} figures differ from those in force", changes.len());
        return Ok(());
    };
    let making = Making { based_on: act.in_force.number, kind: VersionKind::Import, reason };
    let number = app.store.write_blocking(|db| model::change(db, &mut act, making, &settings))?;
    tell(number);
    Ok(())
}

fn restore(app: &App, version: i64, reason: &str) -> anyhow::Result<()> {
    let mut act = app.act(Actor::House);
    let based_on = act.in_force.number;
    let back = |db: &mut Db| model::go_back(db, &mut act, based_on, version, reason);
    tell(app.store.write_blocking(back).map_err(|why| named(why, version))?);
    Ok(())
}

fn named(refusal: Refusal, version: i64) -> anyhow::Error {
    match refusal {
        Refusal::NotFound => anyhow::anyhow!("there is no version {version}"),
        other => other.into(),
    }
}

fn tell(number: i64) {
    println!("version {number} is in force; whoever serves settles all estimates anew");
}
