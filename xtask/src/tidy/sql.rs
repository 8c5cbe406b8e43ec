//! SQL is written in the store and nowhere else.

use super::reading::Reading;
use super::{File, Finding};

/// The store, and the tests' own databases, which are made before any store can be opened.
const HOMES: &[&str] = &["crates/assent-store/", "crates/assent-testing/"];
const VERBS: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP"];

pub(super) fn check(file: &File, reading: &Reading) -> Vec<Finding> {
    if !file.is_rust() || HOMES.iter().any(|home| file.path.starts_with(home)) {
        return Vec::new();
    }
    let sql = reading.texts.iter().filter(|(_, text)| is_sql(text));
    sql.map(|(line, _)| file.fault(*line, "SQL belongs in assent-store: give it a function there"))
        .collect()
}

/// A verb of SQL with something to act on; a verb alone may be a method of HTTP.
fn is_sql(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| VERBS.contains(&word)) && words.next().is_some()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::{file, lines};
    use super::*;

    #[rstest]
    #[case("crates/assent-server/src/a.rs", "a(\"SELECT 1\");", 1)]
    #[case("crates/assent-server/src/a.rs", "a(\"\n  UPDATE person\");", 1)]
    #[case("crates/assent-server/src/a.rs", "a(\"DELETE\");", 0)]
    #[case("crates/assent-server/src/a.rs", "// \"SELECT 1\"", 0)]
    #[case("crates/assent-server/src/a.rs", "a(\"Select a person\");", 0)]
    #[case("crates/assent-store/src/a.rs", "a(\"SELECT 1\");", 0)]
    fn sql_lives_in_the_store(#[case] path: &str, #[case] code: &str, #[case] faults: usize) {
        let file = file(path, code);
        assert_eq!(lines(&check(&file, &Reading::of(&file))).len(), faults);
    }
}
