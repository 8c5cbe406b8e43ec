//! Lessons: what came of activities, what goes with winning, and what decided one deal.

use std::collections::HashSet;

use assent_domain::evidence::{RecordRef, Title};
use assent_domain::ids::{
    CommitmentId, InteractionId, OpportunityId, PersonId, ProductId, TeamId, UserId,
};
use assent_domain::interaction::Source;
use assent_domain::lesson::{DecidingDay, Feature, FeatureKind};
use assent_domain::opportunity::Outcome;
use assent_domain::playbook::Play;
use assent_domain::time::Day;
use assent_store::lessons::{EndedDeal as StoredDeal, Filter};
use assent_store::{Db, users};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing};
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::operations::lessons::Had;
use crate::operations::{Act, Refusal, lessons};

/// As many deals behind a lesson are shown at most, with it and without.
const MOST_BEHIND: usize = 500;

/// The paths of lessons.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(read_playbook))
        .routes(routes!(read_lessons))
        .routes(routes!(read_lesson_deals))
        .routes(routes!(read_verdict))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct LessonParams {
    /// Deals of this owner.
    #[serde(default)]
    owner_id: Option<UserId>,
    /// Deals of this team and those below it.
    #[serde(default)]
    team_id: Option<TeamId>,
    /// Deals of this product.
    #[serde(default)]
    product_id: Option<ProductId>,
    /// What was done since this day; for lessons, deals that ended since then.
    #[serde(default)]
    since: Option<Day>,
}

impl LessonParams {
    fn filter(&self, db: &mut Db) -> Result<Filter, Refusal> {
        let teams = match self.team_id {
            None => Vec::new(),
            Some(team) => users::teams_below(db, team)?,
        };
        let (owner, product) = (self.owner_id, self.product_id);
        Ok(Filter { owner, teams, product, since: self.since.map(Day::start) })
    }
}

/// What came of each action towards people at each stage.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Playbook {
    /// Each action and stage, most tried first.
    plays: Vec<Play>,
    /// Over how many deals.
    deals: usize,
    /// Over how many attempts.
    attempts: usize,
}

/// What came of each action towards people at each stage: how it was answered, and how far it carried.
#[utoipa::path(
    get, path = "/playbook", tag = "advice",
    params(LessonParams),
    responses((status = 200, body = Playbook), Problems)
)]
async fn read_playbook(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<LessonParams>,
) -> Result<Json<Playbook>, Problem> {
    computing(&web, &caller, move |db, act| {
        let filter = params.filter(db)?;
        let lessons::Playbook { plays, deals, attempts } =
            lessons::playbook(db, act, &filter, params.since)?;
        Ok(Json(Playbook { plays, deals, attempts }))
    })
    .await
}

/// What goes with winning.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Lessons {
    /// Deals won.
    won: usize,
    /// Deals lost.
    lost: usize,
    /// Deals that came to nothing.
    no_decision: usize,
    /// What goes with winning, furthest first; what is too few last.
    lessons: Vec<Lesson>,
}

/// How far something goes with winning.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Lesson {
    #[serde(flatten)]
    feature: Feature,
    /// Deals with it.
    with_all: usize,
    /// Of them won.
    with_won: usize,
    /// Deals without it.
    without_all: usize,
    /// Of them won.
    without_won: usize,
    /// By how much the share won differs, drawn towards no difference as far as the deals are few.
    difference: f64,
    /// The lower end of its 80 % interval.
    low: f64,
    /// The upper end.
    high: f64,
    /// Whether too few deals had it, or had it not, to say anything.
    few: bool,
}

/// What goes with winning, over closed deals. It does not say that the one brings the other: sellers do
/// more where they hope.
#[utoipa::path(
    get, path = "/lessons", tag = "advice",
    params(LessonParams),
    responses((status = 200, body = Lessons), Problems)
)]
async fn read_lessons(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<LessonParams>,
) -> Result<Json<Lessons>, Problem> {
    computing(&web, &caller, move |db, act| {
        let filter = params.filter(db)?;
        let found = lessons::lessons(db, act, &filter)?;
        let lesson = |one: lessons::Lesson| Lesson {
            with_all: one.cases.with_all,
            with_won: one.cases.with_won,
            without_all: one.cases.without_all,
            without_won: one.cases.without_won,
            difference: one.association.difference,
            low: one.association.interval.0,
            high: one.association.interval.1,
            few: one.few,
            feature: one.feature,
        };
        let lessons::Lessons { won, lost, no_decision, lessons } = found;
        let lessons = lessons.into_iter().map(lesson).collect();
        Ok(Json(Lessons { won, lost, no_decision, lessons }))
    })
    .await
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct BehindParams {
    /// What sort of thing a deal had to it.
    kind: FeatureKind,
    /// Which.
    name: String,
    /// Deals of this owner.
    owner_id: Option<UserId>,
    /// Deals of this team and those below it.
    team_id: Option<TeamId>,
    /// Deals of this product.
    product_id: Option<ProductId>,
    /// Deals that ended since then.
    since: Option<Day>,
}

/// The deals behind a lesson.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DealsBehind {
    /// Those that had it, latest first.
    with: Vec<EndedDeal>,
    /// Those that had it not.
    without: Vec<EndedDeal>,
}

