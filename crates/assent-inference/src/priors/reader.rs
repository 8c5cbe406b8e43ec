//! Reads TOML tables key by key and notes every fault with its line.
//!
//! A getter that meets a fault notes it and returns a placeholder, so that one pass finds all
//! faults. Placeholders never leave the parser: a single fault makes the whole file fail.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Fault;

/// A rule for a number, and the words for breaking it.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub(super) holds: fn(f64) -> bool,
    pub(super) words: &'static str,
}

/// Log-weights. Beyond 20 (odds of half a billion) they are slips, and sums of them must never
/// overflow.
pub(super) const WEIGHT: Rule =
    Rule { holds: |x| (-20.0..=20.0).contains(&x), words: "must lie between -20 and 20" };
/// Rates, days and counts, with room to spare and far from overflow.
pub(super) const POSITIVE: Rule = Rule {
    holds: |x| (1e-6..=1e6).contains(&x),
    words: "must be positive, between a millionth and a million",
};
pub(super) const NOT_NEGATIVE: Rule =
    Rule { holds: |x| (0.0..=1000.0).contains(&x), words: "must lie between 0 and 1000" };
pub(super) const SHARE: Rule =
    Rule { holds: |x| (0.0..=1.0).contains(&x), words: "must lie between 0 and 1" };
pub(super) const POSITIVE_SHARE: Rule =
    Rule { holds: |x| x > 0.0 && x <= 1.0, words: "must be greater than 0 and at most 1" };
pub(super) const LEVEL: Rule = Rule {
    holds: |x| (0.0..5.0).contains(&x) && x.fract() == 0.0,
    words: "must be a level, 0 to 4",
};
pub(super) const STRENGTH: Rule = Rule {
    holds: |x| (1.0..=5.0).contains(&x) && x.fract() == 0.0,
    words: "must be a strength, 1 to 5",
};

/// Collects faults and knows the lines of the text.
pub(super) struct Faults<'t> {
    text: &'t str,
    found: RefCell<Vec<Fault>>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Faults<'t> {
        Faults { text, found: RefCell::default() }
    }

    /// Notes a fault at a byte position of the text.
    pub(super) fn note(&self, at: usize, key: &str, message: impl Into<String>) {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let fault = Fault { line, key: key.to_owned(), message: message.into() };
        self.found.borrow_mut().push(fault);
    }

    pub(super) fn into_found(self) -> Vec<Fault> {
        self.found.into_inner()
    }
}

