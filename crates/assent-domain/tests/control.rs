//! What is going wrong in a deal: each alarm rings when it should, and is still when it should be.

use assent_domain::control::{AlarmKind, Norms, UsualStay, alarms};
use assent_domain::evidence::{CommitmentRecord, DealRecords, InteractionRecord};
use assent_domain::group::Part;
use assent_domain::ids::{OpportunityId, PersonId, StageId};
use assent_domain::interaction::{CommitmentFacts, Direction, InteractionFacts, SignFacts, Source};
use assent_domain::opportunity::BuyingRole;
use assent_domain::picture::{DealFacts, Picture, StageEntry};
use assent_domain::pipeline::BuyStage;
use assent_domain::time::Day;
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use uuid::Uuid;

const SELLER: u128 = 100;

fn person(n: u128) -> PersonId {
    Uuid::from_u128(n).into()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn deal_id() -> OpportunityId {
    Uuid::from_u128(999).into()
}

/// A deal that began on 1 January 2026.
struct Deal(DealFacts);

impl Deal {
    fn with(roles: &[BuyingRole]) -> Self {
        let part = |(n, role): (u128, &BuyingRole)| Part {
            person: person(n),
            role: *role,
            since: None,
            until: None,
        };
        let ours = [person(SELLER)].into();
        Self(DealFacts {
            records: DealRecords { ours, ..DealRecords::default() },
            parts: (1..).zip(roles).map(part).collect(),
            bonds: Vec::new(),
            opened_on: day("2026-01-01"),
            expected_close: None,
            stages: Vec::new(),
            closed_on: None,
        })
    }

    fn happened(mut self, at: &str, facts: InteractionFacts) -> Self {
        let id = Uuid::from_u128(1_000 + self.0.records.interactions.len() as u128).into();
        let facts = InteractionFacts { at: day(at).start(), ..facts };
        self.0.records.interactions.push(InteractionRecord { id, key: None, facts });
        self
    }

    /// They showed something, unasked and in their own words.
    fn showed(self, at: &str, who: u128, sign: &str) -> Self {
        let sign = SignFacts {
            person_id: person(who),
            kind: sign.parse().expect("a sign"),
            source: None,
            benefit: None,
        };
        let facts = InteractionFacts {
            direction: None,
            kind: "remark".parse().expect("a word"),
            result: None,
            participants: Vec::new(),
            signs: vec![sign],
            source: Source::CustomerWritten,
            ..called(who)
        };
        self.happened(at, facts)
    }

    fn promised(mut self, made: &str, due: &str, kept: Option<&str>) -> Self {
        let facts = CommitmentFacts {
            opportunity_id: deal_id(),
            by_id: person(SELLER),
            to_id: person(1),
            text: "Written summary".parse().expect("a line"),
            made_on: day(made),
            due: Some(day(due)),
            kept_on: kept.map(day),
            broken_on: None,
            withdrawn_on: None,
            assumed: false,
        };
        let id = Uuid::from_u128(2_000).into();
        self.0.records.commitments.push(CommitmentRecord { id, key: None, facts });
        self
    }

    fn at_stage(mut self, expects: BuyStage, since: &str) -> Self {
        self.0.stages.push(StageEntry { stage: stage(), expects, at: day(since).start() });
        self
    }

    fn rings(&self, kind: AlarmKind, on: &str) -> bool {
        self.rings_by(&Norms::default(), kind, on)
    }

    fn rings_by(&self, norms: &Norms, kind: AlarmKind, on: &str) -> bool {
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"));
        let picture = Picture::of(&model, model.control_prior(), &self.0, day(on));
        alarms(&picture, norms).iter().any(|alarm| alarm.kind == kind)
    }
}

fn stage() -> StageId {
    Uuid::from_u128(500).into()
}

fn called(who: u128) -> InteractionFacts {
    InteractionFacts {
        opportunity_id: deal_id(),
        kind: "call".parse().expect("a word"),
        direction: Some(Direction::Out),
        result: Some("no_answer".parse().expect("a word")),
        at: day("2026-01-01").start(),
        participants: vec![person(who)],
        through: Vec::new(),
        signs: Vec::new(),
        source: Source::SellerNote,
        words: None,
        by_id: Some(person(SELLER)),
        procedure_bound: false,
        assumed: false,
    }
}

const GROUP: [BuyingRole; 2] = [BuyingRole::DecisionMaker, BuyingRole::Evaluator];

#[test]
fn nobody_who_decides_is_known_a_month_on() {
    let without = Deal::with(&[BuyingRole::Evaluator]);
    let kind = AlarmKind::DecisionMakerUnknown;
    assert!(!without.rings(kind, "2026-01-31") && without.rings(kind, "2026-02-02"));
    assert!(!Deal::with(&GROUP).rings(kind, "2026-06-01"));
}

#[test]
fn who_decides_may_leave_and_a_month_is_given_from_then() {
    let mut deal = Deal::with(&GROUP);
    deal.0.parts[0].until = Some(day("2026-05-01"));
    let kind = AlarmKind::DecisionMakerUnknown;
    assert!(!deal.rings(kind, "2026-05-20") && deal.rings(kind, "2026-06-15"));
}

#[test]
fn a_deal_of_which_nobody_is_known_is_not_nagged_about() {
    assert!(!Deal::with(&[]).rings(AlarmKind::DecisionMakerUnknown, "2026-06-01"));
}

#[test]
fn all_signs_from_one_of_two_are_a_single_thread() {
    let days = ["2026-02-01", "2026-02-05", "2026-02-09", "2026-02-13", "2026-02-17"];
    let one = days.iter().fold(Deal::with(&GROUP), |deal, at| deal.showed(at, 2, "inbound_mail"));
    assert!(one.rings(AlarmKind::SingleThread, "2026-02-20"));
    let both = days.iter().fold(one, |deal, at| deal.showed(at, 1, "inbound_mail"));
    assert!(!both.rings(AlarmKind::SingleThread, "2026-02-20"));
}

#[test]
fn calls_that_nobody_answers_are_no_thread() {
    let days = ["2026-02-01", "2026-02-05", "2026-02-09", "2026-02-13", "2026-02-17"];
    let deal = days.iter().fold(Deal::with(&GROUP), |deal, at| deal.happened(at, called(2)));
    assert!(!deal.rings(AlarmKind::SingleThread, "2026-02-20"));
}

#[test]
fn a_promise_rings_from_the_day_after_it_was_due_until_it_is_kept() {
    let deal = Deal::with(&GROUP).promised("2026-02-01", "2026-02-10", Some("2026-02-14"));
    let rings = |on| deal.rings(AlarmKind::Overdue, on);
    assert_eq!(["2026-02-10", "2026-02-11", "2026-02-14"].map(rings), [false, true, false]);
}

#[test]
fn a_stay_is_too_long_by_what_is_usual_in_the_house() {
    let deal = Deal::with(&GROUP).at_stage(BuyStage::Aware, "2026-02-01");
    let usual = |ended| Norms {
        stays: [(stage(), UsualStay { days: 20.0, ended })].into(),
        ..Norms::default()
    };
    let rings = |norms: &Norms, on| deal.rings_by(norms, AlarmKind::TooLong, on);
    assert!(!rings(&usual(30), "2026-02-20") && rings(&usual(30), "2026-02-23"));
    assert!(!rings(&usual(3), "2026-06-01"), "three stays say nothing");
}

#[test]
fn a_day_that_has_gone_by_rings_whatever_the_buyers_think() {
    let mut deal = Deal::with(&GROUP);
    deal.0.expected_close = Some(day("2026-03-01"));
    assert!(deal.rings(AlarmKind::Slips, "2026-03-02"));
    // Nobody prefers us yet, and the day is near.
    assert!(deal.rings(AlarmKind::Slips, "2026-02-20"));
    deal.0.expected_close = Some(day("2028-03-01"));
    assert!(!deal.rings(AlarmKind::Slips, "2026-02-20"));
}

#[test]
fn told_to_stop_rings_until_they_let_us_in_again() {
    let stop = Deal::with(&GROUP).happened("2026-02-01", called(1)).showed(
        "2026-02-10",
        1,
        "told_us_to_stop",
    );
    assert!(stop.rings(AlarmKind::Turned, "2026-02-10"));
    assert!(stop.rings(AlarmKind::Turned, "2026-05-01"));
    let open = stop.showed("2026-05-02", 1, "meeting_requested");
    assert!(!open.rings(AlarmKind::Turned, "2026-05-03"));
}

#[test]
fn a_lost_deal_rings_no_more() {
    let mut deal = Deal::with(&[BuyingRole::Evaluator]).promised("2026-01-05", "2026-01-10", None);
    assert!(deal.rings(AlarmKind::Overdue, "2026-03-01"));
    deal.0.closed_on = Some(day("2026-02-15"));
    for kind in AlarmKind::ALL {
        assert!(!deal.rings(*kind, "2026-03-01"), "{kind}");
    }
}
