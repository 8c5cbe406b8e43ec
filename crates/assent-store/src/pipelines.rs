//! Pipelines and their stages.

use assent_domain::ids::{PipelineId, StageId};
use assent_domain::pipeline::{PipelineFacts, StageFacts};
use assent_domain::time::Timestamp;

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::record::Meta;

/// A pipeline with its stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pipeline {
    /// Which.
    pub id: PipelineId,
    /// Its unique key.
    pub key: String,
    /// As the user calls it.
    pub name: String,
    /// Its stages, first to last.
    pub stages: Vec<Stage>,
    /// When it was written.
    pub meta: Meta,
}

/// A stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub id: StageId,
    /// The pipeline it belongs to.
    pub pipeline: PipelineId,
    /// What is said of it.
    pub facts: StageFacts,
    /// Its place, from 0.
    pub position: i64,
}

/// Every pipeline that is not put away, oldest first.
///
/// # Errors
/// When the database fails.
pub fn all(db: &mut Db) -> Result<Vec<Pipeline>, StoreError> {
    let mut pipelines = db.query(
        "SELECT id, key, name, created_at, updated_at, version, deleted_at FROM pipeline
         WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Pipeline {
                id: row.id(0)?,
                key: row.str(1)?.to_owned(),
                name: row.str(2)?.to_owned(),
                stages: Vec::new(),
                meta: Meta {
                    created_at: row.time(3)?,
                    updated_at: row.time(4)?,
                    version: row.int(5)?,
                    deleted_at: row.opt_time(6)?,
                },
            })
        },
    )?;
    for stage in stages(db)? {
        if let Some(pipeline) = pipelines.iter_mut().find(|one| one.id == stage.pipeline) {
            pipeline.stages.push(stage);
        }
    }
    Ok(pipelines)
}

fn stages(db: &mut Db) -> Result<Vec<Stage>, StoreError> {
    db.query(
        "SELECT id, pipeline_id, key, name, expects, position FROM stage
         WHERE deleted_at IS NULL ORDER BY pipeline_id, position",
        &[],
        read_stage,
    )
}

/// One stage, put away or not.
///
/// # Errors
/// When the database fails.
pub fn stage(db: &mut Db, id: StageId) -> Result<Option<Stage>, StoreError> {
    let sql = "SELECT id, pipeline_id, key, name, expects, position FROM stage WHERE id = $1";
    db.query_first(sql, params![id], read_stage)
}

pub(crate) fn read_stage(row: &Row<'_>) -> Result<Stage, StoreError> {
    read_stage_at(row, 0)
}

/// A stage from six columns, of which the first lies at `at`.
pub(crate) fn read_stage_at(row: &Row<'_>, at: usize) -> Result<Stage, StoreError> {
    Ok(Stage {
        id: row.id(at)?,
        pipeline: row.id(at + 1)?,
        facts: StageFacts {
            key: row.text(at + 2)?,
            name: row.text(at + 3)?,
            expects: row.text(at + 4)?,
        },
        position: row.int(at + 5)?,
    })
}

/// Adds a pipeline with its stages, which get the ids in `stage_ids`.
///
/// # Errors
/// When the key is taken, or the database fails.
pub fn insert(
    db: &mut Db,
    id: PipelineId,
    facts: &PipelineFacts,
    stage_ids: &[StageId],
    now: Timestamp,
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO pipeline (id, key, name, created_at, updated_at, version)
         VALUES ($1, $2, $3, $4, $4, 1)",
        params![id, &facts.key, &facts.name, now],
    )?;
    for (position, (stage, stage_id)) in facts.stages.iter().zip(stage_ids).enumerate() {
        put_stage(db, id, *stage_id, stage, position as i64)?;
    }
    Ok(())
}

/// Renames a pipeline and puts its stages in this order: those with a known id change, the others
/// are added. Says `false`, and changes nothing, when its version is no longer `version`.
///
/// # Errors
/// When a key is taken, or the database fails.
pub fn update(
    db: &mut Db,
    id: PipelineId,
    facts: &PipelineFacts,
    stage_ids: &[StageId],
    version: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE pipeline SET key = $2, name = $3, updated_at = $4, version = version + 1
               WHERE id = $1 AND version = $5";
    if db.execute(sql, params![id, &facts.key, &facts.name, now, version])? == 0 {
        return Ok(false);
    }
    for (position, (stage, stage_id)) in facts.stages.iter().zip(stage_ids).enumerate() {
        put_stage(db, id, *stage_id, stage, position as i64)?;
    }
    Ok(true)
}

/// Puts a stage away. Deals that stand there keep it until they are moved.
///
/// # Errors
/// When the database fails.
pub fn retire_stage(db: &mut Db, id: StageId, now: Timestamp) -> Result<(), StoreError> {
    db.execute_later("UPDATE stage SET deleted_at = $2 WHERE id = $1", params![id, now])
}

/// Puts a pipeline away, or brings it back.
///
/// # Errors
/// When the database fails.
pub fn set_deleted(
    db: &mut Db,
    id: PipelineId,
    deleted_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE pipeline SET deleted_at = $2, updated_at = $3, version = version + 1
               WHERE id = $1";
    db.execute_later(sql, params![id, deleted_at, now])
}

fn put_stage(
    db: &mut Db,
    pipeline: PipelineId,
    id: StageId,
    facts: &StageFacts,
    position: i64,
) -> Result<(), StoreError> {
    db.execute_later(
        "INSERT INTO stage (id, pipeline_id, key, name, expects, position)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET key = $3, name = $4, expects = $5, position = $6,
                                        deleted_at = NULL",
        params![id, pipeline, &facts.key, &facts.name, facts.expects.as_str(), position],
    )
}
