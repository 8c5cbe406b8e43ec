//! What the events of a log mean: read from a TOML file and checked against the model's words.
//!
//! The language is described for users in `docs/evaluate.md`.

use std::collections::BTreeMap;
use std::path::Path;

use assent_inference::{Channel, Completeness, Model, Phase, Role, Share, What};
use serde::Deserialize;
use toml::Spanned;

use crate::operations::evaluate::cells::TimeFormat;
use crate::operations::evaluate::{Note, Unfit};

/// The days that are asked about at most.
const MOST_DAYS: usize = 24;

/// A mapping, as it was written, with the model's things for its words.
#[derive(Debug)]
pub struct EventMapping {
    file: Written,
    /// Its file's name, and its text, for the lines of faults.
    origin: Origin,
    pub(super) time_format: TimeFormat,
    pub(super) role: Role,
    pub(super) completeness: Completeness,
    /// What each `[[event]]` observes; nothing, where it is only counted.
    pub(super) meanings: Vec<(Condition, Option<What>)>,
}

#[derive(Debug)]
struct Origin {
    name: String,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    columns: Columns,
    outcome: Outcome,
    #[serde(default)]
    cases: Cases,
    forecast: Forecast,
    #[serde(default)]
    person: Person,
    #[serde(default)]
    event: Vec<Event>,
}

/// What the columns are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Columns {
    pub(super) case: Spanned<String>,
    pub(super) time: Spanned<String>,
    time_format: Option<Spanned<String>>,
    pub(super) event: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) numbers: Vec<Spanned<String>>,
}

/// What decides a case; the first of all to happen does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub(super) yes: Vec<Condition>,
    pub(super) no: Vec<Condition>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cases {
    /// One of these must have happened by the day that is asked about.
    #[serde(default)]
    pub(super) seen: Vec<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Forecast {
    days: Spanned<Vec<f64>>,
    earlier: Option<Spanned<f64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    role: Option<Spanned<String>>,
    #[serde(default)]
    completeness: BTreeMap<Spanned<String>, f64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    when: Condition,
    sign: Option<Spanned<String>>,
    source: Option<Spanned<String>>,
    action: Option<Spanned<String>>,
    reply: Option<Spanned<String>>,
    phase: Option<Spanned<String>>,
}

/// What columns must hold: each one of its values.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Condition(pub(super) BTreeMap<Spanned<String>, OneOrMany>);

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub(super) fn holds(&self, value: &str) -> bool {
        match self {
            Self::One(one) => one == value,
            Self::Many(many) => many.iter().any(|one| one == value),
        }
    }
}

impl Origin {
    fn fault(&self, at: usize, key: &str, message: impl Into<String>) -> Note {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        Note::new(&self.name, Some(line as u64), Some(key), message)
    }
}

impl EventMapping {
    /// Reads a mapping from a file.
    ///
    /// # Errors
    /// Every fault by line and key.
    pub fn read(path: &Path, model: &Model) -> Result<Self, Unfit> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| Unfit::from(Note::new(&shown, None, None, error.to_string())))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self::parse(&name, &text, model)
    }

    /// Reads a mapping.
    ///
    /// # Errors
    /// Every fault by line and key.
    pub fn parse(name: &str, text: &str, model: &Model) -> Result<Self, Unfit> {
        let origin = Origin { name: name.to_owned(), text: text.to_owned() };
        let file: Written = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            Unfit::from(origin.fault(at, "mapping", error.message()))
        })?;
        let mut checked = Checking { origin: &origin, model, faults: Vec::new() };
        let role = checked.role(&file.person);
        let completeness = checked.completeness(&file.person);
        let time_format = checked.time_format(&file.columns);
        checked.forecast(&file.forecast);
        checked.outcome(&file.outcome);
        let meanings: Vec<_> =
            file.event.iter().map(|event| (event.when.clone(), checked.meaning(event))).collect();
        if !checked.faults.is_empty() {
            return Err(Unfit(checked.faults));
        }
        let Some(role) = role else {
            return Err(Note::new(name, None, None, "the model knows no such role").into());
        };
        Ok(Self { file, origin, time_format, role, completeness, meanings })
    }

    /// What the log is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// The days of a case's life that are asked about.
    #[must_use]
    pub fn days(&self) -> &[f64] {
        self.file.forecast.days.get_ref()
    }

    /// The share of cases, by their start, that is learned from.
    #[must_use]
    pub fn earlier(&self) -> f64 {
        let told = self.file.forecast.earlier.as_ref();
        told.map_or(crate::operations::evaluate::split::EARLIER, |share| *share.get_ref())
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.file.columns
    }

    pub(super) fn outcome(&self) -> &Outcome {
        &self.file.outcome
    }

    pub(super) fn cases(&self) -> &Cases {
        &self.file.cases
    }

    /// A fault of the mapping at a word of it.
    pub(super) fn fault<T>(&self, at: &Spanned<T>, key: &str, message: impl Into<String>) -> Note {
        self.origin.fault(at.span().start, key, message)
    }
}

/// Notes faults and goes on, so that one reading finds them all.
struct Checking<'a> {
    origin: &'a Origin,
    model: &'a Model,
    faults: Vec<Note>,
}

