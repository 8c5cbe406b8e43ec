//! Scores, regressions and calibrations against scikit-learn (`tests/verification.json`), and what
//! must hold of any forecasts.

use assent_inference::{
    Bins, Design, FitError, Forecasted, Forecasts, Isotonic, Logistic, Measure, NotForecasts,
    Recalibration, Redraws, ReliabilityCurve, Ridge, Scaling, Scores,
};
use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Deserialize;

const TOLERANCE: f64 = 1e-9;

fn cases<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<T> {
    let text = include_str!("../verification.json");
    let figures: serde_json::Value = serde_json::from_str(text).unwrap();
    let all = figures["cases"].as_array().unwrap();
    let own = all.iter().filter(|case| case["kind"] == kind).cloned();
    let cases: Vec<T> = own.map(|case| serde_json::from_value(case).unwrap()).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind}");
    cases
}

#[track_caller]
fn close(own: f64, expected: f64) {
    let off = (own - expected).abs() / expected.abs().max(1.0);
    assert!(off < TOLERANCE, "{own} instead of {expected}");
}

#[track_caller]
fn all_close(own: &[f64], expected: &[f64]) {
    assert_eq!(own.len(), expected.len());
    own.iter().zip(expected).for_each(|(own, expected)| close(*own, *expected));
}

fn forecasts(probabilities: &[f64], outcomes: &[u8]) -> Forecasts {
    let pair = |(probability, outcome): (&f64, &u8)| Forecasted {
        probability: *probability,
        outcome: *outcome == 1,
    };
    Forecasts::new(probabilities.iter().zip(outcomes).map(pair).collect()).unwrap()
}

#[derive(Deserialize)]
struct Scored {
    outcomes: Vec<u8>,
    forecasts: Vec<f64>,
    area: Option<f64>,
    brier: f64,
    log_score: f64,
    reliability: f64,
    resolution: f64,
    uncertainty: f64,
    calibration_error: f64,
    curve: Vec<BinOf>,
}

#[derive(Deserialize)]
struct BinOf {
    count: usize,
    forecast: f64,
    observed: f64,
    low: f64,
    high: f64,
}

#[test]
fn scores_are_those_of_scikit_learn() {
    for case in cases::<Scored>("scores") {
        let forecasts = forecasts(&case.forecasts, &case.outcomes);
        let own = Scores::of(&forecasts);
        assert_eq!((own.count, own.area.is_some()), (case.outcomes.len(), case.area.is_some()));
        if let Some((own, expected)) = own.area.zip(case.area) {
            close(own, expected);
        }
        close(own.brier, case.brier);
        close(own.log_score, case.log_score);
        close(own.parts.reliability, case.reliability);
        close(own.parts.resolution, case.resolution);
        close(own.parts.uncertainty, case.uncertainty);
        close(own.calibration_error, case.calibration_error);
        let curve = ReliabilityCurve::of(&forecasts, Bins::EqualCount(5));
        assert_eq!(curve.bins().len(), case.curve.len());
        for (own, expected) in curve.bins().iter().zip(&case.curve) {
            assert_eq!(own.count, expected.count);
            close(own.forecast, expected.forecast);
            close(own.observed, expected.observed);
            close(own.low, expected.low);
            close(own.high, expected.high);
        }
    }
}

#[derive(Deserialize)]
struct Regressed {
    rows: Vec<Vec<f64>>,
    outcomes: Vec<f64>,
    penalty: f64,
    mean: Vec<f64>,
    deviation: Vec<f64>,
    fit: Vec<f64>,
}

fn design(rows: &[Vec<f64>]) -> Design {
    Design::of_rows(rows[0].len(), rows.iter().map(Vec::as_slice)).unwrap()
}

fn points(fit: &Logistic) -> Vec<f64> {
    std::iter::once(fit.intercept).chain(fit.coefficients.iter().copied()).collect()
}

#[test]
fn regressions_on_scaled_columns_are_those_of_scikit_learn() {
    for case in cases::<Regressed>("regression") {
        let column = |at: usize| case.rows.iter().map(move |row| row[at]);
        let scalings: Vec<Scaling> =
            (0..case.mean.len()).map(|at| Scaling::of(column(at))).collect();
        all_close(&scalings.iter().map(|one| one.mean).collect::<Vec<_>>(), &case.mean);
        all_close(&scalings.iter().map(|one| one.deviation).collect::<Vec<_>>(), &case.deviation);
        let scaled = |row: &Vec<f64>| {
            row.iter().zip(&scalings).map(|(value, by)| by.scaled(*value)).collect::<Vec<f64>>()
        };
        let rows: Vec<Vec<f64>> = case.rows.iter().map(scaled).collect();
        let ridge = Ridge::uniform(scalings.len(), case.penalty);
        let fit = Logistic::fit(&design(&rows), &case.outcomes, &ridge).unwrap();
        all_close(&points(&fit), &case.fit);
    }
}

