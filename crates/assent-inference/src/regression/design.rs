//! The numbers of many cases, row by row, without the zeros.

/// A table of numbers of which most may be 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    columns: usize,
    /// Where each row ends; the first begins at 0.
    ends: Vec<usize>,
    column_of: Vec<u32>,
    values: Vec<f64>,
}

/// A row names a column that is not there, or holds a number that is not finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {0} names no such column, or holds no finite number")]
pub struct NotARow(pub usize);

impl Design {
    /// A table of so many columns, without rows.
    pub fn new(columns: usize) -> Design {
        Design { columns, ends: Vec::new(), column_of: Vec::new(), values: Vec::new() }
    }

    /// A table of rows that are written out in full.
    ///
    /// # Errors
    /// [`NotARow`] names the first row with too many numbers, or one that is not finite.
    pub fn of_rows<'a>(
        columns: usize,
        rows: impl IntoIterator<Item = &'a [f64]>,
    ) -> Result<Design, NotARow> {
        let mut design = Design::new(columns);
        for row in rows {
            design.push(row.iter().copied().enumerate())?;
        }
        Ok(design)
    }

    /// Adds a row: its columns, each once, with their values. Those left out are 0.
    ///
    /// # Errors
    /// [`NotARow`] with the number of the row; nothing of it is kept.
    pub fn push(&mut self, entries: impl IntoIterator<Item = (usize, f64)>) -> Result<(), NotARow> {
        let begin = self.values.len();
        for (column, value) in entries {
            if column >= self.columns || !value.is_finite() {
                self.column_of.truncate(begin);
                self.values.truncate(begin);
                return Err(NotARow(self.ends.len()));
            }
            if value != 0.0 {
                self.column_of.push(column as u32);
                self.values.push(value);
            }
        }
        self.ends.push(self.values.len());
        Ok(())
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// What a row holds, without the zeros.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (usize, &f64)> {
        let begin = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        let within = begin..self.ends[row];
        let columns = self.column_of[within.clone()].iter().map(|column| *column as usize);
        columns.zip(&self.values[within])
    }
}
