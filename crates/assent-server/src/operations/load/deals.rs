//! Products with their benefit points, pipelines and deals from a file, and how deals went: their stages, orders and ends.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::OpportunityId;
use assent_domain::opportunity::{
    ClosureFacts, OpportunityFacts, StageChangeFacts, StakeholderFacts,
};
use assent_domain::permission::{Action, Noun};
use assent_domain::pipeline::{PipelineFacts, StageFacts};
use assent_domain::product::ProductFacts;
use assent_domain::record_file::{
    BenefitPointRecord, ClosureRecord, OpportunityRecord, OrderRecord, PipelineRecord,
    ProductRecord, StageChangeRecord, StakeholderRecord,
};
use assent_domain::text::{Key, Line};
use assent_store::pipelines::{self, Pipeline, Stage};

use super::known::KnownDeal;
use super::put::{Put, put};
use super::{Done, Load};
use crate::operations::deals::{self, Move};
use crate::operations::{Place, Refusal};

pub(super) fn product(load: &mut Load<'_>, line: &ProductRecord) -> Result<Done, Refusal> {
    let found = load.known.products.get(&line.key);
    let before = found.map(|found| &found.facts);
    let facts = ProductFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        series: line.series.clone().or_else(|| before.and_then(|before| before.series.clone())),
        price: line.price.or(before.and_then(|before| before.price)),
    };
    let Put { done, stored } = put(load.db, load.act, found, facts, &Place::default())?;
    load.known.products.extend(stored.map(|stored| (line.key.clone(), stored)));
    Ok(done)
}

pub(super) fn benefit_point(
    load: &mut Load<'_>,
    line: &BenefitPointRecord,
) -> Result<Done, Refusal> {
    let product_id = load.product("product", &line.product)?.id;
    let found = load.known.points.get(&line.key);
    let before = found.map(|found| &found.facts);
    let kept = |new: &Option<Line>, old: fn(&BenefitPointFacts) -> &Option<Line>| {
        new.clone().or_else(|| before.and_then(|before| old(before).clone()))
    };
    let facts = BenefitPointFacts {
        key: Some(line.key.clone()),
        product_id,
        name: line.name.clone(),
        attribute: kept(&line.attribute, |before| &before.attribute),
        consequence: kept(&line.consequence, |before| &before.consequence),
        value: kept(&line.value, |before| &before.value),
        position: line.position.or(before.map(|before| before.position)).unwrap_or_default(),
        assumed: line.assumed,
    };
    let Put { done, stored } = put(load.db, load.act, found, facts, &Place::default())?;
    load.known.points.extend(stored.map(|stored| (line.key.clone(), stored)));
    Ok(done)
}

pub(super) fn pipeline(load: &mut Load<'_>, line: &PipelineRecord) -> Result<Done, Refusal> {
    let stage = |one: &assent_domain::record_file::StageRecord| StageFacts {
        key: one.key.clone(),
        name: one.name.clone(),
        expects: one.expects,
    };
    let facts = PipelineFacts {
        key: line.key.clone(),
        name: line.name.clone(),
        stages: line.stages.iter().map(stage).collect(),
    };
    let done = crate::operations::pipelines::put(load.db, load.act, &facts)?;
    load.known.pipelines = pipelines::all(load.db)?;
    Ok(done)
}

