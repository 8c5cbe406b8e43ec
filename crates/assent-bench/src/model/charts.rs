//! The stall chart's run length, measured against the stated one.

use anyhow::Context;
use assent_inference::{Belief, Model, Phase, StallChart, Start};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::table::{Estimate, Table};

/// Runs of each chart, of which each ends with an alarm.
const RUNS: usize = 4_000;

pub(crate) fn measure(model: &Model, seed: u64) -> anyhow::Result<Table> {
    let mut table = Table::new(format!(
        "The stall chart's mean time to a false alarm, {RUNS} runs each: people whose signs come as \
         expected."
    ));
    let mut rng = StdRng::seed_from_u64(seed);
    let stall = model.control_prior().stall;
    let boss = model.role_prior(model.role("decision_maker").context("no such role")?);
    for (name, phase, pace) in [
        ("while buying", Phase::Buy, 1.0),
        ("a boss in use", Phase::Use, boss.pace_in_use),
        ("a daily user", Phase::Use, 1.0),
    ] {
        let start = Start { phase, at_days: 0.0, completeness: model.completeness() };
        let rate = pace * Belief::begin(model, &start).awaited_signs_per_day(model);
        let stated = stall.run_length_days[phase as usize];
        let chart = StallChart::new(rate, stall.ratio, stated).context("nothing is expected")?;
        let mut runs = |pace: f64| {
            let runs: Vec<f64> = (0..RUNS).map(|_| run(&chart, pace * rate, &mut rng)).collect();
            Estimate::mean(runs.into_iter())
        };
        let (quiet, stalled) = (runs(1.0), runs(stall.ratio));
        let what = format!("{name}, {:.1} signs a year: days to an alarm", 365.0 * rate);
        let value = format!("{:.0} ± {:.0}", quiet.value, quiet.error);
        table.want(what, value, format!("{stated:.0} ± 10 %"), || {
            (quiet.value / stated - 1.0).abs() <= 0.1
        });
        let what = format!("{name}, once they come {:.1} times as often", stall.ratio);
        table.tell(what, format!("{:.0} ± {:.0}", stalled.value, stalled.error));
    }
    Ok(table)
}

/// Days from 0 to the first alarm while signs come at `rate` a day.
fn run(chart: &StallChart, rate: f64, rng: &mut StdRng) -> f64 {
    let (mut days, mut now) = (Vec::new(), 0.0);
    loop {
        now += -(1.0 - rng.random::<f64>()).ln() / rate;
        if let Some(since) = chart.read(0.0, &days, now).ringing_since_days {
            return since;
        }
        days.push(now);
    }
}
