//! `assent migrate`: brings the schema up to date.

use anyhow::Context;
use assent_store::{Address, Store};

use super::{Database, make_folder};

pub(super) fn run(database: &Database) -> anyhow::Result<()> {
    let address = Address::parse(&database.database);
    if let Address::File(path) = &address {
        make_folder(path)?;
    }
    let store = Store::open_as_it_is(address)?;
    let applied = store.migrate().with_context(|| format!("database {}", database.shown()))?;
    for step in &applied {
        println!("applied {}: {}", step.version, step.name);
    }
    if applied.is_empty() {
        println!("the schema is up to date");
    }
    Ok(())
}
