//! Small rooms: files that can be overlooked, functions that fit a screen.

use super::reading::Reading;
use super::{File, Finding};

/// More lines than this, and one asks why.
const MANY_LINES: usize = 400;
/// More lines than this are split.
const MOST_LINES: usize = 800;
/// A function longer than this does not fit a screen.
const MOST_FUNCTION_LINES: usize = 70;

pub(super) fn check(file: &File, reading: &Reading) -> Vec<Finding> {
    let source = file.is_rust() || file.is_typescript() || file.extension() == "css";
    if !source || file.is_generated() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let lines = file.text.lines().count();
    if lines > MOST_LINES {
        findings.push(file.fault(1, format!("{lines} lines: split it, one idea a file")));
    } else if lines > MANY_LINES {
        findings.push(file.note(1, format!("{lines} lines: is this still one idea?")));
    }
    let is_test = file.path.contains("/tests/");
    if file.is_rust() && !is_test {
        findings.extend(long_functions(file, reading));
    }
    findings
}

/// A function under way: its name, where it began, and how deep its body lies.
struct Open {
    name: String,
    line: usize,
    depth: usize,
}

fn long_functions(file: &File, reading: &Reading) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut depth = 0;
    let mut announced: Option<(String, usize)> = None;
    let mut open: Vec<Open> = Vec::new();
    for (line, code) in reading.shipped() {
        if let Some(name) = function_name(code) {
            announced = Some((name, line));
        }
        for character in code.chars() {
            match character {
                '{' => {
                    depth += 1;
                    if let Some((name, line)) = announced.take() {
                        open.push(Open { name, line, depth });
                    }
                }
                // A declaration without a body.
                ';' if open.last().is_none_or(|function| function.depth < depth) => {
                    announced = None;
                }
                '}' => {
                    if let Some(done) = open.pop_if(|function| function.depth == depth) {
                        findings.extend(too_long(file, &done, line));
                    }
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
        }
    }
    findings
}

fn too_long(file: &File, function: &Open, last: usize) -> Option<Finding> {
    let lines = last + 1 - function.line;
    let advice = "branch in the parent, compute in the leaf, and name the leaf";
    let message = format!("`{}` has {lines} lines: {advice}", function.name);
    (lines > MOST_FUNCTION_LINES).then(|| file.fault(function.line, message))
}

/// The name of the function that this line begins, if it begins one.
fn function_name(code: &str) -> Option<String> {
    let rest = code.trim_start();
    let after =
        rest.strip_prefix("fn ").or_else(|| rest.split_once(" fn ").map(|(_, rest)| rest))?;
    let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::{Weight, file, lines};
    use super::*;

    fn found(path: &str, text: &str) -> Vec<Finding> {
        let file = file(path, text);
        check(&file, &Reading::of(&file))
    }

    fn function(lines: usize) -> String {
        format!("//! A.\n\npub(crate) fn long(\n) {{\n{}}}\n", "a();\n".repeat(lines - 3))
    }

    #[test]
    fn a_function_of_seventy_lines_is_the_longest() {
        assert_eq!(found("a.rs", &function(70)), []);
        let findings = found("a.rs", &function(71));
        assert_eq!(lines(&findings), [3]);
        assert!(findings[0].message.starts_with("`long` has 71 lines"));
    }

    #[test]
    fn a_short_function_within_a_long_one_is_none_of_its_fault() {
        let inner = "fn short() { a(); }\n".repeat(80);
        assert_eq!(lines(&found("a.rs", &format!("fn long() {{\n{inner}}}\n"))), [1]);
    }

    #[test]
    fn functions_of_tests_may_be_long() {
        let test = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", function(100));
        assert_eq!(found("a.rs", &test), []);
        assert_eq!(found("crates/a/tests/b.rs", &function(100)), []);
    }

    #[test]
    fn a_declaration_has_no_length() {
        let text = format!("trait A {{\nfn a();\n}}\nstruct B {{\n{}}}\n", "b: u8,\n".repeat(100));
        assert_eq!(found("a.rs", &text), []);
    }

    #[test]
    fn a_long_file_is_noted_and_a_very_long_one_refused() {
        let weights = |lines: usize| -> Vec<Weight> {
            found("a.ts", &"a\n".repeat(lines)).iter().map(|finding| finding.weight).collect()
        };
        assert_eq!((weights(400), weights(401)), (vec![], vec![Weight::Note]));
        assert_eq!((weights(800), weights(801)), (vec![Weight::Note], vec![Weight::Fault]));
    }

    #[test]
    fn nobody_splits_what_a_program_wrote() {
        let text = format!("// This file was auto-generated.\n{}", "a\n".repeat(2_000));
        assert_eq!(found("a.ts", &text), []);
    }
}
