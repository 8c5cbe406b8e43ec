//! Reads the entries of the outlook: the chance to win, and when deals end.

use super::provenance;
use crate::priors::outlook::{ClosingPrior, OncePrior, WinPrior};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, Rule, SHARE, Section, WEIGHT};
use crate::priors::settings::Provenance;

/// Strictly between: the log-odds of a certainty are no number to start from.
const CHANCE: Rule = Rule {
    holds: |x| (1e-4..=1.0 - 1e-4).contains(&x),
    words: "must lie between 0.0001 and 0.9999",
};

pub(super) fn win(section: &Section<'_>, everywhere: &Provenance) -> Option<WinPrior> {
    let once = section.section("once").map(|once| {
        let prior = OncePrior {
            why: once.text("why"),
            support_at_most: once.number("support_at_most", NOT_NEGATIVE),
            veto_at_most: once.number("veto_at_most", NOT_NEGATIVE),
            concept_at_most: once.number("concept_at_most", NOT_NEGATIVE),
            half_after: once.number("half_after", POSITIVE),
        };
        once.finish();
        prior
    });
    let prior = WinPrior {
        why: section.text("why"),
        base_rate: section.number("base_rate", CHANCE),
        support: section.number("support", WEIGHT),
        veto: section.number("veto", WEIGHT),
        coverage: section.number("coverage", WEIGHT),
        concept: section.number("concept", WEIGHT),
        overdue: section.number("overdue", WEIGHT),
        competitor: section.number("competitor", WEIGHT),
        once: once?,
        provenance: provenance(section, everywhere),
    };
    section.finish();
    Some(prior)
}

pub(super) fn closing(section: &Section<'_>, everywhere: &Provenance) -> ClosingPrior {
    let age_days: Option<[f64; 4]> = section.numbers("age_days", POSITIVE);
    if age_days.is_some_and(|ages| !ages.is_sorted_by(|one, next| one < next)) {
        section.fault("age_days", "must rise");
    }
    let prior = ClosingPrior {
        why: section.text("why"),
        half_ended_days: section.number("half_ended_days", POSITIVE),
        no_decision_share: section.number("no_decision_share", SHARE),
        age_days: age_days.unwrap_or_default(),
        shared_spread: section.number("shared_spread", NOT_NEGATIVE),
        provenance: provenance(section, everywhere),
    };
    section.finish();
    prior
}
