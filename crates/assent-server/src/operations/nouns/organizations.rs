//! Organizations and the relations between them.

use assent_domain::ids::UserId;
use assent_domain::organization::{OrganizationFacts, OrganizationRelationFacts};
use assent_domain::permission::Noun;
use assent_domain::search_tokens;
use assent_store::Db;

use super::people::{own_place, visible};
use crate::operations::{Act, Kept, Place, Refusal};

impl Kept for OrganizationFacts {
    const NOUN: &'static str = "organization";
    const PERMISSION: Noun = Noun::Organization;

    fn own(&mut self, maker: UserId) {
        self.owner_id.get_or_insert(maker);
    }

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(own_place(self.owner_id, self.team_id))
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        super::people::check_owner(db, act, self.owner_id, self.team_id)
    }

    fn found_by(&self) -> Option<(String, String, Vec<String>)> {
        let where_it_is = [&self.sector, &self.city, &self.country];
        let subtitle: Vec<&str> =
            where_it_is.into_iter().flatten().map(assent_domain::text::Line::as_str).collect();
        let name = self.name.as_str();
        Some((name.to_owned(), subtitle.join(" · "), search_tokens::of_name(name)))
    }
}

impl Kept for OrganizationRelationFacts {
    const NOUN: &'static str = "organization_relation";
    const PERMISSION: Noun = Noun::Organization;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        super::people::place_of::<OrganizationFacts>(db, self.from_id)
    }

    fn check(&self, _: &Act, _: Self::Id) -> Result<(), Refusal> {
        if self.from_id == self.to_id {
            let message = "an organization has no relation with itself";
            return Err(Refusal::field("/to_id", "same_as_from", message));
        }
        Ok(())
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        visible::<OrganizationFacts>(db, act, "/from_id", self.from_id)?;
        visible::<OrganizationFacts>(db, act, "/to_id", self.to_id)
    }
}
