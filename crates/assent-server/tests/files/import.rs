//! Importing: rows become records, once.

use assent_domain::permission::Sight;
use assent_domain::time::Day;
use assent_store::{beliefs, organizations, people, search, users};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

use crate::given::{
    deal, files, import, import_texts, journal_lines, organization, person, rejected, sums,
};

/// A small house's files, with Chinese columns, dates and amounts in ten thousands.
const MAPPING: &str = r#"
name = "yunting"
utc_offset = "+08:00"

[[record]]
type = "organization"
key = "house"
name = "灯鱼仪器"
ours = true

[[file]]
name = "客户*.csv"

[[file.record]]
type = "organization"
key = "客户:{客户名称}"
name = "{客户名称}"
city = "{城市}"
customer_since = { value = "{首单日期}", format = "YYYY年M月D日" }
competitor = { value = "{竞争对手}", map = { "是" = true, "否" = false } }
parent = "客户:{上级单位}"

[[file]]
name = "销售.csv"

[[file.record]]
type = "team"
name = "{大区}"

[[file.record]]
type = "person"
key = "人:{姓名}"
name = "{姓名}"
organization = "house"

[[file.record]]
type = "user"
person = "人:{姓名}"
role = { value = "{岗位}", map = { "经理" = "manager", "销售" = "rep" } }
scope = { value = "{岗位}", map = { "经理" = "team", "销售" = "own" } }
team = "{大区}"

[[file]]
name = "商机.csv"

[[file.record]]
type = "opportunity"
key = "商机:{编号}"
name = "{客户} {产品}"
organization = { value = "客户:{客户}", required = true }
owner = "人:{销售}"
date = { value = "{立项日期}", format = "DD/MM/YYYY", or = "2026-01-01" }
stage = { value = "{阶段}", map = { "初访" = "contact", "报价" = "quote" } }
amount = { value = "{金额（万元）}", currency = "CNY", times = 10000 }

[[file.record]]
type = "closure"
when = { "结果" = ["赢单", "丢单"] }
opportunity = "商机:{编号}"
outcome = { value = "{结果}", map = { "赢单" = "won", "丢单" = "lost" } }
date = { value = "{结案时间}", format = "YYYY-MM-DD hh:mm" }
"#;

const CUSTOMERS: &str = "\
客户名称,城市,首单日期,竞争对手,上级单位
云汀纸业常州分公司,常州,,否,云汀纸业
云汀纸业,云汀,2024年3月5日,否,
石榴渡流量计,石榴渡,,是,
";
const SELLERS: &str = "姓名,岗位,大区\n林越,经理,华东\n周未,销售,华东\n";
const DEALS: &str = "\
编号,客户,产品,销售,立项日期,阶段,金额（万元）,结果,结案时间
A1,云汀纸业,流量计,周未,05/03/2026,报价,12.5,,
A2,云汀纸业常州分公司,网关,周未,,初访,,赢单,2026-06-01 07:30
";

fn all() -> [(&'static str, &'static str); 3] {
    [("商机.csv", DEALS), ("客户2026.csv", CUSTOMERS), ("销售.csv", SELLERS)]
}

#[rstest]
fn rows_become_records_that_point_to_one_another(#[values(sqlite(), postgres())] house: House) {
    let reports = import_texts(&house, MAPPING, &all());
    let names: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
    assert_eq!(names, ["the mapping", "客户2026.csv", "销售.csv", "商机.csv"]);
    assert!(rejected(&reports).is_empty(), "{:?}", rejected(&reports));

    let paper = organization(&house, "客户:云汀纸业");
    assert_eq!(paper.customer_since, Some("2024-03-05".parse::<Day>().unwrap()));
    assert!(organization(&house, "客户:石榴渡流量计").competitor);
    let open = deal(&house, "商机:a1");
    assert_eq!(open.organization_name, "云汀纸业");
    assert_eq!((open.owner_name.as_str(), open.team_name.as_deref()), ("周未", Some("华东")));
    assert_eq!(open.deal.facts.amount.unwrap().to_string(), "CNY 125000.00");
    assert_eq!(open.deal.facts.opened_on.to_string(), "2026-03-05");
    assert_eq!(open.stage.facts.key.as_str(), "quote");
    let won = deal(&house, "商机:a2");
    assert_eq!(won.deal.facts.opened_on.to_string(), "2026-01-01");
    assert_eq!(won.deal.facts.amount, None);
    assert_eq!(won.closure.unwrap().at.to_string(), "2026-05-31T23:30:00Z");
}

