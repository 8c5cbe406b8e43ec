//! Builders: a draft of a record has what it must have, is changed where the test cares, and is
//! then added.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::{
    OpportunityId, OrganizationId, PersonId, PipelineId, ProductId, StageId, TeamId, UserId,
};
use assent_domain::interaction::{CommitmentFacts, Direction, InteractionFacts, Source};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::organization::{
    OrganizationFacts, OrganizationRelationFacts, OrganizationRelationKind,
};
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts, TieKind};
use assent_domain::pipeline::nine_steps;
use assent_domain::product::ProductFacts;
use assent_domain::user::{Language, Role, Scope, TeamFacts, Theme, UserFacts};
use assent_store::{Db, Record, StoreError, interactions, opportunities, pipelines, record};

use super::House;

/// A record that is not in the database yet.
#[derive(Clone, Debug)]
#[must_use = "a draft is in no database until it is added"]
pub struct Draft<'h, F> {
    house: &'h House,
    facts: F,
}

impl<F: Insert> Draft<'_, F> {
    /// Changes what is said of it.
    pub fn with(mut self, change: impl FnOnce(&mut F)) -> Self {
        change(&mut self.facts);
        self
    }

    /// What is said of it.
    pub fn facts(self) -> F {
        self.facts
    }

    /// Adds it in a transaction of its own.
    #[track_caller]
    pub fn add(self) -> F::Id {
        let id = self.house.mint();
        self.house.write(|db| self.facts.insert(db, self.house, id));
        id
    }
}

/// A kind of record that can be added: most are just inserted, some need more.
pub trait Insert: Record {
    /// Adds the record.
    ///
    /// # Errors
    /// When the database refuses it.
    fn insert(&self, db: &mut Db, house: &House, id: Self::Id) -> Result<(), StoreError> {
        record::insert(db, id, self, house.now())
    }
}

impl Insert for TeamFacts {}
impl Insert for UserFacts {}
impl Insert for OrganizationFacts {}
impl Insert for OrganizationRelationFacts {}
impl Insert for PersonFacts {}
impl Insert for EmploymentFacts {}
impl Insert for TieFacts {}
impl Insert for ProductFacts {}
impl Insert for BenefitPointFacts {}

impl Insert for OpportunityFacts {
    /// A deal begins at the first stage of its pipeline.
    fn insert(&self, db: &mut Db, house: &House, id: OpportunityId) -> Result<(), StoreError> {
        let pipelines = pipelines::all(db)?;
        let stages = pipelines.iter().filter(|one| one.id == self.pipeline_id);
        let stage = stages.flat_map(|one| &one.stages).map(|stage| stage.id).next();
        let stage = stage.unwrap_or_else(|| panic!("the deal's pipeline has no stage"));
        opportunities::insert(db, id, self, stage, self.opened_on.start(), house.now())
    }
}

impl Insert for InteractionFacts {
    fn insert(&self, db: &mut Db, house: &House, id: Self::Id) -> Result<(), StoreError> {
        interactions::insert(db, id, self, interactions::Origin::default(), house.now())
    }
}

impl Insert for CommitmentFacts {
    fn insert(&self, db: &mut Db, house: &House, id: Self::Id) -> Result<(), StoreError> {
        interactions::insert_commitment(db, id, self, interactions::Origin::default(), house.now())
    }
}

