//! Survival curves against lifelines (`tests/survival.json`), and what must hold of any spells.

use assent_inference::{Curve, NotALength, Spell, Spells};
use proptest::prelude::*;
use serde::Deserialize;

const TOLERANCE: f64 = 1e-9;

#[derive(Deserialize)]
struct Case {
    name: String,
    days: Vec<f64>,
    cause: Vec<u8>,
    kaplan_meier: Survival,
    aalen_johansen: Vec<Incidence>,
}

#[derive(Deserialize)]
struct Survival {
    at: Vec<f64>,
    survival: Vec<f64>,
    variance: Vec<Option<f64>>,
    quantiles: Vec<(f64, Option<f64>)>,
}

#[derive(Deserialize)]
struct Incidence {
    cause: u8,
    at: Vec<f64>,
    incidence: Vec<f64>,
    variance: Vec<Option<f64>>,
}

fn cases() -> Vec<Case> {
    #[derive(Deserialize)]
    struct Figures {
        cases: Vec<Case>,
    }
    let figures: Figures = serde_json::from_str(include_str!("../survival.json")).unwrap();
    assert_eq!(figures.cases.len(), 3);
    figures.cases
}

fn spells(days: &[f64], causes: &[u8]) -> Spells<u8> {
    let spell = |(days, cause): (&f64, &u8)| Spell { days: *days, end: Some(*cause) };
    let open = |spell: Spell<u8>| Spell { end: spell.end.filter(|cause| *cause > 0), ..spell };
    Spells::new(days.iter().zip(causes).map(spell).map(open).collect()).unwrap()
}

#[track_caller]
fn check(curve: &Curve, at: &[f64], value: &[f64], variance: &[Option<f64>]) {
    assert_eq!(curve.steps().len(), at.len());
    for (k, step) in curve.steps().iter().enumerate() {
        assert_eq!(step.at_days, at[k]);
        assert!((step.value - value[k]).abs() < TOLERANCE, "{step:?} instead of {}", value[k]);
        // Where everybody has left, lifelines divides by 0 and gives none.
        let expected = variance[k].unwrap_or(step.variance);
        assert!((step.variance - expected).abs() < TOLERANCE, "{step:?} instead of {expected}");
        assert!(variance[k].is_some() || k + 1 == at.len());
        assert_eq!(curve.at(at[k]), step.value);
    }
}

#[test]
fn lasting_is_that_of_lifelines() {
    for case in cases() {
        let (spells, expected) = (spells(&case.days, &case.cause), case.kaplan_meier);
        check(&spells.kaplan_meier(), &expected.at, &expected.survival, &expected.variance);
        // lifelines speaks of the share that lasts longer.
        for (lasting, days) in expected.quantiles {
            assert_eq!(spells.days_until(1.0 - lasting), days, "{}: {lasting}", case.name);
        }
    }
}

#[test]
fn ending_in_one_of_several_ways_is_that_of_lifelines() {
    for case in cases() {
        let spells = spells(&case.days, &case.cause);
        for expected in case.aalen_johansen {
            let curve = spells.aalen_johansen(&expected.cause);
            check(&curve, &expected.at, &expected.incidence, &expected.variance);
        }
    }
}

#[test]
fn nothing_seen_says_nothing() {
    let none = spells(&[], &[]);
    assert!(none.is_empty() && none.kaplan_meier().steps().is_empty());
    assert_eq!((none.kaplan_meier().at(10.0), none.aalen_johansen(&1).at(10.0)), (1.0, 0.0));
    assert_eq!(none.days_until(0.8), None);
}

#[test]
fn a_spell_without_a_length_is_named() {
    let spell = |days| Spell { days, end: Some(1) };
    for wrong in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(Spells::new(vec![spell(1.0), spell(wrong)]), Err(NotALength(1)));
    }
}

proptest! {
    #[test]
    fn lasting_and_the_ways_of_ending_add_up_to_one(
        seen in proptest::collection::vec((0..40_u8, 0..4_u8), 1..60)
    ) {
        let (days, causes): (Vec<f64>, Vec<u8>) =
            seen.into_iter().map(|(days, cause)| (f64::from(days), cause)).unzip();
        let spells = spells(&days, &causes);
        let lasting = spells.kaplan_meier();
        let ways = [1, 2, 3].map(|cause| spells.aalen_johansen(&cause));
        let mut before = 1.0;
        for (k, step) in lasting.steps().iter().enumerate() {
            let ended: f64 = ways.iter().map(|way| way.steps()[k].value).sum();
            prop_assert!((step.value + ended - 1.0).abs() < 1e-12);
            prop_assert!(step.value <= before && step.variance >= 0.0);
            before = step.value;
        }
    }

    #[test]
    fn a_spell_that_goes_on_never_makes_things_look_quicker(
        lengths in proptest::collection::vec(1..40_u8, 2..30), which in 0..30_usize
    ) {
        let days: Vec<f64> = lengths.iter().map(|days| f64::from(*days)).collect();
        let mut causes = vec![1; days.len()];
        let all_ended = spells(&days, &causes).kaplan_meier();
        causes[which % days.len()] = 0;
        let one_goes_on = spells(&days, &causes).kaplan_meier();
        for day in 0..45 {
            let day = f64::from(day);
            prop_assert!(one_goes_on.at(day) >= all_ended.at(day) - 1e-12);
        }
    }
}
