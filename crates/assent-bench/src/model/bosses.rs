//! Real mails: is a person's boss among the five to whom the model says they are tied most strongly?
//!
//! The mails of a manufacturing company of 2010, and who reported to whom (Michalski, Harvard Dataverse,
//! doi 10.7910/DVN/6Z3CGX); not in this repository. Each mail counts as a contact, with strength and
//! half-life of the priors as they are: nothing is fitted. Beside it stands a rule that knows no time:
//! the mean `√(sent · received)`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use assent_inference::Model;
use jiff::civil::DateTime;

use super::table::{Estimate, Table};

/// Of how many ties the boss should be one.
const STRONGEST: f64 = 5.0;
/// How often the rule was found to be right by whoever measured it first, to whom equal ties all came
/// after the boss.
const KNOWN: f64 = 0.48;

type Ties = BTreeMap<u32, BTreeMap<u32, f64>>;

/// Who wrote to whom, how many days before the last mail.
struct Mail {
    from: u32,
    to: u32,
    age_days: f64,
}

pub(crate) fn measure(model: &Model, datasets: &Path) -> anyhow::Result<Table> {
    let mut table =
        Table::new("Mails of a company: the boss among a person's five strongest ties.");
    let folder = datasets.join("manufacturing_email");
    if !folder.exists() {
        table.tell("mails", format!("**NOT MEASURED**: {} is absent", folder.display()));
        return Ok(table);
    }
    let mails = mails(&folder.join("communication.csv"))?;
    let rule = by_rule(&mails);
    let ours = by_model(model, &mails)?;
    let answered = |person: &u32| rule.get(person).is_some_and(|ties| !ties.is_empty());
    let bosses = bosses(&folder.join("reportsto.csv"))?;
    let asked: Vec<_> = bosses.into_iter().filter(|(person, _)| answered(person)).collect();
    let share = |ties: &Ties| Estimate::mean(asked.iter().map(|pair| is_among(ties, *pair)));
    let (own, other) = (share(&ours), share(&rule));
    table.tell("people with a boss who were answered by somebody", asked.len());
    table.tell("√(sent · received), in this run", other);
    let wanted = format!("≥ {:.3}", KNOWN.max(other.value));
    table.want("the model's ties", own, wanted, || own.value >= KNOWN.max(other.value));
    let more = |pair: &(u32, u32)| is_among(&ours, *pair) - is_among(&rule, *pair);
    table.tell("how much more often, person by person", Estimate::mean(asked.iter().map(more)));
    Ok(table)
}

/// How likely somebody is among the strongest ties of a person, where equal ones are drawn by lot.
fn is_among(ties: &Ties, (person, boss): (u32, u32)) -> f64 {
    let none = BTreeMap::new();
    let all = ties.get(&person).unwrap_or(&none);
    let Some(own) = all.get(&boss) else { return 0.0 };
    let stronger = all.values().filter(|tie| *tie > own).count() as f64;
    let equal = all.values().filter(|tie| *tie == own).count() as f64;
    ((STRONGEST - stronger) / equal).clamp(0.0, 1.0)
}

/// Strengths as the model has them.
fn by_model(model: &Model, mails: &[Mail]) -> anyhow::Result<Ties> {
    let kind = model.acquaintance("met").context("the priors lack contacts")?;
    let prior = model.acquaintance_prior(kind);
    let mut ages: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
    for mail in mails {
        for ends in [(mail.from, mail.to), (mail.to, mail.from)] {
            ages.entry(ends).or_default().push(mail.age_days);
        }
    }
    let mut ties = Ties::new();
    for ((one, other), ages) in ages {
        if let Some(age) = prior.age_of(ages) {
            ties.entry(one).or_default().insert(other, prior.strength(age));
        }
    }
    Ok(ties)
}

/// The geometric mean of mails sent and received; nobody without either.
fn by_rule(mails: &[Mail]) -> Ties {
    let mut counts: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    mails.iter().for_each(|mail| *counts.entry((mail.from, mail.to)).or_default() += 1.0);
    let mut ties = Ties::new();
    for ((one, other), sent) in &counts {
        if let Some(received) = counts.get(&(*other, *one)) {
            ties.entry(*one).or_default().insert(*other, (sent * received).sqrt());
        }
    }
    ties
}

fn mails(file: &Path) -> anyhow::Result<Vec<Mail>> {
    let rows = rows(file, ';', |fields| {
        let [from, to, day] = fields else { return None };
        Some((from.parse().ok()?, to.parse().ok()?, day.parse::<DateTime>().ok()?))
    })?;
    let last = rows.iter().map(|(.., day)| *day).max().context("there are no mails")?;
    // Nobody is tied to themselves.
    let others = rows.into_iter().filter(|(from, to, _): &(u32, u32, _)| from != to);
    let mail = |(from, to, day): (u32, u32, DateTime)| Mail {
        from,
        to,
        age_days: last.duration_since(day).as_secs_f64() / 86_400.0,
    };
    Ok(others.map(mail).collect())
}

/// Who reports to whom; whoever is at the top, to themselves, is left out.
fn bosses(file: &Path) -> anyhow::Result<BTreeSet<(u32, u32)>> {
    let rows = rows(file, ',', |fields| {
        let [person, boss] = fields else { return None };
        Some((person.parse().ok()?, boss.parse().ok()?))
    })?;
    Ok(rows.into_iter().filter(|(person, boss): &(u32, u32)| person != boss).collect())
}

/// The rows of a file below its heading, each read from its fields.
fn rows<T>(
    file: &Path,
    delimiter: char,
    read: impl Fn(&[&str]) -> Option<T>,
) -> anyhow::Result<Vec<T>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let row = |(at, line): (usize, &str)| {
        let fields: Vec<&str> = line.trim().split(delimiter).collect();
        read(&fields).with_context(|| format!("{}, line {}: {line}", file.display(), at + 1))
    };
    text.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty()).map(row).collect()
}
