//! Values laid over the text of a priors file, and what differs between two such texts.
//!
//! The text stays as its author wrote it, comments included, but for the values changed. Whether it
//! is still a priors file is for [`super::Priors::parse`] to say.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use toml_edit::{Array, DocumentMut, Item, TableLike, Value};

use super::fault::{Fault, PriorsError};

/// The value of a key of a priors file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Setting {
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Numbers, such as weights by level.
    Numbers(Vec<f64>),
    /// Texts, such as the names of levels.
    Words(Vec<String>),
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Value::from(self))
    }
}

impl From<&Setting> for Value {
    fn from(setting: &Setting) -> Value {
        match setting {
            Setting::Flag(flag) => Value::from(*flag),
            Setting::Number(number) => Value::from(*number),
            Setting::Text(text) => Value::from(text.as_str()),
            Setting::Numbers(numbers) => numbers.iter().copied().collect::<Array>().into(),
            Setting::Words(words) => words.iter().map(String::as_str).collect::<Array>().into(),
        }
    }
}

/// Values by the dotted path of their key, such as `sign.inbound_call.P`; `None` takes a key out, so
/// that it has its default.
pub type Settings = BTreeMap<String, Option<Setting>>;

/// The values of a text by their paths.
type Leaves = BTreeMap<String, Setting>;

/// The text with other values at some keys. The result depends on the settings alone and not on the
/// order in which they came about.
///
/// # Errors
/// [`PriorsError`] names each path that leads through no table of the file: a kind that it does not
/// have.
pub fn overlaid(text: &str, settings: &Settings) -> Result<String, PriorsError> {
    let mut document = parsed(text)?;
    let mut faults = Vec::new();
    for (path, setting) in settings {
        if let Err(message) = set(document.as_table_mut(), path, setting.as_ref()) {
            faults.push(Fault { line: 0, key: path.clone(), message });
        }
    }
    if faults.is_empty() { Ok(document.to_string()) } else { Err(PriorsError::new(faults)) }
}

/// What must be laid over `base` to get the values of `text`.
///
/// # Errors
/// [`PriorsError`] if one of them is no TOML.
pub fn differences(base: &str, text: &str) -> Result<Settings, PriorsError> {
    let [base, text] = [base, text].map(|text| parsed(text).map(|of| leaves(&of)));
    let (base, text) = (base?, text?);
    let gone =
        base.keys().filter(|path| !text.contains_key(*path)).map(|path| (path.clone(), None));
    let other = text.iter().filter(|(path, value)| base.get(*path) != Some(value));
    let other = other.map(|(path, value)| (path.clone(), Some(value.clone())));
    Ok(gone.chain(other).collect())
}

/// All values of a text with their paths, in the order of the text.
///
/// # Errors
/// [`PriorsError`] if it is no TOML.
pub fn values(text: &str) -> Result<Vec<(String, Setting)>, PriorsError> {
    let mut values = Vec::new();
    gather(parsed(text)?.as_table(), "", &mut |path, setting| values.push((path, setting)));
    Ok(values)
}

/// The value that a text has at each of these paths.
///
/// # Errors
/// [`PriorsError`] if it is no TOML.
pub fn values_at<'a>(
    text: &str,
    paths: impl IntoIterator<Item = &'a str>,
) -> Result<Settings, PriorsError> {
    let leaves = leaves(&parsed(text)?);
    Ok(paths.into_iter().map(|path| (path.to_owned(), leaves.get(path).cloned())).collect())
}

fn parsed(text: &str) -> Result<DocumentMut, PriorsError> {
    text.parse().map_err(|error: toml_edit::TomlError| {
        let at = error.span().map_or(0, |span| span.start);
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        PriorsError::new(vec![Fault {
            line,
            key: String::new(),
            message: error.message().to_owned(),
        }])
    })
}

