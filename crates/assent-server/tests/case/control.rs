//! What is read off the case as a whole: the alarms, the chance to win, the benefit points, and where
//! it stands in use.

use assent_domain::benefit::{key, matrix};
use assent_domain::control::AlarmKind;
use assent_domain::gap::gap;
use assent_domain::winning::{win, win_at};
use assent_inference::{Completeness, Counting, Priors, Share, Stage};

use super::BOSS;
use super::given::{Case, figures, priors};

/// The shipped priors, and the ways in which the story must not hang on them.
pub(crate) fn variants() -> [(&'static str, Priors); 4] {
    let sparse = Completeness::uniform(Share::new(0.1).expect("a share"));
    [
        ("as they ship", priors()),
        ("half-lives halved", priors().with_half_lives_times(0.5)),
        ("half-lives doubled", priors().with_half_lives_times(2.0)),
        ("a tenth of it recorded", priors().with_completeness(sparse)),
    ]
}

/// Point 1: the alarm that he avoids us comes within three weeks and says since when.
#[test]
fn the_alarm_that_he_avoids_us_comes_within_weeks() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let rings = |date: &str| {
            let alarms = case.alarms(date);
            let own = alarms
                .into_iter()
                .find(|(kind, who, _)| *kind == AlarmKind::Avoided && *who == Some(BOSS));
            own.map(|(.., alarm)| alarm)
        };
        assert!(rings("2000-02-13").is_none(), "{name}");
        let alarm = rings("2000-03-19").unwrap_or_else(|| panic!("no alarm: {name}"));
        assert!(alarm.since.to_string().as_str() < "2000-03-10", "{name}: {}", alarm.since);
        assert!(alarm.figures.probability.is_some_and(|p| p > 0.6), "{name}");
        assert!(rings("2000-08-20").is_none(), "{name}");
    }
}

/// Point 3: being told to stop is an alarm by itself, on that very day, until they let us in again.
#[test]
fn being_told_to_stop_rings_on_the_day() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let turned = |date: &str| {
            let alarms = case.alarms(date);
            alarms.into_iter().any(|(kind, who, _)| kind == AlarmKind::Turned && who == Some(BOSS))
        };
        assert!(!turned("2000-03-19"), "{name}");
        assert!(turned("2000-03-20"), "{name}");
        assert!(!turned("2000-06-02"), "{name}: he received us on 1 June");
    }
}

/// Point 4: what he forms and endorses comes in order.
#[test]
fn understanding_comes_before_liking_and_liking_before_effort() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let mut first = [None::<String>, None, None];
        for week in figures().iter().filter(|week| week.date.as_str() > "2000-06") {
            let Some(reading) = case.readings(&week.date).remove(BOSS) else { continue };
            let factors = [&reading.factors.C, &reading.factors.P, &reading.factors.B];
            for (slot, levels) in first.iter_mut().zip(factors) {
                if slot.is_none() && levels[3..].iter().sum::<f64>() > 0.5 {
                    *slot = Some(week.date.clone());
                }
            }
        }
        let dates = first.map(|date| date.unwrap_or_else(|| panic!("never crossed: {name}")));
        assert!(dates.is_sorted(), "{name}: {dates:?}");
    }
}

/// Point 5: the stage set early rings until the endorsement, and on whom it is judged.
#[test]
fn the_optimistic_stage_rings_until_the_endorsement() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let ahead = |date: &str| {
            let alarms = case.alarms(date);
            alarms.into_iter().find(|(kind, ..)| *kind == AlarmKind::AheadOfBuyers)
        };
        let (_, who, alarm) = ahead("2000-05-07").unwrap_or_else(|| panic!("no alarm: {name}"));
        assert_eq!((who, alarm.since.to_string().as_str()), (Some(BOSS), "2000-02-25"), "{name}");
        assert!(ahead("2000-09-17").is_none(), "{name}");
    }
}

/// An endorsement in writing outlasts the mood of the weeks after it.
#[test]
fn what_was_endorsed_in_writing_is_kept_in_mind() {
    let case = Case::load();
    let p_ahead = |limits| case.gap_by(limits, "2000-10-15").expect("a gap").p_ahead;
    let mut forgetful = case.model().control_prior().clone();
    forgetful.gap.milestone_half_life_days = 1e-3;
    assert!(p_ahead(case.model().control_prior()) < 0.1);
    assert!(p_ahead(&forgetful) > 0.3);
}

