//! Advice: what to do next in a deal and why, why not something else, and what is put away.

use assent_domain::advice::{Advice, Asking, Closed, DismissalReason, Duty, Measure, Suggestion};
use assent_domain::ids::{OpportunityId, PersonId, ProposalId};
use assent_domain::time::Day;
use assent_store::Db;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing, writing};
use super::people_names::Names;
use super::room::deal_of;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path, Query};
use crate::operations::advice::{self, Dismiss};
use crate::operations::{Act, Refusal, control};

/// The paths of advice.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(read_advice))
        .routes(routes!(list_choices))
        .routes(routes!(create_dismissal))
        .routes(routes!(delete_dismissal))
}

/// What to do next in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DealAdvice {
    /// What shifts are shifts of; nothing of a deal in which nothing can be done any more, because it
    /// was lost or its records have ended.
    measure: Option<Measure>,
    /// What that is today.
    now: Option<f64>,
    /// What is owed, most pressing first.
    duties: Vec<Duty>,
    /// What is worth doing, best first; at most five.
    best: Vec<Suggestion>,
    /// What is worth asking, most telling first; at most three.
    ask: Vec<Asking>,
    /// What was done often of late and would now do harm.
    against: Option<Suggestion>,
    /// What was put away lately.
    dismissed: Vec<Dismissal>,
    /// The people spoken of.
    people: Vec<Named<PersonId>>,
}

/// A suggestion that was put away.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Dismissal {
    /// Which.
    id: ProposalId,
    /// To whom.
    person_id: PersonId,
    /// Which action.
    action: String,
    /// Why.
    reason: DismissalReason,
    /// In whose words.
    note: Option<String>,
    /// When.
    on: Day,
}

/// What to do next in a deal, whom to ask what, and what is owed; each with its reason.
#[utoipa::path(
    get, path = "/opportunities/{id}/advice", tag = "advice",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = DealAdvice), Problems)
)]
async fn read_advice(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Json<DealAdvice>, Problem> {
    computing(&web, &caller, move |db, act| of_deal(db, act, id).map(Json)).await
}

fn of_deal(db: &mut Db, act: &Act, id: OpportunityId) -> Result<DealAdvice, Refusal> {
    let deal = deal_of(db, act, id)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    let advice = advice::read(db, act, &deal, &picture)?;
    let measured = advice.as_ref().map(|advice| (advice.measure, advice.now));
    let (duties, best, ask, against) = match advice {
        Some(Advice { duties, best, ask, against, .. }) => (duties, best, ask, against),
        None => Default::default(),
    };
    let dismissed = advice::dismissed(db, act, id)?;
    let mut spoken: Vec<PersonId> = duties.iter().map(|one| one.person_id).collect();
    for one in best.iter().chain(&against) {
        spoken.push(one.person_id);
        spoken.extend(&one.through);
        spoken.extend(one.reasons.iter().filter_map(|reason| reason.person_id));
    }
    spoken.extend(ask.iter().map(|one| one.person_id));
    spoken.extend(dismissed.iter().map(|one| one.person));
    let names = Names::of_people(db, &spoken)?;
    let dismissal = |row: assent_store::advice::Dismissal| Dismissal {
        id: row.id,
        person_id: row.person,
        action: row.action,
        reason: row.reason,
        note: row.note,
        on: row.made_on,
    };
    Ok(DealAdvice {
        measure: measured.map(|(measure, _)| measure),
        now: measured.map(|(_, now)| now),
        people: names.all(),
        dismissed: dismissed.into_iter().map(dismissal).collect(),
        duties,
        best,
        ask,
        against,
    })
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ChoiceParams {
    /// Towards whom; somebody with a part in the deal.
    person_id: PersonId,
}

/// Every action towards a person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Choices {
    /// Those that are open first, best first.
    choices: Vec<Choice>,
    /// The people spoken of.
    people: Vec<Named<PersonId>>,
}

/// An action, and what would come of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Choice {
    /// What would come of it.
    #[serde(flatten)]
    suggestion: Suggestion,
    /// Why it is not open.
    closed: Option<Closed>,
}

/// Every action towards a person, with what would come of it or why it is closed: the answer to “why
/// not something else?”.
#[utoipa::path(
    get, path = "/opportunities/{id}/choices", tag = "advice",
    params(("id" = OpportunityId, Path), ChoiceParams),
    responses((status = 200, body = Choices), Problems)
)]
async fn list_choices(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Query(params): Query<ChoiceParams>,
) -> Result<Json<Choices>, Problem> {
    computing(&web, &caller, move |db, act| {
        let found = advice::consider(db, act, id, params.person_id)?;
        let spoken = found.iter().flat_map(|one| one.suggestion.through.iter().copied());
        let spoken: Vec<PersonId> = spoken.chain([params.person_id]).collect();
        let people = Names::of_people(db, &spoken)?.all();
        let choice =
            |one: advice::Considered| Choice { suggestion: one.suggestion, closed: one.closed };
        Ok(Json(Choices { choices: found.into_iter().map(choice).collect(), people }))
    })
    .await
}

/// A suggestion to be put away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DismissalBody {
    /// To whom.
    person_id: PersonId,
    /// Which action, by its name in the model's priors.
    action: String,
    /// Why. What does not suit people in a part is learned from, in all deals.
    reason: DismissalReason,
    /// In your words.
    #[serde(default)]
    note: Option<String>,
}

/// What was put away.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Dismissed {
    /// By which it is brought back.
    id: ProposalId,
}

/// Puts a suggestion away, with a reason.
#[utoipa::path(
    post, path = "/opportunities/{id}/dismissals", tag = "advice",
    params(("id" = OpportunityId, Path)),
    request_body = DismissalBody,
    responses((status = 201, body = Dismissed), Problems)
)]
async fn create_dismissal(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(body): Body<DismissalBody>,
) -> Result<(StatusCode, Json<Dismissed>), Problem> {
    let id = writing(&web, &caller, move |db, act| {
        let DismissalBody { person_id, action, reason, note } = body;
        advice::dismiss(db, act, id, &Dismiss { person: person_id, action, reason, note })
    })
    .await?;
    Ok((StatusCode::CREATED, Json(Dismissed { id })))
}

/// Brings a suggestion back that was put away.
#[utoipa::path(
    delete, path = "/dismissals/{id}", tag = "advice",
    params(("id" = ProposalId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_dismissal(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ProposalId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| advice::take_back_dismissal(db, act, id)).await?;
    Ok(StatusCode::NO_CONTENT)
}
