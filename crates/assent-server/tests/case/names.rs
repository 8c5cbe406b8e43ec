//! Nothing in the code knows the case: it is data, and any other deal would be treated alike.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::given::RECORDS;

/// Words that the case shares with everybody's language.
const COMMON: [&str; 11] = [
    "First",
    "Second",
    "IT",
    "CIO",
    "Colleague",
    "German",
    "Germany",
    "contact",
    "manager",
    "director",
    "branch",
];

#[test]
fn no_name_of_the_case_occurs_in_the_code() {
    let names = names();
    assert!(names.len() >= 4, "{names:?}");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["crates", "xtask", "web/src", "locales"] {
        collect(&root.join(folder), &mut files);
    }
    assert!(files.len() > 50, "only {} files were found", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let known = names.iter().any(|name| name == word);
            assert!(!known, "{} speaks of “{word}”", file.display());
        }
    }
}

/// The proper names of the case's people and organizations, word by word.
fn names() -> Vec<String> {
    let records = RECORDS.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let named = records.filter(|one| one["type"] == "person" || one["type"] == "organization");
    let words = named.flat_map(|one| {
        let name = one["name"].as_str().unwrap_or_default().to_owned();
        name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
    });
    words
        .filter(|word| word.len() > 2 && !COMMON.contains(&word.as_str()))
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .collect()
}

/// Sources, but for tests and what is made from them.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_source = [".rs", ".ts", ".tsx", ".toml", ".json", ".sql"];
        if path.is_dir() && !["tests", "testing", "node_modules", "dist"].contains(&name.as_str()) {
            collect(&path, files);
        } else if is_source.iter().any(|end| name.ends_with(end)) && !name.contains(".test.") {
            files.push(path);
        }
    }
}