/// Point 6: after the order the estimate goes on, and points are realised and vouched for.
#[test]
fn in_use_value_is_confirmed_and_he_vouches() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let picture = case.picture("2001-03-25");
        assert!(gap(&picture).is_none() && win(&picture).is_none(), "{name}");
        let boss = case.readings("2001-03-25").remove(BOSS).expect("a reading");
        assert!(boss.median_stage >= Stage::ValueConfirmed, "{name}: {:?}", boss.median_stage);
        let points = ["One set of figures".to_owned(), "Low running cost".to_owned()];
        let matrix = matrix(&picture, &points);
        let row = |key: &str| matrix.rows.iter().find(|row| case.key(row.person) == key);
        let standings = |key: &str| -> Vec<&str> {
            let cells = &row(key).expect("a buyer").cells;
            cells.iter().take(2).map(|cell| cell.standing.as_str()).collect()
        };
        assert_eq!(standings(BOSS), ["vouched", "valued"], "{name}");
        assert_eq!(standings("it-manager"), ["realised", "perceived"], "{name}");
        let cell = &row(BOSS).expect("a buyer").cells[0];
        assert_eq!(cell.proof.len(), 1, "one record proves that he vouches");
    }
}

/// What he endorsed in writing, naming the point, is endorsed: a cell that says less contradicts its proof.
#[test]
fn the_point_he_endorsed_in_writing_is_endorsed() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let standing = |date: &str| {
            let picture = case.picture(date);
            let matrix = matrix(&picture, &["One set of figures".to_owned()]);
            let row = matrix.rows.iter().find(|row| case.key(row.person) == BOSS);
            row.expect("a buyer").cells[0].standing.as_str()
        };
        assert_eq!(standing("2000-09-11"), "perceived", "{name}");
        assert_eq!(standing("2000-09-12"), "endorsed", "{name}");
    }
}

/// A boss whom nobody trains does not read as implementing while those who operate it can.
#[test]
fn whether_it_is_being_implemented_is_asked_of_those_who_operate_it() {
    let case = Case::load();
    let picture = case.picture("2000-12-20");
    let boss = picture.group.parts().iter().find(|part| case.key(part.person) == BOSS);
    let boss = boss.expect("a part").person;
    let own = case.readings("2000-12-20").remove(BOSS).expect("a reading");
    let read = picture.estimate(boss).expect("an estimate").reading;
    let implementing = |reading: &assent_domain::reading::Reading| {
        let of = |stage| reading.stages.iter().find(|one| one.stage == stage).map(|one| one.p);
        of(Stage::Implementing).expect("a stage of use")
    };
    let (own, read) = (implementing(&own), implementing(&read));
    assert!(read < 0.5 * own, "{read} {own}");
}

/// But for an endorsement in writing: the oracle hears it of the person and not of the point it names.
#[test]
fn the_standings_equal_the_oracle_week_by_week() {
    let case = Case::load();
    let (mut compared, mut declared) = (0, 0);
    for week in figures() {
        let picture = case.picture(&week.date);
        let matrix = matrix(&picture, &[]);
        for (person, points) in &week.benefits {
            let row = matrix.rows.iter().find(|row| case.key(row.person) == person);
            let Some(row) = row else { continue };
            for (point, standing) in points {
                let named = point.replace('-', " ");
                let at = matrix.points.iter().position(|column| key(&column.name) == named);
                let cell = &row.cells[at.expect("spoken of")];
                let ours = cell.standing.as_str();
                if (ours, standing.as_str()) == ("endorsed", "perceived") {
                    let sign = cell.proof[0].title.sign.as_deref();
                    assert_eq!(sign, Some("endorsement"), "{} {person} {point}", week.date);
                    declared += 1;
                    continue;
                }
                assert_eq!(ours, standing, "{} {person} {point}", week.date);
                compared += 1;
            }
        }
    }
    assert!(compared > 50 && declared > 10, "{compared} {declared}");
}

/// With one person counting several times, as in the oracle, and without the bond that an introduction
/// forges, of which it knows nothing.
#[test]
fn the_chance_to_win_equals_the_oracle_week_by_week() {
    let case = Case::load();
    let mut compared = 0;
    for week in figures() {
        let Some(theirs) = week.p_win else { continue };
        let facts = case.without_introductions();
        let picture = case.picture_of(&facts, &week.date);
        let ours = win_at(&picture, picture.last_look(), Counting::Repeatedly);
        let ours = ours.expect("still buying").read_out.probability();
        assert!((ours - theirs).abs() < 6e-5, "{}: {ours} {theirs}", week.date);
        compared += 1;
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn the_terms_of_the_chance_add_up() {
    let case = Case::load();
    for date in ["2000-02-20", "2000-06-11", "2000-09-24"] {
        let win = win(&case.picture(date)).expect("still buying");
        let sum: f64 = win.terms.iter().map(|term| term.points).sum();
        assert!((sum - win.total_points).abs() < 1e-9, "{date}: {sum} {}", win.total_points);
    }
}

#[test]
fn the_chance_falls_with_the_calls_and_rises_with_the_meetings() {
    for (name, priors) in variants() {
        let case = Case::load_with(&priors);
        let p = |date: &str| win(&case.picture(date)).expect("buying").read_out.probability();
        assert!(p("2000-03-26") < p("2000-02-13"), "{name}");
        assert!(p("2000-06-11") > p("2000-05-28"), "{name}");
        assert!(p("2000-09-24") > p("2000-06-11"), "{name}");
    }
}
