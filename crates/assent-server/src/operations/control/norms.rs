//! What is usual in the house: how fast its deals end, and how long they stay in each stage.

use std::collections::BTreeMap;

use assent_domain::control::{Norms, UsualStay};
use assent_domain::ids::StageId;
use assent_domain::opportunity::Outcome as Word;
use assent_domain::time::Day;
use assent_inference::{ClosingCounts, Outcome, Spell, Spells};
use assent_store::indicators::Life;
use assent_store::{Db, control, indicators};

use super::super::{Act, Refusal};
use super::bearings;

/// Computes what is usual from all deals of the house and lays it down.
///
/// # Errors
/// When the database fails.
pub fn refresh(db: &mut Db, act: &Act) -> Result<(), Refusal> {
    let limits = bearings(db, act)?.limits;
    let today = act.today().number();
    let days = |from: Day, to: i64| (to - from.number()).max(0) as f64;
    let lives = indicators::lives(db)?;
    let life = |life: Life| match life.end {
        Some((at, how)) => {
            let ended = Day::from(at.date()).number();
            Spell { days: days(life.opened_on, ended), end: Some(outcome(how)) }
        }
        None => Spell { days: days(life.opened_on, today), end: None },
    };
    let lives = spells(lives.into_iter().map(life).collect());
    let mut by_stage: BTreeMap<StageId, Vec<Spell<()>>> = BTreeMap::new();
    for stay in indicators::stays(db)? {
        let end = stay.left.map_or(today, |at| Day::from(at.date()).number());
        let spell =
            Spell { days: days(Day::from(stay.entered.date()), end), end: stay.left.map(|_| ()) };
        by_stage.entry(stay.stage).or_default().push(spell);
    }
    let usual = |stays: Vec<Spell<()>>| {
        let stays = spells(stays);
        let days = stays.days_until(limits.stage_share)?;
        Some(UsualStay { days, ended: stays.ended() })
    };
    let norms = Norms {
        closing: ClosingCounts::of(&act.model, &lives),
        stays: by_stage.into_iter().filter_map(|(id, stays)| Some((id, usual(stays)?))).collect(),
    };
    let body = serde_json::to_string(&norms).unwrap_or_default();
    Ok(control::set_norm(db, act.today(), &body)?)
}

/// Lengths were made not negative above, so they are spells.
fn spells<C: PartialEq>(lengths: Vec<Spell<C>>) -> Spells<C> {
    Spells::new(lengths).unwrap_or_else(|fault| unreachable!("days are not negative: {fault}"))
}

fn outcome(word: Word) -> Outcome {
    match word {
        Word::Won => Outcome::Won,
        Word::Lost => Outcome::Lost,
        Word::NoDecision => Outcome::NoDecision,
    }
}
