//! What igraph and scipy take over the same network, and whether they find the same.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use assent_inference::{Acquainted, Model, Place};
use serde::{Deserialize, Serialize};

use super::given::{DAY, Market, PEOPLE};

const SCRIPT: &str = include_str!("peers.py");
/// Costs are summed in another order there.
const TOLERANCE: f64 = 1e-9;

#[derive(Serialize)]
struct Task<'a> {
    arcs: &'a Path,
    people: u32,
    questions: &'a [(u32, u32)],
    /// To how many of these three ways are wanted: that takes them a minute each.
    three: usize,
}

/// What they answered.
#[derive(Deserialize)]
pub(super) struct Peers {
    igraph: String,
    scipy: String,
    pub(super) build_seconds: f64,
    /// Of the best way its cost, its hops, and how long it took.
    ways: Vec<(f64, usize, f64)>,
    /// The same of the best three.
    three: Vec<(Vec<(f64, usize)>, f64)>,
    lengths_seconds: Vec<f64>,
    /// How far the target is away from the start.
    away: Vec<f64>,
}

impl Peers {
    pub(super) fn one_way_millis(&self) -> f64 {
        median(self.ways.iter().map(|(.., seconds)| seconds * 1e3))
    }

    pub(super) fn three_ways_millis(&self) -> f64 {
        median(self.three.iter().map(|(_, seconds)| seconds * 1e3))
    }

    pub(super) fn lengths_millis(&self) -> f64 {
        median(self.lengths_seconds.iter().map(|seconds| seconds * 1e3))
    }

    /// Who was asked, in which versions.
    pub(super) fn versions(&self) -> String {
        format!("igraph {}, scipy {}", self.igraph, self.scipy)
    }

    /// Holds the costs of our ways against theirs, question by question; says how many were the same.
    /// Theirs may be longer than ours ever are, or straight, and cost less then.
    pub(super) fn compare(&self, ours: &[Vec<f64>], most_hops: usize) -> anyhow::Result<usize> {
        let mut compared = 0;
        let counts = |hops: usize| (2..=most_hops).contains(&hops);
        for ((own, (cost, hops, _)), away) in ours.iter().zip(&self.ways).zip(&self.away) {
            ensure!((cost - away).abs() < TOLERANCE, "igraph says {cost}, scipy {away}");
            let best = own.first().copied().unwrap_or(f64::INFINITY);
            ensure!(best > cost - TOLERANCE, "igraph says {cost}, we {best}");
            ensure!(!counts(*hops) || best - cost < TOLERANCE, "igraph says {cost}, we {best}");
            compared += usize::from(counts(*hops));
        }
        for (own, (theirs, _)) in ours.iter().zip(&self.three) {
            let all_count = theirs.iter().all(|(_, hops)| counts(*hops));
            let costs: Vec<f64> = theirs.iter().map(|(cost, _)| *cost).collect();
            let same = own.iter().zip(&costs).all(|(one, other)| (one - other).abs() < TOLERANCE);
            ensure!(!all_count || same, "igraph says {costs:?}, we {own:?}");
            compared += usize::from(all_count);
        }
        Ok(compared)
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Asks them; `None` if there is no such Python, or it lacks either.
pub(super) fn ask(
    python: &Path,
    model: &Model,
    market: &Market,
    questions: &[(u32, u32)],
    three: usize,
) -> anyhow::Result<Option<Peers>> {
    let has_both =
        Command::new(python).args(["-c", "import igraph, scipy"]).stderr(Stdio::null()).status();
    if !has_both.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let folder = tempfile::tempdir()?;
    let arcs = folder.path().join("arcs");
    write_arcs(&arcs, model, market)?;
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let task = serde_json::to_vec(&Task { arcs: &arcs, people: PEOPLE, questions, three })?;
    child.stdin.take().context("no pipe")?.write_all(&task)?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the comparison with igraph and scipy failed");
    Ok(Some(serde_json::from_slice(&output.stdout)?))
}

/// Both directions of every tie, each with what a hop along it costs.
fn write_arcs(file: &Path, model: &Model, market: &Market) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(file)?);
    let prior = model.path_prior();
    for tie in &market.ties {
        let [Place::Person(one), Place::Person(other)] = tie.ends() else { continue };
        let turned = Acquainted::with(other, one, tie.tied().turned());
        for (from, to, tied) in [(one, other, tie.tied()), (other, one, turned.tied())] {
            let age = DAY - tied.renewed_days();
            let strength = model.acquaintance_prior(tied.kind()).strength(age);
            let [from_standing, to_standing] = [from, to].map(|person| market.standing(person));
            let chance = prior.chance(strength, tied.rank(), &from_standing, &to_standing);
            file.write_all(&from.to_le_bytes())?;
            file.write_all(&to.to_le_bytes())?;
            file.write_all(&(prior.hop_cost - chance.ln()).to_le_bytes())?;
        }
    }
    file.flush()?;
    Ok(())
}
