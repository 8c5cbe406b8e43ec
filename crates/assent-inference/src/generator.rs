//! Generators of the joint chain as stencils: each state exchanges probability with at most six
//! neighbours.
//!
//! Numbers are laid out for the compiler to vectorise: 125 states padded with zeros to 128 lanes,
//! and vectors padded by one stride on either side, so that a neighbour is a fixed offset and no
//! lane is a special case.

use crate::state::{Factor, LEVELS, STATES, State, StateVector};
use crate::uniformization::propagate;

/// What may be left out of the weights of an expectation.
const EXPECTATION_TOLERANCE: f64 = 1e-15;
/// Terms of an expectation at most: doses move a person a few levels, not hundreds.
const MOST_TERMS: f64 = 1000.0;

/// States rounded up to a multiple of eight.
pub(crate) const LANES: usize = 128;
/// The largest stride of a factor.
pub(crate) const EDGE: usize = Factor::Cognition.stride();
/// A vector with an empty stride on either side.
pub(crate) const PADDED: usize = EDGE + LANES + EDGE;

/// One number for each state; the lanes beyond the last state are 0.
pub(crate) type Lanes = [f64; LANES];
/// One number for each state, between empty edges.
pub(crate) type Padded = [f64; PADDED];

/// One number for each state.
pub(crate) fn lanes(of: impl Fn(State) -> f64) -> Lanes {
    let mut lanes = [0.0; LANES];
    for state in State::all() {
        lanes[state.index()] = of(state);
    }
    lanes
}

/// Puts probabilities between empty edges.
pub(crate) fn padded(vector: &[f64; STATES]) -> Padded {
    let mut padded = [0.0; PADDED];
    padded[EDGE..EDGE + STATES].copy_from_slice(vector);
    padded
}

/// Takes the probabilities out of their edges.
pub(crate) fn unpadded(padded: &Padded) -> [f64; STATES] {
    std::array::from_fn(|z| padded[EDGE + z])
}

/// A move of one level in one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Jump {
    pub(crate) factor: Factor,
    pub(crate) up: bool,
}

impl Jump {
    /// Up and down for each factor, in the order of the inflow tables.
    pub(crate) const ALL: [Jump; 6] = {
        use Factor::*;
        [
            Jump { factor: Cognition, up: true },
            Jump { factor: Cognition, up: false },
            Jump { factor: Psychology, up: true },
            Jump { factor: Psychology, up: false },
            Jump { factor: Behaviour, up: true },
            Jump { factor: Behaviour, up: false },
        ]
    };

    /// Where, in a vector whose first state lies at `at`, the arrival from that state lies. Off the scale
    /// it lies in an empty edge, or at a state that no such jump reaches.
    pub(crate) fn shifted(self, at: usize) -> usize {
        if self.up { at + self.factor.stride() } else { at - self.factor.stride() }
    }

    /// The state that the jump leads to, if it stays on the scale.
    pub(crate) fn arrival(self, origin: State) -> Option<State> {
        let (index, level) = (origin.index(), origin.level(self.factor));
        if self.up {
            (level + 1 < LEVELS).then(|| State::at(index + self.factor.stride()))
        } else {
            (level > 0).then(|| State::at(index - self.factor.stride()))
        }
    }
}

/// The generator of a chain that moves one level of one factor at a time.
#[derive(Clone, Debug)]
pub(crate) struct Generator {
    /// By [`Jump::ALL`] and the state arrived at: the rate at which that jump arrives from its one
    /// origin.
    inflow: [Lanes; 6],
    /// The rate at which each state is left.
    exit: Lanes,
}

