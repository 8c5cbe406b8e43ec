//! Reading cells: numbers and times.

use assent_domain::time::Timestamp;

use crate::operations::import::DateFormat;

/// What a cell holds where there is no number.
const NO_NUMBER: [&str; 7] = ["", "-", "NA", "N/A", "NaN", "null", "NULL"];

/// Whether a cell says that there is no number.
pub(super) fn is_missing(text: &str) -> bool {
    NO_NUMBER.contains(&text)
}

/// A number with a point for its decimals; groups of three digits may be parted by commas.
pub(super) fn number(text: &str) -> Option<f64> {
    let figure = if is_grouped(text) { text.replace(',', "") } else { text.to_owned() };
    let plain = |letter: char| letter.is_ascii_digit() || "+-.eE".contains(letter);
    let number = figure.parse::<f64>().ok().filter(|_| figure.chars().all(plain))?;
    number.is_finite().then_some(number)
}

fn is_grouped(text: &str) -> bool {
    let whole = text.trim_start_matches(['+', '-']).split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_some() && (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3)
}

/// How a column writes its times.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum TimeFormat {
    /// As ISO 8601 has it, with a blank for the T and without a zone if need be; or as numbers that
    /// grow.
    #[default]
    Usual,
    /// As told, such as `DD/MM/YYYY hh:mm`.
    Told(Told),
}

/// A format that was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Told(DateFormat);

impl std::str::FromStr for TimeFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        DateFormat::parse(text).map(|format| Self::Told(Told(format)))
    }
}

impl TimeFormat {
    /// A time in days, on an axis of the column's own.
    pub(super) fn days(&self, text: &str) -> Result<f64, String> {
        match self {
            Self::Told(Told(format)) => format.read(text).map(|date| date.instant(0).days()),
            Self::Usual => self.instant(text).map(Timestamp::days).or_else(|message| {
                let number = number(text).filter(|_| !text.contains('-'));
                number.ok_or(message)
            }),
        }
    }

    /// An instant.
    pub(super) fn instant(&self, text: &str) -> Result<Timestamp, String> {
        match self {
            Self::Told(Told(format)) => format.read(text).map(|date| date.instant(0)),
            Self::Usual => {
                let joined = text.replacen(' ', "T", 1);
                let in_utc = format!("{joined}Z");
                let read =
                    [&joined, &in_utc].into_iter().find_map(|one| Timestamp::parse(one).ok());
                read.ok_or_else(|| {
                    format!("“{text}” is no time such as 2000-05-17 or 2000-05-17T14:32:00Z")
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("12", Some(12.0))]
    #[case("-1.5e3", Some(-1_500.0))]
    #[case("1,234,567.5", Some(1_234_567.5))]
    #[case("1,23", None)]
    #[case("12k", None)]
    #[case("inf", None)]
    #[case("1e999", None)]
    #[case("", None)]
    fn numbers_are_read_and_nothing_else(#[case] text: &str, #[case] expected: Option<f64>) {
        assert_eq!(number(text), expected);
    }

    #[rstest]
    #[case("2011-10-01T00:38:44.546+02:00", Some(15_247.943_571_134_26))]
    #[case("2011-10-01 12:00", Some(15_248.5))]
    #[case("2011-10-01", Some(15_248.0))]
    #[case("2011", Some(2_011.0))]
    #[case("2011-02-30", None)]
    #[case("soon", None)]
    fn times_are_read_as_they_are_usually_written(
        #[case] text: &str,
        #[case] expected: Option<f64>,
    ) {
        let days = TimeFormat::Usual.days(text).ok();
        assert_eq!(days.is_some(), expected.is_some(), "{text}: {days:?}");
        if let Some((own, expected)) = days.zip(expected) {
            assert!((own - expected).abs() < 1e-9, "{own}");
        }
    }

    #[test]
    fn a_format_that_is_told_is_the_only_one_that_will_do() {
        let format: TimeFormat = "DD/MM/YYYY".parse().unwrap();
        assert_eq!(format.days("02/01/1970"), Ok(1.0));
        assert!(format.days("1970-01-02").unwrap_err().contains("DD/MM/YYYY"));
    }
}
