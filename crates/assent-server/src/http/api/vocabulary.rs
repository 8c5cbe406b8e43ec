//! The model's words: what can be recorded, and what each of it means.

use assent_domain::evidence::{REMARK, kinds};
use assent_inference::{Direction, Factor, Model, Phase, Phases, Weights};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};

/// The path of the vocabulary.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_vocabulary))
}

/// The model's words.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Vocabulary {
    /// What a person can show.
    signs: Vec<SignWord>,
    /// What can be done, and how it can be answered.
    actions: Vec<ActionWord>,
    /// The kind of what was only heard.
    remark: String,
    /// Where records come from.
    sources: Vec<SourceWord>,
    /// What the levels of cognition are called.
    cognition: LevelNames,
    /// What the levels of psychology are called.
    psychology: LevelNames,
    /// What the levels of behaviour are called.
    behaviour: LevelNames,
    /// The stages of buying, in order.
    buy_stages: Vec<String>,
    /// The stages of using, in order.
    use_stages: Vec<String>,
    /// Version and digest of the priors.
    model_version: String,
}

/// What a person can show.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignWord {
    /// Its name.
    key: String,
    /// When it occurs.
    phases: Vec<String>,
    /// The channel it comes through.
    channel: String,
    /// Why it means what it means.
    why: String,
    /// Whether it speaks for us, against us, or both: `toward`, `away`, `mixed`.
    direction: String,
}

/// What can be done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ActionWord {
    /// Its name.
    key: String,
    /// When it makes sense.
    phases: Vec<String>,
    /// Why it works as it works.
    why: String,
    /// How it can be answered.
    replies: Vec<ReplyWord>,
    /// Whether it may stay open until it is answered.
    opens_question: bool,
}

/// How something can be answered.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReplyWord {
    /// Its name.
    key: String,
    /// `toward`, `away` or `mixed`.
    direction: String,
}

/// Where records come from.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SourceWord {
    /// Its name.
    key: String,
    /// How far its word is weighed, from 0 to 1.
    reliability: f64,
}

/// What the levels of a factor are called, lowest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LevelNames {
    /// While buying.
    buy: Vec<String>,
    /// While using.
    r#use: Vec<String>,
}

/// The model's words.
#[utoipa::path(
    get, path = "/vocabulary", tag = "model",
    responses((status = 200, body = Vocabulary), Problems)
)]
async fn read_vocabulary(
    State(web): State<Web>,
    _caller: Caller,
) -> Result<Json<Vocabulary>, Problem> {
    Ok(Json(vocabulary(&web.app.model().model)))
}

fn vocabulary(model: &Model) -> Vocabulary {
    let stages =
        |phase: Phase| phase.stages().iter().map(|stage| stage.name().to_owned()).collect();
    Vocabulary {
        signs: signs(model),
        actions: actions(model),
        remark: REMARK.to_owned(),
        sources: model
            .sources()
            .map(|(_, prior)| SourceWord {
                key: prior.name.clone(),
                reliability: prior.reliability,
            })
            .collect(),
        cognition: levels(model, Factor::Cognition),
        psychology: levels(model, Factor::Psychology),
        behaviour: levels(model, Factor::Behaviour),
        buy_stages: stages(Phase::Buy),
        use_stages: stages(Phase::Use),
        model_version: model.version().to_string(),
    }
}

fn signs(model: &Model) -> Vec<SignWord> {
    let word = |prior: &assent_inference::SignPrior| SignWord {
        key: prior.name.clone(),
        phases: phases(prior.phases),
        channel: prior.exposure.channel().name().to_owned(),
        why: prior.why.clone(),
        direction: direction(&prior.weights),
    };
    model.signs().map(|(_, prior)| word(prior)).collect()
}

fn actions(model: &Model) -> Vec<ActionWord> {
    let recorded: Vec<&str> = kinds(model).collect();
    let recorded = model.actions().filter(|(_, prior)| recorded.contains(&prior.name.as_str()));
    recorded
        .map(|(action, prior)| ActionWord {
            key: prior.name.clone(),
            phases: phases(prior.phases),
            why: prior.why.clone(),
            replies: model
                .replies(action)
                .map(|(_, reply)| ReplyWord {
                    key: reply.name.clone(),
                    direction: direction(&reply.weights),
                })
                .collect(),
            opens_question: model.question(action).is_some(),
        })
        .collect()
}

fn levels(model: &Model, factor: Factor) -> LevelNames {
    let names = |phase: Phase| model.factor_prior(factor).level_names[phase as usize].to_vec();
    LevelNames { buy: names(Phase::Buy), r#use: names(Phase::Use) }
}

fn phases(phases: Phases) -> Vec<String> {
    let names = [(Phase::Buy, "buy"), (Phase::Use, "use")];
    let included = names.iter().filter(|(phase, _)| phases.include(*phase));
    included.map(|(_, name)| (*name).to_owned()).collect()
}

/// Which way a piece of evidence points, all factors taken together.
fn direction(weights: &Weights) -> String {
    let factors = [Factor::Psychology, Factor::Behaviour, Factor::Cognition];
    let directions: Vec<Direction> =
        factors.iter().map(|factor| weights.direction(*factor)).collect();
    let rises = directions.contains(&Direction::Rising);
    let falls = directions.contains(&Direction::Falling);
    let word = match (rises, falls) {
        (true, false) => "toward",
        (false, true) => "away",
        _ => "mixed",
    };
    word.to_owned()
}
