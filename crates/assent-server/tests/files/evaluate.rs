//! `assent evaluate` on tables: what comes out, that nothing is learned from what is scored, and that wrong
//! input is named with its file, line and column.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use assent_domain::proof::Winner;
use assent_server::cli::{self, Cli};
use assent_server::operations::evaluate::{
    SplitKind, TableQuestion, TableReport, TimeFormat, evaluate_table,
};
use clap::Parser;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rstest::rstest;
use tempfile::TempDir;

use crate::given::files;

/// Sales of which the size tells something, and the region more than a straight line could.
fn sales(rows: usize, outcome_of: impl Fn(usize, bool) -> bool) -> String {
    let mut rng = StdRng::seed_from_u64(5);
    let mut text = String::from("day;region;size;buyer;result\n");
    for row in 0..rows {
        let region = ["north", "south", "east", "west"][rng.random_range(0..4)];
        let size = 1_000.0 * rng.random::<f64>();
        let humped = if (300.0..600.0).contains(&size) { 1.8 } else { -1.2 };
        let odds: f64 = humped + if region == "north" { 1.0 } else { -0.4 };
        let won = outcome_of(row, rng.random_bool(1.0 / (1.0 + (-odds).exp())));
        let result = if won { "Won" } else { "Lost" };
        let (year, day) = (2020 + row / 300, 1 + row % 28);
        let _ = writeln!(
            text,
            "{year}-{:02}-{day:02};{region};{size:.1};buyer {};{result}",
            1 + row / 28 % 12,
            row % 97
        );
    }
    text
}

fn question() -> TableQuestion {
    TableQuestion { outcome: "result".into(), yes: "Won".into(), ..TableQuestion::default() }
}

/// The report, or the faults by line.
fn evaluate(name: &str, text: &[u8], question: &TableQuestion) -> Result<TableReport, Vec<String>> {
    let (_folder, paths) = files(&[(name, text)]);
    let report = evaluate_table(&paths[0], question, |_| {});
    report.map_err(|unfit| unfit.0.iter().map(ToString::to_string).collect())
}

#[test]
fn the_later_rows_are_forecast_and_the_model_bends_where_the_challenger_cannot() {
    let mut question = question();
    question.time = Some("day".into());
    question.without = vec!["buyer".into()];
    let report = evaluate("sales.csv", sales(1_500, |_, won| won).as_bytes(), &question).unwrap();
    assert_eq!((report.rows, report.split.by), (1_500, SplitKind::Time));
    let (learned, forecast) = (report.split.learned_from, report.split.forecast);
    assert!((1_040..1_070).contains(&learned) && learned + forecast == 1_500, "{learned}");
    assert!(report.split.later_from.as_deref().is_some_and(|day| day.starts_with("202")));
    let columns: Vec<(&str, &str)> =
        report.columns.iter().map(|one| (one.name.as_str(), one.kind)).collect();
    assert_eq!(columns, [("region", "category"), ("size", "number")]);
    let (model, challenger) = (&report.contest.model, &report.contest.challenger);
    assert!(model.auc.unwrap() > challenger.auc.unwrap() + 0.05, "{report:#?}");
    assert_eq!(report.contest.verdict, Winner::Model);
    assert_ne!(report.chosen[0].shape, "straight");
    // A fit that holds on what it was learned from holds on what comes after.
    let held_back = report.chosen[0].held_back_auc.unwrap();
    assert!((held_back - model.auc.unwrap()).abs() < 0.08, "{held_back} {:?}", model.auc);
}

#[test]
fn what_is_scored_teaches_nothing() {
    let mut question = question();
    question.time = Some("day".into());
    let honest = evaluate("s.csv", sales(600, |_, won| won).as_bytes(), &question).unwrap();
    // The later three of ten turned round: they may not move what is chosen or how it did before.
    let first_later = honest.split.learned_from;
    let order: Vec<String> = {
        let text = sales(600, |_, won| won);
        let mut days: Vec<String> =
            text.lines().skip(1).map(|line| line[..10].to_owned()).collect();
        days.sort();
        days
    };
    let from = &order[first_later];
    let text = sales(600, |_, won| won);
    let turned: String = text
        .lines()
        .map(|line| {
            match &line[..10.min(line.len())] >= from.as_str() && !line.starts_with("day") {
                true if line.ends_with("Won") => line.replace(";Won", ";Lost") + "\n",
                true => line.replace(";Lost", ";Won") + "\n",
                false => format!("{line}\n"),
            }
        })
        .collect();
    let turned = evaluate("s.csv", turned.as_bytes(), &question).unwrap();
    assert_eq!(turned.chosen, honest.chosen);
    let sum = honest.contest.model.auc.unwrap() + turned.contest.model.auc.unwrap();
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
}

