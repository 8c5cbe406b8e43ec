//! The model: its figures by layer, and what a change of them would move, before it is taken.

use std::collections::BTreeMap;

use assent_domain::account::Target;
use assent_domain::gap::Gap;
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::model_layers::LearnedValue;
use assent_domain::reading::{Reading, StageWord, TargetWord};
use assent_domain::time::Timestamp;
use assent_domain::winning::WinChance;
use assent_inference::{Phase, Setting, Settings, Stage};
use assent_store::{Db, model_versions};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ArrayBuilder, OneOfBuilder, Schema};
use utoipa::openapi::{ObjectBuilder, RefOr, Type};
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, computing, reading};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Body;
use crate::model_in_force::layers;
use crate::operations::model::{self, DealPreview, KeyChange, Whose};
use crate::operations::{Act, Refusal};

/// Deals looked at in one request.
const DEALS_AT_ONCE: usize = 6;

/// The paths of the model.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(read_model))
        .routes(routes!(preview_model))
        .routes(routes!(read_import))
}

/// A figure of the model: a number, numbers by level, a text, words, yes or no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Figure(pub Setting);

/// What a figure may be.
fn figure() -> OneOfBuilder {
    let of = |of: Type| ObjectBuilder::new().schema_type(of);
    let list = |of: Type| ArrayBuilder::new().items(ObjectBuilder::new().schema_type(of));
    let one = OneOfBuilder::new().item(of(Type::Boolean)).item(of(Type::Number));
    one.item(of(Type::String)).item(list(Type::Number)).item(list(Type::String))
}

impl PartialSchema for Figure {
    fn schema() -> RefOr<Schema> {
        figure().into()
    }
}

impl ToSchema for Figure {}

/// Figures by the path of their key; nothing takes one back to its default.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Figures(BTreeMap<String, Option<Figure>>);

impl PartialSchema for Figures {
    fn schema() -> RefOr<Schema> {
        let nothing = ObjectBuilder::new().schema_type(Type::Null);
        let value = Schema::from(figure().item(nothing));
        ObjectBuilder::new().additional_properties(Some(value)).into()
    }
}

impl ToSchema for Figures {}

impl From<Figures> for Settings {
    fn from(figures: Figures) -> Settings {
        let each = figures.0.into_iter();
        each.map(|(key, figure)| (key, figure.map(|figure| figure.0))).collect()
    }
}

/// The model in force.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ModelView {
    /// Its version; 0 is the priors file itself.
    number: i64,
    /// As beliefs made with it name it.
    model: String,
    /// Whether it lies over the file that the program ships with, and not over one given to it.
    shipped: bool,
    /// Where entries come from that do not say.
    source: Option<Figure>,
    /// What entries are worth that do not say, in observations.
    n_equiv: Option<Figure>,
    /// What was set or learned and no longer fits the file. It is left out.
    unfit: Vec<Unfit>,
    /// How far beliefs are settled anew with this version; nothing for version 0.
    settling: Option<SettlingView>,
    /// Each entry with its figures, in the order of the file.
    entries: Vec<EntryView>,
    /// Each stage with the share of people who stand there and of whom nothing is known.
    stages: Vec<StageView>,
}

/// Something that no longer fits the file.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Unfit {
    /// The path of its key.
    key: String,
    /// What is wrong with it.
    message: String,
}

/// How far beliefs are settled anew.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SettlingView {
    /// Deals to be settled; nothing before they were counted.
    deals: Option<i64>,
    /// Those that are.
    settled: i64,
    /// When the last one was.
    settled_at: Option<Timestamp>,
}

/// An entry: a kind of sign, a reply, a role, or figures that hold for everything.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryView {
    /// The path of its table in the file, such as `sign.inbound_call`.
    path: String,
    /// Its figures.
    fields: Vec<FieldView>,
}

