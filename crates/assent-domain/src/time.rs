//! Time: instants are UTC microseconds, days are civil dates, and nobody reads the clock but a
//! [`Clock`].

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type};

/// Microseconds in a day; a day here always has 24 hours, because everything is UTC.
const MICROS_PER_DAY: i64 = 86_400_000_000;

/// An instant, in microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since the Unix epoch.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the Unix epoch, as stored.
    #[must_use]
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Midnight (UTC) at the start of `day`.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        Self(i64::from(days_since_epoch(day)) * MICROS_PER_DAY)
    }

    /// The last microsecond of `day` (UTC).
    #[must_use]
    pub fn end_of(day: Date) -> Self {
        Self::start_of(day).plus_micros(MICROS_PER_DAY - 1)
    }

    /// The civil date in UTC, clamped to the years jiff can hold.
    #[must_use]
    pub fn date(self) -> Date {
        date_of_day(self.0.div_euclid(MICROS_PER_DAY))
    }

    /// Days since the Unix epoch, with fraction: the time axis of the model.
    #[must_use]
    pub fn days(self) -> f64 {
        self.0 as f64 / MICROS_PER_DAY as f64
    }

    /// `micros` later (or earlier, when negative), saturating at the ends of time.
    #[must_use]
    pub const fn plus_micros(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// `seconds` later (or earlier, when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_micros(seconds.saturating_mul(1_000_000))
    }

    /// `days` of 24 hours later (or earlier, when negative).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_micros(days.saturating_mul(MICROS_PER_DAY))
    }

    /// Reads an RFC 3339 instant, or a plain date as its midnight.
    ///
    /// # Errors
    /// Says in words what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Ok(day) = text.parse::<Date>()
            && text.len() == 10
        {
            return Ok(Self::start_of(day));
        }
        text.parse::<jiff::Timestamp>()
            .map(|instant| Self(instant.as_microsecond()))
            .map_err(|_| "a date (2000-05-17) or an instant (2000-05-17T14:32:00Z)".to_owned())
    }
}

impl utoipa::PartialSchema for Timestamp {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .into()
    }
}

impl utoipa::ToSchema for Timestamp {}

/// A civil date in UTC, `YYYY-MM-DD` wherever it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(Date);

impl Day {
    /// The civil date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// Whole days since 1970-01-01, as stored.
    #[must_use]
    pub fn number(self) -> i64 {
        i64::from(days_since_epoch(self.0))
    }

    /// The day `number` days after 1970-01-01.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self(date_of_day(number))
    }

    /// Midnight (UTC) at its start.
    #[must_use]
    pub fn start(self) -> Timestamp {
        Timestamp::start_of(self.0)
    }

    /// Its last microsecond (UTC).
    #[must_use]
    pub fn end(self) -> Timestamp {
        Timestamp::end_of(self.0)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| "a date such as 2000-05-17".to_owned())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl utoipa::PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .into()
    }
}

impl utoipa::ToSchema for Day {}

/// Whole days from 1970-01-01 to `day`; negative before it.
fn days_since_epoch(day: Date) -> i32 {
    let epoch = Date::constant(1970, 1, 1);
    day.duration_since(epoch).as_hours().div_euclid(24) as i32
}

/// The civil date `days` after 1970-01-01, clamped to the calendar's ends.
fn date_of_day(days: i64) -> Date {
    let span = jiff::SignedDuration::from_hours(days.saturating_mul(24));
    Date::constant(1970, 1, 1).saturating_add(span)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(instant) => instant.fmt(f),
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|expected| {
            serde::de::Error::invalid_value(serde::de::Unexpected::Str(&text), &expected.as_str())
        })
    }
}

/// The only source of the present.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// A clock that stands still until it is told to move; for tests, the demo's builder and replays.
#[derive(Debug)]
pub struct StoppedClock(AtomicI64);

impl StoppedClock {
    /// A clock that shows `now`.
    #[must_use]
    pub const fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.as_micros()))
    }

    /// Moves the hands to `now`.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_micros(), Ordering::SeqCst);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1970-01-01", 0)]
    #[case("1970-01-02T00:00:00Z", MICROS_PER_DAY)]
    #[case("1969-12-31", -MICROS_PER_DAY)]
    #[case("2000-05-17T14:32:00Z", 958_573_920_000_000)]
    fn dates_and_instants_are_read(#[case] text: &str, #[case] micros: i64) {
        assert_eq!(Timestamp::parse(text), Ok(Timestamp::from_micros(micros)));
    }

    #[test]
    fn a_day_begins_and_ends_on_itself() {
        for text in ["1969-12-31", "2000-02-29", "2026-11-23"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(Timestamp::start_of(day).date(), day);
            assert_eq!(Timestamp::end_of(day).date(), day);
        }
    }

    #[test]
    fn what_is_no_time_says_what_was_expected() {
        assert!(Timestamp::parse("17.5.2000").unwrap_err().contains("2000-05-17"));
    }
}