#[rstest]
fn a_row_may_point_to_a_row_below_it(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, MAPPING, &all());
    let branch = house.read(|db| {
        let all = organizations::list(db, &Sight::All, &assent_store::PageRequest::default())?;
        let branch = all.rows.iter().find(|one| one.facts.name.as_str() == "云汀纸业常州分公司");
        organizations::relations(db, &Sight::All, &[branch.unwrap().id])
    });
    let shown: Vec<(&str, &str)> =
        branch.iter().map(|one| (one.from_name.as_str(), one.to_name.as_str())).collect();
    assert_eq!(shown, [("云汀纸业常州分公司", "云汀纸业")]);
}

#[rstest]
fn a_second_run_changes_nothing(#[values(sqlite(), postgres())] house: House) {
    let first = import_texts(&house, MAPPING, &all());
    let before = journal_lines(&house).len();
    let second = import_texts(&house, MAPPING, &all());
    let (added, changed, unchanged) = sums(&second);
    assert_eq!((added, changed), (0, 0), "{second:?}");
    let (new, ..) = sums(&first);
    assert_eq!(unchanged, new);
    assert_eq!(journal_lines(&house).len(), before);
}

#[rstest]
fn a_corrected_row_changes_what_it_corrects(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, MAPPING, &all());
    let corrected = CUSTOMERS.replace("石榴渡,,是", "石榴渡,2025年1月1日,是");
    let reports = import_texts(&house, MAPPING, &[("客户.csv", &corrected)]);
    assert_eq!(sums(&reports), (0, 1, 3), "{reports:?}");
    assert!(organization(&house, "客户:石榴渡流量计").customer_since.is_some());
}

#[rstest]
fn what_a_file_does_not_know_stays(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, MAPPING, &all());
    let less = "客户名称,城市,首单日期,竞争对手,上级单位\n云汀纸业,,,否,\n";
    let reports = import_texts(&house, MAPPING, &[("客户.csv", less)]);
    assert_eq!(sums(&reports), (0, 0, 2), "{reports:?}");
    assert_eq!(organization(&house, "客户:云汀纸业").city.unwrap().as_str(), "云汀");
}

/// The customer of an address book, its people and their bosses.
const PEOPLE: &str = r#"
name = "book"
[[file]]
name = "people.csv"
[[file.record]]
type = "organization"
key = "org:{company}"
name = "{company}"
city = "{city}"
[[file.record]]
type = "person"
key = "person:{email}"
name = "{name}"
email = "{email}"
phone = "{phone}"
organization = "org:{company}"
title = "{title}"
[[file.record]]
type = "reporting_line"
when = { boss = true }
person = "person:{email}"
reports_to = "person:{boss}"
"#;

const BOOK: &str = "\
name,email,phone,company,city,title,boss
Ada Brindle,ada@quenby.example,+44 1632 960001,Quenby Hollow,Quenby,Buyer,eve@quenby.example
王芳,wang@quenby.example,,Quenby Hollow,Elsewhere,Engineer,ada@quenby.example
Eve Marlow,eve@quenby.example,,Quenby Hollow,Quenby,Director,
Ada Brindle-Marlow,ADA@quenby.example,,Quenby Hollow,Quenby,Head buyer,
";

#[rstest]
fn of_rows_that_describe_the_same_the_first_holds(#[values(sqlite(), postgres())] house: House) {
    let reports = import_texts(&house, PEOPLE, &[("people.csv", BOOK)]);
    assert_eq!(reports[0].records["organization"].added, 1);
    assert_eq!(person(&house, "person:ada@quenby.example").facts.name.as_str(), "Ada Brindle");
    // The first row had to wait for Eve, but it comes first all the same.
    assert_eq!(organization(&house, "org:quenby_hollow").city.unwrap().as_str(), "Quenby");
    let before = journal_lines(&house).len();
    let again = import_texts(&house, PEOPLE, &[("people.csv", BOOK)]);
    assert_eq!(journal_lines(&house).len(), before);
    assert_eq!(again[0].repeated, 1);
}

