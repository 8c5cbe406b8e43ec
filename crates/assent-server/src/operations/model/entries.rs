//! The figures of the model, entry by entry as an editor shows them: what the file says, what users
//! have changed, what was learned, and what is in force.

use std::collections::BTreeMap;

use assent_domain::model_layers::{Layers, LearnedValue};
use assent_inference::{PriorsError, Setting, values};

/// What has an editor of its own.
const ELSEWHERE: &str = "control";

/// An entry: a kind of sign, a reply, a role, or a group of figures that hold for everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The path of its table in the file.
    pub path: String,
    /// Its figures, in the order of the file; those that only users have set come last.
    pub fields: Vec<Field>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The path of its key within the entry.
    pub key: String,
    /// As the file has it.
    pub shipped: Option<Setting>,
    /// As users have set it, where they have.
    pub edited: Option<Option<Setting>>,
    /// As it was learned, where it was.
    pub learned: Option<LearnedValue>,
    /// As it is in force.
    pub in_force: Option<Setting>,
}

/// All entries, in the order of the file.
///
/// # Errors
/// When one of the texts is no TOML.
pub fn entries(base: &str, in_force: &str, layers: &Layers) -> Result<Vec<Entry>, PriorsError> {
    let (shipped, in_force) = (values(base)?, values(in_force)?);
    let shipped_at: BTreeMap<&str, &Setting> = by_path(&shipped);
    let in_force_at: BTreeMap<&str, &Setting> = by_path(&in_force);
    let mut entries: Vec<Entry> = Vec::new();
    let of_file = shipped.iter().map(|(path, _)| path.as_str());
    let added = in_force.iter().map(|(path, _)| path.as_str());
    let paths = of_file.chain(added.filter(|path| !shipped_at.contains_key(path)));
    for path in paths {
        let Some((entry, key)) = split(path) else { continue };
        let field = Field {
            key: key.to_owned(),
            shipped: shipped_at.get(path).map(|value| (*value).clone()),
            edited: layers.edits.get(path).cloned(),
            learned: layers.learned.get(path).cloned(),
            in_force: in_force_at.get(path).map(|value| (*value).clone()),
        };
        match entries.iter_mut().find(|one| one.path == entry) {
            Some(one) => one.fields.push(field),
            None => entries.push(Entry { path: entry.to_owned(), fields: vec![field] }),
        }
    }
    Ok(entries)
}

fn by_path(values: &[(String, Setting)]) -> BTreeMap<&str, &Setting> {
    values.iter().map(|(path, value)| (path.as_str(), value)).collect()
}

/// The path of the entry that a key belongs to, and the rest of it; `None` for what is no figure or has
/// an editor of its own.
fn split(path: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = path.split('.').collect();
    let width = match parts[..] {
        [ELSEWHERE, ..] | [_] => return None,
        ["action", _, "reply", _, ..] => 4,
        ["sign" | "action" | "role" | "tie" | "acquaintance" | "factor" | "question", ..]
        | ["win", "once", ..] => 2,
        _ => 1,
    };
    let length = parts.iter().take(width).map(|part| part.len() + 1).sum::<usize>();
    Some((&path[..length - 1], path.get(length..)?))
}

#[cfg(test)]
mod tests {
    use assent_inference::{DEFAULT_PRIORS, Settings};

    use super::*;

    #[test]
    fn every_figure_of_the_file_belongs_to_one_entry() {
        let entries = entries(DEFAULT_PRIORS, DEFAULT_PRIORS, &Layers::default()).unwrap();
        let figures: usize = entries.iter().map(|entry| entry.fields.len()).sum();
        let all = values(DEFAULT_PRIORS).unwrap();
        let mine =
            all.iter().filter(|(path, _)| path.contains('.') && !path.starts_with("control."));
        assert_eq!(figures, mine.count());
        for path in
            ["sign.warm_words", "action.call", "action.call.reply.refused", "role.user", "win.once"]
        {
            assert!(entries.iter().any(|entry| entry.path == path), "{path}");
        }
        let whys =
            entries.iter().filter(|entry| entry.fields.iter().any(|field| field.key == "why"));
        assert!(whys.count() > 60);
    }

    #[test]
    fn a_figure_tells_its_layers_apart() {
        let key = "sign.warm_words.strength".to_owned();
        let edits: Settings = [(key, Some(Setting::Number(4.0)))].into();
        let layers = Layers { edits, ..Layers::default() };
        let in_force = layers.over(DEFAULT_PRIORS).unwrap();
        let entries = entries(DEFAULT_PRIORS, &in_force.text, &layers).unwrap();
        let entry = entries.iter().find(|entry| entry.path == "sign.warm_words").unwrap();
        let field = entry.fields.iter().find(|field| field.key == "strength").unwrap();
        assert_eq!((&field.shipped, &field.in_force), (&None, &Some(Setting::Number(4.0))));
        assert_eq!(field.edited, Some(Some(Setting::Number(4.0))));
    }
}