impl Checking<'_> {
    fn fault<T>(&mut self, at: &Spanned<T>, key: &str, message: impl Into<String>) {
        self.faults.push(self.origin.fault(at.span().start, key, message));
    }

    fn role(&mut self, person: &Person) -> Option<Role> {
        let Some(told) = &person.role else { return self.model.role("decision_maker") };
        let role = self.model.role(told.get_ref());
        if role.is_none() {
            let message = format!("“{}” is no role of the model", told.get_ref());
            self.fault(told, "person.role", message);
        }
        role
    }

    fn completeness(&mut self, person: &Person) -> Completeness {
        let mut completeness = self.model.completeness();
        for (name, share) in &person.completeness {
            let channel = Channel::ALL.into_iter().find(|one| one.name() == name.get_ref());
            match (channel, Share::new(*share)) {
                (Some(channel), Ok(share)) => completeness = completeness.with(channel, share),
                (None, _) => {
                    let known = Channel::ALL.map(Channel::name).join(", ");
                    self.fault(name, "person.completeness", format!("there are: {known}"));
                }
                (_, Err(fault)) => self.fault(name, "person.completeness", fault.to_string()),
            }
        }
        completeness
    }

    fn time_format(&mut self, columns: &Columns) -> TimeFormat {
        let Some(told) = &columns.time_format else { return TimeFormat::Usual };
        told.get_ref().parse().unwrap_or_else(|message: String| {
            self.fault(told, "columns.time_format", message);
            TimeFormat::Usual
        })
    }

    fn forecast(&mut self, forecast: &Forecast) {
        let days = forecast.days.get_ref();
        let rising = days.windows(2).all(|pair| pair[0] < pair[1]);
        let positive = days.iter().all(|day| day.is_finite() && *day > 0.0);
        if days.is_empty() || days.len() > MOST_DAYS || !rising || !positive {
            let message = format!("must be 1 to {MOST_DAYS} numbers of days, rising");
            self.fault(&forecast.days, "forecast.days", message);
        }
        if let Some(share) = &forecast.earlier
            && !(0.1..=0.9).contains(share.get_ref())
        {
            self.fault(share, "forecast.earlier", "must lie between .1 and .9");
        }
    }

    fn outcome(&mut self, outcome: &Outcome) {
        for (list, key) in [(&outcome.yes, "outcome.yes"), (&outcome.no, "outcome.no")] {
            if list.is_empty() {
                self.faults.push(self.origin.fault(0, key, "is empty: what decides a case?"));
            }
        }
    }

    fn meaning(&mut self, event: &Event) -> Option<What> {
        let given = [event.sign.as_ref(), event.action.as_ref(), event.phase.as_ref()];
        let given: Vec<&Spanned<String>> = given.into_iter().flatten().collect();
        match given.as_slice() {
            [] => None,
            [one] => match (&event.sign, &event.action) {
                (Some(_), _) => self.sign(one, event),
                (None, Some(_)) => self.action(one, event),
                (None, None) => self.phase(one),
            },
            [_, second, ..] => {
                self.fault(second, "event", "is one of sign, action and phase, not several");
                None
            }
        }
    }

    fn sign(&mut self, name: &Spanned<String>, event: &Event) -> Option<What> {
        let source = self.source(event)?;
        let Some(sign) = self.model.sign(name.get_ref()) else {
            let known = self.model.signs().map(|(_, sign)| sign.name.as_str());
            let known: Vec<&str> = known.collect();
            let message = format!("“{}” is not one of: {}", name.get_ref(), known.join(", "));
            self.fault(name, "event.sign", message);
            return None;
        };
        Some(What::Sign { sign, source, through_benefit: false })
    }

    fn source(&mut self, event: &Event) -> Option<assent_inference::Source> {
        let told = event.source.as_ref();
        let name = told.map_or("system_record", |told| told.get_ref().as_str());
        let source = self.model.source(name);
        if let (None, Some(told)) = (source, told) {
            self.fault(told, "event.source", format!("“{name}” is no source of the model"));
        }
        source
    }

    /// An action alone is a question; with a reply it is answered.
    fn action(&mut self, name: &Spanned<String>, event: &Event) -> Option<What> {
        let Some(action) = self.model.action(name.get_ref()) else {
            let known: Vec<&str> =
                self.model.actions().map(|(_, action)| action.name.as_str()).collect();
            let message = format!("“{}” is not one of: {}", name.get_ref(), known.join(", "));
            self.fault(name, "event.action", message);
            return None;
        };
        let replies: Vec<&str> =
            self.model.replies(action).map(|(_, reply)| reply.name.as_str()).collect();
        match &event.reply {
            Some(told) => {
                let source = self.source(event)?;
                let attendance = assent_inference::Attendance::Chosen;
                let Some(reply) = self.model.reply(action, told.get_ref()) else {
                    let message =
                        format!("“{}” is not one of: {}", told.get_ref(), replies.join(", "));
                    self.fault(told, "event.reply", message);
                    return None;
                };
                Some(What::Reply { reply, source, attendance })
            }
            None => {
                let question = self.model.question(action).map(What::Question);
                if question.is_none() {
                    let message = format!("needs a reply: {}", replies.join(", "));
                    self.fault(name, "event.action", message);
                }
                question
            }
        }
    }

    fn phase(&mut self, name: &Spanned<String>) -> Option<What> {
        let phase = Phase::ALL.into_iter().find(|phase| phase.name() == name.get_ref());
        if phase.is_none() {
            self.fault(name, "event.phase", "is buy or use");
        }
        phase.map(What::PhaseSwitch)
    }
}
