//! From the text of a priors file to [`Priors`], or to the list of all its faults.

mod advice;
mod control;
mod evidence;
mod group;
mod outlook;
mod path;

use toml::de::DeTable;

use self::evidence::{actions, signs};
use super::evidence::{ActionPrior, Strength};
use super::fault::PriorsError;
use super::reader::{
    Faults, LEVEL, NOT_NEGATIVE, POSITIVE, POSITIVE_SHARE, SHARE, STRENGTH, Section, WEIGHT,
};
use super::settings::{
    BenefitPrior, Channel, Completeness, FactorPrior, Provenance, Repeat, Share, SourcePrior,
    Switch,
};
use super::{FNV_OFFSET, ModelVersion, Priors, fnv1a};
use crate::state::{Factor, LEVELS, Phase};

/// Signs, and actions, at most: sets of them are kept as bits.
const MOST_KINDS: usize = 128;
/// How far from 1 a resting law may add up.
const REST_TOLERANCE: f64 = 1e-9;

pub(super) fn parse(text: &str) -> Result<Priors, PriorsError> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = Faults::new(text);
    for error in &errors {
        faults.note(error.span().map_or(0, |span| span.start), "", error.message());
    }
    if !errors.is_empty() {
        return Err(PriorsError::new(faults.into_found()));
    }
    let priors = read(&Section::root(table.get_ref(), &faults), text);
    match (priors, faults.into_found()) {
        (Some(priors), found) if found.is_empty() => Ok(priors),
        (_, found) => Err(PriorsError::new(found)),
    }
}

/// Reads the whole file. `None` only where a table is missing, which has then been noted.
fn read(root: &Section<'_>, text: &str) -> Option<Priors> {
    let version = root.number("version", POSITIVE);
    if version.fract() != 0.0 || version > f64::from(u32::MAX) {
        root.fault("version", "must be a whole number");
    }
    let everywhere =
        Provenance { source: root.text("source"), n_equiv: root.number("n_equiv", POSITIVE) };
    let factors = root.section("factor").map(|section| factors(&section, &everywhere));
    let coupling = root.section("coupling").map(|section| coupling(&section));
    let completeness =
        root.section("completeness").map(|section| completeness(&section, &everywhere));
    let sources = root.section("sources").map(|section| sources(&section));
    let repeat = root.section("repeat").map(|section| repeat(&section));
    let switch = root.section("switch").map(|section| switch(&section));
    let benefit = root.section("benefit").map(|section| benefit(&section, &everywhere));
    let actions = root.section("action").map(|section| actions(&section, &everywhere));
    let names = actions.as_ref().map_or(&[] as &[ActionPrior], |(actions, _)| actions);
    let signs = root.section("sign").map(|section| signs(&section, names, &everywhere));
    let roles = root.section("role").map(|section| group::roles(&section, &everywhere));
    let ties = root.section("tie").map(|section| group::tie_kinds(&section, &everywhere));
    let path = root.section("path").map(|section| path::path(&section, &everywhere));
    let acquaintances =
        root.section("acquaintance").map(|section| path::acquaintances(&section, &everywhere));
    let win = root.section("win").map(|section| outlook::win(&section, &everywhere));
    let closing = root.section("closing").map(|section| outlook::closing(&section, &everywhere));
    let control = root.section("control").map(|section| control::control(&section));
    let advice = root.section("advice");
    let topics = root.section("question");
    root.finish();
    for (key, count) in [
        ("sign", signs.as_ref().map_or(0, Vec::len)),
        ("action", actions.as_ref().map_or(0, |(actions, _)| actions.len())),
    ] {
        if count > MOST_KINDS {
            root.fault(key, format!("must name at most {MOST_KINDS}"));
        }
    }
    let (actions, replies) = actions?;
    let (signs, roles) = (signs?, roles?);
    let advice = advice.map(|section| advice::advice(&section, (&actions, &replies), &roles));
    let topics = topics.map(|section| advice::topics(&section, (&signs, &roles), &everywhere));
    let (completeness, completeness_worth) = completeness?;
    Some(Priors {
        version: ModelVersion { number: version as u32, digest: fnv1a(FNV_OFFSET, text.bytes()) },
        factors: factors??,
        coupling: coupling?,
        completeness,
        completeness_worth,
        sources: sources?,
        repeat: repeat?,
        signs,
        actions,
        replies,
        switch: switch?,
        benefit: benefit?,
        roles,
        tie_kinds: ties?,
        path: path?,
        acquaintances: acquaintances?,
        win: win??,
        closing: closing?,
        control: control??,
        advice: advice?,
        topics: topics?,
    })
}

/// How strongly an entry counts; as given, if it does not say.
fn strength(section: &Section<'_>) -> Strength {
    let number = section.optional_number("strength", STRENGTH);
    number.map_or(Strength::AS_GIVEN, |number| Strength(number as u8))
}

