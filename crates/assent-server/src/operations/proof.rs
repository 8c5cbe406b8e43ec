//! Proof: what the house's own closed deals say of the chance to win, beside a plain challenger.
//!
//! It speaks of all deals at once and names none. Computing takes a while, so it is asked for, done as
//! a chore, and kept with its day and the model it was made with.

use assent_domain::ids::{ProofId, UserId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::proof::{AGES, ClosedDeal, Sample, TrackRecord, Winner, prove, samples};
use assent_domain::time::{Day, Timestamp};
use assent_inference::Model;
use assent_store::proof::{self as stored, Ended, ProofRun};
use assent_store::{Db, installation, outbox};

use super::kept::{Place, note_as};
use super::{Act, Refusal, control, estimates};

/// The word of the chore.
pub const KIND: &str = "prove";
/// Deals that are looked at, those that ended last.
const MOST_DEALS: usize = 5_000;
/// After so long without a move a computing is taken for dead, and may be asked for anew.
const DEAD_AFTER_SECONDS: i64 = 900;
/// The word for it in the journal.
const NOUN: &str = "proof";

/// What was last computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Computed {
    /// When.
    pub computed_at: Timestamp,
    /// Who asked for it, with their name; nobody, if it was due.
    pub asked_by: Option<(UserId, String)>,
    /// The model that the forecasts were made with.
    pub model: String,
    /// What came out.
    pub proof: TrackRecord,
}

/// What there is to be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What was last computed.
    pub computed: Option<Computed>,
    /// The computing that is going on or has failed.
    pub run: Option<ProofRun>,
    /// Deals that have ended by now.
    pub closed: usize,
    /// Whether the deals are those of a demo, and so invented.
    pub invented: bool,
}

/// What was last computed, and how far the computing is that goes on.
///
/// # Errors
/// When the actor may not see it, or the database fails.
pub fn seen(db: &mut Db, act: &Act) -> Result<Seen, Refusal> {
    let sight = act.sight(Noun::Proof, Action::Read)?;
    let computed = stored::latest(db, &sight)?.and_then(|row| {
        // What an older program wrote in another form is as good as nothing.
        let proof = serde_json::from_str(&row.body).ok()?;
        let (computed_at, asked_by, model) = (row.computed_at, row.asked_by, row.model);
        Some(Computed { computed_at, asked_by, model, proof })
    });
    let run = stored::run(db)?.filter(|run| run.ended_at.is_none() || run.error.is_some());
    let closed = stored::ended(db, &Sight::All)?.len();
    let invented = installation::get(db)?.is_some_and(|one| one.demo_case.is_some());
    Ok(Seen { computed, run, closed, invented })
}

/// Who won when it was last computed, and when that was: for showing beside a chance to win. Nothing,
/// while there is too little history to say. It names no deal and no figure, so whoever sees a chance
/// may see it.
///
/// # Errors
/// When the database fails.
pub fn verdict(db: &mut Db) -> Result<Option<(Winner, Day)>, Refusal> {
    let row = stored::latest(db, &Sight::All)?;
    Ok(row.and_then(|row| {
        let proof: TrackRecord = serde_json::from_str(&row.body).ok()?;
        proof.trial.map(|_| (row.verdict, row.computed_at.date().into()))
    }))
}

/// Asks for it to be computed anew: `ask_proof`. While a computing goes on, that one will do.
///
/// # Errors
/// When the actor may not, or the database fails.
pub fn ask(db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
    act.sight(Noun::Proof, Action::Create)?;
    let alive = act.now.plus_seconds(-DEAD_AFTER_SECONDS);
    let going_on = |run: &ProofRun| run.ended_at.is_none() && run.moved_at >= alive;
    if stored::run(db)?.as_ref().is_some_and(going_on) {
        return Ok(());
    }
    stored::begin(db, act.user(), act.now)?;
    let key = format!("{KIND}:{}", act.now.as_micros());
    let id = act.mint::<ProofId>();
    outbox::put(db, act.mint(), KIND, &key, "{}", act.now, act.now)?;
    note_as(db, act, "ask_proof", NOUN, id.uuid(), &Place::default(), None)
}

/// Notes that computing begins, where it was due and nobody had asked.
///
/// # Errors
/// When the database fails.
pub fn begin(db: &mut Db, act: &Act) -> Result<(), Refusal> {
    if stored::run(db)?.is_none_or(|run| run.ended_at.is_some()) {
        stored::begin(db, None, act.now)?;
    }
    Ok(())
}

/// The deals to be looked at, by day of closing.
///
/// # Errors
/// When the database fails.
pub fn ended(db: &mut Db) -> Result<Vec<Ended>, Refusal> {
    let mut ended = stored::ended(db, &Sight::All)?;
    ended.drain(..ended.len().saturating_sub(MOST_DEALS));
    Ok(ended)
}

/// What could have been said of some of these deals on the days of their lives that are asked about.
///
/// # Errors
/// When the database fails.
pub fn look_back(
    db: &mut Db,
    act: &Act,
    ended: &[Ended],
    which: std::ops::Range<usize>,
) -> Result<Vec<Sample>, Refusal> {
    let limits = control::bearings(db, act)?.limits;
    let mut all = Vec::new();
    for number in which {
        let Ended { deal, closed_on, won } = ended[number];
        let deal = match estimates::load(db, &Sight::All, deal) {
            Ok(deal) => deal,
            // It was put away meanwhile.
            Err(Refusal::NotFound) => continue,
            Err(other) => return Err(other),
        };
        let added = |one: &assent_store::stakeholders::Stakeholder| {
            (one.facts.person_id, Day::from(one.meta.created_at.date()))
        };
        let parts_added = deal.stakeholders.iter().map(added).collect();
        let closed = ClosedDeal { facts: deal.facts, won, closed_on, parts_added };
        all.extend(samples(&act.model, &limits, &closed, number, &AGES));
    }
    Ok(all)
}

/// What all of them say.
#[must_use]
pub fn judge(model: &Model, ended: &[Ended], samples: &[Sample]) -> TrackRecord {
    let deals: Vec<(Day, bool)> = ended.iter().map(|one| (one.closed_on, one.won)).collect();
    prove(model, &deals, samples)
}

/// Keeps what was computed: `compute_proof`.
///
/// # Errors
/// When the database fails.
pub fn keep(db: &mut Db, act: &mut Act, proof: &TrackRecord) -> Result<(), Refusal> {
    let asked_by =
        stored::run(db)?.filter(|run| run.ended_at.is_none()).and_then(|run| run.asked_by);
    let verdict = proof.trial.as_ref().map_or(Winner::Undecided, |trial| trial.verdict);
    // A proof is plain values, which always have a JSON form.
    let body = serde_json::to_string(proof).unwrap_or_default();
    let (id, model) = (act.mint::<ProofId>(), act.model.version().to_string());
    stored::put(db, id, &model, (verdict, &body), asked_by, act.now)?;
    stored::end(db, None, act.now)?;
    let detail = serde_json::json!({ "verdict": verdict, "closed": proof.closed }).to_string();
    note_as(db, act, "compute_proof", NOUN, id.uuid(), &Place::default(), Some(detail))
}
