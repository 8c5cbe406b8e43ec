//! Everything that a line was understood to say, and the chips that propose it.

use std::collections::HashMap;
use std::ops::Range;

use assent_inference::{Model, Phases, Weights};

use super::actors::{Actor, unique};
use super::chip::{Chip, ChipId, ChipValue, Span, Toward};
use super::days::On;
use super::deeds::{Deed, Moved};
use super::promises::{Promised, Side};
use super::scene::Scene;
use super::signs::Shown;
use super::tendency;
use crate::ids::PersonId;
use crate::interaction::Source;
use crate::text::Key;

/// Everything that a line was understood to say.
pub(super) struct Reading {
    pub(super) deed: Option<Deed>,
    pub(super) signs: Vec<Shown>,
    pub(super) promises: Vec<Promised>,
    /// When it was.
    pub(super) on: Option<On>,
    /// How it is known, and where the line says so.
    pub(super) source: Option<(Source, Range<usize>)>,
}

/// The piece of a reading that a chip stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Somebody; without them the line is read again.
    Person,
    /// What was done.
    Deed,
    /// How it was answered.
    Reply,
    /// A sign, by its place.
    Sign(usize),
    /// What the sign at this place speaks of.
    Benefit(usize),
    /// A promise, by its place.
    Promise(usize),
    /// When it was.
    Day,
    /// How the line is known, and all signs that are known so.
    Source(Source),
}

impl Reading {
    /// The people on the other side: who took part; for what was only heard, of whom it says
    /// something; otherwise whoever is mentioned, or implied.
    pub(super) fn people(&self, scene: &Scene<'_>, deed: Option<&Deed>) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = match deed {
            Some(deed) => deed.people.clone(),
            None => self.signs.iter().flat_map(|sign| sign.people.clone()).collect(),
        };
        if deed.is_none() {
            people.extend(self.promises.iter().filter_map(Promised::partner));
        }
        if people.is_empty() {
            let theirs = scene.actors.iter().filter(|actor| actor.theirs().is_some());
            people = theirs.flat_map(Actor::people).collect();
        }
        if people.is_empty() {
            people = scene.nearest(0).people;
        }
        unique(people)
    }

    /// The chips, in the order of the line.
    pub(super) fn chips(&self, scene: &Scene<'_>) -> Vec<(Part, Chip)> {
        let mut proposals = Proposals { scene, list: Vec::new() };
        self.propose_people(&mut proposals);
        if let Some(deed) = &self.deed {
            propose_deed(&mut proposals, deed);
        }
        for (index, sign) in self.signs.iter().enumerate() {
            propose_sign(&mut proposals, index, sign);
        }
        for (index, promise) in self.promises.iter().enumerate() {
            let (text, due) = (promise.text.clone(), promise.due);
            let (value, toward) = match promise.side {
                Side::Ours { .. } => (ChipValue::OurPromise { text, due }, Toward::Neutral),
                Side::Theirs { .. } => (ChipValue::TheirPromise { text, due }, Toward::Toward),
            };
            proposals.add(Part::Promise(index), value, &promise.tokens, promise.certain, toward);
        }
        if let Some(on) = &self.on {
            proposals.add_plain(Part::Day, ChipValue::Date(on.day), &on.tokens, on.certain);
        }
        let second_hand = self.signs.iter().filter_map(|sign| sign.source.as_ref());
        let mut told: Vec<Source> = Vec::new();
        for (source, tokens) in self.source.iter().chain(second_hand) {
            if !told.contains(source) {
                told.push(*source);
                proposals.add_plain(
                    Part::Source(*source),
                    ChipValue::Source(*source),
                    tokens,
                    true,
                );
            }
        }
        proposals.finish()
    }

    fn propose_people(&self, proposals: &mut Proposals<'_>) {
        let scene = proposals.scene;
        let mut people = self.people(scene, self.deed.as_ref());
        people.extend(self.signs.iter().flat_map(|sign| sign.people.clone()));
        people.extend(self.promises.iter().flat_map(Promised::people));
        if let Some(deed) = &self.deed {
            people.extend(deed.through.iter().chain(&deed.by));
        }
        for person in unique(people) {
            let mut mentions = scene.actors.iter().filter(|actor| actor.people().contains(&person));
            let by_name = mentions.clone().find(|one| one.theirs().is_none_or(|one| !one.pronoun));
            let mention = by_name.or_else(|| mentions.next());
            let tokens = mention.map_or(0..0, |actor| actor.tokens.clone());
            let certain = match mention {
                Some(actor) => actor.theirs().is_none_or(|mention| mention.certain),
                None => scene.nearest(0).certain,
            };
            proposals.add_plain(Part::Person, ChipValue::Person(person), &tokens, certain);
        }
    }
}

