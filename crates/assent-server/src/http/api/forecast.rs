//! The forecast: what open deals may bring until a day, by simulation.

use assent_domain::ids::{OpportunityId, OrganizationId, UserId};
use assent_domain::money::{Currency, Money};
use assent_domain::time::Day;
use assent_domain::winning::WinChance;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::control_board::DealsOf;
use super::kept::{Named, computing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Query;
use crate::operations::Refusal;
use crate::operations::forecast::{self, Expectation};

/// Deals told one by one.
const MOST_DEALS: usize = 100;
/// Days ahead at most.
const MOST_DAYS: i64 = 3_660;

/// The path of the forecast.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_forecast))
}

/// What open deals may bring until a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Forecast {
    /// The day.
    until: Day,
    /// How many times it was drawn.
    draws: usize,
    /// The totals, currency by currency.
    currencies: Vec<CurrencyForecast>,
    /// The same, seller by seller.
    owners: Vec<OwnerForecast>,
    /// The deals that carry it, by the chance to come in times the amount.
    deals: Vec<ForecastDeal>,
    /// Deals that say no amount, and so are in no total.
    without_amount: usize,
}

/// What may come in of a currency.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CurrencyForecast {
    /// Which.
    #[schema(value_type = String)]
    currency: Currency,
    /// Deals.
    deals: usize,
    /// The bare sum of their amounts: no forecast, for comparison only.
    sum_minor: i64,
    /// Not exceeded one time in ten.
    p10_minor: i64,
    /// Not exceeded half the time.
    p50_minor: i64,
    /// Not exceeded nine times in ten.
    p90_minor: i64,
    /// The mean.
    mean_minor: i64,
    /// The chance of at least so much.
    curve: Vec<AtLeast>,
}

/// The chance of at least a total.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AtLeast {
    /// The total.
    at_least_minor: i64,
    /// Its chance.
    p: f64,
}

/// What may come in of a seller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnerForecast {
    /// Who.
    owner: Named<UserId>,
    /// Of which currency.
    #[schema(value_type = String)]
    currency: Currency,
    /// Deals.
    deals: usize,
    /// Not exceeded one time in ten.
    p10_minor: i64,
    /// Not exceeded half the time.
    p50_minor: i64,
    /// Not exceeded nine times in ten.
    p90_minor: i64,
}

/// A deal that may come in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ForecastDeal {
    /// Which.
    opportunity: Named<OpportunityId>,
    /// Who would buy.
    organization: Named<OrganizationId>,
    /// Who sells.
    owner: Named<UserId>,
    /// What it would bring.
    amount: Money,
    /// The chance to win it at all.
    win: WinChance,
    /// The chance to win it until the day.
    won_by: f64,
    /// When the seller expects the order.
    expected_close: Option<Day>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ForecastParams {
    /// Until when; in 90 days, when left out.
    #[serde(default)]
    until: Option<Day>,
}

/// What open deals may bring until a day: drawn many times over, with what moves all deals alike.
#[utoipa::path(
    get, path = "/forecast", tag = "control",
    params(ForecastParams, DealsOf),
    responses((status = 200, body = Forecast), Problems)
)]
async fn read_forecast(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<ForecastParams>,
    Query(of): Query<DealsOf>,
) -> Result<Json<Forecast>, Problem> {
    computing(&web, &caller, move |db, act| {
        let until = params.until.unwrap_or_else(|| Day::from_number(act.today().number() + 90));
        let days = until.number() - act.today().number();
        if !(0..=MOST_DAYS).contains(&days) {
            let message = "must be a day from today on, within ten years";
            return Err(Refusal::field("/until", "out_of_range", message));
        }
        let filter = of.filter(db, act)?;
        let drawn = forecast::draw(db, act, &filter, until)?;
        Ok(Json(Forecast::of(drawn)))
    })
    .await
}

impl Forecast {
    fn of(drawn: forecast::Drawn) -> Self {
        let currency = |(currency, sum_minor, one): (Currency, i64, Expectation)| {
            let point = |(at_least_minor, p)| AtLeast { at_least_minor, p };
            CurrencyForecast {
                currency,
                deals: one.deals,
                sum_minor,
                p10_minor: one.p10,
                p50_minor: one.p50,
                p90_minor: one.p90,
                mean_minor: one.mean,
                curve: one.curve.into_iter().map(point).collect(),
            }
        };
        let owner = |((id, name), currency, one): ((UserId, String), Currency, Expectation)| {
            OwnerForecast {
                owner: Named::new(id, name),
                currency,
                deals: one.deals,
                p10_minor: one.p10,
                p50_minor: one.p50,
                p90_minor: one.p90,
            }
        };
        let deal = |one: forecast::Deal| ForecastDeal {
            opportunity: Named::new(one.chance.opportunity, one.chance.name),
            organization: Named::new(one.chance.organization.0.into(), one.chance.organization.1),
            owner: Named::from(one.chance.owner),
            amount: one.amount,
            win: one.win,
            won_by: one.won_by,
            expected_close: one.chance.expected_close,
        };
        Self {
            until: drawn.until,
            draws: drawn.draws,
            currencies: drawn.currencies.into_iter().map(currency).collect(),
            owners: drawn.owners.into_iter().map(owner).collect(),
            deals: drawn.deals.into_iter().take(MOST_DEALS).map(deal).collect(),
            without_amount: drawn.without_amount,
        }
    }
}
