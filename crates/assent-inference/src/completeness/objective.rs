//! The log-posterior of completeness.

use super::recorded::recorded;
use super::{BORDERS, Dealing, Point, log_odds, share};
use crate::belief::{Start, filter};
use crate::model::Model;
use crate::priors::{Channel, Completeness, Share};

/// The log-posterior, up to a constant, as a function of the log-odds of the shares.
pub(super) struct Objective<'a> {
    model: Model,
    dealings: &'a [Dealing],
    recorded: [usize; 5],
    evaluations: usize,
}

impl<'a> Objective<'a> {
    pub(super) fn new(model: &Model, dealings: &'a [Dealing]) -> Objective<'a> {
        let mut sum = [0; 5];
        for dealing in dealings {
            let own = recorded(model, dealing);
            sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        let model = model.taking_records_at_their_word().where_answers_may_be_lost();
        Objective { model, dealings, recorded: sum, evaluations: 0 }
    }

    /// The shipped shares, within the borders.
    pub(super) fn shipped(&self) -> Point {
        let shipped = self.model.completeness();
        let [low, high] = BORDERS;
        Channel::ALL.map(|channel| log_odds(shipped.share(channel).get().clamp(low, high)))
    }

    /// How much came through each channel while it was awaited.
    pub(super) fn recorded(&self) -> [usize; 5] {
        self.recorded
    }

    pub(super) fn evaluations(&self) -> usize {
        self.evaluations
    }

    pub(super) fn at(&mut self, point: &Point) -> f64 {
        self.evaluations += 1;
        let shares = point.map(share);
        let nothing = Completeness::uniform(Share::ZERO);
        let completeness = Channel::ALL.into_iter().zip(shares);
        let completeness = completeness.fold(nothing, |all, (channel, own)| all.with(channel, own));
        let evidence = self.dealings.iter().map(|Dealing { start, history, until_days }| {
            let start = Start { completeness, ..*start };
            filter(&self.model, &start, history, *until_days, &mut ()).log_evidence()
        });
        let evidence: f64 = evidence.sum();
        let of_channels = Channel::ALL.into_iter().zip(shares).map(|(channel, own)| {
            let mean = self.model.completeness().share(channel).get();
            let worth = self.model.completeness_worth();
            let recorded = self.recorded[channel as usize] as f64;
            (recorded + worth * mean) * own.get().ln()
                + worth * (1.0 - mean) * (1.0 - own.get()).ln()
        });
        evidence + of_channels.sum::<f64>()
    }
}
