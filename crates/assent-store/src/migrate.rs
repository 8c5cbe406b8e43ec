//! Brings a database's schema up to date: numbered steps, applied once each, in order.
//!
//! The steps lie in `migrations/`, one SQL text for both databases. Where they differ, a word in
//! double braces stands for what each of them says (see [`translate`]), and lines between
//! `-- only sqlite` or `-- only postgres` and `-- end` hold for one of them. Steps are append-only.

use crate::StoreError;
use crate::db::{Db, Dialect, params};

struct Step {
    version: i64,
    name: &'static str,
    sql: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        version: 1,
        name: "first light",
        sql: include_str!("../migrations/0001_first_light.sql"),
    },
    Step {
        version: 2,
        name: "benefit points",
        sql: include_str!("../migrations/0002_benefit_points.sql"),
    },
    Step { version: 3, name: "fairness", sql: include_str!("../migrations/0003_fairness.sql") },
    Step {
        version: 4,
        name: "completeness",
        sql: include_str!("../migrations/0004_completeness.sql"),
    },
    Step { version: 5, name: "control", sql: include_str!("../migrations/0005_control.sql") },
    Step { version: 6, name: "renewal", sql: include_str!("../migrations/0006_renewal.sql") },
    Step { version: 7, name: "advice", sql: include_str!("../migrations/0007_advice.sql") },
    Step { version: 8, name: "proof", sql: include_str!("../migrations/0008_proof.sql") },
    Step { version: 9, name: "ways", sql: include_str!("../migrations/0009_ways.sql") },
    Step { version: 10, name: "learning", sql: include_str!("../migrations/0010_learning.sql") },
];

/// A number that is another one when any step of the schema is: for telling apart databases that were
/// made ready by other versions of the program.
#[must_use]
pub fn schema_fingerprint() -> u64 {
    // FNV-1a, whose value does not depend on the compiler.
    let bytes = STEPS.iter().flat_map(|step| step.sql.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A step that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its number.
    pub version: i64,
    /// What it is called.
    pub name: &'static str,
}

pub(crate) fn run(db: &mut Db) -> Result<Vec<Applied>, StoreError> {
    lock(db)?;
    let outcome = run_locked(db);
    unlock(db)?;
    outcome
}

fn run_locked(db: &mut Db) -> Result<Vec<Applied>, StoreError> {
    db.execute_script(
        "CREATE TABLE IF NOT EXISTS schema_version (
             version BIGINT PRIMARY KEY,
             name TEXT NOT NULL
         )",
    )?;
    let found = version(db)?;
    let known = STEPS.last().map_or(0, |step| step.version);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let mut applied = Vec::new();
    for step in STEPS.iter().filter(|step| step.version > found) {
        if apply(db, step)? {
            applied.push(Applied { version: step.version, name: step.name });
        }
    }
    Ok(applied)
}

/// Version of the database; 0 for an empty one.
fn version(db: &mut Db) -> Result<i64, StoreError> {
    let newest = "SELECT MAX(version) FROM schema_version";
    Ok(db.query_first(newest, &[], |row| row.opt_int(0))?.flatten().unwrap_or(0))
}

/// Applies a step in a transaction of its own. Says `false` when somebody else was faster.
fn apply(db: &mut Db, step: &Step) -> Result<bool, StoreError> {
    db.begin()?;
    let outcome = apply_begun(db, step).and_then(|applied| db.commit().map(|()| applied));
    if outcome.is_err() {
        // The step's own failure is the one worth reporting.
        let _ = db.roll_back();
    }
    outcome
}

fn apply_begun(db: &mut Db, step: &Step) -> Result<bool, StoreError> {
    // On SQLite the transaction is the lock, so only now is the version sure to stand.
    if version(db)? >= step.version {
        return Ok(false);
    }
    db.execute_script(&translate(step.sql, db.dialect()))?;
    let sql = "INSERT INTO schema_version (version, name) VALUES ($1, $2)";
    db.execute(sql, params![step.version, step.name])?;
    Ok(true)
}

/// Two nodes that start together must not both apply a step. On SQLite the write lock of each
/// step's transaction sees to it.
fn lock(db: &mut Db) -> Result<(), StoreError> {
    match db.dialect() {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => db.execute_script("SELECT pg_advisory_lock(7274736861)"),
    }
}

fn unlock(db: &mut Db) -> Result<(), StoreError> {
    match db.dialect() {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => db.execute_script("SELECT pg_advisory_unlock(7274736861)"),
    }
}

/// The step in the words of one database.
fn translate(sql: &str, dialect: Dialect) -> String {
    let (serial, bytewise, foreign) = match dialect {
        Dialect::Sqlite => ("INTEGER PRIMARY KEY", "", "postgres"),
        Dialect::Postgres => {
            ("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "COLLATE \"C\"", "sqlite")
        }
    };
    let mut out = String::with_capacity(sql.len());
    let mut skipping = false;
    for line in sql.lines() {
        match line.trim().strip_prefix("-- ") {
            Some(mark) if mark.starts_with("only ") => skipping = mark.ends_with(foreign),
            Some("end") => skipping = false,
            _ if !skipping => {
                out.push_str(&line.replace("{{serial}}", serial).replace("{{bytewise}}", bytewise));
                out.push('\n');
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_database_gets_its_own_words() {
        let sql = "a {{serial}}\n-- only sqlite\nb\n-- end\n-- only postgres\nc\n-- end\nd";
        let sqlite = translate(sql, Dialect::Sqlite);
        let postgres = translate(sql, Dialect::Postgres);
        assert_eq!(sqlite, "a INTEGER PRIMARY KEY\nb\nd\n");
        assert_eq!(postgres, "a BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY\nc\nd\n");
    }

    #[test]
    fn steps_are_numbered_without_gaps() {
        let versions: Vec<i64> = STEPS.iter().map(|step| step.version).collect();
        assert_eq!(versions, (1..=STEPS.len() as i64).collect::<Vec<_>>());
    }
}
