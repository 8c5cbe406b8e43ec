//! The model in force, in layers: the priors file, what users have changed of it, and what was learned.
//!
//! Each layer is values by the path of their key in the file. What somebody sets goes before what was
//! learned: it takes the learned value of its key away. What no longer fits the file, because a newer
//! one has other kinds, is left out and said.

use std::collections::BTreeMap;

use assent_inference::{
    Fault, LearnedEntry, Priors, PriorsError, Setting, Settings, differences, line_of, overlaid,
    values_at,
};
use serde::{Deserialize, Serialize};

use crate::words::words;

/// Learned values are kept to so many decimals: more would be noise.
const DECIMALS: i32 = 4;
/// How often what does not fit is left out before the file is taken as it is.
const MOST_ATTEMPTS: usize = 4;
/// What has an editor of its own.
const ELSEWHERE: &str = "control";
/// What is said of a kind that only a file can bring.
const NEW_KIND: &str = "is not a kind of the priors in force: new kinds come with a file of their own \
                        (--priors)";
/// Says which priors these are, and is for their author alone to change.
const OWN: [&str; 1] = ["version"];

words! {
    /// How a version of the model came about.
    pub enum VersionKind {
        /// Somebody changed figures.
        Edit = "edit",
        /// Somebody brought a whole priors file.
        Import = "import",
        /// The house's own dealings taught it.
        Learning = "learning",
        /// Somebody went back to an earlier version.
        Return = "return",
    }
}

/// A value that was learned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LearnedValue {
    /// The value.
    pub value: Setting,
    /// Its standard error, or one for each of its numbers.
    pub errors: Vec<f64>,
    /// How often what it is of was recorded; of a half-life, from how many dealings.
    pub recorded: u64,
}

/// What lies over the priors file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layers {
    /// What users have changed.
    pub edits: Settings,
    /// What was learned.
    pub learned: BTreeMap<String, LearnedValue>,
}

/// The priors in force.
#[derive(Clone, Debug)]
pub struct InForce {
    /// Their text.
    pub text: String,
    /// The same, read.
    pub priors: Priors,
    /// What lies over the file and no longer fits it. It is left out.
    pub unfit: Vec<Fault>,
}

impl Layers {
    /// All values, what was learned over what users have changed.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let learned = self.learned.iter().map(|(key, one)| (key.clone(), Some(one.value.clone())));
        self.edits.clone().into_iter().chain(learned).collect()
    }

    /// The same with other values set. A value that the file itself has is no change of it; setting one
    /// takes a learned one away.
    ///
    /// # Errors
    /// When `base` is no TOML.
    pub fn with(&self, base: &str, changes: &Settings) -> Result<Self, PriorsError> {
        let shipped = values_at(base, changes.keys().map(String::as_str))?;
        let mut layers = self.clone();
        for (key, value) in changes {
            layers.learned.remove(key);
            if shipped.get(key) == Some(value) {
                layers.edits.remove(key);
            } else {
                layers.edits.insert(key.clone(), value.clone());
            }
        }
        Ok(layers)
    }

    /// The same with these learned values and no others.
    #[must_use]
    pub fn with_learned(&self, entries: &[LearnedEntry]) -> Self {
        let learned = entries.iter().map(|entry| {
            let value = match &entry.values[..] {
                [number] => Setting::Number(rounded(*number)),
                numbers => Setting::Numbers(numbers.iter().copied().map(rounded).collect()),
            };
            let errors = entry.errors.iter().copied().map(rounded).collect();
            let recorded = entry.recorded as u64;
            (entry.key.clone(), LearnedValue { value, errors, recorded })
        });
        Self { edits: self.edits.clone(), learned: learned.collect() }
    }

    /// The same without what was learned.
    #[must_use]
    pub fn without_learned(&self) -> Self {
        Self { edits: self.edits.clone(), learned: BTreeMap::new() }
    }

    /// The priors in force over a file. What does not fit it is left out.
    ///
    /// # Errors
    /// When the file itself is not in order.
    pub fn over(&self, base: &str) -> Result<InForce, PriorsError> {
        let mut settings = self.settings();
        let mut unfit = Vec::new();
        for _ in 0..MOST_ATTEMPTS {
            match laid(base, &settings) {
                Ok((text, priors)) => return Ok(InForce { text, priors, unfit }),
                Err(error) => {
                    let before = settings.len();
                    settings.retain(|key, _| !error.faults().iter().any(|fault| is_of(fault, key)));
                    unfit.extend(error.faults().iter().cloned());
                    if settings.len() == before {
                        break;
                    }
                }
            }
        }
        let priors = Priors::parse(base)?;
        Ok(InForce { text: base.to_owned(), priors, unfit })
    }
}

