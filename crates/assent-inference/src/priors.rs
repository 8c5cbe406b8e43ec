//! The expert priors: versioned data, checked at load, never computed with here.
//!
//! A priors file is TOML. Every entry says why it is what it is; `source` and `n_equiv` (how many
//! observations the entry is worth against data) hold for the whole file unless an entry says
//! otherwise.

mod advice;
mod control;
mod evidence;
mod fault;
mod group;
mod guard;
mod outlook;
mod overlay;
mod parse;
mod path;
mod reader;
mod settings;

use std::fmt;

pub use advice::{AdvicePrior, Topic, TopicPrior};
pub use control::{Bounds, ControlPrior, GapLimits, SingleThreadLimits, StallLimits, ValueLimits};
pub use evidence::{
    Action, ActionPrior, Awaited, BenefitEffect, Direction, Dose, Exposure, Milestone, Phases,
    Precondition, Proof, Question, Reply, ReplyPrior, Sign, SignPrior, Strength, Tendency, Weights,
};
pub use fault::{Fault, PriorsError};
pub use group::{Role, RolePrior, TieKind, TieKindPrior};
pub use guard::line_of;
pub use outlook::{ClosingPrior, OncePrior, WinPrior};
pub use overlay::{Setting, Settings, differences, overlaid, values, values_at};
pub use path::{Acquaintance, AcquaintancePrior, PathPrior};
pub use settings::{
    BenefitPrior, Channel, Completeness, FactorPrior, NotAShare, Provenance, Share, Source,
    SourcePrior,
};
pub(crate) use settings::{Repeat, Switch};

/// The priors that the program ships with.
pub const DEFAULT_PRIORS: &str = include_str!("../priors.toml");

/// Which priors a number was computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ModelVersion {
    /// The `version` of the file.
    pub number: u32,
    /// FNV-1a (64 bits) of the text, and of the variations applied to it.
    pub digest: u64,
}

impl fmt::Display for ModelVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.number, self.digest)
    }
}

/// A checked priors file.
#[derive(Clone, Debug)]
pub struct Priors {
    pub(crate) version: ModelVersion,
    /// In the order of `Factor::ALL`.
    pub(crate) factors: [FactorPrior; 3],
    /// `coupling[from][to]`: how strongly the level of one factor pushes another.
    pub(crate) coupling: [[f64; 3]; 3],
    pub(crate) completeness: Completeness,
    /// How many happenings of which we knew whether they were recorded the shares are worth.
    pub(crate) completeness_worth: f64,
    pub(crate) sources: Vec<SourcePrior>,
    pub(crate) repeat: Repeat,
    pub(crate) signs: Vec<SignPrior>,
    pub(crate) actions: Vec<ActionPrior>,
    /// The replies of all actions, those of one action side by side.
    pub(crate) replies: Vec<ReplyPrior>,
    pub(crate) switch: Switch,
    pub(crate) benefit: BenefitPrior,
    pub(crate) roles: Vec<RolePrior>,
    pub(crate) tie_kinds: Vec<TieKindPrior>,
    pub(crate) path: PathPrior,
    pub(crate) acquaintances: Vec<AcquaintancePrior>,
    pub(crate) win: WinPrior,
    pub(crate) closing: ClosingPrior,
    pub(crate) control: ControlPrior,
    pub(crate) advice: AdvicePrior,
    pub(crate) topics: Vec<TopicPrior>,
}

impl Priors {
    /// Reads and checks a priors file.
    ///
    /// # Errors
    /// [`PriorsError`] lists all faults with their lines: keys that are unknown or missing, numbers
    /// out of range, lists of the wrong length, a resting law that does not add up to 1, names of
    /// actions that do not exist, and entries that do not say why.
    pub fn parse(text: &str) -> Result<Priors, PriorsError> {
        parse::parse(text)
    }

    /// The same priors with all half-lives multiplied by `factor`.
    ///
    /// # Panics
    /// If `factor` does not lie between a thousandth and a thousand.
    #[must_use]
    pub fn with_half_lives_times(mut self, factor: f64) -> Priors {
        assert!((1e-3..=1e3).contains(&factor), "half-lives cannot be multiplied by {factor}");
        for prior in &mut self.factors {
            prior.half_life_days *= factor;
        }
        self.vary("half-lives", &[factor])
    }

    /// The same priors with another default completeness.
    #[must_use]
    pub fn with_completeness(mut self, completeness: Completeness) -> Priors {
        self.completeness = completeness;
        let shares = Channel::ALL.map(|channel| completeness.share(channel).get());
        self.vary("completeness", &shares)
    }

    /// Tells priors apart by what their people and alarms do: how people move, what they show, how
    /// much of it is recorded, and from where on an alarm rings. What is said of it otherwise, as the
    /// chance to win, is left out. It follows the numbers and the reasons given, not the file's layout.
    pub(crate) fn conduct(&self) -> u64 {
        let moves = (&self.factors, &self.coupling, &self.switch);
        let heard = (&self.completeness, &self.completeness_worth, &self.sources, &self.repeat);
        let shown = (&self.signs, &self.actions, &self.replies, &self.benefit);
        let group = (&self.roles, &self.tie_kinds, &self.control);
        let text = format!("{moves:?}{heard:?}{shown:?}{group:?}");
        fnv1a(FNV_OFFSET, text.bytes())
    }

    /// Notes a variation in the digest, so that different numbers never carry the same version.
    fn vary(mut self, what: &str, numbers: &[f64]) -> Priors {
        let bytes = numbers.iter().flat_map(|number| number.to_le_bytes());
        self.version.digest = fnv1a(self.version.digest, what.bytes().chain(bytes));
        self
    }
}

/// The offset basis of 64-bit FNV-1a.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// 64-bit FNV-1a (Fowler, Noll, Vo), continued from `hash`: tells files apart, protects against
/// nobody.
fn fnv1a(hash: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes
        .into_iter()
        .fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values published with the hash.
    #[test]
    fn the_digest_is_fnv_1a() {
        assert_eq!(fnv1a(FNV_OFFSET, "".bytes()), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(FNV_OFFSET, "a".bytes()), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(FNV_OFFSET, "foobar".bytes()), 0x8594_4171_f739_67e8);
    }
}
