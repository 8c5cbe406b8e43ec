//! Who is acquainted with whom: built once, changed person by person.

use super::rows::Rows;
use crate::priors::Acquaintance;

use super::tie::{Acquainted, Arc, CIRCLE, Place, Tied, is_circle};

/// Changed rows are laid down anew once they hold this share of all arcs, and this many at least.
const CHANGED_SHARE: usize = 16;
const CHANGED_LEAST: usize = 50_000;

/// People, their ties and their circles. Twelve bytes a tie while it is built from them, sixteen
/// afterwards, of two ends with eight each.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    people: u32,
    circles: u32,
    /// By person: to people first, then to circles.
    of_people: Rows,
    /// By circle: to its members.
    of_circles: Rows,
    /// By kind, the day of the youngest tie that ever was.
    latest: Vec<Option<f64>>,
}

impl Network {
    /// Lays a network down: so many people and circles, and the ties among them. A tie to oneself is
    /// left out.
    ///
    /// # Panics
    /// If a tie names a person or circle beyond these, or there are more than 2³¹ of either, or as
    /// many arcs as 2³².
    #[must_use]
    pub fn new(people: u32, circles: u32, ties: &[Acquainted]) -> Self {
        assert!(people < CIRCLE && circles < CIRCLE, "{people} people and {circles} circles");
        let of_people = Rows::laid(people, |some, arc| {
            for tie in ties.iter().filter(|tie| tie.one != tie.other) {
                if some.contains(&tie.one) {
                    arc(tie.one, Arc { to: tie.other, tied: tie.tied });
                }
                if some.contains(&tie.other) {
                    arc(tie.other, Arc { to: tie.one, tied: tie.tied.turned() });
                }
            }
        });
        let of_circles = Rows::laid(circles, |some, arc| {
            for tie in ties.iter().filter(|tie| some.contains(&(tie.other ^ CIRCLE))) {
                arc(tie.other ^ CIRCLE, Arc { to: tie.one, tied: tie.tied });
            }
        });
        let mut latest = Vec::new();
        ties.iter().for_each(|tie| note(&mut latest, tie.tied));
        Self { people, circles, of_people, of_circles, latest }
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.people
    }

    /// How many circles there are.
    #[must_use]
    pub fn circles(&self) -> u32 {
        self.circles
    }

