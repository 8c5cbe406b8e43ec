//! The mapping of `examples/maven_crm.toml`, tried on the public files it was written for, where
//! they are at hand.

use std::path::{Path, PathBuf};

use assent_domain::opportunity::DealState;
use assent_domain::permission::Sight;
use assent_store::opportunities::{self, Filter};
use assent_store::{PageRequest, users};
use assent_testing::{House, postgres, sqlite};
use rstest::rstest;

use crate::given::{deal, import, journal_lines, repository, sums};

/// The files, in no helpful order.
fn maven() -> Option<Vec<PathBuf>> {
    let datasets = std::env::var_os("ASSENT_DATASETS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let folder = datasets.join("maven_crm");
    if !folder.is_dir() {
        eprintln!("SKIPPED: no {}; say with ASSENT_DATASETS where it is", folder.display());
        return None;
    }
    let names = ["sales_pipeline.csv", "sales_teams.csv", "products.csv", "accounts.csv"];
    Some(names.map(|name| folder.join(name)).to_vec())
}

fn count(house: &House, state: Option<DealState>) -> i64 {
    let filter = Filter { state, ..Filter::default() };
    let request = PageRequest { rows: 1, count: true, ..PageRequest::default() };
    let page = house.read(|db| opportunities::list(db, &Sight::All, &filter, &request));
    page.total.unwrap()
}

/// Counts are those that the publisher gives.
#[rstest]
fn the_maven_files_come_in_and_a_second_run_adds_nothing(
    #[values(sqlite(), postgres())] house: House,
) {
    let Some(paths) = maven() else { return };
    let mapping = repository("examples/maven_crm.toml");
    let reports = import(&house, &mapping, &paths);
    assert!(reports.iter().all(|report| report.rejected.is_empty()), "{reports:?}");
    let [_, accounts, products, teams, deals] = &reports[..] else { panic!("{reports:?}") };
    assert_eq!(accounts.records["organization"].added, 85);
    assert_eq!(products.records["product"].added, 7);
    assert_eq!(teams.records["user"].added, 35 + 6);
    assert_eq!(deals.records["opportunity"].added, 8_800);
    assert_eq!(count(&house, None), 8_800);
    assert_eq!(count(&house, Some(DealState::Won)), 4_238);
    assert_eq!(count(&house, Some(DealState::Lost)), 2_473);
    assert_eq!(house.read(users::teams).len(), 6);
    let one = deal(&house, "deal:z063oyw0");
    assert_eq!(one.product_name.as_deref(), Some("GTX Pro"));
    assert_eq!(one.deal.facts.amount.unwrap().to_string(), "USD 4514.00");
    assert_eq!(one.stage.facts.key.as_str(), "order");
    assert_eq!(one.team_name.as_deref(), Some("Central · Melvin Marxen"));

    let before = journal_lines(&house).len();
    let (added, changed, unchanged) = sums(&import(&house, &mapping, &paths));
    assert_eq!((added, changed), (0, 0));
    assert_eq!(unchanged, sums(&reports).0);
    assert_eq!(journal_lines(&house).len(), before);
}
