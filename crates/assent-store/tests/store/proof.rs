//! What the closed deals say is kept each time it was computed, and how far a computing is.

use assent_domain::ids::ProofId;
use assent_domain::opportunity::{ClosureFacts, Outcome};
use assent_domain::permission::Sight;
use assent_domain::proof::Winner;
use assent_store::opportunities;
use assent_store::proof::{self, Ended, ProofRun};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

#[rstest]
fn the_last_that_was_computed_is_seen_with_who_asked(#[values(sqlite(), postgres())] house: House) {
    assert_eq!(house.read(|db| proof::latest(db, &Sight::All)), None);
    let user = house.user("Li Wei").add();
    let (first, second) = (house.mint::<ProofId>(), house.mint::<ProofId>());
    let now = house.now();
    house.write(|db| proof::put(db, first, "1-a", (Winner::Model, "{}"), None, now));
    house.pass_seconds(60);
    let now = house.now();
    let body = "{\"closed\":7}";
    house.write(|db| proof::put(db, second, "1-b", (Winner::Undecided, body), Some(user), now));
    let seen = house.read(|db| proof::latest(db, &Sight::All)).unwrap();
    assert_eq!((seen.id, seen.computed_at), (second, now));
    assert_eq!(seen.asked_by, Some((user, "Li Wei".to_owned())));
    assert_eq!(
        (seen.verdict, seen.model.as_str(), seen.body.as_str()),
        (Winner::Undecided, "1-b", body)
    );
    assert_eq!(house.read(|db| proof::latest(db, &Sight::Nothing)), None);
}

#[rstest]
fn a_computing_is_followed_from_its_beginning_to_its_end(
    #[values(sqlite(), postgres())] house: House,
) {
    assert_eq!(house.read(proof::run), None);
    let user = house.user("Li Wei").add();
    let asked_at = house.now();
    house.write(|db| proof::begin(db, Some(user), asked_at));
    house.pass_seconds(5);
    let moved_at = house.now();
    house.write(|db| proof::advance(db, 20, 55, moved_at));
    let run = ProofRun {
        asked_at,
        asked_by: Some(user),
        done: 20,
        total: 55,
        moved_at,
        ended_at: None,
        error: None,
    };
    assert_eq!(house.read(proof::run), Some(run));
    house.write(|db| proof::end(db, Some("the disk is full"), moved_at));
    let failed = house.read(proof::run).unwrap();
    assert_eq!(
        (failed.ended_at, failed.error.as_deref()),
        (Some(moved_at), Some("the disk is full"))
    );
    // Another one begins from nothing.
    house.write(|db| proof::begin(db, None, moved_at));
    let anew = house.read(proof::run).unwrap();
    assert_eq!((anew.done, anew.total, anew.ended_at, anew.error), (0, 0, None, None));
    assert_eq!(anew.asked_by, None);
}

#[rstest]
fn the_deals_that_have_ended_come_by_day_of_closing(#[values(sqlite(), postgres())] house: House) {
    let (buyer, seller) = (house.organization("Mills").add(), house.user("Li Wei").add());
    let deals = ["open", "lost", "won", "undecided"];
    let [_, lost, won, undecided] = deals.map(|name| house.deal(name, buyer, seller).add());
    let close = |deal, outcome, days: i64| {
        let at = house.now().plus_days(days);
        let closure = ClosureFacts { outcome, at, reason: None };
        house.write(|db| opportunities::set_closure(db, deal, Some(&closure), house.now()));
        at.date().into()
    };
    let on = [
        close(lost, Outcome::Lost, 9),
        close(won, Outcome::Won, 3),
        close(undecided, Outcome::NoDecision, 5),
    ];
    let ended = |deal, closed_on, won| Ended { deal, closed_on, won };
    let expected =
        [ended(won, on[1], true), ended(undecided, on[2], false), ended(lost, on[0], false)];
    assert_eq!(house.read(|db| proof::ended(db, &Sight::All)), expected);
    assert_eq!(house.read(|db| proof::ended(db, &Sight::Nothing)), []);
}
