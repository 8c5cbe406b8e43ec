//! Signing in: sessions that end, keys that are revoked, failures that are counted.

use assent_domain::ids::{ApiKeyId, TeamId, UserId};
use assent_domain::permission::Viewer;
use assent_domain::user::{KeyScope, Role, Scope, UserFacts};
use assent_store::users::{self, ApiKey};
use assent_store::{installation, record};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

fn open_session(house: &House, user: UserId, token: &[u8], seconds: i64) {
    let expires = house.now().plus_seconds(seconds);
    house.write(|db| users::open_session(db, token, user, house.now(), expires));
}

fn by_session(house: &House, token: &[u8]) -> Option<UserId> {
    house.read(|db| users::by_session(db, token, house.now())).map(|viewer| viewer.user)
}

fn disable(house: &House, user: UserId) {
    house.write(|db| record::set_deleted::<UserFacts>(db, user, Some(house.now()), house.now()));
}

#[rstest]
fn a_session_lives_until_it_expires(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    open_session(&house, li, b"token", 60);
    assert_eq!(by_session(&house, b"token"), Some(li));
    assert_eq!(by_session(&house, b"other"), None);
    house.pass_seconds(60);
    assert_eq!(by_session(&house, b"token"), None);
}

#[rstest]
fn a_session_that_was_closed_is_over(#[values(sqlite(), postgres())] house: House) {
    let li = house.user("Li").add();
    for token in [b"phone", b"table"] {
        open_session(&house, li, token, 60);
    }
    house.write(|db| users::close_session(db, b"phone"));
    assert_eq!(by_session(&house, b"phone"), None);
    assert_eq!(by_session(&house, b"table"), Some(li));
}

#[rstest]
fn a_new_password_ends_all_sessions_of_that_user(#[values(sqlite(), postgres())] house: House) {
    let [li, he] = ["Li", "He"].map(|name| house.user(name).add());
    open_session(&house, li, b"li", 60);
    open_session(&house, he, b"he", 60);
    house.write(|db| users::set_password(db, li, "hash"));
    assert_eq!(by_session(&house, b"li"), None);
    assert_eq!(by_session(&house, b"he"), Some(he));
}

#[rstest]
fn who_may_no_longer_sign_in_has_neither_session_nor_key_nor_password(
    #[values(sqlite(), postgres())] house: House,
) {
    let email = "li@example.test".parse().unwrap();
    let li = house.user("Li").with(|li| li.email = Some("li@example.test".parse().unwrap())).add();
    house.write(|db| users::set_password(db, li, "hash"));
    open_session(&house, li, b"token", 60);
    add_key(&house, li, KeyScope::Write, b"secret");
    let password = || house.read(|db| users::password_hash(db, &email));
    assert_eq!(password(), Some((li, "hash".to_owned())));
    disable(&house, li);
    assert_eq!(password(), None);
    assert_eq!(by_session(&house, b"token"), None);
    assert_eq!(house.read(|db| users::by_api_key(db, b"secret")), None);
}

fn add_key(house: &House, user: UserId, scope: KeyScope, secret: &[u8]) -> ApiKeyId {
    let name = "robot".parse().unwrap();
    let key = ApiKey { id: house.mint(), name, scope, created_at: house.now() };
    house.write(|db| users::add_api_key(db, user, &key, secret));
    key.id
}

#[rstest]
#[case(KeyScope::Read, false)]
#[case(KeyScope::Write, true)]
fn a_key_may_do_no_more_than_it_says(
    #[values(sqlite(), postgres())] house: House,
    #[case] scope: KeyScope,
    #[case] may_write: bool,
) {
    let li = house.user("Li").add();
    add_key(&house, li, scope, b"secret");
    let viewer = house.read(|db| users::by_api_key(db, b"secret")).unwrap();
    assert_eq!((viewer.user, viewer.may_write), (li, may_write));
}

#[rstest]
fn a_key_is_revoked_by_its_owner_only_and_once(#[values(sqlite(), postgres())] house: House) {
    let [li, he] = ["Li", "He"].map(|name| house.user(name).add());
    let key = add_key(&house, li, KeyScope::Read, b"secret");
    let listed = || house.read(|db| users::api_keys(db, li)).len();
    let revoke = |user| house.write(|db| users::revoke_api_key(db, user, key, house.now()));
    assert_eq!((revoke(he), listed()), (false, 1));
    assert_eq!((revoke(li), listed()), (true, 0));
    assert!(!revoke(li));
    assert_eq!(house.read(|db| users::by_api_key(db, b"secret")), None);
}

