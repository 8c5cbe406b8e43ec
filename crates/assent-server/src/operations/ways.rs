//! The way in: who may lead us to somebody, over whom, and with what chance; and asking them to.
//!
//! Nobody is told of a person, a tie or a house that they may not see: whoever is out of sight is on no
//! way, and each hop must be explained by records within sight. That two people have been in touch is
//! told to whoever may see both, but not in which deal, nor what was said.

mod asking;
mod bridges;
mod held;
mod network;
mod seeking;

use std::collections::BTreeMap;

use assent_domain::advice::WayIn;
use assent_domain::ids::PersonId;
use assent_domain::permission::{Action, Noun, Sight, Viewer};
use assent_domain::picture::Picture;
use assent_domain::time::Day;
use assent_domain::ways::{Kinds, Way};
use assent_domain::winning::is_met;
use assent_inference::Strangers;
use assent_store::asks::{self, LastAsked};
use assent_store::{Db, acquaintances, users};

pub use self::asking::{NewAsk, ask, find, set_state};
pub use self::held::Acquaintances;
use self::network::{Everybody, US};
use self::seeking::Seeker;
use super::estimates::Deal;
use super::{Act, Actor, Refusal};

/// So many people may be recorded at most for ways to be shown as they were on a day gone by: they are
/// laid down anew each time.
const MOST_FOR_THE_PAST: usize = 50_000;

/// Who is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// Whoever owns the deal: for what is laid down and shown to them later.
    Owner,
    /// Whoever acts.
    Actor,
}

/// What somebody may see.
pub(super) struct Sights {
    pub(super) people: Sight,
    pub(super) houses: Sight,
    pub(super) deals: Sight,
}

impl Sights {
    const ALL: Self = Self { people: Sight::All, houses: Sight::All, deals: Sight::All };
    const NONE: Self =
        Self { people: Sight::Nothing, houses: Sight::Nothing, deals: Sight::Nothing };

    fn of(viewer: &Viewer) -> Self {
        Self {
            people: viewer.sight(Noun::Person, Action::Read),
            houses: viewer.sight(Noun::Organization, Action::Read),
            deals: viewer.sight(Noun::Opportunity, Action::Read),
        }
    }

    fn are_all(&self) -> bool {
        [&self.people, &self.houses, &self.deals].iter().all(|one| **one == Sight::All)
    }
}

fn sights(db: &mut Db, act: &Act, deal: &Deal, eyes: Eyes) -> Result<Sights, Refusal> {
    match (eyes, &act.actor) {
        (Eyes::Actor, Actor::User(viewer)) => Ok(Sights::of(viewer)),
        (Eyes::Actor, Actor::House) => Ok(Sights::ALL),
        (Eyes::Owner, _) => {
            let owner = users::as_viewer(db, deal.opportunity.deal.facts.owner_id)?;
            Ok(owner.as_ref().map_or(Sights::NONE, Sights::of))
        }
    }
}

