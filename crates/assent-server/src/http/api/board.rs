//! The pipeline board: columns with counts and sums, and a card for each deal with its buyers.

use std::collections::HashMap;

use assent_domain::gap::Gap;
use assent_domain::ids::{OpportunityId, OrganizationId, PersonId, PipelineId, StageId, UserId};
use assent_domain::money::Money;
use assent_domain::opportunity::{BuyingRole, DealState};
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::Reading;
use assent_domain::time::{Day, Timestamp};
use assent_store::opportunities::{Filter, Opportunity};
use assent_store::{Db, PageRequest, beliefs, interactions, opportunities, stakeholders};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing};
use super::opportunities::OpportunityFilter;
use super::pipelines::{Stage, find as find_pipeline};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::http::page::{PageOf, PageParams, typed};
use crate::operations::{Act, Refusal};

/// Cards of a column that come with the board; more come by the page.
const CARDS_PER_COLUMN: usize = 25;

/// The paths of the board.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_board)).routes(routes!(list_cards))
}

/// A pipeline with its deals.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Board {
    /// Which.
    pipeline: Named<PipelineId>,
    /// Its stages with their deals, first to last.
    columns: Vec<Column>,
}

/// A stage with its deals.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Column {
    /// The stage.
    stage: Stage,
    /// Deals there.
    count: i64,
    /// What they would bring, by currency.
    sums: Vec<Money>,
    /// The first of them.
    cards: Vec<Card>,
    /// From where the rest is listed.
    next_cursor: Option<String>,
}

/// A deal on the board.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Card {
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
    /// Where it stands.
    stage_id: StageId,
    /// When the seller expects the order.
    expected_close: Option<Day>,
    /// The deal's version, for moving it.
    version: i64,
    /// Its buyers.
    people: Vec<Buyer>,
    /// How its stage stands to them.
    gap: Option<Gap>,
    /// When they were last heard of.
    last_evidence_at: Option<Timestamp>,
    /// The promise that is due next.
    next_commitment: Option<NextCommitment>,
}

/// A buyer on a card.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Buyer {
    /// Who.
    person: Named<PersonId>,
    /// In what part.
    role: BuyingRole,
    /// Whether their no would end the deal.
    veto: bool,
    /// Weight of their part among the buyers, from 0 to 1.
    power: f64,
    /// Where they stand, if anything is recorded.
    reading: Option<Reading>,
}

impl Buyer {
    /// The buyers of each of these deals, the weightiest first: two queries, however many they are.
    pub(super) fn of_deals(
        db: &mut Db,
        deals: &[OpportunityId],
    ) -> Result<HashMap<OpportunityId, Vec<Self>>, Refusal> {
        let mut readings: HashMap<(OpportunityId, PersonId), Reading> = HashMap::new();
        for (deal, person, reading) in beliefs::readings_of(db, deals)? {
            // A reading of an older program version is not shown until it is settled anew.
            if let Ok(reading) = serde_json::from_str(&reading) {
                readings.insert((deal, person), reading);
            }
        }
        let mut buyers: HashMap<OpportunityId, Vec<Self>> = HashMap::new();
        for one in stakeholders::of(db, deals)? {
            let reading = readings.remove(&(one.opportunity, one.facts.person_id));
            buyers.entry(one.opportunity).or_default().push(Self {
                person: Named::new(one.facts.person_id, one.name),
                role: one.facts.role,
                veto: one.facts.role.has_veto(),
                power: one.facts.role.weight(),
                reading,
            });
        }
        Ok(buyers.into_iter().map(|(deal, own)| (deal, by_power(own))).collect())
    }

    /// Who it is.
    pub(super) fn id(&self) -> PersonId {
        self.person.id
    }
}

/// A promise that is due.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NextCommitment {
    /// What.
    text: String,
    /// By when.
    due: Option<Day>,
    /// Whether that day has passed.
    overdue: bool,
    /// Whether it is a promise of ours.
    ours: bool,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BoardParams {
    /// Only deals found by these words.
    #[serde(default)]
    #[param(max_length = 200)]
    q: Option<String>,
    /// Of this owner.
    #[serde(default)]
    owner_id: Option<UserId>,
    /// Open, closed, won or lost; open, when left out.
    #[serde(default)]
    state: Option<DealState>,
}

/// A pipeline with its deals: the counts and sums of every stage, and the first cards of each.
#[utoipa::path(
    get, path = "/pipelines/{id}/board", tag = "pipelines",
    params(("id" = PipelineId, Path), BoardParams),
    responses((status = 200, body = Board), Problems)
)]
async fn read_board(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PipelineId>,
    Query(params): Query<BoardParams>,
) -> Result<Json<Board>, Problem> {
    computing(&web, &caller, move |db, act| board(db, act, id, params).map(Json)).await
}

