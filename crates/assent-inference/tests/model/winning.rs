//! The chance to win against the reference, and what it promises.

use assent_inference::{
    Attendance, Belief, Buyer, Circumstances, Counting, Group, Model, Observation, Phase,
    StateVector, What, WinReadOut, WinTermKind, read_win,
};
use proptest::prelude::*;
use rstest::rstest;
use serde::Deserialize;

use crate::decisions::{cases, close};
use crate::given::{MODEL, Story, start_of_seed, warm_person};
use crate::influence::{WrittenTie, any_group, roles, tie, ties};

fn stranger() -> &'static StateVector {
    MODEL.start(Phase::Buy)
}

/// Everybody's role in a deal of their own, alone.
fn alone(role: &str) -> Group {
    Group::new(&MODEL, &roles(&[role]), &[]).unwrap()
}

fn win(group: &Group, people: &[(&StateVector, usize)], counting: Counting) -> WinReadOut {
    let buyer = |member: usize| {
        let (state, days_heard) = people[member];
        Buyer { state, met: days_heard > 0, days_heard }
    };
    read_win(&MODEL, group, buyer, Circumstances::default(), counting)
}

#[test]
fn counting_repeatedly_the_chance_is_that_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        roles: Vec<String>,
        ties: Vec<WrittenTie>,
        seeds: Vec<u64>,
        known: Vec<usize>,
        overdue: usize,
        competitor: bool,
        p_win: f64,
    }
    for case in cases::<Case>("influence and win") {
        let group = Group::new(&MODEL, &roles(&case.roles), &ties(&case.ties)).unwrap();
        let states: Vec<StateVector> = case.seeds.iter().map(|seed| start_of_seed(*seed)).collect();
        let buyer = |member: usize| Buyer {
            state: &states[member],
            met: case.known.contains(&member),
            days_heard: 0,
        };
        let circumstances =
            Circumstances { overdue_promises: case.overdue, rival_preferred: case.competitor };
        let read = read_win(&MODEL, &group, buyer, circumstances, Counting::Repeatedly);
        close(&[read.probability()], &[case.p_win]);
    }
}

#[rstest]
#[case(Counting::Once)]
#[case(Counting::Repeatedly)]
fn no_evidence_gives_the_base_rate(#[case] counting: Counting) {
    let boss = tie(0, 1, "boss", 1.0);
    let group = Group::new(&MODEL, &roles(&["decision_maker", "user"]), &[boss]).unwrap();
    let read = win(&group, &[(stranger(), 0), (stranger(), 0)], counting);
    assert!((read.probability() - 0.25).abs() < 1e-12);
    assert_eq!((read.terms()[0].kind, read.terms().len()), (WinTermKind::Base, 1));
    let nobody = Group::new(&MODEL, &[], &[]).unwrap();
    assert!((win(&nobody, &[], counting).probability() - 0.25).abs() < 1e-12);
}

/// The chance of a lone person before and after an observation.
fn swing(group: &Group, story: &Story, with: &Story, counting: Counting) -> (f64, f64) {
    let day = with.observations.last().map_or(0.0, |last| last.at_days);
    let read = |story: &Story| {
        let people = [(story.until(day), story.history().days_heard(day))];
        win(group, &[(people[0].0.state(), people[0].1)], counting).probability()
    };
    (read(story), read(with))
}

#[rstest]
#[case::mended(Counting::Once, 0.0, 0.15)]
#[case::as_in_the_reference(Counting::Repeatedly, 0.45, 0.55)]
fn a_strangers_request_for_a_quote_is_no_won_deal(
    #[case] counting: Counting,
    #[case] least: f64,
    #[case] most: f64,
) {
    let asks = Story::buying().sign_from(0.0, "quote_requested", "customer_written");
    let (before, after) = swing(&alone("decision_maker"), &Story::buying(), &asks, counting);
    assert!((least..=most).contains(&(after - before)), "{before} to {after}");
}

