//! `bin/bench model`: does the model hold what it promises, on people simulated from its own priors, and
//! what is it worth on real data, where the files are at hand?
//!
//! Simulation proves the machinery and not the world: nobody knows how people truly stood. What is
//! measured here is summarised in `docs/statistics/simulation.md`, and the false alarms go into the
//! library (`crates/assent-inference/measured.toml`).

mod alarms;
mod bosses;
mod charts;
mod learning;
mod long_run;
mod people;
mod real_data;
mod recovery;
mod rules;
mod scipy;
mod sellers;
mod stories;
mod table;

use std::path::PathBuf;

use assent_inference::{DEFAULT_PRIORS, Model, Priors};

use table::Table;

/// Simulates people from the shipped priors and measures what the model makes of their records.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// People simulated for what is recovered of them
    #[arg(long, default_value_t = 2_000)]
    people: usize,
    /// Deals simulated for the false alarms
    #[arg(long, default_value_t = alarms::DEALS)]
    deals: u64,
    /// Sellers of each sort simulated for their completeness
    #[arg(long, default_value_t = 20)]
    sellers: u64,
    /// Dealings simulated for learning
    #[arg(long, default_value_t = 1_000)]
    dealings: usize,
    /// What chance begins with
    #[arg(long, default_value_t = 11)]
    seed: u64,
    /// Measures these parts alone
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// A Python with scipy, for the comparison
    #[arg(long, default_value = "python3")]
    python: PathBuf,
    /// Leaves the 10 million pieces of evidence out, which take half a minute
    #[arg(long)]
    without_long_run: bool,
    /// The folder of public data sets
    #[arg(long, env = "ASSENT_DATASETS", default_value = "../shared/data")]
    datasets: PathBuf,
    /// The program that evaluates them
    #[arg(long, default_value = "target/release/assent")]
    program: PathBuf,
    /// Writes the measured false alarms into the library's data file
    #[arg(long, requires = "date")]
    write: Option<PathBuf>,
    /// The day to write there
    #[arg(long)]
    date: Option<String>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// What is recovered of people
    People,
    /// The stall chart
    Charts,
    /// Small stories
    Stories,
    /// Scipy, beside
    Scipy,
    /// 10 million pieces of evidence
    LongRun,
    /// How completely sellers record
    Completeness,
    /// What is learned of figures that are not those of the priors
    Learning,
    /// How often alarms are false
    Alarms,
    /// Forecasts on real event logs and tables
    RealData,
    /// Bosses among the strongest ties of real mails
    Bosses,
}

impl Options {
    fn wants(&self, part: Part) -> bool {
        let skipped = part == Part::LongRun && self.without_long_run;
        !skipped && (self.only.is_empty() || self.only.contains(&part))
    }
}

pub(crate) fn measure(options: &Options) -> anyhow::Result<()> {
    let priors = Priors::parse(DEFAULT_PRIORS)?;
    let model = Model::new(&priors);
    println!("Priors {}, seed {}.\n", model.version(), options.seed);
    let mut missed = 0;
    let mut show = |table: Table| {
        println!("{table}");
        missed += table.missed();
    };
    let places =
        real_data::Places { program: options.program.clone(), datasets: options.datasets.clone() };
    if options.wants(Part::RealData) {
        for table in real_data::measure(&places)? {
            show(table);
        }
    }
    if options.wants(Part::Bosses) {
        show(bosses::measure(&model, &options.datasets)?);
    }
    if options.wants(Part::People) {
        show(recovery::measure(&model, options.people, options.seed)?);
    }
    if options.wants(Part::Charts) {
        show(charts::measure(&model, options.seed)?);
    }
    if options.wants(Part::Stories) {
        show(stories::measure(&model)?);
    }
    if options.wants(Part::Scipy) {
        show(scipy::measure(&model, &options.python)?);
    }
    if options.wants(Part::LongRun) {
        show(long_run::measure(&model)?);
    }
    if options.wants(Part::Completeness) {
        show(sellers::measure(&model, options.sellers, options.seed)?);
    }
    if options.wants(Part::Learning) {
        show(learning::measure(&model, options.dealings, options.seed)?);
    }
    if options.wants(Part::Alarms) {
        let (table, measured) = alarms::measure(&model, options.deals, options.seed)?;
        show(table);
        if let Some(file) = &options.write {
            let date = options.date.as_deref().unwrap_or_default();
            std::fs::write(file, measured.replace("DATE", date))?;
        }
    }
    Ok(())
}
