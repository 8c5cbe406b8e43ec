//! Teams and users from a file, and the users that those of ours who sell must be.

use assent_domain::ids::{PersonId, TeamId, UserId};
use assent_domain::permission::Sight;
use assent_domain::record_file::{TeamRecord, UserRecord};
use assent_domain::text::{Key, Name};
use assent_domain::user::{Language, Role, Scope, TeamFacts, Theme, UserFacts};
use assent_store::{record, users};

use super::{Done, Load};
use crate::operations::{Refusal, kept};

pub(super) fn team(load: &mut Load<'_>, line: &TeamRecord) -> Result<Done, Refusal> {
    let parent_id = match &line.parent {
        None => None,
        Some(parent) => Some(team_named(load, "/parent", parent)?),
    };
    let Some(id) = users::team_named(load.db, &line.name)? else {
        let facts = TeamFacts { name: line.name.clone(), parent_id };
        kept::create(load.db, load.act, &facts)?;
        return Ok(Done::Added);
    };
    let found = record::get::<TeamFacts>(load.db, &Sight::All, id)?.ok_or(Refusal::NotFound)?;
    let parent_id = parent_id.or(found.facts.parent_id);
    let facts = TeamFacts { name: line.name.clone(), parent_id };
    let gone = found.meta.deleted_at.is_some();
    if gone {
        kept::bring_back::<TeamFacts>(load.db, load.act, id)?;
    }
    if found.facts != facts {
        kept::change(load.db, load.act, id, None, |_| Ok(facts))?;
        return Ok(Done::Changed);
    }
    Ok(if gone { Done::Changed } else { Done::Unchanged })
}

fn team_named(load: &mut Load<'_>, pointer: &str, name: &Name) -> Result<TeamId, Refusal> {
    users::team_named(load.db, name)?.ok_or_else(|| {
        Refusal::field(pointer, "unknown_reference", format!("there is no team “{name}” yet"))
    })
}

pub(super) fn user(load: &mut Load<'_>, line: &UserRecord) -> Result<Done, Refusal> {
    let person = load.person("person", &line.person)?;
    let (person_id, name) = (person.id, person.facts.name.clone());
    let team_id = match &line.team {
        None => None,
        Some(team) => Some(team_named(load, "/team", team)?),
    };
    let found = load.known.users.get(&person_id);
    let before = found.map_or_else(|| seller_facts(name, person_id), |found| found.facts.clone());
    let facts = UserFacts {
        role: line.role,
        scope: line.scope,
        team_id: team_id.or(before.team_id),
        email: line.email.clone().or(before.email),
        language: line.language.unwrap_or(before.language),
        ..before
    };
    match found {
        None => {
            let id = kept::create(load.db, load.act, &facts)?;
            load.learn_user(person_id, id)?;
            Ok(Done::Added)
        }
        Some(found) if found.facts == facts => Ok(Done::Unchanged),
        Some(found) => {
            let id = found.id;
            kept::change(load.db, load.act, id, None, |_| Ok(facts))?;
            load.learn_user(person_id, id)?;
            Ok(Done::Changed)
        }
    }
}

impl Load<'_> {
    /// The user who is this person. Somebody of ours who sells is a user, even before they can sign
    /// in; one is made where there is none.
    pub(super) fn user(&mut self, field: &str, key: &Key) -> Result<UserId, Refusal> {
        let person = self.person(field, key)?;
        let (person_id, name) = (person.id, person.facts.name.clone());
        if let Some(user) = self.known.users.get(&person_id) {
            return Ok(user.id);
        }
        if !self.known.is_ours(person_id) {
            let message = format!("“{key}” is not one of ours: they work for no house of ours");
            return Err(Refusal::field(&format!("/{field}"), "not_ours", message));
        }
        let id = kept::create(self.db, self.act, &seller_facts(name, person_id))?;
        self.learn_user(person_id, id)?;
        Ok(id)
    }

    fn learn_user(&mut self, person: PersonId, id: UserId) -> Result<(), Refusal> {
        let found = record::get::<UserFacts>(self.db, &Sight::All, id)?;
        self.known.users.extend(found.map(|user| (person, user)));
        Ok(())
    }
}

/// A rep without a password, who owns deals.
fn seller_facts(name: Name, person: PersonId) -> UserFacts {
    UserFacts {
        name,
        email: None,
        role: Role::Rep,
        scope: Scope::Own,
        team_id: None,
        person_id: Some(person),
        language: Language::Chinese,
        theme: Theme::System,
    }
}