/// A figure with its layers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FieldView {
    /// The path of its key within the entry, such as `P` or `dose.C_up`.
    key: String,
    /// As the file has it; nothing, where it has its default there.
    shipped: Option<Figure>,
    /// Whether users have changed it.
    is_edited: bool,
    /// As users have set it.
    edited: Option<Figure>,
    /// As it was learned.
    learned: Option<LearnedView>,
    /// As it is in force.
    in_force: Option<Figure>,
}

/// A learned figure.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LearnedView {
    /// The figure.
    value: Figure,
    /// Its standard error, or one for each of its numbers.
    errors: Vec<f64>,
    /// How often what it is of was recorded; of a half-life, from how many dealings.
    recorded: u64,
}

impl From<LearnedValue> for LearnedView {
    fn from(LearnedValue { value, errors, recorded }: LearnedValue) -> Self {
        Self { value: Figure(value), errors, recorded }
    }
}

/// A stage: a way of reading where people stand, which has no figures of its own.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StageView {
    /// Buying or using.
    phase: String,
    /// Which.
    #[schema(value_type = StageWord)]
    stage: Stage,
    /// The share of people there of whom nothing is known.
    at_rest: f64,
}

/// The model in force: every figure as the file has it, as users have set it, as it was learned.
#[utoipa::path(
    get, path = "/model", tag = "model",
    responses((status = 200, body = ModelView), Problems)
)]
async fn read_model(State(web): State<Web>, caller: Caller) -> Result<Json<ModelView>, Problem> {
    Ok(Json(reading(&web, &caller, view).await?))
}

fn view(db: &mut Db, act: &Act) -> Result<ModelView, Refusal> {
    model::may_read(act)?;
    let in_force = &act.in_force;
    let layers = layers(db, in_force.number)?;
    let entries = model::entries(&in_force.base.text, &in_force.text, &layers);
    let entries = entries.unwrap_or_else(|why| unreachable!("both texts were read before: {why}"));
    let line = model_versions::one(db, in_force.number)?;
    let [source, n_equiv] = ["source", "n_equiv"].map(|key| {
        let found = assent_inference::values_at(&in_force.text, [key]).unwrap_or_default();
        found.into_values().next().flatten().map(Figure)
    });
    Ok(ModelView {
        number: in_force.number,
        model: in_force.model.version().to_string(),
        shipped: in_force.base.is_shipped(),
        source,
        n_equiv,
        unfit: in_force.unfit.iter().map(unfit).collect(),
        settling: line.map(|line| SettlingView {
            deals: line.deals,
            settled: line.settled,
            settled_at: line.settled_at,
        }),
        entries: entries.into_iter().map(entry).collect(),
        stages: stages(act),
    })
}

fn unfit(fault: &assent_inference::Fault) -> Unfit {
    Unfit { key: fault.key.clone(), message: fault.message.clone() }
}

fn entry(entry: model::Entry) -> EntryView {
    let field = |field: model::Field| FieldView {
        key: field.key,
        shipped: field.shipped.map(Figure),
        is_edited: field.edited.is_some(),
        edited: field.edited.flatten().map(Figure),
        learned: field.learned.map(LearnedView::from),
        in_force: field.in_force.map(Figure),
    };
    EntryView { path: entry.path, fields: entry.fields.into_iter().map(field).collect() }
}

fn stages(act: &Act) -> Vec<StageView> {
    let of = |phase: Phase| {
        let stages = act.model.start(phase).stages(phase);
        let each = stages.iter().map(|(stage, at_rest)| StageView {
            phase: phase.name().to_owned(),
            stage,
            at_rest,
        });
        each.collect::<Vec<_>>()
    };
    Phase::ALL.into_iter().flat_map(of).collect()
}

/// A figure that is changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChangeView {
    /// The path of its key.
    key: String,
    /// What it was; nothing, where it had its default.
    before: Option<Figure>,
    /// What it becomes.
    after: Option<Figure>,
}

impl From<KeyChange> for ChangeView {
    fn from(change: KeyChange) -> Self {
        let KeyChange { key, before, after } = change;
        Self { key, before: before.map(Figure), after: after.map(Figure) }
    }
}

