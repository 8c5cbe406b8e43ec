//! The network of acquaintances, laid down from all records, and changed person by person.
//!
//! People are numbered as they come. The members of a house, those who have a part in one deal for it,
//! and the people of a house and of its customer are circles. Our own people are one circle whatever
//! branch they are of, and belong to no other.

use std::collections::{BTreeSet, HashMap, HashSet};

use assent_domain::ids::{
    OpportunityId, OrganizationId, OrganizationRelationId, PersonId, TeamId, UserId,
};
use assent_domain::organization::OrganizationRelationKind;
use assent_domain::person::{EmploymentFacts, TieKind};
use assent_domain::reading::Reading;
use assent_domain::time::{Day, Timestamp};
use assent_domain::ways::{Happening, Kinds, contacts};
use assent_inference::{Acquainted, Factor, Model, Network, Phase, Place, Rank, Tied, scaled};
use assent_store::acquaintances::{self as rows, Known, Placed, Related};
use assent_store::{Db, StoreError, users};

/// How many houses above one another are followed.
const MOST_ABOVE: usize = 8;

/// Whoever of ours has no person recorded of them: they know our people, and whoever was met by somebody
/// who is not named. Nobody comes across them on a way.
pub(super) const US: PersonId = PersonId::from_uuid(uuid::Uuid::nil());

/// What a circle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Circle {
    /// All of ours.
    Ours,
    /// The people of a house and of its branches.
    House(OrganizationId),
    /// Those of one house who have a part in one deal.
    Parts(OpportunityId, OrganizationId),
    /// The people of a house and those of one that buys from it.
    Customers(OrganizationRelationId),
}

/// Somebody in the network.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) id: PersonId,
    pub(super) owner: Option<UserId>,
    pub(super) team: Option<TeamId>,
    pub(super) ours: bool,
    pub(super) hidden: bool,
}

/// How somebody stands in a deal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    pub(super) deal: OpportunityId,
    settled_at: Timestamp,
    /// What it adds to the log-odds of a hop.
    pub(super) willing: f64,
}

/// What has to be read anew.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    pub(super) people: BTreeSet<PersonId>,
    pub(super) houses: BTreeSet<OrganizationId>,
    pub(super) relations: BTreeSet<OrganizationRelationId>,
    pub(super) deals: BTreeSet<OpportunityId>,
    pub(super) users: bool,
}

impl Touched {
    pub(super) fn is_empty(&self) -> bool {
        let Self { people, houses, relations, deals, users } = self;
        people.is_empty() && houses.is_empty() && relations.is_empty() && deals.is_empty() && !users
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.people.extend(other.people);
        self.houses.extend(other.houses);
        self.relations.extend(other.relations);
        self.deals.extend(other.deals);
        self.users |= other.users;
    }
}

/// Everybody, and what ties them, as of a day.
#[derive(Clone, Debug)]
pub(super) struct Everybody {
    pub(super) network: Network,
    pub(super) day: Day,
    pub(super) members: Vec<Member>,
    pub(super) circles: Vec<Circle>,
    pub(super) deals: HashMap<OpportunityId, Placed>,
    kinds: Kinds,
    numbers: HashMap<PersonId, u32>,
    circle_numbers: HashMap<Circle, u32>,
    /// Organizations that are not put away, and whether they are ours.
    houses: HashMap<OrganizationId, bool>,
    relations: HashMap<OrganizationRelationId, Related>,
    /// By organization, the relations in which it stands or to which.
    related: HashMap<OrganizationId, BTreeSet<OrganizationRelationId>>,
    users: HashSet<PersonId>,
    stands: HashMap<u32, Vec<Stand>>,
}

/// Rows from which ties are made.
struct Rows {
    jobs: Vec<EmploymentFacts>,
    under: Vec<EmploymentFacts>,
    ties: Vec<rows::Tied>,
    contacts: Vec<rows::Contact>,
    parts: Vec<rows::PartIn>,
}

impl Rows {
    fn read(db: &mut Db, of: rows::Of<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            jobs: rows::jobs(db, of)?,
            under: of.map_or(Ok(Vec::new()), |of| rows::jobs_under(db, of))?,
            ties: rows::ties(db, of)?,
            contacts: rows::contacts(db, of)?,
            parts: rows::parts(db, of)?,
        })
    }
}

