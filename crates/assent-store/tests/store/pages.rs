//! Lists come in pages: every row once, in the order of its name, whatever happens meanwhile.

use std::collections::HashSet;

use assent_domain::permission::Sight;
use assent_store::people::ListedPerson;
use assent_store::{Cursor, Page, PageRequest, interactions, people};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

fn page(house: &House, rows: usize, after: Option<Cursor>) -> Page<ListedPerson> {
    let request = PageRequest { rows, after, ..PageRequest::default() };
    house.read(|db| people::list(db, &Sight::All, &request, None, house.today()))
}

/// Turns the pages of people to the end, with something happening between any two.
fn turn_pages(house: &House, rows: usize, mut between: impl FnMut()) -> Vec<ListedPerson> {
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = page(house, rows, after);
        assert!(page.rows.len() <= rows);
        seen.extend(page.rows);
        // Through its text, as it travels.
        after = page.next.map(|cursor| cursor.to_string().parse().unwrap());
        if after.is_none() {
            return seen;
        }
        between();
    }
}

fn names(rows: &[ListedPerson]) -> Vec<String> {
    rows.iter().map(|row| row.person.facts.name.to_string()).collect()
}

#[rstest]
fn every_row_comes_once_while_others_are_added(#[values(sqlite(), postgres())] house: House) {
    let first: Vec<_> =
        (0..30).map(|number| house.person(&format!("M {number:02}")).add()).collect();
    let mut added = 0;
    let seen = turn_pages(&house, 7, || {
        added += 1;
        house.person(&format!("A {added}")).add();
        house.person(&format!("Z {added}")).add();
    });
    let ids: Vec<_> = seen.iter().map(|row| row.person.id).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "a row came twice");
    assert!(first.iter().all(|id| ids.contains(id)), "a row was missed");
    assert!(names(&seen).is_sorted());
}

#[rstest]
fn people_of_the_same_name_are_told_apart(#[values(sqlite(), postgres())] house: House) {
    let mut added: Vec<_> = (0..25).map(|_| house.person("王芳").add()).collect();
    let seen = turn_pages(&house, 4, || ());
    added.sort_unstable();
    assert_eq!(seen.iter().map(|row| row.person.id).collect::<Vec<_>>(), added);
}

#[rstest]
fn a_list_that_fills_its_last_page_ends_there(#[values(sqlite(), postgres())] house: House) {
    for number in 0..6 {
        house.person(&format!("P {number}")).add();
    }
    let first = page(&house, 3, None);
    let second = page(&house, 3, first.next);
    assert_eq!(names(&second.rows), ["P 3", "P 4", "P 5"]);
    assert_eq!(second.next, None);
}

#[rstest]
fn an_empty_list_is_one_empty_page(#[values(sqlite(), postgres())] house: House) {
    let page = page(&house, 3, None);
    assert!(page.rows.is_empty());
    assert_eq!(page.next, None);
}

#[test]
fn chinese_and_latin_names_stand_in_the_same_order_on_both_databases() {
    let typed = [
        "Zeiss",
        "王芳",
        "Åland",
        "weber",
        "安徽",
        "李雷",
        "Li Wei",
        "李",
        "Émile",
        "高维信诚",
        "海尔",
        "ｗａｎｇ",
        "O'Brien",
        "欧阳",
        "42",
        "阿里",
        "Ōsaka",
        "赵",
        "Zhao",
        "_x",
    ];
    let order = |house: House| {
        for name in typed {
            house.person(name).add();
        }
        names(&turn_pages(&house, 5, || ()))
    };
    let on_sqlite = order(sqlite());
    assert_eq!(on_sqlite, order(postgres()));
    assert_eq!(
        on_sqlite.join(" "),
        "42 _x Åland 阿里 安徽 Émile 高维信诚 海尔 李 Li Wei 李雷 O'Brien Ōsaka 欧阳 \
         ｗａｎｇ 王芳 weber Zeiss 赵 Zhao"
    );
}

#[rstest]
fn the_whole_is_counted_only_on_request(#[values(sqlite(), postgres())] house: House) {
    for number in 0..5 {
        house.person(&format!("P {number}")).add();
    }
    let total = |count| {
        let request = PageRequest { rows: 2, count, ..PageRequest::default() };
        house.read(|db| people::list(db, &Sight::All, &request, None, house.today())).total
    };
    assert_eq!(total(false), None);
    assert_eq!(total(true), Some(5));
}

#[rstest]
fn what_happened_comes_newest_first_and_once(#[values(sqlite(), postgres())] house: House) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li Wei").add();
    let deal = house.deal("Press", organization, owner).add();
    let mut added = Vec::new();
    for number in 0..23 {
        let at = house.now().plus_seconds(number / 3);
        added.push((at, house.interaction(deal, "call").with(|call| call.at = at).add()));
    }
    added.sort_unstable_by(|one, other| other.cmp(one));
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let request = PageRequest { rows: 5, after, count: true, ..PageRequest::default() };
        let page = house.read(|db| interactions::list(db, &Sight::All, Some(deal), None, &request));
        assert_eq!(page.total, Some(23));
        seen.extend(page.rows.iter().map(|row| (row.stored.facts.at, row.stored.id)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, added);
}

#[rstest]
fn promises_come_newest_first_and_once(#[values(sqlite(), postgres())] house: House) {
    let organization = house.organization("Acme").add();
    let owner = house.user("Li Wei").add();
    let deal = house.deal("Press", organization, owner).add();
    let [ann, bob] = ["Ann", "Bob"].map(|name| house.person(name).add());
    let mut added = Vec::new();
    for number in 1..=9 {
        let made_on = format!("2026-11-{:02}", 1 + number / 3).parse().unwrap();
        let promise = house.commitment(deal, ann, bob).with(|promise| promise.made_on = made_on);
        added.push((made_on, promise.add()));
    }
    added.sort_unstable_by(|one, other| other.cmp(one));
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let request = PageRequest { rows: 2, after, ..PageRequest::default() };
        let page = house
            .read(|db| interactions::list_commitments(db, &Sight::All, None, Some(bob), &request));
        seen.extend(page.rows.iter().map(|row| (row.stored.facts.made_on, row.stored.id)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, added);
}
