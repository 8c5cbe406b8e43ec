//! Importing: what is at fault is named, and does no harm.

use assent_server::operations::import::{ImportFault, Mapping, Rejected, write_rejected};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

use crate::given::{
    files, import, import_texts, journal_lines, organization, rejected, sums, try_import,
};

const MAPPING: &str = r#"
name = "shop"

[[record]]
type = "organization"
key = "house"
name = "House"
ours = true

[[file]]
name = "sellers.csv"
[[file.record]]
type = "person"
key = "seller:{name}"
name = "{name}"
organization = "house"

[[file]]
name = "deals.csv"
[[file.record]]
type = "organization"
key = "org:{account}"
name = "{account}"
[[file.record]]
type = "opportunity"
key = "deal:{id}"
name = "{product} {id}"
organization = "org:{account}"
owner = "seller:{seller}"
date = "{opened}"
amount = { value = "{value}", currency = "USD" }
[[file.record]]
type = "closure"
when = { outcome = true }
opportunity = "deal:{id}"
outcome = "{outcome}"
date = "{closed}"
"#;

const SELLERS: &str = "name\nAda\nBen\n";
const DEALS: &str = "\
id,account,product,seller,opened,value,outcome,closed
1,Ostervale,Gauge,Ada,2026-01-05,1054,won,2026-03-01
2,Brindlemere,Gauge,Ada,2026-01-06,\"2,048.50\",,
3,Fennwick,Valve,Ben,2026-02-01,,lost,2026-04-01
4,Quenby,Valve,Ben,2026-02-02,77,,
5,Marrowmere,Gauge,Ada,2026-02-03,78,,
";

fn spoiled() -> String {
    DEALS
        .replace("2,048.50", "a lot")
        .replace("Valve,Ben,2026-02-01", "Valve,Nobody,2026-02-01")
        .replace("78,,", "78,abandoned,2026-03-03")
}

fn mended(rejected: &[Rejected]) -> String {
    let mut bytes = Vec::new();
    write_rejected(rejected, &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, rows) = text.split_once('\n').unwrap();
    let rows = rows
        .replace("a lot", "2048.5")
        .replace("Valve,Nobody", "Valve,Ben")
        .replace("78,abandoned", "78,no_decision");
    format!("{head}\n{rows}")
}

#[rstest]
fn spoiled_rows_are_named_and_the_rest_land(#[values(sqlite(), postgres())] house: House) {
    let texts = [("sellers.csv", SELLERS), ("deals.csv", &spoiled())];
    let reports = import_texts(&house, MAPPING, &texts);
    assert_eq!(
        rejected(&reports),
        ["deals.csv:3 value", "deals.csv:4 seller", "deals.csv:6 outcome"]
    );
    let deals = &reports[2];
    assert_eq!((deals.rows, deals.records["opportunity"].added), (5, 2));
    // A row is taken as a whole or not at all, so its account is not there either.
    for key in ["org:brindlemere", "org:fennwick", "org:marrowmere"] {
        let missing =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| organization(&house, key)));
        assert!(missing.is_err(), "{key}");
    }
    let reasons: Vec<&str> = deals.rejected.iter().map(|row| row.reason.as_str()).collect();
    assert!(reasons[0].contains("a lot"), "{reasons:?}");
    assert!(reasons[1].contains("seller:nobody"), "{reasons:?}");
    assert!(reasons[2].contains("no_decision"), "{reasons:?}");
}

#[rstest]
fn rejected_rows_land_once_they_are_mended(#[values(sqlite(), postgres())] house: House) {
    let texts = [("sellers.csv", SELLERS), ("deals.csv", &spoiled())];
    let reports = import_texts(&house, MAPPING, &texts);
    let mended = mended(&reports[2].rejected);
    let second = import_texts(&house, MAPPING, &[("rejected.csv", &mended)]);
    assert!(rejected(&second).is_empty(), "{:?}", rejected(&second));
    assert_eq!(second[1].records["opportunity"].added, 3);
    let before = journal_lines(&house).len();
    let correct = [("sellers.csv", SELLERS), ("deals.csv", DEALS)];
    // The mended row says how the last deal ended, the original that it is open.
    let third = import_texts(&house, MAPPING, &correct);
    let (added, changed, _) = sums(&third);
    assert_eq!((added, changed), (0, 0), "{third:?}");
    assert_eq!(journal_lines(&house).len(), before);
}

