//! Chips: where they stand, which way they point, and what is left when one is taken out.

use assent_domain::evidence_line::{Chip, ChipKind, Draft, Missing, Toward};
use assent_domain::interaction::Source;
use rstest::rstest;

use crate::given::{draft, draft_on, person, short};

fn chip<'a>(draft: &'a Draft, id: &str) -> &'a Chip {
    let found = draft.chips.iter().find(|chip| chip.id.as_str() == id);
    found.unwrap_or_else(|| panic!("{id} is not among {:?}", ids(draft)))
}

fn ids(draft: &Draft) -> Vec<&str> {
    draft.chips.iter().map(|chip| chip.id.as_str()).collect()
}

fn signs(draft: &Draft) -> Vec<String> {
    let signs = &draft.interaction.as_ref().unwrap().signs;
    signs.iter().map(|sign| format!("{} {}", short(sign.person_id), sign.kind)).collect()
}

#[test]
fn chips_come_in_the_order_of_the_line() {
    let draft = draft("Yesterday I met Mara, she must have it by autumn and fears the change");
    let mara = format!("person:{}:0", person("mara"));
    let expected = [
        "date:2026-06-23:0",
        "action:meeting:0",
        "reply:held:0",
        mara.as_str(),
        "sign:stated_criterion:0",
        "benefit:0",
        "sign:objection_risk:0",
    ];
    assert_eq!(ids(&draft), expected);
}

#[rstest]
#[case("Tom must have single sign-on and is worried", "have single sign-on")]
#[case("Tom must have it offline, and soon", "have it offline")]
#[case("王总最看重交期，担心风险", "交期")]
fn a_benefit_ends_where_the_next_thing_begins(#[case] line: &str, #[case] benefit: &str) {
    assert_eq!(chip(&draft(line), "benefit:0").value.word(), benefit);
}

#[rstest]
#[case("Elena says it is too expensive", "sign:objection_price:0", "too expensive")]
#[case("陈总说价格太高", "sign:objection_price:0", "价格太高")]
#[case("🙂🙂 Mara 说价格太高", "sign:objection_price:0", "价格太高")]
#[case(
    "Met Müller’s boss, he signed the contract",
    "sign:contract_signed:0",
    "signed the contract"
)]
fn a_span_points_at_the_words(#[case] line: &str, #[case] id: &str, #[case] words: &str) {
    let draft = draft(line);
    let span = &chip(&draft, id).span;
    assert_eq!(&line[span.bytes.clone()], words);
    let units: Vec<u16> = line.encode_utf16().collect();
    assert_eq!(String::from_utf16(&units[span.utf16.clone()]).unwrap(), words);
}

#[rstest]
#[case("Mara rang", "sign:inbound_call:0", Toward::Toward)]
#[case("Mara told us to stop", "sign:told_us_to_stop:0", Toward::Away)]
#[case("Called Mara, no answer", "reply:no_answer:0", Toward::Away)]
#[case("Mara finds it too expensive", "sign:objection_price:0", Toward::Neutral)]
#[case("Called Mara, no answer", "action:call:0", Toward::Neutral)]
#[case("Mara promised to help", "their_promise:0", Toward::Toward)]
#[case("I promised Mara a plan", "our_promise:0", Toward::Neutral)]
fn a_chip_points_the_way_the_model_would_move(
    #[case] line: &str,
    #[case] id: &str,
    #[case] toward: Toward,
) {
    assert_eq!(chip(&draft(line), id).toward, toward);
}

#[rstest]
#[case("Elena finds it too expensive", "sign:objection_price:0", true)]
#[case("Perhaps Elena finds it too expensive", "sign:objection_price:0", false)]
#[case("Elena: Nordsoft is cheaper", "sign:objection_price:0", true)]
#[case("Mara wants the plan by Friday", "our_promise:0", false)]
#[case("I will send Mara the plan by Friday", "our_promise:0", true)]
#[case("Met Mara", "reply:held:0", true)]
#[case("Lunch with Mara", "reply:held:0", false)]
fn what_is_only_hinted_at_is_not_certain(
    #[case] line: &str,
    #[case] id: &str,
    #[case] certain: bool,
) {
    assert_eq!(chip(&draft(line), id).certain, certain);
}

