//! Figures with their standard errors and what was wanted of them.

use std::fmt;

/// A figure.
#[derive(Debug)]
struct Row {
    what: String,
    value: String,
    wanted: Option<(String, bool)>,
}

/// A headed list of figures.
#[derive(Debug)]
pub(crate) struct Table {
    title: String,
    rows: Vec<Row>,
}

/// A figure and its standard error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Estimate {
    pub(crate) value: f64,
    pub(crate) error: f64,
}

impl Estimate {
    /// The mean of independent draws.
    pub(crate) fn mean(draws: impl Iterator<Item = f64> + Clone) -> Estimate {
        let count = draws.clone().count() as f64;
        let value = draws.clone().sum::<f64>() / count;
        let variance = draws.map(|draw| (draw - value).powi(2)).sum::<f64>() / (count - 1.0);
        Estimate { value, error: (variance / count).sqrt() }
    }

    /// The share of independent draws that hold.
    pub(crate) fn share(draws: impl Iterator<Item = bool> + Clone) -> Estimate {
        Estimate::mean(draws.map(f64::from))
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} ± {:.3}", self.value, self.error)
    }
}

impl Table {
    pub(crate) fn new(title: impl Into<String>) -> Table {
        Table { title: title.into(), rows: Vec::new() }
    }

    /// A figure for information.
    pub(crate) fn tell(&mut self, what: impl Into<String>, value: impl fmt::Display) {
        self.rows.push(Row { what: what.into(), value: value.to_string(), wanted: None });
    }

    /// A figure that should be such.
    pub(crate) fn want(
        &mut self,
        what: impl Into<String>,
        value: impl fmt::Display,
        wanted: impl Into<String>,
        met: impl FnOnce() -> bool,
    ) {
        let wanted = Some((wanted.into(), met()));
        self.rows.push(Row { what: what.into(), value: value.to_string(), wanted });
    }

    /// How many figures are not as they should be.
    pub(crate) fn missed(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.wanted, Some((_, false)))).count()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n\n| what | measured | wanted | met |\n|---|---|---|---|", self.title)?;
        for Row { what, value, wanted } in &self.rows {
            let (wanted, met) = match wanted {
                Some((wanted, true)) => (wanted.as_str(), "yes"),
                Some((wanted, false)) => (wanted.as_str(), "**no**"),
                None => ("–", "–"),
            };
            writeln!(f, "| {what} | {value} | {wanted} | {met} |")?;
        }
        Ok(())
    }
}
