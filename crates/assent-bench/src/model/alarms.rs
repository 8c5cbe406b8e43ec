//! How often alarms ring falsely: deals simulated from the priors, looked at once a week.
//!
//! An alarm that goes up is true if what it says holds of the hidden states at that look. Of the
//! stage that a seller records the model says nothing, so a seller has to be made up: one who moves
//! the stage to the furthest event seen so far, at once or a month late.

mod deal;
mod gap;
mod tally;

use assent_inference::{
    ControlPrior, Factor, Model, Phase, State, StateSet, avoided, blocked, silent, unconfirmed,
};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::table::{Estimate, Table};
use deal::{Deal, Person, Setting};
use tally::Tally;

/// Deals of each sort, for the figures in the library.
pub(crate) const DEALS: u64 = 4_000;

/// What was measured of one alarm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rate {
    /// By which name the library knows it; none if only told.
    pub(crate) key: Option<&'static str>,
    pub(crate) what: &'static str,
    pub(crate) raised: f64,
    /// False alarms in a watched year, of a person or a deal.
    pub(crate) per_year: Estimate,
    /// Of the alarms raised.
    pub(crate) true_share: Estimate,
}

/// The table, and the text of the library's data file with `DATE` for its date.
pub(crate) fn measure(model: &Model, deals: u64, seed: u64) -> anyhow::Result<(Table, String)> {
    let rates = rates(model, deals, seed)?;
    let mut table = Table::new(format!(
        "Alarms over {deals} deals of each sort, weekly looks: false alarms in a watched year of a \
         person or deal; the share that is true when raised."
    ));
    let mut file = format!(
        "# How often alarms ring falsely, by simulation from the priors; docs/statistics/simulation.md says\n\
         # how. `per_year`: false alarms in a watched year of a person or a deal. `true_share`: of those raised.\n\
         date = \"DATE\"\n\
         command = \"bin/bench model --deals {deals} --seed {seed} --write FILE\"\n\
         priors = \"{}\"\n",
        model.version()
    );
    for Rate { key, what, raised, per_year, true_share } in rates {
        table.tell(what, format!("{per_year} a year; {true_share} of {raised} true"));
        if let Some(key) = key {
            file += &format!(
                "\n[{key}] # {what}\n\
                 raised = {raised}\n\
                 per_year = {:.4}\nper_year_error = {:.4}\n\
                 true_share = {:.4}\ntrue_share_error = {:.4}\n",
                per_year.value, per_year.error, true_share.value, true_share.error
            );
        }
    }
    Ok((table, file))
}

/// All rates.
pub(crate) fn rates(model: &Model, deals: u64, seed: u64) -> anyhow::Result<Vec<Rate>> {
    let mut rates = while_buying(model, deals, seed)?;
    rates.extend(in_use(model, deals, seed)?);
    Ok(rates)
}

fn while_buying(model: &Model, deals: u64, seed: u64) -> anyhow::Result<Vec<Rate>> {
    let mut rng = StdRng::seed_from_u64(seed);
    let limits = model.control_prior();
    let mut tallies = [
        (Some("avoided"), "avoids us, a person", Tally::default()),
        (Some("blocked"), "blocked, a person who can say no", Tally::default()),
        (Some("silent"), "silent, a person heard before", Tally::default()),
        (None, "silent, a deal as a whole", Tally::default()),
        (None, "stalled while buying, a person with power", Tally::default()),
        (Some("ahead"), "ahead of the buyers, a deal", Tally::default()),
        (
            Some("behind"),
            "behind the buyers, a deal whose stage is moved a month late",
            Tally::default(),
        ),
        (None, "behind the buyers, a deal whose stage is moved at once", Tally::default()),
    ];
    for _ in 0..deals {
        let deal = Deal::simulated(model, &Setting::Buying, &mut rng)?;
        let [avoid, block, quiet, quiet_deal, stall, ahead, behind, behind_at_once] = &mut tallies;
        for person in &deal.people {
            avoid.2.follow(flags(person, StateSet::avoids_us(), |curve| {
                avoided(limits, curve).is_some()
            }));
            if model.role_prior(person.role).veto {
                block.2.follow(flags(person, StateSet::blocked(), |curve| {
                    blocked(limits, curve).is_some()
                }));
            }
            quiet.2.follow(silences(limits, person));
            stall.2.follow(stalls(limits, person));
        }
        quiet_deal.2.follow(deal_silences(limits, &deal));
        let (is_ahead, is_behind) = gap::flags(model, &deal, 0.0);
        ahead.2.follow(is_ahead);
        behind_at_once.2.follow(is_behind);
        behind.2.follow(gap::flags(model, &deal, 30.0).1);
        tallies.iter_mut().for_each(|(_, _, tally)| tally.close_deal());
    }
    Ok(tallies.into_iter().map(|(key, what, tally)| tally.rate(key, what)).collect())
}

