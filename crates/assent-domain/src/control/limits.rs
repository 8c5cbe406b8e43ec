//! The limits that raise an alarm, as managers see and change them.

use assent_inference::{Bounds, ControlPrior, Model};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::pipeline::BuyStage;

/// Between which probabilities a flag moves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FlagLimits {
    /// Above this it goes up.
    pub on: f64,
    /// Below this it comes down again.
    pub off: f64,
}

/// The limits of the stage against the buyers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageLimits {
    /// Above this probability it goes up.
    pub on: f64,
    /// Below this one it comes down again.
    pub off: f64,
    /// In how many days a written endorsement or an approval lapses by half.
    pub milestone_half_life_days: f64,
    /// From which recorded stage on an approval must have been given.
    pub approval_due: BuyStage,
}

/// The limits of the stall chart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StallChartLimits {
    /// The share of the expected rate that is to be told apart from it, from .1 to .6.
    pub ratio: f64,
    /// Mean days to a false alarm while buying.
    pub run_length_days_buy: f64,
    /// And while using.
    pub run_length_days_use: f64,
    /// Who has this share of the power is watched.
    pub power_share: f64,
}

/// The limits of hanging on one person.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThreadLimits {
    /// The share of all signs that comes from one person.
    pub share: f64,
    /// Within how many days.
    pub days: f64,
    /// How many signs there must be.
    pub least_signs: usize,
}

/// The limits of unconfirmed value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationLimits {
    /// How long after the order it may be unconfirmed.
    pub days: f64,
    /// The probability of being satisfied below which it is.
    pub chance: f64,
    /// Whose role has this much power is asked.
    pub power: f64,
}

/// All limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ControlLimits {
    /// That a person avoids us.
    pub avoids: FlagLimits,
    /// That somebody who can say no is blocked.
    pub blocked: FlagLimits,
    /// The seller's stage against the buyers.
    pub gap: StageLimits,
    /// The stall chart.
    pub stall: StallChartLimits,
    /// The chance of a silence below which it is one.
    pub silence_chance: f64,
    /// The share of earlier stays in a stage that had ended by when a stay is too long.
    pub stage_share: f64,
    /// How many earlier stays must have ended for them to say anything.
    pub stage_least_ended: usize,
    /// Hanging on one person.
    pub single_thread: ThreadLimits,
    /// For how many days a decision maker may be unknown.
    pub unknown_days: f64,
    /// The chance of ending by the day recorded below which a deal slips.
    pub slip_chance: f64,
    /// Value that nobody confirms.
    pub value: ConfirmationLimits,
}

/// A limit that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{pointer}: {rule}")]
pub struct LimitFault {
    /// The field, as a JSON pointer.
    pub pointer: &'static str,
    /// What it must be.
    pub rule: &'static str,
}

const SHARE: &str = "must lie between 0 and 1";
const DAYS: &str = "must lie between 1 and 10000";

impl ControlLimits {
    /// The limits as they ship.
    #[must_use]
    pub fn shipped(model: &Model) -> Self {
        Self::from(model.control_prior())
    }

    /// The limits as the engine takes them.
    ///
    /// # Errors
    /// Names every field that cannot be.
    pub fn checked(&self, model: &Model) -> Result<ControlPrior, Vec<LimitFault>> {
        let faults: Vec<LimitFault> = self.faults().collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let bounds = |of: FlagLimits| Bounds { on: of.on, off: of.off };
        let mut prior = model.control_prior().clone();
        prior.avoids = bounds(self.avoids);
        prior.blocked = bounds(self.blocked);
        prior.gap.bounds = Bounds { on: self.gap.on, off: self.gap.off };
        prior.gap.milestone_half_life_days = self.gap.milestone_half_life_days;
        prior.gap.approval_due = self.gap.approval_due.into();
        prior.stall.ratio = self.stall.ratio;
        prior.stall.run_length_days =
            [self.stall.run_length_days_buy, self.stall.run_length_days_use];
        prior.stall.power_share = self.stall.power_share;
        prior.silence_chance = self.silence_chance;
        prior.stage_share = self.stage_share;
        prior.stage_least_ended = self.stage_least_ended;
        prior.single_thread.share = self.single_thread.share;
        prior.single_thread.days = self.single_thread.days;
        prior.single_thread.least_signs = self.single_thread.least_signs;
        prior.unknown_days = self.unknown_days;
        prior.slip_chance = self.slip_chance;
        prior.value.days = self.value.days;
        prior.value.chance = self.value.chance;
        prior.value.power = self.value.power;
        Ok(prior)
    }

