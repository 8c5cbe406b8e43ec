//! The change feed: every line once, in order, however the writers overlap.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use assent_domain::ids::PersonId;
use assent_domain::permission::Sight;
use assent_store::journal::{self, Change, Entry, FeedCursor};
use assent_store::{Db, StoreError, people};
use assent_testing::{House, eventually, postgres, sqlite};
use rstest::rstest;
use uuid::Uuid;

fn entry<'a>(house: &House, operation: &'a str, record: Uuid) -> Entry<'a> {
    Entry {
        at: house.now(),
        user: None,
        operation,
        noun: "person",
        record,
        opportunity: None,
        people: &[],
        owner: None,
        team: None,
        detail: None,
    }
}

/// Writes one line in a transaction of its own.
pub(crate) fn write_line(house: &House, operation: &str) -> Uuid {
    let record = house.mint::<PersonId>().uuid();
    house.write(|db| journal::record(db, &entry(house, operation, record)));
    record
}

fn changes(house: &House, since: FeedCursor, most: usize) -> Vec<Change> {
    house.read(|db| journal::changes(db, &Sight::All, &Sight::All, since, most))
}

/// Reads on from `since` until `count` lines have come. On PostgreSQL a line comes once no older
/// transaction of the whole server is under way, so it may take a moment.
fn follow(house: &House, since: FeedCursor, count: usize) -> Vec<Change> {
    let mut seen: Vec<Change> = Vec::new();
    eventually("every line of the feed", || {
        let since = seen.last().map_or(since, |change| change.cursor);
        seen.extend(changes(house, since, 7));
        (seen.len() >= count).then_some(())
    });
    seen
}

fn records(changes: &[Change]) -> Vec<Uuid> {
    changes.iter().map(|change| change.record).collect()
}

#[rstest]
fn lines_come_in_the_order_they_were_written(#[values(sqlite(), postgres())] house: House) {
    let written: Vec<Uuid> = (0..20).map(|_| write_line(&house, "create_person")).collect();
    assert_eq!(records(&follow(&house, FeedCursor::default(), 20)), written);
}

