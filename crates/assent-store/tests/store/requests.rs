//! A request sent twice with the same key is done once.

use std::thread;

use assent_store::idempotency::{self, Claim};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

use assent_domain::ids::UserId;

const STALE_SECONDS: i64 = 60;

fn claim(house: &House, user: UserId, key: &str, request: &[u8]) -> Claim {
    let stale = house.now().plus_seconds(-STALE_SECONDS);
    house.write(|db| idempotency::claim(db, user, key, request, house.now(), stale))
}

#[rstest]
fn the_second_request_gets_the_first_ones_answer(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Fresh);
    assert_eq!(claim(&house, li, "k", b"request"), Claim::AtWork);
    let response = vec![0, 159, 146, 150];
    house.write(|db| idempotency::answer(db, li, "k", 201, &response));
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Answered { status: 201, response });
}

#[rstest]
fn a_key_is_for_one_request_only(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    claim(&house, li, "k", b"request");
    assert_eq!(claim(&house, li, "k", b"other"), Claim::OtherRequest);
}

#[rstest]
fn users_do_not_share_keys(#[values(sqlite(), postgres())] house: House) {
    let [li, he] = ["Li", "He"].map(|name| house.user(name).add());
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Fresh);
    assert_eq!(claim(&house, he, "k", b"request"), Claim::Fresh);
}

#[rstest]
fn a_claim_given_up_may_be_made_again(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    claim(&house, li, "k", b"request");
    house.write(|db| idempotency::release(db, li, "k"));
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Fresh);
}

#[rstest]
fn a_claim_that_was_never_answered_lapses(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    claim(&house, li, "k", b"request");
    house.pass_seconds(STALE_SECONDS + 1);
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Fresh);
}

#[rstest]
fn an_answer_does_not_lapse_until_it_is_forgotten(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    claim(&house, li, "k", b"request");
    house.write(|db| idempotency::answer(db, li, "k", 200, b"done"));
    house.pass_seconds(10 * STALE_SECONDS);
    assert!(matches!(claim(&house, li, "k", b"request"), Claim::Answered { .. }));
    assert_eq!(house.write(|db| idempotency::forget(db, house.now())), 1);
    assert_eq!(claim(&house, li, "k", b"request"), Claim::Fresh);
}

#[rstest]
fn of_requests_at_the_same_time_one_goes_ahead(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    let claims: Vec<Claim> = thread::scope(|scope| {
        let requests: Vec<_> =
            (0..6).map(|_| scope.spawn(|| claim(&house, li, "k", b"request"))).collect();
        requests.into_iter().map(|request| request.join().unwrap()).collect()
    });
    assert_eq!(claims.iter().filter(|&claim| *claim == Claim::Fresh).count(), 1, "{claims:?}");
}
