//! When deals end, and what a team may expect of them.

use assent_inference::{
    Buyer, Circumstances, ClosingPace, Competition, Counting, Forecast, Group, Outcome, Phase,
    Prospect, Spell, Spells, State, StateVector, WinReadOut, read_win,
};
use proptest::prelude::*;
use rand::{SeedableRng, rngs::StdRng};

use crate::given::{MODEL, start_of_seed};
use crate::influence::roles;

const OUTCOMES: [Outcome; 3] = [Outcome::Won, Outcome::Lost, Outcome::NoDecision];

fn no_deals() -> Spells<Outcome> {
    Spells::new(Vec::new()).unwrap()
}

fn deals(of: &[(f64, Option<Outcome>)]) -> Spells<Outcome> {
    Spells::new(of.iter().map(|&(days, end)| Spell { days, end }).collect()).unwrap()
}

/// The chance of a group in which all are believed to stand like this.
fn chance(state: &StateVector) -> WinReadOut {
    let group = Group::new(&MODEL, &roles(&["decision_maker", "evaluator"]), &[]).unwrap();
    let buyer = |_| Buyer { state, met: true, days_heard: 10 };
    read_win(&MODEL, &group, buyer, Circumstances::default(), Counting::Once)
}

fn unknown() -> WinReadOut {
    let group = Group::new(&MODEL, &roles(&["unknown"]), &[]).unwrap();
    let state = MODEL.start(Phase::Buy);
    let buyer = |_| Buyer { state, met: false, days_heard: 0 };
    read_win(&MODEL, &group, buyer, Circumstances::default(), Counting::Once)
}

#[track_caller]
fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} instead of {expected}");
}

#[test]
fn half_of_average_deals_end_within_the_time_of_the_priors() {
    let pace = ClosingPace::new(&MODEL, &no_deals());
    let deal = Competition::new(&pace, &unknown(), 0.0);
    near(deal.open_after(120.0), 0.5, 1e-12);
    near(deal.ends_within_days(0.5), 120.0, 1e-9);
    near(deal.ended_within(Outcome::Won, 1e9), 0.25, 1e-12);
    near(deal.ended_within(Outcome::Lost, 120.0), 0.5 * 0.375, 1e-12);
}

/// The same by stepping through the competing hazards an hour at a time, in a house whose deals
/// seldom end early.
#[test]
fn the_closed_form_is_what_the_hazards_come_to() {
    let house = deals(
        &[(150.0, Some(Outcome::Won)), (160.0, Some(Outcome::Lost)), (200.0, None)].repeat(9),
    );
    let pace = ClosingPace::new(&MODEL, &house);
    let read = chance(&StateVector::certain(State::new(4, 3, 3).unwrap()));
    let (age, step, deal) = (60.0, 1.0 / 24.0, Competition::new(&pace, &read, 60.0));
    let pull = (0.5 * (read.log_odds() - (0.25_f64 / 0.75).ln())).exp();
    let mut open = 1.0;
    let mut won = 0.0;
    for hour in 0..24 * 200 {
        let from = age + f64::from(hour) * step;
        let average = pace.gathered(from, from + step);
        let [winning, ending] =
            [0.25 * pull, 0.25 * pull + 0.75 / pull].map(|times| times * average);
        won += open * winning;
        open *= (-ending).exp();
    }
    near(deal.open_after(200.0), open, 1e-9);
    near(deal.ended_within(Outcome::Won, 200.0), won, 1e-3);
}

#[test]
fn a_house_whose_deals_take_long_is_learned_from() {
    let slow = deals(&[(300.0, Some(Outcome::NoDecision)); 60]);
    let pace = ClosingPace::new(&MODEL, &slow);
    let deal = Competition::new(&pace, &unknown(), 0.0);
    let expected = deal.ends_within_days(0.5);
    assert!((200.0..365.0).contains(&expected), "{expected}");
    assert!(deal.share(Outcome::NoDecision) > 0.65);
    // Spells that go on say that deals last, not how they end.
    let open = ClosingPace::new(&MODEL, &deals(&[(300.0, None); 60]));
    assert!(Competition::new(&open, &unknown(), 0.0).ends_within_days(0.5) > 365.0);
}

