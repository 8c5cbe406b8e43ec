//! Pipelines: made, changed, put away. The nine steps are there from the start.

use std::collections::BTreeSet;

use assent_domain::ids::{PipelineId, StageId};
use assent_domain::permission::{Action, Noun};
use assent_domain::pipeline::{PipelineFacts, nine_steps};
use assent_domain::time::Timestamp;
use assent_store::{Db, pipelines};

use super::kept::note_as;
use super::load::Done;
use super::{Act, Fault, Place, Refusal};

/// Adds a pipeline: `create_pipeline`.
///
/// # Errors
/// When the actor may not, or a field is at fault.
pub fn create(db: &mut Db, act: &mut Act, facts: &PipelineFacts) -> Result<PipelineId, Refusal> {
    act.sight(Noun::Pipeline, Action::Create)?;
    check(facts)?;
    let id: PipelineId = act.mint();
    let stages: Vec<StageId> = facts.stages.iter().map(|_| act.mint()).collect();
    pipelines::insert(db, id, facts, &stages, act.now)?;
    note(db, act, "create_pipeline", id)?;
    Ok(id)
}

/// Changes a pipeline: `update_pipeline`. Stages keep their identity by key; deals at a stage that
/// is dropped stay there until somebody moves them.
///
/// # Errors
/// When the actor may not, a field is at fault, or somebody else was faster.
pub fn change(
    db: &mut Db,
    act: &mut Act,
    id: PipelineId,
    version: Option<i64>,
    facts: &PipelineFacts,
) -> Result<(), Refusal> {
    act.sight(Noun::Pipeline, Action::Update)?;
    check(facts)?;
    let all = pipelines::all(db)?;
    let before = all.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    if version.is_some_and(|version| version != before.meta.version) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let known = |key| before.stages.iter().find(|stage| stage.facts.key == key);
    let stages: Vec<StageId> = facts
        .stages
        .iter()
        .map(|stage| known(stage.key.clone()).map_or_else(|| act.mint(), |stage| stage.id))
        .collect();
    for dropped in before.stages.iter().filter(|stage| !stages.contains(&stage.id)) {
        pipelines::retire_stage(db, dropped.id, act.now)?;
    }
    if !pipelines::update(db, id, facts, &stages, before.meta.version, act.now)? {
        return Err(Refusal::ChangedMeanwhile);
    }
    note(db, act, "update_pipeline", id)
}

/// Puts a pipeline away, or brings it back: `delete_pipeline`, `restore_pipeline`.
///
/// # Errors
/// When the actor may not, or it is the last one.
pub fn set_deleted(
    db: &mut Db,
    act: &mut Act,
    id: PipelineId,
    deleted_at: Option<Timestamp>,
) -> Result<(), Refusal> {
    act.sight(Noun::Pipeline, Action::Delete)?;
    let others = pipelines::all(db)?.iter().any(|one| one.id != id);
    if deleted_at.is_some() && !others {
        let message = "the last pipeline cannot be put away".to_owned();
        return Err(Refusal::Conflict { code: "last_pipeline", message });
    }
    pipelines::set_deleted(db, id, deleted_at, act.now)?;
    note(db, act, if deleted_at.is_some() { "delete_pipeline" } else { "restore_pipeline" }, id)
}

/// Makes sure that there is a pipeline to begin with.
///
/// # Errors
/// When the database fails.
pub fn ensure_default(db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
    if pipelines::all(db)?.is_empty() {
        create(db, act, &nine_steps())?;
    }
    Ok(())
}

/// Adds a pipeline that a file describes, or makes the known one be as described.
pub(super) fn put(db: &mut Db, act: &mut Act, facts: &PipelineFacts) -> Result<Done, Refusal> {
    let all = pipelines::all(db)?;
    let Some(found) = all.iter().find(|one| one.key == facts.key.as_str()) else {
        create(db, act, facts)?;
        return Ok(Done::Added);
    };
    let stages = found.stages.iter().map(|stage| stage.facts.clone()).collect::<Vec<_>>();
    if found.name == facts.name.as_str() && stages == facts.stages {
        return Ok(Done::Unchanged);
    }
    change(db, act, found.id, None, facts)?;
    Ok(Done::Changed)
}

fn check(facts: &PipelineFacts) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if facts.stages.is_empty() {
        faults.push(Fault::new("/stages", "required", "a pipeline has at least one stage"));
    }
    let mut seen = BTreeSet::new();
    for (at, stage) in facts.stages.iter().enumerate() {
        if !seen.insert(&stage.key) {
            let message = format!("“{}” is there twice", stage.key);
            faults.push(Fault::new(format!("/stages/{at}/key"), "taken", message));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

fn note(db: &mut Db, act: &Act, operation: &str, id: PipelineId) -> Result<(), Refusal> {
    note_as(db, act, operation, "pipeline", id.uuid(), &Place::default(), None)
}
