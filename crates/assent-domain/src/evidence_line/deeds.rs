//! What was done, by whom, and how it was answered.
//!
//! A line holds one deed. Where it tells of several, what was answered comes before what was not,
//! what is more than a mere contact before a call or a meeting, and then the first.

use std::ops::Range;

use assent_inference::Model;

use super::actors::{Actor, unique};
use super::lexicon::{Answer, Cue, Meaning, Outcome};
use super::matching::Match;
use super::pattern::Slot;
use super::promises::Promised;
use super::scene::Scene;
use crate::ids::PersonId;
use crate::interaction::Direction;
use crate::text::Key;

/// A clause of a hint and so many words is a heading: “Demo yesterday”.
const BESIDE_A_HINT: usize = 2;

/// What was done.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    /// The kind of interaction.
    pub(super) kind: Key,
    /// Who moved; an arrival is a sign of its own, named here.
    pub(super) moved: Moved,
    /// How it was answered.
    pub(super) reply: Option<Reply>,
    /// Where the line says so.
    pub(super) tokens: Range<usize>,
    /// The words that say so, and how it was answered.
    pub(super) words: Vec<usize>,
    /// Whether it says so outright.
    pub(super) certain: bool,
    /// The people on the other side.
    pub(super) people: Vec<PersonId>,
    /// Who stood between.
    pub(super) through: Vec<PersonId>,
    /// Which of ours it was, if by name.
    pub(super) by: Option<PersonId>,
    /// Whether a procedure bound them to take part.
    pub(super) procedure_bound: bool,
}

/// Who moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// We.
    We,
    /// They; and the sign that this is.
    They(Key),
}

impl Moved {
    /// The direction of the interaction.
    pub(super) fn direction(&self) -> Direction {
        match self {
            Moved::We => Direction::Out,
            Moved::They(_) => Direction::In,
        }
    }
}

/// How it was answered.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) key: Key,
    pub(super) tokens: Range<usize>,
    pub(super) certain: bool,
}

/// A phrase that tells of a deed, and the one that tells of the answer.
struct Candidate<'a> {
    action: &'a Key,
    moved: Moved,
    reply: Option<(&'a Key, &'a Match)>,
    told: &'a Match,
    /// Whether it was called off in a way that the model has no reply for.
    cancelled: bool,
}

/// What was done, as far as the model knows it.
pub(super) fn read(scene: &Scene<'_>, promises: &[Promised], shown: bool) -> Option<Deed> {
    let model = scene.context.model;
    let is_promised = |one: &&Match| promises.iter().any(|promise| promise.covers(one));
    let told = scene.matches.iter().filter(|one| !is_promised(one));
    let told = told.filter(|one| !scene.follows(one, Cue::Condition));
    let mut candidates: Vec<Candidate<'_>> =
        told.clone().filter_map(|one| candidate(scene, one)).collect();
    for one in told {
        if let Meaning::Outcome(index) = one.sense.meaning {
            attach(scene, &mut candidates, one, &scene.tape.lexicon.outcomes[index]);
        }
    }
    candidates = joined(candidates);
    candidates.retain(|one| one.is_known_to(model) && one.is_told(scene) && !one.is_to_come(scene));
    let best = candidates.into_iter().rev().max_by_key(|one| {
        let weighty = scene.tape.lexicon.is_weighty(one.action);
        (one.is_certain(), one.is_answered(), weighty && one.reply.is_some())
    })?;
    Some(best.finish(scene, shown))
}

/// The deed that a phrase tells of, unless it is denied.
fn candidate<'a>(scene: &Scene<'_>, told: &'a Match) -> Option<Candidate<'a>> {
    let negated = scene.is_negated(told);
    let new = |action, moved, reply: Option<_>| {
        let reply = reply.map(|key| (key, told));
        Some(Candidate { action, moved, reply, told, cancelled: false })
    };
    match &told.sense.meaning {
        Meaning::Answered(answer) if negated => {
            let opposite = scene.tape.lexicon.opposite(answer)?;
            new(&answer.action, Moved::We, Some(opposite))
        }
        Meaning::Answered(Answer { action, reply }) => new(action, Moved::We, Some(reply)),
        _ if negated => None,
        Meaning::Action(action) | Meaning::Asked(action) => new(action, Moved::We, None),
        Meaning::Arrival { kind, sign } => new(kind, Moved::They(sign.clone()), None),
        _ => None,
    }
}

