//! What is expected to have happened, given the records: the sufficient statistics of the figures
//! that are learned.

use crate::generator::{LANES, Lanes};
use crate::model::Model;

/// Expected counts, and what they are exposed to, by state.
///
/// Days and contacts are counted as far as the records keep what happens in them, that is times
/// completeness; jumps and starts in full.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    /// By phase: people who begin there at rest.
    pub(super) starts: [Lanes; 2],
    /// By phase: all days.
    pub(super) days: [Lanes; 2],
    /// By phase, jump and state left: jumps.
    pub(super) jumps: [[Lanes; 6]; 2],
    /// By phase and channel: days in which signs that are always awaited would be recorded.
    pub(super) awaited: [[Lanes; 5]; 2],
    /// By sign: the same of one that is awaited at times.
    pub(super) awaited_at_times: Vec<Lanes>,
    /// By action: days in which an answer would be recorded.
    pub(super) asked: Vec<Lanes>,
    /// By phase: contacts by their size, as far as what is said in them is recorded.
    pub(super) contacts: [Lanes; 2],
    /// By sign.
    pub(super) signs: Vec<Lanes>,
    /// By sign: those whose weights of psychology are left out.
    pub(super) signs_through_benefit: Vec<Lanes>,
    /// By reply.
    pub(super) replies: Vec<Lanes>,
}

impl Expected {
    pub(super) fn nothing(model: &Model) -> Expected {
        let none = [0.0; LANES];
        let signs = model.signs().count();
        Expected {
            starts: [none; 2],
            days: [none; 2],
            jumps: [[none; 6]; 2],
            awaited: [[none; 5]; 2],
            awaited_at_times: vec![none; signs],
            asked: vec![none; model.actions().count()],
            contacts: [none; 2],
            signs: vec![none; signs],
            signs_through_benefit: vec![none; signs],
            replies: vec![none; model.reply_count()],
        }
    }
}
