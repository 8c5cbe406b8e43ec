//! A transaction is all or nothing; a part of it can be undone by itself.

use std::panic::{AssertUnwindSafe, catch_unwind};

use assent_domain::permission::Sight;
use assent_store::{Db, PageRequest, StoreError, people, record};
use assent_testing::{House, Insert, postgres, sqlite};
use rstest::rstest;

/// Why a test gives up.
#[derive(Debug)]
enum GaveUp {
    OnPurpose,
    Store(StoreError),
}

impl From<StoreError> for GaveUp {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

type Outcome = Result<(), GaveUp>;

fn add(house: &House, db: &mut Db, name: &str) -> Outcome {
    Ok(house.person(name).facts().insert(db, house, house.mint())?)
}

/// Adds a person under a key that somebody has.
fn add_twin(house: &House, db: &mut Db) -> Outcome {
    let facts = house.person("Twin").with(|twin| twin.key = Some("K".parse().unwrap())).facts();
    Ok(facts.insert(db, house, house.mint())?)
}

fn with_twin(house: House) -> House {
    house.write(|db| {
        let facts = house.person("First").with(|one| one.key = Some("K".parse().unwrap())).facts();
        facts.insert(db, &house, house.mint())
    });
    house
}

/// Sends whatever is held back.
fn look(db: &mut Db) -> Outcome {
    Ok(people::names(db, &[]).map(|_| ())?)
}

fn there(house: &House) -> Vec<String> {
    let request = PageRequest { rows: 1_000, ..PageRequest::default() };
    let page = house.read(|db| people::list(db, &Sight::All, &request, None, house.today()));
    page.rows.into_iter().map(|row| row.person.facts.name.to_string()).collect()
}

fn is_taken(outcome: &Outcome) -> bool {
    matches!(outcome, Err(GaveUp::Store(StoreError::Taken { .. })))
}

#[rstest]
#[case::before_anything_was_sent(false)]
#[case::after_a_query(true)]
fn a_failure_leaves_nothing(#[values(sqlite(), postgres())] house: House, #[case] looked: bool) {
    let outcome = house.try_write(|db| -> Outcome {
        add(&house, db, "Ann")?;
        if looked {
            look(db)?;
        }
        Err(GaveUp::OnPurpose)
    });
    assert!(matches!(outcome, Err(GaveUp::OnPurpose)));
    house.person("Bob").add();
    assert_eq!(there(&house), ["Bob"]);
}

#[rstest]
fn a_failure_of_the_database_leaves_nothing(#[values(sqlite(), postgres())] house: House) {
    let house = with_twin(house);
    let outcome = house.try_write(|db| {
        add(&house, db, "Ann")?;
        add_twin(&house, db)
    });
    assert!(is_taken(&outcome), "{outcome:?}");
    house.person("Bob").add();
    assert_eq!(there(&house), ["Bob", "First"]);
}

#[rstest]
fn a_panic_leaves_nothing(#[values(sqlite(), postgres())] house: House) {
    let work = |db: &mut Db| -> Outcome {
        add(&house, db, "Ann")?;
        look(db)?;
        panic!("on purpose")
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| house.try_write(work)));
    assert!(outcome.is_err());
    house.person("Bob").add();
    assert_eq!(there(&house), ["Bob"]);
}

#[rstest]
fn an_error_that_the_work_kept_to_itself_is_not_reported_as_a_success_that_lost_rows(
    #[values(sqlite(), postgres())] house: House,
) {
    let house = with_twin(house);
    let outcome = house.try_write(|db| {
        add(&house, db, "Ann")?;
        let _ = add_twin(&house, db).and_then(|()| look(db));
        Ok::<(), GaveUp>(())
    });
    assert_eq!(outcome.is_ok(), there(&house).contains(&"Ann".to_owned()), "{outcome:?}");
    house.person("Bob").add();
}

#[rstest]
#[case::before_anything_was_sent(false)]
#[case::after_a_query(true)]
fn a_failed_part_is_undone_alone(
    #[values(sqlite(), postgres())] house: House,
    #[case] looked: bool,
) {
    house
        .try_write(|db| -> Outcome {
            add(&house, db, "Before")?;
            let part = db.attempt(|db| -> Outcome {
                add(&house, db, "Inside")?;
                if looked {
                    look(db)?;
                }
                Err(GaveUp::OnPurpose)
            });
            assert!(matches!(part, Err(GaveUp::OnPurpose)));
            add(&house, db, "Then")
        })
        .unwrap();
    assert_eq!(there(&house), ["Before", "Then"]);
}

