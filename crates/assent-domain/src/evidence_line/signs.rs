//! What people showed.

use std::ops::Range;

use assent_inference::Channel;

use super::deeds::Deed;
use super::lexicon::{Answer, Cue, Meaning};
use super::matching::Match;
use super::pattern::Slot;
use super::promises::{Promised, Side};
use super::scene::Scene;
use super::sources;
use crate::ids::PersonId;
use crate::interaction::Source;
use crate::text::{Key, Line};

/// An “and” so many words before a sign belongs to it: “and is worried”.
const REACH_OF_AND: usize = 2;
/// The sign that a promise of theirs is.
const PROMISED_US: &str = "promised_us";

/// A sign shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// By whom; nobody, if the line does not say and nobody's page is open.
    pub(super) people: Vec<PersonId>,
    /// Which.
    pub(super) sign: Key,
    /// Where the line says so.
    pub(super) tokens: Range<usize>,
    /// The words that say so.
    words: Vec<usize>,
    /// Whether it says so outright.
    pub(super) certain: bool,
    /// What they care for, and where it stands.
    pub(super) benefit: Option<(Line, Range<usize>)>,
    /// How it is known, where the phrase itself tells.
    pub(super) source: Option<(Source, Range<usize>)>,
    /// The promise that shows it, by its place among the promises.
    pub(super) promise: Option<usize>,
}

/// The signs of a line.
pub(super) fn read(scene: &Scene<'_>, promises: &[Promised]) -> Vec<Shown> {
    let mut signs: Vec<Shown> = Vec::new();
    for one in &scene.matches {
        let Meaning::Sign(sign) = &one.sense.meaning else { continue };
        let is_known = scene.context.model.sign(sign.as_str()).is_some();
        let is_promised = promises.iter().any(|promise| promise.covers(one));
        let turned = scene.is_negated(one)
            || scene.follows(one, Cue::Condition)
            || scene.follows(one, Cue::Plan)
            || is_to_come(scene, one, sign);
        if is_known && !is_promised && !turned {
            signs.extend(shown(scene, one, sign));
        }
    }
    signs.extend(
        promises.iter().enumerate().filter_map(|(index, promise)| promised(index, promise)),
    );
    let mut unique: Vec<Shown> = Vec::with_capacity(signs.len());
    for sign in &signs {
        let is_known = unique.iter().any(|other| other.says_the_same_as(sign));
        if !is_known && !signs.iter().any(|other| sign.holds(other)) {
            unique.push(sign.clone());
        }
    }
    unique
}

/// What happens cannot have happened on a day to come; what is said may speak of any day.
fn is_to_come(scene: &Scene<'_>, one: &Match, sign: &Key) -> bool {
    let model = scene.context.model;
    let channel = model.sign(sign.as_str()).map(|sign| model.sign_prior(sign).exposure.channel());
    channel == Some(Channel::Milestone)
        && !one.sense.ahead
        && scene.lies_ahead(one).is_some_and(|date| date.certain)
}

impl Shown {
    /// Whether it is only what was done, told again: “happy again” of a complaint resolved.
    pub(super) fn retells(&self, deed: &Deed) -> bool {
        self.words.iter().any(|word| deed.words.contains(word))
    }

    /// Whether what they are said to care for is really another sign: “wants it cheaper”.
    fn holds(&self, other: &Shown) -> bool {
        let benefit = self.benefit.as_ref().filter(|_| !self.certain);
        benefit.is_some_and(|(_, tokens)| other.words.iter().any(|word| tokens.contains(word)))
    }

    fn says_the_same_as(&self, other: &Shown) -> bool {
        let benefit = |one: &Shown| one.benefit.as_ref().map(|(text, _)| text.clone());
        self.people == other.people
            && self.sign == other.sign
            && (benefit(other).is_none() || benefit(self) == benefit(other))
    }
}

/// The sign that a phrase says somebody showed; none, if it is we who did.
fn shown(scene: &Scene<'_>, one: &Match, sign: &Key) -> Option<Shown> {
    let mention = scene.shown_by(one)?;
    let by_a_guess =
        one.slot(Slot::Competitor).is_some_and(|slot| scene.tape.is_unknown(slot.start));
    Some(Shown {
        sign: sign.clone(),
        tokens: one.tokens(),
        words: one.words.clone(),
        certain: one.sense.certain && !scene.is_doubtful(one) && !by_a_guess,
        benefit: benefit(scene, one),
        source: sources::second_hand(scene, one, &mention.people),
        promise: None,
        people: mention.people,
    })
}

/// What stands after “must”, up to the next sign: “must run offline and is worried”.
fn benefit(scene: &Scene<'_>, one: &Match) -> Option<(Line, Range<usize>)> {
    let slot = one.slot(Slot::Benefit)?;
    let is_other_sign = |at: &usize| {
        let mut signs = scene.matches.iter().filter(|other| {
            matches!(other.sense.meaning, Meaning::Sign(_)) && !other.overlaps(one)
        });
        signs.any(|other| other.tokens().contains(at))
    };
    let is_joiner = |at: &usize| {
        let word = scene.tape.get(*at);
        word.is_some_and(|word| scene.tape.lexicon.people.joiners.iter().any(|known| known == word))
    };
    let next = slot.clone().find(is_other_sign);
    let joiner = next.and_then(|next| (slot.start..next).rev().take(REACH_OF_AND).find(is_joiner));
    let tokens = slot.start..joiner.or(next).unwrap_or(slot.end);
    Line::parse(&scene.tape.text[scene.tape.bytes(&tokens)]).ok().map(|text| (text, tokens))
}

/// A promise of theirs is a step that they take upon themselves.
fn promised(index: usize, promise: &Promised) -> Option<Shown> {
    match promise.side {
        Side::Theirs { by } if promise.certain => Some(Shown {
            people: by.into_iter().collect(),
            sign: Key::parse(PROMISED_US).ok()?,
            tokens: promise.tokens.clone(),
            words: Vec::new(),
            certain: true,
            benefit: None,
            source: None,
            promise: Some(index),
        }),
        _ => None,
    }
}

/// What those show who stand between, where a deed went through them.
pub(super) fn shown_between(scene: &Scene<'_>, deed: &Deed) -> Vec<Shown> {
    let Some(reply) = &deed.reply else { return Vec::new() };
    let answer = Answer { action: deed.kind.clone(), reply: reply.key.clone() };
    let Some(sign) = scene.tape.lexicon.shown_between(&answer) else { return Vec::new() };
    let ours = |id: PersonId| scene.context.people.iter().any(|one| one.id == id && one.ours);
    let theirs = deed.through.iter().copied().filter(|id| !ours(*id));
    let shown = |person| Shown {
        people: vec![person],
        sign: sign.clone(),
        tokens: reply.tokens.clone(),
        words: Vec::new(),
        certain: reply.certain,
        benefit: None,
        source: None,
        promise: None,
    };
    theirs.map(shown).collect()
}
