//! Lessons: what can be learned of each deal, laid down; and what many of them teach.

use std::collections::BTreeMap;

use assent_domain::evidence::gather;
use assent_domain::ids::OpportunityId;
use assent_domain::lesson::{self, Feature, Verdict};
use assent_domain::opportunity::Outcome;
use assent_domain::permission::{Action, Noun};
use assent_domain::playbook::{self, Attempt, Play};
use assent_domain::time::Day;
use assent_inference::{Association, Cases};
use assent_store::Db;
use assent_store::lessons::{self, EndedDeal, Filter};

use super::estimates::{self, Deal};
use super::{Act, Refusal, control};

/// How far a log odds ratio is believed to lie from 0 before anything was seen: two deals in three
/// within a factor of 1.6, an experience value.
const PRIOR_SPREAD: f64 = 0.5;
/// What fewer than so many deals had, or had not, is said to be too few.
const ENOUGH: usize = 5;

/// Lays down what can be learned of a deal.
pub(super) fn settle(db: &mut Db, act: &Act, deal: &Deal) -> Result<(), Refusal> {
    let id = deal.opportunity.deal.id;
    let (attempts, features) = (attempts_in(act, deal), features_of(db, act, deal)?);
    let [attempts, features] = [json(&attempts), json(&features)];
    Ok(lessons::put(db, id, act.today(), &attempts, &features)?)
}

fn json(value: &impl serde::Serialize) -> String {
    // Lists of plain values always have a JSON form.
    serde_json::to_string(value).unwrap_or_else(|_| "[]".to_owned())
}

fn attempts_in(act: &Act, deal: &Deal) -> Vec<Attempt> {
    let day = deal.last_day(act.today());
    let gathered = gather(&act.model, &deal.facts.records, day);
    gathered.values().flat_map(|evidence| playbook::attempts(&act.model, evidence)).collect()
}

fn features_of(db: &mut Db, act: &Act, deal: &Deal) -> Result<Vec<Feature>, Refusal> {
    if deal.opportunity.closure.is_none() {
        return Ok(Vec::new());
    }
    let names = deal.offered(db)?;
    let limits = act.model.control_prior();
    Ok(lesson::features(&act.model, limits, &deal.facts, act.today(), &names))
}

/// What came of each action towards people at each stage.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// Each action and stage, most tried first.
    pub plays: Vec<Play>,
    /// Over how many deals.
    pub deals: usize,
    /// Over how many attempts.
    pub attempts: usize,
}

/// Reads the playbook off the deals within sight: what was tried since a day, or ever.
///
/// # Errors
/// When the database fails.
pub fn playbook(
    db: &mut Db,
    act: &Act,
    filter: &Filter,
    since: Option<Day>,
) -> Result<Playbook, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let rows = lessons::attempts(db, &sight, filter)?;
    let late = |attempt: &Attempt| since.is_none_or(|since| attempt.on >= since);
    // What another version of the program wrote is read anew when its deal is settled.
    let parse = |text: &String| {
        let attempts = serde_json::from_str::<Vec<Attempt>>(text).unwrap_or_default();
        attempts.into_iter().filter(late).collect::<Vec<_>>()
    };
    let all: Vec<Vec<Attempt>> = rows.iter().map(parse).collect();
    let deals = all.iter().filter(|attempts| !attempts.is_empty()).count();
    let attempts = all.iter().map(Vec::len).sum();
    let plays = playbook::playbook(&act.model, all.iter().flatten());
    Ok(Playbook { plays, deals, attempts })
}

/// How far something goes with winning.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What.
    pub feature: Feature,
    /// Deals with and without it.
    pub cases: Cases,
    /// How far it goes with winning.
    pub association: Association,
    /// Whether too few deals had it, or had it not, to say anything.
    pub few: bool,
}

/// What closed deals teach.
#[derive(Clone, Debug)]
pub struct Lessons {
    /// How many were won.
    pub won: usize,
    /// How many were lost.
    pub lost: usize,
    /// How many came to nothing.
    pub no_decision: usize,
    /// What goes with winning, furthest first; what is too few last.
    pub lessons: Vec<Lesson>,
}

/// Sets what deals had to them beside how they ended. A deal of which nothing is recorded teaches
/// nothing and is left out.
///
/// # Errors
/// When the database fails.
pub fn lessons(db: &mut Db, act: &Act, filter: &Filter) -> Result<Lessons, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let rows = lessons::ended_deals(db, &sight, filter)?;
    let parse = |deal: &EndedDeal| {
        let features = features_in(deal);
        (!features.is_empty()).then_some((deal.outcome, features))
    };
    let deals: Vec<(Outcome, Vec<Feature>)> = rows.iter().filter_map(parse).collect();
    let ended = |as_: Outcome| deals.iter().filter(|(outcome, _)| *outcome == as_).count();
    let won = ended(Outcome::Won);
    let mut with: BTreeMap<&Feature, (usize, usize)> = BTreeMap::new();
    for (outcome, features) in &deals {
        for feature in features {
            let count = with.entry(feature).or_default();
            count.0 += 1;
            count.1 += usize::from(*outcome == Outcome::Won);
        }
    }
    let lesson = |(feature, (all, of_won)): (&Feature, (usize, usize))| {
        let cases = Cases {
            with_won: of_won,
            with_all: all,
            without_won: won - of_won,
            without_all: deals.len() - all,
        };
        Lesson {
            feature: feature.clone(),
            cases,
            association: cases.association(PRIOR_SPREAD),
            few: cases.with_all < ENOUGH || cases.without_all < ENOUGH,
        }
    };
    let mut lessons: Vec<Lesson> = with.into_iter().map(lesson).collect();
    lessons.sort_by(|one, other| {
        let far = |of: &Lesson| of.association.difference.abs();
        one.few.cmp(&other.few).then(far(other).total_cmp(&far(one)))
    });
    let (lost, no_decision) = (ended(Outcome::Lost), ended(Outcome::NoDecision));
    Ok(Lessons { won, lost, no_decision, lessons })
}

fn features_in(deal: &EndedDeal) -> Vec<Feature> {
    serde_json::from_str(&deal.features).unwrap_or_default()
}

/// The closed deals that had something to them, or of which something is recorded and that had it not,
/// latest first: what a lesson rests on.
///
/// # Errors
/// When the database fails.
pub fn deals_behind(
    db: &mut Db,
    act: &Act,
    filter: &Filter,
    feature: &Feature,
) -> Result<Vec<(EndedDeal, Had)>, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let rows = lessons::ended_deals(db, &sight, filter)?;
    let had = |deal: EndedDeal| {
        let features = features_in(&deal);
        let had = if features.contains(feature) { Had::It } else { Had::ItNot };
        (!features.is_empty()).then_some((deal, had))
    };
    Ok(rows.into_iter().filter_map(had).collect())
}

/// Whether a deal had something to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Had {
    /// It had.
    It,
    /// It had not.
    ItNot,
}

/// What decided a deal, with the deal.
///
/// # Errors
/// When it is out of sight, or has no people.
pub fn verdict(db: &mut Db, act: &Act, id: OpportunityId) -> Result<(Deal, Verdict), Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let deal = estimates::load(db, &sight, id)?;
    let limits = control::bearings(db, act)?.limits;
    let verdict = lesson::verdict(&act.model, &limits, &deal.facts, act.today());
    let nothing = || Refusal::Conflict {
        code: "nobody_known",
        message: "nobody is known in this deal, so nothing can have decided it".to_owned(),
    };
    Ok((deal, verdict.ok_or_else(nothing)?))
}
