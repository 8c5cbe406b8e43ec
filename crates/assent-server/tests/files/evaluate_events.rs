//! `assent evaluate events`: what a log says through a mapping, that later events say nothing of an earlier
//! day, and that faults of mapping and log are named with their file, line and key.

use std::fmt::Write as _;

use assent_server::operations::evaluate::{EventMapping, EventReport, evaluate_events};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rstest::rstest;

use crate::given::{MODEL, files, repository};

const MAPPING: &str = r#"name = "shop"
[columns]
case = "deal"
time = "at"
event = ["what"]
numbers = ["worth"]
[outcome]
yes = [{ what = "order" }]
no = [{ what = ["lost", "dropped"] }]
[forecast]
days = [10, 20]
[person]
role = "decision_maker"
completeness = { reply = 1.0 }
[[event]]
when = { what = "asked" }
sign = "quote_requested"
[[event]]
when = { what = "called" }
action = "call"
reply = "answered"
[[event]]
when = { what = "unreached" }
action = "call"
reply = "no_answer"
[[event]]
when = { what = "offer" }
action = "send_quote"
"#;

/// Deals in which whoever is reached buys more often. `more` adds events to a deal, by its day.
fn log(deals: usize, more: impl Fn(usize, &mut Vec<(f64, &'static str)>)) -> String {
    let mut rng = StdRng::seed_from_u64(9);
    let mut text = String::from("deal,at,what,worth\n");
    for deal in 0..deals {
        let warm = rng.random_bool(0.5);
        let mut events = vec![(0.0, "asked"), (6.0, "offer")];
        for call in 0..4 {
            let reached = rng.random_bool(if warm { 0.8 } else { 0.2 });
            let day = 1.0 + 4.0 * f64::from(call) + rng.random::<f64>();
            events.push((day, if reached { "called" } else { "unreached" }));
        }
        let won = rng.random_bool(if warm { 0.75 } else { 0.2 });
        let ends = 15.0 + 15.0 * rng.random::<f64>();
        more(deal, &mut events);
        events.retain(|(day, _)| *day < ends);
        events.push((
            ends,
            if won {
                "order"
            } else if deal % 2 == 0 {
                "lost"
            } else {
                "dropped"
            },
        ));
        for (day, what) in events {
            let at = assent_domain::time::Timestamp::from_micros(
                ((18_000.0 + deal as f64 + day) * 86_400e6) as i64,
            );
            let _ = writeln!(text, "d{deal},{at},{what},{}", 100 * (1 + deal % 9));
        }
    }
    text
}

fn evaluate(mapping: &str, text: &str) -> Result<EventReport, Vec<String>> {
    let (_folder, paths) = files(&[("log.csv", text.as_bytes())]);
    let report = EventMapping::parse("shop.toml", mapping, &MODEL)
        .and_then(|mapping| evaluate_events(&MODEL, &mapping, &paths[0], |_| {}));
    report.map_err(|unfit| unfit.0.iter().map(ToString::to_string).collect())
}

#[test]
fn the_later_cases_are_forecast_as_of_a_day_of_their_life() {
    let report = evaluate(MAPPING, &log(300, |_, _| {})).unwrap();
    assert_eq!((report.name.as_str(), report.cases, report.decided), ("shop", 300, 300));
    assert!(report.understood > 1_000 && report.warnings.is_empty(), "{:?}", report.warnings);
    let days: Vec<f64> = report.days.iter().map(|one| one.day).collect();
    assert_eq!(days, [10.0, 20.0]);
    let first = &report.days[0];
    assert_eq!((first.split.learned_from, first.split.forecast), (210, 90));
    assert!(first.plain.iter().any(|name| name == "count of unreached"), "{:?}", first.plain);
    assert!(first.plain.contains(&"worth".to_owned()));
    // Who is reached tells both of them about as much.
    let (model, challenger) = (&first.contest.model, &first.contest.challenger);
    let [own, other] = [model, challenger].map(|card| card.auc.unwrap());
    assert!(own > 0.6 && other > 0.6 && (own - other).abs() < 0.06, "{own} {other}");
    assert!(first.expert.auc.unwrap() > 0.65, "{:?}", first.expert.auc);
    // By day 20 some have ended and are no longer asked about.
    assert!(report.days[1].split.forecast < 90);
    assert_eq!(evaluate(MAPPING, &log(300, |_, _| {})).unwrap(), report);
}

#[test]
fn what_happens_after_a_day_changes_nothing_on_that_day() {
    let plain = evaluate(MAPPING, &log(300, |_, _| {})).unwrap();
    let more = evaluate(
        MAPPING,
        &log(300, |deal, events| events.extend(std::iter::repeat_n((10.5, "called"), deal % 5))),
    );
    let more = more.unwrap();
    assert_eq!(more.days[0], plain.days[0]);
    assert_ne!(more.days[1].contest, plain.days[1].contest);
}

#[rstest]
#[case("name = \"shop\"", "nam = \"shop\"", "shop.toml, line 1: mapping: unknown field `nam`")]
#[case(
    "sign = \"quote_requested\"",
    "sign = \"quote\"",
    "shop.toml, line 17: event.sign: “quote” is not one of: "
)]
#[case(
    "reply = \"answered\"",
    "reply = \"gone\"",
    "shop.toml, line 21: event.reply: “gone” is not one of: answered"
)]
#[case("reply = \"answered\"\n", "\n", "shop.toml, line 20: event.action: needs a reply: answered")]
#[case(
    "action = \"call\"\nreply = \"answered\"",
    "action = \"ring\"",
    "shop.toml, line 20: event.action: “ring” is not"
)]
#[case(
    "sign = \"quote",
    "phase = \"use\"\nsign = \"quote",
    "shop.toml, line 17: event: is one of sign, action and phase"
)]
#[case(
    "days = [10, 20]",
    "days = [20, 10]",
    "shop.toml, line 11: forecast.days: must be 1 to 24 numbers"
)]
#[case(
    "days = [10, 20]",
    "days = [10]\nearlier = 2.0",
    "shop.toml, line 12: forecast.earlier: must lie between"
)]
#[case("decision_maker", "king", "shop.toml, line 13: person.role: “king” is no role")]
#[case("reply = 1.0", "reply = 1.5", "shop.toml, line 14: person.completeness: ")]
#[case(
    "reply = 1.0",
    "gossip = 1.0",
    "shop.toml, line 14: person.completeness: there are: written"
)]
#[case(
    "case = \"deal\"",
    "case = \"id\"",
    "shop.toml, line 3: columns.case: “id” is no column of log.csv; it has: deal"
)]
#[case(
    "yes = [{ what = \"order\" }]",
    "yes = [{ wat = \"order\" }]",
    "shop.toml, line 8: outcome.yes: “wat” is no column"
)]
#[case("yes = [{ what = \"order\" }]", "yes = []", "shop.toml, line 1: outcome.yes: is empty")]
#[case(
    "yes = [{ what = \"order\" }]",
    "yes = [{ what = \"sale\" }]",
    "log.csv, line 1: what: no case comes to it: see outcome.yes"
)]
#[case("[columns]", "[columns", "shop.toml, line 2: mapping: ")]
fn a_fault_of_the_mapping_is_named_with_its_line_and_key(
    #[case] right: &str,
    #[case] wrong: &str,
    #[case] expected: &str,
) {
    let mapping = MAPPING.replacen(right, wrong, 1);
    assert_ne!(mapping, MAPPING);
    let faults = evaluate(&mapping, &log(60, |_, _| {})).unwrap_err();
    assert!(faults[0].starts_with(expected), "{faults:#?}");
}

