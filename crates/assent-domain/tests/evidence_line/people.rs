//! People: how they are mentioned, and who is meant when that is not clear.

use assent_domain::evidence_line::{ChipKind, ChipValue, Context, Draft, Missing, read_line};
use rstest::rstest;

use crate::given::{context, draft, draft_on, people, person, short};

/// Everybody proposed, with a question mark where it is not certain.
fn proposed(draft: &Draft) -> Vec<String> {
    let named = draft.chips.iter().filter_map(|chip| match chip.value {
        ChipValue::Person(id) => Some((id, chip.certain)),
        _ => None,
    });
    named.map(|(id, certain)| format!("{}{}", short(id), if certain { "" } else { "?" })).collect()
}

#[rstest]
#[case("Met Jürgen Müller", "jurgen")]
#[case("met jurgen", "jurgen")]
#[case("met MULLER", "jurgen")]
#[case("Met Mr. Müller", "jurgen")]
#[case("Met van der Meer", "ana")]
#[case("Met the CIO", "mara")]
#[case("met their planner", "ana")]
#[case("Met the IT manager", "tom")]
#[case("Met Ms Brandt", "elena")]
#[case("Met Will", "will")]
#[case("拜访王芳", "fang")]
#[case("拜访建国", "wang")]
#[case("拜访李经理", "li")]
#[case("拜访张工", "zhang")]
#[case("拜访王总", "wang")]
#[case("拜访王经理", "fang")]
#[case("拜访欧阳部长", "ouyang")]
#[case("拜访小李", "li")]
#[case("拜访IT经理", "fang")]
#[case("拜访刘洋女士", "liu")]
#[case("Met Wang Jianguo", "wang")]
#[case("met chen xiaodong", "chen")]
fn people_are_recognised(#[case] line: &str, #[case] who: &str) {
    assert_eq!(proposed(&draft(line)), [who]);
}

#[rstest]
#[case::a_word_is_no_name("She will meet the board", None, &[])]
#[case::part_of_a_word("Met Annabel", None, &[])]
#[case::no_title_of_ours("我们总经理很忙", None, &[])]
#[case::a_character_of_a_word("陈列品要更新", None, &[])]
#[case::another_word_begins("提高工作效率", None, &[])]
fn what_looks_like_a_name_is_none(
    #[case] line: &str,
    #[case] focus: Option<&str>,
    #[case] who: &[&str],
) {
    assert_eq!(proposed(&draft_on(line, focus, &[])), who);
}

#[rstest]
#[case::nobody_named("no answer", Some("tom"), "tom")]
#[case::a_pronoun("called him, no answer", Some("tom"), "tom")]
#[case::the_customer("客户没接电话", Some("liu"), "liu")]
#[case::the_house("Harrow Steel called", Some("tom"), "tom")]
#[case::last_mentioned("Met Mara, she is worried", None, "mara")]
#[case::an_unknown_name("Called Bob, no answer", Some("tom"), "tom?")]
#[case::an_unknown_person("周总没接电话", Some("liu"), "liu?")]
fn whom_a_line_means(#[case] line: &str, #[case] focus: Option<&str>, #[case] who: &str) {
    assert_eq!(proposed(&draft_on(line, focus, &[])), [who]);
}

#[test]
fn he_is_not_who_says_so_where_somebody_elses_page_is_open() {
    let draft = draft_on("Tom says he is worried", Some("jurgen"), &[]);
    let facts = draft.interaction.unwrap();
    assert_eq!(short(facts.signs[0].person_id), "jurgen");
}

#[test]
fn of_two_with_one_name_the_open_page_is_meant_and_it_is_not_certain() {
    assert_eq!(proposed(&draft("跟老王通了电话")), ["wang?"]);
    assert_eq!(proposed(&draft_on("跟老王通了电话", Some("fang"), &[])), ["fang?"]);
}

#[test]
fn taking_out_one_of_two_means_the_other() {
    let wrong = format!("person:{}:0", person("wang"));
    assert_eq!(proposed(&draft_on("跟老王通了电话", None, &[&wrong])), ["fang"]);
}

#[test]
fn a_list_is_everybody_in_it() {
    assert_eq!(proposed(&draft("Met Mara, Tom and Ana")), ["mara", "tom", "ana"]);
    assert_eq!(proposed(&draft("拜访王总、李敏和张工")), ["wang", "li", "zhang"]);
}

#[test]
fn between_quotation_marks_we_are_they() {
    let draft = draft("Tom: “we must keep our own planning”");
    let facts = draft.interaction.unwrap();
    assert_eq!((short(facts.signs[0].person_id).as_str(), facts.signs.len()), ("tom", 1));
}

#[test]
fn what_we_feel_is_no_sign_of_theirs() {
    let facts = draft("Met Mara. I am worried about the price").interaction.unwrap();
    assert!(facts.signs.is_empty(), "{:?}", facts.signs);
}

#[test]
fn nobody_at_all_is_missed() {
    let draft = draft("no answer");
    assert_eq!((draft.interaction, draft.missing), (None, vec![Missing::Person]));
    assert!(draft.chips.iter().any(|chip| chip.value.kind() == ChipKind::Reply));
}

#[test]
fn the_only_one_there_is_is_proposed_but_not_certain() {
    let everybody = people();
    let context = Context { people: &everybody[..1], ..context(&[], None) };
    assert_eq!(proposed(&read_line(&context, "no answer", &[])), ["mara?"]);
}

#[test]
fn a_promise_needs_one_of_ours() {
    let everybody = people();
    let context = Context { author: None, ..context(&everybody, None) };
    let draft = read_line(&context, "I promised Mara a plan by Friday", &[]);
    assert_eq!((draft.commitments.len(), draft.missing), (0, vec![Missing::Author]));
    assert!(draft.interaction.is_some());
    let draft = read_line(&context, "Jens promised Mara a plan by Friday", &[]);
    assert_eq!(short(draft.commitments[0].by_id), "jens");
}
