//! Beliefs are kept to the last bit.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::Sight;
use assent_store::beliefs::{self, Belief};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

/// A deal with two people in it.
fn scene(house: &House) -> (OpportunityId, [PersonId; 2]) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li").add();
    let deal = house.deal("Press", organization, owner).add();
    (deal, ["Ann", "Bob"].map(|name| house.person(name).add()))
}

fn belief(house: &House, opportunity: OpportunityId, person: PersonId) -> Belief {
    Belief {
        opportunity,
        person,
        state: (1..=125).map(|z| 1.0 / f64::from(z) / 7.0).collect(),
        settled_at: house.now(),
        log_evidence: -12.345_678_901_234_567,
        evidence_count: 7,
        explanation: r#"{"lines":[]}"#.to_owned(),
        model: "1/abc".to_owned(),
        reading: r#"{"阶段":1}"#.to_owned(),
        read_on: house.today(),
    }
}

fn put(house: &House, belief: &Belief) {
    house.write(|db| beliefs::put(db, belief));
}

fn kept(house: &House, deal: OpportunityId) -> Vec<Belief> {
    house.read(|db| beliefs::of_deals(db, &[deal]))
}

#[rstest]
fn a_belief_comes_back_to_the_last_bit(#[values(sqlite(), postgres())] house: House) {
    let (deal, [ann, _]) = scene(&house);
    let mut written = belief(&house, deal, ann);
    // The hard ones: the smallest number there is, the one next to 1, a zero with a sign.
    written.state[..4].copy_from_slice(&[5e-324, 1.0 - f64::EPSILON / 2.0, -0.0, 0.1 + 0.2]);
    put(&house, &written);
    let read = kept(&house, deal).remove(0);
    let bits = |belief: &Belief| -> Vec<u64> { belief.state.iter().map(|p| p.to_bits()).collect() };
    assert_eq!(bits(&read), bits(&written));
    assert_eq!(read.log_evidence.to_bits(), written.log_evidence.to_bits());
    assert_eq!(read, written);
}

#[rstest]
fn a_belief_takes_the_place_of_the_one_before(#[values(sqlite(), postgres())] house: House) {
    let (deal, [ann, _]) = scene(&house);
    put(&house, &belief(&house, deal, ann));
    let later = Belief { evidence_count: 8, ..belief(&house, deal, ann) };
    put(&house, &later);
    assert_eq!(kept(&house, deal), [later]);
}

#[rstest]
fn who_has_no_part_any_more_keeps_no_belief(#[values(sqlite(), postgres())] house: House) {
    let (deal, [ann, bob]) = scene(&house);
    let other_deal = house.deal("Lathe", house.organization("B").add(), house.user("He").add());
    let other_deal = other_deal.add();
    for (deal, person) in [(deal, ann), (deal, bob), (other_deal, bob)] {
        put(&house, &belief(&house, deal, person));
    }
    house.write(|db| beliefs::keep_only(db, deal, &[ann]));
    assert_eq!(kept(&house, deal).iter().map(|belief| belief.person).collect::<Vec<_>>(), [ann]);
    house.write(|db| beliefs::keep_only(db, deal, &[]));
    assert_eq!((kept(&house, deal).len(), kept(&house, other_deal).len()), (0, 1));
}

#[rstest]
fn a_person_is_shown_as_last_heard_of(#[values(sqlite(), postgres())] house: House) {
    let (deal, [ann, _]) = scene(&house);
    let other_deal = house.deal("Lathe", house.organization("B").add(), house.user("He").add());
    let other_deal = other_deal.add();
    put(&house, &belief(&house, deal, ann));
    let later = Belief {
        settled_at: house.now().plus_days(1),
        reading: "later".to_owned(),
        ..belief(&house, other_deal, ann)
    };
    put(&house, &later);
    let standings = house.read(|db| beliefs::latest_standings(db, &Sight::All, &[ann]));
    let shown: Vec<_> =
        standings.iter().map(|one| (one.person, one.opportunity, one.reading.as_str())).collect();
    assert_eq!(shown, [(ann, other_deal, "later")]);
}

#[rstest]
fn beliefs_read_on_an_earlier_day_are_due_for_reading(
    #[values(sqlite(), postgres())] house: House,
) {
    let (deal, [ann, _]) = scene(&house);
    put(&house, &belief(&house, deal, ann));
    let due = || house.read(|db| beliefs::read_before(db, house.today(), 9));
    assert_eq!(due(), []);
    house.pass_seconds(86_400);
    assert_eq!(due(), [deal]);
}

#[rstest]
fn half_a_number_is_no_belief(#[values(sqlite(), postgres())] house: House) {
    let (deal, [ann, _]) = scene(&house);
    put(&house, &belief(&house, deal, ann));
    let three_bytes = match house.database().kind() {
        assent_testing::Kind::Sqlite => "X'010203'",
        assent_testing::Kind::Postgres => "'\\x010203'",
    };
    house.database().meddle(&format!("UPDATE belief SET state = {three_bytes}"));
    let read = house
        .store()
        .read_blocking::<_, assent_store::StoreError>(|db| beliefs::of_deals(db, &[deal]));
    assert!(matches!(read, Err(assent_store::StoreError::BadRow { table: "belief", .. })));
}
