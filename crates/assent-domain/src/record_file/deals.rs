//! Records of what is sold, of deals and of how they went.

use serde::Deserialize;

use crate::money::Money;
use crate::opportunity::{BuyingRole, Outcome};
use crate::pipeline::BuyStage;
use crate::text::{Key, Line, Name, Words};
use crate::time::{Day, Timestamp};

/// Something we sell.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// The family it belongs to.
    #[serde(default)]
    pub series: Option<Line>,
    /// List price.
    #[serde(default)]
    pub price: Option<Money>,
}

/// Something a product offers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitPointRecord {
    /// Its key.
    pub key: Key,
    /// The product that offers it.
    pub product: Key,
    /// What it is called, and how signs speak of it.
    pub name: Name,
    /// What the product is or has.
    #[serde(default)]
    pub attribute: Option<Line>,
    /// What that does for whoever uses it.
    #[serde(default)]
    pub consequence: Option<Line>,
    /// What that is worth to them.
    #[serde(default)]
    pub value: Option<Line>,
    /// Its place among those of the product; in the order of the lines, when left out.
    #[serde(default)]
    pub position: Option<u16>,
    /// Whether it is an assumption.
    #[serde(default)]
    pub assumed: bool,
}

/// A sequence of stages.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PipelineRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Its stages, first to last.
    pub stages: Vec<StageRecord>,
}

/// A stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageRecord {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// Where the buyers must stand for it to be true.
    pub expects: BuyStage,
}

/// A deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpportunityRecord {
    /// Its key.
    pub key: Key,
    /// What it is about.
    pub name: Name,
    /// Who would buy.
    pub organization: Key,
    /// Which of ours sells.
    pub owner: Key,
    /// When it began.
    pub date: Day,
    /// The pipeline it runs through; the nine steps, when left out.
    #[serde(default)]
    pub pipeline: Option<Key>,
    /// The stage it starts at; the first one, when left out.
    #[serde(default)]
    pub stage: Option<Key>,
    /// What would be sold.
    #[serde(default)]
    pub product: Option<Key>,
    /// What it would bring.
    #[serde(default)]
    pub amount: Option<Money>,
    /// When the seller expects the order.
    #[serde(default)]
    pub expected_close: Option<Day>,
    /// The last day on which anything would have been recorded.
    #[serde(default)]
    pub observed_until: Option<Day>,
    /// The deal that it renews.
    #[serde(default)]
    pub renews: Option<Key>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether its figures are assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A person's part in a deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StakeholderRecord {
    /// The deal.
    pub opportunity: Key,
    /// Who.
    pub person: Key,
    /// In what part.
    pub role: BuyingRole,
    /// Since when.
    #[serde(default)]
    pub since: Option<Day>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// A move of a deal to a stage.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageChangeRecord {
    /// Its name within the file.
    #[serde(default)]
    pub id: Option<Key>,
    /// The deal.
    pub opportunity: Key,
    /// The stage moved to.
    pub stage: Key,
    /// When.
    pub date: Timestamp,
    /// Which of ours moved it.
    #[serde(default)]
    pub by: Option<Key>,
    /// Why.
    #[serde(default)]
    pub note: Option<Words>,
    /// Whether it is assumed.
    #[serde(default)]
    pub assumed: bool,
}

/// The order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRecord {
    /// The deal.
    pub opportunity: Key,
    /// When it was placed.
    pub date: Timestamp,
}

/// The end of a deal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureRecord {
    /// The deal.
    pub opportunity: Key,
    /// When it ended.
    pub date: Timestamp,
    /// How.
    pub outcome: Outcome,
    /// Why.
    #[serde(default)]
    pub reason: Option<Line>,
}
