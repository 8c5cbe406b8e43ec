//! `assent import` and `assent load`, as they are typed.

use std::path::{Path, PathBuf};

use assent_domain::permission::Sight;
use assent_server::cli::{self, Cli};
use assent_store::{Address, PageRequest, Store, people};
use clap::Parser;
use tempfile::TempDir;

use crate::given::files;

const MAPPING: &str = r#"
name = "book"
[[file]]
name = "people.csv"
[[file.record]]
type = "person"
key = "person:{email}"
name = "{name}"
email = "{email}"
"#;
const PEOPLE: &str = "name,email\nAda,ada@x.example\nBen,nowhere\n";

/// A folder with a mapping, a file and a place for a database.
fn desk() -> (TempDir, Vec<PathBuf>) {
    files(&[("book.toml", MAPPING.as_bytes()), ("people.csv", PEOPLE.as_bytes())])
}

fn run(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let path = |name: &str| folder.join(name).display().to_string();
    let (mapping, database, errors) = (path("book.toml"), path("assent.db"), path("rejected.csv"));
    let fixed =
        ["assent", "import", "--mapping", &mapping, "--database", &database, "--errors", &errors];
    let given: Vec<String> = arguments
        .iter()
        .map(|one| if one.starts_with('-') { (*one).to_owned() } else { path(one) })
        .collect();
    let all = fixed.iter().copied().chain(given.iter().map(String::as_str));
    cli::run(Cli::try_parse_from(all).unwrap()).map_err(|error| format!("{error:#}"))
}

fn names(folder: &Path) -> Vec<String> {
    let store = Store::open(Address::File(folder.join("assent.db"))).unwrap();
    let page = store.read_blocking(|db| {
        let today = "2026-01-01".parse().unwrap();
        people::list(db, &Sight::All, &PageRequest::default(), None, today)
    });
    page.unwrap().rows.iter().map(|row| row.person.facts.name.to_string()).collect()
}

#[test]
fn a_dry_run_says_what_is_wrong_and_does_nothing() {
    let (folder, _) = desk();
    let fault = run(folder.path(), &["--dry-run", "people.csv"]).unwrap_err();
    assert!(fault.contains("1 rows were rejected"), "{fault}");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn rejected_rows_are_mended_and_imported_like_any_file() {
    let (folder, _) = desk();
    run(folder.path(), &["people.csv"]).unwrap_err();
    assert_eq!(names(folder.path()), ["Ada"]);
    let rejected = std::fs::read_to_string(folder.path().join("rejected.csv")).unwrap();
    let expected = "rejected_file,rejected_line,rejected_field,rejected_reason,name,email\n\
                    people.csv,3,email,is no e-mail address,Ben,nowhere\n";
    assert_eq!(rejected, expected);
    let mended = rejected.replace("nowhere", "ben@x.example");
    std::fs::write(folder.path().join("mended.csv"), mended).unwrap();
    run(folder.path(), &["mended.csv"]).unwrap();
    assert_eq!(names(folder.path()), ["Ada", "Ben"]);
}

#[test]
fn a_file_is_not_overwritten_by_its_own_rejected_rows() {
    let (folder, _) = desk();
    std::fs::copy(folder.path().join("people.csv"), folder.path().join("rejected.csv")).unwrap();
    let fault = run(folder.path(), &["rejected.csv"]).unwrap_err();
    assert!(fault.contains("--errors"), "{fault}");
    let kept = std::fs::read_to_string(folder.path().join("rejected.csv")).unwrap();
    assert_eq!(kept, PEOPLE);
}

#[test]
fn a_fault_of_the_mapping_is_shown_with_its_file() {
    let (folder, _) = desk();
    let wrong = MAPPING.replace("\"{email}\"", "\"{mail}\"");
    std::fs::write(folder.path().join("book.toml"), wrong).unwrap();
    let fault = run(folder.path(), &["people.csv"]).unwrap_err();
    assert!(fault.contains("book.toml: line 9: file.record(person).email"), "{fault}");
    assert!(fault.contains("it has: name, email"), "{fault}");
}

#[test]
fn rejected_lines_of_record_files_are_mended_and_loaded() {
    let (folder, _) = desk();
    let path = |name: &str| folder.path().join(name);
    let line = |key: &str, name: &str| {
        format!("{{\"type\":\"person\",\"key\":\"{key}\",\"name\":\"{name}\"}}\n")
    };
    let dataset = "{\"type\":\"dataset\",\"name\":\"t\",\"version\":1}\n";
    std::fs::write(path("one.jsonl"), format!("{dataset}{}", line("a b", "Ada"))).unwrap();
    std::fs::write(path("two.jsonl"), format!("{}{}", line("c", ""), line("d", "Dora"))).unwrap();
    let load = |files: &[&str]| {
        let text = |name: &str| path(name).display().to_string();
        let mut all = vec!["assent".to_owned(), "load".to_owned()];
        all.extend(["--database".to_owned(), text("assent.db")]);
        all.extend(["--errors".to_owned(), text("mend.jsonl")]);
        all.extend(files.iter().map(|name| text(name)));
        cli::run(Cli::try_parse_from(all).unwrap()).map_err(|error| format!("{error:#}"))
    };
    let fault = load(&["one.jsonl", "two.jsonl"]).unwrap_err();
    assert!(fault.contains("2 lines were rejected"), "{fault}");
    let rejected = std::fs::read_to_string(path("mend.jsonl")).unwrap();
    assert!(rejected.starts_with(dataset), "{rejected}");
    let mended = rejected.replace("a b", "a").replace("\"\"", "\"Cleo\"");
    std::fs::write(path("mended.jsonl"), mended).unwrap();
    load(&["mended.jsonl"]).unwrap();
    assert_eq!(names(folder.path()), ["Ada", "Cleo", "Dora"]);
}
