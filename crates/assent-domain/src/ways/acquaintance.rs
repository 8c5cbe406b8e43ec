//! From records to acquaintances: which kind of the priors a tie is, and what counts as contact.

use assent_inference::{Acquaintance, AcquaintancePrior, Model, Rank, Tied};

use crate::ids::PersonId;
use crate::person::{TieFacts, TieKind};
use crate::time::Day;

/// The kinds of acquaintance that records speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds {
    ties: Vec<Acquaintance>,
    /// Both are ours.
    pub colleague: Acquaintance,
    /// One reports to the other.
    pub reports_to: Acquaintance,
    /// Both are of one house, which is not ours.
    pub same_house: Acquaintance,
    /// Both have a part in one deal, for one house.
    pub works_with: Acquaintance,
    /// They have been in touch.
    pub met: Acquaintance,
}

impl Kinds {
    /// Those of a model; `None` if its priors lack one of them.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let ties = TieKind::ALL.iter().map(|kind| model.acquaintance(kind.as_str()));
        Some(Self {
            ties: ties.collect::<Option<_>>()?,
            colleague: model.acquaintance("colleague")?,
            reports_to: model.acquaintance("reports_to")?,
            same_house: model.acquaintance("same_organization")?,
            works_with: model.acquaintance("works_with")?,
            met: model.acquaintance("met")?,
        })
    }

    /// The kind of a tie.
    #[must_use]
    pub fn tie(&self, kind: TieKind) -> Acquaintance {
        let at = TieKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
        self.ties[at]
    }

    /// A tie as it stands in a network. When the two were last in touch is taken to be when the tie was
    /// formed, and that to be when it was written down, where neither is said; of what lies behind
    /// `day` nothing is known on it.
    #[must_use]
    pub fn tied(&self, facts: &TieFacts, written_on: Day, day: Day) -> Tied {
        let known = |on: &Day| *on <= day;
        let renewed = facts.last_contact.filter(known).or(facts.since.filter(known));
        let renewed = renewed.unwrap_or(written_on.min(day));
        Tied::new(self.tie(facts.kind), renewed.number() as f64, Rank::Level)
    }

    /// That one of two reports to the other, who stands to the first as `rank` says.
    #[must_use]
    pub fn line(&self, rank: Rank, day: Day) -> Tied {
        Tied::new(self.reports_to, day.number() as f64, rank)
    }

    /// An acquaintance that does not fade.
    #[must_use]
    pub fn lasting(&self, kind: Acquaintance, day: Day) -> Tied {
        Tied::new(kind, day.number() as f64, Rank::Level)
    }

    /// Contacts on these days, as the one tie that weighs as much; `None` without any.
    #[must_use]
    pub fn met_on(&self, prior: &AcquaintancePrior, days: &[f64]) -> Option<Tied> {
        let newest = days.iter().copied().reduce(f64::max)?;
        let age = prior.age_of(days.iter().map(|day| newest - day))?;
        Some(Tied::new(self.met, newest - age, Rank::Level))
    }
}

/// Something that happened between people.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// What it was.
    pub kind: &'a str,
    /// Whether they moved.
    pub theirs: bool,
    /// How they answered.
    pub result: Option<&'a str>,
    /// The people on the other side.
    pub participants: &'a [PersonId],
    /// Who introduced us.
    pub through: &'a [PersonId],
    /// Which of our people it was.
    pub by: Option<PersonId>,
}

/// Who was in touch with whom: whoever of ours it was with those who answered or came by themselves, and
/// whoever led there with both. What nobody answered is no contact.
#[must_use]
pub fn contacts(model: &Model, of: &Happening<'_>) -> Vec<[PersonId; 2]> {
    let answered = || {
        let action = model.action(of.kind)?;
        let reply = model.reply(action, of.result?)?;
        Some(model.reply_prior(reply).contact > 0.0)
    };
    if !of.theirs && !answered().unwrap_or_default() {
        return Vec::new();
    }
    let ours = of.by.iter().flat_map(|by| of.participants.iter().map(move |one| [*by, *one]));
    let led = of
        .through
        .iter()
        .flat_map(|by| of.participants.iter().copied().chain(of.by).map(move |one| [*by, one]));
    ours.chain(led).filter(|[one, other]| one != other).collect()
}
