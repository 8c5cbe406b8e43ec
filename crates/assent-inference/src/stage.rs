//! The stage: a read-out that partitions the 125 states of a phase, never a state of its own.

mod name;

use serde::{Deserialize, Serialize};

use crate::state::{Factor, Phase, State, StateVector};
pub use name::{Implementing, StageName, account_implementing};

/// A stage of the buy or the use phase, in rising order; `Blocked` is the lowest of both.
///
/// Within a phase the first rule that holds decides (c, p, b are the levels of the three factors):
///
/// | buy | | use | |
/// |---|---|---|---|
/// | blocked | p = 0 or b = 0 | blocked | p = 0 or b = 0 |
/// | committed | c = 4, p ≥ 3, b ≥ 3 | vouching | p ≥ 3, b = 4 |
/// | preferring | c ≥ 3, p ≥ 3, b ≥ 2 | value confirmed | p = 4 |
/// | evaluating | c ≥ 3, b ≥ 2 | implementing | c ≤ 1 |
/// | interested | c = 2, b ≥ 2 | using | else |
/// | unaware | c = 0 | | |
/// | aware | else | | |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Hostile or avoiding us.
    Blocked,
    /// Does not know us.
    Unaware,
    /// Knows us, or knows more but does nothing.
    Aware,
    /// Recognises the problem and responds.
    Interested,
    /// Has criteria and responds.
    Evaluating,
    /// Evaluates and favours us.
    Preferring,
    /// Accepts our concept, favours us and invests effort.
    Committed,
    /// In use, still learning.
    Implementing,
    /// In use and able.
    Using,
    /// In use and surely satisfied.
    ValueConfirmed,
    /// Satisfied and speaking for us.
    Vouching,
}

impl Stage {
    /// The stage that `state` reads as in `phase`.
    pub fn of(state: State, phase: Phase) -> Stage {
        let [c, p, b] = Factor::ALL.map(|factor| state.level(factor));
        match phase {
            _ if p == 0 || b == 0 => Stage::Blocked,
            Phase::Buy if c == 4 && p >= 3 && b >= 3 => Stage::Committed,
            Phase::Buy if c >= 3 && p >= 3 && b >= 2 => Stage::Preferring,
            Phase::Buy if c >= 3 && b >= 2 => Stage::Evaluating,
            Phase::Buy if c == 2 && b >= 2 => Stage::Interested,
            Phase::Buy if c == 0 => Stage::Unaware,
            Phase::Buy => Stage::Aware,
            Phase::Use if p >= 3 && b == 4 => Stage::Vouching,
            Phase::Use if p == 4 => Stage::ValueConfirmed,
            Phase::Use if c <= 1 => Stage::Implementing,
            Phase::Use => Stage::Using,
        }
    }

    /// The word used in files and interfaces.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Blocked => "blocked",
            Stage::Unaware => "unaware",
            Stage::Aware => "aware",
            Stage::Interested => "interested",
            Stage::Evaluating => "evaluating",
            Stage::Preferring => "preferring",
            Stage::Committed => "committed",
            Stage::Implementing => "implementing",
            Stage::Using => "using",
            Stage::ValueConfirmed => "value_confirmed",
            Stage::Vouching => "vouching",
        }
    }
}

impl Phase {
    /// The stages of this phase in rising order: seven for buy, five for use.
    pub fn stages(self) -> &'static [Stage] {
        use Stage::*;
        match self {
            Phase::Buy => &[Blocked, Unaware, Aware, Interested, Evaluating, Preferring, Committed],
            Phase::Use => &[Blocked, Implementing, Using, ValueConfirmed, Vouching],
        }
    }

    /// The stage after one of this phase; the last is followed by itself.
    pub fn stage_after(self, stage: Stage) -> Stage {
        let stages = self.stages();
        let at = stages.iter().position(|one| *one == stage).unwrap_or(0);
        stages.get(at + 1).copied().unwrap_or(stage)
    }
}

/// How probable each stage of a phase is.
#[derive(Clone, Debug, PartialEq)]
pub struct StageDistribution {
    phase: Phase,
    /// By [`Phase::stages`]; the use phase leaves the last two empty.
    shares: [f64; 7],
}

impl StageDistribution {
    /// Each stage of the phase with its probability, in rising order. The probabilities add up to
    /// 1.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, f64)> + '_ {
        self.phase.stages().iter().copied().zip(self.shares)
    }

    /// The probability of one stage; 0 for a stage of the other phase.
    pub fn probability(&self, stage: Stage) -> f64 {
        self.iter().find(|(own, _)| *own == stage).map_or(0.0, |(_, share)| share)
    }

    /// The probability of standing before `stage`, in the order of [`Stage`]. Every stage of use
    /// but "blocked" comes after every stage of buy.
    pub fn below(&self, stage: Stage) -> f64 {
        self.iter().filter(|(own, _)| *own < stage).map(|(_, share)| share).sum()
    }

    /// The first stage at which half of the probability is reached. Show this one and not the
    /// likeliest: stages hold unequal numbers of states, and the mode hides the mass on both sides
    /// of it.
    pub fn median(&self) -> Stage {
        let mut reached = 0.0;
        self.iter()
            .find(|(_, share)| {
                reached += share;
                reached >= 0.5
            })
            .map_or(Stage::Blocked, |(stage, _)| stage)
    }
}

impl StateVector {
    /// Reads the stages of `phase` from the distribution over states.
    pub fn stages(&self, phase: Phase) -> StageDistribution {
        let mut shares = [0.0; 7];
        for state in State::all() {
            let stage = Stage::of(state, phase);
            // Each stage that `of` returns is in the list of its phase: the list is the image of
            // `of`.
            if let Some(position) = phase.stages().iter().position(|own| *own == stage) {
                shares[position] += self.probability(state);
            }
        }
        StageDistribution { phase, shares }
    }
}