#[test]
fn a_deal_that_stands_better_is_sooner_won() {
    let pace = ClosingPace::new(&MODEL, &no_deals());
    let sure = chance(&StateVector::certain(State::new(4, 4, 4).unwrap()));
    let won = Competition::new(&pace, &sure, 0.0);
    let unsure = Competition::new(&pace, &unknown(), 0.0);
    assert!(won.ended_within(Outcome::Won, 90.0) > 1.5 * unsure.ended_within(Outcome::Won, 90.0));
}

proptest! {
    #[test]
    fn the_ends_and_being_open_add_up_to_one(
        seed in 0..1000_u64, age in 0.0..800.0, days in 0.0..800.0, share in 0.0..0.99,
    ) {
        let house = deals(&[(40.0, Some(Outcome::Won)), (400.0, Some(Outcome::Lost)), (9.0, None)]);
        let pace = ClosingPace::new(&MODEL, &house);
        let read = chance(&start_of_seed(seed));
        let deal = Competition::new(&pace, &read, age);
        let ended: f64 = OUTCOMES.map(|way| deal.ended_within(way, days)).iter().sum();
        prop_assert!((ended + deal.open_after(days) - 1.0).abs() < 1e-12);
        let odds = deal.share(Outcome::Won) / (1.0 - deal.share(Outcome::Won));
        prop_assert!((odds.ln() - read.log_odds()).abs() < 1e-9);
        let within = deal.ends_within_days(share);
        prop_assert!((1.0 - deal.open_after(within) - share).abs() < 1e-9);
    }
}

fn prospects(pace: &ClosingPace, count: usize) -> Vec<Prospect> {
    (0..count).map(|_| Prospect::new(1_000_000, &unknown(), pace, 0.0, 120.0)).collect()
}

fn forecast(pace: &ClosingPace, prospects: &[Prospect], seed: u64) -> Forecast {
    Forecast::simulate(&MODEL, pace, prospects, 4000, &mut StdRng::seed_from_u64(seed))
}

#[test]
fn a_forecast_is_a_band_and_not_a_sum() {
    let pace = ClosingPace::new(&MODEL, &no_deals());
    let found = forecast(&pace, &prospects(&pace, 40), 1);
    let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|share| found.quantile(share));
    assert!(p10 < p50 && p50 < p90 && p90 < 20_000_000, "{p10} {p50} {p90}");
    // By hand: an eighth of forty deals, a little more for the curvature of the logistic.
    near(found.mean(), 5_200_000.0, 400_000.0);
    // Independent deals alone would give a standard deviation of 2.1 deals, and 5.4 between P10 and
    // P90. What moves all deals alike widens that.
    assert!(p90 - p10 >= 6_000_000, "{p10} {p90}");
    near(found.at_least(p50), 0.55, 0.08);
    assert_eq!((found.at_least(0), found.at_least(i64::MAX)), (1.0, 0.0));
}

#[test]
fn the_same_seed_gives_the_same_forecast() {
    let pace = ClosingPace::new(&MODEL, &no_deals());
    let deals = prospects(&pace, 10);
    assert_eq!(forecast(&pace, &deals, 1), forecast(&pace, &deals, 1));
    assert_ne!(forecast(&pace, &deals, 1), forecast(&pace, &deals, 2));
}

#[test]
fn nothing_in_hand_forecasts_nothing() {
    let pace = ClosingPace::new(&MODEL, &no_deals());
    assert_eq!(forecast(&pace, &[], 1).quantile(0.9), 0);
    // The horizon is today.
    let today = [Prospect::new(5, &unknown(), &pace, 50.0, 0.0)];
    assert_eq!(forecast(&pace, &today, 1).quantile(1.0), 0);
}
