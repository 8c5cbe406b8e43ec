//! Checked texts: what a name, an e-mail address, a key or a note may look like.
//!
//! A value of one of these types has been trimmed and measured, so nobody downstream checks again.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};

/// Why a text was refused; `code` is stable and is what the user interface translates.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadText {
    /// Nothing but white space.
    #[error("must not be empty")]
    Empty,
    /// More characters than fit.
    #[error("is longer than {0} characters")]
    TooLong(usize),
    /// Line breaks or other control characters in a one-line text.
    #[error("contains control characters")]
    Control,
    /// Not of the form `name@host`.
    #[error("is no e-mail address")]
    NotAnEmail,
    /// White space inside a key.
    #[error("must not contain spaces")]
    Spaces,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $max:literal, $check:path;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The longest text that fits, in characters.
            pub const MAX: usize = $max;

            /// Checks and trims `text`.
            ///
            /// # Errors
            /// Says what is wrong with it.
            pub fn parse(text: &str) -> Result<Self, BadText> {
                let text = text.trim();
                if text.len() > Self::MAX && text.chars().nth(Self::MAX).is_some() {
                    return Err(BadText::TooLong(Self::MAX));
                }
                $check(text).map(|text| Self(text.into_owned()))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .max_length(Some($max))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    )+};
}

texts! {
    /// The name of a person, organization, deal, product, stage or key; one line, never empty.
    Name, 200, one_line;
    /// One line of text, such as a title, a city or a reason; never empty.
    Line, 500, one_line;
    /// Free text over several lines: what was said, or a note; never empty.
    Words, 20_000, free;
    /// An e-mail address, in lower case.
    Email, 254, email;
    /// The name a record has in the system it came from; no spaces.
    Key, 120, key;
}

fn one_line(text: &str) -> Result<Cow<'_, str>, BadText> {
    if text.is_empty() {
        return Err(BadText::Empty);
    }
    if text.chars().any(char::is_control) {
        return Err(BadText::Control);
    }
    Ok(text.into())
}

fn free(text: &str) -> Result<Cow<'_, str>, BadText> {
    if text.is_empty() {
        return Err(BadText::Empty);
    }
    // PostgreSQL cannot store U+0000 in a text column; nobody types it on purpose.
    if text.contains('\0') {
        return Err(BadText::Control);
    }
    Ok(text.into())
}

fn email(text: &str) -> Result<Cow<'_, str>, BadText> {
    let address = one_line(text)?.to_lowercase();
    let (name, host) = address.split_once('@').ok_or(BadText::NotAnEmail)?;
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';', '<', '>']);
    if plain(name) && plain(host) && !host.starts_with('.') && !host.ends_with('.') {
        Ok(address.into())
    } else {
        Err(BadText::NotAnEmail)
    }
}

fn key(text: &str) -> Result<Cow<'_, str>, BadText> {
    let text = one_line(text)?;
    if text.chars().any(char::is_whitespace) { Err(BadText::Spaces) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn texts_are_trimmed() {
        assert_eq!(Name::parse("  王芳 ").unwrap().as_str(), "王芳");
        assert_eq!(Email::parse(" Wang@Example.COM").unwrap().as_str(), "wang@example.com");
    }

    #[rstest]
    #[case("", BadText::Empty)]
    #[case(" \t", BadText::Empty)]
    #[case("two\nlines", BadText::Control)]
    fn a_name_is_one_line_and_not_empty(#[case] text: &str, #[case] fault: BadText) {
        assert_eq!(Name::parse(text), Err(fault));
    }

    #[test]
    fn length_is_measured_in_characters_not_bytes() {
        assert!(Name::parse(&"王".repeat(200)).is_ok());
        assert_eq!(Name::parse(&"王".repeat(201)), Err(BadText::TooLong(200)));
    }

    #[rstest]
    #[case("nobody")]
    #[case("a@")]
    #[case("@b")]
    #[case("a b@c")]
    #[case("a@b@c")]
    fn what_is_no_address_is_refused(#[case] text: &str) {
        assert_eq!(Email::parse(text), Err(BadText::NotAnEmail));
    }
}
