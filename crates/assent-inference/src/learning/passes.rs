//! Forwards and backwards through a dealing (Baum 1972, in continuous time): what is expected to have
//! happened, given all of its records.
//!
//! With α the belief before an operation, scaled to sum 1, and β the likelihood of all that follows,
//! scaled so that Σ α β = 1, the product α β is what is believed with hindsight. An operation M with
//! norm c takes α to α M / c, and β back to M β / c.

use std::collections::BTreeMap;

use super::expected::Expected;
use super::tape::{Step, Tape, Teaches};
use crate::belief::Operation;
use crate::generator::{EDGE, Generator, LANES, Lanes, Padded, add_scaled, lanes, padded};
use crate::model::Model;
use crate::priors::Channel;
use crate::sojourn::{MOST_JUMPS, Passage, Powers, Sojourn};
use crate::state::{Factor, Phase, STATES, State, scaled};

/// A matrix, forwards and backwards.
#[derive(Debug)]
struct BothWays {
    forward: Generator,
    backward: Generator,
}

impl BothWays {
    fn of(forward: Generator) -> BothWays {
        BothWays { backward: forward.transposed(), forward }
    }
}

/// What our actions and their turns do, which is not learned and so is computed once.
#[derive(Debug, Default)]
pub(super) struct Effects(BTreeMap<(bool, u16, u64), BothWays>);

impl Effects {
    /// All effects that occur in these dealings.
    pub(super) fn of(model: &Model, tapes: &[Tape]) -> Effects {
        let mut effects = Effects::default();
        for step in tapes.iter().flat_map(|tape| &tape.steps) {
            let Some(key) = key(&step.operation) else { continue };
            let dose = match step.operation {
                Operation::Turn(sign) => &model.sign_prior(sign).dose,
                Operation::Effect { reply, .. } => &model.reply_prior(reply).dose,
                _ => continue,
            };
            let times = f64::from_bits(key.2);
            let matrix = || BothWays::of(model.dose_generator(dose, times));
            effects.0.entry(key).or_insert_with(matrix);
        }
        effects
    }
}

fn key(operation: &Operation) -> Option<(bool, u16, u64)> {
    match *operation {
        Operation::Turn(sign) => Some((true, sign.0, 1.0_f64.to_bits())),
        Operation::Effect { reply, times } => Some((false, reply.0, times.to_bits())),
        _ => None,
    }
}

/// One set of figures, ready to be passed through.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    pub(super) model: &'a Model,
    /// What weighs that teaches nothing.
    fixed: &'a Model,
    effects: &'a Effects,
    /// By phase.
    chains: [BothWays; 2],
    /// By phase, jump and state left: rates.
    pub(super) outflow: [[Lanes; 6]; 2],
}

/// An operation that was done, with the belief before it.
#[derive(Debug)]
struct Done {
    step: Step,
    before: Padded,
    log_norm: f64,
}

/// Room that is kept from one dealing to the next.
#[derive(Debug, Default)]
pub(super) struct Room {
    done: Vec<Done>,
    powers: Powers,
}

impl<'a> Figures<'a> {
    pub(super) fn new(model: &'a Model, fixed: &'a Model, effects: &'a Effects) -> Figures<'a> {
        let chains = Phase::ALL.map(|phase| BothWays::of(model.generator(phase).clone()));
        let outflow = [&chains[0], &chains[1]].map(|chain| chain.forward.outflow());
        Figures { model, fixed, effects, chains, outflow }
    }

    /// The log of the probability (density) of a dealing's records, silence included. What is expected
    /// of it is added to `expected`.
    pub(super) fn pass(&self, tape: &Tape, room: &mut Room, expected: &mut Expected) -> f64 {
        let log_evidence = self.forwards(tape, room);
        let mut after = padded(&[1.0; STATES]);
        let mut room_done = std::mem::take(&mut room.done);
        for done in room_done.iter().rev() {
            after = self.backwards(tape, done, &after, room, expected);
        }
        let first = room_done.first().map_or_else(|| self.start(tape), |done| done.before);
        let starts = &mut expected.starts[tape.phase as usize];
        for z in 0..LANES {
            starts[z] += first[EDGE + z] * after[EDGE + z];
        }
        room_done.clear();
        room.done = room_done;
        log_evidence
    }

    fn start(&self, tape: &Tape) -> Padded {
        padded(self.model.start(tape.phase).as_array())
    }

    fn forwards(&self, tape: &Tape, room: &mut Room) -> f64 {
        let mut now = self.start(tape);
        let mut log_evidence = 0.0;
        for &step in &tape.steps {
            for step in self.parts(tape, step) {
                let (next, log_norm) = self.forward(tape, &step, &now);
                room.done.push(Done { step, before: now, log_norm });
                log_evidence += log_norm;
                now = next;
            }
        }
        log_evidence
    }

    /// A long quiet time is cut.
    fn parts(&self, tape: &Tape, step: Step) -> impl Iterator<Item = Step> {
        let (mut part, mut count) = (step, 1);
        if let Operation::Quiet { phase, days, awaited, asked } = step.operation {
            let jumps =
                self.passage(tape, &step.operation).map_or(0.0, |passage| passage.jumps(days));
            count = (jumps / MOST_JUMPS).ceil().max(1.0) as usize;
            let days = days / count as f64;
            part.operation = Operation::Quiet { phase, days, awaited, asked };
        }
        std::iter::repeat_n(part, count)
    }

    fn passage(&self, tape: &Tape, operation: &Operation) -> Option<Passage<'_>> {
        let Operation::Quiet { phase, awaited, asked, .. } = *operation else { return None };
        let model = self.model;
        let share = |channel| tape.completeness.share(channel).get();
        let mut killing = model.always_awaited(phase, &tape.completeness);
        for sign in awaited.of(model.sometimes_awaited(phase)) {
            let channel = model.sign_prior(sign).exposure.channel();
            add_scaled(&mut killing, share(channel), model.sign_rate(sign));
        }
        for action in asked.iter() {
            add_scaled(&mut killing, share(Channel::Reply), model.hazard_of(action));
        }
        let chain = &self.chains[phase as usize];
        Some(Passage::new(&chain.forward, &chain.backward, &killing))
    }

