//! The control board: every deal that is being sold or used, with what is going wrong in it; where
//! its people stand, and what changed this week.

use std::collections::HashMap;

use assent_domain::control::AlarmKind;
use assent_domain::evidence::Title;
use assent_domain::gap::Gap;
use assent_domain::ids::{OpportunityId, OrganizationId, PersonId, TeamId, UserId};
use assent_domain::money::Money;
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::{PhaseWord, StageShare, StageWord};
use assent_domain::time::{Day, Timestamp};
use assent_domain::winning::WinChance;
use assent_inference::{Phase, Stage as BuyersStage};
use assent_store::indicators::{self, BoardFilter, Indicator};
use assent_store::{Db, PageRequest, alarms, opportunities, people, users};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::alarms::Alarm;
use super::kept::{Named, reading};
use super::pipelines::Stage;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Query;
use crate::http::page::{PageInfo, PageParams};
use crate::operations::control::{Card, People, Promises, Reached, Touches};
use crate::operations::{Act, Refusal};

/// Changes of the week that are told.
const MOST_CHANGES: i64 = 8;
/// Changes of less than this are none.
const LEAST_CHANGE: f64 = 0.01;

/// The path of the control board.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_control_board))
}

/// Which deals a board or a forecast speaks of.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DealsOf {
    /// Of this owner.
    #[serde(default)]
    pub(super) owner_id: Option<UserId>,
    /// Of this team and those below it.
    #[serde(default)]
    pub(super) team_id: Option<TeamId>,
    /// With an alarm of this kind that nobody has put off.
    #[serde(default)]
    pub(super) alarm: Option<AlarmKind>,
}

impl DealsOf {
    /// The same as the store takes it.
    pub(super) fn filter(&self, db: &mut Db, act: &Act) -> Result<BoardFilter, Refusal> {
        let teams = match self.team_id {
            Some(team) => users::teams_below(db, team)?,
            None => Vec::new(),
        };
        Ok(BoardFilter {
            owner: self.owner_id,
            teams,
            alarm: self.alarm.map(|kind| kind.as_str().to_owned()),
            search: None,
            today: Some(act.today()),
        })
    }
}

/// Every deal that is being sold or used, with what is going wrong in it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ControlBoard {
    /// The day it shows.
    as_of: Day,
    /// How many deals there are.
    deals: usize,
    /// How many of them have an alarm of each kind that nobody has put off.
    counts: Vec<AlarmCount>,
    /// A page of them, those that would bring most first.
    rows: Vec<ControlRow>,
    /// Where the next page starts.
    page: PageInfo,
    /// Where their people stand.
    people: Vec<StatePeople>,
    /// The deals whose chance to win changed most within a week.
    changes: Vec<WeekChange>,
    /// How many rose.
    risen: usize,
    /// How many fell.
    fallen: usize,
}

/// How many deals have an alarm of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlarmCount {
    /// What sort.
    kind: AlarmKind,
    /// Deals.
    deals: usize,
}

/// A deal on the board.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ControlRow {
    /// Which.
    id: OpportunityId,
    /// What it is about.
    name: String,
    /// Who would buy.
    organization: Named<OrganizationId>,
    /// Who sells.
    owner: Named<UserId>,
    /// What it would bring.
    amount: Option<Money>,
    /// Buying or using.
    phase: PhaseWord,
    /// The stage the seller says it is in.
    stage: Stage,
    /// Where the group stands, weighed by power.
    shares: Vec<StageShare>,
    /// How the stage stands to it.
    gap: Option<Gap>,
    /// What we did and what they did in thirteen weeks.
    touches: Touches,
    /// Who of the group has been met.
    roles: Reached,
    /// The share of the power that is met, knows the problem, is not against us and responds.
    coverage: f64,
    /// Promises of ours that came due.
    promises: Promises,
    /// When the buyers were last heard of.
    last_evidence_at: Option<Timestamp>,
    /// The chance to win.
    win: Option<WinChance>,
    /// What is going wrong, those put off last.
    alarms: Vec<Alarm>,
}

/// How many people are expected to stand at a stage.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StatePeople {
    /// Buying or using.
    phase: PhaseWord,
    /// The stage.
    #[schema(value_type = StageWord)]
    stage: BuyersStage,
    /// The sum of their probabilities.
    expected: f64,
    /// Its standard deviation, people taken as independent.
    deviation: f64,
    /// `expected` less what it was a week ago.
    change: f64,
}

/// A deal whose chance to win changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WeekChange {
    /// Which.
    opportunity: Named<OpportunityId>,
    /// Who would buy.
    organization: Named<OrganizationId>,
    /// The chance now.
    p: f64,
    /// Less what it was a week ago.
    change: f64,
    /// The record of the week that moved somebody most; nothing, in a quiet week.
    because: Option<WeekCause>,
}

/// What moved somebody most.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WeekCause {
    /// What it was.
    title: Title,
    /// Whom it moved.
    person: Named<PersonId>,
    /// By how many points, towards where they stand today.
    points: f64,
}

