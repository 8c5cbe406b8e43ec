//! Setting up: the one-time link of the first run, and the first user.

use assent_domain::ids::{OrganizationId, PersonId, UserId};
use assent_domain::permission::Sight;
use assent_domain::person::{EmploymentFacts, PersonFacts};
use assent_domain::text::{Email, Name};
use assent_domain::user::{Language, Role, Scope, Theme, UserFacts};
use assent_store::{Db, installation, record, users};

use super::{Act, Actor, Kept, Refusal, deals, kept, pipelines};
use crate::secrets::{self, PasswordHash, Token};

/// The e-mail address and the password of a demo, which the sign-in screen offers by itself.
pub const DEMO_LOGIN: [&str; 2] = ["demo@assent.example", "see-for-yourself"];

/// Who sets the installation up.
#[derive(Clone, Debug)]
pub struct FirstUser {
    /// What the installation is called: as a rule, our own house.
    pub house: Name,
    /// The first user.
    pub name: Name,
    /// With what they sign in.
    pub email: Email,
    /// The hash of their password.
    pub password: PasswordHash,
    /// Language of their screens.
    pub language: Language,
}

/// Whether nobody can sign in yet.
///
/// # Errors
/// When the database fails.
pub fn is_needed(db: &mut Db) -> Result<bool, Refusal> {
    Ok(!users::exist(db)?)
}

/// Makes a fresh set-up token, if nobody can sign in yet; the one before no longer works.
///
/// # Errors
/// When the database fails.
pub fn offer(db: &mut Db, act: &mut Act) -> Result<Option<Token>, Refusal> {
    pipelines::ensure_default(db, act)?;
    if !is_needed(db)? {
        return Ok(None);
    }
    let token = Token::draw(&mut act.dice);
    installation::offer_setup(db, &token.hash(), act.now)?;
    Ok(Some(token))
}

/// Makes the first user, who may do everything: `set_up`. The link works once.
///
/// # Errors
/// When the token is not the one of the link, or the set-up has been done.
pub fn finish(
    db: &mut Db,
    act: &mut Act,
    token: &str,
    first: &FirstUser,
) -> Result<UserId, Refusal> {
    let offered = installation::get(db)?.and_then(|one| one.setup_token_hash);
    let fits = offered.is_some_and(|hash| secrets::same(&hash, &secrets::token_hash(token)));
    if !is_needed(db)? || !fits {
        let message = "this link has been used, or is not the one that was printed last".to_owned();
        return Err(Refusal::Conflict { code: "setup_link_void", message });
    }
    act.actor = Actor::House;
    installation::finish_setup(db, &first.house, act.now)?;
    pipelines::ensure_default(db, act)?;
    deals::our_house(db, act, &first.house)?;
    let facts = UserFacts {
        name: first.name.clone(),
        email: Some(first.email.clone()),
        role: Role::Admin,
        scope: Scope::All,
        team_id: None,
        person_id: None,
        language: first.language,
        theme: Theme::System,
    };
    add_user(db, act, facts, Some(&first.password))
}

/// Adds a user, with a password or without: `create_user`. Every user is a person of our house, so
/// that they have ties and make promises.
///
/// # Errors
/// When the actor may not, or a field is at fault.
pub fn add_user(
    db: &mut Db,
    act: &mut Act,
    mut facts: UserFacts,
    password: Option<&PasswordHash>,
) -> Result<UserId, Refusal> {
    act.sight(UserFacts::PERMISSION, assent_domain::permission::Action::Create)?;
    if facts.person_id.is_none() {
        let house: Name = match installation::get(db)? {
            Some(one) if !one.name.is_empty() => one.name.parse().unwrap_or(facts.name.clone()),
            _ => facts.name.clone(),
        };
        let house = deals::our_house(db, act, &house)?;
        facts.person_id = Some(person_of_ours(db, act, &facts, house)?);
    }
    let id = kept::create(db, act, &facts)?;
    if let Some(password) = password {
        users::set_password(db, id, password.as_str())?;
    }
    Ok(id)
}

fn person_of_ours(
    db: &mut Db,
    act: &mut Act,
    user: &UserFacts,
    house: OrganizationId,
) -> Result<PersonId, Refusal> {
    let facts = PersonFacts { email: user.email.clone(), ..PersonFacts::named(user.name.clone()) };
    let person_id = kept::create(db, act, &facts)?;
    let job = EmploymentFacts {
        person_id,
        organization_id: house,
        title: None,
        reports_to_id: None,
        from: None,
        until: None,
        assumed: false,
    };
    kept::create(db, act, &job)?;
    Ok(person_id)
}

/// Gives a user a password, which ends all their sessions: `set_password`.
///
/// # Errors
/// When there is no such user.
pub fn set_password(
    db: &mut Db,
    act: &Act,
    user: UserId,
    password: &PasswordHash,
) -> Result<(), Refusal> {
    record::get::<UserFacts>(db, &Sight::All, user)?.ok_or(Refusal::NotFound)?;
    users::set_password(db, user, password.as_str())?;
    let place = super::Place::default();
    kept::note_as(db, act, "set_password", UserFacts::NOUN, user.uuid(), &place, None)
}