#[rstest]
fn a_line_says_who_did_what_to_which_record(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li Wei").add();
    let [ann, bob]: [PersonId; 2] = [house.mint(), house.mint()];
    let (deal, team) = (house.mint(), house.mint());
    let detail = Some(r#"{"name":{"before":"甲","after":"乙"}}"#.to_owned());
    house.write(|db| {
        let line = Entry {
            user: Some(li),
            opportunity: Some(deal),
            people: &[ann, bob],
            owner: Some(li),
            team: Some(team),
            detail: detail.clone(),
            ..entry(&house, "update_person", ann.uuid())
        };
        journal::record(db, &line)
    });
    let change = follow(&house, FeedCursor::default(), 1).remove(0);
    assert_eq!(change.user, Some((li, "Li Wei".to_owned())));
    assert_eq!((change.operation.as_str(), change.noun.as_str()), ("update_person", "person"));
    assert_eq!((change.record, change.people), (ann.uuid(), vec![ann, bob]));
    assert_eq!((change.opportunity, change.owner, change.team), (Some(deal), Some(li), Some(team)));
    assert_eq!((change.at, change.detail), (house.now(), detail));
}

#[rstest]
fn a_reader_goes_on_from_its_last_line(#[values(sqlite(), postgres())] house: House) {
    let written: Vec<Uuid> = (0..5).map(|_| write_line(&house, "create_person")).collect();
    let seen = follow(&house, FeedCursor::default(), 5);
    let third: FeedCursor = seen[2].cursor.to_string().parse().unwrap();
    assert_eq!(records(&changes(&house, third, 1)), written[3..4]);
    assert_eq!(records(&changes(&house, third, 99)), written[3..]);
    assert_eq!(changes(&house, seen[4].cursor, 99), []);
}

#[rstest]
fn who_wants_news_only_starts_at_the_newest_line(#[values(sqlite(), postgres())] house: House) {
    assert_eq!(house.read(journal::newest), FeedCursor::default());
    write_line(&house, "create_person");
    let last = follow(&house, FeedCursor::default(), 1).remove(0).cursor;
    eventually("the newest line", || (house.read(journal::newest) == last).then_some(()));
    let news = write_line(&house, "update_person");
    assert_eq!(records(&follow(&house, last, 1)), [news]);
}

#[rstest]
fn what_was_undone_never_happened(#[values(sqlite(), postgres())] house: House) {
    let _ = house.try_write(|db| {
        journal::record(db, &entry(&house, "create_person", house.mint::<PersonId>().uuid()))?;
        people::names(db, &[])?;
        Err::<(), _>(StoreError::CutOff)
    });
    let next = write_line(&house, "create_person");
    assert_eq!(records(&follow(&house, FeedCursor::default(), 1)), [next]);
}

#[rstest]
fn the_history_of_a_record_is_newest_first(#[values(sqlite(), postgres())] house: House) {
    let record = write_line(&house, "create_person");
    write_line(&house, "create_person");
    for operation in ["update_person", "delete_person"] {
        house.write(|db| journal::record(db, &entry(&house, operation, record)));
    }
    let history = house.read(|db| journal::history(db, record, 2));
    let operations: Vec<&str> = history.iter().map(|line| line.operation.as_str()).collect();
    assert_eq!(operations, ["delete_person", "update_person"]);
}

/// Several writers, each with transactions of several lines that take a while, and a reader who
/// never waits for them.
#[rstest]
fn a_reader_misses_no_line_and_sees_none_twice(#[values(sqlite(), postgres())] house: House) {
    const WRITERS: usize = 6;
    const TRANSACTIONS: usize = 25;
    let written = AtomicUsize::new(0);
    let write = |db: &mut Db, number: usize| {
        for _ in 0..=number % 3 {
            let record = house.mint::<PersonId>().uuid();
            journal::record(db, &entry(&house, "create_person", record))?;
            // Sends the line, so that its number is drawn long before the commit.
            people::names(db, &[])?;
            thread::yield_now();
        }
        Ok(())
    };
    let mut seen: Vec<Change> = Vec::new();
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (house, write, written) = (&house, &write, &written);
                scope.spawn(move || {
                    for number in writer..writer + TRANSACTIONS {
                        house.write(|db| write(db, number));
                        written.fetch_add(1 + number % 3, Ordering::SeqCst);
                    }
                })
            })
            .collect();
        eventually("every line of the feed", || {
            let since = seen.last().map_or(FeedCursor::default(), |change| change.cursor);
            let over = writers.iter().all(thread::ScopedJoinHandle::is_finished);
            seen.extend(changes(&house, since, 10));
            (over && seen.len() >= written.load(Ordering::SeqCst)).then_some(())
        });
    });
    let distinct: BTreeSet<Uuid> = seen.iter().map(|change| change.record).collect();
    assert_eq!((distinct.len(), seen.len()), (written.load(Ordering::SeqCst), distinct.len()));
    assert!(seen.is_sorted_by(|one, next| one.cursor < next.cursor));
}

/// The younger transaction commits first: the reader must wait for the older one rather than pass
/// it by.
#[test]
fn a_line_of_a_slow_transaction_is_not_passed_by() {
    let house = postgres();
    let (begun, has_begun) = mpsc::channel();
    let (end, may_end) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let house = &house;
        let slow = scope.spawn(move || {
            let record = house.mint::<PersonId>().uuid();
            house.write(|db| {
                journal::record(db, &entry(house, "slow", record))?;
                people::names(db, &[])?;
                begun.send(()).unwrap();
                may_end.recv().unwrap();
                Ok(())
            });
            record
        });
        has_begun.recv().unwrap();
        let quick = write_line(house, "quick");
        assert_eq!(changes(house, FeedCursor::default(), 9), []);
        end.send(()).unwrap();
        let slow = slow.join().unwrap();
        assert_eq!(records(&follow(house, FeedCursor::default(), 2)), [slow, quick]);
    });
}
