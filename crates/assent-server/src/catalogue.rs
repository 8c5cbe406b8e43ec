//! The words of both languages, for what the program writes itself: mails. The web app reads the same
//! catalogues.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use assent_domain::user::Language;

type Catalogue = BTreeMap<String, String>;

/// A test reads both, so they are there.
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../locales/en.json")).unwrap_or_default()
});
static CHINESE: LazyLock<Catalogue> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../locales/zh-CN.json")).unwrap_or_default()
});

/// The words under a key, with values for the names in braces. A key that is not there is said as it
/// stands.
pub(crate) fn say(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let catalogue = match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    };
    let words = catalogue.get(key).map_or(key, String::as_str);
    let fill =
        |words: String, (name, value): &(&str, &str)| words.replace(&format!("{{{name}}}"), value);
    values.iter().fold(words.to_owned(), fill)
}

/// The same for a number of things: `key_one` for one, where a language tells one from many, and else
/// `key_other`.
pub(crate) fn say_count(language: Language, key: &str, count: usize) -> String {
    let one = language == Language::English && count == 1;
    let key = format!("{key}_{}", if one { "one" } else { "other" });
    say(language, &key, &[("count", &count.to_string())])
}

#[cfg(test)]
mod tests {
    use assent_domain::control::AlarmKind;

    use super::*;

    #[test]
    fn both_languages_can_name_every_alarm() {
        for language in [Language::English, Language::Chinese] {
            for kind in AlarmKind::ALL {
                let key = format!("alarm.{kind}.title");
                let said = say(language, &key, &[("person", "Dana")]);
                assert!(said != key && !said.contains('{'), "{language}: {said}");
            }
            assert_ne!(say_count(language, "server.digest.subject", 1), "digest.subject_one");
            assert!(say_count(language, "server.digest.subject", 3).contains('3'));
        }
    }
}
