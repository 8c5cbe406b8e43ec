//! The benefit points of a deal: what each buyer holds of what is offered, with the proof.

use assent_domain::benefit::{self, Next, StandingWord, key, matrix};
use assent_domain::evidence::{Labelled, RecordRef, Title};
use assent_domain::ids::{BenefitPointId, InteractionId, OpportunityId, PersonId, ProductId};
use assent_domain::interaction::Source;
use assent_domain::picture::Picture;
use assent_domain::time::Timestamp;
use assent_store::interactions::Interaction;
use assent_store::{Db, benefit_points};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::kept::Named;
use crate::operations::Refusal;
use crate::operations::estimates::Deal;

/// Who holds what.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Benefits {
    /// What would be sold.
    product: Option<Named<ProductId>>,
    /// The points, those offered first, then what else the buyers spoke of.
    points: Vec<BenefitColumn>,
    /// The buyers.
    people: Vec<BenefitRow>,
    /// What to prove next, to whom, largest first.
    next: Vec<BenefitNext>,
}

/// A benefit point over all buyers; means weighed by power.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BenefitColumn {
    /// The point; nothing, of one that the product does not offer.
    id: Option<BenefitPointId>,
    /// Its words.
    name: String,
    /// How much they care for it, from 0 to 1.
    importance: f64,
    /// How far they believe that it is delivered.
    delivery: f64,
    /// What is still to be proven of it.
    gap: f64,
}

/// What a person holds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BenefitRow {
    /// Who.
    person_id: PersonId,
    /// A cell for each point.
    cells: Vec<BenefitCell>,
    /// What their choice hangs on, by falling weight.
    criteria: Vec<Criterion>,
    /// Our concept in their eyes.
    concept: Concept,
    /// Other suppliers in their eyes, oldest first.
    rivals: Vec<RivalSign>,
}

/// A benefit point for a person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BenefitCell {
    /// How they stand to it.
    standing: StandingWord,
    /// How much they care for it, from 0 to 1.
    importance: f64,
    /// How far they believe that it is delivered.
    delivery: f64,
    /// What is still to be proven: importance · (1 − delivery).
    gap: f64,
    /// What proves it, oldest first.
    proof: Vec<Proof>,
}

/// A record that proves something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Proof {
    /// Which.
    interaction_id: InteractionId,
    /// The deal it was recorded in: this one, or one that it renews.
    opportunity_id: OpportunityId,
    /// When.
    at: Timestamp,
    /// In whose words.
    words: Option<String>,
    /// Where it comes from.
    source: Option<Source>,
    /// What it is.
    title: Title,
    /// Whether it is an assumption rather than a reported fact.
    assumed: bool,
}

/// Something a person's choice hangs on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Criterion {
    /// The benefit point it speaks of.
    benefit: Option<String>,
    /// How much they care for that point, from 0 to 1.
    weight: f64,
    /// Where they stated it.
    proof: Proof,
}

/// How far somebody takes up our concept.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Concept {
    /// The probability that they accept it.
    accepted: f64,
    /// The same of somebody of whom nothing is known.
    stranger: f64,
    /// What shows it, oldest first.
    proof: Vec<Proof>,
}

/// Something that shows how another supplier stands in somebody's eyes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RivalSign {
    /// Which sign, by its name in the model's priors.
    kind: String,
    /// Whether it stands: nothing later took it back.
    stands: bool,
    /// Where they showed it.
    proof: Proof,
}

/// A point to prove to a person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BenefitNext {
    /// To whom.
    person_id: PersonId,
    /// The position of the point.
    point: usize,
    /// What is still to be proven of it.
    gap: f64,
}

pub(super) fn read(db: &mut Db, deal: &Deal, picture: &Picture<'_>) -> Result<Benefits, Refusal> {
    let product = deal.opportunity.deal.facts.product_id;
    let offered = match product {
        Some(product) => benefit_points::points_of(db, product)?,
        None => Vec::new(),
    };
    let names: Vec<String> = offered.iter().map(|point| point.facts.name.to_string()).collect();
    let matrix = matrix(picture, &names);
    let column = |column: benefit::Column| BenefitColumn {
        id: offered
            .iter()
            .find(|point| column.offered && key(point.facts.name.as_str()) == key(&column.name))
            .map(|point| point.id),
        name: column.name,
        importance: column.importance,
        delivery: column.delivery,
        gap: column.gap,
    };
    Ok(Benefits {
        product: product.zip(deal.opportunity.product_name.clone()).map(Named::from),
        points: matrix.points.into_iter().map(column).collect(),
        people: matrix.rows.into_iter().map(|one| row(deal, one)).collect(),
        next: matrix.next.into_iter().map(BenefitNext::from).collect(),
    })
}

impl From<Next> for BenefitNext {
    fn from(Next { person_id, point, gap }: Next) -> Self {
        Self { person_id, point, gap }
    }
}

fn row(deal: &Deal, row: benefit::BenefitRow) -> BenefitRow {
    let proof = |label| proof(deal, label);
    let cell = |cell: benefit::Cell| BenefitCell {
        standing: cell.standing,
        importance: cell.importance,
        delivery: cell.delivery,
        gap: cell.gap,
        proof: cell.proof.into_iter().filter_map(proof).collect(),
    };
    let criterion = |one: benefit::Criterion| {
        let (benefit, weight) = (one.benefit, one.weight);
        Some(Criterion { benefit, weight, proof: proof(one.proof)? })
    };
    let rival = |one: benefit::Rival| {
        Some(RivalSign { kind: one.kind, stands: one.stands, proof: proof(one.proof)? })
    };
    BenefitRow {
        person_id: row.person,
        cells: row.cells.into_iter().map(cell).collect(),
        criteria: row.criteria.into_iter().filter_map(criterion).collect(),
        concept: Concept {
            accepted: row.concept.accepted,
            stranger: row.concept.stranger,
            proof: row.concept.proof.into_iter().filter_map(proof).collect(),
        },
        rivals: row.rivals.into_iter().filter_map(rival).collect(),
    }
}

/// What is said of benefit points is said in interactions.
fn proof(deal: &Deal, label: Labelled) -> Option<Proof> {
    let RecordRef::Interaction(interaction_id) = label.record else { return None };
    let Labelled { at, title, source, assumed, .. } = label;
    let holds = |(_, rows): &&(OpportunityId, Vec<Interaction>)| {
        rows.iter().any(|row| row.stored.id == interaction_id)
    };
    let earlier = deal.earlier.iter().find(holds).map(|(id, _)| *id);
    let opportunity_id = earlier.unwrap_or(deal.opportunity.deal.id);
    let words = title.words.clone();
    Some(Proof { interaction_id, opportunity_id, at, words, source, title, assumed })
}
