//! The directory: under which names, parts of names and titles the people of a deal may be mentioned.

use std::collections::HashMap;

use pinyin::ToPinyin;

use super::automaton::Automaton;
use super::lexicon::Lexicon;
use super::tape::Tape;
use super::tokens::{Kind, Tokens, fold, is_chinese};
use super::{KnownOrganization, KnownPerson, OrganizationSide};

/// Titles of so many letters, all capital, are abbreviations and need no article: CIO.
const LONGEST_ABBREVIATION: usize = 4;
/// Words before a name are at most so many tokens long.
const LONGEST_BEFORE: usize = 3;
/// So many characters tell a competitor from others: 金桥 for 金桥软件.
const SHORT_CHINESE_NAME: usize = 2;

/// Whom or what a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A person, by index.
    Person(usize),
    /// A person who bears this title.
    Bearer(usize),
    /// An organization.
    Organization(OrganizationSide),
}

impl Named {
    /// The person, by index.
    pub(super) fn person(&self) -> Option<usize> {
        match self {
            Named::Person(index) | Named::Bearer(index) => Some(*index),
            Named::Organization(_) => None,
        }
    }
}

/// One way to mention somebody.
#[derive(Debug)]
struct Form {
    tokens: Vec<String>,
    named: Named,
    /// Whether it has to be written as a name, because it is a word as well.
    needs_capital: bool,
    /// Whether an article has to stand before it.
    needs_article: bool,
}

/// All ways to mention the people at hand, as far as the line has a word of them.
pub(super) struct Directory<'a> {
    pub(super) people: &'a [KnownPerson<'a>],
    lexicon: &'static Lexicon,
    /// The words of the line, sorted, and its Chinese characters.
    words: Vec<&'a str>,
    characters: Vec<char>,
    /// By first token.
    forms: HashMap<String, Vec<Form>>,
    /// Chinese family names by their first character: the second, if it has one, and whose it is.
    surnames: HashMap<String, Vec<(Option<char>, usize)>>,
    /// Family names by which people are called Mr or Ms.
    addressed: HashMap<String, Vec<usize>>,
}

impl<'a> Directory<'a> {
    /// The directory of those of `people` and `organizations` whom the line may mention.
    pub(super) fn new(
        tape: &'a Tape<'_>,
        people: &'a [KnownPerson<'a>],
        organizations: &[KnownOrganization<'_>],
    ) -> Self {
        let texts = || tape.tokens.texts().zip(&tape.tokens.list);
        let words = texts().filter(|(_, token)| token.kind != Kind::Character);
        let characters = texts().filter(|(_, token)| token.kind == Kind::Character);
        let mut directory = Self {
            people,
            lexicon: tape.lexicon,
            words: words.map(|(text, _)| text).collect(),
            characters: characters.filter_map(|(text, _)| text.chars().next()).collect(),
            forms: HashMap::new(),
            surnames: HashMap::new(),
            addressed: HashMap::new(),
        };
        directory.words.sort_unstable();
        directory.characters.sort_unstable();
        for (index, person) in people.iter().enumerate() {
            if person.name.chars().all(is_chinese) {
                directory.add_chinese(person.name, index);
            } else if directory.may_be_mentioned(person.name) {
                directory.add_latin(person.name, index);
            }
            match person.title {
                Some(title) if !person.ours && directory.may_be_mentioned(title) => {
                    directory.add_title(title, index);
                }
                _ => {}
            }
        }
        for organization in organizations {
            if directory.may_be_mentioned(organization.name) {
                directory.add_organization(organization);
            }
        }
        directory
    }

    fn has_word(&self, word: &str) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// Whether the line has a word or a character of `name`.
    fn may_be_mentioned(&self, name: &str) -> bool {
        let parts = name.split(|one: char| !one.is_alphanumeric() || is_chinese(one));
        parts.filter(|part| !part.is_empty()).any(|part| self.has_word(&fold(part)))
            || name.chars().any(|one| self.characters.binary_search(&one).is_ok())
    }

