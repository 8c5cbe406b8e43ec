//! What is asked of a network, and what it answers.

use super::hop::{Costs, Standing};
use super::network::Network;
use super::routes;
use super::search::Search;
use super::tie::Rank;
use crate::model::Model;
use crate::priors::Acquaintance;

/// Whether the one who asks may approach people they are not tied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// Only along ties.
    Never,
    /// As over a tie of no strength: always possible, seldom of use. Nobody else on a way does so.
    Approached,
}

/// Which ways count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alternatives {
    /// All on which nobody appears twice.
    Simple,
    /// Of these, such as cannot be cut short: a way that leads to somebody over others is none where a
    /// step straight to them costs no more. Where all of a house are acquainted, each way would else
    /// come back with any of them put in.
    WithoutDetours,
}

/// A question to a network.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Who asks.
    pub from: u32,
    /// To whom they want to get.
    pub to: u32,
    /// The day, in days since 1970, on which ties are as old as they are.
    pub day: f64,
    /// How many ways are wanted.
    pub count: usize,
    /// No `willing` of a standing is greater, see [`crate::PathPrior::most_willing`]. The lower this is,
    /// the sooner the answer.
    pub most_willing: f64,
    /// Whether strangers may be approached.
    pub strangers: Strangers,
    /// Which ways count.
    pub alternatives: Alternatives,
}

/// What a hop goes over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bridge {
    /// A tie of this kind, renewed on this day.
    Tie {
        /// Of what kind.
        kind: Acquaintance,
        /// Days since 1970; of counted contacts, that of one which would weigh as much as all.
        renewed_days: f64,
        /// How who is asked next stands to the one who passes on.
        rank: Rank,
    },
    /// That both belong to a circle.
    Circle {
        /// Which.
        circle: u32,
        /// Of what kind its acquaintances are.
        kind: Acquaintance,
    },
    /// Nothing: they are strangers.
    Nothing,
}

/// A hop of a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hop {
    /// Who passes on; at first, who asks.
    pub from: u32,
    /// To whom.
    pub to: u32,
    /// Over what.
    pub bridge: Bridge,
    /// The chance that it succeeds.
    pub chance: f64,
}

/// A way to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// `Σ (−ln p + hop_cost)`; ways are better the less they cost.
    pub cost: f64,
    /// The chance that all hops succeed.
    pub chance: f64,
    /// From the one who asks to the target; two at least.
    pub hops: Vec<Hop>,
}

/// The best ways, cheapest first; fewer than wanted where there are no more. Nobody whose `standing`
/// is `None` is on any of them; without that of the two ends there is none.
///
/// # Panics
/// If the model is not the one whose kinds the network's ties are of.
pub fn ways(
    model: &Model,
    network: &Network,
    question: &Question,
    standing: impl Fn(u32) -> Option<Standing>,
) -> Vec<Way> {
    let ends_are_there = question.from.max(question.to) < network.people();
    if question.count == 0 || question.from == question.to || !ends_are_there {
        return Vec::new();
    }
    let ends = standing(question.from).zip(standing(question.to));
    let Some((from, _)) = ends else { return Vec::new() };
    let costs = Costs::on(model, network, question.day, question.most_willing);
    // Who asks has nothing passed on to them first.
    let start = Standing { passed_on: 1.0, ..from };
    let standing =
        |person: u32| if person == question.from { Some(start) } else { standing(person) };
    let mut search = Search::new(network, &costs, question, &standing);
    search.meet();
    search.complete();
    routes::cheapest(&search)
}
