//! Figures that are log-linear in the levels of the factors: rates of signs and of answers to
//! questions, and what the replies to an action weigh against each other.
//!
//! Written as the value in the middle of all levels and what each other level adds to it, so that
//! nothing is said twice. Where experience says that a factor speaks for higher levels only, or for
//! lower ones, the steps between its levels keep that sign; where it says nothing of a factor, nothing
//! is learned of it.

use crate::priors::{Direction, Weights};
use crate::state::{Factor, LEVELS, State};

/// The level that all others are compared with.
const MIDDLE: usize = LEVELS / 2;
/// The largest change of one number in one step of Newton's method.
const REACH: f64 = 1.0;
/// Steps of Newton's method on one number.
const MOST_STEPS: usize = 12;
/// Rounds over all numbers.
const MOST_ROUNDS: usize = 60;
/// A round that changes no number by more ends the climb.
const STILL: f64 = 1e-8;

/// A value by state: `base + Σ levels`, with nothing added at the middle levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LogLinear {
    pub(super) base: f64,
    /// By factor.
    pub(super) levels: [[f64; LEVELS]; 3],
}

impl LogLinear {
    /// `base + weights`, by state.
    pub(super) fn of(base: f64, weights: &Weights) -> LogLinear {
        let middle: [f64; 3] = Factor::ALL.map(|factor| weights.of(factor)[MIDDLE]);
        let levels =
            Factor::ALL.map(|factor| weights.of(factor).map(|w| w - middle[factor as usize]));
        LogLinear { base: base + middle.iter().sum::<f64>(), levels }
    }

    /// The same with the middle levels where those of `like` lie: its base and weights.
    pub(super) fn written_like(&self, like: &Weights) -> (f64, Weights) {
        let middle: [f64; 3] = Factor::ALL.map(|factor| like.of(factor)[MIDDLE]);
        let weights = Factor::ALL.map(|factor| {
            self.levels[factor as usize].map(|level| level + middle[factor as usize])
        });
        (self.base - middle.iter().sum::<f64>(), Weights(weights))
    }

    pub(super) fn at(&self, state: State) -> f64 {
        let of = |factor: Factor| self.levels[factor as usize][state.level(factor)];
        self.base + Factor::ALL.into_iter().map(of).sum::<f64>()
    }

    /// The state with the largest value.
    pub(super) fn top(&self) -> State {
        let best = State::all().max_by(|one, other| self.at(*one).total_cmp(&self.at(*other)));
        best.unwrap_or(State::LOWEST)
    }

    /// Makes steps that run against experience flat, from the middle outwards.
    pub(super) fn keep_directions(&mut self, centre: &Centre) {
        for (own, direction) in self.levels.iter_mut().zip(centre.directions) {
            let sign = match direction {
                Direction::Rising => 1.0,
                Direction::Falling => -1.0,
                Direction::Flat | Direction::Mixed => continue,
            };
            for level in MIDDLE + 1..LEVELS {
                own[level] = sign * (sign * own[level]).max(sign * own[level - 1]);
            }
            for level in (0..MIDDLE).rev() {
                own[level] = sign * (sign * own[level]).min(sign * own[level + 1]);
            }
        }
    }

    /// `−n/2 Σ (value − centre)²` over the numbers that may be learned.
    pub(super) fn log_prior(&self, centre: &Centre) -> f64 {
        let squares = Number::all(centre).map(|number| {
            let difference = number.of(self) - number.of(&centre.value);
            difference * difference
        });
        -0.5 * centre.worth * squares.sum::<f64>()
    }
}

/// What experience says, and how many observations each number of it is worth.
#[derive(Clone, Debug)]
pub(super) struct Centre {
    pub(super) value: LogLinear,
    /// By factor: the weight at the middle level, as it is written.
    pub(super) middle: [f64; 3],
    pub(super) worth: f64,
    /// By factor.
    pub(super) directions: [Direction; 3],
}

impl Centre {
    pub(super) fn of(base: f64, weights: &Weights, worth: f64) -> Centre {
        let directions = Factor::ALL.map(|factor| weights.direction(factor));
        let middle = Factor::ALL.map(|factor| weights.of(factor)[MIDDLE]);
        Centre { value: LogLinear::of(base, weights), middle, worth, directions }
    }
}

/// A number of a [`LogLinear`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Base,
    Level { factor: Factor, level: usize },
}

impl Number {
    /// Those that may be learned: the base, and all but the middle levels of factors of which
    /// experience says something.
    pub(super) fn all(centre: &Centre) -> impl Iterator<Item = Number> + '_ {
        let speaking = Factor::ALL
            .into_iter()
            .filter(|factor| centre.directions[*factor as usize] != Direction::Flat);
        let levels = speaking.flat_map(|factor| {
            let others = (0..LEVELS).filter(|level| *level != MIDDLE);
            others.map(move |level| Number::Level { factor, level })
        });
        std::iter::once(Number::Base).chain(levels)
    }

    pub(super) fn of(self, value: &LogLinear) -> f64 {
        match self {
            Number::Base => value.base,
            Number::Level { factor, level } => value.levels[factor as usize][level],
        }
    }

    pub(super) fn set(self, value: &mut LogLinear, to: f64) {
        match self {
            Number::Base => value.base = to,
            Number::Level { factor, level } => value.levels[factor as usize][level] = to,
        }
    }

    /// Whether it is part of the value in a state.
    pub(super) fn acts_in(self, state: State) -> bool {
        match self {
            Number::Base => true,
            Number::Level { factor, level } => state.level(factor) == level,
        }
    }

    pub(super) fn is_psychology(self) -> bool {
        matches!(self, Number::Level { factor: Factor::Psychology, .. })
    }
}

