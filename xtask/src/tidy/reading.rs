//! A source read just far enough to tell code from comments and texts, and tests from the rest.
//!
//! This is no parser: it knows quotes, comments and braces, which is all the rules ask for.

use super::File;

/// A file's code, line by line, and its texts.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Each line without comments and with its texts emptied.
    pub(super) code: Vec<String>,
    /// Each text, with the line it begins on.
    pub(super) texts: Vec<(usize, String)>,
    /// The line on which the module of unit tests begins, if there is one.
    pub(super) tests_from: Option<usize>,
}

impl Reading {
    pub(super) fn of(file: &File) -> Self {
        let mut reading = Self { code: vec![String::new()], ..Self::default() };
        let characters: Vec<char> = file.text.chars().collect();
        let mut at = 0;
        while at < characters.len() {
            at = reading.step(&characters, at, file.is_rust());
        }
        let tests = |line: &String| line.trim_start().starts_with("#[cfg(test)]");
        // The attribute may also stand before a helper; what counts is a module.
        reading.tests_from = reading.code.windows(2).enumerate().find_map(|(index, pair)| {
            (tests(&pair[0]) && pair[1].trim_start().starts_with("mod ")).then_some(index + 1)
        });
        reading
    }

    /// The code with line numbers, without unit tests.
    pub(super) fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.tests_from.unwrap_or(usize::MAX);
        let numbered = self.code.iter().enumerate().map(|(index, line)| (index + 1, &**line));
        numbered.take_while(move |(line, _)| *line < end)
    }

    fn line(&self) -> usize {
        self.code.len()
    }

    fn push(&mut self, character: char) {
        match (character, self.code.last_mut()) {
            ('\n', _) | (_, None) => self.code.push(String::new()),
            (_, Some(line)) => line.push(character),
        }
    }

    /// Reads what begins at `at` and says where the next begins.
    fn step(&mut self, text: &[char], at: usize, rust: bool) -> usize {
        let next = text.get(at + 1).copied();
        match text[at] {
            '/' if next == Some('/') => end_of_line(text, at),
            '/' if next == Some('*') => self.skip_comment(text, at + 2),
            'r' if rust && starts_raw(text, at) => self.read_raw(text, at + 1),
            '"' => self.read_text(text, at + 1, '"'),
            quote @ ('\'' | '`') if !rust => self.read_text(text, at + 1, quote),
            '\'' if is_character(text, at) => self.read_text(text, at + 1, '\''),
            character => {
                self.push(character);
                at + 1
            }
        }
    }

    fn skip_comment(&mut self, text: &[char], mut at: usize) -> usize {
        while at < text.len() && !(text[at] == '*' && text.get(at + 1) == Some(&'/')) {
            if text[at] == '\n' {
                self.push('\n');
            }
            at += 1;
        }
        at + 2
    }

    fn read_text(&mut self, text: &[char], from: usize, quote: char) -> usize {
        let mut at = from;
        while at < text.len() && text[at] != quote {
            at += if text[at] == '\\' { 2 } else { 1 };
        }
        self.keep(&text[from..at.min(text.len())]);
        at + 1
    }

    /// A raw text, from its first `#` or `"` on.
    fn read_raw(&mut self, text: &[char], from: usize) -> usize {
        let marks = text[from..].iter().take_while(|&&character| character == '#').count();
        let begin = from + marks + 1;
        let ends = |at: usize| {
            text[at] == '"'
                && text[at + 1..].iter().take(marks).filter(|&&c| c == '#').count() == marks
        };
        let end = (begin..text.len()).find(|&at| ends(at)).unwrap_or(text.len());
        self.keep(&text[begin.min(end)..end]);
        end + 1 + marks
    }

    fn keep(&mut self, text: &[char]) {
        self.texts.push((self.line(), text.iter().collect()));
        self.push('"');
        for _ in text.iter().filter(|&&character| character == '\n') {
            self.push('\n');
        }
        self.push('"');
    }
}

fn end_of_line(text: &[char], at: usize) -> usize {
    text[at..].iter().position(|&character| character == '\n').map_or(text.len(), |end| at + end)
}

/// `r"` or `r#"`, not the end of a name and not a raw identifier.
fn starts_raw(text: &[char], at: usize) -> bool {
    let in_a_name = at > 0 && (text[at - 1].is_alphanumeric() || text[at - 1] == '_');
    let quote = text[at + 1..].iter().find(|&&character| character != '#');
    !in_a_name && quote == Some(&'"')
}

/// Whether a single quote begins a character rather than a lifetime.
fn is_character(text: &[char], at: usize) -> bool {
    text.get(at + 1) == Some(&'\\') || text.get(at + 2) == Some(&'\'')
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn read(text: &str) -> Reading {
        Reading::of(&file("a.rs", text))
    }

    #[test]
    fn comments_are_no_code_and_texts_are_kept_apart() {
        let reading = read("let a = \"x // y\"; // \"z\"\n/* b\n{ */ c('\"', '\\'');");
        assert_eq!(reading.code, ["let a = \"\"; ", "", " c(\"\", \"\");"]);
        assert_eq!(reading.texts[0], (1, "x // y".to_owned()));
    }

    #[test]
    fn raw_texts_end_where_their_marks_do() {
        let reading = read("r#\"a \"quoted\"\n{\"# ; r\"b\"; for");
        assert_eq!(reading.code, ["\"", "\" ; \"\"; for"]);
        assert_eq!(reading.texts[1], (2, "b".to_owned()));
    }

    #[test]
    fn a_lifetime_is_no_text() {
        assert_eq!(read("fn a<'a>(b: &'a str) {}").code, ["fn a<'a>(b: &'a str) {}"]);
    }

    #[test]
    fn typescript_has_three_sorts_of_quotes() {
        let reading = Reading::of(&file("a.ts", "const a = 'b' + `c` + \"d\"; // e"));
        let texts: Vec<&str> = reading.texts.iter().map(|(_, text)| &**text).collect();
        assert_eq!(texts, ["b", "c", "d"]);
    }

    #[test]
    fn unit_tests_are_not_shipped() {
        let reading = read("a\n#[cfg(test)]\nfn helper() {}\n#[cfg(test)]\nmod tests {\nb\n}");
        assert_eq!(reading.tests_from, Some(4));
        assert_eq!(reading.shipped().count(), 3);
    }
}
