//! Money: integer minor units and a currency. No floats, no bare amounts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An ISO 4217 alphabetic code, three upper-case letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The text is no currency code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a currency is three capital letters (ISO 4217), as in USD")]
pub struct NotACurrency;

impl Currency {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Digits after the decimal point (ISO 4217, table A.1); two unless the list says otherwise.
    #[must_use]
    pub const fn exponent(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(NotACurrency),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An amount in minor units (cents, fen, yen) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units; negative for a credit.
    pub minor: i64,
    /// Which money.
    #[schema(value_type = String, pattern = "^[A-Z]{3}$")]
    pub currency: Currency,
}

impl Money {
    /// Reads a decimal figure of major units, such as `1054` or `26,768.50`, exactly.
    ///
    /// # Errors
    /// When the text is no decimal figure, has more decimals than the currency, or overflows.
    pub fn parse_major(text: &str, currency: Currency) -> Result<Self, String> {
        let plain: String = text.trim().chars().filter(|c| !matches!(c, ',' | ' ' | '_')).collect();
        let (sign, digits) = plain.strip_prefix('-').map_or((1, plain.as_str()), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let exponent = currency.exponent() as usize;
        let fraction = fraction.trim_end_matches('0');
        let numeric = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !numeric(whole) || !numeric(fraction) {
            return Err(format!("a figure such as 1054 or 26768.5 was expected, not “{text}”"));
        }
        if fraction.len() > exponent {
            return Err(format!("{currency} has {exponent} decimals, “{text}” has more"));
        }
        format!("{whole}{fraction:0<exponent$}")
            .parse::<i64>()
            .map(|minor| Self { minor: sign * minor, currency })
            .map_err(|_| format!("“{text}” is too large"))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exponent = self.currency.exponent() as usize;
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        let sign = if self.minor < 0 { "-" } else { "" };
        let point = if exponent == 0 { "" } else { "." };
        write!(f, "{} {sign}{whole}{point}{fraction}", self.currency)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1054", "USD", 105_400)]
    #[case("26,768.5", "USD", 2_676_850)]
    #[case("-3.10", "EUR", -310)]
    #[case("500", "JPY", 500)]
    #[case("1.2340", "KWD", 1_234)]
    fn major_figures_become_exact_minor_units(
        #[case] text: &str,
        #[case] currency: Currency,
        #[case] minor: i64,
    ) {
        assert_eq!(Money::parse_major(text, currency), Ok(Money { minor, currency }));
    }

    #[rstest]
    #[case("12.345")]
    #[case("a dozen")]
    #[case("")]
    #[case("99999999999999999999")]
    fn what_is_no_amount_is_refused(#[case] text: &str) {
        let usd = "USD".parse().unwrap();
        assert!(Money::parse_major(text, usd).is_err());
    }

    #[test]
    fn an_amount_shows_its_decimals() {
        let show = |minor, code: &str| Money { minor, currency: code.parse().unwrap() }.to_string();
        assert_eq!(show(5, "USD"), "USD 0.05");
        assert_eq!(show(-123_456, "CNY"), "CNY -1234.56");
        assert_eq!(show(700, "JPY"), "JPY 700");
    }
}
