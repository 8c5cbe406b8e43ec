//! From the text of a priors file to [`Priors`], or to the list of all its faults.

use toml::de::DeTable;

use super::evidence::{
    Action, ActionPrior, Awaited, BenefitEffect, Dose, Exposure, Phases, Precondition, Proof,
    Question, ReplyPrior, SignPrior, Strength, Tendency, Weights,
};
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
    let completeness = root.section("completeness").map(|section| completeness(&section));
    let sources = root.section("sources").map(|section| sources(&section));
    let repeat = root.section("repeat").map(|section| repeat(&section));
    let switch = root.section("switch").map(|section| switch(&section));
    let benefit = root.section("benefit").map(|section| benefit(&section, &everywhere));
    let actions = root.section("action").map(|section| actions(&section, &everywhere));
    let names = actions.as_ref().map_or(&[] as &[ActionPrior], |(actions, _)| actions);
    let signs = root.section("sign").map(|section| signs(&section, names, &everywhere));
    root.finish();
    let (actions, replies) = actions?;
    Some(Priors {
        version: ModelVersion { number: version as u32, digest: fnv1a(FNV_OFFSET, text.bytes()) },
        factors: factors??,
        coupling: coupling?,
        completeness: completeness?,
        sources: sources?,
        repeat: repeat?,
        signs: signs?,
        actions,
        replies,
        switch: switch?,
        benefit: benefit?,
    })
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

