//! Why an action is advised: a few facts of the records and the estimate, in words of a vocabulary.

use assent_inference::What;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::WayIn;
use super::menu::{Choice, INTRODUCTION};
use crate::ids::PersonId;
use crate::picture::Picture;
use crate::reading::StageWord;
use crate::winning::is_met;
use crate::words::words;

/// How far back unanswered attempts count, in days.
const LATELY_DAYS: f64 = 90.0;
/// From this share of the power on, it is a reason.
const MUCH_POWER: f64 = 0.2;
/// Reasons shown at most.
const AT_MOST: usize = 4;

words! {
    /// A fact that speaks for an action.
    pub enum ReasonWord {
        /// Others lead to them.
        WayIn = "way_in",
        /// Attempts of ours got no answer lately.
        Unanswered = "unanswered",
        /// They can say no.
        Veto = "veto",
        /// They have much of the power.
        Power = "power",
        /// Where they stand.
        Stands = "stands",
        /// Nobody has met them.
        NotMet = "not_met",
        /// A benefit point is still to be proven to them.
        Prove = "prove",
        /// It was done before, so it moves less.
        Again = "again",
        /// Few in this house take it up with people in this part.
        SeldomTakenUp = "seldom_taken_up",
    }
}

/// A fact that speaks for an action, or against expecting much of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = AdviceReason)]
pub struct Reason {
    /// What.
    pub word: ReasonWord,
    /// How many.
    pub count: Option<usize>,
    /// A share or chance, from 0 to 1.
    pub share: Option<f64>,
    /// The stage they stand at.
    #[schema(value_type = Option<StageWord>)]
    pub stage: Option<String>,
    /// Somebody else it is about.
    pub person_id: Option<PersonId>,
}

impl Reason {
    fn of(word: ReasonWord) -> Self {
        Self { word, count: None, share: None, stage: None, person_id: None }
    }
}

pub(super) fn reasons(
    picture: &Picture<'_>,
    choice: &Choice,
    way: Option<&WayIn>,
    proves: bool,
) -> Vec<Reason> {
    let person = choice.person;
    let mut reasons = Vec::new();
    if let Some(way) = way {
        let (share, person_id) = (Some(way.chance), way.through.first().copied());
        reasons.push(Reason { share, person_id, ..Reason::of(ReasonWord::WayIn) });
    }
    let unanswered = unanswered(picture, person);
    if unanswered > 1 {
        let count = Some(unanswered);
        reasons.push(Reason { count, ..Reason::of(ReasonWord::Unanswered) });
    }
    reasons.extend(part(picture, person));
    if choice.action != INTRODUCTION && !is_met(picture, person) {
        reasons.push(Reason::of(ReasonWord::NotMet));
    }
    if proves {
        reasons.push(Reason::of(ReasonWord::Prove));
    }
    reasons.extend(stands(picture, person));
    if choice.again > 1 {
        let count = Some(choice.again);
        reasons.push(Reason { count, ..Reason::of(ReasonWord::Again) });
    }
    if choice.fit < 0.75 {
        reasons.push(Reason { share: Some(choice.fit), ..Reason::of(ReasonWord::SeldomTakenUp) });
    }
    reasons.truncate(AT_MOST);
    reasons
}

fn part(picture: &Picture<'_>, person: PersonId) -> Option<Reason> {
    let part = picture.group.parts().iter().find(|part| part.person == person)?;
    let power = picture.group.power(person);
    if part.role.has_veto() {
        Some(Reason { share: Some(power), ..Reason::of(ReasonWord::Veto) })
    } else {
        (power >= MUCH_POWER)
            .then(|| Reason { share: Some(power), ..Reason::of(ReasonWord::Power) })
    }
}

fn stands(picture: &Picture<'_>, person: PersonId) -> Option<Reason> {
    let reading = picture.estimate(person)?.reading;
    let named = reading.named_stage?;
    let stage = Some(named.name().to_owned());
    Some(Reason { stage, share: Some(reading.p_named), ..Reason::of(ReasonWord::Stands) })
}

/// Attempts lately that reached nobody since they were last in touch: answers that brought no contact,
/// whatever they were. Whoever comes to us by themselves has answered.
fn unanswered(picture: &Picture<'_>, person: PersonId) -> usize {
    let Some(evidence) = picture.evidence.get(&person) else { return 0 };
    let since = picture.day.end().days() - LATELY_DAYS;
    let mut count = 0;
    for one in evidence.history.observations() {
        match one.what {
            What::Reply { reply, .. } if one.at_days >= since => {
                let prior = picture.model.reply_prior(reply);
                if prior.contact > 0.0 {
                    count = 0;
                } else if picture.model.action_prior(prior.action).cost_hours > 0.0 {
                    count += 1;
                }
            }
            What::Sign { sign, .. } if picture.model.sign_prior(sign).reopens => count = 0,
            _ => {}
        }
    }
    count
}
