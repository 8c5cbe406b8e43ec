//! Reads the entries of the group: roles and kinds of ties.

use super::provenance;
use super::strength;
use crate::priors::group::{RolePrior, TieKindPrior};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, POSITIVE_SHARE, Rule, Section};
use crate::priors::settings::Provenance;

/// Below 1, so that everybody keeps a stand of their own and the equilibrium exists.
const SUSCEPTIBILITY: Rule =
    Rule { holds: |x| (0.0..=0.95).contains(&x), words: "must lie between 0 and 0.95" };

pub(super) fn roles(all: &Section<'_>, everywhere: &Provenance) -> Vec<RolePrior> {
    let read = |(name, section): (&str, Section<'_>)| {
        let strength = strength(&section);
        let prior = RolePrior {
            name: name.to_owned(),
            why: section.text("why"),
            power: strength.factor() * section.number("power", NOT_NEGATIVE),
            strength,
            veto: section.flag("veto"),
            by_approval: section.flag("by_approval"),
            operates: section.flag("operates"),
            susceptibility: section.number("susceptibility", SUSCEPTIBILITY),
            pace_in_use: section.number("pace_in_use", POSITIVE_SHARE),
            provenance: provenance(&section, everywhere),
        };
        section.finish();
        prior
    };
    named(all, "role", read)
}

pub(super) fn tie_kinds(all: &Section<'_>, everywhere: &Provenance) -> Vec<TieKindPrior> {
    let read = |(name, section): (&str, Section<'_>)| {
        let strength = strength(&section);
        let prior = TieKindPrior {
            name: name.to_owned(),
            why: section.text("why"),
            weight: strength.factor() * section.number("weight", NOT_NEGATIVE),
            strength,
            half_life_days: section.optional_number("half_life_days", POSITIVE),
            provenance: provenance(&section, everywhere),
        };
        section.finish();
        prior
    };
    named(all, "tie", read)
}

fn named<'a, T>(
    all: &Section<'a>,
    what: &str,
    read: impl Fn((&'a str, Section<'a>)) -> T,
) -> Vec<T> {
    let entries: Vec<T> = all.named_sections().into_iter().map(read).collect();
    if entries.is_empty() {
        all.fault_here(format!("must name at least one {what}"));
    }
    entries
}