/// The control board.
#[utoipa::path(
    get, path = "/control-board", tag = "control",
    params(PageParams, DealsOf),
    responses((status = 200, body = ControlBoard), Problems)
)]
async fn read_control_board(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(of): Query<DealsOf>,
) -> Result<Json<ControlBoard>, Problem> {
    let request = params.request()?;
    let board = reading(&web, &caller, move |db, act| board(db, act, &of, &request));
    Ok(Json(board.await?))
}

fn board(
    db: &mut Db,
    act: &Act,
    of: &DealsOf,
    request: &PageRequest,
) -> Result<ControlBoard, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let filter = BoardFilter { search: request.search.clone(), ..of.filter(db, act)? };
    let of_all = BoardFilter { alarm: None, search: None, ..filter.clone() };
    let page = indicators::board(db, &sight, &filter, request)?;
    let (deals, sums) = indicators::totals(db, &sight, &of_all)?;
    let (changed, risen, fallen) =
        indicators::changes(db, &sight, &of_all, LEAST_CHANGE, MOST_CHANGES)?;
    let counts = alarms::counts(db, &sight, &of_all)?;
    let count =
        |(kind, deals): (String, usize)| Some(AlarmCount { kind: kind.parse().ok()?, deals });
    let next_cursor = page.next.as_ref().map(ToString::to_string);
    Ok(ControlBoard {
        as_of: act.today(),
        deals,
        counts: counts.into_iter().filter_map(count).collect(),
        page: PageInfo { has_more: next_cursor.is_some(), next_cursor, total: None },
        rows: rows(db, page.rows)?,
        people: by_state(&People::from_list(&sums)),
        changes: changes(db, &changed)?,
        risen,
        fallen,
    })
}

fn rows(
    db: &mut Db,
    deals: Vec<(opportunities::Opportunity, Indicator)>,
) -> Result<Vec<ControlRow>, Refusal> {
    let ids: Vec<OpportunityId> = deals.iter().map(|(deal, _)| deal.deal.id).collect();
    let mut rings: HashMap<OpportunityId, Vec<Alarm>> = HashMap::new();
    for alarm in alarms::of_deals(db, &ids)?.into_iter().filter_map(Alarm::read) {
        rings.entry(alarm.deal()).or_default().push(alarm);
    }
    let row = |(deal, shown): (opportunities::Opportunity, Indicator)| {
        // A card of an older program version is not shown until it is settled anew.
        let card: Card = serde_json::from_str(&shown.card).ok()?;
        let facts = deal.deal.facts;
        let mut alarms = rings.remove(&deal.deal.id).unwrap_or_default();
        alarms.sort_by_key(Alarm::is_put_off);
        Some(ControlRow {
            id: deal.deal.id,
            name: facts.name.to_string(),
            organization: Named::new(facts.organization_id, deal.organization_name),
            owner: Named::new(facts.owner_id, deal.owner_name),
            amount: facts.amount,
            phase: shown.phase,
            stage: deal.stage.into(),
            shares: card.shares,
            gap: deal.gap.and_then(|gap| serde_json::from_str(&gap).ok()),
            touches: card.touches,
            roles: card.roles,
            coverage: card.coverage,
            promises: card.promises,
            last_evidence_at: card.last_evidence_at,
            win: card.win,
            alarms,
        })
    };
    Ok(deals.into_iter().filter_map(row).collect())
}

fn by_state(people: &People) -> Vec<StatePeople> {
    let stages = Phase::ALL.iter().flat_map(|phase| {
        phase.stages().iter().map(move |stage| (PhaseWord::from(*phase), *stage))
    });
    let state = |(at, (phase, stage)): (usize, (PhaseWord, BuyersStage))| StatePeople {
        phase,
        stage,
        expected: people.expected[at],
        deviation: people.variance[at].max(0.0).sqrt(),
        change: people.expected[at] - people.week_ago[at],
    };
    stages.enumerate().map(state).collect()
}

fn changes(db: &mut Db, ids: &[OpportunityId]) -> Result<Vec<WeekChange>, Refusal> {
    let deals = opportunities::many(db, ids)?;
    let shown = indicators::of(db, ids)?;
    let cards: HashMap<OpportunityId, Card> = shown
        .iter()
        .filter_map(|one| Some((one.opportunity, serde_json::from_str(&one.card).ok()?)))
        .collect();
    let moved: Vec<PersonId> =
        cards.values().filter_map(|card| Some(card.because.as_ref()?.person_id)).collect();
    let names: HashMap<PersonId, String> = people::names(db, &moved)?.into_iter().collect();
    let change = |id: &OpportunityId| {
        let deal = deals.iter().find(|deal| deal.deal.id == *id)?;
        let win = shown.iter().find(|one| one.opportunity == *id)?.win?;
        let facts = &deal.deal.facts;
        let because = cards.get(id).and_then(|card| card.because.clone());
        Some(WeekChange {
            opportunity: Named::new(*id, facts.name.to_string()),
            organization: Named::new(facts.organization_id, deal.organization_name.clone()),
            p: win.p,
            change: win.week_change,
            because: because.map(|because| WeekCause {
                title: because.title,
                person: Named::new(
                    because.person_id,
                    names.get(&because.person_id).cloned().unwrap_or_default(),
                ),
                points: because.points,
            }),
        })
    };
    Ok(ids.iter().filter_map(change).collect())
}
