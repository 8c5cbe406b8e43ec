//! Alarms: what is going wrong, and putting one off for a while.

use assent_domain::control::{AlarmFigures, AlarmKind, FalseAlarmRate, Norms, alarms as found};
use assent_domain::ids::{AlarmId, CommitmentId, OpportunityId, PersonId, UserId};
use assent_domain::picture::Picture;
use assent_domain::time::Day;
use assent_store::{Db, alarms};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, writing};
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::operations::Refusal;
use crate::operations::control::{self, AlarmBody};
use crate::operations::estimates::Deal;

/// The paths of alarms.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(snooze_alarm, wake_alarm))
}

/// Something that is going wrong in a deal.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Alarm {
    /// Which; nothing, on a day gone by.
    id: Option<AlarmId>,
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// What sort.
    kind: AlarmKind,
    /// With whom; nobody, where it is the deal as a whole.
    person: Option<Named<PersonId>>,
    /// With which promise.
    commitment_id: Option<CommitmentId>,
    /// Since when.
    since: Day,
    /// By which figures.
    figures: AlarmFigures,
    /// How often such an alarm is false.
    false_alarms: FalseAlarmRate,
    /// Who has put it off.
    snooze: Option<Snooze>,
}

/// An alarm put off.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Snooze {
    /// Until the end of this day.
    until: Day,
    /// Why.
    reason: String,
    /// Who.
    by: Option<Named<UserId>>,
}

impl Alarm {
    /// An alarm as it was laid down; nothing, of a kind or a form that another version wrote.
    pub(super) fn read(row: alarms::Alarm) -> Option<Self> {
        let AlarmBody { figures, false_alarms } = serde_json::from_str(&row.body).ok()?;
        Some(Self {
            id: Some(row.id),
            opportunity: Named::new(row.opportunity, row.opportunity_name),
            kind: row.kind.parse().ok()?,
            person: row.person.map(Named::from),
            commitment_id: row.commitment,
            since: row.since,
            figures,
            false_alarms,
            snooze: row.snooze.map(|snooze| Snooze {
                until: snooze.until,
                reason: snooze.reason,
                by: snooze.by.map(Named::from),
            }),
        })
    }

    /// Whether somebody has put it off.
    pub(super) fn is_put_off(&self) -> bool {
        self.snooze.is_some()
    }

    /// The deal it rings in.
    pub(super) fn deal(&self) -> OpportunityId {
        self.opportunity.id
    }
}

/// The alarms that are going on in a deal, those that nobody has put off first.
pub(super) fn going_on(db: &mut Db, deal: OpportunityId) -> Result<Vec<Alarm>, Refusal> {
    let rows = control::alarms_of(db, deal)?;
    let mut alarms: Vec<Alarm> = rows.into_iter().filter_map(Alarm::read).collect();
    alarms.sort_by_key(Alarm::is_put_off);
    Ok(alarms)
}

/// The alarms of a day gone by, which nobody can put off any more.
pub(super) fn on_a_day(
    picture: &Picture<'_>,
    norms: &Norms,
    deal: &Deal,
    names: &Names,
) -> Vec<Alarm> {
    let named = Named::new(deal.opportunity.deal.id, deal.opportunity.deal.facts.name.to_string());
    let alarm = |alarm: assent_domain::control::DealAlarm| Alarm {
        id: None,
        opportunity: named.clone(),
        kind: alarm.kind,
        person: alarm.person.map(|person| names.named(person)),
        commitment_id: alarm.commitment,
        since: alarm.since,
        figures: alarm.figures,
        false_alarms: alarm.false_alarms,
        snooze: None,
    };
    found(picture, norms).into_iter().map(alarm).collect()
}

/// Until when an alarm is put off, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SnoozeBody {
    /// Until the end of this day: today or later, within a year.
    until: Day,
    /// Why, for whoever looks later.
    #[schema(min_length = 1, max_length = 200)]
    reason: String,
}

/// Puts an alarm off: it goes on, and nobody is bothered with it until that day is over.
#[utoipa::path(
    put, path = "/alarms/{id}/snooze", tag = "control",
    params(("id" = AlarmId, Path)),
    request_body = SnoozeBody,
    responses((status = 200, body = Alarm), Problems)
)]
async fn snooze_alarm(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<AlarmId>,
    Body(body): Body<SnoozeBody>,
) -> Result<Json<Alarm>, Problem> {
    set(&web, &caller, id, Some((body.until, body.reason))).await
}

/// Lets an alarm ring again.
#[utoipa::path(
    delete, path = "/alarms/{id}/snooze", tag = "control",
    params(("id" = AlarmId, Path)),
    responses((status = 200, body = Alarm), Problems)
)]
async fn wake_alarm(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<AlarmId>,
) -> Result<Json<Alarm>, Problem> {
    set(&web, &caller, id, None).await
}

async fn set(
    web: &Web,
    caller: &Caller,
    id: AlarmId,
    until: Option<(Day, String)>,
) -> Result<Json<Alarm>, Problem> {
    let alarm = writing(web, caller, move |db, act| {
        let row = control::snooze(
            db,
            act,
            id,
            until.as_ref().map(|(day, reason)| (*day, reason.as_str())),
        )?;
        Alarm::read(row).ok_or(Refusal::NotFound)
    });
    Ok(Json(alarm.await?))
}
