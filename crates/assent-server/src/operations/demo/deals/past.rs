//! Deals that ended long ago. Nothing of them is fixed: people live as chance has it, and whether they
//! buy is drawn from the model's own terms for where they truly stand, which no record tells.

use assent_domain::opportunity::BuyingRole;
use assent_inference::{
    Action, Buyer, Circumstances, Counting, Group, Model, Observation, Phase, Role, Stage, State,
    StateVector, read_win,
};
use rand::{Rng, RngExt};

use super::Deal;
use crate::operations::demo::cast::{LANGUAGES, Person, random_below};
use crate::operations::demo::dates::working_day;
use crate::operations::demo::lives::{Leg, Wanted, live_as_it_comes};
use crate::operations::demo::market::PRODUCTS;
use crate::operations::demo::plots::{End, Plot};
use crate::operations::demo::{Lines, World};

/// How many there are.
pub(in crate::operations::demo) const PAST_DEALS: usize = 96;
/// The first began so many days ago, and each of the others so many days after the one before.
const BEGUN: (i64, i64) = (720, 6);
/// Days for which one went on at least, and how many more at most.
const LASTED: (i64, usize) = (50, 100);
/// All of them ended so many days ago at least.
const ENDED_BEFORE: i64 = 21;
/// For so many days after an order anything was recorded.
const RECORDED_AFTER: i64 = 20;

/// What is done with everybody: what, when as a share of the time, and how often it is done at all.
const PLAN: [(&str, f64, f64); 8] = [
    ("call", 0.03, 0.9),
    ("mail", 0.10, 0.7),
    ("meeting", 0.20, 0.8),
    ("call", 0.34, 0.5),
    ("discovery", 0.42, 0.6),
    ("demo", 0.56, 0.6),
    ("send_quote", 0.70, 0.7),
    ("call", 0.84, 0.8),
];

/// Writes a past deal.
pub(in crate::operations::demo) fn write_past(
    world: &World,
    number: usize,
    lines: &mut Lines,
    dice: &mut impl Rng,
) {
    let deal = Deal::draw_past(world, number, dice);
    deal.write_deal(lines, dice);
    deal.write_steps(lines, dice);
    deal.write_events(lines, dice);
    deal.write_end(lines, dice);
}

impl<'a> Deal<'a> {
    fn draw_past(world: &'a World, number: usize, dice: &mut impl Rng) -> Self {
        let World { model, cast, today, .. } = world;
        let language = LANGUAGES[number % LANGUAGES.len()];
        let buyers = cast.buyers(language);
        let company = buyers[(7 * number / LANGUAGES.len() + 3) % buyers.len()];
        let everybody = cast.people_of(company);
        let count = (2 + random_below(3, dice)).min(everybody.len());
        let people: Vec<&Person> = everybody[..count].iter().map(|at| &cast.people[*at]).collect();
        let sellers = &cast.team(language).sellers[1..];
        let product = &PRODUCTS[random_below(PRODUCTS.len(), dice)];
        let rivals = cast.rivals(language);
        let begins = working_day(today.number() - BEGUN.0 + BEGUN.1 * number as i64, 0);
        let lasts = LASTED.0 + random_below(LASTED.1, dice) as i64;
        let latest = today.number() - ENDED_BEFORE;
        let ends = working_day((begins + lasts).min(latest), begins);
        let (states, lives): (Vec<State>, Vec<Vec<Observation>>) =
            people.iter().map(|_| life(model, (begins, ends), dice)).unzip();
        let roles: Vec<BuyingRole> = people.iter().map(|person| person.role).collect();
        let won = dice.random_bool(chance(model, &roles, &states));
        let end = match random_below(2, dice) {
            _ if won => End::Won(Stage::Using),
            0 => End::Lost,
            _ => End::NoDecision,
        };
        let decider = states.first().map_or(Stage::Aware, |state| Stage::of(*state, Phase::Buy));
        let step = if won { 8 } else { 2 + random_below(6, dice) };
        Self {
            world,
            plot: Plot { number, step, decider, end, age_days: today.number() - begins },
            key: format!("past-{:02}", number + 1),
            language,
            company,
            owner: &sellers[number / LANGUAGES.len() % sellers.len()].key,
            product,
            rival: rivals[random_below(rivals.len(), dice)],
            benefits: [product.points[0], product.points[1]],
            people,
            lives,
            begins,
            ends,
            observed_until: won.then_some(ends + RECORDED_AFTER),
        }
    }
}

/// Where somebody ends, and what was observed of them on the way.
fn life(
    model: &Model,
    (begins, ends): (i64, i64),
    dice: &mut impl Rng,
) -> (State, Vec<Observation>) {
    let mut actions: Vec<(f64, Action)> = Vec::new();
    for (action, share, often) in PLAN {
        let at = share + 0.05 * dice.random::<f64>();
        let day = working_day(begins + (at * (ends - begins) as f64) as i64, begins);
        let action = model.action(action).filter(|_| dice.random_bool(often));
        actions
            .extend(action.map(|action| (day as f64 + 0.1 + 0.8 * dice.random::<f64>(), action)));
    }
    let leg = Leg {
        phase: Phase::Buy,
        from: begins as f64,
        until: ends as f64,
        actions: &actions,
        // Where they end is left to chance.
        wanted: Wanted { stage: Stage::Aware, presumed: None },
        reports: &[],
    };
    live_as_it_comes(model, &leg, dice)
}

/// The chance that they buy, as the model's terms have it for where they truly stand.
fn chance(model: &Model, roles: &[BuyingRole], states: &[State]) -> f64 {
    let roles: Vec<Role> = roles.iter().filter_map(|role| model.role(role.as_str())).collect();
    // Every buying role is in the priors (a test), and a group without ties is one.
    let Ok(group) = Group::new(model, &roles, &[]) else { return 0.0 };
    let certain: Vec<StateVector> = states.iter().copied().map(StateVector::certain).collect();
    let buyer = |member: usize| Buyer { state: &certain[member], met: true, days_heard: 0 };
    read_win(model, &group, buyer, Circumstances::default(), Counting::Repeatedly).probability()
}
