//! Benefit points over the API: what a product offers, under names that signs can speak of.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::json;

use super::given::world;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_points_of_a_product_are_listed_in_their_order_and_come_back_when_put_away(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let product = world.id("product");
    let quiet = json!({"product_id": product, "name": "Quieter", "position": 1,
                       "attribute": "Belt drive", "consequence": "One can talk beside it",
                       "value": "A calm shift"});
    let made = world.post(&world.admin, "/benefit-points", quiet).await.expect(201);
    assert_eq!(made["product"], json!({"id": product, "name": "Mill control"}));
    let list = format!("/benefit-points?product_id={product}");
    let names = async || {
        let listed = world.get(&world.owner, &list).await.expect(200);
        let points = listed["data"].as_array().expect("a list").clone();
        points.iter().map(|point| point["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["Less dust", "Quieter"]);
    let dust = format!("/benefit-points/{}", world.id("point"));
    world.write(&world.admin, "PATCH", &dust, json!({"position": 2})).await.expect(200);
    assert_eq!(names().await, ["Quieter", "Less dust"]);
    world.delete(&world.admin, &dust).await.expect(204);
    assert_eq!(names().await, ["Quieter"]);
    world.post(&world.admin, &format!("{dust}/restoration"), json!({})).await.expect(200);
    assert_eq!(names().await, ["Quieter", "Less dust"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_that_another_point_of_the_product_has_is_refused_at_its_field(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let again = json!({"product_id": world.id("product"), "name": "less DUST"});
    let refused = world.post(&world.admin, "/benefit-points", again.clone()).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert_eq!(refused.body["errors"][0]["pointer"], "/name");
    assert_eq!(refused.body["errors"][0]["code"], "taken");

    let dust = format!("/benefit-points/{}", world.id("point"));
    world.delete(&world.admin, &dust).await.expect(204);
    world.post(&world.admin, "/benefit-points", again).await.expect(201);
    let back = world.post(&world.admin, &format!("{dust}/restoration"), json!({})).await;
    assert_eq!(back.body["errors"][0]["pointer"], "/name");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_point_belongs_to_a_product_that_is_there(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    world.delete(&world.admin, &format!("/products/{}", world.id("product"))).await.expect(204);
    let point = json!({"product_id": world.id("product"), "name": "Quieter"});
    let refused = world.post(&world.admin, "/benefit-points", point).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/product_id");
}
