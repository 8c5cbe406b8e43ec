//! How completely each seller records what happens, and what that does to what can be known.

use assent_domain::completeness::{EstimatedShare, RecordChannel, used};
use assent_domain::ids::UserId;
use assent_inference::Channel;
use assent_store::Db;
use assent_store::completeness::{self as stored, ChannelRecord};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::operations::{Act, Refusal, completeness};

/// The paths of completeness.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_completeness)).routes(routes!(update_completeness))
}

/// How completely sellers record.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SellersCompleteness {
    /// The ways a thing that happened reaches the records.
    channels: Vec<RecordChannel>,
    /// The sellers that the caller may see, by name.
    sellers: Vec<Seller>,
}

/// How completely somebody records.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Seller {
    /// Who.
    user: Named<UserId>,
    /// People in their deals, each counted once a deal.
    dealings: i64,
    /// What is known of each channel.
    channels: Vec<SellerChannel>,
    /// People in their living deals of whom anything is recorded.
    people: i64,
    /// Mean probability of the stage named of them; nothing before it was computed.
    certainty: Option<f64>,
    /// The same if everything were recorded, and were what is recorded.
    certainty_full: Option<f64>,
}

/// What is known of one channel.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SellerChannel {
    /// Which.
    channel: RecordChannel,
    /// The share of what happens that is taken to be recorded: set, else estimated from enough
    /// dealings (of milestones they do not tell enough), else shipped.
    share: f64,
    /// As the priors have it.
    shipped: f64,
    /// What their dealings say; nothing while they are too few.
    estimate: Option<ShareEstimate>,
    /// Who set it, if somebody did; nobody's name if the house did.
    set_by: Option<Named<UserId>>,
}

/// What dealings say of a share.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShareEstimate {
    /// The likeliest.
    share: f64,
    /// The lower end of the 80 % interval.
    low: f64,
    /// Its upper end.
    high: f64,
}

/// A share to be set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChannelShare {
    /// Of which channel.
    channel: RecordChannel,
    /// From 0 to 1; nothing takes back what was set.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(minimum = 0, maximum = 1, required)]
    share: Option<f64>,
}

/// How completely each seller in sight records.
#[utoipa::path(
    get, path = "/completeness", tag = "completeness",
    responses((status = 200, body = SellersCompleteness), Problems)
)]
async fn list_completeness(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<SellersCompleteness>, Problem> {
    reading(&web, &caller, |db, act| {
        let channels = RecordChannel::ALL.to_vec();
        Ok(Json(SellersCompleteness { channels, sellers: respond(db, act, None)? }))
    })
    .await
}

/// Sets how much of a channel a seller records, or takes back what was set.
#[utoipa::path(
    put, path = "/completeness/{user_id}", tag = "completeness",
    params(("user_id" = UserId, Path)),
    request_body = ChannelShare,
    responses((status = 200, body = Seller), Problems)
)]
async fn update_completeness(
    State(web): State<Web>,
    caller: Caller,
    Path(user): Path<UserId>,
    Body(new): Body<ChannelShare>,
) -> Result<Json<Seller>, Problem> {
    let share = new.share.map(assent_inference::Share::new).transpose();
    let share = share
        .map_err(|_| Refusal::field("/share", "out_of_range", "a share lies between 0 and 1"))?;
    writing(&web, &caller, move |db, act| {
        completeness::set(db, act, user, new.channel, share)?;
        respond(db, act, Some(user))?.pop().map(Json).ok_or(Refusal::NotFound)
    })
    .await
}

fn respond(db: &mut Db, act: &Act, only: Option<UserId>) -> Result<Vec<Seller>, Refusal> {
    let sellers = completeness::sellers(db, act, only)?;
    let users: Vec<UserId> = sellers.iter().map(|seller| seller.user).collect();
    let records = stored::of_users(db, &users)?;
    let seller = |seller: stored::Seller| {
        let of = |channel: RecordChannel| {
            let mut own = records.iter().filter(|record| record.user == seller.user);
            channel_of(act, channel, own.find(|record| record.channel == channel))
        };
        Seller {
            channels: RecordChannel::ALL.iter().copied().map(of).collect(),
            user: Named::new(seller.user, seller.name),
            dealings: seller.certainty.dealings,
            people: seller.certainty.people,
            certainty: seller.certainty.certainty,
            certainty_full: seller.certainty.certainty_full,
        }
    };
    Ok(sellers.into_iter().map(seller).collect())
}

fn channel_of(act: &Act, channel: RecordChannel, record: Option<&ChannelRecord>) -> SellerChannel {
    let shipped = act.model.completeness().share(Channel::from(channel)).get();
    let estimate = record.and_then(|record| record.estimate).filter(EstimatedShare::counts);
    let share = used(channel, record.and_then(|record| record.set), estimate).unwrap_or(shipped);
    let estimate =
        estimate.map(|EstimatedShare { share, low, high, .. }| ShareEstimate { share, low, high });
    let set_by = record.and_then(|record| record.set_by.clone()).map(Named::from);
    SellerChannel { channel, share, shipped, estimate, set_by }
}