    fn faults(&self) -> impl Iterator<Item = LimitFault> {
        let share = |x: f64| (0.0..=1.0).contains(&x);
        let days = |x: f64| (1.0..=10_000.0).contains(&x);
        let count = |x: usize| (1..=1_000_000).contains(&x);
        let (stall, thread, value) = (&self.stall, &self.single_thread, &self.value);
        let whole = "must be a whole number from 1";
        let below = "must not lie above the upper limit";
        let rules = [
            (share(self.avoids.on), "/limits/avoids/on", SHARE),
            (share(self.avoids.off), "/limits/avoids/off", SHARE),
            (self.avoids.off <= self.avoids.on, "/limits/avoids/off", below),
            (share(self.blocked.on), "/limits/blocked/on", SHARE),
            (share(self.blocked.off), "/limits/blocked/off", SHARE),
            (self.blocked.off <= self.blocked.on, "/limits/blocked/off", below),
            (share(self.gap.on), "/limits/gap/on", SHARE),
            (share(self.gap.off), "/limits/gap/off", SHARE),
            (self.gap.off <= self.gap.on, "/limits/gap/off", below),
            (days(self.gap.milestone_half_life_days), "/limits/gap/milestone_half_life_days", DAYS),
            (
                (0.1..=0.6).contains(&stall.ratio),
                "/limits/stall/ratio",
                "must lie between 0.1 and 0.6",
            ),
            (days(stall.run_length_days_buy), "/limits/stall/run_length_days_buy", DAYS),
            (days(stall.run_length_days_use), "/limits/stall/run_length_days_use", DAYS),
            (share(stall.power_share), "/limits/stall/power_share", SHARE),
            (
                self.silence_chance > 0.0 && self.silence_chance <= 1.0,
                "/limits/silence_chance",
                "must lie above 0 and not above 1",
            ),
            (share(self.stage_share), "/limits/stage_share", SHARE),
            (count(self.stage_least_ended), "/limits/stage_least_ended", whole),
            (share(thread.share), "/limits/single_thread/share", SHARE),
            (days(thread.days), "/limits/single_thread/days", DAYS),
            (count(thread.least_signs), "/limits/single_thread/least_signs", whole),
            ((0.0..=10_000.0).contains(&self.unknown_days), "/limits/unknown_days", DAYS),
            (share(self.slip_chance), "/limits/slip_chance", SHARE),
            ((0.0..=10_000.0).contains(&value.days), "/limits/value/days", DAYS),
            (share(value.chance), "/limits/value/chance", SHARE),
            (
                (0.0..=10.0).contains(&value.power),
                "/limits/value/power",
                "must lie between 0 and 10",
            ),
        ];
        let broken = rules.into_iter().filter(|(holds, ..)| !holds);
        broken.map(|(_, pointer, rule)| LimitFault { pointer, rule })
    }
}

impl From<&ControlPrior> for ControlLimits {
    fn from(prior: &ControlPrior) -> Self {
        let flag = |of: Bounds| FlagLimits { on: of.on, off: of.off };
        let due = BuyStage::ALL
            .iter()
            .find(|stage| assent_inference::Stage::from(**stage) == prior.gap.approval_due);
        Self {
            avoids: flag(prior.avoids),
            blocked: flag(prior.blocked),
            gap: StageLimits {
                on: prior.gap.bounds.on,
                off: prior.gap.bounds.off,
                milestone_half_life_days: prior.gap.milestone_half_life_days,
                // The priors file knows the stages of buying alone.
                approval_due: due.copied().unwrap_or(BuyStage::Committed),
            },
            stall: StallChartLimits {
                ratio: prior.stall.ratio,
                run_length_days_buy: prior.stall.run_length_days[0],
                run_length_days_use: prior.stall.run_length_days[1],
                power_share: prior.stall.power_share,
            },
            silence_chance: prior.silence_chance,
            stage_share: prior.stage_share,
            stage_least_ended: prior.stage_least_ended,
            single_thread: ThreadLimits {
                share: prior.single_thread.share,
                days: prior.single_thread.days,
                least_signs: prior.single_thread.least_signs,
            },
            unknown_days: prior.unknown_days,
            slip_chance: prior.slip_chance,
            value: ConfirmationLimits {
                days: prior.value.days,
                chance: prior.value.chance,
                power: prior.value.power,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use assent_inference::{DEFAULT_PRIORS, Priors};

    use super::*;

    #[test]
    fn the_shipped_limits_come_through_unchanged() {
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap());
        let shipped = ControlLimits::shipped(&model);
        assert_eq!(shipped.checked(&model).as_ref(), Ok(model.control_prior()));
    }

    #[test]
    fn a_limit_that_cannot_be_is_named() {
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap());
        let mut limits = ControlLimits::shipped(&model);
        limits.avoids.off = 0.9;
        limits.stall.ratio = 0.9;
        let faults = limits.checked(&model).unwrap_err();
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/limits/avoids/off", "/limits/stall/ratio"]);
    }
}
