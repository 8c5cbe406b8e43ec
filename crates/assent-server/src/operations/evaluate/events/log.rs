//! Reading an event log: cases with their events in order of time.

use std::collections::HashMap;

use assent_inference::What;
use toml::Spanned;

use super::mapping::{Condition, EventMapping};
use crate::operations::evaluate::source::Source;
use crate::operations::evaluate::{Note, Unfit, cells};

/// Events of many cases.
#[derive(Debug)]
pub(super) struct Log {
    pub(super) cases: Vec<LoggedCase>,
    /// What events are called.
    pub(super) names: Vec<String>,
    /// Columns of numbers that a case has from its first event.
    pub(super) numbers: Vec<String>,
    /// Events that mean something.
    pub(super) understood: usize,
    pub(super) warnings: Vec<Note>,
}

/// A case.
#[derive(Debug, Default)]
pub(super) struct LoggedCase {
    /// When it began, in days, and as it stands in the file.
    pub(super) began: f64,
    pub(super) began_text: String,
    /// By rising time.
    pub(super) events: Vec<LoggedEvent>,
    /// When it was decided, and whether to a yes.
    pub(super) decided: Option<(f64, bool)>,
    /// When it first showed what makes it one of the cases asked about.
    pub(super) seen: Option<f64>,
    pub(super) numbers: Vec<f64>,
}

/// An event.
#[derive(Debug)]
pub(super) struct LoggedEvent {
    pub(super) at: f64,
    /// Its name, as a position in [`Log::names`].
    pub(super) name: usize,
    /// What it means.
    pub(super) what: Vec<What>,
}

impl LoggedCase {
    /// Whether it is asked about on a day of its life: it is one of those wanted, and undecided.
    pub(super) fn is_asked_on(&self, day: f64) -> bool {
        let until = self.began + day;
        let undecided = self.decided.is_some_and(|(at, _)| at > until);
        undecided && self.seen.is_some_and(|at| at <= until)
    }

    /// What had happened by a day of its life.
    pub(super) fn events_by(&self, day: f64) -> &[LoggedEvent] {
        let until = self.began + day;
        &self.events[..self.events.partition_point(|event| event.at <= until)]
    }
}

/// Conditions on columns of a file.
struct Conditions<'a>(Vec<Vec<(usize, &'a super::mapping::OneOrMany)>>);

impl Conditions<'_> {
    fn hold(&self, source: &Source, row: usize) -> bool {
        self.0
            .iter()
            .any(|one| one.iter().all(|(column, values)| values.holds(source.cell(row, *column))))
    }
}

/// Where everything that the mapping speaks of is in the file.
struct Places<'a> {
    case: usize,
    time: usize,
    event: Vec<usize>,
    numbers: Vec<usize>,
    yes: Conditions<'a>,
    no: Conditions<'a>,
    seen: Conditions<'a>,
    meanings: Vec<(Conditions<'a>, Option<What>)>,
}

impl Log {
    pub(super) fn read(source: &Source, mapping: &EventMapping) -> Result<Self, Unfit> {
        let places = Places::find(source, mapping)?;
        let mut log = Self {
            cases: Vec::new(),
            names: Vec::new(),
            numbers: places.numbers.iter().map(|at| source.header[*at].clone()).collect(),
            understood: 0,
            warnings: Vec::new(),
        };
        let mut faults = Vec::new();
        let (mut numbers, mut names) = (HashMap::new(), HashMap::new());
        for row in 0..source.rows.len() {
            let key = source.cell(row, places.case);
            if key.is_empty() {
                faults.push(source.of_cell(row, places.case, "is empty"));
                continue;
            }
            let at = match mapping.time_format.days(source.cell(row, places.time)) {
                Ok(at) => at,
                Err(message) => {
                    faults.push(source.of_cell(row, places.time, message));
                    continue;
                }
            };
            let case = *numbers.entry(key).or_insert_with(|| {
                log.cases.push(LoggedCase { began: f64::INFINITY, ..LoggedCase::default() });
                log.cases.len() - 1
            });
            let name = places.name_of(source, row);
            let name = *names.entry(name).or_insert_with_key(|name| {
                log.names.push(name.clone());
                log.names.len() - 1
            });
            log.understood += log.cases[case].add(source, &places, row, (at, name), &mut faults);
        }
        if !faults.is_empty() {
            return Err(Unfit(faults));
        }
        for case in &mut log.cases {
            case.settle(places.seen.0.is_empty());
        }
        log.check(source, mapping, &places)?;
        Ok(log)
    }