    fn forward(&self, tape: &Tape, step: &Step, now: &Padded) -> (Padded, f64) {
        let operation = &step.operation;
        match *operation {
            Operation::Quiet { days, .. } => match self.passage(tape, operation) {
                Some(passage) => passage.forwards(now, days),
                None => (*now, 0.0),
            },
            Operation::Switch(to) => (self.switched(now, to), 0.0),
            Operation::Turn(_) | Operation::Effect { .. } => match self.effect(operation) {
                Some(effect) => effect.forward.carry(now, &[0.0; LANES], 1.0),
                None => (*now, 0.0),
            },
            _ => {
                let (weights, largest) = self.weights(step);
                let mut next = *now;
                let norm = weigh(&mut next, &weights);
                (next, norm.ln() + largest)
            }
        }
    }

    fn backwards(
        &self,
        tape: &Tape,
        done: &Done,
        after: &Padded,
        room: &mut Room,
        expected: &mut Expected,
    ) -> Padded {
        let Done { step, before, log_norm } = done;
        let operation = &step.operation;
        match *operation {
            Operation::Quiet { days, .. } => {
                let Some(passage) = self.passage(tape, operation) else { return *after };
                let sojourn = passage.sojourn(before, after, days, &mut room.powers);
                self.count_quiet(tape, operation, &sojourn, (-log_norm).exp(), expected);
                passage.backwards(after, days, *log_norm)
            }
            Operation::Switch(to) => self.switched_back(after, to, expected),
            Operation::Turn(_) | Operation::Effect { .. } => match self.effect(operation) {
                Some(effect) => back(&effect.backward, after, &[0.0; LANES], 1.0, *log_norm),
                None => *after,
            },
            _ => {
                let (weights, largest) = self.weights(step);
                let scale = (largest - log_norm).exp();
                let mut earlier = *after;
                for z in 0..LANES {
                    earlier[EDGE + z] *= weights[z] * scale;
                }
                if step.teaches == Teaches::Yes {
                    count(operation, before, &earlier, expected);
                }
                earlier
            }
        }
    }

    fn effect(&self, operation: &Operation) -> Option<&BothWays> {
        self.effects.0.get(&key(operation)?)
    }

    /// The likelihood of what is weighed, scaled so that its largest value is 1, and the log of that
    /// value.
    fn weights(&self, step: &Step) -> (Lanes, f64) {
        let model = match step.teaches {
            Teaches::Yes => self.model,
            Teaches::Nothing => self.fixed,
        };
        let of = |log: &dyn Fn(State) -> f64| {
            let log = lanes(log);
            let largest = log[..STATES].iter().copied().fold(f64::NEG_INFINITY, f64::max);
            (lanes(|z| (log[z.index()] - largest).exp()), largest)
        };
        match step.operation {
            Operation::Sign { sign, reliability, through_benefit: false } => {
                of(&|z| reliability * model.sign_log_rate(sign)[z.index()])
            }
            Operation::Sign { sign, reliability, through_benefit: true } => {
                let log_rate = model.sign_log_rate_without_psychology(sign);
                of(&|z| reliability * log_rate[z.index()])
            }
            Operation::Reply { reply, reliability } => {
                of(&|z| reliability * model.reply_log_likelihood(reply)[z.index()])
            }
            Operation::Contact { phase, exposure } => {
                of(&|z| -exposure * model.contact_rate(phase)[z.index()])
            }
            Operation::Value { slope } => of(&|z| slope * scaled(z.level(Factor::Psychology))),
            Operation::Quiet { .. }
            | Operation::Turn(_)
            | Operation::Effect { .. }
            | Operation::Switch(_) => (lanes(|_| 1.0), 0.0),
        }
    }