/// What a procedure sends to everybody says that they know of us, and little more.
#[test]
fn an_invitation_to_tender_says_far_less_than_a_request_for_a_quote() {
    let swing_of = |sign: &str| {
        let asks = Story::buying().sign_from(0.0, sign, "customer_written");
        let group = alone("decision_maker");
        let (before, after) = swing(&group, &Story::buying(), &asks, Counting::Once);
        after - before
    };
    let (invited, asked) = (swing_of("invited_to_tender"), swing_of("quote_requested"));
    assert!(invited > 0.0 && invited < 0.3 * asked, "{invited} {asked}");
}

#[test]
fn many_who_are_convinced_win_and_many_who_refuse_lose() {
    let parts = roles(&["decision_maker", "budget_holder", "evaluator", "user"]);
    let group = Group::new(&MODEL, &parts, &[]).unwrap();
    let convinced = warm_person()
        .sign_from(45.0, "endorsement", "customer_written")
        .sign_from(50.0, "approval_given", "customer_written")
        .until(50.0);
    let won = win(&group, &[(convinced.state(), 12); 4], Counting::Once);
    assert!(won.probability() > 0.65, "{}", won.probability());
    let against = Story::buying().sign_from(0.0, "told_us_to_stop", "customer_written").until(0.0);
    let lost = win(&group, &[(against.state(), 12); 4], Counting::Once);
    assert!(lost.probability() < 0.15, "{}", lost.probability());
}

#[test]
fn one_who_can_say_no_and_stands_below_the_others_is_a_term() {
    let group = Group::new(&MODEL, &roles(&["decision_maker", "evaluator"]), &[]).unwrap();
    let (warm, cold) = (warm_person().until(41.0), Story::buying());
    let cold = (0..5).fold(cold, |cold, k| cold.reply(f64::from(4 * k), "call", "no_answer"));
    let cold = cold.until(20.0);
    let veto = |read: &WinReadOut| {
        let of = |kind| matches!(kind, WinTermKind::Veto { member: 0 });
        read.terms().iter().find(|term| of(term.kind)).map(|term| term.log_odds)
    };
    let refused = win(&group, &[(cold.state(), 5), (warm.state(), 5)], Counting::Once);
    assert!(veto(&refused).unwrap() < -0.02);
    let agreed = win(&group, &[(warm.state(), 5), (cold.state(), 5)], Counting::Once);
    assert_eq!(veto(&agreed), None);
    assert!(agreed.probability() > refused.probability());
}

#[test]
fn overdue_promises_and_rivals_are_terms() {
    let buyer = |_| Buyer { state: stranger(), met: false, days_heard: 0 };
    let with = |overdue_promises, rival_preferred| {
        let circumstances = Circumstances { overdue_promises, rival_preferred };
        read_win(&MODEL, &alone("user"), buyer, circumstances, Counting::Once).log_odds()
    };
    let none = with(0, false);
    close(&[with(2, false) - none, with(0, true) - none], &[-0.6, -0.5]);
}

#[test]
fn coverage_is_the_power_that_heeds_us() {
    let group = Group::new(&MODEL, &roles(&["decision_maker", "decision_maker"]), &[]).unwrap();
    let warm = warm_person().until(41.0);
    let heeds = warm.state().mass(heedful());
    let read = win(&group, &[(warm.state(), 5), (warm.state(), 0)], Counting::Once);
    assert!((read.coverage() - 0.5 * heeds).abs() < 1e-12);
}

fn heedful() -> assent_inference::StateSet {
    use assent_inference::{Factor, StateSet};
    Factor::ALL.iter().fold(StateSet::ALL, |all, factor| all & StateSet::levels(*factor, 2..))
}

#[test]
fn the_interval_is_wide_where_little_is_known_of_those_who_decide() {
    let group = alone("decision_maker");
    let (unsure, sure) = (
        warm_person().until(41.0),
        StateVector::certain(assent_inference::State::new(4, 4, 3).unwrap()),
    );
    let width = |state: &StateVector| {
        let read = win(&group, &[(state, 8)], Counting::Once);
        let (low, high) = read.interval();
        assert!(low < read.probability() && read.probability() < high);
        (read.spread(), high - low)
    };
    assert!(width(unsure.state()).0 > width(&sure).0);
    // Twenty deals do not tell a base rate of .25 from one of .15.
    let (low, high) = win(&group, &[(stranger(), 0)], Counting::Once).interval();
    assert!(low < 0.15 && high > 0.35, "{low} {high}");
}

