//! Ten million pieces of evidence, and the memory they take.

use assent_inference::Model;

use super::table::Table;
use crate::filter::{Lives, LongRun};

/// People whose records are filtered again and again.
const PEOPLE: u64 = 1_000;

pub(crate) fn measure(model: &Model) -> anyhow::Result<Table> {
    let mut table = Table::new(format!("Speed, on the records of {PEOPLE} people over a year."));
    let lives = Lives::simulated(model, model.completeness(), PEOPLE)?;
    let micros = lives.micros_a_round() / lives.events() as f64;
    table.want("an event on one core", format!("{micros:.2} µs"), "≤ 12 µs", || micros <= 12.0);
    let long = LongRun::of(&lives);
    let seconds = format!("{:.1} s", long.seconds);
    table.want("10 million events on two cores", seconds, "≤ 60 s", || long.seconds <= 60.0);
    table.tell("memory at its peak", format!("{:.1} MB", long.peak_mb));
    Ok(table)
}
