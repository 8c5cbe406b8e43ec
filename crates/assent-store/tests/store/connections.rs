//! Connections are shared, given back and replaced when they break.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;

use assent_store::{Db, StoreError, installation, users};
use assent_testing::{House, PATIENCE, eventually, postgres, sqlite};
use rstest::rstest;

/// More than there are connections of either sort.
const MANY: usize = 20;

/// Runs `work` with a deadline, for what would otherwise wait for ever.
fn in_time<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let (done, waiting) = mpsc::channel();
        scope.spawn(move || done.send(work()));
        waiting.recv_timeout(PATIENCE).expect("no connection was to be had")
    })
}

#[rstest]
fn a_panic_gives_the_connection_back(#[values(sqlite(), postgres())] house: House) {
    for _ in 0..MANY {
        let panics = |_: &mut Db| -> Result<(), StoreError> { panic!("on purpose") };
        assert!(catch_unwind(AssertUnwindSafe(|| house.read(panics))).is_err());
        assert!(catch_unwind(AssertUnwindSafe(|| house.write(panics))).is_err());
    }
    in_time(|| {
        house.read(users::exist);
        house.write(users::exist);
    });
}

#[rstest]
fn more_threads_than_connections_all_get_their_turn(#[values(sqlite(), postgres())] house: House) {
    in_time(|| {
        thread::scope(|scope| {
            for number in 0..MANY {
                let house = &house;
                scope.spawn(move || {
                    house.organization(&format!("Acme {number}")).add();
                    house.read(installation::get)
                });
            }
        });
    });
}

#[rstest]
fn a_database_that_is_not_there_says_so_each_time(#[values(sqlite(), postgres())] house: House) {
    let store = house.another_store();
    drop(house);
    for _ in 0..MANY {
        assert!(in_time(|| store.read_blocking::<_, StoreError>(users::exist)).is_err());
    }
}

#[rstest]
fn a_write_through_a_reader_is_refused(#[values(sqlite(), postgres())] house: House) {
    let name = "Ours".parse().unwrap();
    let outcome = house
        .store()
        .read_blocking::<_, StoreError>(|db| installation::finish_setup(db, &name, house.now()));
    assert!(outcome.is_err());
    assert_eq!(house.read(installation::get), None);
}

#[test]
fn connections_that_were_cut_while_idle_are_replaced_before_anybody_notices() {
    let house = postgres();
    for _ in 0..3 {
        house.read(users::exist);
        house.person("Ann").add();
        house.database().cut_connections();
    }
    house.read(users::exist);
    house.person("Bob").add();
}

#[test]
fn a_connection_cut_at_work_fails_that_work_only() {
    let house = postgres();
    let outcome = house.try_write(|db| {
        users::exist(db)?;
        house.database().cut_connections();
        users::exist(db)
    });
    assert!(matches!(outcome, Err(StoreError::Postgres(_))), "{outcome:?}");
    house.person("Bob").add();
}

#[test]
fn the_relay_hears_the_commits_of_other_nodes() {
    let house = postgres();
    let other_node = house.another_store();
    let mut commits = other_node.commits();
    let relay = other_node.clone();
    let relay = thread::spawn(move || relay.relay_commits_blocking());
    eventually("a commit is heard", || {
        crate::feed::write_line(&house, "create_person");
        commits.has_changed().unwrap().then(|| commits.mark_unchanged())
    });
    drop((other_node, commits));
    in_time(|| relay.join()).unwrap().unwrap();
}

#[test]
fn the_relay_says_when_it_was_cut_off() {
    let house = postgres();
    let store = house.another_store();
    let relay = store.clone();
    let relay = thread::spawn(move || relay.relay_commits_blocking());
    eventually("the relay ends", || {
        house.database().cut_connections();
        relay.is_finished().then_some(())
    });
    assert!(relay.join().unwrap().is_err());
}

#[rstest]
fn a_commit_of_our_own_wakes_who_waits_for_news(#[values(sqlite(), postgres())] house: House) {
    let mut commits = house.store().commits();
    commits.mark_unchanged();
    house.person("Ann").add();
    assert!(commits.has_changed().unwrap());
    commits.mark_unchanged();
    let _ = house.try_write(|_| Err::<(), _>(StoreError::CutOff));
    assert!(!commits.has_changed().unwrap());
}
