//! Advice: what to do next in a deal, whom to ask what, and what is owed; each with its reason.
//!
//! An action is worth what it moves somebody towards, times what the deal is worth, less the hours it
//! takes. Worth is told in hours of selling, so that deals in different currencies can be set side by
//! side; of a small deal the best may be worth less than it takes, and is shown all the same. Gains rest on doses that nobody has measured, so near equals are shown as equals. What is
//! owed stands above the list: it is no option. A seller can ask of any action why it is not advised.
//!
//! Read off the picture of a deal and what has been tried. Not here: the ways in, which lead through
//! people of other deals, and whatever a seller has dismissed; both are handed in.

mod asking;
mod duty;
mod menu;
mod reason;
mod worth;

use std::collections::BTreeMap;

use assent_inference::{Answer, Model};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::asking::Asking;
pub use self::duty::{Duty, DutyKind};
pub use self::menu::{Choice, Closed, ClosedWord, INTRODUCTION, Menu, menu};
pub use self::reason::{Reason, ReasonWord};
pub use self::worth::worth_hours;
use crate::benefit::Matrix;
use crate::ids::PersonId;
use crate::money::Money;
use crate::opportunity::BuyingRole;
use crate::picture::Picture;
use crate::time::Day;
use crate::words::words;

/// How many actions are advised at most: as many as can be kept in mind.
const BEST_AT_MOST: usize = 5;
/// How many questions are proposed at most.
const ASKS_AT_MOST: usize = 3;

words! {
    /// What the shift of an action is a shift of.
    pub enum Measure {
        /// The chance to win.
        Win = "win",
        /// What a customer in use is worth, as a share of the amount: renewal and reference.
        Use = "use",
    }
}

words! {
    /// Why a seller has put a suggestion away.
    pub enum DismissalReason {
        /// Not now: it may come back by itself.
        NotNow = "not_now",
        /// It has been done, and was not recorded.
        Done = "done",
        /// It is not for this person.
        WrongPerson = "wrong_person",
        /// It does not work with people in this part: learned from, for all deals.
        DoesNotSuit = "does_not_suit",
        /// Something else.
        Other = "other",
    }
}

/// A suggestion that was put away.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissed {
    /// Which action.
    pub action: String,
    /// To whom.
    pub person: PersonId,
    /// When.
    pub on: Day,
    /// Why.
    pub reason: DismissalReason,
}

/// A way to somebody through others.
#[derive(Clone, Debug, PartialEq)]
pub struct WayIn {
    /// Who passes it on, from the first asked to the last.
    pub through: Vec<PersonId>,
    /// The chance that it arrives.
    pub chance: f64,
}

/// What has become of proposals of an action to people in a part, in the whole house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// How often one was taken up.
    pub taken_up: usize,
    /// How often one was put away because it does not suit.
    pub unsuited: usize,
}

impl Fit {
    /// Proposals that a prior good opinion is worth.
    const PRIOR: f64 = 4.0;

    /// What is left of a gain, from 0 to 1: all of it until somebody says that it does not suit.
    #[must_use]
    pub fn weight(self) -> f64 {
        let taken_up = self.taken_up as f64 + Self::PRIOR;
        taken_up / (taken_up + self.unsuited as f64)
    }
}

/// What has been tried or is under way, besides what the records say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attempts {
    /// What was put away in this deal.
    pub dismissed: Vec<Dismissed>,
    /// What is planned and not done yet.
    pub planned: Vec<(String, PersonId)>,
    /// The best way to each of those who have not been met, where there is one.
    pub ways: BTreeMap<PersonId, WayIn>,
    /// By action and part.
    pub fit: BTreeMap<(String, BuyingRole), Fit>,
}

words! {
    /// What an answer is, besides a reply.
    pub enum AnswerWord {
        /// A reply, by its name.
        Reply = "reply",
        /// None, while one is waited for.
        Silence = "silence",
        /// It did not arrive.
        NotPassedOn = "not_passed_on",
    }
}

impl AnswerWord {
    /// The word for an answer, and the name of the reply that it is.
    pub(crate) fn of(model: &Model, answer: Answer) -> (Self, Option<String>) {
        match answer {
            Answer::Reply(reply) => (Self::Reply, Some(model.reply_prior(reply).name.clone())),
            Answer::Silence => (Self::Silence, None),
            Answer::NotPassedOn => (Self::NotPassedOn, None),
        }
    }
}

/// An answer that an action may get.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PossibleAnswer {
    /// What sort.
    pub answer: AnswerWord,
    /// The reply, by its name in the model's priors.
    pub reply: Option<String>,
    /// With what probability.
    pub p: f64,
    /// What the measure would then be.
    pub after: f64,
}

/// An action worth doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Suggestion {
    /// Which, by its name in the model's priors.
    pub action: String,
    /// To whom.
    pub person_id: PersonId,
    /// Through whom, from the first asked to the last.
    pub through: Vec<PersonId>,
    /// The chance that it arrives, where others must pass it on.
    pub reach: Option<f64>,
    /// By how much the measure is expected to change.
    pub gain: f64,
    /// What the measure would be: four times in five it ends between these two, over the answers.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The answers it may get.
    pub answers: Vec<PossibleAnswer>,
    /// Hours of ours that it takes.
    pub cost_hours: f64,
    /// What it is worth beyond them, in hours of selling.
    pub score_hours: f64,
    /// Its place; those of one place are equals.
    pub place: usize,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The benefit point to speak of.
    pub about: Option<String>,
}

