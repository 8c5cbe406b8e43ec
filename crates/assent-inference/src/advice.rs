//! What an action may bring, and which question is worth asking.
//!
//! The worth of a deal is given by the state of one person: `worth[z]` is what it would be worth if
//! that person surely stood at z. So it is linear in the belief, an action scores one dot product of
//! its effect with the belief, and what an answer merely tells is worth nothing by itself: with a
//! logistic worth, a question that changes nobody would score for curvature alone. What an answer
//! tells is ranked by itself, by the fall in entropy that may be expected of it.
//!
//! Doses are experience values that nobody has measured, and so are gains. Not here: who may be asked
//! what, what it costs, and what has been tried.

mod effect;
mod question;

pub use effect::{Answer, AnswerChance, Delivery, Effect, effect, information};
pub use question::{QuestionGain, TopicAnswer, question_gain};
