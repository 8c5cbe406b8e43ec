//! Benefit points, as rows.

use assent_domain::benefit_point::{self, BenefitPointFacts};
use assent_domain::ids::BenefitPointId;
use assent_domain::permission::Sight;

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for BenefitPointFacts {
    type Id = BenefitPointId;
    const TABLE: &'static str = "benefit_point";
    const COLUMNS: &'static [&'static str] = &[
        "external_key",
        "product_id",
        "name",
        "folded_name",
        "attribute",
        "consequence",
        "value",
        "position",
        "assumed",
    ];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            self.key.as_ref().into(),
            self.product_id.into(),
            (&self.name).into(),
            benefit_point::folded(self.name.as_str()).into(),
            self.attribute.as_ref().into(),
            self.consequence.as_ref().into(),
            self.value.as_ref().into(),
            i64::from(self.position).into(),
            self.assumed.into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        let position = row.int(at + 7)?;
        let bad =
            |_| StoreError::BadRow { table: Self::TABLE, why: format!("position {position}") };
        Ok(Self {
            key: row.opt_text(at)?,
            product_id: row.id(at + 1)?,
            name: row.text(at + 2)?,
            attribute: row.opt_text(at + 4)?,
            consequence: row.opt_text(at + 5)?,
            value: row.opt_text(at + 6)?,
            position: u16::try_from(position).map_err(bad)?,
            assumed: row.bool(at + 8)?,
        })
    }

    /// The catalogue belongs to nobody: who may look at all sees all of it.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.all_or_nothing(sight);
    }
}
