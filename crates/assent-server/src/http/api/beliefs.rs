//! One person in one deal: where they stand, how that moved, and why, in lines that add up.

use std::collections::HashMap;

use assent_domain::account::{Account, AccountLine, AccountStart, Target, account};
use assent_domain::estimate::{curve, estimate};
use assent_domain::evidence::{self, PersonEvidence, RecordRef, Title};
use assent_domain::ids::{
    CommitmentId, InteractionId, OpportunityId, OrganizationId, PersonId, UserId,
};
use assent_domain::interaction::Source;
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::{PhaseWord, Reading, TargetWord};
use assent_domain::time::{Day, Timestamp};
use assent_inference::{Channel, Completeness, Factor, Moment, Phase};
use assent_store::{Db, people};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::commitments::{self, Commitment};
use super::employments::Employment;
use super::kept::{Named, computing};
use super::room::deal_of;
use super::ties::Tie;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Path, Query};
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal};

/// The paths of beliefs.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_belief))
}

/// One person in one deal, on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Belief {
    /// Who.
    person: Named<PersonId>,
    /// Whether they are an assumption rather than a reported fact.
    assumed: bool,
    /// Their title on that day.
    title: Option<String>,
    /// Where they worked on that day.
    organization: Option<Named<OrganizationId>>,
    /// To whom they reported on that day.
    reports_to: Option<Named<PersonId>>,
    /// Where they work and have worked.
    employments: Vec<Employment>,
    /// Their part in the deal.
    role: BuyingRole,
    /// Whether their no would end it.
    veto: bool,
    /// Their share of the power: the weight of their part times how far their stand carries.
    power: f64,
    /// The first day anything is recorded of them.
    first_day: Option<Day>,
    /// The last day that can be shown.
    last_day: Day,
    /// The day shown.
    as_of: Day,
    /// Where they stand; nothing, when nothing is recorded of them.
    estimate: Option<Estimate>,
    /// What was promised between them and us.
    commitments: Vec<Commitment>,
    /// Their ties.
    ties: Vec<Tie>,
    /// Their place among the people of the deal.
    place: Place,
}

/// Where a person stands, how that moved, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Estimate {
    /// Where they stand.
    reading: Reading,
    /// Where they stood before what moved them most.
    compared: Option<Compared>,
    /// What is accounted for: a stage “or further”, `avoids_us` or `blocked`.
    #[schema(value_type = TargetWord)]
    target: String,
    /// Its probability.
    probability: f64,
    /// Since when it has been more likely than not.
    since: Option<Day>,
    /// The lines that add up to it.
    explanation: Explanation,
    /// How the belief moved, day by day.
    trajectory: Trajectory,
}

/// Where they stood before.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Compared {
    /// The reading of the day before.
    reading: Reading,
    /// What moved them.
    because: Title,
}

/// Why: `start_points` + the lines' points + `quiet_points` = `total_points`.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Explanation {
    /// The phase it covers; an order begins a new one.
    phase: PhaseWord,
    /// Where it begins: with a stranger, or where an order or a renewal left them.
    start: AccountStart,
    /// Points there. Ten points double the odds.
    start_points: f64,
    /// What the evidence did, in order.
    lines: Vec<ExplanationLine>,
    /// What quiet days did.
    quiet_points: f64,
    /// How many those were.
    quiet_days: f64,
    /// Points now.
    total_points: f64,
    /// The place of the strongest line among the lines.
    strongest: Option<usize>,
    /// The probability had the strongest line never been recorded.
    probability_without_strongest: Option<f64>,
    /// The model it was made with.
    model: ModelInfo,
}

/// A line of an explanation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ExplanationLine {
    /// When, or when the first of several.
    at: Timestamp,
    /// When the last of several.
    until: Option<Timestamp>,
    /// How many alike.
    count: usize,
    /// What it is.
    title: Title,
    /// Where it comes from.
    source: Option<Source>,
    /// Who recorded it.
    recorded_by: Option<Named<UserId>>,
    /// Whether any of it is an assumption rather than a reported fact.
    assumed: bool,
    /// Points towards the target, or away from it.
    points: f64,
    /// Points after this line.
    running: f64,
    /// The interactions.
    interaction_ids: Vec<InteractionId>,
    /// The promises.
    commitment_ids: Vec<CommitmentId>,
}

/// The model, and the strengths it reads evidence with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ModelInfo {
    /// Which of the house's versions of the model; 0 is the priors file itself.
    number: i64,
    /// Version and digest of the priors.
    version: String,
    /// By channel, the share of what happens that is taken to reach the records.
    completeness: Vec<Share>,
    /// By source, how far its word is weighed.
    sources: Vec<Share>,
}

/// A share by its name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Share {
    /// Of what.
    name: String,
    /// From 0 to 1.
    share: f64,
}

