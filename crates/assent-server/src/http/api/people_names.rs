//! The names of everybody who has to do with a deal, looked up once for all that is said of them.

use std::collections::HashMap;

use assent_domain::ids::PersonId;
use assent_store::{Db, people};

use super::kept::Named;
use crate::operations::Refusal;
use crate::operations::estimates::Deal;

/// Names by person.
pub(super) struct Names(HashMap<PersonId, String>);

impl Names {
    /// The names of a deal's buyers, of whoever they know at their own customers, and of both sides of
    /// its promises.
    pub(super) fn of(db: &mut Db, deal: &Deal) -> Result<Self, Refusal> {
        let parts = deal.facts.parts.iter().map(|part| part.person);
        let sides = deal.commitments.iter().map(|row| &row.stored.facts);
        let sides = sides.flat_map(|facts| [facts.by_id, facts.to_id]);
        let mut everyone: Vec<PersonId> = parts.chain(sides).collect();
        everyone.sort_unstable();
        everyone.dedup();
        Ok(Self(people::names(db, &everyone)?.into_iter().collect()))
    }

    /// A person with their name.
    pub(super) fn named(&self, person: PersonId) -> Named<PersonId> {
        Named::new(person, self.0.get(&person).cloned().unwrap_or_default())
    }
}
