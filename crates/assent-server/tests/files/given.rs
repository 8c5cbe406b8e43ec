//! A house with files on its desk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use assent_domain::ids::{AuditId, OpportunityId};
use assent_domain::opportunity::OpportunityFacts;
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::Sight;
use assent_domain::person::PersonFacts;
use assent_domain::time::StoppedClock;
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use assent_server::app::App;
use assent_server::model_in_force::Base;
use assent_server::operations::import::{Import, ImportFault, Mapping, Rejected, Report};
use assent_server::operations::load::{self, load_records};
use assent_server::operations::{Actor, Refusal, pipelines};
use assent_store::journal::{self, Change, FeedCursor};
use assent_store::opportunities::Opportunity;
use assent_store::{Stored, opportunities, record};
use assent_testing::{House, eventually};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap()));

/// The program in this house.
pub(crate) fn app(house: &House) -> App {
    let clock = Arc::new(StoppedClock::at(house.now()));
    let base = Base { text: DEFAULT_PRIORS.into(), model: Arc::new(MODEL.clone()) };
    App::new(house.store().clone(), base, clock, StdRng::seed_from_u64(7))
}

/// Loads a record file.
pub(crate) fn load(house: &House, text: &str) -> load::Report {
    house.pass_seconds(60);
    let mut act = app(house).act(Actor::House);
    let loaded = house.try_write(|db| -> Result<_, Refusal> {
        pipelines::ensure_default(db, &mut act)?;
        load_records(db, &mut act, text, |_| {})
    });
    loaded.unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// Files in a folder of their own.
pub(crate) fn files(files: &[(&str, &[u8])]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let write = |(name, bytes): &(&str, &[u8])| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let paths = files.iter().map(write).collect();
    (folder, paths)
}

/// Imports files.
pub(crate) fn try_import(
    house: &House,
    mapping: &str,
    paths: &[PathBuf],
) -> Result<Vec<Report>, ImportFault> {
    house.pass_seconds(60);
    let app = app(house);
    let mapping = Mapping::parse(mapping).unwrap_or_else(|faults| panic!("{faults:?}"));
    let mut import = Import::open(mapping, paths)?;
    let mut reports = Vec::new();
    for file in 0..import.files() {
        let mut act = app.act(Actor::House);
        reports.push(house.try_write(|db| -> Result<_, ImportFault> {
            pipelines::ensure_default(db, &mut act)?;
            import.take(db, &mut act, file, |_, _| {})
        })?);
    }
    Ok(reports)
}

/// Imports files, which must go well but for single rows.
pub(crate) fn import(house: &House, mapping: &str, paths: &[PathBuf]) -> Vec<Report> {
    try_import(house, mapping, paths).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Imports texts as files, likewise.
pub(crate) fn import_texts(house: &House, mapping: &str, texts: &[(&str, &str)]) -> Vec<Report> {
    let bytes: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let (_folder, paths) = files(&bytes);
    import(house, mapping, &paths)
}

/// Records that are new, changed and as before.
pub(crate) fn sums(reports: &[Report]) -> (usize, usize, usize) {
    let tallies = reports.iter().flat_map(|report| report.records.values());
    tallies.fold((0, 0, 0), |(added, changed, unchanged), tally| {
        (added + tally.added, changed + tally.changed, unchanged + tally.unchanged)
    })
}

/// The rejected rows, as `file:line field`.
pub(crate) fn rejected(reports: &[Report]) -> Vec<String> {
    let rows = reports.iter().flat_map(|report| &report.rejected);
    let show = |row: &Rejected| format!("{}:{} {}", row.file, row.line, row.field);
    rows.map(show).collect()
}

/// Every line of the journal so far: as long as there are no more, nothing was written.
pub(crate) fn journal_lines(house: &House) -> Vec<Change> {
    // On PostgreSQL a line shows once no transaction that began before it is open on the server, so
    // a mark is waited for, before which everything else must show.
    let mark: Uuid = house.mint::<AuditId>().into();
    house.write(|db| {
        let line = journal::Entry {
            at: house.now(),
            user: None,
            operation: "mark",
            noun: "mark",
            record: mark,
            opportunity: None,
            people: &[],
            owner: None,
            team: None,
            detail: None,
        };
        journal::record(db, &line)
    });
    let (all, start) = (Sight::All, FeedCursor::default());
    let mut lines = eventually("the journal to settle", || {
        let lines = house.read(|db| journal::changes(db, &all, &all, start, 1_000_000));
        lines.iter().any(|line| line.record == mark).then_some(lines)
    });
    lines.retain(|line| line.noun != "mark");
    lines
}

/// The organization with this key.
pub(crate) fn organization(house: &House, key: &str) -> OrganizationFacts {
    found::<OrganizationFacts>(house, key).facts
}

/// The person with this key.
pub(crate) fn person(
    house: &House,
    key: &str,
) -> Stored<<PersonFacts as assent_store::Record>::Id, PersonFacts> {
    found::<PersonFacts>(house, key)
}

/// The deal with this key.
pub(crate) fn deal(house: &House, key: &str) -> Opportunity {
    let id: OpportunityId = found::<OpportunityFacts>(house, key).id;
    house.read(|db| opportunities::one(db, &Sight::All, id)).unwrap()
}

#[track_caller]
fn found<F: assent_store::Record>(house: &House, key: &str) -> Stored<F::Id, F> {
    let found = house.read(|db| record::find_by_key::<F>(db, key));
    found.unwrap_or_else(|| panic!("nothing has the key “{key}”"))
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
