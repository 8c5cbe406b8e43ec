//! People, each with where they work.

use std::collections::HashMap;

use assent_domain::ids::{OpportunityId, OrganizationId, PersonId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::{Action, Noun};
use assent_domain::person::PersonFacts;
use assent_domain::reading::Reading;
use assent_domain::time::Day;
use assent_store::people::{Employment as EmploymentRow, ListedPerson, PersonWithJobs};
use assent_store::{Db, beliefs, people};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::employments::Employment;
use super::kept::{self, Created, Named, Tagged, Written, reading, writing};
use super::withheld::{Reason, Withheld};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::{PageOf, PageParams};
use crate::operations::{self, Act, Refusal, withheld};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_people, create_person))
        .routes(routes!(read_person, update_person, delete_person))
        .routes(routes!(restore_person))
        .routes(routes!(exclude_person, end_exclusion_of_person))
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// Who.
    id: PersonId,
    #[serde(flatten)]
    facts: PersonFacts,
    /// Their title today.
    title: Option<String>,
    /// Where they work today.
    organization: Option<Named<OrganizationId>>,
    /// Where they work and have worked.
    employments: Vec<Employment>,
    /// Whether they are excluded from the estimates: what is recorded stays, nothing is estimated.
    exclusion: Option<Withheld>,
    #[serde(flatten)]
    written: Written,
}

/// A person as listed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonListed {
    /// Who.
    id: PersonId,
    #[serde(flatten)]
    facts: PersonFacts,
    /// Their title today.
    title: Option<String>,
    /// Where they work today.
    organization: Option<Named<OrganizationId>>,
    /// Where they stand in the deal in which they were last heard of, of those the caller sees.
    standing: Option<Standing>,
    /// Whether they are excluded from the estimates.
    exclusion: Option<Withheld>,
    #[serde(flatten)]
    written: Written,
}

/// Where a person stands in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Standing {
    /// The deal.
    opportunity_id: OpportunityId,
    /// Their part in it.
    role: Option<BuyingRole>,
    /// Whether their no would end it.
    veto: bool,
    /// The estimate.
    reading: Reading,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PeopleFilter {
    /// Only people who work or have worked there.
    #[serde(default)]
    organization_id: Option<OrganizationId>,
}

/// People by name, a page at a time, each with where they stand.
#[utoipa::path(
    get, path = "/people", tag = "people",
    params(PageParams, PeopleFilter),
    responses((status = 200, body = PageOf<PersonListed>), Problems)
)]
async fn list_people(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<PeopleFilter>,
) -> Result<Json<PageOf<PersonListed>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Person, Action::Read)?;
        let page = people::list(db, &sight, &request, filter.organization_id, act.today())?;
        let shown: Vec<PersonId> = page.rows.iter().map(|row| row.person.id).collect();
        let deals = act.sight(Noun::Opportunity, Action::Read)?;
        let mut standings = standings(beliefs::latest_standings(db, &deals, &shown)?);
        Ok(PageOf::of(page, |row| {
            let standing = standings.remove(&row.person.id);
            PersonListed::of(row, standing)
        }))
    })
    .await?;
    Ok(Json(page))
}

/// A person by their identifier.
#[utoipa::path(
    get, path = "/people/{id}", tag = "people",
    params(("id" = PersonId, Path)),
    responses((status = 200, body = Person), Problems)
)]
async fn read_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
) -> Result<Tagged<Person>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a person.
#[utoipa::path(
    post, path = "/people", tag = "people",
    request_body = PersonFacts,
    responses((status = 201, body = Person), Problems)
)]
async fn create_person(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<PersonFacts>,
) -> Result<Created<Person>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/people/{id}", tag = "people",
    params(("id" = PersonId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Person), Problems)
)]
async fn update_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Person>, Problem> {
    kept::patch::<PersonFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts a person away; nothing is lost.
#[utoipa::path(
    delete, path = "/people/{id}", tag = "people",
    params(("id" = PersonId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<PersonFacts>(&web, &caller, id, version).await
}

/// Brings a person back that was put away.
#[utoipa::path(
    post, path = "/people/{id}/restoration", tag = "people",
    params(("id" = PersonId, Path)),
    responses((status = 200, body = Person), Problems)
)]
async fn restore_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
) -> Result<Tagged<Person>, Problem> {
    kept::bring_back::<PersonFacts, _>(&web, &caller, id, respond).await
}

/// Takes a person out of all estimates. What is recorded of them stays, what is believed is gone.
#[utoipa::path(
    put, path = "/people/{id}/exclusion", tag = "people",
    params(("id" = PersonId, Path)),
    request_body = Reason,
    responses((status = 200, body = Person), Problems)
)]
async fn exclude_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
    Body(why): Body<Reason>,
) -> Result<Tagged<Person>, Problem> {
    writing(&web, &caller, move |db, act| {
        withheld::exclude_person(db, act, id, &why.reason)?;
        respond(db, act, id)
    })
    .await
}

/// Ends the exclusion of a person: what is recorded counts again.
#[utoipa::path(
    delete, path = "/people/{id}/exclusion", tag = "people",
    params(("id" = PersonId, Path)),
    responses((status = 200, body = Person), Problems)
)]
async fn end_exclusion_of_person(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
) -> Result<Tagged<Person>, Problem> {
    writing(&web, &caller, move |db, act| {
        withheld::end_exclusion(db, act, id)?;
        respond(db, act, id)
    })
    .await
}

fn standings(rows: Vec<beliefs::Standing>) -> HashMap<PersonId, Standing> {
    let read = |row: beliefs::Standing| {
        let standing = Standing {
            opportunity_id: row.opportunity,
            role: row.role,
            veto: row.role.is_some_and(BuyingRole::has_veto),
            // A reading of an older program version is not shown until it is settled anew.
            reading: serde_json::from_str(&row.reading).ok()?,
        };
        Some((row.person, standing))
    };
    rows.into_iter().filter_map(read).collect()
}

impl PersonListed {
    fn of(row: ListedPerson, standing: Option<Standing>) -> Self {
        Self {
            id: row.person.id,
            facts: row.person.facts,
            title: row.title,
            organization: row.organization.map(Named::from),
            standing,
            exclusion: row.exclusion.map(Withheld::from),
            written: row.person.meta.into(),
        }
    }
}

impl Person {
    fn of(row: PersonWithJobs, today: Day) -> Self {
        let PersonWithJobs { person, employments, exclusion } = row;
        let runs =
            |job: &&EmploymentRow| job.employment.facts.until.is_none_or(|until| until >= today);
        let job = employments.iter().find(runs);
        let organization = job.map(|job| {
            Named::new(job.employment.facts.organization_id, job.organization_name.clone())
        });
        let title = job.and_then(|job| job.employment.facts.title.as_ref());
        Self {
            id: person.id,
            title: title.map(ToString::to_string),
            organization,
            facts: person.facts,
            employments: employments.into_iter().map(Employment::from).collect(),
            exclusion: exclusion.map(Withheld::from),
            written: person.meta.into(),
        }
    }
}

fn respond(db: &mut Db, act: &Act, id: PersonId) -> Result<Tagged<Person>, Refusal> {
    let body = one(db, act, id)?;
    Ok(Tagged { version: body.written.version, body })
}

pub(super) fn one(db: &mut Db, act: &Act, id: PersonId) -> Result<Person, Refusal> {
    let sight = act.sight(Noun::Person, Action::Read)?;
    let row = people::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    Ok(Person::of(row, act.today()))
}
