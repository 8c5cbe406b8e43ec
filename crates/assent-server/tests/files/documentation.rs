//! The examples in the documentation work as they stand there.

use assent_server::operations::import::Mapping;
use assent_testing::sqlite;

use crate::given::{import_texts, load, rejected, repository};

/// The first block of code in this language.
fn block(page: &str, language: &str) -> String {
    let text = repository(page);
    let (_, from) = text.split_once(&format!("```{language}\n")).unwrap();
    from.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_worked_example_of_record_files_loads() {
    let house = sqlite();
    let report = load(&house, &block("docs/records.md", "jsonl"));
    assert!(report.rejected.is_empty(), "{:#?}", report.rejected);
    assert_eq!(report.added, 11);
}

#[test]
fn the_example_mapping_reads_its_file() {
    let house = sqlite();
    let customers = "id,company,land,first name,last name,e-mail,position\n\
                     7,Vellgate Glass,DE,Maren,Inkpen,maren@vellgate.example,Buyer\n";
    let mapping = block("docs/import.md", "toml");
    let reports = import_texts(&house, &mapping, &[("customers.csv", customers)]);
    assert!(rejected(&reports).is_empty(), "{:?}", rejected(&reports));
}

#[test]
fn the_mapping_of_the_public_files_is_well_formed() {
    Mapping::parse(&repository("examples/maven_crm.toml")).unwrap();
}

/// Every type, field and word that a file may use is on the page that describes it.
#[test]
fn the_page_on_record_files_names_every_type_and_field() {
    let page = repository("docs/records.md");
    for kind in assent_domain::record_file::types() {
        assert!(page.contains(kind), "{kind}");
        for field in assent_domain::record_file::fields(kind).unwrap() {
            assert!(page.contains(field), "{kind}: {field}");
        }
    }
    let model = &crate::given::MODEL;
    let known = assent_domain::evidence::kinds(model).map(str::to_owned);
    let signs = model.signs().map(|(_, sign)| sign.name.clone());
    for word in known.chain(signs) {
        assert!(page.contains(&word), "{word}");
    }
}