impl Generator {
    /// The generator whose jumps leave each state at `rate`; jumps off the scale are never asked
    /// for.
    pub(crate) fn new(rate: impl Fn(Jump, State) -> f64) -> Generator {
        let mut generator = Generator { inflow: [[0.0; LANES]; 6], exit: [0.0; LANES] };
        for (inflow, jump) in generator.inflow.iter_mut().zip(Jump::ALL) {
            for origin in State::all() {
                if let Some(arrival) = jump.arrival(origin) {
                    let rate = rate(jump, origin);
                    inflow[arrival.index()] += rate;
                    generator.exit[origin.index()] += rate;
                }
            }
        }
        generator
    }

    /// The sum of generators, each times a number that is not negative.
    pub(crate) fn sum<'a>(parts: impl IntoIterator<Item = (f64, &'a Generator)>) -> Generator {
        let mut sum = Generator { inflow: [[0.0; LANES]; 6], exit: [0.0; LANES] };
        for (times, part) in parts {
            for (total, inflow) in sum.inflow.iter_mut().zip(&part.inflow) {
                add_scaled(total, times, inflow);
            }
            add_scaled(&mut sum.exit, times, &part.exit);
        }
        sum
    }

    /// The rate from one state to another, a neighbour; 0 for all others, the negated exit rate for
    /// itself.
    pub(crate) fn rate(&self, from: State, to: State) -> f64 {
        if from == to {
            return -self.exit[from.index()];
        }
        self.jumps_from(from).find(|(neighbour, _)| *neighbour == to).map_or(0.0, |(_, rate)| rate)
    }

    /// The neighbours of a state with the rates of jumping there.
    pub(crate) fn jumps_from(&self, from: State) -> impl Iterator<Item = (State, f64)> + '_ {
        Jump::ALL.iter().zip(&self.inflow).filter_map(move |(jump, inflow)| {
            let to = jump.arrival(from)?;
            Some((to, inflow[to.index()]))
        })
    }

    /// Moves a distribution for `days`, while each state loses mass at its `killing` rate per day.
    /// Returns the normalised distribution and the log of the mass that survived.
    pub(crate) fn propagate(
        &self,
        vector: &StateVector,
        killing: &Lanes,
        days: f64,
    ) -> (StateVector, f64) {
        let (moved, log_mass) = self.carry(&padded(vector.as_array()), killing, days);
        (StateVector::normalised(unpadded(&moved)), log_mass)
    }

    /// The same for numbers between edges that add up to 1.
    pub(crate) fn carry(&self, start: &Padded, killing: &Lanes, days: f64) -> (Padded, f64) {
        let (stay, fastest) = self.stay(killing);
        self.carry_staying(&stay, fastest, start, days)
    }

    /// The same where [`Generator::stay`] is known.
    pub(crate) fn carry_staying(
        &self,
        stay: &Lanes,
        fastest: f64,
        start: &Padded,
        days: f64,
    ) -> (Padded, f64) {
        let moved = propagate(start, fastest * days, |v, scale, next, total| {
            self.step(stay, v, scale / fastest, next, total);
        });
        (moved.vector, moved.log_mass)
    }

    /// The diagonal of A + R, with R the fastest rate at which any state is left or killed, and R.
    pub(crate) fn stay(&self, killing: &Lanes) -> (Lanes, f64) {
        let leaving: Lanes = std::array::from_fn(|z| self.exit[z] + killing[z]);
        let fastest = leaving.iter().copied().fold(0.0, f64::max);
        (leaving.map(|rate| fastest - rate), fastest)
    }

    /// The generator whose steps are those of the transposed matrix: it takes a likelihood backwards
    /// where this one takes a distribution forwards. Its rows do not add up to 0.
    pub(crate) fn transposed(&self) -> Generator {
        let mut transposed = Generator { inflow: [[0.0; LANES]; 6], exit: self.exit };
        for (index, jump) in Jump::ALL.into_iter().enumerate() {
            // Up and down of a factor stand side by side.
            let back = index ^ 1;
            for origin in State::all() {
                if let Some(arrival) = jump.arrival(origin) {
                    let rate = self.inflow[index][arrival.index()];
                    transposed.inflow[back][origin.index()] = rate;
                }
            }
        }
        transposed
    }

    /// The rate of each jump by the state that it leaves, 0 off the scale; by [`Jump::ALL`].
    pub(crate) fn outflow(&self) -> [Lanes; 6] {
        let jumps = self.inflow.iter().zip(Jump::ALL);
        let of = |(inflow, jump): (&Lanes, Jump)| {
            lanes(|from| jump.arrival(from).map_or(0.0, |to| inflow[to.index()]))
        };
        let mut outflow = [[0.0; LANES]; 6];
        outflow.iter_mut().zip(jumps).for_each(|(own, jump)| *own = of(jump));
        outflow
    }

    /// What each state may expect of `values` after the jumps of one unit of time: `exp(G) values`.
    /// By uniformization, to a relative error of 1e-14 of the largest value.
    pub(crate) fn expect(&self, values: &[f64; STATES]) -> [f64; STATES] {
        let fastest = self.exit.iter().copied().fold(0.0, f64::max);
        let mut term = *values;
        let mut total = values.map(|value| value * (-fastest).exp());
        let (mut weight, mut seen, mut k) = ((-fastest).exp(), (-fastest).exp(), 0.0);
        // Weights of a Poisson law; what is left out of them is left out of the sum.
        while fastest > 0.0 && 1.0 - seen > EXPECTATION_TOLERANCE && k < MOST_TERMS {
            k += 1.0;
            weight *= fastest / k;
            seen += weight;
            term = self.step_back(&term, fastest);
            for (total, term) in total.iter_mut().zip(&term) {
                *total += weight * term;
            }
        }
        total.map(|sum| sum / seen)
    }

    /// `(1 + G / fastest) w`: the mean of `w` after the next jump of the uniformized chain.
    fn step_back(&self, w: &[f64; STATES], fastest: f64) -> [f64; STATES] {
        let mean = |state: State| {
            let here = w[state.index()];
            let jumps = self.jumps_from(state);
            let moved: f64 = jumps.map(|(to, rate)| rate * (w[to.index()] - here)).sum();
            here + moved / fastest
        };
        let mut means = [0.0; STATES];
        for state in State::all() {
            means[state.index()] = mean(state);
        }
        means
    }

    /// Adds `scale · v (A + R)` to `total` and leaves it in `next`, where A has these off-diagonal
    /// rates and `stay` is the diagonal of A + R.
    fn step(&self, stay: &Lanes, v: &Padded, scale: f64, next: &mut Padded, total: &mut Padded) {
        for z in 0..LANES {
            let arriving = scale * self.arriving(stay, v, z);
            next[EDGE + z] = arriving;
            total[EDGE + z] += arriving;
        }
    }

    /// Leaves `scale · v (A + R)` in `next`.
    pub(crate) fn step_to(&self, stay: &Lanes, v: &Padded, scale: f64, next: &mut Padded) {
        for z in 0..LANES {
            next[EDGE + z] = scale * self.arriving(stay, v, z);
        }
    }

    #[inline(always)]
    fn arriving(&self, stay: &Lanes, v: &Padded, z: usize) -> f64 {
        const C: usize = Factor::Cognition.stride();
        const P: usize = Factor::Psychology.stride();
        const B: usize = Factor::Behaviour.stride();
        let [c_up, c_down, p_up, p_down, b_up, b_down] = &self.inflow;
        let here = EDGE + z;
        stay[z] * v[here]
            + c_up[z] * v[here - C]
            + c_down[z] * v[here + C]
            + p_up[z] * v[here - P]
            + p_down[z] * v[here + P]
            + b_up[z] * v[here - B]
            + b_down[z] * v[here + B]
    }
}

/// `total += times · part`, lane by lane.
pub(crate) fn add_scaled(total: &mut Lanes, times: f64, part: &Lanes) {
    for (total, part) in total.iter_mut().zip(part) {
        *total += times * part;
    }
}