impl House {
    fn draft<F>(&self, facts: F) -> Draft<'_, F> {
        Draft { house: self, facts }
    }

    /// A team at the top.
    pub fn team(&self, name: &str) -> Draft<'_, TeamFacts> {
        self.draft(TeamFacts { name: text(name), parent_id: None })
    }

    /// A salesperson of no team who sees only their own rows.
    pub fn user(&self, name: &str) -> Draft<'_, UserFacts> {
        self.draft(UserFacts {
            name: text(name),
            email: None,
            role: Role::Rep,
            scope: Scope::Own,
            team_id: None,
            person_id: None,
            language: Language::English,
            theme: Theme::System,
        })
    }

    /// A salesperson of a team, with this scope.
    pub fn member(&self, name: &str, team: TeamId, scope: Scope) -> Draft<'_, UserFacts> {
        self.user(name).with(|user| {
            user.team_id = Some(team);
            user.scope = scope;
        })
    }

    /// An organization that belongs to nobody.
    pub fn organization(&self, name: &str) -> Draft<'_, OrganizationFacts> {
        self.draft(OrganizationFacts::named(text(name)))
    }

    /// A relation: the first buys from the second.
    pub fn relation(
        &self,
        from_id: OrganizationId,
        to_id: OrganizationId,
    ) -> Draft<'_, OrganizationRelationFacts> {
        let kind = OrganizationRelationKind::CustomerOf;
        let (since, until, assumed) = (None, None, false);
        self.draft(OrganizationRelationFacts { from_id, to_id, kind, since, until, assumed })
    }

    /// A person who belongs to nobody.
    pub fn person(&self, name: &str) -> Draft<'_, PersonFacts> {
        self.draft(PersonFacts::named(text(name)))
    }

    /// A job whose beginning and end are not known.
    pub fn employment(
        &self,
        person_id: PersonId,
        organization_id: OrganizationId,
    ) -> Draft<'_, EmploymentFacts> {
        self.draft(EmploymentFacts {
            person_id,
            organization_id,
            title: None,
            reports_to_id: None,
            from: None,
            until: None,
            assumed: false,
        })
    }

    /// Two people who know one another.
    pub fn tie(&self, from_id: PersonId, to_id: PersonId) -> Draft<'_, TieFacts> {
        self.draft(TieFacts {
            from_id,
            to_id,
            kind: TieKind::Knows,
            since: None,
            last_contact: None,
            note: None,
            assumed: false,
        })
    }

    /// A product without a price.
    pub fn product(&self, name: &str) -> Draft<'_, ProductFacts> {
        self.draft(ProductFacts { key: None, name: text(name), series: None, price: None })
    }

    /// A benefit point of a product, its path not told, before all that are given a later place.
    pub fn point(&self, product_id: ProductId, name: &str) -> Draft<'_, BenefitPointFacts> {
        self.draft(BenefitPointFacts {
            key: None,
            product_id,
            name: text(name),
            attribute: None,
            consequence: None,
            value: None,
            position: 0,
            assumed: false,
        })
    }

    /// A deal opened today, of no team, in the pipeline of the nine steps.
    #[track_caller]
    pub fn deal(
        &self,
        name: &str,
        organization_id: OrganizationId,
        owner_id: UserId,
    ) -> Draft<'_, OpportunityFacts> {
        self.draft(OpportunityFacts {
            key: None,
            name: text(name),
            organization_id,
            owner_id,
            team_id: None,
            pipeline_id: self.pipeline(),
            product_id: None,
            amount: None,
            opened_on: self.today(),
            expected_close: None,
            observed_until: None,
            renews_id: None,
            note: None,
            assumed: false,
        })
    }

    /// Something of ours that they have not answered yet.
    pub fn interaction(&self, deal: OpportunityId, kind: &str) -> Draft<'_, InteractionFacts> {
        self.draft(InteractionFacts {
            opportunity_id: deal,
            kind: text(kind),
            direction: Some(Direction::Out),
            result: None,
            at: self.now(),
            participants: Vec::new(),
            through: Vec::new(),
            signs: Vec::new(),
            source: Source::SellerNote,
            words: None,
            by_id: None,
            procedure_bound: false,
            assumed: false,
        })
    }

    /// A promise made today, for no day in particular.
    pub fn commitment(
        &self,
        deal: OpportunityId,
        by_id: PersonId,
        to_id: PersonId,
    ) -> Draft<'_, CommitmentFacts> {
        self.draft(CommitmentFacts {
            opportunity_id: deal,
            by_id,
            to_id,
            text: text("Send the summary"),
            made_on: self.today(),
            due: None,
            kept_on: None,
            broken_on: None,
            withdrawn_on: None,
            assumed: false,
        })
    }

    /// The pipeline of the nine steps, made when first asked for.
    #[track_caller]
    pub fn pipeline(&self) -> PipelineId {
        self.write(|db| {
            if let Some(found) = pipelines::all(db)?.first() {
                return Ok(found.id);
            }
            let facts = nine_steps();
            let stages: Vec<StageId> = facts.stages.iter().map(|_| self.mint()).collect();
            let id = self.mint();
            pipelines::insert(db, id, &facts, &stages, self.now())?;
            Ok(id)
        })
    }

    /// The stages of that pipeline, first to last.
    #[track_caller]
    pub fn stages(&self) -> Vec<StageId> {
        let wanted = self.pipeline();
        let pipelines = self.read(pipelines::all);
        let stages = pipelines.into_iter().filter(|one| one.id == wanted);
        stages.flat_map(|one| one.stages).map(|stage| stage.id).collect()
    }
}

/// A checked text that the test knows to be well formed.
#[track_caller]
fn text<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("“{text}” {error}"))
}
