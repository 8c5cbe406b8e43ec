//! Benefit points: how much a person cares for each, how far they believe it is delivered, what has
//! been proven of it, and the one number that all of it comes to.
//!
//! Importance and perceived delivery are each a Beta distribution, kept as its two counts. The value
//! index `U = Σ w (2v − 1) / Σ w` over the points spoken of, with the means `w` of importance and
//! `v` of delivery, lies between −1 and 1. It enters the filter by its changes only, as
//! [`crate::What::Value`]. Means–end laddering (Reynolds and Gutman 1988) is where points come from.
//!
//! Not here: which points a product offers, and the words that were said. A proof is the caller's
//! own label of a record.

use std::collections::BTreeMap;

use crate::beta::Beta;
use crate::observation::What;
use crate::priors::{BenefitEffect, BenefitPrior, Proof};

/// What one person holds of the benefit points they have spoken of, by the caller's name for each.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitPoints<K> {
    prior: BenefitPrior,
    points: BTreeMap<K, Point>,
}

/// Something a person said or showed of a benefit point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// What it adds to the counts.
    pub effect: BenefitEffect,
    /// How many times it is added: the reliability of its source, above 0 and at most 1.
    pub weight: f64,
    /// What it proves.
    pub proves: Option<Proof>,
    /// The caller's own index of the record, handed back as the proof.
    pub label: u32,
}

/// How a person stands to a benefit point. The first that holds decides: refused, then from vouched
/// downwards. `v` is the mean of delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Below the bound for refusal: they deny that it is delivered, whatever was proven before.
    Refused,
    /// They have not spoken of it.
    Unformed,
    /// They have spoken of it.
    Perceived,
    /// They care for it more than not.
    Valued,
    /// They have agreed, and `v` lies above the bound for endorsement; or they have said unasked
    /// that the point is right for them.
    Endorsed,
    /// It has come, they say or show.
    Realised,
    /// They have stood up for it before others.
    Vouched,
}

impl Standing {
    /// The word used in files and interfaces.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Refused => "refused",
            Standing::Unformed => "unformed",
            Standing::Perceived => "perceived",
            Standing::Valued => "valued",
            Standing::Endorsed => "endorsed",
            Standing::Realised => "realised",
            Standing::Vouched => "vouched",
        }
    }
}

/// A standing with what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitStanding {
    /// How they stand.
    pub standing: Standing,
    /// The labels of the records that prove it, in the order heard; empty only when unformed.
    pub proof: Vec<u32>,
}

/// What is still to be proven to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitGap<K> {
    /// The point.
    pub point: K,
    /// `w (1 − v)`, between 0 and 1: how much they care, times how far they doubt.
    pub gap: f64,
    /// How much they care.
    pub importance: Beta,
    /// How far they believe that it is delivered.
    pub delivery: Beta,
}

#[derive(Clone, Debug, PartialEq)]
struct Point {
    importance: Beta,
    delivery: Beta,
    said: Vec<Said>,
}

impl<K: Ord> BenefitPoints<K> {
    /// Nobody has spoken yet.
    pub fn new(prior: &BenefitPrior) -> BenefitPoints<K> {
        BenefitPoints { prior: prior.clone(), points: BTreeMap::new() }
    }

    /// Counts what was said of a point and remembers it as a proof. Returns what the filter is to
    /// observe of it: by how much the value index changed.
    pub fn hear(&mut self, point: K, said: Said) -> What {
        let before = self.value_index();
        let held = self.held(point);
        held.count(&said.effect, said.weight);
        held.said.push(said);
        What::Value { change: self.value_index() - before }
    }

    /// Counts without remembering who said it. Returns by how much the value index changed.
    pub fn count(&mut self, point: K, effect: &BenefitEffect, weight: f64) -> f64 {
        let before = self.value_index();
        self.held(point).count(effect, weight);
        self.value_index() - before
    }

