//! What is learned: which figures of the priors, around which values, and back into priors.

use super::log_linear::{Centre, LogLinear, Number};
use crate::priors::{Exposure, Priors, Provenance, Reply, ReplyPrior, Sign, SignPrior, Tendency};
use crate::state::Factor;

/// Numbers, all of them logarithms, beyond this are nonsense.
const FURTHEST: f64 = 15.0;

/// The figures that are learned from these dealings. All others stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Learnable {
    /// Rates of signs.
    pub(super) signs: Vec<Sign>,
    /// Hazards of answers to questions.
    pub(super) answers: Vec<Reply>,
    /// Immediate replies, those of one action together.
    pub(super) choices: Vec<Vec<Reply>>,
    /// Half-lives.
    pub(super) paces: Vec<Factor>,
}

/// A set of values. Those that are not learned stay at the centre.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Values {
    /// By sign: the log of the rate per day, or per contact of size 1.
    pub(super) signs: Vec<LogLinear>,
    /// By reply: the log of the hazard per day, or the weight in the softmax.
    pub(super) replies: Vec<LogLinear>,
    /// By factor: the log of the pace against that of the centre.
    pub(super) paces: [f64; 3],
}

/// A number that is learned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Learned {
    Sign(Sign, Number),
    Reply(Reply, Number),
    Pace(Factor),
}

impl Learned {
    pub(super) fn of(self, values: &Values) -> f64 {
        match self {
            Learned::Sign(sign, number) => number.of(&values.signs[sign.index()]),
            Learned::Reply(reply, number) => number.of(&values.replies[reply.index()]),
            Learned::Pace(factor) => values.paces[factor as usize],
        }
    }

    pub(super) fn set(self, values: &mut Values, to: f64) {
        match self {
            Learned::Sign(sign, number) => number.set(&mut values.signs[sign.index()], to),
            Learned::Reply(reply, number) => number.set(&mut values.replies[reply.index()], to),
            Learned::Pace(factor) => values.paces[factor as usize] = to,
        }
    }
}

/// What experience says of all of them.
#[derive(Clone, Debug)]
pub(super) struct Centres {
    pub(super) signs: Vec<Centre>,
    pub(super) replies: Vec<Centre>,
    /// By factor: how many jumps its pace is worth.
    pub(super) pace_worth: [f64; 3],
}

impl Centres {
    pub(super) fn of(priors: &Priors) -> Centres {
        let sign = |prior: &SignPrior| {
            let base = prior.exposure.most().ln() - prior.weights.largest();
            Centre::of(base, &prior.weights, prior.provenance.n_equiv)
        };
        let reply = |prior: &ReplyPrior| {
            let Provenance { n_equiv, .. } = priors.actions[prior.action.index()].provenance;
            Centre::of(base(prior), &prior.weights, n_equiv)
        };
        Centres {
            signs: priors.signs.iter().map(sign).collect(),
            replies: priors.replies.iter().map(reply).collect(),
            pace_worth: Factor::ALL
                .map(|factor| priors.factors[factor as usize].provenance.n_equiv),
        }
    }

    /// The log-density of values under experience, up to a constant: normal around the centres, and a
    /// gamma law of each pace whose mode (of its logarithm) is that of the centre.
    pub(super) fn log_prior(&self, values: &Values, learned: &Learnable) -> f64 {
        let sign = |sign: &Sign| values.signs[sign.index()].log_prior(&self.signs[sign.index()]);
        let reply =
            |reply: Reply| values.replies[reply.index()].log_prior(&self.replies[reply.index()]);
        let pace = |factor: &Factor| {
            let pace = values.paces[*factor as usize];
            self.pace_worth[*factor as usize] * (pace - pace.exp())
        };
        learned.signs.iter().map(sign).sum::<f64>()
            + learned.replies().map(reply).sum::<f64>()
            + learned.paces.iter().map(pace).sum::<f64>()
    }
}

/// The logarithm or weight that the weights of a reply are added to.
fn base(prior: &ReplyPrior) -> f64 {
    match prior.tendency {
        Tendency::Base(base) => base,
        Tendency::MostPer100Days(most) => (most / 100.0).ln() - prior.weights.largest(),
    }
}

