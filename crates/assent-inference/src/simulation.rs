//! Synthetic people: exact draws from the model, and the records they would leave.
//!
//! A simulated person moves, gives signs and answers questions as competing exponentials; what the
//! records miss is thinned by completeness. Filtering such records shows whether the filter
//! recovers what the model hides. It proves the machinery, not the world.

mod chance;
mod effort;

use chance::{exponential, pick, poisson};
use rand::{Rng, RngExt};

use crate::belief::Start;
use crate::model::Model;
use crate::observation::{Attendance, History, Observation, What};
use crate::priors::{Action, Awaited, Channel, Dose, Exposure, Question, Reply, Sign, Source};
use crate::state::{State, StateVector};

/// What we do to a simulated person.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Our actions with their days, in any order. Actions after the end are left out.
    pub actions: Vec<(f64, Action)>,
    /// When the simulation ends.
    pub until_days: f64,
    /// The source that all records name.
    pub source: Source,
}

/// A simulated person.
#[derive(Clone, Debug)]
pub struct Life {
    /// The true state from each day on; the first is that of the start.
    pub path: Vec<(f64, State)>,
    /// What reached the records, labelled 0, 1, 2 … by time.
    pub history: History,
}

/// Draws one person from the start law of the phase and lets them live by the model until the plan
/// ends.
///
/// The same generator in the same state gives the same life. The phase does not change.
pub fn simulate(model: &Model, start: &Start, plan: &Plan, rng: &mut impl Rng) -> Life {
    let mut actions = plan.actions.clone();
    actions.retain(|(day, _)| *day < plan.until_days);
    actions.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut person = Person::born(model, start, plan.source, rng);
    for (day, action) in actions {
        person.live_until(day);
        person.meet(action);
    }
    person.live_until(plan.until_days);
    Life { path: person.path, history: History::ordered(person.records) }
}

/// Something that may happen next.
#[derive(Clone, Copy, Debug)]
enum Event {
    Move(State),
    Sign(Sign),
    Answer(Reply),
}

struct Person<'a, R> {
    model: &'a Model,
    start: &'a Start,
    source: Source,
    rng: &'a mut R,
    now: f64,
    state: State,
    open: Vec<(Question, f64)>,
    happened: Vec<bool>,
    replies: Vec<(f64, Reply)>,
    path: Vec<(f64, State)>,
    records: Vec<Observation>,
}