    /// The longest names that begin at a token: where they end, and whose they are.
    pub(super) fn longest(&self, tape: &Tape<'_>, at: usize) -> Option<(usize, Vec<Named>)> {
        let forms = self.forms.get(tape.tokens.text(at))?;
        let mut longest: Option<(usize, Vec<Named>)> = None;
        for form in forms.iter().filter(|form| self.lies(form, tape, at)) {
            let end = at + form.tokens.len();
            match &mut longest {
                Some((known, all)) if *known == end => {
                    if !all.contains(&form.named) {
                        all.push(form.named);
                    }
                }
                Some((known, _)) if *known > end => {}
                _ => longest = Some((end, vec![form.named])),
            }
        }
        longest
    }

    /// Whose family name begins at a token: where it ends, and whose it is.
    pub(super) fn surname(&self, tape: &Tape<'_>, at: usize) -> Option<(usize, Vec<usize>)> {
        let all = self.surnames.get(tape.get(at)?)?;
        let next = tape.get(at + 1).and_then(|next| next.chars().next());
        let is_double = all.iter().any(|(second, _)| second.is_some() && *second == next);
        let wanted = next.filter(|_| is_double);
        let whose = all.iter().filter(|(second, _)| *second == wanted).map(|(_, index)| *index);
        let whose: Vec<usize> = whose.collect();
        (!whose.is_empty()).then(|| (at + 1 + usize::from(is_double), whose))
    }

    /// Whom the family name at a token means after `Mr`: where it ends, and whose it is.
    pub(super) fn addressed(&self, tape: &Tape<'_>, at: usize) -> Option<(usize, Vec<usize>)> {
        self.addressed.get(tape.get(at)?).map(|all| (at + 1, all.clone()))
    }

    /// Whether `form` stands at a token, as it has to be written.
    fn lies(&self, form: &Form, tape: &Tape<'_>, at: usize) -> bool {
        let mut tokens = form.tokens.iter().zip(at..);
        let fits = tokens.all(|(word, at)| tape.get(at) == Some(word));
        let words = &self.lexicon.people;
        let is_title = matches!(form.named, Named::Bearer(_));
        fits && (!form.needs_capital || tape.tokens.list[at].capital)
            && (!form.needs_article || stands_before(&words.articles, tape, at))
            && !(is_title && stands_before(&words.own, tape, at))
    }

    fn add(&mut self, tokens: Vec<String>, named: Named) {
        self.add_form(Form { tokens, named, needs_capital: false, needs_article: false });
    }

    fn add_form(&mut self, form: Form) {
        let Some(first) = form.tokens.first() else { return };
        self.forms.entry(first.clone()).or_default().push(form);
    }

    /// 李建国: the whole, 建国, 李 with a title after it, and the same by sound.
    fn add_chinese(&mut self, name: &str, index: usize) {
        let characters: Vec<char> = name.chars().collect();
        let double: String = characters.iter().take(2).collect();
        let is_double =
            characters.len() > 2 && self.lexicon.people.double_surnames.contains(&double);
        let (family, given) = characters.split_at(characters.len().min(1 + usize::from(is_double)));
        if self.may_be_mentioned(name) {
            let tokens = |part: &[char]| part.iter().map(char::to_string).collect();
            if given.len() > 1 {
                self.add(tokens(given), Named::Person(index));
            }
            self.add(tokens(&characters), Named::Person(index));
            if let [first, second @ ..] = family {
                let whose = (second.first().copied(), index);
                self.surnames.entry(first.to_string()).or_default().push(whose);
            }
        }
        if self.words.is_empty() {
            return;
        }
        let (family, given) = (sound(family), sound(given));
        let whole = format!("{family}{given}");
        if !given.is_empty() && [&family, &given, &whole].iter().any(|sound| self.has_word(sound)) {
            self.add(vec![family.clone(), given.clone()], Named::Person(index));
            self.add(vec![given, family.clone()], Named::Person(index));
            self.add(vec![whole], Named::Person(index));
            self.addressed.entry(family).or_default().push(index);
        }
    }