#[rstest]
#[case::named("Mara prefers Oldsoft", "sign:competitor_preference:0", Some(false))]
#[case::known("Mara prefers Nordsoft", "sign:competitor_preference:0", Some(true))]
#[case::hinted_at("Mara, an offer from Oldsoft", "sign:competitor_preference:0", None)]
#[case::hinted_at_and_known(
    "Mara, an offer from Nordsoft",
    "sign:competitor_preference:0",
    Some(false)
)]
fn a_name_that_nobody_knows_may_be_a_competitor(
    #[case] line: &str,
    #[case] id: &str,
    #[case] certain: Option<bool>,
) {
    let draft = draft(line);
    let sign = draft.chips.iter().find(|chip| chip.id.as_str() == id);
    assert_eq!(sign.map(|sign| sign.certain), certain);
}

#[test]
fn ids_stay_while_the_line_grows_and_other_chips_go() {
    let short = draft("Met Tom, he must have single sign-on");
    let long = draft("Met Tom, he must have single sign-on, must run offline and is worried");
    assert!(ids(&short).iter().all(|id| ids(&long).contains(id)));
    let line = "Met Tom, he must have single sign-on, must run offline and is worried";
    let less = draft_on(line, None, &["sign:stated_criterion:0"]);
    assert!(ids(&less).contains(&"sign:stated_criterion:1"));
    assert!(!ids(&less).contains(&"sign:stated_criterion:0"));
}

#[test]
fn without_a_sign_the_rest_is_recorded() {
    let line = "Met Mara, she is worried and finds it too expensive";
    let draft = draft_on(line, None, &["sign:objection_price:0"]);
    assert_eq!(signs(&draft), ["mara objection_risk"]);
}

#[test]
fn without_the_deed_it_is_a_remark() {
    let draft = draft_on("Met Mara, she is worried", None, &["action:meeting:0"]);
    let facts = draft.interaction.unwrap();
    assert_eq!((facts.kind.as_str(), facts.direction, facts.result), ("remark", None, None));
    assert_eq!(facts.signs.len(), 1);
}

#[test]
fn without_the_answer_a_call_cannot_be_recorded_but_a_mail_can() {
    let call = draft_on("Called Mara, no answer", None, &["reply:no_answer:0"]);
    assert_eq!((call.interaction, call.missing), (None, vec![Missing::Reply]));
    let mail = draft_on("Tom replied to my mail", None, &["reply:answered:0"]);
    assert_eq!(mail.interaction.unwrap().result, None);
}

#[test]
fn without_the_day_it_was_now() {
    let draft = draft_on("Met Mara yesterday", None, &["date:2026-06-23:0"]);
    assert_eq!(draft.interaction.unwrap().at.to_string(), "2026-06-24T15:00:00Z");
}

#[test]
fn without_the_source_it_is_a_note_of_ours() {
    let line = "Heard that Mara prefers Nordsoft";
    let draft = draft_on(line, None, &["source:third_party:0"]);
    assert_eq!(draft.interaction.unwrap().source, Source::SellerNote);
}

#[test]
fn without_a_promise_of_theirs_its_sign_goes_too() {
    let line = "Tom promised to test it by Friday";
    assert_eq!(signs(&draft(line)), ["tom promised_us"]);
    let draft = draft_on(line, None, &["their_promise:0"]);
    assert!(signs(&draft).is_empty());
    assert!(draft.commitments.is_empty());
}

#[test]
fn without_the_benefit_the_sign_stays() {
    let line = "Ana needs one close for all plants";
    let benefit = |draft: &Draft| draft.interaction.as_ref().unwrap().signs[0].benefit.clone();
    let whole = draft(line);
    assert_eq!(benefit(&whole).unwrap().as_str(), "one close for all plants");
    assert!(!chip(&whole, "benefit:0").certain);
    assert_eq!(benefit(&draft_on(line, None, &["benefit:0"])), None);
}

#[test]
fn the_whole_line_becomes_the_words() {
    let line = "Met Mara, “too expensive”, 下周再谈";
    let facts = draft(line).interaction.unwrap();
    assert_eq!(facts.words.unwrap().as_str(), line);
}

#[test]
fn what_follows_from_a_sign_of_theirs_is_answered() {
    let draft = draft("Called Tom, he wants a quote");
    let reply = chip(&draft, "reply:answered:0");
    assert!(!reply.certain);
    assert_eq!(reply.value.kind(), ChipKind::Reply);
}

#[rstest]
#[case("")]
#[case(" \n ")]
fn an_empty_line_misses_its_words(#[case] line: &str) {
    let draft = draft(line);
    assert_eq!((draft.interaction, draft.missing), (None, vec![Missing::Words]));
}
