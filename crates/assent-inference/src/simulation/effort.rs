//! What a seller usually does, for simulated people.

use rand::{Rng, RngExt};

use super::Plan;
use crate::model::Model;
use crate::priors::Source;

/// How often a seller does what while buying, against each other: an experience value.
const WHILE_BUYING: [(&str, f64); 10] = [
    ("call", 6.0),
    ("mail", 5.0),
    ("meeting", 3.0),
    ("discovery", 2.0),
    ("demo", 2.0),
    ("trial", 0.5),
    ("reference_visit", 0.5),
    ("send_quote", 0.7),
    ("promise_kept", 1.5),
    ("promise_broken", 0.3),
];
/// How many actions there are in all: anything from a lone attempt to a hard-worked deal.
const COUNTS: [usize; 4] = [1, 5, 12, 25];
/// How far the first and the last action stay away from either end, in days.
const MARGIN_DAYS: f64 = 3.0;

impl Plan {
    /// More or less effort while buying: 1, 5, 12 or 25 actions of the usual mixture, spread evenly
    /// over the time until `until_days`. Actions that the priors do not know are left out.
    pub fn of_usual_effort(
        model: &Model,
        until_days: f64,
        source: Source,
        rng: &mut impl Rng,
    ) -> Plan {
        let count = COUNTS[rng.random_range(0..COUNTS.len())];
        let mut actions = Vec::with_capacity(count);
        for _ in 0..count {
            let name = usual_action(rng);
            let day = rng.random_range(MARGIN_DAYS..until_days - MARGIN_DAYS);
            actions.extend(model.action(name).map(|action| (day, action)));
        }
        Plan { actions, until_days, source }
    }
}

fn usual_action(rng: &mut impl Rng) -> &'static str {
    let all: f64 = WHILE_BUYING.iter().map(|(_, share)| share).sum();
    let mut left = rng.random::<f64>() * all;
    let chosen = WHILE_BUYING.iter().find(|(_, share)| {
        left -= share;
        left < 0.0
    });
    chosen.unwrap_or(&WHILE_BUYING[0]).0
}
