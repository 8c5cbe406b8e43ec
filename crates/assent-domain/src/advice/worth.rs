//! What a deal is worth in hours of selling: the common coin of deals in different currencies.

use crate::money::Money;

/// What an hour of selling costs a house, in major units: experience values for the currencies of large
/// economies, which only have to be right within a factor of two or so.
const HOUR: [(&str, f64); 20] = [
    ("USD", 100.0),
    ("EUR", 90.0),
    ("GBP", 80.0),
    ("CHF", 120.0),
    ("CNY", 200.0),
    ("HKD", 500.0),
    ("TWD", 1500.0),
    ("JPY", 6000.0),
    ("KRW", 60000.0),
    ("INR", 1500.0),
    ("SGD", 100.0),
    ("AUD", 120.0),
    ("CAD", 110.0),
    ("BRL", 150.0),
    ("MXN", 600.0),
    ("SEK", 900.0),
    ("NOK", 1000.0),
    ("DKK", 700.0),
    ("PLN", 200.0),
    ("ZAR", 600.0),
];
/// What a deal of which no amount is known is taken to be worth, in hours.
const USUAL_HOURS: f64 = 500.0;

/// What a deal of this amount is worth, in hours of selling. One without an amount, or in a currency of
/// which we do not know what an hour costs, is taken for a usual one.
#[must_use]
pub fn worth_hours(amount: Option<&Money>) -> f64 {
    let hours = amount.and_then(|amount| {
        let (_, hour) = HOUR.iter().find(|(code, _)| *code == amount.currency.as_str())?;
        let major = amount.minor as f64 / 10_f64.powi(amount.currency.exponent() as i32);
        (major > 0.0).then_some(major / hour)
    });
    hours.unwrap_or(USUAL_HOURS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.parse().unwrap() }
    }

    #[test]
    fn amounts_are_told_in_hours_whatever_their_currency() {
        assert_eq!(worth_hours(Some(&money(2_000_000, "USD"))), 200.0);
        // The yen has no smaller unit.
        assert_eq!(worth_hours(Some(&money(1_200_000, "JPY"))), 200.0);
        assert_eq!(worth_hours(Some(&money(4_000_000, "CNY"))), 200.0);
    }

    #[test]
    fn what_is_not_known_is_usual() {
        assert_eq!(worth_hours(None), 500.0);
        assert_eq!(worth_hours(Some(&money(100, "XTS"))), 500.0);
        assert_eq!(worth_hours(Some(&money(0, "USD"))), 500.0);
    }
}