/// A direction in which the numbers are changed together: the base, or a step between two levels,
/// which carries all levels beyond it along.
#[derive(Clone, Copy, Debug)]
pub(super) enum Move {
    Base,
    /// The step from this level to the next one.
    Step {
        factor: Factor,
        level: usize,
    },
}

impl Move {
    fn all(centre: &Centre) -> impl Iterator<Item = Move> + '_ {
        let speaking = Factor::ALL
            .into_iter()
            .filter(|factor| centre.directions[*factor as usize] != Direction::Flat);
        let steps = speaking
            .flat_map(|factor| (0..LEVELS - 1).map(move |level| Move::Step { factor, level }));
        std::iter::once(Move::Base).chain(steps)
    }

    pub(super) fn is_psychology(self) -> bool {
        matches!(self, Move::Step { factor: Factor::Psychology, .. })
    }

    /// By how much the value in a state changes when this changes by 1: 1, 0, or −1 below the
    /// middle, which stays where it is.
    pub(super) fn slope_in(self, state: State) -> f64 {
        match self {
            Move::Base => 1.0,
            Move::Step { factor, level } => slope_at(level, state.level(factor)),
        }
    }

    fn make(self, value: &mut LogLinear, by: f64) {
        match self {
            Move::Base => value.base += by,
            Move::Step { factor, level } => {
                for (at, own) in value.levels[factor as usize].iter_mut().enumerate() {
                    *own += slope_at(level, at) * by;
                }
            }
        }
    }

    /// Between which changes the step keeps the sign that experience gives it.
    fn borders(self, value: &LogLinear, centre: &Centre) -> [f64; 2] {
        let Move::Step { factor, level } = self else { return [f64::NEG_INFINITY, f64::INFINITY] };
        let levels = &value.levels[factor as usize];
        let now = levels[level + 1] - levels[level];
        match centre.directions[factor as usize] {
            Direction::Rising => [-now, f64::INFINITY],
            Direction::Falling => [f64::NEG_INFINITY, -now],
            Direction::Flat | Direction::Mixed => [f64::NEG_INFINITY, f64::INFINITY],
        }
    }

    /// First and second derivative of the prior when this has changed by `by`.
    fn prior(self, value: &LogLinear, centre: &Centre, by: f64) -> [f64; 2] {
        let pulled = |slope: f64, now: f64, centre: f64| {
            [-slope * (now + slope * by - centre), -slope * slope]
        };
        let sum = match self {
            Move::Base => pulled(1.0, value.base, centre.value.base),
            Move::Step { factor, level } => {
                let [now, centre] = [value, &centre.value].map(|of| &of.levels[factor as usize]);
                (0..LEVELS).fold([0.0; 2], |sum, at| {
                    let own = pulled(slope_at(level, at), now[at], centre[at]);
                    [sum[0] + own[0], sum[1] + own[1]]
                })
            }
        };
        sum.map(|part| centre.worth * part)
    }
}

fn slope_at(step: usize, level: usize) -> f64 {
    if step >= MIDDLE && level > step {
        1.0
    } else if step < MIDDLE && level <= step {
        -1.0
    } else {
        0.0
    }
}

/// Climbs to the maximum of `data + prior`, which is concave, one move after the other. `data` gives
/// the first and second derivative of its part when a move has changed by so much from the values
/// last `told`.
pub(super) fn climb<D: Data>(data: &mut D, values: &mut [LogLinear], centres: &[Centre]) {
    for _ in 0..MOST_ROUNDS {
        let mut largest = 0.0_f64;
        for which in 0..values.len() {
            for along in Move::all(&centres[which]) {
                let by = best(data, &values[which], &centres[which], (which, along));
                if by != 0.0 {
                    along.make(&mut values[which], by);
                    data.moved(which, along, by);
                    largest = largest.max(by.abs());
                }
            }
        }
        if largest < STILL {
            break;
        }
    }
}

/// What values are learned from.
pub(super) trait Data {
    /// First and second derivative of the log-likelihood when a move of one of the values has changed
    /// by `by`.
    fn slopes(&self, which: usize, along: Move, by: f64) -> [f64; 2];

    /// A move was made.
    fn moved(&mut self, which: usize, along: Move, by: f64);
}

/// The change at which the derivative vanishes, by Newton's method between two borders that close in:
/// the derivative falls, so that its sign says on which side the maximum lies.
fn best(
    data: &impl Data,
    value: &LogLinear,
    centre: &Centre,
    (which, along): (usize, Move),
) -> f64 {
    let [mut low, mut high] = along.borders(value, centre);
    let slopes = |by: f64| {
        let ([own, curve], [pull, stiff]) =
            (data.slopes(which, along, by), along.prior(value, centre, by));
        [own + pull, curve + stiff]
    };
    let mut by = 0.0;
    for _ in 0..MOST_STEPS {
        let [slope, curve] = slopes(by);
        if slope > 0.0 {
            low = by;
        } else {
            high = by;
        }
        let step = (-slope / curve).clamp(-REACH, REACH);
        let mut next = by + step;
        if !(low..=high).contains(&next) {
            next = if slope > 0.0 { 0.5 * (by + high) } else { 0.5 * (by + low) };
            if !next.is_finite() {
                break;
            }
        }
        let moved = next - by;
        by = next;
        if moved.abs() < 0.1 * STILL {
            return by;
        }
    }
    // Not there yet: the border on this side of the maximum is surely no worse than where we began.
    if low > 0.0 { low } else { high.min(0.0) }
}
