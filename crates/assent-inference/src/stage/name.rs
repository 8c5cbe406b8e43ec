//! What to call where somebody stands: the median stage, but for two cases that the partition into
//! stages names badly.
//!
//! Somebody who has criteria, favours us and does nothing reads as aware in the partition, beside
//! those who have merely heard of us. And a boss, whom nobody trains, would read as implementing for
//! ever: whether it is still being implemented is asked of those who operate it.

use super::{Stage, StageDistribution};
use crate::state::{Factor, Phase, StateVector};
use crate::state_set::StateSet;

/// What somebody is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageName {
    /// At a stage.
    Stage(Stage),
    /// Convinced but idle: reads as aware, and is more likely convinced than not.
    ConvincedButIdle,
}

impl StageName {
    /// The word used in files and interfaces.
    pub fn name(self) -> &'static str {
        match self {
            StageName::Stage(stage) => stage.name(),
            StageName::ConvincedButIdle => "convinced_but_idle",
        }
    }
}

/// Where "implementing" is read off for a person in use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Implementing {
    /// Off their own cognition: it is theirs to learn to operate it; see
    /// [`crate::RolePrior::operates`].
    Own,
    /// Off the account; see [`account_implementing`].
    Account {
        /// The probability that the account is still implementing, between 0 and 1.
        probability: f64,
    },
}

/// The probability that an account is still implementing: the share of those who operate it that
/// cannot yet, `mean P(C ≤ 1)`. `None` if nobody is known to.
pub fn account_implementing<'a>(
    operators: impl IntoIterator<Item = &'a StateVector>,
) -> Option<f64> {
    let untrained = StateSet::levels(Factor::Cognition, ..=1);
    let (sum, count) = operators
        .into_iter()
        .fold((0.0, 0.0), |(sum, count), state| (sum + state.mass(untrained), count + 1.0));
    (count > 0.0).then(|| sum / count)
}

impl StateVector {
    /// The stages of `phase`, with "implementing" read off as told: of the account, it and "using"
    /// share their probability as the account does. While buying this is [`StateVector::stages`].
    pub fn stages_read(&self, phase: Phase, implementing: Implementing) -> StageDistribution {
        let mut stages = self.stages(phase);
        if let (Phase::Use, Implementing::Account { probability }) = (phase, implementing) {
            let of = |stage| phase.stages().iter().position(|own| *own == stage);
            // Both are stages of use.
            if let (Some(learning), Some(using)) = (of(Stage::Implementing), of(Stage::Using)) {
                let both = stages.shares[learning] + stages.shares[using];
                stages.shares[learning] = probability * both;
                stages.shares[using] = (1.0 - probability) * both;
            }
        }
        stages
    }

    /// What to call where the person stands: the median stage, or "convinced but idle" instead of
    /// "aware" where that is more than half of it.
    pub fn stage_name(&self, phase: Phase, implementing: Implementing) -> StageName {
        let stages = self.stages_read(phase, implementing);
        let idle = self.mass(StateSet::convinced_but_idle());
        match stages.median() {
            Stage::Aware if idle > 0.5 * stages.probability(Stage::Aware) => {
                StageName::ConvincedButIdle
            }
            stage => StageName::Stage(stage),
        }
    }
}
