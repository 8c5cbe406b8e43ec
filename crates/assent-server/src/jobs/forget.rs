//! Once a day, what need not be remembered is forgotten: keys of requests nobody will send again.

use assent_store::idempotency;

use super::Failure;
use crate::app::App;
use crate::operations::Refusal;

/// The word for this chore in the outbox.
pub(super) const KIND: &str = "forget";
/// Days the key of a request is remembered.
const KEY_DAYS: i64 = 2;

pub(super) async fn run(app: &App) -> Result<(), Failure> {
    let before = app.now().plus_days(-KEY_DAYS);
    let forget = move |db: &mut assent_store::Db| idempotency::forget(db, before);
    app.store.write(forget).await.map_err(Refusal::from)?;
    Ok(())
}
