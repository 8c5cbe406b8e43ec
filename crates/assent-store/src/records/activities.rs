//! Planned activities, as rows.

use assent_domain::activity::ActivityFacts;
use assent_domain::ids::ActivityId;
use assent_domain::permission::Sight;

use super::opportunities::json;
use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for ActivityFacts {
    type Id = ActivityId;
    const TABLE: &'static str = "activity";
    const COLUMNS: &'static [&'static str] = &[
        "opportunity_id",
        "kind",
        "owner_id",
        "people",
        "through",
        "aim",
        "benefit",
        "due_on",
        "at",
        "note",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.opportunity_id.into(),
            (&self.kind).into(),
            self.owner_id.into(),
            json(&self.people),
            json(&self.through),
            self.aim.as_ref().into(),
            self.benefit.as_ref().into(),
            self.due_on.into(),
            self.at.into(),
            self.note.as_ref().into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            opportunity_id: row.id(at)?,
            kind: row.text(at + 1)?,
            owner_id: row.id(at + 2)?,
            people: row.json(at + 3)?,
            through: row.json(at + 4)?,
            aim: row.opt_text(at + 5)?,
            benefit: row.opt_text(at + 6)?,
            due_on: row.text(at + 7)?,
            at: row.opt_time(at + 8)?,
            note: row.opt_text(at + 9)?,
        })
    }

    /// What is planned in a deal is seen by whoever sees the deal.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.end_within(sight, "opportunity", "t.opportunity_id");
    }
}
