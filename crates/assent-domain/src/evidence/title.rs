//! Titles: what a piece of evidence is, as words of a vocabulary that each language makes its
//! sentence from.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::words;

words! {
    /// What sort of evidence it is.
    pub enum TitleCode {
        /// We did something and they answered.
        Reply = "reply",
        /// We asked, and it is open.
        Question = "question",
        /// They showed something.
        Sign = "sign",
        /// We kept a promise.
        PromiseKept = "promise_kept",
        /// We broke a promise.
        PromiseBroken = "promise_broken",
        /// They promised something.
        TheirPromise = "their_promise",
        /// They kept it.
        TheirPromiseKept = "their_promise_kept",
        /// They took it back or broke it.
        TheirPromiseWithdrawn = "their_promise_withdrawn",
        /// The order was placed.
        Order = "order",
        /// A renewal began.
        Renewal = "renewal",
    }
}

/// What a piece of evidence is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Title {
    /// What sort.
    pub code: TitleCode,
    /// Which action, by its name in the model's priors.
    pub action: Option<String>,
    /// How they answered, likewise.
    pub reply: Option<String>,
    /// Which sign, likewise.
    pub sign: Option<String>,
    /// The benefit point it speaks of.
    pub benefit: Option<String>,
    /// The words of the record, or of the promise.
    pub words: Option<String>,
}

impl Title {
    pub(super) fn new(code: TitleCode, words: Option<&str>) -> Self {
        let words = words.map(str::to_owned);
        Self { code, action: None, reply: None, sign: None, benefit: None, words }
    }

    pub(super) fn reply(action: &str, reply: &str, words: Option<&str>) -> Self {
        let (action, reply) = (Some(action.to_owned()), Some(reply.to_owned()));
        Self { action, reply, ..Self::new(TitleCode::Reply, words) }
    }

    pub(super) fn question(action: &str, words: Option<&str>) -> Self {
        Self { action: Some(action.to_owned()), ..Self::new(TitleCode::Question, words) }
    }

    pub(super) fn sign(sign: &str, benefit: Option<&str>, words: Option<&str>) -> Self {
        let (sign, benefit) = (Some(sign.to_owned()), benefit.map(str::to_owned));
        Self { sign, benefit, ..Self::new(TitleCode::Sign, words) }
    }

    /// Whether the two say the same, words aside: such lines are shown as one, with their number.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        let Self { code, action, reply, sign, benefit, words: _ } = self;
        *code == other.code
            && *action == other.action
            && *reply == other.reply
            && *sign == other.sign
            && *benefit == other.benefit
    }
}
