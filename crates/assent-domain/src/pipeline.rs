//! Pipelines: the seller's own steps, and what each of them presumes of the buyers.
//!
//! A stage is what the seller has done; where the buyers stand is estimated from evidence. The two
//! meet in one field: [`StageFacts::expects`] says which state of the buyers a stage presumes, and
//! the difference is shown. A stage is never evidence.

use assent_inference::Stage;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::text::{Key, Name};
use crate::words::words;

words! {
    /// Where a person stands while buying, in order.
    pub enum BuyStage {
        /// Avoids us or is hostile.
        Blocked = "blocked",
        /// Does not know us.
        Unaware = "unaware",
        /// Knows us.
        Aware = "aware",
        /// Recognises the problem and responds.
        Interested = "interested",
        /// Has criteria and holds us against them.
        Evaluating = "evaluating",
        /// Favours us.
        Preferring = "preferring",
        /// Accepts our concept, favours us and invests effort.
        Committed = "committed",
    }
}

impl From<BuyStage> for Stage {
    fn from(stage: BuyStage) -> Self {
        match stage {
            BuyStage::Blocked => Self::Blocked,
            BuyStage::Unaware => Self::Unaware,
            BuyStage::Aware => Self::Aware,
            BuyStage::Interested => Self::Interested,
            BuyStage::Evaluating => Self::Evaluating,
            BuyStage::Preferring => Self::Preferring,
            BuyStage::Committed => Self::Committed,
        }
    }
}

/// A pipeline with its stages, first to last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PipelineFacts {
    /// Unique among pipelines.
    pub key: Key,
    /// As the user calls it.
    pub name: Name,
    /// In order.
    pub stages: Vec<StageFacts>,
}

/// One stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageFacts {
    /// Unique within the pipeline.
    pub key: Key,
    /// As the user calls it.
    pub name: Name,
    /// Where the buyers must stand for this stage to be true.
    pub expects: BuyStage,
}

/// The pipeline every installation starts with: the nine steps of a sale.
#[must_use]
pub fn nine_steps() -> PipelineFacts {
    use BuyStage::{Aware, Committed, Evaluating, Interested, Preferring};
    let stage = |(key, name, expects)| StageFacts { key: known(key), name: known(name), expects };
    PipelineFacts {
        key: known("nine-steps"),
        name: known("Nine steps"),
        stages: [
            ("contact", "Contact made", Aware),
            ("analysis", "Customer analysed", Aware),
            ("opportunity", "Opportunity found", Interested),
            ("plan", "Activities planned", Interested),
            ("activities", "Activities done", Evaluating),
            ("results", "Results tracked", Evaluating),
            ("quote", "Quote", Preferring),
            ("response", "Response to quote", Committed),
            ("order", "Order", Committed),
        ]
        .map(stage)
        .into(),
    }
}

/// A text written in this file, which therefore passes its check.
fn known<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| unreachable!("the default pipeline is well formed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_expects_less_of_the_buyers_than_the_one_before() {
        let steps = nine_steps().stages;
        assert_eq!(steps.len(), 9);
        assert!(steps.is_sorted_by_key(|stage| stage.expects));
    }
}
