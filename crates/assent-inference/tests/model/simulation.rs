//! Synthetic people.

use assent_inference::{Life, Plan, Start, simulate};
use rand::{SeedableRng, rngs::StdRng};

use crate::given::{MODEL, Story, completeness};

fn life(start: &Start, seed: u64) -> Life {
    let actions =
        [(5.0, "call"), (12.0, "mail"), (20.0, "meeting"), (40.0, "demo"), (60.0, "send_quote")];
    let plan = Plan {
        actions: actions.map(|(day, name)| (day, MODEL.action(name).unwrap())).to_vec(),
        until_days: 120.0,
        source: MODEL.source("customer_written").unwrap(),
    };
    simulate(&MODEL, start, &plan, &mut StdRng::seed_from_u64(seed))
}

#[test]
fn the_same_seed_gives_the_same_life() {
    let start = Story::buying().start;
    let (one, again, other) = (life(&start, 1), life(&start, 1), life(&start, 2));
    assert_eq!(one.path, again.path);
    assert_eq!(one.history, again.history);
    assert_ne!(one.history, other.history);
}

#[test]
fn a_life_is_lived_in_order_and_within_its_plan() {
    for seed in 0..50 {
        let Life { path, history } = life(&Story::buying().start, seed);
        assert!(path.is_sorted_by(|(a, _), (b, _)| a <= b));
        let days: Vec<f64> = history.observations().iter().map(|seen| seen.at_days).collect();
        assert!(days.is_sorted());
        assert!(days.iter().all(|day| (0.0..120.0).contains(day)));
    }
}

#[test]
fn records_that_miss_everything_hold_only_our_own_actions() {
    let blind = Story::buying().recorded(completeness(0.0)).start;
    let most = (0..50).map(|seed| life(&blind, seed).history.observations().len()).max();
    assert_eq!(most, Some(5));
}
