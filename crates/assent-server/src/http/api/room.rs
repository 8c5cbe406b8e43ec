//! The deal room: everybody in a deal with where they stand, how they are tied, and what happened;
//! today or on any day before.

mod benefits;
mod feed;
mod map;

use assent_domain::account::{AccountLine, Target, account};
use assent_domain::estimate::{curve, estimate};
use assent_domain::evidence::{self, PersonEvidence, Title};
use assent_domain::gap::{Gap, gap, shares};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::{Action, Noun};
use assent_domain::picture::Picture;
use assent_domain::reading::{PhaseWord, Reading, StageShare};
use assent_domain::time::Day;
use assent_domain::winning::win;
use assent_inference::{Factor, Model, Stage, StateSet};
use assent_store::{Db, opportunities};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::alarms::{self, Alarm};
use super::commitments::{self, Commitment};
use super::kept::{Named, computing};
use super::opportunities::{Opportunity, StageChange};
use super::outlook::Win;
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::operations::estimates::{self, Deal};
use crate::operations::{Act, Refusal, control};
pub(super) use benefits::Benefits;
pub(super) use map::{Edge, MapPerson, RoomOrganization};

/// The paths of the room.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_room)).merge(feed::router())
}

/// A deal with everybody in it, on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Room {
    /// The deal as it is today.
    opportunity: Opportunity,
    /// The day the room is shown for.
    as_of: Day,
    /// The first day of the deal.
    first_day: Day,
    /// The last day that can be shown.
    last_day: Day,
    /// Buying or using, on that day.
    phase: PhaseWord,
    /// The stage the seller said it was in on that day.
    stage: Option<StageChange>,
    /// How that stage stood to the buyers.
    gap: Option<Gap>,
    /// The chance to win on that day; nothing, once the order is placed.
    win: Option<Win>,
    /// What was going wrong on that day: those that nobody has put off first.
    alarms: Vec<Alarm>,
    /// The deal that this one renews.
    renews: Option<Named<OpportunityId>>,
    /// The deals that renew this one.
    renewals: Vec<Named<OpportunityId>>,
    /// What the buyers held of what is offered.
    benefits: Benefits,
    /// Where they all stood, weighed by their part: each stage of the phase with its share.
    shares: Vec<StageShare>,
    /// Who has a part in the deal.
    stakeholders: Vec<RoomPerson>,
    /// Which of ours deal with them, the owner first.
    ours: Vec<MapPerson>,
    /// Others who tie them to us.
    others: Vec<MapPerson>,
    /// The organizations of all these people.
    organizations: Vec<RoomOrganization>,
    /// What ties the people.
    edges: Vec<Edge>,
    /// What moved the person who decides, for the axis of time.
    marks: Vec<Mark>,
    /// The seller's moves, oldest first.
    stage_changes: Vec<StageChange>,
    /// What was promised, oldest first.
    commitments: Vec<Commitment>,
    /// Records up to that day.
    evidence_count: usize,
}

/// Somebody with a part in the deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoomPerson {
    /// Who.
    person: MapPerson,
    /// In what part.
    role: BuyingRole,
    /// Whether their no would end the deal.
    veto: bool,
    /// Their share of the power: the weight of their part times how far their stand carries.
    power: f64,
    /// Their share of the influence of all, from 0 to 1.
    influence: f64,
    /// Whether nothing is estimated of them, at their wish.
    excluded: bool,
    /// Since when.
    since: Option<Day>,
    /// Whether their part still runs on that day.
    active: bool,
    /// Whether the part is an assumption rather than a reported fact.
    assumed: bool,
    /// Where they stand, if anything is recorded.
    reading: Option<Reading>,
    /// How likely they were to favour us, along the way.
    trend: Vec<TrendPoint>,
}

/// A point of a trend.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TrendPoint {
    /// The day.
    day: Day,
    /// Probability of favouring us, or trusting us.
    p: f64,
}

/// Something that moved the person who decides.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Mark {
    /// When.
    day: Day,
    /// Points towards us, or away.
    points: f64,
    /// What it was.
    title: Title,
    /// How many alike.
    count: usize,
    /// Whom it moved.
    person_id: PersonId,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AsOf {
    /// The day to show; today, or the last one recorded, when left out.
    #[serde(default)]
    pub(super) at: Option<Day>,
}

/// A deal with everybody in it, today or on a day before.
#[utoipa::path(
    get, path = "/opportunities/{id}/room", tag = "opportunities",
    params(("id" = OpportunityId, Path), AsOf),
    responses((status = 200, body = Room), Problems)
)]
async fn read_room(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Query(as_of): Query<AsOf>,
) -> Result<Json<Room>, Problem> {
    computing(&web, &caller, move |db, act| room(db, act, id, as_of.at).map(Json)).await
}

