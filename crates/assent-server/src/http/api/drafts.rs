//! Drafts: what a typed line says, as chips to confirm and records ready to be sent.

use assent_domain::evidence_line::{Chip as ChipRow, ChipId, ChipKind, ChipValue, Missing, Toward};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::text::Key;
use assent_domain::time::Day;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::interactions::Moved;
use super::kept::computing;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Body;
use crate::operations::Refusal;
use crate::operations::drafts::{self, Drafted, Line};

/// The longest line that is read, in characters.
const LONGEST: usize = 2_000;

/// The path of drafts.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(create_interaction_draft))
}

/// A typed line.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LineBody {
    /// The deal it is about.
    opportunity_id: OpportunityId,
    /// Whose page is open.
    #[serde(default)]
    person_id: Option<PersonId>,
    /// What was typed, in Chinese or English or both.
    #[schema(max_length = 2000)]
    text: String,
    /// Chips that were taken out, by their ids.
    #[serde(default)]
    #[schema(max_items = 100)]
    without: Vec<ChipId>,
}

/// What a line says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InteractionDraft {
    /// Piece by piece, in the order of the line.
    chips: Vec<Chip>,
    /// What happened, ready for `POST /evidence`; nothing, while something is missing.
    interaction: Option<InteractionFacts>,
    /// What was promised, likewise.
    commitments: Vec<CommitmentFacts>,
    /// What has to be said before it can be recorded.
    missing: Vec<Missing>,
    /// Whom recording it would move.
    effects: Vec<Moved>,
}

/// A piece of what a line says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Chip {
    /// Its name, with which it is taken out.
    id: ChipId,
    /// What sort of thing it proposes.
    kind: ChipKind,
    /// What it proposes: a word of the vocabulary, a day, a source, or free text.
    value: String,
    /// The action that a reply answers.
    action: Option<Key>,
    /// Who, of a person.
    person_id: Option<PersonId>,
    /// Their name.
    person_name: Option<String>,
    /// By when, of a promise.
    due: Option<Day>,
    /// Which way it will move the estimate.
    toward: Toward,
    /// Whether the line says so plainly.
    certain: bool,
    /// Where it stands on the line, in UTF-16 units: first,
    start: usize,
    /// and one past the last.
    end: usize,
}

/// Reads a typed line. Nothing is stored.
#[utoipa::path(
    post, path = "/interaction-drafts", tag = "interactions",
    request_body = LineBody,
    responses((status = 200, body = InteractionDraft), Problems)
)]
async fn create_interaction_draft(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<LineBody>,
) -> Result<Json<InteractionDraft>, Problem> {
    if body.text.chars().count() > LONGEST {
        let message = format!("is longer than {LONGEST} characters");
        return Err(Refusal::field("/text", "too_long", message).into());
    }
    let line = Line {
        opportunity: body.opportunity_id,
        focus: body.person_id,
        text: body.text,
        without: body.without,
    };
    let read = computing(&web, &caller, move |db, act| drafts::draft(db, act, &line));
    let Drafted { draft, names, moved } = read.await?;
    Ok(Json(InteractionDraft {
        chips: draft.chips.into_iter().map(|chip| Chip::of(chip, &names)).collect(),
        interaction: draft.interaction,
        commitments: draft.commitments,
        missing: draft.missing,
        effects: moved.into_iter().map(Moved::from).collect(),
    }))
}

impl Chip {
    fn of(chip: ChipRow, names: &[(PersonId, String)]) -> Self {
        let kind = chip.value.kind();
        let value = chip.value.word();
        let (action, person_id, due) = match chip.value {
            ChipValue::Person(person) => (None, Some(person), None),
            ChipValue::Sign { people, .. } => (None, people.first().copied(), None),
            ChipValue::Reply { action, .. } => (Some(action), None, None),
            ChipValue::OurPromise { due, .. } | ChipValue::TheirPromise { due, .. } => {
                (None, None, due)
            }
            ChipValue::Action(_)
            | ChipValue::Date(_)
            | ChipValue::Source(_)
            | ChipValue::Benefit(_) => (None, None, None),
        };
        let name = person_id.and_then(|id| names.iter().find(|(known, _)| *known == id));
        Self {
            id: chip.id,
            kind,
            value,
            action,
            person_id,
            person_name: name.map(|(_, name)| name.clone()),
            due,
            toward: chip.toward,
            certain: chip.certain,
            start: chip.span.utf16.start,
            end: chip.span.utf16.end,
        }
    }
}
