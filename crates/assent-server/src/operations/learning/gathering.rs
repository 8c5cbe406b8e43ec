//! What there is to learn from, and which deals judge what was learned.

use assent_domain::evidence;
use assent_domain::ids::OpportunityId;
use assent_domain::permission::Sight;
use assent_domain::time::Day;
use assent_inference::Dealing;
use assent_store::Db;
use assent_store::learnings::{self, LearnedFrom};

use crate::operations::{Act, Refusal, estimates};

/// Deals looked at, at most: the latest.
const MOST_DEALS: usize = 3_000;
/// Dealings learned from, at most. Each takes a few kilobytes and some milliseconds a pass.
const MOST_DEALINGS: usize = 5_000;
/// The share of the deals that ended which judge.
const JUDGING_SHARE: f64 = 0.3;
/// How many deals must judge,
pub const LEAST_JUDGES: usize = 20;
/// and how many of them at least must have been won, and not.
pub const LEAST_OF_EITHER: usize = 5;

/// What is to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The deals whose records teach.
    pub teach: Vec<OpportunityId>,
    /// The deals that ended by then.
    pub earlier: Vec<EndedDeal>,
    /// The deals that ended later: they judge.
    pub later: Vec<EndedDeal>,
    /// Until when records teach.
    pub taught_until: Option<Day>,
}

/// A deal that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedDeal {
    /// Which.
    pub deal: OpportunityId,
    /// When it began.
    pub opened_on: Day,
    /// When it ended.
    pub ended_on: Day,
    /// Whether it was won.
    pub won: bool,
}

/// Lays down which deals teach and which judge. Split is by time: a day is found after which three of
/// ten of the deals ended.
///
/// # Errors
/// When the database fails.
pub fn plan(db: &mut Db) -> Result<Plan, Refusal> {
    Ok(split(&learnings::deals(db, MOST_DEALS)?))
}

fn split(deals: &[LearnedFrom]) -> Plan {
    let of = |deal: &LearnedFrom| {
        let (at, won) = deal.ended?;
        let ended_on = Day::from(at.date());
        Some(EndedDeal { deal: deal.deal, opened_on: deal.opened_on, ended_on, won })
    };
    let mut ended: Vec<EndedDeal> = deals.iter().filter_map(of).collect();
    ended.sort_by_key(|one| (one.ended_on, one.deal));
    let first_judge = (ended.len() as f64 * (1.0 - JUDGING_SHARE)).floor() as usize;
    // Deals of one day are on one side.
    let taught_until = first_judge.checked_sub(1).map(|last| ended[last].ended_on);
    let is_later = |one: &EndedDeal| Some(one.ended_on) > taught_until;
    let (later, earlier) = ended.into_iter().partition(is_later);
    let teach = deals.iter().filter(|one| taught_until.is_some_and(|until| one.opened_on <= until));
    let teach = teach.map(|one| one.deal).collect();
    Plan { teach, earlier, later, taught_until }
}

impl Plan {
    /// Whether the deals that judge are enough, of either outcome.
    pub fn can_be_judged(&self) -> bool {
        let won = self.later.iter().filter(|one| one.won).count();
        let not = self.later.len() - won;
        self.later.len() >= LEAST_JUDGES && won.min(not) >= LEAST_OF_EITHER
    }

    /// How many deals ended.
    pub fn ended(&self) -> usize {
        self.earlier.len() + self.later.len()
    }
}

/// Gathers the dealings of some deals, as they were recorded until the day given, as long as there are
/// not too many.
///
/// # Errors
/// When the database fails.
pub fn gather(
    db: &mut Db,
    act: &Act,
    deals: &[OpportunityId],
    until: Day,
    dealings: &mut Vec<Dealing>,
) -> Result<(), Refusal> {
    for deal in deals {
        if dealings.len() >= MOST_DEALINGS {
            break;
        }
        let deal = estimates::load(db, &Sight::All, *deal)?;
        let gathered = evidence::gather(&act.model, &deal.facts.records, until);
        dealings.extend(gathered.into_values().map(|evidence| Dealing {
            start: evidence.start(),
            until_days: evidence.until_days(),
            history: evidence.history,
        }));
    }
    dealings.truncate(MOST_DEALINGS);
    Ok(())
}

#[cfg(test)]
mod tests {
    use assent_domain::time::Timestamp;
    use uuid::Uuid;

    use super::*;

    fn deal(number: u128, opened: i64, ended: Option<(i64, bool)>) -> LearnedFrom {
        let ended = ended.map(|(day, won)| (Day::from_number(day).start(), won));
        let (deal, opened_on) = (Uuid::from_u128(number).into(), Day::from_number(opened));
        LearnedFrom { deal, opened_on, ended: ended as Option<(Timestamp, bool)> }
    }

    #[test]
    fn the_latest_three_of_ten_judge_and_nothing_later_teaches() {
        let mut deals: Vec<LearnedFrom> = (0..10)
            .map(|at| deal(at, 100 + at as i64, Some((200 + at as i64, at % 2 == 0))))
            .collect();
        deals.push(deal(10, 150, None));
        deals.push(deal(11, 207, None));
        let plan = split(&deals);
        assert_eq!(plan.taught_until, Some(Day::from_number(206)));
        let judges: Vec<i64> = plan.later.iter().map(|one| one.ended_on.number()).collect();
        assert_eq!(judges, [207, 208, 209]);
        // All but the deal that began later.
        assert_eq!(plan.teach.len(), 11);
        assert!(!plan.can_be_judged());
    }

    #[test]
    fn deals_that_end_on_one_day_do_not_judge_each_other() {
        let deals: Vec<LearnedFrom> = (0..10).map(|at| deal(at, 100, Some((200, true)))).collect();
        let plan = split(&deals);
        assert!(plan.later.is_empty() && plan.ended() == 10);
        let none = split(&[deal(1, 5, None)]);
        assert_eq!((none.teach.len(), none.taught_until), (0, None));
    }

    #[test]
    fn both_outcomes_are_needed() {
        let of = |won: usize, not: usize| {
            let ended = |at: usize| Some((300 + at as i64, at < won));
            // Two thirds more, earlier, so that these are the later three of ten.
            let early =
                (0..7 * (won + not) / 3 + 1).map(|at| deal(1_000 + at as u128, 1, Some((2, true))));
            let late = (0..won + not).map(|at| deal(at as u128, 1, ended(at)));
            split(&early.chain(late).collect::<Vec<_>>()).can_be_judged()
        };
        assert!(of(15, 15));
        assert!(!of(28, 2) && !of(5, 5));
    }
}
