//! Reads the entries of evidence: signs of theirs, actions of ours and the replies to them.

use super::{provenance, strength};
use crate::priors::evidence::{
    Action, ActionPrior, Awaited, BenefitEffect, Dose, Exposure, Milestone, Phases, Precondition,
    Proof, Question, ReplyPrior, SignPrior, Strength, Tendency, Weights,
};
use crate::priors::reader::{NOT_NEGATIVE, POSITIVE, Section, WEIGHT};
use crate::priors::settings::{Channel, Provenance};
use crate::state::{Factor, LEVELS, Phase};

pub(super) fn phases(section: &Section<'_>) -> Phases {
    let choices = [
        ("buy", Phases::Only(Phase::Buy)),
        ("use", Phases::Only(Phase::Use)),
        ("both", Phases::Both),
    ];
    section.choice("phase", &choices, Phases::Both)
}

fn weights(section: &Section<'_>, strength: Strength) -> Weights {
    Weights(Factor::ALL.map(|factor| {
        let given: Option<[f64; LEVELS]> =
            section.optional_numbers(&factor.letter().to_string(), WEIGHT);
        given.unwrap_or_default().map(|weight| strength.factor() * weight)
    }))
}

fn dose(section: &Section<'_>) -> (Dose, Strength) {
    let Some(dose) = section.optional_section("dose") else {
        return (Dose::default(), Strength::AS_GIVEN);
    };
    let strength = strength(&dose);
    let towards = |way: &str| {
        Factor::ALL.map(|factor| {
            let key = format!("{}_{way}", factor.letter());
            strength.factor() * dose.optional_number(&key, NOT_NEGATIVE).unwrap_or(0.0)
        })
    };
    let read = Dose { up: towards("up"), down: towards("down") };
    dose.finish();
    (read, strength)
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

pub(super) fn signs(
    all: &Section<'_>,
    actions: &[ActionPrior],
    everywhere: &Provenance,
) -> Vec<SignPrior> {
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
    let proofs = [
        ("endorsed", Proof::Endorsed),
        ("declared", Proof::Declared),
        ("realised", Proof::Realised),
        ("vouched", Proof::Vouched),
    ];
    let milestones = [("endorsement", Milestone::Endorsement), ("approval", Milestone::Approval)];
    let forbids = section.words("forbids").into_iter().filter_map(|name| {
        let action = named(actions, name);
        if action.is_none() {
            section.fault("forbids", format!("there is no action {name:?}"));
        }
        action
    });
    let strength = strength(section);
    let (dose, dose_strength) = dose(section);
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
        dose,
        dose_strength,
        benefit: benefit_effect(section),
        proves: section.optional_choice("proves", &proofs),
        milestone: section.optional_choice("milestone", &milestones),
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

pub(super) fn actions(
    all: &Section<'_>,
    everywhere: &Provenance,
) -> (Vec<ActionPrior>, Vec<ReplyPrior>) {
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
    let (dose, dose_strength) = dose(section);
    ReplyPrior {
        name: name.to_owned(),
        action,
        tendency,
        weights: weights(section, strength),
        strength,
        contact: section.optional_number("contact", NOT_NEGATIVE).unwrap_or(0.0),
        dose,
        dose_strength,
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
