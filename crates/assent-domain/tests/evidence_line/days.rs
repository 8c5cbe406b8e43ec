//! Days: what happened lies behind, what is due lies ahead. It is Wednesday, 24 June 2026.

use assent_domain::time::Day;
use rstest::rstest;

use crate::given::{draft, today};

#[rstest]
#[case("today", "2026-06-24")]
#[case("yesterday", "2026-06-23")]
#[case("the day before yesterday", "2026-06-22")]
#[case("on Friday", "2026-06-19")]
#[case("on Wednesday", "2026-06-17")]
#[case("last Monday", "2026-06-15")]
#[case("three days ago", "2026-06-21")]
#[case("two weeks ago", "2026-06-10")]
#[case("on 12 June", "2026-06-12")]
#[case("on 3 December", "2025-12-03")]
#[case("on June 3rd", "2026-06-03")]
#[case("on 12 June 2025", "2025-06-12")]
#[case("on 12.6.", "2026-06-12")]
#[case("on 12.6.2025", "2025-06-12")]
#[case("on 2026-06-01", "2026-06-01")]
#[case("on 6/22", "2026-06-22")]
#[case("on 22/6/2026", "2026-06-22")]
#[case("on the 5th", "2026-06-05")]
#[case("昨天", "2026-06-23")]
#[case("前天", "2026-06-22")]
#[case("上周五", "2026-06-19")]
#[case("周一", "2026-06-22")]
#[case("这周一", "2026-06-22")]
#[case("三天前", "2026-06-21")]
#[case("6月3日", "2026-06-03")]
#[case("2025年12月3号", "2025-12-03")]
#[case("五号", "2026-06-05")]
fn what_happened_was_on(#[case] written: &str, #[case] day: &str) {
    let facts = draft(&format!("Met Mara {written}")).interaction.unwrap();
    assert_eq!(Day::from(facts.at.date()).to_string(), day);
}

#[rstest]
#[case("today", "2026-06-24")]
#[case("tomorrow", "2026-06-25")]
#[case("Friday", "2026-06-26")]
#[case("Wednesday", "2026-07-01")]
#[case("next Tuesday", "2026-06-30")]
#[case("12 July", "2026-07-12")]
#[case("3 March", "2027-03-03")]
#[case("12.7.", "2026-07-12")]
#[case("7/12", "2026-07-12")]
#[case("2026-07-12", "2026-07-12")]
#[case("the end of the month", "2026-06-30")]
#[case("next week", "2026-07-03")]
#[case("the end of next month", "2026-07-31")]
#[case("the end of the quarter", "2026-06-30")]
#[case("year end", "2026-12-31")]
#[case("本周五", "2026-06-26")]
#[case("下周三", "2026-07-01")]
#[case("后天", "2026-06-26")]
#[case("7月12日", "2026-07-12")]
#[case("月底", "2026-06-30")]
#[case("下周", "2026-07-03")]
#[case("年底", "2026-12-31")]
#[case("十二号", "2026-07-12")]
fn what_is_promised_is_due(#[case] written: &str, #[case] day: &str) {
    let draft = draft(&format!("I will send Mara the plan by {written}"));
    assert_eq!(draft.commitments[0].due.map(|due| due.to_string()).as_deref(), Some(day));
}

#[rstest]
#[case("我答应王芳三天后发方案", "2026-06-27")]
#[case("我答应王芳两周内发方案", "2026-07-08")]
#[case("I promised Tom the plan in three days", "2026-06-27")]
#[case("I promised Tom the plan within two weeks", "2026-07-08")]
fn what_is_promised_is_due_so_long_from_now(#[case] line: &str, #[case] day: &str) {
    assert_eq!(draft(line).commitments[0].due.map(|due| due.to_string()).as_deref(), Some(day));
}

#[rstest]
#[case::to_come("Met Mara 2026-12-01")]
#[case::a_deadline("Met Mara, quote is due by Friday")]
#[case::the_beginning_of_something_else("Met Mara, usage is up since Monday")]
#[case::asked_for("Mara called, wants to meet on Friday")]
#[case::promised("Met Mara, she will decide on Friday")]
#[case::no_date("Met Mara about 24/7 support")]
#[case::a_version("Met Mara about release 12.6")]
fn some_days_are_not_the_day_of_it(#[case] line: &str) {
    let draft = draft(line);
    assert_eq!(Day::from(draft.interaction.unwrap().at.date()), today());
}

#[rstest]
#[case("Meeting with Mara tomorrow")]
#[case("Demo for Mara next Tuesday")]
#[case("下周三给王总做演示")]
#[case("Mara is going to sign the contract next week")]
#[case("准备给王总打电话")]
fn what_is_planned_has_not_happened(#[case] line: &str) {
    let facts = draft(line).interaction.unwrap();
    assert_eq!((facts.kind.as_str(), facts.at.date()), ("remark", today().date()));
    assert!(facts.signs.iter().all(|sign| sign.kind.as_str() == "promised_us"), "{facts:?}");
}