/// The cards of a stage, a page at a time.
#[utoipa::path(
    get, path = "/opportunities/cards", tag = "pipelines",
    params(PageParams, OpportunityFilter),
    responses((status = 200, body = PageOf<Card>), Problems)
)]
async fn list_cards(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<OpportunityFilter>,
) -> Result<Json<PageOf<Card>>, Problem> {
    let request = params.request()?;
    computing(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Opportunity, Action::Read)?;
        let page = opportunities::list(db, &sight, &filter.into(), &request)?;
        let (next, total) = (page.next, page.total);
        let rows = cards(db, act, page.rows)?;
        Ok(Json(PageOf::of(assent_store::Page { rows, next, total }, |card| card)))
    })
    .await
}

fn board(db: &mut Db, act: &Act, id: PipelineId, params: BoardParams) -> Result<Board, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let pipeline = find_pipeline(db, act, id)?;
    let filter = Filter {
        pipeline: Some(id),
        owner: params.owner_id,
        state: Some(params.state.unwrap_or(DealState::Open)),
        ..Filter::default()
    };
    let search = params.q.map(typed).transpose()?.filter(|words| !words.trim().is_empty());
    let totals = opportunities::totals_by_stage(db, &sight, &filter, search.as_deref())?;
    let mut columns = Vec::new();
    for stage in pipeline.stages {
        let own = totals.iter().filter(|(of, _, _)| *of == stage.id);
        let count = own.clone().map(|(_, count, _)| count).sum();
        let request = PageRequest {
            rows: CARDS_PER_COLUMN,
            search: search.clone(),
            ..PageRequest::default()
        };
        let filter = Filter { stage: Some(stage.id), ..filter.clone() };
        let page = if count == 0 {
            assent_store::Page { rows: Vec::new(), next: None, total: None }
        } else {
            opportunities::list(db, &sight, &filter, &request)?
        };
        columns.push(Column {
            sums: own.filter_map(|(_, _, sum)| *sum).collect(),
            stage: stage.into(),
            count,
            next_cursor: page.next.map(|cursor| cursor.to_string()),
            cards: cards(db, act, page.rows)?,
        });
    }
    Ok(Board { pipeline: Named::new(id, pipeline.name), columns })
}

/// Cards for these deals: as many queries for one as for all.
fn cards(db: &mut Db, act: &Act, deals: Vec<Opportunity>) -> Result<Vec<Card>, Refusal> {
    let ids: Vec<OpportunityId> = deals.iter().map(|deal| deal.deal.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut buyers = Buyer::of_deals(db, &ids)?;
    let mut promises: HashMap<OpportunityId, NextCommitment> = HashMap::new();
    for due in interactions::next_commitments(db, &ids)? {
        promises.entry(due.opportunity).or_insert_with(|| NextCommitment {
            text: due.text,
            overdue: due.due.is_some_and(|day| day < act.today()),
            due: due.due,
            ours: due.ours,
        });
    }
    Ok(deals
        .into_iter()
        .map(|deal| {
            let people = buyers.remove(&deal.deal.id).unwrap_or_default();
            card(deal, people, &mut promises)
        })
        .collect())
}

/// Buyers with the weight of their part as a share, the weightiest first.
fn by_power(mut buyers: Vec<Buyer>) -> Vec<Buyer> {
    let all: f64 = buyers.iter().map(|buyer| buyer.power).sum();
    for buyer in &mut buyers {
        buyer.power /= all;
    }
    buyers.sort_by(|a, b| b.power.total_cmp(&a.power));
    buyers
}

fn card(
    row: Opportunity,
    people: Vec<Buyer>,
    promises: &mut HashMap<OpportunityId, NextCommitment>,
) -> Card {
    let facts = row.deal.facts;
    let heard = people.iter().filter_map(|buyer| buyer.reading.as_ref()?.last_evidence_at);
    Card {
        id: row.deal.id,
        name: facts.name.to_string(),
        organization: Named::new(facts.organization_id, row.organization_name),
        owner: Named::new(facts.owner_id, row.owner_name),
        amount: facts.amount,
        stage_id: row.stage.id,
        expected_close: facts.expected_close,
        version: row.deal.meta.version,
        gap: row.gap.and_then(|gap| serde_json::from_str(&gap).ok()),
        last_evidence_at: heard.max(),
        next_commitment: promises.remove(&row.deal.id),
        people,
    }
}
