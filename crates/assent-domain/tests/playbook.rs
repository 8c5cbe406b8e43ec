//! The playbook: what came of activities, counted off the records and drawn towards what is presumed.

use assent_domain::advice::AnswerWord;
use assent_domain::evidence::{DealRecords, InteractionRecord, gather};
use assent_domain::ids::PersonId;
use assent_domain::interaction::{Direction, InteractionFacts, Source};
use assent_domain::playbook::{Attempt, Play, attempts, playbook};
use assent_domain::time::Day;
use assent_inference::{DEFAULT_PRIORS, Model, Priors, Stage};
use uuid::Uuid;

fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"))
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn who() -> PersonId {
    Uuid::from_u128(1).into()
}

fn deeds(deeds: &[(&str, &str, Option<&str>)]) -> DealRecords {
    let record = |(n, (at, kind, result)): (u128, &(&str, &str, Option<&str>))| InteractionRecord {
        id: Uuid::from_u128(100 + n).into(),
        key: None,
        facts: InteractionFacts {
            opportunity_id: Uuid::from_u128(9).into(),
            kind: kind.parse().expect("a word"),
            direction: Some(Direction::Out),
            result: result.map(|word| word.parse().expect("a word")),
            at: day(at).start(),
            participants: vec![who()],
            through: Vec::new(),
            signs: Vec::new(),
            source: Source::SellerNote,
            words: None,
            by_id: None,
            procedure_bound: false,
            assumed: false,
        },
    };
    DealRecords { interactions: (0..).zip(deeds).map(record).collect(), ..DealRecords::default() }
}

fn tried(records: &DealRecords, until: &str) -> Vec<Attempt> {
    let model = model();
    gather(&model, records, day(until)).values().flat_map(|one| attempts(&model, one)).collect()
}

#[test]
fn every_attempt_is_filed_under_where_they_stood_before_it() {
    let records = deeds(&[
        ("2026-01-05", "meeting", Some("held")),
        ("2026-01-20", "demo", Some("held")),
        ("2026-02-20", "send_quote", None),
    ]);
    let found = tried(&records, "2026-02-25");
    let said: Vec<(&str, Option<&str>)> =
        found.iter().map(|one| (one.action.as_str(), one.reply.as_deref())).collect();
    assert_eq!(said, [("meeting", Some("held")), ("demo", Some("held")), ("send_quote", None)]);
    assert!(found[0].later.is_some_and(|later| later > found[0].before), "{:?}", found[0]);
    assert_eq!(found[2].later, None, "a fortnight has not passed");
    assert!(found.iter().all(|one| (0.0..=1.0).contains(&one.before)));
}

/// An attempt of people who stood at a stage.
fn attempt(reply: &str, before: f64, later: f64) -> Attempt {
    Attempt {
        on: day("2026-03-02"),
        action: "call".to_owned(),
        stage: Stage::Aware,
        reply: Some(reply.to_owned()),
        before,
        later: Some(later),
    }
}

fn share(play: &Play, reply: &str) -> (usize, f64, f64) {
    let found = play.answers.iter().find(|one| one.reply.as_deref() == Some(reply));
    let found = found.expect("a reply of the action");
    (found.count, found.presumed, found.share)
}

#[test]
fn few_tries_say_what_was_presumed_and_many_what_came() {
    let model = model();
    let few = vec![attempt("answered", 0.2, 0.3); 2];
    let plays = playbook(&model, &few);
    let (count, presumed, estimate) = share(&plays[0], "answered");
    assert_eq!(count, 2);
    assert!(presumed < 0.6 && estimate > presumed && estimate < 0.75, "{presumed} {estimate}");
    let many = vec![attempt("answered", 0.2, 0.3); 300];
    let plays = playbook(&model, &many);
    assert!(share(&plays[0], "answered").2 > 0.97);
    let carried = plays[0].carried.expect("looked at again");
    assert!((carried.mean - 0.1).abs() < 1e-9 && (carried.estimate - 0.1).abs() < 0.01);
    assert!(carried.low < carried.estimate && carried.high > carried.estimate);
    let total: f64 = plays[0].answers.iter().map(|one| one.presumed).sum();
    assert!((total - 1.0).abs() < 1e-9);
}

#[test]
fn what_was_tried_most_comes_first_and_an_unknown_action_is_left_out() {
    let model = model();
    let mut all = vec![attempt("answered", 0.2, 0.3); 3];
    all.push(Attempt { action: "mail".to_owned(), ..attempt("answered", 0.2, 0.2) });
    all.push(Attempt { action: "dance".to_owned(), ..attempt("answered", 0.2, 0.2) });
    let plays = playbook(&model, &all);
    let names: Vec<(&str, usize)> =
        plays.iter().map(|play| (play.action.as_str(), play.tried)).collect();
    assert_eq!(names, [("call", 3), ("mail", 1)]);
    assert_eq!(plays[1].answers.last().expect("answers").answer, AnswerWord::Silence);
}
