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
use given::{DAY, Market, PEOPLE};
use peers::Peers;

/// Questions asked for each figure.
const QUESTIONS: usize = 1_000;
/// Of these, those that igraph and scipy are asked, and those to which igraph is asked for three ways.
const OF_PEERS: usize = 7;
const THREE_OF_PEERS: usize = 2;
/// Ties that change, one person after the other.
const CHANGES: usize = 20_000;

/// All ways along ties count.
const ALONG_TIES: Manner = (Strangers::Never, Alternatives::Simple);
/// As sellers ask: with strangers, and no way that comes back with a colleague put in.
const AS_SOLD: Manner = (Strangers::Approached, Alternatives::WithoutDetours);

type Manner = (Strangers, Alternatives);

pub(crate) fn measure(report: &mut Report, python: &Path) -> anyhow::Result<()> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let mut dice = StdRng::seed_from_u64(7);
    let market = Market::drawn(&model, &mut dice);
    let questions = market.questions(QUESTIONS, &mut dice);
    along_ties(report, &model, &market, &questions, python)?;
    let market = market.with_houses(&model)?;
    as_sold(
        report,
        &Asked { model: &model, network: &market.network(), market: &market },
        &questions,
        &mut dice,
    );
    Ok(())
}

/// Along ties alone, as others can be asked too.
fn along_ties(
    report: &mut Report,
    model: &Model,
    market: &Market,
    questions: &[(u32, u32)],
    python: &Path,
) -> anyhow::Result<()> {
    let before_mb = processes::resident_mb(std::process::id());
    let began = processes::thread_ms();
    let network = market.network();
    let build_seconds = (processes::thread_ms() - began) / 1e3;
    let asked = Asked { model, network: &network, market };
    let times = asked.millis(questions, ALONG_TIES);
    let over_mb = processes::peak_mb(std::process::id()) - before_mb;
    let of_peers = &questions[..OF_PEERS];
    let peers = peers::ask(python, model, market, of_peers, THREE_OF_PEERS)?;
    let mut add = |name: &str, value, target, unit, peer| {
        report.add(name, None, value, Goal { target, unit, peer });
    };
    let peer = |name, value: fn(&Peers) -> f64| peers.as_ref().map(|peers| (name, value(peers)));
    let three = peer("igraph, three ways", Peers::three_ways_millis);
    add("three ways in (1M people, 10M ties), median", at(&times, 0.5), 10.0, "ms", three);
    let one = peer("igraph, one way", Peers::one_way_millis);
    add("three ways in, 99 of 100", at(&times, 0.99), 10.0, "ms", one);
    let lengths = peer("scipy, lengths to all", Peers::lengths_millis);
    add("three ways in, the slowest of 1,000", at(&times, 1.0), 100.0, "ms", lengths);
    let build = peer("igraph", |peers| peers.build_seconds);
    add("laying the network down", build_seconds, 3.0, "s", build);
    add("memory over the ties it is built of", over_mb, 250.0, "MB", None);
    let Some(peers) = peers else {
        eprintln!("**NOT COMPARED**: {} has no igraph and scipy", python.display());
        return Ok(());
    };
    let costs = |ends: &(u32, u32)| {
        asked.ways(*ends, ALONG_TIES).iter().map(|way| way.cost).collect::<Vec<f64>>()
    };
    let ours: Vec<Vec<f64>> = of_peers.iter().map(costs).collect();
    let same = peers.compare(&ours, model.path_prior().max_hops)?;
    eprintln!(
        "{}: {same} of {} answers are ours, the others not comparable",
        peers.versions(),
        OF_PEERS + THREE_OF_PEERS
    );
    Ok(())
}

/// With houses and strangers, from and to those who know everybody, and as it changes.
fn as_sold(report: &mut Report, asked: &Asked<'_>, questions: &[(u32, u32)], dice: &mut StdRng) {
    let mut add = |name: &str, value, target, unit| {
        report.add(name, None, value, Goal { target, unit, peer: None });
    };
    let times = asked.millis(questions, AS_SOLD);
    add("the same with 20k houses and strangers, 99 of 100", at(&times, 0.99), 10.0, "ms");
    let hubs = asked.market.questions_to_hubs(asked.network, QUESTIONS, dice);
    let times = asked.millis(&hubs, AS_SOLD);
    add("from and to the best connected, 99 of 100", at(&times, 0.99), 10.0, "ms");
    let (change_micros, worn_millis, compact_seconds) = changes(asked, dice);
    add("a person's ties changed", change_micros, 1_000.0, "µs");
    add("after 20k changes, 99 of 100", worn_millis, 10.0, "ms");
    add("laying the network down anew", compact_seconds, 3.0, "s");
}

/// A network that is asked.
struct Asked<'a> {
    model: &'a Model,
    network: &'a Network,
    market: &'a Market,
}

impl Asked<'_> {
    fn ways(&self, (from, to): (u32, u32), (strangers, alternatives): Manner) -> Vec<Way> {
        let question = WayQuestion {
            from,
            to,
            day: DAY,
            count: 3,
            most_willing: self.market.most_willing,
            strangers,
            alternatives,
        };
        ways(self.model, self.network, &question, |at| Some(self.market.standing(at)))
    }

    /// How long each question takes on the processor, sorted.
    fn millis(&self, questions: &[(u32, u32)], manner: Manner) -> Vec<f64> {
        let time = |ends: &(u32, u32)| {
            let began = processes::thread_ms();
            black_box(self.ways(*ends, manner));
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
    let worn = Asked { network: &network, ..*asked }.millis(&questions, AS_SOLD);
    let began = Instant::now();
    let anew = network.compacted();
    assert!(anew.arcs() <= network.arcs());
    (change_micros, at(&worn, 0.99), began.elapsed().as_secs_f64())
}

/// The value below which a share of sorted values lies.
fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() as f64 * share) as usize).min(sorted.len() - 1)]
}
