//! That the lexicon has words for everything the model knows, and no word for two things.

use std::collections::{BTreeMap, BTreeSet};

use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use rstest::rstest;

use super::file::{Language, Senses};
use super::*;
use crate::evidence::kinds;

/// So many phrases each thing needs in each language at least.
const FEWEST_PHRASES: usize = 3;

fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap())
}

fn senses() -> Senses {
    parse(SENSES).unwrap()
}

#[rstest]
#[case::english(ENGLISH)]
#[case::chinese(CHINESE)]
fn every_sign_action_and_reply_has_phrases(#[case] language: &str) {
    let (model, senses) = (model(), senses());
    let language: Language = parse(language).unwrap();
    let mut lacking = BTreeSet::new();
    let mut need = |name: String, phrases: usize| {
        if phrases < FEWEST_PHRASES {
            lacking.insert(format!("{name}: {phrases}"));
        }
    };
    for (_, sign) in model.signs() {
        let phrases = language.sign.get(&sign.name).map_or(0, |phrases| phrases.says.len());
        need(sign.name.clone(), phrases);
    }
    for kind in kinds(&model) {
        let entry = &language.action[kind];
        let replies: usize = entry.reply.values().map(|phrases| phrases.says.len()).sum();
        need(kind.to_owned(), entry.says.len() + entry.hints.len() + replies);
        for (_, reply) in model.replies(model.action(kind).unwrap()) {
            let own = entry.reply.get(&reply.name).map_or(0, |phrases| phrases.says.len());
            let name = format!("{kind}.{}", reply.name);
            let fits = |(_, sense): &(&String, &file::OutcomeSense)| sense.fits.contains(&name);
            let shared = senses.outcome.iter().filter(fits);
            let shared: usize =
                shared.map(|(outcome, _)| language.outcome[outcome].says.len()).sum();
            need(name, own + shared);
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn the_lexicon_names_only_what_the_model_knows() {
    let (model, lexicon) = (model(), &*LEXICON);
    let is_known = |answer: &Answer| {
        let action = model.action(answer.action.as_str());
        action.is_some_and(|action| model.reply(action, answer.reply.as_str()).is_some())
    };
    let mut answers: Vec<Answer> = lexicon.opposite.keys().cloned().collect();
    answers.extend(lexicon.between.keys().cloned());
    for outcome in &lexicon.outcomes {
        answers.extend(outcome.fits.iter().chain(&outcome.alone).cloned());
        for action in &outcome.leaves_open {
            assert!(model.action(action.as_str()).is_some(), "{action}");
        }
    }
    for table in [&lexicon.usual, &lexicon.usual_when_shown] {
        answers.extend(
            table
                .iter()
                .map(|(action, reply)| Answer { action: action.clone(), reply: reply.clone() }),
        );
    }
    let opposites = lexicon.opposite.iter();
    answers.extend(
        opposites.map(|(of, reply)| Answer { action: of.action.clone(), reply: reply.clone() }),
    );
    lexicon.phrases.each_meaning(|sense| match &sense.meaning {
        Meaning::Answered(answer) => answers.push(answer.clone()),
        Meaning::Action(action) | Meaning::Asked(action) => {
            assert!(model.action(action.as_str()).is_some(), "{action}");
        }
        Meaning::Sign(sign) | Meaning::Arrival { sign, .. } => {
            assert!(model.sign(sign.as_str()).is_some(), "{sign}");
        }
        _ => {}
    });
    let unknown: Vec<&Answer> = answers.iter().filter(|answer| !is_known(answer)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn the_senses_name_only_entries_that_there_are() {
    let (senses, language): (Senses, Language) = (senses(), parse(ENGLISH).unwrap());
    let mut entries: BTreeSet<String> =
        language.sign.keys().map(|sign| format!("sign.{sign}")).collect();
    for (action, phrases) in &language.action {
        entries.insert(format!("action.{action}"));
        entries.extend(phrases.reply.keys().map(|reply| format!("action.{action}.reply.{reply}")));
    }
    entries.extend(language.outcome.keys().map(|outcome| format!("outcome.{outcome}")));
    let arrivals = senses.arrival.keys().map(|sign| format!("sign.{sign}"));
    let weighty = senses.weighty.iter().map(|action| format!("action.{action}"));
    let opposites = senses.outcome.values().filter_map(|sense| sense.opposite.as_ref());
    let opposites = opposites.map(|outcome| format!("outcome.{outcome}"));
    let named = senses.ahead.iter().chain(senses.priority.keys()).cloned();
    for entry in named.chain(arrivals).chain(weighty).chain(opposites) {
        assert!(entries.contains(&entry), "{entry}");
    }
}

/// What says a thing outright comes before what hints at it; otherwise sense.toml has to say.
#[test]
fn no_phrase_stands_for_two_things_of_one_sort() {
    let mut clashes = BTreeMap::new();
    LEXICON.phrases.ambiguous(&LEXICON.vocabulary, |phrase, senses| {
        for (at, one) in senses.iter().enumerate() {
            for other in &senses[at + 1..] {
                if one.meaning != other.meaning
                    && one.meaning.class() == other.meaning.class()
                    && one.rank() == other.rank()
                {
                    let mut pair = [one, other].map(|sense| format!("{:?}", sense.meaning));
                    pair.sort();
                    clashes.insert(pair, phrase.to_owned());
                }
            }
        }
    });
    assert!(clashes.is_empty(), "{clashes:#?}");
}
