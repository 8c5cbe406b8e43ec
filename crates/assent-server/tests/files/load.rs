//! Loading record files: the same lines once, in any order, with what is wrong named.

use assent_domain::permission::Sight;
use assent_domain::product::ProductFacts;
use assent_domain::text::Line;
use assent_domain::user::{Language, UserFacts};
use assent_server::operations::{self, Actor, Refusal};
use assent_store::{beliefs, benefit_points, opportunities, record, users};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

use crate::given::{app, deal, journal_lines, load, organization, person, repository};

const HOUSE: &str = r#"{"type":"dataset","name":"t","version":1}
{"type":"organization","key":"house","name":"House","ours":true}
{"type":"organization","key":"mill","name":"Ostervale Mill","city":"Ostervale"}
{"type":"person","key":"ada","name":"Ada","organization":"house"}
{"type":"person","key":"eve","name":"Eve","organization":"mill","title":"Director"}
{"type":"user","person":"ada","role":"rep","scope":"own","language":"en"}
{"type":"opportunity","key":"gauges","name":"Gauges","organization":"mill","owner":"ada","date":"2026-01-05"}
{"type":"stakeholder","opportunity":"gauges","person":"eve","role":"decision_maker","since":"2026-01-05"}
"#;

const HAPPENED: &str = r#"{"type":"interaction","id":"1","opportunity":"gauges","date":"2026-02-02","kind":"call","direction":"out","result":"no_answer","people":["eve"]}
{"type":"interaction","id":"2","opportunity":"gauges","date":"2026-03-03","kind":"meeting","direction":"out","result":"held","people":["eve"],"signs":[{"person":"eve","kind":"stated_problem"}]}
{"type":"commitment","id":"3","opportunity":"gauges","by":"ada","to":"eve","text":"Figures","date":"2026-03-03","due":"2026-03-10","kept":"2026-03-09"}
{"type":"stage_change","id":"4","opportunity":"gauges","stage":"plan","date":"2026-03-05","by":"ada"}
"#;

fn believed(house: &House) -> Vec<(String, i64, Vec<f64>)> {
    let id = deal(house, "gauges").deal.id;
    let beliefs = house.read(|db| beliefs::of_deals(db, &[id]));
    beliefs.into_iter().map(|one| (one.reading, one.evidence_count, one.state)).collect()
}

#[rstest]
fn the_published_case_loads_once_however_often(#[values(sqlite(), postgres())] house: House) {
    let case = repository("examples/amd_case.jsonl");
    let first = load(&house, &case);
    assert_eq!((first.added, first.changed, first.rejected.len()), (70, 0, 0), "{first:?}");
    let before = journal_lines(&house).len();
    let second = load(&house, &case);
    assert_eq!((second.added, second.changed, second.unchanged), (0, 0, 70), "{second:?}");
    assert_eq!(journal_lines(&house).len(), before);
}

#[rstest]
fn lines_that_come_late_leave_what_they_would_have_left_in_order(
    #[values(sqlite(), postgres())] house: House,
    #[values(sqlite())] other: House,
) {
    load(&house, &format!("{HOUSE}{HAPPENED}"));
    let dataset = "{\"type\":\"dataset\",\"name\":\"t\",\"version\":1}\n";
    load(&other, HOUSE);
    let backwards: Vec<&str> = HAPPENED.lines().rev().collect();
    for line in backwards {
        load(&other, &format!("{dataset}{line}\n"));
        load(&other, &format!("{dataset}{line}\n"));
    }
    assert_eq!(believed(&house), believed(&other));
    assert_eq!(
        deal(&house, "gauges").gap,
        deal(&other, "gauges").gap.map(|gap| with_ids_of(&house, &other, &gap))
    );
}

/// A gap names a person by id, which two houses do not share.
fn with_ids_of(house: &House, other: &House, gap: &str) -> String {
    let (one, another) = (person(house, "eve").id, person(other, "eve").id);
    gap.replace(&another.to_string(), &one.to_string())
}

#[rstest]
fn a_line_at_fault_is_named_and_leaves_nothing_behind(
    #[values(sqlite(), postgres())] house: House,
) {
    let text = format!(
        "{HOUSE}{}\n{}\n{}\n",
        r#"{"type":"person","key":"ben","name":"Ben","organization":"mill","from":"2026-03-01","until":"2026-02-01"}"#,
        r#"{"type":"stakeholder","opportunity":"gauges","person":"ben","role":"user"}"#,
        r#"{"type":"person","key":"cleo","name":"Cleo","organization":"mill"}"#,
    );
    let report = load(&house, &text);
    let rejected: Vec<(usize, &str)> =
        report.rejected.iter().map(|one| (one.line, one.field.as_str())).collect();
    assert_eq!(rejected, [(9, "until"), (10, "person")], "{report:?}");
    assert_eq!(person(&house, "cleo").facts.name.as_str(), "Cleo");
}

