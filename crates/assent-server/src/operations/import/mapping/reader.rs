//! From the text of a mapping to a [`Mapping`], or to the list of its faults.

mod values;

use assent_domain::record_file;
use assent_domain::text::Key;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::values::Scope;
use super::{Condition, FileMapping, Mapping, MappingFault, Place, RecordMapping, Wanted};
use crate::operations::import::template::{Columns, Template};

type Table<'a> = DeTable<'a>;
/// A value with where it stands.
type At<'a> = Spanned<DeValue<'a>>;

pub(super) fn read(text: &str) -> Result<Mapping, Vec<MappingFault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, found: Vec::new() };
    for error in &errors {
        let plain = error.message().starts_with("invalid unquoted key");
        let hint = if plain { "; or put quotes around it" } else { "" };
        let message = format!("{}{hint}", error.message());
        reader.note(error.span().map_or(0, |span| span.start), "", message);
    }
    if errors.is_empty() {
        let mapping = reader.mapping(table.get_ref());
        if reader.found.is_empty() {
            return Ok(mapping);
        }
    }
    reader.found.sort_by_key(|fault| fault.line);
    reader.found.dedup();
    Err(reader.found)
}

/// Notes faults with their lines and reads on, so that one reading finds them all. What stands in
/// for a value at fault never leaves this file.
struct Reader<'t> {
    text: &'t str,
    found: Vec<MappingFault>,
}

