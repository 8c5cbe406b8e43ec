//! Where a place leads to, from either end: only those of its arcs that may matter.

use std::cmp::Reverse;
use std::ops::Range;

use super::super::hop::Standing;
use super::super::labels::End;
use super::super::tie::{Arc, is_circle};
use super::{LONG, LOOKED_AT, SEEN, Search};

/// Hops of a portion of a long row differ by so much in cost.
const PORTION: f64 = 0.25;

impl Search<'_> {
    /// From a person, forwards. Of a long row only the next portion is looked at, so that most of it
    /// never is.
    pub(super) fn pass_on(&mut self, own: u32, person: u32, (cost, hops): (f64, u8)) {
        let Some(from) = self.standing(person).filter(|_| hops < self.costs.max_hops()) else {
            return;
        };
        let (costs, row) = (self.costs, self.network.row(person));
        if row.len() <= LONG {
            self.pass_on_over(own, row, &from, (cost, hops));
            return;
        }
        let odds = |group: &Range<usize>| costs.odds_out(row[group.start].tied);
        let strongest = |groups: &[Range<usize>]| groups.iter().map(odds).max_by(f64::total_cmp);
        let mut groups = self.begun.remove(&own).unwrap_or_else(|| groups(row));
        let Some(first) = strongest(&groups) else { return };
        let needed = costs.needed_out(costs.least_out(first, &from) + PORTION, &from).min(first);
        for group in &mut groups {
            let rest = &row[group.clone()];
            let portion = rest.partition_point(|arc| costs.odds_out(arc.tied) >= needed);
            self.pass_on_over(own, &rest[..portion], &from, (cost, hops));
            group.start += portion;
        }
        groups.retain(|group| !group.is_empty());
        if let Some(next) = strongest(&groups) {
            self.begun.insert(own, groups);
            let urgency = cost + costs.least_out(next, &from);
            self.queues[End::Start as usize].push(Reverse((urgency.to_bits(), own)));
        }
    }

    fn pass_on_over(&mut self, own: u32, arcs: &[Arc], from: &Standing, (cost, hops): (f64, u8)) {
        let costs = self.costs;
        // What leads to where the other end has been looked at is found from there.
        let most = self.found.bound() - self.next(End::Target) - cost;
        let needed = [most - costs.any(), most].map(|most| costs.needed_out(most, from));
        for (arc, is_new) in within(arcs, needed, |arc| costs.odds_out(arc.tied)) {
            self.work[End::Start as usize] += SEEN;
            let is_wanted = is_new || is_circle(arc.to) || self.labels.knows(End::Target, arc.to);
            if arc.to == self.question.from || !is_wanted {
                continue;
            }
            self.work[End::Start as usize] += LOOKED_AT;
            if is_circle(arc.to) {
                let hop = costs.of_circle(arc.tied, from);
                self.reach(own, arc.to, (cost + hop, hops + 1), 0.0);
            } else if let Some(to) = self.standing(arc.to) {
                let hop = costs.of(arc.tied, arc.tied.rank(), from, &to);
                self.reach(own, arc.to, (cost + hop, hops + 1), costs.any_out(&to));
            }
        }
    }

    /// From a circle to its members: the hop has been paid for by whoever passed on to it.
    pub(super) fn reach_members(&mut self, own: u32, circle: u32, spent: (f64, u8)) {
        let members = self.network.row(circle);
        self.work[End::Start as usize] += SEEN * members.len();
        let is_new = spent.0 + self.next(End::Target) < self.found.bound();
        for arc in members {
            if arc.to == self.question.from || !(is_new || self.labels.knows(End::Target, arc.to)) {
                continue;
            }
            self.work[End::Start as usize] += LOOKED_AT;
            if let Some(to) = self.standing(arc.to) {
                self.reach(own, arc.to, spent, self.costs.any_out(&to));
            }
        }
    }

    /// To a person, backwards.
    pub(super) fn trace_back(&mut self, own: u32, person: u32, (cost, hops): (f64, u8)) {
        let Some(to) = self.standing(person) else { return };
        for arc in self.network.circles_of(person) {
            self.come_from(own, arc.to, (cost, hops));
        }
        if hops >= self.costs.max_hops() {
            return;
        }
        let needed = self.most_before(cost).map(|most| self.costs.needed_in(most, &to));
        self.trace_back_over(person, needed, |search, arc, from| {
            let hop = search.costs.of(arc.tied, arc.tied.turned().rank(), from, &to);
            search.come_from(own, arc.to, (cost + hop, hops + 1));
        });
    }

    /// Back from a circle to whoever of it might have passed on.
    pub(super) fn trace_back_to_members(&mut self, own: u32, circle: u32, (cost, hops): (f64, u8)) {
        if hops >= self.costs.max_hops() {
            return;
        }
        let needed = self.most_before(cost).map(|most| self.costs.needed_in_circle(most));
        self.trace_back_over(circle, needed, |search, arc, from| {
            let hop = search.costs.of_circle(arc.tied, from);
            search.come_from(own, arc.to, (cost + hop, hops + 1));
        });
    }

    /// What a hop may cost from somebody new, and from whoever is known to be reached from the start,
    /// where that much is spent after it.
    fn most_before(&self, cost: f64) -> [f64; 2] {
        [self.new_to_target(), self.most()].map(|most| most - cost)
    }

    /// Calls back with each arc of a row whose hop in may matter, and with who would pass on along it.
    fn trace_back_over(
        &mut self,
        place: u32,
        needed: [f64; 2],
        mut come: impl FnMut(&mut Self, &Arc, &Standing),
    ) {
        let costs = self.costs;
        for (arc, is_new) in within(self.network.row(place), needed, |arc| costs.odds_in(arc.tied))
        {
            self.work[End::Target as usize] += SEEN;
            let is_wanted = is_new || self.labels.knows(End::Start, arc.to);
            if arc.to == self.question.to || is_circle(arc.to) || !is_wanted {
                continue;
            }
            self.work[End::Target as usize] += LOOKED_AT;
            if let Some(from) = self.standing(arc.to) {
                come(self, arc, &from);
            }
        }
    }
}

/// Where the groups of like arcs of a row lie.
pub(super) fn groups(row: &[Arc]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while let Some(first) = row.get(start) {
        let end = start + row[start..].partition_point(|arc| !first.precedes(arc));
        groups.push(start..end);
        start = end;
    }
    groups
}

/// The arcs of a row that have the log-odds needed, each with whether it has those needed of one that
/// leads to somebody new, which are more. Within a group of like arcs the odds fall along the row, so
/// that of somebody well connected only those are looked at that matter.
pub(in super::super) fn within(
    row: &[Arc],
    [new, known]: [f64; 2],
    odds: impl Fn(&Arc) -> f64,
) -> impl Iterator<Item = (&Arc, bool)> {
    /// Rows this short are not worth the search for where groups end.
    const SHORT: usize = 24;
    let mut rest = row;
    let mut arcs: &[Arc] = &[];
    std::iter::from_fn(move || {
        loop {
            while let Some((arc, others)) = arcs.split_first() {
                arcs = others;
                let odds = odds(arc);
                if odds >= known {
                    return Some((arc, odds >= new));
                }
            }
            let first = rest.first()?;
            if rest.len() <= SHORT {
                arcs = std::mem::take(&mut rest);
            } else {
                let end = rest.partition_point(|arc| !first.precedes(arc));
                (arcs, rest) = rest.split_at(end);
                arcs = &arcs[..arcs.partition_point(|arc| odds(arc) >= known)];
            }
        }
    })
}
