//! Weights of the chance to win, from deals with known ends.

use assent_inference::{WinCase, WinFit};
use serde::Deserialize;

use crate::given::MODEL;

#[derive(Deserialize)]
struct Figures {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    base: f64,
    terms: Vec<[f64; 6]>,
    weight: Vec<f64>,
    won: Vec<bool>,
    numbers: [f64; 7],
    errors: [f64; 7],
}

impl Case {
    fn cases(&self) -> Vec<WinCase> {
        let terms = self.terms.iter().zip(&self.weight).zip(&self.won);
        let case = |((terms, weight), won): ((&[f64; 6], &f64), &bool)| WinCase {
            base: self.base,
            terms: *terms,
            won: *won,
            weight: *weight,
        };
        terms.map(case).collect()
    }
}

/// The figures of `tests/win_fit.json` come from scipy; how, says `docs/statistics/win_fit.py`.
#[test]
fn the_likeliest_weights_are_those_of_scipy() {
    let figures: Figures = serde_json::from_str(include_str!("../win_fit.json")).unwrap();
    for case in figures.cases {
        let fit = WinFit::of(MODEL.win_prior(), &case.cases());
        let numbers = [&[fit.shift][..], &fit.times].concat();
        for (at, number) in numbers.iter().enumerate() {
            assert!((number - case.numbers[at]).abs() < 1e-9, "{at}: {number}");
            assert!((fit.errors[at] - case.errors[at]).abs() < 1e-9, "{at}: {}", fit.errors[at]);
        }
    }
}

#[test]
fn without_deals_experience_stands_and_its_figures_are_the_shipped_ones() {
    let fit = WinFit::of(MODEL.win_prior(), &[]);
    assert_eq!((fit.shift, fit.times), (0.0, [1.0; 6]));
    for entry in fit.entries(MODEL.win_prior(), 0) {
        assert!((entry.values[0] - entry.before[0]).abs() < 1e-12, "{entry:?}");
        assert!(entry.errors[0] > 0.0 && entry.key.starts_with("win."));
    }
}

/// Deals that end the other way than support would have it do not turn support round.
#[test]
fn no_term_turns_its_meaning_round() {
    let case = |support: f64, won| WinCase {
        base: -1.1,
        terms: [support, 0.0, 0.0, 0.0, 0.0, 0.0],
        won,
        weight: 1.0,
    };
    let cases: Vec<WinCase> =
        (0..400).map(|at| case(if at % 2 == 0 { 1.0 } else { -1.0 }, at % 2 == 1)).collect();
    let fit = WinFit::of(MODEL.win_prior(), &cases);
    assert_eq!((fit.times[0], fit.errors[1]), (0.0, 0.0));
    assert_eq!(fit.times[1], 1.0);
}
