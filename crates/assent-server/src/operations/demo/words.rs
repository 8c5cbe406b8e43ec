//! What is noted in each language, with the names of the deal put in.

use assent_domain::user::Language;
use rand::{Rng, RngExt};
use toml::{Table, Value};

const ENGLISH: &str = include_str!("words/en.toml");
const CHINESE: &str = include_str!("words/zh.toml");

/// The phrases of both languages.
pub(super) struct Words {
    english: Table,
    chinese: Table,
}

/// What the braces in a phrase stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'a> {
    pub(super) benefit: &'a str,
    pub(super) product: &'a str,
    pub(super) rival: &'a str,
}

impl Words {
    /// Reads the phrases that are part of the program.
    pub(super) fn of_both() -> Self {
        let read = |text: &str| {
            text.parse().unwrap_or_else(|error| unreachable!("the demo's words: {error}"))
        };
        Self { english: read(ENGLISH), chinese: read(CHINESE) }
    }

    /// The phrases under a path such as `reply.call.held`.
    pub(super) fn phrases(&self, language: Language, path: &str) -> Vec<&str> {
        let table = match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        };
        let mut steps = path.split('.');
        let first = steps.next().and_then(|step| table.get(step));
        let found = steps.fold(first, |at, step| at.and_then(|at| at.get(step)));
        let list = found.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(Value::as_str).collect()
    }

    /// One of them, with the names put in; nothing when there are none.
    pub(super) fn pick(
        &self,
        language: Language,
        path: &str,
        names: Names<'_>,
        dice: &mut impl Rng,
    ) -> Option<String> {
        names.put_into(&self.phrases(language, path), dice)
    }
}

impl Names<'_> {
    /// One of these phrases, with the names put in.
    pub(super) fn put_into(self, phrases: &[&str], dice: &mut impl Rng) -> Option<String> {
        if phrases.is_empty() {
            return None;
        }
        let phrase = phrases[dice.random_range(0..phrases.len())];
        Some(
            phrase
                .replace("{benefit}", self.benefit)
                .replace("{product}", self.product)
                .replace("{rival}", self.rival),
        )
    }
}

#[cfg(test)]
mod tests {
    use assent_inference::{DEFAULT_PRIORS, Model, Priors};

    use super::*;
    use crate::operations::demo::events::NEVER_NOTED;
    use crate::operations::demo::market::PRODUCTS;

    /// Enough that a feed does not read like a form.
    const ENOUGH: usize = 6;

    #[test]
    fn every_sign_and_reply_can_be_said_in_several_ways() {
        let model = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap());
        let words = Words::of_both();
        let signs = model.signs().map(|(_, sign)| format!("sign.{}", sign.name));
        let replies = model.actions().flat_map(|(action, prior)| {
            let path = format!("reply.{}", prior.name);
            let asked = prior.open_days.map(|_| format!("{path}.asked"));
            let replies: Vec<String> =
                model.replies(action).map(|(_, reply)| format!("{path}.{}", reply.name)).collect();
            let noted = !NEVER_NOTED.contains(&prior.name.as_str());
            asked.into_iter().chain(replies).filter(move |_| noted).collect::<Vec<_>>()
        });
        for path in signs.chain(replies) {
            for language in [Language::English, Language::Chinese] {
                let phrases = words.phrases(language, &path);
                assert!(phrases.len() >= ENOUGH, "{language} {path}: {}", phrases.len());
                let mut different = phrases.clone();
                different.sort_unstable();
                different.dedup();
                assert_eq!(different.len(), phrases.len(), "{language} {path}");
            }
        }
    }

    #[test]
    fn every_benefit_point_solves_two_problems() {
        let words = Words::of_both();
        for language in [Language::English, Language::Chinese] {
            let points = words.phrases(language, "benefit.points").len();
            assert_eq!(words.phrases(language, "sign.stated_problem").len(), 2 * points);
        }
    }

    #[test]
    fn every_point_of_a_product_is_a_whole_ladder() {
        let words = Words::of_both();
        for language in [Language::English, Language::Chinese] {
            let count = |path: &str| words.phrases(language, &format!("benefit.{path}")).len();
            assert_eq!(
                (count("consequences"), count("values")),
                (count("points"), count("points"))
            );
            for product in &PRODUCTS {
                let attributes = count(&format!("attributes.{}", product.key));
                assert_eq!(attributes, product.points.len(), "{language} {}", product.key);
            }
        }
    }
}
