//! Names for where somebody stands that the partition into stages names badly.

use assent_inference::{
    Implementing, Phase, Stage, StageName, State, StateVector, account_implementing,
};
use rstest::rstest;

use crate::given::MODEL;

fn surely(c: usize, p: usize, b: usize) -> StateVector {
    StateVector::certain(State::new(c, p, b).unwrap())
}

#[rstest]
#[case::convinced_but_idle([4, 3, 1], StageName::ConvincedButIdle)]
#[case::has_merely_heard_of_us([1, 2, 1], StageName::Stage(Stage::Aware))]
#[case::understands_and_doubts([4, 1, 1], StageName::Stage(Stage::Aware))]
#[case::does_something([4, 3, 2], StageName::Stage(Stage::Preferring))]
fn who_is_convinced_and_does_nothing_has_a_name(
    #[case] levels: [usize; 3],
    #[case] name: StageName,
) {
    let [c, p, b] = levels;
    assert_eq!(surely(c, p, b).stage_name(Phase::Buy, Implementing::Own), name);
}

#[test]
fn a_boss_is_implementing_only_while_the_account_is() {
    // Content, active, never trained.
    let boss = surely(0, 3, 2);
    assert_eq!(boss.stages(Phase::Use).median(), Stage::Implementing);
    let named = |users: &[StateVector]| {
        let probability = account_implementing(users).unwrap();
        boss.stage_name(Phase::Use, Implementing::Account { probability })
    };
    let (trained, untrained) = (surely(3, 2, 2), surely(1, 2, 2));
    assert_eq!(named(std::slice::from_ref(&untrained)), StageName::Stage(Stage::Implementing));
    assert_eq!(named(&[trained.clone(), trained, untrained]), StageName::Stage(Stage::Using));
}

#[test]
fn a_user_is_implementing_until_able() {
    for (c, stage) in [(1, Stage::Implementing), (2, Stage::Using)] {
        let name = surely(c, 2, 2).stage_name(Phase::Use, Implementing::Own);
        assert_eq!(name, StageName::Stage(stage));
    }
}

#[test]
fn an_account_whose_users_are_unknown_says_nothing() {
    assert_eq!(account_implementing([]), None);
}

#[test]
fn reading_off_the_account_takes_nothing_away() {
    let state = MODEL.start(Phase::Use);
    let account = Implementing::Account { probability: 0.2 };
    let read = state.stages_read(Phase::Use, account);
    assert!((read.iter().map(|(_, share)| share).sum::<f64>() - 1.0).abs() < 1e-12);
    for stage in [Stage::Blocked, Stage::ValueConfirmed, Stage::Vouching] {
        assert_eq!(read.probability(stage), state.stages(Phase::Use).probability(stage));
    }
    let buying = state.stages_read(Phase::Buy, account);
    assert_eq!(buying, state.stages(Phase::Buy));
}
