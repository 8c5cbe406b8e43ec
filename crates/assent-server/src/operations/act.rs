//! Who does something, when, and with what: handed to every operation.

use std::sync::Arc;

use assent_domain::ids::{self, UserId};
use assent_domain::permission::{Action, Noun, Sight, Viewer};
use assent_domain::time::{Day, Timestamp};
use assent_inference::Model;
use rand::rngs::StdRng;
use uuid::Uuid;

use super::Refusal;
use super::ways::Acquaintances;
use crate::model_in_force::ModelInForce;

/// On whose behalf something is done.
#[derive(Clone, Debug)]
pub enum Actor {
    /// A user, who may do what the permission table says.
    User(Viewer),
    /// The program itself, or whoever has a shell on its machine.
    House,
}

/// Who does something, when, and with what.
#[derive(Debug)]
pub struct Act {
    /// On whose behalf.
    pub actor: Actor,
    /// When.
    pub now: Timestamp,
    /// The model that estimates are made with.
    pub model: Arc<Model>,
    /// The same with what it is made of. It stays the same for as long as this takes.
    pub in_force: Arc<ModelInForce>,
    /// Where identifiers come from.
    pub dice: StdRng,
    /// Who is acquainted with whom.
    pub(super) acquaintances: Arc<Acquaintances>,
    /// By which its changes are told from those of others.
    pub(super) number: u64,
    /// Identifiers minted so far.
    minted: u64,
}

impl Act {
    /// On behalf of `actor`, now.
    pub fn new(
        actor: Actor,
        now: Timestamp,
        in_force: Arc<ModelInForce>,
        acquaintances: Arc<Acquaintances>,
        dice: StdRng,
    ) -> Self {
        let number = acquaintances.number_act();
        let model = Arc::clone(&in_force.model);
        Self { actor, now, model, in_force, dice, acquaintances, number, minted: 0 }
    }

    /// On behalf of the house at another time, as a part of the same work.
    pub(super) fn at(&self, now: Timestamp, dice: StdRng) -> Self {
        let (model, in_force) = (Arc::clone(&self.model), Arc::clone(&self.in_force));
        let (acquaintances, number) = (Arc::clone(&self.acquaintances), self.number);
        Self { actor: Actor::House, now, model, in_force, dice, acquaintances, number, minted: 0 }
    }

    /// Today, in UTC.
    pub fn today(&self) -> Day {
        self.now.date().into()
    }

    /// The user, unless the house acts.
    pub fn user(&self) -> Option<UserId> {
        match &self.actor {
            Actor::User(viewer) => Some(viewer.user),
            Actor::House => None,
        }
    }

    /// A new identifier, which sorts after those minted before.
    pub fn mint<I: From<Uuid>>(&mut self) -> I {
        self.minted += 1;
        ids::mint_in_order(self.now, self.minted, &mut self.dice)
    }

    /// The rows of `noun` to which `action` may be done.
    ///
    /// # Errors
    /// When there are none.
    pub fn sight(&self, noun: Noun, action: Action) -> Result<Sight, Refusal> {
        let sight = match &self.actor {
            Actor::House => Sight::All,
            Actor::User(viewer) => viewer.sight(noun, action),
        };
        if sight == Sight::Nothing { Err(Refusal::Forbidden) } else { Ok(sight) }
    }
}
