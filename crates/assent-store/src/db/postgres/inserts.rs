//! Rows that are added one by one, gathered into statements that add many at once.
//!
//! To PostgreSQL a statement costs several times what its row does. Whoever brings in thousands of
//! records writes each with its line of the journal and of the search, so rows of a few tables come
//! in turns. Between two statements of any other kind they may be sorted by table: a row points to
//! rows of tables that stand before its own in [`PARENTS_FIRST`], or to earlier ones of its own.

use std::fmt::Write as _;
use std::sync::Arc;

use super::held_back::Row;
use crate::db::Value;

/// Tables whose rows are gathered, each behind those that its rows point to.
const PARENTS_FIRST: [&str; 14] = [
    "organization",
    "organization_relation",
    "person",
    "employment",
    "tie",
    "product",
    "opportunity",
    "stage_change",
    "interaction",
    "interaction_person",
    "commitment",
    "search_entry",
    "outbox",
    "journal",
];

/// Rows in a statement: as many as possible of the larger ones, so that few texts are prepared.
const ROWS: [usize; 3] = [64, 8, 1];

/// An `INSERT` of one row that may be gathered with others of its kind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Insert {
    /// Its place in the order of tables.
    rank: usize,
    /// Everything before the row.
    head: String,
    /// The row in its parentheses, cut at its parameters.
    row: Vec<Piece>,
    /// How many parameters it has.
    width: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Parameter(usize),
}

impl Insert {
    /// Reads a statement; nothing, if it is another sort of statement, or of another table.
    pub(super) fn read(sql: &str) -> Option<Self> {
        let sql = sql.trim();
        let into = sql.strip_prefix("INSERT INTO ")?;
        let table = into.split([' ', '(']).next()?;
        let rank = PARENTS_FIRST.iter().position(|known| *known == table)?;
        let values = sql.find("VALUES")? + "VALUES".len();
        let (head, row) = sql.split_at(values);
        let row = row.trim();
        if closing(row)? + 1 != row.len() {
            return None;
        }
        let row = pieces(row);
        let parameter = |piece: &Piece| match piece {
            Piece::Parameter(number) => Some(*number),
            Piece::Text(_) => None,
        };
        let width = row.iter().filter_map(parameter).max()?;
        Some(Self { rank, head: head.to_owned(), row, width })
    }

    /// The statement that adds `rows` rows; their parameters follow one another.
    fn of_rows(&self, rows: usize) -> String {
        let mut sql = self.head.clone();
        for row in 0..rows {
            sql.push_str(if row == 0 { " " } else { ", " });
            for piece in &self.row {
                match piece {
                    Piece::Text(text) => sql.push_str(text),
                    // Writing to a text cannot fail.
                    Piece::Parameter(number) => drop(write!(sql, "${}", number + row * self.width)),
                }
            }
        }
        sql
    }
}

/// Gathers rows: statements with their parameters, parents first.
pub(super) fn gather(rows: Vec<Row>) -> Vec<(String, Vec<Value<'static>>)> {
    let mut kinds: Vec<(Arc<Insert>, Vec<Vec<Value<'static>>>)> = Vec::new();
    for (insert, values) in rows {
        match kinds.iter_mut().find(|(known, _)| Arc::ptr_eq(known, &insert)) {
            Some((_, all)) => all.push(values),
            None => kinds.push((insert, vec![values])),
        }
    }
    kinds.sort_by_key(|(insert, _)| insert.rank);
    let mut statements = Vec::new();
    for (insert, mut rows) in kinds {
        for length in ROWS {
            while rows.len() >= length {
                let rest = rows.split_off(length);
                let values = rows.into_iter().flatten().collect();
                statements.push((insert.of_rows(length), values));
                rows = rest;
            }
        }
    }
    statements
}

/// Where the parenthesis that the text begins with is closed.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return (at > 0).then_some(at);
        }
    }
    None
}

fn pieces(row: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = row;
    while let Some((before, from)) = rest.split_once('$') {
        let digits = from.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = from.split_at(digits);
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(Piece::Parameter(number.parse().unwrap_or_default()));
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    pieces
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn rows_of_a_table_become_one_statement() {
        let insert = Insert::read("INSERT INTO tie (id, note) VALUES ($1, upper($2))").unwrap();
        assert_eq!(
            insert.of_rows(2),
            "INSERT INTO tie (id, note) VALUES ($1, upper($2)), ($3, upper($4))"
        );
    }

    #[test]
    fn a_parameter_may_stand_twice() {
        let insert = Insert::read("INSERT INTO tie (a, b, c)\n VALUES ($1, $2, $2)").unwrap();
        assert!(insert.of_rows(2).ends_with("($1, $2, $2), ($3, $4, $4)"));
    }

    #[rstest]
    #[case("UPDATE tie SET note = $1")]
    #[case("INSERT INTO app_user (id) VALUES ($1)")]
    #[case("INSERT INTO tie (id) VALUES ($1) ON CONFLICT (id) DO NOTHING")]
    #[case("INSERT INTO tie (id) SELECT $1")]
    #[case("INSERT INTO tie (note) VALUES (NULL)")]
    fn what_is_no_plain_row_stays_as_it_is(#[case] sql: &str) {
        assert_eq!(Insert::read(sql), None);
    }

    #[test]
    fn parents_come_before_children_whoever_came_first() {
        let read = |sql: &str| Arc::new(Insert::read(sql).unwrap());
        let (child, parent) = (
            read("INSERT INTO employment (id) VALUES ($1)"),
            read("INSERT INTO organization (id) VALUES ($1)"),
        );
        let row = |insert: &Arc<Insert>, n: i64| (Arc::clone(insert), vec![n.into()]);
        let statements = gather((0..9).flat_map(|n| [row(&child, n), row(&parent, n)]).collect());
        let lengths: Vec<(bool, usize)> = statements
            .iter()
            .map(|(sql, values)| (sql.contains("organization"), values.len()))
            .collect();
        assert_eq!(lengths, [(true, 8), (true, 1), (false, 8), (false, 1)]);
    }

    /// What the schema says points where.
    #[test]
    fn the_order_of_tables_is_the_schemas() {
        let schema = include_str!("../../../migrations/0001_first_light.sql");
        let mut table = "";
        for line in schema.lines() {
            if let Some(rest) = line.trim().strip_prefix("CREATE TABLE ") {
                table = rest.split(' ').next().unwrap();
            }
            let rank = |name: &str| PARENTS_FIRST.iter().position(|known| *known == name);
            let Some((_, target)) = line.split_once("REFERENCES ") else { continue };
            let target = target.split(' ').next().unwrap();
            if let (Some(own), Some(parent)) = (rank(table), rank(target)) {
                assert!(parent <= own, "{table} points to {target}");
            }
        }
    }
}
