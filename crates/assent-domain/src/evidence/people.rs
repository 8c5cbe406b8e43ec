//! Gathering: observations collected person by person, each labelled with the record it comes from.

use std::collections::BTreeMap;

use assent_inference::{
    Attendance, BenefitPoints, Completeness, History, Model, Observation, Phase, Start, What,
};

use super::title::TitleCode;
use super::{
    CommitmentRecord, DealRecords, FACT, InteractionRecord, THEIR_PROMISE, Title, UNPROMPTED,
    phase_at,
};
use crate::benefit;
use crate::ids::{CommitmentId, InteractionId, PersonId};
use crate::interaction::{Direction, SignFacts, Source};
use crate::time::{Day, Timestamp};

/// A record in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordRef {
    /// Something that happened.
    Interaction(InteractionId),
    /// A promise.
    Commitment(CommitmentId),
    /// The order, or the beginning of a renewal.
    Phase,
}

/// What an observation's label stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The record.
    pub record: RecordRef,
    /// When it is dated.
    pub at: Timestamp,
    /// What it is.
    pub title: Title,
    /// Where it comes from.
    pub source: Option<Source>,
    /// Whether it is an assumption rather than a reported fact.
    pub assumed: bool,
}

/// The evidence of one person in one deal.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonEvidence {
    /// When they were first dealt with, and in which phase.
    pub first: (Timestamp, Phase),
    /// The day up to which time is to run: the day asked for, or an earlier one on which the
    /// records or the person's part ended.
    pub until: Day,
    /// The observations in order of time. A label is an index into `labels`.
    pub history: History,
    /// What the labels stand for.
    pub labels: Vec<Labelled>,
    /// How much of what happens reaches the records.
    pub completeness: Completeness,
}

impl PersonEvidence {
    /// Where the filter begins.
    #[must_use]
    pub fn start(&self) -> Start {
        let (at, phase) = self.first;
        Start { phase, at_days: at.days(), completeness: self.completeness }
    }

    /// Until when the filter runs, in days.
    #[must_use]
    pub fn until_days(&self) -> f64 {
        self.until.start().days()
    }

    /// The time at which the belief of `day` is read: its start, or the last evidence of that day,
    /// but never after the records end.
    #[must_use]
    pub fn clock_on(&self, day: Day) -> f64 {
        let day = day.min(self.until);
        let evidence = self.history.observations().iter().map(|one| one.at_days);
        let today = evidence.filter(|at| *at <= day.end().days()).fold(f64::MIN, f64::max);
        today.max(day.start().days())
    }

    /// The evidence up to the order, while they use what was ordered; `None` if they are still
    /// buying, buy again, or were first dealt with in use.
    #[must_use]
    pub fn while_buying(&self) -> Option<Self> {
        let observations = self.history.observations();
        let last = observations.iter().rposition(|one| matches!(one.what, What::PhaseSwitch(_)))?;
        let before = &observations[..last];
        let used = observations[last].what == What::PhaseSwitch(Phase::Use);
        // What precedes something in an ordered history is in order.
        let history = History::new(before.to_vec()).ok().filter(|_| used && !before.is_empty())?;
        let ordered = self.labels.get(observations[last].label as usize)?.at;
        Some(Self { history, until: ordered.date().into(), ..self.clone() })
    }

    /// The phase that began last, and when; `None` of whom has been in one phase only.
    #[must_use]
    pub fn last_phase(&self) -> Option<(Phase, Timestamp)> {
        let phase = |one: &Observation| match one.what {
            What::PhaseSwitch(phase) => Some((phase, self.labels.get(one.label as usize)?.at)),
            _ => None,
        };
        self.history.observations().iter().rev().find_map(phase)
    }

    /// The first day that is shown of them: what went before a renewal belongs to another deal.
    #[must_use]
    pub fn first_day(&self) -> Day {
        let renewals = self.history.observations().iter().rev().filter_map(|one| match one.what {
            What::PhaseSwitch(Phase::Buy) => self.labels.get(one.label as usize),
            _ => None,
        });
        let renewed = renewals.map(|label| label.at).next();
        renewed.unwrap_or(self.first.0).date().into()
    }

    /// The evidence up to the end of `day`, read on that day; `None` before there was any.
    #[must_use]
    pub fn until(&self, day: Day) -> Option<Self> {
        let end = day.end().days();
        let before = self.history.observations().iter().take_while(|one| one.at_days <= end);
        // What precedes something in an ordered history is in order.
        let history = History::new(before.copied().collect()).ok()?;
        let day = day.min(self.until);
        (!history.observations().is_empty()).then(|| Self { history, until: day, ..self.clone() })
    }