#[derive(Deserialize)]
struct Centred {
    rows: Vec<Vec<f64>>,
    outcomes: Vec<f64>,
    penalty: Vec<f64>,
    centre: Vec<f64>,
    fit: Vec<f64>,
}

#[test]
fn a_regression_held_elsewhere_than_at_0_is_that_of_scipy() {
    for Centred { rows, outcomes, penalty, centre, fit } in cases("centred") {
        let own = Logistic::fit(&design(&rows), &outcomes, &Ridge { penalty, centre }).unwrap();
        all_close(&points(&own), &fit);
    }
}

#[derive(Deserialize)]
struct Steps {
    places: Vec<f64>,
    values: Vec<f64>,
    at: Vec<f64>,
    expected: Vec<f64>,
}

#[test]
fn isotonic_regression_is_that_of_scikit_learn() {
    for case in cases::<Steps>("isotonic") {
        let pairs: Vec<(f64, f64)> = case.places.into_iter().zip(case.values).collect();
        let fit = Isotonic::fit(&pairs);
        let own: Vec<f64> = case.at.iter().map(|place| fit.at(*place)).collect();
        all_close(&own, &case.expected);
    }
}

#[derive(Deserialize)]
struct Calibrated {
    outcomes: Vec<u8>,
    forecasts: Vec<f64>,
    fit: Vec<f64>,
}

