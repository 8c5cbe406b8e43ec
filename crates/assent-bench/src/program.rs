//! The program as a whole: how large, how soon there, how much memory at the demo.

use std::fs;

use crate::report::{Goal, Report};
use crate::server::Served;
use crate::{Options, processes};

/// Starts, of which the median counts.
const STARTS: usize = 7;

pub(crate) fn measure(report: &mut Report, options: &Options) -> anyhow::Result<()> {
    let size = fs::metadata(&options.program)?.len() as f64 / 1e6;
    report.add("size of the program", None, size, goal(60.0, "MB", None));
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("demo.db");
    let database = database.to_string_lossy();
    // The first run makes the demo; those that count find it there.
    drop(Served::demo(&options.program, &database)?);
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(Served::demo(&options.program, &database)?.started_in.as_secs_f64());
    }
    starts.sort_by(f64::total_cmp);
    let start = starts[STARTS / 2];
    report.add("start, until it answers", Some("SQLite"), start, goal(0.3, "s", Some(0.9)));
    let served = Served::demo(&options.program, &database)?;
    served.look_around()?;
    let memory = processes::resident_mb(served.pid());
    report.add("memory at the demo", Some("SQLite"), memory, goal(80.0, "MB", Some(426.0)));
    Ok(())
}

fn goal(target: f64, unit: &'static str, espo: Option<f64>) -> Goal {
    Goal { target, unit, peer: espo.map(|value| ("EspoCRM", value)) }
}