/// Gives an answer to the deed that it fits: the nearest without one, best of the same clause.
fn attach<'a>(
    scene: &Scene<'_>,
    candidates: &mut Vec<Candidate<'a>>,
    told: &'a Match,
    outcome: &'static Outcome,
) {
    let lexicon = scene.tape.lexicon;
    let outcome = match scene.is_negated(told) {
        true => lexicon.opposite_outcome(outcome),
        false => Some(outcome),
    };
    let Some(outcome) = outcome else { return };
    let at = told.tokens().start;
    let distance = |one: &&mut Candidate<'_>| {
        let tokens = one.told.tokens();
        let clauses = scene.tape.clause(tokens.start).abs_diff(scene.tape.clause(at));
        (clauses, tokens.start.abs_diff(at))
    };
    let is_open = |one: &&mut Candidate<'_>| one.moved == Moved::We && one.reply.is_none();
    let fits = |one: &&mut Candidate<'_>| outcome.reply_to(one.action).is_some();
    if let Some(nearest) = candidates.iter_mut().filter(is_open).filter(fits).min_by_key(distance) {
        let reply = outcome.reply_to(nearest.action).flatten();
        nearest.reply = reply.map(|reply| (reply, told));
    } else if let (true, Some(nearest)) =
        (outcome.cancels, candidates.iter_mut().filter(is_open).min_by_key(distance))
    {
        nearest.cancelled = true;
    } else if let (true, Some(alone)) = (candidates.is_empty(), &outcome.alone) {
        let (action, reply) = (&alone.action, Some((&alone.reply, told)));
        candidates.push(Candidate { action, moved: Moved::We, reply, told, cancelled: false });
    }
}

/// “Called Ana, she picked up”: two phrases of one action are one deed, told by the first.
fn joined(candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut joined: Vec<Candidate<'_>> = Vec::with_capacity(candidates.len());
    for one in candidates {
        let told = joined.iter_mut().find(|other| {
            other.moved == one.moved && other.action == one.action && other.reply.is_none()
        });
        match told {
            Some(told) if !told.cancelled => told.reply = one.reply,
            _ => joined.push(one),
        }
    }
    joined
}

