//! Advice: what to do next in a deal, laid down when the deal is settled; what became of suggestions;
//! and why something else is not advised.

mod today;

use std::collections::BTreeMap;

use assent_domain::advice::{
    self, Advice, Attempts, Closed, DismissalReason, Dismissed, Fit, Suggestion,
};
use assent_domain::benefit::{Matrix, matrix};
use assent_domain::evidence::kinds;
use assent_domain::ids::{OpportunityId, PersonId, ProposalId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::{Action, Noun};
use assent_domain::picture::Picture;
use assent_domain::time::Day;
use assent_store::advice::{self as kept, Dismissal, Proposal};
use assent_store::{Db, activities};
use serde_json::json;

pub use self::today::{Agenda, DealAgenda, today};
use super::deals::{place_in, taken};
use super::estimates::{self, Deal};
use super::kept::note_as;
use super::ways::{self, Eyes};
use super::{Act, Refusal, control};

/// For how long what became of suggestions is learned from, in days.
const LEARNED_DAYS: i64 = 365;
/// How long a note may be.
const LONGEST_NOTE: usize = 200;

/// Lays down what to do next in a deal that is still sold or used; of others nothing is advised.
pub(super) fn settle(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
) -> Result<(), Refusal> {
    let id = deal.opportunity.deal.id;
    let Some(advice) = advised(db, act, deal, picture, Eyes::Owner)? else {
        return Ok(kept::remove(db, id)?);
    };
    // Advice is plain values, which always have a JSON form.
    let body = serde_json::to_string(&advice).unwrap_or_default();
    Ok(kept::put(db, id, act.today(), &body)?)
}

/// Whether anything can still be done in a deal: it was not lost, and its records go on.
fn goes_on(act: &Act, deal: &Deal) -> bool {
    let lost = deal.opportunity.closure.as_ref();
    let lost = lost.is_some_and(|closure| {
        closure.outcome != assent_domain::opportunity::Outcome::Won
            || deal.opportunity.ordered_at.is_none()
    });
    !lost && deal.last_day(act.today()) == act.today()
}

/// What to do next in a deal as it is now, as far as the actor may know; `None` of one in which nothing
/// can be done any more.
///
/// # Errors
/// When the database fails.
pub fn read(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
) -> Result<Option<Advice>, Refusal> {
    advised(db, act, deal, picture, Eyes::Actor)
}

fn advised(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
    eyes: Eyes,
) -> Result<Option<Advice>, Refusal> {
    if !goes_on(act, deal) {
        return Ok(None);
    }
    let attempts = attempts(db, act, deal, picture, eyes)?;
    let points = points(db, deal, picture)?;
    let amount = deal.opportunity.deal.facts.amount.as_ref();
    Ok(Some(advice::advise(picture, &attempts, amount, &points)))
}

fn points(db: &mut Db, deal: &Deal, picture: &Picture<'_>) -> Result<Matrix, Refusal> {
    Ok(matrix(picture, &deal.offered(db)?))
}

/// What has been tried in a deal, who leads to those who have not been met, as far as `eyes` may see,
/// and what the house has learned of what suits whom.
///
/// # Errors
/// When the database fails.
pub fn attempts(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
    eyes: Eyes,
) -> Result<Attempts, Refusal> {
    let id = deal.opportunity.deal.id;
    let put_away = |row: Dismissal| Dismissed {
        action: row.action,
        person: row.person,
        on: row.made_on,
        reason: row.reason,
    };
    let planned = activities::open_in(db, id)?.into_iter();
    let planned = planned
        .flat_map(|(_, kind, people)| people.into_iter().map(move |person| (kind.clone(), person)));
    Ok(Attempts {
        dismissed: dismissed(db, act, id)?.into_iter().map(put_away).collect(),
        planned: planned.chain(asked_for(db, act, id)?).collect(),
        ways: ways::introductions(db, act, deal, picture, eyes)?,
        fit: fits(db, act)?,
    })
}

/// Introductions that somebody was asked for lately and has not refused: they are under way.
fn asked_for(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
) -> Result<Vec<(String, PersonId)>, Refusal> {
    let asked = ways::asked_lately(db, act)?.into_iter();
    let own = asked.filter(|one| one.opportunity == id && one.state.is_open());
    Ok(own.map(|one| (advice::INTRODUCTION.to_owned(), one.target)).collect())
}

fn fits(db: &mut Db, act: &Act) -> Result<BTreeMap<(String, BuyingRole), Fit>, Refusal> {
    let from = Day::from_number(act.today().number() - LEARNED_DAYS).start();
    let mut fits: BTreeMap<(String, BuyingRole), Fit> = BTreeMap::new();
    for row in kept::fates(db, from)? {
        let fit = fits.entry((row.action, row.role)).or_default();
        if row.taken_up {
            fit.taken_up += row.count;
        } else {
            fit.unsuited += row.count;
        }
    }
    Ok(fits)
}

/// An action towards somebody that was asked about: what it would bring, and why it is not open.
#[derive(Clone, Debug)]
pub struct Considered {
    /// What it would bring.
    pub suggestion: Suggestion,
    /// Why it is not open.
    pub closed: Option<Closed>,
}

/// Every action towards a person, best first, with what it would bring and why it is not open: the
/// answer to “why not something else?”.
///
/// # Errors
/// When the deal is out of sight, or the person has no part in it.
pub fn consider(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
    person: PersonId,
) -> Result<Vec<Considered>, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let deal = estimates::load(db, &sight, id)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    if picture.group.position(person).is_none() {
        return Err(Refusal::NotFound);
    }
    let attempts = attempts(db, act, &deal, &picture, Eyes::Actor)?;
    let points = points(db, &deal, &picture)?;
    let amount = deal.opportunity.deal.facts.amount.as_ref();
    let menu = advice::menu(&picture, &attempts, amount, |of, _, _| of == person);
    let mut all: Vec<Considered> = menu
        .choices
        .iter()
        .map(|choice| Considered {
            suggestion: advice::suggestion(&picture, &menu, &attempts, &points, choice, 0),
            closed: choice.closed,
        })
        .collect();
    all.sort_by(|one, other| {
        let key = |of: &Considered| (of.closed.is_some(), -of.suggestion.score_hours);
        let ((closed, score), (other_closed, other_score)) = (key(one), key(other));
        closed.cmp(&other_closed).then(score.total_cmp(&other_score))
    });
    Ok(all)
}

