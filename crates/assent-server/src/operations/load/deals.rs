//! Products, pipelines, deals and what happened in them, from a file.

use std::collections::BTreeSet;

use assent_domain::ids::{OpportunityId, PipelineId, StageId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts, SignFacts, Source};
use assent_domain::opportunity::{
    ClosureFacts, OpportunityFacts, StageChangeFacts, StakeholderFacts,
};
use assent_domain::permission::Sight;
use assent_domain::pipeline::{PipelineFacts, StageFacts};
use assent_domain::product::ProductFacts;
use assent_domain::record_file::{
    ClosureRecord, CommitmentRecord, InteractionRecord, OpportunityRecord, OrderRecord,
    PipelineRecord, ProductRecord, StageChangeRecord, StakeholderRecord,
};
use assent_domain::text::Key;
use assent_store::pipelines::Pipeline;
use assent_store::{Db, opportunities, pipelines, record, stakeholders, users};

use super::Done;
use super::names::{Names, unknown};
use super::people::put;
use crate::operations::{Act, Refusal, deals, evidence};

type Touched = BTreeSet<OpportunityId>;

pub(super) fn product(db: &mut Db, act: &mut Act, line: &ProductRecord) -> Result<Done, Refusal> {
    let facts = ProductFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        series: line.series.clone(),
        price: line.price,
    };
    put(db, act, line.key.as_str(), &facts)
}

pub(super) fn pipeline(db: &mut Db, act: &mut Act, line: &PipelineRecord) -> Result<Done, Refusal> {
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
    crate::operations::pipelines::put(db, act, &facts)
}

fn pipeline_of(db: &mut Db, key: Option<&Key>) -> Result<Pipeline, Refusal> {
    let mut all = pipelines::all(db)?;
    let found = match key {
        None => (!all.is_empty()).then(|| all.remove(0)),
        Some(key) => all.into_iter().find(|one| one.key == key.as_str()),
    };
    found.ok_or_else(|| match key {
        Some(key) => unknown("/pipeline", "pipeline", key),
        None => Refusal::field("/pipeline", "unknown_reference", "there is no pipeline yet"),
    })
}

fn stage_of(pipeline: &Pipeline, key: &Key) -> Result<StageId, Refusal> {
    let found = pipeline.stages.iter().find(|stage| stage.facts.key == *key);
    found.map(|stage| stage.id).ok_or_else(|| {
        let known: Vec<&str> = pipeline.stages.iter().map(|one| one.facts.key.as_str()).collect();
        let message = format!("“{key}” is not one of: {}", known.join(", "));
        Refusal::field("/stage", "unknown_reference", message)
    })
}

pub(super) fn opportunity(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &OpportunityRecord,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let owner_id = names.user(db, act, "/owner", &line.owner)?;
    let product_id = match &line.product {
        None => None,
        Some(key) => {
            let found = record::find_by_key::<ProductFacts>(db, key.as_str())?;
            Some(found.ok_or_else(|| unknown("/product", "product", key))?.id)
        }
    };
    let pipeline = pipeline_of(db, line.pipeline.as_ref())?;
    let facts = OpportunityFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        organization_id: names.organization(db, "/organization", &line.organization)?,
        owner_id,
        team_id: users::one(db, owner_id)?.and_then(|one| one.user.facts.team_id),
        pipeline_id: pipeline.id,
        product_id,
        amount: line.amount,
        opened_on: line.date,
        expected_close: line.expected_close,
        observed_until: line.observed_until,
        note: line.note.clone(),
        assumed: line.assumed,
    };
    let stage = line.stage.as_ref().map(|key| stage_of(&pipeline, key)).transpose()?;
    match record::find_by_key::<OpportunityFacts>(db, line.key.as_str())? {
        None => {
            touched.insert(deals::create(db, act, facts, stage)?);
            Ok(Done::Added)
        }
        Some(found) if found.facts == facts && found.meta.deleted_at.is_none() => {
            Ok(Done::Unchanged)
        }
        Some(found) => {
            if found.meta.deleted_at.is_some() {
                deals::bring_back(db, act, found.id)?;
            }
            deals::update(db, act, found.id, None, |_| Ok(facts))?;
            touched.insert(found.id);
            Ok(Done::Changed)
        }
    }
}

