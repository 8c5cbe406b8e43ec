//! The priors turned into generators, rates and likelihoods: everything the filter needs, computed
//! once.

mod build;
mod catalogue;
mod tie_odds;

use crate::belief::Answers;
use crate::generator::{Generator, Jump, LANES, Lanes, add_scaled};
use crate::priors::{
    Action, Channel, Completeness, Dose, ModelVersion, Priors, Question, Repeat, Reply, Sign,
};
use crate::state::{Phase, STATES, State, StateVector};

pub(crate) use tie_odds::TieOdds;

/// Log-likelihoods by state.
pub(crate) type LogLikelihood = [f64; STATES];

/// From this repetition on a dose gets no weaker.
const MOST_REPETITIONS: usize = 5;

/// An immutable model. About a quarter of a megabyte; share it by reference or `Arc`.
///
/// Signs, actions, replies and sources are indexes into the priors this model was made of. Used with
/// a model of other priors they name other things, or panic.
#[derive(Clone, Debug)]
pub struct Model {
    priors: Priors,
    /// What tells these priors' people and alarms from others'.
    conduct: u64,
    /// By phase.
    generators: [Generator; 2],
    /// By phase: the stationary law of the coupled generator.
    start: [StateVector; 2],
    /// By `Jump::ALL`: a dose of one unit in that direction alone, gated by the coupling.
    unit_doses: [Generator; 6],
    signs: Vec<SignTable>,
    /// By reply: log-probability if immediate, log-hazard per day if to a question.
    replies: Vec<LogLikelihood>,
    /// By action: the hazard per day of any reply while it is open; 0 for immediate actions.
    hazards: Vec<Lanes>,
    /// By phase and channel: the rate per day of all signs that are always awaited.
    always_awaited: [[Lanes; 5]; 2],
    /// By phase: the signs that are awaited only until, or only once, they have been seen.
    sometimes_awaited: [Vec<Sign>; 2],
    /// By phase: the expected number of signs in a contact of size 1.
    contact: [Lanes; 2],
    /// The state in which each state begins the use phase.
    landing: [State; STATES],
    answers: Answers,
    tie_odds: TieOdds,
}

/// What a sign means by state.
#[derive(Clone, Debug)]
struct SignTable {
    /// Rate per day, or per contact of size 1.
    rate: Lanes,
    log_rate: LogLikelihood,
    /// The same with the weights of psychology left out.
    log_rate_without_psychology: LogLikelihood,
}

impl Model {
    /// Which priors, and which variation of them, this model was made of.
    pub fn version(&self) -> ModelVersion {
        self.priors.version
    }

    /// Which people and alarms these priors make: figures measured by simulation hold for one of them.
    /// Two models with the same conduct may differ in what else is read off, as in the chance to win.
    pub fn conduct(&self) -> String {
        format!("{:016x}", self.conduct)
    }

    /// The default completeness of the priors.
    pub fn completeness(&self) -> Completeness {
        self.priors.completeness
    }

    /// How many happenings of which we knew whether they were recorded that default is worth.
    pub(crate) fn completeness_worth(&self) -> f64 {
        self.priors.completeness_worth
    }

    /// The same model, but that takes all records at their word: every source counts in full, and so
    /// does what is repeated.
    pub(crate) fn taking_records_at_their_word(&self) -> Model {
        let mut model = self.clone();
        model.priors.sources.iter_mut().for_each(|source| source.reliability = 1.0);
        model.priors.repeat.sign = 1.0;
        model.priors.repeat.reply = 1.0;
        model
    }

    /// The same model, but that takes into account that an answer may have come and not have been
    /// recorded.
    pub(crate) fn where_answers_may_be_lost(mut self) -> Model {
        self.answers = Answers::MayBeLost;
        self
    }

    pub(crate) fn answers(&self) -> Answers {
        self.answers
    }

    /// The law of a person of whom nothing is known, at the beginning of a phase: the stationary
    /// law of the coupled chain.
    pub fn start(&self, phase: Phase) -> &StateVector {
        &self.start[phase as usize]
    }

    /// The rate per day at which a person moves from one state to another in a phase, without
    /// evidence: 0 unless they are neighbours, minus the total rate of leaving if they are the
    /// same.
    pub fn rate(&self, phase: Phase, from: State, to: State) -> f64 {
        self.generators[phase as usize].rate(from, to)
    }

    pub(crate) fn tie_odds(&self) -> &TieOdds {
        &self.tie_odds
    }

