//! `assent user`: users and API keys from a shell, for whoever has one on the machine.

use std::io::{BufRead, IsTerminal, Write};

use anyhow::Context;
use assent_domain::ids::ApiKeyId;
use assent_domain::text::{Email, Name};
use assent_domain::user::{KeyScope, Language, Role, Scope, Theme, UserFacts};
use assent_store::{Db, users};
use clap::{Args, Subcommand};

use super::Database;
use crate::operations::{Act, Actor, Refusal, pipelines, setup};
use crate::secrets::{PasswordHash, Token};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Add a user; the password is read from standard input
    Add(NewUser),
    /// List all users
    List,
    /// Give a user a new password, read from standard input; ends all their sessions
    Password {
        /// The address they sign in with
        email: Email,
    },
    /// Make an API key for a user and print its secret, once
    ApiKey {
        /// The address they sign in with
        email: Email,
        /// What the key is for
        #[arg(long, default_value = "command line")]
        name: Name,
        /// read or write
        #[arg(long, default_value = "write")]
        scope: KeyScope,
    },
}

#[derive(Debug, Args)]
struct NewUser {
    /// The address they sign in with
    email: Email,
    /// Their name
    #[arg(long)]
    name: Name,
    /// admin, manager, rep or read_only
    #[arg(long, default_value = "rep")]
    role: Role,
    /// own, team or all
    #[arg(long, default_value = "own")]
    scope: Scope,
    /// Their team, by name
    #[arg(long)]
    team: Option<Name>,
    /// zh-CN or en
    #[arg(long, default_value = "zh-CN")]
    language: Language,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let app = options.database.open()?;
    let mut act = app.act(Actor::House);
    match &options.command {
        Command::Add(new) => {
            let password = read_password()?;
            app.store.write_blocking(|db| add(db, &mut act, new, &password))?;
            println!("added {}", new.email);
        }
        Command::List => {
            let all =
                app.store.read_blocking(|db| -> Result<_, Refusal> { Ok(users::all(db)?) })?;
            for one in all {
                let facts = one.user.facts;
                let email = facts.email.as_ref().map_or("-", |email| email.as_str());
                let gone = if one.user.meta.deleted_at.is_some() { "  (no access)" } else { "" };
                println!("{email}  {}  {}  {}{gone}", facts.name, facts.role, facts.scope);
            }
        }
        Command::Password { email } => {
            let password = read_password()?;
            app.store.write_blocking(|db| {
                let user = find(db, email)?;
                setup::set_password(db, &act, user, &password)
            })?;
            println!("{email} has a new password");
        }
        Command::ApiKey { email, name, scope } => {
            let secret = app.store.write_blocking(|db| -> Result<_, Refusal> {
                let user = find(db, email)?;
                let id: ApiKeyId = act.mint();
                let token = Token::draw(&mut act.dice);
                let key =
                    users::ApiKey { id, name: name.clone(), scope: *scope, created_at: act.now };
                users::add_api_key(db, user, &key, &token.hash())?;
                Ok(token)
            })?;
            println!("{}", secret.as_str());
        }
    }
    Ok(())
}

fn add(db: &mut Db, act: &mut Act, new: &NewUser, password: &PasswordHash) -> Result<(), Refusal> {
    pipelines::ensure_default(db, act)?;
    let team_id = match &new.team {
        None => None,
        Some(team) => Some(users::team_named(db, team)?.ok_or_else(|| {
            Refusal::field("--team", "unknown_reference", format!("there is no team “{team}”"))
        })?),
    };
    let facts = UserFacts {
        name: new.name.clone(),
        email: Some(new.email.clone()),
        role: new.role,
        scope: if new.role == Role::Admin { Scope::All } else { new.scope },
        team_id,
        person_id: None,
        language: new.language,
        theme: Theme::System,
    };
    setup::add_user(db, act, facts, Some(password)).map(|_| ())
}

fn find(db: &mut Db, email: &Email) -> Result<assent_domain::ids::UserId, Refusal> {
    let all = users::all(db)?;
    let found = all.iter().find(|one| one.user.facts.email.as_ref() == Some(email));
    found.map(|one| one.user.id).ok_or_else(|| {
        Refusal::field("email", "unknown_reference", format!("nobody signs in as {email}"))
    })
}

/// Reads a password from standard input: one line.
fn read_password() -> anyhow::Result<PasswordHash> {
    if std::io::stdin().is_terminal() {
        eprint!("Password (at least 10 characters, shown as you type): ");
        std::io::stderr().flush()?;
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("no password on standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    PasswordHash::of(password).map_err(|why| anyhow::anyhow!("the password {why}"))
}
