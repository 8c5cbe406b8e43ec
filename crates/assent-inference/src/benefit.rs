//! Benefit points: how much a person cares for each, how far they believe it is delivered, and the
//! one number that both come to.
//!
//! Importance and perceived delivery are each a Beta distribution, kept as its two counts. The value
//! index `U = Σ w (2v − 1) / Σ w` over the points spoken of, with the means `w` of importance and
//! `v` of delivery, lies between −1 and 1. It enters the filter by its changes only, as
//! [`crate::What::Value`]. Means–end laddering (Reynolds and Gutman 1988) is where points come from.

use std::collections::BTreeMap;

use crate::priors::{BenefitEffect, BenefitPrior};

/// What one person holds of the benefit points they have spoken of, by the caller's name for each.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitPoints<K> {
    prior: [Beta; 2],
    points: BTreeMap<K, [Beta; 2]>,
}

/// Counts of a Beta distribution: for and against.
type Beta = [f64; 2];

fn mean([yes, no]: Beta) -> f64 {
    yes / (yes + no)
}

impl<K: Ord> BenefitPoints<K> {
    /// Nobody has spoken yet.
    pub fn new(prior: &BenefitPrior) -> BenefitPoints<K> {
        BenefitPoints { prior: [prior.importance, prior.delivery], points: BTreeMap::new() }
    }

    /// Counts what a sign or reply says of a point, `weight` times; the weight is the reliability of
    /// its source. Returns by how much the value index changed.
    pub fn count(&mut self, point: K, effect: &BenefitEffect, weight: f64) -> f64 {
        let before = self.value_index();
        let [importance, delivery] = self.points.entry(point).or_insert(self.prior);
        importance[0] += weight * effect.importance;
        delivery[0] += weight * effect.delivery_yes;
        delivery[1] += weight * effect.delivery_no;
        self.value_index() - before
    }

    /// `U = Σ w (2v − 1) / Σ w`; 0 while no point has been spoken of.
    pub fn value_index(&self) -> f64 {
        let (mut weighed, mut weights) = (0.0, 0.0);
        for &[importance, delivery] in self.points.values() {
            let weight = mean(importance);
            weighed += weight * (2.0 * mean(delivery) - 1.0);
            weights += weight;
        }
        if weights == 0.0 { 0.0 } else { weighed / weights }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::priors::{DEFAULT_PRIORS, Priors};

    /// Figures of an independent implementation in Python, rounded to 12 digits.
    #[test]
    fn the_value_index_follows_what_is_said_of_the_points() {
        let priors = Priors::parse(DEFAULT_PRIORS).unwrap();
        let mut points = BenefitPoints::new(&priors.benefit);
        let effect = |importance, delivery_yes, delivery_no| BenefitEffect {
            importance,
            delivery_yes,
            delivery_no,
        };
        let steps = [
            ("a", effect(1.0, 0.0, 0.0), 0.7, 0.0),
            ("a", effect(0.0, 0.0, 1.0), 1.0, -0.2),
            ("b", effect(0.0, 1.0, 0.0), 0.7, -0.040_246_090_746),
            ("a", effect(0.0, 2.0, 0.0), 1.0, 0.145_640_312_008),
        ];
        for (point, effect, weight, index) in steps {
            let before = points.value_index();
            let change = points.count(point, &effect, weight);
            assert!((points.value_index() - index).abs() < 1e-12, "{point}");
            assert!((change - (index - before)).abs() < 1e-12, "{point}");
        }
    }
}
