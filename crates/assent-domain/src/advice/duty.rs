//! What is owed: a complaint that stands open, a promise of ours that is due, something they asked for.
//! No options, so they are not weighed.

use assent_inference::What;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::menu::complaint;
use crate::evidence::PersonEvidence;
use crate::ids::{CommitmentId, PersonId};
use crate::picture::Picture;
use crate::time::Day;
use crate::words::words;

/// How long before it is due a promise is owed.
const SOON_DAYS: i64 = 2;
/// How long what they asked for is owed: after that it has been answered elsewhere, or is forgotten.
const ASKED_DAYS: i64 = 30;
/// What they may ask us for, and what answers it.
const ASKED: [(&str, &[&str]); 2] = [
    ("quote_requested", &["send_quote"]),
    ("meeting_requested", &["meeting", "discovery", "demo", "executive_meeting", "call"]),
];

words! {
    /// What is owed.
    pub enum DutyKind {
        /// They complained, and nothing was done about it.
        Complaint = "complaint",
        /// A promise of ours is overdue, or due soon.
        Promise = "promise",
        /// They asked for something.
        Asked = "asked",
    }
}

/// Something owed to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Duty {
    /// What.
    pub kind: DutyKind,
    /// To whom.
    pub person_id: PersonId,
    /// Since when, or for a promise when it is due.
    pub on: Day,
    /// The promise.
    pub commitment_id: Option<CommitmentId>,
    /// What was promised.
    pub words: Option<String>,
    /// What they asked for: the sign, by its name in the model's priors.
    pub sign: Option<String>,
    /// What would answer it: the action, by its name in the model's priors.
    pub action: Option<String>,
}

impl Duty {
    /// By what duties are put in order: promises that are due before complaints before requests
    /// before promises with time left, and of each the longest owed first.
    #[must_use]
    pub fn urgency(&self, today: Day) -> (u8, Day) {
        let rank = match self.kind {
            DutyKind::Promise if self.on <= today => 0,
            DutyKind::Complaint => 1,
            DutyKind::Asked => 2,
            DutyKind::Promise => 3,
        };
        (rank, self.on)
    }
}

/// What is owed in a deal, most pressing first.
pub(super) fn duties(picture: &Picture<'_>) -> Vec<Duty> {
    let mut duties = promises(picture);
    for part in picture.group.parts() {
        let Some(evidence) = picture.evidence.get(&part.person) else { continue };
        duties.extend(complained(picture, part.person, evidence));
        duties.extend(asked(picture, part.person, evidence));
    }
    duties.sort_by_key(|one| one.urgency(picture.day));
    duties
}

fn promises(picture: &Picture<'_>) -> Vec<Duty> {
    let records = &picture.deal.records;
    let ours = records.commitments.iter().filter(|one| records.ours.contains(&one.facts.by_id));
    ours.filter_map(|one| {
        let facts = &one.facts;
        let done = [facts.kept_on, facts.broken_on, facts.withdrawn_on];
        let open = done.iter().flatten().all(|day| *day > picture.day);
        let due = facts.due.filter(|_| open && facts.made_on <= picture.day)?;
        let soon = due.number() <= picture.day.number() + SOON_DAYS;
        soon.then(|| Duty {
            kind: DutyKind::Promise,
            person_id: facts.to_id,
            on: due,
            commitment_id: Some(one.id),
            words: Some(facts.text.to_string()),
            sign: None,
            action: None,
        })
    })
    .collect()
}

fn complained(
    picture: &Picture<'_>,
    person_id: PersonId,
    evidence: &PersonEvidence,
) -> Option<Duty> {
    let on = complaint(picture, evidence)?;
    Some(Duty {
        kind: DutyKind::Complaint,
        person_id,
        on,
        commitment_id: None,
        words: None,
        sign: None,
        action: Some(super::menu::RESOLVE.to_owned()),
    })
}

/// What they asked for and nothing has answered since.
fn asked(picture: &Picture<'_>, person: PersonId, evidence: &PersonEvidence) -> Vec<Duty> {
    let one = |(name, answers): &(&str, &[&str])| {
        let on = open_request(picture, evidence, name, answers)?;
        let lately = picture.day.number() - on.number() < ASKED_DAYS;
        lately.then(|| Duty {
            kind: DutyKind::Asked,
            person_id: person,
            on,
            commitment_id: None,
            words: None,
            sign: Some((*name).to_owned()),
            action: answers.first().map(|action| (*action).to_owned()),
        })
    };
    ASKED.iter().filter_map(one).collect()
}

fn open_request(
    picture: &Picture<'_>,
    evidence: &PersonEvidence,
    sign: &str,
    answers: &[&str],
) -> Option<Day> {
    let model = picture.model;
    let asks = model.sign(sign)?;
    let answered = |action| answers.contains(&model.action_prior(action).name.as_str());
    let mut since = None;
    for one in evidence.history.observations() {
        let at = evidence.labels.get(one.label as usize).map(|label| label.at);
        match one.what {
            What::Sign { sign, .. } if sign == asks => since = at,
            What::Reply { reply, .. } if answered(model.reply_prior(reply).action) => since = None,
            What::Question(question) if answered(question.action()) => since = None,
            What::PhaseSwitch(_) => since = None,
            _ => {}
        }
    }
    since.map(|at| at.date().into())
}
