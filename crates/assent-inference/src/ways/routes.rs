//! Ways in the order of their costs, once it is known what each place is away from the target.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::question::{Alternatives, Bridge, Hop, Way};
use super::search::{SLACK, Search, within};
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
pub(super) fn step(search: &Search<'_>, from: u32, to: u32) -> Option<(f64, Bridge)> {
    let (one, other) = search.standing(from).zip(search.standing(to))?;
    let ties = search.network.between(from, to).map(|tied| {
        let (kind, rank) = (tied.kind(), tied.rank());
        let bridge = Bridge::Tie { kind, renewed_days: tied.renewed_days(), rank };
        (search.costs.of(tied, rank, &one, &other), bridge)
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
    let steps = people.windows(2).map(|two| search.step_cost(two[0], two[1]));
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
        !is_straight && search.step_cost(before[at], *last).is_some_and(|cost| cost <= along)
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
    let mut listing = Listing { search, begun: vec![start], queue: BinaryHeap::new() };
    listing.go_on(0, &[search.question.from]);
    let mut ways = Vec::<Vec<u32>>::new();
    while ways.len() < search.question.count {
        let Some(Reverse((.., at))) = listing.queue.pop() else { break };
        let (people, costs) = listing.steps(at);
        // Only now, for few ever come so far.
        if !is_circle(listing.begun[at].place) && !is_proper(search, &people, &costs) {
            continue;
        }
        if listing.begun[at].place != search.question.to {
            listing.go_on(at, &people);
        } else if !ways.contains(&people) {
            ways.push(people);
        }
    }
    // Of ways that cost as much as the last one wanted only those found on the way need be known.
    for (_, way) in &search.found.ways {
        if !ways.contains(way) {
            ways.push(way.clone());
        }
    }
    let mut ways: Vec<Way> = ways.iter().filter_map(|people| way(search, people)).collect();
    ways.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    ways.truncate(search.question.count);
    ways
}

/// Whether there is neither a cheaper step to the last of these people, nor a shorter way.
fn is_proper(search: &Search<'_>, people: &[u32], costs: &[f64]) -> bool {
    let (Some(two), Some(cost)) = (people.last_chunk::<2>(), costs.last()) else { return true };
    let cheapest = search.step_cost(two[0], two[1]);
    cheapest.is_some_and(|cheapest| *cost <= cheapest + SLACK) && !is_detour(search, people, costs)
}

struct Listing<'a, 'b> {
    search: &'a Search<'b>,
    begun: Vec<Begun>,
    /// By what a way costs at least, in units of [`SLACK`]; of equal ones first those that have come
    /// furthest, for where many ways cost the same a few are enough.
    queue: BinaryHeap<Reverse<(u64, Reverse<u8>, usize)>>,
}

impl Listing<'_, '_> {
    /// The people of a way begun, from the start on, and what the steps between them cost.
    fn steps(&self, at: usize) -> (Vec<u32>, Vec<f64>) {
        let trail = std::iter::successors(Some(at), |at| {
            Some(self.begun[*at].before).filter(|before| *before != NOWHERE)
        });
        let trail = trail.map(|at| self.begun[at]).filter(|begun| !is_circle(begun.place));
        let mut trail: Vec<Begun> = trail.collect();
        trail.reverse();
        let costs = trail.windows(2).map(|two| two[1].cost - two[0].cost).collect();
        (trail.iter().map(|begun| begun.place).collect(), costs)
    }

    /// What it costs at least to the target from a place that is reached like this, if that is within
    /// the bound.
    fn rest(&self, place: u32, (cost, hops): (f64, u8)) -> Option<f64> {
        let left = self.search.costs.max_hops().checked_sub(hops)?;
        let rest = self.search.labels.distance(place, left)?;
        Some(rest).filter(|rest| cost + rest <= self.search.most())
    }

    fn go_on(&mut self, at: usize, people: &[u32]) {
        let (begun, search) = (self.begun[at], self.search);
        let Some(&person) = people.last() else { return };
        if is_circle(begun.place) {
            for arc in search.network.row(begun.place) {
                self.step_to(at, people, arc.to, (begun.cost, begun.hops));
            }
            return;
        }
        let Some(from) = search.standing(person) else { return };
        let (costs, hops) = (search.costs, begun.hops + 1);
        let least = costs.any_out(&from);
        let needed = costs.needed_out(search.most() - begun.cost, &from);
        let row = search.network.row(person);
        let arcs = within(row, [needed; 2], |arc| costs.odds_out(arc.tied));
        for (arc, _) in arcs {
            if self.rest(arc.to, (begun.cost + least, hops)).is_none() {
                continue;
            }
            let hop = if is_circle(arc.to) {
                costs.of_circle(arc.tied, &from)
            } else {
                let Some(to) = search.standing(arc.to) else { continue };
                costs.of(arc.tied, arc.tied.rank(), &from, &to)
            };
            let cost = begun.cost + hop;
            if !is_circle(arc.to) || !self.is_left_late(at, arc.to, cost) {
                self.step_to(at, people, arc.to, (cost, hops));
            }
        }
        if person == search.question.from {
            self.begin(at);
        }
    }

    /// Whether somebody earlier on a way begun might have passed on to a circle at no greater cost, so
    /// that whoever of it comes next would be had without a detour.
    fn is_left_late(&self, at: usize, circle: u32, cost: f64) -> bool {
        let search = self.search;
        if search.question.alternatives == Alternatives::Simple {
            return false;
        }
        let mut before = self.begun[at].before;
        while before != NOWHERE {
            let earlier = self.begun[before];
            before = earlier.before;
            if is_circle(earlier.place) {
                continue;
            }
            let belongs = search.network.circles_of(earlier.place).iter();
            let standing = search.standing(earlier.place);
            let mut ways = belongs.filter(|arc| arc.to == circle).zip(standing);
            if ways
                .any(|(arc, from)| earlier.cost + search.costs.of_circle(arc.tied, &from) <= cost)
            {
                return true;
            }
        }
        false
    }

    /// The ways that begin with people whom no tie of the start leads to.
    fn begin(&mut self, at: usize) {
        let from = self.search.question.from;
        for label in &self.search.firsts {
            let first = self.search.labels.get(*label).place;
            if let Some(cost) = self.search.step_cost(from, first) {
                self.step_to(at, &[from], first, (cost, 1));
            }
        }
    }

    /// Goes on to a place, if it leads to the target within the bound.
    fn step_to(&mut self, at: usize, people: &[u32], place: u32, spent: (f64, u8)) {
        let is_straight = people.len() == 1 && place == self.search.question.to;
        let Some(rest) = self.rest(place, spent).filter(|_| !is_straight) else { return };
        if !people.contains(&place) {
            let (cost, hops) = spent;
            let total = ((cost + rest) / SLACK).round() as u64;
            self.queue.push(Reverse((total, Reverse(hops), self.begun.len())));
            self.begun.push(Begun { place, before: at, cost, hops });
        }
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