fn completeness(section: &Section<'_>) -> Completeness {
    section.text("why");
    let nothing = Completeness::uniform(Share::ZERO);
    let completeness = Channel::ALL.into_iter().fold(nothing, |all, channel| {
        // A number outside the range has been noted by `number`; the share is then a placeholder.
        let share = Share::new(section.number(channel.name(), SHARE)).unwrap_or(Share::ZERO);
        all.with(channel, share)
    });
    section.finish();
    completeness
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

fn phases(section: &Section<'_>) -> Phases {
    let choices = [
        ("buy", Phases::Only(Phase::Buy)),
        ("use", Phases::Only(Phase::Use)),
        ("both", Phases::Both),
    ];
    section.choice("phase", &choices, Phases::Both)
}

fn strength(section: &Section<'_>) -> Strength {
    let number = section.optional_number("strength", STRENGTH);
    number.map_or(Strength::AS_GIVEN, |number| Strength(number as u8))
}

fn weights(section: &Section<'_>, strength: Strength) -> Weights {
    Weights(Factor::ALL.map(|factor| {
        let given: Option<[f64; LEVELS]> =
            section.optional_numbers(&factor.letter().to_string(), WEIGHT);
        given.unwrap_or_default().map(|weight| strength.factor() * weight)
    }))
}

fn dose(section: &Section<'_>) -> Dose {
    let Some(dose) = section.optional_section("dose") else { return Dose::default() };
    let towards = |way: &str| {
        Factor::ALL.map(|factor| {
            let key = format!("{}_{way}", factor.letter());
            dose.optional_number(&key, NOT_NEGATIVE).unwrap_or(0.0)
        })
    };
    let read = Dose { up: towards("up"), down: towards("down") };
    dose.finish();
    read
}

fn benefit_effect(section: &Section<'_>) -> BenefitEffect {
    let Some(effect) = section.optional_section("benefit") else { return BenefitEffect::default() };
    let count = |key: &str| effect.optional_number(key, NOT_NEGATIVE).unwrap_or(0.0);
    let read = BenefitEffect {
        importance: count("importance"),
        delivery_yes: count("delivery_yes"),
        delivery_no: count("delivery_no"),
    };
    effect.finish();
    read
}

fn named(actions: &[ActionPrior], name: &str) -> Option<Action> {
    actions.iter().position(|action| action.name == name).map(|index| Action(index as u16))
}

fn signs(all: &Section<'_>, actions: &[ActionPrior], everywhere: &Provenance) -> Vec<SignPrior> {
    let sections = all.named_sections();
    sections.iter().map(|(name, section)| sign(name, section, actions, everywhere)).collect()
}

fn sign(
    name: &str,
    section: &Section<'_>,
    actions: &[ActionPrior],
    everywhere: &Provenance,
) -> SignPrior {
    let awaited = [
        ("always", Awaited::Always),
        ("until_seen", Awaited::UntilSeen),
        ("once_begun", Awaited::OnceBegun),
    ];
    let proofs =
        [("endorsed", Proof::Endorsed), ("realised", Proof::Realised), ("vouched", Proof::Vouched)];
    let forbids = section.words("forbids").into_iter().filter_map(|name| {
        let action = named(actions, name);
        if action.is_none() {
            section.fault("forbids", format!("there is no action {name:?}"));
        }
        action
    });
    let strength = strength(section);
    let prior = SignPrior {
        name: name.to_owned(),
        why: section.text("why"),
        phases: phases(section),
        exposure: exposure(section),
        awaited: section.optional_choice("awaited", &awaited).unwrap_or(Awaited::Always),
        weights: weights(section, strength),
        strength,
        forbids: forbids.collect(),
        reopens: section.flag("reopens"),
        dose: dose(section),
        benefit: benefit_effect(section),
        proves: section.optional_choice("proves", &proofs),
        provenance: provenance(section, everywhere),
    };
    section.finish();
    prior
}

fn exposure(section: &Section<'_>) -> Exposure {
    let channels = Channel::ALL.map(|channel| (channel.name(), channel));
    let signs_use = &channels[..4];
    match section.choice("channel", signs_use, Channel::Written) {
        Channel::Contact => {
            Exposure::Contact { most_per_contact: section.number("most_per_contact", POSITIVE) }
        }
        channel => {
            Exposure::Time { channel, most_per_year: section.number("most_per_year", POSITIVE) }
        }
    }
}

fn actions(all: &Section<'_>, everywhere: &Provenance) -> (Vec<ActionPrior>, Vec<ReplyPrior>) {
    let sections = all.named_sections();
    let actions: Vec<ActionPrior> =
        sections.iter().map(|(name, section)| action(name, section, everywhere)).collect();
    let mut replies = Vec::new();
    for (index, (_, section)) in sections.iter().enumerate() {
        let table = section.section("reply");
        let named = table.iter().flat_map(Section::named_sections);
        let before = replies.len();
        replies.extend(named.map(|(name, reply)| {
            let read = self::reply(name, &reply, Action(index as u16), &actions);
            reply.finish();
            read
        }));
        if table.is_some() && replies.len() == before {
            section.fault("reply", "must name at least one reply");
        }
        section.finish();
    }
    (actions, replies)
}

fn action(name: &str, section: &Section<'_>, everywhere: &Provenance) -> ActionPrior {
    let preconditions = [
        ("contact", Precondition::Contact),
        ("message", Precondition::Message),
        ("promise", Precondition::Promise),
        ("complaint", Precondition::Complaint),
    ];
    ActionPrior {
        name: name.to_owned(),
        why: section.text("why"),
        phases: phases(section),
        cost_hours: section.number("cost_hours", NOT_NEGATIVE),
        after: section.optional_choice("after", &preconditions),
        open_days: section.optional_number("open_days", POSITIVE),
        provenance: provenance(section, everywhere),
    }
}

fn reply(name: &str, section: &Section<'_>, action: Action, actions: &[ActionPrior]) -> ReplyPrior {
    let tendency = match actions[action.index()].open_days {
        None => Tendency::Base(section.number("base", WEIGHT)),
        Some(_) => Tendency::MostPer100Days(section.number("most_per_100_days", POSITIVE)),
    };
    let strength = strength(section);
    ReplyPrior {
        name: name.to_owned(),
        action,
        tendency,
        weights: weights(section, strength),
        strength,
        contact: section.optional_number("contact", NOT_NEGATIVE).unwrap_or(0.0),
        dose: dose(section),
        opens: opens(section, actions),
        benefit: benefit_effect(section),
    }
}

fn opens(section: &Section<'_>, actions: &[ActionPrior]) -> Option<Question> {
    let name = section.optional_text("opens")?;
    let action = named(actions, &name);
    match action {
        None => section.fault("opens", format!("there is no action {name:?}")),
        Some(action) if actions[action.index()].open_days.is_none() => {
            section.fault("opens", format!("{name:?} has no open_days: it is no question"));
        }
        Some(_) => {}
    }
    action.map(Question)
}
