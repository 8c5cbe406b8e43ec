//! Who there is: our two teams, their customers and those customers' people. All names are invented;
//! the places that companies are named after are on no map.

mod names;

use std::collections::BTreeSet;

use assent_domain::opportunity::BuyingRole;
use assent_domain::user::Language;
use rand::{Rng, RngExt};

use names::Book;

/// The teams of the house by language, and how many sell in each.
pub(super) const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];
const REPS: usize = 4;

/// Companies of each sort, by language.
const CUSTOMERS: usize = 22;
const BRANCHES: usize = 3;
const DOWNSTREAM: usize = 4;
const RIVALS: usize = 2;

/// Everybody.
pub(super) struct Cast {
    pub(super) teams: Vec<Team>,
    pub(super) companies: Vec<Company>,
    pub(super) people: Vec<Person>,
}

/// A team of ours.
pub(super) struct Team {
    pub(super) language: Language,
    pub(super) name: &'static str,
    /// The manager first, then the reps.
    pub(super) sellers: Vec<Seller>,
}

/// One of ours.
pub(super) struct Seller {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) title: &'static str,
}

/// A company.
pub(super) struct Company {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) language: Language,
    pub(super) city: &'static str,
    pub(super) sector: &'static str,
    pub(super) standing: Standing,
}

/// How a company stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Customer,
    /// A branch of another.
    BranchOf(usize),
    /// Buys from a customer of ours.
    BuysFrom(usize),
    /// Sells against us.
    Rival,
}

/// A person at a company.
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) title: &'static str,
    pub(super) company: usize,
    pub(super) role: BuyingRole,
    /// To whom they report.
    pub(super) boss: Option<usize>,
    pub(super) email: String,
    pub(super) phone: String,
}

/// The parts that the people of a buying company have, in the order in which they come into a deal.
const PARTS: [BuyingRole; 8] = [
    BuyingRole::DecisionMaker,
    BuyingRole::Evaluator,
    BuyingRole::User,
    BuyingRole::BudgetHolder,
    BuyingRole::Influencer,
    BuyingRole::Gatekeeper,
    BuyingRole::Evaluator,
    BuyingRole::User,
];

impl Cast {
    /// Draws everybody.
    pub(super) fn draw(dice: &mut impl Rng) -> Self {
        let mut taken = BTreeSet::new();
        let mut cast = Self { teams: Vec::new(), companies: Vec::new(), people: Vec::new() };
        for language in LANGUAGES {
            let book = names::of(language);
            cast.teams.push(team(language, &book, &mut taken, dice));
            cast.add_companies(language, &book, dice);
        }
        for company in 0..cast.companies.len() {
            cast.add_people(company, &mut taken, dice);
        }
        cast
    }

    fn add_companies(&mut self, language: Language, book: &Book, dice: &mut impl Rng) {
        let first = self.companies.len();
        let customer = |dice: &mut _| first + random_below(CUSTOMERS, dice);
        for number in 0..CUSTOMERS + BRANCHES + DOWNSTREAM + RIVALS {
            let standing = match number {
                n if n < CUSTOMERS => Standing::Customer,
                n if n < CUSTOMERS + BRANCHES => Standing::BranchOf(first + n - CUSTOMERS),
                n if n < CUSTOMERS + BRANCHES + DOWNSTREAM => Standing::BuysFrom(customer(dice)),
                _ => Standing::Rival,
            };
            // Branches and buyers stand in other towns than the customers they belong to.
            let place = book.places[(number + 9 * (number / CUSTOMERS)) % book.places.len()];
            let (trade, sector) = book.trades[(number * 7 + 3) % book.trades.len()];
            let name = match standing {
                Standing::BranchOf(parent) => {
                    let parent = &self.companies[parent].name;
                    format!("{parent}{}", book.branch.replace("{place}", place))
                }
                Standing::Rival => book.rivals[number % RIVALS].to_owned(),
                Standing::BuysFrom(_) => book.company(place, book.shops[number % book.shops.len()]),
                Standing::Customer => book.company(place, trade),
            };
            let key = format!("{}-{number:02}", book.prefix);
            let company = Company { key, name, language, city: place, sector, standing };
            self.companies.push(company);
        }
    }

    fn add_people(&mut self, at: usize, taken: &mut BTreeSet<String>, dice: &mut impl Rng) {
        let company = &self.companies[at];
        let book = names::of(company.language);
        let count = match company.standing {
            Standing::Customer => random_below(3, dice) + 5,
            Standing::BranchOf(_) => 4,
            Standing::BuysFrom(_) => 2,
            Standing::Rival => 1,
        };
        let boss = self.people.len();
        for (number, role) in PARTS.into_iter().enumerate().take(count) {
            let name = book.person(taken, dice);
            let titles = book.titles(role);
            let boss = match role {
                BuyingRole::DecisionMaker => None,
                // Whoever works with it reports to whoever compares it, the others to the top.
                BuyingRole::User if count > 1 => Some(boss + 1),
                _ => Some(boss),
            };
            self.people.push(Person {
                key: format!("{}-p{number}", company.key),
                name,
                title: titles[(at + number) % titles.len()],
                company: at,
                role,
                boss,
                email: format!("p{number}@{}.example", company.key),
                phone: format!("{}{:03}", book.phone, random_below(1_000, dice)),
            });
        }
    }

    /// The people of a company, as places in `people`.
    pub(super) fn people_of(&self, company: usize) -> Vec<usize> {
        (0..self.people.len()).filter(|at| self.people[*at].company == company).collect()
    }

    /// The companies of a language that buy from us, head offices first.
    pub(super) fn buyers(&self, language: Language) -> Vec<usize> {
        let buys = |company: &Company| {
            company.language == language
                && matches!(company.standing, Standing::Customer | Standing::BranchOf(_))
        };
        (0..self.companies.len()).filter(|at| buys(&self.companies[*at])).collect()
    }

    /// The names of those who sell against us in a language.
    pub(super) fn rivals(&self, language: Language) -> Vec<&str> {
        let sells = |one: &&Company| one.language == language && one.standing == Standing::Rival;
        self.companies.iter().filter(sells).map(|one| one.name.as_str()).collect()
    }

    /// The team of a language.
    pub(super) fn team(&self, language: Language) -> &Team {
        let at = LANGUAGES.iter().position(|own| *own == language).unwrap_or_default();
        &self.teams[at]
    }
}

fn team(
    language: Language,
    book: &Book,
    taken: &mut BTreeSet<String>,
    dice: &mut impl Rng,
) -> Team {
    let seller = |number: usize, name| Seller {
        key: format!("ours-{}-{number}", book.prefix),
        name,
        title: if number == 0 { book.manager } else { book.rep },
    };
    let sellers = (0..=REPS).map(|number| seller(number, book.person(taken, dice))).collect();
    Team { language, name: book.team, sellers }
}

/// A number below `end`.
pub(super) fn random_below(end: usize, dice: &mut impl Rng) -> usize {
    dice.random_range(0..end)
}
