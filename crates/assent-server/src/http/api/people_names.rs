//! The names of people who are spoken of, looked up once for all that is said of them.

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
        let everyone: Vec<PersonId> = parts.chain(sides).collect();
        Self::of_people(db, &everyone)
    }

    /// The names of these people, whom the caller may name.
    pub(super) fn of_people(db: &mut Db, people: &[PersonId]) -> Result<Self, Refusal> {
        let mut everyone = people.to_vec();
        everyone.sort_unstable();
        everyone.dedup();
        Ok(Self(people::names(db, &everyone)?.into_iter().collect()))
    }

    /// Everybody with their names, in the order of their identifiers.
    pub(super) fn all(&self) -> Vec<Named<PersonId>> {
        let mut all: Vec<Named<PersonId>> = self.0.keys().map(|one| self.named(*one)).collect();
        all.sort_by_key(|one| one.id);
        all
    }

    /// A person with their name.
    pub(super) fn named(&self, person: PersonId) -> Named<PersonId> {
        Named::new(person, self.0.get(&person).cloned().unwrap_or_default())
    }
}
