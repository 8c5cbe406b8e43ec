//! What was read, as records ready to be stored, without what was taken out.

use super::chip::ChipId;
use super::deeds::{Deed, Moved};
use super::promises::Side;
use super::reading::{Part, Reading};
use super::scene::Scene;
use super::{Draft, Missing};
use crate::evidence::REMARK;
use crate::interaction::{CommitmentFacts, InteractionFacts, SignFacts, Source};
use crate::text::{Key, Words};
use crate::time::Day;

/// The draft of a reading, without the chips that were taken out.
pub(super) fn draft(
    scene: &Scene<'_>,
    reading: &Reading,
    words: Words,
    without: &[ChipId],
) -> Draft {
    let (mut chips, mut left_out) = (Vec::new(), Vec::new());
    for (part, chip) in reading.chips(scene) {
        if without.contains(&chip.id) {
            left_out.push(part);
        } else {
            chips.push(chip);
        }
    }
    let kept = Kept { scene, reading, left_out };
    let mut missing = Vec::new();
    let interaction = kept.interaction(words, &mut missing);
    let commitments = kept.commitments(&mut missing);
    missing.sort_unstable();
    missing.dedup();
    Draft { chips, interaction, commitments, missing }
}

/// A reading and what was taken out of it.
struct Kept<'a> {
    scene: &'a Scene<'a>,
    reading: &'a Reading,
    left_out: Vec<Part>,
}

impl Kept<'_> {
    fn has(&self, part: Part) -> bool {
        !self.left_out.contains(&part)
    }

    fn day(&self) -> Day {
        let on = self.reading.on.as_ref().filter(|_| self.has(Part::Day));
        on.map_or(self.scene.context.today, |on| on.day)
    }

    fn interaction(&self, words: Words, missing: &mut Vec<Missing>) -> Option<InteractionFacts> {
        let context = self.scene.context;
        let deed = self.reading.deed.as_ref().filter(|_| self.has(Part::Deed));
        let reply = deed.and_then(|deed| deed.reply.as_ref()).filter(|_| self.has(Part::Reply));
        if deed.is_some_and(|deed| reply.is_none() && self.asks_for_reply(deed)) {
            missing.push(Missing::Reply);
        }
        let participants = self.reading.people(self.scene, deed);
        if participants.is_empty() {
            missing.push(Missing::Person);
        }
        let kind = match deed {
            Some(deed) => deed.kind.clone(),
            None => Key::parse(REMARK).ok()?,
        };
        let source = self.reading.source.as_ref().map(|(source, _)| *source);
        let source = source.filter(|source| self.has(Part::Source(*source)));
        let source = source.unwrap_or(Source::SellerNote);
        let day = self.day();
        let at = if day == context.today { context.now } else { day.start() };
        missing.is_empty().then(|| InteractionFacts {
            opportunity_id: context.opportunity,
            kind,
            direction: deed.map(|deed| deed.moved.direction()),
            result: reply.map(|reply| reply.key.clone()),
            at,
            participants,
            through: deed.map(|deed| deed.through.clone()).unwrap_or_default(),
            signs: self.signs(source),
            source,
            words: Some(words),
            by_id: deed.and_then(|deed| deed.by.or(context.author)),
            procedure_bound: deed.is_some_and(|deed| deed.procedure_bound),
            assumed: false,
        })
    }

    /// Whether an action is no question that may stay open.
    fn asks_for_reply(&self, deed: &Deed) -> bool {
        let model = self.scene.context.model;
        let action = model.action(deed.kind.as_str());
        deed.moved == Moved::We && action.is_some_and(|action| model.question(action).is_none())
    }

    fn signs(&self, line: Source) -> Vec<SignFacts> {
        let mut signs: Vec<SignFacts> = Vec::new();
        for (index, sign) in self.reading.signs.iter().enumerate() {
            let part = sign.promise.map_or(Part::Sign(index), Part::Promise);
            if !self.has(part) {
                continue;
            }
            let source = sign.source.as_ref().map(|(source, _)| *source);
            let source = source.filter(|source| *source != line && self.has(Part::Source(*source)));
            let benefit = sign.benefit.as_ref().filter(|_| self.has(Part::Benefit(index)));
            for person_id in &sign.people {
                let benefit = benefit.map(|(text, _)| text.clone());
                let facts =
                    SignFacts { person_id: *person_id, kind: sign.sign.clone(), source, benefit };
                if !signs.contains(&facts) {
                    signs.push(facts);
                }
            }
        }
        signs
    }

    fn commitments(&self, missing: &mut Vec<Missing>) -> Vec<CommitmentFacts> {
        let context = self.scene.context;
        let mut commitments = Vec::new();
        for (index, promise) in self.reading.promises.iter().enumerate() {
            if !self.has(Part::Promise(index)) {
                continue;
            }
            let (by, to, ours) = match promise.side {
                Side::Ours { by, to } => (by.or(context.author), to, by.or(context.author)),
                Side::Theirs { by } => (by, context.author, context.author),
            };
            match (by, to) {
                (Some(by_id), Some(to_id)) => commitments.push(CommitmentFacts {
                    opportunity_id: context.opportunity,
                    by_id,
                    to_id,
                    text: promise.text.clone(),
                    made_on: self.day(),
                    due: promise.due,
                    kept_on: None,
                    broken_on: None,
                    withdrawn_on: None,
                    assumed: false,
                }),
                _ if ours.is_none() => missing.push(Missing::Author),
                _ => missing.push(Missing::Person),
            }
        }
        commitments
    }
}
