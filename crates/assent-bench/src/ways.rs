//! The way in at the size of a market: a million people, ten million ties; beside igraph and scipy on
//! the same network in the same run.

mod given;
mod peers;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use assent_inference::{
    Alternatives, DEFAULT_PRIORS, Model, Network, Priors, Strangers, Way, WayQuestion, ways,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::processes;
use crate::report::{Goal, Report};
use given::{CIRCLES, DAY, Market, PEOPLE};

/// Questions asked for each figure.
const QUESTIONS: usize = 1_000;
/// Ties that change, one person after the other.
const CHANGES: usize = 20_000;

pub(crate) fn measure(report: &mut Report, python: &Path) -> anyhow::Result<()> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let mut dice = StdRng::seed_from_u64(7);
    let market = Market::drawn(&model, &mut dice);
    let questions = market.questions(QUESTIONS, &mut dice);
    plain(report, &model, &market, &questions, python)?;
    let market = market.with_houses(&model)?;
    let mut add = |name: &str, value, target, unit| {
        report.add(name, None, value, Goal { target, unit, peer: None });
    };
    let before_mb = processes::resident_mb(std::process::id());
    let network = Network::new(PEOPLE, CIRCLES, &market.ties);
    let asked = Asked { model: &model, network: &network, market: &market };
    let times = asked.millis(&questions, Strangers::Approached);
    add("the same with 20k houses and strangers, 99 of 100", at(&times, 0.99), 10.0, "ms");
    let hubs = market.questions_to_hubs(&network, QUESTIONS, &mut dice);
    let times = asked.millis(&hubs, Strangers::Approached);
    add("from and to the best connected, 99 of 100", at(&times, 0.99), 10.0, "ms");
    let over_mb = processes::peak_mb(std::process::id()) - before_mb;
    add("memory over the ties it is built of", over_mb, 250.0, "MB");
    let (change_micros, worn_millis, compact_seconds) = changes(&asked, &mut dice);
    add("a person's ties changed", change_micros, 1_000.0, "µs");
    add("after 20k changes, 99 of 100", worn_millis, 10.0, "ms");
    add("laying the network down anew", compact_seconds, 3.0, "s");
    Ok(())
}

/// Along ties alone, as others can be asked too.
fn plain(
    report: &mut Report,
    model: &Model,
    market: &Market,
    questions: &[(u32, u32)],
    python: &Path,
) -> anyhow::Result<()> {
    let began = Instant::now();
    let network = Network::new(PEOPLE, 0, &market.ties);
    let build_seconds = began.elapsed().as_secs_f64();
    let asked = Asked { model, network: &network, market };
    let times = asked.millis(questions, Strangers::Never);
    let peers = peers::ask(python, &asked, questions)?;
    let mut add = |name: &str, value, target, unit, peer| {
        report.add(name, None, value, Goal { target, unit, peer });
    };
    let igraph = peers.as_ref().map(|peers| ("igraph, one way", peers.igraph_millis));
    let scipy = peers.as_ref().map(|peers| ("scipy, lengths to all", peers.scipy_millis));
    let igraph_build = peers.as_ref().map(|peers| ("igraph", peers.igraph_build_seconds));
    add("three ways in (1M people, 10M ties), median", at(&times, 0.5), 10.0, "ms", igraph);
    add("three ways in, 99 of 100", at(&times, 0.99), 10.0, "ms", scipy);
    add("laying the network down", build_seconds, 3.0, "s", igraph_build);
    match peers {
        Some(peers) => eprintln!("{peers}"),
        None => eprintln!("**NOT COMPARED**: {} has no igraph and scipy", python.display()),
    }
    Ok(())
}

/// A network that is asked.
pub(crate) struct Asked<'a> {
    model: &'a Model,
    network: &'a Network,
    market: &'a Market,
}

impl Asked<'_> {
    fn ways(&self, (from, to): (u32, u32), strangers: Strangers) -> Vec<Way> {
        let (count, alternatives) = match strangers {
            Strangers::Never => (1, Alternatives::Simple),
            Strangers::Approached => (3, Alternatives::WithoutDetours),
        };
        let question = WayQuestion {
            from,
            to,
            day: DAY,
            count,
            most_willing: self.market.most_willing,
            strangers,
            alternatives,
        };
        ways(self.model, self.network, &question, |at| Some(self.market.standing(at)))
    }

    /// How long each question takes, sorted.
    fn millis(&self, questions: &[(u32, u32)], strangers: Strangers) -> Vec<f64> {
        let time = |ends: &(u32, u32)| {
            let began = processes::thread_ms();
            black_box(self.ways(*ends, strangers));
            processes::thread_ms() - began
        };
        let mut times: Vec<f64> = questions.iter().map(time).collect();
        times.sort_by(f64::total_cmp);
        times
    }
}

/// How long a person's change takes, how long questions take after many, and laying down anew.
fn changes(asked: &Asked<'_>, dice: &mut StdRng) -> (f64, f64, f64) {
    let mut network = asked.network.clone();
    let began = Instant::now();
    for _ in 0..CHANGES {
        let person = dice.random_range(0..PEOPLE);
        let mut ties: Vec<_> = network.ties(person).skip(1).collect();
        ties.push(asked.market.any_tie(dice));
        network.set_ties(person, ties);
    }
    let change_micros = began.elapsed().as_secs_f64() * 1e6 / CHANGES as f64;
    let questions = asked.market.questions(QUESTIONS / 4, dice);
    let worn = Asked { network: &network, ..*asked }.millis(&questions, Strangers::Approached);
    let began = Instant::now();
    let anew = network.compacted();
    assert!(anew.arcs() <= network.arcs());
    (change_micros, at(&worn, 0.99), began.elapsed().as_secs_f64())
}

/// The value below which a share of sorted values lies.
fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() as f64 * share) as usize).min(sorted.len() - 1)]
}
