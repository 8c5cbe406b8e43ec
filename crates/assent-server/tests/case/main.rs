//! The published case, from its records alone: what the acceptance story asks of the estimates.
//!
//! `figures.jsonl` holds, week by week, what an independent implementation in Python (numpy and
//! scipy, dense matrices) makes of the same records, rounded to three digits.

mod advice;
mod control;
mod given;
mod names;
mod ways;

use assent_domain::account::Target;
use assent_domain::pipeline::BuyStage;
use assent_inference::{Completeness, Share, Stage};
use given::{Case, figures, priors};

const BOSS: &str = "fred-mapp";

#[test]
fn the_estimates_equal_the_oracle_week_by_week() {
    let case = Case::load();
    for week in figures() {
        let readings = case.readings(&week.date);
        for (key, figure) in &week.people {
            // The oracle shows people before the first dealing at the start; we show nothing.
            let Some(reading) = readings.get(key) else { continue };
            let ours = [&reading.factors.C, &reading.factors.P, &reading.factors.B];
            for (ours, theirs) in ours.into_iter().zip([&figure.c, &figure.p, &figure.b]) {
                for (ours, theirs) in ours.iter().zip(theirs) {
                    assert!((ours - theirs).abs() < 6e-4, "{} {key}: {ours} {theirs}", week.date);
                }
            }
            for share in &reading.stages {
                let theirs = figure.stages[share.stage.name()];
                assert!(
                    (share.p - theirs).abs() < 6e-4,
                    "{} {key} {}",
                    week.date,
                    share.stage.name()
                );
            }
        }
    }
}

#[test]
fn the_gap_equals_the_oracle_week_by_week() {
    let case = Case::load();
    // The oracle forgets what was written as fast as what was said.
    let mut forgetful = case.model().control_prior().clone();
    forgetful.gap.milestone_half_life_days = 1e-3;
    for week in figures() {
        let gap = case.gap_by(&forgetful, &week.date);
        let (Some(behind), Some(gap)) = (week.behind_veto, gap) else { continue };
        assert!((gap.p_ahead - behind).abs() < 6e-4, "{}: {} {behind}", week.date, gap.p_ahead);
        assert_eq!(Some(gap.flagged), week.flagged, "{}", week.date);
    }
}

/// Point 1: after weeks of unanswered calls the one who decides avoids us, and the account says why.
#[test]
fn weeks_of_unanswered_calls_read_as_avoiding_us_and_say_so() {
    let case = Case::load();
    let (reading, account) = case.account(BOSS, "2000-03-19", Target::AvoidsUs);
    assert!(reading.avoids > 0.6, "{}", reading.avoids);
    assert_eq!(reading.median_stage, Stage::Blocked);
    let calls = account.lines.iter().filter(|line| line.title.action.as_deref() == Some("call"));
    let unanswered = calls.filter(|line| line.title.reply.as_deref() == Some("no_answer"));
    let (count, points) = unanswered
        .fold((0, 0.0), |(count, points), line| (count + line.count, points + line.points));
    assert_eq!(count, 9);
    assert!(points > 20.0, "{points}");
    let strongest = account.strongest.expect("there are lines");
    assert_eq!(account.lines[strongest.line].title.action.as_deref(), Some("call"));
}

/// Point 3: being told to stop lowers the estimate further, and the account says so.
#[test]
fn being_told_to_stop_makes_it_worse_and_stands_in_the_account() {
    let case = Case::load();
    let (before, _) = case.account(BOSS, "2000-03-19", Target::AvoidsUs);
    let (after, account) = case.account(BOSS, "2000-03-26", Target::AvoidsUs);
    assert!(after.avoids > before.avoids + 0.05);
    assert!(after.factors.P[0] > before.factors.P[0]);
    let stop =
        account.lines.iter().find(|line| line.title.sign.as_deref() == Some("told_us_to_stop"));
    assert!(stop.expect("a line of its own").points > 5.0);
}

