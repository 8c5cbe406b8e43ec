//! A typed line cut into tokens: words of an alphabet, single Chinese characters, numbers, symbols.
//!
//! Tokens are folded for comparing (lower case, no accents, half-width) and remember where in the
//! line they stand. Punctuation leaves no token; it numbers the clauses and sentences. No dictionary
//! cuts the Chinese: it would cut names wrongly, and phrases are looked for character by character.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, or letters and digits.
    Word,
    /// One Chinese character.
    Character,
    /// Digits, with the points and dashes between them.
    Number,
    /// Anything else that is printed.
    Symbol,
}

/// A piece of the line.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands, in bytes of the line.
    pub(super) bytes: Range<usize>,
    folded: Range<usize>,
    /// What it is made of.
    pub(super) kind: Kind,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it stands between quotation marks.
    pub(super) quoted: bool,
    /// Whether a colon stands before it in its sentence.
    pub(super) after_colon: bool,
    /// The number of its clause, counted over the whole line.
    pub(super) clause: usize,
    /// The number of its sentence.
    pub(super) sentence: usize,
}

/// A line cut up.
#[derive(Debug)]
pub(super) struct Tokens {
    folded: String,
    /// The tokens, in order.
    pub(super) list: Vec<Token>,
}

impl Tokens {
    /// Cuts up `text`.
    pub(super) fn cut(text: &str) -> Self {
        let tokens = Self { folded: String::with_capacity(text.len()), list: Vec::new() };
        let chars = text.char_indices().peekable();
        let cutter = Cutter {
            text,
            chars,
            tokens,
            clause: 0,
            sentence: 0,
            quoted: false,
            after_colon: false,
        };
        cutter.cut()
    }

    /// A token, folded.
    pub(super) fn text(&self, at: usize) -> &str {
        &self.folded[self.list[at].folded.clone()]
    }

    /// All tokens, folded.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.list.len()).map(|at| self.text(at))
    }
}

/// What English writes together: `she'll` is `she` and `'ll`; but `didn't` is one word.
const ENCLITICS: [&str; 6] = ["'s", "'ll", "'ve", "'re", "'d", "'m"];
/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 9] = ["mr", "mrs", "ms", "dr", "prof", "st", "no", "approx", "vs"];

struct Cutter<'t> {
    text: &'t str,
    chars: Peekable<CharIndices<'t>>,
    tokens: Tokens,
    clause: usize,
    sentence: usize,
    quoted: bool,
    after_colon: bool,
}

impl Cutter<'_> {
    fn cut(mut self) -> Tokens {
        while let Some((at, first)) = self.chars.next() {
            if is_chinese(first) {
                self.push(at, Kind::Character);
            } else if is_digit(first) {
                self.number();
                self.push(at, Kind::Number);
            } else if first.is_alphabetic() || self.begins_enclitic(at, first) {
                self.rest_of_word();
                self.push_word(at);
            } else {
                self.mark(at, first);
            }
        }
        self.tokens
    }

    /// Whether an enclitic stands by itself, as in a phrase of the lexicon.
    fn begins_enclitic(&self, at: usize, first: char) -> bool {
        let letters = |character: &char| character.is_alphabetic() && !is_chinese(*character);
        is_apostrophe(first) && {
            let rest: String = self.text[at..].chars().skip(1).take_while(letters).collect();
            ENCLITICS.contains(&format!("'{}", fold(&rest)).as_str())
        }
    }

    /// Where the next character stands.
    fn here(&mut self) -> usize {
        self.chars.peek().map_or(self.text.len(), |(at, _)| *at)
    }

    /// The character after the next.
    fn after_next(&self) -> Option<char> {
        self.chars.clone().nth(1).map(|(_, character)| character)
    }

    fn rest_of_word(&mut self) {
        while let Some((_, next)) = self.chars.peek().copied() {
            let belongs = (next.is_alphanumeric() && !is_chinese(next)) || is_combining_mark(next);
            let joins = is_apostrophe(next)
                && self
                    .after_next()
                    .is_some_and(|letter| letter.is_alphabetic() && !is_chinese(letter));
            if !belongs && !joins {
                break;
            }
            self.chars.next();
        }
    }

    fn number(&mut self) {
        while let Some((_, next)) = self.chars.peek().copied() {
            let joins = matches!(next, '.' | ',' | ':' | '/' | '-')
                && self.after_next().is_some_and(is_digit);
            if !is_digit(next) && !joins {
                break;
            }
            self.chars.next();
        }
    }

    fn push_word(&mut self, from: usize) {
        let to = self.here();
        let word = &self.text[from..to];
        let apostrophe = word.char_indices().rfind(|(_, character)| is_apostrophe(*character));
        let tail = apostrophe.map(|(at, _)| (from + at, fold(&word[at..])));
        match tail {
            Some((at, tail)) if at > from && ENCLITICS.contains(&tail.as_str()) => {
                self.push_between(from, at, Kind::Word);
                self.push_between(at, to, Kind::Word);
            }
            _ => self.push_between(from, to, Kind::Word),
        }
    }

    fn push(&mut self, from: usize, kind: Kind) {
        let to = self.here();
        self.push_between(from, to, kind);
    }

    fn push_between(&mut self, from: usize, to: usize, kind: Kind) {
        let begin = self.tokens.folded.len();
        let source = &self.text[from..to];
        source.chars().for_each(|character| fold_into(&mut self.tokens.folded, character));
        self.tokens.list.push(Token {
            bytes: from..to,
            folded: begin..self.tokens.folded.len(),
            kind,
            capital: source.chars().next().is_some_and(char::is_uppercase),
            quoted: self.quoted,
            after_colon: self.after_colon,
            clause: self.clause,
            sentence: self.sentence,
        });
    }

    /// Punctuation, or a symbol.
    fn mark(&mut self, at: usize, mark: char) {
        match mark {
            '.' if self.is_inside_a_word() => {}
            '.' | '!' | '?' | ';' | '\n' | '。' | '！' | '？' | '；' | '…' => {
                self.sentence += 1;
                self.clause += 1;
                self.after_colon = false;
            }
            ':' | '：' => {
                self.clause += 1;
                self.after_colon = true;
            }
            ',' | '，' | '、' | '–' | '—' | '(' | ')' | '（' | '）' | '[' | ']' => {
                self.clause += 1;
            }
            '-' if self.text[..at].ends_with(' ') => self.clause += 1,
            '“' | '„' | '«' | '「' | '『' => self.quoted = true,
            '”' | '»' | '」' | '』' => self.quoted = false,
            '"' => self.quoted = !self.quoted,
            '-' | '/' | '·' => {}
            _ if mark.is_whitespace() || mark.is_control() || is_apostrophe(mark) => {}
            _ if is_combining_mark(mark) => {}
            _ => self.push(at, Kind::Symbol),
        }
    }

    /// Whether the full stop just read is one of an abbreviation or of a name like `node.js`.
    fn is_inside_a_word(&mut self) -> bool {
        let runs_on = self.chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let last = self.tokens.list.len().checked_sub(1).map(|last| self.tokens.text(last));
        runs_on || last.is_some_and(|word| ABBREVIATIONS.contains(&word))
    }
}