fn in_use(model: &Model, deals: u64, seed: u64) -> anyhow::Result<Vec<Rate>> {
    let mut rng = StdRng::seed_from_u64(seed);
    let limits = model.control_prior();
    let mut rates = Vec::new();
    let settings = [
        (
            Setting::Using { at_own_pace: true },
            Some("unconfirmed"),
            "unconfirmed, a person with power heard at the pace of the role",
            "stalled in use, likewise",
        ),
        (
            Setting::Using { at_own_pace: false },
            None,
            "unconfirmed, a person with power heard like a daily user",
            "stalled in use, likewise",
        ),
    ];
    for (setting, key, what, stalled) in settings {
        let (mut value, mut stall) = (Tally::default(), Tally::default());
        for _ in 0..deals {
            let deal = Deal::simulated(model, &setting, &mut rng)?;
            for person in &deal.people {
                value.follow(unconfirmed_flags(model, person));
                stall.follow(stalls(limits, person));
            }
            value.close_deal();
            stall.close_deal();
        }
        rates.extend([value.rate(key, what), stall.rate(None, stalled)]);
    }
    Ok(rates)
}

/// By look, whether the alarm on the curve of a set's probability is up, and whether it is true.
fn flags(
    person: &Person,
    set: StateSet,
    is_up: impl Fn(&[(f64, f64)]) -> bool,
) -> Vec<(bool, bool)> {
    let curve: Vec<(f64, f64)> =
        person.looks.iter().map(|look| (look.day, look.state.mass(set))).collect();
    let looks = person.looks.iter().enumerate();
    looks.map(|(k, look)| (is_up(&curve[..=k]), set.contains(look.truth))).collect()
}

fn responds(truth: State) -> bool {
    StateSet::levels(Factor::Behaviour, 2..).contains(truth)
}

/// From the first time they were heard on. True if they do not respond any more.
fn silences(limits: &ControlPrior, person: &Person) -> Vec<(bool, bool)> {
    let heard = person.looks.iter().filter_map(|look| Some((look, look.last_heard?)));
    let flag = |(look, last): (&deal::Look, f64)| {
        (silent(limits, look.awaited_per_day, last, look.day).is_some(), !responds(look.truth))
    };
    heard.map(flag).collect()
}

/// With what is expected of all who were heard. True if none of them responds any more.
fn deal_silences(limits: &ControlPrior, deal: &Deal) -> Vec<(bool, bool)> {
    let weeks = deal.people.first().map_or(0, |person| person.looks.len());
    let look = |week: usize| {
        let heard = deal.people.iter().map(|person| &person.looks[week]);
        let heard: Vec<_> = heard.filter(|look| look.last_heard.is_some()).collect();
        let last = heard.iter().filter_map(|look| look.last_heard).max_by(f64::total_cmp)?;
        let awaited = heard.iter().map(|look| look.awaited_per_day).sum();
        let day = heard.first()?.day;
        let up = silent(limits, awaited, last, day).is_some();
        Some((up, !heard.iter().any(|look| responds(look.truth))))
    };
    (0..weeks).filter_map(look).collect()
}

/// Of people with enough power, from the first time they were heard on.
fn stalls(limits: &ControlPrior, person: &Person) -> Vec<(bool, bool)> {
    let watched = person.power >= limits.stall.power_share;
    let looks = person.looks.iter().filter(|look| watched && look.last_heard.is_some());
    looks.map(|look| (look.stalled, !responds(look.truth))).collect()
}

fn unconfirmed_flags(model: &Model, person: &Person) -> Vec<(bool, bool)> {
    let limits = model.control_prior();
    if model.role_prior(person.role).power < limits.value.power {
        return Vec::new();
    }
    let satisfied = StateSet::levels(Factor::Psychology, 3..);
    let up = |curve: &[(f64, f64)]| unconfirmed(model, limits, person.role, 0.0, curve).is_some();
    let flags = flags(person, satisfied, up);
    let due = person.looks.iter().map(|look| look.day > limits.value.days);
    let due = flags.into_iter().zip(due).filter(|(_, due)| *due);
    due.map(|((up, satisfied), _)| (up, !satisfied)).collect()
}

/// The phase that a setting is of, for its start.
impl Setting {
    fn phase(&self) -> Phase {
        match self {
            Setting::Buying => Phase::Buy,
            Setting::Using { .. } => Phase::Use,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use assent_inference::{DEFAULT_PRIORS, Priors};
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Written {
        per_year: f64,
        per_year_error: f64,
        true_share: f64,
        true_share_error: f64,
    }

    #[derive(Deserialize)]
    struct File {
        #[serde(flatten)]
        rates: BTreeMap<String, toml::Value>,
    }

    /// Other deals, drawn from other seeds, within four standard errors of what the library says.
    #[test]
    fn the_librarys_false_alarms_are_found_again() {
        let text = include_str!("../../../assent-inference/measured.toml");
        let file: File = toml::from_str(text).expect("the file is TOML");
        let priors = Priors::parse(DEFAULT_PRIORS).expect("the priors are right");
        let rates = rates(&Model::new(&priors), 150, 20_261).expect("the priors have all words");
        let known = rates.iter().filter_map(|rate| Some((rate.key?, rate)));
        let mut compared = 0;
        for (key, rate) in known {
            let written: Written = file.rates[key].clone().try_into().expect("a rate");
            let near = |found: Estimate, value: f64, error: f64| {
                (found.value - value).abs() <= 4.0 * found.error.hypot(error)
            };
            assert!(near(rate.per_year, written.per_year, written.per_year_error), "{rate:?}");
            let enough = rate.raised >= 20.0;
            let share = near(rate.true_share, written.true_share, written.true_share_error);
            assert!(share || !enough, "{rate:?}");
            compared += 1;
        }
        assert_eq!(compared, 6);
    }
}