/// Everything that may be heard of somebody who is buying.
fn all_news(model: &Model) -> Vec<What> {
    let signs = model.signs().filter(|(_, prior)| prior.phases.include(Phase::Buy));
    let signs = signs.flat_map(|(sign, _)| {
        let sources = model.sources().map(|(source, _)| source);
        sources.map(move |source| What::Sign { sign, source, through_benefit: false })
    });
    let source = model.source("system_record").unwrap();
    let actions = model.actions().filter(|(_, prior)| prior.phases.include(Phase::Buy));
    let replies = actions.flat_map(|(action, _)| model.replies(action).map(|(reply, _)| reply));
    let attendance = Attendance::Chosen;
    signs.chain(replies.map(|reply| What::Reply { reply, source, attendance })).collect()
}

/// A person heard of now and then, as gaps in days and positions in the list of news.
fn any_story() -> impl Strategy<Value = Story> {
    let news = all_news(&MODEL);
    let heard = proptest::collection::vec((0.0..40.0, 0..news.len()), 0..14);
    heard.prop_map(move |heard| {
        let mut day = 0.0;
        heard.into_iter().fold(Story::buying(), |story, (gap, which)| {
            day += gap;
            story.observe(day, news[which])
        })
    })
}

fn observed(belief: &Belief, day: f64, what: What) -> Belief {
    let mut belief = belief.clone();
    belief.observe(&MODEL, &Observation { at_days: day, what, label: 0 }, &mut ());
    belief
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_single_sign_moves_the_chance_by_more_than_fifteen_points(
        story in any_story(), gap in 0.0..30.0, of_others in 0..3_usize,
    ) {
        let day = story.observations.last().map_or(0.0, |last| last.at_days) + gap;
        let belief = story.until(day);
        let heard = story.history().days_heard(day);
        let warm = warm_person().until(41.0);
        // Alone, among friends, among strangers.
        let parts: &[&str] =
            if of_others == 0 { &["decision_maker"] } else { &["decision_maker", "evaluator"] };
        let group = Group::new(&MODEL, &roles(parts), &[]).unwrap();
        let other = if of_others == 1 { (warm.state(), 5) } else { (stranger(), 0) };
        let chance = |belief: &Belief, heard| {
            win(&group, &[(belief.state(), heard), other], Counting::Once).probability()
        };
        let before = chance(&belief, heard);
        for news in all_news(&MODEL) {
            let mut more = story.clone();
            more.observations.push(Observation { at_days: day, what: news, label: 0 });
            let after =
                chance(&observed(&belief, day, news), more.history().days_heard(day));
            prop_assert!((after - before).abs() <= 0.15, "{before} to {after} by {news:?}");
        }
    }
}

proptest! {
    #[test]
    fn the_terms_add_up_exactly(
        group in any_group(), seeds in proptest::collection::vec(0..500_u64, 8),
        heard in proptest::collection::vec(0..20_usize, 8), overdue_promises in 0..3_usize,
    ) {
        let states: Vec<StateVector> = seeds.iter().map(|seed| start_of_seed(*seed)).collect();
        let buyer = |member: usize| Buyer {
            state: &states[member],
            met: heard[member] > 3,
            days_heard: heard[member],
        };
        let circumstances = Circumstances { overdue_promises, rival_preferred: true };
        for counting in [Counting::Once, Counting::Repeatedly] {
            let read = read_win(&MODEL, &group, buyer, circumstances, counting);
            let sum: f64 = read.terms().iter().map(|term| term.log_odds).sum();
            prop_assert_eq!(sum, read.log_odds());
            prop_assert!(read.spread().is_finite() && (0.0..=1.0).contains(&read.coverage()));
        }
    }
}
