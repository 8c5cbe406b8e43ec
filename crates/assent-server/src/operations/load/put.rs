//! Making a record say what a line says of it.

use assent_domain::permission::Action;
use assent_store::{Db, Meta, Stored};

use super::Done;
use crate::operations::{Act, Kept, Place, Refusal, kept};

/// What became of a record.
pub(super) struct Put<F: Kept> {
    pub(super) done: Done,
    /// The record as it is stored now, unless nothing was written.
    pub(super) stored: Option<Stored<F::Id, F>>,
}

/// Adds a record, or makes the one that was found say this and not be put away.
pub(super) fn put<F: Kept + PartialEq>(
    db: &mut Db,
    act: &mut Act,
    found: Option<&Stored<F::Id, F>>,
    facts: F,
    place: &Place,
) -> Result<Put<F>, Refusal> {
    let Some(found) = found else {
        let id = act.mint();
        kept::add(db, act, id, &facts, place)?;
        let now = act.now;
        let meta = Meta { created_at: now, updated_at: now, version: 1, deleted_at: None };
        let stored = Some(Stored { id, facts, meta });
        return Ok(Put { done: Done::Added, stored });
    };
    let gone = found.meta.deleted_at.is_some();
    if found.facts == facts && !gone {
        return Ok(Put { done: Done::Unchanged, stored: None });
    }
    kept::allow::<F>(act, Action::Update, place)?;
    let mut stored = found.clone();
    if gone {
        kept::bring_back::<F>(db, act, found.id)?;
        stored.meta.version += 1;
        stored.meta.deleted_at = None;
    }
    if stored.facts != facts {
        kept::replace(db, act, &stored, &facts, place)?;
        stored.facts = facts;
        stored.meta.version += 1;
    }
    Ok(Put { done: Done::Changed, stored: Some(stored) })
}
