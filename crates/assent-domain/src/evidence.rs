//! The bridge: what happened in a deal, as observations of each person in it.
//!
//! This is the only place where records become evidence. The order of the observations depends on
//! what the records say and never on when they arrived, so late evidence and evidence entered twice
//! lead to the same estimate as evidence entered in order and once.
//!
//! What counts as what:
//!
//! * something we did towards a person, with an answer: a reply; a question without an answer stays
//!   open; the deed says nothing by itself;
//! * what a person showed: a sign, weighed by its source. A call or mail of theirs is a sign of its
//!   own where nothing else is recorded of it;
//! * a promise of ours, kept or broken: a deed of ours; a promise of theirs: an open question;
//! * the order: the phase of use begins for everybody;
//! * a renewal: what was recorded in the deal that it renews goes before, and with its first day the
//!   phase of buying begins again.
//!
//! The seller's stage is not evidence. It is compared with the buyers, see [`crate::gap`].

mod people;
mod title;

use std::collections::{BTreeMap, BTreeSet};

use assent_inference::{Model, Phase};

pub use self::people::{Labelled, PersonEvidence, RecordRef};
pub use self::title::{Title, TitleCode};
use crate::completeness::KnownShares;
use crate::ids::{CommitmentId, InteractionId, PersonId};
use crate::interaction::{CommitmentFacts, Direction, InteractionFacts};
use crate::time::{Day, Timestamp};
use people::Gathering;

/// What was only heard: the one kind of interaction that is no action.
pub const REMARK: &str = "remark";
/// Signs that a contact of theirs is, by its kind, where nothing else is recorded of it.
const UNPROMPTED: [(&str, &str); 2] = [("call", "inbound_call"), ("mail", "inbound_mail")];
/// The question that a promise of theirs opens.
const THEIR_PROMISE: &str = "their_promise";
/// Replies and our own deeds are recorded facts, whoever wrote them down.
const FACT: &str = "system_record";

/// An interaction, with the name it has elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct InteractionRecord {
    /// Which.
    pub id: InteractionId,
    /// Its name in the system it came from.
    pub key: Option<String>,
    /// What happened.
    pub facts: InteractionFacts,
}

/// A promise, with the name it has elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentRecord {
    /// Which.
    pub id: CommitmentId,
    /// Its name in the system it came from.
    pub key: Option<String>,
    /// What was promised.
    pub facts: CommitmentFacts,
}

/// A deal that another one renews: what its people did in it goes before.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierDeal {
    /// What happened.
    pub interactions: Vec<InteractionRecord>,
    /// What was promised.
    pub commitments: Vec<CommitmentRecord>,
    /// When the order was placed and use began.
    pub ordered_at: Option<Timestamp>,
    /// When the renewal began, and buying with it.
    pub renewed_at: Timestamp,
}

/// Everything recorded in a deal that says something about its people. A record in dispute says
/// nothing and is not among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealRecords {
    /// What happened.
    pub interactions: Vec<InteractionRecord>,
    /// What was promised.
    pub commitments: Vec<CommitmentRecord>,
    /// Which of the people named are ours.
    pub ours: BTreeSet<PersonId>,
    /// Of whom nothing is estimated, whatever is recorded.
    pub excluded: BTreeSet<PersonId>,
    /// When the order was placed.
    pub ordered_at: Option<Timestamp>,
    /// The last day on which anything would have been recorded.
    pub observed_until: Option<Day>,
    /// How much of what happens its seller records; as the priors have it, where that is not known.
    pub completeness: KnownShares,
    /// For people whose part has ended: their last day in it.
    pub parts_ended: BTreeMap<PersonId, Day>,
    /// The deals that this one renews, oldest first.
    pub earlier: Vec<EarlierDeal>,
}

/// Why an interaction cannot be evidence as it stands: a word that the model does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{pointer}: {message}")]
pub struct Unknown {
    /// The field, as a JSON pointer.
    pub pointer: String,
    /// What would have been known.
    pub message: String,
}

