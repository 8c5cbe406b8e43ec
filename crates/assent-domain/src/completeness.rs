//! How completely a seller records what happens, channel by channel: set by somebody, estimated from
//! the seller's own dealings, or not known.

use assent_inference::{Channel, Completeness, Share};

use crate::words::words;

/// How many dealings there must be before their estimate is used. A dealing is one person in one
/// deal.
pub const ENOUGH_DEALINGS: i64 = 30;
/// How many dealings are looked at, the latest first.
pub const MOST_DEALINGS: usize = 200;

words! {
    /// The way a thing that happened reaches the records.
    pub enum RecordChannel {
        /// Letters, mails, messages, telemetry.
        Written = "written",
        /// Calls and remarks.
        Spoken = "spoken",
        /// What is said within a recorded contact.
        Contact = "contact",
        /// Events that nobody forgets to write down.
        Milestone = "milestone",
        /// Answers to our own recorded questions.
        Reply = "reply",
    }
}

impl RecordChannel {
    /// Whether dealings tell enough of the channel for an estimate to be used. Of milestones there are
    /// too few.
    #[must_use]
    pub const fn is_told_by_dealings(self) -> bool {
        !matches!(self, Self::Milestone)
    }
}

impl From<RecordChannel> for Channel {
    fn from(word: RecordChannel) -> Self {
        match word {
            RecordChannel::Written => Self::Written,
            RecordChannel::Spoken => Self::Spoken,
            RecordChannel::Contact => Self::Contact,
            RecordChannel::Milestone => Self::Milestone,
            RecordChannel::Reply => Self::Reply,
        }
    }
}

/// What the dealings of a seller say of one channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimatedShare {
    /// The likeliest share.
    pub share: f64,
    /// The lower end of the 80 % interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// From how many dealings.
    pub dealings: i64,
}

impl EstimatedShare {
    /// Whether there were enough dealings for it to say anything.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.dealings >= ENOUGH_DEALINGS
    }
}

/// The share of a channel that is used: what somebody set, else what was estimated, where dealings
/// tell that and were enough; else it is not known.
#[must_use]
pub fn used(
    channel: RecordChannel,
    set: Option<f64>,
    estimated: Option<EstimatedShare>,
) -> Option<f64> {
    let estimated = estimated.filter(|one| one.counts() && channel.is_told_by_dealings());
    set.or(estimated.map(|one| one.share))
}

/// What is known of how completely somebody records; the rest is as the priors have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KnownShares([Option<Share>; 5]);

impl KnownShares {
    /// The same with one channel known, as far as it is; see [`used`].
    #[must_use]
    pub fn with(
        mut self,
        channel: RecordChannel,
        set: Option<f64>,
        estimated: Option<EstimatedShare>,
    ) -> Self {
        // What is no share is not known.
        let known = used(channel, set, estimated).and_then(|share| Share::new(share).ok());
        self.0[Channel::from(channel) as usize] = known;
        self
    }

    /// The shares of all channels, those not known as `shipped`.
    #[must_use]
    pub fn over(self, shipped: Completeness) -> Completeness {
        Channel::ALL.into_iter().zip(self.0).fold(shipped, |all, (channel, known)| match known {
            Some(share) => all.with(channel, share),
            None => all,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_goes_before_what_was_estimated_and_that_before_the_priors() {
        let share = |share: f64| Share::new(share).expect("a share");
        let estimate =
            |dealings| Some(EstimatedShare { share: 0.2, low: 0.1, high: 0.3, dealings });
        let known = KnownShares::default()
            .with(RecordChannel::Written, Some(1.0), estimate(ENOUGH_DEALINGS))
            .with(RecordChannel::Spoken, None, estimate(ENOUGH_DEALINGS))
            .with(RecordChannel::Contact, None, estimate(ENOUGH_DEALINGS - 1))
            .with(RecordChannel::Milestone, Some(0.9), None)
            .with(RecordChannel::Reply, None, estimate(ENOUGH_DEALINGS));
        let milestone =
            KnownShares::default().with(RecordChannel::Milestone, None, estimate(ENOUGH_DEALINGS));
        let all = known.over(Completeness::uniform(share(0.5)));
        let of = |channel| all.share(channel).get();
        assert_eq!([of(Channel::Written), of(Channel::Spoken)], [1.0, 0.2]);
        assert_eq!(of(Channel::Milestone), 0.9);
        assert_eq!([of(Channel::Contact), of(Channel::Reply)], [0.5, 0.2]);
        assert_eq!(milestone, KnownShares::default());
    }

    #[test]
    fn the_channels_are_those_of_the_model() {
        let names = RecordChannel::ALL.iter().map(|word| (word.as_str(), *word));
        for ((name, word), channel) in names.zip(Channel::ALL) {
            assert_eq!((name, Channel::from(word)), (channel.name(), channel));
        }
    }
}
