//! Alarms on one person.

use super::{Alarm, Finding, StallChart, on_curve};
use crate::belief::Belief;
use crate::model::Model;
use crate::observation::{History, What};
use crate::priors::{Bounds, ControlPrior, Role};
use crate::state::Phase;

/// Far fewer signs than expected. Watched is who has enough of the `power` in the group (a share),
/// from `since_days` on, the day on which they were first reached or the phase began.
///
/// Expected are the recorded signs of somebody who responds, of those awaited now
/// ([`Belief::awaited_signs_per_day`]); after the order, times the pace of the role in use.
/// `sign_days` are the days of signs and answers, rising; see [`History::days_of_signs`].
pub fn stalled(
    model: &Model,
    limits: &ControlPrior,
    belief: &Belief,
    (role, power): (Role, f64),
    since_days: f64,
    sign_days: &[f64],
) -> Option<Alarm> {
    let stall = &limits.stall;
    let pace = match belief.phase() {
        Phase::Buy => 1.0,
        Phase::Use => model.role_prior(role).pace_in_use,
    };
    let signs_per_day = pace * belief.awaited_signs_per_day(model);
    let run_length = stall.run_length_days[belief.phase() as usize];
    let chart = StallChart::new(signs_per_day, stall.ratio, run_length)?;
    let reading = chart.read(since_days, sign_days, belief.at_days());
    let since_days = reading.ringing_since_days.filter(|_| power >= stall.power_share)?;
    let finding = Finding::Stalled {
        value: reading.value,
        limit: chart.limit(),
        signs_per_day,
        false_alarms_per_year: chart.false_alarms_per_year(),
    };
    Some(Alarm { finding, since_days })
}

/// Nothing heard for longer than chance explains: with λ signs a day expected, a silence of Δ days
/// has the chance `exp(−λ Δ)`. Of a person or, with the sum of what is expected of all, of a deal.
pub fn silent(
    limits: &ControlPrior,
    signs_per_day: f64,
    last_sign_days: f64,
    now_days: f64,
) -> Option<Alarm> {
    let days = now_days - last_sign_days;
    let chance = (-signs_per_day * days).exp();
    let since_days = last_sign_days - limits.silence_chance.ln() / signs_per_day;
    let finding = Finding::Silent { days, chance };
    (days > 0.0 && chance < limits.silence_chance).then_some(Alarm { finding, since_days })
}

/// They avoid us. `curve` is the probability over the days until now, as `(day, probability)`.
pub fn avoided(limits: &ControlPrior, curve: &[(f64, f64)]) -> Option<Alarm> {
    on_curve(limits.avoids, curve, |probability| Finding::Avoided { probability })
}

/// Somebody who can say no is blocked. `curve` as for [`avoided`].
pub fn blocked(limits: &ControlPrior, curve: &[(f64, f64)]) -> Option<Alarm> {
    on_curve(limits.blocked, curve, |probability| Finding::Blocked { probability })
}

/// A sign that marks a turn (they told us to stop, complained, went back to the old way) is an alarm
/// by itself, however warm they were. It stands until they open the door again or are reached: until
/// a sign that reopens, or any reply of theirs that brings a contact. It belongs to its phase: who told
/// us to stop calling before the order has no quarrel with what is used since.
pub fn turned(model: &Model, history: &History, now_days: f64) -> Option<Alarm> {
    let mut alarm = None;
    for observation in history.observations().iter().take_while(|one| one.at_days <= now_days) {
        match observation.what {
            What::Sign { sign, .. } if !model.sign_prior(sign).dose.is_none() => {
                let finding = Finding::Turned { sign };
                alarm = alarm.or(Some(Alarm { finding, since_days: observation.at_days }));
            }
            What::Sign { sign, .. } if model.sign_prior(sign).reopens => alarm = None,
            What::Reply { reply, .. } if model.reply_prior(reply).contact > 0.0 => alarm = None,
            What::PhaseSwitch(_) => alarm = None,
            _ => {}
        }
    }
    alarm
}

/// Value that nobody confirms. Asked of roles with enough power; `curve` is the probability of being
/// satisfied (psychology at level 3 or above) over the days until now.
pub fn unconfirmed(
    model: &Model,
    limits: &ControlPrior,
    role: Role,
    ordered_days: f64,
    curve: &[(f64, f64)],
) -> Option<Alarm> {
    let value = &limits.value;
    let due = ordered_days + value.days;
    let asked = model.role_prior(role).power >= value.power;
    let doubt = Bounds { on: 1.0 - value.chance, off: 1.0 - value.chance };
    let late = curve.iter().filter(|(day, _)| *day > due).map(|(day, p)| (*day, 1.0 - p));
    let late: Vec<(f64, f64)> = late.collect();
    let (now, _) = *late.last()?;
    let days = now - ordered_days;
    let finding = |doubt: f64| Finding::Unconfirmed { days, probability: 1.0 - doubt };
    on_curve(doubt, &late, finding).filter(|_| asked)
}