fn propose_deed(proposals: &mut Proposals<'_>, deed: &Deed) {
    let model = proposals.scene.context.model;
    match &deed.moved {
        Moved::We => {
            let value = ChipValue::Action(deed.kind.clone());
            proposals.add_plain(Part::Deed, value, &deed.tokens, deed.certain);
        }
        Moved::They(sign) => {
            let value = ChipValue::Sign { people: deed.people.clone(), sign: sign.clone() };
            let toward = of_sign(model, sign);
            proposals.add(Part::Deed, value, &deed.tokens, deed.certain, toward);
        }
    }
    if let Some(reply) = &deed.reply {
        let (action, key) = (deed.kind.clone(), reply.key.clone());
        let toward = of_reply(model, &action, &key);
        let value = ChipValue::Reply { action, reply: key };
        proposals.add(Part::Reply, value, &reply.tokens, reply.certain, toward);
    }
}

/// The promise that shows a sign has a chip of its own.
fn propose_sign(proposals: &mut Proposals<'_>, index: usize, sign: &Shown) {
    if sign.promise.is_some() {
        return;
    }
    let toward = of_sign(proposals.scene.context.model, &sign.sign);
    let value = ChipValue::Sign { people: sign.people.clone(), sign: sign.sign.clone() };
    proposals.add(Part::Sign(index), value, &sign.tokens, sign.certain, toward);
    if let Some((text, tokens)) = &sign.benefit {
        let value = ChipValue::Benefit(text.clone());
        proposals.add_plain(Part::Benefit(index), value, tokens, false);
    }
}

fn of_sign(model: &Model, sign: &Key) -> Toward {
    model.sign(sign.as_str()).map_or(Toward::Neutral, |sign| {
        let prior = model.sign_prior(sign);
        tendency::of(model, &prior.weights, prior.phases)
    })
}

fn of_reply(model: &Model, action: &Key, reply: &Key) -> Toward {
    let weights = |action| -> Option<(&Weights, Phases)> {
        let reply = model.reply(action, reply.as_str())?;
        Some((&model.reply_prior(reply).weights, model.action_prior(action).phases))
    };
    let known = model.action(action.as_str()).and_then(weights);
    known.map_or(Toward::Neutral, |(weights, phases)| tendency::of(model, weights, phases))
}

struct Proposals<'a> {
    scene: &'a Scene<'a>,
    list: Vec<(Part, ChipValue, Span, bool, Toward)>,
}

impl Proposals<'_> {
    fn add(
        &mut self,
        part: Part,
        value: ChipValue,
        tokens: &Range<usize>,
        certain: bool,
        toward: Toward,
    ) {
        let tape = &self.scene.tape;
        let span = Span::of(tape.text, tape.bytes(tokens));
        self.list.push((part, value, span, certain, toward));
    }

    fn add_plain(&mut self, part: Part, value: ChipValue, tokens: &Range<usize>, certain: bool) {
        self.add(part, value, tokens, certain, Toward::Neutral);
    }

    fn finish(mut self) -> Vec<(Part, Chip)> {
        self.list.sort_by_key(|(_, value, span, ..)| (span.bytes.start, value.kind()));
        let mut counts: HashMap<ChipId, usize> = HashMap::new();
        let chip = |(part, value, span, certain, toward)| {
            let count = counts.entry(ChipId::new(&value, 0)).or_default();
            let id = ChipId::new(&value, *count);
            *count += 1;
            (part, Chip { id, value, span, certain, toward })
        };
        self.list.into_iter().map(chip).collect()
    }
}
