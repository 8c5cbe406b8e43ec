//! Who sees which rows, through every function that reads them.
//!
//! The same things exist five times over: Li's own, those of a colleague in Li's team, of the team
//! below, of another team, and such as belong to nobody.

use assent_domain::ids::{
    CommitmentId, EmploymentId, InteractionId, OpportunityId, OrganizationId,
    OrganizationRelationId, PersonId, TeamId, TieId, UserId,
};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::organization::{OrganizationFacts, OrganizationRelationFacts};
use assent_domain::permission::{Noun, Sight};
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::search_tokens;
use assent_domain::user::Scope;
use assent_store::beliefs::{self, Belief};
use assent_store::journal::{self, FeedCursor};
use assent_store::opportunities::Filter;
use assent_store::search::{self, Text};
use assent_store::{
    PageRequest, Record, interactions, opportunities, organizations, people, record,
};
use assent_testing::{House, eventually, postgres, sqlite};
use rstest::rstest;
use uuid::Uuid;

/// One owner's things.
struct Things {
    label: &'static str,
    owner: Option<UserId>,
    team: Option<TeamId>,
    organizations: [OrganizationId; 2],
    people: [PersonId; 2],
    relation: OrganizationRelationId,
    employment: EmploymentId,
    tie: TieId,
    deal: OpportunityId,
    interaction: InteractionId,
    commitment: CommitmentId,
}

struct Scene {
    house: House,
    li: UserId,
    things: Vec<Things>,
}

impl Scene {
    fn new(house: House, scope: Scope) -> Self {
        let north = house.team("North").add();
        let east = house.team("North-east").with(|team| team.parent_id = Some(north)).add();
        let south = house.team("South").add();
        let li = house.member("Li", north, scope).add();
        let owners = [
            ("own", Some((li, north))),
            ("team", Some((house.member("Wu", north, Scope::Own).add(), north))),
            ("below", Some((house.member("He", east, Scope::Own).add(), east))),
            ("outside", Some((house.member("Xu", south, Scope::All).add(), south))),
            ("shared", None),
        ];
        // A deal always has an owner; that of the shared things is a stranger without a team.
        let stranger = house.user("Stranger").add();
        let things =
            owners.map(|(label, owner)| Things::add(&house, label, owner, stranger)).into();
        Self { house, li, things }
    }

    fn sight(&self, noun: Noun) -> Sight {
        self.house.sight(self.li, noun)
    }

    /// The owners of the things that `is_seen`.
    fn seen(&self, is_seen: impl Fn(&Things) -> bool) -> String {
        let seen: Vec<&str> =
            self.things.iter().filter(|things| is_seen(things)).map(|one| one.label).collect();
        seen.join(" ")
    }

    /// The owners of the records that can be got by their id.
    fn got<F: Record>(&self, noun: Noun, id: impl Fn(&Things) -> F::Id) -> String {
        let sight = self.sight(noun);
        self.seen(|things| self.house.read(|db| record::get::<F>(db, &sight, id(things))).is_some())
    }

    /// The owners of the records with these ids.
    fn among<I: PartialEq>(&self, ids: &[I], id: impl Fn(&Things) -> I) -> String {
        self.seen(|things| ids.contains(&id(things)))
    }
}

impl Things {
    fn add(
        house: &House,
        label: &'static str,
        place: Option<(UserId, TeamId)>,
        stranger: UserId,
    ) -> Self {
        let (owner, team) = place.unzip();
        let organizations = [1, 2].map(|number| {
            house
                .organization(&format!("Acme {label} {number}"))
                .with(|one| {
                    (one.owner_id, one.team_id) = (owner, team);
                })
                .add()
        });
        let people = [1, 2].map(|number| {
            house
                .person(&format!("Ann {label} {number}"))
                .with(|one| {
                    (one.owner_id, one.team_id) = (owner, team);
                })
                .add()
        });
        let deal = house
            .deal(&format!("Press {label}"), organizations[0], owner.unwrap_or(stranger))
            .with(|deal| deal.team_id = team)
            .add();
        let things = Self {
            label,
            owner,
            team,
            organizations,
            people,
            relation: house.relation(organizations[0], organizations[1]).add(),
            employment: house.employment(people[0], organizations[0]).add(),
            tie: house.tie(people[0], people[1]).add(),
            deal,
            interaction: house
                .interaction(deal, "call")
                .with(|call| call.participants = vec![people[0]])
                .add(),
            commitment: house.commitment(deal, people[0], people[1]).add(),
        };
        things.make_known(house, stranger);
        things
    }

