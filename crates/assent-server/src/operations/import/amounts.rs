//! Amounts as other systems write them: `¥1,234.50`, `1.234,50 €`, `1.5` in units of ten thousand.

use assent_domain::money::{Currency, Money};

/// How a column writes its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AmountFormat {
    /// The sign before the decimals.
    pub(super) decimal: char,
    /// How many places to the left an amount is written: 4 for a column in ten thousands.
    pub(super) places: usize,
}

impl AmountFormat {
    /// Reads an amount exactly.
    pub(super) fn read(self, text: &str, currency: Currency) -> Result<Money, String> {
        let fault = || format!("“{text}” is no amount");
        let bare = text.trim_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, '$' | '€' | '£' | '¥' | '￥' | '元')
        });
        let grouping = if self.decimal == ',' { ['.', '\''] } else { [',', '\''] };
        let figure: String = bare
            .chars()
            .filter(|sign| !grouping.contains(sign) && !sign.is_whitespace())
            .map(|sign| if sign == self.decimal { '.' } else { sign })
            .collect();
        let (whole, decimals) = figure.split_once('.').unwrap_or((&figure, ""));
        if whole.is_empty() || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(fault());
        }
        let moved = format!("{decimals:0<places$}", places = self.places);
        let (more_whole, decimals) = moved.split_at(self.places);
        let point = if decimals.is_empty() { "" } else { "." };
        Money::parse_major(&format!("{whole}{more_whole}{point}{decimals}"), currency)
            .map_err(|reason| if reason.contains("decimals") { reason } else { fault() })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case('.', 0, "1,054", 105_400)]
    #[case('.', 0, "$ 4,514.5", 451_450)]
    #[case('.', 0, "￥26768.00元", 2_676_800)]
    #[case(',', 0, "1.234,50 €", 123_450)]
    #[case('.', 4, "1.5", 1_500_000)]
    #[case('.', 4, "1.23456", 1_234_560)]
    #[case('.', 6, "-1100.04", -110_004_000_000)]
    fn amounts_are_read_exactly(
        #[case] decimal: char,
        #[case] places: usize,
        #[case] text: &str,
        #[case] minor: i64,
    ) {
        let currency: Currency = "CNY".parse().unwrap();
        let read = AmountFormat { decimal, places }.read(text, currency);
        assert_eq!(read, Ok(Money { minor, currency }));
    }

    #[rstest]
    #[case("a dozen")]
    #[case("1.2.3")]
    #[case("1.234")]
    #[case("")]
    fn what_is_no_amount_is_refused(#[case] text: &str) {
        let format = AmountFormat { decimal: '.', places: 0 };
        assert!(format.read(text, "USD".parse().unwrap()).is_err());
    }
}
