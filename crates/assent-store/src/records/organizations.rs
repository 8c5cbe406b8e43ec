//! Organizations and the relations between them, as rows.

use assent_domain::ids::{OrganizationId, OrganizationRelationId};
use assent_domain::organization::{OrganizationFacts, OrganizationRelationFacts};
use assent_domain::permission::Sight;
use assent_domain::search_tokens;

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for OrganizationFacts {
    type Id = OrganizationId;
    const TABLE: &'static str = "organization";
    const COLUMNS: &'static [&'static str] = &[
        "external_key",
        "name",
        "sort_name",
        "ours",
        "competitor",
        "city",
        "country",
        "sector",
        "website",
        "customer_since",
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
            self.ours.into(),
            self.competitor.into(),
            self.city.as_ref().into(),
            self.country.as_ref().into(),
            self.sector.as_ref().into(),
            self.website.as_ref().into(),
            self.customer_since.into(),
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
            ours: row.bool(at + 3)?,
            competitor: row.bool(at + 4)?,
            city: row.opt_text(at + 5)?,
            country: row.opt_text(at + 6)?,
            sector: row.opt_text(at + 7)?,
            website: row.opt_text(at + 8)?,
            customer_since: row.opt_day(at + 9)?,
            note: row.opt_text(at + 10)?,
            assumed: row.bool(at + 11)?,
            owner_id: row.opt_id(at + 12)?,
            team_id: row.opt_id(at + 13)?,
        })
    }

    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.within(sight, "t");
    }
}

impl Record for OrganizationRelationFacts {
    type Id = OrganizationRelationId;
    const TABLE: &'static str = "organization_relation";
    const COLUMNS: &'static [&'static str] =
        &["from_id", "to_id", "kind", "since", "until", "assumed"];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.from_id.into(),
            self.to_id.into(),
            self.kind.as_str().into(),
            self.since.into(),
            self.until.into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            from_id: row.id(at)?,
            to_id: row.id(at + 1)?,
            kind: row.text(at + 2)?,
            since: row.opt_day(at + 3)?,
            until: row.opt_day(at + 4)?,
            assumed: row.bool(at + 5)?,
        })
    }

    /// A relation is seen by whoever sees both ends.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.both_ends_within(sight, "organization", ["t.from_id", "t.to_id"]);
    }
}
