//! Priors of asks: how likely they are passed on, and how strong acquaintances are.

use super::settings::Provenance;

/// A kind of acquaintance, as an index into the priors it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Acquaintance(pub(crate) u8);

/// How many kinds of acquaintances there may be: what fits beside a day into a packed tie.
pub(crate) const MOST_ACQUAINTANCES: usize = 64;

impl Acquaintance {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How asks travel.
#[derive(Clone, Debug, PartialEq)]
pub struct PathPrior {
    /// Why these figures.
    pub why: String,
    /// Log-odds that an ask passes between strangers.
    pub base: f64,
    /// Log-odds per unit of `ln(1 + strength of the tie)`.
    pub tie: f64,
    /// Log-odds per unit of expected psychology, which runs from −1 to 1, on the other side.
    pub psychology: f64,
    /// The same of expected behaviour.
    pub behaviour: f64,
    /// Log-odds added when an ask goes up a reporting line.
    pub upward: f64,
    /// Log-odds added between two of our own.
    pub ours: f64,
    /// What each hop costs besides its risk, in units of `−ln p`.
    pub hop_cost: f64,
    /// Hops on a way at most.
    pub max_hops: usize,
    /// How many asks that were passed on each person is credited with.
    pub asks_credited: f64,
    /// For how many days whoever was asked is not asked again.
    pub asked_again_days: u32,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

/// How strong an acquaintance of a kind is, and how it fades.
#[derive(Clone, Debug, PartialEq)]
pub struct AcquaintancePrior {
    /// The name in the priors file.
    pub name: String,
    /// Why these figures.
    pub why: String,
    /// How strong it is when fresh.
    pub strength: f64,
    /// In how many days that halves; `None` if it holds until it ends.
    pub half_life_days: Option<f64>,
    /// Whether each contact counts, and not the last one alone.
    pub counted: bool,
    /// Where the entry comes from.
    pub provenance: Provenance,
}

impl AcquaintancePrior {
    /// How strong it is `age_days` after it was last renewed: `strength · 2^(−age / half-life)`.
    ///
    /// Of a kind whose contacts are counted the age is that of a single contact that would weigh as
    /// much as all of them, see [`AcquaintancePrior::age_of`]; it is negative where they come to m > 1
    /// fresh ones, and the strength is then `strength · (1 + ln m)`. Any other kind is whole as long
    /// as its day has not come.
    pub fn strength(&self, age_days: f64) -> f64 {
        let Some(half) = self.half_life_days else { return self.strength };
        let fresh_contacts = |age: f64| (-age / half).exp2();
        match age_days {
            age if age >= 0.0 => self.strength * fresh_contacts(age),
            age if self.counted => self.strength * (1.0 + -age / half * std::f64::consts::LN_2),
            _ => self.strength,
        }
    }

    /// The age in days of the one contact that would weigh as much as all these, whose ages are
    /// given: `−half-life · log2 Σ 2^(−age / half-life)`. Of a kind whose contacts are not counted, or
    /// that does not fade, the age of the youngest. `None` without contacts.
    pub fn age_of(&self, ages_days: impl IntoIterator<Item = f64>) -> Option<f64> {
        let mut ages = ages_days.into_iter();
        let first = ages.next()?;
        let half = self.half_life_days.filter(|_| self.counted);
        Some(ages.fold(first, |all, age| match half {
            // Both are measured against the younger, lest old contacts vanish below the smallest
            // number; a contact of its own day keeps its age to the last digit.
            Some(half) => {
                let (young, old) = if all <= age { (all, age) } else { (age, all) };
                young - half * ((young - old) / half).exp2().ln_1p() / std::f64::consts::LN_2
            }
            None => all.min(age),
        }))
    }
}