#[rstest]
fn a_row_that_stays_spoiled_keeps_its_first_place(#[values(sqlite(), postgres())] house: House) {
    let texts = [("sellers.csv", SELLERS), ("deals.csv", &spoiled())];
    let reports = import_texts(&house, MAPPING, &texts);
    let mut bytes = Vec::new();
    write_rejected(&reports[2].rejected, &mut bytes).unwrap();
    let (_folder, paths) = files(&[("again.csv", &bytes)]);
    let again = import(&house, MAPPING, &paths);
    assert_eq!(rejected(&again), rejected(&reports));
    assert_eq!(again[1].rejected, reports[2].rejected);
}

/// What can only be told while writing (here: a name to sign in with that is taken) undoes its row
/// and no other.
#[rstest]
fn a_fault_that_shows_while_writing_undoes_its_row_alone(
    #[values(sqlite(), postgres())] house: House,
) {
    let mapping = r#"
name = "staff"
[[record]]
type = "organization"
key = "house"
name = "House"
ours = true
[[file]]
name = "staff.csv"
[[file.record]]
type = "person"
key = "staff:{name}"
name = "{name}"
organization = "house"
[[file.record]]
type = "user"
person = "staff:{name}"
role = "rep"
scope = "own"
email = "{mail}"
"#;
    let staff = "name,mail\nAda,a@x.example\nBen,a@x.example\nCleo,c@x.example\n";
    let reports = import_texts(&house, mapping, &[("staff.csv", staff)]);
    assert_eq!(rejected(&reports), ["staff.csv:3 mail"]);
    assert_eq!(reports[1].records["person"].added, 2);
    assert_eq!(reports[1].records["user"].added, 2);
}

#[rstest]
fn rows_of_another_length_are_no_rows_and_keep_their_surplus(
    #[values(sqlite(), postgres())] house: House,
) {
    let texts = [("sellers.csv", "name\nAda\nBen,surplus\n\n , \n")];
    let reports = import_texts(&house, MAPPING, &texts);
    assert_eq!(rejected(&reports), ["sellers.csv:3 row"]);
    let mut bytes = Vec::new();
    write_rejected(&reports[1].rejected, &mut bytes).unwrap();
    assert!(String::from_utf8(bytes).unwrap().ends_with("Ben,surplus\n"));
}

#[rstest]
#[case("name = \"shop\"", "name = 7", 2, "name", "must be a text")]
#[case("type = \"person\"", "type = \"persona\"", 13, "file.record.type", "organization_relation")]
#[case(
    "name = \"{name}\"",
    "nmae = \"{name}\"",
    15,
    "file.record(person).nmae",
    "organization, title"
)]
#[case("{product} {id}", "{product} {id", 27, "file.record(opportunity).name", "brace")]
#[case(
    "currency = \"USD\"",
    "currency = \"Dollar\"",
    31,
    "amount.currency",
    "three capital letters"
)]
#[case("currency = \"USD\"", "currency = \"USD\", unit = 1", 31, "amount.unit", "times")]
#[case("outcome = true", "outcome = 1", 34, "when", "true (filled)")]
#[case("\"{opened}\"", "{ value = \"{opened}\", format = \"MM/YYYY\" }", 30, "date.format", "DD")]
#[case("\"{closed}\"", "{ value = \"{closed}\", times = 10 }", 37, "date", "no meaning")]
fn a_fault_of_the_mapping_is_named_by_line_and_key(
    #[case] right: &str,
    #[case] wrong: &str,
    #[case] line: usize,
    #[case] key: &str,
    #[case] words: &str,
) {
    let text = MAPPING.replacen(right, wrong, 1);
    assert_ne!(text, MAPPING);
    let faults = Mapping::parse(&text).unwrap_err();
    let fault = &faults[0];
    assert_eq!(fault.line, line, "{faults:?}");
    assert!(fault.key.contains(key) && fault.message.contains(words), "{faults:?}");
}

