//! The model that estimates are made with: a priors file, and what the database lays over it. It is
//! changed while the program runs, on every node; whoever has begun something with one goes on with it.

use std::path::Path;
use std::sync::Arc;

use assent_domain::model_layers::{InForce, Layers};
use assent_inference::{DEFAULT_PRIORS, Fault, Model, Priors, PriorsError};
use assent_store::{Db, StoreError, model_versions};

/// The priors file that everything else lies over.
#[derive(Clone, Debug)]
pub struct Base {
    /// Its text.
    pub text: Arc<str>,
    /// The same as a model.
    pub model: Arc<Model>,
}

impl Base {
    /// Reads a priors file.
    ///
    /// # Errors
    /// Names each fault of it with its line.
    pub fn parse(text: &str) -> Result<Self, PriorsError> {
        let model = Model::new(&Priors::parse(text)?);
        Ok(Self { text: text.into(), model: Arc::new(model) })
    }

    /// The file that the program ships with, or another.
    ///
    /// # Errors
    /// When it cannot be read, or names each fault of it with its line.
    pub fn read(priors: Option<&Path>) -> anyhow::Result<Self> {
        let text = match priors {
            None => DEFAULT_PRIORS.to_owned(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?,
        };
        Self::parse(&text).map_err(|faults| anyhow::anyhow!("priors file: {faults}"))
    }

    /// Whether it is the file that the program ships with.
    #[must_use]
    pub fn is_shipped(&self) -> bool {
        *self.text == *DEFAULT_PRIORS
    }
}

/// The model in force.
#[derive(Clone, Debug)]
pub struct ModelInForce {
    /// Its version; 0 is the file itself.
    pub number: i64,
    /// The model.
    pub model: Arc<Model>,
    /// The text of its priors.
    pub text: Arc<str>,
    /// What lies over the file and no longer fits it, and so is left out.
    pub unfit: Vec<Fault>,
    /// The file.
    pub base: Arc<Base>,
}

impl ModelInForce {
    /// The file alone.
    #[must_use]
    pub fn file_alone(base: Arc<Base>) -> Self {
        let (model, text) = (Arc::clone(&base.model), Arc::clone(&base.text));
        Self { number: 0, model, text, unfit: Vec::new(), base }
    }

    /// What the database lays over the file, if that is newer than the version `known`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn newer(db: &mut Db, base: &Arc<Base>, known: i64) -> Result<Option<Self>, StoreError> {
        let number = model_versions::newest(db)?;
        if number == known {
            return Ok(None);
        }
        Ok(Some(Self::over(base, number, &layers(db, number)?)))
    }

    fn over(base: &Arc<Base>, number: i64, layers: &Layers) -> Self {
        let found = layers.over(&base.text);
        // The file was checked when the program started.
        let InForce { text, priors, unfit } =
            found.unwrap_or_else(|faults| unreachable!("the priors file was in order: {faults}"));
        for fault in &unfit {
            let (key, why) = (&fault.key, &fault.message);
            tracing::warn!(key, why, "a figure of the model no longer fits the priors file");
        }
        let (model, base) = (Arc::new(Model::new(&priors)), Arc::clone(base));
        Self { number, model, text: text.into(), unfit, base }
    }
}

/// What a version lays over the file; nothing for version 0.
///
/// # Errors
/// When the database fails, or holds what no program of ours wrote.
pub fn layers(db: &mut Db, number: i64) -> Result<Layers, StoreError> {
    match model_versions::layers(db, number)? {
        None => Ok(Layers::default()),
        Some(json) => serde_json::from_str(&json)
            .map_err(|why| StoreError::BadRow { table: "model_version", why: why.to_string() }),
    }
}
