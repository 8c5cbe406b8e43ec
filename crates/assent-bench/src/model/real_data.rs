//! The model on real data, through the program as a user would run it: `assent evaluate --json` on public
//! files that are not part of this repository. Where a file is absent, the table says so.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use serde::Deserialize;

use super::table::Table;

/// The mapping of the loan applications.
const BPI_MAPPING: &str = "examples/bpi_2012.toml";
/// Columns of the automotive sales that are measured when a deal closes: stages and days to its end.
const KNOWN_AT_THE_END: [&str; 7] = [
    "Elapsed Days In Sales Stage",
    "Sales Stage Change Count",
    "Total Days Identified Through Closing",
    "Total Days Identified Through Qualified",
    "Ratio Days Identified To Total Days",
    "Ratio Days Validated To Total Days",
    "Ratio Days Qualified To Total Days",
];

/// Where things are.
pub(crate) struct Places {
    pub(crate) program: PathBuf,
    pub(crate) datasets: PathBuf,
}

#[derive(Deserialize)]
struct Card {
    count: usize,
    base_rate: f64,
    auc: Option<f64>,
    auc_range: Option<Range>,
    brier: f64,
    calibration_error: f64,
    log_score: f64,
}

#[derive(Deserialize)]
struct Range {
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Contest {
    model: Card,
    challenger: Card,
    model_better: f64,
    verdict: String,
}

#[derive(Deserialize)]
struct Day {
    day: f64,
    expert: Card,
    #[serde(flatten)]
    contest: Contest,
}

#[derive(Deserialize)]
struct Events {
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Snapshots {
    #[serde(flatten)]
    contest: Contest,
}

pub(crate) fn measure(places: &Places) -> anyhow::Result<Vec<Table>> {
    Ok(vec![applications(places)?, win_loss(places)?])
}

fn applications(places: &Places) -> anyhow::Result<Table> {
    let mut table = Table::new(
        "Loan applications (BPI Challenge 2012): the later 30 % by start, as of a day of their life.",
    );
    let file = places.datasets.join("bpi2012/bpi2012_events.csv.gz");
    let arguments = ["events", "--mapping", BPI_MAPPING, "--json"];
    let Some(events) = run::<Events>(places, &mut table, &arguments, &file)? else {
        return Ok(table);
    };
    for Day { day, expert, contest } in events.days {
        let name = format!("day {day}");
        table.tell(format!("{name}: experts' weights alone, AUC"), figure(expert.auc));
        show(&mut table, &name, &contest);
        let auc = contest.model.auc.zip(contest.challenger.auc).map(|(own, other)| own - other);
        let gain = auc.unwrap_or(f64::NAN);
        table.want(
            format!("{name}: AUC against the challenger"),
            signed(gain),
            "≥ −.01",
            || gain >= -0.01,
        );
        let loss = contest.model.brier - contest.challenger.brier;
        table.want(
            format!("{name}: Brier against the challenger"),
            signed(loss),
            "≤ .005",
            || loss <= 0.005,
        );
    }
    Ok(table)
}

fn win_loss(places: &Places) -> anyhow::Result<Table> {
    let mut table = Table::new(
        "Automotive supplies won and lost (IBM sample), by what was known when a deal began: 30 % drawn \
         by a seed, no opportunity in both parts.",
    );
    let file = places.datasets.join("ibm_win_loss/sales_win_loss.csv.gz");
    let mut arguments = vec!["table", "--json", "--outcome", "Opportunity Result=Won"];
    arguments.extend(["--group", "Opportunity Number"]);
    arguments.extend(KNOWN_AT_THE_END.iter().flat_map(|column| ["--without", column]));
    let Some(found) = run::<Snapshots>(places, &mut table, &arguments, &file)? else {
        return Ok(table);
    };
    show(&mut table, "static fields", &found.contest);
    let auc = found.contest.model.auc.unwrap_or(f64::NAN);
    table.want("static fields: AUC", format!("{auc:.4}"), "≥ .83", || auc >= 0.83);
    Ok(table)
}

/// Runs the program on a file; `None` where the file or the program is not there.
fn run<T: serde::de::DeserializeOwned>(
    places: &Places,
    table: &mut Table,
    arguments: &[&str],
    file: &Path,
) -> anyhow::Result<Option<T>> {
    for needed in [file, &places.program] {
        if !needed.is_file() {
            table.tell("everything", format!("**SKIPPED**: there is no {}", needed.display()));
            return Ok(None);
        }
    }
    let mut command = Command::new(&places.program);
    command.arg("evaluate").args(arguments).arg(file);
    let output = command.output().with_context(|| places.program.display().to_string())?;
    let said = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "{}: {said}", file.display());
    Ok(Some(serde_json::from_slice(&output.stdout)?))
}

fn show(table: &mut Table, name: &str, contest: &Contest) {
    for (of, card) in [("model", &contest.model), ("challenger", &contest.challenger)] {
        let range = card.auc_range.as_ref();
        let range = range.map_or(String::new(), |of| format!(" ({:.3} to {:.3})", of.low, of.high));
        let figures = format!(
            "{}{range}, {:.4}, {:.4}, {:.4}",
            figure(card.auc),
            card.brier,
            card.calibration_error,
            card.log_score
        );
        let what = format!("{name}: {of}: AUC, Brier, calibration error, log score");
        table.tell(what, figures);
    }
    let Card { count, base_rate, .. } = contest.model;
    table.tell(format!("{name}: n, base rate"), format!("{count}, {base_rate:.3}"));
    let better = 100.0 * contest.model_better;
    table.tell(format!("{name}: who wins"), format!("{} ({better:.0} of 100)", contest.verdict));
}

fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"))
}

fn signed(value: f64) -> String {
    format!("{value:+.4}")
}
