//! The little language in which the lexicon writes phrases.
//!
//! * words stand as they are typed; Chinese needs no spaces;
//! * `(a|b c|)` is any one of these, here also nothing;
//! * `call~` is a word or any regular form of it: call, calls, called, calling;
//! * `{person}` and the other [`Slot`]s are what was recognised before;
//! * `..` is up to [`GAP`] words of any sort.
//!
//! A phrase never reaches over the end of a clause.

use thiserror::Error;

use super::tokens::{Tokens, fold};

/// How many words `..` stands for at most.
pub(super) const GAP: usize = 6;

/// What stands in a phrase for something recognised before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Slot {
    /// One of theirs, or several; by name, title or pronoun.
    Person,
    /// One of ours: I, we, a colleague by name.
    Us,
    /// Anybody: who stands between.
    Through,
    /// A competitor.
    Competitor,
    /// A day.
    Date,
    /// A number, in digits or words.
    Number,
    /// A day of the week by name; in dates only.
    Weekday,
    /// A month by name; in dates only.
    Month,
    /// The rest of the clause: what they care for.
    Benefit,
    /// Nothing; behind it begins what is promised.
    What,
}

impl Slot {
    /// The slot of this name.
    fn named(name: &str) -> Option<Slot> {
        Some(match name {
            "person" => Slot::Person,
            "us" => Slot::Us,
            "through" => Slot::Through,
            "competitor" => Slot::Competitor,
            "date" => Slot::Date,
            "number" => Slot::Number,
            "weekday" => Slot::Weekday,
            "month" => Slot::Month,
            "benefit" => Slot::Benefit,
            "what" => Slot::What,
            _ => return None,
        })
    }
}

/// One step of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// This token.
    Word(String),
    /// Something recognised.
    Slot(Slot),
    /// Up to [`GAP`] words.
    Gap,
}

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A step.
    Step(Step),
    /// Any one of these.
    Any(Vec<Vec<Piece>>),
}

/// Why a phrase cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum PatternFault {
    /// No such slot.
    #[error("“{{{0}}}” is no slot")]
    UnknownSlot(String),
    /// A bracket without its counterpart.
    #[error("a bracket has no counterpart")]
    Bracket,
    /// Punctuation, of which no token is made.
    #[error("“{0}” holds no word")]
    Punctuation(String),
    /// Could match anything.
    #[error("needs at least one word of its own")]
    NoWord,
}

/// Reads a phrase.
///
/// # Errors
/// Says what is wrong with it.
pub(super) fn read(phrase: &str) -> Result<Vec<Piece>, PatternFault> {
    let mut rest = phrase;
    let mut alternatives = alternatives(&mut rest)?;
    if !rest.is_empty() {
        return Err(PatternFault::Bracket);
    }
    if !alternatives.iter().all(|pieces| has_word(pieces)) {
        return Err(PatternFault::NoWord);
    }
    Ok(if alternatives.len() == 1 {
        alternatives.remove(0)
    } else {
        vec![Piece::Any(alternatives)]
    })
}

/// Whether every reading of a phrase has a word of its own. Months and weekdays are such words.
fn has_word(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Step(Step::Word(_) | Step::Slot(Slot::Month | Slot::Weekday)) => true,
        Piece::Step(_) => false,
        Piece::Any(alternatives) => alternatives.iter().all(|pieces| has_word(pieces)),
    })
}

/// Reads `a|b|c` up to a closing bracket or the end.
fn alternatives(rest: &mut &str) -> Result<Vec<Vec<Piece>>, PatternFault> {
    let mut all = vec![sequence(rest)?];
    while let Some(after) = rest.strip_prefix('|') {
        *rest = after;
        all.push(sequence(rest)?);
    }
    Ok(all)
}

/// Reads what stands side by side, up to a bar, a closing bracket or the end.
fn sequence(rest: &mut &str) -> Result<Vec<Piece>, PatternFault> {
    let mut pieces = Vec::new();
    while !rest.is_empty() && !rest.starts_with(['|', ')']) {
        if let Some(after) = rest.strip_prefix('(') {
            *rest = after;
            pieces.push(Piece::Any(alternatives(rest)?));
            *rest = rest.strip_prefix(')').ok_or(PatternFault::Bracket)?;
        } else if let Some(after) = rest.strip_prefix("..") {
            *rest = after;
            pieces.push(Piece::Step(Step::Gap));
        } else if let Some(after) = rest.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or(PatternFault::Bracket)?;
            *rest = after;
            let slot = Slot::named(name).ok_or_else(|| PatternFault::UnknownSlot(name.to_owned()));
            pieces.push(Piece::Step(Step::Slot(slot?)));
        } else {
            words(rest, &mut pieces)?;
        }
    }
    Ok(pieces)
}

