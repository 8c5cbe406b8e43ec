//! Users and teams, as rows.

use assent_domain::ids::{TeamId, UserId};
use assent_domain::permission::Sight;
use assent_domain::user::{TeamFacts, UserFacts};

use crate::StoreError;
use crate::db::{Row, Value};
use crate::record::Record;
use crate::sql::Sql;

impl Record for UserFacts {
    type Id = UserId;
    const TABLE: &'static str = "app_user";
    const COLUMNS: &'static [&'static str] =
        &["name", "email", "role", "scope", "team_id", "person_id", "language", "theme"];

    fn values(&self) -> Vec<Value<'_>> {
        vec![
            (&self.name).into(),
            self.email.as_ref().into(),
            self.role.as_str().into(),
            self.scope.as_str().into(),
            self.team_id.into(),
            self.person_id.into(),
            self.language.as_str().into(),
            self.theme.as_str().into(),
        ]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self {
            name: row.text(at)?,
            email: row.opt_text(at + 1)?,
            role: row.text(at + 2)?,
            scope: row.text(at + 3)?,
            team_id: row.opt_id(at + 4)?,
            person_id: row.opt_id(at + 5)?,
            language: row.text(at + 6)?,
            theme: row.text(at + 7)?,
        })
    }

    /// Colleagues are known to everybody who signs in.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.all_or_nothing(sight);
    }
}

impl Record for TeamFacts {
    type Id = TeamId;
    const TABLE: &'static str = "team";
    const COLUMNS: &'static [&'static str] = &["name", "parent_id"];

    fn values(&self) -> Vec<Value<'_>> {
        vec![(&self.name).into(), self.parent_id.into()]
    }

    fn read(row: &Row<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(Self { name: row.text(at)?, parent_id: row.opt_id(at + 1)? })
    }

    /// As users, so their teams.
    fn within<'a>(sql: &mut Sql<'a>, sight: &'a Sight) {
        sql.all_or_nothing(sight);
    }
}
