//! Texts with columns in them: `Founded in {year}` takes its year from the row.

use assent_domain::text::Key;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// A text with columns of a file in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// A column, by its place among the columns that the mapping names.
    Column(usize),
}

/// How a template is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// With the values as they are. It is empty if all of its columns are.
    Text,
    /// With the values written as keys are. It is empty if one of its columns is: half a key would
    /// be the key of something else.
    Key,
}

/// The column names that a mapping uses, each of which gets a place.
pub(super) type Columns = Vec<String>;

impl Template {
    /// Reads a template; its columns are added to `columns`. Braces are doubled to stand for
    /// themselves.
    pub(super) fn parse(text: &str, columns: &mut Columns) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
                plain.push_str(&from[..1]);
                rest = after;
                continue;
            }
            let inside = from.strip_prefix('{').and_then(|from| from.split_once('}'));
            let (name, after) =
                inside.ok_or("has a brace without its partner; {{ stands for a brace itself")?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            parts.push(Part::Column(place(name.trim(), columns)?));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Self(parts))
    }

    /// The one column it consists of, if it does.
    pub(super) fn sole_column(&self) -> Option<usize> {
        match self.0[..] {
            [Part::Column(column)] => Some(column),
            _ => None,
        }
    }

    /// The columns in it.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().filter_map(|part| match part {
            Part::Column(column) => Some(*column),
            Part::Text(_) => None,
        })
    }

    /// The text with each column's value put in, or nothing when it is empty.
    pub(super) fn fill<'v>(&self, how: Fill, value: impl Fn(usize) -> &'v str) -> Option<String> {
        let mut out = String::new();
        let (mut filled, mut missing) = (0, 0);
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Column(column) => match value(*column) {
                    "" => missing += 1,
                    value => {
                        filled += 1;
                        match how {
                            Fill::Text => out.push_str(value),
                            Fill::Key => push_as_key(&mut out, value),
                        }
                    }
                },
            }
        }
        let empty = match how {
            Fill::Text => missing > 0 && filled == 0,
            Fill::Key => missing > 0,
        };
        match how {
            _ if empty || out.trim().is_empty() => None,
            Fill::Text => Some(out),
            Fill::Key => Some(short_enough(out)),
        }
    }
}

fn place(name: &str, columns: &mut Columns) -> Result<usize, String> {
    if name.is_empty() {
        return Err("names no column between its braces".to_owned());
    }
    let found = columns.iter().position(|column| column == name);
    Ok(found.unwrap_or_else(|| {
        columns.push(name.to_owned());
        columns.len() - 1
    }))
}

/// Compatibility forms unified, lower case, white space as `_`. Nothing else is dropped, so that two
/// names that differ in more than case and spacing keep two keys.
fn push_as_key(out: &mut String, value: &str) {
    let mut spaced = false;
    for character in value.trim().nfkc().flat_map(char::to_lowercase) {
        if character.is_whitespace() || character.is_control() {
            spaced = true;
            continue;
        }
        if std::mem::take(&mut spaced) {
            out.push('_');
        }
        out.push(character);
    }
}

/// A key that is too long keeps its beginning and gets a digest of the whole for an end.
fn short_enough(key: String) -> String {
    if key.chars().nth(Key::MAX).is_none() {
        return key;
    }
    let digest = Sha256::digest(key.as_bytes());
    let hex: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    let kept: String = key.chars().take(Key::MAX - 1 - hex.len()).collect();
    format!("{kept}~{hex}")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn fill(text: &str, how: Fill, values: &[&str]) -> Option<String> {
        let template = Template::parse(text, &mut Vec::new()).unwrap();
        template.fill(how, |column| values[column])
    }

    #[rstest]
    #[case("{a}", &["x"], Some("x"))]
    #[case("Founded {year}, {staff} people", &["1996", "40"], Some("Founded 1996, 40 people"))]
    #[case("Founded {year}, {staff} people", &["1996", ""], Some("Founded 1996,  people"))]
    #[case("Founded {year}, {staff} people", &["", ""], None)]
    #[case("fixed", &[], Some("fixed"))]
    #[case("{{{a}}}", &["x"], Some("{x}"))]
    fn a_template_is_filled_from_the_row(
        #[case] text: &str,
        #[case] values: &[&str],
        #[case] expected: Option<&str>,
    ) {
        assert_eq!(fill(text, Fill::Text, values).as_deref(), expected);
    }

    #[rstest]
    #[case(" Acme  Corporation ", "a:acme_corporation")]
    #[case("ＡＣＭＥ", "a:acme")]
    #[case("华东 分公司", "a:华东_分公司")]
    #[case("A.B@Example.com", "a:a.b@example.com")]
    #[case("A-B@Example.com", "a:a-b@example.com")]
    fn a_key_keeps_whatever_tells_names_apart(#[case] value: &str, #[case] key: &str) {
        assert_eq!(fill("a:{x}", Fill::Key, &[value]).as_deref(), Some(key));
    }

    #[test]
    fn a_key_with_a_part_missing_is_no_key() {
        assert_eq!(fill("{a}:{b}", Fill::Key, &["x", ""]), None);
    }

    #[test]
    fn long_keys_stay_different() {
        let long = "x".repeat(200);
        let key = |end: &str| fill("{a}", Fill::Key, &[&format!("{long}{end}")]).unwrap();
        assert_ne!(key("1"), key("2"));
        assert_eq!(key("1").chars().count(), Key::MAX);
    }

    #[rstest]
    #[case("{a")]
    #[case("a}")]
    #[case("{}")]
    fn a_broken_template_is_refused(#[case] text: &str) {
        assert!(Template::parse(text, &mut Vec::new()).is_err());
    }
}
