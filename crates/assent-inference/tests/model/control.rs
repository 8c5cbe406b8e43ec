//! Alarms: what raises them, what clears them, and since when.

use assent_inference::{
    Alarm, Bounds, Buyer, Circumstances, ClosingPace, Competition, ControlPrior, Counting,
    DEFAULT_PRIORS, Factor, FalseAlarms, Finding, GapReading, Group, Judged, Milestone, Model,
    Phase, Priors, Spell, Spells, Stage, StageDistribution, State, StateSet, StateVector, What,
    avoided, blocked, gap_alarms, gap_reading, overdue, raised, read_win, silent, single_thread,
    slipping, too_long, turned, unconfirmed, unknown_decision_maker,
};
use proptest::prelude::*;
use rstest::rstest;

use crate::given::{MODEL, Story, warm_person};
use crate::influence::roles;

fn limits() -> &'static ControlPrior {
    MODEL.control_prior()
}

fn surely(levels: [usize; 3]) -> StageDistribution {
    let [c, p, b] = levels;
    StateVector::certain(State::new(c, p, b).unwrap()).stages(Phase::Buy)
}

fn judged<'a>(role: &str, stages: &'a StageDistribution) -> Judged<'a> {
    let role = MODEL.role(role).unwrap();
    Judged { stages, role, power: 0.5, endorsed_days_ago: None, approved_days_ago: None }
}

