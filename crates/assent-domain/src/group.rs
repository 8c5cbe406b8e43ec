//! The buying group: who has a part in a deal on a day, who listens to whom, and whose word weighs.
//!
//! Stands travel along bonds: up and down a reporting line, between people who work together, from
//! somebody trusted, from who introduced us, and from a customer of the customer. What meets fades;
//! a reporting line holds until it ends. Bonds are read off records, so they are as good as these.

use std::collections::BTreeSet;

use assent_inference::{Group, Model, Role, Tie};

use crate::ids::PersonId;
use crate::interaction::InteractionFacts;
use crate::opportunity::BuyingRole;
use crate::person::{EmploymentFacts, TieFacts, TieKind};
use crate::time::Day;
use crate::words::words;

words! {
    /// Along what a stand travels; the words match the ties of the model's priors.
    pub enum BondKind {
        /// From a boss to who reports to them.
        Boss = "boss",
        /// From somebody to the boss they report to.
        Report = "report",
        /// Between people who work together.
        WorksWith = "works_with",
        /// From somebody trusted.
        Trusts = "trusts",
        /// From who introduced us.
        IntroducedBy = "introduced_by",
        /// From a customer of the customer.
        CustomerOf = "customer_of",
    }
}

/// A person's part in a deal, while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Who.
    pub person: PersonId,
    /// In what part.
    pub role: BuyingRole,
    /// The first day of it; from the beginning, where that is not known.
    pub since: Option<Day>,
    /// The last day of it; it goes on, where there is none.
    pub until: Option<Day>,
}

impl Part {
    /// Whether the part runs on `day`.
    #[must_use]
    pub fn runs_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| until >= day)
    }
}

/// Something along which the stand of one person weighs with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bond {
    /// Whose stand travels.
    pub from: PersonId,
    /// With whom it weighs.
    pub to: PersonId,
    /// Along what.
    pub kind: BondKind,
    /// The first day it is known of.
    pub since: Option<Day>,
    /// The last day of it.
    pub until: Option<Day>,
    /// The day it was last renewed, from which it fades.
    pub renewed: Option<Day>,
}

impl Bond {
    /// The two directions of a reporting line; none, of who reports to nobody known.
    pub fn of_employment(job: &EmploymentFacts) -> impl Iterator<Item = Self> {
        let (person, since, until) = (job.person_id, job.from, job.until);
        job.reports_to_id.into_iter().flat_map(move |boss| {
            let down =
                Self { from: boss, to: person, kind: BondKind::Boss, since, until, renewed: since };
            [down, Self { from: person, to: boss, kind: BondKind::Report, ..down }]
        })
    }

    /// What a tie carries. To know or to have met somebody carries nothing.
    pub fn of_tie(tie: &TieFacts) -> impl Iterator<Item = Self> {
        let (one, other) = (tie.from_id, tie.to_id);
        let renewed = tie.last_contact.or(tie.since);
        let bond = |from, to, kind| Self { from, to, kind, since: tie.since, until: None, renewed };
        let [there, back] = match tie.kind {
            TieKind::Colleague | TieKind::WorksWith => [
                Some(bond(one, other, BondKind::WorksWith)),
                Some(bond(other, one, BondKind::WorksWith)),
            ],
            TieKind::Trusts => [Some(bond(one, other, BondKind::Trusts)), None],
            TieKind::CustomerOf => [Some(bond(one, other, BondKind::CustomerOf)), None],
            TieKind::Knows | TieKind::SoldTo | TieKind::Met => [None, None],
        };
        there.into_iter().chain(back)
    }

    /// Who led us to whom: the last of those an introduction came through stands for us with those
    /// who received us.
    pub fn of_introduction(happened: &InteractionFacts) -> impl Iterator<Item = Self> {
        let received = happened.result.as_ref().is_some_and(|result| result.as_str() == "received");
        let day = Some(Day::from(happened.at.date()));
        let introducer = happened.through.last().copied().filter(|_| received);
        let bond = move |from| {
            move |to: &PersonId| Self {
                from,
                to: *to,
                kind: BondKind::IntroducedBy,
                since: day,
                until: None,
                renewed: day,
            }
        };
        introducer
            .into_iter()
            .flat_map(move |from| happened.participants.iter().map(bond(from)))
            .filter(|bond| bond.from != bond.to)
    }

    /// What is left of it on `day`, from 0 to 1; nothing before it is known of and after it ended.
    #[must_use]
    pub fn strength(&self, model: &Model, day: Day) -> f64 {
        let runs = self.since.is_none_or(|since| since <= day)
            && self.until.is_none_or(|until| until >= day);
        let Some(kind) = model.tie_kind(self.kind.as_str()).filter(|_| runs) else { return 0.0 };
        let age = self.renewed.map_or(0, |renewed| day.number() - renewed.number());
        model.tie_kind_prior(kind).strength(age as f64)
    }
}

/// The group on a day: its members in a fixed order, and how their stands travel.
#[derive(Clone, Debug)]
pub struct BuyingGroup {
    parts: Vec<Part>,
    group: Group,
    bonds: Vec<(Bond, f64)>,
}

