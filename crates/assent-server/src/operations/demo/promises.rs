//! Promises both ways, as the lives of the people tell them, and some that are still open.

use assent_domain::time::Day;
use assent_inference::{Model, Observation, What};
use rand::Rng;

use super::cast::random_below;
use super::dates::working_day;

/// A promise between the seller and one of theirs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promise {
    /// Whether it is ours.
    pub(super) ours: bool,
    /// The person on the other side, by their place among the people of the deal.
    pub(super) person: usize,
    pub(super) made: Day,
    pub(super) due: Option<Day>,
    pub(super) kept: Option<Day>,
    pub(super) broken: Option<Day>,
    pub(super) withdrawn: Option<Day>,
}

impl Promise {
    fn has_ended(&self) -> bool {
        self.kept.or(self.broken).or(self.withdrawn).is_some()
    }
}

/// Days for which the house leaves a lapsed promise standing.
const LEFT_STANDING: i64 = 12;

/// The promises that somebody's observations tell of. In a house that looks after its promises few
/// stand overdue, and none for long: ours are owned up to, and of theirs no day is held against them.
pub(super) fn of(
    model: &Model,
    person: usize,
    observed: &[Observation],
    (first_day, today): (i64, Day),
    dice: &mut impl Rng,
) -> Vec<Promise> {
    let is_past = |day: i64| day < today.number() - LEFT_STANDING;
    let mut promises: Vec<Promise> = Vec::new();
    for one in observed {
        let day = one.at_days.floor() as i64;
        let (action, reply) = match one.what {
            What::Question(question) => (question.action(), None),
            What::Reply { reply, .. } => {
                let prior = model.reply_prior(reply);
                (prior.action, Some(prior.name.as_str()))
            }
            _ => continue,
        };
        let before = |days: usize, dice: &mut _| {
            working_day((day - 3 - random_below(days, dice) as i64).max(first_day), first_day)
        };
        match (model.action_prior(action).name.as_str(), reply) {
            ("promise_kept", _) => {
                let made = before(8, dice);
                promises.push(Promise {
                    kept: Some(number(day)),
                    ..given(true, person, made, day + 1)
                });
            }
            ("promise_broken", _) => {
                // Its day is the day before: that is when it counts as broken.
                let promise = given(true, person, before(9, dice), day - 1);
                let said = random_below(2, dice) == 0 || is_past(day);
                promises.push(Promise { broken: said.then(|| number(day)), ..promise });
            }
            ("their_promise", None) => {
                let due = day + 8 + random_below(10, dice) as i64;
                promises.push(given(false, person, day, due));
            }
            ("their_promise", Some(reply)) => {
                if let Some(open) = promises.iter_mut().rev().find(|one| !one.ours) {
                    let end = Some(number(day));
                    if reply == "kept" { open.kept = end } else { open.withdrawn = end }
                }
            }
            _ => {}
        }
    }
    for lapsed in promises.iter_mut().filter(|one| !one.ours && !one.has_ended()) {
        lapsed.due = lapsed.due.filter(|due| !is_past(due.number()));
    }
    promises
}

/// A promise of ours that is still open: with time left, or overdue since a day or so.
pub(super) fn still_open(person: usize, today: Day, overdue: bool, dice: &mut impl Rng) -> Promise {
    let made = today.number() - 4 - random_below(5, dice) as i64;
    let due = if overdue {
        today.number() - 1
    } else {
        today.number() + 2 + random_below(6, dice) as i64
    };
    given(true, person, made, due)
}

fn given(ours: bool, person: usize, made: i64, due: i64) -> Promise {
    Promise {
        ours,
        person,
        made: number(made.min(due)),
        due: Some(number(due)),
        kept: None,
        broken: None,
        withdrawn: None,
    }
}

fn number(day: i64) -> Day {
    Day::from_number(day)
}
