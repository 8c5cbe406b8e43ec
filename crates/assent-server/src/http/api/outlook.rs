//! The outlook of a deal: the chance to win with its terms, how it moved, when the deal will end, and
//! what would be if some people stood elsewhere.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::picture::Picture;
use assent_domain::proof::Winner;
use assent_domain::reading::StageWord;
use assent_domain::time::Day;
use assent_domain::winning::{
    self, Closing, EndedBy, WinChance, WinPoint, WinTermWord, closing, competition, ended_by,
    suppose, trend, win,
};
use assent_inference::{ClosingPace, Phase, Stage};
use assent_store::Db;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing};
use super::people_names::Names;
use super::room::deal_of;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::operations::{Act, Fault, Refusal, control, proof};

/// People supposed to stand elsewhere, at most.
const MOST_SUPPOSED: usize = 20;
/// Months ahead for which the ends of a deal are told.
const MONTHS: i64 = 12;

/// The paths of the outlook.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_outlook)).routes(routes!(make_supposition))
}

/// The chance to win, with its terms. Ten points double the odds.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Win {
    /// The chance and its interval.
    #[serde(flatten)]
    chance: WinChance,
    /// The share of the power that is met, knows the problem, is not against us and responds.
    coverage: f64,
    /// The terms added up.
    total_points: f64,
    /// The terms, the base first.
    terms: Vec<WinTermLine>,
}

/// A term of the chance to win.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct WinTermLine {
    /// What it is.
    kind: WinTermWord,
    /// Of whom.
    person: Option<Named<PersonId>>,
    /// What it adds.
    points: f64,
}

impl Win {
    pub(super) fn of(win: &winning::Win, names: &Names) -> Self {
        let line = |term: &winning::WinTerm| WinTermLine {
            kind: term.kind,
            person: term.person.map(|person| names.named(person)),
            points: term.points,
        };
        Self {
            chance: WinChance::from(&win.read_out),
            coverage: win.read_out.coverage(),
            total_points: win.total_points,
            terms: win.terms.iter().map(line).collect(),
        }
    }
}

/// How the chance to win moved, and when the deal will end.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Outlook {
    /// The chance at each look until the order.
    trend: Vec<WinPoint>,
    /// By how much it changed within four weeks.
    change_4_weeks: Option<f64>,
    /// When the deal is expected to end, whichever way; nothing, once it has.
    closing: Option<Closing>,
    /// The chances that it has ended by each month from now on.
    by: Vec<EndedBy>,
    /// When the seller expects the order.
    expected_close: Option<Day>,
    /// The chance that it is won by then.
    by_expected_close: Option<f64>,
    /// What the closed deals of the house said of such chances; nothing, before they were asked.
    proof: Option<ChanceProof>,
}

/// What the closed deals of the house said of the chance to win.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChanceProof {
    /// Whether it did better than plain counts.
    verdict: Winner,
    /// When they were last asked.
    computed_on: Day,
}

/// How the chance to win a deal moved, and when the deal will end.
#[utoipa::path(
    get, path = "/opportunities/{id}/outlook", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = Outlook), Problems)
)]
async fn read_outlook(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Json<Outlook>, Problem> {
    computing(&web, &caller, move |db, act| outlook(db, act, id).map(Json)).await
}

fn outlook(db: &mut Db, act: &Act, id: OpportunityId) -> Result<Outlook, Refusal> {
    let deal = deal_of(db, act, id)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    let trend = trend(&picture);
    let four_weeks_ago = picture.day.number() - 28;
    let then = trend.iter().rev().find(|point| point.day.number() <= four_weeks_ago);
    let change = trend.last().zip(then).map(|(now, then)| now.p - then.p);
    let expected_close = deal.facts.expected_close;
    let open = deal.opportunity.closure.is_none();
    let pace = ClosingPace::of(&act.model, &bearings.norms.closing);
    let ends = win(&picture).filter(|_| open).map(|win| {
        let competition = competition(&picture, &pace, &win.read_out);
        let today = picture.day;
        let on = |month: i64| Day::from_number(today.number() + (month * 365 + 6) / 12);
        let by = (1..=MONTHS).map(|month| ended_by(&competition, today, on(month))).collect();
        let due = expected_close.map(|day| ended_by(&competition, today, day).won);
        (closing(&competition, today), by, due)
    });
    let (closing, by, by_expected_close) = match ends {
        Some((closing, by, due)) => (Some(closing), by, due),
        None => (None, Vec::new(), None),
    };
    let change_4_weeks = change.filter(|_| picture.phase == Phase::Buy);
    let proof = proof::verdict(db)?;
    let proof = proof.map(|(verdict, computed_on)| ChanceProof { verdict, computed_on });
    Ok(Outlook { trend, change_4_weeks, closing, by, expected_close, by_expected_close, proof })
}

/// People supposed to stand at a stage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SuppositionBody {
    /// Who, and where.
    #[schema(min_items = 1, max_items = 20)]
    people: Vec<Supposed>,
}

