//! What is withheld from the estimates stays where it is, with who withheld it, when and why.

use assent_domain::ids::{InteractionId, PersonId, UserId};
use assent_domain::permission::Sight;
use assent_domain::text::Line;
use assent_store::withheld::{self, Withheld};
use assent_store::{PageRequest, interactions, people};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

fn reason() -> Line {
    "他们要求的".parse().unwrap()
}

fn by_li_wei(house: &House, user: UserId) -> Option<Withheld> {
    Some(Withheld { at: house.now(), reason: reason(), by: Some((user, "Li Wei".to_owned())) })
}

fn exclude(house: &House, person: PersonId, why: Option<(&Line, Option<UserId>)>) {
    house.write(|db| withheld::set_exclusion(db, person, why, house.now()));
}

#[rstest]
fn an_excluded_person_is_known_by_it_alone_and_in_a_list(
    #[values(sqlite(), postgres())] house: House,
) {
    let user = house.user("Li Wei").add();
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    house.pass_seconds(60);
    exclude(&house, ann, Some((&reason(), Some(user))));

    let one = house.read(|db| people::one(db, &Sight::All, ann)).unwrap();
    assert_eq!(one.exclusion, by_li_wei(&house, user));
    assert_eq!((one.person.meta.version, one.person.meta.updated_at), (2, house.now()));
    let request = PageRequest::default();
    let page = house.read(|db| people::list(db, &Sight::All, &request, None, house.today()));
    let exclusions: Vec<_> = page.rows.into_iter().map(|row| row.exclusion).collect();
    assert_eq!(exclusions, [by_li_wei(&house, user), None]);
    assert_eq!(house.read(|db| people::excluded_among(db, &[ann, bob])), [ann]);

    exclude(&house, ann, None);
    assert_eq!(house.read(|db| people::one(db, &Sight::All, ann)).unwrap().exclusion, None);
    assert_eq!(house.read(|db| people::excluded_among(db, &[ann, bob])), []);
}

#[rstest]
fn what_the_house_withholds_was_done_by_nobody(#[values(sqlite(), postgres())] house: House) {
    let ann = house.person("Ann").add();
    exclude(&house, ann, Some((&reason(), None)));
    let one = house.read(|db| people::one(db, &Sight::All, ann)).unwrap();
    assert_eq!(one.exclusion, Some(Withheld { at: house.now(), reason: reason(), by: None }));
}

#[rstest]
fn a_disputed_record_is_read_with_its_dispute_however_it_is_read(
    #[values(sqlite(), postgres())] house: House,
) {
    let user = house.user("Li Wei").add();
    let deal = house.deal("Press", house.organization("Acme").add(), user).add();
    let [ann, ours] = ["Ann", "Our One"].map(|name| house.person(name).add());
    let call = house.interaction(deal, "call").with(|call| call.participants = vec![ann]).add();
    let promise = house.commitment(deal, ours, ann).add();
    house.pass_seconds(60);
    let dispute = |why: Option<(&Line, Option<UserId>)>| {
        house.write(|db| {
            withheld::set_dispute(db, call, why, house.now())?;
            withheld::set_dispute_of_commitment(db, promise, why, house.now())
        });
    };
    let read = |id: InteractionId| {
        let one = house.read(|db| interactions::one(db, &Sight::All, id)).unwrap();
        let listed = house.read(|db| {
            interactions::list(db, &Sight::All, None, Some(ann), &PageRequest::default())
        });
        let promised = house.read(|db| interactions::commitments_of_deal(db, deal));
        [one.dispute, listed.rows[0].dispute.clone(), promised[0].dispute.clone()]
    };
    dispute(Some((&reason(), Some(user))));
    assert_eq!(read(call), [(); 3].map(|()| by_li_wei(&house, user)));
    dispute(None);
    assert_eq!(read(call), [None, None, None]);
}

#[rstest]
fn the_deals_with_a_person_are_those_in_which_anything_is_recorded_of_them(
    #[values(sqlite(), postgres())] house: House,
) {
    let user = house.user("Li Wei").add();
    let buyer = house.organization("Acme").add();
    let [called, promised, other] =
        ["Press", "Lathe", "Mill"].map(|name| house.deal(name, buyer, user).add());
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    for _ in 0..2 {
        house.interaction(called, "call").with(|call| call.participants = vec![ann]).add();
    }
    house.commitment(promised, ann, bob).add();
    house.interaction(other, "call").with(|call| call.participants = vec![bob]).add();
    let mut found = house.read(|db| interactions::deals_with(db, ann));
    found.sort_unstable();
    let mut expected = [called, promised];
    expected.sort_unstable();
    assert_eq!(found, expected);
}
