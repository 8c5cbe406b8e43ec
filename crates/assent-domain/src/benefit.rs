//! Benefit points 利点: what each buyer holds of what is offered, with the proof; their criteria, the
//! concept they can accept, and how other suppliers stand in their eyes.
//!
//! A point is known by its words, trimmed and in lower case: what a product offers and what people
//! speak of meet there. A cell is never guessed: of whoever has not spoken of a point it says so.

use std::collections::BTreeMap;

use assent_inference::{
    BenefitPoints, Factor, Model, Said, Sign, Source as SourceIndex, Standing, StateSet,
    StateVector, What,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::evidence::{Labelled, PersonEvidence, TitleCode};
use crate::ids::PersonId;
use crate::picture::Picture;
use crate::words::words;

/// What shows how far somebody takes up our concept.
const CONCEPT: [&str; 4] =
    ["concept_understood", "concept_accepted", "objection_risk", "objection_no_need"];
/// What shows how another supplier stands in somebody's eyes.
const RIVALS: [&str; 3] = ["competitor_preference", "praised_competitor", "competitor_dropped"];
/// What takes back that another supplier is preferred.
const RIVAL_DROPPED: &str = "competitor_dropped";
/// What states a criterion.
const CRITERION: &str = "stated_criterion";
/// What to prove next: as many as can be kept in mind.
const NEXT_AT_MOST: usize = 5;

words! {
    /// How a person stands to a benefit point.
    pub enum StandingWord {
        /// They deny that it is delivered.
        Refused = "refused",
        /// They have not spoken of it.
        Unformed = "unformed",
        /// They have spoken of it.
        Perceived = "perceived",
        /// They care for it.
        Valued = "valued",
        /// They have agreed that it is delivered.
        Endorsed = "endorsed",
        /// It has come, they say or show.
        Realised = "realised",
        /// They have stood up for it before others.
        Vouched = "vouched",
    }
}

impl From<Standing> for StandingWord {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Refused => Self::Refused,
            Standing::Unformed => Self::Unformed,
            Standing::Perceived => Self::Perceived,
            Standing::Valued => Self::Valued,
            Standing::Endorsed => Self::Endorsed,
            Standing::Realised => Self::Realised,
            Standing::Vouched => Self::Vouched,
        }
    }
}

/// The name under which words for a benefit point are one point.
#[must_use]
pub fn key(words: &str) -> String {
    words.trim().to_lowercase()
}

/// What a sign says of a benefit point, on the word of a source.
pub(crate) fn said(model: &Model, sign: Sign, source: SourceIndex, label: u32) -> Said {
    let prior = model.sign_prior(sign);
    let weight = model.source_prior(source).reliability;
    Said { effect: prior.benefit, weight, proves: prior.proves, label }
}

/// The matrix: people by benefit points.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The points, those offered first, then what else the buyers spoke of.
    pub points: Vec<Column>,
    /// The buyers, in the order of their group.
    pub rows: Vec<BenefitRow>,
    /// What to prove next, to whom: the largest gaps, weighed by power.
    pub next: Vec<Next>,
}

/// A benefit point over all buyers; means weighed by power.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its words, as offered or as first spoken of.
    pub name: String,
    /// Whether the product offers it.
    pub offered: bool,
    /// How much they care for it, from 0 to 1.
    pub importance: f64,
    /// How far they believe that it is delivered.
    pub delivery: f64,
    /// `importance · (1 − delivery)` of each, in the mean.
    pub gap: f64,
}

/// What a person holds.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitRow {
    /// Who.
    pub person: PersonId,
    /// A cell for each point.
    pub cells: Vec<Cell>,
    /// What their choice hangs on, by falling weight.
    pub criteria: Vec<Criterion>,
    /// Our concept in their eyes.
    pub concept: Concept,
    /// Other suppliers in their eyes, oldest first.
    pub rivals: Vec<Rival>,
}

