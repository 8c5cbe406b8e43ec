//! From both ends at once: until no way can remain that is cheaper than those found.
//!
//! With every walk from the start cheaper than r and every walk to the target cheaper than s looked
//! at, each way that costs less than r + s has been found in two pieces. So once r + s reaches the cost
//! of the last way wanted, what remains is to know, for the places reached from the start, what it
//! costs from there on ([`Search::complete`]).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::hop::{Costs, Standing};
use super::labels::{End, Labels, NONE};
use super::network::Network;
use super::question::{Question, Strangers};
use super::routes::{Found, step_costs};
use super::tie::{Arc, is_circle};

/// Sums of the same numbers in another order differ by less, and ways that are equally good do not
/// matter.
pub(super) const SLACK: f64 = 1e-9;

/// Places to be looked at, cheapest first. A cost is not negative, so its bits sort as it does.
type Queue = BinaryHeap<Reverse<(u64, u32)>>;

pub(super) struct Search<'a> {
    pub(super) network: &'a Network,
    pub(super) costs: &'a Costs<'a>,
    pub(super) question: &'a Question,
    standing: &'a dyn Fn(u32) -> Option<Standing>,
    pub(super) labels: Labels,
    queues: [Queue; 2],
    /// Arcs looked at from either end.
    work: [usize; 2],
    /// The best ways found so far.
    pub(super) found: Found,
    /// Labels of people whom the one who asks might approach as a stranger.
    pub(super) strangers: Vec<u32>,
    /// Whether only places matter that have been reached from the start.
    completing: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        network: &'a Network,
        costs: &'a Costs<'a>,
        question: &'a Question,
        standing: &'a dyn Fn(u32) -> Option<Standing>,
    ) -> Self {
        let mut search = Self {
            network,
            costs,
            question,
            standing,
            labels: Labels::default(),
            queues: [Queue::new(), Queue::new()],
            work: [0; 2],
            found: Found::new(question.count),
            strangers: Vec::new(),
            completing: false,
        };
        search.push(End::Start, question.from, (0.0, 0), NONE);
        search.push(End::Target, question.to, (0.0, 0), NONE);
        search
    }

    pub(super) fn standing(&self, person: u32) -> Option<Standing> {
        (self.standing)(person)
    }

    /// Whether strangers may be approached.
    pub(super) fn approaches(&self) -> bool {
        self.question.strangers == Strangers::Approached
    }

    /// Searches until every way cheaper than the last one wanted has been found in two pieces.
    pub(super) fn meet(&mut self) {
        loop {
            let [from_start, from_target] =
                [End::Start, End::Target].map(|end| self.next_cost(end));
            let nothing_left =
                from_target == f64::INFINITY || self.reach(End::Start) == f64::INFINITY;
            if nothing_left || self.reach(End::Start) + from_target >= self.found.bound() {
                return;
            }
            let start_is_next = self.next_work(End::Start) <= self.next_work(End::Target);
            let end =
                if start_is_next && from_start < f64::INFINITY { End::Start } else { End::Target };
            self.look_further(end);
        }
    }

    /// Finds what it costs to get to the target from each place that lies on a way within the bound.
    pub(super) fn complete(&mut self) {
        self.completing = true;
        while self.next_cost(End::Target) <= self.found.bound() + SLACK {
            if !self.look_further(End::Target) {
                return;
            }
        }
    }

    /// The cost of the next place to be looked at.
    fn next_cost(&self, end: End) -> f64 {
        let next = self.queues[end as usize].peek();
        next.map_or(f64::INFINITY, |Reverse((cost, _))| f64::from_bits(*cost))
    }

    /// What it costs at least to get to any place that is not yet looked at from an end.
    fn reach(&self, end: End) -> f64 {
        let floor = if end == End::Start && self.approaches() {
            self.costs.stranger_floor
        } else {
            f64::INFINITY
        };
        self.next_cost(end).min(floor)
    }

    /// The arcs that will have been looked at once the next place has been.
    fn next_work(&self, end: End) -> usize {
        let next = self.queues[end as usize].peek();
        let place = next.map(|Reverse((_, label))| self.labels.get(*label).place);
        self.work[end as usize] + place.map_or(0, |place| self.network.row(place).len())
    }

    /// Looks at the next place from an end; says whether there was one.
    fn look_further(&mut self, end: End) -> bool {
        let Some(Reverse((_, own))) = self.queues[end as usize].pop() else { return false };
        let label = self.labels.get(own);
        let is_worth = !self.completing
            || label.via == NONE
            || self.is_reached(label.place, label.cost, label.hops);
        if !is_worth || self.labels.is_beaten(end, own) {
            return true;
        }
        self.work[end as usize] += self.network.row(label.place).len();
        let spent = (label.cost, label.hops);
        match (is_circle(label.place), end) {
            (false, End::Start) => self.pass_on(own, label.place, spent),
            (false, End::Target) => self.trace_back(own, label.place, spent),
            (true, End::Start) => self.reach_members(own, label.place, spent),
            (true, End::Target) => self.trace_back_to_members(own, label.place, spent),
        }
        true
    }

    /// From a person, forwards.
    fn pass_on(&mut self, own: u32, person: u32, (cost, hops): (f64, u8)) {
        let Some(from) = self.standing(person).filter(|_| hops < self.costs.max_hops()) else {
            return;
        };
        let network = self.network;
        for arc in network.row(person).iter().filter(|arc| arc.to != self.question.from) {
            if !self.is_within(End::Start, cost + self.costs.floor(arc.tied)) {
                continue;
            }
            let hop = if is_circle(arc.to) {
                self.costs.of_circle(arc.tied, &from)
            } else {
                let Some(to) = self.standing(arc.to) else { continue };
                self.costs.of(arc.tied, arc.tied.rank(), &from, &to)
            };
            self.push(End::Start, arc.to, (cost + hop, hops + 1), own);
        }
    }

    /// To a person, backwards.
    fn trace_back(&mut self, own: u32, person: u32, (cost, hops): (f64, u8)) {
        let Some(to) = self.standing(person) else { return };
        let network = self.network;
        for arc in network.row(person).iter().filter(|arc| arc.to != self.question.to) {
            if is_circle(arc.to) {
                self.push(End::Target, arc.to, (cost, hops), own);
            } else if hops < self.costs.max_hops() {
                self.trace_back_to(own, arc, &to, (cost, hops));
            }
        }
    }

    fn trace_back_to(&mut self, own: u32, arc: &Arc, to: &Standing, (cost, hops): (f64, u8)) {
        if !self.is_piece(End::Target, arc.to, (cost + self.costs.floor(arc.tied), hops + 1)) {
            return;
        }
        let Some(from) = self.standing(arc.to) else { return };
        let hop = self.costs.of(arc.tied, arc.tied.turned().rank(), &from, to);
        self.push(End::Target, arc.to, (cost + hop, hops + 1), own);
    }

    /// From a circle to its members: the hop has been paid for by whoever passed on to it.
    fn reach_members(&mut self, own: u32, circle: u32, (cost, hops): (f64, u8)) {
        if !self.is_within(End::Start, cost) {
            return;
        }
        let network = self.network;
        for arc in network.row(circle).iter().filter(|arc| arc.to != self.question.from) {
            if self.standing(arc.to).is_some() {
                self.push(End::Start, arc.to, (cost, hops), own);
            }
        }
    }

    /// Back from a circle to whoever of it might have passed on.
    fn trace_back_to_members(&mut self, own: u32, circle: u32, (cost, hops): (f64, u8)) {
        if hops >= self.costs.max_hops() {
            return;
        }
        let network = self.network;
        for arc in network.row(circle).iter().filter(|arc| arc.to != self.question.to) {
            if !self.is_piece(End::Target, arc.to, (cost + self.costs.floor(arc.tied), hops + 1)) {
                continue;
            }
            let Some(from) = self.standing(arc.to) else { continue };
            let hop = self.costs.of_circle(arc.tied, &from);
            self.push(End::Target, arc.to, (cost + hop, hops + 1), own);
        }
    }

    /// Whether a walk may be a piece of a way that is wanted and not yet known.
    fn is_piece(&self, end: End, place: u32, (cost, hops): (f64, u8)) -> bool {
        match end {
            End::Start => self.is_within(end, cost),
            // Of what has been reached from the start the distance to the target is needed as well.
            End::Target => {
                (!self.completing && self.is_within(end, cost))
                    || self.is_reached(place, cost, hops)
            }
        }
    }

    /// Whether a walk that costs so much may lead to what has not been reached from the other end.
    fn is_within(&self, end: End, cost: f64) -> bool {
        cost + self.reach(end.other()) < self.found.bound()
    }

    /// Notes a walk, and the ways that it completes with walks from the other end.
    fn push(&mut self, end: End, place: u32, spent: (f64, u8), via: u32) {
        let is_end = place == [self.question.to, self.question.from][end as usize];
        if !is_end && via != NONE && !self.is_piece(end, place, spent) {
            return;
        }
        self.join(end, place, spent, via);
        // A way begins and ends at the two ends and passes through neither.
        if is_end && via != NONE {
            return;
        }
        let Some(own) = self.labels.add(end, place, spent, via) else { return };
        self.queues[end as usize].push(Reverse((spent.0.to_bits(), own)));
        if end == End::Target && via != NONE && !is_circle(place) && self.approaches() {
            self.approach(own, place, spent);
        }
    }

    /// The walk to a place together with each from there on.
    fn join(&mut self, end: End, place: u32, (cost, hops): (f64, u8), via: u32) {
        if self.completing {
            return;
        }
        let within = |other: &super::labels::Label| {
            hops + other.hops <= self.costs.max_hops() && cost + other.cost < self.found.bound()
        };
        let others = self.labels.of(end.other(), place).filter(|(_, other)| within(other));
        let pairs: Vec<u32> = others.map(|(at, _)| at).collect();
        for other in pairs {
            let own = self.labels.walk(via);
            let other = self.labels.walk(other);
            let people: Vec<u32> = match end {
                End::Start => {
                    let mut people: Vec<u32> = own.collect();
                    people.reverse();
                    people.into_iter().chain(other).collect()
                }
                End::Target => {
                    let mut people: Vec<u32> = other.collect();
                    people.reverse();
                    people.into_iter().chain(own).collect()
                }
            };
            self.consider(people);
        }
    }

    /// The way that begins with a stranger from whom the target is reached.
    fn approach(&mut self, own: u32, person: u32, (cost, hops): (f64, u8)) {
        let ends = self.standing(self.question.from).zip(self.standing(person));
        let Some((from, to)) = ends.filter(|_| hops < self.costs.max_hops()) else { return };
        let total = cost + self.costs.of_stranger(&from, &to);
        if total > self.found.bound() + SLACK {
            return;
        }
        self.strangers.push(own);
        let walk = self.labels.walk(own);
        let people = std::iter::once(self.question.from).chain(walk).collect();
        self.consider(people);
    }

    /// Keeps a way, if it is one and among the best.
    fn consider(&mut self, mut people: Vec<u32>) {
        people.retain(|place| !is_circle(*place));
        if let Some(costs) = step_costs(self, &people) {
            self.found.keep(costs.iter().sum(), people);
        }
    }

    /// Whether a place lies, as far as is known, on a way within the bound.
    fn is_reached(&self, place: u32, cost: f64, hops: u8) -> bool {
        self.labels.of(End::Start, place).any(|(_, other)| {
            hops + other.hops <= self.costs.max_hops()
                && cost + other.cost <= self.found.bound() + SLACK
        })
    }
}
