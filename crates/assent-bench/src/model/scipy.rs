//! The filter beside scipy, on the same gaps in the same run.
//!
//! Of scipy only the quiet gaps are asked, by each of its two ways; of Assent the gaps with all the
//! evidence after them. The records are taken to be empty of silence (completeness 0), so that a gap
//! is the bare exponential of the generator.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context;
use assent_inference::{Completeness, Model, Phase, Share, State, Step, StepKind, filter};
use serde::{Deserialize, Serialize};

use super::table::Table;
use crate::filter::{DAYS, Lives};

const SCRIPT: &str = include_str!("gaps.py");
/// People whose gaps are taken.
const PEOPLE: u64 = 12;

#[derive(Serialize)]
struct Sample {
    generator: Vec<Vec<f64>>,
    gaps: Vec<Gap>,
}

#[derive(Serialize)]
struct Gap {
    days: f64,
    before: Vec<f64>,
    after: Vec<f64>,
}

#[derive(Deserialize)]
struct Answer {
    version: String,
    expm_micros: f64,
    expm_multiply_micros: f64,
    largest_difference: f64,
}

pub(crate) fn measure(model: &Model, python: &Path) -> anyhow::Result<Table> {
    let mut lives = Lives::simulated(model, model.completeness(), PEOPLE)?;
    lives.start.completeness = Completeness::uniform(Share::ZERO);
    let gaps = gaps(&lives);
    let mut table = Table::new(format!("The filter beside scipy: {} quiet gaps.", gaps.len()));
    let own = lives.micros_a_round() / gaps.len() as f64;
    table.tell("Assent, a gap with the evidence after it", format!("{own:.1} µs"));
    let Some(answer) = ask(python, &Sample { generator: generator(model), gaps })? else {
        table.tell("scipy", format!("**NOT COMPARED**: {} has no scipy", python.display()));
        return Ok(table);
    };
    for (way, micros) in
        [("expm", answer.expm_micros), ("expm_multiply", answer.expm_multiply_micros)]
    {
        let what = format!("scipy {} {way}, the gap alone", answer.version);
        table.tell(what, format!("{micros:.0} µs, {:.0} times as long", micros / own));
    }
    let off = answer.largest_difference;
    table.want("largest difference to expm", format!("{off:.1e}"), "≤ 1e-12", || off <= 1e-12);
    Ok(table)
}

fn generator(model: &Model) -> Vec<Vec<f64>> {
    let row = |from| State::all().map(|to| model.rate(Phase::Buy, from, to)).collect();
    State::all().map(row).collect()
}

fn gaps(lives: &Lives<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for history in &lives.histories {
        let mut last = 0.0;
        let mut note = |step: Step<'_>| {
            if step.kind == StepKind::Quiet {
                let [before, after] = [step.before, step.after].map(|one| one.as_array().to_vec());
                gaps.push(Gap { days: step.at_days - last, before, after });
            }
            last = step.at_days;
        };
        filter(lives.model, &lives.start, history, DAYS, &mut note);
    }
    gaps
}

/// `None` if there is no such Python, or it has no scipy.
fn ask(python: &Path, sample: &Sample) -> anyhow::Result<Option<Answer>> {
    let has_scipy =
        Command::new(python).args(["-c", "import scipy"]).stderr(Stdio::null()).status();
    if !has_scipy.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let text = serde_json::to_vec(sample)?;
    child.stdin.take().context("no pipe")?.write_all(&text)?;
    let output = child.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "the comparison with scipy failed");
    Ok(Some(serde_json::from_slice(&output.stdout)?))
}
