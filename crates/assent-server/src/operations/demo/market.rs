//! The records that stand before any deal: the house, its teams and products, the companies, their
//! people, and who knows whom.

use assent_domain::time::Day;
use assent_domain::user::Language;
use rand::{Rng, RngExt};
use serde_json::json;

use super::cast::{Cast, Company, LANGUAGES, Seller, Standing, random_below};
use super::words::Words;
use super::{HOUSE, Lines, World};

/// The key of our own house.
const OURS: &str = "lanternfish";

/// Something the house sells. Each market has an edition of its own, whose points are named in the
/// language of the market.
pub(super) struct Product {
    /// What both editions are called.
    pub(super) name: &'static str,
    /// Its key, which that of an edition begins with.
    pub(super) key: &'static str,
    series: &'static str,
    /// List price in whole dollars.
    pub(super) price: i64,
    /// The benefit points it offers, as places in the list of them.
    pub(super) points: [usize; 4],
}

/// What the house sells.
pub(super) const PRODUCTS: [Product; 6] = [
    Product {
        key: "lantern-20",
        name: "Lantern 20",
        series: "Lantern",
        price: 1_900,
        points: [2, 3, 0, 7],
    },
    Product {
        key: "lantern-40",
        name: "Lantern 40",
        series: "Lantern",
        price: 3_400,
        points: [3, 0, 2, 6],
    },
    Product {
        key: "shoal-gateway",
        name: "Shoal Gateway",
        series: "Shoal",
        price: 2_600,
        points: [1, 6, 0, 5],
    },
    Product {
        key: "shoal-cloud",
        name: "Shoal Cloud",
        series: "Shoal",
        price: 5_200,
        points: [1, 4, 5, 6],
    },
    Product {
        key: "tidebook",
        name: "Tidebook",
        series: "Tidebook",
        price: 8_800,
        points: [4, 1, 3, 6],
    },
    Product {
        key: "deep-reader",
        name: "Deep Reader",
        series: "Lantern",
        price: 6_100,
        points: [5, 2, 4, 7],
    },
];

/// The currency of a market, and what a dollar is in it.
pub(super) fn currency(language: Language) -> (&'static str, i64) {
    match language {
        Language::Chinese => ("CNY", 7),
        Language::English => ("USD", 1),
    }
}

impl Product {
    /// The key of the edition for a market.
    pub(super) fn key_in(&self, language: Language) -> String {
        match language {
            Language::Chinese => format!("{}-cn", self.key),
            Language::English => self.key.to_owned(),
        }
    }

    fn name_in(&self, language: Language) -> String {
        match language {
            Language::Chinese => format!("{} CN", self.name),
            Language::English => self.name.to_owned(),
        }
    }
}

/// Acquaintances across companies.
const ACQUAINTANCES: usize = 24;

/// Writes them.
pub(super) fn write(world: &World, lines: &mut Lines, dice: &mut impl Rng) {
    let World { cast, words, today, .. } = world;
    let today = *today;
    lines.push("organization", json!({ "key": OURS, "name": HOUSE, "ours": true }));
    for language in LANGUAGES {
        products(words, language, lines);
    }
    sellers(cast, lines);
    companies(cast, today, lines, dice);
    people(cast, lines);
    acquaintances(cast, today, lines, dice);
}

/// The products of a market, each with its points as ladders.
fn products(words: &Words, language: Language, lines: &mut Lines) {
    let [points, consequences, values] = ["points", "consequences", "values"]
        .map(|of| words.phrases(language, &format!("benefit.{of}")));
    for product in &PRODUCTS {
        let (currency, rate) = currency(language);
        let key = product.key_in(language);
        lines.push(
            "product",
            json!({
                "key": key, "name": product.name_in(language), "series": product.series,
                "price": { "minor": product.price * rate * 100, "currency": currency },
            }),
        );
        let attributes = words.phrases(language, &format!("benefit.attributes.{}", product.key));
        for (place, (at, attribute)) in product.points.into_iter().zip(attributes).enumerate() {
            lines.push(
                "benefit_point",
                json!({
                    "key": format!("{key}-{}", place + 1), "product": key,
                    "name": as_a_name(points[at]), "attribute": attribute,
                    "consequence": consequences[at], "value": values[at], "position": place,
                }),
            );
        }
    }
}

