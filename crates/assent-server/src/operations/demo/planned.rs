//! What is planned in the demo: in the deals of each seller something late, something for today and
//! for the next days, taken from what was advised; and what happened of late by plan, with what it
//! was expected to bring when it was planned.
//!
//! Activities are planned as sellers plan them, on the day on which they would have, so that what is
//! expected of them is what the records said on that day.

use std::collections::BTreeSet;

use assent_domain::activity::{ActivityFacts, Aimed};
use assent_domain::advice::{Advice, Suggestion};
use assent_domain::ids::{OpportunityId, PersonId, UserId};
use assent_domain::interaction::{Direction, InteractionFacts};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::permission::Sight;
use assent_domain::text::{Key, Line};
use assent_domain::time::Day;
use assent_domain::user::{Language, Role, UserFacts};
use assent_store::interactions::{self, Interaction};
use assent_store::{Db, advice as kept, opportunities, users};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::dates::working_day;
use super::well_formed;
use super::words::Words;
use crate::operations::activities::{conclude_planned, plan};
use crate::operations::advice::advise_anew;
use crate::operations::{Act, Refusal, change};

/// Of which age, in days, what was done is looked for: late enough that what came of it a fortnight
/// later is known of some of it.
const DONE: (i64, i64) = (2, 40);
/// How many of a deal were done by plan.
const DONE_IN_A_DEAL: usize = 2;
/// How long before it was due something was planned, in days.
const AHEAD: i64 = 4;
/// When what is still to be done is due, in days from today.
const DUE: [i64; 5] = [-1, 0, 0, 1, 3];
/// What is worth a plan: calls and mails are made without one.
const PLANNED: [&str; 9] = [
    "meeting",
    "discovery",
    "demo",
    "trial",
    "reference_visit",
    "executive_meeting",
    "send_quote",
    "onboarding",
    "value_review",
];

/// Gives the deals of one seller of a language to somebody else, who looks after them from now on:
/// of the seller who owes the most different things, so that there is something of everything.
pub(super) fn hand_over(
    db: &mut Db,
    act: &mut Act,
    to: UserId,
    language: Language,
) -> Result<(), Refusal> {
    let sells = |user: &UserFacts| user.language == language && user.role == Role::Rep;
    let all = users::all(db)?.into_iter().map(|one| one.user);
    let sellers: Vec<UserId> = all.filter(|one| sells(&one.facts)).map(|one| one.id).collect();
    let mut most: (usize, Vec<OpportunityId>) = (0, Vec::new());
    for seller in sellers {
        let deals = deals_of(db, seller)?;
        let owed = deals.iter().flat_map(|(_, advice)| &advice.duties);
        let kinds: BTreeSet<_> = owed.map(|duty| duty.kind).collect();
        if kinds.len() > most.0 {
            most = (kinds.len(), deals.into_iter().map(|(id, _)| id).collect());
        }
    }
    for deal in most.1 {
        let hand = |facts: OpportunityFacts| Ok(OpportunityFacts { owner_id: to, ..facts });
        change(db, act, deal, None, hand)?;
    }
    Ok(())
}

/// Plans for everybody who sells.
pub(super) fn write(db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
    let words = Words::of_both();
    for seller in users::all(db)? {
        let language = seller.user.facts.language;
        let deals = deals_of(db, seller.user.id)?;
        let planner = Planner { words: &words, owner: seller.user.id, language };
        for (deal, _) in &deals {
            planner.done(db, act, *deal)?;
        }
        planner.open(db, act, &deals)?;
        for (deal, _) in deals {
            advise_anew(db, act, deal)?;
        }
    }
    Ok(())
}

