//! The way in: from our records to the network of acquaintances, why a hop is possible, and the words of
//! the ask.
//!
//! An ask is made of the first person on a way, and is for an introduction to the next one. What
//! becomes of it is learned by person. That somebody was asked is told to everybody who may see them:
//! nobody is to be asked twice within a month.

mod acquaintance;
mod draft;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::acquaintance::{Happening, Kinds, contacts};
pub use self::draft::{Draft, Drafts, Wording, drafts};
use crate::ids::PersonId;
use crate::time::Day;
use crate::words::words;

words! {
    /// How an ask stands.
    pub enum AskState {
        /// It was asked.
        Asked = "asked",
        /// They said that they would.
        Agreed = "agreed",
        /// They passed it on.
        Done = "done",
        /// They would not.
        Refused = "refused",
        /// It was noted by mistake: it was never asked.
        Undone = "undone",
    }
}

impl AskState {
    /// Whether something is still to come of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::Agreed)
    }
}

words! {
    /// Why somebody may pass an ask on to somebody else.
    pub enum BridgeWord {
        /// Both are ours.
        Colleague = "colleague",
        /// The first reports to the second.
        ReportsTo = "reports_to",
        /// The second reports to the first.
        Leads = "leads",
        /// They work together.
        WorksWith = "works_with",
        /// They know one another.
        Knows = "knows",
        /// The first sold to the second.
        SoldTo = "sold_to",
        /// The second sold to the first.
        BoughtFrom = "bought_from",
        /// They have met.
        Met = "met",
        /// The one trusts the other.
        Trusts = "trusts",
        /// The one buys from the other.
        CustomerOf = "customer_of",
        /// Both are of one house.
        SameHouse = "same_house",
        /// The house of the one buys from that of the other.
        HouseCustomer = "house_customer",
        /// Nothing: they are strangers.
        Stranger = "stranger",
    }
}

/// Why a hop is possible, as far as the one who asks may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Bridge {
    /// Why.
    pub word: BridgeWord,
    /// The organization that it is about.
    pub organization: Option<String>,
    /// When the two were last in touch, as far as is known.
    pub last: Option<Day>,
    /// How often they were in touch, where that is counted.
    pub count: Option<usize>,
}

impl Bridge {
    /// Of which nothing more is known.
    #[must_use]
    pub const fn of(word: BridgeWord) -> Self {
        Self { word, organization: None, last: None, count: None }
    }
}

/// A hop of a way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Hop {
    /// Who passes it on; at first, who asks: nothing, if no person is recorded of them.
    pub from_id: Option<PersonId>,
    /// To whom.
    pub to_id: PersonId,
    /// The chance that they do.
    pub chance: f64,
    /// Why they may.
    pub bridge: Bridge,
}

/// A way to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Way {
    /// From the one who asks to the one to be reached: two at least.
    pub hops: Vec<Hop>,
    /// The chance that all of them pass it on.
    pub chance: f64,
}

impl Way {
    /// Who is asked first.
    #[must_use]
    pub fn first(&self) -> Option<PersonId> {
        self.hops.first().map(|hop| hop.to_id)
    }

    /// Who passes it on, from the first asked to the last.
    #[must_use]
    pub fn through(&self) -> Vec<PersonId> {
        let before_last = self.hops.len().saturating_sub(1);
        self.hops.iter().take(before_last).map(|hop| hop.to_id).collect()
    }
}

/// Since when somebody was asked by others, or by ourselves, and from when they may be asked again.
#[must_use]
pub fn asked_again(asked_on: Day, days: u32) -> Day {
    Day::from_number(asked_on.number() + i64::from(days))
}
