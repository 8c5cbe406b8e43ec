//! From the columns of a table to the columns of a regression.

use std::collections::HashMap;

use super::facet::Facet;
use super::fitted::Shape;
use super::{Column, Table};
use crate::regression::{Design, Ridge, Scaling};

/// Rows in which a pair of kinds must meet for it to count.
const MEETINGS: usize = 10;
/// Facets that are paired at most: those that tell most by themselves.
const PAIRED: usize = 16;

/// How a table becomes numbers, as learned from the rows that are fitted to.
#[derive(Clone, Debug)]
pub(super) struct Encoding {
    straight: Vec<Straight>,
    facets: Vec<Facet>,
    /// By facet and kind, its column.
    kinds: HashMap<(usize, u32), usize>,
    pairs: Vec<(usize, usize)>,
    /// By pair and the two kinds, its column.
    meetings: HashMap<(usize, u32, u32), usize>,
    penalty: Vec<f64>,
}

/// A column of numbers as it is, within the range that was learned from.
#[derive(Clone, Copy, Debug)]
struct Straight {
    column: usize,
    scaling: Scaling,
    range: (f64, f64),
}

impl Encoding {
    /// Learns an encoding from these rows. `outcomes` is by row of the table.
    pub(super) fn learn(
        table: &Table,
        rows: &[usize],
        outcomes: &[bool],
        shape: Shape,
    ) -> Encoding {
        let mut encoding = Encoding {
            straight: Vec::new(),
            facets: Vec::new(),
            kinds: HashMap::new(),
            pairs: Vec::new(),
            meetings: HashMap::new(),
            penalty: Vec::new(),
        };
        for (column, values) in table.columns.iter().enumerate() {
            let number = matches!(values, Column::Number(_));
            encoding.straight.extend(straight(table, column, rows));
            let missing = number && has_missing(values, rows);
            if shape.bends() || !number || missing {
                encoding.facets.extend(Facet::of(table, column, rows));
            }
        }
        encoding.penalty = vec![shape.penalty(); encoding.straight.len()];
        encoding.learn_kinds(table, rows, shape);
        if let Some(penalty) = shape.pair_penalty() {
            encoding.learn_meetings(table, (rows, outcomes), penalty);
        }
        encoding
    }

    fn learn_kinds(&mut self, table: &Table, rows: &[usize], shape: Shape) {
        for row in rows {
            for (at, facet) in self.facets.iter().enumerate() {
                let Some(kind) = facet.kind(table, *row) else { continue };
                let number = matches!(table.columns[facet.column], Column::Number(_));
                // Of numbers that count as they are, only their being there is asked.
                if number && !shape.bends() && kind > 0 {
                    continue;
                }
                if let std::collections::hash_map::Entry::Vacant(place) =
                    self.kinds.entry((at, kind))
                {
                    place.insert(self.penalty.len());
                    self.penalty.push(shape.penalty());
                }
            }
        }
    }

    fn learn_meetings(&mut self, table: &Table, known: (&[usize], &[bool]), penalty: f64) {
        let paired = self.most_telling(table, known);
        for (at, one) in paired.iter().enumerate() {
            for other in &paired[at + 1..] {
                if self.facets[*one].column != self.facets[*other].column {
                    self.pairs.push((*one, *other));
                }
            }
        }
        let mut counts: HashMap<(usize, u32, u32), usize> = HashMap::new();
        for row in known.0 {
            for meeting in self.meetings_of(table, *row) {
                let count = counts.entry(meeting).or_insert(0);
                *count += 1;
                if *count == MEETINGS {
                    self.meetings.insert(meeting, self.penalty.len());
                    self.penalty.push(penalty);
                }
            }
        }
    }

    fn meetings_of(&self, table: &Table, row: usize) -> Vec<(usize, u32, u32)> {
        let kinds: Vec<Option<u32>> =
            self.facets.iter().map(|facet| facet.kind(table, row)).collect();
        let meeting =
            |(at, (one, other)): (usize, &(usize, usize))| Some((at, kinds[*one]?, kinds[*other]?));
        self.pairs.iter().enumerate().filter_map(meeting).collect()
    }

    /// The facets that tell most of the outcome by themselves, in their own order: the mutual
    /// information of kind and outcome.
    fn most_telling(&self, table: &Table, (rows, outcomes): (&[usize], &[bool])) -> Vec<usize> {
        let tells = |facet: &Facet| {
            let mut counts: HashMap<Option<u32>, [f64; 2]> = HashMap::new();
            for row in rows {
                let count = counts.entry(facet.kind(table, *row)).or_default();
                count[usize::from(outcomes[*row])] += 1.0;
            }
            let entropy = |count: f64, of: f64| {
                if count > 0.0 { count * (of / count).ln() } else { 0.0 }
            };
            // Sums of floats depend on their order, and that of a map on chance.
            let mut left: Vec<f64> = counts
                .values()
                .map(|[no, yes]| entropy(*no, no + yes) + entropy(*yes, no + yes))
                .collect();
            left.sort_by(f64::total_cmp);
            left.iter().sum::<f64>()
        };
        let uncertain: Vec<f64> = self.facets.iter().map(tells).collect();
        let mut order: Vec<usize> = (0..self.facets.len()).collect();
        order.sort_by(|one, other| uncertain[*one].total_cmp(&uncertain[*other]));
        order.truncate(PAIRED);
        order.sort_unstable();
        order
    }

    /// The rows as the regression takes them.
    pub(super) fn design(&self, table: &Table, rows: &[usize]) -> Design {
        let mut design = Design::new(self.penalty.len());
        for row in rows {
            let straight = self.straight.iter().enumerate();
            let straight = straight.filter_map(|(at, one)| Some((at, one.of(table, *row)?)));
            let kinds = self.facets.iter().enumerate().filter_map(|(at, facet)| {
                Some((*self.kinds.get(&(at, facet.kind(table, *row)?))?, 1.0))
            });
            let meetings = self.meetings_of(table, *row).into_iter();
            let meetings = meetings.filter_map(|one| Some((*self.meetings.get(&one)?, 1.0)));
            // Columns are counted from the penalties, and scaled numbers are finite.
            design
                .push(straight.chain(kinds).chain(meetings))
                .unwrap_or_else(|fault| unreachable!("an encoded row: {fault}"));
        }
        design
    }

    pub(super) fn ridge(&self) -> Ridge {
        Ridge { centre: vec![0.0; self.penalty.len()], penalty: self.penalty.clone() }
    }
}

fn has_missing(column: &Column, rows: &[usize]) -> bool {
    match column {
        Column::Number(values) => rows.iter().any(|row| values[*row].is_none()),
        Column::Category(values) => rows.iter().any(|row| values[*row].is_none()),
    }
}

/// A column of numbers as it is; `None` of categories and of a column without numbers.
fn straight(table: &Table, column: usize, rows: &[usize]) -> Option<Straight> {
    let Column::Number(values) = &table.columns[column] else { return None };
    let known = rows.iter().filter_map(|row| values[*row]);
    let scaling = Scaling::of(known.clone());
    let range = known.fold(None, |range: Option<(f64, f64)>, value| {
        let (low, high) = range.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })?;
    Some(Straight { column, scaling, range })
}

impl Straight {
    fn of(&self, table: &Table, row: usize) -> Option<f64> {
        let Column::Number(values) = &table.columns[self.column] else { return None };
        values[row].map(|value| self.scaling.scaled(value.clamp(self.range.0, self.range.1)))
    }
}
