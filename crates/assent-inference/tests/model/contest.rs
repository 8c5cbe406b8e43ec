//! Experts' terms set right by cases: few cases leave them as they are, many correct them.

use assent_inference::{Case, Challenger, Corrected, FitError, Folds};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Cases of which the expert's term is right but for a factor; a plain number says the same with noise.
fn cases(count: usize, factor: f64) -> Vec<Case> {
    let mut rng = StdRng::seed_from_u64(6);
    let case = |_| {
        let term = 4.0 * rng.random::<f64>() - 2.0;
        let chance = 1.0 / (1.0 + (-factor * term).exp());
        Case {
            terms: vec![term],
            plain: vec![rng.random(), 7.0],
            read: vec![rng.random()],
            outcome: rng.random_bool(chance),
        }
    };
    (0..count).map(case).collect()
}

fn corrected(cases: &[Case], worth: f64) -> Corrected {
    let all: Vec<&Case> = cases.iter().collect();
    let outcomes: Vec<bool> = cases.iter().map(|case| case.outcome).collect();
    let folds = Folds::deal(&outcomes, 5, &mut StdRng::seed_from_u64(1));
    Corrected::choose(&all, worth, &folds).unwrap()
}

#[test]
fn few_cases_leave_the_experts_alone_and_many_overrule_them() {
    let factor = |count, truth| corrected(&cases(count, truth), 20.0).term_factors()[0];
    assert!((factor(40, 1.0) - 1.0).abs() < 0.25);
    assert!((factor(4_000, 1.0) - 1.0).abs() < 0.1);
    assert!((factor(4_000, 0.3) - 0.3).abs() < 0.1);
    // The more they are held to be worth, the longer they stand.
    let few = cases(60, -1.0);
    let [light, heavy] = [1.0, 500.0].map(|worth| corrected(&few, worth).term_factors()[0]);
    assert!(light < 0.3 && heavy > 0.7, "{light} {heavy}");
}

#[test]
fn what_tells_nothing_is_held_at_nothing() {
    let fit = corrected(&cases(400, 1.0), 20.0);
    assert!(fit.penalty() >= 16.0, "{}", fit.penalty());
    let case = |plain: f64| Case { plain: vec![plain, 7.0], ..cases(1, 1.0).remove(0) };
    let moved = fit.forecast(&case(1.0)) - fit.forecast(&case(0.0));
    assert!(moved.abs() < 0.08, "{moved}");
}

#[test]
fn the_challenger_sees_the_plain_numbers_alone() {
    let cases = cases(200, 1.0);
    let all: Vec<&Case> = cases.iter().collect();
    let fit = Challenger::fit(&all).unwrap();
    let other = Case { terms: vec![9.0], read: vec![-3.0], ..cases[0].clone() };
    assert_eq!(fit.forecast(&other), fit.forecast(&cases[0]));
}

#[test]
fn cases_that_cannot_be_learned_from_are_refused() {
    let lost: Vec<Case> =
        cases(20, 1.0).into_iter().map(|case| Case { outcome: false, ..case }).collect();
    assert_eq!(Challenger::fit(&lost.iter().collect::<Vec<_>>()), Err(FitError::OneClass));
    let mut uneven = cases(20, 1.0);
    uneven[3].plain.push(1.0);
    assert_eq!(Challenger::fit(&uneven.iter().collect::<Vec<_>>()), Err(FitError::Sizes));
}
