//! Reads the entries of advice: what suits whom, what declines, what is worth asking.

use super::evidence::phases;
use super::provenance;
use crate::priors::advice::{AdvicePrior, TopicPrior};
use crate::priors::evidence::{Action, ActionPrior, Exposure, Reply, ReplyPrior, Sign, SignPrior};
use crate::priors::group::{Role, RolePrior};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, SHARE, Section};
use crate::priors::settings::Provenance;

pub(super) fn advice(
    section: &Section<'_>,
    (actions, replies): (&[ActionPrior], &[ReplyPrior]),
    roles: &[RolePrior],
) -> AdvicePrior {
    let declines = section.words("declines").into_iter().filter_map(|name| {
        let found = replies.iter().position(|reply| {
            let action = &actions[usize::from(reply.action.0)].name;
            name.split_once('.').is_some_and(|(of, own)| *action == of && reply.name == own)
        });
        if found.is_none() {
            section.fault("declines", format!("there is no reply \"{name}\""));
        }
        found.map(|at| Reply(at as u16))
    });
    let prior = AdvicePrior {
        why: section.text("why"),
        horizon_days: section.number("horizon_days", POSITIVE),
        declined_days: section.number("declined_days", NOT_NEGATIVE),
        dismissed_days: section.number("dismissed_days", NOT_NEGATIVE),
        tie_share: section.number("tie_share", SHARE),
        renewal: section.number("renewal", SHARE),
        reference: section.number("reference", SHARE),
        declines: declines.collect(),
        suits: section.section("suits").map_or_else(Vec::new, |all| suits(&all, actions, roles)),
    };
    section.finish();
    prior
}

fn suits(
    section: &Section<'_>,
    actions: &[ActionPrior],
    roles: &[RolePrior],
) -> Vec<(Action, Vec<Role>)> {
    let entry = |key: &str| {
        let found = actions.iter().position(|action| action.name == key);
        let meant = roles_in(section, key, roles);
        if found.is_none() {
            section.fault(key, "is no action");
        }
        Some((Action(found? as u16), meant))
    };
    section.keys().into_iter().filter_map(entry).collect()
}

/// The roles that a list names.
fn roles_in(section: &Section<'_>, key: &str, roles: &[RolePrior]) -> Vec<Role> {
    let role = |name: &str| {
        let found = roles.iter().position(|role| role.name == name);
        if found.is_none() {
            section.fault(key, format!("there is no role \"{name}\""));
        }
        found.map(|at| Role(at as u16))
    };
    section.words(key).into_iter().filter_map(role).collect()
}

pub(super) fn topics(
    all: &Section<'_>,
    (signs, roles): (&[SignPrior], &[RolePrior]),
    everywhere: &Provenance,
) -> Vec<TopicPrior> {
    let sections = all.named_sections().into_iter();
    sections.map(|(name, section)| topic(name, &section, (signs, roles), everywhere)).collect()
}

fn topic(
    name: &str,
    section: &Section<'_>,
    (signs, roles): (&[SignPrior], &[RolePrior]),
    everywhere: &Provenance,
) -> TopicPrior {
    let asks: Vec<Sign> = section
        .words("asks")
        .into_iter()
        .filter_map(|name| {
            let found = signs.iter().position(|sign| sign.name == name);
            if found.is_none() {
                section.fault("asks", format!("there is no sign \"{name}\""));
            }
            found.map(|at| Sign(at as u16))
        })
        .collect();
    if section.words("asks").is_empty() {
        section.fault_here("must ask for at least one sign");
    }
    let timed = |sign: &Sign| matches!(signs[usize::from(sign.0)].exposure, Exposure::Time { .. });
    let prior = TopicPrior {
        name: name.to_owned(),
        why: section.text("why"),
        phases: phases(section),
        of: roles_in(section, "of", roles),
        contacts: section.optional_number("contacts", POSITIVE).unwrap_or(0.0),
        days: section.optional_number("days", POSITIVE).unwrap_or(0.0),
        provenance: provenance(section, everywhere),
        asks,
    };
    if prior.days == 0.0 && prior.asks.iter().any(timed) {
        section.fault_here("asks for what may come at any time, so it must say how many days");
    }
    if prior.contacts == 0.0 && !prior.asks.iter().all(timed) {
        section.fault_here("asks for what is said in contacts, so it must say how many");
    }
    section.finish();
    prior
}