impl BuyingGroup {
    /// Whoever has a part on `day`, in the order of `parts`, with the bonds among them.
    #[must_use]
    pub fn on(model: &Model, parts: &[Part], bonds: &[Bond], day: Day) -> Self {
        let mut seen = BTreeSet::new();
        let parts: Vec<Part> = parts
            .iter()
            .filter(|part| part.runs_on(day) && seen.insert(part.person))
            .copied()
            .collect();
        let position = |person: PersonId| parts.iter().position(|part| part.person == person);
        let mut live: Vec<(Bond, f64)> = Vec::new();
        let mut ties = Vec::new();
        for bond in bonds {
            let strength = bond.strength(model, day);
            let ends = (position(bond.from), position(bond.to), model.tie_kind(bond.kind.as_str()));
            let (Some(from), Some(to), Some(kind)) = ends else { continue };
            let known = live.iter().any(|(other, _)| {
                (other.from, other.to, other.kind) == (bond.from, bond.to, bond.kind)
            });
            if strength > 0.0 && from != to && !known {
                ties.push(Tie { from, to, kind, strength });
                live.push((*bond, strength));
            }
        }
        let roles: Vec<Role> = parts.iter().filter_map(|part| role(model, part.role)).collect();
        // Every buying role is in the priors (a test), and every tie was made of two positions.
        let group = Group::new(model, &roles, &ties)
            .unwrap_or_else(|fault| unreachable!("bonds join two members: {fault}"));
        Self { parts, group, bonds: live }
    }

    /// The members with their parts.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The bonds among members with what is left of each, from 0 to 1.
    #[must_use]
    pub fn bonds(&self) -> &[(Bond, f64)] {
        &self.bonds
    }

    /// How stands travel and weigh. Members are positions in [`BuyingGroup::parts`].
    #[must_use]
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// Where somebody stands in the list of members.
    #[must_use]
    pub fn position(&self, person: PersonId) -> Option<usize> {
        self.parts.iter().position(|part| part.person == person)
    }

    /// A person's share of the power, from 0 to 1; 0, of somebody without a part.
    #[must_use]
    pub fn power(&self, person: PersonId) -> f64 {
        self.position(person).map_or(0.0, |at| self.group.power()[at])
    }

    /// A person's share of the influence of all, from 0 to 1.
    #[must_use]
    pub fn influence(&self, person: PersonId) -> f64 {
        let all: f64 = self.group.total_influence().iter().sum();
        let own = self.position(person).map_or(0.0, |at| self.group.total_influence()[at]);
        if all > 0.0 { own / all } else { 0.0 }
    }

    /// How much of the stand of `to` is made of that of `from`, along all ways, from 0 to 1.
    #[must_use]
    pub fn weight(&self, from: PersonId, to: PersonId) -> f64 {
        let ends = self.position(from).zip(self.position(to));
        ends.map_or(0.0, |(from, to)| self.group.weights()[to][from])
    }
}

/// A buying role as the model knows it.
pub(crate) fn role(model: &Model, role: BuyingRole) -> Option<Role> {
    model.role(role.as_str())
}

#[cfg(test)]
mod tests {
    use assent_inference::{DEFAULT_PRIORS, Priors};
    use uuid::Uuid;

    use super::*;

    fn model() -> Model {
        Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap())
    }

    fn person(n: u128) -> PersonId {
        Uuid::from_u128(n).into()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn part(n: u128, role: BuyingRole) -> Part {
        Part { person: person(n), role, since: None, until: None }
    }

    fn bond(from: u128, to: u128, kind: BondKind, renewed: &str) -> Bond {
        let renewed = Some(day(renewed));
        Bond { from: person(from), to: person(to), kind, since: renewed, until: None, renewed }
    }

    #[test]
    fn every_role_and_every_bond_is_in_the_priors() {
        let model = model();
        assert!(BuyingRole::ALL.iter().all(|of| role(&model, *of).is_some()));
        assert!(BondKind::ALL.iter().all(|kind| model.tie_kind(kind.as_str()).is_some()));
    }

    #[test]
    fn who_reports_to_the_boss_has_more_power_than_an_equal_who_does_not() {
        let model = model();
        let parts = [
            part(1, BuyingRole::DecisionMaker),
            part(2, BuyingRole::Evaluator),
            part(3, BuyingRole::Evaluator),
        ];
        let bonds = [bond(2, 1, BondKind::Report, "2026-01-01")];
        let group = BuyingGroup::on(&model, &parts, &bonds, day("2026-06-01"));
        assert!(group.power(person(2)) > group.power(person(3)));
        assert!(group.weight(person(2), person(1)) > 0.2);
        assert_eq!(group.weight(person(3), person(1)), 0.0);
    }

    #[test]
    fn an_introduction_fades_and_a_reporting_line_does_not() {
        let model = model();
        let strength = |kind| bond(1, 2, kind, "2024-06-01").strength(&model, day("2026-06-01"));
        assert!((strength(BondKind::IntroducedBy) - 0.5).abs() < 1e-3);
        assert_eq!(strength(BondKind::Report), 1.0);
    }

    #[test]
    fn the_customers_customer_is_listened_to_and_has_no_say() {
        let model = model();
        let parts = [part(1, BuyingRole::DecisionMaker), part(2, BuyingRole::Downstream)];
        let bonds = [bond(2, 1, BondKind::CustomerOf, "2026-01-01")];
        let group = BuyingGroup::on(&model, &parts, &bonds, day("2026-06-01"));
        assert_eq!(group.power(person(2)), 0.0);
        assert!(group.weight(person(2), person(1)) > 0.0);
        assert!(group.influence(person(2)) > 0.0);
    }

    #[test]
    fn a_part_that_has_ended_weighs_nothing() {
        let model = model();
        let gone = Part { until: Some(day("2026-03-01")), ..part(2, BuyingRole::BudgetHolder) };
        let parts = [part(1, BuyingRole::Evaluator), gone];
        let group = BuyingGroup::on(&model, &parts, &[], day("2026-06-01"));
        assert_eq!((group.power(person(1)), group.power(person(2))), (1.0, 0.0));
    }
}
