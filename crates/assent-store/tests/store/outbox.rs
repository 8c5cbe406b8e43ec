//! What must leave the house leaves it at least once, and one worker at a time has it.

use std::collections::BTreeSet;
use std::sync::Barrier;
use std::thread;

use assent_domain::ids::OutboxId;
use assent_store::outbox::{self, Task};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

/// How long a worker has what it took.
const LEASE_SECONDS: i64 = 60;

fn put(house: &House, key: &str) -> OutboxId {
    let id = house.mint();
    house.write(|db| outbox::put(db, id, "send_sms", key, "{}", house.now(), house.now()));
    id
}

fn take(house: &House, most: usize) -> Vec<Task> {
    let until = house.now().plus_seconds(LEASE_SECONDS);
    house.write(|db| outbox::take(db, &["send_sms"], house.now(), until, most))
}

fn ids(tasks: &[Task]) -> Vec<OutboxId> {
    tasks.iter().map(|task| task.id).collect()
}

#[rstest]
fn the_same_key_twice_is_one_task(#[values(sqlite(), postgres())] house: House) {
    let first = put(&house, "sale-1");
    put(&house, "sale-1");
    assert_eq!(ids(&take(&house, 9)), [first]);
}

#[rstest]
fn a_task_that_is_taken_is_not_there_for_others(#[values(sqlite(), postgres())] house: House) {
    let task = put(&house, "sale-1");
    let taken = take(&house, 9);
    assert_eq!(ids(&taken), [task]);
    assert_eq!((taken[0].kind.as_str(), taken[0].payload.as_str()), ("send_sms", "{}"));
    assert_eq!(take(&house, 9), []);
}

#[rstest]
fn a_task_that_nobody_knows_waits(#[values(sqlite(), postgres())] house: House) {
    let until = house.now().plus_seconds(LEASE_SECONDS);
    let mail = house.mint();
    house.write(|db| outbox::put(db, mail, "mail", "digest-1", "{}", house.now(), house.now()));
    assert_eq!(take(&house, 9), []);
    let taken = house.write(|db| outbox::take(db, &["mail"], house.now(), until, 9));
    assert_eq!(ids(&taken), [mail]);
}

#[rstest]
fn a_task_is_not_due_before_its_time(#[values(sqlite(), postgres())] house: House) {
    let later = house.now().plus_seconds(10);
    house.write(|db| outbox::put(db, house.mint(), "send_sms", "sale-1", "{}", later, house.now()));
    assert_eq!(take(&house, 9), []);
    house.pass_seconds(10);
    assert_eq!(take(&house, 9).len(), 1);
}

#[rstest]
fn the_longest_due_go_first(#[values(sqlite(), postgres())] house: House) {
    let mut due = Vec::new();
    for number in 0..6 {
        house.pass_seconds(1);
        due.push(put(&house, &format!("sale-{number}")));
    }
    let first: BTreeSet<OutboxId> = ids(&take(&house, 4)).into_iter().collect();
    assert_eq!(first, due[..4].iter().copied().collect());
    assert_eq!(take(&house, 4).len(), 2);
}

#[rstest]
fn a_worker_that_died_gives_its_task_back(#[values(sqlite(), postgres())] house: House) {
    let task = put(&house, "sale-1");
    take(&house, 9);
    house.pass_seconds(LEASE_SECONDS + 1);
    let again = take(&house, 9);
    assert_eq!(ids(&again), [task]);
    assert_eq!(again[0].attempts, 2);
}

#[rstest]
fn a_task_done_is_done_for_good(#[values(sqlite(), postgres())] house: House) {
    let task = put(&house, "sale-1");
    take(&house, 9);
    house.write(|db| outbox::done(db, task, house.now()));
    house.pass_seconds(10 * LEASE_SECONDS);
    assert_eq!(take(&house, 9), []);
    put(&house, "sale-1");
    assert_eq!(take(&house, 9), [], "a key that was done is done");
}

#[rstest]
fn a_failed_task_comes_again_when_it_is_due(#[values(sqlite(), postgres())] house: House) {
    let task = put(&house, "sale-1");
    take(&house, 9);
    let later = house.now().plus_seconds(5);
    house.write(|db| outbox::failed(db, task, "no line", Some(later), house.now()));
    assert_eq!(take(&house, 9), []);
    house.pass_seconds(5);
    assert_eq!(ids(&take(&house, 9)), [task]);
}

#[rstest]
fn a_task_that_failed_for_good_never_comes_again(#[values(sqlite(), postgres())] house: House) {
    let task = put(&house, "sale-1");
    take(&house, 9);
    house.write(|db| outbox::failed(db, task, "no such number", None, house.now()));
    house.pass_seconds(10 * LEASE_SECONDS);
    assert_eq!(take(&house, 9), []);
}

#[rstest]
fn workers_at_the_same_time_never_get_the_same_task(#[values(sqlite(), postgres())] house: House) {
    const TASKS: usize = 60;
    const WORKERS: usize = 4;
    for number in 0..TASKS {
        put(&house, &format!("sale-{number}"));
    }
    let together = Barrier::new(WORKERS);
    let taken: Vec<OutboxId> = thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                scope.spawn(|| {
                    let mut mine = Vec::new();
                    together.wait();
                    loop {
                        let tasks = take(&house, 3);
                        assert!(tasks.len() <= 3, "took more than asked for");
                        if tasks.is_empty() {
                            return mine;
                        }
                        mine.extend(ids(&tasks));
                    }
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), taken.len(), "a task went twice");
    assert_eq!(taken.len(), TASKS);
}

/// On PostgreSQL a worker passes by what another has taken and not yet committed.
#[test]
fn a_worker_does_not_wait_for_another_that_is_still_taking() {
    let house = postgres();
    let [first, second] = ["sale-1", "sale-2"].map(|key| {
        house.pass_seconds(1);
        put(&house, key)
    });
    let until = house.now().plus_seconds(LEASE_SECONDS);
    house.write(|db| {
        assert_eq!(ids(&outbox::take(db, &["send_sms"], house.now(), until, 1)?), [first]);
        assert_eq!(ids(&take(&house, 1)), [second]);
        Ok(())
    });
}