#[test]
fn without_a_time_each_row_is_forecast_once_and_groups_stay_together() {
    let text = sales(400, |_, won| won);
    let report = evaluate("sales.csv", text.as_bytes(), &question()).unwrap();
    assert_eq!((report.split.by, report.split.parts), (SplitKind::Chance, 5));
    assert_eq!(report.contest.model.count, 400);
    let mut grouped = question();
    grouped.group = Some("buyer".into());
    let report = evaluate("sales.csv", text.as_bytes(), &grouped).unwrap();
    assert_eq!((report.split.by, report.contest.model.count), (SplitKind::Groups, 400));
    assert!(report.columns.iter().all(|one| one.name != "buyer"));
    // The same file gives the same figures.
    assert_eq!(evaluate("sales.csv", text.as_bytes(), &grouped).unwrap(), report);
}

#[test]
fn a_compressed_file_with_another_separator_is_the_same_file() {
    let text = sales(200, |_, won| won);
    let plain = evaluate("sales.csv", text.as_bytes(), &question()).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.replace(';', "\t").as_bytes()).unwrap();
    let packed = evaluate("sales.csv", &packed.finish().unwrap(), &question()).unwrap();
    assert_eq!(packed, plain);
}

#[test]
fn a_column_that_is_the_outcome_in_disguise_is_reported_and_left_out() {
    let text = sales(300, |_, won| won);
    let lines = text.lines().enumerate().map(|(at, line)| match (at, line.ends_with("Won")) {
        (0, _) => format!("{line};status;order_no\n"),
        // A slip in 60 rows, so that it is no mere copy.
        (_, won) if won != (at % 60 == 0) => format!("{line};invoiced;{}\n", 70_000 + 7 * at),
        _ => format!("{line};dropped;\n"),
    });
    let text: String = lines.collect();
    let report = evaluate("sales.csv", text.as_bytes(), &question()).unwrap();
    let left_out: Vec<&str> = report.left_out.iter().map(|one| one.name.as_str()).collect();
    assert!(left_out.contains(&"status") && left_out.contains(&"order_no"), "{left_out:?}");
    let warning = report.warnings.iter().find(|note| note.field.as_deref() == Some("status"));
    let warning = warning.unwrap().to_string();
    assert!(warning.starts_with("sales.csv, line 1: status: "), "{warning}");
    assert!(warning.contains("suspected leak") && warning.contains("--keep"), "{warning}");
    assert!(report.contest.model.auc.unwrap() < 0.9);

    let mut kept = question();
    kept.keep = vec!["status".into()];
    let report = evaluate("sales.csv", text.as_bytes(), &kept).unwrap();
    assert!(report.contest.model.auc.unwrap() > 0.95);
    assert!(report.warnings.iter().any(|note| note.message.contains("kept, as asked for")));
}

#[test]
fn cells_that_are_no_numbers_are_named_where_numbers_are_usual() {
    let text = sales(200, |_, won| won);
    let spoilt = |every: usize| -> String {
        let line = |(at, line): (usize, &str)| {
            let cells: Vec<&str> = line.split(';').collect();
            let size = if at > 0 && at % every == 0 { "a lot" } else { cells[2] };
            format!("{};{};{size};{};{}\n", cells[0], cells[1], cells[3], cells[4])
        };
        text.lines().enumerate().map(line).collect()
    };
    let few = evaluate("sales.csv", spoilt(50).as_bytes(), &question()).unwrap();
    let note = few.warnings.iter().find(|note| note.field.as_deref() == Some("size")).unwrap();
    assert_eq!(note.line, Some(51));
    assert!(note.message.contains("“a lot” is no number") && note.message.contains("missing"));
    let many = evaluate("sales.csv", spoilt(3).as_bytes(), &question()).unwrap();
    assert!(many.warnings.iter().any(|note| note.message.contains("one of categories")));
}

