//! What could be said of a deal on a day of its life: the chance that was shown, its terms, and the
//! plain numbers of which anybody could have made a forecast.

use std::collections::BTreeSet;

use assent_inference::{Case, ControlPrior, Counting, Model};

use super::known::{ClosedDeal, known_by};
use crate::interaction::Direction;
use crate::picture::Picture;
use crate::time::Day;
use crate::winning::{WinTermWord, win_at};
use crate::words::words;

words! {
    /// A number that is counted off the records without any model.
    pub enum PlainNumber {
        /// Records so far: ln (1 + n).
        Records = "records",
        /// What we did towards them: ln (1 + n).
        Deeds = "deeds",
        /// Days on which any of them was heard: ln (1 + n).
        DaysHeard = "days_heard",
        /// Days since any of them was last heard, or since the deal began: ln (1 + n).
        DaysSilent = "days_silent",
        /// People of theirs of whom anything is recorded: ln (1 + n).
        People = "people",
    }
}

/// A deal on a day of its life.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The deal, by its place in the caller's list.
    pub deal: usize,
    /// How old it was, in days.
    pub age_days: i64,
    /// When it ended.
    pub closed_on: Day,
    /// The chance to win that was shown; the base rate, where nobody was known.
    pub shown: f64,
    /// Terms, plain numbers and what came of it.
    pub case: Case,
}

/// What could be said of a deal at each of these ages at which it was still open.
#[must_use]
pub fn samples(
    model: &Model,
    limits: &ControlPrior,
    deal: &ClosedDeal,
    number: usize,
    ages: &[i64],
) -> Vec<Sample> {
    let opened = deal.facts.opened_on.number();
    let open = ages.iter().filter(|age| opened + **age < deal.closed_on.number());
    open.map(|age| {
        let day = Day::from_number(opened + age);
        let facts = known_by(deal, day);
        let picture = Picture::of(model, limits, &facts, day);
        let win = win_at(&picture, picture.last_look(), Counting::Once);
        let points = |word: WinTermWord| -> f64 {
            let terms = win.iter().flat_map(|win| &win.terms).filter(|term| term.kind == word);
            terms.map(|term| term.points).sum()
        };
        let terms = WinTermWord::ALL.iter().filter(|word| **word != WinTermWord::Base);
        let base = model.win_prior().base_rate;
        Sample {
            deal: number,
            age_days: *age,
            closed_on: deal.closed_on,
            shown: win.as_ref().map_or(base, |win| win.read_out.probability()),
            case: Case {
                terms: terms.map(|word| log_odds(points(*word))).collect(),
                plain: plain(&picture, day),
                read: Vec::new(),
                outcome: deal.won,
            },
        }
    })
    .collect()
}

/// Points are ten times the base-2 logarithm of the odds.
fn log_odds(points: f64) -> f64 {
    points * std::f64::consts::LN_2 / 10.0
}

/// The numbers, in the order of [`PlainNumber::ALL`].
fn plain(picture: &Picture<'_>, day: Day) -> Vec<f64> {
    let records = &picture.deal.records;
    let until = day.end().days();
    let theirs = picture.evidence.values();
    let heard: BTreeSet<i64> = theirs
        .flat_map(|one| one.history.days_of_contact(picture.model, until))
        .map(|at| at as i64)
        .collect();
    let last = heard.last().copied().unwrap_or(picture.deal.opened_on.number());
    let deeds = records.interactions.iter();
    let deeds = deeds.filter(|one| one.facts.direction == Some(Direction::Out)).count();
    PlainNumber::ALL
        .iter()
        .map(|number| match number {
            PlainNumber::Records => records.interactions.len() + records.commitments.len(),
            PlainNumber::Deeds => deeds,
            PlainNumber::DaysHeard => heard.len(),
            PlainNumber::DaysSilent => (day.number() - last).max(0) as usize,
            PlainNumber::People => picture.evidence.len(),
        })
        .map(|count| (count as f64).ln_1p())
        .collect()
}
