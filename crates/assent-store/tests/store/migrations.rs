//! The schema comes to a database once, whoever brings it, and never goes backwards.

use std::thread;

use assent_store::{Store, StoreError};
use assent_testing::{House, empty_postgres, empty_sqlite, postgres, sqlite};
use rstest::rstest;

#[rstest]
fn an_empty_database_gets_every_step_and_a_migrated_one_none(
    #[values(empty_sqlite(), empty_postgres())] house: House,
) {
    let first = house.store().migrate().unwrap();
    let versions: Vec<i64> = first.iter().map(|step| step.version).collect();
    assert_eq!(versions, (1..=versions.len() as i64).collect::<Vec<_>>());
    assert!(!versions.is_empty());
    assert_eq!(house.store().migrate().unwrap(), []);
    house.person("王芳").add();
}

#[rstest]
fn of_nodes_that_start_together_one_applies_each_step(
    #[values(empty_sqlite(), empty_postgres())] house: House,
) {
    let nodes: Vec<Store> = (0..4).map(|_| house.another_store()).collect();
    let applied: Vec<usize> = thread::scope(|scope| {
        let started: Vec<_> = nodes
            .iter()
            .map(|node| scope.spawn(|| node.migrate().map(|steps| steps.len())))
            .collect();
        started.into_iter().map(|node| node.join().unwrap().unwrap()).collect()
    });
    assert_eq!(applied.iter().filter(|&&steps| steps > 0).count(), 1, "{applied:?}");
    house.person("王芳").add();
}

#[rstest]
fn a_database_of_a_newer_program_is_refused_and_left_alone(
    #[values(sqlite(), postgres())] house: House,
) {
    house.database().meddle("INSERT INTO schema_version (version, name) VALUES (9000, 'later')");
    // Twice: the first refusal must not keep the lock.
    for _ in 0..2 {
        let refused = Store::open(house.database().address()).err();
        assert!(matches!(refused, Some(StoreError::Newer { found: 9000, .. })), "{refused:?}");
    }
}
