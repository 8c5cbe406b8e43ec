//! The way in: who may lead us to somebody, and the ask in words.

use assent_domain::ids::{AskId, OpportunityId, PersonId, UserId};
use assent_domain::time::Day;
use assent_domain::ways::{AskState, BridgeWord, Drafts, Hop, Way, Wording, asked_again, drafts};
use assent_store::asks::LastAsked;
use assent_store::{Db, users};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing};
use super::people_names::Names;
use super::room::deal_of;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::operations::ways::{self, WaysTo};
use crate::operations::{Act, Refusal, control};

/// The path of ways.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_ways))
}

/// Ways to somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ways {
    /// To whom.
    target: Named<PersonId>,
    /// Who would ask: whoever owns the deal.
    asker: Named<UserId>,
    /// The day they are shown for.
    as_of: Day,
    /// At most three, best first.
    ways: Vec<WayShown>,
    /// Whoever would be asked on one of the best ways, had they not been asked lately.
    spared: Vec<SparedShown>,
    /// The people spoken of.
    people: Vec<Named<PersonId>>,
}

/// A way, and the ask that it begins with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WayShown {
    /// From the one who asks to the target.
    hops: Vec<Hop>,
    /// The chance that all of them pass it on.
    chance: f64,
    /// Who passes it on, from the first asked to the last.
    through: Vec<PersonId>,
    /// The ask to the first of them, in both languages.
    draft: Drafts,
}

/// Somebody who was asked lately.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SparedShown {
    /// Who.
    person_id: PersonId,
    /// When.
    asked_on: Day,
    /// By whom.
    by: Option<Named<UserId>>,
    /// From when they may be asked again.
    again_on: Day,
    /// How that ask stands.
    state: AskState,
    /// The ask, if it was for the same person in the same deal.
    ask_id: Option<AskId>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct WaysParams {
    /// To whom.
    person_id: PersonId,
    /// The day to show; today, when left out.
    #[serde(default)]
    at: Option<Day>,
}

/// The three best ways to somebody for a deal: who passes it on to whom, with what chance, why, and the
/// ask to the first of them in words.
#[utoipa::path(
    get, path = "/opportunities/{id}/ways", tag = "ways",
    params(("id" = OpportunityId, Path), WaysParams),
    responses((status = 200, body = Ways), Problems)
)]
async fn list_ways(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Query(params): Query<WaysParams>,
) -> Result<Json<Ways>, Problem> {
    computing(&web, &caller, move |db, act| shown(db, act, id, &params).map(Json)).await
}

fn shown(db: &mut Db, act: &Act, id: OpportunityId, params: &WaysParams) -> Result<Ways, Refusal> {
    let deal = deal_of(db, act, id)?;
    let past = params.at.filter(|at| *at < act.today());
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, past.unwrap_or(act.today()));
    let target = params.person_id;
    let WaysTo { ways, spared } = ways::to_person(db, act, (&deal, &picture), target, past)?;
    let mut spoken = vec![target];
    let hops = ways.iter().flat_map(|way| &way.hops);
    spoken.extend(hops.flat_map(|hop| hop.from_id.into_iter().chain([hop.to_id])));
    spoken.extend(spared.iter().map(|one| one.person));
    let names = Names::of_people(db, &spoken)?;
    let owner_id = deal.opportunity.deal.facts.owner_id;
    let owner = users::one(db, owner_id)?;
    let sender = owner.map(|owner| owner.user.facts.name.to_string()).unwrap_or_default();
    let buyer = deal.opportunity.organization_name.as_str();
    let days = act.model.path_prior().asked_again_days;
    let spared_shown = |one: LastAsked| SparedShown {
        person_id: one.person,
        asked_on: one.on,
        by: one.by.map(Named::from),
        again_on: asked_again(one.on, days),
        state: one.state,
        ask_id: (one.opportunity == id && one.target == target).then_some(one.ask),
    };
    let ways = ways.into_iter();
    let shown_ways = ways.map(|way| way_shown(way, &names, buyer, &sender)).collect();
    Ok(Ways {
        target: names.named(target),
        asker: Named::new(owner_id, sender.as_str()),
        as_of: past.unwrap_or(act.today()),
        ways: shown_ways,
        spared: spared.into_iter().map(spared_shown).collect(),
        people: names.all(),
    })
}

fn way_shown(way: Way, names: &Names, buyer: &str, sender: &str) -> WayShown {
    let named: Vec<String> = way.hops.iter().map(|hop| names.named(hop.to_id).name).collect();
    let people: Vec<&str> = named.iter().map(String::as_str).collect();
    let target = people.last().copied().unwrap_or_default();
    let next = people.get(1).copied().unwrap_or(target);
    let further = people.get(2..people.len().saturating_sub(1)).unwrap_or_default();
    let word = |at: usize| way.hops.get(at).map_or(BridgeWord::Stranger, |hop| hop.bridge.word);
    let draft = drafts(&Wording {
        asked: people.first().copied().unwrap_or_default(),
        next,
        further,
        target,
        buyer,
        sender,
        bridge: word(1),
        is_stranger: word(0) == BridgeWord::Stranger,
    });
    WayShown { through: way.through(), chance: way.chance, hops: way.hops, draft }
}