pub(super) fn opportunity(load: &mut Load<'_>, line: &OpportunityRecord) -> Result<Done, Refusal> {
    let owner_id = load.user("owner", &line.owner)?;
    let owner = load.person("owner", &line.owner)?.id;
    let product_id = match &line.product {
        None => None,
        Some(key) => Some(load.product("product", key)?.id),
    };
    let renews_id = match &line.renews {
        None => None,
        Some(key) if *key == line.key => {
            return Err(Refusal::field("/renews", "invalid", "a deal does not renew itself"));
        }
        Some(key) => Some(load.renewed(key)?),
    };
    let pipeline = pipeline_of(load, line.pipeline.as_ref())?;
    let (pipeline_id, stage) = (pipeline.id, first_stage(pipeline, line.stage.as_ref())?.clone());
    let organization = load.organization("organization", &line.organization)?;
    let (organization_id, buyer) = (organization.id, organization.facts.name.clone());
    let before = load.known.deals.get(&line.key).map(|deal| &deal.facts);
    let facts = OpportunityFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        organization_id,
        owner_id,
        team_id: load.known.users.get(&owner).and_then(|user| user.facts.team_id),
        pipeline_id,
        product_id: product_id.or(before.and_then(|before| before.product_id)),
        amount: line.amount.or(before.and_then(|before| before.amount)),
        opened_on: line.date,
        expected_close: line.expected_close.or(before.and_then(|before| before.expected_close)),
        observed_until: line.observed_until.or(before.and_then(|before| before.observed_until)),
        renews_id: renews_id.or(before.and_then(|before| before.renews_id)),
        note: line.note.clone().or_else(|| before.and_then(|before| before.note.clone())),
        assumed: line.assumed,
    };
    let Some(known) = load.known.deals.get_mut(&line.key) else {
        let id: OpportunityId = load.act.mint();
        deals::begin(load.db, load.act, id, &facts, stage.id, buyer.as_str())?;
        load.touched.insert(id);
        let stage_since = facts.opened_on.start();
        let (put_away, ordered_at, closure) = (false, None, None);
        let stage = stage.facts;
        let deal = KnownDeal { id, facts, put_away, stage, stage_since, ordered_at, closure };
        load.known.deals.insert(line.key.clone(), deal);
        return Ok(Done::Added);
    };
    if known.facts == facts && !known.put_away {
        return Ok(Done::Unchanged);
    }
    if known.put_away {
        deals::bring_back(load.db, load.act, known.id)?;
    }
    deals::update(load.db, load.act, known.id, None, |_| Ok(facts.clone()))?;
    load.touched.insert(known.id);
    (known.facts, known.put_away) = (facts, false);
    Ok(Done::Changed)
}

fn pipeline_of<'a>(load: &'a Load<'_>, key: Option<&Key>) -> Result<&'a Pipeline, Refusal> {
    let all = &load.known.pipelines;
    let found = match key {
        None => all.first(),
        Some(key) => all.iter().find(|one| one.key == key.as_str()),
    };
    found.ok_or_else(|| {
        let message = match key {
            Some(key) => format!("there is no pipeline “{key}”"),
            None => "there is no pipeline yet".to_owned(),
        };
        Refusal::field("/pipeline", "unknown_reference", message)
    })
}

fn first_stage<'a>(pipeline: &'a Pipeline, key: Option<&Key>) -> Result<&'a Stage, Refusal> {
    match key {
        Some(key) => stage_of(pipeline, key),
        None => pipeline.stages.first().ok_or_else(|| Refusal::dangling("/stage")),
    }
}

fn stage_of<'a>(pipeline: &'a Pipeline, key: &Key) -> Result<&'a Stage, Refusal> {
    let found = pipeline.stages.iter().find(|stage| stage.facts.key == *key);
    found.ok_or_else(|| {
        let known: Vec<&str> = pipeline.stages.iter().map(|one| one.facts.key.as_str()).collect();
        let message = format!("“{key}” is not one of: {}", known.join(", "));
        Refusal::field("/stage", "unknown_reference", message)
    })
}

