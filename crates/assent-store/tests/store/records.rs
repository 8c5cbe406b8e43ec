//! Records are written with a stamp, changed by version, put away and brought back.

use std::thread;

use assent_domain::interaction::{InteractionFacts, SignFacts};
use assent_domain::money::Money;
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::Sight;
use assent_domain::person::PersonFacts;
use assent_domain::pipeline::nine_steps;
use assent_domain::product::ProductFacts;
use assent_domain::user::{TeamFacts, UserFacts};
use assent_store::{PageRequest, Record, StoreError, Stored, people, pipelines, record};
use assent_testing::{House, Insert, postgres, sqlite};
use rstest::rstest;

fn stored<F: Record>(house: &House, id: F::Id) -> Stored<F::Id, F> {
    house.read(|db| record::get(db, &Sight::All, id)).unwrap()
}

/// Which table and column are said to be taken.
fn taken<T: std::fmt::Debug>(outcome: Result<T, StoreError>) -> (String, String) {
    match outcome {
        Err(StoreError::Taken { table, column }) => (table, column),
        other => panic!("should have been taken: {other:?}"),
    }
}

fn add<F: Insert>(house: &House, facts: &F) -> Result<F::Id, StoreError> {
    let id = house.mint();
    house.try_write(|db| facts.insert(db, house, id)).map(|()| id)
}

#[rstest]
fn an_organization_comes_back_as_it_was_written(#[values(sqlite(), postgres())] house: House) {
    let team = house.team("North").add();
    let owner = house.user("Li Wei").add();
    let facts = OrganizationFacts {
        key: Some("crm/1".parse().unwrap()),
        ours: true,
        competitor: true,
        city: Some("Zürich".parse().unwrap()),
        country: Some("中国".parse().unwrap()),
        sector: Some("Chips; \"semi\" 'conductors'".parse().unwrap()),
        website: Some("https://example.test".parse().unwrap()),
        customer_since: Some("1999-12-31".parse().unwrap()),
        note: Some("两行\nof text 🙂".parse().unwrap()),
        assumed: true,
        owner_id: Some(owner),
        team_id: Some(team),
        ..house.organization("高维信诚").facts()
    };
    let id = add(&house, &facts).unwrap();
    let found = stored::<OrganizationFacts>(&house, id);
    assert_eq!(found.facts, facts);
    assert_eq!((found.meta.created_at, found.meta.version), (house.now(), 1));
}

#[rstest]
fn a_deal_keeps_its_money_to_the_last_cent(#[values(sqlite(), postgres())] house: House) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li Wei").add();
    let amount = Money { minor: i64::MAX, currency: "CNY".parse().unwrap() };
    let deal =
        house.deal("Press", organization, owner).with(|deal| deal.amount = Some(amount)).add();
    assert_eq!(stored::<OpportunityFacts>(&house, deal).facts.amount, Some(amount));
}

#[rstest]
fn an_interaction_keeps_who_took_part_and_what_they_showed(
    #[values(sqlite(), postgres())] house: House,
) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li Wei").add();
    let deal = house.deal("Press", organization, owner).add();
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    let sign = SignFacts {
        person_id: ann,
        kind: "stated_criterion".parse().unwrap(),
        source: Some(assent_domain::interaction::Source::CustomerWritten),
        benefit: Some("交货快".parse().unwrap()),
    };
    let meeting = house.interaction(deal, "meeting").with(|meeting| {
        meeting.result = Some("held".parse().unwrap());
        meeting.participants = vec![ann, bob];
        meeting.through = vec![bob];
        meeting.signs = vec![sign];
        meeting.words = Some("“We need it by May.”".parse().unwrap());
    });
    let facts = meeting.clone().facts();
    let id = meeting.add();
    assert_eq!(stored::<InteractionFacts>(&house, id).facts, facts);
}

#[rstest]
fn a_change_counts_the_version_and_moves_the_time(#[values(sqlite(), postgres())] house: House) {
    let id = house.person("Ann").add();
    let born = house.now();
    house.pass_seconds(60);
    let facts = house.person("Anna").facts();
    assert!(house.write(|db| record::update(db, id, &facts, 1, house.now())));
    let found = stored::<PersonFacts>(&house, id);
    assert_eq!(found.facts, facts);
    assert_eq!(found.meta.version, 2);
    assert_eq!((found.meta.created_at, found.meta.updated_at), (born, house.now()));
}

#[rstest]
fn a_change_of_an_old_version_changes_nothing(#[values(sqlite(), postgres())] house: House) {
    let id = house.person("Ann").add();
    let facts = house.person("Anna").facts();
    assert!(!house.write(|db| record::update(db, id, &facts, 2, house.now())));
    assert_eq!(stored::<PersonFacts>(&house, id).facts.name.as_str(), "Ann");
}

