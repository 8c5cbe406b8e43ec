//! Ways in the order of their costs, once it is known what each place is away from the target.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::question::{Alternatives, Bridge, Hop, Way};
use super::search::{SLACK, Search};
use super::tie::is_circle;

/// The best ways found so far, by the people on them.
#[derive(Debug)]
pub(super) struct Found {
    count: usize,
    ways: Vec<(f64, Vec<u32>)>,
}

impl Found {
    pub(super) fn new(count: usize) -> Self {
        Self { count, ways: Vec::new() }
    }

    /// What the last way wanted costs at most.
    pub(super) fn bound(&self) -> f64 {
        let last = self.ways.get(self.count - 1);
        last.map_or(f64::INFINITY, |(cost, _)| *cost)
    }

    pub(super) fn keep(&mut self, cost: f64, people: Vec<u32>) {
        let at = self.ways.partition_point(|(other, _)| *other <= cost);
        if at < self.count && !self.ways.iter().any(|(_, other)| *other == people) {
            self.ways.insert(at, (cost, people));
            self.ways.truncate(self.count);
        }
    }
}

/// What it costs at least to get from one person to another in one step, and over what.
fn step(search: &Search<'_>, from: u32, to: u32) -> Option<(f64, Bridge)> {
    let (one, other) = search.standing(from).zip(search.standing(to))?;
    let ties = search.network.between(from, to).iter().map(|arc| {
        let (kind, rank) = (arc.tied.kind(), arc.tied.rank());
        let bridge = Bridge::Tie { kind, renewed_days: arc.tied.renewed_days(), rank };
        (search.costs.of(arc.tied, rank, &one, &other), bridge)
    });
    let shared = search.network.circles_of(from).iter();
    let shared = shared.filter(|arc| search.network.belongs(to, arc.to)).map(|arc| {
        let bridge = Bridge::Circle { circle: arc.to & !super::tie::CIRCLE, kind: arc.tied.kind() };
        (search.costs.of_circle(arc.tied, &one), bridge)
    });
    let is_approach = from == search.question.from && search.approaches();
    let approach = is_approach.then(|| (search.costs.of_stranger(&one, &other), Bridge::Nothing));
    // The first of equals, so that of what costs the same a tie is named rather than a circle.
    ties.chain(shared).chain(approach).min_by(|one, other| one.0.total_cmp(&other.0))
}

/// The costs of the steps of a way; `None` if these people are on none that counts.
pub(super) fn step_costs(search: &Search<'_>, people: &[u32]) -> Option<Vec<f64>> {
    let repeats = (1..people.len()).any(|at| people[..at].contains(&people[at]));
    if people.len() < 3 || repeats {
        return None;
    }
    let steps = people.windows(2).map(|two| step(search, two[0], two[1]).map(|(cost, _)| cost));
    let costs: Vec<f64> = steps.collect::<Option<_>>()?;
    let cut_short = (2..people.len()).any(|at| is_detour(search, &people[..=at], &costs[..at]));
    (!cut_short).then_some(costs)
}

/// Whether the last of these people could be had from an earlier one at no greater cost.
fn is_detour(search: &Search<'_>, people: &[u32], costs: &[f64]) -> bool {
    if search.question.alternatives == Alternatives::Simple {
        return false;
    }
    let Some((last, before)) = people.split_last() else { return false };
    let mut along = costs.last().copied().unwrap_or(0.0);
    (0..before.len().saturating_sub(1)).rev().any(|at| {
        along += costs[at];
        // The step straight from the start to the target is no way, so it cuts nothing short.
        let is_straight = at == 0 && *last == search.question.to;
        !is_straight && step(search, before[at], *last).is_some_and(|(cost, _)| cost <= along)
    })
}

/// A way begun: a place, and the state before it.
#[derive(Clone, Copy)]
struct Begun {
    place: u32,
    before: usize,
    cost: f64,
    hops: u8,
}

const NOWHERE: usize = usize::MAX;

/// The ways of a search that has been completed.
pub(super) fn cheapest(search: &Search<'_>) -> Vec<Way> {
    let start = Begun { place: search.question.from, before: NOWHERE, cost: 0.0, hops: 0 };
    let mut listing = Listing { search, begun: Vec::new(), queue: BinaryHeap::new() };
    listing.add(start);
    let mut people = Vec::<Vec<u32>>::new();
    while people.len() < search.question.count {
        let Some(Reverse((_, at))) = listing.queue.pop() else { break };
        if listing.begun[at].place != search.question.to {
            listing.go_on(at);
            continue;
        }
        let way = listing.people(at);
        // Two circles may lead to the same person.
        if !people.contains(&way) {
            people.push(way);
        }
    }
    // Of ways that cost as much as the last one wanted only those found on the way need be known.
    for (_, way) in &search.found.ways {
        if !people.contains(way) {
            people.push(way.clone());
        }
    }
    let mut ways: Vec<Way> = people.iter().filter_map(|people| way(search, people)).collect();
    ways.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    ways.truncate(search.question.count);
    ways
}