/// A tie seen from its first end.
type Edge = (u32, Place, Tied);

impl Everybody {
    /// Lays the network down as of a day, from everything that is recorded.
    pub(super) fn build(
        db: &mut Db,
        model: &Model,
        kinds: Kinds,
        day: Day,
    ) -> Result<Self, StoreError> {
        let mut all = Self {
            network: Network::new(0, 0, &[]),
            day,
            members: Vec::new(),
            circles: Vec::new(),
            deals: rows::deals(db, None)?.into_iter().map(|deal| (deal.id, deal)).collect(),
            kinds,
            numbers: HashMap::new(),
            circle_numbers: HashMap::new(),
            houses: HashMap::new(),
            relations: HashMap::new(),
            related: HashMap::new(),
            users: users::people(db)?.into_iter().collect(),
            stands: HashMap::new(),
        };
        for house in rows::houses(db, None)?.into_iter().filter(|house| !house.deleted) {
            all.houses.insert(house.id, house.ours);
        }
        for relation in rows::relations(db, None)? {
            all.relate(relation);
        }
        all.numbers.insert(US, 0);
        all.members.push(Member { id: US, owner: None, team: None, ours: true, hidden: false });
        for known in rows::people(db, None)? {
            let number = all.members.len() as u32;
            all.numbers.insert(known.id, number);
            all.members.push(member(known));
        }
        let of_all = Rows::read(db, None)?;
        all.mark_ours(&of_all.jobs, None);
        let mut edges = all.edges(model, &of_all);
        let ours = Place::Circle(all.circle(Circle::Ours));
        edges.push((0, ours, all.kinds.lasting(all.kinds.colleague, day)));
        let ties: Vec<Acquainted> = edges
            .into_iter()
            .map(|(one, place, tied)| match place {
                Place::Person(other) => Acquainted::with(one, other, tied),
                Place::Circle(circle) => Acquainted::member(one, circle, tied),
            })
            .collect();
        all.network = Network::new(all.members.len() as u32, all.circles.len() as u32, &ties);
        all.read_stands(db, model, None)?;
        Ok(all)
    }

    /// The number of somebody.
    pub(super) fn number(&self, person: PersonId) -> Option<u32> {
        self.numbers.get(&person).copied()
    }

    /// Where somebody stands in the deals that `seen` lets through, as of when they were last heard of.
    pub(super) fn stand(&self, person: u32, seen: impl Fn(&Placed) -> bool) -> Option<f64> {
        let stands = self.stands.get(&person)?.iter();
        let seen = |one: &&Stand| {
            self.deals.get(&one.deal).is_some_and(|deal| !deal.deleted && seen(deal))
        };
        stands.filter(seen).max_by_key(|one| (one.settled_at, one.deal)).map(|one| one.willing)
    }

    /// Reads anew what was touched, and puts everybody whom that concerns in step.
    pub(super) fn apply(
        &mut self,
        db: &mut Db,
        model: &Model,
        touched: &Touched,
    ) -> Result<(), StoreError> {
        let mut people = touched.people.clone();
        self.read_users(db, touched.users, &mut people)?;
        self.read_houses(db, touched, &mut people)?;
        self.read_deals(db, model, &touched.deals, &mut people)?;
        let people: Vec<PersonId> = people.into_iter().collect();
        self.read_people(db, model, &people)
    }

    /// Goes on to another day: who came or left since is put in step.
    pub(super) fn turn(&mut self, db: &mut Db, model: &Model, day: Day) -> Result<(), StoreError> {
        let [from, until] = [self.day.min(day), self.day.max(day)];
        self.day = day;
        let people = rows::turned_over(db, from, until)?;
        self.read_people(db, model, &people)?;
        self.stands.clear();
        self.read_stands(db, model, None)
    }

    fn read_users(
        &mut self,
        db: &mut Db,
        touched: bool,
        people: &mut BTreeSet<PersonId>,
    ) -> Result<(), StoreError> {
        if touched {
            let users: HashSet<PersonId> = users::people(db)?.into_iter().collect();
            people.extend(users.symmetric_difference(&self.users));
            self.users = users;
        }
        Ok(())
    }