#[rstest]
fn a_part_whose_held_back_write_fails_says_so_and_is_undone_alone(
    #[values(sqlite(), postgres())] house: House,
) {
    let house = with_twin(house);
    house
        .try_write(|db| {
            add(&house, db, "Before")?;
            let part = db.attempt(|db| {
                add(&house, db, "Inside")?;
                add_twin(&house, db)
            });
            assert!(is_taken(&part), "{part:?}");
            add(&house, db, "Then")
        })
        .unwrap();
    assert_eq!(there(&house), ["Before", "First", "Then"]);
}

#[rstest]
fn a_failure_held_back_from_before_a_part_is_the_one_reported(
    #[values(sqlite(), postgres())] house: House,
) {
    let house = with_twin(house);
    let outcome = house.try_write(|db| {
        add_twin(&house, db)?;
        db.attempt(|db| add(&house, db, "Inside"))
    });
    assert!(is_taken(&outcome), "{outcome:?}");
    assert_eq!(there(&house), ["First"]);
}

#[rstest]
fn a_failed_part_undoes_the_parts_inside_it(
    #[values(sqlite(), postgres())] house: House,
    #[values(0, 1, 2)] parts_inside: usize,
) {
    house
        .try_write(|db| -> Outcome {
            add(&house, db, "Before")?;
            let outer = db.attempt(|db| -> Outcome {
                add(&house, db, "Outer")?;
                for _ in 0..parts_inside {
                    db.attempt(|db| add(&house, db, "Inner"))?;
                }
                Err(GaveUp::OnPurpose)
            });
            assert!(matches!(outer, Err(GaveUp::OnPurpose)));
            add(&house, db, "Then")
        })
        .unwrap();
    assert_eq!(there(&house), ["Before", "Then"]);
}

#[rstest]
#[case::before_anything_was_sent(false)]
#[case::after_a_query(true)]
fn a_part_survives_a_failed_part_inside_it(
    #[values(sqlite(), postgres())] house: House,
    #[case] looked: bool,
) {
    let house = with_twin(house);
    house
        .try_write(|db| {
            db.attempt(|db| {
                add(&house, db, "Outer")?;
                if looked {
                    look(db)?;
                }
                let inner = db.attempt(|db| {
                    add(&house, db, "Inner")?;
                    add_twin(&house, db)
                });
                assert!(is_taken(&inner), "{inner:?}");
                add(&house, db, "Outer still")
            })
        })
        .unwrap();
    assert_eq!(there(&house), ["First", "Outer", "Outer still"]);
}

#[rstest]
fn a_batch_keeps_its_good_items_and_names_its_bad_ones(
    #[values(sqlite(), postgres())] house: House,
) {
    let house = with_twin(house);
    let refused: Vec<usize> = house
        .try_write(|db| -> Result<_, GaveUp> {
            let item = |db: &mut Db, index: usize| match index % 3 {
                0 => db.attempt(|db| add_twin(&house, db)),
                1 => db.attempt(|db| add(&house, db, "Good")),
                _ => db.attempt(|db| add(&house, db, "Good").and_then(|()| look(db))),
            };
            Ok((0..150).filter(|&index| item(db, index).is_err()).collect())
        })
        .unwrap();
    assert_eq!(refused, (0..150).step_by(3).collect::<Vec<_>>());
    assert_eq!(there(&house).len(), 101);
}

#[rstest]
fn a_long_transaction_keeps_what_it_wrote_in_order(#[values(sqlite(), postgres())] house: House) {
    // More writes than are ever held back at once, each relying on the one before.
    let id = house.person("0").add();
    house.write(|db| {
        for _ in 0..200 {
            record::set_deleted::<assent_domain::person::PersonFacts>(db, id, None, house.now())?;
        }
        Ok(())
    });
    let found =
        house.read(|db| record::get::<assent_domain::person::PersonFacts>(db, &Sight::All, id));
    assert_eq!(found.unwrap().meta.version, 201);
}
