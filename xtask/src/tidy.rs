//! The rules of STYLE.md and ARCHITECTURE.md that a program can check.
//!
//! Each rule looks at one file and says what to do about what it finds. What needs judgement is
//! left to readers; what the compiler, clippy or the formatter checks is not repeated here.

mod catalogues;
mod headers;
mod imports;
mod reading;
mod size;
mod sql;
mod words;

use std::fmt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};

use self::reading::Reading;

/// Something that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    pub(crate) line: usize,
    /// What is wrong, and what to do.
    pub(crate) message: String,
    pub(crate) weight: Weight,
}

/// Whether a finding fails the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// It does.
    Fault,
    /// It is only worth a thought.
    Note,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let note = if self.weight == Weight::Note { "note: " } else { "" };
        write!(f, "{}:{}: {note}{}", self.path, self.line, self.message)
    }
}

/// All that was found.
pub(crate) struct Report {
    pub(crate) files: usize,
    pub(crate) findings: Vec<Finding>,
}

impl Report {
    /// How many findings fail the check.
    pub(crate) fn faults(&self) -> usize {
        self.findings.iter().filter(|finding| finding.weight == Weight::Fault).count()
    }
}

/// A file of the repository.
#[derive(Clone, Debug)]
struct File {
    /// From the root, with `/`.
    path: String,
    text: String,
}

impl File {
    /// What the name ends in, such as `rs`; `sh` for scripts without an ending.
    fn extension(&self) -> &str {
        match self.path.rsplit_once('/').map_or(&*self.path, |(_, name)| name).rsplit_once('.') {
            Some((_, extension)) => extension,
            None if self.text.starts_with("#!") => "sh",
            None => "",
        }
    }

    fn is_rust(&self) -> bool {
        self.extension() == "rs"
    }

    fn is_typescript(&self) -> bool {
        matches!(self.extension(), "ts" | "tsx")
    }

    /// Whether a program wrote it, which nobody is asked to tidy.
    fn is_generated(&self) -> bool {
        let says_so = |line: &str| line.contains("@generated") || line.contains("auto-generated");
        self.text.lines().take(5).any(says_so)
    }

    fn fault(&self, line: usize, message: impl Into<String>) -> Finding {
        self.finding(line, message, Weight::Fault)
    }

    fn note(&self, line: usize, message: impl Into<String>) -> Finding {
        self.finding(line, message, Weight::Note)
    }

    fn finding(&self, line: usize, message: impl Into<String>, weight: Weight) -> Finding {
        Finding { path: self.path.clone(), line, message: message.into(), weight }
    }
}

/// Checks every file that is, or would be, in the repository.
pub(crate) fn check(root: &Path) -> anyhow::Result<Report> {
    let files = files(root)?;
    let mut findings: Vec<Finding> = files.iter().flat_map(check_file).collect();
    findings.extend(catalogues::check(&files));
    findings.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
    Ok(Report { files: files.len(), findings })
}

fn check_file(file: &File) -> Vec<Finding> {
    let reading = Reading::of(file);
    let mut findings = headers::check(file);
    findings.extend(size::check(file, &reading));
    findings.extend(imports::check(file, &reading));
    // The rules themselves speak of what they forbid.
    if !file.path.starts_with("xtask/") {
        findings.extend(sql::check(file, &reading));
        findings.extend(words::check(file));
    }
    findings
}

fn files(root: &Path) -> anyhow::Result<Vec<File>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git is needed to know which files there are")?;
    ensure!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let paths = String::from_utf8(listed.stdout)?;
    // A file that was deleted, or is no text, has nothing to be tidied.
    let read = |path: &str| {
        let text = std::fs::read_to_string(root.join(path)).ok()?;
        Some(File { path: path.to_owned(), text })
    };
    Ok(paths.split_terminator('\0').filter_map(read).collect())
}

#[cfg(test)]
fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

/// The lines found, for comparison.
#[cfg(test)]
fn lines(findings: &[Finding]) -> Vec<usize> {
    findings.iter().map(|finding| finding.line).collect()
}
