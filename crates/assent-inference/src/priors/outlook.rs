//! Priors of the outlook: the chance to win, and when deals end.

use super::settings::Provenance;

/// What a deal is won by, in log-odds per unit of each term.
#[derive(Clone, Debug, PartialEq)]
pub struct WinPrior {
    /// Why these terms.
    pub why: String,
    /// The chance to win of a deal of which nothing is known.
    pub base_rate: f64,
    /// Per unit of the stands of all, weighed by power.
    pub support: f64,
    /// Per unit of the lowest stand among those who can say no.
    pub veto: f64,
    /// Per share of the power that is reached.
    pub coverage: f64,
    /// Per share of the power that accepts the concept.
    pub concept: f64,
    /// For each overdue promise of ours.
    pub overdue: f64,
    /// While a preference for another supplier stands.
    pub competitor: f64,
    /// How the terms are kept from counting one person several times.
    pub once: OncePrior,
    /// Where the entry comes from; `n_equiv` is in deals.
    pub provenance: Provenance,
}

/// How one person is kept from counting several times.
#[derive(Clone, Debug, PartialEq)]
pub struct OncePrior {
    /// Why.
    pub why: String,
    /// The most that one person adds to support per unit of their own stand.
    pub support_at_most: f64,
    /// The most that one person adds to the veto per unit of their own stand.
    pub veto_at_most: f64,
    /// The most that one person adds by accepting the concept.
    pub concept_at_most: f64,
    /// After how many days on which somebody was heard half of their stand counts: n days count
    /// `n / (n + half_after)` of it.
    pub half_after: f64,
}

/// When deals end, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingPrior {
    /// Why these figures.
    pub why: String,
    /// After how many days half of the deals of average chances have ended.
    pub half_ended_days: f64,
    /// The share of those not won that end without anybody winning.
    pub no_decision_share: f64,
    /// The ages at which one span ends and the next begins, rising.
    pub age_days: [f64; 4],
    /// The standard deviation, in log-odds, of what moves all deals of a team alike.
    pub shared_spread: f64,
    /// Where the entry comes from; `n_equiv` is in deals that ended within a span.
    pub provenance: Provenance,
}
