//! Invented contacts in the numbers a large sales organization has.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

const GIVEN: [&str; 24] = [
    "Anna", "Bela", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana", "Kai", "Lena",
    "Milo", "Nora", "Otto", "Pia", "Quin", "Rosa", "Sven", "Tess", "Ugo", "Vera", "Wim", "Zoe",
];
const SYLLABLES: [&str; 20] = [
    "bar", "den", "fel", "gor", "hal", "jor", "kel", "lam", "mor", "nel", "par", "quen", "ros",
    "sel", "tor", "ul", "ver", "win", "yar", "zan",
];
const SURNAMES: [&str; 16] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
];
const CHARACTERS: [&str; 20] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
    "超", "霞", "平", "刚",
];
const TITLES: [&str; 8] = [
    "Buyer",
    "Plant manager",
    "Head of IT",
    "Controller",
    "采购经理",
    "总经理",
    "Engineer",
    "质量主管",
];

/// An invented contact.
pub(crate) struct Contact {
    pub(crate) name: String,
    /// What a user would type to find them.
    pub(crate) typed: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) title: &'static str,
    pub(crate) organization: String,
}

/// The same contacts every time: a third of them Chinese.
pub(crate) fn contacts(count: usize) -> Vec<Contact> {
    let mut dice = StdRng::seed_from_u64(7);
    (0..count).map(|number| contact(&mut dice, number)).collect()
}

fn contact(dice: &mut StdRng, number: usize) -> Contact {
    let (name, typed) = if number.is_multiple_of(3) { chinese(dice) } else { latin(dice) };
    Contact {
        name,
        typed,
        email: format!("c{number}@example.com"),
        phone: format!("+49 30 {number:07}"),
        title: TITLES.choose(dice).unwrap_or(&"Buyer"),
        organization: format!("House {}", dice.random_range(0..4_000)),
    }
}

fn latin(dice: &mut StdRng) -> (String, String) {
    let mut part = || *SYLLABLES.choose(dice).unwrap_or(&"bar");
    let (first, second, third) = (part(), part(), part());
    let mut letters = first.chars();
    let capital = letters.next().map(|letter| letter.to_ascii_uppercase()).unwrap_or('B');
    let family = format!("{capital}{}{second}{third}", letters.as_str());
    let given = GIVEN.choose(dice).unwrap_or(&"Anna");
    (format!("{given} {family}"), family)
}

fn chinese(dice: &mut StdRng) -> (String, String) {
    let surname = SURNAMES.choose(dice).unwrap_or(&"王");
    let mut part = || *CHARACTERS.choose(dice).unwrap_or(&"伟");
    let name = format!("{surname}{}{}", part(), part());
    (name.clone(), name)
}
