//! A table of snapshots: what its columns say of the outcome, learned from some rows and tried on
//! others.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use assent_domain::proof::{Contest, few};
use assent_inference::{
    Chosen, Column, FitError, FittedTable, Folds, Forecasted, Forecasts, Oddity, PLAIN, Scores,
    Shape, Table, choose_shape, suspicions,
};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Serialize;

use super::cells::{self, TimeFormat};
use super::source::Source;
use super::split::{self, LEAST, Parted, SEED, Split};
use super::{Note, Unfit};

/// The share of filled cells that must be numbers for a column to be one of numbers.
const NUMBERS: f64 = 0.95;
/// The share from which on a column of categories is suspiciously full of numbers.
const MIXED: f64 = 0.5;
/// Values that are named where another one was expected.
const NAMED: usize = 12;

/// What is asked of a table.
#[derive(Clone, Debug, Default)]
pub struct TableQuestion {
    /// The column of the outcome.
    pub outcome: String,
    /// The value of it that counts as yes.
    pub yes: String,
    /// The column by which rows are earlier or later.
    pub time: Option<String>,
    /// How that column writes its times.
    pub time_format: TimeFormat,
    /// The column that says what belongs together.
    pub group: Option<String>,
    /// Columns to be left out.
    pub without: Vec<String>,
    /// Columns to be taken however odd they are.
    pub keep: Vec<String>,
}

/// A column that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UsedColumn {
    /// Its name.
    pub name: String,
    /// `number` or `category`.
    pub kind: &'static str,
}

/// A column that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// Why not.
    pub why: String,
}

/// What was chosen within the rows that were learned from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChosenReport {
    /// `straight`, `bent` or `paired`.
    pub shape: &'static str,
    /// The penalty of a coefficient.
    pub penalty: f64,
    /// The penalty of a coefficient of two columns at once.
    pub pair_penalty: Option<f64>,
    /// How forecasts were set right.
    pub recalibration: &'static str,
    /// The area under the curve on parts of those rows that were held back.
    pub held_back_auc: Option<f64>,
    /// The Brier score there.
    pub held_back_brier: f64,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableReport {
    /// The file.
    pub file: String,
    /// Rows with an outcome.
    pub rows: usize,
    /// The column of the outcome.
    pub outcome: String,
    /// The value that counts as yes.
    pub yes: String,
    /// How rows were parted.
    pub split: Split,
    /// The columns taken.
    pub columns: Vec<UsedColumn>,
    /// The columns not taken.
    pub left_out: Vec<LeftOut>,
    /// What is odd.
    pub warnings: Vec<Note>,
    /// What was chosen, by part that was forecast.
    pub chosen: Vec<ChosenReport>,
    /// The scores.
    #[serde(flatten)]
    pub contest: Contest,
}

/// Evaluates a table. `tell` hears now and then how far it is.
///
/// # Errors
/// [`Unfit`] names every fault with its file, line and column.
pub fn evaluate_table(
    path: &Path,
    question: &TableQuestion,
    mut tell: impl FnMut(&str),
) -> Result<TableReport, Unfit> {
    let source = Source::read(path)?;
    let asked = Asked::of(&source, question)?;
    let mut warnings = asked.warnings.clone();
    let (mut split, parted) =
        split::part(&asked.outcomes, asked.times.as_deref(), asked.groups.as_deref());
    check_parts(&source, question, &asked, &parted)?;
    if let Some(time) = asked.time_column {
        let first = parted[0].forecast.first().map(|row| asked.rows[*row]);
        split.later_from = first.map(|row| source.cell(row, time).to_owned());
    }
    let mut columns = read_columns(&source, &asked, question, &mut warnings);
    let left_out = leave_out(&source, &asked, question, &parted, &mut columns, &mut warnings);
    if columns.is_empty() {
        return Err(
            Note::new(&source.name, Some(1), None, "no column is left to forecast by").into()
        );
    }
    let used = columns.iter().map(|(at, column)| UsedColumn {
        name: source.header[*at].clone(),
        kind: if matches!(column, Column::Number(_)) { "number" } else { "category" },
    });
    let used = used.collect();
    let table = Table::new(columns.into_iter().map(|(_, column)| column).collect())
        .unwrap_or_else(|fault| unreachable!("columns of one file: {fault}"));
    let tried = try_parts(&table, &asked, &parted, &mut tell);
    let (contest, chosen) =
        tried.map_err(|fault| Note::new(&source.name, None, None, said(fault)))?;
    Ok(TableReport {
        file: source.name,
        rows: asked.rows.len(),
        outcome: question.outcome.clone(),
        yes: question.yes.clone(),
        split,
        columns: used,
        left_out,
        warnings,
        chosen,
        contest,
    })
}

