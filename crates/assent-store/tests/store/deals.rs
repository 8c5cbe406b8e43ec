//! Deals move from stage to stage, end, and have people with a part in them.

use assent_domain::ids::{OpportunityId, StageChangeId, StageId};
use assent_domain::money::Money;
use assent_domain::opportunity::{
    BuyingRole, ClosureFacts, DealState, Outcome, StageChangeFacts, StakeholderFacts,
};
use assent_domain::permission::Sight;
use assent_domain::pipeline::nine_steps;
use assent_domain::time::Timestamp;
use assent_store::opportunities::{self, Filter, Opportunity};
use assent_store::{PageRequest, people, pipelines, stakeholders};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

fn deal(house: &House, name: &str) -> OpportunityId {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li").add();
    house.deal(name, organization, owner).add()
}

fn move_to(house: &House, deal: OpportunityId, stage_id: StageId, at: Timestamp) -> StageChangeId {
    let id = house.mint();
    let change = StageChangeFacts { stage_id, at: Some(at), note: None, assumed: false };
    let moved = house
        .write(|db| opportunities::move_to_stage(db, id, None, deal, &change, None, house.now()));
    assert!(moved);
    id
}

fn one(house: &House, deal: OpportunityId) -> Opportunity {
    house.read(|db| opportunities::one(db, &Sight::All, deal)).unwrap()
}

#[rstest]
fn a_late_move_does_not_undo_a_later_one(#[values(sqlite(), postgres())] house: House) {
    let deal = deal(&house, "Press");
    let stages = house.stages();
    move_to(&house, deal, stages[4], house.now());
    move_to(&house, deal, stages[2], house.now().plus_days(-30));
    assert_eq!(
        (one(&house, deal).stage.id, one(&house, deal).stage_since),
        (stages[4], house.now())
    );
    let history = house.read(|db| opportunities::stage_changes(db, deal));
    let moves: Vec<StageId> = history.iter().map(|change| change.stage.id).collect();
    assert_eq!(moves, [stages[2], stages[4]]);
}

#[rstest]
fn a_move_taken_back_gives_way_to_the_one_before(#[values(sqlite(), postgres())] house: House) {
    let deal = deal(&house, "Press");
    let stages = house.stages();
    move_to(&house, deal, stages[1], house.now());
    let last = move_to(&house, deal, stages[6], house.now().plus_days(1));
    let set = |at| {
        house.write(|db| opportunities::set_stage_change_deleted(db, last, deal, at, house.now()))
    };
    assert!(set(Some(house.now())));
    assert_eq!(one(&house, deal).stage.id, stages[1]);
    assert!(set(None));
    assert_eq!(one(&house, deal).stage.id, stages[6]);
}

#[rstest]
fn the_same_move_loaded_twice_is_one(#[values(sqlite(), postgres())] house: House) {
    let deal = deal(&house, "Press");
    let stage_id = house.stages()[3];
    let change = StageChangeFacts { stage_id, at: None, note: None, assumed: false };
    let load = || {
        house.write(|db| {
            let (id, key) = (house.mint(), Some("move-1"));
            opportunities::move_to_stage(db, id, key, deal, &change, None, house.now())
        })
    };
    assert_eq!((load(), load()), (true, false));
    assert_eq!(house.read(|db| opportunities::stage_changes(db, deal)).len(), 1);
}

