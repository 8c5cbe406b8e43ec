//! Interactions and commitments: what happened between people, and what was promised.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{OpportunityId, PersonId};
use crate::text::{Key, Line, Words};
use crate::time::{Day, Timestamp};
use crate::words::words;

words! {
    /// Who moved towards whom.
    pub enum Direction {
        /// We to them.
        Out = "out",
        /// They to us.
        In = "in",
    }
}

words! {
    /// Where a record comes from, and so how far it is believed.
    pub enum Source {
        /// Their own words, in writing.
        CustomerWritten = "customer_written",
        /// A machine that saw it: telephone system, mailbox, ERP.
        SystemRecord = "system_record",
        /// A salesperson's note.
        SellerNote = "seller_note",
        /// What somebody else says of them.
        ThirdParty = "third_party",
    }
}

/// Something a person showed: a sign by which the model learns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignFacts {
    /// Who showed it.
    pub person_id: PersonId,
    /// Which sign, by its name in the model's priors, such as `stated_criterion`.
    pub kind: Key,
    /// Where it comes from, when not from where the interaction does.
    #[serde(default)]
    pub source: Option<Source>,
    /// The benefit point it speaks of.
    #[serde(default)]
    pub benefit: Option<Line>,
}

/// What happened, when, between whom, in whose words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InteractionFacts {
    /// The deal it belongs to.
    pub opportunity_id: OpportunityId,
    /// What it was, by its name in the model's priors (`call`, `meeting`, …), or `remark` for what
    /// was only heard.
    pub kind: Key,
    /// Who moved; nobody, for a remark.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// How they answered, by its name in the model's priors, such as `no_answer`. A question that
    /// is still open has none.
    #[serde(default)]
    pub result: Option<Key>,
    /// When.
    pub at: Timestamp,
    /// The people on the other side.
    #[serde(default)]
    pub participants: Vec<PersonId>,
    /// Who introduced us, from our side to theirs.
    #[serde(default)]
    pub through: Vec<PersonId>,
    /// What they showed.
    #[serde(default)]
    pub signs: Vec<SignFacts>,
    /// Where the record comes from.
    #[serde(default = "seller_note")]
    pub source: Source,
    /// The words, as they were said or noted.
    #[serde(default)]
    pub words: Option<Words>,
    /// Which of our people it was.
    #[serde(default)]
    pub by_id: Option<PersonId>,
    /// Whether they took part because a procedure bound them to (a bidders' hour, owed to all)
    /// rather than by their own choice; then their being there says nothing.
    #[serde(default)]
    pub procedure_bound: bool,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

fn seller_note() -> Source {
    Source::SellerNote
}

/// A promise, by one of ours to one of theirs or the other way round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentFacts {
    /// The deal it belongs to.
    pub opportunity_id: OpportunityId,
    /// Who promised.
    pub by_id: PersonId,
    /// To whom.
    pub to_id: PersonId,
    /// What.
    pub text: Line,
    /// When it was given.
    pub made_on: Day,
    /// By when it was to be done.
    #[serde(default)]
    pub due: Option<Day>,
    /// When it was kept.
    #[serde(default)]
    pub kept_on: Option<Day>,
    /// When it was broken.
    #[serde(default)]
    pub broken_on: Option<Day>,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn_on: Option<Day>,
    /// Whether this is an assumption rather than a reported fact.
    #[serde(default)]
    pub assumed: bool,
}

words! {
    /// How a promise stands.
    pub enum CommitmentState {
        /// Given, and there is still time.
        Open = "open",
        /// Given, and the day has passed.
        Overdue = "overdue",
        /// Done.
        Kept = "kept",
        /// Not done, and not going to be.
        Broken = "broken",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

impl CommitmentFacts {
    /// How the promise stands on `today`.
    #[must_use]
    pub fn state(&self, today: Day) -> CommitmentState {
        let by = |day: Option<Day>| day.is_some_and(|day| day <= today);
        if by(self.kept_on) {
            CommitmentState::Kept
        } else if by(self.broken_on) {
            CommitmentState::Broken
        } else if by(self.withdrawn_on) {
            CommitmentState::Withdrawn
        } else if self.due.is_some_and(|due| due < today) {
            CommitmentState::Overdue
        } else {
            CommitmentState::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_promise_is_open_then_overdue_then_kept() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let promise = CommitmentFacts {
            opportunity_id: Uuid::from_u128(1).into(),
            by_id: Uuid::from_u128(2).into(),
            to_id: Uuid::from_u128(3).into(),
            text: "Written summary".parse().unwrap(),
            made_on: day("2000-05-11"),
            due: Some(day("2000-05-18")),
            kept_on: Some(day("2000-05-20")),
            broken_on: None,
            withdrawn_on: None,
            assumed: true,
        };
        let states = ["2000-05-18", "2000-05-19", "2000-05-20"].map(|d| promise.state(day(d)));
        use CommitmentState::{Kept, Open, Overdue};
        assert_eq!(states, [Open, Overdue, Kept]);
    }
}
