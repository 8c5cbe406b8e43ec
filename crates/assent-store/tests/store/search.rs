//! What is typed finds what is meant, on both databases alike, and does no harm.

use assent_domain::ids::{OpportunityId, PersonId, TeamId, UserId};
use assent_domain::permission::{Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::search_tokens;
use assent_domain::user::Scope;
use assent_store::search::{self, Text};
use assent_store::{PageRequest, people, record};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

/// A find that belongs to nobody.
fn text<'a>(id: PersonId, name: &'a str) -> Text<'a> {
    Text {
        noun: "person",
        record: id.uuid(),
        owner: None,
        team: None,
        opportunity: None,
        title: name,
        subtitle: "",
        tokens: search_tokens::of_name(name),
    }
}

/// Adds a person who can be found.
fn known(house: &House, name: &str) -> PersonId {
    let id = house.person(name).add();
    house.write(|db| search::add(db, &text(id, name)));
    id
}

/// What is found: by the search, and by the list, which must agree.
fn finds(house: &House, query: &str) -> Vec<PersonId> {
    let found = house.read(|db| search::find(db, &Sight::All, "person", query, 50));
    let mut found: Vec<PersonId> = found.iter().map(|find| find.record.into()).collect();
    found.sort_unstable();
    if !search_tokens::of_query(query).is_empty() {
        assert_eq!(listed(house, query), found, "list and search differ");
    }
    found
}

fn listed(house: &House, query: &str) -> Vec<PersonId> {
    let search = Some(query.to_owned());
    let request = PageRequest { search, count: true, ..PageRequest::default() };
    let page = house.read(|db| people::list(db, &Sight::All, &request, None, house.today()));
    assert_eq!(page.total, Some(page.rows.len() as i64));
    let mut listed: Vec<_> = page.rows.iter().map(|row| row.person.id).collect();
    listed.sort_unstable();
    listed
}

#[rstest]
fn a_name_is_found_by_what_people_type(#[values(sqlite(), postgres())] house: House) {
    let fang = known(&house, "王芳");
    let muller = known(&house, "Jürgen Müller");
    known(&house, "李雷");
    known(&house, "Dana Whitfield");
    for query in ["王", "芳", "王芳", "wangfang", "wf", "WANG fang", "fang", "ｗａｎｇ"] {
        assert_eq!(finds(&house, query), [fang], "{query}");
    }
    for query in ["mull", "Müller", "MULLER jur", "jürgen"] {
        assert_eq!(finds(&house, query), [muller], "{query}");
    }
    for query in ["芳王", "field", "ürgen", "王 李", "wang dana"] {
        assert_eq!(finds(&house, query), [], "{query}");
    }
}

#[rstest]
#[case("สมชาย ใจดี")]
#[case("हिन्दी शर्मा")]
#[case("محمد علي")]
#[case("김철수")]
#[case("たなか さくら")]
#[case("Владимир")]
#[case("𠮷野家")]
#[case("𰻞𰻞面")]
#[case("Nguyễn Văn Anh")]
#[case("Straße 9½")]
#[case("ⅧⅧ")]
fn a_name_in_any_script_is_found_by_itself(
    #[values(sqlite(), postgres())] house: House,
    #[case] name: &str,
) {
    let id = known(&house, name);
    known(&house, "Somebody Else");
    assert_eq!(finds(&house, name), [id]);
    let first_word = name.split(' ').next().unwrap();
    assert_eq!(finds(&house, first_word), [id]);
}

#[rstest]
fn a_hostile_query_does_no_harm(#[values(sqlite(), postgres())] house: House) {
    let id = known(&house, "Ann Near");
    let long_word = "a".repeat(10_000);
    let many_words = "ann ".repeat(2_500);
    let many_characters = "王芳".repeat(5_000);
    let hostile = [
        "",
        " ",
        "'",
        "\"",
        "' OR 1=1 --",
        "\"; DROP TABLE person; --",
        "*",
        "a*",
        "* AND *",
        "&",
        "a & | ! b",
        "!ann",
        "ann:*",
        "ann:A",
        "a <-> b",
        "(",
        ")",
        "((((",
        "NEAR",
        "NEAR(a b)",
        "ann NOT near",
        "AND",
        "OR",
        "^ann",
        "tokens:ann",
        "- ann",
        "+",
        "\\",
        "\0",
        "a\0b",
        "$1",
        "?1",
        "{}",
        "%",
        "_",
        "\u{301}",
        "\u{200d}",
        "🙂",
        "\u{feff}ann",
        "ﷺ",
        &long_word,
        &many_words,
        &many_characters,
    ];
    for query in hostile {
        let shown: String = query.chars().take(20).collect();
        for found in finds(&house, query) {
            assert_eq!(found, id, "{shown}");
        }
    }
    assert_eq!(finds(&house, "ann"), [id]);
}

#[rstest]
fn a_note_of_one_endless_word_can_be_stored(#[values(sqlite(), postgres())] house: House) {
    let id = house.person("Ann").add();
    let words = format!("Zebra {} alpha", "x".repeat(20_000));
    let tokens = search_tokens::of_prose(&words, 2_000);
    house.write(|db| search::add(db, &Text { tokens, ..text(id, "A note") }));
    for query in ["xxxx", "zebra", "alpha", &words] {
        assert_eq!(finds(&house, query), [id]);
    }
}

