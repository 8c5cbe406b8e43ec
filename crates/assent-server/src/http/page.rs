//! Lists as the API gives them: a page, and where the next one starts.

use assent_store::{MOST_ROWS, Page, PageRequest, USUAL_ROWS};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::operations::Refusal;

/// What part of a list is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageParams {
    /// Rows on the page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    #[serde(default)]
    limit: Option<usize>,
    /// `next_cursor` of the page before.
    #[serde(default)]
    cursor: Option<String>,
    /// Only what is found by these words.
    #[param(max_length = 200)]
    #[serde(default)]
    q: Option<String>,
    /// Whether to count the whole list, which costs more than the page.
    #[serde(default)]
    count: Option<bool>,
}

impl PageParams {
    /// The same as the store takes it.
    ///
    /// # Errors
    /// When the limit is out of range, or the cursor is none of ours.
    pub(super) fn request(self) -> Result<PageRequest, Refusal> {
        let rows = self.limit.unwrap_or(USUAL_ROWS);
        if !(1..=MOST_ROWS).contains(&rows) {
            let message = format!("lies between 1 and {MOST_ROWS}");
            return Err(Refusal::field("/limit", "out_of_range", message));
        }
        let after = self.cursor.map(|cursor| cursor.parse()).transpose().map_err(
            |error: assent_store::NotACursor| {
                Refusal::field("/cursor", "invalid", error.to_string())
            },
        )?;
        let search = self.q.map(typed).transpose()?.filter(|words| !words.trim().is_empty());
        Ok(PageRequest { rows, after, search, count: self.count.unwrap_or(false) })
    }
}

/// Most characters that are looked for.
const LONGEST_QUERY: usize = 200;

/// What was typed to be looked for, if it is not too long.
///
/// # Errors
/// When it is.
pub(super) fn typed(words: String) -> Result<String, Refusal> {
    if words.chars().nth(LONGEST_QUERY).is_none() {
        return Ok(words);
    }
    let message = format!("is longer than {LONGEST_QUERY} characters");
    Err(Refusal::field("/q", "too_long", message))
}

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PageOf<T> {
    /// The rows.
    pub data: Vec<T>,
    /// Where the next page starts.
    pub page: PageInfo,
}

/// Where the next page starts.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PageInfo {
    /// To be sent as `cursor` for the next page.
    pub next_cursor: Option<String>,
    /// Whether there is a next page.
    pub has_more: bool,
    /// Rows of the whole list, if that was asked for.
    pub total: Option<i64>,
}

impl<T> PageOf<T> {
    /// A page of what is made from each row.
    pub(super) fn of<R>(page: Page<R>, make: impl FnMut(R) -> T) -> Self {
        let next_cursor = page.next.as_ref().map(ToString::to_string);
        Self {
            page: PageInfo { has_more: next_cursor.is_some(), next_cursor, total: page.total },
            data: page.rows.into_iter().map(make).collect(),
        }
    }

    /// All there is, on one page.
    pub(super) fn whole(data: Vec<T>) -> Self {
        let total = Some(data.len() as i64);
        Self { data, page: PageInfo { next_cursor: None, has_more: false, total } }
    }
}
