//! The step from what is expected to the values under which it is likeliest.

use super::data::{Choices, Counts};
use super::expected::Expected;
use super::log_linear::{LogLinear, climb};
use super::passes::Figures;
use super::values::{Centres, Learnable, Values};
use crate::generator::{LANES, Lanes, add_scaled};
use crate::model::Model;
use crate::priors::{Awaited, Exposure, Priors, Reply, Sign};
use crate::state::{Factor, Phase, StateVector};

/// How often a step of the paces is halved before they are left where they are.
const MOST_HALVINGS: usize = 12;

/// What a sign is exposed to: days in which it would be recorded, or contacts.
pub(super) fn exposure(model: &Model, expected: &Expected, sign: Sign) -> Lanes {
    let prior = model.sign_prior(sign);
    let mut exposure = expected.awaited_at_times[sign.index()];
    for phase in Phase::ALL.into_iter().filter(|phase| prior.phases.include(*phase)) {
        match (prior.exposure, prior.awaited) {
            (Exposure::Contact { .. }, _) => {
                add_scaled(&mut exposure, 1.0, &expected.contacts[phase as usize]);
            }
            (Exposure::Time { channel, .. }, Awaited::Always) => {
                let days = &expected.awaited[phase as usize][channel as usize];
                add_scaled(&mut exposure, 1.0, days);
            }
            (Exposure::Time { .. }, Awaited::UntilSeen | Awaited::OnceBegun) => {}
        }
    }
    exposure
}

/// Counts of a sign.
pub(super) fn sign_counts(
    model: &Model,
    expected: &Expected,
    sign: Sign,
    value: &LogLinear,
) -> Counts {
    let (counted, through) =
        (&expected.signs[sign.index()], &expected.signs_through_benefit[sign.index()]);
    Counts::new(counted, through, &exposure(model, expected, sign), value)
}

/// Counts of an answer.
pub(super) fn answer_counts(
    model: &Model,
    expected: &Expected,
    reply: Reply,
    value: &LogLinear,
) -> Counts {
    let asked = &expected.asked[model.reply_prior(reply).action.index()];
    Counts::new(&expected.replies[reply.index()], &[0.0; LANES], asked, value)
}

/// Choices between replies.
pub(super) fn choices(expected: &Expected, replies: &[Reply], values: &[LogLinear]) -> Choices {
    let chosen: Vec<&Lanes> = replies.iter().map(|one| &expected.replies[one.index()]).collect();
    Choices::new(&chosen, values)
}

/// The values under which what is expected is likeliest, experience included: exactly for the
/// log-linear ones, and for the paces at least as likely as before.
pub(super) fn maximise(
    figures: &Figures<'_>,
    expected: &Expected,
    centre: (&Priors, &Centres),
    learned: &Learnable,
    values: &mut Values,
) {
    let (model, centres) = (figures.model, centre.1);
    for sign in &learned.signs {
        let value = &mut values.signs[sign.index()];
        let mut counts = sign_counts(model, expected, *sign, value);
        climb(
            &mut counts,
            std::slice::from_mut(value),
            &centres.signs[sign.index()..=sign.index()],
        );
    }
    for reply in &learned.answers {
        let value = &mut values.replies[reply.index()];
        let mut counts = answer_counts(model, expected, *reply, value);
        let centre = &centres.replies[reply.index()..=reply.index()];
        climb(&mut counts, std::slice::from_mut(value), centre);
    }
    for replies in &learned.choices {
        let mut own: Vec<LogLinear> =
            replies.iter().map(|reply| values.replies[reply.index()]).collect();
        let centres: Vec<_> =
            replies.iter().map(|reply| centres.replies[reply.index()].clone()).collect();
        climb(&mut choices(expected, replies, &own), &mut own, &centres);
        for (reply, value) in replies.iter().zip(own) {
            values.replies[reply.index()] = value;
        }
    }
    if !learned.paces.is_empty() {
        maximise_paces(figures, expected, centre, learned, values);
    }
}

/// The jumps of a factor in both phases, and how many are expected at the pace of the centre.
pub(super) fn jumps_of(
    figures: &Figures<'_>,
    expected: &Expected,
    factor: Factor,
    pace: f64,
) -> [f64; 2] {
    let mut sum = [0.0; 2];
    for at in Phase::ALL.map(|phase| phase as usize) {
        let own = 2 * factor as usize..2 * factor as usize + 2;
        for jump in own {
            sum[0] += expected.jumps[at][jump].iter().sum::<f64>();
            let rates = figures.outflow[at][jump].iter().zip(&expected.days[at]);
            sum[1] += rates.map(|(rate, days)| rate * days).sum::<f64>() / pace.exp();
        }
    }
    sum
}

/// With N jumps where E were expected at the pace of the centre, worth n, a pace is likeliest at
/// `(N + n) / (E + n)` times that: the mode of a gamma law. The law at rest, in which people begin,
/// changes a little with the paces as well; so the step is halved until both together are no worse.
fn maximise_paces(
    figures: &Figures<'_>,
    expected: &Expected,
    (priors, centres): (&Priors, &Centres),
    learned: &Learnable,
    values: &mut Values,
) {
    let jumps = Factor::ALL.map(|factor| {
        let [jumped, exposed] = jumps_of(figures, expected, factor, values.paces[factor as usize]);
        let worth = centres.pace_worth[factor as usize];
        [jumped + worth, exposed + worth]
    });
    let worth_of = |paces: [f64; 3]| {
        let own = |factor: &Factor| {
            let ([jumped, exposed], pace) = (jumps[*factor as usize], paces[*factor as usize]);
            jumped * pace - exposed * pace.exp()
        };
        let starts = starts_at(priors, paces);
        let begun = starts.iter().zip(&expected.starts).map(|(law, begun)| {
            let law = law.as_array().iter().zip(begun);
            law.map(|(share, begun)| begun * share.ln()).sum::<f64>()
        });
        learned.paces.iter().map(own).sum::<f64>() + begun.sum::<f64>()
    };
    let now = values.paces;
    let mut next = now;
    for factor in &learned.paces {
        let [jumped, exposed] = jumps[*factor as usize];
        next[*factor as usize] = (jumped / exposed).ln();
    }
    let least = worth_of(now);
    for _ in 0..MOST_HALVINGS {
        if worth_of(next) >= least {
            values.paces = next;
            return;
        }
        next = std::array::from_fn(|factor| 0.5 * (now[factor] + next[factor]));
    }
}

/// The laws at rest, by phase, at paces relative to those of the centre.
pub(super) fn starts_at(centre: &Priors, paces: [f64; 3]) -> [StateVector; 2] {
    let mut priors = centre.clone();
    for (factor, pace) in priors.factors.iter_mut().zip(paces) {
        factor.half_life_days /= pace.exp();
    }
    Model::starts(&priors)
}