/// What was put away in a deal lately, oldest first.
///
/// # Errors
/// When the database fails.
pub fn dismissed(db: &mut Db, act: &Act, id: OpportunityId) -> Result<Vec<Dismissal>, Refusal> {
    let days = act.model.advice_prior().dismissed_days as i64;
    Ok(kept::dismissals(db, id, Day::from_number(act.today().number() - days))?)
}

/// A suggestion to be put away.
#[derive(Clone, Debug)]
pub struct Dismiss {
    /// To whom.
    pub person: PersonId,
    /// Which action.
    pub action: String,
    /// Why.
    pub reason: DismissalReason,
    /// In whose words.
    pub note: Option<String>,
}

/// Puts a suggestion away: `dismiss_suggestion`.
///
/// # Errors
/// When the actor may not, the person has no part in the deal, or there is no such action.
pub fn dismiss(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    wanted: &Dismiss,
) -> Result<ProposalId, Refusal> {
    let opportunity = taken(db, act, id, Noun::Interaction, Action::Create)?;
    let note = wanted.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        let message = format!("is longer than {LONGEST_NOTE} characters");
        return Err(Refusal::field("/note", "too_long", message));
    }
    let role = role_in(db, id, wanted.person)?;
    if !kinds(&act.model).any(|kind| kind == wanted.action) {
        let known = kinds(&act.model).collect::<Vec<_>>().join(", ");
        let message = format!("“{}” is not one of: {known}", wanted.action);
        return Err(Refusal::field("/action", "unknown_word", message));
    }
    let proposal = act.mint();
    let row = Proposal {
        id: proposal,
        opportunity: id,
        person: wanted.person,
        action: &wanted.action,
        role,
        dismissed: Some((wanted.reason, note)),
        made_on: act.today(),
        by: act.user(),
    };
    kept::note(db, &row, act.now)?;
    let detail = json!({ "action": wanted.action, "reason": wanted.reason });
    let place = place_in(&opportunity, vec![wanted.person]);
    let noun = "proposal";
    let detail = Some(detail.to_string());
    note_as(db, act, "dismiss_suggestion", noun, proposal.uuid(), &place, detail)?;
    advise_anew(db, act, id)?;
    Ok(proposal)
}

/// Brings a suggestion back that was put away: `take_back_dismissal`.
///
/// # Errors
/// When the actor may not, or there is no such dismissal.
pub fn take_back_dismissal(db: &mut Db, act: &mut Act, id: ProposalId) -> Result<(), Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let found = kept::dismissal(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    let deal = taken(db, act, found.opportunity, Noun::Interaction, Action::Create)?;
    kept::take_back(db, id, act.now)?;
    let place = place_in(&deal, vec![found.person]);
    note_as(db, act, "take_back_dismissal", "proposal", id.uuid(), &place, None)?;
    advise_anew(db, act, found.opportunity)
}

/// The part of a person in a deal.
pub(super) fn role_in(
    db: &mut Db,
    id: OpportunityId,
    person: PersonId,
) -> Result<BuyingRole, Refusal> {
    let parts = assent_store::stakeholders::of(db, &[id])?;
    let found = parts.iter().find(|one| one.facts.person_id == person);
    let message = "has no part in this deal";
    found.map(|one| one.facts.role).ok_or_else(|| Refusal::field("/person_id", "no_part", message))
}

/// Lays down anew what to do next, after something was planned or put away.
pub(super) fn advise_anew(db: &mut Db, act: &Act, id: OpportunityId) -> Result<(), Refusal> {
    let deal = estimates::load(db, &assent_domain::permission::Sight::All, id)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    settle(db, act, &deal, &picture)
}
