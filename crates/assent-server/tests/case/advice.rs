//! What the case advises, and what decided it: read off its records alone.

use assent_domain::advice::{Advice, Attempts, WayIn, advise};
use assent_domain::benefit::matrix;
use assent_domain::ids::PersonId;
use assent_domain::lesson::{FeatureKind, features, turning_points, verdict};
use assent_domain::money::Money;

use super::BOSS;
use super::control::variants;
use super::given::Case;

/// The points that are for sale.
const OFFERED: [&str; 2] = ["One set of figures", "Low running cost"];

/// What is advised on a day, if there is such a way to the one who decides.
fn advice(case: &Case, date: &str, way: Option<WayIn>) -> Advice {
    let picture = case.picture(date);
    let boss = boss(case, date);
    let ways = way.map(|way| (boss, way)).into_iter().collect();
    let attempts = Attempts { ways, ..Attempts::default() };
    let points = matrix(&picture, &OFFERED.map(str::to_owned));
    let amount = Money { minor: 2_000_000_000, currency: "USD".parse().expect("a currency") };
    advise(&picture, &attempts, Some(&amount), &points)
}

fn boss(case: &Case, date: &str) -> PersonId {
    let picture = case.picture(date);
    let mut parts = picture.group.parts().iter().map(|part| part.person);
    parts.find(|person| case.key(*person) == BOSS).expect("a part")
}

/// Point 1: after weeks of unanswered calls not another call is advised, but an introduction.
#[test]
fn after_weeks_of_unanswered_calls_an_introduction_is_advised_and_no_call() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        for date in ["2000-03-05", "2000-03-12", "2000-03-19"] {
            let boss = boss(&case, date);
            let way = WayIn { through: vec![boss; 3], chance: 0.06 };
            let advice = advice(&case, date, Some(way));
            let first = &advice.best[0];
            assert_eq!(first.action, "introduction", "{name} {date}");
            assert_eq!(first.person_id, boss, "{name} {date}");
            let called =
                advice.best.iter().any(|one| one.action == "call" && one.person_id == boss);
            assert!(!called, "{name} {date}");
        }
        let advice = advice(&case, "2000-03-19", None);
        let against = advice.against.unwrap_or_else(|| panic!("another call does harm: {name}"));
        assert_eq!(against.action, "call", "{name}");
        assert!(against.gain < 0.0, "{name}");
    }
}

/// Once he has received us, what shut the door shuts it no more.
#[test]
fn once_he_has_received_us_meetings_are_open_again() {
    let case = Case::load();
    let boss = boss(&case, "2000-06-11");
    let advice = advice(&case, "2000-06-11", None);
    assert!(advice.best.iter().any(|one| one.person_id == boss));
    assert!(advice.against.is_none(), "nobody calls him in vain any more");
    assert!(!advice.ask.is_empty());
}

/// In use a complaint is owed above all, and a value review leads.
#[test]
fn in_use_the_complaint_is_owed_and_a_value_review_leads() {
    let case = Case::load();
    let advice = advice(&case, "2000-12-10", None);
    assert_eq!(advice.duties[0].kind.as_str(), "complaint");
    assert_eq!(advice.best[0].action, "value_review");
}

#[test]
fn what_decided_the_deal_adds_up_and_names_the_days_that_did() {
    let case = Case::load();
    let (model, facts) = (case.model(), &case.picture("2001-03-25").deal.clone());
    let limits = model.control_prior();
    let today = "2001-03-25".parse().expect("a day");
    let verdict = verdict(model, limits, facts, today).expect("people are known");
    assert_eq!(verdict.until.to_string(), "2000-10-15", "the eve of the order");
    let days: f64 = verdict.days.iter().map(|day| day.points).sum();
    let sum = verdict.start_points + days + verdict.quiet_points;
    assert!((sum - verdict.total_points).abs() < 1e-9, "{sum} {}", verdict.total_points);
    let [towards, away] = turning_points(&verdict, 5);
    let days_of = |days: &[&assent_domain::lesson::DecidingDay]| -> Vec<String> {
        days.iter().map(|day| day.day.to_string()).collect()
    };
    // He drops the other supplier; he receives us on an introduction.
    assert_eq!(days_of(&towards)[..2], ["2000-09-05", "2000-06-01"]);
    // He tells us to stop.
    assert!(days_of(&away).contains(&"2000-03-20".to_owned()), "{:?}", days_of(&away));

    let offered = OFFERED.map(str::to_owned);
    let found = features(model, limits, facts, today, &offered);
    let has = |kind, name: &str| found.iter().any(|one| one.kind == kind && one.name == name);
    assert!(has(FeatureKind::Endorsed, "One set of figures"), "{found:?}");
    assert!(has(FeatureKind::Route, "introduced"));
    assert!(has(FeatureKind::Promises, "all_kept"));
    assert!(has(FeatureKind::Activity, "demo"));
}