fn reading(recorded: Stage, buyers: &[Judged<'_>]) -> GapReading {
    gap_reading(&MODEL, limits(), recorded, buyers).unwrap()
}

#[test]
fn a_flag_goes_up_and_down_once_and_not_in_between() {
    let bounds = Bounds { on: 0.8, off: 0.5 };
    let curve = |values: &[f64]| -> Vec<(f64, f64)> {
        (0..).map(f64::from).zip(values.iter().copied()).collect()
    };
    let up = |values| raised(bounds, &curve(values));
    assert_eq!(up(&[0.7, 0.81, 0.6, 0.9, 0.51]), Some(1.0));
    assert_eq!(up(&[0.7, 0.81, 0.49, 0.7]), None);
    assert_eq!(up(&[0.9, 0.4, 0.85]), Some(2.0));
    assert_eq!(up(&[]), None);
}

#[test]
fn one_who_can_say_no_counts_for_more_than_all_who_cannot() {
    let (cold, warm) = (surely([1, 2, 1]), surely([4, 4, 4]));
    let buyers = [judged("evaluator", &warm), judged("decision_maker", &cold)];
    let found = reading(Stage::Committed, &buyers);
    assert_eq!((found.ahead, found.behind, found.judged_on), (1.0, 0.0, Some(1)));
    // Of those who cannot, half has got there.
    let found = reading(Stage::Committed, &[judged("evaluator", &warm), judged("user", &cold)]);
    assert_eq!((found.ahead, found.judged_on), (0.5, None));
    let buyers = [judged("decision_maker", &warm)];
    assert_eq!(reading(Stage::Aware, &buyers).behind, 1.0);
    assert_eq!(gap_reading(&MODEL, limits(), Stage::Aware, &[]), None);
}

/// Fault (c) of the reference: its flag stayed up for want of talk although all had agreed.
#[test]
fn a_written_endorsement_and_a_released_budget_clear_the_flag() {
    let idle = surely([3, 3, 1]);
    let plain = [judged("decision_maker", &idle), judged("budget_holder", &idle)];
    assert_eq!(reading(Stage::Committed, &plain).ahead, 1.0);
    let mut settled = plain;
    settled[0].endorsed_days_ago = Some(30.0);
    assert_eq!(reading(Stage::Committed, &settled).judged_on, Some(1));
    settled[1].approved_days_ago = Some(30.0);
    assert!(reading(Stage::Committed, &settled).ahead < 0.06);
    // A year later half of it has lapsed.
    settled[0].endorsed_days_ago = Some(365.0);
    assert!((reading(Stage::Committed, &settled).ahead - 0.5).abs() < 1e-12);
    let alarms = |settled: &[Judged<'_>]| {
        let days = [(1.0, &plain[..]), (8.0, settled)];
        let days = days.map(|(day, buyers)| (day, reading(Stage::Committed, buyers)));
        gap_alarms(limits(), &days)
    };
    settled[0].endorsed_days_ago = Some(0.0);
    assert_eq!(alarms(&settled), []);
    let finding = Finding::AheadOfBuyers { probability: 1.0, judged_on: Some(1) };
    assert_eq!(alarms(&plain), [Alarm { finding, since_days: 1.0 }]);
}

#[test]
fn who_is_blocked_is_behind_whatever_was_agreed() {
    let against = surely([4, 0, 2]);
    let mut boss = judged("decision_maker", &against);
    boss.endorsed_days_ago = Some(1.0);
    assert_eq!(reading(Stage::Interested, &[boss]).ahead, 1.0);
}

#[test]
fn a_budget_holder_is_asked_for_the_money_and_not_for_the_concept() {
    let uninterested = surely([1, 2, 1]);
    let holder = judged("budget_holder", &uninterested);
    assert_eq!(reading(Stage::Preferring, &[holder]).ahead, 0.0);
    assert_eq!(reading(Stage::Committed, &[holder]).ahead, 1.0);
}

#[test]
fn a_milestone_counts_from_their_own_words_and_until_a_turn() {
    let told = warm_person().sign_from(50.0, "endorsement", "customer_written").sign_from(
        60.0,
        "endorsement",
        "seller_note",
    );
    let endorsed = |story: &Story, until| {
        story.history().last_milestone(&MODEL, Milestone::Endorsement, until)
    };
    assert_eq!((endorsed(&told, 49.0), endorsed(&told, 70.0)), (None, Some(50.0)));
    let turned = told.sign_from(80.0, "told_us_to_stop", "customer_written");
    assert_eq!(endorsed(&turned, 90.0), None);
    assert_eq!(turned.history().last_milestone(&MODEL, Milestone::Approval, 90.0), None);
}

#[rstest]
#[case::most_from_one(&[1, 1, 1, 2, 1, 1], Some((1, 5.0 / 6.0)))]
#[case::two_threads(&[1, 2, 1, 2, 1, 1], None)]
#[case::too_few_to_say(&[1, 1, 1, 1], None)]
fn a_deal_that_hangs_on_one_person_is_found(
    #[case] members: &[usize],
    #[case] expected: Option<(usize, f64)>,
) {
    let signs: Vec<(f64, usize)> =
        (0..).map(f64::from).zip(members).map(|(day, member)| (day, *member)).collect();
    let found = single_thread(limits(), &signs, 10.0).map(|alarm| match alarm.finding {
        Finding::SingleThread { member, share, .. } => (member, share),
        other => panic!("{other:?}"),
    });
    assert_eq!(found, expected);
}

#[test]
fn a_single_thread_dates_from_when_the_other_fell_silent() {
    let others = (0..4).map(|k| (f64::from(k), 2));
    let signs: Vec<(f64, usize)> =
        others.chain((0..8).map(|k| (50.0 + 5.0 * f64::from(k), 1))).collect();
    // Eight of twelve until the first sign of the other falls out of the ninety days; then of eleven.
    let found = single_thread(limits(), &signs, 95.0).unwrap();
    assert_eq!(found.since_days, 90.0);
    assert_eq!(single_thread(limits(), &signs, 89.0), None);
    assert_eq!(single_thread(limits(), &signs, 300.0), None);
}

#[test]
fn a_deal_may_not_go_on_for_long_without_somebody_who_decides() {
    let group = |part| Group::new(&MODEL, &roles(&[part]), &[]).unwrap();
    let alarm = |part, now| unknown_decision_maker(&MODEL, limits(), &group(part), 5.0, now);
    let finding = Finding::DecisionMakerUnknown { days: 31.0 };
    assert_eq!(alarm("user", 36.0), Some(Alarm { finding, since_days: 35.0 }));
    assert_eq!((alarm("user", 35.0), alarm("budget_holder", 36.0)), (None, None));
}

#[test]
fn silence_is_an_alarm_once_chance_does_not_explain_it() {
    // One sign in twenty days: three times that is the limit of one in twenty.
    let limit = 20.0 * 20.0_f64.ln();
    assert_eq!(silent(limits(), 0.05, 10.0, 10.0 + limit - 0.1), None);
    let found = silent(limits(), 0.05, 10.0, 10.0 + limit + 5.0).unwrap();
    assert!((found.since_days - (10.0 + limit)).abs() < 1e-9);
    assert_eq!(silent(limits(), 0.0, 0.0, 1e4), None);
}

#[test]
fn a_stay_is_too_long_when_most_were_over_by_then() {
    let stays = |ended: usize| {
        let spell =
            |k: usize| Spell { days: 10.0 * (k + 1) as f64, end: (k < ended).then_some(()) };
        Spells::new((0..10).map(spell).collect()).unwrap()
    };
    let alarm = |ended, now| too_long(limits(), &stays(ended), 100.0, now);
    let finding = Finding::TooLong { days: 81.0, usual_days: 80.0, ended: 10 };
    assert_eq!(alarm(10, 181.0), Some(Alarm { finding, since_days: 180.0 }));
    assert_eq!((alarm(10, 180.0), alarm(7, 1000.0)), (None, None));
}

#[test]
fn a_promise_is_overdue_the_day_after() {
    assert_eq!(overdue(10.0, 10.9), None);
    let finding = Finding::Overdue { days: 3.0 };
    assert_eq!(overdue(10.0, 13.0), Some(Alarm { finding, since_days: 11.0 }));
}

#[test]
fn a_deal_slips_that_will_hardly_end_in_time() {
    let state = MODEL.start(Phase::Buy);
    let group = Group::new(&MODEL, &roles(&["user"]), &[]).unwrap();
    let buyer = |_| Buyer { state, met: false, days_heard: 0 };
    let win = read_win(&MODEL, &group, buyer, Circumstances::default(), Counting::Once);
    let pace = ClosingPace::new(&MODEL, &Spells::new(Vec::new()).unwrap());
    let deal = Competition::new(&pace, &win, 40.0);
    // Half ends in 120 days; three in ten end in 62.
    assert_eq!(slipping(limits(), &deal, 64.0, 0.0), None);
    assert!(slipping(limits(), &deal, 60.0, 0.0).is_some());
    let late = slipping(limits(), &deal, 10.0, 15.0).unwrap();
    assert_eq!(late.finding, Finding::Slips { chance: 0.0, days_left: -5.0 });
    assert_eq!(late.since_days, 10.0);
}

#[test]
fn an_open_no_is_an_alarm_however_warm_they_were() {
    let stop = warm_person().sign_from(45.0, "told_us_to_stop", "customer_written");
    let belief = stop.until(45.0);
    assert!(belief.state().mass(StateSet::avoids_us()) < limits().avoids.on);
    let found = turned(&MODEL, &stop.history(), 60.0).unwrap();
    assert_eq!(found.since_days, 45.0);
    assert_eq!(turned(&MODEL, &stop.history(), 44.0), None);
    let calls = stop.clone().sign(70.0, "inbound_call");
    assert_eq!(turned(&MODEL, &calls.history(), 70.0), None);
    let ordered = stop.observe(80.0, What::PhaseSwitch(Phase::Use));
    assert_eq!(turned(&MODEL, &ordered.history(), 90.0), None);
}

#[test]
fn avoidance_and_a_block_date_from_the_day_they_passed_the_limit() {
    let calls =
        (0..9).fold(Story::buying(), |story, k| story.reply(f64::from(3 * k), "call", "no_answer"));
    let curve: Vec<(f64, f64)> = (0..30)
        .map(f64::from)
        .map(|day| {
            let mut told = calls.clone();
            told.observations.retain(|one| one.at_days <= day);
            (day, told.until(day).state().mass(StateSet::avoids_us()))
        })
        .collect();
    let found = avoided(limits(), &curve).unwrap();
    let first = curve.iter().find(|(_, p)| *p > 0.6).unwrap().0;
    assert_eq!(found.since_days, first);
    assert_eq!(blocked(limits(), &curve[..2]), None);
}

#[test]
fn value_that_nobody_confirms_is_asked_of_those_with_power() {
    let curve: Vec<(f64, f64)> = (0..20).map(|week| (7.0 * f64::from(week), 0.2)).collect();
    let asked = |role, curve: &[(f64, f64)]| {
        unconfirmed(&MODEL, limits(), MODEL.role(role).unwrap(), 0.0, curve)
    };
    let finding = Finding::Unconfirmed { days: 133.0, probability: 0.2 };
    assert_eq!(asked("decision_maker", &curve).unwrap().since_days, 91.0);
    let Finding::Unconfirmed { days, probability } =
        asked("decision_maker", &curve).unwrap().finding
    else {
        panic!("another finding");
    };
    assert!(matches!(finding, Finding::Unconfirmed { days: d, .. } if d == days));
    assert!((probability - 0.2).abs() < 1e-12);
    assert_eq!((asked("user", &curve), asked("decision_maker", &curve[..13])), (None, None));
    let satisfied = MODEL.start(Phase::Use).mass(StateSet::levels(Factor::Psychology, 3..));
    assert!(satisfied > limits().value.chance, "nobody is unsatisfied by default");
}

#[test]
fn what_was_measured_holds_for_the_shipped_priors_and_limits_only() {
    let finding = Finding::Avoided { probability: 0.7 };
    let FalseAlarms::Simulated { per_year, true_share } = finding.false_alarms(&MODEL, limits())
    else {
        panic!("avoidance was measured");
    };
    assert!(per_year > 0.0 && (0.5..1.0).contains(&true_share));

    let mut own = limits().clone();
    own.avoids.on = 0.9;
    assert_eq!(finding.false_alarms(&MODEL, &own), FalseAlarms::Unmeasured);
    // The limit of another alarm does not matter.
    let silence = Finding::Silent { days: 40.0, chance: 0.01 };
    assert_eq!(silence.false_alarms(&MODEL, &own), silence.false_alarms(&MODEL, limits()));
    let other = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap().with_half_lives_times(2.0));
    assert_eq!(silence.false_alarms(&other, other.control_prior()), FalseAlarms::Unmeasured);
}