impl<'a, R: Rng> Person<'a, R> {
    fn born(model: &'a Model, start: &'a Start, source: Source, rng: &'a mut R) -> Person<'a, R> {
        let state = draw(model.start(start.phase), rng);
        Person {
            model,
            start,
            source,
            rng,
            now: start.at_days,
            state,
            open: Vec::new(),
            happened: vec![false; model.signs().count()],
            replies: Vec::new(),
            path: vec![(start.at_days, state)],
            records: Vec::new(),
        }
    }

    /// Lets things happen by themselves until `day`.
    fn live_until(&mut self, day: f64) {
        while self.now < day {
            let events = self.events();
            let total: f64 = events.iter().map(|(_, rate)| rate).sum();
            let next = self.now + exponential(self.rng, total);
            let border = self.open.iter().map(|(_, end)| *end).fold(day, f64::min);
            if next >= border {
                self.now = border;
                self.open.retain(|(_, end)| *end > border);
                continue;
            }
            self.now = next;
            let chosen = pick(self.rng, events.iter().map(|(_, rate)| *rate));
            match events[chosen].0 {
                Event::Move(state) => self.move_to(state),
                Event::Sign(sign) => self.give(sign),
                Event::Answer(reply) => self.answer(reply),
            }
        }
    }

    /// All that may happen next, each with its rate per day in the present state.
    fn events(&self) -> Vec<(Event, f64)> {
        let z = self.state.index();
        let moves = self.model.generator(self.start.phase).jumps_from(self.state);
        let signs = self.model.signs().filter(|(sign, _)| self.exposed(*sign));
        let questions = self.open.iter().flat_map(|(open, _)| self.model.replies(open.action()));
        let moves = moves.map(|(to, rate)| (Event::Move(to), rate));
        let signs = signs.map(|(sign, _)| (Event::Sign(sign), self.model.sign_rate(sign)[z]));
        let answers = questions.map(|(reply, _)| {
            (Event::Answer(reply), self.model.reply_log_likelihood(reply)[z].exp())
        });
        moves.chain(signs).chain(answers).collect()
    }

    fn exposed(&self, sign: Sign) -> bool {
        let prior = self.model.sign_prior(sign);
        prior.phases.include(self.start.phase)
            && matches!(prior.exposure, Exposure::Time { .. })
            && match prior.awaited {
                Awaited::Always => true,
                Awaited::UntilSeen => !self.happened[sign.index()],
                Awaited::OnceBegun => self.happened[sign.index()],
            }
    }

    fn move_to(&mut self, state: State) {
        self.state = state;
        self.path.push((self.now, state));
    }

    fn give(&mut self, sign: Sign) {
        let prior = self.model.sign_prior(sign);
        self.happened[sign.index()] = true;
        if self.reaches_the_records(prior.exposure.channel()) {
            self.record_sign(sign);
        }
        self.suffer(&prior.dose, 1.0);
    }

    /// An action of ours: a question is put, anything else is answered at once.
    fn meet(&mut self, action: Action) {
        if let Some(question) = self.model.question(action) {
            self.ask(question);
            self.record(What::Question(question));
            return;
        }
        let replies: Vec<Reply> = self.model.replies(action).map(|(reply, _)| reply).collect();
        let z = self.state.index();
        let shares = replies.iter().map(|reply| self.model.reply_log_likelihood(*reply)[z].exp());
        let reply = replies[pick(self.rng, shares)];
        self.record_reply(reply);
        self.follow_up(reply);
    }

    /// The answer to an open question.
    fn answer(&mut self, reply: Reply) {
        let action = self.model.reply_prior(reply).action;
        self.open.retain(|(question, _)| question.action() != action);
        if self.reaches_the_records(Channel::Reply) {
            self.record_reply(reply);
        }
        self.follow_up(reply);
    }

    /// What a reply brings with it: things said in the contact, an effect, a further question.
    fn follow_up(&mut self, reply: Reply) {
        let prior = self.model.reply_prior(reply);
        self.talk(prior.contact);
        let again = self.model.repeat().dose_days;
        let recent = self.replies.iter().filter(|(at, own)| *own == reply && self.now - at < again);
        let weakened = self.model.dose_strength(recent.count());
        self.replies.push((self.now, reply));
        self.suffer(&prior.dose, weakened);
        if let Some(question) = prior.opens {
            self.ask(question);
        }
    }

    /// The signs given in a contact of this size that are noted: a Poisson count thinned is a
    /// Poisson count.
    fn talk(&mut self, size: f64) {
        let noted = size * self.start.completeness.share(Channel::Contact).get();
        for (sign, prior) in self.model.signs() {
            let said_here = matches!(prior.exposure, Exposure::Contact { .. });
            if said_here && prior.phases.include(self.start.phase) {
                let mean = noted * self.model.sign_rate(sign)[self.state.index()];
                for _ in 0..poisson(self.rng, mean) {
                    self.record_sign(sign);
                }
            }
        }
    }

    fn suffer(&mut self, dose: &Dose, times: f64) {
        if !dose.is_none() {
            let law = self.model.apply_dose(&StateVector::certain(self.state), dose, times);
            let state = draw(&law, self.rng);
            self.move_to(state);
        }
    }

    fn ask(&mut self, question: Question) {
        self.open.retain(|(open, _)| *open != question);
        self.open.push((question, self.now + self.model.open_days(question)));
    }

    fn reaches_the_records(&mut self, channel: Channel) -> bool {
        self.rng.random::<f64>() < self.start.completeness.share(channel).get()
    }

    fn record_sign(&mut self, sign: Sign) {
        self.record(What::Sign { sign, source: self.source, through_benefit: false });
    }

    fn record_reply(&mut self, reply: Reply) {
        let attendance = Attendance::Chosen;
        self.record(What::Reply { reply, source: self.source, attendance });
    }

    fn record(&mut self, what: What) {
        let label = self.records.len() as u32;
        self.records.push(Observation { at_days: self.now, what, label });
    }
}

fn draw(law: &StateVector, rng: &mut impl Rng) -> State {
    let index = pick(rng, law.as_array().iter().copied());
    State::at(index)
}
