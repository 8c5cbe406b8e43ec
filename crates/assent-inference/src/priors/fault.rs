//! What is wrong with a priors file, and on which line.

use std::fmt;

/// One fault of a priors file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1; 0 of what no line says.
    pub line: usize,
    /// The dotted path of the key or table at fault, such as `sign.inbound_call.P`; empty if the
    /// file is no TOML.
    pub key: String,
    /// What is wrong, in plain words.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            key if self.line == 0 => write!(f, "{key}: {}", self.message),
            "" => write!(f, "line {}: {}", self.line, self.message),
            key => write!(f, "line {}: {key}: {}", self.line, self.message),
        }
    }
}

/// All faults found in a priors file, by line. There is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorsError {
    faults: Vec<Fault>,
}

impl PriorsError {
    pub(super) fn new(mut faults: Vec<Fault>) -> PriorsError {
        faults.sort_by_key(|fault| fault.line);
        PriorsError { faults }
    }

    /// The faults, by rising line.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for PriorsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the priors have {} fault(s)", self.faults.len())?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl std::error::Error for PriorsError {}
