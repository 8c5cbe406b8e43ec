//! A renewal: buying begins again where use has brought its people, and not with strangers.

use assent_domain::account::{AccountStart, Target, account};
use assent_domain::estimate::{curve, estimate};
use assent_domain::evidence::{
    DealRecords, EarlierDeal, InteractionRecord, PersonEvidence, gather,
};
use assent_domain::ids::PersonId;
use assent_domain::interaction::{InteractionFacts, SignFacts, Source};
use assent_domain::reading::PhaseWord;
use assent_domain::time::Day;
use assent_inference::{DEFAULT_PRIORS, Factor, Model, Priors, Stage};
use uuid::Uuid;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn buyer() -> PersonId {
    Uuid::from_u128(1).into()
}

fn showed(n: u128, at: &str, sign: &str) -> InteractionRecord {
    let sign = SignFacts {
        person_id: buyer(),
        kind: sign.parse().expect("a sign"),
        source: None,
        benefit: None,
    };
    let facts = InteractionFacts {
        opportunity_id: Uuid::from_u128(9).into(),
        kind: "remark".parse().expect("a word"),
        direction: None,
        result: None,
        at: day(at).start(),
        participants: Vec::new(),
        through: Vec::new(),
        signs: vec![sign],
        source: Source::CustomerWritten,
        words: None,
        by_id: None,
        procedure_bound: false,
        assumed: false,
    };
    InteractionRecord { id: Uuid::from_u128(n).into(), key: None, facts }
}

/// Bought in March, uses it since, and says that it is worth it.
fn satisfied() -> Vec<InteractionRecord> {
    vec![
        showed(2, "2026-02-01", "concept_accepted"),
        showed(3, "2026-03-01", "contract_signed"),
        showed(4, "2026-06-01", "benefit_confirmed"),
        showed(5, "2026-09-01", "benefit_confirmed"),
    ]
}

fn renewal(own: Vec<InteractionRecord>) -> DealRecords {
    let earlier = EarlierDeal {
        interactions: satisfied(),
        commitments: Vec::new(),
        ordered_at: Some(day("2026-03-01").start()),
        renewed_at: day("2026-10-01").start(),
    };
    DealRecords { interactions: own, earlier: vec![earlier], ..DealRecords::default() }
}

fn evidence(model: &Model, records: &DealRecords, at: &str) -> PersonEvidence {
    gather(model, records, day(at)).remove(&buyer()).expect("dealt with")
}

fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"))
}

#[test]
fn a_renewal_begins_where_its_people_stand_and_not_with_strangers() {
    let model = model();
    let renewing = evidence(&model, &renewal(Vec::new()), "2026-10-02");
    let reading = estimate(&model, &renewing).reading;
    assert_eq!(reading.phase, PhaseWord::Buy);
    let using = DealRecords {
        interactions: satisfied(),
        ordered_at: Some(day("2026-03-01").start()),
        ..DealRecords::default()
    };
    let before = estimate(&model, &evidence(&model, &using, "2026-09-30")).reading;
    for (renewed, used) in [
        (&reading.factors.C, &before.factors.C),
        (&reading.factors.P, &before.factors.P),
        (&reading.factors.B, &before.factors.B),
    ] {
        // Each level is kept but for a small share that leaks, and two days of quiet.
        let distance: f64 = renewed.iter().zip(used).map(|(one, other)| (one - other).abs()).sum();
        assert!(distance < 0.1, "{renewed:?} {used:?}");
    }
    let stranger = model.start(assent_inference::Phase::Buy).marginal(Factor::Psychology);
    assert!(reading.factors.P[4] > 2.0 * stranger[4], "{:?}", reading.factors.P);
}

#[test]
fn the_account_of_a_renewal_begins_with_it_and_adds_up() {
    let model = model();
    let asked = renewal(vec![showed(6, "2026-10-20", "quote_requested")]);
    let evidence = evidence(&model, &asked, "2026-11-01");
    let account = account(&model, &evidence, Target::StageOrFurther(Stage::Evaluating));
    assert_eq!(account.start, AccountStart::Renewal);
    let lines: Vec<Option<&str>> =
        account.lines.iter().map(|line| line.title.sign.as_deref()).collect();
    assert_eq!(lines, [Some("quote_requested")]);
    let sum = account.start_points + account.lines[0].points + account.quiet_points;
    assert!((sum - account.total_points).abs() < 1e-9);
    let first = curve(&model, &evidence).first().map(|(day, _)| *day);
    assert_eq!(first, Some(day("2026-10-01")));
}

#[test]
fn after_its_own_order_the_renewal_is_in_use_again() {
    let model = model();
    let records = DealRecords {
        ordered_at: Some(day("2026-11-01").start()),
        ..renewal(vec![showed(6, "2026-10-20", "quote_requested")])
    };
    let evidence = evidence(&model, &records, "2026-12-01");
    assert_eq!(estimate(&model, &evidence).reading.phase, PhaseWord::Use);
    let buying = evidence.while_buying().expect("they bought again");
    let account = account(&model, &buying, Target::StageOrFurther(Stage::Evaluating));
    assert_eq!((account.start, account.lines.len()), (AccountStart::Renewal, 1));
}