/// How a belief moved: a row a day, with the probabilities of the stages and of the levels.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Trajectory {
    /// The days.
    days: Vec<Day>,
    /// Buying or using, on each.
    phases: Vec<PhaseWord>,
    /// The stages of that phase, in order, on each.
    stages: Vec<Vec<f64>>,
    /// Cognition's five levels on each.
    cognition: Vec<Vec<f64>>,
    /// Psychology's five levels on each.
    psychology: Vec<Vec<f64>>,
    /// Behaviour's five levels on each.
    behaviour: Vec<Vec<f64>>,
}

/// A person's place among those of the deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Place {
    /// From 1.
    index: usize,
    /// How many there are.
    of: usize,
    /// Who stands before.
    previous_person_id: Option<PersonId>,
    /// Who stands after.
    next_person_id: Option<PersonId>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BeliefParams {
    /// The day to show; today, or the last one recorded, when left out.
    #[serde(default)]
    at: Option<Day>,
    /// What to account for: a stage, `avoids_us` or `blocked`; what the estimate itself says, when
    /// left out.
    #[serde(default)]
    target: Option<String>,
    /// The phase to account for; the one that runs, when left out.
    #[serde(default)]
    phase: Option<PhaseWord>,
}

/// One person in one deal: where they stand and why.
#[utoipa::path(
    get, path = "/opportunities/{id}/people/{person_id}/belief", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("person_id" = PersonId, Path), BeliefParams),
    responses((status = 200, body = Belief), Problems)
)]
async fn read_belief(
    State(web): State<Web>,
    caller: Caller,
    Path((id, person)): Path<(OpportunityId, PersonId)>,
    Query(params): Query<BeliefParams>,
) -> Result<Json<Belief>, Problem> {
    let target = match params.target.as_deref() {
        None => None,
        Some(word) => Some(Target::parse(word).ok_or_else(|| {
            Refusal::field("/target", "unknown_word", format!("there is no stage “{word}”"))
        })?),
    };
    computing(&web, &caller, move |db, act| {
        let deal = deal_of(db, act, id)?;
        belief(db, act, &deal, person, target, &params).map(Json)
    })
    .await
}

fn belief(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    person: PersonId,
    target: Option<Target>,
    params: &BeliefParams,
) -> Result<Belief, Refusal> {
    let last_day = deal.last_day(act.today());
    let as_of = params.at.unwrap_or(last_day).min(last_day);
    let part = deal.stakeholders.iter().find(|one| one.facts.person_id == person);
    let part = part.ok_or(Refusal::NotFound)?;
    let whole = evidence::gather(&act.model, &deal.facts.records, last_day);
    let gathered = evidence::gather(&act.model, &deal.facts.records, as_of);
    let mut evidence = gathered.get(&person).cloned();
    if params.phase == Some(PhaseWord::Buy) {
        evidence = evidence.map(|one| one.while_buying().unwrap_or(one));
    }
    let recorders = recorders(deal);
    let jobs = deal.employments.iter().filter(|job| job.employment.facts.person_id == person);
    let jobs: Vec<_> = jobs.cloned().collect();
    let job = jobs.iter().find(|job| {
        let facts = &job.employment.facts;
        facts.from.is_none_or(|from| from <= as_of) && facts.until.is_none_or(|end| end >= as_of)
    });
    let sight = act.sight(Noun::Person, Action::Read)?;
    let with_them = |row: &&assent_store::interactions::Commitment| {
        let facts = &row.stored.facts;
        facts.made_on <= as_of && [facts.by_id, facts.to_id].contains(&person)
    };
    let promises = deal.commitments.iter().filter(with_them).cloned().collect();
    let ties = people::ties(db, &sight, &[person])?;
    Ok(Belief {
        person: Named::new(person, part.name.clone()),
        assumed: part.person_assumed,
        title: job.and_then(|job| job.employment.facts.title.as_ref()).map(ToString::to_string),
        organization: job.map(|job| {
            Named::new(job.employment.facts.organization_id, job.organization_name.clone())
        }),
        reports_to: job.and_then(|job| {
            Some(Named::new(job.employment.facts.reports_to_id?, job.reports_to_name.clone()?))
        }),
        employments: jobs.iter().cloned().map(Employment::from).collect(),
        role: part.facts.role,
        veto: part.facts.role.has_veto(),
        power: deal.facts.group_on(&act.model, as_of).power(person),
        first_day: whole.get(&person).map(PersonEvidence::first_day),
        last_day,
        as_of,
        estimate: evidence.map(|evidence| estimate_of(act, &evidence, target, &recorders)),
        commitments: commitments::with_names(db, promises, as_of)?,
        ties: ties.into_iter().map(Tie::from).collect(),
        place: place(deal, person),
    })
}

/// Who recorded what happened in a deal.
pub(super) fn recorders(deal: &Deal) -> HashMap<InteractionId, Named<UserId>> {
    let recorded = deal.interactions.iter();
    recorded
        .filter_map(|row| Some((row.stored.id, Named::from(row.recorded_by.clone()?))))
        .collect()
}