impl Values {
    pub(super) fn at_centre(centres: &Centres) -> Values {
        Values {
            signs: centres.signs.iter().map(|centre| centre.value).collect(),
            replies: centres.replies.iter().map(|centre| centre.value).collect(),
            paces: [0.0; 3],
        }
    }

    /// Where a climb that went through `two` equal steps to `self` may be heading: the steps are taken
    /// to shrink by one ratio, and the rest of them is taken at once (Varadhan and Roland 2008, their
    /// third step length). `None` if they do not shrink.
    pub(super) fn ahead(
        &self,
        before: [&Values; 2],
        numbers: &[Learned],
        centres: &Centres,
    ) -> Option<Values> {
        let [first, second] = before;
        let steps = numbers.iter().map(|number| {
            let step = number.of(second) - number.of(first);
            (step, number.of(self) - number.of(second) - step)
        });
        let steps: Vec<(f64, f64)> = steps.collect();
        let square = |of: &dyn Fn(&(f64, f64)) -> f64| {
            steps.iter().map(|step| of(step).powi(2)).sum::<f64>()
        };
        let length = -(square(&|step| step.0) / square(&|step| step.1)).sqrt();
        if !(length.is_finite() && length < -1.0) {
            return None;
        }
        let mut ahead = self.clone();
        for (number, (step, bend)) in numbers.iter().zip(&steps) {
            let to = number.of(first) - 2.0 * length * step + length * length * bend;
            number.set(&mut ahead, to);
        }
        for (value, centre) in ahead.signs.iter_mut().zip(&centres.signs) {
            value.keep_directions(centre);
        }
        for (value, centre) in ahead.replies.iter_mut().zip(&centres.replies) {
            value.keep_directions(centre);
        }
        let sane = numbers.iter().all(|number| number.of(&ahead).abs() < FURTHEST);
        sane.then_some(ahead)
    }

    /// The priors with these values.
    pub(super) fn priors(&self, centre: &Priors, learned: &Learnable) -> Priors {
        let mut priors = centre.clone();
        for sign in &learned.signs {
            let (value, prior) = (&self.signs[sign.index()], &mut priors.signs[sign.index()]);
            let most = value.at(value.top()).exp();
            match &mut prior.exposure {
                Exposure::Time { most_per_year, .. } => *most_per_year = 365.0 * most,
                Exposure::Contact { most_per_contact } => *most_per_contact = most,
            }
            prior.weights = value.written_like(&prior.weights).1;
        }
        for reply in learned.replies() {
            let (value, prior) = (&self.replies[reply.index()], &mut priors.replies[reply.index()]);
            let (base, weights) = value.written_like(&prior.weights);
            match &mut prior.tendency {
                Tendency::Base(own) => *own = base,
                Tendency::MostPer100Days(most) => *most = 100.0 * value.at(value.top()).exp(),
            }
            prior.weights = weights;
        }
        for factor in &learned.paces {
            let pace = self.paces[*factor as usize].exp();
            priors.factors[*factor as usize].half_life_days /= pace;
        }
        priors
    }
}

impl Learnable {
    pub(super) fn replies(&self) -> impl Iterator<Item = Reply> + '_ {
        self.answers.iter().chain(self.choices.iter().flatten()).copied()
    }

    /// All numbers that are learned, always in the same order.
    pub(super) fn numbers(&self, centres: &Centres) -> Vec<Learned> {
        let signs = self.signs.iter().flat_map(|sign| {
            let own = Number::all(&centres.signs[sign.index()]);
            own.map(|number| Learned::Sign(*sign, number))
        });
        let replies = self.replies().flat_map(|reply| {
            let own = Number::all(&centres.replies[reply.index()]);
            own.map(move |number| Learned::Reply(reply, number))
        });
        let paces = self.paces.iter().map(|factor| Learned::Pace(*factor));
        signs.chain(replies).chain(paces).collect()
    }

    /// Whether that is nothing at all.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Learnable::default()
    }
}
