//! Taking one observation in, at the belief's own time.

use super::Belief;
use super::memory::Kind;
use super::open::Open;
use super::operation::Operation;
use crate::generator::{LANES, Lanes, add_scaled};
use crate::ledger::{Ledger, Step, StepKind};
use crate::model::Model;
use crate::observation::Attendance;
use crate::priors::{Awaited, Channel, Exposure, Question, Reply, Sign, Source};
use crate::recursion;
use crate::state::{Factor, Phase, STATES, State, StateVector, scaled};

/// What every part of taking one observation in needs.
pub(super) struct Occasion<'a, L> {
    pub(super) model: &'a Model,
    pub(super) label: u32,
    pub(super) ledger: &'a mut L,
}

impl Belief {
    pub(super) fn take_sign<L: Ledger>(
        &mut self,
        sign: Sign,
        source: Source,
        through_benefit: bool,
        occasion: &mut Occasion<'_, L>,
    ) {
        let model = occasion.model;
        let prior = model.sign_prior(sign);
        let reliability = self.sign_reliability(model, sign, source);
        let log_rate = if through_benefit {
            model.sign_log_rate_without_psychology(sign)
        } else {
            model.sign_log_rate(sign)
        };
        self.keep(Operation::Sign { sign, reliability, through_benefit });
        self.weigh(|z| reliability * log_rate[z], StepKind::Sign, occasion);
        if !prior.dose.is_none() {
            self.keep(Operation::Turn(sign));
            let turned = model.apply_dose(&self.state, &prior.dose, 1.0);
            self.settle(turned, StepKind::Turn, Some(occasion.label), occasion.ledger);
        }
        if !std::mem::replace(&mut self.happened[sign.index()], true)
            && prior.awaited != Awaited::Always
        {
            self.await_signs(model);
        }
        if prior.reopens {
            self.forbidden.clear();
        } else {
            let new = prior.forbids.iter().filter(|action| !self.forbidden.contains(action));
            let new: Vec<_> = new.copied().collect();
            self.forbidden.extend(new);
        }
    }

    /// τ of a sign: the source's, weaker with each repetition within the window, and 0 for what
    /// belongs to a conversation of the same day. What is said within contacts is never merged:
    /// each statement is one.
    fn sign_reliability(&mut self, model: &Model, sign: Sign, source: Source) -> f64 {
        let (repeat, kind) = (model.repeat(), Kind::Sign(sign));
        let timed = matches!(model.sign_prior(sign).exposure, Exposure::Time { .. });
        if timed && self.memory.noted_today(kind, self.at_days) {
            return 0.0;
        }
        let again = self.memory.count(kind, self.at_days, repeat.days);
        self.memory.note(kind, self.at_days, repeat.span_days());
        model.source_prior(source).reliability * repeat.sign.powi(again as i32)
    }

    pub(super) fn take_reply<L: Ledger>(
        &mut self,
        reply: Reply,
        source: Source,
        attendance: Attendance,
        occasion: &mut Occasion<'_, L>,
    ) {
        let model = occasion.model;
        let (prior, repeat, kind) = (model.reply_prior(reply), model.repeat(), Kind::Reply(reply));
        let asked = self.open.iter().position(|open| open.question.action() == prior.action);
        let asked = asked.map(|at| self.open.remove(at));
        let again = self.memory.count(kind, self.at_days, repeat.days);
        let dosed = self.memory.count(kind, self.at_days, repeat.dose_days);
        self.memory.note(kind, self.at_days, repeat.span_days());
        if attendance == Attendance::Chosen {
            let reliability =
                model.source_prior(source).reliability * repeat.reply.powi(again as i32);
            let log_likelihood = model.reply_log_likelihood(reply);
            let still_open = asked.map(|open| open.log_still_open(model, self.at_days));
            let still_open = still_open.unwrap_or([0.0; LANES]);
            self.keep(Operation::Reply { reply, reliability });
            let weighs = |z: usize| reliability * log_likelihood[z] + still_open[z];
            self.weigh(weighs, StepKind::Reply, occasion);
            if prior.contact > 0.0 {
                // Who lets us come has opened the door again.
                self.forbidden.clear();
            }
        }
        if prior.contact > 0.0 {
            let silence = self.completeness.share(Channel::Contact).get() * prior.contact;
            let expected = model.contact_rate(self.phase);
            self.keep(Operation::Contact { phase: self.phase, exposure: silence });
            self.weigh(|z| -silence * expected[z], StepKind::Contact, occasion);
        }
        if !prior.dose.is_none() {
            let strength = model.dose_strength(dosed);
            self.keep(Operation::Effect { reply, times: strength });
            let moved = model.apply_dose(&self.state, &prior.dose, strength);
            self.settle(moved, StepKind::Effect, Some(occasion.label), occasion.ledger);
        }
        if let Some(question) = prior.opens {
            self.ask(model, question);
        }
    }

