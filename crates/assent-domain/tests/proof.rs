//! Proof: what was said of a deal on a day knows nothing of later days, and who wins is told only where
//! there is enough to tell it by.

use std::collections::BTreeMap;

use assent_domain::evidence::{CommitmentRecord, DealRecords, InteractionRecord};
use assent_domain::group::{Bond, BondKind, Part};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::interaction::{CommitmentFacts, Direction, InteractionFacts, SignFacts, Source};
use assent_domain::opportunity::BuyingRole;
use assent_domain::picture::DealFacts;
use assent_domain::proof::{
    AGES, ClosedDeal, Contest, LEAST_DEALS, Sample, Shortage, TrackRecord, Winner, prove, samples,
};
use assent_domain::time::Day;
use assent_inference::{Case, DEFAULT_PRIORS, Forecasted, Forecasts, Model, Priors};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

const SELLER: u128 = 100;

fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"))
}

fn person(n: u128) -> PersonId {
    Uuid::from_u128(n).into()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn deal_id() -> OpportunityId {
    Uuid::from_u128(999).into()
}

/// Won on 1 May 2026, begun on 1 January, with somebody whose part was written down at once.
fn deal() -> ClosedDeal {
    let part =
        Part { person: person(1), role: BuyingRole::DecisionMaker, since: None, until: None };
    let ours = [person(SELLER)].into();
    let facts = DealFacts {
        records: DealRecords { ours, ..DealRecords::default() },
        parts: vec![part],
        bonds: Vec::new(),
        opened_on: day("2026-01-01"),
        expected_close: None,
        stages: Vec::new(),
        closed_on: Some(day("2026-05-01")),
    };
    let parts_added = BTreeMap::from([(person(1), day("2026-01-01"))]);
    ClosedDeal { facts, won: true, closed_on: day("2026-05-01"), parts_added }
}

fn met(mut deal: ClosedDeal, at: &str, who: u128, sign: Option<&str>) -> ClosedDeal {
    let signs = sign.iter().map(|kind| SignFacts {
        person_id: person(who),
        kind: kind.parse().expect("a sign"),
        source: None,
        benefit: None,
    });
    let facts = InteractionFacts {
        opportunity_id: deal_id(),
        kind: "meeting".parse().expect("a word"),
        direction: Some(Direction::Out),
        result: Some("held".parse().expect("a word")),
        at: day(at).start(),
        participants: vec![person(who)],
        through: Vec::new(),
        signs: signs.collect(),
        source: Source::CustomerWritten,
        words: None,
        by_id: Some(person(SELLER)),
        procedure_bound: false,
        assumed: false,
    };
    let id = Uuid::from_u128(1_000 + deal.facts.records.interactions.len() as u128).into();
    deal.facts.records.interactions.push(InteractionRecord { id, key: None, facts });
    deal
}

fn promised(mut deal: ClosedDeal, made: &str, due: &str, kept: Option<&str>) -> ClosedDeal {
    let facts = CommitmentFacts {
        opportunity_id: deal_id(),
        by_id: person(SELLER),
        to_id: person(1),
        text: "Written summary".parse().expect("a line"),
        made_on: day(made),
        due: Some(day(due)),
        kept_on: kept.map(day),
        broken_on: None,
        withdrawn_on: None,
        assumed: false,
    };
    let id = Uuid::from_u128(2_000 + deal.facts.records.commitments.len() as u128).into();
    deal.facts.records.commitments.push(CommitmentRecord { id, key: None, facts });
    deal
}

fn at_age(deal: &ClosedDeal, age: i64) -> Sample {
    let model = model();
    let mut found = samples(&model, model.control_prior(), deal, 0, &[age]);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// What is known on day 30 is the same whatever comes after it, though all of it lies in the records.
#[test]
fn what_was_said_on_a_day_knows_nothing_of_later_days() {
    let until_then = met(deal(), "2026-01-10", 1, Some("stated_problem"));
    let until_then = promised(until_then, "2026-01-12", "2026-01-20", None);
    let before = at_age(&until_then, 30);
    assert!(before.case.terms.iter().any(|term| *term != 0.0), "{before:?}");

    let mut later = met(until_then.clone(), "2026-02-10", 1, Some("endorsement"));
    later = met(later, "2026-02-11", 2, Some("concept_accepted"));
    later = promised(later, "2026-02-12", "2026-02-20", Some("2026-02-19"));
    // The promise that was overdue on day 30 was taken back after it.
    later.facts.records.commitments[0].facts.withdrawn_on = Some(day("2026-03-01"));
    // Somebody whose part has no date, and of whom nothing was heard before.
    later.facts.parts.push(Part {
        person: person(2),
        role: BuyingRole::BudgetHolder,
        since: None,
        until: None,
    });
    later.parts_added.insert(person(2), day("2026-02-11"));
    // They were introduced to one another later, and whoever left had not left yet.
    later.facts.bonds.push(Bond {
        from: person(2),
        to: person(1),
        kind: BondKind::Trusts,
        since: None,
        until: None,
        renewed: Some(day("2026-02-11")),
    });
    later.facts.records.parts_ended.insert(person(1), day("2026-04-01"));
    later.facts.parts[0].until = Some(day("2026-04-01"));
    later.facts.records.ordered_at = Some(day("2026-05-01").start());
    assert_eq!(at_age(&later, 30), before);
    assert_ne!(at_age(&later, 60), at_age(&until_then, 60));
}

#[test]
fn a_part_without_a_date_counts_from_the_first_thing_that_is_dated() {
    let mut deal = met(deal(), "2026-02-10", 1, Some("stated_problem"));
    // Loaded long after the deal had ended: the day on which the row was written tells nothing.
    deal.parts_added.insert(person(1), day("2027-01-01"));
    let nobody = at_age(&deal, 30);
    assert_eq!(nobody.shown, model().win_prior().base_rate);
    assert!(nobody.case.plain.iter().all(|number| *number == 0.0 || *number == 30.0_f64.ln_1p()));
    assert_ne!(at_age(&deal, 60).shown, nobody.shown);
}

#[test]
fn a_deal_is_asked_about_only_while_it_is_open() {
    let model = model();
    let short = ClosedDeal { closed_on: day("2026-02-05"), ..deal() };
    let asked = samples(&model, model.control_prior(), &short, 7, &AGES);
    assert_eq!(
        asked.iter().map(|one| (one.deal, one.age_days)).collect::<Vec<_>>(),
        [(7, 14), (7, 30)]
    );
}

/// Deals of which each has a chance of its own; what is shown and what can be counted are made of it.
fn history(
    count: usize,
    shown: impl Fn(f64, &mut StdRng) -> f64,
    plain: impl Fn(f64, &mut StdRng) -> f64,
) -> (Vec<(Day, bool)>, Vec<Sample>) {
    let mut rng = StdRng::seed_from_u64(3);
    let mut deals = Vec::new();
    let mut all = Vec::new();
    for deal in 0..count {
        let chance = 0.05 + 0.9 * rng.random::<f64>();
        let won = rng.random_bool(chance);
        let closed_on = Day::from_number(20_000 + 3 * deal as i64);
        deals.push((closed_on, won));
        let odds = (chance / (1.0 - chance)).ln();
        for age_days in [30, 60] {
            let shown = shown(odds, &mut rng);
            let case = Case {
                terms: vec![(shown / (1.0 - shown)).ln()],
                plain: vec![plain(odds, &mut rng)],
                read: Vec::new(),
                outcome: won,
            };
            all.push(Sample { deal, age_days, closed_on, shown, case });
        }
    }
    (deals, all)
}

fn proven(
    count: usize,
    shown: impl Fn(f64, &mut StdRng) -> f64,
    plain: impl Fn(f64, &mut StdRng) -> f64,
) -> TrackRecord {
    let (deals, samples) = history(count, shown, plain);
    prove(&model(), &deals, &samples)
}

fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn noise(_: f64, rng: &mut StdRng) -> f64 {
    rng.random()
}

#[test]
fn the_model_wins_where_it_knows_and_counts_tell_nothing() {
    let proof = proven(200, |odds, _| chance(odds), noise);
    let trial = proof.trial.expect("enough deals");
    assert_eq!((proof.closed, trial.earlier, trial.later), (200, 120, 80));
    assert_eq!((trial.verdict, trial.shown.verdict), (Winner::Model, Winner::Model));
    assert_eq!(trial.ages.iter().map(|one| one.age_days).collect::<Vec<_>>(), [30, 60]);
    assert_eq!(trial.shown.model.count, 160);
    let curve = &trial.shown.model.curve;
    assert_eq!(curve.iter().map(|bin| bin.count).sum::<usize>(), 160);
}

#[test]
fn the_challenger_wins_where_counts_tell_what_the_model_does_not_know() {
    let proof = proven(200, |_, _| 0.25, |odds, _| odds);
    let trial = proof.trial.expect("enough deals");
    assert_eq!(trial.verdict, Winner::Challenger);
    assert!(trial.shown.brier_difference > 0.0 && trial.shown.model_better < 0.05);
    // Set right by earlier deals, the model may count as well, and is then no worse.
    assert!(trial.corrected.brier_difference.abs() < 0.01, "{:?}", trial.corrected);
}

#[test]
fn nobody_wins_where_both_know_the_same() {
    let trial = proven(200, |odds, _| chance(odds), |odds, _| odds).trial.expect("enough deals");
    assert_eq!(trial.verdict, Winner::Undecided);
}

#[test]
fn a_chance_that_is_off_by_a_level_is_set_right_by_the_earlier_deals() {
    let trial = proven(300, |odds, _| chance(odds - 2.0), noise).trial.expect("enough deals");
    let (shown, corrected) = (&trial.shown.model, &trial.corrected.model);
    assert!(shown.reliability > 0.05 && corrected.reliability < 0.03, "{trial:?}");
    assert!(corrected.brier < shown.brier - 0.03);
}

#[test]
fn with_too_little_history_nothing_is_said_and_why_is() {
    let few = proven(LEAST_DEALS - 1, |odds, _| chance(odds), noise);
    assert_eq!((few.shortage, few.needed), (Some(Shortage::Deals), LEAST_DEALS));
    assert!(few.trial.is_none());

    let (mut deals, samples) = history(100, |odds, _| chance(odds), noise);
    deals.iter_mut().for_each(|deal| deal.1 = true);
    assert_eq!(prove(&model(), &deals, &samples).shortage, Some(Shortage::OneSided));

    let (deals, _) = history(100, |odds, _| chance(odds), noise);
    assert_eq!(prove(&model(), &deals, &[]).shortage, Some(Shortage::ShortLived));
}

#[test]
fn looking_twice_shows_the_same() {
    let once = || proven(80, |odds, _| chance(odds), noise);
    assert_eq!(once(), once());
}

/// The same forecasts ten times over are no ten times better known.
#[test]
fn what_belongs_together_is_one_witness() {
    let mut rng = StdRng::seed_from_u64(4);
    let one = |probability: f64, outcome| Forecasted { probability, outcome };
    let cases: Vec<bool> = (0..40).map(|_| rng.random_bool(0.4)).collect();
    let ten_times = |by: f64| {
        let all = cases.iter().flat_map(|outcome| std::iter::repeat_n(one(by, *outcome), 10));
        Forecasts::new(all.collect()).expect("forecasts")
    };
    let (model, challenger) = (ten_times(0.4), ten_times(0.5));
    let together: Vec<usize> = (0..400).map(|at| at / 10).collect();
    let apart: Vec<usize> = (0..400).collect();
    let width = |groups: &[usize], rng: &mut StdRng| {
        let contest = Contest::of(&model, &challenger, groups, rng);
        let range = contest.brier_difference_range.expect("an interval");
        range.high - range.low
    };
    let ratio = width(&together, &mut rng) / width(&apart, &mut rng);
    assert!((2.6..3.8).contains(&ratio), "{ratio}, and not about √10");
}
