//! A reading: what is estimated of one person in one deal on one day, in the form it is shown.

use assent_inference::{
    Factor, Implementing, LEVELS, Phase, Stage, StageName, StateSet, StateVector,
};
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::account::Target;
use crate::time::{Day, Timestamp};
use crate::words::words;

/// From this probability on, a stage is named; below it the answer is "not sure yet".
pub const NAMED_FROM: f64 = 0.45;
/// From this probability on, we are sure of a stage.
pub const SURE_FROM: f64 = 0.6;

words! {
    /// Whether a person is buying or using.
    pub enum PhaseWord {
        /// Buying.
        Buy = "buy",
        /// Using.
        Use = "use",
    }
}

impl From<Phase> for PhaseWord {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Buy => Self::Buy,
            Phase::Use => Self::Use,
        }
    }
}

impl From<PhaseWord> for Phase {
    fn from(word: PhaseWord) -> Self {
        match word {
            PhaseWord::Buy => Self::Buy,
            PhaseWord::Use => Self::Use,
        }
    }
}

/// A stage as the API describes it: the words of both phases.
#[derive(Clone, Copy, Debug)]
pub enum StageWord {}

impl PartialSchema for StageWord {
    fn schema() -> RefOr<Schema> {
        one_of(stage_words())
    }
}

impl ToSchema for StageWord {}

/// A target as the API describes it: a stage “or further”, `avoids_us` or `blocked`.
#[derive(Clone, Copy, Debug)]
pub enum TargetWord {}

impl PartialSchema for TargetWord {
    fn schema() -> RefOr<Schema> {
        one_of(std::iter::once(Target::AvoidsUs.as_str()).chain(stage_words()))
    }
}

impl ToSchema for TargetWord {}

/// Every stage once: `blocked` is the first of both phases.
fn stage_words() -> impl Iterator<Item = &'static str> {
    let using = Phase::Use.stages().iter().skip(1);
    Phase::Buy.stages().iter().chain(using).map(|stage| stage.name())
}

fn one_of(words: impl Iterator<Item = &'static str>) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).into()
}

/// The probability of one stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StageShare {
    /// The stage.
    #[schema(value_type = StageWord)]
    pub stage: Stage,
    /// Its probability.
    pub p: f64,
}

/// Something of each factor.
macro_rules! by_factor {
    ($(#[$doc:meta])* $name:ident, $type:ty, $schema:ty) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[expect(non_snake_case, reason = "the factors are called C, P and B wherever they are")]
        pub struct $name {
            /// Cognition: what they know and understand.
            #[schema(value_type = $schema)]
            pub C: $type,
            /// Psychology: how they stand to us.
            #[schema(value_type = $schema)]
            pub P: $type,
            /// Behaviour: what they do.
            #[schema(value_type = $schema)]
            pub B: $type,
        }

        impl $name {
            fn of(read: impl Fn(Factor) -> $type) -> Self {
                Self {
                    C: read(Factor::Cognition),
                    P: read(Factor::Psychology),
                    B: read(Factor::Behaviour),
                }
            }
        }
    };
}

by_factor! {
    /// Probabilities of the five levels of each factor, lowest first.
    Factors, [f64; LEVELS], Vec<f64>
}

by_factor! {
    /// The level in the middle of each factor, from 0: half of the probability lies at it or below.
    Levels, usize, usize
}

/// What is estimated of one person in one deal on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reading {
    /// Buying or using.
    pub phase: PhaseWord,
    /// The day it is read on.
    pub as_of: Day,
    /// Each stage of the phase with its probability, in order.
    pub stages: Vec<StageShare>,
    /// The stage in the middle: half of the probability lies at it or before it.
    #[schema(value_type = StageWord)]
    pub median_stage: Stage,
    /// The likeliest stage, where it is likely enough to be named.
    #[schema(value_type = Option<StageWord>)]
    pub named_stage: Option<Stage>,
    /// Probability of the likeliest stage.
    pub p_named: f64,
    /// Whether that is probability enough to be sure.
    pub sure: bool,
    /// Probability of being convinced of us and doing nothing.
    pub idle: f64,
    /// Whether "convinced but idle" is a better name for it than the stage in the middle.
    #[serde(default)]
    pub convinced_but_idle: bool,
    /// Probability of avoiding us.
    pub avoids: f64,
    /// Probability of being blocked: avoiding us or hostile.
    pub blocked: f64,
    /// The levels of each factor with their probabilities.
    pub factors: Factors,
    /// The level in the middle of each factor, from 0.
    pub levels: Levels,
    /// Records that count as evidence of this person.
    pub evidence_count: usize,
    /// When the last of them is dated.
    pub last_evidence_at: Option<Timestamp>,
}

impl Reading {
    /// Reads a distribution over the model's states.
    #[must_use]
    pub fn of(
        state: &StateVector,
        phase: Phase,
        implementing: Implementing,
        as_of: Day,
        evidence_count: usize,
        last_evidence_at: Option<Timestamp>,
    ) -> Self {
        let distribution = state.stages_read(phase, implementing);
        let stages: Vec<StageShare> =
            distribution.iter().map(|(stage, p)| StageShare { stage, p }).collect();
        let likeliest = stages.iter().max_by(|a, b| a.p.total_cmp(&b.p));
        let (likeliest, p_named) =
            likeliest.map_or((Stage::Blocked, 0.0), |one| (one.stage, one.p));
        let factors = Factors::of(|factor| state.marginal(factor));
        Self {
            phase: phase.into(),
            as_of,
            median_stage: distribution.median(),
            named_stage: (p_named >= NAMED_FROM).then_some(likeliest),
            p_named,
            sure: p_named >= SURE_FROM,
            idle: state.mass(StateSet::convinced_but_idle()),
            convinced_but_idle: state.stage_name(phase, implementing)
                == StageName::ConvincedButIdle,
            avoids: state.mass(StateSet::avoids_us()),
            blocked: state.mass(StateSet::blocked()),
            levels: Levels::of(|factor| median_level(&state.marginal(factor))),
            factors,
            stages,
            evidence_count,
            last_evidence_at,
        }
    }

    /// The probability of a target.
    #[must_use]
    pub fn p(&self, target: Target) -> f64 {
        match target {
            Target::StageOrFurther(stage) => 1.0 - self.p_below(stage),
            Target::AvoidsUs => self.avoids,
            Target::Blocked => self.blocked,
        }
    }

    /// The probability of standing before `stage`.
    #[must_use]
    pub fn p_below(&self, stage: Stage) -> f64 {
        self.stages.iter().filter(|one| one.stage < stage).map(|one| one.p).sum()
    }
}

fn median_level(levels: &[f64; LEVELS]) -> usize {
    let mut reached = 0.0;
    let middle = levels.iter().position(|p| {
        reached += p;
        reached >= 0.5
    });
    middle.unwrap_or(LEVELS - 1)
}