/// The text and priors with these settings, if they fit.
///
/// # Errors
/// Names each setting that does not.
pub fn laid(base: &str, settings: &Settings) -> Result<(String, Priors), PriorsError> {
    let text = overlaid(base, settings)?;
    let priors = Priors::parse(&text)?;
    Ok((text, priors))
}

/// Everything that is wrong with changes of the priors in force: values that cannot be, kinds that are
/// not there, evidence that would speak the other way than in the file, and what is set elsewhere.
///
/// # Errors
/// Names the key of each fault.
pub fn check(base: &str, layers: &Layers, changes: &Settings) -> Result<InForce, Vec<Fault>> {
    let mut faults: Vec<Fault> = changes.keys().filter_map(|key| not_here(key)).collect();
    let settings = layers.with(base, changes).map_err(|error| error.faults().to_vec())?.settings();
    match laid(base, &settings) {
        Ok((text, priors)) => {
            let earlier = Priors::parse(base).map_err(|error| error.faults().to_vec())?;
            faults.extend(priors.breaks_with(&earlier, &text));
            if faults.is_empty() {
                Ok(InForce { text, priors, unfit: Vec::new() })
            } else {
                Err(faults)
            }
        }
        Err(error) => {
            faults.extend_from_slice(error.faults());
            Err(faults)
        }
    }
}

/// What a whole priors file changes of the text in force.
///
/// # Errors
/// Names the line and key of each fault: of what no priors file may say, of kinds that are not there or
/// were taken away, and of evidence that would speak the other way than in `base`.
pub fn imported(base: &str, in_force: &str, text: &str) -> Result<Settings, Vec<Fault>> {
    let faults_of = |error: PriorsError| error.faults().to_vec();
    let priors = Priors::parse(text).map_err(faults_of)?;
    let mut faults = priors.breaks_with(&Priors::parse(base).map_err(faults_of)?, text);
    let changes = differences(in_force, text).map_err(faults_of)?;
    for (key, value) in &changes {
        let fault = not_here(key).map(|fault| fault.message).or_else(|| {
            let gone = value.is_none() && key.ends_with(".why");
            gone.then(|| "is missing: kinds are not taken away here".to_owned())
        });
        // What is not there has no line.
        let line = if value.is_some() { line_of(text, key) } else { 0 };
        faults.extend(fault.map(|message| Fault { line, key: key.clone(), message }));
    }
    if let Err(error) = overlaid(in_force, &changes) {
        // One fault for each kind, however many figures it has.
        let unknown = error.faults().iter().filter(|fault| fault.key.ends_with(".why"));
        let kinds = unknown.map(|fault| fault.key.trim_end_matches(".why"));
        faults.extend(kinds.map(|kind| Fault {
            line: line_of(text, kind),
            key: kind.to_owned(),
            message: NEW_KIND.to_owned(),
        }));
        if faults.is_empty() {
            faults.extend_from_slice(error.faults());
        }
    }
    faults.sort_by_key(|fault| (fault.line == 0, fault.line));
    if faults.is_empty() { Ok(changes) } else { Err(faults) }
}

fn not_here(key: &str) -> Option<Fault> {
    let message = if key.split('.').next() == Some(ELSEWHERE) {
        "limits of alarms are set in Settings, Limits"
    } else if OWN.contains(&key) {
        "says which priors these are, and cannot be set"
    } else {
        return None;
    };
    Some(Fault { line: 0, key: key.to_owned(), message: message.to_owned() })
}

