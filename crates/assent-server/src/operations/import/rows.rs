//! From a row to the records it stands for.

use std::collections::HashSet;

use assent_domain::money::Currency;
use assent_domain::record_file;
use assent_domain::time::{Day, Timestamp};
use csv::StringRecord;
use serde_json::{Map, Value, json};

use super::mapping::{
    Cell, Condition, CurrencyOf, FieldMapping, FileMapping, Mapping, MappingFault, RecordMapping,
    Wanted, Writing,
};
use super::template::{Fill, Template};
use crate::operations::load::{self, Named};

/// Why a row stands for nothing.
#[derive(Debug)]
pub(super) enum RowFault {
    /// The row is at fault: the field, and what is wrong with it.
    Row { field: String, reason: String },
    /// The mapping is, which no other row would show differently.
    Mapping(MappingFault),
}

/// What a row's values are taken with.
pub(super) struct Reading<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) file: &'a FileMapping,
    /// Where each of the mapping's columns stands in the file.
    pub(super) positions: &'a [usize],
}

impl Reading<'_> {
    /// Tells what a row stands for, but for what was described before: of two rows that disagree the
    /// first one holds, so that a file leaves the same however often it is imported.
    pub(super) fn tell(
        &self,
        cells: &StringRecord,
        described: &HashSet<String>,
    ) -> Result<Vec<Named>, RowFault> {
        if let Some(broken) = self.file.expected.iter().find(|one| !self.holds(one, cells)) {
            return Err(self.unexpected(broken, cells));
        }
        let mut told = Vec::with_capacity(self.file.records.len());
        for (at, record) in self.file.records.iter().enumerate() {
            if !self.hold(&record.when, cells) {
                continue;
            }
            let identity = self.identity(record, cells);
            if identity.as_ref().is_none_or(|identity| !described.contains(identity)) {
                told.push(Named { identity, ..self.record(record, at, cells)? });
            }
        }
        Ok(told)
    }

    fn hold(&self, conditions: &[Condition], cells: &StringRecord) -> bool {
        conditions.iter().all(|condition| self.holds(condition, cells))
    }

    fn holds(&self, condition: &Condition, cells: &StringRecord) -> bool {
        let value = self.value(condition.column, cells);
        match &condition.wanted {
            Wanted::Filled => !value.is_empty(),
            Wanted::Empty => value.is_empty(),
            Wanted::OneOf(values) => values.iter().any(|wanted| wanted == value),
        }
    }

    fn unexpected(&self, broken: &Condition, cells: &StringRecord) -> RowFault {
        let reason = match &broken.wanted {
            Wanted::Filled => "is empty".to_owned(),
            Wanted::Empty => format!("“{}” was not expected", self.value(broken.column, cells)),
            Wanted::OneOf(values) => {
                let value = self.value(broken.column, cells);
                let word =
                    |text: &String| if text.is_empty() { "nothing" } else { text }.to_owned();
                let values: Vec<String> = values.iter().map(word).collect();
                format!("“{value}” is not one of: {}", values.join(", "))
            }
        };
        RowFault::Row { field: self.file.columns[broken.column].clone(), reason }
    }

    fn value<'c>(&self, column: usize, cells: &'c StringRecord) -> &'c str {
        cells.get(self.positions[column]).unwrap_or_default().trim()
    }

    /// What a record is known as: its type and the fields that say which one it is. What happened
    /// has no such fields.
    fn identity(&self, record: &RecordMapping, cells: &StringRecord) -> Option<String> {
        let fields: &[&str] = match record.kind.as_str() {
            "organization" | "person" | "product" | "benefit_point" | "opportunity"
            | "pipeline" => &["key"],
            "team" => &["name"],
            "user" | "reporting_line" => &["person"],
            "organization_relation" | "tie" => &["from", "to", "kind"],
            "stakeholder" => &["opportunity", "person"],
            "order" | "closure" => &["opportunity"],
            _ => return None,
        };
        let value = |field: &&str| {
            let (_, mapping) = record.fields.iter().find(|(name, _)| name == field)?;
            self.field(mapping, cells).ok()?
        };
        let values = fields.iter().map(value).collect::<Option<Vec<Value>>>()?;
        Some(load::identity(&record.kind, values.iter().filter_map(Value::as_str)))
    }

    fn record(
        &self,
        record: &RecordMapping,
        at: usize,
        cells: &StringRecord,
    ) -> Result<Named, RowFault> {
        let mut fields = Map::with_capacity(record.fields.len());
        for (name, mapping) in &record.fields {
            let value = self
                .field(mapping, cells)
                .map_err(|reason| RowFault::Row { field: self.named(record, name), reason })?;
            if let Some(value) = value {
                fields.insert(name.clone(), value);
            }
        }
        let record_read = record_file::from_fields(&record.kind, fields)
            .map_err(|bad| self.in_terms_of_columns(record, bad))?;
        // A record without an id is known by its row, and by its place among those of the row.
        let row: Vec<&str> = self.positions.iter().filter_map(|at| cells.get(*at)).collect();
        let text = format!("{at}\u{1f}{}", row.join("\u{1f}"));
        Ok(Named::new(record_read, self.mapping.name.as_str(), &text))
    }

    fn in_terms_of_columns(&self, record: &RecordMapping, bad: record_file::BadRecord) -> RowFault {
        let whole = if bad.field == "line" { bad.message.as_str() } else { "" };
        let missing = whole.strip_prefix("missing field `");
        if let Some((field, _)) = missing.and_then(|rest| rest.split_once('`')) {
            if record.fields.iter().all(|(name, _)| name != field) {
                let message = format!("says nothing of “{field}”, which every {} has", record.kind);
                return RowFault::Mapping(record.place.fault(message));
            }
            let reason = "is empty".to_owned();
            return RowFault::Row { field: self.named(record, field), reason };
        }
        let field = bad.field.split(['.', '[']).next().unwrap_or_default();
        RowFault::Row { field: self.named(record, field), reason: bad.message }
    }

    /// The name of a field for whoever mends the file: the column it comes from, where there is
    /// one.
    pub(super) fn named(&self, record: &RecordMapping, field: &str) -> String {
        match record.columns_of(field)[..] {
            [] => format!("{}.{field}", record.kind),
            ref columns => {
                let mut names: Vec<&str> = Vec::new();
                for column in columns {
                    let name = self.file.columns[*column].as_str();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                names.join(", ")
            }
        }
    }

    fn field(&self, field: &FieldMapping, cells: &StringRecord) -> Result<Option<Value>, String> {
        match field {
            FieldMapping::Fixed(value) => Ok(Some(value.clone())),
            FieldMapping::Cell(cell) => self.cell(cell, cells),
            FieldMapping::List(items) => {
                let mut list = Vec::with_capacity(items.len());
                for item in items {
                    list.extend(self.field(item, cells)?);
                }
                Ok(Some(Value::Array(list)))
            }
            FieldMapping::Nested(when, _) if !self.hold(when, cells) => Ok(None),
            FieldMapping::Nested(_, fields) => {
                let mut object = Map::new();
                for (name, field) in fields {
                    if let Some(value) = self.field(field, cells)? {
                        object.insert(name.clone(), value);
                    }
                }
                Ok(if object.is_empty() { None } else { Some(Value::Object(object)) })
            }
        }
    }

    fn cell(&self, cell: &Cell, cells: &StringRecord) -> Result<Option<Value>, String> {
        let mapped = |value| cell.map.iter().find(|(theirs, _)| *theirs == value);
        let sole = cell.template.sole_column().map(|column| self.value(column, cells));
        if let Some((_, fixed @ Value::Bool(_))) = sole.and_then(mapped) {
            return Ok(Some(fixed.clone()));
        }
        let how = if cell.writing == Writing::Key { Fill::Key } else { Fill::Text };
        let text = cell.template.fill(how, |column| {
            let value = self.value(column, cells);
            mapped(value).and_then(|(_, ours)| ours.as_str()).unwrap_or(value)
        });
        if let Some(text) = text {
            return self.written(&cell.writing, &text, cells).map(Some);
        }
        let instead = |or: &Template| or.fill(how, |column| self.value(column, cells));
        match (&cell.or, cell.or.as_ref().and_then(instead)) {
            (Some(or), Some(text)) if or.columns().next().is_some() => {
                self.written(&cell.writing, &text, cells).map(Some)
            }
            // What the mapping itself says is written the way it is written in records.
            (_, Some(text)) => match &cell.writing {
                Writing::Amount(..) => self.written(&cell.writing, &text, cells).map(Some),
                _ => Ok(Some(Value::String(text))),
            },
            (_, None) if cell.required => Err("is empty".to_owned()),
            (_, None) => Ok(None),
        }
    }

    /// What a text is in the form of a record.
    fn written(
        &self,
        writing: &Writing,
        text: &str,
        cells: &StringRecord,
    ) -> Result<Value, String> {
        match writing {
            Writing::Text | Writing::Key => Ok(Value::String(text.to_owned())),
            Writing::Day(Some(format)) => Ok(json!(format.read(text)?.day)),
            Writing::Day(None) => {
                let day: Result<Day, String> = text.trim().parse();
                day.map(|day| json!(day)).map_err(|wanted| format!("“{text}” is not {wanted}"))
            }
            Writing::Instant(Some(format)) => {
                Ok(json!(format.read(text)?.instant(self.mapping.ahead_seconds)))
            }
            Writing::Instant(None) => {
                let at = Timestamp::parse(text.trim());
                at.map(|at| json!(at)).map_err(|wanted| format!("“{text}” is not {wanted}"))
            }
            Writing::Amount(format, currency) => {
                let currency: Currency = match currency {
                    CurrencyOf::Always(currency) => *currency,
                    CurrencyOf::Row(template) => {
                        let code = template.fill(Fill::Text, |column| self.value(column, cells));
                        let code = code.unwrap_or_default();
                        code.trim().parse().map_err(|wanted| format!("“{code}”: {wanted}"))?
                    }
                };
                Ok(json!(format.read(text, currency)?))
            }
        }
    }
}
