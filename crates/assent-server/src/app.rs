//! The running program's parts: database, model, clock and dice.

use std::sync::{Arc, Mutex, PoisonError};

use assent_domain::time::{Clock, Timestamp};
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use assent_store::Store;
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::sync::Notify;

use crate::operations::ways::Acquaintances;
use crate::operations::{Act, Actor};

/// What every entrance needs in order to run an operation. Cloning it is cheap.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The model that estimates are made with.
    pub model: Arc<Model>,
    acquaintances: Arc<Acquaintances>,
    clock: Arc<dyn Clock>,
    dice: Arc<Mutex<StdRng>>,
    chores: Arc<Notify>,
}

impl App {
    /// Puts the parts together. The dice decide all tokens and identifiers, so they must be seeded
    /// from the system's randomness outside of tests.
    pub fn new(store: Store, model: Model, clock: Arc<dyn Clock>, dice: StdRng) -> Self {
        let acquaintances = Arc::new(Acquaintances::default());
        let (dice, chores) = (Arc::new(Mutex::new(dice)), Arc::new(Notify::new()));
        Self { store, model: Arc::new(model), acquaintances, clock, dice, chores }
    }

    /// Says that there is a chore to be done at once. Without it chores wait until they are looked at.
    pub fn ask_for_chores(&self) {
        self.chores.notify_one();
    }

    /// Waits until there is a chore to be done at once.
    pub async fn chores_asked_for(&self) {
        self.chores.notified().await;
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What an operation on behalf of `actor` is handed.
    pub fn act(&self, actor: Actor) -> Act {
        // A thread that panicked while drawing left the generator in some state, which is all that
        // is asked of it.
        let mut dice = self.dice.lock().unwrap_or_else(PoisonError::into_inner);
        let dice = StdRng::from_rng(&mut *dice);
        let acquaintances = Arc::clone(&self.acquaintances);
        Act::new(actor, self.now(), Arc::clone(&self.model), acquaintances, dice)
    }
}

/// The clock on the wall.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is where the present comes from")]
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(jiff::Timestamp::now().as_microsecond())
    }
}

/// A generator seeded from the system's randomness.
///
/// # Errors
/// When the system has none.
pub fn system_dice() -> anyhow::Result<StdRng> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    Ok(StdRng::from_seed(seed))
}

/// The model that ships with the program, or the one of a priors file.
///
/// # Errors
/// Names each fault of the file with its line.
pub fn model(priors: Option<&std::path::Path>) -> anyhow::Result<Model> {
    let text = match priors {
        None => DEFAULT_PRIORS.to_owned(),
        Some(path) => std::fs::read_to_string(path)
            .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?,
    };
    let priors = Priors::parse(&text).map_err(|faults| anyhow::anyhow!("priors file: {faults}"))?;
    Ok(Model::new(&priors))
}
