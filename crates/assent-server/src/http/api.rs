//! The API's paths, one file a noun.

mod activities;
mod advice;
mod alarms;
mod api_keys;
mod asks;
mod beliefs;
mod benefit_points;
mod board;
mod changes;
mod commitments;
mod completeness;
mod control_board;
mod control_charts;
mod control_limits;
pub mod description;
mod drafts;
mod employments;
mod evidence;
mod forecast;
mod interactions;
mod kept;
mod learnings;
mod lessons;
pub mod live;
mod model;
mod model_versions;
mod opportunities;
mod organization_relations;
mod organizations;
mod outlook;
mod people;
mod people_names;
mod personal_data;
mod pipelines;
mod products;
mod proof;
mod renewals;
mod room;
mod search;
mod session;
mod setup;
mod stakeholders;
mod teams;
mod ties;
mod today;
mod users;
mod vocabulary;
mod ways;
mod withheld;

use utoipa_axum::router::OpenApiRouter;

use super::Web;

/// Every path under `/api/v1`.
pub fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .merge(setup::router())
        .merge(session::router())
        .merge(users::router())
        .merge(teams::router())
        .merge(api_keys::router())
        .merge(organizations::router())
        .merge(organization_relations::router())
        .merge(people::router())
        .merge(personal_data::router())
        .merge(employments::router())
        .merge(ties::router())
        .merge(products::router())
        .merge(benefit_points::router())
        .merge(pipelines::router())
        .merge(opportunities::router())
        .merge(renewals::router())
        .merge(stakeholders::router())
        .merge(board::router())
        .merge(room::router())
        .merge(beliefs::router())
        .merge(outlook::router())
        .merge(today::router())
        .merge(advice::router())
        .merge(activities::router())
        .merge(ways::router())
        .merge(asks::router())
        .merge(lessons::router())
        .merge(alarms::router())
        .merge(control_board::router())
        .merge(control_charts::router())
        .merge(control_limits::router())
        .merge(forecast::router())
        .merge(proof::router())
        .merge(interactions::router())
        .merge(commitments::router())
        .merge(evidence::router())
        .merge(completeness::router())
        .merge(model::router())
        .merge(model_versions::router())
        .merge(learnings::router())
        .merge(drafts::router())
        .merge(search::router())
        .merge(changes::router())
        .merge(vocabulary::router())
}