    pub(crate) fn generator(&self, phase: Phase) -> &Generator {
        &self.generators[phase as usize]
    }

    pub(crate) fn sign_rate(&self, sign: Sign) -> &Lanes {
        &self.signs[sign.index()].rate
    }

    pub(crate) fn sign_log_rate(&self, sign: Sign) -> &LogLikelihood {
        &self.signs[sign.index()].log_rate
    }

    pub(crate) fn sign_log_rate_without_psychology(&self, sign: Sign) -> &LogLikelihood {
        &self.signs[sign.index()].log_rate_without_psychology
    }

    pub(crate) fn reply_log_likelihood(&self, reply: Reply) -> &LogLikelihood {
        &self.replies[reply.index()]
    }

    pub(crate) fn hazard(&self, question: Question) -> &Lanes {
        self.hazard_of(question.action())
    }

    pub(crate) fn contact_rate(&self, phase: Phase) -> &Lanes {
        &self.contact[phase as usize]
    }

    pub(crate) fn sometimes_awaited(&self, phase: Phase) -> &[Sign] {
        &self.sometimes_awaited[phase as usize]
    }

    /// The killing rate of the signs that are always awaited.
    pub(crate) fn always_awaited(&self, phase: Phase, completeness: &Completeness) -> Lanes {
        let mut rate = [0.0; LANES];
        for channel in Channel::ALL {
            let share = completeness.share(channel).get();
            add_scaled(&mut rate, share, &self.always_awaited[phase as usize][channel as usize]);
        }
        rate
    }

    /// Moves a distribution by `dose`, `times` as strong: `v exp(times · Σ dose G)`.
    pub(crate) fn apply_dose(&self, vector: &StateVector, dose: &Dose, times: f64) -> StateVector {
        self.dose_generator(dose, times).propagate(vector, &[0.0; LANES], 1.0).0
    }

    /// The generator `times · Σ dose G`, which a dose lets act for one unit of time.
    pub(crate) fn dose_generator(&self, dose: &Dose, times: f64) -> Generator {
        let amounts = Jump::ALL.map(|jump| {
            let by_factor = if jump.up { dose.up } else { dose.down };
            times * by_factor[jump.factor as usize]
        });
        let acting = amounts.into_iter().zip(&self.unit_doses).filter(|(amount, _)| *amount > 0.0);
        Generator::sum(acting)
    }

    /// What each state may expect of `values` after a dose: `exp(times · Σ dose G) values`.
    pub(crate) fn expect_after(
        &self,
        values: &[f64; STATES],
        dose: &Dose,
        times: f64,
    ) -> [f64; STATES] {
        self.dose_generator(dose, times).expect(values)
    }

    /// Carries a distribution over into a phase that begins. Entering use, each state lands where
    /// the priors say; entering buy again, at a renewal, each level is kept. Either way a small
    /// share leaks to the start of the phase.
    pub(crate) fn switch(&self, vector: &StateVector, to: Phase) -> StateVector {
        let leak = self.leak();
        let mut landed = self.start(to).as_array().map(|share| leak * share);
        for state in State::all() {
            landed[self.landing(state, to).index()] += (1.0 - leak) * vector.probability(state);
        }
        StateVector::normalised(landed)
    }

    /// Where a state begins a phase, but for those that leak to its start.
    pub(crate) fn landing(&self, state: State, to: Phase) -> State {
        match to {
            Phase::Use => self.landing[state.index()],
            Phase::Buy => state,
        }
    }

    /// The share that begins a phase anywhere.
    pub(crate) fn leak(&self) -> f64 {
        self.priors.switch.leak
    }

    /// How many replies there are to all actions together.
    pub(crate) fn reply_count(&self) -> usize {
        self.replies.len()
    }

    /// The hazard per day of any reply to an action while it is open; 0 for immediate ones.
    pub(crate) fn hazard_of(&self, action: Action) -> &Lanes {
        &self.hazards[action.index()]
    }

    pub(crate) fn repeat(&self) -> &Repeat {
        &self.priors.repeat
    }

    /// How strongly a dose still works that was given `again` times within its window.
    pub(crate) fn dose_strength(&self, again: usize) -> f64 {
        self.priors.repeat.dose.powi(again.min(MOST_REPETITIONS) as i32)
    }

    /// How long a question stays open.
    pub(crate) fn open_days(&self, question: Question) -> f64 {
        // Only actions with `open_days` become questions.
        self.action_prior(question.action()).open_days.unwrap_or(0.0)
    }
}