    fn switched(&self, now: &Padded, to: Phase) -> Padded {
        let leak = self.model.leak();
        let start = self.model.start(to).as_array();
        let mut landed = padded(&start.map(|share| leak * share));
        for z in State::all() {
            let landing = self.model.landing(z, to);
            landed[EDGE + landing.index()] += (1.0 - leak) * now[EDGE + z.index()];
        }
        landed
    }

    /// Whoever leaked began at rest.
    fn switched_back(&self, after: &Padded, to: Phase, expected: &mut Expected) -> Padded {
        let leak = self.model.leak();
        let start = self.model.start(to).as_array();
        let mut anywhere = 0.0;
        for (z, share) in start.iter().enumerate() {
            let began = leak * share * after[EDGE + z];
            expected.starts[to as usize][z] += began;
            anywhere += began;
        }
        let mut earlier = padded(&[0.0; STATES]);
        for z in State::all() {
            let landing = self.model.landing(z, to);
            earlier[EDGE + z.index()] = (1.0 - leak) * after[EDGE + landing.index()] + anywhere;
        }
        earlier
    }

    fn count_quiet(
        &self,
        tape: &Tape,
        operation: &Operation,
        sojourn: &Sojourn,
        scale: f64,
        expected: &mut Expected,
    ) {
        let Operation::Quiet { phase, awaited, asked, .. } = *operation else { return };
        let (at, model) = (phase as usize, self.model);
        let share = |channel| scale * tape.completeness.share(channel).get();
        let days = &sojourn.days;
        add_scaled(&mut expected.days[at], scale, days);
        for (jumps, (chances, rates)) in
            expected.jumps[at].iter_mut().zip(sojourn.chances.iter().zip(&self.outflow[at]))
        {
            for z in 0..LANES {
                jumps[z] += scale * chances[z] * rates[z];
            }
        }
        for channel in [Channel::Written, Channel::Spoken, Channel::Milestone] {
            add_scaled(&mut expected.awaited[at][channel as usize], share(channel), days);
        }
        for sign in awaited.of(model.sometimes_awaited(phase)) {
            let channel = model.sign_prior(sign).exposure.channel();
            add_scaled(&mut expected.awaited_at_times[sign.index()], share(channel), days);
        }
        for action in asked.iter() {
            add_scaled(&mut expected.asked[action.index()], share(Channel::Reply), days);
        }
    }
}

/// Counts what was weighed by where the person stood.
fn count(operation: &Operation, before: &Padded, earlier: &Padded, expected: &mut Expected) {
    let (counts, times) = match *operation {
        Operation::Sign { sign, reliability, through_benefit: false } => {
            (&mut expected.signs[sign.index()], reliability)
        }
        Operation::Sign { sign, reliability, through_benefit: true } => {
            (&mut expected.signs_through_benefit[sign.index()], reliability)
        }
        Operation::Reply { reply, reliability } => {
            (&mut expected.replies[reply.index()], reliability)
        }
        Operation::Contact { phase, exposure } => {
            (&mut expected.contacts[phase as usize], exposure)
        }
        _ => return,
    };
    for z in 0..LANES {
        counts[z] += times * before[EDGE + z] * earlier[EDGE + z];
    }
}

/// Takes a likelihood back over a matrix with a norm.
fn back(matrix: &Generator, after: &Padded, killing: &Lanes, days: f64, log_norm: f64) -> Padded {
    let mass: f64 = after.iter().sum();
    let (earlier, log_mass) = matrix.carry(&after.map(|entry| entry / mass), killing, days);
    let scale = mass * (log_mass - log_norm).exp();
    earlier.map(|entry| entry * scale)
}

/// Multiplies by weights, scales to sum 1 and returns the sum there was.
fn weigh(now: &mut Padded, weights: &Lanes) -> f64 {
    let mut sum = 0.0;
    for z in 0..LANES {
        now[EDGE + z] *= weights[z];
        sum += now[EDGE + z];
    }
    now.iter_mut().for_each(|entry| *entry /= sum);
    sum
}
