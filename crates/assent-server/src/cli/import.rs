//! `assent import`: files of other systems into the database, as a mapping says.

use std::fs::{self, File};
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Context;
use assent_store::StoreError;
use clap::Args;

use super::Database;
use crate::app::App;
use crate::operations::import::{Import, ImportFault, Mapping, Rejected, Report, write_rejected};
use crate::operations::{Actor, pipelines};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The mapping: what the columns of the files mean
    #[arg(long)]
    mapping: PathBuf,
    /// The files, in CSV; or rejected rows of an import before, once mended
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Where to write the rows that could not be taken
    #[arg(long, default_value = "rejected.csv")]
    errors: PathBuf,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let own = |file: &PathBuf| fs::canonicalize(file).ok();
    anyhow::ensure!(
        own(&options.errors).is_none_or(|errors| !options
            .files
            .iter()
            .any(|file| own(file).as_ref() == Some(&errors))),
        "{} is imported and would be overwritten: say with --errors where rejected rows are to go",
        options.errors.display()
    );
    let import = Import::open(mapping(&options.mapping)?, &options.files)
        .map_err(|fault| in_context(fault, &options.mapping))?;
    let app = options.database.open()?;
    let started = Instant::now();
    let reports = if options.dry_run { try_all(&app, import) } else { take_all(&app, import) };
    let reports = reports.map_err(|fault| in_context(fault, &options.mapping))?;
    if changed(&reports) == 0 {
        println!("nothing new: everything was there as the files say it");
    }
    let undone = if options.dry_run { "; nothing was done" } else { "" };
    eprintln!("{:.1} s{undone}", started.elapsed().as_secs_f64());
    let rejected: Vec<Rejected> = reports.into_iter().flat_map(|one| one.rejected).collect();
    report_rejected(&rejected, &options.errors)
}

fn mapping(path: &Path) -> anyhow::Result<Mapping> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Mapping::parse(&text).map_err(|faults| {
        let lines: Vec<String> =
            faults.iter().map(|fault| format!("{}: {fault}", path.display())).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    })
}

fn in_context(fault: ImportFault, mapping: &Path) -> anyhow::Error {
    match fault {
        ImportFault::Mapping(fault) => anyhow::anyhow!("{}: {fault}", mapping.display()),
        other => other.into(),
    }
}

/// Takes each file in, in a transaction of its own: whoever breaks off finds the database as it was
/// before the file.
fn take_all(app: &App, mut import: Import) -> Result<Vec<Report>, ImportFault> {
    let mut progress = Progress::new();
    let mut reports = Vec::new();
    for file in 0..import.files() {
        let mut act = app.act(Actor::House);
        let report = app.store.write_blocking(|db| -> Result<_, ImportFault> {
            pipelines::ensure_default(db, &mut act)?;
            import.take(db, &mut act, file, |name, rows| progress.tell(name, rows))
        })?;
        progress.clear();
        println!("{}", line(&report));
        reports.push(report);
    }
    Ok(reports)
}

/// Why a transaction is undone.
enum Undone {
    /// It was only a trial.
    Tried(Vec<Report>),
    Failed(ImportFault),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Takes all files in, in one transaction that is undone: what one file makes, the next may point
/// to.
fn try_all(app: &App, mut import: Import) -> Result<Vec<Report>, ImportFault> {
    let mut progress = Progress::new();
    let mut act = app.act(Actor::House);
    let tried = app.store.write_blocking(|db| -> Result<(), Undone> {
        let mut reports = Vec::new();
        pipelines::ensure_default(db, &mut act)
            .map_err(|refusal| Undone::Failed(refusal.into()))?;
        for file in 0..import.files() {
            let report = import
                .take(db, &mut act, file, |name, rows| progress.tell(name, rows))
                .map_err(Undone::Failed)?;
            progress.clear();
            println!("{}", line(&report));
            reports.push(report);
        }
        Err(Undone::Tried(reports))
    });
    match tried {
        Err(Undone::Tried(reports)) => Ok(reports),
        Err(Undone::Failed(fault)) => Err(fault),
        Ok(()) => Ok(Vec::new()),
    }
}

fn changed(reports: &[Report]) -> usize {
    let tallies = reports.iter().flat_map(|report| report.records.values());
    tallies.map(|tally| tally.added + tally.changed).sum()
}

/// `accounts.csv: 85 rows: 100 new (85 organization, 15 organization_relation), …`
fn line(report: &Report) -> String {
    let tell = |word: &str, of: fn(&crate::operations::import::Tally) -> usize, by_type: bool| {
        let counts = report.records.iter().map(|(kind, tally)| (*kind, of(tally)));
        let counts: Vec<(&str, usize)> = counts.filter(|(_, count)| *count > 0).collect();
        let sum: usize = counts.iter().map(|(_, count)| count).sum();
        let kinds: Vec<String> =
            counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let kinds = kinds.join(", ");
        if by_type && sum > 0 { format!("{sum} {word} ({kinds})") } else { format!("{sum} {word}") }
    };
    let mut parts = vec![
        tell("new", |tally| tally.added, true),
        tell("changed", |tally| tally.changed, true),
        tell("as before", |tally| tally.unchanged, false),
    ];
    if report.repeated > 0 {
        parts.push(format!("{} rows repeat others", report.repeated));
    }
    parts.push(format!("{} rows rejected", report.rejected.len()));
    format!("{}: {} rows: {}", report.name, report.rows, parts.join(", "))
}

fn report_rejected(rejected: &[Rejected], path: &Path) -> anyhow::Result<()> {
    /// Rejected rows that are shown; all of them are in the file.
    const SHOWN: usize = 20;
    if rejected.is_empty() {
        return Ok(());
    }
    for one in rejected.iter().take(SHOWN) {
        eprintln!("{}, line {}: {}: {}", one.file, one.line, one.field, one.reason);
    }
    if rejected.len() > SHOWN {
        eprintln!("… and {} more", rejected.len() - SHOWN);
    }
    let file = File::create(path).with_context(|| path.display().to_string())?;
    write_rejected(rejected, BufWriter::new(file)).with_context(|| path.display().to_string())?;
    anyhow::bail!(
        "{} rows were rejected; mend them in {} and import that file",
        rejected.len(),
        path.display()
    );
}

/// A line on the terminal that says how far it is, once a second; nothing anywhere else.
struct Progress {
    shown: Option<Instant>,
}

impl Progress {
    fn new() -> Self {
        Self { shown: std::io::stderr().is_terminal().then(Instant::now) }
    }

    fn tell(&mut self, name: &str, rows: usize) {
        if let Some(shown) = &mut self.shown
            && shown.elapsed() >= Duration::from_secs(1)
        {
            *shown = Instant::now();
            eprint!("\r{name}: {rows} rows …");
        }
    }

    fn clear(&mut self) {
        if self.shown.is_some() {
            eprint!("\r\x1b[K");
            let _ = std::io::stderr().flush();
        }
    }
}