fn said(fault: FitError) -> String {
    match fault {
        FitError::OneClass => {
            "too few rows of one outcome to be cross-validated within the part learned from"
                .to_owned()
        }
        other => other.to_string(),
    }
}

/// What a question comes to on a file. All but `rows` is by place in `rows`.
struct Asked {
    /// The rows with an outcome, as positions in the file.
    rows: Vec<usize>,
    outcomes: Vec<bool>,
    times: Option<Vec<f64>>,
    groups: Option<Vec<usize>>,
    outcome_column: usize,
    time_column: Option<usize>,
    group_column: Option<usize>,
    warnings: Vec<Note>,
}

impl Asked {
    fn of(source: &Source, question: &TableQuestion) -> Result<Self, Unfit> {
        let named = [Some(&question.outcome), question.time.as_ref(), question.group.as_ref()];
        let named = named.into_iter().flatten();
        let all = named.chain(&question.without).chain(&question.keep);
        let unknown: Vec<Note> = all.filter_map(|name| source.column(name).err()).collect();
        if !unknown.is_empty() {
            return Err(Unfit(unknown));
        }
        let column = |name: &str| source.column(name).unwrap_or_default();
        let mut asked = Self {
            rows: Vec::new(),
            outcomes: Vec::new(),
            times: None,
            groups: None,
            outcome_column: column(&question.outcome),
            time_column: question.time.as_deref().map(column),
            group_column: question.group.as_deref().map(column),
            warnings: Vec::new(),
        };
        asked.read_outcomes(source, question)?;
        if let Some(column) = asked.time_column {
            asked.times = Some(times(source, column, &asked.rows, &question.time_format)?);
        }
        asked.groups = asked.group_column.map(|column| {
            let mut numbers = HashMap::new();
            let mut number = |row: &usize| {
                let next = numbers.len();
                *numbers.entry(source.cell(*row, column)).or_insert(next)
            };
            asked.rows.iter().map(&mut number).collect()
        });
        Ok(asked)
    }

    fn read_outcomes(&mut self, source: &Source, question: &TableQuestion) -> Result<(), Unfit> {
        let column = self.outcome_column;
        let mut values: BTreeMap<&str, usize> = BTreeMap::new();
        let mut empty = None;
        for row in 0..source.rows.len() {
            let value = source.cell(row, column);
            if value.is_empty() {
                let (first, count) = empty.unwrap_or((row, 0));
                empty = Some((first, count + 1));
                continue;
            }
            *values.entry(value).or_default() += 1;
            self.rows.push(row);
            self.outcomes.push(value == question.yes);
        }
        if let Some((first, count)) = empty {
            let message = format!("is empty here; {count} rows without an outcome are left out");
            self.warnings.push(source.of_cell(first, column, message));
        }
        let yes = question.yes.as_str();
        let message = if values.is_empty() {
            "is empty in every row".to_owned()
        } else if !values.contains_key(yes) {
            let shown: Vec<&str> = values.keys().take(NAMED).copied().collect();
            format!("is never “{yes}”; there are: {}", shown.join(", "))
        } else if values.len() == 1 {
            format!("is “{yes}” in every row: nothing can be told from one outcome alone")
        } else {
            return Ok(());
        };
        Err(source.of_column(column, message).into())
    }
}

/// The times of rows; all that cannot be read are named.
fn times(
    source: &Source,
    column: usize,
    rows: &[usize],
    format: &TimeFormat,
) -> Result<Vec<f64>, Unfit> {
    let mut faults = Vec::new();
    let mut times = Vec::with_capacity(rows.len());
    for row in rows {
        match format.days(source.cell(*row, column)) {
            Ok(time) => times.push(time),
            Err(message) => faults.push(source.of_cell(*row, column, message)),
        }
    }
    if faults.is_empty() { Ok(times) } else { Err(Unfit(faults)) }
}