#[rstest]
fn failed_sign_ins_count_within_their_window(#[values(sqlite(), postgres())] house: House) {
    let (address, email) = ([1; 32], [2; 32]);
    let first = house.now();
    for _ in 0..3 {
        let forget = house.now().plus_days(-1);
        house.write(|db| users::note_failed_login(db, &[address, email], house.now(), forget));
        house.pass_seconds(10);
    }
    let since = |subject, seconds| {
        house.read(|db| users::failed_logins(db, &subject, first.plus_seconds(seconds)))
    };
    assert_eq!(since(address, -1), (3, Some(first)));
    assert_eq!(since(email, 5), (2, Some(first.plus_seconds(10))));
    assert_eq!(since([3; 32], -1), (0, None));
    let forget = first.plus_seconds(15);
    house.write(|db| users::note_failed_login(db, &[], house.now(), forget));
    assert_eq!(since(address, -1).0, 1);
}

/// The north with the north-east below it, and a user of each.
fn nested_teams(house: &House) -> [TeamId; 3] {
    let north = house.team("North").add();
    let east = house.team("North-east").with(|team| team.parent_id = Some(north)).add();
    let coast = house.team("Coast").with(|team| team.parent_id = Some(east)).add();
    [north, east, coast]
}

#[rstest]
fn who_sees_a_team_sees_the_teams_below_it(#[values(sqlite(), postgres())] house: House) {
    let [north, east, coast] = nested_teams(&house);
    house.team("South").add();
    let teams = |team, scope| {
        let Viewer { mut teams, .. } = house.viewer(house.member("Li", team, scope).add());
        teams.sort_unstable();
        teams
    };
    let sorted = |mut teams: Vec<TeamId>| {
        teams.sort_unstable();
        teams
    };
    assert_eq!(teams(north, Scope::Team), sorted(vec![north, east, coast]));
    assert_eq!(teams(east, Scope::Team), sorted(vec![east, coast]));
    assert_eq!(teams(coast, Scope::Own), []);
}

#[rstest]
fn teams_that_belong_to_one_another_in_a_circle_end_the_search(
    #[values(sqlite(), postgres())] house: House,
) {
    let [north, east, coast] = nested_teams(&house);
    let facts = house.team("North").with(|team| team.parent_id = Some(coast)).facts();
    house.write(|db| record::update(db, north, &facts, 1, house.now()));
    assert_eq!(house.read(|db| users::teams_below(db, east)).len(), 3);
}

#[rstest]
fn users_are_listed_with_their_team_and_whether_they_can_sign_in(
    #[values(sqlite(), postgres())] house: House,
) {
    let north = house.team("North").add();
    let li = house.member("Li", north, Scope::Team).with(|li| li.role = Role::Manager).add();
    house.user("Robot").add();
    assert!(!house.read(users::exist));
    house.write(|db| users::set_password(db, li, "hash"));
    assert!(house.read(users::exist));
    let listed: Vec<_> = house
        .read(users::all)
        .into_iter()
        .map(|user| (user.user.facts.name.to_string(), user.team_name, user.has_password))
        .collect();
    let north = Some("North".to_owned());
    assert_eq!(listed, [("Li".to_owned(), north, true), ("Robot".to_owned(), None, false)]);
}

#[rstest]
fn a_set_up_link_is_replaced_by_the_next_and_void_after_the_set_up(
    #[values(sqlite(), postgres())] house: House,
) {
    let hash = || house.read(installation::get).and_then(|one| one.setup_token_hash);
    for token in [b"first", b"later"] {
        house.write(|db| installation::offer_setup(db, token, house.now()));
        assert_eq!(hash(), Some(token.to_vec()));
    }
    let name = "高维信诚".parse().unwrap();
    house.write(|db| installation::finish_setup(db, &name, house.now()));
    assert_eq!(hash(), None);
    assert_eq!(house.read(installation::get).unwrap().name, "高维信诚");
}
