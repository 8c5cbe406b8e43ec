//! The model: what is changed of its figures, version by version. Every version says who, why and what,
//! and can be gone back to, which makes a new one.
//!
//! A new version is in force on this node as soon as [`crate::app::App::take_newest_model`] is called,
//! and on the others when they hear of the commit. What is believed is settled anew by a chore.

mod entries;
mod preview;
mod settling;

use assent_domain::ids::OutboxId;
use assent_domain::model_layers::{Layers, VersionKind, check, imported};
use assent_domain::permission::{Action, Noun};
use assent_inference::{Fault as PriorsFault, Model, Setting, Settings, differences, values_at};
use assent_store::model_versions::{self, NewVersion, VersionLine};
use assent_store::{Db, StoreError, outbox};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kept::{Place, note_as};
use super::{Act, Fault, Refusal};
use crate::model_in_force::layers;

pub use self::entries::{Entry, Field, entries};
pub use self::preview::{
    DealPreview, MOST_PREVIEWED, PersonPreview, Preview, Whose, deals_to_preview, preview,
};
pub use self::settling::{SETTLE, Settling, settle_some};

/// The word for it in the journal.
const NOUN: &str = "model";
/// How long a reason may be.
const LONGEST_REASON: usize = 500;
/// When the chore looks once more for what a request that was under way has settled with the model
/// before, in seconds.
const LOOK_AGAIN_SECONDS: i64 = 120;
/// Figures that are changed at once, at most.
const MOST_CHANGES: usize = 2_000;

/// A figure that a version changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyChange {
    /// The path of its key.
    pub key: String,
    /// What it was; nothing, where it had its default.
    pub before: Option<Setting>,
    /// What it is.
    pub after: Option<Setting>,
}

/// What changes of the model are worth, before they are taken.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The layers they lead to.
    pub layers: Layers,
    /// What differs from the text in force.
    pub changes: Vec<KeyChange>,
    /// The text of the priors they lead to.
    pub text: String,
    /// The model they lead to.
    pub model: Model,
}

/// Checks that the actor may look at the model.
///
/// # Errors
/// When they may not.
pub fn may_read(act: &Act) -> Result<(), Refusal> {
    act.sight(Noun::Model, Action::Read).map(|_| ())
}

/// Checks changes of the model, without taking them.
///
/// # Errors
/// Names each change that cannot be.
pub fn checked(db: &mut Db, act: &Act, changes: &Settings) -> Result<Checked, Refusal> {
    act.sight(Noun::Model, Action::Update)?;
    if changes.len() > MOST_CHANGES {
        let message = format!("are more than {MOST_CHANGES}");
        return Err(Refusal::field("/changes", "too_many", message));
    }
    let base = &act.in_force.base.text;
    let before = newest(db)?.1;
    let found = check(base, &before, changes).map_err(|faults| refused(&faults, changes))?;
    let in_force = before.over(base).map_err(broken)?;
    let layers = before.with(base, changes).map_err(broken)?;
    let changes = changed(&in_force.text, &found.text)?;
    let model = Model::new(&found.priors);
    Ok(Checked { layers, changes, text: found.text, model })
}

/// What a priors file would change of the model in force.
///
/// # Errors
/// Names the line and key of each fault.
pub fn read_import(db: &mut Db, act: &Act, text: &str) -> Result<Settings, Refusal> {
    act.sight(Noun::Model, Action::Update)?;
    let base = &act.in_force.base.text;
    let in_force = newest(db)?.1.over(base).map_err(broken)?;
    imported(base, &in_force.text, text).map_err(|faults| {
        let fault = |fault: PriorsFault| Fault::new("/text", "priors", fault.to_string());
        Refusal::Invalid(faults.into_iter().map(fault).collect())
    })
}

/// What a new version is made for.
#[derive(Clone, Copy, Debug)]
pub struct Making<'a> {
    /// The version that the maker looked at.
    pub based_on: i64,
    /// How it comes about.
    pub kind: VersionKind,
    /// Why.
    pub reason: &'a str,
}

/// Changes the model: `change_model`. Returns the number of the new version.
///
/// # Errors
/// When the actor may not, a change cannot be, nothing changes, or another version came between.
pub fn change(
    db: &mut Db,
    act: &mut Act,
    making: Making<'_>,
    changes: &Settings,
) -> Result<i64, Refusal> {
    let checked = checked(db, act, changes)?;
    check_reason(making.reason)?;
    make(db, act, making, None, &checked.layers)
}

/// Goes back to a version, 0 for the file itself: `change_model`. Returns the number of the new version.
///
/// # Errors
/// When the actor may not, there is no such version, it is the one in force, or another came between.
pub fn go_back(
    db: &mut Db,
    act: &mut Act,
    based_on: i64,
    to: i64,
    reason: &str,
) -> Result<i64, Refusal> {
    act.sight(Noun::Model, Action::Update)?;
    check_reason(reason)?;
    if to != 0 && model_versions::one(db, to)?.is_none() {
        return Err(Refusal::NotFound);
    }
    let layers = layers(db, to)?;
    let making = Making { based_on, kind: VersionKind::Return, reason };
    make(db, act, making, Some(to), &layers)
}

/// Takes learned figures over in place of those learned before: `change_model`.
///
/// # Errors
/// When another version came between, or the figures change nothing.
pub(super) fn take_learned(
    db: &mut Db,
    act: &mut Act,
    based_on: i64,
    layers: &Layers,
    reason: &str,
) -> Result<i64, Refusal> {
    make(db, act, Making { based_on, kind: VersionKind::Learning, reason }, None, layers)
}