/// Checks that the model knows the words of an interaction.
///
/// # Errors
/// Names each field with a word unknown, and the words that would do.
pub fn check(model: &Model, facts: &InteractionFacts) -> Result<(), Vec<Unknown>> {
    let mut faults = Vec::new();
    let mut fault = |pointer: &str, message: String| {
        faults.push(Unknown { pointer: pointer.to_owned(), message });
    };
    let kind = facts.kind.as_str();
    let inbound = UNPROMPTED.iter().any(|(inbound, _)| *inbound == kind);
    match (facts.direction, model.action(kind)) {
        _ if kind == REMARK => {
            if facts.result.is_some() {
                fault("/result", "a remark has no result".to_owned());
            }
        }
        (Some(Direction::In), _) if inbound => {
            if facts.result.is_some() {
                fault("/result", "what they did by themselves has no result".to_owned());
            }
        }
        (Some(Direction::In), _) => {
            fault("/kind", "towards us there are: call, mail; and remark".to_owned());
        }
        (None, _) => fault("/direction", "is missing: out or in".to_owned()),
        (Some(Direction::Out), None) => {
            let known = kinds(model).collect::<Vec<_>>().join(", ");
            fault("/kind", format!("“{kind}” is not one of: {known}, {REMARK}"));
        }
        (Some(Direction::Out), Some(action)) => {
            let known: Vec<&str> =
                model.replies(action).map(|(_, reply)| reply.name.as_str()).collect();
            match &facts.result {
                Some(result) if !known.contains(&result.as_str()) => {
                    let known = known.join(", ");
                    fault("/result", format!("“{result}” is not one of: {known}"));
                }
                None if model.question(action).is_none() => {
                    fault("/result", format!("is missing: {}", known.join(", ")));
                }
                _ => {}
            }
        }
    }
    for (at, sign) in facts.signs.iter().enumerate() {
        if model.sign(sign.kind.as_str()).is_none() {
            let known: Vec<&str> = model.signs().map(|(_, sign)| sign.name.as_str()).collect();
            let message = format!("“{}” is not one of: {}", sign.kind, known.join(", "));
            fault(&format!("/signs/{at}/kind"), message);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The kinds of interaction that are actions of ours and are recorded as such; promises have their
/// own records.
pub fn kinds(model: &Model) -> impl Iterator<Item = &str> {
    const NOT_RECORDED: [&str; 4] = ["call_back", THEIR_PROMISE, "promise_kept", "promise_broken"];
    let names = model.actions().map(|(_, action)| action.name.as_str());
    names.filter(|name| !NOT_RECORDED.contains(name))
}

/// What the records up to the end of `day` say of each person on the other side.
#[must_use]
pub fn gather(model: &Model, deal: &DealRecords, day: Day) -> BTreeMap<PersonId, PersonEvidence> {
    let day = deal.observed_until.map_or(day, |last| last.min(day));
    let mut gathering = Gathering::new(model, deal, day);
    for happening in happenings(deal, day.end()) {
        match happening.what {
            Happening::Interaction(record) => gathering.interaction(record),
            Happening::TheirPromise(record) => gathering.their_promise(record, happening.at),
            Happening::TheirPromiseEnded(record, reply) => {
                gathering.their_promise_ended(record, reply, happening.at);
            }
            Happening::OurPromiseEnded(record, deed) => {
                gathering.our_promise_ended(record, deed, happening.at);
            }
            Happening::Order => gathering.begin(Phase::Use, happening.at),
            Happening::Renewal => gathering.begin(Phase::Buy, happening.at),
        }
    }
    gathering.finish()
}

struct Dated<'a> {
    at: Timestamp,
    what: Happening<'a>,
}

enum Happening<'a> {
    Interaction(&'a InteractionRecord),
    TheirPromise(&'a CommitmentRecord),
    TheirPromiseEnded(&'a CommitmentRecord, &'static str),
    OurPromiseEnded(&'a CommitmentRecord, &'static str),
    Order,
    Renewal,
}

impl Happening<'_> {
    /// What decides between two happenings of one instant. Their own names and words do, so that
    /// the order is the same however they came to be stored.
    fn rank(&self) -> (u8, String) {
        let promise = |record: &CommitmentRecord| {
            format!("{:?} {} {:?}", record.key, record.facts.text, record.facts.by_id)
        };
        match self {
            Self::Interaction(InteractionRecord { key, facts, .. }) => (0, {
                let InteractionFacts { kind, result, words, .. } = facts;
                format!(
                    "{key:?} {kind} {result:?} {words:?} {:?} {:?}",
                    facts.participants, facts.signs
                )
            }),
            Self::TheirPromise(record) => (1, promise(record)),
            Self::TheirPromiseEnded(record, _) => (2, promise(record)),
            Self::OurPromiseEnded(record, _) => (3, promise(record)),
            Self::Order => (4, String::new()),
            Self::Renewal => (5, String::new()),
        }
    }
}

/// Everything that happened until `until`, in an order that depends on nothing but what it is.
fn happenings(deal: &DealRecords, until: Timestamp) -> Vec<Dated<'_>> {
    let own = [(deal.interactions.as_slice(), deal.commitments.as_slice())];
    let earlier =
        deal.earlier.iter().map(|one| (one.interactions.as_slice(), one.commitments.as_slice()));
    let mut all: Vec<Dated<'_>> = Vec::new();
    for (interactions, commitments) in own.into_iter().chain(earlier) {
        let dated = |record| Dated { at: record_at(record), what: Happening::Interaction(record) };
        all.extend(interactions.iter().map(dated));
        all.extend(commitments.iter().flat_map(|one| promise_happenings(deal, one, until)));
    }
    all.extend(phases(deal).map(|(at, phase)| Dated {
        at,
        what: match phase {
            Phase::Use => Happening::Order,
            Phase::Buy => Happening::Renewal,
        },
    }));
    all.retain(|happening| happening.at <= until);
    all.sort_by_cached_key(|happening| (happening.at, happening.what.rank()));
    all
}

fn record_at(record: &InteractionRecord) -> Timestamp {
    record.facts.at
}

/// The phases after the first buying, and when each began.
fn phases(deal: &DealRecords) -> impl Iterator<Item = (Timestamp, Phase)> {
    let earlier = deal.earlier.iter().flat_map(|one| {
        let order = one.ordered_at.map(|at| (at, Phase::Use));
        order.into_iter().chain([(one.renewed_at, Phase::Buy)])
    });
    earlier.chain(deal.ordered_at.map(|at| (at, Phase::Use)))
}

/// A promise of theirs opens a question when it is given. One of ours says nothing until it is
/// kept or broken; with its day past and nothing done, it counts as broken.
fn promise_happenings<'a>(
    deal: &DealRecords,
    record: &'a CommitmentRecord,
    until: Timestamp,
) -> Vec<Dated<'a>> {
    let facts = &record.facts;
    let at = |day: Day, what| Dated { at: day.start(), what };
    let known = |day: Option<Day>| day.filter(|day| day.start() <= until);
    if deal.ours.contains(&facts.by_id) {
        let overdue = facts.due.map(|due| Day::from_number(due.number() + 1));
        let end = if let Some(day) = known(facts.kept_on) {
            Some((day, "promise_kept"))
        } else if facts.withdrawn_on.is_some() && known(facts.broken_on).is_none() {
            None
        } else {
            facts.broken_on.or(overdue).map(|day| (day, "promise_broken"))
        };
        let ended = |(day, deed)| at(day, Happening::OurPromiseEnded(record, deed));
        end.map(ended).into_iter().collect()
    } else {
        let end = match (known(facts.kept_on), facts.withdrawn_on.or(facts.broken_on)) {
            (Some(day), _) => Some((day, "kept")),
            (None, day) => day.map(|day| (day, "withdrawn")),
        };
        let ended = |(day, reply)| at(day, Happening::TheirPromiseEnded(record, reply));
        let given = at(facts.made_on, Happening::TheirPromise(record));
        std::iter::once(given).chain(end.map(ended)).collect()
    }
}

/// The phase that runs for somebody first dealt with at `at`: what happens in the instant in which
/// a phase begins still belongs to the one before.
fn phase_at(deal: &DealRecords, at: Timestamp) -> Phase {
    let begun = phases(deal).filter(|(began, _)| *began < at);
    begun.max_by_key(|(began, _)| *began).map_or(Phase::Buy, |(_, phase)| phase)
}
