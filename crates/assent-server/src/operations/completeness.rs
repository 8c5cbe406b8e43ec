//! How completely sellers record: set by those who lead them, or estimated from their dealings.
//!
//! Either moves what is believed of everybody in the seller's living deals, which are settled anew.

use assent_domain::completeness::{ENOUGH_DEALINGS, EstimatedShare, MOST_DEALINGS, RecordChannel};
use assent_domain::estimate::estimate;
use assent_domain::evidence::{self, PersonEvidence};
use assent_domain::ids::{OpportunityId, UserId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_inference::{
    Channel, Completeness, CompletenessEstimate, Dealing, Model, Phase, Share,
    estimate_completeness,
};
use assent_store::Db;
use assent_store::completeness::{self, Certainty, Seller};

use super::kept::{Place, note_as};
use super::{Act, Refusal, estimates};

/// The word for it in the journal.
const NOUN: &str = "completeness";

/// The sellers whose completeness the actor may see, or the one asked for.
///
/// # Errors
/// When the actor may see none.
pub fn sellers(db: &mut Db, act: &Act, only: Option<UserId>) -> Result<Vec<Seller>, Refusal> {
    let sight = act.sight(Noun::Completeness, Action::Read)?;
    Ok(completeness::sellers(db, &sight, only)?)
}

/// Sets how much of a channel a seller records, or takes back what was set: `set_completeness`.
///
/// # Errors
/// When the seller is out of sight, or the actor may not.
pub fn set(
    db: &mut Db,
    act: &mut Act,
    user: UserId,
    channel: RecordChannel,
    share: Option<Share>,
) -> Result<(), Refusal> {
    let seller = sellers(db, act, Some(user))?.pop().ok_or(Refusal::NotFound)?;
    let sight = act.sight(Noun::Completeness, Action::Update)?;
    if !sight.covers(Some(user), seller.team) {
        return Err(Refusal::Forbidden);
    }
    let share = share.map(Share::get);
    completeness::set(db, user, channel, share, act.user(), act.now)?;
    let detail = serde_json::json!({"channel": channel, "share": share}).to_string();
    note_as(db, act, "set_completeness", NOUN, user.uuid(), &place(&seller), Some(detail))?;
    follow_up(db, act, user)
}

/// What the dealings of a seller say of how completely they record; `None` if they are too few.
/// Seconds of computing.
///
/// # Errors
/// When the database fails.
pub fn estimate_of(
    db: &mut Db,
    act: &Act,
    user: UserId,
) -> Result<Option<(CompletenessEstimate, i64)>, Refusal> {
    let mut dealings = Vec::new();
    for (deal, _) in completeness::deals_of(db, user)? {
        let gathered = gathered(db, act, deal)?;
        dealings.extend(gathered.iter().map(|evidence| Dealing {
            start: evidence.start(),
            history: evidence.history.clone(),
            until_days: evidence.until_days(),
        }));
        if dealings.len() >= MOST_DEALINGS {
            break;
        }
    }
    dealings.truncate(MOST_DEALINGS);
    let count = dealings.len() as i64;
    Ok((count >= ENOUGH_DEALINGS).then(|| (estimate_completeness(&act.model, &dealings), count)))
}

/// Takes an estimate over: `estimate_completeness`. Without one, only what can be known of the
/// seller's people is computed anew.
///
/// # Errors
/// When the database fails.
pub fn take_over(
    db: &mut Db,
    act: &mut Act,
    user: UserId,
    estimate: Option<&(CompletenessEstimate, i64)>,
) -> Result<(), Refusal> {
    let Some((estimate, dealings)) = estimate else { return assess(db, act, user) };
    for channel in RecordChannel::ALL {
        let found = estimate.channels[Channel::from(*channel) as usize];
        let [share, low, high] = [found.share, found.low, found.high].map(Share::get);
        let estimated = EstimatedShare { share, low, high, dealings: *dealings };
        completeness::put_estimate(db, user, *channel, &estimated, act.now)?;
    }
    if let Some(seller) = completeness::sellers(db, &Sight::All, Some(user))?.pop() {
        note_as(db, act, "estimate_completeness", NOUN, user.uuid(), &place(&seller), None)?;
    }
    follow_up(db, act, user)
}

fn place(seller: &Seller) -> Place {
    Place { owner: Some(seller.user), team: seller.team, ..Place::default() }
}

/// Settles what is believed in the living deals of a seller, and what can be known there.
fn follow_up(db: &mut Db, act: &mut Act, user: UserId) -> Result<(), Refusal> {
    for (deal, lives) in completeness::deals_of(db, user)? {
        if lives {
            estimates::settle_all(db, act, deal)?;
        }
    }
    assess(db, act, user)
}

/// How sure we are of the people in a seller's living deals, and how sure we would be if everything
/// were recorded and were what is recorded.
fn assess(db: &mut Db, act: &Act, user: UserId) -> Result<(), Refusal> {
    let mut certainty = Certainty::default();
    let (mut sum, mut sum_full) = (0.0, 0.0);
    for (deal, lives) in completeness::deals_of(db, user)? {
        let gathered = gathered(db, act, deal)?;
        certainty.dealings += gathered.len() as i64;
        for evidence in gathered.into_iter().filter(|_| lives) {
            certainty.people += 1;
            sum += sureness(&act.model, &evidence);
            let full = Completeness::uniform(Share::ONE);
            sum_full += sureness(&act.model, &PersonEvidence { completeness: full, ..evidence });
        }
    }
    let mean = |sum: f64| (certainty.people > 0).then(|| sum / certainty.people as f64);
    (certainty.certainty, certainty.certainty_full) = (mean(sum), mean(sum_full));
    Ok(completeness::put_certainty(db, user, &certainty, act.now)?)
}

fn gathered(db: &mut Db, act: &Act, deal: OpportunityId) -> Result<Vec<PersonEvidence>, Refusal> {
    let deal = estimates::load(db, &Sight::All, deal)?;
    let gathered = evidence::gather(&act.model, &deal.facts.records, act.today());
    Ok(gathered.into_values().collect())
}

/// The probability of the stage named.
fn sureness(model: &Model, evidence: &PersonEvidence) -> f64 {
    let estimate = estimate(model, evidence);
    let stages = estimate.state.stages(Phase::from(estimate.reading.phase));
    stages.probability(stages.median())
}
