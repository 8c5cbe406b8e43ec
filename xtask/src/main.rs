//! Chores of the repository: `cargo xtask tidy` checks the rules of the house.

mod tidy;

use std::path::Path;
use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["tidy"] => tidy(),
        _ => {
            eprintln!("usage: cargo xtask tidy");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn tidy() -> anyhow::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let report = tidy::check(&root)?;
    for finding in &report.findings {
        println!("{finding}");
    }
    let faults = report.faults();
    println!("tidy: {} files, {faults} faults", report.files);
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