fn make(
    db: &mut Db,
    act: &mut Act,
    making: Making<'_>,
    returns_to: Option<i64>,
    layers: &Layers,
) -> Result<i64, Refusal> {
    let Making { based_on, kind, reason } = making;
    let (newest, before) = newest(db)?;
    if newest != based_on {
        return Err(Refusal::ChangedMeanwhile);
    }
    let base = &act.in_force.base.text;
    let (before, after) = (before.over(base).map_err(broken)?, layers.over(base).map_err(broken)?);
    let changes = changed(&before.text, &after.text)?;
    if changes.is_empty() {
        return Err(Refusal::field("/changes", "nothing_changes", "change nothing"));
    }
    let number = newest + 1;
    let version = NewVersion {
        number,
        made_by: act.user(),
        kind: kind.as_str(),
        reason: reason.trim(),
        returns_to,
        layers: &json(layers),
        changes: &json(&changes),
        model: &Model::new(&after.priors).version().to_string(),
        priors: &after.text,
    };
    model_versions::insert(db, &version, act.now).map_err(|error| match error {
        StoreError::Taken { .. } => Refusal::ChangedMeanwhile,
        other => other.into(),
    })?;
    let detail = serde_json::json!({ "number": number, "kind": kind, "figures": changes.len() });
    let detail = Some(detail.to_string());
    note_as(db, act, "change_model", NOUN, Uuid::nil(), &Place::default(), detail)?;
    put_settling(db, act, number)?;
    Ok(number)
}

/// Has everything settled anew, and looked through once more a little later: a request that was under
/// way may settle something with the model before.
fn put_settling(db: &mut Db, act: &mut Act, number: i64) -> Result<(), Refusal> {
    let payload = serde_json::json!({ "number": number }).to_string();
    let later = act.now.plus_seconds(LOOK_AGAIN_SECONDS);
    for (key, due) in
        [(format!("{SETTLE}:{number}"), act.now), (format!("{SETTLE}:{number}:again"), later)]
    {
        let id: OutboxId = act.mint();
        outbox::put(db, id, SETTLE, &key, &payload, due, act.now)?;
    }
    Ok(())
}

/// A version, and what it changes of the one before.
///
/// # Errors
/// When there is none, or the actor may not look.
pub fn version(db: &mut Db, act: &Act, number: i64) -> Result<VersionLine, Refusal> {
    may_read(act)?;
    model_versions::one(db, number)?.ok_or(Refusal::NotFound)
}

/// The text of a version's priors; of 0, the file's.
///
/// # Errors
/// When there is no such version, or the actor may not look.
pub fn priors_of(db: &mut Db, act: &Act, number: i64) -> Result<String, Refusal> {
    may_read(act)?;
    match number {
        0 => Ok(act.in_force.base.text.to_string()),
        number => model_versions::priors(db, number)?.ok_or(Refusal::NotFound),
    }
}

/// What differs between a version and the file: every figure that is not as it was shipped.
///
/// # Errors
/// When there is no such version, or the actor may not look.
pub fn against_file(db: &mut Db, act: &Act, number: i64) -> Result<Vec<KeyChange>, Refusal> {
    let text = priors_of(db, act, number)?;
    changed(&act.in_force.base.text, &text)
}

/// The newest version and its layers.
fn newest(db: &mut Db) -> Result<(i64, Layers), Refusal> {
    let newest = model_versions::newest(db)?;
    Ok((newest, layers(db, newest)?))
}

fn changed(before: &str, after: &str) -> Result<Vec<KeyChange>, Refusal> {
    let differences = differences(before, after).map_err(broken)?;
    let was = values_at(before, differences.keys().map(String::as_str)).map_err(broken)?;
    let change = |(key, after): (String, Option<Setting>)| {
        let before = was.get(&key).cloned().flatten();
        KeyChange { key, before, after }
    };
    Ok(differences.into_iter().map(change).collect())
}

fn check_reason(reason: &str) -> Result<(), Refusal> {
    let length = reason.trim().chars().count();
    if length == 0 {
        return Err(Refusal::field("/reason", "required", "say why, for whoever looks later"));
    }
    if length > LONGEST_REASON {
        let message = format!("is longer than {LONGEST_REASON} characters");
        return Err(Refusal::field("/reason", "too_long", message));
    }
    Ok(())
}

/// Each fault at the change it is of, in the words of the priors' own check.
fn refused(faults: &[PriorsFault], changes: &Settings) -> Refusal {
    let fault = |fault: &PriorsFault| {
        let own = changes.keys().find(|key| assent_domain::model_layers::is_of(fault, key));
        let pointer = own.map_or_else(|| "/changes".to_owned(), |key| format!("/changes/{key}"));
        let message = match own {
            Some(_) => fault.message.clone(),
            None => format!("{}: {}", fault.key, fault.message),
        };
        Fault::new(pointer, "priors", message)
    };
    Refusal::Invalid(faults.iter().map(fault).collect())
}

/// Texts that were read before are in order.
#[expect(clippy::needless_pass_by_value, reason = "that is how `map_err` hands it over")]
fn broken(error: assent_inference::PriorsError) -> Refusal {
    let why = error.to_string();
    Refusal::Store(StoreError::BadRow { table: "model_version", why })
}

fn json(value: &impl Serialize) -> String {
    // Layers and changes are plain values, which always have a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}