impl Candidate<'_> {
    fn is_answered(&self) -> bool {
        self.reply.is_some() || self.moved != Moved::We
    }

    /// What is only hinted at is certain once its answer is told.
    fn is_certain(&self) -> bool {
        let says = |one: &Match| one.sense.certain;
        says(self.told) || self.reply.is_some_and(|(_, told)| says(told))
    }

    fn is_known_to(&self, model: &Model) -> bool {
        match (&self.moved, model.action(self.action.as_str())) {
            (Moved::They(sign), _) => model.sign(sign.as_str()).is_some(),
            (Moved::We, None) => false,
            (Moved::We, Some(action)) => {
                self.reply.is_none_or(|(reply, _)| model.reply(action, reply.as_str()).is_some())
            }
        }
    }

    /// Whether it is told or answered, or is all that its clause says: “Demo yesterday: …”, but not
    /// “asked about the demo”.
    fn is_told(&self, scene: &Scene<'_>) -> bool {
        let clause = scene.tape.clause_tokens(scene.tape.clause(self.told.tokens().start));
        let others = scene.steps(clause.start, clause.end).saturating_sub(self.told.words.len());
        self.told.sense.certain || self.reply.is_some() || others <= BESIDE_A_HINT
    }

    /// Whether it is planned. Nobody has met yet who meets next week; but a refusal has happened.
    fn is_to_come(&self, scene: &Scene<'_>) -> bool {
        let model = scene.context.model;
        let action = model.action(self.action.as_str());
        let reply = action
            .zip(self.reply)
            .and_then(|(action, (reply, told))| Some((model.reply(action, reply.as_str())?, told)));
        let met = reply.is_none_or(|(reply, _)| model.reply_prior(reply).contact > 0.0);
        let asked = reply.is_none() && matches!(self.told.sense.meaning, Meaning::Asked(_));
        let told = reply.map_or(self.told, |(_, told)| told);
        asked || met && (scene.follows(told, Cue::Plan) || scene.lies_ahead(told).is_some())
    }

    fn finish(self, scene: &Scene<'_>, shown: bool) -> Deed {
        let lexicon = scene.tape.lexicon;
        let (certain, tokens) = (self.is_certain(), self.told.tokens());
        let doubtful = scene.is_doubtful(self.told);
        let usual = match &self.moved {
            Moved::We if !self.cancelled => lexicon.usual(self.action, shown),
            Moved::We | Moved::They(_) => None,
        };
        let said = self.reply.map(|(key, told)| Reply {
            key: key.clone(),
            tokens: told.tokens(),
            certain: told.sense.certain && !scene.is_doubtful(told),
        });
        let assumed =
            usual.map(|key| Reply { key: key.clone(), tokens: tokens.clone(), certain: false });
        let through = self.through(scene);
        Deed {
            kind: self.action.clone(),
            reply: said.or(assumed),
            certain: certain && !doubtful,
            people: self.people(scene, &through),
            by: self.by(scene).filter(|by| !through.contains(by)),
            procedure_bound: scene.cues(Cue::Procedure).next().is_some(),
            words: self.words(scene),
            moved: self.moved,
            through,
            tokens,
        }
    }

    /// The words that tell of it and of any answer to it.
    fn words(&self, scene: &Scene<'_>) -> Vec<usize> {
        let outcomes = &scene.tape.lexicon.outcomes;
        let answers = |one: &&Match| match one.sense.meaning {
            Meaning::Outcome(index) => outcomes[index].reply_to(self.action).is_some(),
            _ => false,
        };
        let told = [Some(self.told), self.reply.map(|(_, told)| told)].into_iter().flatten();
        let told = told.chain(scene.matches.iter().filter(answers));
        told.flat_map(|one| one.words.iter().copied()).collect()
    }

    /// Who stood between, theirs or ours.
    fn through(&self, scene: &Scene<'_>) -> Vec<PersonId> {
        let matches = [Some(self.told), self.reply.map(|(_, told)| told)];
        let slots = matches.into_iter().flatten().filter_map(|one| one.slot(Slot::Through));
        slots.filter_map(|slot| scene.mentioned_at(slot)).flat_map(Actor::people).collect()
    }

    /// The people on the other side: of its clause, otherwise of the clause that tells the answer,
    /// otherwise the nearest.
    fn people(&self, scene: &Scene<'_>, through: &[PersonId]) -> Vec<PersonId> {
        let speakers: Vec<PersonId> =
            scene.reports().flat_map(|(_, speaker)| speaker.people()).collect();
        let of_clause = |at: usize| -> Vec<PersonId> {
            let theirs = scene.actors_in_clause(at).filter(|actor| actor.theirs().is_some());
            let mut people: Vec<PersonId> = theirs.flat_map(Actor::people).collect();
            people.retain(|id| !through.contains(id));
            people
        };
        let slot = self.told.slot(Slot::Person).and_then(|slot| scene.mentioned_at(slot));
        let at = self.told.tokens().start;
        let mut people: Vec<PersonId> = slot.map(Actor::people).unwrap_or_default();
        if self.moved == Moved::We || people.is_empty() {
            people.extend(of_clause(at));
        }
        people.retain(|id| !through.contains(id));
        if people.iter().any(|id| !speakers.contains(id)) {
            people.retain(|id| !speakers.contains(id));
        }
        if people.is_empty() {
            people = self.reply.map(|(_, told)| of_clause(told.tokens().start)).unwrap_or_default();
        }
        if people.is_empty() {
            people = scene.nearest_besides(at, through).people;
        }
        unique(people)
    }

    /// A colleague who did it: named before it, in its clause.
    fn by(&self, scene: &Scene<'_>) -> Option<PersonId> {
        let start = self.told.tokens().start;
        let before = scene.actors_in_clause(start).filter(|actor| actor.tokens.end <= start);
        before.filter(|actor| actor.is_us_acting()).flat_map(Actor::people).next()
    }
}
