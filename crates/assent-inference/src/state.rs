//! The hidden state: three factors of five levels each, 125 joint states, and a probability vector
//! over them.
//!
//! Index of a state: `z = 25 c + 5 p + b`. Nothing here knows how states move or what they emit.

use serde::{Deserialize, Serialize};

/// Levels of each factor, counted from 0 (lowest) to 4 (highest).
pub const LEVELS: usize = 5;

/// Joint states of the three factors.
pub const STATES: usize = LEVELS * LEVELS * LEVELS;

/// One of the three things estimated about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// What the person knows and understands.
    Cognition,
    /// What the person feels towards us.
    Psychology,
    /// What the person does.
    Behaviour,
}

impl Factor {
    /// All factors, in the order of the state index.
    pub const ALL: [Factor; 3] = [Factor::Cognition, Factor::Psychology, Factor::Behaviour];

    /// The letter that names the factor in the priors file.
    pub fn letter(self) -> char {
        match self {
            Factor::Cognition => 'C',
            Factor::Psychology => 'P',
            Factor::Behaviour => 'B',
        }
    }

    /// How far apart in the state index two states lie that differ by one level of this factor.
    pub(crate) const fn stride(self) -> usize {
        match self {
            Factor::Cognition => LEVELS * LEVELS,
            Factor::Psychology => LEVELS,
            Factor::Behaviour => 1,
        }
    }
}

/// The observed phase. It is never estimated: a signature or a renewal is a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before the signature; a renewal starts it again.
    Buy,
    /// After the signature.
    Use,
}

impl Phase {
    /// Both phases, in the order of their tables.
    pub const ALL: [Phase; 2] = [Phase::Buy, Phase::Use];

    /// The word for the phase in the priors file.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Buy => "buy",
            Phase::Use => "use",
        }
    }
}

/// A level put on the scale from −1 (lowest) over 0 (middle) to 1 (highest): `level / 2 − 1`.
pub fn scaled(level: usize) -> f64 {
    level as f64 / 2.0 - 1.0
}

/// One joint state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State(u8);

impl State {
    /// The lowest level of every factor.
    pub const LOWEST: State = State(0);

    /// The state with these levels, if each is below [`LEVELS`].
    pub fn new(cognition: usize, psychology: usize, behaviour: usize) -> Option<State> {
        [cognition, psychology, behaviour].iter().all(|level| *level < LEVELS).then(|| {
            let index = Factor::Cognition.stride() * cognition
                + Factor::Psychology.stride() * psychology
                + Factor::Behaviour.stride() * behaviour;
            State(index as u8)
        })
    }

    /// All states by rising index.
    pub fn all() -> impl Iterator<Item = State> {
        (0..STATES as u8).map(State)
    }

    /// The state of an index below [`STATES`].
    pub(crate) fn at(index: usize) -> State {
        debug_assert!(index < STATES);
        State(index as u8)
    }

    /// One entry for each state, by index.
    pub(crate) fn table<T>(of: impl Fn(State) -> T) -> [T; STATES] {
        std::array::from_fn(|index| of(State::at(index)))
    }

    /// The position of this state in a [`StateVector`], `0..125`.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The level of one factor in this state, `0..5`.
    pub fn level(self, factor: Factor) -> usize {
        self.index() / factor.stride() % LEVELS
    }
}

/// A probability distribution over the 125 joint states: no entry negative, sum 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "Vec<f64>", try_from = "Vec<f64>")]
pub struct StateVector([f64; STATES]);

/// Why numbers are not a [`StateVector`].
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotADistribution {
    /// There are not exactly [`STATES`] numbers.
    #[error("expected {STATES} probabilities, found {0}")]
    Length(usize),
    /// One number is negative, infinite or not a number.
    #[error("entry {index} is {value}, which is no probability")]
    Entry {
        /// Position of the number.
        index: usize,
        /// The number.
        value: f64,
    },
    /// The numbers do not add up to 1 within [`StateVector::SUM_TOLERANCE`].
    #[error("the probabilities add up to {0}, not to 1")]
    Sum(f64),
}

impl StateVector {
    /// How far from 1 the sum of given probabilities may lie: they may come from a file with 12
    /// digits.
    pub const SUM_TOLERANCE: f64 = 1e-9;

    /// Checks that `probabilities` are a distribution.
    ///
    /// # Errors
    /// [`NotADistribution`] says which rule is broken.
    pub fn new(probabilities: [f64; STATES]) -> Result<StateVector, NotADistribution> {
        for (index, &value) in probabilities.iter().enumerate() {
            if !(value.is_finite() && value >= 0.0) {
                return Err(NotADistribution::Entry { index, value });
            }
        }
        let sum: f64 = probabilities.iter().sum();
        if (sum - 1.0).abs() > Self::SUM_TOLERANCE {
            return Err(NotADistribution::Sum(sum));
        }
        Ok(StateVector(probabilities))
    }

    /// Surely this state and no other.
    pub fn certain(state: State) -> StateVector {
        let mut probabilities = [0.0; STATES];
        probabilities[state.index()] = 1.0;
        StateVector(probabilities)
    }

    /// Wraps numbers that the arithmetic of this crate has just normalised.
    pub(crate) fn normalised(probabilities: [f64; STATES]) -> StateVector {
        StateVector(probabilities)
    }

    /// The 125 probabilities by state index.
    pub fn as_array(&self) -> &[f64; STATES] {
        &self.0
    }

    /// The probability of one state.
    pub fn probability(&self, state: State) -> f64 {
        self.0[state.index()]
    }

    /// The distribution of one factor over its five levels.
    pub fn marginal(&self, factor: Factor) -> [f64; LEVELS] {
        let mut shares = [0.0; LEVELS];
        for (state, probability) in State::all().zip(self.0) {
            shares[state.level(factor)] += probability;
        }
        shares
    }

    /// The expected level of one factor on the scale of [`scaled`], between −1 and 1.
    pub fn mean(&self, factor: Factor) -> f64 {
        self.marginal(factor).iter().enumerate().map(|(level, share)| share * scaled(level)).sum()
    }

    /// The narrowest run of neighbouring levels that holds at least `share` of a factor's
    /// probability, as `(lowest, highest)`; of equally narrow runs the likeliest. This is the band
    /// to show instead of a decimal level: a posterior is usually about one level wide. A share of
    /// 1 or more gives all levels.
    pub fn band(&self, factor: Factor, share: f64) -> (usize, usize) {
        let marginal = self.marginal(factor);
        let mass = |low: usize, width: usize| marginal[low..low + width].iter().sum::<f64>();
        (1..LEVELS)
            .filter_map(|width| {
                (0..=LEVELS - width)
                    .filter(|&low| mass(low, width) >= share)
                    .max_by(|&a, &b| mass(a, width).total_cmp(&mass(b, width)))
                    .map(|low| (low, low + width - 1))
            })
            .next()
            .unwrap_or((0, LEVELS - 1))
    }
}

impl From<StateVector> for Vec<f64> {
    fn from(vector: StateVector) -> Vec<f64> {
        vector.0.to_vec()
    }
}

impl TryFrom<Vec<f64>> for StateVector {
    type Error = NotADistribution;

    fn try_from(numbers: Vec<f64>) -> Result<StateVector, NotADistribution> {
        let length = numbers.len();
        let array = numbers.try_into().map_err(|_| NotADistribution::Length(length))?;
        StateVector::new(array)
    }
}
