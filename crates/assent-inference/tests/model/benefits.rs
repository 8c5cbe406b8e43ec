//! Benefit points: what is held of them, what proves it and what is still to be proven. The figures
//! come from the reference (`tests/decisions.json`).

use assent_inference::{BenefitEffect, BenefitPoints, Proof, Said, Standing, What};
use proptest::prelude::*;
use rstest::rstest;
use serde::Deserialize;

use crate::decisions::{cases, close};
use crate::given::MODEL;

/// What a sign of this name says, from a source of this reliability.
fn said(sign: &str, weight: f64, label: u32) -> Said {
    let prior = MODEL.sign_prior(MODEL.sign(sign).unwrap());
    Said { effect: prior.benefit, weight, proves: prior.proves, label }
}

fn points<'a>(signs: &[(&'a str, &str)]) -> BenefitPoints<&'a str> {
    let mut points = BenefitPoints::new(MODEL.benefit_prior());
    for (label, &(point, sign)) in (0..).zip(signs) {
        points.hear(point, said(sign, 1.0, label));
    }
    points
}

/// As the reference hears it: there, who says unasked that a point is right for them only agrees.
fn said_in_the_reference(sign: &str, weight: f64, label: u32) -> Said {
    let said = said(sign, weight, label);
    let agrees = said.proves == Some(Proof::Declared);
    Said { proves: if agrees { Some(Proof::Endorsed) } else { said.proves }, ..said }
}

#[test]
fn points_are_read_as_in_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        steps: Vec<Step>,
    }
    #[derive(Deserialize)]
    struct Step {
        point: String,
        sign: String,
        weight: f64,
        index: f64,
        read_out: String,
        importance: [f64; 2],
        delivery: [f64; 2],
    }
    for case in cases::<Case>("benefit points") {
        let mut points = BenefitPoints::new(MODEL.benefit_prior());
        let mut index = 0.0;
        for (label, step) in (0..).zip(case.steps) {
            let said = said_in_the_reference(&step.sign, step.weight, label);
            let heard = points.hear(step.point.clone(), said);
            let What::Value { change } = heard else { panic!("{heard:?} is no change of value") };
            close(&[change, points.value_index()], &[step.index - index, step.index]);
            index = step.index;
            assert_eq!(points.standing(&step.point).standing.name(), step.read_out);
            let held = [points.importance(&step.point), points.delivery(&step.point)];
            for (held, expected) in held.iter().zip([step.importance, step.delivery]) {
                close(&[held.yes, held.no], &expected);
            }
        }
    }
}

#[rstest]
#[case::unformed(&[], Standing::Unformed, &[])]
#[case::perceived(&["stated_problem"], Standing::Perceived, &[0])]
#[case::valued(&["stated_problem", "stated_criterion"], Standing::Valued, &[0, 1])]
#[case::not_yet_endorsed(&["objection_risk", "concept_accepted"], Standing::Perceived, &[0, 1])]
#[case::endorsed(&["concept_understood", "concept_accepted"], Standing::Endorsed, &[1])]
#[case::declared(&["objection_risk", "endorsement"], Standing::Endorsed, &[1])]
#[case::declared_and_then_denied(&["endorsement", "complaint", "complaint", "complaint"],
    Standing::Refused, &[1, 2, 3])]
#[case::realised(&["concept_accepted", "benefit_confirmed"], Standing::Realised, &[1])]
#[case::vouched(&["benefit_confirmed", "reference_given"], Standing::Vouched, &[1])]
#[case::refused(&["concept_understood", "complaint", "complaint", "complaint", "complaint"],
    Standing::Refused, &[1, 2, 3, 4])]
fn a_standing_points_to_what_proves_it(
    #[case] signs: &[&str],
    #[case] standing: Standing,
    #[case] proof: &[u32],
) {
    let signs: Vec<(&str, &str)> = signs.iter().map(|sign| ("speed", *sign)).collect();
    let found = points(&signs).standing(&"speed");
    assert_eq!((found.standing, found.proof.as_slice()), (standing, proof));
}

#[test]
fn what_they_care_for_and_doubt_is_to_be_proven_first() {
    let heard = points(&[
        ("price", "stated_criterion"),
        ("price", "objection_price"),
        ("speed", "stated_criterion"),
        ("speed", "concept_accepted"),
    ]);
    let gaps = heard.gaps(["speed", "price", "safety"]);
    let names: Vec<&str> = gaps.iter().map(|gap| gap.point).collect();
    // Of safety nothing is known: .4 · .5. Price: .5 · .6. Speed: .5 · .4, and later in the alphabet.
    assert_eq!(names, ["price", "safety", "speed"]);
    let figures: Vec<f64> = gaps.iter().map(|gap| gap.gap).collect();
    for (gap, expected) in figures.iter().zip([0.3, 0.2, 0.2]) {
        assert!((gap - expected).abs() < 1e-12, "{figures:?}");
    }
}

#[test]
fn saying_it_again_makes_it_surer() {
    let heard = points(&[("speed", "stated_criterion"), ("speed", "stated_criterion")]);
    let (before, after) = (points(&[]).importance(&"speed"), heard.importance(&"speed"));
    assert!(after.mean() > before.mean() && after.variance() < before.variance());
}

proptest! {
    #[test]
    fn the_value_index_lies_between_minus_one_and_one(
        spoken in proptest::collection::vec(
            (0..3_u8, 0.0..5.0, 0.0..5.0, 0.0..5.0, 0.01..1.0), 0..20,
        )
    ) {
        let mut points = BenefitPoints::new(MODEL.benefit_prior());
        let mut index = 0.0;
        for (point, importance, delivery_yes, delivery_no, weight) in spoken {
            let effect = BenefitEffect { importance, delivery_yes, delivery_no };
            let said = Said { effect, weight, proves: Some(Proof::Endorsed), label: 0 };
            let What::Value { change } = points.hear(point, said) else { unreachable!() };
            index += change;
            prop_assert!(points.value_index().abs() < 1.0);
            prop_assert!((points.value_index() - index).abs() < 1e-9);
        }
    }
}
