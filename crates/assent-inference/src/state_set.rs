//! Sets of joint states, the targets of probabilities and explanations ("evaluating or further",
//! "avoids us").

use std::ops::{BitAnd, BitOr, Not, RangeBounds};

use crate::stage::Stage;
use crate::state::{Factor, Phase, STATES, State, StateVector};

/// A set of joint states. Combine sets with `&`, `|` and `!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StateSet(u128);

impl StateSet {
    /// Every state.
    pub const ALL: StateSet = StateSet((1 << STATES) - 1);

    /// The states for which `belongs` holds.
    pub fn of(belongs: impl Fn(State) -> bool) -> StateSet {
        StateSet(State::all().filter(|&z| belongs(z)).fold(0, |bits, z| bits | 1 << z.index()))
    }

    /// The states whose level of `factor` lies in `levels`, such as `3..` or `..=1`.
    pub fn levels(factor: Factor, levels: impl RangeBounds<usize>) -> StateSet {
        StateSet::of(|z| levels.contains(&z.level(factor)))
    }

    /// The states read as `stage` in `phase`; empty if the phase has no such stage.
    pub fn stage(phase: Phase, stage: Stage) -> StateSet {
        StateSet::of(|z| Stage::of(z, phase) == stage)
    }

    /// The states read as `stage` or a later one in `phase`.
    pub fn stage_at_least(phase: Phase, stage: Stage) -> StateSet {
        StateSet::of(|z| Stage::of(z, phase) >= stage)
    }

    /// Behaviour at its lowest level: the person avoids us.
    pub fn avoids_us() -> StateSet {
        StateSet::levels(Factor::Behaviour, ..=0)
    }

    /// The stage "blocked": psychology or behaviour at its lowest level, in either phase.
    pub fn blocked() -> StateSet {
        StateSet::levels(Factor::Psychology, ..=0) | StateSet::avoids_us()
    }

    /// "Convinced but idle": has criteria or accepts our concept, favours or trusts us, and stays
    /// passive.
    ///
    /// The seven stages of the buy phase read these states as [`Stage::Aware`], because nothing is
    /// done; this set gives them a name of their own without altering the partition.
    pub fn convinced_but_idle() -> StateSet {
        StateSet::levels(Factor::Cognition, 3..)
            & StateSet::levels(Factor::Psychology, 3..)
            & StateSet::levels(Factor::Behaviour, 1..=1)
    }

    /// 1 for each state that it holds, 0 for the others: the worth of surely standing in it.
    pub fn indicator(self) -> [f64; STATES] {
        State::table(|state| if self.contains(state) { 1.0 } else { 0.0 })
    }

    /// Whether the set holds `state`.
    pub fn contains(self, state: State) -> bool {
        self.0 >> state.index() & 1 == 1
    }

    /// How many states the set holds.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set holds no state.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitAnd for StateSet {
    type Output = StateSet;
    fn bitand(self, other: StateSet) -> StateSet {
        StateSet(self.0 & other.0)
    }
}

impl BitOr for StateSet {
    type Output = StateSet;
    fn bitor(self, other: StateSet) -> StateSet {
        StateSet(self.0 | other.0)
    }
}

impl Not for StateSet {
    type Output = StateSet;
    fn not(self) -> StateSet {
        StateSet(!self.0 & StateSet::ALL.0)
    }
}

impl StateVector {
    /// The probability of a set of states.
    pub fn mass(&self, set: StateSet) -> f64 {
        State::all().filter(|&z| set.contains(z)).map(|z| self.probability(z)).sum()
    }

    /// The natural-log odds of a set, `ln P(set) − ln P(not set)`, from both masses directly, so
    /// that odds near certainty keep their precision. Masses are kept above the smallest normal
    /// number: the set of all states and the empty set give about ±708 instead of ±∞.
    pub fn log_odds(&self, set: StateSet) -> f64 {
        let log_mass = |set| self.mass(set).max(f64::MIN_POSITIVE).ln();
        log_mass(set) - log_mass(!set)
    }
}
