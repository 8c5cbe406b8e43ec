//! The group against numpy (`tests/influence.json`) and the reference, and what must hold of any
//! group.

use assent_inference::{Group, GroupError, Role, StateSet, StateVector, Tie, support};
use proptest::prelude::*;
use rstest::rstest;
use serde::Deserialize;

use crate::decisions::{cases, close};
use crate::given::{MODEL, start_of_seed, warm_person};

pub(crate) fn roles(names: &[impl AsRef<str>]) -> Vec<Role> {
    names.iter().map(|name| MODEL.role(name.as_ref()).unwrap()).collect()
}

pub(crate) fn tie(from: usize, to: usize, kind: &str, strength: f64) -> Tie {
    Tie { from, to, kind: MODEL.tie_kind(kind).unwrap(), strength }
}

/// A tie as the figures write it: from, to, kind, strength.
pub(crate) type WrittenTie = (usize, usize, String, f64);

pub(crate) fn ties(written: &[WrittenTie]) -> Vec<Tie> {
    written.iter().map(|(from, to, kind, strength)| tie(*from, *to, kind, *strength)).collect()
}

#[derive(Deserialize)]
struct Case {
    roles: Vec<String>,
    ties: Vec<WrittenTie>,
    own: Vec<f64>,
    stands: Vec<f64>,
    power: Vec<f64>,
    weights: Vec<Vec<f64>>,
}

impl Case {
    fn check(&self) -> Group {
        let group = Group::new(&MODEL, &roles(&self.roles), &ties(&self.ties)).unwrap();
        close(&group.stands(|member| self.own[member]), &self.stands);
        close(group.power(), &self.power);
        for (row, expected) in group.weights().iter().zip(&self.weights) {
            close(row, expected);
        }
        group
    }
}

#[test]
fn the_equilibrium_is_that_of_numpy() {
    #[derive(Deserialize)]
    struct Figures {
        cases: Vec<Case>,
    }
    let figures: Figures = serde_json::from_str(include_str!("../influence.json")).unwrap();
    assert!(figures.cases.len() > 3);
    figures.cases.iter().for_each(|case| {
        case.check();
    });
}

#[test]
fn influence_is_that_of_the_reference() {
    #[derive(Deserialize)]
    struct Seeded {
        seeds: Vec<u64>,
        #[serde(flatten)]
        case: Case,
    }
    for Seeded { seeds, case } in cases::<Seeded>("influence and win") {
        case.check();
        let own: Vec<f64> = seeds.iter().map(|seed| support(&start_of_seed(*seed))).collect();
        close(&own, &case.own);
    }
}

#[test]
fn who_listens_to_nobody_keeps_their_own_stand() {
    let group = Group::new(&MODEL, &roles(&["decision_maker", "user", "evaluator"]), &[]).unwrap();
    assert_eq!(group.stands(|member| [0.3, -0.5, 0.9][member]), [0.3, -0.5, 0.9]);
    assert!((group.power()[0] - 9.0 / (9.0 + 0.49 + 2.25)).abs() < 1e-12);
}

#[test]
fn a_customer_of_the_customer_is_heard_without_a_say() {
    let roles = roles(&["decision_maker", "downstream"]);
    let group = Group::new(&MODEL, &roles, &[tie(1, 0, "customer_of", 1.0)]).unwrap();
    assert_eq!(group.power(), [1.0, 0.0]);
    // The decision maker takes 30 % over.
    assert!((group.stands(|member| [0.0, 1.0][member])[0] - 0.3).abs() < 1e-12);
    assert!(group.total_influence()[1] > 0.0);
}

#[test]
fn supposing_that_somebody_endorses_shows_whom_it_would_move() {
    let roles = roles(&["decision_maker", "evaluator", "user"]);
    let reports = [tie(1, 0, "report", 1.0), tie(0, 1, "boss", 1.0)];
    let group = Group::new(&MODEL, &roles, &reports).unwrap();
    let endorsing = support(warm_person().sign(41.0, "endorsement").until(41.0).state());
    let shifts = group.what_if(|_| 0.0, |member| (member == 1).then_some(endorsing));
    assert!(shifts[1].change() > shifts[0].change() && shifts[0].change() > 0.1);
    assert_eq!(shifts[2].change(), 0.0);
}