#[rstest]
fn a_changed_name_is_found_instead_of_the_old_one(#[values(sqlite(), postgres())] house: House) {
    let id = known(&house, "Ann Weber");
    house.write(|db| search::replace(db, &text(id, "Ann Zhao")));
    assert_eq!(finds(&house, "weber"), []);
    assert_eq!(finds(&house, "zhao"), [id]);
}

#[rstest]
fn what_was_taken_out_is_not_found_and_can_be_put_back(
    #[values(sqlite(), postgres())] house: House,
) {
    let id = known(&house, "王芳");
    house.write(|db| search::remove(db, "person", id.uuid()));
    assert_eq!(house.read(|db| search::find(db, &Sight::All, "person", "王", 9)), []);
    house.write(|db| search::add(db, &text(id, "王芳")));
    assert_eq!(finds(&house, "王"), [id]);
}

#[rstest]
fn a_list_finds_nobody_who_is_put_away(#[values(sqlite(), postgres())] house: House) {
    let id = known(&house, "王芳");
    house.write(|db| record::set_deleted::<PersonFacts>(db, id, Some(house.now()), house.now()));
    assert_eq!(listed(&house, "王芳"), []);
}

#[rstest]
fn nouns_are_searched_apart(#[values(sqlite(), postgres())] house: House) {
    let id = known(&house, "Weber");
    let found = |noun| house.read(|db| search::find(db, &Sight::All, noun, "weber", 9)).len();
    house.write(|db| search::add(db, &Text { noun: "organization", ..text(id, "Weber AG") }));
    assert_eq!((found("person"), found("organization"), found("note")), (1, 1, 0));
}

struct Deal {
    id: OpportunityId,
    li: UserId,
    north: TeamId,
    south: TeamId,
}

/// A deal of the north with a note in it, both findable as “press”.
fn deal(house: &House) -> Deal {
    let [north, south] = ["North", "South"].map(|name| house.team(name).add());
    let li = house.member("Li", north, Scope::Team).add();
    let organization = house.organization("Acme").add();
    let id = house.deal("Press", organization, li).add();
    for (noun, record) in [("opportunity", id.uuid()), ("note", house.mint::<PersonId>().uuid())] {
        let entry = Text {
            noun,
            record,
            owner: Some(li),
            team: Some(north),
            opportunity: Some(id),
            ..text(house.mint(), "Press")
        };
        house.write(|db| search::add(db, &entry));
    }
    Deal { id, li, north, south }
}

fn seen_of_deal(house: &House, sight: &Sight) -> [usize; 2] {
    ["opportunity", "note"]
        .map(|noun| house.read(|db| search::find(db, sight, noun, "press", 9)).len())
}

#[rstest]
fn handing_a_deal_over_hands_over_what_is_found_of_it(
    #[values(sqlite(), postgres())] house: House,
) {
    let deal = deal(&house);
    let he = house.member("He", deal.south, Scope::Team).add();
    let [old, new] = [deal.li, he].map(|user| house.sight(user, Noun::Opportunity));
    assert_eq!((seen_of_deal(&house, &old), seen_of_deal(&house, &new)), ([1, 1], [0, 0]));
    house.write(|db| search::hand_over(db, deal.id, Some(he), Some(deal.south)));
    assert_eq!((seen_of_deal(&house, &old), seen_of_deal(&house, &new)), ([0, 0], [1, 1]));
}

#[rstest]
fn taking_a_deal_out_takes_out_what_was_said_in_it(#[values(sqlite(), postgres())] house: House) {
    let deal = deal(&house);
    let other = house.mint();
    house.write(|db| {
        search::add(db, &Text { team: Some(deal.north), ..text(other, "Press officer") })?;
        search::remove_all_of_deal(db, deal.id)
    });
    assert_eq!(seen_of_deal(&house, &Sight::All), [0, 0]);
    assert_eq!(house.read(|db| search::find(db, &Sight::All, "person", "press", 9)).len(), 1);
}

#[rstest]
fn ones_own_is_found_among_thousands_of_others(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    house.write(|db| {
        for _ in 0..2_100 {
            search::add(db, &Text { owner: Some(house.mint()), ..text(house.mint(), "Wang") })?;
        }
        Ok(())
    });
    let own = house.person("Wang").with(|own| own.owner_id = Some(li)).add();
    house.write(|db| search::add(db, &Text { owner: Some(li), ..text(own, "Wang") }));
    let sight = Sight::Rows { user: li, teams: Vec::new(), shared: false };
    let found = house.read(|db| search::find(db, &sight, "person", "wang", 9));
    assert_eq!(found.iter().map(|find| find.record.into()).collect::<Vec<PersonId>>(), [own]);
    let request = PageRequest { search: Some("wang".to_owned()), ..PageRequest::default() };
    let page = house.read(|db| people::list(db, &sight, &request, None, house.today()));
    assert_eq!(page.rows.len(), 1);
}
