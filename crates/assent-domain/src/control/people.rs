//! Alarms on one person of the group.

use assent_inference::{Alarm, Factor, StateSet, avoided, blocked, stalled, turned, unconfirmed};

use super::{DealAlarm, found};
use crate::evidence::PersonEvidence;
use crate::group::Part;
use crate::picture::Picture;
use crate::time::Day;
use crate::winning::met_since;

pub(super) fn alarms(picture: &Picture<'_>) -> Vec<DealAlarm> {
    let mut parts: Vec<&Part> = picture.group.parts().iter().collect();
    let power = |part: &Part| picture.group.power(part.person);
    parts.sort_by(|one, other| power(other).total_cmp(&power(one)));
    let known =
        parts.into_iter().filter_map(|part| Some((part, picture.evidence.get(&part.person)?)));
    known.flat_map(|(part, evidence)| of_one(picture, part, evidence)).collect()
}

fn of_one(picture: &Picture<'_>, part: &Part, evidence: &PersonEvidence) -> Vec<DealAlarm> {
    let (limits, person) = (picture.limits, part.person);
    let begun = picture.looks[0];
    let veto = part.role.has_veto();
    let weighs = veto || picture.group.power(person) >= limits.stall.power_share;
    let curve = |set: StateSet| picture.curve(person, begun, |state| state.mass(set));
    let mut alarms: Vec<Alarm> = Vec::new();
    if weighs {
        alarms.extend(avoided(limits, &curve(StateSet::avoids_us())));
    }
    if veto {
        alarms.extend(blocked(limits, &curve(StateSet::blocked())));
    }
    alarms.extend(turned(picture.model, &evidence.history, picture.day.end().days()));
    alarms.extend(stall(picture, part, evidence));
    alarms.extend(doubt(picture, part));
    alarms.iter().map(|alarm| found(picture, alarm, Some(person), None)).collect()
}

/// Watched is who was reached, from then on, or from the order on.
pub(super) fn watched_since(
    picture: &Picture<'_>,
    part: &Part,
    evidence: &PersonEvidence,
) -> Option<f64> {
    let met = met_since(picture, evidence)?.floor();
    let ordered = picture.deal.records.ordered_at.filter(|_| picture.deal.is_ordered(picture.day));
    let ordered = ordered.map_or(met, |at| Day::from(at.date()).number() as f64);
    let part = part.since.map_or(met, |day| day.number() as f64);
    Some(met.max(ordered).max(part))
}

fn stall(picture: &Picture<'_>, part: &Part, evidence: &PersonEvidence) -> Option<Alarm> {
    let since = watched_since(picture, part, evidence)?;
    let belief = picture.belief(part.person)?;
    let role = (picture.role(part)?, picture.group.power(part.person));
    let days = evidence.history.days_of_contact(picture.model, picture.day.end().days());
    stalled(picture.model, picture.limits, belief, role, since, &days)
}

fn doubt(picture: &Picture<'_>, part: &Part) -> Option<Alarm> {
    let ordered: Day = picture.deal.records.ordered_at?.date().into();
    if !picture.deal.is_ordered(picture.day) {
        return None;
    }
    let satisfied = StateSet::levels(Factor::Psychology, 3..);
    let curve = picture.curve(part.person, ordered, |state| state.mass(satisfied));
    let ordered = ordered.number() as f64;
    unconfirmed(picture.model, picture.limits, picture.role(part)?, ordered, &curve)
}