/// Reads plain words up to the next sign of the language. `~` belongs to the word before it.
fn words(rest: &mut &str, pieces: &mut Vec<Piece>) -> Result<(), PatternFault> {
    let is_sign = |&(at, character): &(usize, char)| {
        matches!(character, '(' | ')' | '|' | '{' | '~') || rest[at..].starts_with("..")
    };
    let end = rest.char_indices().find(is_sign).map_or(rest.len(), |(at, _)| at);
    let (plain, after) = rest.split_at(end);
    let tokens = Tokens::cut(plain);
    if tokens.list.is_empty() && !plain.trim().is_empty() {
        return Err(PatternFault::Punctuation(plain.to_owned()));
    }
    let step = |word: &str| Piece::Step(Step::Word(word.to_owned()));
    pieces.extend(tokens.texts().map(step));
    *rest = after;
    if let Some(after) = after.strip_prefix('~') {
        *rest = after;
        if let Some(Piece::Step(Step::Word(stem))) = pieces.pop() {
            pieces.push(Piece::Any(forms(&stem).iter().map(|form| vec![step(form)]).collect()));
        }
    }
    Ok(())
}

/// The regular forms of an English word: -s, -ed and -ing with the spelling that they ask for.
/// Doubled consonants (stopped) are not regular; the lexicon writes them out.
fn forms(stem: &str) -> [String; 4] {
    let (third_person, past, participle) = if let Some(short) = stem.strip_suffix('e') {
        let participle = if short.ends_with('e') { stem } else { short };
        (format!("{stem}s"), format!("{stem}d"), format!("{participle}ing"))
    } else if let Some(short) = stem.strip_suffix('y')
        && !short.ends_with(['a', 'e', 'o', 'u'])
    {
        (format!("{short}ies"), format!("{short}ied"), format!("{stem}ing"))
    } else {
        let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end));
        let plural = if hisses { "es" } else { "s" };
        (format!("{stem}{plural}"), format!("{stem}ed"), format!("{stem}ing"))
    };
    [fold(stem), third_person, past, participle]
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// A phrase, written out.
    fn written(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Step(Step::Word(word)) => word.clone(),
            Piece::Step(Step::Slot(slot)) => format!("{slot:?}"),
            Piece::Step(Step::Gap) => "..".to_owned(),
            Piece::Any(all) => {
                let all: Vec<String> = all.iter().map(|pieces| written(pieces)).collect();
                format!("({})", all.join("|"))
            }
        };
        pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[rstest]
    #[case("asked for a quote", "asked for a quote")]
    #[case("(too|very) pricey", "(too|very) pricey")]
    #[case("the (|new) quote", "the (|new) quote")]
    #[case("reply~", "(reply|replies|replied|replying)")]
    #[case("agree~ to", "(agree|agrees|agreed|agreeing) to")]
    #[case("promise~ {us}", "(promise|promises|promised|promising) Us")]
    #[case("给{person}..打电话", "给 Person .. 打 电 话")]
    #[case("didn’t", "didn't")]
    #[case("call|ring", "(call|ring)")]
    fn phrases_are_read(#[case] phrase: &str, #[case] expected: &str) {
        assert_eq!(written(&read(phrase).unwrap()), expected);
    }

    #[rstest]
    #[case("(a|b", PatternFault::Bracket)]
    #[case("a) b", PatternFault::Bracket)]
    #[case("{nobody} called", PatternFault::UnknownSlot("nobody".to_owned()))]
    #[case("{person} (called|)", PatternFault::NoWord)]
    #[case("called (:|again)", PatternFault::Punctuation(":".to_owned()))]
    fn slips_of_the_pen_are_found(#[case] phrase: &str, #[case] fault: PatternFault) {
        assert_eq!(read(phrase), Err(fault));
    }
}