/// A closed deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EndedDeal {
    /// Which.
    opportunity: Named<OpportunityId>,
    /// The name of the customer.
    organization: String,
    /// How it ended.
    outcome: Outcome,
    /// When.
    ended_on: Day,
}

/// The deals behind a lesson: those that had it and those that had not, at most 500 of each.
#[utoipa::path(
    get, path = "/lessons/deals", tag = "advice",
    params(BehindParams),
    responses((status = 200, body = DealsBehind), Problems)
)]
async fn read_lesson_deals(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<BehindParams>,
) -> Result<Json<DealsBehind>, Problem> {
    let BehindParams { kind, name, owner_id, team_id, product_id, since } = params;
    let feature = Feature { kind, name };
    let of = LessonParams { owner_id, team_id, product_id, since };
    computing(&web, &caller, move |db, act| {
        let filter = of.filter(db)?;
        let found = lessons::deals_behind(db, act, &filter, &feature)?;
        let that_had = |wanted: Had| {
            let of_that = found.iter().filter(|(_, had)| *had == wanted);
            let ended = |(deal, _): &(StoredDeal, Had)| EndedDeal {
                opportunity: Named::new(deal.id, deal.name.as_str()),
                organization: deal.organization.clone(),
                outcome: deal.outcome,
                ended_on: deal.ended_at.date().into(),
            };
            of_that.map(ended).take(MOST_BEHIND).collect()
        };
        Ok(Json(DealsBehind { with: that_had(Had::It), without: that_had(Had::ItNot) }))
    })
    .await
}

/// What decided a deal: start + days + quiet = total.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Verdict {
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// How it ended, if it has.
    outcome: Option<Outcome>,
    /// Why, in the seller's words.
    reason: Option<String>,
    /// The last day on which it was still to be won.
    until: Day,
    /// Points of a deal of which nothing is known, or at the first day accounted for. Ten points double
    /// the odds.
    start_points: f64,
    /// What the evidence of each day did, oldest first.
    days: Vec<VerdictDay>,
    /// What the days between did.
    quiet_points: f64,
    /// All added up.
    total_points: f64,
    /// The chance to win those points stand for.
    chance: f64,
}

/// A day with evidence.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct VerdictDay {
    /// The day.
    day: Day,
    /// Points towards winning.
    points: f64,
    /// The chance to win after it.
    chance: f64,
    /// What happened.
    happened: Vec<Happened>,
}

/// Something that happened with somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Happened {
    /// With whom.
    person: Named<PersonId>,
    /// What.
    title: Title,
    /// Where it comes from.
    source: Option<Source>,
    /// Whether it is an assumption rather than a reported fact.
    assumed: bool,
    /// The interaction.
    interaction_id: Option<InteractionId>,
    /// The promise.
    commitment_id: Option<CommitmentId>,
}

/// What decided a deal, day by day; of one that goes on, what has brought it where it is.
#[utoipa::path(
    get, path = "/opportunities/{id}/verdict", tag = "advice",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = Verdict), Problems)
)]
async fn read_verdict(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Json<Verdict>, Problem> {
    computing(&web, &caller, move |db, act| verdict(db, act, id).map(Json)).await
}

fn verdict(db: &mut Db, act: &Act, id: OpportunityId) -> Result<Verdict, Refusal> {
    let (deal, found) = lessons::verdict(db, act, id)?;
    let people: HashSet<PersonId> =
        found.days.iter().flat_map(|day| day.happened.iter().map(|(person, _)| *person)).collect();
    let names = Names::of_people(db, &people.into_iter().collect::<Vec<_>>())?;
    let closure = deal.opportunity.closure;
    Ok(Verdict {
        opportunity: Named::new(id, deal.opportunity.deal.facts.name.as_str()),
        outcome: closure.as_ref().map(|closure| closure.outcome),
        reason: closure.and_then(|closure| closure.reason).map(|reason| reason.to_string()),
        until: found.until,
        start_points: found.start_points,
        quiet_points: found.quiet_points,
        total_points: found.total_points,
        chance: found.chance,
        days: found.days.into_iter().map(|day| verdict_day(day, &names)).collect(),
    })
}

fn verdict_day(day: DecidingDay, names: &Names) -> VerdictDay {
    let happened = day.happened.into_iter().map(|(person, label)| Happened {
        person: names.named(person),
        interaction_id: match label.record {
            RecordRef::Interaction(id) => Some(id),
            _ => None,
        },
        commitment_id: match label.record {
            RecordRef::Commitment(id) => Some(id),
            _ => None,
        },
        title: label.title,
        source: label.source,
        assumed: label.assumed,
    });
    VerdictDay {
        day: day.day,
        points: day.points,
        chance: day.chance,
        happened: happened.collect(),
    }
}