    fn read_houses(
        &mut self,
        db: &mut Db,
        touched: &Touched,
        people: &mut BTreeSet<PersonId>,
    ) -> Result<(), StoreError> {
        let mut moved: BTreeSet<OrganizationId> = BTreeSet::new();
        let ids: Vec<OrganizationId> = touched.houses.iter().copied().collect();
        for house in rows::houses(db, Some(&ids))? {
            let is = (!house.deleted).then_some(house.ours);
            let was = match is {
                Some(ours) => self.houses.insert(house.id, ours),
                None => self.houses.remove(&house.id),
            };
            if was != is {
                moved.insert(house.id);
            }
        }
        let ids: Vec<OrganizationRelationId> = touched.relations.iter().copied().collect();
        for id in &ids {
            if let Some(before) = self.relations.remove(id) {
                moved.extend([before.from, before.to]);
                for end in [before.from, before.to] {
                    self.related.entry(end).or_default().remove(id);
                }
            }
        }
        for relation in rows::relations(db, Some(&ids))? {
            moved.extend([relation.from, relation.to]);
            self.relate(relation);
        }
        let affected: Vec<OrganizationId> = self.near(moved).into_iter().collect();
        people.extend(rows::employed_at(db, &affected)?);
        Ok(())
    }

    /// Houses, all of their branches, and whoever is related to one of them: what changes in a house
    /// may change what the people of these belong to.
    fn near(&self, houses: BTreeSet<OrganizationId>) -> BTreeSet<OrganizationId> {
        let mut found = BTreeSet::new();
        let mut next: Vec<OrganizationId> = houses.into_iter().collect();
        let mut beside = BTreeSet::new();
        while let Some(house) = next.pop() {
            if !found.insert(house) {
                continue;
            }
            for id in self.related.get(&house).into_iter().flatten() {
                let relation = &self.relations[id];
                let is_branch = relation.kind == OrganizationRelationKind::SubsidiaryOf;
                match is_branch && relation.to == house {
                    true => next.push(relation.from),
                    false => beside.extend([relation.from, relation.to]),
                }
            }
        }
        found.extend(beside);
        found
    }

    fn read_deals(
        &mut self,
        db: &mut Db,
        model: &Model,
        deals: &BTreeSet<OpportunityId>,
        people: &mut BTreeSet<PersonId>,
    ) -> Result<(), StoreError> {
        let ids: Vec<OpportunityId> = deals.iter().copied().collect();
        for deal in rows::deals(db, Some(&ids))? {
            let before = self.deals.insert(deal.id, deal);
            if before.is_some_and(|before| before.deleted != deal.deleted) {
                people.extend(rows::in_deal(db, deal.id)?);
            }
        }
        for stands in self.stands.values_mut() {
            stands.retain(|stand| !deals.contains(&stand.deal));
        }
        self.read_stands(db, model, Some(&ids))
    }

    fn read_people(
        &mut self,
        db: &mut Db,
        model: &Model,
        people: &[PersonId],
    ) -> Result<(), StoreError> {
        let mut touched: BTreeSet<u32> = BTreeSet::new();
        for known in rows::people(db, Some(people))? {
            let number = match self.number(known.id) {
                Some(number) => number,
                None => {
                    let number = self.network.add_person();
                    self.numbers.insert(known.id, number);
                    self.members.push(member(known));
                    number
                }
            };
            let ours = self.members[number as usize].ours;
            self.members[number as usize] = Member { ours, ..member(known) };
            touched.insert(number);
        }
        let of_them = Rows::read(db, Some(people))?;
        self.mark_ours(&of_them.jobs, Some(&touched));
        let mut ties: HashMap<u32, Vec<(Place, Tied)>> = HashMap::new();
        for (one, place, tied) in self.edges(model, &of_them) {
            ties.entry(one).or_default().push((place, tied));
            if let Place::Person(other) = place {
                ties.entry(other).or_default().push((Place::Person(one), tied.turned()));
            }
        }
        for person in touched {
            self.network.set_ties(person, ties.remove(&person).unwrap_or_default());
        }
        if self.network.is_worn() {
            self.network = self.network.compacted();
        }
        Ok(())
    }

