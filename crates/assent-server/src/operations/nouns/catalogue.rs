//! Products with their benefit points, users and teams: what the house as a whole has.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::{TeamId, UserId};
use assent_domain::permission::{Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::product::ProductFacts;
use assent_domain::user::{Role, Scope, TeamFacts, UserFacts};
use assent_store::{Db, record, users};

use super::people::visible;
use crate::operations::{Act, Actor, Kept, Place, Refusal};

impl Kept for ProductFacts {
    const NOUN: &'static str = "product";
    const PERMISSION: Noun = Noun::Product;

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(Place::default())
    }

    fn check_references(&self, _: &mut Db, _: &Act, _: Self::Id) -> Result<(), Refusal> {
        Ok(())
    }
}

impl Kept for BenefitPointFacts {
    const NOUN: &'static str = "benefit_point";
    const PERMISSION: Noun = Noun::Product;

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(Place::default())
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        visible::<ProductFacts>(db, act, "/product_id", self.product_id)
    }
}

impl Kept for UserFacts {
    const NOUN: &'static str = "user";
    const PERMISSION: Noun = Noun::User;

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(Place::default())
    }

    fn check(&self, act: &Act, id: UserId) -> Result<(), Refusal> {
        if self.role == Role::Admin && self.scope != Scope::All {
            let message = "an admin sees every row";
            return Err(Refusal::field("/scope", "admin_sees_all", message));
        }
        if self.scope == Scope::Team && self.team_id.is_none() {
            let message = "who sees their team's rows needs a team";
            return Err(Refusal::field("/team_id", "team_missing", message));
        }
        let own = matches!(&act.actor, Actor::User(viewer) if viewer.user == id);
        if own && self.role != Role::Admin {
            let message = "an admin cannot take the role from themselves";
            return Err(Refusal::field("/role", "own_role", message));
        }
        Ok(())
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: UserId) -> Result<(), Refusal> {
        if let Some(team) = self.team_id {
            visible::<TeamFacts>(db, act, "/team_id", team)?;
        }
        match self.person_id {
            Some(person) => visible::<PersonFacts>(db, act, "/person_id", person),
            None => Ok(()),
        }
    }
}

impl Kept for TeamFacts {
    const NOUN: &'static str = "team";
    const PERMISSION: Noun = Noun::User;

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(Place::default())
    }

    fn check_references(&self, db: &mut Db, act: &Act, id: TeamId) -> Result<(), Refusal> {
        let Some(parent) = self.parent_id else { return Ok(()) };
        visible::<TeamFacts>(db, act, "/parent_id", parent)?;
        let exists = record::get::<TeamFacts>(db, &Sight::All, id)?.is_some();
        if exists && users::teams_below(db, id)?.contains(&parent) {
            let message = "a team cannot belong to itself or to a team below it";
            return Err(Refusal::field("/parent_id", "circle", message));
        }
        Ok(())
    }
}