/// Changes to be looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PreviewBody {
    /// Figures by the path of their key; nothing takes one back to its default.
    changes: Figures,
    /// How many deals were looked at before.
    #[serde(default)]
    from: usize,
}

/// What changes would move in open deals.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewView {
    /// What would differ from the model in force.
    changes: Vec<ChangeView>,
    /// Whether the deals are the caller's own; else those in sight, because they have none.
    own: bool,
    /// Deals looked at so far, the earlier ones included.
    looked_at: usize,
    /// Deals that will be looked at in all: the latest ones.
    of: usize,
    /// Those of this look in which something would move.
    deals: Vec<DealPreviewView>,
}

/// What changes would move in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DealPreviewView {
    /// Which.
    deal: Named<OpportunityId>,
    /// The chance to win now.
    win_before: Option<WinChance>,
    /// As it would be.
    win_after: Option<WinChance>,
    /// The gap between our stage and the buyers now.
    gap_before: Option<Gap>,
    /// As it would be.
    gap_after: Option<Gap>,
    /// Who would move.
    people: Vec<PersonPreviewView>,
}

/// What changes would move of a person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonPreviewView {
    /// Who.
    person: Named<PersonId>,
    /// Where they stand.
    before: Reading,
    /// Where they would.
    after: Reading,
    /// Towards what: what is said of them now.
    #[schema(value_type = TargetWord)]
    target: &'static str,
    /// By how many points.
    points: f64,
}

/// What changes of the model would move in open deals, some of them at a time. Nothing is taken.
#[utoipa::path(
    post, path = "/model-previews", tag = "model",
    request_body = PreviewBody,
    responses((status = 200, body = PreviewView), Problems)
)]
async fn preview_model(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<PreviewBody>,
) -> Result<Json<PreviewView>, Problem> {
    let preview = computing(&web, &caller, move |db, act| {
        let checked = model::checked(db, act, &body.changes.into())?;
        let (whose, deals) = model::deals_to_preview(db, act)?;
        let from = body.from.min(deals.len());
        let some = &deals[from..(from + DEALS_AT_ONCE).min(deals.len())];
        let preview = model::preview(db, act, &checked, some)?;
        Ok(PreviewView {
            changes: checked.changes.into_iter().map(ChangeView::from).collect(),
            own: whose == Whose::Own,
            looked_at: from + preview.looked_at,
            of: deals.len(),
            deals: preview.moved.into_iter().map(deal_view).collect(),
        })
    });
    Ok(Json(preview.await?))
}

fn deal_view(deal: DealPreview) -> DealPreviewView {
    let [win_before, win_after] = deal.win.map_or([None, None], |win| win.map(Some));
    let [gap_before, gap_after] = deal.gap;
    let person = |one: model::PersonPreview| PersonPreviewView {
        person: Named::new(one.person, one.name),
        before: one.before,
        after: one.after,
        target: Target::as_str(one.target),
        points: one.points,
    };
    DealPreviewView {
        deal: Named::new(deal.id, deal.name),
        win_before,
        win_after,
        gap_before,
        gap_after,
        people: deal.people.into_iter().map(person).collect(),
    }
}

/// A priors file to be read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ImportBody {
    /// Its text.
    text: String,
}

/// What a priors file would change.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportView {
    /// Each figure that differs from the model in force.
    changes: Vec<ChangeView>,
}

/// Reads a priors file and says what it would change of the model in force. Nothing is taken: send the
/// changes to `/model-versions`. Each fault of the file is named with its line.
#[utoipa::path(
    post, path = "/model-imports", tag = "model",
    request_body = ImportBody,
    responses((status = 200, body = ImportView), Problems)
)]
async fn read_import(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<ImportBody>,
) -> Result<Json<ImportView>, Problem> {
    let changes = computing(&web, &caller, move |db, act| {
        let changes = model::read_import(db, act, &body.text)?;
        Ok(model::checked(db, act, &changes)?.changes)
    });
    let changes = changes.await?.into_iter().map(ChangeView::from).collect();
    Ok(Json(ImportView { changes }))
}
