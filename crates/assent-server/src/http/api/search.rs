//! Search over people, organizations, deals and what was said.

use std::collections::HashMap;

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::reading::Reading;
use assent_store::{Db, beliefs, search};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::kept::computing;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Query;
use crate::http::page::{PageOf, typed};
use crate::operations::{Act, Refusal};

/// Finds of each noun at most.
const MOST_OF_EACH: usize = 8;

/// The path of the search.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(find))
}

/// A find.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Find {
    /// `person`, `organization`, `opportunity` or `note`.
    noun: String,
    /// Which.
    #[schema(value_type = String, format = "uuid")]
    id: Uuid,
    /// What is shown first.
    title: String,
    /// What is shown beside it.
    subtitle: String,
    /// The deal it belongs to.
    opportunity_id: Option<OpportunityId>,
    /// Where a person stands in the deal in which they were last heard of.
    reading: Option<Reading>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SearchParams {
    /// What was typed: names, their beginnings, Chinese or pinyin, words of a note.
    #[param(max_length = 200)]
    q: String,
}

/// People, organizations, deals and notes found by what was typed, a few of each.
#[utoipa::path(
    get, path = "/search", tag = "search",
    params(SearchParams),
    responses((status = 200, body = PageOf<Find>), Problems)
)]
async fn find(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<SearchParams>,
) -> Result<Json<PageOf<Find>>, Problem> {
    let words = typed(params.q)?;
    let finds = computing(&web, &caller, move |db, act| {
        let mut finds = Vec::new();
        for (word, noun) in [
            ("person", Noun::Person),
            ("organization", Noun::Organization),
            ("opportunity", Noun::Opportunity),
            ("note", Noun::Interaction),
        ] {
            if let Ok(sight) = act.sight(noun, Action::Read) {
                finds.extend(of_noun(db, &sight, word, &words)?);
            }
        }
        with_readings(db, act, &mut finds)?;
        Ok(finds)
    })
    .await?;
    Ok(Json(PageOf::whole(finds)))
}

fn of_noun(
    db: &mut Db,
    sight: &Sight,
    noun: &'static str,
    typed: &str,
) -> Result<Vec<Find>, Refusal> {
    let rows = search::find(db, sight, noun, typed, MOST_OF_EACH)?;
    let find = |row: search::Find| Find {
        noun: row.noun,
        id: row.record,
        title: row.title,
        subtitle: row.subtitle,
        opportunity_id: row.opportunity,
        reading: None,
    };
    Ok(rows.into_iter().map(find).collect())
}

fn with_readings(db: &mut Db, act: &Act, finds: &mut [Find]) -> Result<(), Refusal> {
    let people = finds.iter().filter(|find| find.noun == "person");
    let people: Vec<PersonId> = people.map(|find| PersonId::from(find.id)).collect();
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let rows = beliefs::latest_standings(db, &sight, &people)?;
    let mut standings: HashMap<Uuid, beliefs::Standing> =
        rows.into_iter().map(|row| (row.person.uuid(), row)).collect();
    for find in finds.iter_mut().filter(|find| find.noun == "person") {
        if let Some(standing) = standings.remove(&find.id) {
            find.opportunity_id = Some(standing.opportunity);
            find.reading = serde_json::from_str(&standing.reading).ok();
        }
    }
    Ok(())
}