/// Whether there is enough to learn from and to forecast.
fn check_parts(
    source: &Source,
    question: &TableQuestion,
    asked: &Asked,
    parted: &[Parted],
) -> Result<(), Unfit> {
    for one in parted {
        for (rows, what) in [(&one.learned_from, "learned from"), (&one.forecast, "forecast")] {
            let in_turn = parted.len() > 1;
            let short = rows.len() < LEAST.0 && !in_turn;
            let one_sided = few(rows.iter().map(|row| asked.outcomes[*row]), LEAST.1) && !in_turn;
            let learned = what == "learned from";
            let starved = learned && few(rows.iter().map(|row| asked.outcomes[*row]), LEAST.1);
            if short || one_sided || starved {
                let yes = rows.iter().filter(|row| asked.outcomes[**row]).count();
                let message = format!(
                    "of the {} rows {what}, {yes} are “{}”; {} rows with {} of each outcome are \
                     needed",
                    rows.len(),
                    question.yes,
                    LEAST.0,
                    LEAST.1,
                );
                return Err(source.of_column(asked.outcome_column, message).into());
            }
        }
    }
    Ok(())
}

/// The columns that may be forecast by, as numbers or as categories.
fn read_columns(
    source: &Source,
    asked: &Asked,
    question: &TableQuestion,
    warnings: &mut Vec<Note>,
) -> Vec<(usize, Column)> {
    let special = [Some(asked.outcome_column), asked.time_column, asked.group_column];
    let taken = (0..source.header.len()).filter(|column| {
        !special.contains(&Some(*column)) && !question.without.contains(&source.header[*column])
    });
    taken.map(|column| (column, read_column(source, column, &asked.rows, warnings))).collect()
}

fn read_column(source: &Source, column: usize, rows: &[usize], warnings: &mut Vec<Note>) -> Column {
    let (mut filled, mut numbers, mut first_other, mut others) = (0, 0, None, 0);
    for row in rows {
        let cell = source.cell(*row, column);
        if cells::is_missing(cell) {
            continue;
        }
        filled += 1;
        if cells::number(cell).is_some() {
            numbers += 1;
        } else {
            first_other = first_other.or(Some(*row));
            others += 1;
        }
    }
    let share = if filled == 0 { 0.0 } else { f64::from(numbers) / f64::from(filled) };
    if let Some(row) = first_other.filter(|_| share >= MIXED) {
        let cell = source.cell(row, column);
        let taken = match share >= NUMBERS {
            true => "they are taken as missing",
            false => "the column is taken as one of categories",
        };
        let message = format!("“{cell}” is no number, as {others} of {filled} are not; {taken}");
        warnings.push(source.of_cell(row, column, message));
    }
    if share >= NUMBERS {
        let number = |row: &usize| cells::number(source.cell(*row, column));
        Column::Number(rows.iter().map(number).collect())
    } else {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let category = |row: &usize| {
            let cell = source.cell(*row, column);
            let next = numbers.len() as u32;
            (!cell.is_empty()).then(|| *numbers.entry(cell).or_insert(next))
        };
        Column::Category(rows.iter().map(category).collect())
    }
}

