//! Alarms on a deal as a whole.

use super::{Alarm, Finding};
use crate::influence::Group;
use crate::model::Model;
use crate::priors::ControlPrior;
use crate::survival::Spells;
use crate::winning::Competition;

/// The deal hangs on one person: most of the signs of the last days come from them. `signs` are
/// `(day, member)` in rising order of days, those after `now_days` left out.
pub fn single_thread(
    limits: &ControlPrior,
    signs: &[(f64, usize)],
    now_days: f64,
) -> Option<Alarm> {
    let days = limits.single_thread.days;
    let until_now = |day: &f64| *day <= now_days;
    // The picture changes only when a sign comes, and when one falls out of the window.
    let comes = signs.iter().map(|(day, _)| *day);
    let mut changes: Vec<f64> = comes.clone().chain(comes.map(|day| day + days)).collect();
    changes.retain(until_now);
    changes.sort_by(f64::total_cmp);
    let mut thread: Option<(usize, f64)> = None;
    for day in changes {
        let member = thread_on(limits, signs, day).map(|(member, ..)| member);
        let since =
            thread.filter(|(same, _)| Some(*same) == member).map_or(day, |(_, since)| since);
        thread = member.map(|member| (member, since));
    }
    let (_, since_days) = thread?;
    let (member, share, count) = thread_on(limits, signs, now_days)?;
    let finding = Finding::SingleThread { member, share, signs: count };
    Some(Alarm { finding, since_days })
}

/// On one day: the member, their share, and the number of signs in the window `(day − days, day]`.
fn thread_on(
    limits: &ControlPrior,
    signs: &[(f64, usize)],
    day: f64,
) -> Option<(usize, f64, usize)> {
    let limits = &limits.single_thread;
    let window: Vec<usize> = signs
        .iter()
        .filter(|(at, _)| (day - limits.days < *at) && *at <= day)
        .map(|(_, member)| *member)
        .collect();
    let count_of = |member: &usize| window.iter().filter(|other| *other == member).count();
    let most = *window.iter().max_by_key(|member| count_of(member))?;
    let share = count_of(&most) as f64 / window.len() as f64;
    let hangs = window.len() >= limits.least_signs && share > limits.share;
    hangs.then_some((most, share, window.len()))
}

/// Nobody in the group can say no, though the deal has gone on for a while: since it began, or since
/// the last who could left, on `since_days`.
pub fn unknown_decision_maker(
    model: &Model,
    limits: &ControlPrior,
    group: &Group,
    since_days: f64,
    now_days: f64,
) -> Option<Alarm> {
    let known = group.roles().iter().any(|role| model.role_prior(*role).veto);
    let days = now_days - since_days;
    let finding = Finding::DecisionMakerUnknown { days };
    let since_days = since_days + limits.unknown_days;
    (!known && days > limits.unknown_days).then_some(Alarm { finding, since_days })
}

/// The deal has stayed in its stage since `entered_days`, for longer than the share of the limits of
/// `earlier` stays in the same stage (Kaplan–Meier, so that stays which go on count too). Silent
/// while too few have ended.
pub fn too_long<C: PartialEq>(
    limits: &ControlPrior,
    earlier: &Spells<C>,
    entered_days: f64,
    now_days: f64,
) -> Option<Alarm> {
    let usual_days = earlier.days_until(limits.stage_share)?;
    stays_too_long(limits, usual_days, earlier.ended(), entered_days, now_days)
}

/// The same, with the days by which that share of `ended` earlier stays had ended as they were kept.
pub fn stays_too_long(
    limits: &ControlPrior,
    usual_days: f64,
    ended: usize,
    entered_days: f64,
    now_days: f64,
) -> Option<Alarm> {
    let days = now_days - entered_days;
    let finding = Finding::TooLong { days, usual_days, ended };
    let since_days = entered_days + usual_days;
    (ended >= limits.stage_least_ended && days > usual_days)
        .then_some(Alarm { finding, since_days })
}

/// The deal will hardly end by the day recorded for it, `due_days`. Since when is now, or that day
/// once it has gone by: the chance of an earlier day depends on what was believed then.
pub fn slipping(
    limits: &ControlPrior,
    deal: &Competition<'_>,
    due_days: f64,
    now_days: f64,
) -> Option<Alarm> {
    let days_left = due_days - now_days;
    let chance = 1.0 - deal.open_after(days_left);
    let finding = Finding::Slips { chance, days_left };
    let since_days = due_days.min(now_days);
    (chance < limits.slip_chance).then_some(Alarm { finding, since_days })
}

/// A promise of ours that is not kept by the end of the day it was due.
pub fn overdue(due_days: f64, now_days: f64) -> Option<Alarm> {
    let days = now_days - due_days;
    let since_days = due_days + 1.0;
    (days >= 1.0).then_some(Alarm { finding: Finding::Overdue { days }, since_days })
}
