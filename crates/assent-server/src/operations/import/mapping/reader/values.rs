//! Reading the fields of a record: what each is made of, and how it is written in the file.

use serde_json::Value;
use toml::de::DeValue;

use super::{At, Reader, Table};
use crate::operations::import::amounts::AmountFormat;
use crate::operations::import::dates::DateFormat;
use crate::operations::import::mapping::fields::{Usual, usual};
use crate::operations::import::mapping::{Cell, CurrencyOf, FieldMapping, Place, Writing};
use crate::operations::import::template::{Columns, Template};

/// What a field's table may say.
const OPTIONS: [&str; 8] =
    ["value", "map", "or", "required", "format", "currency", "decimal", "times"];

/// The record that fields are read for.
pub(super) struct Scope<'a> {
    pub(super) kind: &'a str,
    pub(super) path: String,
    pub(super) columns: &'a mut Columns,
}

impl Reader<'_> {
    /// The fields of a record, or of an object within one, with where each stands.
    pub(super) fn fields(
        &mut self,
        table: &Table<'_>,
        scope: &mut Scope<'_>,
        but: &[&str],
    ) -> Vec<(String, FieldMapping, Place)> {
        let mut fields = Vec::new();
        for (name, at) in table {
            let name = name.get_ref().as_ref();
            if but.contains(&name) {
                continue;
            }
            let path = format!("{}.{name}", scope.path);
            let place = self.place(at.span().start, &path);
            if let Some(field) = self.field(name, at, &place, scope) {
                fields.push((name.to_owned(), field, place));
            }
        }
        fields
    }

    fn field(
        &mut self,
        name: &str,
        at: &At<'_>,
        place: &Place,
        scope: &mut Scope<'_>,
    ) -> Option<FieldMapping> {
        match at.get_ref() {
            DeValue::Boolean(value) => Some(FieldMapping::Fixed(Value::Bool(*value))),
            DeValue::String(text) => {
                let template = self.template(text, place, scope.columns)?;
                let writing = self.writing(name, None, place, scope)?;
                let (map, or, required) = (Vec::new(), None, false);
                Some(FieldMapping::Cell(Cell { template, map, or, required, writing }))
            }
            DeValue::Array(list) => {
                let items = list.iter().map(|item| self.field(name, item, place, scope));
                items.collect::<Option<Vec<_>>>().map(FieldMapping::List)
            }
            DeValue::Table(table) if table.contains_key("value") => {
                self.known_keys(table, &place.key, &OPTIONS);
                self.cell(name, table, place, scope).map(FieldMapping::Cell)
            }
            DeValue::Table(table) => {
                let path = std::mem::replace(&mut scope.path, place.key.clone());
                let when =
                    self.conditions(table, "when", &format!("{}.when", scope.path), scope.columns);
                let fields = self.fields(table, scope, &["when"]);
                scope.path = path;
                let fields = fields.into_iter().map(|(name, field, _)| (name, field));
                Some(FieldMapping::Nested(when, fields.collect()))
            }
            _ => {
                let message = "must be a text with {columns} in it, true, false, a list or a table";
                self.found.push(place.fault(message));
                None
            }
        }
    }

    fn cell(
        &mut self,
        name: &str,
        table: &Table<'_>,
        place: &Place,
        scope: &mut Scope<'_>,
    ) -> Option<Cell> {
        let text = self.text_of(table.get("value")?, &place.key)?;
        let template = self.template(&text, place, scope.columns)?;
        let or = match table.get("or") {
            None => None,
            Some(at) => {
                let text = self.text_of(at, &format!("{}.or", place.key))?;
                Some(self.template(&text, place, scope.columns)?)
            }
        };
        let map = self.map(table, &template, place);
        let required = match table.get("required").map(|at| at.get_ref().as_bool()) {
            None => false,
            Some(Some(required)) => required,
            Some(None) => {
                self.found.push(place.fault("required must be true or false"));
                false
            }
        };
        let writing = self.writing(name, Some(table), place, scope)?;
        Some(Cell { template, map, or, required, writing })
    }

    fn map(
        &mut self,
        table: &Table<'_>,
        template: &Template,
        place: &Place,
    ) -> Vec<(String, Value)> {
        let Some(at) = table.get("map") else { return Vec::new() };
        let Some(entries) = at.get_ref().as_table() else {
            self.found.push(place.fault("map must be a table: { theirs = \"ours\" }"));
            return Vec::new();
        };
        let mut map = Vec::new();
        for (theirs, ours) in entries {
            let value = match ours.get_ref() {
                DeValue::String(text) => Some(Value::String(text.to_string())),
                DeValue::Boolean(value) if template.sole_column().is_some() => {
                    Some(Value::Bool(*value))
                }
                _ => None,
            };
            match value {
                Some(value) => map.push((theirs.get_ref().to_string(), value)),
                None => {
                    let message = "a value of map must be a text; true or false only where the \
                                   value is one column";
                    self.note(ours.span().start, &format!("{}.map", place.key), message);
                }
            }
        }
        map
    }

    /// How a field is written, by its name and by what its table says.
    fn writing(
        &mut self,
        name: &str,
        table: Option<&Table<'_>>,
        place: &Place,
        scope: &mut Scope<'_>,
    ) -> Option<Writing> {
        let option = |key: &str| table.and_then(|table| table.get(key));
        let usual = usual(scope.kind, name);
        for (key, wanted) in [
            ("format", &[Usual::Day, Usual::Instant][..]),
            ("currency", &[Usual::Amount]),
            ("decimal", &[Usual::Amount]),
            ("times", &[Usual::Amount]),
        ] {
            if option(key).is_some() && !wanted.contains(&usual) {
                self.found.push(place.fault(format!("{key} has no meaning for this field")));
            }
        }
        let format = match option("format") {
            None => None,
            Some(at) => {
                let text = self.text_of(at, &place.key)?;
                match DateFormat::parse(&text) {
                    Ok(format) => Some(format),
                    Err(message) => {
                        self.note(at.span().start, &format!("{}.format", place.key), message);
                        return None;
                    }
                }
            }
        };
        match usual {
            Usual::Text => Some(Writing::Text),
            Usual::Key => Some(Writing::Key),
            Usual::Day => Some(Writing::Day(format)),
            Usual::Instant => Some(Writing::Instant(format)),
            Usual::Amount => self.amount(table, place, scope),
        }
    }

    fn amount(
        &mut self,
        table: Option<&Table<'_>>,
        place: &Place,
        scope: &mut Scope<'_>,
    ) -> Option<Writing> {
        let option = |key: &str| table.and_then(|table| table.get(key));
        let Some(at) = option("currency") else {
            let message = "needs a currency: { value = \"{column}\", currency = \"USD\" }";
            self.found.push(place.fault(message));
            return None;
        };
        let text = self.text_of(at, &place.key)?;
        let template = self.template(&text, place, scope.columns)?;
        let currency = if template.columns().next().is_some() {
            CurrencyOf::Row(template)
        } else {
            CurrencyOf::Always(self.parsed(at, &format!("{}.currency", place.key))?)
        };
        let decimal = match option("decimal").map(|at| at.get_ref().as_str()) {
            None | Some(Some(".")) => '.',
            Some(Some(",")) => ',',
            Some(_) => {
                self.found.push(place.fault("decimal must be \".\" or \",\""));
                '.'
            }
        };
        let times = option("times").map(|at| match at.get_ref() {
            DeValue::Integer(number) => power_of_ten(number.as_str()),
            _ => None,
        });
        if times == Some(None) {
            self.found.push(place.fault("times must be a power of ten: 1000 or 10000"));
        }
        let places = times.flatten().unwrap_or(0);
        Some(Writing::Amount(AmountFormat { decimal, places }, currency))
    }
}

/// The zeros of a power of ten.
fn power_of_ten(text: &str) -> Option<usize> {
    let zeros = text.strip_prefix('1')?;
    (zeros.len() <= 9 && zeros.bytes().all(|digit| digit == b'0')).then_some(zeros.len())
}
