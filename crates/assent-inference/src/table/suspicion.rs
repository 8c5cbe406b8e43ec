//! Columns that are too good to be true, and columns that say nothing.

use std::collections::HashMap;

use super::facet::Facet;
use super::{Column, Table};
use crate::verification::{Forecasted, area_under_curve};

/// An area under the curve that no column reaches by itself unless it knows the outcome.
const TOO_GOOD: f64 = 0.95;
/// From so many rows on, a column whose rows nearly all differ is taken for a name.
const ROWS_OF_NAMES: usize = 40;
/// The share of rows that differ in a column of names: categories, and whole numbers.
const NAMES: (f64, f64) = (0.5, 0.95);

/// What is odd about a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Oddity {
    /// It tells the outcome by itself: this is the area under its curve.
    TellsTheOutcome(f64),
    /// Nearly every row has a value of its own: a name or a number, no trait.
    Names,
    /// All rows have the same value, or none.
    Constant,
}

/// An odd column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suspicion {
    /// Its position.
    pub column: usize,
    /// What is odd about it.
    pub oddity: Oddity,
}

/// The odd columns of these rows; `outcomes` is by row of the table.
pub fn suspicions(table: &Table, rows: &[usize], outcomes: &[bool]) -> Vec<Suspicion> {
    let odd = |column: usize| {
        let oddity = if let Some(area) = too_good(table, column, rows, outcomes) {
            Oddity::TellsTheOutcome(area)
        } else if is_constant(&table.columns[column], rows) {
            Oddity::Constant
        } else if is_of_names(&table.columns[column], rows) {
            Oddity::Names
        } else {
            return None;
        };
        Some(Suspicion { column, oddity })
    };
    (0..table.columns.len()).filter_map(odd).collect()
}

/// The area under the curve of a column by itself, if it is too large.
fn too_good(table: &Table, column: usize, rows: &[usize], outcomes: &[bool]) -> Option<f64> {
    let by_kind = Facet::of(table, column, rows)
        .into_iter()
        .filter_map(|facet| area_by_kind(table, &facet, rows, outcomes));
    let area = by_kind.chain(area_of_numbers(&table.columns[column], rows, outcomes));
    area.filter(|area| *area >= TOO_GOOD).reduce(f64::max)
}

fn area_of_numbers(column: &Column, rows: &[usize], outcomes: &[bool]) -> Option<f64> {
    let Column::Number(values) = column else { return None };
    let forecast =
        |row: &usize| Some(Forecasted { probability: values[*row]?, outcome: outcomes[*row] });
    let known: Vec<Forecasted> = rows.iter().filter_map(forecast).collect();
    // A column that is mostly empty tells little of all rows, however much of a few.
    let enough = known.len() * 2 >= rows.len();
    let area = area_under_curve(&known).filter(|_| enough)?;
    Some(area.max(1.0 - area))
}

/// How well the share of yes among other rows of the same kind forecasts a row.
fn area_by_kind(table: &Table, facet: &Facet, rows: &[usize], outcomes: &[bool]) -> Option<f64> {
    let mut counts: HashMap<Option<u32>, (f64, f64)> = HashMap::new();
    for row in rows {
        let count = counts.entry(facet.kind(table, *row)).or_default();
        count.0 += f64::from(outcomes[*row]);
        count.1 += 1.0;
    }
    let yes = rows.iter().filter(|row| outcomes[**row]).count() as f64;
    let base = yes / rows.len() as f64;
    let forecast = |row: &usize| {
        let (yes, all) = counts[&facet.kind(table, *row)];
        let outcome = outcomes[*row];
        // Without the row itself, or each name would tell its own outcome.
        let share = (yes - f64::from(outcome) + base) / all;
        Forecasted { probability: share, outcome }
    };
    area_under_curve(&rows.iter().map(forecast).collect::<Vec<_>>())
}

fn is_constant(column: &Column, rows: &[usize]) -> bool {
    let same = |one: &usize, other: &usize| match column {
        Column::Number(values) => values[*one] == values[*other],
        Column::Category(values) => values[*one] == values[*other],
    };
    rows.windows(2).all(|pair| same(&pair[0], &pair[1]))
}

fn is_of_names(column: &Column, rows: &[usize]) -> bool {
    let (keys, least): (Vec<u64>, f64) = match column {
        Column::Category(values) => {
            (rows.iter().filter_map(|row| values[*row].map(u64::from)).collect(), NAMES.0)
        }
        Column::Number(values) => {
            let known: Vec<f64> = rows.iter().filter_map(|row| values[*row]).collect();
            if known.iter().any(|value| value.fract() != 0.0) {
                return false;
            }
            (known.iter().map(|value| value.to_bits()).collect(), NAMES.1)
        }
    };
    let mut distinct = keys.clone();
    distinct.sort_unstable();
    distinct.dedup();
    keys.len() >= ROWS_OF_NAMES && distinct.len() as f64 >= least * keys.len() as f64
}
