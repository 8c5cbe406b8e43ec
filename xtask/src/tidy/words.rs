//! Words that do not stay: reminders, unfinished code, silenced lints, paths of one machine.

use super::{File, Finding};

/// A word, the sorts of file in which it is not wanted, and what to do instead.
struct Unwanted {
    word: &'static str,
    extensions: &'static [&'static str],
    advice: &'static str,
}

const CODE: &[&str] = &["rs", "ts", "tsx", "sh", "sql", "css"];
const RUST: &[&str] = &["rs"];
const TEXT: &[&str] = &["rs", "ts", "tsx", "sh", "sql", "css", "md", "toml", "json"];

const REMINDER: &str = "do it now, or file an issue and leave no mark";
const UNFINISHED: &str = "finish it, or leave it out";
const ELSEWHERE: &str = "this path exists on one machine only: make it relative";

const UNWANTED: &[Unwanted] = &[
    Unwanted { word: "TODO", extensions: CODE, advice: REMINDER },
    Unwanted { word: "FIXME", extensions: CODE, advice: REMINDER },
    Unwanted { word: "XXX", extensions: CODE, advice: REMINDER },
    Unwanted { word: "todo!", extensions: RUST, advice: UNFINISHED },
    Unwanted { word: "unimplemented!", extensions: RUST, advice: UNFINISHED },
    Unwanted { word: "dbg!", extensions: RUST, advice: "take it out, or log with tracing" },
    Unwanted {
        word: "[allow(",
        extensions: RUST,
        advice: "write `#[expect(…, reason = \"…\")]`, which says when it is no longer needed",
    },
    Unwanted { word: "/root/", extensions: TEXT, advice: ELSEWHERE },
    Unwanted { word: "/home/", extensions: TEXT, advice: ELSEWHERE },
];

pub(super) fn check(file: &File) -> Vec<Finding> {
    let unwanted: Vec<&Unwanted> =
        UNWANTED.iter().filter(|one| one.extensions.contains(&file.extension())).collect();
    let lines = file.text.lines().enumerate();
    lines
        .flat_map(|(index, line)| {
            let found = unwanted.iter().filter(|one| stands_alone(line, one.word));
            found.map(move |one| file.fault(index + 1, format!("`{}`: {}", one.word, one.advice)))
        })
        .collect()
}

/// Whether the word is there, and not as part of a longer one.
fn stands_alone(line: &str, word: &str) -> bool {
    let joins = |character: char| character.is_alphanumeric() || "_.-}".contains(character);
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let ends_open = word.ends_with(char::is_alphanumeric);
        let part_of_more = ends_open && after.is_some_and(char::is_alphanumeric);
        !(before.is_some_and(joins) || part_of_more)
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::{file, lines};
    use super::*;

    #[rstest]
    #[case("a.rs", "// TODO: later", true)]
    #[case("a.ts", "// FIXME", true)]
    #[case("a.md", "We leave no TODO behind.", false)]
    #[case("a.rs", "let todos = 1;", false)]
    #[case("a.rs", "todo!()", true)]
    #[case("a.rs", "my_dbg!(a)", false)]
    #[case("a.rs", "dbg!(a)", true)]
    #[case("a.rs", "#[allow(dead_code)]", true)]
    #[case("a.rs", "#![allow(dead_code)]", true)]
    #[case("a.rs", "#[expect(dead_code, reason = \"b\")]", false)]
    #[case("a.md", "see /home/me/notes", true)]
    #[case("a.ts", "import '../home/list'", false)]
    #[case("a.toml", "path = \"/root/x\"", true)]
    fn unwanted_words_are_found(#[case] path: &str, #[case] line: &str, #[case] faulty: bool) {
        let found = lines(&check(&file(path, &format!("first\n{line}"))));
        assert_eq!(found, if faulty { vec![2] } else { vec![] });
    }
}