    fn check(
        &mut self,
        source: &Source,
        mapping: &EventMapping,
        places: &Places<'_>,
    ) -> Result<(), Unfit> {
        for (wanted, key) in [(true, "outcome.yes"), (false, "outcome.no")] {
            let mut outcomes = self.cases.iter().filter_map(|case| case.decided);
            if !outcomes.any(|(_, yes)| yes == wanted) {
                let message = format!("no case comes to it: see {key} of the mapping");
                return Err(source.of_column(places.event[0], message).into());
            }
        }
        for (number, (conditions, _)) in places.meanings.iter().enumerate() {
            let never = !(0..source.rows.len()).any(|row| conditions.hold(source, row));
            if never && let Some((name, _)) = mapping.meanings[number].0.0.first_key_value() {
                let message = format!("[[event]] number {} fits no event", number + 1);
                self.warnings.push(mapping.fault(name, "event.when", message));
            }
        }
        Ok(())
    }
}

impl<'a> Places<'a> {
    fn find(source: &Source, mapping: &'a EventMapping) -> Result<Self, Unfit> {
        let mut faults = Vec::new();
        let mut place = |name: &Spanned<String>, key: &str| {
            source.header.iter().position(|column| column == name.get_ref()).unwrap_or_else(|| {
                let message = format!(
                    "“{}” is no column of {}; it has: {}",
                    name.get_ref(),
                    source.name,
                    source.header.join(", ")
                );
                faults.push(mapping.fault(name, key, message));
                0
            })
        };
        let columns = mapping.columns();
        let case = place(&columns.case, "columns.case");
        let time = place(&columns.time, "columns.time");
        let event = columns.event.iter().map(|name| place(name, "columns.event")).collect();
        let numbers = columns.numbers.iter().map(|name| place(name, "columns.numbers")).collect();
        let mut conditions = |all: &'a [Condition], key: &str| {
            let of = |one: &'a Condition| {
                one.0.iter().map(|(name, values)| (place(name, key), values)).collect()
            };
            Conditions(all.iter().map(of).collect())
        };
        let yes = conditions(&mapping.outcome().yes, "outcome.yes");
        let no = conditions(&mapping.outcome().no, "outcome.no");
        let seen = conditions(&mapping.cases().seen, "cases.seen");
        let meanings = mapping.meanings.iter().map(|(condition, what)| {
            (conditions(std::slice::from_ref(condition), "event.when"), *what)
        });
        let meanings = meanings.collect();
        if faults.is_empty() {
            Ok(Self { case, time, event, numbers, yes, no, seen, meanings })
        } else {
            Err(Unfit(faults))
        }
    }

    fn name_of(&self, source: &Source, row: usize) -> String {
        let parts: Vec<&str> = self.event.iter().map(|column| source.cell(row, *column)).collect();
        parts.join(" ")
    }
}

impl LoggedCase {
    /// Takes a row in, and says whether it meant something.
    fn add(
        &mut self,
        source: &Source,
        places: &Places<'_>,
        row: usize,
        (at, name): (f64, usize),
        faults: &mut Vec<Note>,
    ) -> usize {
        if at < self.began {
            self.began = at;
            self.began_text = source.cell(row, places.time).to_owned();
            self.numbers.clear();
            for column in &places.numbers {
                let cell = source.cell(row, *column);
                let number = if cells::is_missing(cell) { Some(0.0) } else { cells::number(cell) };
                match number {
                    Some(number) => self.numbers.push(number),
                    None => {
                        let message = format!("“{cell}” is no number");
                        faults.push(source.of_cell(row, *column, message));
                        self.numbers.push(0.0);
                    }
                }
            }
        }
        let decides = [(&places.yes, true), (&places.no, false)];
        if let Some((_, yes)) = decides.into_iter().find(|(one, _)| one.hold(source, row))
            && self.decided.is_none_or(|(known, _)| at < known)
        {
            self.decided = Some((at, yes));
        }
        if places.seen.hold(source, row) {
            self.seen = Some(self.seen.map_or(at, |known| known.min(at)));
        }
        let fits = places.meanings.iter().filter(|(one, _)| one.hold(source, row));
        let what: Vec<What> = fits.filter_map(|(_, what)| *what).collect();
        let understood = usize::from(!what.is_empty());
        self.events.push(LoggedEvent { at, name, what });
        understood
    }

    /// Puts the events in order; of one time they stay as they stand in the file.
    fn settle(&mut self, all_are_wanted: bool) {
        self.events.sort_by(|one, other| one.at.total_cmp(&other.at));
        if all_are_wanted {
            self.seen = Some(self.began);
        }
    }
}
