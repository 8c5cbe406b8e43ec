//! What a changed priors file must keep of the one it began as: evidence that speaks for higher levels,
//! or for lower ones, goes on doing so. Anything else is a slip that no range would catch.

use std::ops::Range;

use toml::de::DeTable;

use super::Priors;
use super::evidence::{Direction, Weights};
use super::fault::Fault;
use crate::state::Factor;

impl Priors {
    /// Where these priors, read from `text`, break with `earlier` ones: weights that no longer rise, or
    /// fall, from level to level where they did. Flat ones break with nothing: they say nothing any
    /// more. Kinds that are new are compared with nothing.
    pub fn breaks_with(&self, earlier: &Priors, text: &str) -> Vec<Fault> {
        let signs = self.signs.iter().filter_map(|sign| {
            let before = earlier.signs.iter().find(|other| other.name == sign.name)?;
            Some((format!("sign.{}", sign.name), &sign.weights, &before.weights))
        });
        let replies = self.replies.iter().filter_map(|reply| {
            let action = &self.actions[reply.action.index()].name;
            let before = earlier.replies.iter().find(|other| {
                other.name == reply.name && earlier.actions[other.action.index()].name == *action
            })?;
            let path = format!("action.{action}.reply.{}", reply.name);
            Some((path, &reply.weights, &before.weights))
        });
        let broken = signs.chain(replies).flat_map(|(path, now, before)| {
            let broken = Factor::ALL
                .into_iter()
                .filter_map(move |factor| Some((factor, broken(now, before, factor)?)));
            broken.map(move |(factor, message)| (format!("{path}.{}", factor.letter()), message))
        });
        let fault = |(key, message): (String, &str)| Fault {
            line: line_of(text, &key),
            message: message.to_owned(),
            key,
        };
        broken.map(fault).collect()
    }
}

fn broken(now: &Weights, before: &Weights, factor: Factor) -> Option<&'static str> {
    match (before.direction(factor), now.direction(factor)) {
        (_, Direction::Flat) => None,
        (Direction::Rising, Direction::Falling | Direction::Mixed) => {
            Some("must not fall from any level to the next: higher levels speak for it")
        }
        (Direction::Falling, Direction::Rising | Direction::Mixed) => {
            Some("must not rise from any level to the next: lower levels speak for it")
        }
        _ => None,
    }
}

/// The line of a key, counted from 1; that of its table where the text does not have it.
pub fn line_of(text: &str, key: &str) -> usize {
    let (root, _) = DeTable::parse_recoverable(text);
    let (mut table, mut at): (&DeTable<'_>, Range<usize>) = (root.get_ref(), 0..0);
    for part in key.split('.') {
        let Some((name, value)) = table.get_key_value(part) else { break };
        at = name.span();
        match value.get_ref().as_table() {
            Some(inner) => table = inner,
            None => break,
        }
    }
    1 + text.bytes().take(at.start).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::super::DEFAULT_PRIORS;
    use super::*;

    fn breaks(from: &str, to: &str) -> Vec<Fault> {
        let text = DEFAULT_PRIORS.replacen(from, to, 1);
        assert_ne!(text, DEFAULT_PRIORS);
        let earlier = Priors::parse(DEFAULT_PRIORS).expect("the shipped priors");
        Priors::parse(&text).expect("still priors").breaks_with(&earlier, &text)
    }

    #[test]
    fn what_rose_must_go_on_rising_and_the_line_is_named() {
        let faults = breaks("P = [-2.2, -1.1, 0.0, 0.6, 1.0]", "P = [-2.2, -1.1, 0.0, 1.6, 1.0]");
        let [fault] = &faults[..] else { panic!("{faults:?}") };
        assert_eq!(fault.key, "sign.warm_words.P");
        let line = DEFAULT_PRIORS.lines().nth(fault.line - 1).expect("a line");
        assert_eq!(line, "P = [-2.2, -1.1, 0.0, 0.6, 1.0]");
    }

    #[test]
    fn what_fell_must_not_rise_and_what_was_mixed_may_do_as_it_likes() {
        let faults = breaks("B = [1.0, 0.2, -0.8, -1.4, -1.6]", "B = [-1.6, -1.4, -0.8, 0.2, 1.0]");
        assert_eq!(faults[0].key, "action.call.reply.refused.B");
        assert!(
            breaks("C = [-1.5, -0.5, 0.7, 0.6, 0.5]", "C = [0.5, 0.6, 0.7, 0.1, 0.9]").is_empty()
        );
        assert!(breaks("P = [-2.2, -1.1, 0.0, 0.6, 1.0]", "P = [1, 1, 1, 1, 1]").is_empty());
    }
}
