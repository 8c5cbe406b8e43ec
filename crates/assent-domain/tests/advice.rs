//! Advice: what is proposed to whom, what is closed and why, what is owed.

use std::collections::BTreeMap;

use assent_domain::advice::{
    Advice, Attempts, ClosedWord, DismissalReason, Dismissed, DutyKind, Fit, Measure, ReasonWord,
    WayIn, advise, menu,
};
use assent_domain::benefit::matrix;
use assent_domain::evidence::{CommitmentRecord, DealRecords, InteractionRecord};
use assent_domain::group::Part;
use assent_domain::ids::PersonId;
use assent_domain::interaction::{CommitmentFacts, Direction, InteractionFacts, SignFacts, Source};
use assent_domain::money::Money;
use assent_domain::opportunity::BuyingRole;
use assent_domain::picture::{DealFacts, Picture};
use assent_domain::time::Day;
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use uuid::Uuid;

const SELLER: u128 = 100;
const TODAY: &str = "2026-03-02";

fn person(n: u128) -> PersonId {
    Uuid::from_u128(n).into()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors"))
}

/// A deal of a decision maker (1), an evaluator (2) and a user (3), begun on 1 January.
struct Deal(DealFacts);

impl Deal {
    fn new() -> Self {
        let roles = [BuyingRole::DecisionMaker, BuyingRole::Evaluator, BuyingRole::User];
        let part = |(n, role)| Part { person: person(n), role, since: None, until: None };
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

    fn did(self, at: &str, who: u128, kind: &str, result: Option<&str>) -> Self {
        let facts = InteractionFacts {
            kind: kind.parse().expect("a word"),
            result: result.map(|word| word.parse().expect("a word")),
            participants: vec![person(who)],
            ..deed()
        };
        self.happened(at, facts)
    }

    fn showed(self, at: &str, who: u128, sign: &str) -> Self {
        let kind = sign.parse().expect("a sign");
        let sign = SignFacts { person_id: person(who), kind, source: None, benefit: None };
        let facts = InteractionFacts {
            direction: None,
            kind: "remark".parse().expect("a word"),
            signs: vec![sign],
            source: Source::CustomerWritten,
            ..deed()
        };
        self.happened(at, facts)
    }

    fn promised(mut self, due: &str) -> Self {
        let facts = CommitmentFacts {
            opportunity_id: Uuid::from_u128(999).into(),
            by_id: person(SELLER),
            to_id: person(2),
            text: "A comparison".parse().expect("a line"),
            made_on: day("2026-02-01"),
            due: Some(day(due)),
            kept_on: None,
            broken_on: None,
            withdrawn_on: None,
            assumed: false,
        };
        let id = Uuid::from_u128(500).into();
        self.0.records.commitments.push(CommitmentRecord { id, key: None, facts });
        self
    }

    fn advice(&self, attempts: &Attempts) -> Advice {
        let model = model();
        let picture = Picture::of(&model, model.control_prior(), &self.0, day(TODAY));
        let points = matrix(&picture, &["Fewer stoppages".to_owned()]);
        let amount = Money { minor: 50_000_000, currency: "EUR".parse().expect("a currency") };
        advise(&picture, attempts, Some(&amount), &points)
    }

    /// Why an action towards somebody is closed.
    fn closed(&self, action: &str, who: u128, attempts: &Attempts) -> Option<ClosedWord> {
        let model = model();
        let picture = Picture::of(&model, model.control_prior(), &self.0, day(TODAY));
        let menu = menu(&picture, attempts, None, |_, _, _| true);
        let own = menu.choices.iter().find(|c| c.action == action && c.person == person(who));
        own.expect("every action is on the menu").closed.map(|closed| closed.word)
    }
}

fn deed() -> InteractionFacts {
    InteractionFacts {
        opportunity_id: Uuid::from_u128(999).into(),
        kind: "call".parse().expect("a word"),
        direction: Some(Direction::Out),
        result: None,
        at: day(TODAY).start(),
        participants: Vec::new(),
        through: Vec::new(),
        signs: Vec::new(),
        source: Source::SellerNote,
        words: None,
        by_id: None,
        procedure_bound: false,
        assumed: false,
    }
}

/// Met all three, and quoted nothing yet.
fn met() -> Deal {
    Deal::new()
        .did("2026-01-10", 1, "meeting", Some("held"))
        .did("2026-01-12", 2, "discovery", Some("held"))
        .did("2026-01-14", 3, "meeting", Some("held"))
}

#[test]
fn what_is_proposed_gains_and_the_best_comes_first() {
    let advice = met().advice(&Attempts::default());
    assert_eq!(advice.measure, Measure::Win);
    assert_eq!(advice.best.len(), 5);
    assert!(advice.best.iter().all(|one| one.gain > 0.0));
    assert!(advice.best.is_sorted_by(|one, next| one.score_hours >= next.score_hours));
    for one in &advice.best {
        let total: f64 = one.answers.iter().map(|answer| answer.p).sum();
        assert!((total - 1.0).abs() < 1e-9);
        let mean: f64 = one.answers.iter().map(|answer| answer.p * answer.after).sum();
        assert!((mean - advice.now - one.gain).abs() < 1e-9, "{mean} {}", one.gain);
        assert!(one.low <= one.high && !one.reasons.is_empty());
    }
    assert_eq!(advice.best[0].place, 1);
    assert!(advice.best.iter().any(|one| one.about.as_deref() == Some("Fewer stoppages")));
}

/// Within the tie share of the leader no order is claimed.
#[test]
fn near_equals_share_a_place() {
    let advice = met().advice(&Attempts::default());
    for pair in advice.best.windows(2) {
        let leader = advice.best.iter().find(|one| one.place == pair[1].place).expect("itself");
        let near = pair[1].score_hours >= 0.85 * leader.score_hours;
        assert!(near, "{} {}", pair[1].score_hours, leader.score_hours);
        assert_eq!(pair[0].place == pair[1].place, leader.score_hours >= pair[0].score_hours);
    }
}

#[test]
fn an_action_knows_whom_it_suits_and_what_must_have_happened() {
    let none = Attempts::default();
    assert_eq!(Deal::new().closed("demo", 1, &none), Some(ClosedWord::NotMet));
    assert_eq!(met().closed("demo", 1, &none), None);
    assert_eq!(met().closed("trial", 1, &none), Some(ClosedWord::NotTheirPart));
    assert_eq!(met().closed("trial", 3, &none), None);
    assert_eq!(met().closed("onboarding", 3, &none), Some(ClosedWord::OtherPhase));
    assert_eq!(met().closed("introduction", 1, &none), Some(ClosedWord::AlreadyMet));
    assert_eq!(Deal::new().closed("introduction", 1, &none), Some(ClosedWord::NoWay));
    let way = WayIn { through: vec![person(2)], chance: 0.4 };
    let ways = Attempts { ways: BTreeMap::from([(person(1), way)]), ..Attempts::default() };
    assert_eq!(Deal::new().closed("introduction", 1, &ways), None);
}

#[test]
fn a_declined_action_is_not_proposed_again_within_thirty_days_unless_they_moved() {
    let none = Attempts::default();
    let declined = met().did("2026-02-20", 2, "demo", Some("declined"));
    assert_eq!(declined.closed("demo", 2, &none), Some(ClosedWord::Declined));
    let long_ago = met().did("2026-01-20", 2, "demo", Some("declined"));
    assert_eq!(long_ago.closed("demo", 2, &none), None);
    let moved = declined
        .showed("2026-02-24", 2, "stated_criterion")
        .showed("2026-02-26", 2, "inbound_call")
        .showed("2026-02-28", 2, "meeting_requested")
        .showed("2026-03-01", 2, "quote_requested");
    assert_eq!(moved.closed("demo", 2, &none), None);
}

#[test]
fn whoever_told_us_to_stop_is_let_be_until_they_let_us_come_again() {
    let none = Attempts::default();
    let stopped = met().showed("2026-02-10", 1, "told_us_to_stop");
    assert_eq!(stopped.closed("call", 1, &none), Some(ClosedWord::ToldToStop));
    let again = stopped.did("2026-02-20", 1, "executive_meeting", Some("held"));
    assert_eq!(again.closed("call", 1, &none), None);
}

#[test]
fn calls_that_nobody_answers_are_advised_against() {
    let mut deal = Deal::new();
    for n in 0..8 {
        deal = deal.did(&format!("2026-02-{:02}", 2 * n + 1), 1, "call", Some("no_answer"));
    }
    let advice = deal.advice(&Attempts::default());
    let against = advice.against.expect("another call does harm");
    assert_eq!((against.action.as_str(), against.person_id), ("call", person(1)));
    assert!(against.gain < 0.0);
    assert!(
        advice.best.iter().all(|one| (one.action.as_str(), one.person_id) != ("call", person(1)))
    );
}

#[test]
fn what_was_put_away_stays_away_and_what_is_planned_is_not_proposed() {
    let first = &met().advice(&Attempts::default()).best[0];
    let put_away = |on: &str, reason| Attempts {
        dismissed: vec![Dismissed {
            action: first.action.clone(),
            person: first.person_id,
            on: day(on),
            reason,
        }],
        ..Attempts::default()
    };
    let who = first.person_id.uuid().as_u128();
    let closed = |attempts: &Attempts| met().closed(&first.action, who, attempts);
    assert_eq!(
        closed(&put_away("2026-02-01", DismissalReason::Other)),
        Some(ClosedWord::Dismissed)
    );
    assert_eq!(closed(&put_away("2025-11-01", DismissalReason::Other)), None);
    // Not now means not this week.
    assert_eq!(
        closed(&put_away("2026-02-28", DismissalReason::NotNow)),
        Some(ClosedWord::Dismissed)
    );
    assert_eq!(closed(&put_away("2026-02-20", DismissalReason::NotNow)), None);
    let planned =
        Attempts { planned: vec![(first.action.clone(), first.person_id)], ..Attempts::default() };
    assert_eq!(closed(&planned), Some(ClosedWord::Planned));
}

#[test]
fn what_a_house_finds_unsuited_counts_for_less() {
    let before = met().advice(&Attempts::default());
    let first = &before.best[0];
    let role = [BuyingRole::DecisionMaker, BuyingRole::Evaluator, BuyingRole::User]
        [first.person_id.uuid().as_u128() as usize - 1];
    let fit = BTreeMap::from([((first.action.clone(), role), Fit { taken_up: 0, unsuited: 12 })]);
    let after = met().advice(&Attempts { fit, ..Attempts::default() });
    let same = after
        .best
        .iter()
        .find(|one| one.action == first.action && one.person_id == first.person_id);
    assert!(same.is_none_or(|one| one.gain < 0.3 * first.gain));
    assert_eq!(Fit { taken_up: 9, unsuited: 0 }.weight(), 1.0);
}

#[test]
fn attempts_without_an_answer_are_a_reason_until_they_come_by_themselves() {
    let unanswered = |deal: Deal| {
        let best = deal.advice(&Attempts::default()).best;
        let theirs = best.into_iter().filter(|one| one.person_id == person(1));
        let reasons = theirs.flat_map(|one| one.reasons);
        reasons.filter(|one| one.word == ReasonWord::Unanswered).filter_map(|one| one.count).max()
    };
    let called = |deal: Deal| {
        let calls = ["2026-02-20", "2026-02-22", "2026-02-24"];
        calls.into_iter().fold(deal, |deal, at| deal.did(at, 1, "call", Some("no_answer")))
    };
    assert_eq!(unanswered(called(met())), Some(3));
    assert_eq!(unanswered(called(met()).showed("2026-02-26", 1, "inbound_mail")), None);
}

#[test]
fn an_open_complaint_and_a_promise_due_stand_above_the_list() {
    let deal = met().promised("2026-03-01").showed("2026-02-25", 3, "quote_requested");
    let duties = deal.advice(&Attempts::default()).duties;
    let kinds: Vec<(DutyKind, PersonId)> =
        duties.iter().map(|one| (one.kind, one.person_id)).collect();
    assert_eq!(kinds, [(DutyKind::Promise, person(2)), (DutyKind::Asked, person(3))]);
    assert_eq!(duties[1].action.as_deref(), Some("send_quote"));
    let answered = deal.did("2026-02-28", 3, "send_quote", None).advice(&Attempts::default());
    assert_eq!(answered.duties.len(), 1);
    assert!(met().promised("2026-04-01").advice(&Attempts::default()).duties.is_empty());
}

#[test]
fn what_is_due_is_owed_before_what_was_asked_and_what_has_time_left_after_it() {
    let kinds = |deal: Deal| {
        let duties = deal.advice(&Attempts::default()).duties;
        duties.iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    let mut deal = met();
    deal.0.records.ordered_at = Some(day("2026-02-01").start());
    let asked =
        deal.showed("2026-02-20", 3, "complaint").showed("2026-02-25", 2, "meeting_requested");
    let order = [DutyKind::Promise, DutyKind::Complaint, DutyKind::Asked];
    assert_eq!(kinds(asked.promised(TODAY)), order);

    let soon = met().showed("2026-02-25", 2, "meeting_requested").promised("2026-03-04");
    assert_eq!(kinds(soon), [DutyKind::Asked, DutyKind::Promise]);
}

#[test]
fn in_use_a_complaint_is_owed_until_something_was_done_about_it() {
    let mut deal = met();
    deal.0.records.ordered_at = Some(day("2026-02-01").start());
    let complained = deal.showed("2026-02-20", 3, "complaint");
    let advice = complained.advice(&Attempts::default());
    assert_eq!(advice.measure, Measure::Use);
    assert_eq!(advice.duties[0].kind, DutyKind::Complaint);
    let settled = complained.did("2026-02-25", 3, "resolve_complaint", Some("satisfied"));
    assert!(settled.advice(&Attempts::default()).duties.is_empty());
}

#[test]
fn whom_to_ask_what_is_asked_of_those_met_and_most_telling_first() {
    let advice = met().advice(&Attempts::default());
    assert!(!advice.ask.is_empty() && advice.ask.len() <= 3);
    assert!(advice.ask.is_sorted_by(|one, next| one.bits >= next.bits));
    assert!(Deal::new().advice(&Attempts::default()).ask.is_empty(), "nobody has been met");
    let mut nobody_decides = met();
    nobody_decides.0.parts[0].role = BuyingRole::Influencer;
    assert_eq!(nobody_decides.advice(&Attempts::default()).ask[0].topic, "who_decides");
}

#[test]
fn of_somebody_excluded_nothing_is_advised() {
    let mut deal = met();
    deal.0.records.excluded.insert(person(2));
    let advice = deal.advice(&Attempts::default());
    let spoken_of = |one: PersonId| {
        advice.best.iter().any(|s| s.person_id == one)
            || advice.ask.iter().any(|a| a.person_id == one)
    };
    assert!(!spoken_of(person(2)) && spoken_of(person(1)));
}