/// The deals of a seller that are advised on, in the order in which they were made.
pub(super) fn deals_of(
    db: &mut Db,
    owner: UserId,
) -> Result<Vec<(OpportunityId, Advice)>, Refusal> {
    let rows = kept::of_owner(db, &Sight::All, owner)?;
    let advised = rows.into_iter().filter_map(|row| {
        let advice = serde_json::from_str(&row.body).ok()?;
        Some((row.opportunity, advice))
    });
    let mut deals: Vec<(OpportunityId, Advice)> = advised.collect();
    deals.sort_by_key(|(id, _)| *id);
    Ok(deals)
}

struct Planner<'a> {
    words: &'a Words,
    owner: UserId,
    language: Language,
}

impl Planner<'_> {
    /// What happened in a deal of late is what was planned some days before.
    fn done(&self, db: &mut Db, act: &mut Act, deal: OpportunityId) -> Result<(), Refusal> {
        let today = act.today().number();
        let Some(opened) = opportunities::one(db, &Sight::All, deal)? else { return Ok(()) };
        let opened = opened.deal.facts.opened_on.number();
        let mut happened = interactions::of_deal(db, deal)?;
        happened.retain(|one| {
            let facts = &one.stored.facts;
            let day = Day::from(facts.at.date()).number();
            // Two days more, because nobody plans on a weekend.
            let after_all_began = day - AHEAD - 2 >= opened;
            let known = facts.direction == Some(Direction::Out) && facts.result.is_some();
            let worth_it = PLANNED.contains(&facts.kind.as_str()) && after_all_began;
            known && worth_it && (DONE.0..=DONE.1).contains(&(today - day))
        });
        happened.sort_by_key(|one| std::cmp::Reverse((one.stored.facts.at, one.stored.id)));
        for Interaction { stored, .. } in happened.into_iter().take(DONE_IN_A_DEAL) {
            let InteractionFacts { at, kind, participants, .. } = stored.facts.clone();
            let due = Day::from(at.date());
            let facts = self.facts(deal, kind, &participants, due, act);
            let mut then = on(act, due.number() - AHEAD);
            plan(db, &mut then, &facts, true)?;
            conclude_planned(db, act, &stored.facts, stored.id)?;
        }
        Ok(())
    }

    /// What was advised and is still to be done, one of a deal.
    fn open(
        &self,
        db: &mut Db,
        act: &mut Act,
        deals: &[(OpportunityId, Advice)],
    ) -> Result<(), Refusal> {
        for ((deal, advice), days) in deals.iter().zip(DUE) {
            let Some(best) = advice.best.first() else { continue };
            let Suggestion { action, person_id, about, .. } = best;
            let due = Day::from_number(working_day(act.today().number() + days, 0));
            let kind: Key = well_formed(action);
            let facts = ActivityFacts {
                benefit: about.as_deref().and_then(|about| about.parse().ok()),
                ..self.facts(*deal, kind, &[*person_id], due, act)
            };
            let planned = due.number().min(act.today().number()) - AHEAD + 1;
            plan(db, &mut on(act, planned), &facts, true)?;
        }
        Ok(())
    }

    fn facts(
        &self,
        opportunity_id: OpportunityId,
        kind: Key,
        people: &[PersonId],
        due_on: Day,
        act: &mut Act,
    ) -> ActivityFacts {
        let aims = self.words.phrases(self.language, &format!("plan.{kind}"));
        let aim = (!aims.is_empty()).then(|| aims[act.dice.random_range(0..aims.len())]);
        ActivityFacts {
            opportunity_id,
            kind,
            owner_id: self.owner,
            people: people.iter().map(|one| Aimed { person_id: *one, reaches: None }).collect(),
            through: Vec::new(),
            aim: aim.map(well_formed::<Line>),
            benefit: None,
            due_on,
            at: None,
            note: None,
        }
    }
}

/// The house as it acted on another day, at nine in the morning.
pub(super) fn on(act: &mut Act, day: i64) -> Act {
    const NINE: i64 = 9 * 3_600;
    let dice = StdRng::seed_from_u64(act.dice.random());
    let now = Day::from_number(working_day(day, 0)).start().plus_seconds(NINE);
    act.at(now, dice)
}
