//! `assent load`: record files into the database.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::Database;
use crate::operations::load::{Report, load_records};
use crate::operations::{Actor, Refusal, pipelines};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Record files, in JSON Lines
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the lines that could not be taken; beside the file, when left out
    #[arg(long)]
    errors: Option<PathBuf>,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let app = options.database.open()?;
    let (mut rejected, mut in_one_file) = (0, String::new());
    for file in &options.files {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let mut act = app.act(Actor::House);
        let report: Report = app.store.write_blocking(|db| -> Result<_, Refusal> {
            pipelines::ensure_default(db, &mut act)?;
            load_records(db, &mut act, &text, |_| {})
        })?;
        println!(
            "{}: {} new, {} changed, {} as before, {} rejected",
            file.display(),
            report.added,
            report.changed,
            report.unchanged,
            report.rejected.len()
        );
        rejected += report.rejected.len();
        for one in &report.rejected {
            eprintln!("line {}: {}: {}", one.line, one.field, one.message);
        }
        if report.rejected.is_empty() {
            continue;
        }
        match &options.errors {
            Some(errors) => {
                in_one_file.push_str(&rejected_lines(&report));
                write(errors, &in_one_file)?;
            }
            None => write(&file.with_extension("rejected.jsonl"), &rejected_lines(&report))?,
        }
    }
    anyhow::ensure!(rejected == 0, "{rejected} lines were rejected; all others are loaded");
    Ok(())
}

/// What could not be taken, so that it can be mended and loaded by itself: behind the line that
/// names the dataset, each line with a remark that says what is wrong with it.
fn rejected_lines(report: &Report) -> String {
    let dataset = report.dataset.iter().map(|line| format!("{line}\n"));
    let rejected = report
        .rejected
        .iter()
        .map(|one| format!("// line {}: {}: {}\n{}\n", one.line, one.field, one.message, one.text));
    dataset.chain(rejected).collect()
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())?;
    eprintln!("the rejected lines are in {}", path.display());
    Ok(())
}