/// Whether a fault is one of a key, of something in it, or of the table it stands in.
#[must_use]
pub fn is_of(fault: &Fault, key: &str) -> bool {
    let within = |whole: &str, part: &str| {
        part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    !fault.key.is_empty() && (within(key, &fault.key) || within(&fault.key, key))
}

fn rounded(number: f64) -> f64 {
    let unit = 10.0_f64.powi(DECIMALS);
    (number * unit).round() / unit
}

#[cfg(test)]
mod tests {
    use assent_inference::DEFAULT_PRIORS;

    use super::*;

    fn numbers(key: &str, numbers: [f64; 5]) -> (String, Option<Setting>) {
        (key.to_owned(), Some(Setting::Numbers(numbers.to_vec())))
    }

    fn number(key: &str, number: f64) -> (String, Option<Setting>) {
        (key.to_owned(), Some(Setting::Number(number)))
    }

    fn learned(key: &str, value: f64) -> LearnedEntry {
        LearnedEntry {
            key: key.to_owned(),
            before: vec![1.0],
            values: vec![value],
            errors: vec![0.123_456],
            recorded: 30,
        }
    }

    const RATE: &str = "sign.inbound_call.most_per_year";

    #[test]
    fn what_was_learned_lies_over_what_was_set_before_and_under_what_is_set_after() {
        let before =
            Layers::default().with(DEFAULT_PRIORS, &[number(RATE, 30.0)].into()).expect("fits");
        let after = before.with_learned(&[learned(RATE, 25.432_109)]);
        assert_eq!(after.settings()[RATE], Some(Setting::Number(25.4321)));
        assert_eq!(after.learned[RATE].errors, [0.1235]);
        let set = after.with(DEFAULT_PRIORS, &[number(RATE, 22.0)].into()).expect("fits");
        assert_eq!(set.settings()[RATE], Some(Setting::Number(22.0)));
        assert!(set.learned.is_empty());
        assert_eq!(after.without_learned(), before);
        // Back to what the file says: no layer says anything of it.
        let back = set.with(DEFAULT_PRIORS, &[number(RATE, 20.0)].into()).expect("fits");
        assert_eq!(back, Layers::default());
    }

    #[test]
    fn what_no_longer_fits_the_file_is_left_out_and_said() {
        let layers = Layers {
            edits: [number("sign.telegram.most_per_year", 2.0), number(RATE, 30.0)].into(),
            learned: BTreeMap::new(),
        };
        let in_force = layers.over(DEFAULT_PRIORS).expect("the rest fits");
        assert_eq!(in_force.unfit[0].key, "sign.telegram.most_per_year");
        assert!(in_force.text.contains("most_per_year = 30"), "the rest is laid over");
        assert!(layers.over("version = ").is_err());
    }

    #[test]
    fn a_change_that_cannot_be_names_its_key() {
        let fault = |change: (String, Option<Setting>)| {
            let key = change.0.clone();
            let faults =
                check(DEFAULT_PRIORS, &Layers::default(), &[change].into()).expect_err("wrong");
            assert!(faults.iter().any(|fault| is_of(fault, &key)), "{faults:?}");
            faults[0].message.clone()
        };
        assert!(fault(number("sign.telegram.strength", 4.0)).contains("telegram"));
        assert!(fault(number("sign.warm_words.strength", 6.0)).contains("1 to 5"));
        assert!(fault(number(RATE, -1.0)).contains("positive"));
        assert!(fault(number("sign.warm_words.colour", 1.0)).contains("not a known key"));
        assert!(fault(number("control.slip.chance", 0.5)).contains("Limits"));
        assert!(fault(number("version", 2.0)).contains("cannot be set"));
        assert!(fault(numbers("sign.warm_words.P", [0.0, 1.0, 0.0, 1.0, 2.0])).contains("fall"));
        assert!(fault((RATE.to_owned(), None)).contains("missing"));
        let fine = [numbers("sign.warm_words.P", [-3.0, -1.0, 0.0, 1.0, 2.0])].into();
        assert!(check(DEFAULT_PRIORS, &Layers::default(), &fine).is_ok());
    }

    #[test]
    fn a_whole_file_is_taken_as_what_it_changes() {
        let rate = "most_per_year = 20";
        let text = DEFAULT_PRIORS.replacen(rate, "most_per_year = 25", 1);
        let changes = imported(DEFAULT_PRIORS, DEFAULT_PRIORS, &text).expect("in order");
        assert_eq!(changes, [number(RATE, 25.0)].into());
        assert!(imported(DEFAULT_PRIORS, &text, &text).expect("in order").is_empty());
    }

    #[test]
    fn a_file_that_cannot_be_taken_names_the_line() {
        let line = |from: &str, to: &str| {
            let text = DEFAULT_PRIORS.replacen(from, to, 1);
            assert_ne!(text, DEFAULT_PRIORS);
            let faults = imported(DEFAULT_PRIORS, DEFAULT_PRIORS, &text).expect_err("wrong");
            let Fault { line, key, message } = faults[0].clone();
            let shown = text.lines().nth(line - 1).unwrap_or_default().to_owned();
            (key, message, shown)
        };
        let (key, _, shown) = line("most_per_year = 20", "most_per_year = -20");
        assert_eq!((key.as_str(), shown.as_str()), (RATE, "most_per_year = -20"));
        let (key, message, shown) = line("[sign.warm_words]", "[sign.cold_words]");
        assert_eq!(shown, "[sign.cold_words]");
        assert_eq!(key, "sign.cold_words", "{message}");
        let (key, message, shown) =
            line("P = [-2.2, -1.1, 0.0, 0.6, 1.0]", "P = [-2.2, -1.1, 0.0, 0.6, -1.0]");
        assert_eq!(
            (key.as_str(), shown.as_str()),
            ("sign.warm_words.P", "P = [-2.2, -1.1, 0.0, 0.6, -1.0]")
        );
        assert!(message.contains("must not fall"), "{message}");
        let (key, message, _) = line("unknown_days = 30", "unknown_days = 31");
        assert_eq!(key, "control.decision_maker.unknown_days");
        assert!(message.contains("Limits"), "{message}");
    }
}