    /// Opens a question, or sets a later end to the one already open.
    pub(super) fn ask(&mut self, model: &Model, question: Question) {
        self.open.retain(|open| open.question != question);
        self.open.push(Open::new(model, question, self.at_days));
    }

    pub(super) fn take_value<L: Ledger>(&mut self, change: f64, occasion: &mut Occasion<'_, L>) {
        let slope = occasion.model.benefit_prior().to_psychology * change;
        let psychology: [f64; STATES] =
            State::table(|state| scaled(state.level(Factor::Psychology)));
        self.keep(Operation::Value { slope });
        self.weigh(|z| slope * psychology[z], StepKind::Value, occasion);
    }

    pub(super) fn switch<L: Ledger>(&mut self, phase: Phase, occasion: &mut Occasion<'_, L>) {
        if phase == self.phase {
            return;
        }
        self.keep(Operation::Switch(phase));
        self.phase = phase;
        self.open.clear();
        if phase == Phase::Buy {
            // Who renews may ask for a quote again, and signs again.
            for (sign, prior) in occasion.model.signs() {
                let once = prior.awaited == Awaited::UntilSeen;
                self.happened[sign.index()] &= !once;
            }
        }
        self.await_signs(occasion.model);
        let carried = occasion.model.switch(&self.state, phase);
        self.settle(carried, StepKind::Phase, Some(occasion.label), occasion.ledger);
    }

    /// Recomputes the rates of the signs now awaited: once-only signs until seen, telemetry from
    /// its first record.
    pub(super) fn await_signs(&mut self, model: &Model) {
        self.awaited = model.always_awaited(self.phase, &self.completeness);
        for &sign in model.sometimes_awaited(self.phase) {
            if self.awaits(model, sign) {
                let channel = model.sign_prior(sign).exposure.channel();
                let share = self.completeness.share(channel).get();
                add_scaled(&mut self.awaited, share, model.sign_rate(sign));
            }
        }
    }

    /// Whether a sign that is awaited at times is awaited now.
    pub(super) fn awaits(&self, model: &Model, sign: Sign) -> bool {
        let once_begun = model.sign_prior(sign).awaited == Awaited::OnceBegun;
        self.happened[sign.index()] == once_begun
    }

    /// The rate per day at which something would be recorded from now until `to`, which is when the
    /// open questions stand next: signs awaited and answers to those questions.
    pub(super) fn killing(&mut self, model: &Model, to: f64) -> Lanes {
        let mut killing = self.awaited;
        let share = self.completeness.share(Channel::Reply).get();
        for open in &mut self.open {
            open.stay(model, share, [self.at_days, to], &mut killing);
        }
        killing
    }

    /// Weighs the belief with a log-likelihood by state index.
    fn weigh<L: Ledger>(
        &mut self,
        log_likelihood: impl Fn(usize) -> f64,
        kind: StepKind,
        occasion: &mut Occasion<'_, L>,
    ) {
        let mut after = *self.state.as_array();
        let log: [f64; STATES] = std::array::from_fn(log_likelihood);
        self.log_evidence += recursion::weigh(&mut after, &log);
        let after = StateVector::normalised(after);
        self.settle(after, kind, Some(occasion.label), occasion.ledger);
    }

    /// Takes the result of a step over and tells the ledger.
    pub(super) fn settle(
        &mut self,
        after: StateVector,
        kind: StepKind,
        label: Option<u32>,
        ledger: &mut impl Ledger,
    ) {
        let before = std::mem::replace(&mut self.state, after);
        let after = &self.state;
        ledger.record(Step { at_days: self.at_days, kind, label, before: &before, after });
    }
}
