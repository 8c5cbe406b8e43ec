//! From both ends at once: until no way can remain that is cheaper than those found.
//!
//! Places are looked at from the start in the order of the least cost of what they lead to, from the
//! target in that of their own cost. With r and s the next of these, a way of which no two pieces have
//! been joined costs r + s at least: by a hop or more it gets from a place not looked at from the start
//! to one not looked at from the target. So once r + s reaches the cost of the last way wanted, what
//! remains is to know, for the places reached from the start, what it costs from there on
//! ([`Search::complete`]).
//!
//! Of the many that somebody well connected leads to, only those are noted that may be led on from; with
//! the others it is enough that a walk from the other end is known.

mod onward;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;

use super::hop::{Costs, Standing};
use super::labels::{ByNumber, End, Label, Labels, NONE};
use super::network::Network;
use super::question::{Alternatives, Question, Strangers};
use super::routes::{Found, step, step_costs};
use super::tie::is_circle;

use onward::groups;
pub(super) use onward::within;

/// Sums of the same numbers in another order differ by less, and ways that are equally good do not
/// matter.
pub(super) const SLACK: f64 = 1e-9;

/// Rows longer than this are looked at in portions from the start, and put off from the target.
const LONG: usize = 64;

/// What it takes to see an arc, and to look at whom it leads to, by which the ends take turns.
const SEEN: usize = 1;
const LOOKED_AT: usize = 8;

/// Places to be looked at, most urgent first. A cost is not negative, so its bits sort as it does.
type Queue = BinaryHeap<Reverse<(u64, u32)>>;

