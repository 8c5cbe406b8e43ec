//! Is a seller's completeness recovered from the seller's dealings?

use std::time::Instant;

use anyhow::Context;
use assent_inference::{
    Channel, Completeness, CompletenessEstimate, Dealing, Model, Phase, Plan, Share, Source, Start,
    estimate_completeness, simulate,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::table::{Estimate, Table};

/// From how many dealings on the estimate should be near.
const ENOUGH: usize = 200;
/// The channels of which such dealings tell enough. Milestones are few.
const TOLD: [Channel; 4] = [Channel::Written, Channel::Spoken, Channel::Contact, Channel::Reply];
/// How long one is watched, in days: from the first up to the second.
const WATCHED_DAYS: std::ops::Range<u32> = 30..240;
/// How far off an estimate may be.
const NEAR: f64 = 0.1;
/// Sorts of sellers: how many dealings they have, and what share they record, by channel.
const SORTS: [(&str, usize, [f64; 5]); 4] = [
    ("logs little", 200, [0.1, 0.1, 0.3, 0.8, 0.5]),
    ("as shipped", 200, [0.3, 0.3, 0.5, 0.95, 0.8]),
    ("logs much", 200, [0.8, 0.6, 0.8, 0.95, 0.9]),
    ("as shipped", 30, [0.3, 0.3, 0.5, 0.95, 0.8]),
];

pub(super) fn measure(model: &Model, sellers: u64, seed: u64) -> anyhow::Result<Table> {
    let mut table = Table::new(format!(
        "Completeness, {sellers} sellers of each sort: mean estimate (root mean square error; how \
         many of the 80 % intervals hold the truth; their mean width)."
    ));
    let source = model.source("seller_note").context("no such source")?;
    for (sort, dealings, shares) in SORTS {
        let truth = completeness(shares)?;
        let began = Instant::now();
        let found = estimates(model, (truth, dealings), source, sellers, seed);
        let seconds = 2.0 * began.elapsed().as_secs_f64() / sellers as f64;
        for channel in Channel::ALL {
            let what = format!("{sort}, {dealings} dealings: {}", channel.name());
            let truth = truth.share(channel).get();
            let tells = dealings >= ENOUGH && TOLD.contains(&channel);
            tell(&mut table, what, &found, (channel, truth, tells));
        }
        let evaluations = found.iter().map(|one| one.evaluations).sum::<usize>() as u64;
        let value = format!("{seconds:.1} s, filtered {} times", evaluations / sellers);
        table.tell(format!("{sort}, {dealings} dealings: a seller on one core"), value);
    }
    Ok(table)
}

fn completeness(shares: [f64; 5]) -> anyhow::Result<Completeness> {
    let mut all = Completeness::uniform(Share::ZERO);
    for (channel, share) in Channel::ALL.into_iter().zip(shares) {
        all = all.with(channel, Share::new(share)?);
    }
    Ok(all)
}

fn tell(
    table: &mut Table,
    what: String,
    found: &[CompletenessEstimate],
    (channel, truth, tells): (Channel, f64, bool),
) {
    let of = || found.iter().map(|one| one.channels[channel as usize]);
    let mean = Estimate::mean(of().map(|one| one.share.get()));
    let square = of().map(|one| (one.share.get() - truth).powi(2)).sum::<f64>();
    let error = (square / found.len() as f64).sqrt();
    let holds = of().filter(|one| (one.low.get()..=one.high.get()).contains(&truth)).count();
    let width = of().map(|one| one.high.get() - one.low.get()).sum::<f64>() / found.len() as f64;
    let recorded = of().map(|one| one.recorded).sum::<usize>() / found.len();
    let value =
        format!("{mean} ({error:.3}; {holds} of {}; {width:.2}), {recorded} recorded", found.len());
    if tells {
        table.want(what, value, format!("{truth} ± {NEAR}"), || error <= NEAR);
    } else {
        table.tell(format!("{what}, in truth {truth}"), value);
    }
}

/// Half of the sellers on each of two cores.
fn estimates(
    model: &Model,
    (truth, count): (Completeness, usize),
    source: Source,
    sellers: u64,
    seed: u64,
) -> Vec<CompletenessEstimate> {
    let one = move |seller| {
        let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000) + seller);
        estimate_completeness(model, &dealings(model, (truth, count), source, &mut rng))
    };
    std::thread::scope(|scope| {
        let halves = [0, 1].map(|half| {
            scope.spawn(move || (half..sellers).step_by(2).map(one).collect::<Vec<_>>())
        });
        let finished = halves.into_iter().filter_map(|half| half.join().ok());
        finished.flatten().collect()
    })
}

fn dealings(
    model: &Model,
    (truth, count): (Completeness, usize),
    source: Source,
    rng: &mut StdRng,
) -> Vec<Dealing> {
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: truth };
    let mut one = || {
        let until_days = f64::from(rng.random_range(WATCHED_DAYS));
        let plan = Plan::of_usual_effort(model, until_days, source, rng);
        let history = simulate(model, &start, &plan, rng).history;
        Dealing { start, history, until_days }
    };
    (0..count).map(|_| one()).collect()
}