impl Reader<'_> {
    fn note(&mut self, at: usize, key: &str, message: impl Into<String>) {
        let fault = self.place(at, key).fault(message);
        self.found.push(fault);
    }

    fn place(&self, at: usize, key: &str) -> Place {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        Place { line, key: key.to_owned() }
    }

    fn mapping(&mut self, root: &Table<'_>) -> Mapping {
        self.known_keys(root, "", &["name", "utc_offset", "record", "file"]);
        let name = match root.get("name") {
            Some(at) => self.parsed(at, "name"),
            None => {
                self.note(0, "name", "is missing");
                None
            }
        };
        let ahead = root.get("utc_offset").and_then(|at| {
            let text = self.text_of(at, "utc_offset")?;
            let seconds = offset_seconds(&text);
            if seconds.is_none() {
                self.note(at.span().start, "utc_offset", "must be like +08:00");
            }
            seconds
        });
        let mut stated = FileMapping::default();
        self.records(root, "", &mut stated);
        let files = self.tables(root, "file").into_iter().map(|(at, table)| self.file(at, table));
        let files: Vec<FileMapping> = files.collect();
        if let Some(place) = stated.named_at.first() {
            self.found.push(place.fault("a record that stands in no file has no columns"));
        }
        Mapping {
            name: name.unwrap_or_else(|| placeholder("mapping")),
            ahead_seconds: ahead.unwrap_or(0),
            stated,
            files,
        }
    }

    fn file(&mut self, at: usize, table: &Table<'_>) -> FileMapping {
        self.known_keys(table, "file", &["name", "delimiter", "encoding", "expect", "record"]);
        let name = table.get("name").and_then(|at| self.text_of(at, "file.name"));
        let delimiter = table.get("delimiter").and_then(|at| {
            let text = self.text_of(at, "file.delimiter")?;
            match text.as_bytes() {
                [byte] => Some(*byte),
                _ => {
                    self.note(at.span().start, "file.delimiter", "must be one character");
                    None
                }
            }
        });
        let encoding = table.get("encoding").and_then(|at| {
            let label = self.text_of(at, "file.encoding")?;
            let found = encoding_rs::Encoding::for_label(label.as_bytes());
            if found.is_none() {
                let message = format!("“{label}” is no known encoding, such as gbk or utf-8");
                self.note(at.span().start, "file.encoding", message);
            }
            found
        });
        let mut file = FileMapping { name, delimiter, encoding, ..FileMapping::default() };
        let expected = self.conditions(table, "expect", "file.expect", &mut file.columns);
        if let Some(at) = table.get("expect") {
            let place = self.place(at.span().start, "file.expect");
            file.named_at.resize(file.columns.len(), place);
        }
        file.expected = expected;
        self.records(table, "file.", &mut file);
        if !table.contains_key("record") {
            self.note(at, "file.record", "is missing: what does a row stand for?");
        }
        file
    }

    fn records(&mut self, table: &Table<'_>, path: &str, file: &mut FileMapping) {
        for (at, record) in self.tables(table, "record") {
            let Some(kind_at) = record.get("type") else {
                self.note(at, &format!("{path}record.type"), "is missing");
                continue;
            };
            let Some(kind) = self.text_of(kind_at, &format!("{path}record.type")) else { continue };
            let Some(known) = record_file::fields(&kind) else {
                let message =
                    format!("“{kind}” is not one of: {}", record_file::types().join(", "));
                self.note(kind_at.span().start, &format!("{path}record.type"), message);
                continue;
            };
            let mut allowed = vec!["type", "when"];
            allowed.extend(known);
            let path = format!("{path}record({kind})");
            self.known_keys(record, &path, &allowed);
            let mut scope = Scope { kind: &kind, path: path.clone(), columns: &mut file.columns };
            let when = self.conditions(record, "when", &format!("{path}.when"), scope.columns);
            let fields = self.fields(record, &mut scope, &["type", "when"]);
            let place = self.place(at, &path);
            // Columns that are named here for the first time are looked for on behalf of this line.
            for column in file.named_at.len()..file.columns.len() {
                let user = fields.iter().find(|(_, field, _)| field.columns().contains(&column));
                file.named_at.push(user.map_or(&place, |(_, _, place)| place).clone());
            }
            let fields = fields.into_iter().map(|(name, field, _)| (name, field)).collect();
            file.records.push(RecordMapping { kind, place, when, fields });
        }
    }

    fn conditions(
        &mut self,
        table: &Table<'_>,
        key: &str,
        path: &str,
        columns: &mut Columns,
    ) -> Vec<Condition> {
        let Some(at) = table.get(key) else { return Vec::new() };
        let Some(table) = at.get_ref().as_table() else {
            self.note(at.span().start, path, "must say what columns hold: { column = \"value\" }");
            return Vec::new();
        };
        let mut conditions = Vec::new();
        for (name, value) in table {
            let wanted = match value.get_ref() {
                DeValue::Boolean(true) => Some(Wanted::Filled),
                DeValue::Boolean(false) => Some(Wanted::Empty),
                DeValue::String(text) => Some(Wanted::OneOf(vec![text.to_string()])),
                DeValue::Array(list) => {
                    let texts = list.iter().map(|one| one.get_ref().as_str().map(str::to_owned));
                    texts.collect::<Option<Vec<String>>>().map(Wanted::OneOf)
                }
                _ => None,
            };
            let Some(wanted) = wanted else {
                let message = "must be a value, a list of them, true (filled) or false (empty)";
                self.note(value.span().start, path, message);
                continue;
            };
            let name = name.get_ref();
            let column = columns.iter().position(|known| known == name);
            let column = column.unwrap_or_else(|| {
                columns.push(name.to_string());
                columns.len() - 1
            });
            conditions.push(Condition { column, wanted });
        }
        conditions
    }

    fn template(&mut self, text: &str, place: &Place, columns: &mut Columns) -> Option<Template> {
        Template::parse(text, columns).map_err(|fault| self.found.push(place.fault(fault))).ok()
    }

    fn text_of(&mut self, at: &At<'_>, key: &str) -> Option<String> {
        match at.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.note(at.span().start, key, "must be a text");
                None
            }
        }
    }

    fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        at: &At<'_>,
        key: &str,
    ) -> Option<T> {
        let text = self.text_of(at, key)?;
        text.parse().map_err(|error| self.note(at.span().start, key, format!("{error}"))).ok()
    }

    /// The tables of a list such as `[[file]]`, with where each begins.
    fn tables<'a>(&mut self, table: &'a Table<'a>, key: &str) -> Vec<(usize, &'a Table<'a>)> {
        let Some(at) = table.get(key) else { return Vec::new() };
        let list = at.get_ref().as_array().map(|list| list.iter());
        let tables: Option<Vec<_>> = list.and_then(|list| {
            list.map(|one| Some((one.span().start, one.get_ref().as_table()?))).collect()
        });
        tables.unwrap_or_else(|| {
            self.note(at.span().start, key, format!("must be a list of tables: [[{key}]]"));
            Vec::new()
        })
    }

    fn known_keys(&mut self, table: &Table<'_>, path: &str, known: &[&str]) {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
                let message = format!("is not known here; there are: {}", known.join(", "));
                self.note(key.span().start, &path, message);
            }
        }
    }
}

fn placeholder(text: &str) -> Key {
    text.parse().unwrap_or_else(|_| unreachable!("a word is a key"))
}

/// `+08:00` in seconds.
fn offset_seconds(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}