/// Takes the odd columns out, as those that are learned from show them.
fn leave_out(
    source: &Source,
    asked: &Asked,
    question: &TableQuestion,
    parted: &[Parted],
    columns: &mut Vec<(usize, Column)>,
    warnings: &mut Vec<Note>,
) -> Vec<LeftOut> {
    let of = |name: &String| LeftOut { name: name.clone(), why: "asked for".to_owned() };
    let mut left_out: Vec<LeftOut> = question.without.iter().map(of).collect();
    let table = Table::new(columns.iter().map(|(_, column)| column.clone()).collect())
        .unwrap_or_else(|fault| unreachable!("columns of one file: {fault}"));
    let mut odd: BTreeMap<usize, Oddity> = BTreeMap::new();
    for one in parted {
        for found in suspicions(&table, &one.learned_from, &asked.outcomes) {
            odd.entry(found.column).or_insert(found.oddity);
        }
    }
    let mut taken_out = Vec::new();
    for (place, oddity) in odd {
        let column = columns[place].0;
        let name = &source.header[column];
        let kept = question.keep.contains(name);
        let what = match oddity {
            Oddity::Constant => {
                left_out.push(LeftOut { name: name.clone(), why: "never varies".to_owned() });
                taken_out.push(place);
                continue;
            }
            Oddity::TellsTheOutcome(area) => format!(
                "tells the outcome by itself (AUC {area:.3}): a suspected leak, or was it known before?"
            ),
            Oddity::Names => "is different in nearly every row: a name and no trait".to_owned(),
        };
        let then = if kept { "kept, as asked for" } else { "left out; --keep takes it in" };
        warnings.push(source.of_column(column, format!("{what} It is {then}")));
        if !kept {
            left_out.push(LeftOut { name: name.clone(), why: what });
            taken_out.push(place);
        }
    }
    let mut place = 0;
    columns.retain(|_| {
        place += 1;
        !taken_out.contains(&(place - 1))
    });
    left_out
}

/// Learns from each part and forecasts the other.
fn try_parts(
    table: &Table,
    asked: &Asked,
    parted: &[Parted],
    tell: &mut impl FnMut(&str),
) -> Result<(Contest, Vec<ChosenReport>), FitError> {
    let mut rng = StdRng::seed_from_u64(SEED);
    let (mut model, mut challenger) = (Vec::new(), Vec::new());
    let (mut groups, mut chosen_parts) = (Vec::new(), Vec::new());
    for (number, part) in parted.iter().enumerate() {
        let Parted { learned_from, forecast } = part;
        let folds = inner_folds(asked, learned_from, &mut rng);
        let told = |done: usize| {
            let (parts, part) = (parted.len(), number + 1);
            tell(&format!("part {part} of {parts}: tried {done} of {} shapes", Shape::TRIED));
        };
        let chosen = choose_shape(table, learned_from, &asked.outcomes, &folds, told)?;
        let fit = FittedTable::fit(table, learned_from, &asked.outcomes, chosen.shape)?;
        let plain = FittedTable::fit(table, learned_from, &asked.outcomes, PLAIN)?;
        let pair = |(row, probability): (&usize, f64)| Forecasted {
            probability,
            outcome: asked.outcomes[*row],
        };
        let own = fit.forecast(table, forecast).into_iter();
        let own = own.map(|probability| chosen.recalibration.apply(probability));
        model.extend(forecast.iter().zip(own).map(pair));
        challenger.extend(forecast.iter().zip(plain.forecast(table, forecast)).map(pair));
        groups.extend(forecast.iter().map(|row| asked.groups.as_ref().map_or(*row, |of| of[*row])));
        chosen_parts.push(report(&chosen));
    }
    let checked = |all| Forecasts::new(all).map_err(|_| FitError::OutOfRange);
    let contest = Contest::of(&checked(model)?, &checked(challenger)?, &groups, &mut rng);
    Ok((contest, chosen_parts))
}

/// Folds within the rows learned from; no group is in two of them.
fn inner_folds(asked: &Asked, rows: &[usize], rng: &mut StdRng) -> Folds {
    let count = if rows.len() > 5_000 { 3 } else { 5 };
    match &asked.groups {
        Some(groups) => {
            let groups: Vec<usize> = rows.iter().map(|row| groups[*row]).collect();
            Folds::deal_groups(&groups, count, rng)
        }
        None => {
            let outcomes: Vec<bool> = rows.iter().map(|row| asked.outcomes[*row]).collect();
            Folds::deal(&outcomes, count, rng)
        }
    }
}

fn report(chosen: &Chosen) -> ChosenReport {
    let (shape, penalty, pair_penalty) = match chosen.shape {
        Shape::Straight { penalty } => ("straight", penalty, None),
        Shape::Bent { penalty } => ("bent", penalty, None),
        Shape::Paired { penalty, pair_penalty } => ("paired", penalty, Some(pair_penalty)),
    };
    let held_back = Scores::of(&chosen.held_back);
    ChosenReport {
        shape,
        penalty,
        pair_penalty,
        recalibration: chosen.recalibration.name(),
        held_back_auc: held_back.area,
        held_back_brier: held_back.brier,
    }
}
