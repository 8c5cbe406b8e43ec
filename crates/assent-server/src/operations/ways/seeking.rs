//! Looking through the network on somebody's behalf: who may be on a way, and how willing they are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use assent_domain::ids::PersonId;
use assent_domain::picture::Picture;
use assent_domain::ways::{Bridge, Hop, Way};
use assent_inference::{
    Alternatives, AskStanding, Bridge as Over, Model, WayQuestion, ways as search,
};
use assent_store::acquaintances::Placed;
use assent_store::{Db, asks};

use super::network::{Circle, Everybody, US, willing_at_first};
use super::{Eyes, Question, Sights, Spared, asked_lately, asker, first_day, sights};
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal};

/// Ways that are looked through to find as many that may be told.
const LOOKED_THROUGH: usize = 12;

/// Who looks for ways to whom, and what they know of those who may be on them.
pub(super) struct Seeker<'a> {
    pub(super) sights: Sights,
    model: Arc<Model>,
    from: PersonId,
    targets: &'a [PersonId],
    question: Question,
    /// Who is not to be asked again yet.
    spared: HashSet<PersonId>,
    /// The share of asks that somebody passes on.
    passed_on: HashMap<PersonId, f64>,
    /// Those who have a part in the deal, whom everybody sees who sees it.
    parts: HashSet<PersonId>,
    /// How willing those are of whom the deal itself tells.
    own: HashMap<PersonId, f64>,
    /// How willing somebody is of whom nothing is known.
    at_first: f64,
}

impl<'a> Seeker<'a> {
    pub(super) fn read(
        db: &mut Db,
        act: &Act,
        (deal, picture): (&Deal, &Picture<'_>),
        targets: &'a [PersonId],
        eyes: Eyes,
        question: Question,
    ) -> Result<Self, Refusal> {
        let prior = act.model.path_prior();
        let spared = match question.spared {
            Spared::Nobody => HashSet::new(),
            Spared::AskedLately => {
                asked_lately(db, act)?.into_iter().map(|one| one.person).collect()
            }
        };
        let outcomes = match question.past {
            None => asks::outcomes(db, first_day(act))?,
            Some(_) => Vec::new(),
        };
        let share = |(person, asked, passed)| (person, prior.passed_on(asked, passed));
        let look = picture.last_look();
        let own = picture.group.parts().iter();
        let own = own.map(|part| (part.person, prior.willing(picture.state(part.person, look))));
        Ok(Self {
            sights: sights(db, act, deal, eyes)?,
            model: Arc::clone(&act.model),
            from: asker(db, deal)?,
            targets,
            question,
            spared,
            passed_on: outcomes.into_iter().map(share).collect(),
            parts: deal.people().into_iter().collect(),
            own: own.collect(),
            at_first: willing_at_first(&act.model, picture.phase),
        })
    }

    /// The best ways to each of the targets.
    pub(super) fn look(&self, all: &Everybody) -> Vec<(PersonId, Vec<Found>)> {
        let Some(from) = all.number(self.from) else { return Vec::new() };
        let count = if self.sights.are_all() { self.question.count } else { LOOKED_THROUGH };
        let ways_to = |target: &PersonId| {
            let wanted = WayQuestion {
                from,
                to: all.number(*target)?,
                day: all.day.number() as f64,
                count,
                most_willing: self.model.path_prior().most_willing(),
                strangers: self.question.strangers,
                alternatives: Alternatives::WithoutDetours,
            };
            let standing = |number: u32| self.standing(all, number);
            let ways = search(&self.model, &all.network, &wanted, standing);
            Some((*target, ways.iter().map(|way| Found::of(all, way)).collect()))
        };
        self.targets.iter().filter_map(ways_to).collect()
    }

    /// How somebody stands to asks; nothing of whoever is to be on no way.
    fn standing(&self, all: &Everybody, number: u32) -> Option<AskStanding> {
        let member = &all.members[number as usize];
        let person = member.id;
        let is_end = person == self.from || self.targets.contains(&person);
        let seen = self.parts.contains(&person)
            || (person != US && self.sights.people.covers(member.owner, member.team));
        if member.hidden || (!is_end && (!seen || self.spared.contains(&person))) {
            return None;
        }
        let seen = |deal: &Placed| self.sights.deals.covers(Some(deal.owner), deal.team);
        // Of a day gone by only the deal itself tells where people stood.
        let elsewhere = || self.question.past.is_none().then(|| all.stand(number, seen)).flatten();
        let willing = self.own.get(&person).copied().or_else(elsewhere).unwrap_or(self.at_first);
        let passed_on = self.passed_on.get(&person).copied().unwrap_or(1.0);
        Some(AskStanding { ours: member.ours, willing, passed_on })
    }
}

/// A way as it was found: who passes on to whom, over what.
pub(super) struct Found {
    chance: f64,
    pub(super) hops: Vec<FoundHop>,
}

pub(super) struct FoundHop {
    pub(super) ends: [PersonId; 2],
    chance: f64,
    pub(super) over: Over,
    pub(super) circle: Option<Circle>,
}

impl Found {
    fn of(all: &Everybody, way: &assent_inference::Way) -> Self {
        let hop = |hop: &assent_inference::Hop| FoundHop {
            ends: [hop.from, hop.to].map(|number| all.members[number as usize].id),
            chance: hop.chance,
            over: hop.bridge,
            circle: match hop.bridge {
                Over::Circle { circle, .. } => all.circles.get(circle as usize).copied(),
                Over::Tie { .. } | Over::Nothing => None,
            },
        };
        Self { chance: way.chance, hops: way.hops.iter().map(hop).collect() }
    }

    pub(super) fn told(&self, bridges: Vec<Bridge>) -> Way {
        let hops = self.hops.iter().zip(bridges).map(|(hop, bridge)| Hop {
            from_id: Some(hop.ends[0]).filter(|from| *from != US),
            to_id: hop.ends[1],
            chance: hop.chance,
            bridge,
        });
        Way { chance: self.chance, hops: hops.collect() }
    }
}
