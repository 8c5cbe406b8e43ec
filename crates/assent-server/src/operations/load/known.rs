//! What is known of the records that a batch of lines speaks of: fetched in a few queries before
//! the batch is taken, and kept up to date while it is.

use std::collections::{HashMap, HashSet};

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::{EmploymentId, OpportunityId, OrganizationId, PersonId, TieId, UserId};
use assent_domain::opportunity::{ClosureFacts, OpportunityFacts, StakeholderFacts};
use assent_domain::organization::{OrganizationFacts, OrganizationRelationFacts};
use assent_domain::permission::Action;
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::pipeline::StageFacts;
use assent_domain::product::ProductFacts;
use assent_domain::record_file::Record;
use assent_domain::text::Key;
use assent_domain::time::Timestamp;
use assent_domain::user::UserFacts;
use assent_store::interactions::{Commitment, Interaction};
use assent_store::opportunities::Opportunity;
use assent_store::pipelines::Pipeline;
use assent_store::{Db, Stored};
use assent_store::{interactions, opportunities, organizations, pipelines, record, stakeholders};
use uuid::Uuid;

use super::Named;
use super::mentions::{Mention, Sort, mentions};
use crate::operations::{Act, Kept, Place, Refusal, deals};

/// Records of one sort by their key. What is not here does not exist, or is out of sight.
type ByKey<F> = HashMap<Key, Stored<<F as assent_store::Record>::Id, F>>;
/// A relation between two organizations, as stored.
type Relation =
    Stored<<OrganizationRelationFacts as assent_store::Record>::Id, OrganizationRelationFacts>;

/// What is known of the records that a batch speaks of.
#[derive(Default)]
pub(super) struct Known {
    pub(super) organizations: ByKey<OrganizationFacts>,
    pub(super) people: ByKey<PersonFacts>,
    pub(super) products: ByKey<ProductFacts>,
    pub(super) points: ByKey<BenefitPointFacts>,
    pub(super) deals: HashMap<Key, KnownDeal>,
    /// Employments by the person who has them.
    pub(super) jobs: HashMap<PersonId, Vec<Stored<EmploymentId, EmploymentFacts>>>,
    /// Ties by the person they start from.
    pub(super) ties: HashMap<PersonId, Vec<Stored<TieId, TieFacts>>>,
    /// Relations by the organization they start from.
    pub(super) relations: HashMap<OrganizationId, Vec<Relation>>,
    /// Users by the person they are.
    pub(super) users: HashMap<PersonId, Stored<UserId, UserFacts>>,
    /// Parts in deals, and whether they are put away.
    pub(super) parts: HashMap<(OpportunityId, PersonId), (StakeholderFacts, bool)>,
    /// The names of moves from stage to stage.
    pub(super) moves: HashSet<String>,
    pub(super) interactions: HashMap<String, Interaction>,
    pub(super) commitments: HashMap<String, Commitment>,
    pub(super) pipelines: Vec<Pipeline>,
    /// The organizations that are ours.
    pub(super) ours: HashSet<OrganizationId>,
    /// People made by this batch, who have no part in any deal but what it gives them.
    pub(super) newcomers: HashSet<PersonId>,
}

/// What is known of a deal.
pub(super) struct KnownDeal {
    pub(super) id: OpportunityId,
    pub(super) facts: OpportunityFacts,
    pub(super) put_away: bool,
    pub(super) stage: StageFacts,
    pub(super) stage_since: Timestamp,
    pub(super) ordered_at: Option<Timestamp>,
    pub(super) closure: Option<ClosureFacts>,
}

impl KnownDeal {
    /// Where what belongs to it belongs.
    pub(super) fn place(&self, people: Vec<PersonId>) -> Place {
        deals::place_of(self.id, &self.facts, people)
    }
}

impl Known {
    /// Looks up whatever these records speak of.
    pub(super) fn fetch(db: &mut Db, act: &Act, batch: &[&Named]) -> Result<Self, Refusal> {
        let mut keys: HashMap<Sort, HashSet<&Key>> = HashMap::new();
        for mention in batch.iter().flat_map(|named| mentions(&named.record)) {
            keys.entry(mention.sort).or_default().insert(mention.key);
            if mention.sort == Sort::Seller {
                keys.entry(Sort::Person).or_default().insert(mention.key);
            }
        }
        let mut of = |sort| sorted(keys.remove(&sort).unwrap_or_default());
        let mut known = Self {
            organizations: by_key(db, act, &of(Sort::Organization), |one: &OrganizationFacts| {
                one.key.clone()
            })?,
            people: by_key(db, act, &of(Sort::Person), |one: &PersonFacts| one.key.clone())?,
            products: by_key(db, act, &of(Sort::Product), |one: &ProductFacts| one.key.clone())?,
            points: by_key(db, act, &of(Sort::Point), |one: &BenefitPointFacts| one.key.clone())?,
            pipelines: pipelines::all(db)?,
            ours: organizations::ours(db)?.into_iter().collect(),
            ..Self::default()
        };
        known.fetch_deals(db, act, &of(Sort::Deal))?;
        known.fetch_users(db, &of(Sort::Seller))?;
        known.fetch_links(db)?;
        known.fetch_happenings(db, batch)?;
        Ok(known)
    }

