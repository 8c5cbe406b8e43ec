//! Names for identifiers: what a key in a file stands for, looked up once.

use std::collections::HashMap;

use assent_domain::ids::{OpportunityId, OrganizationId, PersonId, UserId};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::organization::OrganizationFacts;
use assent_domain::person::PersonFacts;
use assent_domain::text::Key;
use assent_store::{Db, record, users};
use sha2::{Digest, Sha256};

use crate::operations::{Act, Refusal};

/// The names used in a file so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What the file calls itself.
    pub(super) dataset: Option<String>,
    organizations: HashMap<Key, OrganizationId>,
    people: HashMap<Key, PersonId>,
    deals: HashMap<Key, OpportunityId>,
    users: HashMap<PersonId, UserId>,
}

impl Names {
    pub(super) fn organization(
        &mut self,
        db: &mut Db,
        field: &str,
        key: &Key,
    ) -> Result<OrganizationId, Refusal> {
        if let Some(id) = self.organizations.get(key) {
            return Ok(*id);
        }
        let found = record::find_by_key::<OrganizationFacts>(db, key.as_str())?;
        let id = found.ok_or_else(|| unknown(field, "organization", key))?.id;
        self.organizations.insert(key.clone(), id);
        Ok(id)
    }

    pub(super) fn person(
        &mut self,
        db: &mut Db,
        field: &str,
        key: &Key,
    ) -> Result<PersonId, Refusal> {
        if let Some(id) = self.people.get(key) {
            return Ok(*id);
        }
        let found = record::find_by_key::<PersonFacts>(db, key.as_str())?;
        let id = found.ok_or_else(|| unknown(field, "person", key))?.id;
        self.people.insert(key.clone(), id);
        Ok(id)
    }

    pub(super) fn deal(&mut self, db: &mut Db, key: &Key) -> Result<OpportunityId, Refusal> {
        if let Some(id) = self.deals.get(key) {
            return Ok(*id);
        }
        let found = record::find_by_key::<OpportunityFacts>(db, key.as_str())?;
        let id = found.ok_or_else(|| unknown("/opportunity", "opportunity", key))?.id;
        self.deals.insert(key.clone(), id);
        Ok(id)
    }

    /// The user who is this person. Somebody of ours who sells is a user, even before they can
    /// sign in; one is made where there is none.
    pub(super) fn user(
        &mut self,
        db: &mut Db,
        act: &mut Act,
        field: &str,
        key: &Key,
    ) -> Result<UserId, Refusal> {
        let person = self.person(db, field, key)?;
        if let Some(id) = self.users.get(&person) {
            return Ok(*id);
        }
        let id = match users::of_person(db, person)? {
            Some(id) => id,
            None => super::people::seller(db, act, field, person)?,
        };
        self.users.insert(person, id);
        Ok(id)
    }

    /// The name under which a line's record is kept: the file's own id, or what the line says.
    pub(super) fn natural_key(&self, id: Option<&Key>, line: &str) -> String {
        let dataset = self.dataset.as_deref().unwrap_or("records");
        match id {
            Some(id) => format!("{dataset}:{id}"),
            None => {
                let digest = Sha256::digest(line.trim().as_bytes());
                let hex: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
                format!("{dataset}:#{hex}")
            }
        }
    }
}

pub(super) fn unknown(field: &str, noun: &str, key: &Key) -> Refusal {
    let message = format!("no {noun} “{key}” in this file before this line, nor in the database");
    Refusal::field(field, "unknown_reference", message)
}
