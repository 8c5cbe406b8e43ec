//! Shares from few counts, and what goes with an outcome, against scipy and numpy (`tests/counts.json`).

use assent_inference::{Beta, Cases};
use serde::Deserialize;

use crate::decisions::close;

#[derive(Deserialize)]
struct Figures {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
enum Case {
    #[serde(rename = "share")]
    Share { hits: usize, tries: usize, prior: f64, worth: f64, figures: Vec<f64> },
    #[serde(rename = "association")]
    Association { cases: [usize; 4], prior_spread: f64, figures: Vec<f64> },
}

#[test]
fn shares_and_associations_are_those_of_scipy() {
    let figures: Figures = serde_json::from_str(include_str!("../counts.json")).unwrap();
    assert!(figures.cases.len() > 50);
    for case in figures.cases {
        match case {
            Case::Share { hits, tries, prior, worth, figures } => {
                let share = Beta::after(hits, tries, prior, worth);
                let (low, high) = share.interval();
                close(&[share.mean(), share.variance(), low, high], &figures);
            }
            Case::Association { cases, prior_spread, figures } => {
                let [with_won, with_all, without_won, without_all] = cases;
                let cases = Cases { with_won, with_all, without_won, without_all };
                let found = cases.association(prior_spread);
                let (low, high) = found.interval;
                let found = [found.log_odds_ratio, found.spread, found.difference, low, high];
                close(&found, &figures);
            }
        }
    }
}

#[test]
fn few_cases_are_drawn_towards_no_difference() {
    let few = Cases { with_won: 2, with_all: 2, without_won: 0, without_all: 2 };
    let many = Cases { with_won: 200, with_all: 200, without_won: 0, without_all: 200 };
    let (few, many) = (few.association(0.5), many.association(0.5));
    assert!(few.difference > 0.0 && few.difference < 0.2 && few.interval.0 < 0.0, "{few:?}");
    assert!(many.difference > few.difference, "{many:?}");
    let none = Cases::default().association(0.5);
    assert_eq!(none.difference, 0.0);
}
