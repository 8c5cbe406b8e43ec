//! What reaches the model, field by field: what somebody did in dealings with us, and nothing else
//! that is recorded of them.
//!
//! The records below are taken apart without `..`, so that a field that is added to them must be
//! put on one side or the other here.

use std::sync::LazyLock;

use assent_domain::evidence::{CommitmentRecord, DealRecords, InteractionRecord, gather};
use assent_domain::ids::PersonId;
use assent_domain::interaction::{CommitmentFacts, Direction, InteractionFacts, SignFacts, Source};
use assent_domain::person::PersonFacts;
use assent_domain::time::{Day, Timestamp};
use assent_inference::{DEFAULT_PRIORS, History, Model, Priors};
use uuid::Uuid;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors")));

fn person(number: u128) -> PersonId {
    Uuid::from_u128(number).into()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn at(text: &str) -> Timestamp {
    day(text).start().plus_seconds(36_000)
}

const THEY: u128 = 1;
const OTHER: u128 = 2;
const OURS: u128 = 3;

fn meeting() -> InteractionFacts {
    InteractionFacts {
        opportunity_id: Uuid::from_u128(9).into(),
        kind: "meeting".parse().expect("a kind"),
        direction: Some(Direction::Out),
        result: Some("held".parse().expect("a result")),
        at: at("2026-02-03"),
        participants: vec![person(THEY)],
        through: Vec::new(),
        signs: vec![SignFacts {
            person_id: person(THEY),
            kind: "stated_criterion".parse().expect("a sign"),
            source: None,
            benefit: None,
        }],
        source: Source::SellerNote,
        words: None,
        by_id: Some(person(OURS)),
        procedure_bound: false,
        assumed: false,
    }
}

fn promise() -> CommitmentFacts {
    CommitmentFacts {
        opportunity_id: Uuid::from_u128(9).into(),
        by_id: person(OURS),
        to_id: person(THEY),
        text: "A summary".parse().expect("a text"),
        made_on: day("2026-02-03"),
        due: Some(day("2026-02-10")),
        kept_on: Some(day("2026-02-09")),
        broken_on: None,
        withdrawn_on: None,
        assumed: false,
    }
}

/// What the model is given of the person.
fn evidence(interaction: InteractionFacts, commitment: CommitmentFacts) -> Option<History> {
    let records = DealRecords {
        interactions: vec![InteractionRecord {
            id: Uuid::from_u128(7).into(),
            key: None,
            facts: interaction,
        }],
        commitments: vec![CommitmentRecord {
            id: Uuid::from_u128(8).into(),
            key: None,
            facts: commitment,
        }],
        ours: [person(OURS)].into(),
        ..DealRecords::default()
    };
    let mut gathered = gather(&MODEL, &records, day("2026-03-01"));
    gathered.remove(&person(THEY)).map(|one| one.history)
}

fn reaches(change: impl FnOnce(&mut InteractionFacts)) -> bool {
    let mut facts = meeting();
    change(&mut facts);
    evidence(facts, promise()) != evidence(meeting(), promise())
}

fn promise_reaches(change: impl FnOnce(&mut CommitmentFacts)) -> bool {
    let mut facts = promise();
    change(&mut facts);
    evidence(meeting(), facts) != evidence(meeting(), promise())
}

#[test]
fn of_what_happened_the_model_is_given_what_was_done_and_shown_and_when() {
    let InteractionFacts {
        kind: _,
        direction: _,
        result: _,
        at: _,
        participants: _,
        signs: _,
        source: _,
        procedure_bound: _,
        // And of the rest nothing.
        opportunity_id: _,
        through: _,
        words: _,
        by_id: _,
        assumed: _,
    } = meeting();
    assert!(reaches(|one| one.kind = "demo".parse().unwrap()));
    assert!(reaches(|one| one.direction = Some(Direction::In)));
    assert!(reaches(|one| one.result = Some("declined".parse().unwrap())));
    assert!(reaches(|one| one.at = at("2026-02-04")));
    assert!(reaches(|one| one.participants = vec![person(OTHER)]));
    assert!(reaches(|one| one.signs = Vec::new()));
    assert!(reaches(|one| one.source = Source::ThirdParty));
    assert!(reaches(|one| one.procedure_bound = true));

    assert!(!reaches(|one| one.opportunity_id = Uuid::from_u128(10).into()));
    assert!(!reaches(|one| one.through = vec![person(OTHER)]));
    assert!(!reaches(|one| one.words = Some("A woman of sixty from abroad".parse().unwrap())));
    assert!(!reaches(|one| one.by_id = None));
    assert!(!reaches(|one| one.assumed = true));
}

#[test]
fn of_a_sign_the_model_is_given_what_it_is_where_it_comes_from_and_of_which_benefit() {
    let sign = meeting().signs.remove(0);
    let SignFacts { person_id: _, kind: _, source: _, benefit: _ } = sign;
    assert!(reaches(|one| one.signs[0].kind = "warm_words".parse().unwrap()));
    assert!(reaches(|one| one.signs[0].person_id = person(OTHER)));
    assert!(reaches(|one| one.signs[0].source = Some(Source::CustomerWritten)));
    // That it speaks of a benefit counts; which one it is called does not.
    let speaks = |name: &'static str| {
        move |one: &mut InteractionFacts| one.signs[0].benefit = Some(name.parse().unwrap())
    };
    assert!(reaches(speaks("Less dust")));
    let of = |name| {
        let mut facts = meeting();
        speaks(name)(&mut facts);
        evidence(facts, promise())
    };
    assert_eq!(of("Less dust"), of("Quieter"));
}

