//! The report: a figure a line, with its target and what a user's alternative takes.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Serialize;

/// A figure.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) name: String,
    /// The figure; smaller is better.
    pub(crate) value: f64,
    /// In what.
    pub(crate) unit: &'static str,
    /// What it must not exceed.
    pub(crate) target: f64,
    /// Whether it does not.
    pub(crate) met: bool,
    /// On which database, where one is involved.
    pub(crate) database: Option<&'static str>,
    /// A user's alternative.
    pub(crate) peer: Option<&'static str>,
    /// What that takes, in the same unit.
    pub(crate) peer_value: Option<f64>,
}

/// All figures.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    figures: Vec<Figure>,
}

/// A target, and what a user's alternative was measured to take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal {
    pub(crate) target: f64,
    pub(crate) unit: &'static str,
    pub(crate) peer: Option<(&'static str, f64)>,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        name: &str,
        database: Option<&'static str>,
        value: f64,
        goal: Goal,
    ) {
        let figure = Figure {
            name: name.to_owned(),
            value,
            unit: goal.unit,
            target: goal.target,
            met: value <= goal.target,
            database,
            peer: goal.peer.map(|(peer, _)| peer),
            peer_value: goal.peer.map(|(_, value)| value),
        };
        eprintln!("{}", line(&figure));
        self.figures.push(figure);
    }

    /// Writes `report.json` and `table.md` into a folder.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        fs::write(folder.join("report.json"), serde_json::to_string_pretty(&self.figures)?)?;
        fs::write(folder.join("table.md"), self.table())?;
        Ok(())
    }

    /// The figures as a table in Markdown.
    pub(crate) fn table(&self) -> String {
        let mut table = String::from(
            "| work | database | measured | target | met | a user's alternative |\n\
             |---|---|---|---|---|---|\n",
        );
        for figure in &self.figures {
            let _ = writeln!(table, "{}", line(figure));
        }
        table
    }
}

fn line(figure: &Figure) -> String {
    let database = figure.database.unwrap_or("–");
    let met = if figure.met { "yes" } else { "**no**" };
    let peer = figure.peer.zip(figure.peer_value);
    let peer = peer.map(|(peer, value)| format!("{peer}: {} {}", short(value), figure.unit));
    format!(
        "| {} | {database} | {} {unit} | ≤ {} {unit} | {met} | {} |",
        figure.name,
        short(figure.value),
        short(figure.target),
        peer.as_deref().unwrap_or("–"),
        unit = figure.unit,
    )
}

/// Three digits that matter.
fn short(value: f64) -> String {
    match value.abs() {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