    /// Writes the search entries and the journal's lines, as the operations do.
    fn make_known(&self, house: &House, stranger: UserId) {
        let deal_owner = self.owner.or(Some(stranger));
        let entries = [
            ("organization", self.organizations[0].uuid(), self.owner, None),
            ("person", self.people[0].uuid(), self.owner, None),
            ("opportunity", self.deal.uuid(), deal_owner, Some(self.deal)),
            ("note", self.interaction.uuid(), deal_owner, Some(self.deal)),
        ];
        house.write(|db| {
            for (noun, record, owner, opportunity) in entries {
                let entry = Text {
                    noun,
                    record,
                    owner,
                    team: self.team,
                    opportunity,
                    title: self.label,
                    subtitle: "",
                    tokens: search_tokens::of_name("findable"),
                };
                search::add(db, &entry)?;
                let line = journal::Entry {
                    at: house.now(),
                    user: None,
                    operation: "create",
                    noun,
                    record,
                    opportunity,
                    people: &[],
                    owner,
                    team: self.team,
                    detail: None,
                };
                journal::record(db, &line)?;
            }
            beliefs::put(db, &self.belief(house))
        });
    }

    fn belief(&self, house: &House) -> Belief {
        Belief {
            opportunity: self.deal,
            person: self.people[0],
            state: Vec::new(),
            settled_at: house.now(),
            log_evidence: 0.0,
            evidence_count: 0,
            explanation: String::new(),
            model: String::new(),
            reading: String::new(),
            read_on: house.today(),
        }
    }
}

/// What Li sees of the address book and of the deals: the address book may be shared, deals are not.
fn expected(scope: Scope) -> (&'static str, &'static str) {
    match scope {
        Scope::Own => ("own shared", "own"),
        Scope::Team => ("own team below shared", "own team below"),
        Scope::All => ("own team below outside shared", "own team below outside shared"),
    }
}

/// A noun that is searched and told of, the id of its record, and whose Li sees.
type Told = (&'static str, Noun, fn(&Things) -> Uuid, &'static str);

fn by_noun(scope: Scope) -> [Told; 4] {
    let (addresses, deals) = expected(scope);
    [
        ("organization", Noun::Organization, |t| t.organizations[0].uuid(), addresses),
        ("person", Noun::Person, |t| t.people[0].uuid(), addresses),
        ("opportunity", Noun::Opportunity, |t| t.deal.uuid(), deals),
        ("note", Noun::Interaction, |t| t.interaction.uuid(), deals),
    ]
}

fn counted() -> PageRequest {
    PageRequest { count: true, ..PageRequest::default() }
}

fn searching() -> PageRequest {
    PageRequest { search: Some("findable".to_owned()), ..counted() }
}

