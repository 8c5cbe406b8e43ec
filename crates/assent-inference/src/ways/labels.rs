//! What is known of a place while a question is answered: how cheaply it is reached, from either end,
//! in how many hops.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes numbers that we gave out ourselves, so that nobody can choose them to collide.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NumberHasher(u64);

pub(super) type ByNumber = BuildHasherDefault<NumberHasher>;

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        // The upper half tells numbers apart best, and tables look at the lower.
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, section 6.4): 2^64 / φ.
    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// From which end a walk begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// From the one who asks.
    Start = 0,
    /// Backwards from the target.
    Target = 1,
}

/// A walk from one end to a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) cost: f64,
    pub(super) place: u32,
    /// The label of the place before; [`NONE`] at the end itself.
    pub(super) via: u32,
    /// Another label of the same place and end.
    next: u32,
    pub(super) hops: u8,
}

/// No label.
pub(super) const NONE: u32 = u32::MAX;

/// All walks found so far that no other beats in both cost and hops.
#[derive(Debug, Default)]
pub(super) struct Labels {
    all: Vec<Label>,
    /// By place, the newest label of either end.
    heads: HashMap<u32, [u32; 2], ByNumber>,
}

impl Labels {
    pub(super) fn get(&self, label: u32) -> Label {
        self.all[label as usize]
    }

    /// The labels of a place from one end.
    pub(super) fn of(&self, end: End, place: u32) -> impl Iterator<Item = (u32, Label)> {
        let mut at = self.heads.get(&place).map_or(NONE, |heads| heads[end as usize]);
        std::iter::from_fn(move || {
            let label = (at != NONE).then(|| (at, self.all[at as usize]))?;
            at = label.1.next;
            Some(label)
        })
    }

    /// Whether any walk to a place is known from an end.
    pub(super) fn knows(&self, end: End, place: u32) -> bool {
        self.heads.get(&place).is_some_and(|heads| heads[end as usize] != NONE)
    }

    /// What it costs at least to get from a place to the target in so many hops; `None` if that is not
    /// known to be possible.
    pub(super) fn distance(&self, place: u32, hops: u8) -> Option<f64> {
        let within = self.of(End::Target, place).filter(|(_, label)| label.hops <= hops);
        within.map(|(_, label)| label.cost).min_by(f64::total_cmp)
    }

    /// Whether another label of the same place and end costs no more and takes no more hops.
    pub(super) fn is_beaten(&self, end: End, own: u32) -> bool {
        let label = self.get(own);
        self.of(end, label.place).any(|(at, other)| {
            let no_worse = other.cost <= label.cost && other.hops <= label.hops;
            let better = other.cost < label.cost || other.hops < label.hops;
            at != own && no_worse && (better || at < own)
        })
    }

    /// Adds a walk, unless one is known that costs no more and takes no more hops.
    pub(super) fn add(
        &mut self,
        end: End,
        place: u32,
        (cost, hops): (f64, u8),
        via: u32,
    ) -> Option<u32> {
        let known = self.of(end, place);
        if known.into_iter().any(|(_, other)| other.cost <= cost && other.hops <= hops) {
            return None;
        }
        let own = self.all.len() as u32;
        let heads = self.heads.entry(place).or_insert([NONE; 2]);
        let next = std::mem::replace(&mut heads[end as usize], own);
        self.all.push(Label { cost, place, via, next, hops });
        Some(own)
    }

    /// The places of a walk, from where it has got to back to the end it began at.
    pub(super) fn walk(&self, from: u32) -> impl Iterator<Item = u32> {
        let mut at = from;
        std::iter::from_fn(move || {
            let label = (at != NONE).then(|| self.get(at))?;
            at = label.via;
            Some(label.place)
        })
    }
}
