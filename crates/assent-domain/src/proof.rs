//! Proof: whether forecasts have come true, and whether plainer ones would have done as well.
//!
//! Two sets of forecasts of the same cases are measured side by side. Whoever is better by more than
//! chance explains has won; else nobody has, and that is said. What the forecasts of deals rest on is
//! in `known` (what was recorded by a day) and `sample` (what could be said then); `history` puts the
//! deals of a house to the test.

mod contest;
mod history;
mod known;
mod sample;

pub use self::contest::{Contest, CurveBin, ScoreCard, ScoreRange, Winner, few};
pub use self::history::{
    AGES, AgeProof, LEAST_DEALS, LEAST_OF_EACH, Shortage, TrackRecord, Trial, prove,
};
pub use self::known::{ClosedDeal, known_by};
pub use self::sample::{PlainNumber, Sample, samples};
