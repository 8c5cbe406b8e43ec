//! Building a statement piece by piece, with its parameters beside it.

use assent_domain::permission::Sight;
use assent_domain::search_tokens::Wanted;

use crate::StoreError;
use crate::db::{Db, Dialect, Row, Value};
use crate::page::MOST_MATCHES;

/// Values of a list in one statement, at most.
const LONGEST_LIST: usize = 256;

/// A statement under construction. Values never become part of the text.
#[derive(Debug)]
pub struct Sql<'a> {
    text: String,
    params: Vec<Value<'a>>,
}

impl<'a> Sql<'a> {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), params: Vec::new() }
    }

    /// Adds text as it stands.
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a parameter: its number goes into the text, its value beside it.
    pub(crate) fn bind(&mut self, value: impl Into<Value<'a>>) -> &mut Self {
        self.params.push(value.into());
        self.text.push_str(&format!("${}", self.params.len()));
        self
    }

    /// Adds `$1, $2, …` for several values, or `NULL` for none, for use behind `IN`. The last value is
    /// repeated up to a power of two, so that there are few texts to prepare however long lists are.
    pub(crate) fn bind_all<V: Into<Value<'a>>>(
        &mut self,
        values: impl IntoIterator<Item = V>,
    ) -> &mut Self {
        let mut values: Vec<Value<'a>> = values.into_iter().map(Into::into).collect();
        let Some(last) = values.last().cloned() else { return self.push("(NULL)") };
        values.resize(values.len().next_power_of_two(), last);
        self.push("(");
        let mut separator = "";
        for value in values {
            self.push(separator).bind(value);
            separator = ", ";
        }
        self.push(")")
    }

    /// Adds the condition that a row of the table called `alias`, which has `owner_id` and
    /// `team_id`, is within sight.
    pub(crate) fn within(&mut self, sight: &'a Sight, alias: &str) -> &mut Self {
        match sight {
            Sight::Nothing => self.push("1 = 0"),
            Sight::All => self.push("1 = 1"),
            Sight::Rows { user, teams, shared } => {
                self.push(&format!("({alias}.owner_id = ")).bind(*user);
                if !teams.is_empty() {
                    self.push(&format!(" OR {alias}.team_id IN ")).bind_all(teams.iter().copied());
                }
                if *shared {
                    self.push(&format!(" OR {alias}.team_id IS NULL"));
                }
                self.push(")")
            }
        }
    }

    /// Adds the condition that the record of `table` to which `column` points is within sight.
    pub(crate) fn end_within(&mut self, sight: &'a Sight, table: &str, column: &str) -> &mut Self {
        if *sight == Sight::All {
            return self.push("1 = 1");
        }
        self.push(&format!("EXISTS (SELECT 1 FROM {table} seen WHERE seen.id = {column} AND "));
        self.within(sight, "seen").push(")")
    }

    /// Adds the condition that both records of `table` to which the row points are within sight.
    pub(crate) fn both_ends_within(
        &mut self,
        sight: &'a Sight,
        table: &str,
        [from, to]: [&str; 2],
    ) -> &mut Self {
        self.end_within(sight, table, from).push(" AND ").end_within(sight, table, to)
    }

    /// Adds the condition for a table whose rows have no owner: who sees anything sees all.
    pub(crate) fn all_or_nothing(&mut self, sight: &Sight) -> &mut Self {
        self.push(if *sight == Sight::Nothing { "1 = 0" } else { "1 = 1" })
    }

    /// Adds a limit that is known beforehand. It stands in the text, for PostgreSQL to plan with: of a
    /// parameter it would assume a tenth of the table.
    pub(crate) fn limit(&mut self, rows: i64) -> &mut Self {
        self.push(&format!(" LIMIT {rows}"))
    }

    /// Adds a limit that makes out whether there is more than a page of so many rows. There are few
    /// of these limits, lest each page size be another text.
    pub(crate) fn limit_to_page(&mut self, rows: usize) -> &mut Self {
        let limits = [11, 26, 51, 101, 201];
        let wanted = rows as i64 + 1;
        self.limit(limits.into_iter().find(|limit| *limit >= wanted).unwrap_or(wanted))
    }

    /// Adds the condition that `column` is the id of a record of `noun` within sight found by what
    /// was typed; at most [`MOST_MATCHES`] of them, so the sight must come before the limit.
    pub(crate) fn found_by(
        &mut self,
        dialect: Dialect,
        column: &str,
        sight: &'a Sight,
        noun: &'static str,
        wanted: &[Wanted],
    ) -> &mut Self {
        self.push(column);
        match dialect {
            Dialect::Sqlite => self
                .push(" IN (SELECT s.record_id FROM search_entry s JOIN search_index")
                .push(" ON search_index.rowid = s.id WHERE search_index MATCH ")
                .bind(match_expression(wanted)),
            // An array is made before the rest is planned for. Of a sub-query PostgreSQL may think
            // that its records are soon met on a walk through the whole list.
            Dialect::Postgres => self
                .push(" = ANY (ARRAY(SELECT s.record_id FROM search_entry s WHERE s.tokens @@ ")
                .bind(ts_query(wanted))
                .push("::TEXT::TSQUERY"),
        };
        self.push(" AND s.noun = ").bind(noun).push(" AND ").within(sight, "s");
        self.limit(MOST_MATCHES).push(match dialect {
            Dialect::Sqlite => ")",
            Dialect::Postgres => "))",
        })
    }

    /// Runs the query and reads its rows.
    pub(crate) fn query<T>(
        &self,
        db: &mut Db,
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        db.query(&self.text, &self.params, read)
    }

    /// Runs the query and reads its first row.
    pub(crate) fn query_first<T>(
        &self,
        db: &mut Db,
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        db.query_first(&self.text, &self.params, read)
    }

    /// Runs the statement, whose outcome nobody looks at, with whatever follows it.
    pub(crate) fn execute_later(&self, db: &mut Db) -> Result<(), StoreError> {
        db.execute_later(&self.text, &self.params)
    }

    /// Runs the statement and says how many rows it touched.
    pub(crate) fn execute(&self, db: &mut Db) -> Result<u64, StoreError> {
        db.execute(&self.text, &self.params)
    }
}

/// Runs a query for a list of any length, in parts.
pub(crate) fn in_parts<V, T>(
    values: &[V],
    mut query: impl FnMut(&[V]) -> Result<Vec<T>, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut rows = Vec::new();
    for part in values.chunks(LONGEST_LIST) {
        rows.extend(query(part)?);
    }
    Ok(rows)
}

/// The conditions in the language of FTS5. Tokens hold letters and digits only, so quoting them is
/// enough.
pub(crate) fn match_expression(wanted: &[Wanted]) -> String {
    let word = |wanted: &Wanted| match wanted {
        Wanted::Prefix(token) => format!("\"{token}\" *"),
        Wanted::Exact(token) => format!("\"{token}\""),
    };
    wanted.iter().map(word).collect::<Vec<_>>().join(" AND ")
}

/// The conditions in the language of PostgreSQL's `tsquery`.
pub(crate) fn ts_query(wanted: &[Wanted]) -> String {
    let word = |wanted: &Wanted| match wanted {
        Wanted::Prefix(token) => format!("'{token}':*"),
        Wanted::Exact(token) => format!("'{token}'"),
    };
    wanted.iter().map(word).collect::<Vec<_>>().join(" & ")
}
