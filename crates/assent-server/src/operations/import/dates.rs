//! Dates as other systems write them: `DD/MM/YYYY`, `YYYY年M月D日`, `YYYY-MM-DD hh:mm`.

use assent_domain::time::{Day, Timestamp};

/// How a column writes its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::operations) struct DateFormat {
    parts: Vec<Part>,
    /// As it stands in the mapping, for messages.
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Number(Unit),
    Literal(char),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    YearOfCentury,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

/// The units, the longer ones first where one begins with the other.
const UNITS: [(&str, Unit); 11] = [
    ("YYYY", Unit::Year),
    ("YY", Unit::YearOfCentury),
    ("MM", Unit::Month),
    ("M", Unit::Month),
    ("DD", Unit::Day),
    ("D", Unit::Day),
    ("hh", Unit::Hour),
    ("h", Unit::Hour),
    ("mm", Unit::Minute),
    ("ss", Unit::Second),
    ("s", Unit::Second),
];

/// A date, and the time of day if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::operations) struct Dated {
    pub(in crate::operations) day: Day,
    seconds: Option<i64>,
}

impl Dated {
    /// The instant: of a date alone its midnight (UTC), of a time that of clocks this many seconds
    /// ahead of UTC.
    pub(in crate::operations) fn instant(self, ahead_seconds: i64) -> Timestamp {
        let midnight = self.day.start();
        self.seconds.map_or(midnight, |seconds| midnight.plus_seconds(seconds - ahead_seconds))
    }
}

impl DateFormat {
    /// Reads a format. It must hold a year, a month and a day.
    pub(in crate::operations) fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let unit = UNITS.iter().find(|(letters, _)| rest.starts_with(letters));
            let (part, length) = match unit {
                Some((letters, unit)) => (Part::Number(*unit), letters.len()),
                None => (Part::Literal(character), character.len_utf8()),
            };
            parts.push(part);
            rest = &rest[length..];
        }
        let count = |unit| parts.iter().filter(|part| **part == Part::Number(unit)).count();
        let years = count(Unit::Year) + count(Unit::YearOfCentury);
        if (years, count(Unit::Month), count(Unit::Day)) != (1, 1, 1) {
            return Err("must hold YYYY (or YY), MM and DD, as in DD/MM/YYYY hh:mm".to_owned());
        }
        Ok(Self { parts, text: text.to_owned() })
    }

    /// Reads a date.
    pub(in crate::operations) fn read(&self, text: &str) -> Result<Dated, String> {
        self.try_read(text).ok_or_else(|| format!("“{text}” is no date like {}", self.text))
    }

    fn try_read(&self, text: &str) -> Option<Dated> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        let mut seconds = None;
        let mut rest = text.trim();
        for part in &self.parts {
            match part {
                Part::Literal(literal) => rest = rest.strip_prefix(*literal)?,
                Part::Number(unit) => {
                    let number = take_number(&mut rest, if *unit == Unit::Year { 4 } else { 2 })?;
                    let mut add = |most: i64, each: i64| {
                        seconds = Some(seconds.unwrap_or(0) + number * each);
                        (number <= most).then_some(())
                    };
                    match unit {
                        Unit::Year => year = number,
                        Unit::YearOfCentury => year = 2_000 + number,
                        Unit::Month => month = number,
                        Unit::Day => day = number,
                        Unit::Hour => add(23, 3_600)?,
                        Unit::Minute => add(59, 60)?,
                        Unit::Second => add(59, 1)?,
                    }
                }
            }
        }
        if !rest.is_empty() {
            return None;
        }
        let day = format!("{year:04}-{month:02}-{day:02}").parse().ok()?;
        Some(Dated { day, seconds })
    }
}

/// Takes digits from the front, at most `most` of them.
fn take_number(rest: &mut &str, most: usize) -> Option<i64> {
    let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at(digits);
    *rest = after;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("DD/MM/YYYY", "20/10/2016", "2016-10-20T00:00:00Z")]
    #[case("D.M.YY", "5.1.17", "2017-01-05T00:00:00Z")]
    #[case("YYYYMMDD", "20161020", "2016-10-20T00:00:00Z")]
    #[case("YYYY年M月D日", "2016年3月5日", "2016-03-05T00:00:00Z")]
    #[case("YYYY-MM-DD hh:mm", "2016-10-20 14:30", "2016-10-20T06:30:00Z")]
    #[case("YYYY-MM-DD hh:mm:ss", "2016-10-20 04:30:15", "2016-10-19T20:30:15Z")]
    fn dates_are_read_as_they_are_written(
        #[case] format: &str,
        #[case] text: &str,
        #[case] expected: &str,
    ) {
        let read = DateFormat::parse(format).unwrap().read(text).unwrap();
        assert_eq!(read.instant(8 * 3_600), Timestamp::parse(expected).unwrap());
    }

    #[rstest]
    #[case("DD/MM/YYYY", "2016-10-20")]
    #[case("DD/MM/YYYY", "31/02/2016")]
    #[case("DD/MM/YYYY", "20/10/2016 x")]
    #[case("YYYY-MM-DD hh:mm", "2016-10-20 24:00")]
    fn what_is_no_such_date_is_refused(#[case] format: &str, #[case] text: &str) {
        let fault = DateFormat::parse(format).unwrap().read(text).unwrap_err();
        assert!(fault.contains(format) && fault.contains(text));
    }

    #[rstest]
    #[case("MM/YYYY")]
    #[case("DD/MM")]
    #[case("DD/MM/YYYY MM")]
    fn a_format_without_a_whole_date_is_refused(#[case] format: &str) {
        assert!(DateFormat::parse(format).is_err());
    }
}