/// People of a deal are walked through from the weightiest part to the lightest.
fn place(deal: &Deal, person: PersonId) -> Place {
    let mut order: Vec<_> = deal.stakeholders.iter().map(|one| &one.facts).collect();
    order.sort_by(|a, b| b.role.weight().total_cmp(&a.role.weight()));
    let at = order.iter().position(|one| one.person_id == person).unwrap_or(0);
    let id = |at: Option<usize>| at.and_then(|at| order.get(at)).map(|one| one.person_id);
    Place {
        index: at + 1,
        of: order.len(),
        previous_person_id: id(at.checked_sub(1)),
        next_person_id: id(Some(at + 1)),
    }
}

fn estimate_of(
    act: &Act,
    evidence: &PersonEvidence,
    target: Option<Target>,
    recorders: &HashMap<InteractionId, Named<UserId>>,
) -> Estimate {
    let model = &act.model;
    let reading = estimate(model, evidence).reading;
    let target = target.unwrap_or_else(|| Target::of(&reading));
    let account = account(model, evidence, target);
    let curve = curve(model, evidence);
    Estimate {
        compared: compared(act, evidence, &account),
        target: target.as_str().to_owned(),
        probability: account.probability,
        since: since(&curve, target, account.phase),
        explanation: explanation(act, evidence.completeness, &account, recorders),
        trajectory: trajectory(&curve),
        reading,
    }
}

/// Where they stood the day before what moved them most.
fn compared(act: &Act, evidence: &PersonEvidence, account: &Account) -> Option<Compared> {
    let line = account.lines.get(account.strongest?.line)?;
    let eve = Day::from_number(Day::from(line.at.date()).number() - 1);
    let before = evidence.until(eve)?;
    let reading = estimate(&act.model, &before).reading;
    Some(Compared { reading, because: line.title.clone() })
}

/// The day from which on the target has been more likely than not.
fn since(curve: &[(Day, Moment)], target: Target, phase: Phase) -> Option<Day> {
    let states = target.states(phase);
    let likely = curve
        .iter()
        .rev()
        .take_while(|(_, moment)| moment.phase == phase && moment.state.mass(states) >= 0.5);
    likely.last().map(|(day, _)| *day)
}

pub(super) fn explanation(
    act: &Act,
    completeness: Completeness,
    account: &Account,
    recorders: &HashMap<InteractionId, Named<UserId>>,
) -> Explanation {
    let mut running = account.start_points;
    let mut line = |line: &AccountLine| {
        running += line.points;
        let interactions = line.records.iter().filter_map(|record| match record {
            RecordRef::Interaction(id) => Some(*id),
            _ => None,
        });
        let commitments = line.records.iter().filter_map(|record| match record {
            RecordRef::Commitment(id) => Some(*id),
            _ => None,
        });
        let interaction_ids: Vec<InteractionId> = interactions.collect();
        ExplanationLine {
            at: line.at,
            until: line.until,
            count: line.count,
            title: line.title.clone(),
            source: line.source,
            recorded_by: interaction_ids.first().and_then(|id| recorders.get(id)).cloned(),
            assumed: line.assumed,
            points: line.points,
            running,
            interaction_ids,
            commitment_ids: commitments.collect(),
        }
    };
    Explanation {
        phase: account.phase.into(),
        start: account.start,
        start_points: account.start_points,
        lines: account.lines.iter().map(&mut line).collect(),
        quiet_points: account.quiet_points,
        quiet_days: account.quiet_days,
        total_points: account.total_points,
        strongest: account.strongest.map(|one| one.line),
        probability_without_strongest: account.strongest.map(|one| one.probability_without),
        model: model_info(act, completeness),
    }
}

fn model_info(act: &Act, completeness: Completeness) -> ModelInfo {
    let model = &act.model;
    let channel = |channel: &Channel| Share {
        name: channel.name().to_owned(),
        share: completeness.share(*channel).get(),
    };
    let source = |source: &assent_inference::SourcePrior| Share {
        name: source.name.clone(),
        share: source.reliability,
    };
    ModelInfo {
        number: act.in_force.number,
        version: model.version().to_string(),
        completeness: Channel::ALL.iter().map(channel).collect(),
        sources: model.sources().map(|(_, prior)| source(prior)).collect(),
    }
}

fn trajectory(curve: &[(Day, Moment)]) -> Trajectory {
    let levels =
        |factor| curve.iter().map(|(_, moment)| moment.state.marginal(factor).to_vec()).collect();
    let stages = |(_, moment): &(Day, Moment)| {
        moment.state.stages(moment.phase).iter().map(|(_, p)| p).collect()
    };
    Trajectory {
        days: curve.iter().map(|(day, _)| *day).collect(),
        phases: curve.iter().map(|(_, moment)| moment.phase.into()).collect(),
        stages: curve.iter().map(stages).collect(),
        cognition: levels(Factor::Cognition),
        psychology: levels(Factor::Psychology),
        behaviour: levels(Factor::Behaviour),
    }
}
