//! What the sellers plan: the steps that a deal takes with several people at once, and the calls,
//! mails and promises to each.

use assent_domain::opportunity::BuyingRole;
use assent_inference::{Action, Model, Stage};
use rand::{Rng, RngExt};

use super::cast::random_below;
use super::dates::working_day;
use super::plots::Plot;

/// Something planned with everybody who has come far enough.
struct Step {
    action: &'static str,
    /// When, as a share of the time that the deal has.
    at: f64,
    /// Who is asked along: those who are to come this far.
    from: Stage,
    /// The first of the seller's stages at which it is done.
    step: usize,
}

const BUYING: [Step; 8] = [
    Step { action: "meeting", at: 0.16, from: Stage::Aware, step: 0 },
    Step { action: "discovery", at: 0.30, from: Stage::Interested, step: 1 },
    Step { action: "demo", at: 0.44, from: Stage::Evaluating, step: 2 },
    Step { action: "trial", at: 0.58, from: Stage::Preferring, step: 4 },
    Step { action: "reference_visit", at: 0.66, from: Stage::Evaluating, step: 5 },
    Step { action: "executive_meeting", at: 0.74, from: Stage::Preferring, step: 6 },
    Step { action: "send_quote", at: 0.80, from: Stage::Evaluating, step: 6 },
    Step { action: "meeting", at: 0.90, from: Stage::Interested, step: 4 },
];

/// What is planned once it is in use, in days after the order.
const USING: [(&str, f64); 4] =
    [("onboarding", 9.0), ("meeting", 34.0), ("value_review", 62.0), ("ask_reference", 76.0)];

/// The plan for one person while they buy. `begins` and `ends` are days.
pub(super) fn buying(
    model: &Model,
    plot: &Plot,
    role: BuyingRole,
    wanted: Stage,
    (begins, ends): (i64, i64),
    dice: &mut impl Rng,
) -> Vec<(f64, Action)> {
    let mut plan = Planning { model, begins, ends, actions: Vec::new() };
    for step in &BUYING {
        let priced = step.action == "send_quote";
        // A hopeful seller sends the quote to whoever decides, however far they are.
        let asked = wanted >= step.from || (priced && role.has_veto());
        let signs = !priced || role.has_veto() || role == BuyingRole::Evaluator;
        if plot.step >= step.step && asked && signs {
            plan.at(step.action, step.at, 0.4);
        }
    }
    let (calls, mails) = match wanted {
        Stage::Blocked => (6, 2),
        Stage::Unaware => (3, 1),
        Stage::Aware => (3, 2),
        _ => (2, 2),
    };
    for _ in 0..calls {
        plan.at("call", 0.04 + 0.8 * dice.random::<f64>(), hour(dice));
    }
    for _ in 0..mails {
        plan.at("mail", 0.02 + 0.85 * dice.random::<f64>(), hour(dice));
    }
    if wanted >= Stage::Evaluating && role.has_veto() && plot.number.is_multiple_of(3) {
        plan.at("introduction", 0.10, hour(dice));
    }
    let kept = if wanted >= Stage::Preferring { 3 } else { 1 };
    if wanted >= Stage::Interested {
        for _ in 0..kept {
            plan.at("promise_kept", 0.25 + 0.65 * dice.random::<f64>(), 0.1);
        }
    }
    if wanted >= Stage::Evaluating || random_below(4, dice) == 0 {
        plan.at("their_promise", 0.35 + 0.55 * dice.random::<f64>(), hour(dice));
    }
    if wanted <= Stage::Aware && random_below(3, dice) == 0 {
        plan.at("promise_broken", 0.3 + 0.4 * dice.random::<f64>(), 0.05);
    }
    plan.actions
}

/// The plan for one person once it is in use.
pub(super) fn using(
    model: &Model,
    role: BuyingRole,
    wanted: Stage,
    (begins, ends): (i64, i64),
    dice: &mut impl Rng,
) -> Vec<(f64, Action)> {
    let mut plan = Planning { model, begins, ends, actions: Vec::new() };
    for (action, after) in USING {
        let asked = match action {
            "onboarding" => role != BuyingRole::BudgetHolder,
            "ask_reference" => wanted >= Stage::ValueConfirmed,
            _ => true,
        };
        if asked {
            plan.on(action, begins + after as i64, 0.4);
        }
    }
    plan.on("call", begins + 20 + random_below(30, dice) as i64, hour(dice));
    plan.on("mail", begins + 25 + random_below(40, dice) as i64, hour(dice));
    if wanted >= Stage::ValueConfirmed {
        plan.on("promise_kept", begins + 41, 0.1);
        plan.on("value_review", begins + 88, 0.5);
    }
    if wanted == Stage::Vouching {
        plan.on("introduction", begins + 45, hour(dice));
        plan.on("executive_meeting", begins + 70, 0.6);
        plan.on("ask_reference", begins + 84, hour(dice));
    }
    if wanted == Stage::Blocked {
        plan.on("promise_broken", begins + 37, 0.05);
        plan.on("call", begins + 71, hour(dice));
        plan.on("call", begins + 80, hour(dice));
    }
    if random_below(2, dice) == 0 {
        plan.on("resolve_complaint", begins + 55, 0.6);
    }
    plan.actions
}

/// A time of day that no two plans share by accident.
fn hour(dice: &mut impl Rng) -> f64 {
    0.1 + 0.8 * dice.random::<f64>()
}

struct Planning<'a> {
    model: &'a Model,
    begins: i64,
    ends: i64,
    actions: Vec<(f64, Action)>,
}

impl Planning<'_> {
    /// Plans an action after a share of the time, at a share of the day.
    fn at(&mut self, action: &str, share: f64, of_day: f64) {
        let day = self.begins + (share * (self.ends - self.begins) as f64) as i64;
        self.on(action, day, of_day);
    }

    /// Plans an action for a day, or for the working day nearest to it; not after the end.
    fn on(&mut self, action: &str, day: i64, of_day: f64) {
        let day = working_day(day, self.begins);
        if let Some(action) = self.model.action(action)
            && day < self.ends
        {
            self.actions.push((day as f64 + of_day, action));
        }
    }
}
