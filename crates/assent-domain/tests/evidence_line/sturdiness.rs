//! Whatever is typed: nothing panics, every draft can be stored, every chip can be taken out.

use assent_domain::evidence::check;
use assent_domain::evidence_line::{ChipId, ChipKind, Draft, Missing, read_line};
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::{MODEL, all_lines, context, people, read, today};

/// What holds of every draft.
fn holds(text: &str, draft: &Draft) -> Result<(), TestCaseError> {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    for chip in &draft.chips {
        let words = text.get(chip.span.bytes.clone()).map(str::to_owned);
        let units = utf16.get(chip.span.utf16.clone()).map(String::from_utf16);
        prop_assert_eq!(words, units.and_then(Result::ok));
    }
    let mut ids: Vec<&str> = draft.chips.iter().map(|chip| chip.id.as_str()).collect();
    ids.sort_unstable();
    prop_assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", ids);
    let complete = draft.missing.iter().all(|missing| *missing == Missing::Author);
    match &draft.interaction {
        Some(facts) => {
            prop_assert_eq!(check(&MODEL, facts), Ok(()));
            prop_assert!(facts.at.date() <= today().date());
            prop_assert!(!facts.participants.is_empty());
        }
        None => prop_assert!(!complete, "{:?}", draft.missing),
    }
    for promise in &draft.commitments {
        prop_assert!(promise.by_id != promise.to_id);
        prop_assert!(promise.due.is_none_or(|due| due >= today()));
    }
    Ok(())
}

/// Bits of lines, in any order.
fn bits() -> impl Strategy<Value = String> {
    let bits: Vec<String> = all_lines()
        .iter()
        .flat_map(|line| {
            line.text.split_inclusive([' ', '，', ',', '。']).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    prop::collection::vec(select(bits), 0..20).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn any_text_gives_a_draft(text in "\\PC{0,200}") {
        holds(&text, &read_line(&context(&people(), Some("tom")), &text, &[]))?;
    }

    #[test]
    fn any_characters_give_a_draft(text in prop::collection::vec(any::<char>(), 0..80)) {
        let text: String = text.into_iter().collect();
        holds(&text, &read_line(&context(&people(), None), &text, &[]))?;
    }

    #[test]
    fn bits_of_lines_in_any_order_give_a_draft(text in bits()) {
        holds(&text, &read_line(&context(&people(), Some("li")), &text, &[]))?;
    }
}

#[test]
fn every_chip_of_every_line_can_be_taken_out() {
    for line in all_lines() {
        let whole = read(&line);
        for chip in &whole.chips {
            let everybody = people();
            let context = context(&everybody, line.focus.as_deref());
            let less = read_line(&context, &line.text, std::slice::from_ref(&chip.id));
            holds(&line.text, &less).unwrap();
            assert!(
                less.chips.iter().all(|other| other.id != chip.id),
                "{}: {}",
                line.text,
                chip.id
            );
            // Without a person the line is read anew; without anything else the rest stays.
            if chip.value.kind() != ChipKind::Person {
                let left = |id: &ChipId| less.chips.iter().any(|other| other.id == *id);
                let rest = whole.chips.iter().filter(|other| other.id != chip.id);
                assert!(rest.clone().all(|other| left(&other.id)), "{}: {}", line.text, chip.id);
            }
        }
    }
}

#[test]
fn a_line_is_always_read_alike() {
    for line in all_lines() {
        assert_eq!(read(&line), read(&line));
    }
}

#[test]
fn a_text_longer_than_a_note_is_not_read() {
    let text = "王".repeat(20_001);
    let draft = read_line(&context(&people(), Some("tom")), &text, &[]);
    assert_eq!((draft.chips.len(), draft.missing), (0, vec![Missing::Words]));
}