    fn fetch_deals(&mut self, db: &mut Db, act: &Act, keys: &[&Key]) -> Result<(), Refusal> {
        if keys.is_empty() {
            return Ok(());
        }
        let sight = act.sight(OpportunityFacts::PERMISSION, Action::Read)?;
        let found = opportunities::by_keys(db, &sight, &texts(keys))?;
        let ids: Vec<OpportunityId> = found.iter().map(|one| one.deal.id).collect();
        opportunities::lock_all(db, &ids)?;
        for one in found {
            let Opportunity { deal, stage, stage_since, ordered_at, closure, .. } = one;
            if let Some(key) = deal.facts.key.clone() {
                let put_away = deal.meta.deleted_at.is_some();
                let (id, facts, stage) = (deal.id, deal.facts, stage.facts);
                let known =
                    KnownDeal { id, facts, put_away, stage, stage_since, ordered_at, closure };
                self.deals.insert(key, known);
            }
        }
        for one in stakeholders::all_of(db, &ids)? {
            let part = (one.facts.clone(), one.meta.deleted_at.is_some());
            self.parts.insert((one.opportunity, one.facts.person_id), part);
        }
        Ok(())
    }

    fn fetch_users(&mut self, db: &mut Db, keys: &[&Key]) -> Result<(), Refusal> {
        let person = |key: &&Key| self.people.get(*key).map(|person| person.id.uuid());
        let people: Vec<Uuid> = keys.iter().filter_map(person).collect();
        for user in record::pointing_to::<UserFacts>(db, "person_id", &people)? {
            if let Some(person) = user.facts.person_id {
                self.users.insert(person, user);
            }
        }
        Ok(())
    }

    /// Employments, ties and relations of whoever is there already.
    fn fetch_links(&mut self, db: &mut Db) -> Result<(), Refusal> {
        let people: Vec<Uuid> = self.people.values().map(|person| person.id.uuid()).collect();
        for job in record::pointing_to::<EmploymentFacts>(db, "person_id", &people)? {
            self.jobs.entry(job.facts.person_id).or_default().push(job);
        }
        for tie in record::pointing_to::<TieFacts>(db, "from_id", &people)? {
            self.ties.entry(tie.facts.from_id).or_default().push(tie);
        }
        let organizations: Vec<Uuid> =
            self.organizations.values().map(|organization| organization.id.uuid()).collect();
        let relations =
            record::pointing_to::<OrganizationRelationFacts>(db, "from_id", &organizations)?;
        for relation in relations {
            self.relations.entry(relation.facts.from_id).or_default().push(relation);
        }
        Ok(())
    }

    fn fetch_happenings(&mut self, db: &mut Db, batch: &[&Named]) -> Result<(), Refusal> {
        let names = |kind: fn(&Record) -> bool| -> Vec<&str> {
            let named = batch.iter().filter(|named| kind(&named.record));
            named.map(|named| named.name.as_str()).collect()
        };
        let wanted = names(|record| matches!(record, Record::StageChange(_)));
        self.moves.extend(opportunities::known_moves(db, &wanted)?);
        let wanted = names(|record| matches!(record, Record::Interaction(_)));
        for one in interactions::by_keys(db, &wanted)? {
            if let Some(key) = one.key.clone() {
                self.interactions.insert(key, one);
            }
        }
        let wanted = names(|record| matches!(record, Record::Commitment(_)));
        for one in interactions::commitments_by_keys(db, &wanted)? {
            if let Some(key) = one.key.clone() {
                self.commitments.insert(key, one);
            }
        }
        Ok(())
    }

    /// The first key of an item that points to nothing, or to what is put away. A record may point
    /// to one before it in the same item.
    pub(super) fn dangling<'a>(&self, item: &[&'a Named]) -> Option<Mention<'a>> {
        let mut made: Vec<Mention<'_>> = Vec::new();
        for mention in item.iter().flat_map(|named| mentions(&named.record)) {
            let found = mention.field.is_none()
                || self.has(mention.sort, mention.key)
                || made.iter().any(|own| own.key == mention.key && own.sort == made_as(mention));
            if !found {
                return Some(mention);
            }
            if mention.field.is_none() {
                made.push(mention);
            }
        }
        None
    }

    fn has(&self, sort: Sort, key: &Key) -> bool {
        match sort {
            Sort::Organization => is_there(&self.organizations, key),
            Sort::Person | Sort::Seller => is_there(&self.people, key),
            Sort::Product => is_there(&self.products, key),
            Sort::Point => is_there(&self.points, key),
            Sort::Deal => self.deals.get(key).is_some_and(|deal| !deal.put_away),
        }
    }

    /// Whether somebody works, or worked, for us.
    pub(super) fn is_ours(&self, person: PersonId) -> bool {
        let jobs = self.jobs.get(&person).map_or(&[][..], Vec::as_slice);
        let ours = |job: &Stored<EmploymentId, EmploymentFacts>| {
            job.meta.deleted_at.is_none() && self.ours.contains(&job.facts.organization_id)
        };
        jobs.iter().any(ours)
    }
}

/// The sort under which the target of a mention would have been made.
fn made_as(mention: Mention<'_>) -> Sort {
    if mention.sort == Sort::Seller { Sort::Person } else { mention.sort }
}

fn is_there<F: Kept>(records: &ByKey<F>, key: &Key) -> bool {
    records.get(key).is_some_and(|found| found.meta.deleted_at.is_none())
}

/// In order, so that the statements are the same however the keys were hashed.
fn sorted(keys: HashSet<&Key>) -> Vec<&Key> {
    let mut keys: Vec<&Key> = keys.into_iter().collect();
    keys.sort_unstable();
    keys
}

fn texts<'a>(keys: &[&'a Key]) -> Vec<&'a str> {
    keys.iter().map(|key| key.as_str()).collect()
}

fn by_key<F: Kept>(
    db: &mut Db,
    act: &Act,
    keys: &[&Key],
    key: fn(&F) -> Option<Key>,
) -> Result<ByKey<F>, Refusal> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let sight = act.sight(F::PERMISSION, Action::Read)?;
    let found = record::by_keys::<F>(db, &sight, &texts(keys))?;
    Ok(found.into_iter().filter_map(|one| Some((key(&one.facts)?, one))).collect())
}
