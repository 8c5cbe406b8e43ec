//! Days of work: what is planned or happens falls into office hours.

use assent_domain::time::{Day, Timestamp};
use jiff::civil::Weekday;

/// The working day nearest to `day`, not before `first`.
pub(super) fn working_day(day: i64, first: i64) -> i64 {
    let by = match Day::from_number(day).date().weekday() {
        Weekday::Saturday => -1,
        Weekday::Sunday => -2,
        _ => 0,
    };
    if day + by >= first { day + by } else { day + 3 + by }
}

/// A time in days as an instant in the office hours of the same day, or of the Friday before a
/// weekend, to the minute.
pub(super) fn in_office_hours(at_days: f64, first: i64) -> Timestamp {
    const OPENS: f64 = 8.0;
    const HOURS: f64 = 9.0;
    let day = working_day(at_days.floor() as i64, first);
    let minutes = ((OPENS + HOURS * at_days.fract()) * 60.0) as i64;
    Day::from_number(day).start().plus_seconds(minutes * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> i64 {
        text.parse::<Day>().unwrap().number()
    }

    #[test]
    fn nobody_works_on_a_sunday() {
        let (friday, sunday) = (number("2026-11-20"), number("2026-11-22"));
        assert_eq!(working_day(sunday, 0), friday);
        assert_eq!(working_day(sunday, friday + 1), friday + 3);
        assert_eq!(working_day(friday, 0), friday);
    }

    #[test]
    fn the_hours_of_a_day_become_those_of_the_office() {
        let day = number("2026-11-20") as f64;
        assert_eq!(in_office_hours(day, 0).to_string(), "2026-11-20T08:00:00Z");
        assert_eq!(in_office_hours(day + 0.5, 0).to_string(), "2026-11-20T12:30:00Z");
    }
}
