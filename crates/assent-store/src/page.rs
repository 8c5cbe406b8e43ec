//! Pages of a list: bounded, and continued from the last row seen rather than from a count.

use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use uuid::Uuid;

/// Rows on a page when nothing is said.
pub const USUAL_ROWS: usize = 50;
/// Rows on a page at most.
pub const MOST_ROWS: usize = 200;
/// Matches of a typed query that a list looks through at most.
pub(crate) const MOST_MATCHES: i64 = 2_000;

/// What part of a list is wanted.
#[derive(Clone, Debug)]
pub struct PageRequest {
    /// Rows, at most [`MOST_ROWS`].
    pub rows: usize,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// Only what is found by these words.
    pub search: Option<String>,
    /// Whether the whole list is to be counted, which costs more than the page.
    pub count: bool,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { rows: USUAL_ROWS, after: None, search: None, count: false }
    }
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Where the next page starts, if there is more.
    pub next: Option<Cursor>,
    /// How many rows the whole list has, if that was asked for.
    pub total: Option<i64>,
}

/// The last row of a page: what it is sorted by, and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The value of the sort column, as text.
    pub sort: String,
    /// The row.
    pub id: Uuid,
}

/// The text is no cursor of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this cursor was not made by this list")]
pub struct NotACursor;

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut bytes = self.id.as_bytes().to_vec();
        bytes.extend_from_slice(self.sort.as_bytes());
        f.write_str(&BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| NotACursor)?;
        let (id, sort) = bytes.split_at_checked(16).ok_or(NotACursor)?;
        let id = Uuid::from_slice(id).map_err(|_| NotACursor)?;
        let sort = String::from_utf8(sort.to_vec()).map_err(|_| NotACursor)?;
        // PostgreSQL takes no U+0000 in a text, and no list of ours ever made one.
        if sort.contains('\0') { Err(NotACursor) } else { Ok(Self { sort, id }) }
    }
}

impl<T> Page<T> {
    /// Cuts `rows`, of which more than wanted were fetched if there are, to a page.
    pub(crate) fn cut(
        mut rows: Vec<T>,
        request: &PageRequest,
        total: Option<i64>,
        cursor: impl Fn(&T) -> Cursor,
    ) -> Self {
        let more = rows.len() > request.rows;
        rows.truncate(request.rows);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { rows, next, total }
    }

    /// The same page of something made from each row.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(make).collect(), next: self.next, total: self.total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text() {
        let cursor = Cursor { sort: "wangfang 王".to_owned(), id: Uuid::from_u128(42) };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for text in ["", "x", "!!!", "AAAA"] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACursor), "{text}");
        }
    }
}
