//! The model through its public interface, against figures from outside and against what it promises.

#![expect(clippy::unwrap_used, reason = "a failing helper fails the test that called it")]

mod given;
mod scipy;
mod vectors;