/// What is asked of the network for a deal.
#[derive(Clone, Copy, Debug)]
struct Question {
    /// How many ways are wanted.
    count: usize,
    strangers: Strangers,
    /// Whether those who were asked lately are passed over.
    spared: Spared,
    /// A day gone by, to show the ways as they were.
    past: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spared {
    /// They are on no way.
    AskedLately,
    /// Nobody is.
    Nobody,
}

/// Who was asked within the days in which nobody is asked twice, newest first.
///
/// # Errors
/// When the database fails.
pub(super) fn asked_lately(db: &mut Db, act: &Act) -> Result<Vec<LastAsked>, Refusal> {
    Ok(asks::asked_since(db, first_day(act), None)?)
}

/// Who was asked on this day or later is not asked again today.
fn first_day(act: &Act) -> Day {
    let days = i64::from(act.model.path_prior().asked_again_days);
    Day::from_number(act.today().number() - days + 1)
}

/// Who would ask: whoever owns the deal.
fn asker(db: &mut Db, deal: &Deal) -> Result<PersonId, Refusal> {
    let owner = users::one(db, deal.opportunity.deal.facts.owner_id)?;
    Ok(owner.and_then(|owner| owner.user.facts.person_id).unwrap_or(US))
}

/// The best way to each of those who have not been met: `(deal, owner, target) → hops and chance`.
///
/// # Errors
/// When the database fails.
pub(in crate::operations) fn introductions(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
    eyes: Eyes,
) -> Result<BTreeMap<PersonId, WayIn>, Refusal> {
    // Nobody has to be led to those who use what they bought, or to anybody of a deal that is over.
    let parts = picture.group.parts().iter().map(|part| part.person);
    let unmet = parts.filter(|person| {
        !picture.deal.records.excluded.contains(person) && !is_met(picture, *person)
    });
    let unmet: Vec<PersonId> = unmet.collect();
    if unmet.is_empty() || picture.day != act.today() {
        return Ok(BTreeMap::new());
    }
    let question =
        Question { count: 1, strangers: Strangers::Never, spared: Spared::AskedLately, past: None };
    let found = best(db, act, (deal, picture), &unmet, eyes, question)?;
    let way_in = |(person, ways): (PersonId, Vec<Way>)| {
        let way = ways.into_iter().next()?;
        Some((person, WayIn { through: way.through(), chance: way.chance }))
    };
    Ok(found.into_iter().filter_map(way_in).collect())
}

/// The ways to somebody, and who else would lead there but was asked lately.
#[derive(Clone, Debug, Default)]
pub struct WaysTo {
    /// At most three, best first.
    pub ways: Vec<Way>,
    /// Whoever would be asked first on one of the best ways, had they not been asked lately.
    pub spared: Vec<LastAsked>,
}

/// Lays the network down, so that whoever asks first does not wait for it.
///
/// # Errors
/// When the database fails.
pub fn lay_down(db: &mut Db, act: &Act) -> Result<(), Refusal> {
    act.acquaintances.ask(db, &act.model, (act.number, act.today()), |_| ())?;
    Ok(())
}

/// Ways shown.
const SHOWN: usize = 3;

/// The three best ways to somebody for a deal, on a day gone by if one is named.
///
/// # Errors
/// When the person is out of sight, or there are too many people to show a day gone by.
pub fn to_person(
    db: &mut Db,
    act: &Act,
    (deal, picture): (&Deal, &Picture<'_>),
    target: PersonId,
    past: Option<Day>,
) -> Result<WaysTo, Refusal> {
    let sights = sights(db, act, deal, Eyes::Actor)?;
    let has_part = deal.people().contains(&target);
    if !has_part && acquaintances::seen_among(db, &sights.people, &[target])?.is_empty() {
        return Err(Refusal::dangling("/person_id"));
    }
    if past.is_some() && acquaintances::count(db)? > MOST_FOR_THE_PAST {
        let message = format!("with more than {MOST_FOR_THE_PAST} people only today can be shown");
        return Err(Refusal::field("/at", "too_many_people", message));
    }
    // Who was asked lately could still be asked on a day gone by.
    let spared = if past.is_some() { Spared::Nobody } else { Spared::AskedLately };
    let question = Question { count: SHOWN, strangers: Strangers::Approached, spared, past };
    let of = (deal, picture);
    let mut found = best(db, act, of, &[target], Eyes::Actor, question)?;
    let ways = found.remove(&target).unwrap_or_default();
    let asked = if past.is_some() { Vec::new() } else { asked_lately(db, act)? };
    let mut would = Vec::new();
    if !asked.is_empty() {
        let question = Question { spared: Spared::Nobody, ..question };
        let mut all = best(db, act, of, &[target], Eyes::Actor, question)?;
        for first in all.remove(&target).unwrap_or_default().iter().filter_map(Way::first) {
            let asked = asked.iter().find(|one| one.person == first);
            would.extend(asked.filter(|one| !would.contains(*one)).cloned());
        }
    }
    Ok(WaysTo { ways, spared: would })
}

/// The best ways to each of these people, as far as `eyes` may see.
fn best(
    db: &mut Db,
    act: &Act,
    of: (&Deal, &Picture<'_>),
    targets: &[PersonId],
    eyes: Eyes,
    question: Question,
) -> Result<BTreeMap<PersonId, Vec<Way>>, Refusal> {
    let model = &act.model;
    let seeker = Seeker::read(db, act, of, targets, eyes, question)?;
    let look = |all: &Everybody| seeker.look(all);
    let found = match question.past {
        None => {
            let acquaintances = &act.acquaintances;
            acquaintances.ask(db, model, (act.number, act.today()), look)?.unwrap_or_default()
        }
        Some(day) => match Kinds::of(model) {
            Some(kinds) => look(&Everybody::build(db, model, kinds, day)?),
            None => Vec::new(),
        },
    };
    let day = question.past.unwrap_or(act.today());
    let mut all = BTreeMap::new();
    for (target, ways) in found {
        all.insert(target, bridges::tell(db, act, &seeker.sights, (ways, question.count), day)?);
    }
    Ok(all)
}