    /// How many records count as evidence of this person.
    #[must_use]
    pub fn count(&self) -> usize {
        let mut records: Vec<RecordRef> = Vec::new();
        for label in &self.labels {
            if label.record != RecordRef::Phase && !records.contains(&label.record) {
                records.push(label.record);
            }
        }
        records.len()
    }

    /// When the last record that is evidence of this person is dated.
    #[must_use]
    pub fn last_at(&self) -> Option<Timestamp> {
        let own = |label: &&Labelled| label.record != RecordRef::Phase;
        self.labels.iter().filter(own).map(|label| label.at).max()
    }
}

pub(super) struct Gathering<'a> {
    model: &'a Model,
    deal: &'a DealRecords,
    day: Day,
    people: BTreeMap<PersonId, Collected>,
}

struct Collected {
    first: (Timestamp, Phase),
    observations: Vec<Observation>,
    labels: Vec<Labelled>,
    benefits: BenefitPoints<String>,
}

impl Collected {
    fn label(&mut self, label: Labelled) -> u32 {
        self.labels.push(label);
        u32::try_from(self.labels.len() - 1).unwrap_or(u32::MAX)
    }

    fn observe(&mut self, at: Timestamp, what: What, label: u32) {
        self.observations.push(Observation { at_days: at.days(), what, label });
    }
}

impl<'a> Gathering<'a> {
    pub(super) fn new(model: &'a Model, deal: &'a DealRecords, day: Day) -> Self {
        Self { model, deal, day, people: BTreeMap::new() }
    }

    pub(super) fn interaction(&mut self, record: &InteractionRecord) {
        let facts = &record.facts;
        for person in &facts.participants {
            match facts.direction {
                Some(Direction::Out) => self.deed(record, *person),
                Some(Direction::In) => self.unprompted(record, *person),
                None => {}
            }
        }
        for sign in &facts.signs {
            self.sign(record, sign);
        }
    }

    /// Something we did towards a person.
    fn deed(&mut self, record: &InteractionRecord, person: PersonId) {
        let facts = &record.facts;
        let (kind, words) =
            (facts.kind.as_str(), facts.words.as_ref().map(super::super::text::Words::as_str));
        let Some(action) = self.model.action(kind) else { return };
        let attendance =
            if facts.procedure_bound { Attendance::BoundByProcedure } else { Attendance::Chosen };
        let (title, what) = match &facts.result {
            Some(result) => {
                let title = Title::reply(kind, result.as_str(), words);
                (title, self.answer(kind, result.as_str(), attendance))
            }
            None => {
                let question = self.model.question(action).map(What::Question);
                (Title::question(kind, words), question)
            }
        };
        let label = labelled(record, title, None);
        self.add(person, facts.at, label, what);
    }

    /// They came to us. Where the record says what they showed, that speaks and not the coming.
    fn unprompted(&mut self, record: &InteractionRecord, person: PersonId) {
        let facts = &record.facts;
        let shown = facts.signs.iter().any(|sign| sign.person_id == person);
        let sign = UNPROMPTED.iter().find(|(kind, _)| *kind == facts.kind.as_str());
        if let (false, Some((_, kind))) = (shown, sign) {
            self.sign_of(record, person, kind, facts.source, None);
        }
    }

    fn sign(&mut self, record: &InteractionRecord, sign: &SignFacts) {
        let source = sign.source.unwrap_or(record.facts.source);
        let benefit = sign.benefit.as_ref().map(super::super::text::Line::as_str);
        self.sign_of(record, sign.person_id, sign.kind.as_str(), source, benefit);
    }

    fn sign_of(
        &mut self,
        record: &InteractionRecord,
        person: PersonId,
        kind: &str,
        source: Source,
        benefit: Option<&str>,
    ) {
        let facts = &record.facts;
        let (Some(sign), Some(weigh)) = (self.model.sign(kind), self.model.source(source.as_str()))
        else {
            return;
        };
        let effect = self.model.sign_prior(sign).benefit;
        let through_benefit = benefit.is_some() && effect.delivery_no != 0.0;
        let words = facts.words.as_ref().map(super::super::text::Words::as_str);
        let label = labelled(record, Title::sign(kind, benefit, words), Some(source));
        let what = What::Sign { sign, source: weigh, through_benefit };
        let Some(label) = self.add(person, facts.at, label, Some(what)) else { return };
        if let (Some(point), Some(one)) = (benefit, self.people.get_mut(&person)) {
            let said = benefit::said(self.model, sign, weigh, label);
            let change = one.benefits.hear(benefit::key(point), said);
            one.observe(facts.at, change, label);
        }
    }

