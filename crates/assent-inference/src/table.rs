//! Forecasting yes or no from a table: columns of numbers and of categories, a case a row.
//!
//! Two ways are offered. The plain one is the challenger that everything else has to beat: a logistic
//! regression on numbers as they are and categories as they come. The other one bends: numbers count
//! by their bin and, where many rows share one, by their very value; columns may count in pairs; and
//! how much of this is taken, and how hard it is held, is chosen by cross-validation.
//!
//! Not here: what the columns mean, and whether they were known when the forecast would have been
//! made. [`suspicions`] finds only what is too good to be true.

mod encoding;
mod facet;
mod fitted;
mod suspicion;

pub use fitted::{Chosen, FittedTable, PLAIN, Shape, choose_shape};
pub use suspicion::{Oddity, Suspicion, suspicions};

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Numbers; `None` where there is none.
    Number(Vec<Option<f64>>),
    /// Categories, numbered from 0; `None` where there is none.
    Category(Vec<Option<u32>>),
}

/// Columns of one length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    rows: usize,
    columns: Vec<Column>,
}

/// Why columns are no table: the column at this position is of another length than the first, or
/// holds a number that is not finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {0} is of another length, or holds no finite number")]
pub struct NotATable(pub usize);

impl Column {
    fn len(&self) -> usize {
        match self {
            Column::Number(values) => values.len(),
            Column::Category(values) => values.len(),
        }
    }

    fn is_finite(&self) -> bool {
        match self {
            Column::Number(values) => values.iter().flatten().all(|value| value.is_finite()),
            Column::Category(_) => true,
        }
    }
}

impl Table {
    /// Checks columns.
    ///
    /// # Errors
    /// [`NotATable`] names the first one at fault.
    pub fn new(columns: Vec<Column>) -> Result<Table, NotATable> {
        let rows = columns.first().map_or(0, Column::len);
        let wrong = columns.iter().position(|one| one.len() != rows || !one.is_finite());
        wrong.map_or(Ok(Table { rows, columns }), |position| Err(NotATable(position)))
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }
}
