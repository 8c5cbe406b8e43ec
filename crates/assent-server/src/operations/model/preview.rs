//! What a change of the model would move in open deals, before it is taken. A bounded number of deals is
//! looked at, some at a time, so that whoever asks sees how far it is and may stop.

use assent_domain::account::Target;
use assent_domain::gap::{Gap, gap};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::picture::Picture;
use assent_domain::reading::Reading;
use assent_domain::winning::{WinChance, win};
use assent_inference::{Model, Phase, points};
use assent_store::{Db, opportunities};

use super::Checked;
use crate::operations::{Act, Refusal, control, estimates};

/// Deals looked at for one change, at most: the latest.
pub const MOST_PREVIEWED: usize = 60;
/// A chance that moves by less is not said to move.
const LEAST_CHANCE: f64 = 0.005;
/// Points that somebody must move by to be mentioned.
const LEAST_POINTS: f64 = 0.5;

/// Whose deals are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The actor's own.
    Own,
    /// All within their sight, because they have none of their own.
    Seen,
}

/// What a change would move in some deals.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The deals in which something moves.
    pub moved: Vec<DealPreview>,
    /// How many were looked at.
    pub looked_at: usize,
}

/// What a change would move in a deal.
#[derive(Clone, Debug)]
pub struct DealPreview {
    /// Which.
    pub id: OpportunityId,
    /// Its name.
    pub name: String,
    /// The chance to win before and after; nothing without buyers or once ordered.
    pub win: Option<[WinChance; 2]>,
    /// The gap before and after.
    pub gap: [Option<Gap>; 2],
    /// Who moves.
    pub people: Vec<PersonPreview>,
}

/// What a change would move of a person.
#[derive(Clone, Debug)]
pub struct PersonPreview {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where they stand.
    pub before: Reading,
    /// Where they would.
    pub after: Reading,
    /// Towards what, the target of the reading before.
    pub target: Target,
    /// By how many points.
    pub points: f64,
}

/// The open deals to look at, latest first: the actor's own, or those in sight of somebody who has none.
///
/// # Errors
/// When the actor may not see deals.
pub fn deals_to_preview(db: &mut Db, act: &Act) -> Result<(Whose, Vec<OpportunityId>), Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    if let Some(user) = act.user() {
        let own = opportunities::latest_open(db, &sight, Some(user), MOST_PREVIEWED)?;
        if !own.is_empty() {
            return Ok((Whose::Own, own));
        }
    }
    Ok((Whose::Seen, opportunities::latest_open(db, &sight, None, MOST_PREVIEWED)?))
}

/// What checked changes would move in these deals.
///
/// # Errors
/// When one is out of sight, or the database fails.
pub fn preview(
    db: &mut Db,
    act: &Act,
    checked: &Checked,
    deals: &[OpportunityId],
) -> Result<Preview, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let mut moved = Vec::new();
    for deal in deals {
        moved.extend(of_deal(db, act, &sight, &checked.model, *deal)?);
    }
    Ok(Preview { moved, looked_at: deals.len() })
}

fn of_deal(
    db: &mut Db,
    act: &Act,
    sight: &Sight,
    model: &Model,
    id: OpportunityId,
) -> Result<Option<DealPreview>, Refusal> {
    let deal = estimates::load(db, sight, id)?;
    let limits = control::bearings(db, act)?.limits;
    let before = Picture::of(&act.model, &limits, &deal.facts, act.today());
    let after = Picture::of(model, &limits, &deal.facts, act.today());
    let chance = |picture: &Picture<'_>| win(picture).map(|win| WinChance::from(&win.read_out));
    let win = chance(&before).zip(chance(&after)).map(|(before, after)| [before, after]);
    let gap = [gap(&before), gap(&after)];
    let named = deal.stakeholders.iter().map(|one| (one.facts.person_id, one.name.clone()));
    let people: Vec<PersonPreview> =
        named.filter_map(|(person, name)| of_person(&before, &after, person, name)).collect();
    let moves = win.is_some_and(|[a, b]| (a.p - b.p).abs() >= LEAST_CHANCE)
        || flag(&gap[0]) != flag(&gap[1])
        || !people.is_empty();
    let name = deal.opportunity.deal.facts.name.to_string();
    Ok(moves.then_some(DealPreview { id, name, win, gap, people }))
}

fn flag(gap: &Option<Gap>) -> Option<bool> {
    gap.as_ref().map(|gap| gap.flagged)
}

fn of_person(
    before: &Picture<'_>,
    after: &Picture<'_>,
    person: PersonId,
    name: String,
) -> Option<PersonPreview> {
    let (was, is) = (before.estimate(person)?, after.estimate(person)?);
    let target = Target::of(&was.reading);
    let states = target.states(Phase::from(was.reading.phase));
    let points = points(is.state.log_odds(states) - was.state.log_odds(states));
    let (before, after) = (was.reading, is.reading);
    let moves = points.abs() >= LEAST_POINTS || before.median_stage != after.median_stage;
    moves.then_some(PersonPreview { person, name, before, after, target, points })
}
