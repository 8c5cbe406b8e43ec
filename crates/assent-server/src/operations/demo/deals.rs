//! A deal of the demo: its people, and the lives they lead in it.

mod past;
mod records;

pub(super) use self::past::{PAST_DEALS, write_past};

use assent_domain::opportunity::BuyingRole;
use assent_domain::user::Language;
use assent_inference::{Model, Observation, Phase, Stage, What};
use rand::Rng;

use super::cast::{LANGUAGES, Person, random_below};
use super::dates::working_day;
use super::lives::{Leg, Wanted, live};
use super::market::{PRODUCTS, Product};
use super::plots::{End, PRESUMED, Plot};
use super::{Lines, World, agenda};

/// Days for which a won deal has been in use at least.
const IN_USE_DAYS: i64 = 92;

/// Writes a deal.
pub(super) fn write(world: &World, plot: &Plot, lines: &mut Lines, dice: &mut impl Rng) {
    let deal = Deal::draw(world, plot, dice);
    deal.write_deal(lines, dice);
    deal.write_steps(lines, dice);
    deal.write_events(lines, dice);
    deal.write_promises(lines, dice);
    deal.write_ties(lines, dice);
    deal.write_end(lines, dice);
}

/// A deal with its people and what was observed of them.
struct Deal<'a> {
    world: &'a World,
    plot: Plot,
    key: String,
    language: Language,
    company: usize,
    owner: &'a str,
    product: &'static Product,
    rival: &'a str,
    /// The benefit points it turns on, as places in the list of them.
    benefits: [usize; 2],
    people: Vec<&'a Person>,
    /// What was observed of each.
    lives: Vec<Vec<Observation>>,
    begins: i64,
    /// The day on which buying ends: today, while it is open.
    ends: i64,
    /// The last day on which anything was recorded, where records do not go on.
    observed_until: Option<i64>,
}

impl<'a> Deal<'a> {
    fn draw(world: &'a World, plot: &'a Plot, dice: &mut impl Rng) -> Self {
        let World { cast, today, .. } = world;
        let language = LANGUAGES[plot.number % LANGUAGES.len()];
        let company = cast.buyers(language)[plot.number / LANGUAGES.len()];
        let everybody = cast.people_of(company);
        let most = if plot.end == End::Open && plot.step < 2 { 4 } else { 7 };
        let count = (3 + random_below(5, dice)).min(most).min(everybody.len());
        let people = everybody[..count].iter().map(|at| &cast.people[*at]).collect();
        let sellers = &cast.team(language).sellers[1..];
        let product = &PRODUCTS[random_below(PRODUCTS.len(), dice)];
        let points = product.points;
        let first = random_below(points.len(), dice);
        let second = (first + 1 + random_below(points.len() - 1, dice)) % points.len();
        let rivals = cast.rivals(language);
        let begins = working_day(today.number() - plot.age_days, 0);
        let ends = match plot.end {
            End::Open => today.number(),
            End::Won(_) => {
                let in_use = IN_USE_DAYS + random_below(20, dice) as i64;
                working_day(today.number() - in_use, 0)
            }
            End::Lost | End::NoDecision => {
                working_day(today.number() - 6 - random_below(50, dice) as i64, 0)
            }
        };
        let mut deal = Self {
            world,
            plot: *plot,
            key: format!("deal-{:02}", plot.number + 1),
            language,
            company,
            owner: &sellers[plot.number / LANGUAGES.len() % sellers.len()].key,
            product,
            rival: rivals[random_below(rivals.len(), dice)],
            benefits: [points[first], points[second]],
            people,
            lives: Vec::new(),
            begins,
            ends,
            observed_until: None,
        };
        for at in 0..deal.people.len() {
            let life = deal.draw_life(at, dice);
            deal.lives.push(life);
        }
        deal
    }

    /// Lives somebody's part in the deal.
    fn draw_life(&self, at: usize, dice: &mut impl Rng) -> Vec<Observation> {
        let (role, plot) = (self.people[at].role, &self.plot);
        let stage = self.buying_stage(at, dice);
        let presumed = (plot.end == End::Open && role.has_veto()).then(|| PRESUMED[plot.step]);
        let span = (self.begins, self.ends);
        let bought = live(
            &self.world.model,
            &[],
            &Leg {
                phase: Phase::Buy,
                from: self.begins as f64,
                until: self.ends as f64,
                actions: &agenda::buying(&self.world.model, plot, role, stage, span, dice),
                wanted: Wanted { stage, presumed },
                reports: &[],
            },
            dice,
        );
        let End::Won(decider) = plot.end else { return bought };
        let stage = self.using_stage(at, decider, dice);
        let reports: Vec<f64> = [31.0, 58.0, 86.0].map(|after| self.ends as f64 + after).to_vec();
        let on_site = matches!(role, BuyingRole::User | BuyingRole::Evaluator);
        live(
            &self.world.model,
            &signed(&self.world.model, bought, role, self.ends),
            &Leg {
                phase: Phase::Use,
                from: self.ends as f64 + 0.5,
                until: self.world.today.number() as f64,
                actions: &agenda::using(
                    &self.world.model,
                    role,
                    stage,
                    (self.ends, self.world.today.number()),
                    dice,
                ),
                wanted: Wanted { stage, presumed: None },
                reports: if on_site { &reports } else { &[] },
            },
            dice,
        )
    }

    /// Where somebody stands when buying ends: the decider as the plot says, the others around them.
    fn buying_stage(&self, at: usize, dice: &mut impl Rng) -> Stage {
        use Stage::{Aware, Blocked, Committed, Evaluating, Interested, Preferring, Unaware};
        let ladder = [Blocked, Unaware, Aware, Interested, Evaluating, Preferring, Committed];
        let decider = self.plot.decider;
        let step = ladder.iter().position(|stage| *stage == decider).unwrap_or_default();
        let around = |by: i64| ladder[(step as i64 + by).clamp(1, 6) as usize];
        match self.people[at].role {
            BuyingRole::DecisionMaker => decider,
            BuyingRole::BudgetHolder => around(0).max(decider),
            BuyingRole::Evaluator => around([1, 1, 0, 2][random_below(4, dice)]),
            BuyingRole::User => around([0, 1, -1][random_below(3, dice)]),
            BuyingRole::Gatekeeper => [Blocked, Unaware, Aware][random_below(3, dice)],
            _ => ladder[random_below(ladder.len(), dice)],
        }
    }

    fn using_stage(&self, at: usize, decider: Stage, dice: &mut impl Rng) -> Stage {
        use Stage::{Implementing, Using, ValueConfirmed};
        if self.people[at].role == BuyingRole::DecisionMaker {
            return decider;
        }
        [Implementing, Using, Using, ValueConfirmed, decider][random_below(5, dice)]
    }
}

/// The decider signs on the day of the order, whatever else was observed.
fn signed(
    model: &Model,
    mut bought: Vec<Observation>,
    role: BuyingRole,
    ends: i64,
) -> Vec<Observation> {
    let (sign, source) = (model.sign("contract_signed"), model.source("customer_written"));
    if let (BuyingRole::DecisionMaker, Some(sign), Some(source)) = (role, sign, source) {
        let what = What::Sign { sign, source, through_benefit: false };
        bought.push(Observation { at_days: ends as f64 + 0.2, what, label: 0 });
    }
    bought
}