#[rstest]
fn a_list_shows_the_deals_asked_for(#[values(sqlite(), postgres())] house: House) {
    let [open, won, lost, undecided] =
        ["Open", "Won", "Lost", "Undecided"].map(|name| deal(&house, name));
    let ends = [(won, Outcome::Won), (lost, Outcome::Lost), (undecided, Outcome::NoDecision)];
    for (deal, outcome) in ends {
        let closure = ClosureFacts { outcome, at: house.now(), reason: None };
        house.write(|db| opportunities::set_closure(db, deal, Some(&closure), house.now()));
    }
    let listed = |state| {
        let filter = Filter { state, ..Filter::default() };
        let request = PageRequest { count: true, ..PageRequest::default() };
        let page = house.read(|db| opportunities::list(db, &Sight::All, &filter, &request));
        assert_eq!(page.total, Some(page.rows.len() as i64));
        page.rows.iter().map(|row| row.deal.facts.name.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed(None), "Lost Open Undecided Won");
    assert_eq!(listed(Some(DealState::Open)), "Open");
    assert_eq!(listed(Some(DealState::Closed)), "Lost Undecided Won");
    assert_eq!(listed(Some(DealState::Won)), "Won");
    assert_eq!(listed(Some(DealState::Lost)), "Lost Undecided");
    house.write(|db| opportunities::set_closure(db, won, None, house.now()));
    assert_eq!(listed(Some(DealState::Open)), "Open Won");
    assert_eq!(one(&house, open).closure, None);
}

#[rstest]
fn a_stage_adds_up_each_currency_by_itself(#[values(sqlite(), postgres())] house: House) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li").add();
    for (minor, currency) in [(100, "USD"), (250, "USD"), (7, "CNY")] {
        let amount = Money { minor, currency: currency.parse().unwrap() };
        house.deal("Press", organization, owner).with(|deal| deal.amount = Some(amount)).add();
    }
    house.deal("Press", organization, owner).add();
    let stage = house.stages()[0];
    let totals =
        house.read(|db| opportunities::totals_by_stage(db, &Sight::All, &Filter::default(), None));
    let mut totals: Vec<_> = totals
        .into_iter()
        .map(|(at, count, sum)| {
            assert_eq!(at, stage);
            (count, sum.map(|sum| (sum.minor, sum.currency.to_string())))
        })
        .collect();
    totals.sort();
    let sum = |minor, currency: &str| Some((minor, currency.to_owned()));
    assert_eq!(totals, [(1, None), (1, sum(7, "CNY")), (2, sum(350, "USD"))]);
}

#[rstest]
fn a_person_taken_out_of_a_deal_comes_back_with_a_new_part(
    #[values(sqlite(), postgres())] house: House,
) {
    let deal = deal(&house, "Press");
    let person_id = house.person("Ann").add();
    let put = |role| {
        let facts = StakeholderFacts { person_id, role, since: None, assumed: false };
        house.write(|db| stakeholders::put(db, deal, &facts, house.now()));
    };
    let role = || {
        let all = house.read(|db| stakeholders::of(db, &[deal]));
        all.first().map(|one| one.facts.role)
    };
    put(BuyingRole::User);
    let out = Some(house.now());
    assert!(house.write(|db| stakeholders::set_deleted(db, deal, person_id, out, house.now())));
    assert_eq!((role(), house.read(|db| stakeholders::deals_of(db, person_id))), (None, vec![]));
    put(BuyingRole::DecisionMaker);
    assert_eq!(role(), Some(BuyingRole::DecisionMaker));
}

#[rstest]
fn a_part_that_is_known_is_not_forgotten(#[values(sqlite(), postgres())] house: House) {
    let deal = deal(&house, "Press");
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    let role = BuyingRole::BudgetHolder;
    let facts = StakeholderFacts { person_id: ann, role, since: None, assumed: false };
    house.write(|db| stakeholders::put(db, deal, &facts, house.now()));
    let guess = |person| {
        let today = house.today();
        house.write(|db| stakeholders::put_unknown(db, deal, person, today, house.now()))
    };
    assert_eq!((guess(ann), guess(bob)), (false, true));
    let kept = house.read(|db| stakeholders::one(db, deal, ann)).unwrap();
    assert_eq!(kept.facts.role, BuyingRole::BudgetHolder);
}

#[rstest]
fn a_pipeline_changed_from_an_old_version_stays_as_it_is(
    #[values(sqlite(), postgres())] house: House,
) {
    let id = house.pipeline();
    let stages = house.stages();
    let mut facts = nine_steps();
    facts.stages.swap(0, 1);
    let swapped = [&stages[1..2], &stages[0..1], &stages[2..]].concat();
    let change = |version| {
        house.write(|db| pipelines::update(db, id, &facts, &swapped, version, house.now()))
    };
    assert!(!change(7));
    assert_eq!(house.stages(), stages);
    assert!(change(1));
    assert_eq!(house.stages(), swapped);
}

#[rstest]
fn of_several_jobs_a_person_is_listed_with_the_one_begun_last(
    #[values(sqlite(), postgres())] house: House,
) {
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    for (employer, from) in [
        ("Undated Ltd", None),
        ("Latest Ltd", Some("2026-03-01")),
        ("Earlier Ltd", Some("2024-03-01")),
    ] {
        let employer = house.organization(employer).add();
        let from = from.map(|day| day.parse().unwrap());
        house.employment(ann, employer).with(|job| job.from = from).add();
        house.employment(bob, employer).with(|job| job.from = from).add();
    }
    let request = PageRequest { rows: 1, ..PageRequest::default() };
    let first = house.read(|db| people::list(db, &Sight::All, &request, None, house.today()));
    let request = PageRequest { after: first.next.clone(), ..request };
    let second = house.read(|db| people::list(db, &Sight::All, &request, None, house.today()));
    for (page, person) in [(&first, ann), (&second, bob)] {
        let [row] = &page.rows[..] else { panic!("{page:?}") };
        assert_eq!(row.person.id, person);
        assert_eq!(row.organization.as_ref().unwrap().1, "Latest Ltd");
    }
    assert_eq!(second.next, None);
}

#[rstest]
fn a_person_is_listed_with_the_job_they_have_today(#[values(sqlite(), postgres())] house: House) {
    let ann = house.person("Ann").add();
    let [past, present] = ["Past Ltd", "Present Ltd"].map(|name| house.organization(name).add());
    let until = Some("2026-11-22".parse().unwrap());
    house.employment(ann, past).with(|job| job.until = until).add();
    let from = Some("2026-11-23".parse().unwrap());
    house
        .employment(ann, present)
        .with(|job| {
            job.from = from;
            job.title = Some("CIO".parse().unwrap());
        })
        .add();
    let request = PageRequest::default();
    let listed =
        house.read(|db| people::list(db, &Sight::All, &request, Some(present), house.today()));
    let row = &listed.rows[0];
    assert_eq!(row.organization, Some((present, "Present Ltd".to_owned())));
    assert_eq!(row.title.as_deref(), Some("CIO"));
    let jobs = house.read(|db| people::one(db, &Sight::All, ann)).unwrap().employments;
    let names: Vec<&str> = jobs.iter().map(|job| job.organization_name.as_str()).collect();
    assert_eq!(names, ["Present Ltd", "Past Ltd"]);
}