    /// How many arcs are held: two of each tie, and those that changes have overtaken.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.of_people.arcs() + self.of_circles.arcs()
    }

    /// A person more, tied to nobody yet.
    pub fn add_person(&mut self) -> u32 {
        self.people += 1;
        self.people - 1
    }

    /// A circle more, without members yet.
    pub fn add_circle(&mut self) -> u32 {
        self.circles += 1;
        self.circles - 1
    }

    /// Everything that somebody is tied to, seen from them.
    pub fn ties(&self, person: u32) -> impl Iterator<Item = (Place, Tied)> {
        self.of_people.row(person).iter().map(|arc| (Place::of(arc.to), arc.tied))
    }

    /// Puts all ties of a person, seen from them, in place of those before: the other ends follow.
    /// What leads to themselves, or to what there is not, is left out.
    pub fn set_ties(&mut self, person: u32, ties: impl IntoIterator<Item = (Place, Tied)>) {
        let arc = |(to, tied)| match to {
            Place::Person(to) if to != person && to < self.people => Some(Arc { to, tied }),
            Place::Circle(circle) if circle < self.circles => {
                Some(Arc { to: circle | CIRCLE, tied: tied.level() })
            }
            Place::Person(_) | Place::Circle(_) => None,
        };
        let by_end = |mut row: Vec<Arc>| {
            row.sort_unstable_by_key(|arc| (arc.to, arc.order()));
            row.dedup();
            row
        };
        let after = by_end(ties.into_iter().filter_map(arc).collect());
        let before = by_end(self.of_people.row(person).to_vec());
        let (mut old, mut new) = (&before[..], &after[..]);
        while let Some(end) = first_end(old, new) {
            let (of_old, of_new) = (take_to(&mut old, end), take_to(&mut new, end));
            if of_old != of_new {
                self.mirror(person, end, of_new);
            }
        }
        if before != after {
            self.note_latest(&after);
            self.of_people.set(person, after);
        }
    }

    /// The day on which the youngest tie of a kind there ever was had been renewed.
    pub(super) fn latest_days(&self, kind: Acquaintance) -> Option<f64> {
        self.latest.get(kind.index()).copied().flatten()
    }

    fn note_latest(&mut self, arcs: &[Arc]) {
        for arc in arcs {
            note(&mut self.latest, arc.tied);
        }
    }

    /// Puts the arcs of the other end in step.
    fn mirror(&mut self, person: u32, end: u32, arcs: &[Arc]) {
        let back = arcs.iter().map(|arc| Arc { to: person, tied: arc.tied.turned() });
        if is_circle(end) {
            let back = arcs.iter().map(|arc| Arc { to: person, tied: arc.tied });
            self.of_circles.set_between(end & !CIRCLE, person, back);
        } else {
            self.of_people.set_between(end, person, back);
        }
    }

    /// Whether so much has changed that [`Network::compacted`] is worth its while: changed rows are
    /// kept beside the rest, and cost a look-up each.
    #[must_use]
    pub fn is_worn(&self) -> bool {
        let changed = self.of_people.changed_arcs() + self.of_circles.changed_arcs();
        changed > CHANGED_LEAST && changed > self.arcs() / CHANGED_SHARE
    }

    /// The same network laid down anew.
    #[must_use]
    pub fn compacted(&self) -> Self {
        Self {
            of_people: self.of_people.compacted(self.people),
            of_circles: self.of_circles.compacted(self.circles),
            latest: self.latest.clone(),
            ..*self
        }
    }

    /// The arcs out of a person or circle.
    pub(super) fn row(&self, place: u32) -> &[Arc] {
        if is_circle(place) {
            self.of_circles.row(place & !CIRCLE)
        } else {
            self.of_people.row(place)
        }
    }

    /// The ties of a person to another, seen from the first.
    pub(super) fn between(&self, one: u32, other: u32) -> impl Iterator<Item = Tied> {
        let (of_one, of_other) = (self.of_people.row(one), self.of_people.row(other));
        // Both ends hold a tie, so the one with fewer is asked.
        let turn = of_other.len() < of_one.len();
        let (row, end) = if turn { (of_other, one) } else { (of_one, other) };
        let found = row.iter().filter(move |arc| arc.to == end);
        found.map(move |arc| if turn { arc.tied.turned() } else { arc.tied })
    }

    /// The circles of a person.
    pub(super) fn circles_of(&self, person: u32) -> &[Arc] {
        let row = self.of_people.row(person);
        &row[row.partition_point(|arc| !is_circle(arc.to))..]
    }

    /// Whether somebody belongs to a circle.
    pub(super) fn belongs(&self, person: u32, circle: u32) -> bool {
        self.circles_of(person).iter().any(|arc| arc.to == circle)
    }
}

/// Notes the day of a tie, if it is the youngest of its kind.
fn note(latest: &mut Vec<Option<f64>>, tied: Tied) {
    let kind = tied.kind().index();
    if kind >= latest.len() {
        latest.resize(kind + 1, None);
    }
    let day = Some(tied.renewed_days());
    if latest[kind] < day {
        latest[kind] = day;
    }
}

/// The first place that either of two sorted rows leads to.
fn first_end(one: &[Arc], other: &[Arc]) -> Option<u32> {
    let ends = one.first().into_iter().chain(other.first());
    ends.map(|arc| arc.to).min()
}

/// Takes the arcs to `end` off the front of a sorted row.
fn take_to<'a>(row: &mut &'a [Arc], end: u32) -> &'a [Arc] {
    let (taken, rest) = row.split_at(row.partition_point(|arc| arc.to <= end));
    *row = rest;
    taken
}