#[test]
fn platts_and_the_beta_calibration_are_regressions_of_scikit_learn() {
    for case in cases::<Calibrated>("platt") {
        match Recalibration::platt(&forecasts(&case.forecasts, &case.outcomes)).unwrap() {
            Recalibration::Platt { intercept, slope } => all_close(&[intercept, slope], &case.fit),
            other => panic!("{other:?}"),
        }
    }
    for case in cases::<Calibrated>("beta") {
        match Recalibration::beta(&forecasts(&case.forecasts, &case.outcomes)).unwrap() {
            Recalibration::Beta { intercept, yes, no } => {
                all_close(&[intercept, yes, no], &case.fit);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_is_no_forecast_is_named() {
    assert_eq!(Forecasts::new(Vec::new()), Err(NotForecasts::None));
    for wrong in [-0.1, 1.1, f64::NAN] {
        let one = |probability| Forecasted { probability, outcome: true };
        let refused = Forecasts::new(vec![one(0.5), one(wrong)]);
        assert_eq!(refused, Err(NotForecasts::NoProbability(1)));
    }
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let rows = [vec![0.0], vec![1.0], vec![2.0], vec![3.0]];
    let fit = |outcomes: &[f64], penalty| {
        Logistic::fit(&design(&rows), outcomes, &Ridge::uniform(1, penalty)).map(|_| ())
    };
    assert_eq!(fit(&[1.0; 4], 1.0), Err(FitError::OneClass));
    assert_eq!(fit(&[1.0; 3], 1.0), Err(FitError::Sizes));
    assert_eq!(fit(&[1.0, 0.0, 2.0, 0.0], 1.0), Err(FitError::OutOfRange));
    assert_eq!(fit(&[1.0, 0.0, 1.0, 0.0], -1.0), Err(FitError::OutOfRange));
    assert_eq!(fit(&[0.0, 0.0, 1.0, 1.0], 0.0), Err(FitError::Parted));
    assert_eq!(fit(&[0.0, 0.0, 1.0, 1.0], 0.001), Ok(()));
}

#[test]
fn columns_that_say_the_same_share_what_one_would_say() {
    let rows: Vec<Vec<f64>> = (0..8).map(|k| vec![f64::from(k % 3); 2]).collect();
    let outcomes = [1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0];
    let twice = Logistic::fit(&design(&rows), &outcomes, &Ridge::uniform(2, 2.0)).unwrap();
    let once: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0]]).collect();
    let once = Logistic::fit(&design(&once), &outcomes, &Ridge::uniform(1, 1.0)).unwrap();
    close(twice.coefficients[0] + twice.coefficients[1], once.coefficients[0]);
    close(twice.coefficients[0], twice.coefficients[1]);
}

/// Of 60 of 100 the standard error is √(.6 · .4 / 100) = .049, and 80 % lie within 1.28 of them.
#[test]
fn redraws_spread_as_a_share_does() {
    let mut rng = StdRng::seed_from_u64(5);
    let share = |drawn: &[usize]| {
        Some(drawn.iter().filter(|at| **at < 60).count() as f64 / drawn.len() as f64)
    };
    let redraws = Redraws::draw(100, 4_000, &mut rng, share);
    let interval = redraws.interval(0.8).unwrap();
    assert!((interval.low - 0.537).abs() < 0.011 && (interval.high - 0.663).abs() < 0.011);
    assert_eq!(redraws.share_below_zero(), Some(0.0));
    let nothing = Redraws::draw(0, 100, &mut rng, share);
    assert_eq!((nothing.interval(0.8), nothing.share_below_zero()), (None, None));
}

fn any_forecasts() -> impl Strategy<Value = Forecasts> {
    let one = (0..=20_u8, any::<bool>()).prop_map(|(twentieths, outcome)| Forecasted {
        probability: f64::from(twentieths) / 20.0,
        outcome,
    });
    proptest::collection::vec(one, 1..80).prop_map(|all| Forecasts::new(all).unwrap())
}

proptest! {
    #[test]
    fn the_parts_of_the_brier_score_add_up(forecasts in any_forecasts()) {
        let Scores { brier, parts, .. } = Scores::of(&forecasts);
        let sum = parts.reliability - parts.resolution + parts.uncertainty + parts.within;
        prop_assert!((sum - brier).abs() < 1e-12);
        prop_assert_eq!(Measure::Brier.of(&forecasts), Some(brier));
    }

    #[test]
    fn forecasts_turned_round_have_the_area_turned_round(forecasts in any_forecasts()) {
        let turned = |one: &Forecasted| Forecasted { probability: 1.0 - one.probability, ..*one };
        let turned = Forecasts::new(forecasts.as_slice().iter().map(turned).collect()).unwrap();
        let areas = [&forecasts, &turned].map(|of| Measure::Area.of(of));
        match areas {
            [Some(one), Some(other)] => prop_assert!((one + other - 1.0).abs() < 1e-12),
            other => prop_assert_eq!(other, [None, None]),
        }
    }

    #[test]
    fn isotonic_calibration_never_falls_and_never_scores_worse_on_its_own_cases(
        forecasts in any_forecasts()
    ) {
        let fit = Recalibration::isotonic(&forecasts);
        let at: Vec<f64> = (0..=40).map(|k| fit.apply(f64::from(k) / 40.0)).collect();
        prop_assert!(at.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12));
        let better = |one: &Forecasted| Forecasted { probability: fit.apply(one.probability), ..*one };
        let after = Forecasts::new(forecasts.as_slice().iter().map(better).collect()).unwrap();
        prop_assert!(Scores::of(&after).brier <= Scores::of(&forecasts).brier + 1e-12);
    }

    #[test]
    fn a_fit_is_where_the_gradient_is_nothing(
        cases in proptest::collection::vec((-3.0..3.0_f64, -1.0..1.0_f64, any::<bool>()), 4..60)
    ) {
        let outcomes: Vec<f64> = cases.iter().map(|one| f64::from(one.2)).collect();
        let sum: f64 = outcomes.iter().sum();
        prop_assume!(sum > 0.0 && sum < outcomes.len() as f64);
        let rows: Vec<Vec<f64>> = cases.iter().map(|(a, b, _)| vec![*a, *b]).collect();
        let design = design(&rows);
        let fit = Logistic::fit(&design, &outcomes, &Ridge::uniform(2, 0.5)).unwrap();
        let p = fit.probabilities(&design);
        let off = |weight: &dyn Fn(usize) -> f64| {
            (0..p.len()).map(|row| (p[row] - outcomes[row]) * weight(row)).sum::<f64>()
        };
        prop_assert!(off(&|_| 1.0).abs() < 1e-9);
        prop_assert!((off(&|row| rows[row][0]) + 0.5 * fit.coefficients[0]).abs() < 1e-9);
        prop_assert!((off(&|row| rows[row][1]) + 0.5 * fit.coefficients[1]).abs() < 1e-9);
    }
}
