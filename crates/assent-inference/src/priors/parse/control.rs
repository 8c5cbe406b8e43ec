//! Reads the limits of alarms.

use crate::priors::control::{
    Bounds, ControlPrior, GapLimits, SingleThreadLimits, StallLimits, ValueLimits,
};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, POSITIVE_SHARE, Rule, SHARE, Section};
use crate::stage::Stage;
use crate::state::Phase;

/// Within these the run length is computed to ten digits.
const RATIO: Rule =
    Rule { holds: |x| (0.1..=0.6).contains(&x), words: "must lie between 0.1 and 0.6" };
const RUN_LENGTH: Rule =
    Rule { holds: |x| (1.0..=10_000.0).contains(&x), words: "must lie between 1 and 10000" };
const COUNT: Rule = Rule {
    holds: |x| (1.0..=1e6).contains(&x) && x.fract() == 0.0,
    words: "must be a whole number from 1",
};

/// `None` only where a table is missing, which has then been noted.
pub(super) fn control(section: &Section<'_>) -> Option<ControlPrior> {
    let [silence, stage, decision_maker, slip] =
        ["silence", "time_in_stage", "decision_maker", "slip"].map(|key| section.section(key));
    let avoids = section.section("avoids").map(|section| finished(&section, bounds));
    let blocked = section.section("blocked").map(|section| finished(&section, bounds));
    let gap = section.section("gap").map(|section| finished(&section, gap));
    let stall = section.section("stall").map(|section| finished(&section, stall));
    let thread = section.section("single_thread").map(|section| finished(&section, thread));
    let value = section.section("value").map(|section| finished(&section, value));
    let why = section.text("why");
    section.finish();
    let stays =
        |stage: &Section<'_>| (stage.number("share", SHARE), stage.number("least_ended", COUNT));
    let stays = stage.map(|stage| finished(&stage, stays));
    let silence =
        silence.map(|silence| finished(&silence, |of| of.number("chance", POSITIVE_SHARE)));
    let unknown =
        decision_maker.map(|of| finished(&of, |of| of.number("unknown_days", NOT_NEGATIVE)));
    let slip = slip.map(|slip| finished(&slip, |of| of.number("chance", SHARE)));
    let (stage_share, stage_least_ended) = stays?;
    Some(ControlPrior {
        why,
        avoids: avoids?,
        blocked: blocked?,
        gap: gap?,
        stall: stall??,
        silence_chance: silence?,
        stage_share,
        stage_least_ended: stage_least_ended as usize,
        single_thread: thread?,
        unknown_days: unknown?,
        slip_chance: slip?,
        value: value?,
    })
}

fn finished<T>(section: &Section<'_>, read: impl Fn(&Section<'_>) -> T) -> T {
    let found = read(section);
    section.finish();
    found
}

fn bounds(section: &Section<'_>) -> Bounds {
    let bounds = Bounds { on: section.number("on", SHARE), off: section.number("off", SHARE) };
    if bounds.off > bounds.on {
        section.fault("off", "must not lie above on");
    }
    bounds
}

fn gap(section: &Section<'_>) -> GapLimits {
    let stages = Phase::Buy.stages();
    let choices: Vec<(&str, Stage)> = stages.iter().map(|stage| (stage.name(), *stage)).collect();
    GapLimits {
        bounds: bounds(section),
        milestone_half_life_days: section.number("milestone_half_life_days", POSITIVE),
        approval_due: section.choice("approval_due", &choices, Stage::Committed),
    }
}

fn stall(section: &Section<'_>) -> Option<StallLimits> {
    let lengths = section.section("run_length_days")?;
    let run_length_days = Phase::ALL.map(|phase| lengths.number(phase.name(), RUN_LENGTH));
    lengths.finish();
    Some(StallLimits {
        ratio: section.number("ratio", RATIO),
        run_length_days,
        power_share: section.number("power_share", SHARE),
    })
}

fn thread(section: &Section<'_>) -> SingleThreadLimits {
    SingleThreadLimits {
        share: section.number("share", SHARE),
        days: section.number("days", POSITIVE),
        least_signs: section.number("least_signs", COUNT) as usize,
    }
}

fn value(section: &Section<'_>) -> ValueLimits {
    ValueLimits {
        days: section.number("days", NOT_NEGATIVE),
        chance: section.number("chance", SHARE),
        power: section.number("power", NOT_NEGATIVE),
    }
}