#[test]
fn an_event_that_never_comes_is_odd_and_no_fault() {
    let mapping =
        format!("{MAPPING}[[event]]\nwhen = {{ what = \"praise\" }}\nsign = \"warm_words\"\n");
    let report = evaluate(&mapping, &log(120, |_, _| {})).unwrap();
    let warning = report.warnings[0].to_string();
    assert!(warning.starts_with("shop.toml, line 30: event.when: [[event]] number 5"), "{warning}");
}

#[rstest]
#[case("d3,", ",", "log.csv, line ", "deal: is empty")]
#[case("T00:00:00Z,asked", "T25:00:00Z,asked", "log.csv, line ", "at: “")]
#[case(",100\n", ",much\n", "log.csv, line 2: ", "worth: “much” is no number")]
fn a_fault_of_the_log_is_named_with_its_line_and_column(
    #[case] right: &str,
    #[case] wrong: &str,
    #[case] place: &str,
    #[case] expected: &str,
) {
    let text = log(60, |_, _| {});
    let spoilt = text.replacen(right, wrong, 1);
    assert_ne!(spoilt, text);
    let faults = evaluate(MAPPING, &spoilt).unwrap_err();
    assert!(faults[0].starts_with(place) && faults[0].contains(expected), "{faults:#?}");
}

#[test]
fn too_few_cases_are_said_by_day() {
    let faults = evaluate(MAPPING, &log(25, |_, _| {})).unwrap_err();
    assert_eq!(faults.len(), 2);
    assert!(
        faults[0].contains("day 10: of the 18 earlier cases that were undecided then"),
        "{faults:?}"
    );
}

#[test]
fn the_mapping_of_the_public_log_and_that_of_the_documentation_are_well_formed() {
    EventMapping::parse("bpi_2012.toml", &repository("examples/bpi_2012.toml"), &MODEL).unwrap();
    let page = repository("docs/evaluate.md");
    let (_, from) = page.split_once("```toml\n").unwrap();
    let (block, _) = from.split_once("```").unwrap();
    EventMapping::parse("page", block, &MODEL).unwrap();
}