pub(super) fn stakeholder(load: &mut Load<'_>, line: &StakeholderRecord) -> Result<Done, Refusal> {
    let person_id = load.person("person", &line.person)?.id;
    let deal = load.deal(&line.opportunity, Noun::Opportunity, Action::Update)?;
    let (id, place) = (deal.id, deal.place(vec![person_id]));
    let known = load.known.parts.get(&(id, person_id));
    let facts = StakeholderFacts {
        person_id,
        role: line.role,
        since: line.since.or(known.and_then(|(before, _)| before.since)),
        assumed: line.assumed,
    };
    let done = match known {
        Some((before, false)) if *before == facts => return Ok(Done::Unchanged),
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    deals::write_stakeholder(load.db, load.act, (id, &place), &facts)?;
    load.known.parts.insert((id, person_id), (facts, false));
    load.touched.insert(id);
    Ok(done)
}

pub(super) fn stage_change(
    load: &mut Load<'_>,
    line: &StageChangeRecord,
    name: &str,
) -> Result<Done, Refusal> {
    let by = match &line.by {
        None => load.act.user(),
        Some(key) => Some(load.user("by", key)?),
    };
    let deal = load.deal(&line.opportunity, Noun::Opportunity, Action::Update)?;
    let (id, place, pipeline) = (deal.id, deal.place(Vec::new()), deal.facts.pipeline_id);
    let pipeline = load.known.pipelines.iter().find(|one| one.id == pipeline);
    let stage = stage_of(pipeline.ok_or(Refusal::NotFound)?, &line.stage)?.clone();
    if !load.known.moves.insert(name.to_owned()) {
        return Ok(Done::Unchanged);
    }
    let facts = StageChangeFacts {
        stage_id: stage.id,
        at: Some(line.date),
        note: line.note.clone(),
        assumed: line.assumed,
    };
    let known = load.known.deals.get_mut(&line.opportunity).ok_or(Refusal::NotFound)?;
    // Of two moves at the same instant the one written later is the latest.
    let latest = (line.date >= known.stage_since).then_some(line.date);
    let stages = [&known.stage, &stage.facts];
    let made = Move { key: Some(name), by, stages, facts: &facts };
    deals::write_new_move(load.db, load.act, (id, &place), &made, latest)?;
    if latest.is_some() {
        (known.stage, known.stage_since) = (stage.facts, line.date);
    }
    load.touched.insert(id);
    Ok(Done::Added)
}

pub(super) fn order(load: &mut Load<'_>, line: &OrderRecord) -> Result<Done, Refusal> {
    let deal = load.deal(&line.opportunity, Noun::Opportunity, Action::Update)?;
    let done = match deal.ordered_at {
        Some(at) if at == line.date => return Ok(Done::Unchanged),
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    let id = deal.id;
    let everyone = load.known.parts.iter().filter(|((deal, _), (_, gone))| *deal == id && !gone);
    let mut everyone: Vec<_> = everyone.map(|((_, person), _)| *person).collect();
    everyone.sort_unstable();
    let place = deal.place(everyone);
    deals::write_order(load.db, load.act, (id, &place), Some(line.date))?;
    load.touched.insert(id);
    load.learn_of_deal(&line.opportunity, |deal| deal.ordered_at = Some(line.date));
    Ok(done)
}

pub(super) fn closure(load: &mut Load<'_>, line: &ClosureRecord) -> Result<Done, Refusal> {
    let deal = load.deal(&line.opportunity, Noun::Opportunity, Action::Update)?;
    let before = deal.closure.as_ref();
    let reason = line.reason.clone().or_else(|| before.and_then(|before| before.reason.clone()));
    let closure = ClosureFacts { outcome: line.outcome, at: line.date, reason };
    let done = match before {
        Some(before) if *before == closure => return Ok(Done::Unchanged),
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    let (id, place) = (deal.id, deal.place(Vec::new()));
    deals::write_closure(load.db, load.act, (id, &place), Some(&closure))?;
    load.touched.insert(id);
    load.learn_of_deal(&line.opportunity, |deal| deal.closure = Some(closure));
    Ok(done)
}

impl Load<'_> {
    /// The deal that another one renews. The batch fetched only what is within sight.
    fn renewed(&self, key: &Key) -> Result<OpportunityId, Refusal> {
        let found = self.known.deals.get(key).map(|deal| deal.id);
        let message = || format!("there is no deal “{key}”");
        found.ok_or_else(|| Refusal::field("/renews", "unknown_reference", message()))
    }

    fn learn_of_deal(&mut self, key: &Key, learn: impl FnOnce(&mut KnownDeal)) {
        if let Some(deal) = self.known.deals.get_mut(key) {
            learn(deal);
        }
    }
}