#[rstest]
fn what_a_line_leaves_out_stays(#[values(sqlite(), postgres())] house: House) {
    load(&house, HOUSE);
    let website: Line = "ostervale.example".parse().unwrap();
    let mut act = app(&house).act(Actor::House);
    let written = house.try_write(|db| -> Result<(), Refusal> {
        let found =
            record::find_by_key::<assent_domain::organization::OrganizationFacts>(db, "mill")?;
        let id = found.unwrap().id;
        operations::change(
            db,
            &mut act,
            id,
            None,
            |facts: assent_domain::organization::OrganizationFacts| {
                Ok(assent_domain::organization::OrganizationFacts {
                    website: Some(website),
                    ..facts
                })
            },
        )
    });
    written.unwrap();
    let report =
        load(&house, "{\"type\":\"organization\",\"key\":\"mill\",\"name\":\"Ostervale Mills\"}\n");
    assert_eq!(report.changed, 1);
    let mill = organization(&house, "mill");
    assert_eq!(mill.name.as_str(), "Ostervale Mills");
    assert_eq!(mill.city.unwrap().as_str(), "Ostervale");
    assert_eq!(mill.website.unwrap().as_str(), "ostervale.example");
}

#[rstest]
fn a_job_elsewhere_ends_the_one_before(#[values(sqlite(), postgres())] house: House) {
    load(&house, &format!("{HOUSE}{HAPPENED}"));
    let counted = believed(&house)[0].1;
    let moved = r#"{"type":"organization","key":"rail","name":"Fennwick Rail"}
{"type":"person","key":"eve","name":"Eve","organization":"rail","from":"2026-02-10"}
"#;
    let report = load(&house, moved);
    assert_eq!(report.added, 2, "{report:?}");
    // The part ended before the meeting, so only the call still counts.
    assert!(believed(&house)[0].1 < counted);
    let before = journal_lines(&house).len();
    load(&house, moved);
    assert_eq!(journal_lines(&house).len(), before);
}

#[rstest]
fn who_moved_a_deal_and_in_which_language_they_read_is_kept(
    #[values(sqlite(), postgres())] house: House,
) {
    load(&house, &format!("{HOUSE}{HAPPENED}"));
    let moves = house.read(|db| opportunities::stage_changes(db, deal(&house, "gauges").deal.id));
    let by: Vec<Option<&str>> =
        moves.iter().map(|one| one.by.as_ref().map(|(_, name)| name.as_str())).collect();
    assert_eq!(by, [None, Some("Ada")]);
    let ada = house.read(|db| users::of_person(db, person(&house, "ada").id)).unwrap();
    let ada = house.read(|db| record::get::<UserFacts>(db, &Sight::All, ada)).unwrap();
    assert_eq!(ada.facts.language, Language::English);
}

#[rstest]
fn of_two_moves_at_one_instant_the_later_line_holds(#[values(sqlite(), postgres())] house: House) {
    let moved = |id: &str, stage: &str| {
        format!(
            "{{\"type\":\"stage_change\",\"id\":\"{id}\",\"opportunity\":\"gauges\",\
             \"stage\":\"{stage}\",\"date\":\"2026-01-05\"}}\n"
        )
    };
    load(&house, &format!("{HOUSE}{}{}", moved("a", "quote"), moved("b", "plan")));
    assert_eq!(deal(&house, "gauges").stage.facts.key.as_str(), "plan");
    load(&house, &moved("c", "results"));
    assert_eq!(deal(&house, "gauges").stage.facts.key.as_str(), "results");
}

/// What the file says last of a point holds, and what it leaves out stays.
#[rstest]
fn benefit_points_stand_in_the_order_of_their_lines(#[values(sqlite(), postgres())] house: House) {
    let lines = r#"{"type": "product", "key": "mill", "name": "Mill"}
{"type": "benefit_point", "key": "b", "product": "mill", "name": "Less dust", "attribute": "Sealed", "assumed": true}
{"type": "benefit_point", "key": "a", "product": "mill", "name": "Quieter"}"#;
    assert_eq!(load(&house, lines).added, 3);
    let change = r#"{"type": "benefit_point", "key": "b", "product": "mill", "name": "No dust"}"#;
    assert_eq!(load(&house, change).changed, 1);
    let product = house.read(|db| record::find_by_key::<ProductFacts>(db, "mill")).unwrap().id;
    let points = house.read(|db| benefit_points::points_of(db, product));
    let names: Vec<&str> = points.iter().map(|point| point.facts.name.as_str()).collect();
    assert_eq!(names, ["No dust", "Quieter"]);
    let first = &points[0].facts;
    assert_eq!(first.attribute.as_ref().map(Line::as_str), Some("Sealed"));
    assert!(!first.assumed);

    let nowhere = r#"{"type": "benefit_point", "key": "c", "product": "lathe", "name": "Fast"}"#;
    let report = load(&house, nowhere);
    assert_eq!(report.rejected[0].field, "product");
}
