//! The forecast: the totals that open deals may come to until a day, drawn many times over.
//!
//! The generator is seeded by the day and the deals, so that looking twice shows the same.

use std::collections::BTreeMap;

use assent_domain::ids::UserId;
use assent_domain::money::{Currency, Money};
use assent_domain::permission::{Action, Noun};
use assent_domain::time::Day;
use assent_domain::winning::WinChance;
use assent_inference::{ClosingPace, Forecast, Prospect};
use assent_store::Db;
use assent_store::indicators::{self, BoardFilter, Chance};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::{Act, Refusal, control};

/// How many times totals are drawn.
const DRAWS: usize = 2_000;
/// Deals times draws at most: with more deals there are fewer draws.
const MOST_WORK: usize = 10_000_000;
/// Points of a curve.
const POINTS: usize = 21;

/// What open deals may come to.
#[derive(Debug)]
pub struct Drawn {
    /// Until when.
    pub until: Day,
    /// How many times it was drawn.
    pub draws: usize,
    /// By currency, with the bare sum of the amounts.
    pub currencies: Vec<(Currency, i64, Expectation)>,
    /// By seller and currency.
    pub owners: Vec<((UserId, String), Currency, Expectation)>,
    /// The deals with an amount, by the chance to come in times the amount.
    pub deals: Vec<Deal>,
    /// How many deals say no amount.
    pub without_amount: usize,
}

/// A deal that may come in.
#[derive(Debug)]
pub struct Deal {
    /// What is known of it.
    pub chance: Chance,
    /// What it would bring.
    pub amount: Money,
    /// The chance to win it at all.
    pub win: WinChance,
    /// The chance to win it until the day.
    pub won_by: f64,
}

/// What some deals may come to, in minor units.
#[derive(Debug)]
pub struct Expectation {
    /// How many deals.
    pub deals: usize,
    /// Not exceeded one time in ten.
    pub p10: i64,
    /// Not exceeded half the time.
    pub p50: i64,
    /// Not exceeded nine times in ten.
    pub p90: i64,
    /// The mean.
    pub mean: i64,
    /// Totals with the chance of at least so much.
    pub curve: Vec<(i64, f64)>,
}

/// Draws what the open deals within sight may come to.
///
/// # Errors
/// When the actor may not see deals, or the database fails.
pub fn draw(db: &mut Db, act: &Act, filter: &BoardFilter, until: Day) -> Result<Drawn, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let chances = indicators::chances(db, &sight, filter)?;
    let pace = ClosingPace::of(&act.model, &control::bearings(db, act)?.norms.closing);
    let today = act.today();
    let days = (until.number() - today.number()) as f64;
    let mut without_amount = 0;
    let mut deals = Vec::new();
    for chance in chances {
        let Some(amount) = chance.amount else {
            without_amount += 1;
            continue;
        };
        let age = (today.number() - chance.opened_on.number()) as f64;
        let figures = (chance.win.log_odds, chance.win.spread);
        let prospect = Prospect::of(amount.minor, figures, &pace, age, days);
        deals.push((chance, amount, prospect));
    }
    let draws = (MOST_WORK / deals.len().max(1)).clamp(200, DRAWS);
    let mut rng = StdRng::seed_from_u64(today.number() as u64 ^ (deals.len() as u64) << 20);
    let mut expect = |prospects: &[Prospect]| {
        let forecast = Forecast::simulate(&act.model, &pace, prospects, draws, &mut rng);
        expectation(&forecast, prospects.len())
    };
    let mut by_currency: BTreeMap<Currency, (i64, Vec<Prospect>)> = BTreeMap::new();
    let mut by_owner: BTreeMap<(UserId, Currency), (String, Vec<Prospect>)> = BTreeMap::new();
    for (chance, amount, prospect) in &deals {
        let of_currency = by_currency.entry(amount.currency).or_default();
        of_currency.0 = of_currency.0.saturating_add(amount.minor);
        of_currency.1.push(*prospect);
        let (id, name) = &chance.owner;
        let of_owner = by_owner.entry((*id, amount.currency)).or_default();
        of_owner.0.clone_from(name);
        of_owner.1.push(*prospect);
    }
    let currencies = by_currency
        .into_iter()
        .map(|(currency, (sum, prospects))| (currency, sum, expect(&prospects)))
        .collect();
    let owners = by_owner
        .into_iter()
        .map(|((id, currency), (name, prospects))| ((id, name), currency, expect(&prospects)))
        .collect();
    let deal = |(chance, amount, prospect): (Chance, Money, Prospect)| Deal {
        win: WinChance::of(chance.win.log_odds, chance.win.spread),
        won_by: prospect.won_by(&pace),
        amount,
        chance,
    };
    let mut deals: Vec<Deal> = deals.into_iter().map(deal).collect();
    let worth = |deal: &Deal| deal.won_by * deal.amount.minor as f64;
    deals.sort_by(|one, other| worth(other).total_cmp(&worth(one)));
    Ok(Drawn { until, draws, currencies, owners, deals, without_amount })
}

fn expectation(forecast: &Forecast, deals: usize) -> Expectation {
    let most = forecast.quantile(1.0);
    let total = |nth: usize| (most as f64 * nth as f64 / (POINTS - 1) as f64).round() as i64;
    Expectation {
        deals,
        p10: forecast.quantile(0.1),
        p50: forecast.quantile(0.5),
        p90: forecast.quantile(0.9),
        mean: forecast.mean().round() as i64,
        curve: (0..POINTS).map(|nth| (total(nth), forecast.at_least(total(nth)))).collect(),
    }
}
