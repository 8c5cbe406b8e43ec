//! Control charts of a deal: for everybody with enough power, whether they still come to us.

use assent_domain::control::{Chart, charts};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::time::Day;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing};
use super::people_names::Names;
use super::room::{AsOf, deal_of};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::operations::control;

/// The path of control charts.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_control_charts))
}

/// The control charts of a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ControlCharts {
    /// One for each person who is watched, most power first.
    charts: Vec<ControlChart>,
}

/// The stall chart of a person, week by week: it rises while nothing is heard, falls with every sign,
/// and rings at its limit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ControlChart {
    /// Who.
    person: Named<PersonId>,
    /// In what part.
    role: BuyingRole,
    /// Their share of the power.
    power: f64,
    /// Since when they are watched.
    since: Day,
    /// Signs a week expected of somebody who responds.
    expected_per_week: f64,
    /// The limit at which the chart rings.
    limit: f64,
    /// Mean days to a false alarm.
    run_length_days: f64,
    /// False alarms a year.
    false_alarms_per_year: f64,
    /// The first day of each week, at most 26.
    weeks: Vec<Day>,
    /// Days with signs of theirs, by week.
    theirs: Vec<usize>,
    /// Days on which we dealt with them, by week.
    ours: Vec<usize>,
    /// The highest value of the chart within each week.
    cusum: Vec<f64>,
    /// Since when it rings.
    ringing_since: Option<Day>,
}

/// The control charts of a deal.
#[utoipa::path(
    get, path = "/opportunities/{id}/control-charts", tag = "control",
    params(("id" = OpportunityId, Path), AsOf),
    responses((status = 200, body = ControlCharts), Problems)
)]
async fn read_control_charts(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Query(as_of): Query<AsOf>,
) -> Result<Json<ControlCharts>, Problem> {
    computing(&web, &caller, move |db, act| {
        let deal = deal_of(db, act, id)?;
        let limits = control::bearings(db, act)?.limits;
        let day = as_of.at.unwrap_or_else(|| act.today()).min(act.today());
        let picture = deal.picture(act, &limits, day);
        let names = Names::of(db, &deal)?;
        let chart = |chart: Chart| ControlChart {
            person: names.named(chart.person),
            role: chart.role,
            power: chart.power,
            since: chart.since,
            expected_per_week: chart.expected_per_week,
            limit: chart.limit,
            run_length_days: chart.run_length_days,
            false_alarms_per_year: chart.false_alarms_per_year,
            weeks: chart.weeks,
            theirs: chart.theirs,
            ours: chart.ours,
            cusum: chart.cusum,
            ringing_since: chart.ringing_since,
        };
        Ok(Json(ControlCharts { charts: charts(&picture).into_iter().map(chart).collect() }))
    })
    .await
}