pub(super) fn stakeholder(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &StakeholderRecord,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let facts = StakeholderFacts {
        person_id: names.person(db, "/person", &line.person)?,
        role: line.role,
        since: line.since,
        assumed: line.assumed,
    };
    let known = stakeholders::one(db, deal, facts.person_id)?;
    let done = match &known {
        Some(found) if found.facts == facts && found.meta.deleted_at.is_none() => {
            return Ok(Done::Unchanged);
        }
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    deals::put_stakeholder(db, act, deal, &facts)?;
    touched.insert(deal);
    Ok(done)
}

pub(super) fn stage_change(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &StageChangeRecord,
    text: &str,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let stage_id = stage_in(db, deal, &line.stage)?;
    let key = names.natural_key(line.id.as_ref(), text);
    let change = StageChangeFacts {
        stage_id,
        at: Some(line.date),
        note: line.note.clone(),
        assumed: line.assumed,
    };
    match deals::move_to_stage(db, act, deal, Some(&key), &change)? {
        Some(_) => {
            touched.insert(deal);
            Ok(Done::Added)
        }
        None => Ok(Done::Unchanged),
    }
}

fn stage_in(db: &mut Db, deal: OpportunityId, key: &Key) -> Result<StageId, Refusal> {
    let found = opportunities::one(db, &Sight::All, deal)?.ok_or(Refusal::NotFound)?;
    let pipeline: PipelineId = found.deal.facts.pipeline_id;
    let all = pipelines::all(db)?;
    let pipeline = all.iter().find(|one| one.id == pipeline).ok_or(Refusal::NotFound)?;
    stage_of(pipeline, key)
}

pub(super) fn interaction(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &InteractionRecord,
    text: &str,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let mut people = |db: &mut Db, list: &str, keys: &[Key]| {
        keys.iter()
            .enumerate()
            .map(|(at, key)| names.person(db, &format!("/{list}/{at}"), key))
            .collect::<Result<Vec<_>, _>>()
    };
    let participants = people(db, "people", &line.people)?;
    let through = people(db, "through", &line.through)?;
    let shown_by: Vec<Key> = line.signs.iter().map(|sign| sign.person.clone()).collect();
    let shown_by = people(db, "signs", &shown_by)?;
    let by: Vec<Key> = line.by.iter().cloned().collect();
    let by_id = people(db, "by", &by)?.into_iter().next();
    let signs = line.signs.iter().zip(shown_by).map(|(sign, person_id)| SignFacts {
        person_id,
        kind: sign.kind.clone(),
        source: sign.source,
        benefit: sign.benefit.clone(),
    });
    let facts = InteractionFacts {
        opportunity_id: deal,
        kind: line.kind.clone(),
        direction: line.direction,
        result: line.result.clone(),
        at: line.date,
        participants,
        through,
        signs: signs.collect(),
        source: line.source.unwrap_or(Source::SellerNote),
        words: line.words.clone(),
        by_id,
        procedure_bound: line.procedure_bound,
        assumed: line.assumed,
    };
    let key = names.natural_key(line.id.as_ref(), text);
    let done = evidence::put_interaction(db, act, &key, &facts)?;
    note_touched(done, deal, touched);
    Ok(done)
}

pub(super) fn commitment(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &CommitmentRecord,
    text: &str,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let facts = CommitmentFacts {
        opportunity_id: deal,
        by_id: names.person(db, "/by", &line.by)?,
        to_id: names.person(db, "/to", &line.to)?,
        text: line.text.clone(),
        made_on: line.date,
        due: line.due,
        kept_on: line.kept,
        broken_on: line.broken,
        withdrawn_on: line.withdrawn,
        assumed: line.assumed,
    };
    let key = names.natural_key(line.id.as_ref(), text);
    let done = evidence::put_commitment(db, act, &key, &facts)?;
    note_touched(done, deal, touched);
    Ok(done)
}

fn note_touched(done: Done, deal: OpportunityId, touched: &mut Touched) {
    if done != Done::Unchanged {
        touched.insert(deal);
    }
}

pub(super) fn order(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &OrderRecord,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let found = opportunities::one(db, &Sight::All, deal)?.ok_or(Refusal::NotFound)?;
    let done = match found.ordered_at {
        Some(at) if at == line.date => return Ok(Done::Unchanged),
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    deals::set_ordered(db, act, deal, Some(line.date))?;
    touched.insert(deal);
    Ok(done)
}

pub(super) fn closure(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &ClosureRecord,
    touched: &mut Touched,
) -> Result<Done, Refusal> {
    let deal = names.deal(db, &line.opportunity)?;
    let closure =
        ClosureFacts { outcome: line.outcome, at: line.date, reason: line.reason.clone() };
    let found = opportunities::one(db, &Sight::All, deal)?.ok_or(Refusal::NotFound)?;
    let done = match &found.closure {
        Some(known) if *known == closure => return Ok(Done::Unchanged),
        Some(_) => Done::Changed,
        None => Done::Added,
    };
    deals::set_closure(db, act, deal, Some(&closure))?;
    touched.insert(deal);
    Ok(done)
}