#[rstest]
fn addresses_are_seen_as_far_as_the_scope_reaches(
    #[values(sqlite(), postgres())] house: House,
    #[values(Scope::Own, Scope::Team, Scope::All)] scope: Scope,
) {
    let scene = Scene::new(house, scope);
    let (addresses, _) = expected(scope);
    let organizations = scene.sight(Noun::Organization);
    let persons = scene.sight(Noun::Person);
    let house = &scene.house;

    assert_eq!(
        scene.got::<OrganizationFacts>(Noun::Organization, |t| t.organizations[0]),
        addresses
    );
    assert_eq!(
        scene.got::<OrganizationRelationFacts>(Noun::Organization, |t| t.relation),
        addresses
    );
    assert_eq!(scene.got::<PersonFacts>(Noun::Person, |t| t.people[0]), addresses);
    assert_eq!(scene.got::<EmploymentFacts>(Noun::Person, |t| t.employment), addresses);
    assert_eq!(scene.got::<TieFacts>(Noun::Person, |t| t.tie), addresses);
    let one = scene.seen(|t| house.read(|db| people::one(db, &persons, t.people[0])).is_some());
    assert_eq!(one, addresses);

    for (request, of_each) in [(counted(), 2), (searching(), 1)] {
        let rows = addresses.split(' ').count() * of_each;
        let page = house.read(|db| organizations::list(db, &organizations, &request));
        let ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
        assert_eq!(scene.among(&ids, |t| t.organizations[0]), addresses);
        assert_eq!((ids.len(), page.total), (rows, Some(rows as i64)));
        let page = house.read(|db| people::list(db, &persons, &request, None, house.today()));
        let ids: Vec<_> = page.rows.iter().map(|row| row.person.id).collect();
        assert_eq!(scene.among(&ids, |t| t.people[0]), addresses);
        assert_eq!((ids.len(), page.total), (rows, Some(rows as i64)));
    }

    let all: Vec<_> = scene.things.iter().map(|things| things.organizations[0]).collect();
    let found = house.read(|db| organizations::relations(db, &organizations, &all));
    let ids: Vec<_> = found.iter().map(|found| found.relation.id).collect();
    assert_eq!(scene.among(&ids, |t| t.relation), addresses);
    let found = house.read(|db| people::employments(db, &persons, &[], &all));
    let ids: Vec<_> = found.iter().map(|found| found.employment.id).collect();
    assert_eq!(scene.among(&ids, |t| t.employment), addresses);
    let all: Vec<_> = scene.things.iter().map(|things| things.people[0]).collect();
    let found = house.read(|db| people::ties(db, &persons, &all));
    let ids: Vec<_> = found.iter().map(|found| found.tie.id).collect();
    assert_eq!(scene.among(&ids, |t| t.tie), addresses);
}

#[rstest]
fn deals_and_what_happened_in_them_are_seen_as_far_as_the_scope_reaches(
    #[values(sqlite(), postgres())] house: House,
    #[values(Scope::Own, Scope::Team, Scope::All)] scope: Scope,
) {
    let scene = Scene::new(house, scope);
    let (_, deals) = expected(scope);
    let rows = deals.split(' ').count();
    let sight = scene.sight(Noun::Opportunity);
    let house = &scene.house;

    assert_eq!(scene.got::<OpportunityFacts>(Noun::Opportunity, |t| t.deal), deals);
    assert_eq!(scene.got::<InteractionFacts>(Noun::Interaction, |t| t.interaction), deals);
    assert_eq!(scene.got::<CommitmentFacts>(Noun::Interaction, |t| t.commitment), deals);
    let one = scene.seen(|t| house.read(|db| opportunities::one(db, &sight, t.deal)).is_some());
    assert_eq!(one, deals);
    let one =
        scene.seen(|t| house.read(|db| interactions::one(db, &sight, t.interaction)).is_some());
    assert_eq!(one, deals);
    let one = scene.seen(|t| {
        house.read(|db| interactions::one_commitment(db, &sight, t.commitment)).is_some()
    });
    assert_eq!(one, deals);

    for request in [counted(), searching()] {
        let filter = Filter::default();
        let page = house.read(|db| opportunities::list(db, &sight, &filter, &request));
        let ids: Vec<_> = page.rows.iter().map(|row| row.deal.id).collect();
        assert_eq!(scene.among(&ids, |t| t.deal), deals);
        assert_eq!((ids.len(), page.total), (rows, Some(rows as i64)));
    }
    let totals =
        house.read(|db| opportunities::totals_by_stage(db, &sight, &Filter::default(), None));
    assert_eq!(totals.iter().map(|(_, count, _)| *count).sum::<i64>(), rows as i64);

    let page = house.read(|db| interactions::list(db, &sight, None, None, &counted()));
    let ids: Vec<_> = page.rows.iter().map(|row| row.stored.id).collect();
    assert_eq!(scene.among(&ids, |t| t.interaction), deals);
    assert_eq!(page.total, Some(rows as i64));
    let page = house.read(|db| interactions::list_commitments(db, &sight, None, None, &counted()));
    let ids: Vec<_> = page.rows.iter().map(|row| row.stored.id).collect();
    assert_eq!(scene.among(&ids, |t| t.commitment), deals);
    assert_eq!(page.total, Some(rows as i64));

    let all: Vec<_> = scene.things.iter().map(|things| things.people[0]).collect();
    let standings = house.read(|db| beliefs::latest_standings(db, &sight, &all));
    let ids: Vec<_> = standings.iter().map(|one| one.person).collect();
    assert_eq!(scene.among(&ids, |t| t.people[0]), deals);
}

