//! A change of the model, and a version of it, as a line of text.

use std::fmt::Write as _;

use assent_domain::model_layers::LearnedValue;
use assent_inference::Setting;
use assent_store::model_versions::VersionLine;

use crate::operations::model::KeyChange;

/// What a figure was and is, and how sure that is where it was learned.
pub(super) fn change(change: &KeyChange, learned: Option<&LearnedValue>) -> String {
    let shown = |setting: &Option<Setting>| {
        setting.as_ref().map_or_else(|| "default".to_owned(), ToString::to_string)
    };
    let mut line = format!("{}: {} → {}", change.key, shown(&change.before), shown(&change.after));
    if let Some(learned) = learned {
        let errors: Vec<String> = learned.errors.iter().map(ToString::to_string).collect();
        let (errors, recorded) = (errors.join(", "), learned.recorded);
        let _ = write!(line, "  (learned, ± {errors}, from {recorded})");
    }
    line
}

/// Who made a version, when, how and why.
pub(super) fn version(line: &VersionLine) -> String {
    let by = line.made_by.as_ref().map_or("the house", |(_, name)| name.as_str());
    let to = line.returns_to.map(|number| format!(" to {number}")).unwrap_or_default();
    format!("{}  {}  {}{to}  {by}: {}", line.number, line.made_at, line.kind, line.reason)
}