/// Somebody supposed to stand at a stage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Supposed {
    /// Who; somebody with a part in the deal.
    person_id: PersonId,
    /// At which stage of buying.
    #[schema(value_type = StageWord)]
    stage: Stage,
}

/// What would be if some people stood elsewhere. Nothing of it is kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Supposition {
    /// The chance to win as it is.
    before: Win,
    /// The chance to win as it would be.
    after: Win,
    /// How everybody's stand would move.
    shifts: Vec<StandShift>,
}

/// How a person's stand would move, between −1 (against us) and 1 (for us).
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StandShift {
    /// Who.
    person_id: PersonId,
    /// As it is.
    before: f64,
    /// As it would be.
    after: f64,
}

/// What would be if some people stood elsewhere: “suppose the plant manager endorses”.
#[utoipa::path(
    post, path = "/opportunities/{id}/supposition", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    request_body = SuppositionBody,
    responses((status = 200, body = Supposition), Problems)
)]
async fn make_supposition(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(body): Body<SuppositionBody>,
) -> Result<Json<Supposition>, Problem> {
    computing(&web, &caller, move |db, act| supposition(db, act, id, &body).map(Json)).await
}

fn supposition(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
    body: &SuppositionBody,
) -> Result<Supposition, Refusal> {
    let deal = deal_of(db, act, id)?;
    let limits = control::bearings(db, act)?.limits;
    let picture = deal.picture(act, &limits, act.today());
    check(&picture, body)?;
    let supposed: Vec<(PersonId, Stage)> =
        body.people.iter().map(|one| (one.person_id, one.stage)).collect();
    let nothing_to_win = || Refusal::Conflict {
        code: "nothing_to_win",
        message: "the order is placed; there is nothing left to win".to_owned(),
    };
    let before = win(&picture).ok_or_else(nothing_to_win)?;
    let (after, shifts) = suppose(&picture, &supposed).ok_or_else(nothing_to_win)?;
    let names = Names::of(db, &deal)?;
    let shift = |(person_id, before, after)| StandShift { person_id, before, after };
    Ok(Supposition {
        before: Win::of(&before, &names),
        after: Win::of(&after, &names),
        shifts: shifts.into_iter().map(shift).collect(),
    })
}

fn check(picture: &Picture<'_>, body: &SuppositionBody) -> Result<(), Refusal> {
    if body.people.is_empty() || body.people.len() > MOST_SUPPOSED {
        let message = format!("name one to {MOST_SUPPOSED} people");
        return Err(Refusal::field("/people", "out_of_range", message));
    }
    let fault = |(at, one): (usize, &Supposed)| {
        if picture.group.position(one.person_id).is_none() {
            let message = "has no part in this deal today";
            return Some(Fault::new(format!("/people/{at}/person_id"), "no_part", message));
        }
        let buying = Phase::Buy.stages().contains(&one.stage);
        let message = "is no stage of buying";
        (!buying).then(|| Fault::new(format!("/people/{at}/stage"), "unknown_word", message))
    };
    let faults: Vec<Fault> = body.people.iter().enumerate().filter_map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}
