//! The running program's parts: database, model, clock and dice.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use assent_domain::time::{Clock, Timestamp};
use assent_store::{Db, Store, StoreError};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::sync::watch;

use crate::model_in_force::{Base, ModelInForce};
use crate::operations::ways::Acquaintances;
use crate::operations::{Act, Actor};

/// What every entrance needs in order to run an operation. Cloning it is cheap.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    model: Arc<RwLock<Arc<ModelInForce>>>,
    acquaintances: Arc<Acquaintances>,
    clock: Arc<dyn Clock>,
    dice: Arc<Mutex<StdRng>>,
    /// Told when a chore was put down that somebody waits for.
    chores: Arc<watch::Sender<u64>>,
}

impl App {
    /// Puts the parts together, with the priors file alone as the model. The dice decide all tokens and
    /// identifiers, so they must be seeded from the system's randomness outside of tests.
    pub fn new(store: Store, base: Base, clock: Arc<dyn Clock>, dice: StdRng) -> Self {
        let model = Arc::new(ModelInForce::file_alone(Arc::new(base)));
        Self {
            store,
            model: Arc::new(RwLock::new(model)),
            acquaintances: Arc::new(Acquaintances::default()),
            clock,
            dice: Arc::new(Mutex::new(dice)),
            chores: Arc::new(watch::Sender::new(0)),
        }
    }

    /// The model in force. Who asks twice may get two.
    pub fn model(&self) -> Arc<ModelInForce> {
        let model = self.model.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&model)
    }

    /// Takes the newest version of the model from the database, on this thread.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_newest_model_blocking(&self) -> Result<(), StoreError> {
        let known = self.model();
        let newer = |db: &mut Db| ModelInForce::newer(db, &known.base, known.number);
        self.store.read_blocking(newer).map(|newer| self.put_in_force(newer))
    }

    /// Takes the newest version of the model from the database, if that is newer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_newest_model(&self) -> Result<(), StoreError> {
        let known = self.model();
        let newer = move |db: &mut Db| ModelInForce::newer(db, &known.base, known.number);
        self.store.read(newer).await.map(|newer| self.put_in_force(newer))
    }

    fn put_in_force(&self, newer: Option<ModelInForce>) {
        let Some(newer) = newer else { return };
        let mut model = self.model.write().unwrap_or_else(PoisonError::into_inner);
        // Of two that were read at the same time the later one stays.
        if newer.number > model.number {
            *model = Arc::new(newer);
        }
    }

    /// Has whoever does the chores look at once.
    pub fn wake_chores(&self) {
        self.chores.send_modify(|count| *count += 1);
    }

    /// A receiver that changes whenever a chore was put down that somebody waits for.
    pub fn chores(&self) -> watch::Receiver<u64> {
        self.chores.subscribe()
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
        Act::new(actor, self.now(), self.model(), acquaintances, dice)
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
