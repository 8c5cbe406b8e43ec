//! Which PostgreSQL is installed, and who runs it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};

/// Where Debian keeps each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// The folder with the programs of the newest version.
pub(super) fn programs() -> anyhow::Result<PathBuf> {
    let newest = fs::read_dir(VERSIONS)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| bin(*version).join("initdb").exists())
        .max();
    newest.map(bin).context("PostgreSQL is not installed: apt-get install postgresql")
}

fn bin(version: u32) -> PathBuf {
    PathBuf::from(format!("{VERSIONS}/{version}/bin"))
}

/// A user of this machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Account {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl Account {
    /// Who is to run the server: nobody else, unless we are root, for whom it refuses to run.
    pub(super) fn to_run_as() -> anyhow::Result<Option<Self>> {
        if fs::metadata("/proc/self")?.uid() != 0 {
            return Ok(None);
        }
        Ok(Some(Self { uid: number("-u")?, gid: number("-g")? }))
    }

    /// Has the command run under this account.
    pub(super) fn runs(self, command: &mut Command) {
        command.uid(self.uid).gid(self.gid);
    }
}

fn number(which: &str) -> anyhow::Result<u32> {
    let output = Command::new("id").args([which, "postgres"]).output()?;
    ensure!(output.status.success(), "there is no user postgres: apt-get install postgresql");
    Ok(String::from_utf8_lossy(&output.stdout).trim().parse()?)
}
