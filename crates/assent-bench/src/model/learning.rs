//! Does learning find figures that are not those of the priors, and are they as far off as it says?

mod truth;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::time::Instant;

use anyhow::Context;
use assent_inference::{
    Channel, Completeness, DEFAULT_PRIORS, Dealing, LearnedEntry, Learning, Model, Phase, Plan,
    Priors, Setting, Share, Start, learn, simulate, values_at,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::table::Table;

/// How long one is watched, in days: from the first up to the second.
const WATCHED_DAYS: std::ops::Range<u32> = 30..240;
/// Truths that are drawn, each with dealings of its own.
const TRUTHS: u64 = 6;
/// The half of an 80 % interval, in standard errors.
const HALF: f64 = 1.281_551_565_544_6;
/// How far the size of the errors may be from what is stated, as a ratio.
const NEAR: f64 = 0.25;

/// A learned number against the truth.
#[derive(Clone, Copy, Debug)]
struct Found {
    off: f64,
    stated: f64,
    off_before: f64,
}

pub(super) fn measure(model: &Model, dealings: usize, seed: u64) -> anyhow::Result<Table> {
    let mut table = Table::new(format!(
        "Learning from {dealings} dealings with records kept by hand, {TRUTHS} truths drawn around the \
         priors: root mean square of the error (of the priors, before), of the error in standard \
         errors as stated, and the share of 80 % intervals that hold the truth."
    ));
    let by_hand = model.completeness();
    let answers_kept = by_hand.with(Channel::Reply, Share::ONE);
    let mut found = BTreeMap::new();
    let mut learned = Vec::new();
    let began = Instant::now();
    for draw in 0..TRUTHS {
        let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000) + draw);
        learned.push(one(model, (answers_kept, dealings), "", &mut found, &mut rng)?);
        let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000) + draw);
        let lost =
            one(model, (by_hand, dealings), " of which .8 are recorded", &mut found, &mut rng);
        learned.push(lost?);
    }
    let seconds = began.elapsed().as_secs_f64() / learned.len() as f64;
    let falls = learned.iter().flat_map(|one| one.climb.windows(2)).filter(|two| two[1] < two[0]);
    let steps: usize = learned.iter().map(|one| one.climb.len() - 1).sum();
    let falls = falls.count();
    table.want("the objective falls", format!("{falls} of {steps} steps"), "never", || falls == 0);
    for (group, all) in &found {
        tell(&mut table, group, all);
    }
    let passes = learned.iter().map(|one| one.passes).sum::<usize>() / learned.len();
    table.tell("passes, time on one core", format!("{passes}, {seconds:.0} s"));
    Ok(table)
}

/// Learns from dealings of one truth.
fn one(
    model: &Model,
    (kept, count): (Completeness, usize),
    answers: &str,
    found: &mut BTreeMap<String, Vec<Found>>,
    rng: &mut StdRng,
) -> anyhow::Result<Learning> {
    let (truth, text) = truth::drawn(model, rng)?;
    let dealings = dealings(&truth, (kept, count), rng)?;
    let priors = Priors::parse(DEFAULT_PRIORS)?;
    let learned = learn(&priors, &dealings, |_| ControlFlow::Continue(())).context("broken off")?;
    let truths = values_at(&text, learned.entries.iter().map(|entry| entry.key.as_str()))?;
    for entry in &learned.entries {
        let group = group(entry);
        if !answers.is_empty() && !group.contains("answers") {
            continue;
        }
        let truth = match truths.get(&entry.key) {
            Some(Some(Setting::Number(number))) => vec![*number],
            Some(Some(Setting::Numbers(numbers))) => numbers.clone(),
            _ => anyhow::bail!("{} has no truth", entry.key),
        };
        let all = found.entry(format!("{group}{answers}")).or_default();
        all.extend(compare(entry, &truth));
    }
    Ok(learned)
}

/// Rates and half-lives are compared by their logarithms.
fn compare(entry: &LearnedEntry, truth: &[f64]) -> Vec<Found> {
    let logs = entry.key.contains("most_per") || entry.key.contains("half_life");
    let mut found = Vec::new();
    for (at, truth) in truth.iter().enumerate() {
        let [value, stated, before] = [entry.values[at], entry.errors[at], entry.before[at]];
        if stated == 0.0 {
            continue;
        }
        found.push(if logs {
            Found {
                off: (value / truth).ln(),
                stated: stated / value,
                off_before: (before / truth).ln(),
            }
        } else {
            Found { off: value - truth, stated, off_before: before - truth }
        });
    }
    found
}

fn group(entry: &LearnedEntry) -> &'static str {
    let key = entry.key.as_str();
    if key.starts_with("factor.") {
        "half-lives"
    } else if key.contains("most_per_100_days") {
        "log rates of answers to questions"
    } else if key.contains("most_per_") {
        "log rates of signs"
    } else if key.starts_with("sign.") {
        "weights of signs"
    } else if key.ends_with(".base") {
        "bases of replies"
    } else {
        "weights of replies"
    }
}

fn tell(table: &mut Table, group: &str, all: &[Found]) {
    let count = all.len() as f64;
    let root = |of: &dyn Fn(&Found) -> f64| {
        (all.iter().map(|one| of(one).powi(2)).sum::<f64>() / count).sqrt()
    };
    let (off, before) = (root(&|one| one.off), root(&|one| one.off_before));
    let ratio = root(&|one| one.off / one.stated);
    let mean = all.iter().map(|one| one.off).sum::<f64>() / count;
    let held = all.iter().filter(|one| one.off.abs() <= HALF * one.stated).count() as f64 / count;
    let value = format!("{off:.3} ({before:.3}), mean {mean:+.3}; {ratio:.2}; {held:.2}");
    let what = format!("{group}, {count} numbers");
    if group.contains("recorded") {
        table.tell(what, value);
    } else {
        let wanted = format!("nearer; 1 ± {NEAR}");
        table.want(what, value, wanted, || off < before && (ratio - 1.0).abs() <= NEAR);
    }
}

fn dealings(
    model: &Model,
    (kept, count): (Completeness, usize),
    rng: &mut StdRng,
) -> anyhow::Result<Vec<Dealing>> {
    let source = model.source("seller_note").context("no such source")?;
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: kept };
    let mut one = || {
        let until_days = f64::from(rng.random_range(WATCHED_DAYS));
        let plan = Plan::of_usual_effort(model, until_days, source, rng);
        let history = simulate(model, &start, &plan, rng).history;
        Dealing { start, history, until_days }
    };
    Ok((0..count).map(|_| one()).collect())
}
