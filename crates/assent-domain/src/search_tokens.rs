//! What a text is found by, for both databases alike.
//!
//! Latin words are found by their beginning, with or without accents. Chinese is cut into pairs of
//! neighbouring characters, because a dictionary cuts names wrongly and an index over three
//! characters cannot see 王芳; the last character stands alone as well, so that any single one is
//! found. Names are also found by their pinyin: 王芳 by `wangfang`, `fang` and `wf`.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer runs of Chinese are prose, not names: nobody looks them up by pinyin.
const LONGEST_NAME: usize = 12;

/// The tokens under which a name is indexed: words, pairs of characters, and pinyin.
#[must_use]
pub fn of_name(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => tokens.push(word),
            Run::Chinese(characters) => {
                pairs(&characters, &mut tokens);
                if characters.len() <= LONGEST_NAME {
                    pinyin(&characters, &mut tokens);
                }
            }
        }
    }
    unique(tokens)
}

/// The tokens under which prose is indexed: words and pairs of characters, at most `most` of them.
#[must_use]
pub fn of_prose(text: &str, most: usize) -> Vec<String> {
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => tokens.push(word),
            Run::Chinese(characters) => pairs(&characters, &mut tokens),
        }
        if tokens.len() >= most {
            tokens.truncate(most);
            break;
        }
    }
    unique(tokens)
}

/// A condition of a search: all of them must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A token that begins like this.
    Prefix(String),
    /// Exactly this token.
    Exact(String),
}

/// The conditions under which a typed query finds a text.
#[must_use]
pub fn of_query(text: &str) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => wanted.push(Wanted::Prefix(word)),
            Run::Chinese(characters) if characters.len() == 1 => {
                wanted.push(Wanted::Prefix(characters.iter().collect()));
            }
            Run::Chinese(characters) => {
                wanted
                    .extend(characters.windows(2).map(|pair| Wanted::Exact(pair.iter().collect())));
            }
        }
    }
    wanted
}

/// What a name is sorted by: pinyin for Chinese, unaccented lower case for Latin, so that 王芳 stands
/// among the W.
#[must_use]
pub fn sort_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in folded(name) {
        match character.to_pinyin() {
            Some(sound) => out.push_str(sound.plain()),
            None => out.push(character),
        }
    }
    out
}

enum Run {
    Word(String),
    Chinese(Vec<char>),
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut joined = false;
    for character in folded(text) {
        let chinese = is_chinese(character);
        match runs.last_mut() {
            Some(Run::Chinese(run)) if joined && chinese => run.push(character),
            Some(Run::Word(run)) if joined && !chinese && character.is_alphanumeric() => {
                run.push(character);
            }
            _ if chinese => runs.push(Run::Chinese(vec![character])),
            _ if character.is_alphanumeric() => runs.push(Run::Word(character.into())),
            _ => {}
        }
        joined = chinese || character.is_alphanumeric();
    }
    runs
}

/// Compatibility forms unified (full-width letters too), accents dropped, lower case.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase)
}

fn is_chinese(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

fn pairs(characters: &[char], tokens: &mut Vec<String>) {
    tokens.extend(characters.windows(2).map(|pair| pair.iter().collect()));
    tokens.extend(characters.last().map(char::to_string));
}

/// The sounds of a name from each of its characters on, and its initials.
fn pinyin(characters: &[char], tokens: &mut Vec<String>) {
    let sounds: Vec<&str> = characters
        .iter()
        .filter_map(pinyin::ToPinyin::to_pinyin)
        .map(pinyin::Pinyin::plain)
        .collect();
    tokens.extend((0..sounds.len()).map(|from| sounds[from..].concat()));
    tokens.push(sounds.iter().filter_map(|sound| sound.chars().next()).collect());
}

fn unique(mut tokens: Vec<String>) -> Vec<String> {
    tokens.retain(|token| !token.is_empty());
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn finds(query: &str, name: &str) -> bool {
        let tokens = of_name(name);
        let wanted = of_query(query);
        !wanted.is_empty()
            && wanted.iter().all(|wanted| match wanted {
                Wanted::Prefix(start) => tokens.iter().any(|token| token.starts_with(start)),
                Wanted::Exact(whole) => tokens.contains(whole),
            })
    }

    #[rstest]
    #[case("王", "王芳")]
    #[case("芳", "王芳")]
    #[case("王芳", "王芳")]
    #[case("wangfang", "王芳")]
    #[case("wang fang", "王芳")]
    #[case("wf", "王芳")]
    #[case("fang", "王芳")]
    #[case("中国", "海尔（中国）有限公司")]
    #[case("gao", "高维信诚")]
    #[case("维信", "高维信诚")]
    #[case("dana whit", "Dana Whitfield")]
    #[case("muller", "Jürgen Müller")]
    #[case("ｗａｎｇ", "Wang & Söhne")]
    #[case("sohne", "Wang & Söhne")]
    fn a_name_is_found_by_what_people_type(#[case] query: &str, #[case] name: &str) {
        assert!(finds(query, name), "{query} → {name}: {:?}", of_name(name));
    }

    #[rstest]
    #[case("芳王", "王芳")]
    #[case("李", "王芳")]
    #[case("field", "Dana Whitfield")]
    #[case("", "王芳")]
    fn a_name_is_not_found_by_something_else(#[case] query: &str, #[case] name: &str) {
        assert!(!finds(query, name));
    }

    #[test]
    fn chinese_names_sort_among_the_latin_ones() {
        let mut names = ["Zeiss", "王芳", "Åland", "Weber", "安徽"];
        names.sort_by_key(|name| sort_name(name));
        assert_eq!(names, ["Åland", "安徽", "王芳", "Weber", "Zeiss"]);
    }

    #[test]
    fn prose_is_cut_off_at_its_limit() {
        assert_eq!(of_prose(&"alpha beta ".repeat(1000), 50).len(), 2);
        assert!(of_prose(&"一二三四五".repeat(1000), 50).len() <= 50);
    }
}
