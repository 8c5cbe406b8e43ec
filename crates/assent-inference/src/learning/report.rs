//! What was learned, in the form of the priors file and with standard errors.

use std::ops::ControlFlow;

use super::errors::{Information, StartSlopes, score};
use super::expected::Expected;
use super::log_linear::{Centre, LogLinear, Number};
use super::values::{Centres, Learnable, Learned, Values};
use super::{Goal, Progress, Work};
use crate::priors::{Direction, Exposure, Reply, Sign, Strength, Tendency};
use crate::state::{Factor, LEVELS, State};

/// A learned figure, or the five figures of a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnedEntry {
    /// The dotted path of the key in the priors file, such as `sign.inbound_call.P`.
    pub key: String,
    /// What it was: 1 number, or one for each level.
    pub before: Vec<f64>,
    /// What was learned, to be written there: the strength of the entry is not multiplied in.
    pub values: Vec<f64>,
    /// Standard errors; 0 for the middle level, with which the others are compared.
    pub errors: Vec<f64>,
    /// How often what it is of was recorded; of a half-life, the dealings.
    pub recorded: usize,
}

/// The learned figures, after one more pass that says how sure they are.
pub(super) fn entries(
    work: &mut Work<'_>,
    (goal, values): (&Goal<'_>, &Values),
    passes: usize,
    watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Vec<LearnedEntry>> {
    let Goal { centres, learned, .. } = *goal;
    let model = work.model(values, learned);
    let figures = work.figures(&model);
    let numbers = learned.numbers(centres);
    let slopes = StartSlopes::of(work.priors, values, learned);
    let mut information = Information::of_experience(&numbers, centres, values);
    let (mut expected, mut before) = (Expected::nothing(&model), vec![0.0; numbers.len()]);
    // What is expected adds up, and so do the scores; those of one dealing are the differences.
    work.pass(&figures, passes, watch, &mut expected, |sum| {
        let now = score(&figures, sum, centres, learned, values, &slopes);
        let own: Vec<f64> = now.iter().zip(&before).map(|(now, before)| now - before).collect();
        information.add(&own);
        before = now;
    })?;
    let report =
        Report { work, centres, values, covariance: information.covariance(), numbers, expected };
    Some(report.entries(learned))
}

struct Report<'a, 'w> {
    work: &'a Work<'w>,
    centres: &'a Centres,
    values: &'a Values,
    numbers: Vec<Learned>,
    covariance: Vec<Vec<f64>>,
    expected: Expected,
}

impl Report<'_, '_> {
    fn entries(&self, learned: &Learnable) -> Vec<LearnedEntry> {
        let mut entries = Vec::new();
        for factor in &learned.paces {
            entries.push(self.half_life(*factor));
        }
        for sign in &learned.signs {
            self.sign(*sign, &mut entries);
        }
        let mut replies: Vec<Reply> = learned.replies().collect();
        replies.sort_unstable();
        for reply in replies {
            self.reply(reply, &mut entries);
        }
        entries
    }

    fn half_life(&self, factor: Factor) -> LearnedEntry {
        let before = self.work.priors.factors[factor as usize].half_life_days;
        let value = before / self.values.paces[factor as usize].exp();
        LearnedEntry {
            key: format!("factor.{}.half_life_days", factor.letter()),
            before: vec![before],
            values: vec![value],
            errors: vec![value * self.error(&[Learned::Pace(factor)])],
            recorded: self.work.tapes.len(),
        }
    }

    fn sign(&self, sign: Sign, entries: &mut Vec<LearnedEntry>) {
        let prior = &self.work.priors.signs[sign.index()];
        let value = &self.values.signs[sign.index()];
        let (key, times, before) = match prior.exposure {
            Exposure::Time { most_per_year, .. } => ("most_per_year", 365.0, most_per_year),
            Exposure::Contact { most_per_contact } => ("most_per_contact", 1.0, most_per_contact),
        };
        let path = format!("sign.{}", prior.name);
        let counts = [&self.expected.signs, &self.expected.signs_through_benefit];
        let recorded = counts.map(|of| of[sign.index()].iter().sum::<f64>()).iter().sum::<f64>();
        let recorded = recorded.round() as usize;
        let number = |number| Learned::Sign(sign, number);
        entries.push(self.largest(
            format!("{path}.{key}"),
            value,
            (times, before),
            recorded,
            number,
        ));
        let weights = (value, &self.centres.signs[sign.index()], prior.strength);
        self.weights(&path, weights, recorded, number, entries);
    }

    fn reply(&self, reply: Reply, entries: &mut Vec<LearnedEntry>) {
        let prior = &self.work.priors.replies[reply.index()];
        let action = &self.work.priors.actions[prior.action.index()].name;
        let value = &self.values.replies[reply.index()];
        let path = format!("action.{action}.reply.{}", prior.name);
        let recorded = self.expected.replies[reply.index()].iter().sum::<f64>().round() as usize;
        let number = |number| Learned::Reply(reply, number);
        entries.push(match prior.tendency {
            Tendency::Base(before) => LearnedEntry {
                key: format!("{path}.base"),
                before: vec![before],
                values: vec![value.written_like(&prior.weights).0],
                errors: vec![self.error(&[number(Number::Base)])],
                recorded,
            },
            Tendency::MostPer100Days(before) => {
                let key = format!("{path}.most_per_100_days");
                self.largest(key, value, (100.0, before), recorded, number)
            }
        });
        let weights = (value, &self.centres.replies[reply.index()], prior.strength);
        self.weights(&path, weights, recorded, number, entries);
    }

    /// The largest rate: the exponential of a sum, whose error follows by the delta method.
    fn largest(
        &self,
        key: String,
        value: &LogLinear,
        (times, before): (f64, f64),
        recorded: usize,
        number: impl Fn(Number) -> Learned,
    ) -> LearnedEntry {
        let top: State = value.top();
        let parts =
            Factor::ALL.map(|factor| number(Number::Level { factor, level: top.level(factor) }));
        let parts = std::iter::once(number(Number::Base)).chain(parts);
        let largest = times * value.at(top).exp();
        let error = largest * self.error(&parts.collect::<Vec<_>>());
        LearnedEntry {
            key,
            before: vec![before],
            values: vec![largest],
            errors: vec![error],
            recorded,
        }
    }

    fn weights(
        &self,
        path: &str,
        (value, centre, strength): (&LogLinear, &Centre, Strength),
        recorded: usize,
        number: impl Fn(Number) -> Learned,
        entries: &mut Vec<LearnedEntry>,
    ) {
        for factor in Factor::ALL {
            if centre.directions[factor as usize] == Direction::Flat {
                continue;
            }
            let written = |of: &LogLinear| {
                let middle = centre.middle[factor as usize];
                of.levels[factor as usize].map(|level| (level + middle) / strength.factor())
            };
            let error =
                |level| self.error(&[number(Number::Level { factor, level })]) / strength.factor();
            entries.push(LearnedEntry {
                key: format!("{path}.{}", factor.letter()),
                before: written(&centre.value).to_vec(),
                values: written(value).to_vec(),
                errors: (0..LEVELS).map(error).collect(),
                recorded,
            });
        }
    }

    /// The standard error of a sum of numbers. Those that are not learned are known.
    fn error(&self, sum: &[Learned]) -> f64 {
        let places: Vec<usize> = sum
            .iter()
            .filter_map(|one| self.numbers.iter().position(|number| number == one))
            .collect();
        let variance = places
            .iter()
            .flat_map(|row| places.iter().map(move |column| self.covariance[*row][*column]));
        variance.sum::<f64>().max(0.0).sqrt()
    }
}