fn room(db: &mut Db, act: &Act, id: OpportunityId, at: Option<Day>) -> Result<Room, Refusal> {
    let deal = deal_of(db, act, id)?;
    let last_day = deal.last_day(act.today());
    let first_day = deal.opportunity.deal.facts.opened_on.min(last_day);
    let day = at.unwrap_or(last_day).clamp(first_day, last_day);
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, day);
    let map = map::draw(db, act, &deal, &picture)?;
    let history = opportunities::stage_changes(db, id)?;
    let stage = history.iter().rev().find(|change| change.at <= day.end()).cloned();
    let promises = deal.commitments.iter();
    let promises = promises.filter(|row| row.stored.facts.made_on <= day).cloned().collect();
    let happened =
        |row: &&assent_store::interactions::Interaction| row.stored.facts.at <= day.end();
    let names = Names::of(db, &deal)?;
    let alarms = if day == act.today() {
        alarms::going_on(db, id)?
    } else {
        alarms::on_a_day(&picture, &bearings.norms, &deal, &names)
    };
    Ok(Room {
        shares: shares(&picture, picture.last_look(), picture.phase),
        as_of: day,
        first_day,
        last_day,
        phase: picture.phase.into(),
        stage: stage.map(StageChange::from),
        gap: gap(&picture),
        win: win(&picture).map(|win| Win::of(&win, &names)),
        alarms,
        renews: renewed(db, &deal)?,
        renewals: opportunities::renewals_of(db, id)?.into_iter().map(Named::from).collect(),
        benefits: benefits::read(db, &deal, &picture)?,
        stakeholders: stakeholders(&deal, &picture, &map.people),
        marks: marks(act, &deal, last_day),
        stage_changes: history.into_iter().map(StageChange::from).collect(),
        commitments: commitments::with_names(db, promises, day)?,
        evidence_count: deal.interactions.iter().filter(happened).count(),
        opportunity: deal.opportunity.into(),
        ours: map.ours,
        others: map.others,
        organizations: map.organizations,
        edges: map.edges,
    })
}

fn renewed(db: &mut Db, deal: &Deal) -> Result<Option<Named<OpportunityId>>, Refusal> {
    let ids: Vec<OpportunityId> = deal.opportunity.deal.facts.renews_id.into_iter().collect();
    let found = opportunities::many(db, &ids)?;
    Ok(found.first().map(|one| Named::new(one.deal.id, one.deal.facts.name.as_str())))
}

fn stakeholders(deal: &Deal, picture: &Picture<'_>, people: &[MapPerson]) -> Vec<RoomPerson> {
    let day = picture.day;
    let present =
        deal.stakeholders.iter().filter(|one| one.facts.since.is_none_or(|since| since <= day));
    let make = |one: &assent_store::stakeholders::Stakeholder| {
        let id = one.facts.person_id;
        Some(RoomPerson {
            person: people.iter().find(|person| person.id == id)?.clone(),
            role: one.facts.role,
            veto: one.facts.role.has_veto(),
            power: picture.group.power(id),
            influence: picture.group.influence(id),
            excluded: picture.deal.records.excluded.contains(&id),
            since: one.facts.since,
            active: deal.is_active(id, day),
            assumed: one.facts.assumed,
            reading: picture.estimate(id).map(|one| one.reading),
            trend: picture.evidence.get(&id).map(|e| trend(picture.model, e)).unwrap_or_default(),
        })
    };
    let mut made: Vec<RoomPerson> = present.filter_map(make).collect();
    made.sort_by(|a, b| b.power.total_cmp(&a.power));
    made
}

/// How likely a person was to favour us or trust us, which means the same while buying and using.
fn trend(model: &Model, evidence: &PersonEvidence) -> Vec<TrendPoint> {
    let favours = StateSet::levels(Factor::Psychology, 3..);
    let point = |(day, moment): (Day, assent_inference::Moment)| TrendPoint {
        day,
        p: moment.state.mass(favours),
    };
    curve(model, evidence).into_iter().map(point).collect()
}

/// What moved whoever decides, over the whole of the deal: in points towards holding us against
/// their criteria, and once they use it, towards being able to.
fn marks(act: &Act, deal: &Deal, last_day: Day) -> Vec<Mark> {
    let deciders = deal.stakeholders.iter().filter(|one| one.facts.role.has_veto());
    let mut deciders: Vec<PersonId> = deciders.map(|one| one.facts.person_id).collect();
    if deciders.is_empty() {
        deciders = deal.people();
    }
    let gathered = evidence::gather(&act.model, &deal.facts.records, last_day);
    let mut marks: Vec<Mark> = deciders
        .iter()
        .filter_map(|id| Some((*id, gathered.get(id)?)))
        .flat_map(|(id, evidence)| marks_of(&act.model, id, evidence))
        .collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

fn marks_of(model: &Model, person: PersonId, evidence: &PersonEvidence) -> Vec<Mark> {
    let lines_of = |evidence: &PersonEvidence| {
        let reading = estimate(model, evidence).reading;
        let target = match reading.phase {
            PhaseWord::Buy => Target::StageOrFurther(Stage::Evaluating),
            PhaseWord::Use => Target::StageOrFurther(Stage::Using),
        };
        account(model, evidence, target).lines
    };
    let mark = |line: AccountLine| Mark {
        day: line.at.date().into(),
        points: line.points,
        title: line.title,
        count: line.count,
        person_id: person,
    };
    let phases = [evidence.while_buying(), Some(evidence.clone())];
    phases.iter().flatten().flat_map(lines_of).map(mark).collect()
}

pub(super) fn deal_of(db: &mut Db, act: &Act, id: OpportunityId) -> Result<Deal, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    estimates::load(db, &sight, id)
}
