//! The stall chart: its limit, its run length, and how often it rings on people in use.

use assent_inference::{Factor, Phase, Plan, Role, StallChart, Start, StateSet, simulate, stalled};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use rstest::rstest;
use serde::Deserialize;

use crate::decisions::{cases, close};
use crate::given::{MODEL, Story, completeness};

#[test]
fn the_chart_is_that_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        days: Vec<f64>,
        rate: f64,
        ratio: f64,
        now: f64,
        value: f64,
    }
    for case in cases::<Case>("stall chart") {
        let chart = StallChart::new(case.rate, case.ratio, 180.0).unwrap();
        close(&[chart.read(0.0, &case.days, case.now).value], &[case.value]);
    }
}

#[test]
fn as_many_signs_are_expected_as_in_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        phase: Phase,
        per_day: f64,
    }
    for case in cases::<Case>("expected rate") {
        let belief = Story::of(case.phase).until(0.0);
        close(&[belief.awaited_signs_per_day(&MODEL)], &[case.per_day]);
    }
}

/// Days from 0 to the first alarm while signs come at `rate`.
fn run(chart: &StallChart, rate: f64, rng: &mut StdRng) -> f64 {
    let mut days = Vec::new();
    let mut now = 0.0;
    loop {
        now += -(1.0 - rng.random::<f64>()).ln() / rate;
        if let Some(since) = chart.read(0.0, &days, now).ringing_since_days {
            return since;
        }
        days.push(now);
    }
}

#[rstest]
#[case(0.05, 0.4, 180.0)]
#[case(0.1, 0.3, 365.0)]
#[case(0.02, 0.6, 720.0)]
fn the_chart_rings_as_often_as_stated(
    #[case] rate: f64,
    #[case] ratio: f64,
    #[case] run_length_days: f64,
) {
    let chart = StallChart::new(rate, ratio, run_length_days).unwrap();
    assert!((chart.run_length_days() / run_length_days - 1.0).abs() < 1e-9);
    let mut rng = StdRng::seed_from_u64(5);
    let runs = 4000;
    let mean = (0..runs).map(|_| run(&chart, rate, &mut rng)).sum::<f64>() / f64::from(runs);
    // The standard error is 1.6 %.
    assert!((mean / run_length_days - 1.0).abs() < 0.05, "{mean} instead of {run_length_days}");
    let stalled = (0..400).map(|_| run(&chart, ratio * rate, &mut rng)).sum::<f64>() / 400.0;
    assert!(stalled < 0.75 * mean, "a stall takes {stalled} days to show");
}

#[test]
fn the_chart_dates_from_the_day_it_reached_its_limit_and_clears_on_a_sign() {
    let chart = StallChart::new(0.05, 0.4, 180.0).unwrap();
    let quiet = chart.quiet_days_to_alarm();
    // The reference needs 47 quiet days.
    assert!((quiet - 47.0).abs() < 1.0, "{quiet}");
    let since = |sign_days: &[f64], now| chart.read(10.0, sign_days, now).ringing_since_days;
    assert_eq!(since(&[], 10.0 + quiet - 0.1), None);
    assert!((since(&[], 200.0).unwrap() - (10.0 + quiet)).abs() < 1e-9);
    assert_eq!(since(&[58.0], 59.0), None);
    // What happened before the chart began does not count.
    assert_eq!(since(&[3.0, 5.0], 200.0), since(&[], 200.0));
    assert!(StallChart::new(0.0, 0.4, 180.0).is_none());
}

/// Of 600 people in use whose signs come at the pace of a boss, watched for a year as if in `role`:
/// the share that rings at its end, and the share of those who have indeed turned passive.
fn ringing(role: &str) -> (f64, f64) {
    let pace = MODEL.role_prior(MODEL.role("decision_maker").unwrap()).pace_in_use;
    let role: Role = MODEL.role(role).unwrap();
    let mut rng = StdRng::seed_from_u64(8);
    let start = Start { phase: Phase::Use, at_days: 0.0, completeness: MODEL.completeness() };
    let source = MODEL.source("customer_written").unwrap();
    let plan = Plan { actions: Vec::new(), until_days: 365.0, source };
    let responds = StateSet::levels(Factor::Behaviour, 2..);
    let (mut rang, mut passive) = (0, 0);
    for _ in 0..600 {
        let life = simulate(&MODEL, &start, &plan, &mut rng);
        let mut sign_days = life.history.days_of_signs(365.0);
        sign_days.retain(|_| rng.random::<f64>() < pace);
        let belief = Story::of(Phase::Use).until(365.0);
        let alarm = stalled(&MODEL, MODEL.control_prior(), &belief, (role, 1.0), 0.0, &sign_days);
        rang += usize::from(alarm.is_some());
        let now = life.path.last().map(|(_, state)| *state);
        passive +=
            usize::from(alarm.is_some() && now.is_some_and(|state| !responds.contains(state)));
    }
    (rang as f64 / 600.0, passive as f64 / rang as f64)
}

/// Fault (e) of the reference: it expected of a boss in use what it expected of a daily user, and
/// rang on nearly everybody.
#[test]
fn alarms_on_bosses_in_use_are_mostly_true() {
    let (rings, passive) = ringing("decision_maker");
    assert!(passive > 0.55 && rings < 0.5, "{rings} ring, of whom {passive} are passive");
    let (rings, passive) = ringing("user");
    assert!(passive < 0.55 && rings > 0.8, "{rings} ring, of whom {passive} are passive");
}

#[test]
fn only_people_with_power_are_watched() {
    let belief = Story::buying().recorded(completeness(1.0)).until(365.0);
    let watched = |power| {
        let boss = MODEL.role("decision_maker").unwrap();
        stalled(&MODEL, MODEL.control_prior(), &belief, (boss, power), 0.0, &[])
    };
    assert!(watched(0.2).is_some());
    assert_eq!(watched(0.19), None);
}
