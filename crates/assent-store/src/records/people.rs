//! People, their employments and the ties between them, as rows.

use assent_domain::ids::{EmploymentId, PersonId, TieId};
use assent_domain::permission::Sight;
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::search_tokens;

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for PersonFacts {
    type Id = PersonId;
    const TABLE: &'static str = "person";
    const COLUMNS: &'static [&'static str] = &[
        "external_key",
        "name",
        "sort_name",
        "email",
        "phone",
        "note",
        "assumed",
        "owner_id",
        "team_id",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.key.as_ref().into(),
            (&self.name).into(),
            search_tokens::sort_name(self.name.as_str()).into(),
            self.email.as_ref().into(),
            self.phone.as_ref().into(),
            self.note.as_ref().into(),
            self.assumed.into(),
            self.owner_id.into(),
            self.team_id.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.opt_text(at)?,
            name: row.text(at + 1)?,
            email: row.opt_text(at + 3)?,
            phone: row.opt_text(at + 4)?,
            note: row.opt_text(at + 5)?,
            assumed: row.bool(at + 6)?,
            owner_id: row.opt_id(at + 7)?,
            team_id: row.opt_id(at + 8)?,
        })
    }

    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.within(sight, "t");
    }
}

impl Record for EmploymentFacts {
    type Id = EmploymentId;
    const TABLE: &'static str = "employment";
    const COLUMNS: &'static [&'static str] = &[
        "person_id",
        "organization_id",
        "title",
        "reports_to_id",
        "from_day",
        "until_day",
        "assumed",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.person_id.into(),
            self.organization_id.into(),
            self.title.as_ref().into(),
            self.reports_to_id.into(),
            self.from.into(),
            self.until.into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            person_id: row.id(at)?,
            organization_id: row.id(at + 1)?,
            title: row.opt_text(at + 2)?,
            reports_to_id: row.opt_id(at + 3)?,
            from: row.opt_day(at + 4)?,
            until: row.opt_day(at + 5)?,
            assumed: row.bool(at + 6)?,
        })
    }

    /// An employment is seen by whoever sees the person and the organization.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.end_within(sight, "person", "t.person_id").push(" AND ");
        sql.end_within(sight, "organization", "t.organization_id");
    }
}

impl Record for TieFacts {
    type Id = TieId;
    const TABLE: &'static str = "tie";
    const COLUMNS: &'static [&'static str] =
        &["from_id", "to_id", "kind", "since", "last_contact", "note", "assumed"];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.from_id.into(),
            self.to_id.into(),
            self.kind.as_str().into(),
            self.since.into(),
            self.last_contact.into(),
            self.note.as_ref().into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            from_id: row.id(at)?,
            to_id: row.id(at + 1)?,
            kind: row.text(at + 2)?,
            since: row.opt_day(at + 3)?,
            last_contact: row.opt_day(at + 4)?,
            note: row.opt_text(at + 5)?,
            assumed: row.bool(at + 6)?,
        })
    }

    /// A tie is seen by whoever sees both people.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.both_ends_within(sight, "person", ["t.from_id", "t.to_id"]);
    }
}