#[rstest]
#[case("", "sales.csv: is empty")]
#[case("a,result\n", "sales.csv: has no rows below its column names")]
#[case("a,a,result\n1,2,Won\n", "sales.csv, line 1: a: is the name of two columns")]
#[case("a,,result\n1,2,Won\n", "sales.csv, line 1: column 2 has no name")]
#[case("a,result\n1,Won\n2\n", "sales.csv, line 3: has 1 cells, not 2")]
#[case("a,outcome\n1,Won\n", "sales.csv, line 1: result: is no column; there are: a, outcome")]
#[case(
    "a,result\n1,Lost\n2,Open\n",
    "sales.csv, line 1: result: is never “Won”; there are: Lost, Open"
)]
#[case("a,result\n1,Won\n2,Won\n", "sales.csv, line 1: result: is “Won” in every row")]
#[case("a,result\n1,\n2,\n", "sales.csv, line 1: result: is empty in every row")]
#[case("a,result\n1,Won\n2,Lost\n", "sales.csv, line 1: result: of the ")]
fn a_file_that_cannot_be_evaluated_is_refused_with_its_place(
    #[case] text: &str,
    #[case] expected: &str,
) {
    let faults = evaluate("sales.csv", text.as_bytes(), &question()).unwrap_err();
    assert!(faults[0].starts_with(expected), "{faults:?}");
}

#[test]
fn faults_of_the_question_and_of_times_are_named_each() {
    let text = sales(100, |_, won| won);
    let mut wrong = question();
    wrong.time = Some("when".into());
    wrong.group = Some("who".into());
    wrong.without = vec!["why".into()];
    let faults = evaluate("sales.csv", text.as_bytes(), &wrong).unwrap_err();
    let starts =
        ["when", "who", "why"].map(|name| format!("sales.csv, line 1: {name}: is no column"));
    assert!(
        faults.iter().zip(&starts).all(|(fault, start)| fault.starts_with(start)),
        "{faults:?}"
    );

    // The thirtieth of February, and a day that is none.
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[7].replace_range(..10, "2020-02-30");
    lines[9].replace_range(..10, "yesterday ");
    let mut by_day = question();
    by_day.time = Some("day".into());
    let faults = evaluate("sales.csv", lines.join("\n").as_bytes(), &by_day).unwrap_err();
    assert_eq!(faults.len(), 2);
    assert!(faults[0].starts_with("sales.csv, line 8: day: “2020-02-30” is no time"), "{faults:?}");
    assert!(faults[1].starts_with("sales.csv, line 10: day: “yesterday” is no time"), "{faults:?}");
    by_day.time_format = "DD/MM/YYYY".parse::<TimeFormat>().unwrap();
    let faults = evaluate("sales.csv", text.as_bytes(), &by_day).unwrap_err();
    assert!(faults.len() == 100 && faults[0].contains("no date like DD/MM/YYYY"), "{}", faults[0]);
}

#[test]
fn letters_that_are_no_unicode_and_a_broken_archive_are_refused() {
    let chinese = b"a,result\n\xbf\xcd\xbb\xa7,Won\n";
    let faults = evaluate("sales.csv", chinese, &question()).unwrap_err();
    assert_eq!(faults, ["sales.csv: is not written in UTF-8; save it as “CSV UTF-8”"]);
    let faults = evaluate("sales.csv.gz", &[0x1f, 0x8b, 8, 0, 1], &question()).unwrap_err();
    assert!(faults[0].starts_with("sales.csv.gz: cannot be unpacked"), "{faults:?}");
}

fn run(folder: &TempDir, arguments: &[&str]) -> Result<(), String> {
    let place = |one: &&str| one.replace("{}", &folder.path().display().to_string());
    let all = ["assent", "evaluate"].into_iter().map(str::to_owned);
    let all = all.chain(arguments.iter().map(place));
    let cli = Cli::try_parse_from(all).map_err(|error| error.to_string())?;
    cli::run(cli).map_err(|error| format!("{error:#}"))
}

#[test]
fn as_it_is_typed_it_ends_well_or_says_why_not() {
    let text = sales(120, |_, won| won);
    let (folder, _): (_, Vec<PathBuf>) = files(&[("sales.csv", text.as_bytes())]);
    run(&folder, &["table", "--outcome", "result=Won", "--json", "{}/sales.csv"]).unwrap();
    run(&folder, &["table", "--outcome", "result=Won", "{}/sales.csv"]).unwrap();
    let fault = run(&folder, &["table", "--outcome", "result=won", "{}/sales.csv"]).unwrap_err();
    assert!(fault.contains("is never “won”; there are: Lost, Won"), "{fault}");
    let fault = run(&folder, &["table", "--outcome", "result", "{}/sales.csv"]).unwrap_err();
    assert!(fault.contains("COLUMN=VALUE"), "{fault}");
    let fault = run(&folder, &["table", "--outcome", "result=Won", "{}/no.csv"]).unwrap_err();
    assert!(fault.contains("no.csv"), "{fault}");
}

/// A house without history is told so; that is an answer.
#[test]
fn of_an_empty_house_nothing_can_be_said_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    run(&folder, &["--database", "{}/assent.db"]).unwrap();
    run(&folder, &["--database", "{}/assent.db", "--json"]).unwrap();
}
