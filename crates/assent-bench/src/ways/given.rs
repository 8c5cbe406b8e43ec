//! A market drawn by chance: most people have some twenty ties, a few have tens of thousands.

use anyhow::Context;
use assent_inference::{Acquaintance, Acquainted, AskStanding, Model, Network, Place, Rank, Tied};
use rand::RngExt;
use rand::rngs::StdRng;

pub(super) const PEOPLE: u32 = 1_000_000;
pub(super) const TIES: usize = 10_000_000;
pub(super) const DAY: f64 = 20_500.0;
/// Our own are those of the first numbers.
const OURS: u32 = 1_000;
/// The share of ties that one of our own has.
const TO_OURS: f64 = 0.02;
/// The share of ties to whoever is well connected: of rank r, in proportion to r to the power −2/3.
const TO_THE_RICH: f64 = 0.5;
/// How many of the best connected are asked for.
const HUBS: usize = 200;
/// People of a house, all of whom are acquainted.
const HOUSE: u32 = 50;
/// Our own house and all others.
const CIRCLES: u32 = 1 + (PEOPLE - OURS).div_ceil(HOUSE);

pub(super) struct Market {
    pub(super) ties: Vec<Acquainted>,
    kinds: Vec<Acquaintance>,
    /// By person, what their stand adds and how much they pass on.
    standings: Vec<[f32; 2]>,
    pub(super) most_willing: f64,
}

impl Market {
    pub(super) fn drawn(model: &Model, dice: &mut StdRng) -> Self {
        let kinds: Vec<Acquaintance> = model.acquaintances().map(|(kind, _)| kind).collect();
        let prior = model.path_prior();
        let standing = |person: u32, dice: &mut StdRng| {
            let (p, b) = (dice.random_range(-0.6..0.5), dice.random_range(-0.8..0.4));
            // Of most nothing was ever asked. Our own pass everything on, for who asks has nothing
            // passed on to them first, and others cannot tell one start from another.
            let was_asked = person >= OURS && dice.random_bool(0.1);
            let asked = if was_asked { dice.random_range(1..4) } else { 0 };
            let passed = dice.random_range(0..=asked);
            [prior.willing_by(p, b) as f32, prior.passed_on(asked, passed) as f32]
        };
        let standings: Vec<_> = (0..PEOPLE).map(|person| standing(person, dice)).collect();
        let most_willing = standings.iter().map(|one| f64::from(one[0])).fold(f64::MIN, f64::max);
        // The houses come on top, see `with_houses`.
        let room = TIES + PEOPLE as usize;
        let mut market = Self { ties: Vec::with_capacity(room), kinds, standings, most_willing };
        while market.ties.len() < TIES {
            let ours = dice.random_bool(TO_OURS);
            let one = dice.random_range(0..if ours { OURS } else { PEOPLE });
            let other = if dice.random_bool(TO_THE_RICH) {
                // The cube of an even draw: its density falls with the power −2/3.
                PEOPLE - 1 - (f64::from(PEOPLE) * dice.random::<f64>().powi(3)) as u32
            } else {
                dice.random_range(0..PEOPLE)
            };
            if one != other {
                market.ties.push(Acquainted::with(one, other, market.any_tied(dice)));
            }
        }
        market
    }

    /// Adds to which house everybody belongs.
    pub(super) fn with_houses(mut self, model: &Model) -> anyhow::Result<Self> {
        let kind = |name| model.acquaintance(name).with_context(|| format!("no {name}"));
        let (ours, theirs) = (kind("colleague")?, kind("same_organization")?);
        self.ties.extend((0..PEOPLE).map(|person| {
            let of_ours = person < OURS;
            let circle = if of_ours { 0 } else { 1 + (person - OURS) / HOUSE };
            let tied = Tied::new(if of_ours { ours } else { theirs }, DAY, Rank::Level);
            Acquainted::member(person, circle, tied)
        }));
        Ok(self)
    }

    /// The network of these ties.
    pub(super) fn network(&self) -> Network {
        Network::new(PEOPLE, CIRCLES, &self.ties)
    }

    fn any_tied(&self, dice: &mut StdRng) -> Tied {
        let kind = self.kinds[dice.random_range(0..self.kinds.len())];
        let rank = [Rank::Level, Rank::Level, Rank::Up, Rank::Down][dice.random_range(0..4)];
        Tied::new(kind, DAY - f64::from(dice.random_range(0..1_500_u16)), rank)
    }

    pub(super) fn any_tie(&self, dice: &mut StdRng) -> (Place, Tied) {
        (Place::Person(dice.random_range(0..PEOPLE)), self.any_tied(dice))
    }

    pub(super) fn standing(&self, person: u32) -> AskStanding {
        let [willing, passed_on] = self.standings[person as usize].map(f64::from);
        AskStanding { ours: person < OURS, willing, passed_on }
    }

    /// From one of our own to anybody.
    pub(super) fn questions(&self, count: usize, dice: &mut StdRng) -> Vec<(u32, u32)> {
        (0..count).map(|_| (dice.random_range(0..OURS), dice.random_range(OURS..PEOPLE))).collect()
    }

    /// To the best connected of all, and from those best connected of our own.
    pub(super) fn questions_to_hubs(
        &self,
        network: &Network,
        count: usize,
        dice: &mut StdRng,
    ) -> Vec<(u32, u32)> {
        let best = |people: std::ops::Range<u32>| {
            let mut all: Vec<u32> = people.collect();
            all.sort_by_key(|person| std::cmp::Reverse(network.ties(*person).count()));
            all.truncate(HUBS);
            all
        };
        let (ours, theirs) = (best(0..OURS), best(OURS..PEOPLE));
        let largest = network.ties(theirs[0]).count();
        eprintln!(
            "the best connected has {largest} ties, the {HUBS}th {}",
            network.ties(theirs[HUBS - 1]).count()
        );
        (0..count)
            .map(|_| {
                let (from, to) = (dice.random_range(0..HUBS), dice.random_range(0..HUBS));
                (ours[from], theirs[to])
            })
            .collect()
    }
}