#[rstest]
fn what_is_searched_reaches_as_far_as_the_scope(
    #[values(sqlite(), postgres())] house: House,
    #[values(Scope::Own, Scope::Team, Scope::All)] scope: Scope,
) {
    let scene = Scene::new(house, scope);
    let house = &scene.house;
    for (word, noun, id, expected) in by_noun(scope) {
        let sight = scene.sight(noun);
        let found = house.read(|db| search::find(db, &sight, word, "findable", 50));
        let ids: Vec<_> = found.iter().map(|find| find.record).collect();
        assert_eq!(scene.among(&ids, id), expected, "search for {word}");
    }
}

#[rstest]
fn news_reach_as_far_as_the_scope(
    #[values(sqlite(), postgres())] house: House,
    #[values(Scope::Own, Scope::Team, Scope::All)] scope: Scope,
) {
    let scene = Scene::new(house, scope);
    let news = |deals: &Sight, others: &Sight| {
        let since = FeedCursor::default();
        scene.house.read(|db| journal::changes(db, deals, others, since, 50))
    };
    // The feed shows a line once older transactions are over, which may take a moment.
    let lines = 4 * scene.things.len();
    eventually("all lines", || (news(&Sight::All, &Sight::All).len() == lines).then_some(()));
    let seen = news(&scene.sight(Noun::Opportunity), &scene.sight(Noun::Person));
    let ids: Vec<_> = seen.iter().map(|change| change.record).collect();
    for (word, _, id, expected) in by_noun(scope) {
        assert_eq!(scene.among(&ids, id), expected, "news of {word}");
    }
}

#[rstest]
fn the_query_sees_what_the_sight_says_it_covers(
    #[values(sqlite(), postgres())] house: House,
    #[values(Scope::Own, Scope::Team, Scope::All)] scope: Scope,
) {
    let scene = Scene::new(house, scope);
    let sight = scene.sight(Noun::Person);
    let covered = scene.seen(|things| sight.covers(things.owner, things.team));
    assert_eq!(scene.got::<PersonFacts>(Noun::Person, |t| t.people[0]), covered);
}

#[rstest]
fn who_may_see_nothing_sees_nothing(#[values(sqlite(), postgres())] house: House) {
    let scene = Scene::new(house, Scope::All);
    let (house, nothing) = (&scene.house, &Sight::Nothing);
    let request = counted();
    let people = house.read(|db| people::list(db, nothing, &request, None, house.today()));
    assert_eq!((people.rows.len(), people.total), (0, Some(0)));
    let filter = Filter::default();
    let deals = house.read(|db| opportunities::list(db, nothing, &filter, &request));
    assert_eq!((deals.rows.len(), deals.total), (0, Some(0)));
    let news = house.read(|db| journal::changes(db, nothing, nothing, FeedCursor::default(), 50));
    assert_eq!(news, []);
    assert_eq!(house.read(|db| search::find(db, nothing, "person", "findable", 9)), []);
}

#[rstest]
fn an_employer_out_of_sight_is_not_given_away_by_those_who_work_there(
    #[values(sqlite(), postgres())] house: House,
) {
    let [north, south] = ["North", "South"].map(|name| house.team(name).add());
    let li = house.member("Li", north, Scope::Team).add();
    let hidden = house.organization("Hidden").with(|one| one.team_id = Some(south)).add();
    let ann = house.person("Ann").add();
    house.employment(ann, hidden).add();
    let sight = house.sight(li, Noun::Person);

    let list = |organization| {
        let request = counted();
        house.read(|db| people::list(db, &sight, &request, organization, house.today()))
    };
    assert_eq!(list(None).rows[0].organization, None);
    assert_eq!(list(Some(hidden)).rows, []);
    let employments = house.read(|db| people::one(db, &sight, ann)).unwrap().employments;
    assert_eq!(employments, []);
}