    /// Jürgen van der Berg: the whole, Jürgen, van der Berg, Berg. A name with small words in it is
    /// a description and counts only as a whole.
    fn add_latin(&mut self, name: &str, index: usize) {
        let particles = &self.lexicon.people.particles;
        let is_particle = |part: &str| particles.iter().any(|known| *known == fold(part));
        let is_small = |part: &str| part.chars().next().is_some_and(char::is_lowercase);
        let parts: Vec<&str> = name.split_whitespace().collect();
        let words = |parts: &[&str]| -> Vec<String> {
            Tokens::cut(&parts.join(" ")).texts().map(str::to_owned).collect()
        };
        let mut forms = vec![parts.as_slice()];
        if !parts.iter().any(|part| is_small(part) && !is_particle(part)) {
            let begins =
                |at: usize| at > 0 && is_particle(parts[at]) && !is_particle(parts[at - 1]);
            forms.extend((1..parts.len()).filter(|at| begins(*at)).map(|at| &parts[at..]));
            forms.extend(parts.chunks(1).filter(|part| !is_particle(part[0])));
        }
        for form in forms {
            let tokens = words(form);
            if tokens.iter().map(String::len).sum::<usize>() < 2 {
                continue;
            }
            let is_word = |word: &String| {
                self.lexicon.vocabulary.id(word).is_some()
                    || self.lexicon.people.everyday.contains(word)
            };
            let needs_capital = tokens.len() == 1 && tokens.iter().all(is_word);
            let named = Named::Person(index);
            self.add_form(Form { tokens, named, needs_capital, needs_article: false });
        }
        if let Some(family) = parts.last() {
            self.addressed.entry(fold(family)).or_default().push(index);
        }
    }

    /// What stands before a comma: `CIO, Dresden` is a CIO.
    fn add_title(&mut self, title: &str, index: usize) {
        let title = title.split([',', '，', '(', '（']).next().unwrap_or(title).trim();
        let tokens = Tokens::cut(title);
        let is_abbreviation =
            title.chars().all(char::is_uppercase) && title.chars().count() <= LONGEST_ABBREVIATION;
        let needs_article = tokens.list.len() == 1 && !is_abbreviation;
        let is_one_character =
            tokens.list.iter().all(|token| token.kind == Kind::Character) && tokens.list.len() < 2;
        if !is_one_character {
            let tokens = tokens.texts().map(str::to_owned).collect();
            let named = Named::Bearer(index);
            self.add_form(Form { tokens, named, needs_capital: false, needs_article });
        }
    }

    /// Organizations by their whole name; competitors by its beginning, too, as people say it.
    fn add_organization(&mut self, organization: &KnownOrganization<'_>) {
        let named = Named::Organization(organization.side);
        let cut = Tokens::cut(organization.name);
        let tokens: Vec<String> = cut.texts().map(str::to_owned).collect();
        if organization.side == OrganizationSide::Competitor {
            let chinese = cut.list.first().is_some_and(|token| token.kind == Kind::Character);
            let short = if chinese { SHORT_CHINESE_NAME } else { 1 };
            if tokens.len() > short {
                let beginning = tokens[..short].to_vec();
                let needs_capital = !chinese;
                self.add_form(Form {
                    tokens: beginning,
                    named,
                    needs_capital,
                    needs_article: false,
                });
            }
        }
        self.add(tokens, named);
    }
}

/// Whether one of `words` ends right before a token.
pub(super) fn stands_before(words: &Automaton<()>, tape: &Tape<'_>, at: usize) -> bool {
    let mut starts = at.saturating_sub(LONGEST_BEFORE)..at;
    starts.any(|from| words.longest(tape, from).is_some_and(|(end, ..)| end == at))
}

/// How characters sound, without tones.
fn sound(characters: &[char]) -> String {
    let sounds = characters.iter().filter_map(ToPinyin::to_pinyin);
    sounds.map(pinyin::Pinyin::plain).collect()
}
