//! Who may know whom inside the server: the doors know the operations, never the other way round,
//! and no door knows another. Between crates, Cargo sees to it.

use super::reading::Reading;
use super::{File, Finding};

const SERVER: &str = "crates/assent-server/src/";

/// A room of the server, and the paths that must not be named in it.
const ROOMS: &[(&str, &[&str], &str)] = &[
    (
        "operations",
        &[
            "crate::http",
            "crate::mcp",
            "crate::jobs",
            "crate::cli",
            "axum",
            "utoipa_axum",
            "tower",
            "tower_http",
            "clap",
        ],
        "an operation knows nothing of how it was asked for: hand in what it needs",
    ),
    (
        "http",
        &["crate::jobs", "crate::cli"],
        "http and the other doors meet in an operation: move what is shared there",
    ),
    (
        "mcp",
        &["crate::http", "crate::jobs", "crate::cli"],
        "mcp and the other doors meet in an operation: move what is shared there",
    ),
    (
        "jobs",
        &["crate::http", "crate::mcp", "crate::cli", "axum", "clap"],
        "jobs and the other doors meet in an operation: move what is shared there",
    ),
];

pub(super) fn check(file: &File, reading: &Reading) -> Vec<Finding> {
    let Some(inside) = file.path.strip_prefix(SERVER) else { return Vec::new() };
    let room = inside.split(['/', '.']).next().unwrap_or_default();
    let Some((_, forbidden, advice)) = ROOMS.iter().find(|(name, ..)| *name == room) else {
        return Vec::new();
    };
    let code = reading.code.iter().enumerate();
    code.flat_map(|(index, line)| {
        let named = forbidden.iter().filter(move |path| names(line, path));
        named.map(move |path| file.fault(index + 1, format!("`{path}` in {room}: {advice}")))
    })
    .collect()
}

/// Whether the code names this path, and not one that only begins or ends alike.
fn names(code: &str, path: &str) -> bool {
    let part_of_a_name = |character: char| character.is_alphanumeric() || character == '_';
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + path.len()..];
        let whole = !before.is_some_and(|c| part_of_a_name(c) || c == ':' || c == '.')
            && !after.chars().next().is_some_and(part_of_a_name);
        // A crate is named by a path into it; the word alone may be a variable.
        whole && (path.contains("::") || after.starts_with("::"))
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::{file, lines};
    use super::*;

    #[rstest]
    #[case("operations/a.rs", "use axum::Json;", true)]
    #[case("operations.rs", "use crate::http::Problem;", true)]
    #[case("operations/a.rs", "use crate::operations::Act;", false)]
    #[case("operations/a.rs", "// axum::Json is not for us", false)]
    #[case("operations/a.rs", "let tower = 1;", false)]
    #[case("http/a.rs", "use axum::Json;", false)]
    #[case("http/a.rs", "use crate::jobs;", true)]
    #[case("jobs/a.rs", "let p = crate::http::page::Page;", true)]
    #[case("jobs/a.rs", "use crate::httpd::Page;", false)]
    #[case("cli/serve.rs", "use crate::{http, jobs};", false)]
    fn doors_know_operations_only(#[case] path: &str, #[case] code: &str, #[case] faulty: bool) {
        let file = file(&format!("{SERVER}{path}"), &format!("//! A.\n{code}\n"));
        let found = lines(&check(&file, &Reading::of(&file)));
        assert_eq!(found, if faulty { vec![2] } else { vec![] });
    }
}
