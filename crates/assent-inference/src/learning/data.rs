//! The two sorts of data from which log-linear values are learned: counts of a Poisson process, and
//! choices between replies.

use super::log_linear::{Data, LogLinear, Move};
use crate::generator::Lanes;
use crate::state::{STATES, State};

/// Counts that come at a rate: `Σ N log λ − E λ` by state.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// Counts, and those that leave psychology out.
    pub(super) counted: [f64; STATES],
    pub(super) counted_without_psychology: [f64; STATES],
    /// What is expected at the values now: exposure times rate.
    expected: [f64; STATES],
}

impl Counts {
    pub(super) fn new(
        counted: &Lanes,
        counted_without_psychology: &Lanes,
        exposure: &Lanes,
        value: &LogLinear,
    ) -> Counts {
        Counts {
            counted: std::array::from_fn(|z| counted[z]),
            counted_without_psychology: std::array::from_fn(|z| counted_without_psychology[z]),
            expected: State::table(|z| exposure[z.index()] * value.at(z).exp()),
        }
    }

    /// What was counted of what a state says of psychology, or of all else.
    fn counted(&self, z: State, of_psychology: bool) -> f64 {
        let without = if of_psychology { 0.0 } else { self.counted_without_psychology[z.index()] };
        self.counted[z.index()] + without
    }

    /// The derivative of the log-likelihood by what `acts` in some states.
    pub(super) fn score(&self, acts: impl Fn(State) -> bool, of_psychology: bool) -> f64 {
        let excess = |z: State| self.counted(z, of_psychology) - self.expected[z.index()];
        State::all().filter(|z| acts(*z)).map(excess).sum()
    }
}

impl Data for Counts {
    fn slopes(&self, _: usize, along: Move, by: f64) -> [f64; 2] {
        let of_psychology = along.is_psychology();
        State::all().fold([0.0; 2], |[first, second], z| {
            let slope = along.slope_in(z);
            if slope == 0.0 {
                return [first, second];
            }
            let expected = self.expected[z.index()] * (slope * by).exp();
            let counted = self.counted(z, of_psychology);
            [first + slope * (counted - expected), second - slope * slope * expected]
        })
    }

    fn moved(&mut self, _: usize, along: Move, by: f64) {
        for z in State::all() {
            self.expected[z.index()] *= (along.slope_in(z) * by).exp();
        }
    }
}

/// Choices between the replies to one action: `Σ N_r log p_r` by state, p a softmax.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    /// By reply.
    chosen: Vec<[f64; STATES]>,
    /// By state, of all replies.
    all: [f64; STATES],
    /// By reply, not yet divided by their sum.
    weights: Vec<[f64; STATES]>,
}

impl Choices {
    pub(super) fn new(chosen: &[&Lanes], values: &[LogLinear]) -> Choices {
        let chosen: Vec<[f64; STATES]> =
            chosen.iter().map(|lanes| std::array::from_fn(|z| lanes[z])).collect();
        let all = std::array::from_fn(|z| chosen.iter().map(|own| own[z]).sum());
        let weights = values.iter().map(|value| State::table(|z| value.at(z).exp())).collect();
        Choices { chosen, all, weights }
    }

    fn share(&self, which: usize, z: usize, times: f64) -> f64 {
        let others: f64 = self.weights.iter().map(|own| own[z]).sum();
        let own = self.weights[which][z];
        times * own / (others + (times - 1.0) * own)
    }

    /// The derivative of the log-likelihood by what `acts` in some states of one reply.
    pub(super) fn score(&self, which: usize, acts: impl Fn(State) -> bool) -> f64 {
        let excess = |z: State| {
            let z = z.index();
            self.chosen[which][z] - self.all[z] * self.share(which, z, 1.0)
        };
        State::all().filter(|z| acts(*z)).map(excess).sum()
    }
}

impl Data for Choices {
    fn slopes(&self, which: usize, along: Move, by: f64) -> [f64; 2] {
        State::all().fold([0.0; 2], |[first, second], z| {
            let slope = along.slope_in(z);
            let z = z.index();
            if slope == 0.0 || self.all[z] == 0.0 {
                return [first, second];
            }
            let share = self.share(which, z, (slope * by).exp());
            let excess = self.chosen[which][z] - self.all[z] * share;
            let spread = self.all[z] * share * (1.0 - share);
            [first + slope * excess, second - slope * slope * spread]
        })
    }

    fn moved(&mut self, which: usize, along: Move, by: f64) {
        for z in State::all() {
            self.weights[which][z.index()] *= (along.slope_in(z) * by).exp();
        }
    }
}
