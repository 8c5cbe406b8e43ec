//! A case seen as a person: what the model reads off them on a day, and plain counts beside it.

use assent_inference::{
    Attendance, Buyer, Case, Circumstances, Counting, Factor, Group, History, Model, Observation,
    Phase, Start, StateSet, What, WinTermKind, filter, read_win,
};

use super::log::{Log, LoggedCase, LoggedEvent};
use super::mapping::EventMapping;

/// The terms of the chance to win that a single person can bring about.
const TERMS: [&str; 2] = ["support", "concept"];
/// What else is read off a person.
const READ: [&str; 5] = ["cognition", "psychology", "behaviour", "avoids us", "days heard"];

/// Reads cases.
pub(super) struct Reader<'a> {
    model: &'a Model,
    mapping: &'a EventMapping,
    log: &'a Log,
    group: Group,
    /// The events that are counted one by one, as positions in the names of the log.
    counted: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        model: &'a Model,
        mapping: &'a EventMapping,
        log: &'a Log,
        counted: Vec<usize>,
    ) -> Self {
        // One member without ties is a group.
        let group = Group::new(model, &[mapping.role], &[])
            .unwrap_or_else(|fault| unreachable!("a group of one: {fault}"));
        Self { model, mapping, log, group, counted }
    }

    pub(super) fn plain_names(&self) -> Vec<String> {
        let counts = self.counted.iter().map(|name| format!("count of {}", self.log.names[*name]));
        let rest = ["events", "days since the last"].map(str::to_owned);
        rest.into_iter().chain(self.log.numbers.iter().cloned()).chain(counts).collect()
    }

    pub(super) fn read_names(&self) -> Vec<String> {
        READ.map(str::to_owned).to_vec()
    }

    pub(super) fn term_names(&self) -> Vec<String> {
        TERMS.map(str::to_owned).to_vec()
    }

    /// What is known of a case on a day of its life.
    pub(super) fn case(&self, case: &LoggedCase, day: f64) -> Case {
        let events = case.events_by(day);
        let (terms, read) = self.person(case, events, case.began + day);
        Case {
            terms,
            read,
            plain: self.plain(case, events, case.began + day),
            outcome: case.decided.is_some_and(|(_, yes)| yes),
        }
    }

    fn plain(&self, case: &LoggedCase, events: &[LoggedEvent], until: f64) -> Vec<f64> {
        let last = events.last().map_or(case.began, |event| event.at);
        let count = |name: &usize| events.iter().filter(|event| event.name == *name).count() as f64;
        let numbers = case.numbers.iter().map(|number| number.signum() * number.abs().ln_1p());
        [events.len() as f64, until - last]
            .into_iter()
            .chain(numbers)
            .chain(self.counted.iter().map(count))
            .collect()
    }

    /// The terms of the chance to win, and what else the model reads off the person.
    fn person(
        &self,
        case: &LoggedCase,
        events: &[LoggedEvent],
        until: f64,
    ) -> (Vec<f64>, Vec<f64>) {
        let model = self.model;
        let observed = events.iter().flat_map(|event| {
            event.what.iter().map(|what| Observation { at_days: event.at, what: *what, label: 0 })
        });
        // The events are in order of time, and times are finite.
        let history = History::new(observed.collect())
            .unwrap_or_else(|fault| unreachable!("events in order: {fault}"));
        let completeness = self.mapping.completeness;
        let start = Start { phase: Phase::Buy, at_days: case.began, completeness };
        let belief = filter(model, &start, &history, until, &mut ());
        let heard = history.days_heard(until);
        let met = history.observations().iter().any(|one| is_met(model, &one.what));
        let buyer = |_| Buyer { state: belief.state(), met, days_heard: heard };
        let calm = Circumstances::default();
        let win = read_win(model, &self.group, buyer, calm, Counting::Once);
        let term = |wanted: &dyn Fn(WinTermKind) -> bool| -> f64 {
            let terms = win.terms().iter().filter(|term| wanted(term.kind));
            terms.map(|term| term.log_odds).sum()
        };
        let terms = vec![
            term(&|kind| matches!(kind, WinTermKind::Support { .. })),
            term(&|kind| matches!(kind, WinTermKind::Concept { .. })),
        ];
        let mut read: Vec<f64> =
            Factor::ALL.into_iter().map(|factor| belief.state().mean(factor)).collect();
        read.push(belief.state().log_odds(StateSet::avoids_us()));
        read.push((heard as f64).ln_1p());
        (terms, read)
    }
}

/// Whether it brings us together with them.
fn is_met(model: &Model, what: &What) -> bool {
    match what {
        What::Reply { reply, attendance, .. } => {
            *attendance == Attendance::Chosen && model.reply_prior(*reply).contact > 0.0
        }
        What::Sign { sign, .. } => model.sign_prior(*sign).forbids.is_empty(),
        What::Question(_) | What::Value { .. } | What::PhaseSwitch(_) => false,
    }
}