#[rstest]
fn bosses_may_stand_below(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, PEOPLE, &[("people.csv", BOOK)]);
    let wang = person(&house, "person:wang@quenby.example").id;
    let jobs = house.read(|db| people::employments(db, &Sight::All, &[wang], &[]));
    assert_eq!(jobs[0].reports_to_name.as_deref(), Some("Ada Brindle"));
}

#[rstest]
fn what_was_imported_is_found_and_in_the_feed(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, PEOPLE, &[("people.csv", BOOK)]);
    let found = house.read(|db| search::find(db, &Sight::All, "person", "wangf", 5));
    assert_eq!(found[0].title, "王芳");
    let feed = journal_lines(&house);
    let count = |operation: &str| feed.iter().filter(|one| one.operation == operation).count();
    assert_eq!((count("create_person"), count("create_employment")), (3, 3));
    let id = person(&house, "person:wang@quenby.example").id.uuid();
    assert!(feed.iter().any(|one| one.operation == "create_person" && one.record == id));
}

#[rstest]
fn what_happened_can_be_imported_and_counts_as_evidence(
    #[values(sqlite(), postgres())] house: House,
) {
    import_texts(&house, MAPPING, &all());
    let mapping = r#"
name = "calls"
[[file]]
name = "calls.csv"
[[file.record]]
type = "person"
key = "buyer:{who}"
name = "{who}"
organization = "客户:云汀纸业"
[[file.record]]
type = "stakeholder"
opportunity = "商机:{deal}"
person = "buyer:{who}"
role = "decision_maker"
[[file.record]]
type = "interaction"
opportunity = "商机:{deal}"
date = { value = "{when}", format = "YYYY/M/D h:mm" }
kind = "call"
direction = "out"
result = { value = "{outcome}", map = { reached = "answered", voicemail = "no_answer" } }
people = ["buyer:{who}"]
by = "人:{seller}"
signs = [{ when = { sign = true }, person = "buyer:{who}", kind = "{sign}" }]
words = "{note}"
"#;
    let calls = "\
deal,who,seller,when,outcome,sign,note
A1,许明,周未,2026/4/1 9:30,voicemail,,
A1,许明,周未,2026/4/7 9:30,reached,stated_problem,月末报表总是晚
";
    let reports = import_texts(&house, mapping, &[("calls.csv", calls)]);
    assert!(rejected(&reports).is_empty(), "{:?}", reports[0].rejected);
    let id = deal(&house, "商机:a1").deal.id;
    let believed = house.read(|db| beliefs::of_deals(db, &[id]));
    assert_eq!(believed.len(), 1);
    assert_eq!(believed[0].evidence_count, 2);
    let before = journal_lines(&house).len();
    import_texts(&house, mapping, &[("calls.csv", calls)]);
    assert_eq!(journal_lines(&house).len(), before);
}

#[rstest]
fn letters_of_another_encoding_are_read(#[values(sqlite(), postgres())] house: House) {
    let (gbk, _, _) = encoding_rs::GBK.encode(CUSTOMERS);
    let mapping =
        MAPPING.replace("name = \"客户*.csv\"", "name = \"客户*.csv\"\nencoding = \"gbk\"");
    let (_folder, paths) = files(&[("客户.csv", gbk.as_ref())]);
    let reports = import(&house, &mapping, &paths);
    assert_eq!(sums(&reports), (4, 0, 0), "{reports:?}");
    assert_eq!(organization(&house, "客户:云汀纸业").name.as_str(), "云汀纸业");
}

#[rstest]
fn users_land_in_their_teams(#[values(sqlite(), postgres())] house: House) {
    import_texts(&house, MAPPING, &all());
    let all = house.read(users::all);
    let shown: Vec<(String, &str, &str)> = all
        .iter()
        .map(|one| {
            (
                one.user.facts.name.to_string(),
                one.user.facts.role.as_str(),
                one.user.facts.scope.as_str(),
            )
        })
        .collect();
    assert!(shown.contains(&("林越".to_owned(), "manager", "team")), "{shown:?}");
    assert!(shown.contains(&("周未".to_owned(), "rep", "own")), "{shown:?}");
    assert!(all.iter().all(|one| one.team_name.as_deref() == Some("华东")));
}
