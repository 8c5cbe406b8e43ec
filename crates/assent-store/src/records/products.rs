//! Products, as rows.

use assent_domain::ids::ProductId;
use assent_domain::money::Money;
use assent_domain::permission::Sight;
use assent_domain::product::ProductFacts;
use assent_domain::search_tokens;

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for ProductFacts {
    type Id = ProductId;
    const TABLE: &'static str = "product";
    const COLUMNS: &'static [&'static str] =
        &["external_key", "name", "sort_name", "series", "price_minor", "price_currency"];

    fn values(&self) -> Vec<Value<'_>> {
        let [minor, currency] = money_values(self.price.as_ref());
        vec![
            self.key.as_ref().into(),
            (&self.name).into(),
            search_tokens::sort_name(self.name.as_str()).into(),
            self.series.as_ref().into(),
            minor,
            currency,
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.opt_text(at)?,
            name: row.text(at + 1)?,
            series: row.opt_text(at + 3)?,
            price: read_money(row, at + 4)?,
        })
    }

    /// The catalogue belongs to nobody: who may look at all sees all of it.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.all_or_nothing(sight);
    }
}

/// An amount as its two columns.
pub(crate) fn money_values(money: Option<&Money>) -> [Value<'_>; 2] {
    [money.map(|money| money.minor).into(), money.map(|money| money.currency.as_str()).into()]
}

/// An amount from its two columns, of which the first lies at `at`.
pub(crate) fn read_money(row: &Row<'_>, at: usize) -> Result<Option<Money>, StoreError> {
    let minor = row.opt_int(at)?;
    let currency = row.opt_text(at + 1)?;
    Ok(minor.zip(currency).map(|(minor, currency)| Money { minor, currency }))
}