#[rstest]
#[case::fresh("trusts", 0.0, 1.0)]
#[case::half("trusts", 730.0, 0.5)]
#[case::a_quarter("introduced_by", 1460.0, 0.25)]
#[case::a_reporting_line_holds("boss", 5000.0, 1.0)]
#[case::not_yet("trusts", -10.0, 1.0)]
fn a_tie_fades_by_its_kind(#[case] kind: &str, #[case] age_days: f64, #[case] strength: f64) {
    let kind = MODEL.tie_kind_prior(MODEL.tie_kind(kind).unwrap());
    assert!((kind.strength(age_days) - strength).abs() < 1e-12);
}

#[rstest]
#[case::no_such_member(tie(0, 2, "boss", 1.0), GroupError::NoSuchMember(1))]
#[case::oneself(tie(1, 1, "boss", 1.0), GroupError::ToOneself(1))]
#[case::too_strong(tie(1, 0, "boss", 1.5), GroupError::Strength(1))]
#[case::no_number(tie(1, 0, "boss", f64::NAN), GroupError::Strength(1))]
fn a_tie_at_fault_is_named(#[case] wrong: Tie, #[case] error: GroupError) {
    let found = Group::new(&MODEL, &roles(&["user", "user"]), &[tie(0, 1, "boss", 1.0), wrong]);
    assert_eq!(found, Err(error));
}

#[test]
fn support_runs_from_minus_one_to_one() {
    let surely = |levels| {
        let [p, b] = levels;
        StateVector::certain(assent_inference::State::new(2, p, b).unwrap())
    };
    assert_eq!(support(&surely([0, 0])), -1.0);
    assert_eq!(support(&surely([4, 4])), 1.0);
    assert!(surely([0, 0]).mass(StateSet::blocked()) == 1.0);
}

/// A group of 1 to 8 with ties of all kinds.
pub(crate) fn any_group() -> impl Strategy<Value = Group> {
    let (kinds, parts) = (MODEL.tie_kinds().count(), MODEL.roles().count());
    let members = proptest::collection::vec(0..parts, 1..8);
    let ties = proptest::collection::vec((0..8_usize, 0..8_usize, 0..kinds, 0.0..=1.0), 0..30);
    (members, ties).prop_map(|(members, ties)| {
        let roles: Vec<Role> =
            members.iter().map(|part| MODEL.roles().nth(*part).unwrap().0).collect();
        let tie = |(from, to, kind, strength)| Tie {
            from,
            to,
            kind: MODEL.tie_kinds().nth(kind).unwrap().0,
            strength,
        };
        let possible =
            |tie: &Tie| tie.from != tie.to && tie.from < roles.len() && tie.to < roles.len();
        let ties: Vec<Tie> = ties.into_iter().map(tie).filter(possible).collect();
        Group::new(&MODEL, &roles, &ties).unwrap()
    })
}

proptest! {
    #[test]
    fn nobody_ends_outside_of_the_stands_that_went_in(
        group in any_group(),
        own in proptest::collection::vec(-1.0..=1.0, 8),
    ) {
        for row in group.weights() {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(row.iter().all(|weight| *weight >= 0.0));
        }
        let own = &own[..group.len()];
        let (low, high) = own.iter().fold((1.0_f64, -1.0_f64), |(l, h), x| (l.min(*x), h.max(*x)));
        let within = |stand: &f64| (low - 1e-12..=high + 1e-12).contains(stand);
        prop_assert!(group.stands(|member| own[member]).iter().all(within));
        let power: f64 = group.power().iter().sum();
        prop_assert!(power == 0.0 || (power - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_supposition_moves_nobody_the_other_way(
        group in any_group(), own in -1.0..=0.5, by in 0.0..=0.5
    ) {
        let shifts = group.what_if(|_| own, |member| (member == 0).then_some(own + by));
        prop_assert!(shifts.iter().all(|shift| shift.change() >= -1e-15));
        prop_assert!(shifts[0].change() <= by + 1e-12);
    }
}
