//! Whom to ask what: the questions whose answers would tell most of where somebody stands.

use assent_inference::{Role, TopicAnswer, question_gain};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::group::Part;
use crate::ids::PersonId;
use crate::picture::Picture;
use crate::winning::is_met;

/// A question that is not about one person's state: who decides.
const WHO_DECIDES: &str = "who_decides";

/// A question worth asking somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Asking {
    /// What about, by its name in the model's priors; `who_decides` where nobody who can say no is known.
    pub topic: String,
    /// Whom.
    pub person_id: PersonId,
    /// By how much what is believed of them would grow surer: the fall in entropy, in bits.
    pub bits: Option<f64>,
    /// What they may show, with what probability; the rest is that they have nothing to say.
    pub answers: Vec<AskedAnswer>,
}

/// What somebody may answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AskedAnswer {
    /// The sign, by its name in the model's priors; nothing, where they have nothing to say.
    pub sign: Option<String>,
    /// With what probability.
    pub p: f64,
}

/// The most telling questions, at most one to a person for each topic. Asked are those who have been
/// met, are estimated and have not shut the door.
pub(super) fn asking(picture: &Picture<'_>, most: usize) -> Vec<Asking> {
    let mut found: Vec<Asking> = Vec::new();
    let askable = picture.group.parts().iter().filter(|part| may_be_asked(picture, part));
    for part in askable {
        let Some(role) = picture.role(part) else { continue };
        found.extend(to_one(picture, part.person, role));
    }
    found.sort_by(|one, other| other.bits.unwrap_or(0.0).total_cmp(&one.bits.unwrap_or(0.0)));
    found.truncate(most);
    if let Some(who) = who_decides(picture) {
        found.insert(0, who);
        found.truncate(most);
    }
    found
}

fn to_one(picture: &Picture<'_>, person_id: PersonId, role: Role) -> Vec<Asking> {
    let model = picture.model;
    let state = picture.state(person_id, picture.last_look());
    let topics = model
        .topics()
        .filter(|(_, prior)| prior.phases.include(picture.phase) && prior.is_for(role));
    let asking = topics.map(|(topic, prior)| {
        let gain = question_gain(model, topic, state);
        let answer = |(answer, p): &(TopicAnswer, f64)| {
            let sign = match answer {
                TopicAnswer::Sign(sign) => Some(model.sign_prior(*sign).name.clone()),
                TopicAnswer::Nothing => None,
            };
            AskedAnswer { sign, p: *p }
        };
        let answers = gain.answers.iter().map(answer).collect();
        Asking { topic: prior.name.clone(), person_id, bits: Some(gain.bits), answers }
    });
    asking.collect()
}

fn may_be_asked(picture: &Picture<'_>, part: &Part) -> bool {
    let excluded = picture.deal.records.excluded.contains(&part.person);
    let shut = |belief: &assent_inference::Belief| !belief.forbidden().is_empty();
    let shut = picture.belief(part.person).is_some_and(shut);
    !excluded && !shut && is_met(picture, part.person)
}

/// Where nobody is known who can say no, the one with most power among those met is asked who it is.
fn who_decides(picture: &Picture<'_>) -> Option<Asking> {
    let buying = picture.phase == assent_inference::Phase::Buy;
    let known = picture.group.parts().iter().any(|part| part.role.has_veto());
    if !buying || known {
        return None;
    }
    let askable = picture.group.parts().iter().filter(|part| may_be_asked(picture, part));
    let power = |part: &&Part| picture.group.power(part.person);
    let best = askable.max_by(|one, other| power(one).total_cmp(&power(other)))?;
    let topic = WHO_DECIDES.to_owned();
    Some(Asking { topic, person_id: best.person, bits: None, answers: Vec::new() })
}