struct Listing<'a, 'b> {
    search: &'a Search<'b>,
    begun: Vec<Begun>,
    /// By what a way costs at least.
    queue: BinaryHeap<Reverse<(u64, usize)>>,
}

impl Listing<'_, '_> {
    /// Adds a way begun, if it may become one within the bound.
    fn add(&mut self, begun: Begun) {
        let Some(left) = self.search.costs.max_hops().checked_sub(begun.hops) else { return };
        let at_start = begun.before == NOWHERE;
        // Of the start nothing need be known: it is the only way begun.
        let rest =
            if at_start { Some(0.0) } else { self.search.labels.distance(begun.place, left) };
        let Some(total) = rest.map(|rest| begun.cost + rest) else { return };
        if total <= self.search.found.bound() + SLACK {
            self.queue.push(Reverse((total.to_bits(), self.begun.len())));
            self.begun.push(begun);
        }
    }

    /// The people of a way begun, from the start on.
    fn people(&self, mut at: usize) -> Vec<u32> {
        let mut people = Vec::new();
        while at != NOWHERE {
            let begun = self.begun[at];
            if !is_circle(begun.place) {
                people.push(begun.place);
            }
            at = begun.before;
        }
        people.reverse();
        people
    }

    fn go_on(&mut self, at: usize) {
        let (begun, people) = (self.begun[at], self.people(at));
        let Some(&person) = people.last() else { return };
        let network = self.search.network;
        if is_circle(begun.place) {
            for arc in network.row(begun.place) {
                self.step_to(at, &people, arc.to, (begun.cost, begun.hops));
            }
            return;
        }
        let Some(from) = self.search.standing(person) else { return };
        let hops = begun.hops + 1;
        for arc in network.row(person) {
            if is_circle(arc.to) {
                let cost = begun.cost + self.search.costs.of_circle(arc.tied, &from);
                self.add(Begun { place: arc.to, before: at, cost, hops });
            } else if let Some(to) = self.search.standing(arc.to) {
                let hop = self.search.costs.of(arc.tied, arc.tied.rank(), &from, &to);
                self.step_to(at, &people, arc.to, (begun.cost + hop, hops));
            }
        }
        if person == self.search.question.from {
            self.approach_strangers(at, &people);
        }
    }

    fn approach_strangers(&mut self, at: usize, people: &[u32]) {
        let Some(from) = self.search.standing(self.search.question.from) else { return };
        for label in &self.search.strangers {
            let stranger = self.search.labels.get(*label).place;
            if let Some(to) = self.search.standing(stranger) {
                let cost = self.search.costs.of_stranger(&from, &to);
                self.step_to(at, people, stranger, (cost, 1));
            }
        }
    }

    /// Goes on to a person, unless there is a cheaper step to them, or they may not come here.
    fn step_to(&mut self, at: usize, people: &[u32], person: u32, (cost, hops): (f64, u8)) {
        let search = self.search;
        let within = search.labels.distance(person, search.costs.max_hops().saturating_sub(hops));
        let is_within = within.is_some_and(|rest| cost + rest <= search.found.bound() + SLACK);
        let is_straight = people.len() == 1 && person == search.question.to;
        if !is_within || is_straight || people.contains(&person) {
            return;
        }
        let (Some(&last), false) = (people.last(), hops > search.costs.max_hops()) else { return };
        let Some((cheapest, _)) = step(search, last, person) else { return };
        let before = people.len() - 1;
        let way: Vec<u32> = people.iter().copied().chain([person]).collect();
        let steps = way.windows(2).map(|two| step(search, two[0], two[1]).map_or(0.0, |one| one.0));
        let costs: Vec<f64> = steps.collect();
        let spent: f64 = costs[..before].iter().sum();
        if spent + cheapest + SLACK < cost || is_detour(search, &way, &costs) {
            return;
        }
        self.add(Begun { place: person, before: at, cost, hops });
    }
}

/// A way with its hops.
fn way(search: &Search<'_>, people: &[u32]) -> Option<Way> {
    let mut way = Way { cost: 0.0, chance: 1.0, hops: Vec::new() };
    for two in people.windows(2) {
        let (cost, bridge) = step(search, two[0], two[1])?;
        let chance = search.costs.chance(cost);
        way.cost += cost;
        way.chance *= chance;
        way.hops.push(Hop { from: two[0], to: two[1], bridge, chance });
    }
    Some(way)
}
