//! What is not said speaks, and noise does not. The figures come from the reference, to three
//! digits.

use assent_inference::{Channel, Share, Stage};
use rstest::rstest;

use crate::given::{Story, avoids_us, completeness, defaults, evaluating_or_further, warm_person};

/// Half a unit in the third digit, and a little.
const THREE_DIGITS: f64 = 6e-4;

#[track_caller]
fn reads(actual: f64, expected: f64) {
    assert!((actual - expected).abs() < THREE_DIGITS, "{actual:.4} instead of {expected}");
}

#[rstest]
#[case(0, 0.130)]
#[case(1, 0.249)]
#[case(2, 0.368)]
#[case(3, 0.473)]
#[case(5, 0.640)]
#[case(8, 0.787)]
#[case(12, 0.864)]
fn one_unanswered_call_is_weak_and_many_are_strong(#[case] calls: u32, #[case] avoids: f64) {
    let days = (0..calls).map(|k| f64::from(1 + 4 * k));
    let story = days.fold(Story::buying(), |story, day| story.reply(day, "call", "no_answer"));
    reads(avoids_us(&story.until(f64::from(1 + 4 * calls))), avoids);
}

#[test]
fn a_hundred_mails_in_a_day_count_as_one() {
    let mail = |story: Story, day| story.sign_from(day, "inbound_mail", "customer_written");
    let one = mail(Story::buying(), 10.0).until(11.0);
    let hundred =
        (0..100).fold(Story::buying(), |story, k| mail(story, 10.0 + f64::from(k) / 100.0));
    let hundred = hundred.until(11.0);
    let difference = evaluating_or_further(&hundred) - evaluating_or_further(&one);
    // Not exactly 0: the day passes between the first mail and the last.
    assert!(difference.abs() < 1e-12, "{difference:e}");
}

#[test]
fn mails_of_two_days_count_twice() {
    let mail = |story: Story, day| story.sign_from(day, "inbound_mail", "customer_written");
    let midnight = mail(mail(Story::buying(), 10.9), 11.1).until(12.0);
    let same_day = mail(mail(Story::buying(), 10.9), 10.95).until(12.0);
    assert!(evaluating_or_further(&midnight) > evaluating_or_further(&same_day) + 0.01);
}

#[test]
fn ten_demos_without_a_reaction_are_no_progress() {
    let weekly = (0..10).map(|k| f64::from(5 + 7 * k));
    let demos = weekly.fold(Story::buying(), |story, day| story.reply(day, "demo", "held"));
    let belief = demos.until(68.0);
    reads(evaluating_or_further(&belief), 0.072);
    assert!(belief.state().stages(belief.phase()).median() <= Stage::Aware);
}

#[rstest]
#[case(0.0, 0.932)]
#[case(30.0, 0.681)]
#[case(90.0, 0.347)]
#[case(180.0, 0.207)]
#[case(365.0, 0.103)]
fn silence_makes_a_warm_person_cooler(#[case] quiet_days: f64, #[case] evaluating: f64) {
    reads(evaluating_or_further(&warm_person().until(40.0 + quiet_days)), evaluating);
}

#[rstest]
#[case(30.0, 0.164)]
#[case(90.0, 0.186)]
#[case(365.0, 0.205)]
fn silence_makes_a_stranger_no_enemy(#[case] quiet_days: f64, #[case] avoids: f64) {
    let stranger = Story::buying().question(0.0, "mail").until(quiet_days);
    reads(avoids_us(&stranger), avoids);
}

#[test]
fn the_better_the_records_the_louder_the_silence() {
    let connected = defaults().with(Channel::Written, Share::ONE);
    reads(evaluating_or_further(&warm_person().recorded(connected).until(130.0)), 0.175);
    reads(evaluating_or_further(&warm_person().until(130.0)), 0.347);
    reads(evaluating_or_further(&warm_person().recorded(completeness(0.0)).until(405.0)), 0.440);
}

#[test]
fn a_warm_person_who_says_stop_turns_away() {
    let stop = warm_person().sign_from(45.0, "told_us_to_stop", "customer_written").until(45.0);
    reads(avoids_us(&stop), 0.281);
    reads(evaluating_or_further(&stop), 0.360);
}
