//! `assent demo`: a house with invented people in it, to look at and to play with.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use assent_domain::user::Language;
use assent_store::{Address, installation};
use clap::Args;

use super::Database;
use super::serve::{self, Door};
use crate::app::App;
use crate::operations::{Actor, Refusal, demo, setup};
use crate::secrets::PasswordHash;

/// The published case, which the start screen of a demo explains.
const CASE: &str = include_str!("../../../../examples/amd_case.jsonl");

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    door: Door,
    /// Where the demo is kept: a SQLite file, or a postgres:// address
    #[arg(long, env = "ASSENT_DEMO_DATABASE", default_value = "data/demo.db")]
    database: String,
    /// A priors file in place of the one that ships with the program
    #[arg(long, env = "ASSENT_PRIORS")]
    priors: Option<PathBuf>,
    /// Start from a demo as of today; the one before is kept beside it, as FILE.old
    #[arg(long)]
    fresh: bool,
    /// Language of the screens, zh-CN or en; by default that of this shell
    #[arg(long)]
    language: Option<Language>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    serve::log_to_stderr();
    let Options { database, priors, .. } = options;
    if options.fresh {
        put_aside(&Address::parse(database))?;
    }
    let database = Database { database: database.clone(), priors: priors.clone() };
    let app = database.open()?;
    make(&app, options.language.unwrap_or_else(shell_language))?;
    serve::serve(&options.door, app, welcome)
}

/// Makes the demo, unless it is there.
fn make(app: &App, language: Language) -> anyhow::Result<()> {
    let known =
        app.store.read_blocking(|db| -> Result<_, Refusal> { Ok(installation::get(db)?) })?;
    if known.is_some_and(|one| one.demo_case.is_some()) {
        return Ok(());
    }
    eprintln!("Making the demo: a company, its market and nine months of its dealings …");
    let password = PasswordHash::of(setup::DEMO_LOGIN[1])
        .map_err(|why| anyhow::anyhow!("the password of the demo {why}"))?;
    let mut act = app.act(Actor::House);
    app.store.write_blocking(|db| demo::make_demo(db, &mut act, CASE, language, &password))?;
    Ok(())
}

/// Renames the file of a demo, with what SQLite keeps beside it.
fn put_aside(address: &Address) -> anyhow::Result<()> {
    let Address::File(path) = address else {
        anyhow::bail!("--fresh is for a file; of a PostgreSQL database, make an empty one");
    };
    if !path.exists() {
        return Ok(());
    }
    for end in ["", "-wal", "-shm"] {
        let (from, to) = (with_end(path, end), with_end(path, &format!(".old{end}")));
        let moved = match fs::exists(&from)? {
            true => fs::rename(&from, &to),
            false if fs::exists(&to)? => fs::remove_file(&to),
            false => Ok(()),
        };
        moved.with_context(|| format!("cannot put {} aside", from.display()))?;
    }
    Ok(())
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

/// The language that the shell speaks, where it is one of ours.
fn shell_language() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match said.take(1).any(|value| value.starts_with("zh")) {
        true => Language::Chinese,
        false => Language::English,
    }
}

fn welcome(_: &App, url: &str) -> anyhow::Result<()> {
    let [email, password] = setup::DEMO_LOGIN;
    println!("Assent is at {url}\nSign in as {email} with the password {password}");
    Ok(())
}
