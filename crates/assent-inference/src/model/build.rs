//! Computes a [`Model`] from its priors.

use super::{LogLikelihood, Model, SignTable, TieOdds};
use crate::belief::Answers;
use crate::birth_death::{self, Rates};
use crate::generator::{Generator, Jump, LANES, Lanes, add_scaled, lanes};
use crate::priors::{Action, Awaited, Exposure, Priors, ReplyPrior, Sign, SignPrior, Tendency};
use crate::state::{Factor, Phase, STATES, State, StateVector, scaled};
use crate::stationary;

impl Model {
    /// Computes the tables of a model. A few milliseconds; the filter only reads them.
    pub fn new(priors: &Priors) -> Model {
        let generators = Phase::ALL.map(|phase| generator(priors, phase));
        let start = [&generators[0], &generators[1]].map(resting_law);
        let signs: Vec<SignTable> = priors.signs.iter().map(sign_table).collect();
        let replies = reply_tables(priors);
        Model {
            unit_doses: Jump::ALL.map(|jump| unit_dose(priors, jump)),
            always_awaited: Phase::ALL.map(|phase| always_awaited(priors, &signs, phase)),
            sometimes_awaited: Phase::ALL.map(|phase| sometimes_awaited(priors, phase)),
            contact: Phase::ALL.map(|phase| contact_rate(priors, &signs, phase)),
            hazards: hazards(priors, &replies),
            landing: landing(priors),
            answers: Answers::Thinned,
            tie_odds: TieOdds::of(&priors.path, &priors.acquaintances),
            generators,
            start,
            signs,
            replies,
            conduct: priors.conduct(),
            priors: priors.clone(),
        }
    }

    /// The laws at rest alone, by phase.
    pub(crate) fn starts(priors: &Priors) -> [StateVector; 2] {
        Phase::ALL.map(|phase| resting_law(&generator(priors, phase)))
    }
}

/// How much the other factors push `factor` upwards: Σ k (scaled level − resting mean).
fn push(priors: &Priors, factor: Factor, phase: Phase, state: State) -> f64 {
    let centred = |from: Factor| {
        let rest = priors.factors[from as usize].rest_in(phase);
        let mean: f64 = rest.iter().enumerate().map(|(level, share)| share * scaled(level)).sum();
        scaled(state.level(from)) - mean
    };
    let strength = |from: Factor| priors.coupling[from as usize][factor as usize];
    Factor::ALL.iter().map(|&from| strength(from) * centred(from)).sum()
}

/// The coupling as a factor on a jump: exp of the push upwards, of its negative downwards.
fn gate(priors: &Priors, jump: Jump, phase: Phase, state: State) -> f64 {
    let push = push(priors, jump.factor, phase, state);
    (if jump.up { push } else { -push }).exp()
}

fn generator(priors: &Priors, phase: Phase) -> Generator {
    let rates: [Rates; 3] = Factor::ALL.map(|factor| {
        let prior = &priors.factors[factor as usize];
        birth_death::rates(prior.rest_in(phase), prior.half_life_days, prior.refusal_pace)
    });
    Generator::new(|jump, state| {
        let own = &rates[jump.factor as usize];
        let level = state.level(jump.factor);
        let alone = if jump.up { own.up[level] } else { own.down[level] };
        alone * gate(priors, jump, phase, state)
    })
}

/// Doses are gated by the coupling of the buy phase, in which most of them are given.
fn unit_dose(priors: &Priors, jump: Jump) -> Generator {
    let alone = |own: Jump| if own == jump { 1.0 } else { 0.0 };
    Generator::new(|own, state| alone(own) * gate(priors, own, Phase::Buy, state))
}

fn resting_law(generator: &Generator) -> StateVector {
    let rates = State::all()
        .map(|from| State::all().map(|to| generator.rate(from, to)).collect())
        .collect();
    let law = stationary::distribution(rates);
    StateVector::normalised(std::array::from_fn(|z| law[z]))
}