#[rstest]
fn a_column_that_is_not_there_is_named_before_anything_is_written(
    #[values(sqlite(), postgres())] house: House,
) {
    let (_folder, paths) =
        files(&[("sellers.csv", SELLERS.as_bytes()), ("deals.csv", b"id,account\n1,x\n")]);
    let Err(ImportFault::Mapping(fault)) = try_import(&house, MAPPING, &paths) else {
        panic!("a mapping without its columns does for the file")
    };
    assert_eq!(fault.line, 31);
    assert!(fault.message.contains("“value”") && fault.message.contains("id, account"));
}

#[rstest]
fn a_record_that_lacks_a_field_is_the_mappings_fault(#[values(sqlite(), postgres())] house: House) {
    let mapping = MAPPING.replace("owner = \"seller:{seller}\"\n", "");
    let (_folder, paths) = files(&[("deals.csv", DEALS.as_bytes())]);
    let Err(ImportFault::Mapping(fault)) = try_import(&house, &mapping, &paths) else {
        panic!("a deal without an owner")
    };
    assert_eq!(fault.line, 24);
    assert!(fault.message.contains("“owner”"), "{fault}");
}

/// Only the last row shows that the mapping says too little, when thousands are in already.
#[rstest]
fn a_file_that_breaks_off_leaves_nothing_of_itself(#[values(sqlite(), postgres())] house: House) {
    let mapping = r#"
name = "book"
[[file]]
name = "people.csv"
[[file.record]]
type = "person"
key = "person:{name}"
name = "{name}"
[[file.record]]
when = { last = true }
type = "person"
key = "person:last:{name}"
"#;
    let rows: Vec<String> = (0..5_000).map(|row| format!("Person {row},")).collect();
    let text = format!("name,last\n{}\nZoe,yes\n", rows.join("\n"));
    let (_folder, paths) = files(&[("people.csv", text.as_bytes())]);
    let fault = try_import(&house, mapping, &paths).unwrap_err();
    assert!(matches!(fault, ImportFault::Mapping(fault) if fault.message.contains("name")));
    assert_eq!(journal_lines(&house).len(), 0);
}

#[rstest]
fn a_file_that_the_mapping_does_not_know_is_named(#[values(sqlite(), postgres())] house: House) {
    let (_folder, paths) = files(&[("orders.csv", b"a,b\n1,2\n")]);
    let fault = try_import(&house, MAPPING, &paths).unwrap_err();
    assert!(matches!(fault, ImportFault::Unmapped(name) if name == "orders.csv"));
}

#[rstest]
fn a_row_of_which_does_not_hold_what_is_expected_is_rejected(
    #[values(sqlite(), postgres())] house: House,
) {
    let expect =
        "name = \"deals.csv\"\nexpect = { outcome = [\"\", \"won\", \"lost\"], id = true }";
    let mapping = MAPPING.replace("name = \"deals.csv\"", expect);
    let deals = DEALS.replace("lost,2026", "lots,2026").replace("\n5,", "\n,");
    let texts = [("sellers.csv", SELLERS), ("deals.csv", &deals)];
    let reports = import_texts(&house, &mapping, &texts);
    assert_eq!(rejected(&reports), ["deals.csv:4 outcome", "deals.csv:6 id"]);
    let reasons: Vec<&str> =
        reports.iter().flat_map(|one| &one.rejected).map(|row| row.reason.as_str()).collect();
    assert_eq!(reasons, ["“lots” is not one of: nothing, won, lost", "is empty"]);
}
