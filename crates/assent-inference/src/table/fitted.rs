//! Fitting a table, and choosing how much the fit may bend.

use super::Table;
use super::encoding::Encoding;
use crate::calibration::Recalibration;
use crate::folds::Folds;
use crate::regression::{FitError, Logistic};
use crate::verification::{Forecasted, Forecasts};

/// How much a fit bends, and how hard it is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Numbers count as they are, scaled to standard deviation 1; each category has a coefficient.
    Straight {
        /// The penalty of each coefficient.
        penalty: f64,
    },
    /// Numbers also count by their bin, and by their very value where many rows share it.
    Bent {
        /// The penalty of each coefficient.
        penalty: f64,
    },
    /// The same, and kinds of rows by two columns at once.
    Paired {
        /// The penalty of each coefficient of one column.
        penalty: f64,
        /// The penalty of each coefficient of two.
        pair_penalty: f64,
    },
}

/// The plain logistic regression: what scikit-learn does unasked (C = 1).
pub const PLAIN: Shape = Shape::Straight { penalty: 1.0 };

/// The shapes that are tried.
const SHAPES: [Shape; 7] = [
    PLAIN,
    Shape::Straight { penalty: 10.0 },
    Shape::Bent { penalty: 1.0 },
    Shape::Bent { penalty: 5.0 },
    Shape::Paired { penalty: 1.0, pair_penalty: 10.0 },
    Shape::Paired { penalty: 1.0, pair_penalty: 40.0 },
    Shape::Paired { penalty: 5.0, pair_penalty: 100.0 },
];

impl Shape {
    /// How many shapes [`choose_shape`] tries.
    pub const TRIED: usize = SHAPES.len();

    pub(super) fn bends(self) -> bool {
        !matches!(self, Shape::Straight { .. })
    }

    pub(super) fn penalty(self) -> f64 {
        match self {
            Shape::Straight { penalty }
            | Shape::Bent { penalty }
            | Shape::Paired { penalty, .. } => penalty,
        }
    }

    pub(super) fn pair_penalty(self) -> Option<f64> {
        match self {
            Shape::Paired { pair_penalty, .. } => Some(pair_penalty),
            _ => None,
        }
    }
}

/// A fit to some rows of a table.
#[derive(Clone, Debug)]
pub struct FittedTable {
    encoding: Encoding,
    fit: Logistic,
}

impl FittedTable {
    /// Fits to these rows; `outcomes` is by row of the table.
    ///
    /// # Errors
    /// [`FitError`], where the outcomes of the rows are all the same.
    pub fn fit(
        table: &Table,
        rows: &[usize],
        outcomes: &[bool],
        shape: Shape,
    ) -> Result<FittedTable, FitError> {
        let encoding = Encoding::learn(table, rows, outcomes, shape);
        let targets: Vec<f64> = rows.iter().map(|row| f64::from(outcomes[*row])).collect();
        let (design, ridge) = (encoding.design(table, rows), encoding.ridge());
        let fit = match shape.pair_penalty() {
            None => Logistic::fit(&design, &targets, &ridge)?,
            Some(_) => Logistic::fit_to_forecast(&design, &targets, &ridge)?,
        };
        Ok(FittedTable { encoding, fit })
    }

    /// The chance of yes of these rows. Categories that were not there when it was fitted count for
    /// nothing, and numbers no further out than those that were.
    pub fn forecast(&self, table: &Table, rows: &[usize]) -> Vec<f64> {
        self.fit.probabilities(&self.encoding.design(table, rows))
    }
}

/// What was chosen, with how it did on rows that it was not fitted to.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The shape.
    pub shape: Shape,
    /// Its forecasts of each row, by a fit that had not seen the row's part; in the order of `rows`.
    pub held_back: Forecasts,
    /// How forecasts of the shape are to be set right.
    pub recalibration: Recalibration,
}

/// Chooses a shape for these rows by cross-validation: from the simplest on, one takes the place of
/// another if its log score on rows held back is better by more than one standard error of the
/// difference. `folds` deals out the rows by their place in `rows`; `tell` hears of each shape done.
///
/// # Errors
/// [`FitError`], where no shape can be fitted to all parts but one.
pub fn choose_shape(
    table: &Table,
    rows: &[usize],
    outcomes: &[bool],
    folds: &Folds,
    mut tell: impl FnMut(usize),
) -> Result<Chosen, FitError> {
    let mut best: Option<(Shape, Forecasts)> = None;
    for (done, shape) in SHAPES.into_iter().enumerate() {
        let forecasts = folds.forecast(|fitted, held| {
            let of = |places: &[usize]| places.iter().map(|at| rows[*at]).collect::<Vec<_>>();
            let fit = FittedTable::fit(table, &of(fitted), outcomes, shape)?;
            Ok(fit.forecast(table, &of(held)))
        })?;
        let pair =
            |(row, probability): (&usize, f64)| Forecasted { probability, outcome: outcomes[*row] };
        let held_back = Forecasts::new(rows.iter().zip(forecasts).map(pair).collect())
            .map_err(|_| FitError::OutOfRange)?;
        if best.as_ref().is_none_or(|(_, known)| is_clearly_better(&held_back, known)) {
            best = Some((shape, held_back));
        }
        tell(done + 1);
    }
    let (shape, held_back) = best.ok_or(FitError::Sizes)?;
    let recalibration = Recalibration::choose(&held_back, folds);
    Ok(Chosen { shape, held_back, recalibration })
}

/// Whether the log score of the same cases is better by more than one standard error.
fn is_clearly_better(new: &Forecasts, known: &Forecasts) -> bool {
    let pairs = new.as_slice().iter().zip(known.as_slice());
    let gains: Vec<f64> = pairs.map(|(new, known)| new.log_score() - known.log_score()).collect();
    let count = gains.len() as f64;
    let mean = gains.iter().sum::<f64>() / count;
    let variance = gains.iter().map(|gain| (gain - mean).powi(2)).sum::<f64>() / count;
    mean > (variance / count).sqrt()
}