#[test]
fn of_a_promise_the_model_is_given_who_made_it_and_its_days() {
    let CommitmentFacts {
        by_id: _,
        to_id: _,
        made_on: _,
        due: _,
        kept_on: _,
        broken_on: _,
        withdrawn_on: _,
        // And of the rest nothing.
        opportunity_id: _,
        text: _,
        assumed: _,
    } = promise();
    assert!(promise_reaches(|one| (one.by_id, one.to_id) = (person(THEY), person(OURS))));
    assert!(promise_reaches(|one| one.to_id = person(OTHER)));
    assert!(promise_reaches(|one| one.kept_on = Some(day("2026-02-08"))));
    assert!(promise_reaches(|one| one.kept_on = None));
    let open = |change: fn(&mut CommitmentFacts)| {
        let mut facts = CommitmentFacts { kept_on: None, ..promise() };
        change(&mut facts);
        evidence(meeting(), facts)
    };
    let overdue = open(|_| ());
    assert_ne!(overdue, open(|one| one.due = Some(day("2026-02-12"))));
    assert_ne!(overdue, open(|one| one.broken_on = Some(day("2026-02-06"))));
    assert_ne!(overdue, open(|one| one.withdrawn_on = Some(day("2026-02-06"))));
    let theirs = |made: &str| {
        let (by_id, to_id) = (person(THEY), person(OURS));
        evidence(meeting(), CommitmentFacts { by_id, to_id, made_on: day(made), ..promise() })
    };
    assert_ne!(theirs("2026-02-03"), theirs("2026-02-04"));

    assert!(!promise_reaches(|one| one.opportunity_id = Uuid::from_u128(10).into()));
    assert!(!promise_reaches(|one| one.text = "A leaflet for pensioners".parse().unwrap()));
    assert!(!promise_reaches(|one| one.assumed = true));
}

/// A person's record has no field for sex, age, origin, health or belief; and none of what it has is
/// handed to the bridge, which knows people by their identifier alone.
#[test]
fn of_the_person_the_model_is_given_nothing() {
    let PersonFacts {
        key: _,
        name: _,
        email: _,
        phone: _,
        note: _,
        assumed: _,
        owner_id: _,
        team_id: _,
    } = PersonFacts::named("Dana".parse().unwrap());
    let DealRecords {
        interactions: _,
        commitments: _,
        ours: _,
        excluded: _,
        ordered_at: _,
        observed_until: _,
        completeness: _,
        parts_ended: _,
        earlier: _,
    } = DealRecords::default();
}

#[test]
fn of_somebody_excluded_nothing_is_gathered_and_of_the_others_the_same_as_before() {
    let mut together = meeting();
    together.participants.push(person(OTHER));
    let records = |excluded: &[PersonId]| DealRecords {
        interactions: vec![InteractionRecord {
            id: Uuid::from_u128(7).into(),
            key: None,
            facts: together.clone(),
        }],
        excluded: excluded.iter().copied().collect(),
        ..DealRecords::default()
    };
    let mut everybody = gather(&MODEL, &records(&[]), day("2026-03-01"));
    let but_one = gather(&MODEL, &records(&[person(THEY)]), day("2026-03-01"));
    assert!(everybody.remove(&person(THEY)).is_some());
    assert_eq!(but_one, everybody);
}
