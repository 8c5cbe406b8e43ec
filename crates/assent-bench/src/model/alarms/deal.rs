//! A simulated deal: a few people with parts and ties, what is done with them, and what is believed
//! of each, once a week.

use anyhow::Context;
use assent_inference::{
    Belief, Group, History, Life, Model, Observation, Phase, Plan, Role, Source, Start, State,
    StateVector, Tie, What, simulate, stalled,
};
use rand::RngExt;
use rand::rngs::StdRng;

/// How long a deal is watched while buying, and in use.
const BUYING_WEEKS: u32 = 26;
const USING_WEEKS: u32 = 52;
/// Who there may be besides a decision maker, and how often each is.
const OTHERS: [&str; 5] = ["budget_holder", "evaluator", "influencer", "user", "user"];
const OFTEN: f64 = 0.6;
/// Who reports to whom: each to the first of these that there is.
const ABOVE: [(&str, &str); 5] = [
    ("budget_holder", "decision_maker"),
    ("evaluator", "decision_maker"),
    ("influencer", "decision_maker"),
    ("user", "evaluator"),
    ("user", "decision_maker"),
];
/// What is done in use, each as often as the others.
const IN_USE: [&str; 5] = ["onboarding", "call", "mail", "meeting", "value_review"];
const IN_USE_COUNTS: [usize; 3] = [0, 4, 10];

/// What sort of deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Setting {
    /// Half a year of buying with more or less effort.
    Buying,
    /// A year of use. `at_own_pace`: signs come at the pace that the priors give to the role.
    Using {
        /// Otherwise as from somebody who works with it daily.
        at_own_pace: bool,
    },
}

pub(super) struct Deal {
    pub(super) people: Vec<Person>,
}

pub(super) struct Person {
    pub(super) role: Role,
    /// Their share of the power.
    pub(super) power: f64,
    pub(super) history: History,
    pub(super) looks: Vec<Look>,
}

/// What is true and what is believed on one day.
pub(super) struct Look {
    pub(super) day: f64,
    pub(super) truth: State,
    pub(super) state: StateVector,
    /// How many signs a day are expected of somebody who responds, in use at the pace of the role.
    pub(super) awaited_per_day: f64,
    /// When they last came or let us come; from the first time on they are watched for silence.
    pub(super) last_heard: Option<f64>,
    /// Whether the stall chart rings.
    pub(super) stalled: bool,
}

impl Deal {
    pub(super) fn simulated(
        model: &Model,
        setting: &Setting,
        rng: &mut StdRng,
    ) -> anyhow::Result<Deal> {
        let source = model.source("customer_written").context("no such source")?;
        let (roles, group) = group(model, rng)?;
        let mut people = Vec::new();
        for (role, power) in roles.into_iter().zip(group.power()) {
            people.push(person(model, setting, (role, *power), source, rng));
        }
        Ok(Deal { people })
    }
}

fn group(model: &Model, rng: &mut StdRng) -> anyhow::Result<(Vec<Role>, Group)> {
    let mut names = vec!["decision_maker"];
    names.extend(OTHERS.into_iter().filter(|_| rng.random_bool(OFTEN)));
    let role = |name: &&str| model.role(name).with_context(|| format!("no role {name}"));
    let roles = names.iter().map(role).collect::<anyhow::Result<Vec<_>>>()?;
    let kind = |name| model.tie_kind(name).context("no such tie");
    let (boss, report) = (kind("boss")?, kind("report")?);
    let above = |name: &str| {
        let mut bosses = ABOVE.iter().filter(|(below, _)| *below == name);
        bosses.find_map(|(_, boss)| names.iter().position(|own| own == boss))
    };
    let pairs = names.iter().enumerate().filter_map(|(below, name)| Some((below, above(name)?)));
    let ties = pairs.flat_map(|(below, above)| {
        [
            Tie { from: above, to: below, kind: boss, strength: 1.0 },
            Tie { from: below, to: above, kind: report, strength: 1.0 },
        ]
    });
    let group = Group::new(model, &roles, &ties.collect::<Vec<_>>())?;
    Ok((roles, group))
}

fn person(
    model: &Model,
    setting: &Setting,
    (role, power): (Role, f64),
    source: Source,
    rng: &mut StdRng,
) -> Person {
    let start = Start { phase: setting.phase(), at_days: 0.0, completeness: model.completeness() };
    let plan = plan(model, setting, source, rng);
    let life = simulate(model, &start, &plan, rng);
    let history = match setting {
        Setting::Using { at_own_pace: true } => {
            thinned(&life.history, model.role_prior(role).pace_in_use, rng)
        }
        Setting::Using { at_own_pace: false } | Setting::Buying => life.history.clone(),
    };
    let looks = looks(model, &start, (role, power), &life, &history, plan.until_days);
    Person { role, power, history, looks }
}

fn plan(model: &Model, setting: &Setting, source: Source, rng: &mut StdRng) -> Plan {
    if *setting == Setting::Buying {
        return Plan::of_usual_effort(model, f64::from(7 * BUYING_WEEKS), source, rng);
    }
    let until_days = f64::from(7 * USING_WEEKS);
    let count = IN_USE_COUNTS[rng.random_range(0..IN_USE_COUNTS.len())];
    let mut any = || {
        let action = model.action(IN_USE[rng.random_range(0..IN_USE.len())]);
        Some((rng.random_range(0.0..until_days), action?))
    };
    let actions = (0..count).filter_map(|_| any()).collect();
    Plan { actions, until_days, source }
}

/// Some of the signs only; replies to what we do are as they were.
fn thinned(history: &History, share: f64, rng: &mut StdRng) -> History {
    let mut kept: Vec<Observation> = history.observations().to_vec();
    kept.retain(|one| !matches!(one.what, What::Sign { .. }) || rng.random_bool(share));
    // What was in order is in order without some of it.
    History::new(kept).unwrap_or_default()
}

fn looks(
    model: &Model,
    start: &Start,
    (role, power): (Role, f64),
    life: &Life,
    history: &History,
    until_days: f64,
) -> Vec<Look> {
    let pace = match start.phase {
        Phase::Buy => 1.0,
        Phase::Use => model.role_prior(role).pace_in_use,
    };
    let mut belief = Belief::begin(model, start);
    let mut ahead = history.observations().iter().peekable();
    let mut looks = Vec::new();
    for week in 1.. {
        let day = f64::from(7 * week);
        if day > until_days {
            break;
        }
        while let Some(due) = ahead.next_if(|one| one.at_days <= day) {
            belief.observe(model, due, &mut ());
        }
        belief.advance(model, day, &mut ());
        let heard = history.days_of_contact(model, day);
        let since = heard.first().copied().unwrap_or(day);
        let limits = model.control_prior();
        let alarm = stalled(model, limits, &belief, (role, power), since, &heard);
        let truth = life.path.iter().rev().find(|(since, _)| *since <= day);
        looks.push(Look {
            day,
            truth: truth.unwrap_or(&life.path[0]).1,
            state: belief.state().clone(),
            awaited_per_day: pace * belief.awaited_signs_per_day(model),
            last_heard: heard.last().copied(),
            stalled: alarm.is_some(),
        });
    }
    looks
}