    fn read_stands(
        &mut self,
        db: &mut Db,
        model: &Model,
        of: Option<&[OpportunityId]>,
    ) -> Result<(), StoreError> {
        for stand in rows::stands(db, of)? {
            let Some(number) = self.number(stand.person) else { continue };
            // What a newer program wrote is read when the deal is settled anew.
            let Ok(reading) = serde_json::from_str::<Reading>(&stand.reading) else { continue };
            let mean = |levels: &[f64]| -> f64 {
                levels.iter().enumerate().map(|(level, share)| share * scaled(level)).sum()
            };
            let prior = model.path_prior();
            let factors = &reading.factors;
            let willing = prior.willing_by(mean(&factors.P[..]), mean(&factors.B[..]));
            let stand = Stand { deal: stand.deal, settled_at: stand.settled_at, willing };
            self.stands.entry(number).or_default().push(stand);
        }
        Ok(())
    }

    fn relate(&mut self, relation: Related) {
        for end in [relation.from, relation.to] {
            self.related.entry(end).or_default().insert(relation.id);
        }
        self.relations.insert(relation.id, relation);
    }

    /// Notes who is ours: whoever works in a house of ours, and whoever is a user.
    fn mark_ours(&mut self, jobs: &[EmploymentFacts], only: Option<&BTreeSet<u32>>) {
        let mut ours: HashSet<u32> = HashSet::new();
        for job in jobs.iter().filter(|job| self.is_current(job)) {
            if self.houses.get(&job.organization_id) == Some(&true) {
                ours.extend(self.number(job.person_id));
            }
        }
        for number in 1..self.members.len() as u32 {
            if only.is_none_or(|only| only.contains(&number)) {
                let member = &mut self.members[number as usize];
                member.ours = ours.contains(&number) || self.users.contains(&member.id);
            }
        }
    }

    fn is_current(&self, job: &EmploymentFacts) -> bool {
        let begun = job.from.is_none_or(|from| from <= self.day);
        begun && job.until.is_none_or(|until| until >= self.day)
    }

    fn runs(&self, relation: &Related) -> bool {
        let [since, until] = relation.days;
        let begun = since.is_none_or(|since| since <= self.day);
        begun && until.is_none_or(|until| until >= self.day)
    }

    /// A house that is not ours, and those of which it is a branch.
    fn houses_above(&self, house: OrganizationId) -> Vec<OrganizationId> {
        let mut found = Vec::new();
        let mut next = vec![house];
        while let Some(house) = next.pop() {
            let known = self.houses.get(&house) == Some(&false) && !found.contains(&house);
            if !known || found.len() == MOST_ABOVE {
                continue;
            }
            found.push(house);
            for id in self.related.get(&house).into_iter().flatten() {
                let relation = &self.relations[id];
                let is_branch = relation.kind == OrganizationRelationKind::SubsidiaryOf;
                if is_branch && relation.from == house && self.runs(relation) {
                    next.push(relation.to);
                }
            }
        }
        found
    }

    /// The relations in which a house buys or sells, with another that is not ours.
    fn trades(&self, house: OrganizationId) -> Vec<OrganizationRelationId> {
        let related = self.related.get(&house).into_iter().flatten();
        let trades = related.filter(|id| {
            let relation = &self.relations[id];
            let kind = matches!(
                relation.kind,
                OrganizationRelationKind::CustomerOf | OrganizationRelationKind::SupplierOf
            );
            let others = [relation.from, relation.to];
            kind && self.runs(relation)
                && others.iter().all(|house| self.houses.get(house) == Some(&false))
        });
        trades.copied().collect()
    }

    fn circle(&mut self, circle: Circle) -> u32 {
        if let Some(number) = self.circle_numbers.get(&circle) {
            return *number;
        }
        let number = self.circles.len() as u32;
        // A network that is being laid down has no circles yet, and is told how many there are.
        if self.network.people() > 0 {
            self.network.add_circle();
        }
        self.circles.push(circle);
        self.circle_numbers.insert(circle, number);
        number
    }

