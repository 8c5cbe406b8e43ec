//! Deals, interactions and commitments, as rows.

use assent_domain::ids::{CommitmentId, InteractionId, OpportunityId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::permission::Sight;
use assent_domain::search_tokens;
use serde::Serialize;

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::records::products::{money_values, read_money};
use crate::sql::Sql;

impl Record for OpportunityFacts {
    type Id = OpportunityId;
    const TABLE: &'static str = "opportunity";
    const COLUMNS: &'static [&'static str] = &[
        "external_key",
        "name",
        "sort_name",
        "organization_id",
        "owner_id",
        "team_id",
        "pipeline_id",
        "product_id",
        "amount_minor",
        "amount_currency",
        "opened_on",
        "expected_close",
        "observed_until",
        "renews_id",
        "note",
        "assumed",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        let [minor, currency] = money_values(self.amount.as_ref());
        vec![
            self.key.as_ref().into(),
            (&self.name).into(),
            search_tokens::sort_name(self.name.as_str()).into(),
            self.organization_id.into(),
            self.owner_id.into(),
            self.team_id.into(),
            self.pipeline_id.into(),
            self.product_id.into(),
            minor,
            currency,
            self.opened_on.into(),
            self.expected_close.into(),
            self.observed_until.into(),
            self.renews_id.into(),
            self.note.as_ref().into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.opt_text(at)?,
            name: row.text(at + 1)?,
            organization_id: row.id(at + 3)?,
            owner_id: row.id(at + 4)?,
            team_id: row.opt_id(at + 5)?,
            pipeline_id: row.id(at + 6)?,
            product_id: row.opt_id(at + 7)?,
            amount: read_money(row, at + 8)?,
            opened_on: row.text(at + 10)?,
            expected_close: row.opt_day(at + 11)?,
            observed_until: row.opt_day(at + 12)?,
            renews_id: row.opt_id(at + 13)?,
            note: row.opt_text(at + 14)?,
            assumed: row.bool(at + 15)?,
        })
    }

    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.within(sight, "t");
    }
}

impl Record for InteractionFacts {
    type Id = InteractionId;
    const TABLE: &'static str = "interaction";
    const COLUMNS: &'static [&'static str] = &[
        "opportunity_id",
        "kind",
        "direction",
        "result",
        "at",
        "participants",
        "through",
        "signs",
        "source",
        "words",
        "by_id",
        "procedure_bound",
        "assumed",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.opportunity_id.into(),
            (&self.kind).into(),
            self.direction.map(assent_domain::interaction::Direction::as_str).into(),
            self.result.as_ref().into(),
            self.at.into(),
            json(&self.participants),
            json(&self.through),
            json(&self.signs),
            self.source.as_str().into(),
            self.words.as_ref().into(),
            self.by_id.into(),
            self.procedure_bound.into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            opportunity_id: row.id(at)?,
            kind: row.text(at + 1)?,
            direction: row.opt_text(at + 2)?,
            result: row.opt_text(at + 3)?,
            at: row.time(at + 4)?,
            participants: row.json(at + 5)?,
            through: row.json(at + 6)?,
            signs: row.json(at + 7)?,
            source: row.text(at + 8)?,
            words: row.opt_text(at + 9)?,
            by_id: row.opt_id(at + 10)?,
            procedure_bound: row.bool(at + 11)?,
            assumed: row.bool(at + 12)?,
        })
    }

    /// What happened in a deal is seen by whoever sees the deal.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.end_within(sight, "opportunity", "t.opportunity_id");
    }
}

impl Record for CommitmentFacts {
    type Id = CommitmentId;
    const TABLE: &'static str = "commitment";
    const COLUMNS: &'static [&'static str] = &[
        "opportunity_id",
        "by_id",
        "to_id",
        "text",
        "made_on",
        "due",
        "kept_on",
        "broken_on",
        "withdrawn_on",
        "assumed",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.opportunity_id.into(),
            self.by_id.into(),
            self.to_id.into(),
            (&self.text).into(),
            self.made_on.into(),
            self.due.into(),
            self.kept_on.into(),
            self.broken_on.into(),
            self.withdrawn_on.into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            opportunity_id: row.id(at)?,
            by_id: row.id(at + 1)?,
            to_id: row.id(at + 2)?,
            text: row.text(at + 3)?,
            made_on: row.text(at + 4)?,
            due: row.opt_day(at + 5)?,
            kept_on: row.opt_day(at + 6)?,
            broken_on: row.opt_day(at + 7)?,
            withdrawn_on: row.opt_day(at + 8)?,
            assumed: row.bool(at + 9)?,
        })
    }

    /// A promise made in a deal is seen by whoever sees the deal.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.end_within(sight, "opportunity", "t.opportunity_id");
    }
}

/// A small list as JSON text. Lists of identifiers and checked texts always serialize.
pub(super) fn json(list: &impl Serialize) -> Value<'static> {
    serde_json::to_string(list).unwrap_or_else(|_| unreachable!("a list of plain values")).into()
}
