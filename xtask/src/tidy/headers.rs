//! Every module opens with what it is; and a module `a` is `a.rs`, never `a/mod.rs`.

use super::{File, Finding};

pub(super) fn check(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    let opens = |marks: &[&str]| marks.iter().any(|mark| file.text.starts_with(mark));
    if file.is_rust() && !opens(&["//!"]) {
        findings.push(file.fault(1, "open the file with `//!`: what the module is, in a sentence"));
    }
    if file.is_typescript() && !opens(&["//", "/*"]) {
        findings.push(file.fault(1, "open the file with a comment: what it is, in a sentence"));
    }
    if file.path.ends_with("/mod.rs") {
        let folder = file.path.trim_end_matches("/mod.rs");
        findings.push(file.fault(1, format!("move this to {folder}.rs")));
    }
    findings
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::{file, lines};
    use super::*;

    #[rstest]
    #[case("a.rs", "//! A.\n", 0)]
    #[case("a.rs", "use b;\n", 1)]
    #[case("a.rs", "// A.\n", 1)]
    #[case("a.ts", "// A.\n", 0)]
    #[case("a.tsx", "/** A. */\n", 0)]
    #[case("a.tsx", "import b\n", 1)]
    #[case("a/mod.rs", "//! A.\n", 1)]
    #[case("a.css", "a {}\n", 0)]
    fn a_file_says_what_it_is(#[case] path: &str, #[case] text: &str, #[case] faults: usize) {
        assert_eq!(lines(&check(&file(path, text))).len(), faults);
    }
}
