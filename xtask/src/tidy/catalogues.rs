//! Every language has every text: the catalogues in `locales/` hold the same keys.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{File, Finding};

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let catalogue = |file: &&File| {
        file.path.strip_prefix("locales/").is_some_and(|name| name.ends_with(".json"))
    };
    let catalogues: Vec<(&File, Result<BTreeSet<String>, Finding>)> =
        files.iter().filter(catalogue).map(|file| (file, keys(file))).collect();
    let all: BTreeSet<&String> =
        catalogues.iter().filter_map(|(_, keys)| keys.as_ref().ok()).flatten().collect();
    catalogues
        .iter()
        .flat_map(|(file, keys)| match keys {
            Ok(keys) => all
                .iter()
                .filter(|key| !keys.contains(**key))
                .map(|key| file.fault(1, format!("`{key}` has no text here: translate it")))
                .collect(),
            Err(fault) => vec![fault.clone()],
        })
        .collect()
}

fn keys(file: &File) -> Result<BTreeSet<String>, Finding> {
    let catalogue: Value = serde_json::from_str(&file.text)
        .map_err(|error| file.fault(error.line(), format!("this is no JSON: {error}")))?;
    let mut keys = BTreeSet::new();
    collect(&catalogue, "", &mut keys);
    Ok(keys)
}

/// The paths of all texts, such as `person.name`. Plural forms differ between languages, so the form
/// is not part of the key.
fn collect(value: &Value, path: &str, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(value, &path, keys);
            }
        }
        _ => {
            let forms = ["_zero", "_one", "_two", "_few", "_many", "_other"];
            let base = forms.iter().find_map(|form| path.strip_suffix(form)).unwrap_or(path);
            keys.insert(base.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn found(english: &str, chinese: &str) -> Vec<String> {
        let files = [file("locales/en.json", english), file("locales/zh-CN.json", chinese)];
        check(&files).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_text_that_one_language_lacks_is_named() {
        let found = found(r#"{"a": {"b": "x", "c": "y"}}"#, r#"{"a": {"b": "甲"}, "d": "乙"}"#);
        assert_eq!(
            found,
            [
                "locales/en.json:1: `d` has no text here: translate it",
                "locales/zh-CN.json:1: `a.c` has no text here: translate it",
            ]
        );
    }

    #[test]
    fn a_language_has_the_plural_forms_it_needs() {
        assert_eq!(found(r#"{"n_one": "1", "n_other": "2"}"#, r#"{"n_other": "二"}"#), [""; 0]);
    }

    #[test]
    fn a_broken_catalogue_says_where() {
        assert!(found("{\n\"a\": }", "{}")[0].starts_with("locales/en.json:2: this is no JSON"));
    }
}
