//! Ways to a person: along which acquaintances an ask is most likely to be passed on to them.
//!
//! A [`Network`] holds people, who is acquainted with whom, and circles (a house, the members of a
//! group) whose members are all acquainted. A hop from a to b succeeds with the chance
//!
//! ```text
//! p = σ(base + tie · ln(1 + strength) + side + upward) · (passed + c) / (asked + c)
//! ```
//!
//! where `side` is `ours` between two of our own, and else the willingness of whoever is not ours: of
//! a where both are theirs. The last factor is that of a's earlier asks. A way costs
//! `Σ (−ln p + hop_cost)`; the cheapest ways without a repeated person, at most `max_hops` long, are
//! wanted. The step straight from the start to the target is no way: nobody passes anything on.
//!
//! How willing somebody is, what became of asks before, and who may be on a way at all is said at
//! every question ([`Standing`]), so that none of it is built in.
//!
//! The search is exact. From both ends at once the cheapest walks are found, until no shorter one can
//! remain; what lies on any way within the bound is then known with its exact distance to the target,
//! by which the ways are listed in their order (A\*, Hart, Nilsson and Raphael 1968). A network of
//! millions is answered in milliseconds because almost nobody in it is looked at.

mod hop;
mod labels;
mod network;
mod question;
mod routes;
mod rows;
mod search;
mod tie;

pub use hop::Standing;
pub use network::Network;
pub use question::{Alternatives, Bridge, Hop, Question, Strangers, Way, ways};
pub use tie::{Acquainted, Place, Rank, Tied};
