//! A tie in eight bytes: to whom, of what kind, as of which day, and who stands above whom.

use crate::priors::Acquaintance;

/// Somebody, or a circle of people, in a network: a number given by whoever builds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A person.
    Person(u32),
    /// A circle, all of whose members are acquainted.
    Circle(u32),
}

impl Place {
    /// Of the number in an arc.
    pub(super) fn of(number: u32) -> Self {
        if is_circle(number) { Self::Circle(number & !CIRCLE) } else { Self::Person(number) }
    }
}

/// Which of two people reports to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Neither.
    Level,
    /// The other stands above.
    Up,
    /// The other stands below.
    Down,
}

impl Rank {
    /// The same seen from the other end.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Level => Self::Level,
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// How two are tied: packed into four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tied(u32);

const KIND_BITS: u32 = 6;
const RANK_BITS: u32 = 2;
/// Parts of a day that are told apart.
const PARTS: f64 = 256.0;
/// Day 0 of the packed form, in days since 1970: in the year 1880.
const FIRST_DAY: f64 = -32_768.0;
const MOST_PARTS: f64 = ((1_u32 << (32 - KIND_BITS - RANK_BITS)) - 1) as f64;

impl Tied {
    /// A tie of a kind, last renewed on a day (days since 1970, to a 256th; from 1880 to 2059, beyond
    /// which the nearest is taken), where `rank` says how the other end stands to this one.
    #[must_use]
    pub fn new(kind: Acquaintance, renewed_days: f64, rank: Rank) -> Self {
        let parts = ((renewed_days - FIRST_DAY) * PARTS).round().clamp(0.0, MOST_PARTS) as u32;
        let rank = match rank {
            Rank::Level => 0,
            Rank::Up => 1,
            Rank::Down => 2,
        };
        Self(parts << (KIND_BITS + RANK_BITS) | rank << KIND_BITS | u32::from(kind.0))
    }

    /// Of what kind.
    #[must_use]
    pub fn kind(self) -> Acquaintance {
        Acquaintance((self.0 & ((1 << KIND_BITS) - 1)) as u8)
    }

    /// The day it was last renewed, or of one contact that would weigh as much as all there were.
    #[must_use]
    pub fn renewed_days(self) -> f64 {
        f64::from(self.0 >> (KIND_BITS + RANK_BITS)) / PARTS + FIRST_DAY
    }

    /// How the other end stands to this one.
    #[must_use]
    pub fn rank(self) -> Rank {
        match self.0 >> KIND_BITS & ((1 << RANK_BITS) - 1) {
            0 => Rank::Level,
            1 => Rank::Up,
            _ => Rank::Down,
        }
    }

    /// Kind and rank in one number.
    fn group(self) -> u32 {
        self.0 & ((1 << (KIND_BITS + RANK_BITS)) - 1)
    }

    /// The same where neither stands above the other.
    pub(super) fn level(self) -> Self {
        Self(self.0 & !(3 << KIND_BITS))
    }

    /// The same seen from the other end.
    #[must_use]
    pub fn turned(self) -> Self {
        match self.rank() {
            Rank::Level => self,
            // Up is 1 and Down is 2.
            Rank::Up | Rank::Down => Self(self.0 ^ (3 << KIND_BITS)),
        }
    }
}

/// That two are acquainted, or that somebody belongs to a circle: what a network is built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acquainted {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) tied: Tied,
}

/// Set in the number of whatever is a circle.
pub(super) const CIRCLE: u32 = 1 << 31;

impl Acquainted {
    /// Two people, seen from the first.
    #[must_use]
    pub fn with(one: u32, other: u32, tied: Tied) -> Self {
        Self { one, other, tied }
    }

    /// A member of a circle. The kind is that of the circle's acquaintances, whose rank means nothing.
    #[must_use]
    pub fn member(person: u32, circle: u32, tied: Tied) -> Self {
        Self { one: person, other: circle | CIRCLE, tied: tied.level() }
    }

    /// How, seen from the first.
    #[must_use]
    pub fn tied(&self) -> Tied {
        self.tied
    }

    /// Who, and to whom or to what.
    #[must_use]
    pub fn ends(&self) -> [Place; 2] {
        [self.one, self.other].map(Place::of)
    }
}

/// The way out of a place: to where, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arc {
    pub(super) to: u32,
    pub(super) tied: Tied,
}

impl Arc {
    /// To be written over.
    pub(super) const NOWHERE: Self = Self { to: 0, tied: Tied(0) };

    /// By what rows are sorted: people before circles; by kind and rank, and within these the ties
    /// renewed last before the others. So those that may lead far stand at the front of their group.
    pub(super) fn order(&self) -> (u32, u64) {
        let circle_and_group = (self.to & CIRCLE) | self.tied.group();
        let age = !self.tied.0 >> (KIND_BITS + RANK_BITS);
        (circle_and_group, u64::from(age) << 32 | u64::from(self.to))
    }

    /// Whether another arc belongs to a group further along a row.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        self.order().0 < other.order().0
    }
}

pub(super) fn is_circle(place: u32) -> bool {
    place & CIRCLE != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        for rank in [Rank::Level, Rank::Up, Rank::Down] {
            for (kind, day) in [(0, 0.0), (63, 20_000.0), (5, -1_234.0), (7, 11_035.51171875)] {
                let tied = Tied::new(Acquaintance(kind), day, rank);
                let found = (tied.kind(), tied.renewed_days(), tied.rank());
                assert_eq!(found, (Acquaintance(kind), day, rank));
                assert_eq!(tied.turned().rank(), rank.turned());
                assert_eq!(tied.turned().turned(), tied);
            }
        }
        assert_eq!(Tied::new(Acquaintance(1), 1e9, Rank::Up).renewed_days().floor(), 32_767.0);
        assert_eq!(Tied::new(Acquaintance(1), -1e9, Rank::Up).renewed_days(), FIRST_DAY);
    }
}
