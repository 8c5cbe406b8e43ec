//! What a deal is worth in hours of selling: the common coin of deals in different currencies.

use crate::money::Money;

/// What an hour of selling is worth at the margin, in major units: a seller is paid anyway, so it is
/// less than what the hour costs the house. Experience values for the currencies of large economies,
/// which only have to be right within a factor of two or so.
const HOUR: [(&str, f64); 20] = [
    ("USD", 20.0),
    ("EUR", 18.0),
    ("GBP", 16.0),
    ("CHF", 24.0),
    ("CNY", 50.0),
    ("HKD", 100.0),
    ("TWD", 300.0),
    ("JPY", 1200.0),
    ("KRW", 12000.0),
    ("INR", 300.0),
    ("SGD", 20.0),
    ("AUD", 24.0),
    ("CAD", 22.0),
    ("BRL", 30.0),
    ("MXN", 120.0),
    ("SEK", 180.0),
    ("NOK", 200.0),
    ("DKK", 140.0),
    ("PLN", 40.0),
    ("ZAR", 120.0),
];
/// What a deal of which no amount is known is taken to be worth, in hours.
const USUAL_HOURS: f64 = 2500.0;

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
        assert_eq!(worth_hours(Some(&money(2_000_000, "USD"))), 1000.0);
        // The yen has no smaller unit.
        assert_eq!(worth_hours(Some(&money(1_200_000, "JPY"))), 1000.0);
        assert_eq!(worth_hours(Some(&money(5_000_000, "CNY"))), 1000.0);
    }

    #[test]
    fn what_is_not_known_is_usual() {
        assert_eq!(worth_hours(None), 2500.0);
        assert_eq!(worth_hours(Some(&money(100, "XTS"))), 2500.0);
        assert_eq!(worth_hours(Some(&money(0, "USD"))), 2500.0);
    }
}
