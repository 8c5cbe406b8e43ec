//! Advice: what to do next in each deal, as it was last read off, and what became of suggestions.

use assent_domain::advice::DismissalReason;
use assent_domain::ids::{OpportunityId, PersonId, ProposalId, UserId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::Sight;
use assent_domain::time::{Day, Timestamp};

use crate::StoreError;
use crate::db::{Db, Row, params};
use crate::sql::Sql;

/// Deals whose advice is looked through at most.
const MOST_DEALS: i64 = 1_000;

/// The advice of a deal, as it lies in the database. The JSON text is the caller's own form.
#[derive(Clone, Debug, PartialEq)]
pub struct DealAdvice {
    /// The deal.
    pub opportunity: OpportunityId,
    /// The day it was read on.
    pub read_on: Day,
    /// As JSON.
    pub body: String,
}

/// Writes what to do next in a deal.
///
/// # Errors
/// When the database fails.
pub fn put(
    db: &mut Db,
    opportunity: OpportunityId,
    read_on: Day,
    body: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO advice (opportunity_id, read_on, body) VALUES ($1, $2, $3)
               ON CONFLICT (opportunity_id) DO UPDATE
               SET read_on = excluded.read_on, body = excluded.body";
    db.execute_later(sql, params![opportunity, read_on, body])
}

/// Removes the advice of a deal that has ended.
///
/// # Errors
/// When the database fails.
pub fn remove(db: &mut Db, opportunity: OpportunityId) -> Result<(), StoreError> {
    db.execute_later("DELETE FROM advice WHERE opportunity_id = $1", params![opportunity])
}

/// The advice of an owner's deals within sight, in no particular order.
///
/// # Errors
/// When the database fails.
pub fn of_owner(db: &mut Db, sight: &Sight, owner: UserId) -> Result<Vec<DealAdvice>, StoreError> {
    let mut sql = Sql::new(
        "SELECT a.opportunity_id, a.read_on, a.body FROM opportunity t
         JOIN advice a ON a.opportunity_id = t.id
         WHERE t.deleted_at IS NULL AND t.owner_id = ",
    );
    sql.bind(owner).push(" AND ").within(sight, "t").limit(MOST_DEALS);
    sql.query(db, |row| {
        Ok(DealAdvice {
            opportunity: row.id(0)?,
            read_on: row.text(1)?,
            body: row.str(2)?.to_owned(),
        })
    })
}

/// What became of a suggestion.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal<'a> {
    /// Which.
    pub id: ProposalId,
    /// The deal.
    pub opportunity: OpportunityId,
    /// To whom.
    pub person: PersonId,
    /// Which action.
    pub action: &'a str,
    /// Their part at the time.
    pub role: BuyingRole,
    /// Why it was put away; nothing, if it was taken up.
    pub dismissed: Option<(DismissalReason, Option<&'a str>)>,
    /// When.
    pub made_on: Day,
    /// By whom.
    pub by: Option<UserId>,
}

/// Notes what became of a suggestion.
///
/// # Errors
/// When the database fails.
pub fn note(db: &mut Db, proposal: &Proposal<'_>, now: Timestamp) -> Result<(), StoreError> {
    let fate = if proposal.dismissed.is_some() { "dismissed" } else { "taken_up" };
    db.execute_later(
        "INSERT INTO proposal (id, opportunity_id, person_id, action, role, fate, reason, note,
                               made_on, made_at, by_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            proposal.id,
            proposal.opportunity,
            proposal.person,
            proposal.action,
            proposal.role.as_str(),
            fate,
            proposal.dismissed.map(|(reason, _)| reason.as_str()),
            proposal.dismissed.and_then(|(_, note)| note),
            proposal.made_on,
            now,
            proposal.by,
        ],
    )
}

/// A suggestion that was put away and not taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissal {
    /// Which.
    pub id: ProposalId,
    /// The deal.
    pub opportunity: OpportunityId,
    /// To whom.
    pub person: PersonId,
    /// Which action.
    pub action: String,
    /// Why.
    pub reason: DismissalReason,
    /// In whose words.
    pub note: Option<String>,
    /// When.
    pub made_on: Day,
}

/// What was put away in a deal since `from`, oldest first.
///
/// # Errors
/// When the database fails.
pub fn dismissals(
    db: &mut Db,
    opportunity: OpportunityId,
    from: Day,
) -> Result<Vec<Dismissal>, StoreError> {
    let sql = "SELECT id, opportunity_id, person_id, action, reason, note, made_on FROM proposal
               WHERE opportunity_id = $1 AND taken_back_at IS NULL AND fate = 'dismissed'
                 AND made_on >= $2 ORDER BY made_at, id";
    db.query(sql, params![opportunity, from], read_dismissal)
}

/// A suggestion that was put away, taken back or not, if its deal is within sight.
///
/// # Errors
/// When the database fails.
pub fn dismissal(
    db: &mut Db,
    sight: &Sight,
    id: ProposalId,
) -> Result<Option<Dismissal>, StoreError> {
    let mut sql = Sql::new(
        "SELECT p.id, p.opportunity_id, p.person_id, p.action, p.reason, p.note, p.made_on
         FROM proposal p JOIN opportunity t ON t.id = p.opportunity_id
         WHERE p.fate = 'dismissed' AND p.id = ",
    );
    sql.bind(id).push(" AND ").within(sight, "t");
    sql.query_first(db, read_dismissal)
}

fn read_dismissal(row: &Row<'_>) -> Result<Dismissal, StoreError> {
    Ok(Dismissal {
        id: row.id(0)?,
        opportunity: row.id(1)?,
        person: row.id(2)?,
        action: row.str(3)?.to_owned(),
        reason: row.text(4)?,
        note: row.opt_str(5)?.map(str::to_owned),
        made_on: row.text(6)?,
    })
}

/// Takes back what was noted of a suggestion.
///
/// # Errors
/// When the database fails.
pub fn take_back(db: &mut Db, id: ProposalId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE proposal SET taken_back_at = $2 WHERE id = $1 AND taken_back_at IS NULL";
    db.execute_later(sql, params![id, now])
}

/// How often an action was proposed to people in a part and taken up, or put away as unsuited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FateCount {
    /// Which action.
    pub action: String,
    /// People in which part.
    pub role: BuyingRole,
    /// Whether it was taken up.
    pub taken_up: bool,
    /// How often.
    pub count: usize,
}

/// What became of suggestions in the whole house since `from`.
///
/// # Errors
/// When the database fails.
pub fn fates(db: &mut Db, from: Timestamp) -> Result<Vec<FateCount>, StoreError> {
    let sql = "SELECT action, role, fate, COUNT(*) FROM proposal
               WHERE taken_back_at IS NULL AND made_at >= $1
                 AND (fate = 'taken_up' OR reason = 'does_not_suit')
               GROUP BY action, role, fate ORDER BY action, role, fate";
    db.query(sql, params![from], |row| {
        Ok(FateCount {
            action: row.str(0)?.to_owned(),
            role: row.text(1)?,
            taken_up: row.str(2)? == "taken_up",
            count: row.int(3)? as usize,
        })
    })
}
