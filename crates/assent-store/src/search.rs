//! Full-text search over people, organizations, deals and what was said.
//!
//! Tokens are cut by the domain, so both databases find the same. SQLite keeps them in an FTS5
//! table, PostgreSQL in a `tsvector` under a GIN index.

use assent_domain::ids::{OpportunityId, TeamId, UserId};
use assent_domain::permission::Sight;
use assent_domain::search_tokens::{self, Wanted};
use uuid::Uuid;

use crate::StoreError;
use crate::db::{Db, Dialect, params};
use crate::sql::Sql;

/// Characters of a token that count: PostgreSQL takes no longer ones, and nobody types them.
const LONGEST_TOKEN: usize = 100;
/// Words of a query that count; each costs a look into the index.
const MOST_WORDS: usize = 32;
/// Characters of a note that are kept to be shown in a list of finds.
const LONGEST_EXCERPT: usize = 160;

/// A text to be found.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// What sort of record it belongs to.
    pub noun: &'static str,
    /// Which.
    pub record: Uuid,
    /// Owner of the record or of its deal.
    pub owner: Option<UserId>,
    /// Team of the record or of its deal.
    pub team: Option<TeamId>,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// What is shown first.
    pub title: &'a str,
    /// What is shown beside it.
    pub subtitle: &'a str,
    /// What it is found by.
    pub tokens: Vec<String>,
}

/// A find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What sort of record.
    pub noun: String,
    /// Which.
    pub record: Uuid,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// What is shown first.
    pub title: String,
    /// What is shown beside it.
    pub subtitle: String,
}

/// Makes a new record's text findable. One that may be there already is [`replace`]d instead.
///
/// # Errors
/// When the database fails.
pub fn add(db: &mut Db, text: &Text<'_>) -> Result<(), StoreError> {
    let tokens: Vec<&str> = text.tokens.iter().map(|token| cut(token)).collect();
    let tokens = tokens.join(" ");
    let title: String = text.title.chars().take(LONGEST_EXCERPT).collect();
    match db.dialect() {
        Dialect::Sqlite => {
            db.execute_later(
                "INSERT INTO search_entry (noun, record_id, owner_id, team_id, opportunity_id,
                                           title, subtitle)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                params![
                    text.noun,
                    text.record,
                    text.owner,
                    text.team,
                    text.opportunity,
                    title,
                    text.subtitle
                ],
            )?;
            db.execute_later(
                "INSERT INTO search_index (rowid, tokens) VALUES (last_insert_rowid(), $1)",
                params![tokens],
            )
        }
        Dialect::Postgres => db.execute_later(
            "INSERT INTO search_entry (noun, record_id, owner_id, team_id, opportunity_id,
                                       title, subtitle, tokens)
             VALUES ($1, $2, $3, $4, $5, $6, $7, array_to_tsvector(string_to_array($8, ' ')))",
            params![
                text.noun,
                text.record,
                text.owner,
                text.team,
                text.opportunity,
                title,
                text.subtitle,
                tokens
            ],
        ),
    }
}

/// Makes a changed record's text findable in place of what it said before.
///
/// # Errors
/// When the database fails.
pub fn replace(db: &mut Db, text: &Text<'_>) -> Result<(), StoreError> {
    remove(db, text.noun, text.record)?;
    add(db, text)
}

/// Takes a record's text out of the search.
///
/// # Errors
/// When the database fails.
pub fn remove(db: &mut Db, noun: &str, record: Uuid) -> Result<(), StoreError> {
    if db.dialect() == Dialect::Sqlite {
        db.execute_later(
            "DELETE FROM search_index WHERE rowid =
                 (SELECT id FROM search_entry WHERE noun = $1 AND record_id = $2)",
            params![noun, record],
        )?;
    }
    db.execute_later(
        "DELETE FROM search_entry WHERE noun = $1 AND record_id = $2",
        params![noun, record],
    )
}

/// Takes a deal's text, and those of everything said in it, out of the search.
///
/// # Errors
/// When the database fails.
pub fn remove_all_of_deal(db: &mut Db, opportunity: OpportunityId) -> Result<(), StoreError> {
    if db.dialect() == Dialect::Sqlite {
        db.execute_later(
            "DELETE FROM search_index WHERE rowid IN
                 (SELECT id FROM search_entry WHERE opportunity_id = $1)",
            params![opportunity],
        )?;
    }
    db.execute_later("DELETE FROM search_entry WHERE opportunity_id = $1", params![opportunity])
}

/// Hands a deal's texts, and those of everything said in it, to another owner or team.
///
/// # Errors
/// When the database fails.
pub fn hand_over(
    db: &mut Db,
    opportunity: OpportunityId,
    owner: Option<UserId>,
    team: Option<TeamId>,
) -> Result<(), StoreError> {
    db.execute_later(
        "UPDATE search_entry SET owner_id = $2, team_id = $3
         WHERE opportunity_id = $1",
        params![opportunity, owner, team],
    )
}

/// What a typed query finds of one noun, newest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn find(
    db: &mut Db,
    sight: &Sight,
    noun: &'static str,
    query: &str,
    most: usize,
) -> Result<Vec<Find>, StoreError> {
    let wanted = conditions(query);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT e.noun, e.record_id, e.opportunity_id, e.title, e.subtitle FROM search_entry e
         WHERE ",
    );
    sql.found_by(db.dialect(), "e.record_id", sight, noun, &wanted);
    sql.push(" AND e.noun = ").bind(noun);
    sql.push(" ORDER BY e.id DESC LIMIT ").bind(most as i64);
    sql.query(db, |row| {
        Ok(Find {
            noun: row.str(0)?.to_owned(),
            record: row.id(1)?,
            opportunity: row.opt_id(2)?,
            title: row.str(3)?.to_owned(),
            subtitle: row.str(4)?.to_owned(),
        })
    })
}

/// The conditions under which a typed query finds a text.
pub(crate) fn conditions(query: &str) -> Vec<Wanted> {
    let cut = |wanted| match wanted {
        Wanted::Prefix(token) => Wanted::Prefix(cut(&token).to_owned()),
        Wanted::Exact(token) => Wanted::Exact(token),
    };
    search_tokens::of_query(query).into_iter().take(MOST_WORDS).map(cut).collect()
}

fn cut(token: &str) -> &str {
    token.char_indices().nth(LONGEST_TOKEN).map_or(token, |(end, _)| &token[..end])
}