/// Point 4: criteria, concept and kept promises raise cognition, then psychology, then behaviour.
#[test]
fn cognition_rises_before_psychology_and_psychology_before_behaviour() {
    let case = Case::load();
    let crossings = |level: usize| {
        let mut first = [None::<String>, None, None];
        for week in figures().iter().filter(|week| week.date.as_str() > "2000-06") {
            let Some(reading) = case.readings(&week.date).remove(BOSS) else { continue };
            let factors = [&reading.factors.C, &reading.factors.P, &reading.factors.B];
            for (slot, levels) in first.iter_mut().zip(factors) {
                if slot.is_none() && levels[level..].iter().sum::<f64>() > 0.5 {
                    *slot = Some(week.date.clone());
                }
            }
        }
        first.map(|date| date.expect("crossed in the end"))
    };
    assert_eq!(crossings(3), ["2000-06-11", "2000-06-18", "2000-08-20"]);
    assert_eq!(crossings(4), ["2000-07-16", "2000-08-13", "2000-09-24"]);
    let (_, account) = case.account(BOSS, "2000-09-17", Target::StageOrFurther(Stage::Evaluating));
    for sign in ["stated_criterion", "concept_understood", "concept_accepted"] {
        let line = account.lines.iter().find(|line| line.title.sign.as_deref() == Some(sign));
        assert!(line.unwrap_or_else(|| panic!("no line for {sign}")).points > 0.0, "{sign}");
    }
}

/// Point 5: the stage set optimistic in week 3 is flagged, and the flag clears with the endorsement.
#[test]
fn the_optimistic_stage_is_flagged_until_the_endorsement() {
    let case = Case::load();
    let gap = |date: &str| case.gap(date).expect("there are buyers and a stage");
    let flagged = |date: &str| gap(date).flagged;
    assert_eq!(gap("2000-02-24").recorded, BuyStage::Aware);
    assert_eq!(gap("2000-02-27").recorded, BuyStage::Committed);
    for date in ["2000-02-27", "2000-05-07", "2000-07-30", "2000-09-10"] {
        assert!(flagged(date), "{date}");
    }
    for date in ["2000-09-17", "2000-10-08"] {
        assert!(!flagged(date), "{date}");
    }
}

/// Points of long ago may have been made up for: what is called strongest is what matters now.
#[test]
fn without_the_strongest_line_the_estimate_would_be_another() {
    let case = Case::load();
    let committed = Target::StageOrFurther(Stage::Committed);
    let (_, account) = case.account(BOSS, "2000-10-15", committed);
    let strongest = account.strongest.expect("there are lines");
    let line = &account.lines[strongest.line];
    assert_ne!(line.title.reply.as_deref(), Some("no_answer"));
    let largest = account.lines.iter().map(|line| line.points.abs()).fold(0.0, f64::max);
    assert!(line.points.abs() < largest, "{} {largest}", line.points);
    assert!(account.probability - strongest.probability_without > 0.05, "{strongest:?}");
}

#[test]
fn the_account_adds_up_on_every_week() {
    let case = Case::load();
    for week in figures() {
        for (person, account) in case.accounts(&week.date) {
            let lines: f64 = account.lines.iter().map(|line| line.points).sum();
            let sum = account.start_points + lines + account.quiet_points;
            assert!((sum - account.total_points).abs() < 1e-9, "{} {person}", week.date);
        }
    }
}

/// The story must not hang on constants nobody has measured.
#[test]
fn the_story_survives_other_half_lives_and_sparse_records() {
    let sparse = Completeness::uniform(Share::new(0.1).expect("a share"));
    for (name, priors) in [
        ("half-lives halved", priors().with_half_lives_times(0.5)),
        ("half-lives doubled", priors().with_half_lives_times(2.0)),
        ("a tenth of it recorded", priors().with_completeness(sparse)),
    ] {
        let case = Case::load_with(&priors);
        let avoids = |date| case.readings(date)[BOSS].avoids;
        assert!(avoids("2000-03-19") > 0.6, "{name}: {}", avoids("2000-03-19"));
        assert!(avoids("2000-03-26") > avoids("2000-03-19"), "{name}");
        assert!(case.gap("2000-02-27").is_some_and(|gap| gap.flagged), "{name}");
        assert!(case.gap("2000-10-08").is_some_and(|gap| !gap.flagged), "{name}");
    }
}