#[rstest]
fn of_many_who_change_the_same_version_one_succeeds(#[values(sqlite(), postgres())] house: House) {
    let id = house.person("Ann").add();
    let facts = house.person("Anna").facts();
    let won: usize = thread::scope(|scope| {
        let change = || house.write(|db| record::update(db, id, &facts, 1, house.now()));
        let writers: Vec<_> = (0..6).map(|_| scope.spawn(change)).collect();
        writers.into_iter().map(|writer| usize::from(writer.join().unwrap())).sum()
    });
    assert_eq!(won, 1);
    assert_eq!(stored::<PersonFacts>(&house, id).meta.version, 2);
}

#[rstest]
fn what_is_put_away_is_not_listed_but_still_there_and_comes_back(
    #[values(sqlite(), postgres())] house: House,
) {
    let id = house.person("Ann").add();
    let listed = || {
        let page = PageRequest { count: true, ..PageRequest::default() };
        let page = house.read(|db| people::list(db, &Sight::All, &page, None, house.today()));
        (page.rows.len(), page.total)
    };
    let put_away = |at| {
        house.write(|db| record::set_deleted::<PersonFacts>(db, id, at, house.now()));
    };
    put_away(Some(house.now()));
    assert_eq!(listed(), (0, Some(0)));
    assert_eq!(stored::<PersonFacts>(&house, id).meta.deleted_at, Some(house.now()));
    put_away(None);
    assert_eq!(listed(), (1, Some(1)));
    assert_eq!(stored::<PersonFacts>(&house, id).meta.version, 3);
}

#[rstest]
fn a_record_is_found_by_the_key_it_had_elsewhere(#[values(sqlite(), postgres())] house: House) {
    let id = house.product("Press").with(|one| one.key = Some("P-1".parse().unwrap())).add();
    let find = |key| house.read(|db| record::find_by_key::<ProductFacts>(db, key));
    assert_eq!(find("P-1").map(|found| found.id), Some(id));
    assert_eq!(find("p-1"), None);
}

#[rstest]
fn a_key_in_use_is_named_with_its_table_when_the_insert_is_the_last_word(
    #[values(sqlite(), postgres())] house: House,
) {
    let keyed = house.person("Ann").with(|ann| ann.key = Some("A".parse().unwrap()));
    keyed.clone().add();
    // On PostgreSQL the insert is held back, so it fails with the commit.
    let outcome = add(&house, &keyed.facts());
    assert_eq!(taken(outcome), ("person".to_owned(), "external_key".to_owned()));
}

#[rstest]
fn a_key_in_use_is_named_when_a_query_follows_the_insert(
    #[values(sqlite(), postgres())] house: House,
) {
    let facts = house.person("Ann").with(|ann| ann.key = Some("A".parse().unwrap())).facts();
    add(&house, &facts).unwrap();
    let outcome = house.try_write(|db| {
        facts.insert(db, &house, house.mint())?;
        people::names(db, &[])
    });
    assert_eq!(taken(outcome), ("person".to_owned(), "external_key".to_owned()));
}

#[rstest]
fn a_key_in_use_is_named_when_a_change_takes_it(#[values(sqlite(), postgres())] house: House) {
    let ann = house.person("Ann").with(|ann| ann.key = Some("A".parse().unwrap()));
    ann.clone().add();
    let bob = house.person("Bob").add();
    let outcome = house.try_write(|db| record::update(db, bob, &ann.facts(), 1, house.now()));
    assert_eq!(taken(outcome), ("person".to_owned(), "external_key".to_owned()));
}

#[rstest]
fn a_key_stays_in_use_when_its_record_is_put_away(#[values(sqlite(), postgres())] house: House) {
    let keyed = house.person("Ann").with(|ann| ann.key = Some("A".parse().unwrap()));
    let id = keyed.clone().add();
    house.write(|db| record::set_deleted::<PersonFacts>(db, id, Some(house.now()), house.now()));
    taken(add(&house, &keyed.facts()));
}

#[rstest]
fn other_names_that_must_be_unique_are_named_alike(#[values(sqlite(), postgres())] house: House) {
    let facts: TeamFacts = house.team("North").facts();
    add(&house, &facts).unwrap();
    assert_eq!(taken(add(&house, &facts)), ("team".to_owned(), "name".to_owned()));

    let facts: UserFacts =
        house.user("Li").with(|li| li.email = Some("li@example.test".parse().unwrap())).facts();
    add(&house, &facts).unwrap();
    assert_eq!(taken(add(&house, &facts)), ("app_user".to_owned(), "email".to_owned()));

    house.pipeline();
    let second =
        house.try_write(|db| pipelines::insert(db, house.mint(), &nine_steps(), &[], house.now()));
    assert_eq!(taken(second), ("pipeline".to_owned(), "key".to_owned()));
}

#[rstest]
fn a_reference_to_nothing_is_refused(#[values(sqlite(), postgres())] house: House) {
    let facts = house.employment(house.mint(), house.mint()).facts();
    let outcome = add(&house, &facts);
    assert!(matches!(outcome, Err(StoreError::Sqlite(_) | StoreError::Postgres(_))));
}
