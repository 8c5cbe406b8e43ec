//! How often alarms ring falsely: deals simulated from the priors, looked at once a week.
//!
//! An alarm that goes up is true if what it says holds of the hidden states at that look. Of the
//! stage that a seller records the model says nothing, so a seller has to be made up: one who moves
//! the stage to the furthest event seen so far, at once or a month late.

mod deal;
mod gap;
mod tally;

use assent_inference::{
    Factor, Model, Phase, State, StateSet, avoided, blocked, silent, unconfirmed,
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
         conduct = \"{}\"\n",
        model.conduct()
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

/// By look at one who is watched, whether the alarm is up and whether what it says is so.
type Flags = Vec<(bool, bool)>;

/// An alarm: how the library knows it, what it is, and the flags of all who are watched in a deal.
type Watch = (Option<&'static str>, &'static str, fn(&Model, &Deal) -> Vec<Flags>);

const WHILE_BUYING: [Watch; 8] = [
    (
        Some("avoided"),
        "avoids us, a person who can say no or has a fifth of the power",
        |model, deal| {
            let weighs = deal.people.iter().filter(|person| weighs(model, person));
            let up = |curve: &[(f64, f64)]| avoided(model.control_prior(), curve).is_some();
            weighs.map(|person| flags(person, StateSet::avoids_us(), up)).collect()
        },
    ),
    (Some("blocked"), "blocked, a person who can say no", |model, deal| {
        let veto = deal.people.iter().filter(|person| model.role_prior(person.role).veto);
        let up = |curve: &[(f64, f64)]| blocked(model.control_prior(), curve).is_some();
        veto.map(|person| flags(person, StateSet::blocked(), up)).collect()
    }),
    (Some("silent"), "silent, a deal: true if nobody heard before responds", |model, deal| {
        vec![silences(model, deal, 0.0)]
    }),
    (
        None,
        "silent, a deal: true if less than half of the power heard before responds",
        |model, deal| vec![silences(model, deal, 0.5)],
    ),
    (None, "stalled while buying, a person with power", stalls),
    (Some("ahead"), "ahead of the buyers, a deal", |model, deal| {
        vec![gap::flags(model, deal, 0.0).0]
    }),
    (
        Some("behind"),
        "behind the buyers, a deal whose stage is moved a month late",
        |model, deal| vec![gap::flags(model, deal, 30.0).1],
    ),
    (None, "behind the buyers, a deal whose stage is moved at once", |model, deal| {
        vec![gap::flags(model, deal, 0.0).1]
    }),
];

const AT_OWN_PACE: [Watch; 3] = [
    (
        Some("unconfirmed"),
        "unconfirmed, a person with power heard at the pace of the role",
        unconfirmed_flags,
    ),
    (None, "stalled in use, likewise", stalls),
    (None, "silent in use, a deal, likewise", |model, deal| vec![silences(model, deal, 0.0)]),
];

const LIKE_DAILY_USERS: [Watch; 2] = [
    (None, "unconfirmed, a person with power heard like a daily user", unconfirmed_flags),
    (None, "stalled in use, likewise", stalls),
];

/// All rates.
pub(crate) fn rates(model: &Model, deals: u64, seed: u64) -> anyhow::Result<Vec<Rate>> {
    let mut rates = Vec::new();
    let settings: [(Setting, &[Watch]); 3] = [
        (Setting::Buying, &WHILE_BUYING),
        (Setting::Using { at_own_pace: true }, &AT_OWN_PACE),
        (Setting::Using { at_own_pace: false }, &LIKE_DAILY_USERS),
    ];
    for (setting, watches) in settings {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut tallies = vec![Tally::default(); watches.len()];
        for _ in 0..deals {
            let deal = Deal::simulated(model, &setting, &mut rng)?;
            for (tally, (_, _, watched)) in tallies.iter_mut().zip(watches) {
                watched(model, &deal).into_iter().for_each(|flags| tally.follow(flags));
                tally.close_deal();
            }
        }
        let rate = |(tally, (key, what, _)): (Tally, &Watch)| tally.rate(*key, what);
        rates.extend(tallies.into_iter().zip(watches).map(rate));
    }
    Ok(rates)
}

fn weighs(model: &Model, person: &Person) -> bool {
    model.role_prior(person.role).veto || person.power >= model.control_prior().stall.power_share
}

/// By look, whether the alarm on the curve of a set's probability is up, and whether it is true.
fn flags(person: &Person, set: StateSet, is_up: impl Fn(&[(f64, f64)]) -> bool) -> Flags {
    let curve: Vec<(f64, f64)> =
        person.looks.iter().map(|look| (look.day, look.state.mass(set))).collect();
    let looks = person.looks.iter().enumerate();
    looks.map(|(k, look)| (is_up(&curve[..=k]), set.contains(look.truth))).collect()
}

fn responds(truth: State) -> bool {
    StateSet::levels(Factor::Behaviour, 2..).contains(truth)
}

/// Of all who were heard before, against what is expected of them together. True if those who still
/// respond have no more than this share of the power.
fn silences(model: &Model, deal: &Deal, share: f64) -> Flags {
    let limits = model.control_prior();
    let weeks = deal.people.first().map_or(0, |person| person.looks.len());
    let look = |week: usize| {
        let heard = deal.people.iter().map(|person| (person.power, &person.looks[week]));
        let heard: Vec<_> = heard.filter(|(_, look)| look.last_heard.is_some()).collect();
        let last = heard.iter().filter_map(|(_, look)| look.last_heard).max_by(f64::total_cmp)?;
        let expected = heard.iter().map(|(_, look)| look.awaited_per_day).sum();
        let up = silent(limits, expected, last, heard.first()?.1.day).is_some();
        let all: f64 = heard.iter().map(|(power, _)| power).sum();
        let answer = heard.iter().filter(|(_, look)| responds(look.truth));
        let (count, power) =
            answer.fold((0, 0.0), |(count, sum), (power, _)| (count + 1, sum + power));
        Some((up, count == 0 || power < share * all))
    };
    (0..weeks).filter_map(look).collect()
}

/// Of people with enough power, from the first time they were heard on.
fn stalls(model: &Model, deal: &Deal) -> Vec<Flags> {
    let least = model.control_prior().stall.power_share;
    let watched = deal.people.iter().filter(|person| person.power >= least);
    let flags = |person: &Person| {
        let looks = person.looks.iter().filter(|look| look.last_heard.is_some());
        looks.map(|look| (look.stalled, !responds(look.truth))).collect()
    };
    watched.map(flags).collect()
}

/// Of people whose role has enough power, once value is due.
fn unconfirmed_flags(model: &Model, deal: &Deal) -> Vec<Flags> {
    let limits = model.control_prior();
    let asked = |person: &&Person| model.role_prior(person.role).power >= limits.value.power;
    let satisfied = StateSet::levels(Factor::Psychology, 3..);
    let of = |person: &Person| {
        let up =
            |curve: &[(f64, f64)]| unconfirmed(model, limits, person.role, 0.0, curve).is_some();
        let due = person.looks.iter().map(|look| look.day > limits.value.days);
        let flags = flags(person, satisfied, up).into_iter().zip(due);
        flags.filter(|(_, due)| *due).map(|((up, satisfied), _)| (up, !satisfied)).collect()
    };
    deal.people.iter().filter(asked).map(of).collect()
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
