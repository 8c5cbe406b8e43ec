//! What is recovered of people from their records: where they stand, and how sure that is.

use assent_inference::{
    Calibration, Completeness, DEFAULT_PRIORS, Factor, Model, Phase, Priors, Share, Stage,
    StateSet, scaled,
};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::people::{Person, people};
use super::rules::{Rule, place};
use super::table::{Estimate, Table};

pub(crate) fn measure(model: &Model, count: usize, seed: u64) -> anyhow::Result<Table> {
    let title = format!(
        "What is recovered of {count} people, watched for 30 to 240 days. Simulated signs are \
         independent news, so the filter is that without repeat decay; “as shipped” has it."
    );
    let mut table = Table::new(title);
    // Independent signs want a filter that takes them for independent.
    let plain = DEFAULT_PRIORS.replace("\nsign = 0.6", "\nsign = 1.0");
    anyhow::ensure!(plain != DEFAULT_PRIORS, "the priors weaken repeated signs otherwise");
    let plain = Model::new(&Priors::parse(&plain)?);
    let (by_hand, full) = (model.completeness(), Completeness::uniform(Share::ONE));
    let settings = [
        ("by hand", &plain, by_hand, Some(0.47)),
        ("connected", &plain, full, Some(0.53)),
        ("by hand, as shipped", model, by_hand, None),
        ("connected, as shipped", model, full, None),
    ];
    for (name, filter, kept, least_right) in settings {
        let mut rng = StdRng::seed_from_u64(seed);
        let people = people(filter, kept, count, &mut rng)?;
        calibration(&mut table, name, &people, least_right.is_some(), &mut rng);
        stages(&mut table, name, &people, least_right, &Rule::new(filter));
    }
    Ok(table)
}

fn calibration(table: &mut Table, name: &str, people: &[Person], promised: bool, rng: &mut StdRng) {
    let holds = people.iter().map(|one| one.belief.credible_set_holds(one.truth, 0.8, rng));
    let holds: Vec<bool> = holds.collect();
    let covered = Estimate::share(holds.into_iter());
    let evaluating = StateSet::stage_at_least(Phase::Buy, Stage::Evaluating);
    let forecast = |one: &Person| (one.belief.log_odds(evaluating), evaluating.contains(one.truth));
    let fit = Calibration::of(&people.iter().map(forecast).collect::<Vec<_>>());
    let slope = Estimate { value: fit.slope, error: fit.slope_error };
    let coverage = format!("{name}: 80 % sets hold the truth");
    let calibration = format!("{name}: slope of P(evaluating or further)");
    if promised {
        table.want(coverage, covered, ".80 ± .02", || (covered.value - 0.8).abs() <= 0.02);
        table.want(calibration, slope, "1 ± .1", || (slope.value - 1.0).abs() <= 0.1);
    } else {
        table.tell(coverage, covered);
        table.tell(calibration, slope);
    }
    if !promised {
        return;
    }
    for (factor, letter) in Factor::ALL.into_iter().zip(["C", "P", "B"]) {
        table.tell(format!("{name}: R² of {letter}"), explained(people, factor));
    }
    let score = Estimate::mean(people.iter().map(|one| one.belief.probability(one.truth).ln()));
    table.tell(format!("{name}: log score"), score);
}

/// The share of the variation of a factor's true levels that its expected level explains. Its error
/// is that of the ratio's influence function.
fn explained(people: &[Person], factor: Factor) -> Estimate {
    let count = people.len() as f64;
    let pairs = people.iter().map(|one| (scaled(one.truth.level(factor)), one.belief.mean(factor)));
    let mean = pairs.clone().map(|(truth, _)| truth).sum::<f64>() / count;
    let squares = pairs.map(|(truth, read)| ((truth - read).powi(2), (truth - mean).powi(2)));
    let missed = squares.clone().map(|(missed, _)| missed).sum::<f64>() / count;
    let varied = squares.clone().map(|(_, varied)| varied).sum::<f64>() / count;
    let ratio = missed / varied;
    let influence = squares.map(|(missed, varies)| (missed - ratio * varies) / varied);
    Estimate { value: 1.0 - ratio, error: Estimate::mean(influence).error }
}

/// How often each way of reading the stage is right, and within one.
fn stages(
    table: &mut Table,
    name: &str,
    people: &[Person],
    least_right: Option<f64>,
    rule: &Rule<'_>,
) {
    let hits = |read: &dyn Fn(&Person) -> Stage| {
        let off = |one: &Person| place(read(one)).abs_diff(place(Stage::of(one.truth, Phase::Buy)));
        let off: Vec<usize> = people.iter().map(off).collect();
        (
            Estimate::share(off.iter().map(|off| *off == 0)),
            Estimate::share(off.iter().map(|off| *off <= 1)),
        )
    };
    let likeliest = |one: &Person| {
        let stages = one.belief.stages(Phase::Buy);
        let best = stages.iter().max_by(|one, other| one.1.total_cmp(&other.1));
        best.map_or(Stage::Aware, |(stage, _)| stage)
    };
    let (right, near) = hits(&likeliest);
    let what = format!("{name}: likeliest stage right (within one)");
    let value = format!("{right} ({:.3})", near.value);
    match least_right {
        Some(least) => {
            table.want(what, value, format!("≥ {least}"), || right.value >= least);
        }
        None => return table.tell(what, value),
    }
    let mut tell = |reader, read: &dyn Fn(&Person) -> Stage| {
        let (right, near) = hits(read);
        let what = format!("{name}: {reader} right (within one)");
        table.tell(what, format!("{right} ({:.3})", near.value));
    };
    tell("median stage", &|one| one.belief.stages(Phase::Buy).median());
    tell("rule “last event wins”", &|one| rule.last(&one.history));
    tell("rule “furthest event wins”", &|one| rule.furthest(&one.history, f64::INFINITY));
}
