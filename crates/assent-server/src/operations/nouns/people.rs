//! People, employments and ties; and the checks that other nouns share.

use assent_domain::ids::{TeamId, UserId};
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::{Noun, Sight};
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::search_tokens;
use assent_domain::user::{TeamFacts, UserFacts};
use assent_store::{Db, record, stakeholders};

use crate::operations::{Act, Kept, Place, Refusal, estimates, read};

impl Kept for PersonFacts {
    const NOUN: &'static str = "person";
    const PERMISSION: Noun = Noun::Person;

    fn own(&mut self, maker: UserId) {
        self.owner_id.get_or_insert(maker);
    }

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(own_place(self.owner_id, self.team_id))
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        check_owner(db, act, self.owner_id, self.team_id)
    }

    fn found_by(&self) -> Option<(String, String, Vec<String>)> {
        let name = self.name.as_str();
        let mut tokens = search_tokens::of_name(name);
        if let Some(email) = &self.email {
            tokens.extend(search_tokens::of_prose(email.as_str(), 8));
        }
        if let Some(phone) = &self.phone {
            tokens.push(phone.as_str().chars().filter(char::is_ascii_digit).collect());
        }
        tokens.retain(|token| !token.is_empty());
        let subtitle = self.email.as_ref().map_or("", |email| email.as_str());
        Some((name.to_owned(), subtitle.to_owned(), tokens))
    }
}

impl Kept for EmploymentFacts {
    const NOUN: &'static str = "employment";
    const PERMISSION: Noun = Noun::Person;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        let place = place_of::<PersonFacts>(db, self.person_id)?;
        Ok(Place { people: vec![self.person_id], ..place })
    }

    fn check(&self, _: &Act, _: Self::Id) -> Result<(), Refusal> {
        if self.from.zip(self.until).is_some_and(|(from, until)| until < from) {
            let message = "ends before it begins";
            return Err(Refusal::field("/until", "before_from", message));
        }
        if self.reports_to_id == Some(self.person_id) {
            let message = "nobody reports to themselves";
            return Err(Refusal::field("/reports_to_id", "same_person", message));
        }
        Ok(())
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        visible::<PersonFacts>(db, act, "/person_id", self.person_id)?;
        visible::<OrganizationFacts>(db, act, "/organization_id", self.organization_id)?;
        match self.reports_to_id {
            Some(boss) => visible::<PersonFacts>(db, act, "/reports_to_id", boss),
            None => Ok(()),
        }
    }

    /// A part in a deal ends with the employment, so an employment moves estimates.
    fn follow_up(&self, db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
        for deal in stakeholders::deals_of(db, self.person_id)? {
            estimates::settle_person(db, act, deal, self.person_id)?;
        }
        Ok(())
    }
}

impl Kept for TieFacts {
    const NOUN: &'static str = "tie";
    const PERMISSION: Noun = Noun::Person;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        let place = place_of::<PersonFacts>(db, self.from_id)?;
        Ok(Place { people: vec![self.from_id, self.to_id], ..place })
    }

    fn check(&self, _: &Act, _: Self::Id) -> Result<(), Refusal> {
        if self.from_id == self.to_id {
            let message = "nobody has a tie with themselves";
            return Err(Refusal::field("/to_id", "same_as_from", message));
        }
        Ok(())
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        visible::<PersonFacts>(db, act, "/from_id", self.from_id)?;
        visible::<PersonFacts>(db, act, "/to_id", self.to_id)
    }

    /// Stands travel along ties, so a tie moves what is read off a group.
    fn follow_up(&self, db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
        let mut deals = stakeholders::deals_of(db, self.from_id)?;
        deals.extend(stakeholders::deals_of(db, self.to_id)?);
        deals.sort_unstable();
        deals.dedup();
        for deal in deals {
            estimates::settle_gap(db, act, deal)?;
        }
        Ok(())
    }
}

/// The place of a record with an owner and a team of its own.
pub(crate) fn own_place(owner: Option<UserId>, team: Option<TeamId>) -> Place {
    Place { owner, team, ..Place::default() }
}

/// The place of the record that another belongs to.
pub(super) fn place_of<F: Kept>(db: &mut Db, id: F::Id) -> Result<Place, Refusal> {
    match record::get::<F>(db, &Sight::All, id)? {
        Some(found) => found.facts.place(db),
        None => Ok(Place::default()),
    }
}

/// Checks that a field points to a record within sight.
pub(crate) fn visible<F: Kept>(
    db: &mut Db,
    act: &Act,
    pointer: &str,
    id: F::Id,
) -> Result<(), Refusal> {
    match read::<F>(db, act, id) {
        Ok(found) if found.meta.deleted_at.is_none() => Ok(()),
        Ok(_) | Err(Refusal::NotFound | Refusal::Forbidden) => Err(Refusal::dangling(pointer)),
        Err(other) => Err(other),
    }
}

/// Checks that an owner and a team exist.
pub(crate) fn check_owner(
    db: &mut Db,
    act: &Act,
    owner: Option<UserId>,
    team: Option<TeamId>,
) -> Result<(), Refusal> {
    if let Some(owner) = owner {
        visible::<UserFacts>(db, act, "/owner_id", owner)?;
    }
    if let Some(team) = team {
        visible::<TeamFacts>(db, act, "/team_id", team)?;
    }
    Ok(())
}