/// The provenance of an entry: its own where it has one, that of the file else.
fn provenance(section: &Section<'_>, everywhere: &Provenance) -> Provenance {
    Provenance {
        source: section.optional_text("source").unwrap_or_else(|| everywhere.source.clone()),
        n_equiv: section.optional_number("n_equiv", POSITIVE).unwrap_or(everywhere.n_equiv),
    }
}

fn factors(all: &Section<'_>, everywhere: &Provenance) -> Option<[FactorPrior; 3]> {
    let [c, p, b] = Factor::ALL.map(|factor| {
        let section = all.section(&factor.letter().to_string())?;
        let names = Phase::ALL.map(|phase| section.texts(phase.name()));
        let rest = section.section("rest");
        let prior = FactorPrior {
            why: section.text("why"),
            level_names: names,
            rest: Phase::ALL
                .map(|phase| rest.as_ref().map_or([1.0; LEVELS], |rest| resting_law(rest, phase))),
            half_life_days: section.number("half_life_days", POSITIVE),
            refusal_pace: section.number("refusal_pace", POSITIVE),
            provenance: provenance(&section, everywhere),
        };
        section.finish();
        rest.inspect(Section::finish);
        Some(prior)
    });
    all.finish();
    Some([c?, p?, b?])
}

fn resting_law(rest: &Section<'_>, phase: Phase) -> [f64; LEVELS] {
    let Some(shares) = rest.numbers::<LEVELS>(phase.name(), POSITIVE) else {
        return [1.0; LEVELS];
    };
    let sum: f64 = shares.iter().sum();
    if (sum - 1.0).abs() > REST_TOLERANCE {
        rest.fault(phase.name(), format!("must add up to 1, not to {sum}"));
    }
    shares
}

fn coupling(section: &Section<'_>) -> [[f64; 3]; 3] {
    section.text("why");
    let mut strength = [[0.0; 3]; 3];
    for from in Factor::ALL {
        for to in Factor::ALL.into_iter().filter(|to| *to != from) {
            let key = format!("{}_to_{}", from.letter(), to.letter());
            strength[from as usize][to as usize] =
                section.optional_number(&key, WEIGHT).unwrap_or(0.0);
        }
    }
    section.finish();
    strength
}

/// The shares, and how many observations they are worth.
fn completeness(section: &Section<'_>, everywhere: &Provenance) -> (Completeness, f64) {
    section.text("why");
    let worth = provenance(section, everywhere).n_equiv;
    let nothing = Completeness::uniform(Share::ZERO);
    let completeness = Channel::ALL.into_iter().fold(nothing, |all, channel| {
        // A number outside the range has been noted by `number`; the share is then a placeholder.
        let share = Share::new(section.number(channel.name(), SHARE)).unwrap_or(Share::ZERO);
        all.with(channel, share)
    });
    section.finish();
    (completeness, worth)
}

fn sources(section: &Section<'_>) -> Vec<SourcePrior> {
    section.text("why");
    let names = section.keys().into_iter().filter(|key| *key != "why");
    let sources: Vec<SourcePrior> = names
        .map(|name| SourcePrior {
            name: name.to_owned(),
            reliability: section.number(name, POSITIVE_SHARE),
        })
        .collect();
    if sources.is_empty() {
        section.fault_here("must name at least one source");
    }
    sources
}

fn repeat(section: &Section<'_>) -> Repeat {
    section.text("why");
    let repeat = Repeat {
        days: section.number("days", POSITIVE),
        sign: section.number("sign", POSITIVE_SHARE),
        reply: section.number("reply", POSITIVE_SHARE),
        dose: section.number("dose", POSITIVE_SHARE),
        dose_days: section.number("dose_days", POSITIVE),
    };
    section.finish();
    repeat
}

fn switch(section: &Section<'_>) -> Switch {
    section.text("why");
    let to = Factor::ALL.map(|factor| {
        let levels: [f64; LEVELS] =
            section.numbers(&format!("{}_to", factor.letter()), LEVEL).unwrap_or_default();
        levels.map(|level| level as usize)
    });
    let leak = section.number("leak", POSITIVE_SHARE);
    section.finish();
    Switch { to, leak }
}

fn benefit(section: &Section<'_>, everywhere: &Provenance) -> BenefitPrior {
    let prior = BenefitPrior {
        why: section.text("why"),
        importance: section.numbers("importance", POSITIVE).unwrap_or_default(),
        delivery: section.numbers("delivery", POSITIVE).unwrap_or_default(),
        to_psychology: section.number("to_psychology", NOT_NEGATIVE),
        refused_below: section.number("refused_below", SHARE),
        endorsed_above: section.number("endorsed_above", SHARE),
        provenance: provenance(section, everywhere),
    };
    section.finish();
    prior
}
