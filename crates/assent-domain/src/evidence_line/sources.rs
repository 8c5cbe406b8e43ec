//! How what a line says is known: in their own words, from a machine, or from somebody else.

use std::ops::Range;

use super::deeds::{Deed, Moved};
use super::lexicon::Meaning;
use super::matching::Match;
use super::scene::Scene;
use super::signs::Shown;
use crate::ids::PersonId;
use crate::interaction::Source;

/// The contact that is in their own words once they answer.
const MAIL: &str = "mail";

/// Where the whole line comes from, and the words that tell.
pub(super) fn of_line(
    scene: &Scene<'_>,
    deed: Option<&Deed>,
    signs: &[Shown],
) -> Option<(Source, Range<usize>)> {
    let told = |source: Source| {
        let is = |one: &&Match| one.sense.meaning == Meaning::Source(source);
        scene.matches.iter().find(is).map(|one| (source, one.tokens()))
    };
    let mail = deed.filter(|deed| {
        let answered = deed.reply.is_some() || deed.moved != Moved::We;
        deed.kind.as_str() == MAIL && answered
    });
    let written = mail.map(|deed| (Source::CustomerWritten, deed.tokens.clone()));
    let all_heard = || {
        let second_hand = signs.iter().map(|sign| sign.source.clone());
        second_hand.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().next())
    };
    written
        .or_else(|| told(Source::CustomerWritten))
        .or_else(|| told(Source::SystemRecord))
        .or_else(|| if deed.is_none() { all_heard() } else { None })
}

/// Who says a thing of somebody else has it at second hand, and so has who heard it said.
pub(super) fn second_hand(
    scene: &Scene<'_>,
    one: &Match,
    people: &[PersonId],
) -> Option<(Source, Range<usize>)> {
    let start = one.tokens().start;
    let sentence = |at: usize| scene.tape.tokens.list[at].sentence;
    let is_before = |cue: &Match| {
        let at = cue.tokens().start;
        at < start && sentence(at) == sentence(start)
    };
    let heard = scene
        .matches
        .iter()
        .rev()
        .find(|cue| cue.sense.meaning == Meaning::Source(Source::ThirdParty) && is_before(cue));
    let reported = scene.reports().rev().find(|(cue, _)| is_before(cue)).filter(|(_, speaker)| {
        let speakers = speaker.people();
        !speakers.is_empty() && !people.iter().any(|person| speakers.contains(person))
    });
    let cue = reported.map(|(cue, _)| cue).or(heard)?;
    Some((Source::ThirdParty, cue.tokens()))
}
