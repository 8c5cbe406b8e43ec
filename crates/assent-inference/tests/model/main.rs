//! The model through its public interface, against figures from outside and against what it
//! promises.

#![expect(clippy::unwrap_used, reason = "a failing helper fails the test that called it")]

mod advice;
mod benefits;
mod closing;
mod completeness;
mod contest;
mod control;
mod counts;
mod decisions;
mod evidence;
mod explanation;
mod given;
mod history;
mod influence;
mod learning;
mod motion;
mod priors;
mod read_outs;
mod recovery;
mod silence;
mod simulation;
mod stage_names;
mod stall;
mod survival;
mod table;
mod vectors;
mod verification;
mod ways;
mod win_fit;
mod winning;