/// One table of the file, its path, and which of its keys have been asked for.
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    path: String,
    at: usize,
    faults: &'a Faults<'a>,
    known: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Section<'a> {
    pub(super) fn root(table: &'a DeTable<'a>, faults: &'a Faults<'a>) -> Section<'a> {
        Section { table, path: String::new(), at: 0, faults, known: RefCell::default() }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Notes a fault at the value of `key`, or at the table if it has no such key.
    pub(super) fn fault(&self, key: &str, message: impl Into<String>) {
        let at = self.table.get(key).map_or(self.at, |value| value.span().start);
        self.faults.note(at, &self.path_of(key), message);
    }

    /// Notes a fault of the table as a whole.
    pub(super) fn fault_here(&self, message: impl Into<String>) {
        self.faults.note(self.at, &self.path, message);
    }

    /// The value of a key, which counts as known from now on.
    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let (name, value) = self.table.get_key_value(key)?;
        self.known.borrow_mut().insert(name.get_ref());
        Some(value)
    }

    /// The value of a key that must be there.
    fn required(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.faults.note(self.at, &self.path_of(key), "is missing");
        }
        value
    }

    fn section_of(
        &self,
        key: &str,
        value: Option<&'a Spanned<DeValue<'a>>>,
    ) -> Option<Section<'a>> {
        let value = value?;
        let Some(table) = value.get_ref().as_table() else {
            self.fault(key, "must be a table");
            return None;
        };
        let (faults, known) = (self.faults, RefCell::default());
        Some(Section { table, path: self.path_of(key), at: value.span().start, faults, known })
    }

    /// The table under a key that must be there.
    pub(super) fn section(&self, key: &str) -> Option<Section<'a>> {
        self.section_of(key, self.required(key))
    }

    /// The table under a key that may be absent.
    pub(super) fn optional_section(&self, key: &str) -> Option<Section<'a>> {
        self.section_of(key, self.value(key))
    }

    /// The tables under this one, named by the user, in the order of the file.
    pub(super) fn named_sections(&self) -> Vec<(&'a str, Section<'a>)> {
        self.keys().into_iter().filter_map(|key| Some((key, self.optional_section(key)?))).collect()
    }

    /// The keys of this table in the order of the file.
    pub(super) fn keys(&self) -> Vec<&'a str> {
        let mut keys: Vec<(Range<usize>, &str)> =
            self.table.keys().map(|key| (key.span(), key.get_ref().as_ref())).collect();
        keys.sort_by_key(|(span, _)| span.start);
        keys.into_iter().map(|(_, key)| key).collect()
    }

    pub(super) fn text(&self, key: &str) -> String {
        match self.required(key) {
            Some(_) => self.optional_text(key).unwrap_or_default(),
            None => String::new(),
        }
    }

    pub(super) fn optional_text(&self, key: &str) -> Option<String> {
        let text = self.value(key)?.get_ref().as_str().unwrap_or_default().trim();
        if text.is_empty() {
            self.fault(key, "must be a text that is not empty");
        }
        Some(text.to_owned())
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        let flag = self.value(key).map(|value| value.get_ref().as_bool());
        if flag == Some(None) {
            self.fault(key, "must be true or false");
        }
        flag.flatten().unwrap_or(false)
    }

    pub(super) fn number(&self, key: &str, rule: Rule) -> f64 {
        self.required(key).map_or(1.0, |value| self.checked(key, value, rule))
    }

    pub(super) fn optional_number(&self, key: &str, rule: Rule) -> Option<f64> {
        self.value(key).map(|value| self.checked(key, value, rule))
    }

    /// A list of exactly `N` numbers; `None` if it is missing or of another length, which has then
    /// been noted.
    pub(super) fn numbers<const N: usize>(&self, key: &str, rule: Rule) -> Option<[f64; N]> {
        self.required(key).and_then(|_| self.optional_numbers(key, rule))
    }

    pub(super) fn optional_numbers<const N: usize>(
        &self,
        key: &str,
        rule: Rule,
    ) -> Option<[f64; N]> {
        let items = self.items(key, self.value(key)?, N)?;
        Some(std::array::from_fn(|k| self.checked(key, items[k], rule)))
    }

    /// A list of exactly `N` texts.
    pub(super) fn texts<const N: usize>(&self, key: &str) -> [String; N] {
        let words = self.required(key).and_then(|value| self.items(key, value, N));
        words.map_or_else(
            || std::array::from_fn(|_| String::new()),
            |items| {
                std::array::from_fn(|k| match items[k].get_ref().as_str() {
                    Some(word) if !word.trim().is_empty() => word.to_owned(),
                    _ => {
                        self.fault(key, "must hold texts that are not empty");
                        String::new()
                    }
                })
            },
        )
    }

    /// A list of texts of any length, empty if the key is absent.
    pub(super) fn words(&self, key: &str) -> Vec<&'a str> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let items = value.get_ref().as_array().map(|array| array.iter());
        let words: Option<Vec<&str>> =
            items.and_then(|items| items.map(|item| item.get_ref().as_str()).collect());
        words.unwrap_or_else(|| {
            self.fault(key, "must be a list of names");
            Vec::new()
        })
    }

    /// One of the words of a fixed list.
    pub(super) fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)], placeholder: T) -> T {
        self.required(key).and_then(|_| self.optional_choice(key, choices)).unwrap_or(placeholder)
    }

    pub(super) fn optional_choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.value(key)?.get_ref().as_str();
        let found = choices.iter().find(|(name, _)| Some(*name) == word);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.fault(key, format!("must be one of: {}", names.join(", ")));
        }
        found.map(|(_, value)| *value)
    }

    /// Reports every key that nobody has asked for.
    pub(super) fn finish(&self) {
        let known = self.known.borrow();
        for key in self.table.keys().filter(|key| !known.contains(key.get_ref().as_ref())) {
            self.faults.note(key.span().start, &self.path_of(key.get_ref()), "is not a known key");
        }
    }

    fn items(
        &self,
        key: &str,
        value: &'a Spanned<DeValue<'a>>,
        length: usize,
    ) -> Option<Vec<&'a Spanned<DeValue<'a>>>> {
        let items: Option<Vec<_>> = value.get_ref().as_array().map(|array| array.iter().collect());
        let found = items.filter(|items| items.len() == length);
        if found.is_none() {
            self.fault(key, format!("must be a list of {length} values"));
        }
        found
    }

    fn checked(&self, key: &str, value: &Spanned<DeValue<'_>>, rule: Rule) -> f64 {
        let number = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            // Rates and days are written as decimal integers; other radixes are a slip.
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) if (rule.holds)(number) => number,
            Some(_) => {
                self.faults.note(value.span().start, &self.path_of(key), rule.words);
                1.0
            }
            None => {
                self.faults.note(value.span().start, &self.path_of(key), "must be a number");
                1.0
            }
        }
    }
}
