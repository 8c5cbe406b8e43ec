//! Handing over what is recorded of a person: who may, and that it was done.

use assent_domain::ids::PersonId;
use assent_domain::permission::Action;
use assent_domain::person::PersonFacts;
use assent_store::Db;

use super::kept;
use super::{Act, Kept, Refusal};

/// Notes that what is recorded of a person is handed over: `export_personal_data`. Whoever may
/// change a person's record may do so, and takes along what they may see.
///
/// # Errors
/// When the actor may not.
pub fn note_export(db: &mut Db, act: &Act, id: PersonId) -> Result<(), Refusal> {
    let found = kept::writable::<PersonFacts>(db, act, id, Action::Update)?;
    let place = found.facts.place(db)?;
    kept::note_as(db, act, "export_personal_data", PersonFacts::NOUN, id.uuid(), &place, None)
}
