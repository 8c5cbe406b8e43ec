//! Stories of one person, told in the words of the shipped priors.

use std::sync::LazyLock;

use assent_inference::{
    Attendance, Belief, Completeness, DEFAULT_PRIORS, History, Ledger, Model, Observation, Phase,
    Priors, Share, Stage, Start, StateSet, StateVector, What, filter,
};

/// The model of the shipped priors.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap()));

/// The shipped completeness.
pub(crate) fn defaults() -> Completeness {
    MODEL.completeness()
}

/// The same completeness for every channel.
pub(crate) fn completeness(share: f64) -> Completeness {
    Completeness::uniform(Share::new(share).unwrap())
}

/// A distribution that any language can rebuild; see the start rule of the figures.
pub(crate) fn start_of_seed(seed: u64) -> StateVector {
    let weights: Vec<f64> =
        (0..125).map(|z| (1 + (7919 * z + 104_729 * seed) % 1000) as f64).collect();
    let total: f64 = weights.iter().sum();
    let shares: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
    StateVector::try_from(shares).unwrap()
}

/// What is observed of one person, labelled 0, 1, 2 … in the order told.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) start: Start,
    pub(crate) observations: Vec<Observation>,
}

impl Story {
    pub(crate) fn of(phase: Phase) -> Story {
        Story {
            start: Start { phase, at_days: 0.0, completeness: defaults() },
            observations: Vec::new(),
        }
    }

    pub(crate) fn buying() -> Story {
        Story::of(Phase::Buy)
    }

    pub(crate) fn recorded(mut self, completeness: Completeness) -> Story {
        self.start.completeness = completeness;
        self
    }

    pub(crate) fn observe(mut self, at_days: f64, what: What) -> Story {
        let label = self.observations.len() as u32;
        self.observations.push(Observation { at_days, what, label });
        self
    }

    /// A sign noted by us.
    pub(crate) fn sign(self, day: f64, name: &str) -> Story {
        self.sign_from(day, name, "seller_note")
    }

    pub(crate) fn sign_from(self, day: f64, name: &str, source: &str) -> Story {
        self.observe(day, sign(name, source))
    }

    /// An action of ours and its reply, from our own system.
    pub(crate) fn reply(self, day: f64, action: &str, reply: &str) -> Story {
        self.observe(day, self::reply(action, reply, Attendance::Chosen))
    }

    pub(crate) fn question(self, day: f64, action: &str) -> Story {
        let asked = MODEL.action(action).and_then(|action| MODEL.question(action)).unwrap();
        self.observe(day, What::Question(asked))
    }

    pub(crate) fn history(&self) -> History {
        History::new(self.observations.clone()).unwrap()
    }

    pub(crate) fn until(&self, day: f64) -> Belief {
        self.until_with(day, &mut ())
    }

    pub(crate) fn until_with(&self, day: f64, ledger: &mut impl Ledger) -> Belief {
        filter(&MODEL, &self.start, &self.history(), day, ledger)
    }
}

pub(crate) fn sign(name: &str, source: &str) -> What {
    What::Sign {
        sign: MODEL.sign(name).unwrap(),
        source: MODEL.source(source).unwrap(),
        through_benefit: false,
    }
}

pub(crate) fn reply(action: &str, reply: &str, attendance: Attendance) -> What {
    let action = MODEL.action(action).unwrap();
    What::Reply {
        reply: MODEL.reply(action, reply).unwrap(),
        source: MODEL.source("system_record").unwrap(),
        attendance,
    }
}

/// The largest difference between two lists of numbers.
pub(crate) fn distance(one: &[f64], other: &[f64]) -> f64 {
    assert_eq!(one.len(), other.len());
    one.iter().zip(other).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// "Evaluating" or further.
pub(crate) fn evaluating_or_further(belief: &Belief) -> f64 {
    belief.state().mass(StateSet::stage_at_least(belief.phase(), Stage::Evaluating))
}

/// Behaviour at its lowest level.
pub(crate) fn avoids_us(belief: &Belief) -> f64 {
    belief.state().mass(StateSet::avoids_us())
}

/// A person led through discovery, a kept word, a demo and a meeting to a request for a quote on
/// day 40.
pub(crate) fn warm_person() -> Story {
    Story::buying()
        .reply(5.0, "discovery", "held")
        .sign(5.0, "stated_problem")
        .sign(5.0, "stated_criterion")
        .reply(12.0, "promise_kept", "done")
        .reply(20.0, "demo", "held")
        .sign(20.0, "concept_understood")
        .reply(34.0, "meeting", "held")
        .sign(34.0, "concept_accepted")
        .sign(34.0, "warm_words")
        .sign(40.0, "quote_requested")
}