pub(super) struct Search<'a> {
    pub(super) network: &'a Network,
    pub(super) costs: &'a Costs<'a>,
    pub(super) question: &'a Question,
    standing: &'a dyn Fn(u32) -> Option<Standing>,
    pub(super) labels: Labels,
    queues: [Queue; 2],
    /// How much has been done from either end.
    work: [usize; 2],
    /// The best ways found so far.
    pub(super) found: Found,
    /// Labels of people with whom a way may begin, besides those that a tie of the start leads to.
    pub(super) firsts: Vec<u32>,
    /// By label, what is left of a long row that has been begun.
    begun: HashMap<u32, Vec<Range<usize>>, ByNumber>,
    /// What it costs the one who asks at least to get to anybody over others.
    over_others: f64,
    /// What steps cost that have been asked for: ways that are held against each other share most.
    steps: RefCell<HashMap<u64, Option<f64>, ByNumber>>,
    /// Of the last long row that was to be looked at next, and what ways might cost then, how much work
    /// it was.
    ahead: ((u32, u64), usize),
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
            firsts: Vec::new(),
            begun: HashMap::default(),
            steps: RefCell::default(),
            ahead: ((NONE, 0), 0),
            over_others: costs.any(),
            completing: false,
        };
        let first = standing(question.from).map_or(0.0, |from| costs.any_out(&from));
        search.over_others += first;
        search.note(End::Start, question.from, (0.0, 0), (NONE, first));
        search.note(End::Target, question.to, (0.0, 0), (NONE, 0.0));
        search
    }

    pub(super) fn standing(&self, person: u32) -> Option<Standing> {
        (self.standing)(person)
    }

    /// What it costs at least to get from one person to another in one step.
    pub(super) fn step_cost(&self, from: u32, to: u32) -> Option<f64> {
        let steps = u64::from(from) << 32 | u64::from(to);
        let mut known = self.steps.borrow_mut();
        *known.entry(steps).or_insert_with(|| step(self, from, to).map(|(cost, _)| cost))
    }

    /// Whether strangers may be approached.
    pub(super) fn approaches(&self) -> bool {
        self.question.strangers == Strangers::Approached
    }

    /// What a way may cost that is still wanted.
    pub(super) fn most(&self) -> f64 {
        self.found.bound() + SLACK
    }

    /// Searches until every way cheaper than the last one wanted has been found in two pieces.
    pub(super) fn meet(&mut self) {
        loop {
            let [from_start, from_target] = [End::Start, End::Target].map(|end| self.next(end));
            // A stranger is not known as long as no hop from them is.
            let unknown = from_start.min(self.over_stranger()) + from_target;
            if unknown == f64::INFINITY || unknown >= self.found.bound() {
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
        while self.next(End::Target) <= self.most() && self.look_further(End::Target) {}
    }

    /// How urgent the next place to be looked at from an end is: from the target its cost, from the
    /// start the least cost of what it leads to.
    fn next(&self, end: End) -> f64 {
        let next = self.queues[end as usize].peek();
        next.map_or(f64::INFINITY, |Reverse((urgency, _))| f64::from_bits(*urgency))
    }

    /// What it costs at least to approach a stranger; infinite, where nobody does.
    fn any_stranger(&self) -> f64 {
        if self.approaches() { self.costs.any_stranger() } else { f64::INFINITY }
    }

    /// What it costs at least to get to anybody over a stranger.
    fn over_stranger(&self) -> f64 {
        self.any_stranger() + self.costs.any()
    }

    /// How much will have been done once the next place has been looked at.
    fn next_work(&mut self, end: End) -> usize {
        let done = self.work[end as usize];
        let Some(Reverse((_, own))) = self.queues[end as usize].peek().copied() else {
            return done;
        };
        let label = self.labels.get(own);
        let arcs = self.network.row(label.place).len();
        let is_long = end == End::Target && arcs > LONG;
        done + if is_long { self.work_ahead(own, label) } else { SEEN * arcs.min(LONG) }
    }

    /// What it takes to look at a long row from the target, which is done at once: of whoever knows
    /// everybody not much is left as soon as some ways have been found, so that it pays to wait.
    fn work_ahead(&mut self, own: u32, Label { place, cost, .. }: Label) -> usize {
        let bound = self.found.bound();
        if self.ahead.0 != (own, bound.to_bits()) {
            let costs = self.costs;
            let most = self.new_to_target() - cost;
            let person = if is_circle(place) { None } else { self.standing(place) };
            let needed = match person {
                Some(to) => costs.needed_in(most, &to),
                None => costs.needed_in_circle(most),
            };
            let row = self.network.row(place);
            let count = |group: Range<usize>| {
                row[group].partition_point(|arc| costs.odds_in(arc.tied) >= needed)
            };
            let new = groups(row).into_iter().map(count).sum::<usize>();
            self.ahead = ((own, bound.to_bits()), LOOKED_AT * new);
        }
        self.ahead.1
    }

    /// Looks at the next place from an end; says whether there was one.
    fn look_further(&mut self, end: End) -> bool {
        let Some(Reverse((_, own))) = self.queues[end as usize].pop() else { return false };
        let label = self.labels.get(own);
        let spent = (label.cost, label.hops);
        let is_worth = !self.completing || label.via == NONE || self.is_reached(label.place, spent);
        if !is_worth || self.labels.is_beaten(end, own) {
            return true;
        }
        if label.via != NONE && self.is_dead_end(end, own) {
            if end == End::Target && !is_circle(label.place) {
                self.begin_with(own);
            }
            return true;
        }
        match (is_circle(label.place), end) {
            (false, End::Start) => self.pass_on(own, label.place, spent),
            (false, End::Target) => self.trace_back(own, label.place, spent),
            (true, End::Start) => self.reach_members(own, label.place, spent),
            (true, End::Target) => self.trace_back_to_members(own, label.place, spent),
        }
        true
    }

    /// Whether nothing can lead on from a place without a detour: whoever is had straight from the start
    /// at no greater cost than over others comes right after it, and whoever leads straight to the
    /// target right before that; and of a circle to which the start or the target belongs nobody else
    /// need pass on, or be passed on to.
    fn is_dead_end(&self, end: End, own: u32) -> bool {
        let place = self.labels.get(own).place;
        if self.question.alternatives == Alternatives::Simple {
            return false;
        }
        if is_circle(place) {
            return self.is_circle_of_the_far_end(end, own, place);
        }
        match end {
            End::Start => {
                let rest = self.labels.of(End::Target, place).map(|(_, label)| label);
                let straight = rest.filter(|label| label.hops == 1).map(|label| label.cost);
                let others = self.labels.distance(place, self.costs.max_hops());
                straight.min_by(f64::total_cmp).is_some_and(|straight| {
                    straight <= self.next(End::Target) && others.is_some_and(|all| straight <= all)
                })
            }
            End::Target => self.step_cost(self.question.from, place).is_some_and(|straight| {
                let over_others = self.next(End::Start).min(self.over_stranger());
                let over_others = self.over_others.max(over_others);
                let known = self.labels.of(End::Start, place);
                straight <= over_others
                    && known.into_iter().all(|(_, other)| straight <= other.cost)
            }),
        }
    }

    /// Whether of a circle nobody else need pass on, or be passed on to, because the other end belongs
    /// to it. The step straight from the start to the target cuts nothing short.
    fn is_circle_of_the_far_end(&self, end: End, own: u32, circle: u32) -> bool {
        let via = self.labels.get(self.labels.get(own).via).place;
        let (from, to) = (self.question.from, self.question.to);
        match end {
            End::Start => via != from && self.network.belongs(to, circle),
            End::Target => {
                let own = self.network.circles_of(from).iter().filter(|arc| arc.to == circle);
                let straight = own
                    .zip(self.standing(from))
                    .map(|(arc, from)| self.costs.of_circle(arc.tied, &from));
                via != to
                    && straight.min_by(f64::total_cmp).is_some_and(|cost| cost <= self.over_others)
            }
        }
    }

    /// What a walk to the target may cost, from where nothing has been reached from the start yet.
    fn new_to_target(&self) -> f64 {
        if self.completing {
            return f64::NEG_INFINITY;
        }
        self.found.bound() - self.next(End::Start).min(self.any_stranger())
    }

    /// Notes a walk from the start by one step more, and the ways that it completes. To get on from there
    /// costs `onward` at least.
    fn reach(&mut self, own: u32, place: u32, (cost, hops): (f64, u8), onward: f64) {
        let before = self.labels.get(own);
        let known: Vec<u32> = self.labels.of(End::Target, place).map(|(at, _)| at).collect();
        for at in known {
            let rest = self.labels.get(at);
            if hops + rest.hops > self.costs.max_hops() || cost + rest.cost > self.most() {
                continue;
            }
            self.join(own, at);
            // So the place before is known to lead to the target, whether or not this one is noted.
            let back = (cost - before.cost + rest.cost, hops - before.hops + rest.hops);
            if before.place != self.question.from {
                self.come_from(at, before.place, back);
            }
        }
        let is_new = cost + onward + self.next(End::Target) < self.found.bound();
        if is_new && place != self.question.to {
            self.note(End::Start, place, (cost, hops), (own, onward));
        }
    }

    /// Notes a walk to the target by one step more, and the ways that it completes.
    fn come_from(&mut self, own: u32, place: u32, spent: (f64, u8)) {
        let known: Vec<u32> = if self.completing {
            Vec::new()
        } else {
            self.labels.of(End::Start, place).map(|(at, _)| at).collect()
        };
        for at in known {
            let before = self.labels.get(at);
            let hops = before.hops + spent.1;
            if hops <= self.costs.max_hops() && before.cost + spent.0 < self.found.bound() {
                self.join(at, own);
            }
        }
        let is_piece = spent.0 < self.new_to_target() || self.is_reached(place, spent);
        // A way begins at the start and does not come back to it.
        if !is_piece || place == self.question.from {
            return;
        }
        if let Some(label) = self.note(End::Target, place, spent, (own, 0.0))
            && !is_circle(place)
        {
            self.approach(label, spent.0);
        }
    }

    /// Notes a walk, unless a better one is known. It is the more urgent the less it has cost, and will
    /// cost at least.
    fn note(
        &mut self,
        end: End,
        place: u32,
        spent: (f64, u8),
        (via, onward): (u32, f64),
    ) -> Option<u32> {
        let label = self.labels.add(end, place, spent, via)?;
        self.queues[end as usize].push(Reverse(((spent.0 + onward).to_bits(), label)));
        Some(label)
    }

    /// A walk from the start together with one to the target that goes on from it.
    fn join(&mut self, from_start: u32, to_target: u32) {
        let mut people: Vec<u32> = self.labels.walk(from_start).collect();
        people.reverse();
        people.extend(self.labels.walk(to_target));
        self.consider(people);
    }

    /// The way that begins with a stranger from whom the target is reached.
    fn approach(&mut self, label: u32, cost: f64) {
        if self.approaches() && cost + self.any_stranger() <= self.most() {
            self.begin_with(label);
        }
    }

    /// The way that goes straight from the start to a person, and on from there.
    fn begin_with(&mut self, label: u32) {
        let rest = self.labels.get(label);
        if rest.hops >= self.costs.max_hops() {
            return;
        }
        let straight = self.step_cost(self.question.from, rest.place);
        if straight.is_some_and(|cost| cost + rest.cost <= self.most()) {
            self.firsts.push(label);
            let walk = self.labels.walk(label);
            let people = std::iter::once(self.question.from).chain(walk).collect();
            self.consider(people);
        }
    }

    /// Keeps a way, if it is one and among the best.
    fn consider(&mut self, mut people: Vec<u32>) {
        people.retain(|place| !is_circle(*place));
        people.dedup();
        if let Some(costs) = step_costs(self, &people) {
            self.found.keep(costs.iter().sum(), people);
        }
    }

    /// Whether a place lies, as far as is known, on a way within the bound.
    fn is_reached(&self, place: u32, (cost, hops): (f64, u8)) -> bool {
        self.labels.of(End::Start, place).any(|(_, before)| {
            hops + before.hops <= self.costs.max_hops() && before.cost + cost <= self.most()
        })
    }
}
