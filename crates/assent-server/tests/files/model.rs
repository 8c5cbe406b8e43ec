//! `assent model`, as it is typed: a house's priors leave as a file and come back.

use std::path::Path;

use assent_inference::DEFAULT_PRIORS;
use assent_server::cli::{self, Cli};
use assent_store::model_versions::{self, VersionLine};
use assent_store::{Address, Store};
use clap::Parser;

use crate::given::files;

const RATE: &str = "[sign.warm_words]";

fn run(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let path = |name: &str| folder.join(name).display().to_string();
    let database = path("assent.db");
    let given = arguments.iter().map(|one| match one.split_once("file:") {
        Some(("", name)) => path(name),
        _ => (*one).to_owned(),
    });
    let fixed = ["assent", "model", "--database", &database].map(str::to_owned);
    let all: Vec<String> = fixed.into_iter().chain(given).collect();
    let cli = Cli::try_parse_from(all).map_err(|error| error.to_string())?;
    cli::run(cli).map_err(|error| format!("{error:#}"))
}

fn versions(folder: &Path) -> Vec<VersionLine> {
    let store = Store::open(Address::File(folder.join("assent.db"))).unwrap();
    store.read_blocking(|db| model_versions::before(db, None, 10)).unwrap()
}

/// The shipped file with other figures.
fn edited(from: &str, to: &str) -> String {
    let text = DEFAULT_PRIORS.replacen(from, to, 1);
    assert_ne!(text, DEFAULT_PRIORS);
    text
}

#[test]
fn a_file_is_put_in_force_taken_out_and_gone_back_from() {
    let house = edited("most_per_year = 20", "most_per_year = 25");
    let (folder, _) = files(&[("house.toml", house.as_bytes())]);
    let folder = folder.path();
    run(folder, &["import", "file:house.toml", "--dry-run"]).unwrap();
    assert!(versions(folder).is_empty());
    let fault = run(folder, &["import", "file:house.toml"]).unwrap_err();
    assert!(fault.contains("--reason"), "{fault}");

    run(folder, &["import", "file:house.toml", "--reason", "They ring more"]).unwrap();
    let [version] = &versions(folder)[..] else { panic!("one version") };
    assert_eq!((version.number, version.kind.as_str()), (1, "import"));
    assert_eq!((version.reason.as_str(), &version.made_by), ("They ring more", &None));
    assert!(version.changes.contains("sign.inbound_call.most_per_year"), "{}", version.changes);
    run(folder, &["show"]).unwrap();
    run(folder, &["versions"]).unwrap();
    run(folder, &["export", "--output", "file:out.toml"]).unwrap();
    let out = std::fs::read_to_string(folder.join("out.toml")).unwrap();
    assert!(out.contains("most_per_year = 25") && out.contains(RATE));
    // The same once more changes nothing.
    run(folder, &["import", "file:out.toml", "--reason", "Again"]).unwrap();
    assert_eq!(versions(folder).len(), 1);

    run(folder, &["restore", "0", "--reason", "One customer alone"]).unwrap();
    let line = &versions(folder)[0];
    assert_eq!((line.number, line.returns_to, line.kind.as_str()), (2, Some(0), "return"));
    run(folder, &["export", "--output", "file:out.toml"]).unwrap();
    assert_eq!(std::fs::read_to_string(folder.join("out.toml")).unwrap(), DEFAULT_PRIORS);
    let fault = run(folder, &["export", "--version", "7"]).unwrap_err();
    assert_eq!(fault, "there is no version 7");
}

#[test]
fn a_file_that_cannot_be_is_refused_with_file_line_and_key() {
    let weights = "P = [-2.2, -1.1, 0.0, 0.6, 1.0]";
    let cases = [
        (
            "most_per_year = 20",
            "most_per_year = -20",
            "sign.inbound_call.most_per_year",
            "positive",
        ),
        (weights, "P = [-2.2, -1.1, 0.0, 1.6, 1.0]", "sign.warm_words.P", "must not fall"),
        (RATE, "[sign.cold_words]", "sign.cold_words", "is not a kind"),
        ("half_life_days = 365", "half_life_days = \"long\"", "factor.C.half_life_days", "number"),
    ];
    for (from, to, key, says) in cases {
        let house = edited(from, to);
        let line = 1 + house.lines().position(|line| line == to).unwrap();
        let (folder, _) = files(&[("house.toml", house.as_bytes())]);
        let import = ["import", "file:house.toml", "--reason", "A slip"];
        let fault = run(folder.path(), &import).unwrap_err();
        let named = format!("house.toml: line {line}: {key}: ");
        let told = fault.lines().find(|one| one.contains(&named));
        assert!(told.is_some_and(|one| one.contains(says)), "{named}… {says}: {fault}");
        assert!(versions(folder.path()).is_empty());
    }
    let (folder, _) = files(&[("house.toml", b"no = [".as_slice())]);
    let fault = run(folder.path(), &["import", "file:house.toml", "--dry-run"]).unwrap_err();
    assert!(fault.contains("house.toml: line 1"), "{fault}");
}