/// A benefit point for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How they stand to it.
    pub standing: StandingWord,
    /// How much they care for it, from 0 to 1.
    pub importance: f64,
    /// How far they believe that it is delivered.
    pub delivery: f64,
    /// `importance · (1 − delivery)`.
    pub gap: f64,
    /// What proves it, oldest first.
    pub proof: Vec<Labelled>,
}

/// Something a person's choice hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// The benefit point it speaks of.
    pub benefit: Option<String>,
    /// How much they care for that point, from 0 to 1.
    pub weight: f64,
    /// Where they stated it.
    pub proof: Labelled,
}

/// How far somebody takes up our concept.
#[derive(Clone, Debug, PartialEq)]
pub struct Concept {
    /// The probability that they accept it.
    pub accepted: f64,
    /// The same of somebody of whom nothing is known.
    pub stranger: f64,
    /// What shows it, oldest first.
    pub proof: Vec<Labelled>,
}

/// Something that shows how another supplier stands in somebody's eyes.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// Which sign.
    pub kind: String,
    /// Whether it stands: nothing later took it back.
    pub stands: bool,
    /// Where they showed it.
    pub proof: Labelled,
}

/// A point to prove to a person.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Next {
    /// To whom.
    pub person_id: PersonId,
    /// The position of the point.
    pub point: usize,
    /// `importance · (1 − delivery)`.
    pub gap: f64,
}

/// What everybody with a part holds of what is `offered`.
#[must_use]
pub fn matrix(picture: &Picture<'_>, offered: &[String]) -> Matrix {
    let mut names: Vec<(String, String, bool)> = Vec::new();
    for name in offered {
        if names.iter().all(|(key, ..)| *key != self::key(name)) {
            names.push((key(name), name.clone(), true));
        }
    }
    // Of whoever does not wish to be estimated it is not said what they lack, or what to prove to them.
    let excluded = &picture.deal.records.excluded;
    let members = picture.group.parts().iter().map(|part| part.person);
    let people: Vec<PersonId> = members.filter(|person| !excluded.contains(person)).collect();
    for evidence in people.iter().filter_map(|person| picture.evidence.get(person)) {
        for words in evidence.labels.iter().filter_map(|label| label.title.benefit.as_ref()) {
            if names.iter().all(|(key, ..)| *key != self::key(words)) {
                names.push((key(words), words.clone(), false));
            }
        }
    }
    let rows: Vec<BenefitRow> = people.iter().map(|person| row(picture, *person, &names)).collect();
    let power: Vec<f64> = people.iter().map(|person| picture.group.power(*person)).collect();
    let all: f64 = power.iter().sum();
    let mean = |at: usize, read: fn(&Cell) -> f64| {
        let sum: f64 =
            rows.iter().zip(&power).map(|(row, power)| power * read(&row.cells[at])).sum();
        if all > 0.0 { sum / all } else { 0.0 }
    };
    let column = |(at, (_, name, offered)): (usize, &(String, String, bool))| Column {
        name: name.clone(),
        offered: *offered,
        importance: mean(at, |cell| cell.importance),
        delivery: mean(at, |cell| cell.delivery),
        gap: mean(at, |cell| cell.gap),
    };
    let points: Vec<Column> = names.iter().enumerate().map(column).collect();
    let next = next(&rows, &power, &points);
    Matrix { points, rows, next }
}

/// The largest gaps of offered points, each weighed by the power of whoever has it.
fn next(rows: &[BenefitRow], power: &[f64], points: &[Column]) -> Vec<Next> {
    let mut open: Vec<(f64, Next)> = Vec::new();
    for (row, power) in rows.iter().zip(power).filter(|(_, power)| **power > 0.0) {
        for (point, cell) in row.cells.iter().enumerate() {
            let proven = matches!(
                cell.standing,
                StandingWord::Endorsed | StandingWord::Realised | StandingWord::Vouched
            );
            if points[point].offered && !proven {
                let one = Next { person_id: row.person, point, gap: cell.gap };
                open.push((power * cell.gap, one));
            }
        }
    }
    open.sort_by(|one, other| other.0.total_cmp(&one.0));
    open.into_iter().map(|(_, one)| one).take(NEXT_AT_MOST).collect()
}

