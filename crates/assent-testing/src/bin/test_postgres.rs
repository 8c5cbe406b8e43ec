//! Runs a private PostgreSQL for as long as somebody holds our standard input: prints its address,
//! waits for the end of input, stops it and leaves nothing behind.
//!
//! Whoever starts it need not clean up: when they end, even by `kill -9`, the input ends too.

use std::io::{Write, stdin, stdout};

use assent_testing::Postgres;

fn main() -> anyhow::Result<()> {
    let postgres = Postgres::start()?;
    writeln!(stdout(), "{}", postgres.address())?;
    stdout().flush()?;
    std::io::copy(&mut stdin(), &mut std::io::sink())?;
    Ok(())
}
