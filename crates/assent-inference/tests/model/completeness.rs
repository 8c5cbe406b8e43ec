//! How completely a seller records, read off the seller's dealings.

use assent_inference::{
    Channel, Completeness, CompletenessEstimate, Dealing, History, Phase, Plan, Share, Start,
    estimate_completeness, simulate,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use rstest::rstest;

use crate::given::{MODEL, Story, completeness, defaults};

/// Dealings of the usual effort, of which a seller records this much.
fn dealings(kept: Completeness, count: usize, source: &str) -> Vec<Dealing> {
    let mut rng = StdRng::seed_from_u64(4);
    let source = MODEL.source(source).unwrap();
    // The estimate must not look at what the start says.
    let told = Start { phase: Phase::Buy, at_days: 0.0, completeness: completeness(0.9) };
    let mut one = || {
        let until_days = f64::from(rng.random_range(30..240));
        let plan = Plan::of_usual_effort(&MODEL, until_days, source, &mut rng);
        let start = Start { completeness: kept, ..told };
        let history = simulate(&MODEL, &start, &plan, &mut rng).history;
        Dealing { start: told, history, until_days }
    };
    (0..count).map(|_| one()).collect()
}

fn logs_little() -> Completeness {
    [(Channel::Written, 0.1), (Channel::Spoken, 0.1), (Channel::Contact, 0.3)]
        .into_iter()
        .fold(defaults(), |all, (channel, share)| all.with(channel, Share::new(share).unwrap()))
}

fn found(estimate: &CompletenessEstimate, channel: Channel) -> [f64; 3] {
    let one = estimate.channels[channel as usize];
    assert_eq!(one.channel, channel);
    [one.low, one.share, one.high].map(Share::get)
}

#[test]
fn two_hundred_dealings_tell_how_much_a_seller_records() {
    let estimate = estimate_completeness(&MODEL, &dealings(logs_little(), 200, "seller_note"));
    // Of milestones there are too few; see docs/statistics/simulation.md.
    for channel in [Channel::Written, Channel::Spoken, Channel::Contact, Channel::Reply] {
        let truth = logs_little().share(channel).get();
        let [low, share, high] = found(&estimate, channel);
        assert!((share - truth).abs() < 0.1, "{channel:?}: {share} instead of {truth}");
        assert!(low < share && share < high && high - low < 0.15, "{channel:?}: {low} to {high}");
    }
}

#[test]
fn the_climb_never_goes_down() {
    let estimate = estimate_completeness(&MODEL, &dealings(logs_little(), 20, "seller_note"));
    assert!(estimate.climb.is_sorted(), "{:?}", estimate.climb);
    assert!(estimate.climb.len() > 5 && estimate.climb[5] > estimate.climb[0]);
}

#[test]
fn whoever_wrote_it_down_it_was_written_down() {
    let [own, hearsay] = ["customer_written", "third_party"]
        .map(|source| estimate_completeness(&MODEL, &dealings(defaults(), 10, source)));
    assert_eq!(own, hearsay);
}

/// The prior of a share has its mode at the shipped one and falls by half the 80 % quantile of χ²,
/// .8212, at the ends of the interval.
#[test]
fn without_dealings_the_shipped_shares_stand_with_wide_intervals() {
    let estimate = estimate_completeness(&MODEL, &[]);
    for channel in Channel::ALL {
        let shipped = defaults().share(channel).get();
        let [low, share, high] = found(&estimate, channel);
        assert!((share - shipped).abs() < 0.005, "{channel:?}: {share}");
        let log = |x: f64| 4.0 * (shipped * x.ln() + (1.0 - shipped) * (1.0 - x).ln());
        for end in [low, high] {
            // The upper border, .999, comes before some ends.
            if end < 0.9985 {
                let drop = log(share) - log(end);
                assert!((drop - 0.8212).abs() < 0.05, "{channel:?}: {drop} at {end}");
            }
        }
    }
}

/// A quiet year of somebody who was asked for nothing says that little is written down, and nothing
/// about answers.
#[test]
fn silence_speaks_of_the_channels_that_were_awaited() {
    let quiet =
        Dealing { start: Story::buying().start, history: History::default(), until_days: 365.0 };
    let estimate = estimate_completeness(&MODEL, &vec![quiet; 20]);
    assert!(found(&estimate, Channel::Written)[1] < 0.1);
    let [low, share, high] = found(&estimate, Channel::Reply);
    assert!((share - 0.8).abs() < 0.01 && high - low > 0.3, "{low} to {high}");
}

#[rstest]
#[case::mails_of_a_day_are_one_conversation(
    Story::buying().sign(3.1, "inbound_mail").sign(3.2, "inbound_mail").sign(4.1, "inbound_mail"),
    Channel::Written, 2)]
#[case::what_comes_once_is_awaited_once(
    Story::buying().sign(3.0, "quote_requested").sign(30.0, "quote_requested"),
    Channel::Milestone, 1)]
#[case::what_is_said_counts_in_a_recorded_contact(
    Story::buying().sign(3.0, "stated_problem").reply(3.0, "meeting", "held")
        .sign(9.0, "stated_criterion"),
    Channel::Contact, 1)]
#[case::an_answer_counts_while_the_question_is_open(
    Story::buying().question(1.0, "mail").reply(3.0, "mail", "answered")
        .reply(5.0, "mail", "answered").question(10.0, "mail").reply(60.0, "mail", "answered"),
    Channel::Reply, 1)]
#[case::a_sign_of_the_other_phase_is_not_awaited(
    Story::buying().sign(3.0, "complaint"), Channel::Milestone, 0)]
fn counted_is_what_was_awaited(
    #[case] story: Story,
    #[case] channel: Channel,
    #[case] recorded: usize,
) {
    let dealing = Dealing { start: story.start, history: story.history(), until_days: 70.0 };
    let estimate = estimate_completeness(&MODEL, &[dealing]);
    assert_eq!(estimate.channels[channel as usize].recorded, recorded);
}