fn set(table: &mut dyn TableLike, path: &str, setting: Option<&Setting>) -> Result<(), String> {
    let Some((first, rest)) = path.split_once('.') else {
        put(table, path, setting);
        return Ok(());
    };
    if let Some(inner) = table.get_mut(first).and_then(Item::as_table_like_mut) {
        return set(inner, rest, setting);
    }
    // An entry without a dose may get one; everything else must be there.
    match (first, setting) {
        ("dose" | "benefit", Some(setting)) if table.get(first).is_none() => {
            let mut inner = toml_edit::InlineTable::new();
            inner.insert(rest, Value::from(setting));
            table.insert(first, Item::Value(Value::InlineTable(inner)));
            Ok(())
        }
        ("dose" | "benefit", None) => Ok(()),
        _ => Err(format!("there is no {first:?} in the priors in force")),
    }
}

fn put(table: &mut dyn TableLike, key: &str, setting: Option<&Setting>) {
    let Some(setting) = setting else {
        table.remove(key);
        return;
    };
    let mut value = Value::from(setting);
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(own) => {
            // What stands around it, such as a remark at the end of the line, stays.
            *value.decor_mut() = own.decor().clone();
            *own = value;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn leaves(document: &DocumentMut) -> Leaves {
    let mut leaves = Leaves::new();
    gather(document.as_table(), "", &mut |path, setting| {
        leaves.insert(path, setting);
    });
    leaves
}

fn gather(table: &dyn TableLike, path: &str, found: &mut dyn FnMut(String, Setting)) {
    for (key, item) in table.iter() {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        if let Some(inner) = item.as_table_like() {
            gather(inner, &path, found);
        } else if let Some(setting) = item.as_value().and_then(setting) {
            found(path, setting);
        }
    }
}

/// What the value of a priors file is; `None` for what occurs in none.
fn setting(value: &Value) -> Option<Setting> {
    let number = |value: &Value| value.as_float().or(value.as_integer().map(|whole| whole as f64));
    if let Some(list) = value.as_array() {
        let numbers: Option<Vec<f64>> = list.iter().map(number).collect();
        let words = || -> Option<Vec<String>> {
            list.iter().map(|word| word.as_str().map(str::to_owned)).collect()
        };
        return match numbers {
            Some(numbers) if !numbers.is_empty() => Some(Setting::Numbers(numbers)),
            _ => words().map(Setting::Words),
        };
    }
    let text = || value.as_str().map(|text| Setting::Text(text.to_owned()));
    number(value).map(Setting::Number).or(value.as_bool().map(Setting::Flag)).or_else(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "version = 1 # the first\n[sign.call]\nmost = 20\nP = [1.0, 2] # by level\n\
                        dose = { up = 0.5 }\nrest.buy = [0.5, 0.5]\n";

    fn settings<const N: usize>(all: [(&str, Option<Setting>); N]) -> Settings {
        all.into_iter().map(|(path, value)| (path.to_owned(), value)).collect()
    }

    #[test]
    fn what_is_laid_over_is_what_differs() {
        let changes = settings([
            ("sign.call.P", Some(Setting::Numbers(vec![0.0, 1.5]))),
            ("sign.call.dose.up", None),
            ("sign.call.dose.down", Some(Setting::Number(0.1))),
            ("sign.call.rest.buy", Some(Setting::Numbers(vec![0.25, 0.75]))),
            ("sign.call.strength", Some(Setting::Number(4.0))),
            ("sign.call.benefit.importance", Some(Setting::Number(1.0))),
        ]);
        let text = overlaid(TEXT, &changes).unwrap();
        assert!(text.contains("# the first") && text.contains("# by level"), "{text}");
        assert_eq!(differences(TEXT, &text).unwrap(), changes);
        assert_eq!(differences(&text, &text).unwrap(), Settings::new());
    }

    #[test]
    fn a_kind_that_is_not_there_is_named() {
        let changes = settings([("sign.letter.P", Some(Setting::Number(1.0)))]);
        let error = overlaid(TEXT, &changes).unwrap_err();
        assert_eq!(error.faults()[0].key, "sign.letter.P");
        assert!(error.faults()[0].message.contains("letter"), "{error}");
    }
}