/// A benefit point as it is called where it stands by itself: its first letter large.
pub(super) fn as_a_name(point: &str) -> String {
    let mut letters = point.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn sellers(cast: &Cast, lines: &mut Lines) {
    for team in &cast.teams {
        lines.push("team", json!({ "name": team.name }));
        for (number, Seller { key, name, title }) in team.sellers.iter().enumerate() {
            lines.push(
                "person",
                json!({ "key": key, "name": name, "organization": OURS, "title": title }),
            );
            let (role, scope) = if number == 0 { ("manager", "team") } else { ("rep", "own") };
            lines.push(
                "user",
                json!({
                    "person": key, "role": role, "scope": scope, "team": team.name,
                    "language": team.language, "email": format!("{key}@lanternfish.example"),
                }),
            );
        }
        let manager = &team.sellers[0].key;
        for Seller { key, .. } in &team.sellers[1..] {
            lines.push("reporting_line", json!({ "person": key, "reports_to": manager }));
            lines.push("tie", json!({ "from": manager, "to": key, "kind": "colleague" }));
        }
    }
}

fn companies(cast: &Cast, today: Day, lines: &mut Lines, dice: &mut impl Rng) {
    for company in &cast.companies {
        let Company { key, name, city, sector, standing, .. } = company;
        let is_old = *standing == Standing::Customer && dice.random_bool(0.3);
        let since = is_old.then(|| {
            let days = 400 + random_below(2_000, dice) as i64;
            Day::from_number(today.number() - days)
        });
        let parent = match standing {
            Standing::BranchOf(parent) => Some(&cast.companies[*parent].key),
            _ => None,
        };
        lines.push(
            "organization",
            json!({
                "key": key, "name": name, "city": city, "sector": sector, "parent": parent,
                "competitor": (*standing == Standing::Rival).then_some(true),
                "customer_since": since,
            }),
        );
        let relation = match standing {
            Standing::BuysFrom(seller) => Some((&cast.companies[*seller].key[..], "customer_of")),
            Standing::Rival => Some((OURS, "competitor_of")),
            _ => None,
        };
        if let Some((to, kind)) = relation {
            lines.push("organization_relation", json!({ "from": key, "to": to, "kind": kind }));
        }
    }
}

fn people(cast: &Cast, lines: &mut Lines) {
    for person in &cast.people {
        lines.push(
            "person",
            json!({
                "key": person.key, "name": person.name, "title": person.title,
                "organization": cast.companies[person.company].key,
                "email": person.email, "phone": person.phone,
            }),
        );
    }
    for person in &cast.people {
        if let Some(boss) = person.boss {
            let boss = &cast.people[boss].key;
            lines.push("reporting_line", json!({ "person": person.key, "reports_to": boss }));
        }
    }
}

/// People who know one another across companies; buyers of our customers who know their sellers;
/// and managers of ours who have met the heads of some companies.
fn acquaintances(cast: &Cast, today: Day, lines: &mut Lines, dice: &mut impl Rng) {
    let mut tie = |from: &str, to: &str, kind: &str, dice: &mut _| {
        let days = 10 + random_below(500, dice) as i64;
        let last = Day::from_number(today.number() - days);
        lines.push("tie", json!({ "from": from, "to": to, "kind": kind, "last_contact": last }));
    };
    let language = |at: usize| cast.companies[cast.people[at].company].language;
    for _ in 0..ACQUAINTANCES {
        let (one, other) =
            (random_below(cast.people.len(), dice), random_below(cast.people.len(), dice));
        let strangers = cast.people[one].company != cast.people[other].company;
        if strangers && language(one) == language(other) {
            tie(&cast.people[one].key, &cast.people[other].key, "knows", dice);
        }
    }
    for (at, company) in cast.companies.iter().enumerate() {
        if let Standing::BuysFrom(seller) = company.standing {
            let (buyer, seller) = (cast.people_of(at)[0], cast.people_of(seller)[0]);
            tie(&cast.people[buyer].key, &cast.people[seller].key, "customer_of", dice);
        }
    }
    for language in [Language::Chinese, Language::English] {
        let manager = &cast.team(language).sellers[0].key;
        for company in cast.buyers(language).into_iter().step_by(5) {
            let head = cast.people_of(company)[0];
            tie(manager, &cast.people[head].key, "met", dice);
        }
    }
}
