//! Reads the entries of asks: how they travel, and how strong acquaintances are.

use super::provenance;
use crate::priors::path::{AcquaintancePrior, MOST_ACQUAINTANCES, PathPrior};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, Rule, Section, WEIGHT};
use crate::priors::settings::Provenance;

/// Weights that must not turn: a stronger tie, or a warmer person, never passes less on.
const RISING: Rule =
    Rule { holds: |x| (0.0..=20.0).contains(&x), words: "must lie between 0 and 20" };
/// A search looks at all that lies so far away, so the number is small.
const HOPS: Rule = Rule {
    holds: |x| (2.0..=8.0).contains(&x) && x.fract() == 0.0,
    words: "must be a whole number, 2 to 8",
};
const DAYS: Rule = Rule {
    holds: |x| (0.0..=3650.0).contains(&x) && x.fract() == 0.0,
    words: "must be a whole number of days, 0 to 3650",
};

pub(super) fn path(section: &Section<'_>, everywhere: &Provenance) -> PathPrior {
    let prior = PathPrior {
        why: section.text("why"),
        base: section.number("base", WEIGHT),
        tie: section.number("tie", RISING),
        psychology: section.number("psychology", RISING),
        behaviour: section.number("behaviour", RISING),
        upward: section.number("upward", WEIGHT),
        ours: section.number("ours", WEIGHT),
        // A hop that cost nothing would make a way of five as good as one of two.
        hop_cost: section.number("hop_cost", POSITIVE),
        max_hops: section.number("max_hops", HOPS) as usize,
        asks_credited: section.number("asks_credited", POSITIVE),
        asked_again_days: section.number("asked_again_days", DAYS) as u32,
        provenance: provenance(section, everywhere),
    };
    section.finish();
    prior
}

pub(super) fn acquaintances(all: &Section<'_>, everywhere: &Provenance) -> Vec<AcquaintancePrior> {
    let read = |(name, section): (&str, Section<'_>)| {
        let prior = AcquaintancePrior {
            name: name.to_owned(),
            why: section.text("why"),
            strength: section.number("strength", NOT_NEGATIVE),
            half_life_days: section.optional_number("half_life_days", POSITIVE),
            counted: section.flag("counted"),
            provenance: provenance(&section, everywhere),
        };
        if prior.counted && prior.half_life_days.is_none() {
            section
                .fault("counted", "needs half_life_days: contacts that never fade add up forever");
        }
        section.finish();
        prior
    };
    let entries: Vec<AcquaintancePrior> = all.named_sections().into_iter().map(read).collect();
    if entries.is_empty() {
        all.fault_here("must name at least one acquaintance");
    }
    if entries.len() > MOST_ACQUAINTANCES {
        all.fault_here(format!("must name at most {MOST_ACQUAINTANCES} acquaintances"));
    }
    entries
}