/// `text` as it is compared.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|character| fold_into(&mut folded, character));
    folded
}

/// Compatibility forms unified, accents dropped, lower case; and the letters that no normal form
/// takes apart as people type them.
fn fold_into(folded: &mut String, character: char) {
    match character {
        _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
        _ if is_chinese(character) => folded.push(character),
        _ if is_apostrophe(character) => folded.push('\''),
        'ł' | 'Ł' => folded.push('l'),
        'ø' | 'Ø' => folded.push('o'),
        'đ' | 'Đ' => folded.push('d'),
        'ı' => folded.push('i'),
        _ => {
            let parts = std::iter::once(character).nfkd().filter(|part| !is_combining_mark(*part));
            folded.extend(parts.flat_map(char::to_lowercase));
        }
    }
}

/// Whether it is a digit, full-width ones included.
fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

pub(super) fn is_chinese(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Jürgen’s PA didn't", &["jurgen", "'s", "pa", "didn't"])]
    #[case("I'll (|'ll)", &["i", "'ll", "|", "'ll"])]
    #[case("follow-up, Łukasz & Q&A", &["follow", "up", "lukasz", "&", "q", "&", "a"])]
    #[case("给王总打电话", &["给", "王", "总", "打", "电", "话"])]
    #[case("IT经理7月12日 2026-07-12.", &["it", "经", "理", "7", "月", "12", "日", "2026-07-12"])]
    #[case("ＳＡＰ １２％", &["sap", "12", "%"])]
    fn a_line_is_cut_and_folded(#[case] line: &str, #[case] expected: &[&str]) {
        let tokens = Tokens::cut(line);
        assert_eq!(tokens.texts().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tokens_know_their_place_in_the_line() {
        let line = "见了Müller，谈价格";
        let tokens = Tokens::cut(line);
        let places: Vec<&str> =
            tokens.list.iter().map(|token| &line[token.bytes.clone()]).collect();
        assert_eq!(places, ["见", "了", "Müller", "谈", "价", "格"]);
    }

    #[rstest]
    #[case("one, two. Three", &[0, 1, 2], &[0, 0, 1])]
    #[case("Mr. Two", &[0, 0], &[0, 0])]
    #[case("一：二。三", &[0, 1, 2], &[0, 0, 1])]
    fn punctuation_counts_clauses_and_sentences(
        #[case] line: &str,
        #[case] clauses: &[usize],
        #[case] sentences: &[usize],
    ) {
        let tokens = Tokens::cut(line).list;
        assert_eq!(tokens.iter().map(|token| token.clause).collect::<Vec<_>>(), clauses);
        assert_eq!(tokens.iter().map(|token| token.sentence).collect::<Vec<_>>(), sentences);
    }

    #[test]
    fn what_stands_in_quotation_marks_is_marked() {
        let tokens = Tokens::cut("said “we must” now").list;
        let quoted: Vec<bool> = tokens.iter().map(|token| token.quoted).collect();
        assert_eq!(quoted, [false, true, true, false]);
    }
}