    /// All ties of the people whose rows these are, each seen from one end.
    fn edges(&mut self, model: &Model, of: &Rows) -> Vec<Edge> {
        let day = self.day;
        let kinds = self.kinds.clone();
        let mut edges: Vec<Edge> = Vec::new();
        let mut jobs_of: HashMap<u32, Vec<OrganizationId>> = HashMap::new();
        let mut circles: BTreeSet<(u32, u32)> = BTreeSet::new();
        let current: Vec<&EmploymentFacts> =
            of.jobs.iter().filter(|job| self.is_current(job)).collect();
        for job in &current {
            let Some(person) = self.number(job.person_id) else { continue };
            jobs_of.entry(person).or_default().push(job.organization_id);
        }
        let lines =
            current.iter().copied().chain(of.under.iter().filter(|job| self.is_current(job)));
        let mut seen: HashSet<(u32, u32)> = HashSet::new();
        for job in lines {
            let boss = job.reports_to_id.and_then(|boss| self.number(boss));
            let Some((person, boss)) = self.number(job.person_id).zip(boss) else { continue };
            if seen.insert((person, boss)) {
                edges.push((person, Place::Person(boss), kinds.line(Rank::Up, day)));
            }
        }
        for (person, jobs) in &jobs_of {
            let places: Vec<Circle> = if self.members[*person as usize].ours {
                vec![Circle::Ours]
            } else {
                let houses = jobs.iter().flat_map(|job| self.houses_above(*job));
                let trades = jobs.iter().flat_map(|job| self.trades(*job));
                houses.map(Circle::House).chain(trades.map(Circle::Customers)).collect()
            };
            for place in places {
                let circle = self.circle(place);
                if circles.insert((*person, circle)) {
                    let kind =
                        if place == Circle::Ours { kinds.colleague } else { kinds.same_house };
                    edges.push((*person, Place::Circle(circle), kinds.lasting(kind, day)));
                }
            }
        }
        for part in &of.parts {
            let Some(person) = self.number(part.person) else { continue };
            let begun = part.since.is_none_or(|since| since <= day);
            if !begun || self.members[person as usize].ours {
                continue;
            }
            for house in jobs_of.get(&person).into_iter().flatten() {
                let circle = self.circle(Circle::Parts(part.deal, *house));
                if circles.insert((person, circle)) {
                    let tied = kinds.lasting(kinds.works_with, day);
                    edges.push((person, Place::Circle(circle), tied));
                }
            }
        }
        self.meetings(model, of, &mut edges);
        edges
    }

    /// Ties that were entered, and contacts.
    fn meetings(&self, model: &Model, of: &Rows, edges: &mut Vec<Edge>) {
        let (day, kinds) = (self.day, &self.kinds);
        let mut met: HashMap<(u32, u32), Vec<f64>> = HashMap::new();
        for row in &of.ties {
            let facts = &row.facts;
            let ends = self.number(facts.from_id).zip(self.number(facts.to_id));
            let Some((one, other)) = ends.filter(|_| facts.since.is_none_or(|on| on <= day)) else {
                continue;
            };
            let tied = kinds.tied(facts, row.written_on, day);
            if facts.kind == TieKind::Met {
                met.entry((one.min(other), one.max(other))).or_default().push(tied.renewed_days());
            } else {
                edges.push((one, Place::Person(other), tied));
            }
        }
        let until = day.end();
        for row in of.contacts.iter().filter(|row| row.at <= until) {
            let happening = Happening {
                kind: &row.kind,
                theirs: row.theirs,
                result: row.result.as_deref(),
                participants: &row.participants,
                through: &row.through,
                by: row.by.or(Some(US)),
            };
            for [one, other] in contacts(model, &happening) {
                let Some((one, other)) = self.number(one).zip(self.number(other)) else { continue };
                let days = met.entry((one.min(other), one.max(other))).or_default();
                days.push(row.at.days());
            }
        }
        let prior = model.acquaintance_prior(kinds.met);
        for ((one, other), mut days) in met {
            // Whoever wrote three times on one day was in touch once.
            days.iter_mut().for_each(|day| *day = day.floor());
            days.sort_by(f64::total_cmp);
            days.dedup();
            if let Some(tied) = kinds.met_on(prior, &days) {
                edges.push((one, Place::Person(other), tied));
            }
        }
    }
}

fn member(known: Known) -> Member {
    let Known { id, owner, team, hidden } = known;
    Member { id, owner, team, ours: false, hidden }
}

/// The willingness of somebody of whom nothing is known.
pub(super) fn willing_at_first(model: &Model, phase: Phase) -> f64 {
    let start = model.start(phase);
    let prior = model.path_prior();
    prior.willing_by(start.mean(Factor::Psychology), start.mean(Factor::Behaviour))
}