    pub(super) fn their_promise(&mut self, record: &CommitmentRecord, at: Timestamp) {
        let question = self.model.action(THEIR_PROMISE).and_then(|ask| self.model.question(ask));
        let label = promised(record, at, TitleCode::TheirPromise);
        self.add(record.facts.by_id, at, label, question.map(What::Question));
    }

    pub(super) fn their_promise_ended(
        &mut self,
        record: &CommitmentRecord,
        reply: &str,
        at: Timestamp,
    ) {
        let code = if reply == "kept" {
            TitleCode::TheirPromiseKept
        } else {
            TitleCode::TheirPromiseWithdrawn
        };
        let what = self.answer(THEIR_PROMISE, reply, Attendance::Chosen);
        self.add(record.facts.by_id, at, promised(record, at, code), what);
    }

    pub(super) fn our_promise_ended(
        &mut self,
        record: &CommitmentRecord,
        deed: &str,
        at: Timestamp,
    ) {
        let code =
            if deed == "promise_kept" { TitleCode::PromiseKept } else { TitleCode::PromiseBroken };
        let what = self.answer(deed, "done", Attendance::Chosen);
        self.add(record.facts.to_id, at, promised(record, at, code), what);
    }

    /// A phase begins for everybody dealt with so far.
    pub(super) fn begin(&mut self, phase: Phase, at: Timestamp) {
        let code = match phase {
            Phase::Use => TitleCode::Order,
            Phase::Buy => TitleCode::Renewal,
        };
        let people: Vec<PersonId> = self.people.keys().copied().collect();
        for person in people {
            let (record, title) = (RecordRef::Phase, Title::new(code, None));
            let label = Labelled { record, at, title, source: None, assumed: false };
            self.add(person, at, label, Some(What::PhaseSwitch(phase)));
        }
    }

    pub(super) fn finish(self) -> BTreeMap<PersonId, PersonEvidence> {
        let (deal, day) = (self.deal, self.day);
        let completeness = deal.completeness.over(self.model.completeness());
        let finish = |(person, one): (PersonId, Collected)| {
            let until = deal.parts_ended.get(&person).map_or(day, |end| day.min(*end));
            let Collected { first, observations, labels, .. } = one;
            // The happenings came by rising time, and changes of value are finite.
            let history = History::new(observations).unwrap_or_else(|fault| {
                unreachable!("observations are gathered in order: {fault}")
            });
            (person, PersonEvidence { first, until, history, labels, completeness })
        };
        self.people.into_iter().map(finish).collect()
    }

    fn answer(&self, action: &str, reply: &str, attendance: Attendance) -> Option<What> {
        let action = self.model.action(action)?;
        let reply = self.model.reply(action, reply)?;
        let source = self.model.source(FACT)?;
        Some(What::Reply { reply, source, attendance })
    }

    /// Adds an observation of one of theirs who is not excluded and whose part has not ended, and
    /// returns its label.
    fn add(
        &mut self,
        person: PersonId,
        at: Timestamp,
        label: Labelled,
        what: Option<What>,
    ) -> Option<u32> {
        let ended = self.deal.parts_ended.get(&person).is_some_and(|end| end.end() < at);
        let deal = self.deal;
        if ended || deal.ours.contains(&person) || deal.excluded.contains(&person) {
            return None;
        }
        let what = what?;
        let prior = self.model.benefit_prior();
        let one = self.people.entry(person).or_insert_with(|| Collected {
            first: (at, phase_at(deal, at)),
            observations: Vec::new(),
            labels: Vec::new(),
            benefits: BenefitPoints::new(prior),
        });
        let label = one.label(label);
        one.observe(at, what, label);
        Some(label)
    }
}

fn labelled(record: &InteractionRecord, title: Title, source: Option<Source>) -> Labelled {
    let facts = &record.facts;
    let source = Some(source.unwrap_or(facts.source));
    let record = RecordRef::Interaction(record.id);
    Labelled { record, at: facts.at, title, source, assumed: facts.assumed }
}

fn promised(record: &CommitmentRecord, at: Timestamp, code: TitleCode) -> Labelled {
    let title = Title::new(code, Some(record.facts.text.as_str()));
    let assumed = record.facts.assumed;
    Labelled { record: RecordRef::Commitment(record.id), at, title, source: None, assumed }
}
