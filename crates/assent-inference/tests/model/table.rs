//! Forecasting from a table: the plain way is that of scikit-learn, the other one bends where there is
//! something to bend for, and what is too good to be true is found.

use assent_inference::{
    Column, FittedTable, Folds, NotATable, Oddity, PLAIN, Shape, Table, choose_shape, suspicions,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Deserialize;

#[derive(Deserialize)]
struct Plain {
    kind: String,
    number: Vec<f64>,
    category: Vec<u32>,
    outcomes: Vec<u8>,
    forecasts: Vec<f64>,
}

#[test]
fn the_plain_way_is_the_usual_pipeline_of_scikit_learn() {
    let figures: serde_json::Value =
        serde_json::from_str(include_str!("../verification.json")).unwrap();
    let mut own =
        figures["cases"].as_array().unwrap().iter().filter(|case| case["kind"] == "table");
    let case: Plain = serde_json::from_value(own.next_back().unwrap().clone()).unwrap();
    assert_eq!(case.kind, "table");
    let table = Table::new(vec![
        Column::Number(case.number.into_iter().map(Some).collect()),
        Column::Category(case.category.into_iter().map(Some).collect()),
    ]);
    let table = table.unwrap();
    let outcomes: Vec<bool> = case.outcomes.iter().map(|one| *one == 1).collect();
    let rows: Vec<usize> = (0..table.rows()).collect();
    let own = FittedTable::fit(&table, &rows, &outcomes, PLAIN).unwrap().forecast(&table, &rows);
    for (own, expected) in own.iter().zip(&case.forecasts) {
        assert!((own - expected).abs() < 1e-9, "{own} instead of {expected}");
    }
}

/// Rows of which chance decides, by a log-odds of their own.
struct Drawn {
    table: Table,
    outcomes: Vec<bool>,
    rows: Vec<usize>,
    folds: Folds,
}

fn drawn(count: usize, draw: impl Fn(&mut StdRng) -> (f64, u32, u32, f64)) -> Drawn {
    let mut rng = StdRng::seed_from_u64(8);
    let rows: Vec<(f64, u32, u32, f64)> = (0..count).map(|_| draw(&mut rng)).collect();
    let chance = |log_odds: f64| 1.0 / (1.0 + (-log_odds).exp());
    let outcomes: Vec<bool> = rows.iter().map(|row| rng.random_bool(chance(row.3))).collect();
    let table = Table::new(vec![
        Column::Number(rows.iter().map(|row| Some(row.0)).collect()),
        Column::Category(rows.iter().map(|row| Some(row.1)).collect()),
        Column::Category(rows.iter().map(|row| Some(row.2)).collect()),
    ]);
    let folds = Folds::deal(&outcomes, 3, &mut rng);
    Drawn { table: table.unwrap(), outcomes, rows: (0..count).collect(), folds }
}

fn chosen(of: &Drawn) -> Shape {
    let mut told = Vec::new();
    let chosen = choose_shape(&of.table, &of.rows, &of.outcomes, &of.folds, |done| told.push(done));
    assert_eq!(told, (1..=Shape::TRIED).collect::<Vec<_>>());
    chosen.unwrap().shape
}

#[test]
fn a_straight_relation_stays_straight() {
    let straight = drawn(600, |rng| {
        let x = rng.random::<f64>();
        (x, rng.random_range(0..3), rng.random_range(0..3), 4.0 * x - 2.0)
    });
    assert!(matches!(chosen(&straight), Shape::Straight { .. }));
}

#[test]
fn a_hump_and_a_round_guess_bend_it() {
    let hump = drawn(1_500, |rng| {
        let x = rng.random::<f64>();
        (x, rng.random_range(0..3), 0, if (0.3..0.6).contains(&x) { 2.0 } else { -2.0 })
    });
    assert!(matches!(chosen(&hump), Shape::Bent { .. }));
    // A third of the figures are exactly 500, and those never come to anything.
    let round = drawn(1_500, |rng| {
        let x = (1_000.0 * rng.random::<f64>()).floor();
        let guess = rng.random_bool(0.33);
        (if guess { 500.0 } else { x }, 0, 0, if guess { -4.0 } else { 1.0 })
    });
    assert!(chosen(&round) != PLAIN && !matches!(chosen(&round), Shape::Straight { .. }));
}

#[test]
fn what_only_two_columns_tell_together_is_told_by_the_pair() {
    let pair = drawn(2_000, |rng| {
        let (a, b) = (rng.random_range(0..3), rng.random_range(0..3));
        (rng.random::<f64>(), a, b, if a == b { 2.0 } else { -2.0 })
    });
    assert!(matches!(chosen(&pair), Shape::Paired { .. }));
}

#[test]
fn what_was_never_seen_counts_for_nothing_and_what_is_missing_is_a_kind() {
    let mut of = drawn(400, |rng| {
        let x = rng.random::<f64>();
        (x, u32::from(x > 0.5), 0, 3.0 * x - 1.5)
    });
    let fit = FittedTable::fit(&of.table, &of.rows, &of.outcomes, PLAIN).unwrap();
    let columns = of.table.columns().to_vec();
    let with = |number: Option<f64>, category: Option<u32>| {
        let mut columns = columns.clone();
        columns[0] = Column::Number(vec![number]);
        columns[1] = Column::Category(vec![category]);
        columns[2] = Column::Category(vec![Some(0)]);
        fit.forecast(&Table::new(columns).unwrap(), &[0])[0]
    };
    assert_eq!(with(Some(0.5), Some(9)), with(Some(0.5), None));
    // Further out than anything that was seen is as far as that.
    assert!((with(Some(50.0), Some(1)) - with(Some(1.0), Some(1))).abs() < 1e-3);
    // Where a number is missing among the known, its being missing counts.
    let Column::Number(numbers) = &columns[0] else { panic!("numbers") };
    let missing = |at: usize| (!at.is_multiple_of(4)).then_some(numbers[at]).flatten();
    let numbers = (0..400).map(missing).collect();
    of.outcomes = (0..400).map(|at| if at % 4 == 0 { at % 20 != 0 } else { at % 3 == 0 }).collect();
    let table = Table::new(vec![Column::Number(numbers)]).unwrap();
    let fit = FittedTable::fit(&table, &of.rows, &of.outcomes, PLAIN).unwrap();
    let forecasts = fit.forecast(&table, &[0, 1]);
    assert!(forecasts[0] > 0.7 && forecasts[1] < 0.5, "{forecasts:?}");
}

#[test]
fn a_column_of_another_length_or_without_a_number_is_named() {
    let one = Column::Number(vec![Some(1.0)]);
    let two = Column::Category(vec![None, None]);
    assert_eq!(Table::new(vec![one.clone(), two]), Err(NotATable(1)));
    assert_eq!(Table::new(vec![one, Column::Number(vec![Some(f64::NAN)])]), Err(NotATable(1)));
}

#[test]
fn columns_that_know_the_outcome_or_say_nothing_are_found() {
    let mut rng = StdRng::seed_from_u64(2);
    let outcomes: Vec<bool> = (0..200).map(|row| row % 3 == 0).collect();
    let by = |of: &mut dyn FnMut(usize) -> Option<f64>| Column::Number((0..200).map(of).collect());
    let category =
        |of: &dyn Fn(usize) -> u32| Column::Category((0..200).map(|row| Some(of(row))).collect());
    let yes = |row: usize| row.is_multiple_of(3);
    let table = Table::new(vec![
        by(&mut |_| Some(rng.random())),
        // The outcome in other words, with a slip in 50.
        category(&|row| u32::from(yes(row) != (row % 50 == 0))),
        // Days to an order that only the won ones have.
        by(&mut |row| yes(row).then_some(row as f64 * 0.5)),
        by(&mut |row| Some(if yes(row) { 9.5 } else { 0.5 } + (row % 7) as f64)),
        category(&|row| row as u32),
        by(&mut |row| Some(1_000.0 + (row * 37 % 200) as f64)),
        by(&mut |_| Some(7.5)),
        category(&|row| (row % 5) as u32),
    ]);
    let rows: Vec<usize> = (0..200).collect();
    let found = suspicions(&table.unwrap(), &rows, &outcomes);
    let told = found.iter().filter(|one| matches!(one.oddity, Oddity::TellsTheOutcome(_)));
    assert_eq!(told.map(|one| one.column).collect::<Vec<_>>(), [1, 2, 3]);
    let others = found.iter().filter(|one| !matches!(one.oddity, Oddity::TellsTheOutcome(_)));
    let others: Vec<(usize, Oddity)> = others.map(|one| (one.column, one.oddity)).collect();
    assert_eq!(others, [(4, Oddity::Names), (5, Oddity::Names), (6, Oddity::Constant)]);
}

#[test]
fn folds_share_the_outcomes_evenly_and_never_part_a_group() {
    let mut rng = StdRng::seed_from_u64(1);
    let outcomes: Vec<bool> = (0..103).map(|row| row % 10 == 0).collect();
    let folds = Folds::deal(&outcomes, 5, &mut rng);
    for part in 0..5 {
        let (held, others) = folds.part(part);
        let yes = held.iter().filter(|row| outcomes[**row]).count();
        assert!((20..=21).contains(&held.len()) && (2..=3).contains(&yes), "{yes} {}", held.len());
        assert_eq!(held.len() + others.len(), 103);
    }
    let groups: Vec<usize> = (0..103).map(|row| row * row % 17).collect();
    let folds = Folds::deal_groups(&groups, 4, &mut rng);
    for part in 0..4 {
        let (held, others) = folds.part(part);
        assert!((18..=34).contains(&held.len()), "{}", held.len());
        let known: Vec<usize> = others.iter().map(|row| groups[*row]).collect();
        assert!(held.iter().all(|row| !known.contains(&groups[*row])));
    }
}