#[test]
fn a_chart_is_exact_and_a_record_is_a_fact() {
    let stalled =
        Finding::Stalled { value: 3.0, limit: 2.5, signs_per_day: 0.1, false_alarms_per_year: 2.0 };
    let exact = stalled.false_alarms(&MODEL, limits());
    assert_eq!(exact, FalseAlarms::Exact { per_year: 2.0 });
    let overdue = Finding::Overdue { days: 3.0 };
    assert_eq!(overdue.false_alarms(&MODEL, limits()), FalseAlarms::Fact);
    let slips = Finding::Slips { chance: 0.1, days_left: 20.0 };
    assert_eq!(slips.false_alarms(&MODEL, limits()), FalseAlarms::Unmeasured);
}

proptest! {
    #[test]
    fn milestones_only_ever_narrow_the_gap(
        levels in proptest::array::uniform3(0..5_usize), days in 0.0..2000.0, which in 0..7_usize,
    ) {
        let stages = surely(levels);
        let recorded = Phase::Buy.stages()[which];
        for role in ["decision_maker", "budget_holder", "user"] {
            let plain = judged(role, &stages);
            let settled =
                Judged { endorsed_days_ago: Some(days), approved_days_ago: Some(days), ..plain };
            let [plain, settled] = [plain, settled].map(|one| reading(recorded, &[one]));
            prop_assert!(settled.ahead <= plain.ahead + 1e-12);
            prop_assert!((0.0..=1.0).contains(&settled.ahead));
            prop_assert!(settled.ahead + settled.behind <= 1.0 + 1e-12 || role == "budget_holder");
        }
    }
}