fn row(picture: &Picture<'_>, person: PersonId, names: &[(String, String, bool)]) -> BenefitRow {
    let evidence = picture.evidence.get(&person);
    let labels = evidence.map(|one| one.labels.as_slice()).unwrap_or_default();
    let held = evidence.map_or_else(
        || BenefitPoints::new(picture.model.benefit_prior()),
        |one| held(picture.model, one),
    );
    let proof = |labels_of: &[u32]| -> Vec<Labelled> {
        labels_of.iter().filter_map(|at| labels.get(*at as usize)).cloned().collect()
    };
    let cell = |(key, ..): &(String, String, bool)| {
        let standing = held.standing(key);
        let (importance, delivery) = (held.importance(key).mean(), held.delivery(key).mean());
        Cell {
            standing: standing.standing.into(),
            importance,
            delivery,
            gap: importance * (1.0 - delivery),
            proof: proof(&standing.proof),
        }
    };
    let state = picture.state(person, picture.last_look());
    BenefitRow {
        person,
        cells: names.iter().map(cell).collect(),
        criteria: criteria(labels, &held),
        concept: concept(picture.model, labels, state),
        rivals: rivals(labels),
    }
}

/// What somebody holds of each point, with the labels of what they said as its proofs.
fn held(model: &Model, evidence: &PersonEvidence) -> BenefitPoints<String> {
    let mut points = BenefitPoints::new(model.benefit_prior());
    for observation in evidence.history.observations() {
        let What::Sign { sign, source, .. } = observation.what else { continue };
        let title = evidence.labels.get(observation.label as usize).map(|label| &label.title);
        if let Some(words) = title.and_then(|title| title.benefit.as_deref()) {
            points.hear(key(words), said(model, sign, source, observation.label));
        }
    }
    points
}

fn signs<'l>(labels: &'l [Labelled], kinds: &'l [&str]) -> impl Iterator<Item = &'l Labelled> {
    let is_one = |label: &&Labelled| {
        let sign = label.title.sign.as_deref();
        label.title.code == TitleCode::Sign && sign.is_some_and(|sign| kinds.contains(&sign))
    };
    labels.iter().filter(is_one)
}

/// Each criterion once, as first stated.
fn criteria(labels: &[Labelled], held: &BenefitPoints<String>) -> Vec<Criterion> {
    let mut found: BTreeMap<Option<String>, Criterion> = BTreeMap::new();
    let mut unnamed = Vec::new();
    for label in signs(labels, &[CRITERION]) {
        let benefit = label.title.benefit.clone();
        let key = benefit.as_deref().map(key);
        let weight = key.as_ref().map_or(0.0, |key| held.importance(key).mean());
        let one = Criterion { benefit, weight, proof: label.clone() };
        match key {
            Some(_) => drop(found.entry(key).or_insert(one)),
            None => unnamed.push(one),
        }
    }
    let mut all: Vec<Criterion> = found.into_values().chain(unnamed).collect();
    all.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    all
}

fn concept(model: &Model, labels: &[Labelled], state: &StateVector) -> Concept {
    let accepts = StateSet::levels(Factor::Cognition, 4..);
    Concept {
        accepted: state.mass(accepts),
        stranger: model.start(assent_inference::Phase::Buy).mass(accepts),
        proof: signs(labels, &CONCEPT).cloned().collect(),
    }
}

fn rivals(labels: &[Labelled]) -> Vec<Rival> {
    let shown: Vec<&Labelled> = signs(labels, &RIVALS).collect();
    let dropped = |label: &&Labelled| label.title.sign.as_deref() == Some(RIVAL_DROPPED);
    let last_drop = shown.iter().rposition(dropped);
    let rival = |(at, label): (usize, &&Labelled)| Rival {
        kind: label.title.sign.clone().unwrap_or_default(),
        stands: last_drop.is_none_or(|drop| at >= drop),
        proof: (*label).clone(),
    };
    shown.iter().enumerate().map(rival).collect()
}