/// What to do next in a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Advice {
    /// What shifts are shifts of.
    pub measure: Measure,
    /// What that is today.
    pub now: f64,
    /// What is owed, most pressing first.
    pub duties: Vec<Duty>,
    /// What is worth doing, best first.
    pub best: Vec<Suggestion>,
    /// What is worth asking, most telling first.
    pub ask: Vec<Asking>,
    /// What was done lately and would now do harm.
    pub against: Option<Suggestion>,
}

/// What to do next, and of whom it is said.
#[must_use]
pub fn advise(
    picture: &Picture<'_>,
    attempts: &Attempts,
    amount: Option<&Money>,
    points: &Matrix,
) -> Advice {
    let menu = menu(picture, attempts, amount, |_, _, closed| is_weighed(closed));
    let mut open: Vec<&Choice> =
        menu.choices.iter().filter(|one| one.closed.is_none() && one.gain() > 0.0).collect();
    open.sort_by(|one, other| other.score_hours.total_cmp(&one.score_hours));
    let best = with_places(picture, &menu, attempts, points, &open);
    let against = against(picture, &menu, attempts, points);
    Advice {
        measure: menu.measure,
        now: menu.now,
        duties: duty::duties(picture),
        best,
        ask: asking::asking(picture, ASKS_AT_MOST),
        against,
    }
}

/// What is open is weighed; and so is what they told us to stop, because it may have been done often.
fn is_weighed(closed: Option<&Closed>) -> bool {
    closed.is_none_or(|closed| closed.word == ClosedWord::ToldToStop)
}

/// Near equals share a place: what lies within the tie share of the first of a place is of that place.
fn with_places(
    picture: &Picture<'_>,
    menu: &Menu,
    attempts: &Attempts,
    points: &Matrix,
    open: &[&Choice],
) -> Vec<Suggestion> {
    let near = 1.0 - picture.model.advice_prior().tie_share;
    let (mut place, mut leader) = (0, f64::INFINITY);
    let mut best = Vec::new();
    for choice in open.iter().take(BEST_AT_MOST) {
        if choice.score_hours < near * leader {
            (place, leader) = (best.len() + 1, choice.score_hours);
        }
        best.push(suggestion(picture, menu, attempts, points, choice, place.max(1)));
    }
    best
}

/// The action done most often of late that would now do harm: nobody asks about what nobody does.
fn against(
    picture: &Picture<'_>,
    menu: &Menu,
    attempts: &Attempts,
    points: &Matrix,
) -> Option<Suggestion> {
    let harmful = menu.choices.iter().filter(|one| one.gain() < 0.0 && one.again > 1);
    let worst = harmful.max_by(|one, other| {
        one.again.cmp(&other.again).then(other.gain().total_cmp(&one.gain()))
    })?;
    Some(suggestion(picture, menu, attempts, points, worst, 0))
}

/// A choice in the form it is shown.
#[must_use]
pub fn suggestion(
    picture: &Picture<'_>,
    menu: &Menu,
    attempts: &Attempts,
    points: &Matrix,
    choice: &Choice,
    place: usize,
) -> Suggestion {
    let shift = |worth: f64| (menu.now + worth - choice.worth_now).clamp(0.0, 1.0);
    let answers: Vec<PossibleAnswer> = choice
        .effect
        .answers
        .iter()
        .map(|one| {
            let (answer, reply) = AnswerWord::of(picture.model, one.answer);
            PossibleAnswer { answer, reply, p: one.probability, after: shift(one.worth) }
        })
        .collect();
    let (low, high) = middle(&answers);
    let way = (choice.action == menu::INTRODUCTION).then(|| attempts.ways.get(&choice.person));
    let way = way.flatten();
    let next = points.next.iter().find(|next| next.person_id == choice.person);
    let about = next.filter(|_| choice.speaks).map(|next| points.points[next.point].name.clone());
    Suggestion {
        action: choice.action.clone(),
        person_id: choice.person,
        through: way.map(|way| way.through.clone()).unwrap_or_default(),
        reach: way.map(|way| way.chance),
        gain: choice.gain(),
        low,
        high,
        answers,
        cost_hours: choice.cost_hours,
        score_hours: choice.score_hours,
        place,
        reasons: reason::reasons(picture, choice, way, about.is_some()),
        about,
    }
}

/// Between which values the measure ends four times in five, over the answers.
fn middle(answers: &[PossibleAnswer]) -> (f64, f64) {
    let mut sorted: Vec<(f64, f64)> = answers.iter().map(|one| (one.after, one.p)).collect();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |share: f64| {
        let mut seen = 0.0;
        let found = sorted.iter().find(|(_, p)| {
            seen += p;
            seen >= share
        });
        found.or(sorted.last()).map_or(0.0, |(after, _)| *after)
    };
    (at(0.1), at(0.9))
}