    /// `U = Σ w (2v − 1) / Σ w`; 0 while no point has been spoken of.
    pub fn value_index(&self) -> f64 {
        let (mut weighed, mut weights) = (0.0, 0.0);
        for Point { importance, delivery, .. } in self.points.values() {
            let weight = importance.mean();
            weighed += weight * (2.0 * delivery.mean() - 1.0);
            weights += weight;
        }
        if weights == 0.0 { 0.0 } else { weighed / weights }
    }

    /// How the person stands to a point.
    pub fn standing(&self, point: &K) -> BenefitStanding {
        match self.points.get(point) {
            Some(held) => held.standing(&self.prior),
            None => BenefitStanding { standing: Standing::Unformed, proof: Vec::new() },
        }
    }

    /// How much they care for a point; the prior while they have not spoken of it.
    pub fn importance(&self, point: &K) -> Beta {
        self.points.get(point).map_or(beta(self.prior.importance), |held| held.importance)
    }

    /// How far they believe that a point is delivered; the prior while they have not spoken of it.
    pub fn delivery(&self, point: &K) -> Beta {
        self.points.get(point).map_or(beta(self.prior.delivery), |held| held.delivery)
    }

    /// What to prove next: the offered points by falling `w (1 − v)`, equal ones in the order of
    /// their names. A point not spoken of is there with what the prior says of it.
    pub fn gaps(&self, offered: impl IntoIterator<Item = K>) -> Vec<BenefitGap<K>> {
        let gap = |point: K| {
            let (importance, delivery) = (self.importance(&point), self.delivery(&point));
            let gap = importance.mean() * (1.0 - delivery.mean());
            BenefitGap { point, gap, importance, delivery }
        };
        let mut gaps: Vec<BenefitGap<K>> = offered.into_iter().map(gap).collect();
        gaps.sort_by(|a, b| b.gap.total_cmp(&a.gap).then_with(|| a.point.cmp(&b.point)));
        gaps
    }

    fn held(&mut self, point: K) -> &mut Point {
        let BenefitPrior { importance, delivery, .. } = self.prior;
        self.points.entry(point).or_insert_with(|| Point {
            importance: beta(importance),
            delivery: beta(delivery),
            said: Vec::new(),
        })
    }
}

fn beta([yes, no]: [f64; 2]) -> Beta {
    Beta { yes, no }
}

impl Point {
    fn count(&mut self, effect: &BenefitEffect, weight: f64) {
        self.importance.yes += weight * effect.importance;
        self.delivery.yes += weight * effect.delivery_yes;
        self.delivery.no += weight * effect.delivery_no;
    }

    fn standing(&self, prior: &BenefitPrior) -> BenefitStanding {
        let believed = self.delivery.mean();
        let proven = |proof: Proof| self.said.iter().any(|said| said.proves == Some(proof));
        let proving = |proof: Proof| self.labels(|said| said.proves == Some(proof));
        let (standing, proof) = if believed < prior.refused_below {
            (Standing::Refused, self.labels(|said| said.effect.delivery_no > 0.0))
        } else if proven(Proof::Vouched) {
            (Standing::Vouched, proving(Proof::Vouched))
        } else if proven(Proof::Realised) {
            (Standing::Realised, proving(Proof::Realised))
        } else if proven(Proof::Declared) {
            (Standing::Endorsed, proving(Proof::Declared))
        } else if believed > prior.endorsed_above && proven(Proof::Endorsed) {
            (Standing::Endorsed, proving(Proof::Endorsed))
        } else if self.importance.mean() > 0.5 {
            (Standing::Valued, self.labels(|said| said.effect.importance > 0.0))
        } else {
            (Standing::Perceived, Vec::new())
        };
        // Where the prior alone decides, as in "perceived", all that was said is the proof.
        let proof = if proof.is_empty() { self.labels(|_| true) } else { proof };
        BenefitStanding { standing, proof }
    }

    fn labels(&self, proves: impl Fn(&Said) -> bool) -> Vec<u32> {
        self.said.iter().filter(|said| proves(said)).map(|said| said.label).collect()
    }
}
