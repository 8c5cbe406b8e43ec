//! The benefit points of a product are kept in their order, and each has a name of its own.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::ProductId;
use assent_domain::permission::Sight;
use assent_store::{StoreError, benefit_points, record};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

fn names(house: &House, product: ProductId) -> Vec<String> {
    let points = house.read(|db| benefit_points::points_of(db, product));
    points.into_iter().map(|point| point.facts.name.to_string()).collect()
}

#[rstest]
fn a_point_comes_back_as_it_was_written(#[values(sqlite(), postgres())] house: House) {
    let product = house.product("Press").add();
    let draft = house.point(product, "交货快").with(|point| {
        point.key = Some("fast".parse().unwrap());
        point.attribute = Some("Stock in the country".parse().unwrap());
        point.consequence = Some("两天到货".parse().unwrap());
        point.value = Some("No night without parts".parse().unwrap());
        (point.position, point.assumed) = (7, true);
    });
    let facts = draft.clone().facts();
    let id = draft.add();
    let found = house.read(|db| benefit_points::one(db, &Sight::All, id)).unwrap();
    assert_eq!((found.point.facts, found.product_name.as_str()), (facts, "Press"));
    assert_eq!(house.read(|db| benefit_points::one(db, &Sight::Nothing, id)), None);
}

#[rstest]
fn points_stand_in_their_places_and_those_of_one_place_by_age(
    #[values(sqlite(), postgres())] house: House,
) {
    let [press, lathe] = ["Press", "Lathe"].map(|name| house.product(name).add());
    house.point(press, "last").with(|point| point.position = 2).add();
    house.point(press, "first").add();
    house.pass_seconds(1);
    house.point(press, "second").add();
    house.point(lathe, "elsewhere").add();
    assert_eq!(names(&house, press), ["first", "second", "last"]);
}

#[rstest]
fn two_points_of_a_product_cannot_have_one_name(#[values(sqlite(), postgres())] house: House) {
    let [press, lathe] = ["Press", "Lathe"].map(|name| house.product(name).add());
    let first = house.point(press, "Low running cost").add();
    let again = house.point(press, "LOW running cost ").facts();
    let add = || {
        let id = house.mint();
        house.try_write(|db| record::insert(db, id, &again, house.now()))
    };
    let refused = add();
    assert!(
        matches!(&refused, Err(StoreError::Taken { column, .. }) if column == "folded_name"),
        "{refused:?}"
    );
    house.point(lathe, "Low running cost").add();

    let put_away = |db: &mut assent_store::Db| {
        record::set_deleted::<BenefitPointFacts>(db, first, Some(house.now()), house.now())
    };
    house.write(put_away);
    add().unwrap();
    assert_eq!(names(&house, press), ["LOW running cost"]);
}
