//! A column seen as a handful of kinds of rows.

use super::{Column, Table};

/// Bins of numbers at most.
const BINS: usize = 16;
/// How many rows must share a number for it to be a kind of its own. A figure that many share is a
/// round guess, or says that none was given.
const SHARED_BY: usize = 20;

/// What tells rows apart by one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facet {
    pub(super) column: usize,
    kinds: Kinds,
}

#[derive(Clone, Debug, PartialEq)]
enum Kinds {
    /// The category itself.
    Category,
    /// The bin of a number: above each edge begins the next one.
    Bin(Vec<f64>),
    /// The number itself, where it is one of these, which rise.
    Shared(Vec<f64>),
}

impl Facet {
    /// The facets of a column, as these rows suggest them.
    pub(super) fn of(table: &Table, column: usize, rows: &[usize]) -> Vec<Facet> {
        let of = |kinds| Facet { column, kinds };
        match &table.columns[column] {
            Column::Category(_) => vec![of(Kinds::Category)],
            Column::Number(values) => {
                let mut sorted: Vec<f64> = rows.iter().filter_map(|row| values[*row]).collect();
                sorted.sort_by(f64::total_cmp);
                let edges = edges(&sorted);
                let binned = edges.len() + 1 >= BINS;
                let shared = if binned { shared(&sorted) } else { Vec::new() };
                let mut facets = vec![of(Kinds::Bin(edges))];
                if !shared.is_empty() {
                    facets.push(of(Kinds::Shared(shared)));
                }
                facets
            }
        }
    }

    /// The kind of a row, if the facet has one for it. What is missing is a kind of its own.
    pub(super) fn kind(&self, table: &Table, row: usize) -> Option<u32> {
        match (&self.kinds, &table.columns[self.column]) {
            (Kinds::Category, Column::Category(values)) => {
                Some(values[row].map_or(0, |category| category + 1))
            }
            (Kinds::Bin(edges), Column::Number(values)) => Some(
                values[row]
                    .map_or(0, |value| 1 + edges.partition_point(|edge| *edge < value) as u32),
            ),
            (Kinds::Shared(shared), Column::Number(values)) => {
                let value = values[row]?;
                let place = shared.partition_point(|one| *one < value);
                (shared.get(place) == Some(&value)).then_some(place as u32)
            }
            // A facet is asked of the table that it was made of.
            _ => None,
        }
    }
}

/// The values that end bins of equal counts; each value, where there are few.
fn edges(sorted: &[f64]) -> Vec<f64> {
    let mut distinct = sorted.to_vec();
    distinct.dedup();
    let mut edges: Vec<f64> = if distinct.len() <= BINS {
        distinct
    } else {
        (1..BINS).map(|nth| sorted[(sorted.len() * nth / BINS).max(1) - 1]).collect()
    };
    edges.dedup();
    // The last bin has no end.
    if edges.last() == sorted.last() {
        edges.pop();
    }
    edges
}

fn shared(sorted: &[f64]) -> Vec<f64> {
    let equals = sorted.chunk_by(|one, other| one == other);
    equals.filter(|equals| equals.len() >= SHARED_BY).map(|equals| equals[0]).collect()
}
