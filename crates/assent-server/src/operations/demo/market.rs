//! The records that stand before any deal: the house, its teams and products, the companies, their
//! people, and who knows whom.

use assent_domain::time::Day;
use assent_domain::user::Language;
use rand::{Rng, RngExt};
use serde_json::json;

use super::cast::{Cast, Company, Seller, Standing, random_below};
use super::{HOUSE, Lines};

/// The key of our own house.
const OURS: &str = "lanternfish";

/// What the house sells: key, name, series and list price in major units of each currency.
pub(super) const PRODUCTS: [(&str, &str, &str, i64); 6] = [
    ("lantern-20", "Lantern 20", "Lantern", 1_900),
    ("lantern-40", "Lantern 40", "Lantern", 3_400),
    ("shoal-gateway", "Shoal Gateway", "Shoal", 2_600),
    ("shoal-cloud", "Shoal Cloud", "Shoal", 5_200),
    ("tidebook", "Tidebook", "Tidebook", 8_800),
    ("deep-reader", "Deep Reader", "Lantern", 6_100),
];

/// Acquaintances across companies.
const ACQUAINTANCES: usize = 24;

/// Writes them.
pub(super) fn write(cast: &Cast, today: Day, lines: &mut Lines, dice: &mut impl Rng) {
    lines.push("organization", json!({ "key": OURS, "name": HOUSE, "ours": true }));
    for (key, name, series, price) in PRODUCTS {
        let price = json!({ "minor": price * 100, "currency": "USD" });
        lines
            .push("product", json!({ "key": key, "name": name, "series": series, "price": price }));
    }
    sellers(cast, lines);
    companies(cast, today, lines, dice);
    people(cast, lines);
    acquaintances(cast, today, lines, dice);
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
