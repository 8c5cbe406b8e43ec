//! Ways through networks against networkx (`tests/ways.json`) and the reference, and what must hold of
//! any network however it came about.

use std::collections::BTreeSet;

use assent_inference::{
    Acquainted, Alternatives, AskStanding, Bridge, DEFAULT_PRIORS, Model, Network, Place, Priors,
    Rank, Strangers, Tied, Way, WayQuestion, ways,
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::decisions::close;
use crate::given::MODEL;

#[derive(Deserialize)]
struct Person {
    ours: bool,
    stand: [f64; 2],
    asked: u32,
    passed: u32,
    open: bool,
}

#[derive(Deserialize)]
struct Case {
    people: Vec<Person>,
    ties: Vec<(u32, u32, String, f64, String)>,
    circles: u32,
    members: Vec<(u32, u32, String)>,
    day: f64,
    count: usize,
    strangers: bool,
    detours: bool,
    /// Costs, people, and whether no other way costs the same.
    ways: Vec<(f64, Vec<u32>, bool)>,
}

impl Case {
    fn ties(&self) -> Vec<Acquainted> {
        let kind = |name: &String| MODEL.acquaintance(name).unwrap();
        let tie = |(one, other, name, day, rank): &(u32, u32, String, f64, String)| {
            let rank = match rank.as_str() {
                "up" => Rank::Up,
                "down" => Rank::Down,
                _ => Rank::Level,
            };
            Acquainted::with(*one, *other, Tied::new(kind(name), *day, rank))
        };
        let member = |(person, circle, name): &(u32, u32, String)| {
            Acquainted::member(*person, *circle, Tied::new(kind(name), self.day, Rank::Level))
        };
        self.ties.iter().map(tie).chain(self.members.iter().map(member)).collect()
    }

    fn found(&self) -> Vec<Way> {
        let size = self.people.len() as u32;
        let network = Network::new(size, self.circles, &self.ties());
        let prior = MODEL.path_prior();
        let standing = |at: u32| {
            let person = &self.people[at as usize];
            person.open.then(|| AskStanding {
                ours: person.ours,
                willing: prior.willing_by(person.stand[0], person.stand[1]),
                passed_on: prior.passed_on(person.asked, person.passed),
            })
        };
        let question = WayQuestion {
            from: 0,
            to: size - 1,
            day: self.day,
            count: self.count,
            most_willing: prior.most_willing(),
            strangers: if self.strangers { Strangers::Approached } else { Strangers::Never },
            alternatives: if self.detours {
                Alternatives::Simple
            } else {
                Alternatives::WithoutDetours
            },
        };
        ways(&MODEL, &network, &question, standing)
    }
}

fn people(way: &Way) -> Vec<u32> {
    let first = way.hops.iter().take(1).map(|hop| hop.from);
    first.chain(way.hops.iter().map(|hop| hop.to)).collect()
}

type ReferenceHop = (f64, bool, f64, f64, bool, u32, u32, f64);

#[derive(Deserialize)]
struct Figures {
    cases: Vec<Case>,
    reference_hops: Vec<ReferenceHop>,
    reference_ways: Vec<ReferenceWays>,
}

#[derive(Deserialize)]
struct ReferenceWays {
    size: u32,
    hops: Vec<(u32, u32, f64)>,
    ways: Vec<(f64, Vec<u32>, f64)>,
}

fn figures() -> Figures {
    serde_json::from_str(include_str!("../ways.json")).unwrap()
}

#[test]
fn the_best_ways_are_those_of_networkx() {
    let cases = figures().cases;
    assert!(cases.iter().filter(|case| case.ways.len() >= 3).count() > 40);
    for (number, case) in cases.iter().enumerate() {
        let found = case.found();
        let costs: Vec<f64> = found.iter().map(|way| way.cost).collect();
        let expected: Vec<f64> = case.ways.iter().map(|(cost, ..)| *cost).collect();
        close(&costs, &expected);
        for (way, (_, expected, alone)) in found.iter().zip(&case.ways) {
            assert!(!alone || &people(way) == expected, "case {number}: {way:?} {expected:?}");
            let chance: f64 = way.hops.iter().map(|hop| hop.chance).product();
            let hops = way.hops.len() as f64 * MODEL.path_prior().hop_cost;
            close(&[way.chance, way.chance.ln()], &[chance, hops - way.cost]);
        }
    }
}

#[test]
fn a_hop_has_the_chance_of_the_reference() {
    let prior = MODEL.path_prior();
    for (strength, ours, psychology, behaviour, upward, asked, passed, chance) in
        figures().reference_hops
    {
        let willing = prior.willing_by(psychology, behaviour);
        let one = AskStanding { ours, willing, passed_on: prior.passed_on(asked, passed) };
        let other = AskStanding { willing: 9.0, passed_on: 0.1, ..one };
        let rank = if upward { Rank::Up } else { Rank::Level };
        close(&[prior.chance(strength, rank, &one, &other)], &[chance]);
    }
}

#[test]
fn the_willing_side_of_a_hop_is_whoever_is_not_ours() {
    let prior = MODEL.path_prior();
    let ours = AskStanding { ours: true, willing: 9.0, passed_on: 1.0 };
    let theirs = AskStanding { ours: false, willing: 1.0, passed_on: 1.0 };
    let chance = |from: &AskStanding, to: &AskStanding| prior.chance(2.0, Rank::Level, from, to);
    let cold = AskStanding { willing: -1.0, ..theirs };
    assert_eq!(chance(&ours, &theirs), chance(&theirs, &ours));
    assert_eq!(chance(&theirs, &cold), chance(&theirs, &theirs));
    assert!(chance(&ours, &cold) < chance(&ours, &theirs));
    let down = prior.chance(2.0, Rank::Down, &theirs, &theirs);
    assert!(prior.chance(2.0, Rank::Up, &theirs, &theirs) < down);
}

/// The reference is given the chances of hops; here a kind of acquaintance is made for each.
#[test]
fn the_best_ways_over_given_chances_are_those_of_the_reference() {
    for case in figures().reference_ways {
        let model = model_of_chances(&case.hops);
        let tie = |(at, (one, other, _)): (usize, &(u32, u32, f64))| {
            let kind = model.acquaintance(&format!("k{at}")).unwrap();
            Acquainted::with(*one, *other, Tied::new(kind, 0.0, Rank::Level))
        };
        let ties: Vec<Acquainted> = case.hops.iter().enumerate().map(tie).collect();
        let network = Network::new(case.size, 0, &ties);
        let question = WayQuestion { to: case.size - 1, ..QUESTION };
        let found = ways(&model, &network, &question, |_| Some(STANDING));
        let costs: Vec<f64> = found.iter().map(|way| way.cost).collect();
        close(&costs, &case.ways.iter().map(|(cost, ..)| *cost).collect::<Vec<_>>());
        for (way, (_, expected, chance)) in found.iter().zip(&case.ways) {
            assert_eq!(&people(way), expected);
            close(&[way.chance], &[*chance]);
        }
    }
}

const STANDING: AskStanding = AskStanding { ours: false, willing: 0.0, passed_on: 1.0 };

const QUESTION: WayQuestion = WayQuestion {
    from: 0,
    to: 1,
    day: 0.0,
    count: 3,
    most_willing: 9.0,
    strangers: Strangers::Never,
    alternatives: Alternatives::Simple,
};

/// The shipped priors, with a kind of acquaintance for each hop by which it has its chance.
fn model_of_chances(hops: &[(u32, u32, f64)]) -> Model {
    const BASE: f64 = -6.0;
    let kinds = hops.iter().enumerate().map(|(at, (.., chance))| {
        let strength =
            (((chance / (1.0 - chance)).ln() - BASE) / MODEL.path_prior().tie).exp() - 1.0;
        format!("[acquaintance.k{at}]\nwhy = \"given\"\nstrength = {strength:?}\n")
    });
    let text = DEFAULT_PRIORS.replacen("base = -2.9", &format!("base = {BASE:?}"), 1);
    Model::new(&Priors::parse(&format!("{text}\n{}", kinds.collect::<String>())).unwrap())
}

#[test]
fn a_way_that_cannot_be_asked_for_is_none() {
    let tie = Tied::new(MODEL.acquaintance("knows").unwrap(), 0.0, Rank::Level);
    let network = Network::new(3, 0, &[Acquainted::with(0, 1, tie), Acquainted::with(1, 2, tie)]);
    let asked = |question: WayQuestion| ways(&MODEL, &network, &question, |_| Some(STANDING)).len();
    assert_eq!(asked(WayQuestion { to: 2, ..QUESTION }), 1);
    assert_eq!(asked(WayQuestion { to: 2, count: 0, ..QUESTION }), 0);
    assert_eq!(asked(WayQuestion { to: 0, ..QUESTION }), 0);
    assert_eq!(asked(WayQuestion { to: 7, ..QUESTION }), 0);
    // The step straight to the target is no way.
    assert_eq!(asked(QUESTION), 0);
}

/// What a network is drawn from, small enough that all ways can be tried.
#[derive(Clone, Debug)]
struct Drawn {
    people: u32,
    circles: u32,
    ties: Vec<Acquainted>,
    standings: Vec<Option<AskStanding>>,
    question: WayQuestion,
}

const DAY: f64 = 20_000.0;

fn any_tie(people: u32, circles: u32) -> impl Strategy<Value = Acquainted> {
    let kinds: Vec<_> = MODEL.acquaintances().map(|(kind, _)| kind).collect();
    let kind = proptest::sample::select(kinds);
    let rank = proptest::sample::select(vec![Rank::Level, Rank::Level, Rank::Up, Rank::Down]);
    let ends = (0..people, 0..people + circles);
    (ends, kind, 0..1500_i32, rank).prop_map(move |((one, other), kind, age, rank)| {
        let day = DAY - f64::from(age);
        match other.checked_sub(people) {
            None => Acquainted::with(one, other, Tied::new(kind, day, rank)),
            Some(circle) => Acquainted::member(one, circle, Tied::new(kind, day, Rank::Level)),
        }
    })
}

fn any_network() -> impl Strategy<Value = Drawn> {
    (4..9_u32, 0..3_u32).prop_flat_map(|(people, circles)| network_of(people, circles, 0..25))
}

fn network_of(
    people: u32,
    circles: u32,
    ties: std::ops::Range<usize>,
) -> impl Strategy<Value = Drawn> {
    let standing = (any::<bool>(), -1.4..1.4_f64, 0.3..=1.0_f64);
    let standing =
        standing.prop_map(|(ours, willing, passed_on)| AskStanding { ours, willing, passed_on });
    let standings =
        proptest::collection::vec(proptest::option::weighted(0.9, standing), people as usize);
    let ties = proptest::collection::vec(any_tie(people, circles), ties);
    let ask = (1..people, 1..6_usize, any::<bool>(), any::<bool>());
    (ties, standings, ask).prop_map(move |(ties, standings, (to, count, cold, short))| {
        let question = WayQuestion {
            to,
            day: DAY,
            count,
            strangers: if cold { Strangers::Approached } else { Strangers::Never },
            alternatives: if short { Alternatives::WithoutDetours } else { Alternatives::Simple },
            ..QUESTION
        };
        Drawn { people, circles, ties, standings, question }.one_sided()
    })
}

impl Drawn {
    /// All of a circle are on the same side: in every other circle our own.
    fn one_sided(mut self) -> Self {
        let standings = &self.standings;
        self.ties.retain(|tie| match tie.ends() {
            [Place::Person(person), Place::Circle(circle)] => {
                standings[person as usize].is_none_or(|one| one.ours == circle.is_multiple_of(2))
            }
            _ => true,
        });
        self
    }

    fn network(&self) -> Network {
        Network::new(self.people, self.circles, &self.ties)
    }

    fn found(&self, network: &Network) -> Vec<Way> {
        ways(&MODEL, network, &self.question, |at| self.standings[at as usize])
    }

    /// What it costs to get from one person to another in one step, by the formula.
    fn step(&self, network: &Network, from: u32, to: u32) -> Option<f64> {
        let (one, other) = (self.standings[from as usize]?, self.standings[to as usize]?);
        let start = from == self.question.from;
        let one = if start { AskStanding { passed_on: 1.0, ..one } } else { one };
        let prior = MODEL.path_prior();
        let cost = |tied: Tied, rank: Rank| {
            let kind = MODEL.acquaintance_prior(tied.kind());
            let strength = kind.strength(self.question.day - tied.renewed_days());
            prior.hop_cost - prior.chance(strength, rank, &one, &other).ln()
        };
        let ties = network.ties(from).filter_map(|(place, tied)| match place {
            Place::Person(end) => (end == to).then(|| cost(tied, tied.rank())),
            Place::Circle(_) => {
                network.ties(to).any(|(shared, _)| shared == place).then(|| cost(tied, Rank::Level))
            }
        });
        let approach = (start && self.question.strangers == Strangers::Approached)
            .then(|| prior.hop_cost - prior.chance(0.0, Rank::Level, &one, &other).ln());
        ties.chain(approach).min_by(f64::total_cmp)
    }

    /// The costs of all ways there are, or of those within `most`, each tried.
    fn tried(&self, network: &Network, most: f64) -> Vec<f64> {
        let mut costs = Vec::new();
        let mut begun = vec![(vec![self.question.from], Vec::<f64>::new())];
        while let Some((people, steps)) = begun.pop() {
            let last = people[people.len() - 1];
            if last == self.question.to {
                costs.push(steps.iter().sum());
                continue;
            }
            for next in (0..self.people).filter(|next| !people.contains(next)) {
                let straight = people.len() == 1 && next == self.question.to;
                let long = steps.len() == MODEL.path_prior().max_hops;
                let Some(step) = self.step(network, last, next).filter(|_| !straight && !long)
                else {
                    continue;
                };
                let (mut people, mut steps) = (people.clone(), steps.clone());
                people.push(next);
                steps.push(step);
                let within = steps.iter().sum::<f64>() <= most;
                if within && !self.is_detour(network, &people, &steps) {
                    begun.push((people, steps));
                }
            }
        }
        costs.sort_by(f64::total_cmp);
        costs.truncate(self.question.count);
        costs
    }

    fn is_detour(&self, network: &Network, people: &[u32], steps: &[f64]) -> bool {
        let last = people.len() - 1;
        let shorter = |at: usize| {
            let straight = at == 0 && people[last] == self.question.to;
            let along: f64 = steps[at..].iter().sum();
            let step = self.step(network, people[at], people[last]);
            !straight && step.is_some_and(|step| step <= along)
        };
        self.question.alternatives == Alternatives::WithoutDetours
            && (0..last.saturating_sub(1)).any(shorter)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_way_is_overlooked(drawn in any_network()) {
        let network = drawn.network();
        let found: Vec<f64> = drawn.found(&network).iter().map(|way| way.cost).collect();
        let tried = drawn.tried(&network, f64::INFINITY);
        prop_assert_eq!(found.len(), tried.len(), "{:?} {:?}", found, tried);
        for (one, other) in found.iter().zip(&tried) {
            prop_assert!((one - other).abs() < 1e-9, "{:?} {:?}", found, tried);
        }
    }

    #[test]
    fn nobody_is_on_a_way_who_may_not_be(drawn in any_network()) {
        for way in drawn.found(&drawn.network()) {
            let people = people(&way);
            prop_assert!(people.iter().all(|at| drawn.standings[*at as usize].is_some()));
            let once: BTreeSet<&u32> = people.iter().collect();
            prop_assert_eq!(once.len(), people.len());
            prop_assert_eq!((people[0], people[people.len() - 1]), (0, drawn.question.to));
            let approached = way.hops.iter().skip(1).any(|hop| hop.bridge == Bridge::Nothing);
            prop_assert!(!approached, "only who asks approaches strangers");
        }
    }

    #[test]
    fn changes_leave_what_building_anew_would_have_left(
        drawn in any_network(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..12),
        compact in any::<bool>(),
    ) {
        // Ties are taken out of a full network and put into an empty one, person by person.
        let full = drawn.network();
        let mut changed = Network::new(drawn.people, drawn.circles, &[]);
        let mut ties: Vec<Acquainted> = Vec::new();
        for (who, upto) in changes {
            let person = who.index(drawn.people as usize) as u32;
            let some = upto.index(full.ties(person).count() + 1);
            let kept: Vec<(Place, Tied)> = full.ties(person).take(some).collect();
            ties.retain(|tie| tie.ends().iter().all(|end| *end != Place::Person(person)));
            ties.extend(kept.iter().map(|(place, tied)| match place {
                Place::Person(other) => Acquainted::with(person, *other, *tied),
                Place::Circle(circle) => Acquainted::member(person, *circle, *tied),
            }));
            changed.set_ties(person, kept);
            if compact {
                changed = changed.compacted();
            }
        }
        let anew = Network::new(drawn.people, drawn.circles, &ties);
        for person in 0..drawn.people {
            let mut expected: Vec<_> = anew.ties(person).collect();
            expected.dedup();
            prop_assert_eq!(changed.ties(person).collect::<Vec<_>>(), expected);
        }
        prop_assert_eq!(changed.compacted(), changed.compacted().compacted());
        let costs = |network: &Network| -> Vec<f64> {
            drawn.found(network).iter().map(|way| way.cost).collect()
        };
        prop_assert_eq!(costs(&changed), costs(&anew));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// With people who know everybody: two have a tie to each of the others.
    #[test]
    fn no_way_over_the_well_connected_is_overlooked(
        mut drawn in network_of(90, 4, 200..400),
        hubs in proptest::collection::vec((2..90_u32, any_tie(90, 1)), 120),
    ) {
        let to_hub = |(at, (other, tie)): (usize, &(u32, Acquainted))| {
            Acquainted::with(*other, 1 + at as u32 % 2, tie.tied())
        };
        drawn.ties.extend(hubs.iter().enumerate().map(to_hub));
        let network = drawn.network();
        let found: Vec<f64> = drawn.found(&network).iter().map(|way| way.cost).collect();
        let last = found.last().copied().filter(|_| found.len() == drawn.question.count);
        // All would be too many where none of a few is the last one wanted.
        let tried = drawn.tried(&network, last.unwrap_or(3.0) + 1e-9);
        let costs = found.iter().filter(|cost| last.is_some() || **cost <= 3.0);
        prop_assert_eq!(costs.clone().count(), tried.len(), "{:?} {:?}", found, tried);
        for (one, other) in costs.zip(&tried) {
            prop_assert!((one - other).abs() < 1e-9, "{:?} {:?}", found, tried);
        }
    }
}

/// The step straight to the target is no way, so that over a colleague of both is no detour.
#[test]
fn where_both_ends_are_of_one_house_its_others_are_asked() {
    let colleague = Tied::new(MODEL.acquaintance("colleague").unwrap(), 0.0, Rank::Level);
    let members = (0..5).map(|person| Acquainted::member(person, 0, colleague));
    let network = Network::new(5, 1, &members.collect::<Vec<_>>());
    let question = WayQuestion { count: 9, alternatives: Alternatives::WithoutDetours, ..QUESTION };
    let found = ways(&MODEL, &network, &question, |_| Some(STANDING));
    let over: BTreeSet<Vec<u32>> = found.iter().map(people).collect();
    assert_eq!(over, (2..5).map(|other| vec![0, other, 1]).collect());
}

#[test]
fn whoever_comes_later_is_found_as_well() {
    let tie = Tied::new(MODEL.acquaintance("knows").unwrap(), 0.0, Rank::Level);
    let mut network = Network::new(2, 0, &[]);
    let (friend, house) = (network.add_person(), network.add_circle());
    network.set_ties(friend, [(Place::Person(0), tie), (Place::Circle(house), tie)]);
    network.set_ties(
        1,
        [(Place::Circle(house), tie), (Place::Circle(7), tie), (Place::Person(1), tie)],
    );
    let found = ways(&MODEL, &network, &QUESTION, |_| Some(STANDING));
    assert_eq!(found.len(), 1);
    assert_eq!(people(&found[0]), [0, friend, 1]);
    assert!(matches!(found[0].hops[1].bridge, Bridge::Circle { circle, .. } if circle == house));
    network.set_ties(friend, []);
    assert_eq!(ways(&MODEL, &network, &QUESTION, |_| Some(STANDING)), []);
}
