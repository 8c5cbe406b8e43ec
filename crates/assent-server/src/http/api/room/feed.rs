//! The evidence feed: what happened in a deal, newest first, each with what it did to whom.

use std::collections::HashMap;

use assent_domain::account::{Target, points_by_record};
use assent_domain::estimate::estimate;
use assent_domain::evidence::{self, RecordRef};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::reading::TargetWord;
use assent_domain::time::{Day, Timestamp};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::commitments::{self, Commitment};
use super::super::interactions::{self, Interaction};
use super::super::kept::reading;
use super::super::opportunities::StageChange;
use super::deal_of;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::http::page::PageOf;
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal};

/// Items of the feed at most.
const MOST_ITEMS: usize = 1_000;

/// The path of the feed.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_evidence))
}

/// Something in the feed: one of the three.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EvidenceItem {
    /// When.
    at: Timestamp,
    /// Something that happened.
    interaction: Option<Interaction>,
    /// A promise, when it was given.
    commitment: Option<Commitment>,
    /// A move of the seller's, which is no evidence and moves nobody.
    stage_change: Option<StageChange>,
    /// What it did to whom, in points towards where each stands today.
    moved: Vec<MovedBy>,
}

/// What a record did to a person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct MovedBy {
    /// Who.
    person_id: PersonId,
    /// Points towards `target`, or away from it.
    points: f64,
    /// A stage “or further”, `avoids_us` or `blocked`.
    #[schema(value_type = TargetWord)]
    target: String,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct FeedParams {
    /// Only what speaks of this person.
    #[serde(default)]
    person_id: Option<PersonId>,
    /// Only what happened until this day.
    #[serde(default)]
    at: Option<Day>,
}

/// What happened in a deal, newest first: the last thousand items.
#[utoipa::path(
    get, path = "/opportunities/{id}/evidence", tag = "opportunities",
    params(("id" = OpportunityId, Path), FeedParams),
    responses((status = 200, body = PageOf<EvidenceItem>), Problems)
)]
async fn list_evidence(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Query(params): Query<FeedParams>,
) -> Result<Json<PageOf<EvidenceItem>>, Problem> {
    let items = reading(&web, &caller, move |db, act| {
        let deal = deal_of(db, act, id)?;
        let day = deal.last_day(params.at.unwrap_or_else(|| act.today()));
        let moves = assent_store::opportunities::stage_changes(db, id)?;
        let mut items = items(db, act, &deal, day)?;
        items.extend(moves.into_iter().filter(|row| row.at <= day.end()).map(|row| EvidenceItem {
            at: row.at,
            interaction: None,
            commitment: None,
            stage_change: Some(row.into()),
            moved: Vec::new(),
        }));
        items.retain(|item| params.person_id.is_none_or(|person| item.speaks_of(person)));
        items.sort_by_key(|item| std::cmp::Reverse(item.at));
        items.truncate(MOST_ITEMS);
        Ok(items)
    })
    .await?;
    Ok(Json(PageOf::whole(items)))
}

impl EvidenceItem {
    fn speaks_of(&self, person: PersonId) -> bool {
        let in_interaction = self
            .interaction
            .as_ref()
            .is_some_and(|one| one.people.iter().any(|named| named.id == person));
        let in_commitment = self.commitment.as_ref().is_some_and(|one| one.is_with(person));
        in_interaction || in_commitment || self.moved.iter().any(|by| by.person_id == person)
    }
}

fn items(
    db: &mut assent_store::Db,
    act: &Act,
    deal: &Deal,
    day: Day,
) -> Result<Vec<EvidenceItem>, Refusal> {
    let mut by_record = moved_by_record(act, deal, day);
    let happened = deal.interactions.iter().filter(|row| row.stored.facts.at <= day.end());
    let rows = interactions::with_names(db, happened.cloned().collect())?;
    let promised = deal.commitments.iter().filter(|row| row.stored.facts.made_on <= day);
    let promises = commitments::with_names(db, promised.cloned().collect(), day)?;
    let mut items: Vec<EvidenceItem> = rows
        .into_iter()
        .map(|row| EvidenceItem {
            at: row.facts.at,
            moved: by_record.remove(&Key::of(RecordRef::Interaction(row.id))).unwrap_or_default(),
            interaction: Some(row),
            commitment: None,
            stage_change: None,
        })
        .collect();
    items.extend(promises.into_iter().map(|row| EvidenceItem {
        at: row.made_on().start(),
        moved: by_record.remove(&Key::of(RecordRef::Commitment(row.id()))).unwrap_or_default(),
        interaction: None,
        commitment: Some(row),
        stage_change: None,
    }));
    Ok(items)
}

/// A record as a key of a map.
#[derive(PartialEq, Eq, Hash)]
struct Key(u8, uuid::Uuid);

impl Key {
    fn of(record: RecordRef) -> Self {
        match record {
            RecordRef::Interaction(id) => Self(0, id.uuid()),
            RecordRef::Commitment(id) => Self(1, id.uuid()),
            RecordRef::Phase => Self(2, uuid::Uuid::nil()),
        }
    }
}

fn moved_by_record(act: &Act, deal: &Deal, day: Day) -> HashMap<Key, Vec<MovedBy>> {
    let model = &act.model;
    let mut by_record: HashMap<Key, Vec<MovedBy>> = HashMap::new();
    for (person_id, evidence) in evidence::gather(model, &deal.facts.records, day) {
        for part in [evidence.while_buying(), Some(evidence)].into_iter().flatten() {
            let target = Target::of(&estimate(model, &part).reading);
            for (record, points) in points_by_record(model, &part, target) {
                let target = target.as_str().to_owned();
                let moved = MovedBy { person_id, points, target };
                by_record.entry(Key::of(record)).or_default().push(moved);
            }
        }
    }
    by_record
}