fn sign_table(sign: &SignPrior) -> SignTable {
    let anchor = sign.exposure.most().ln() - sign.weights.largest();
    let log_rate = State::table(|z| anchor + sign.weights.at(z));
    let psychology = |z: State| sign.weights.of(Factor::Psychology)[z.level(Factor::Psychology)];
    SignTable {
        rate: lanes(|z| log_rate[z.index()].exp()),
        log_rate,
        log_rate_without_psychology: State::table(|z| log_rate[z.index()] - psychology(z)),
    }
}

/// Log-probabilities of immediate replies (a softmax over the replies of an action) and log-hazards
/// per day of replies to questions (anchored at the most active state).
fn reply_tables(priors: &Priors) -> Vec<LogLikelihood> {
    let weight = |reply: &ReplyPrior, z: State| match reply.tendency {
        Tendency::Base(base) => base + reply.weights.at(z),
        Tendency::MostPer100Days(most) => {
            (most / 100.0).ln() + reply.weights.at(z) - reply.weights.largest()
        }
    };
    let log_total = |action: Action, z: State| {
        let siblings = priors.replies.iter().filter(|reply| reply.action == action);
        siblings.map(|reply| weight(reply, z).exp()).sum::<f64>().ln()
    };
    let table = |reply: &ReplyPrior| match reply.tendency {
        Tendency::Base(_) => State::table(|z| weight(reply, z) - log_total(reply.action, z)),
        Tendency::MostPer100Days(_) => State::table(|z| weight(reply, z)),
    };
    priors.replies.iter().map(table).collect()
}

fn hazards(priors: &Priors, replies: &[LogLikelihood]) -> Vec<Lanes> {
    let mut hazards = vec![[0.0; LANES]; priors.actions.len()];
    for (reply, table) in priors.replies.iter().zip(replies) {
        if matches!(reply.tendency, Tendency::MostPer100Days(_)) {
            let hazard = lanes(|z| table[z.index()].exp());
            add_scaled(&mut hazards[reply.action.index()], 1.0, &hazard);
        }
    }
    hazards
}

/// The signs exposed to time, or to contacts, in a phase, with their tables.
fn exposed<'a>(
    priors: &'a Priors,
    signs: &'a [SignTable],
    phase: Phase,
) -> impl Iterator<Item = (&'a SignPrior, &'a Lanes)> {
    let all = priors.signs.iter().zip(signs);
    all.filter(move |(sign, _)| sign.phases.include(phase)).map(|(sign, table)| (sign, &table.rate))
}

fn always_awaited(priors: &Priors, signs: &[SignTable], phase: Phase) -> [Lanes; 5] {
    let mut rates = [[0.0; LANES]; 5];
    for (sign, rate) in exposed(priors, signs, phase) {
        if let (Exposure::Time { channel, .. }, Awaited::Always) = (sign.exposure, sign.awaited) {
            add_scaled(&mut rates[channel as usize], 1.0, rate);
        }
    }
    rates
}

fn sometimes_awaited(priors: &Priors, phase: Phase) -> Vec<Sign> {
    let timed = |sign: &SignPrior| matches!(sign.exposure, Exposure::Time { .. });
    (0..)
        .map(Sign)
        .zip(&priors.signs)
        .filter(|(_, sign)| {
            sign.phases.include(phase) && timed(sign) && sign.awaited != Awaited::Always
        })
        .map(|(sign, _)| sign)
        .collect()
}

fn contact_rate(priors: &Priors, signs: &[SignTable], phase: Phase) -> Lanes {
    let mut total = [0.0; LANES];
    for (sign, rate) in exposed(priors, signs, phase) {
        if matches!(sign.exposure, Exposure::Contact { .. }) {
            add_scaled(&mut total, 1.0, rate);
        }
    }
    total
}

/// Where each state begins the use phase.
fn landing(priors: &Priors) -> [State; STATES] {
    State::table(|state| {
        let [c, p, b] =
            Factor::ALL.map(|factor| priors.switch.to[factor as usize][state.level(factor)]);
        // The parser admits only levels 0 to 4, so every state has a landing.
        State::new(c, p, b).unwrap_or(State::LOWEST)
    })
}
