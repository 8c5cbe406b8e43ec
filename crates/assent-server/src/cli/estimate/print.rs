//! Estimates as text for people and as JSON for programs.

use std::fmt::Write as _;

use assent_domain::account::{Account, AccountLine, Target};
use assent_domain::evidence::{Title, TitleCode};
use assent_domain::reading::Reading;
use serde_json::{Value, json};

use super::{DealEstimate, PersonEstimate};

pub(super) fn text(deal: &DealEstimate) -> String {
    let mut out = format!("{} on {}\n", deal.name, deal.day);
    if let Some(gap) = &deal.gap {
        let flag = if gap.flagged { "  ⚑ our stage is ahead of the buyers" } else { "" };
        let _ = writeln!(
            out,
            "our stage “{}” presumes {}; the buyers' middle is {}; {} that we are ahead{flag}",
            deal.stage,
            gap.recorded,
            gap.buyers_median.name(),
            percent(gap.p_ahead),
        );
    }
    for person in &deal.people {
        let _ = write!(out, "\n{}, {}\n", person.name, person.role);
        match (&person.reading, &person.account) {
            (Some(reading), Some(account)) => {
                push_reading(&mut out, reading);
                push_account(&mut out, account);
            }
            _ => out.push_str("  nothing recorded yet\n"),
        }
    }
    out
}

fn push_reading(out: &mut String, reading: &Reading) {
    let named = reading.named_stage.map_or("not sure yet", |stage| stage.name());
    let _ = writeln!(
        out,
        "  {named} {}; middle {}; avoids us {}; blocked {}",
        percent(reading.p_named),
        reading.median_stage.name(),
        percent(reading.avoids),
        percent(reading.blocked),
    );
    let stages =
        reading.stages.iter().map(|one| format!("{} {}", one.stage.name(), percent(one.p)));
    let _ = writeln!(out, "  stages      {}", stages.collect::<Vec<_>>().join(" · "));
    for (name, levels) in [
        ("cognition ", &reading.factors.C),
        ("psychology", &reading.factors.P),
        ("behaviour ", &reading.factors.B),
    ] {
        let levels = levels.iter().map(|p| percent(*p));
        let _ = writeln!(out, "  {name}  {}", levels.collect::<Vec<_>>().join(" · "));
    }
}

fn push_account(out: &mut String, account: &Account) {
    let _ = writeln!(out, "  why {}: {}", target(account.target), percent(account.probability));
    let _ = writeln!(out, "    {:>8.1}  start", account.start_points);
    for line in &account.lines {
        let _ = writeln!(out, "    {:>+8.1}  {}", line.points, line_words(line));
    }
    let quiet = account.quiet_points;
    let _ = writeln!(out, "    {quiet:>+8.1}  {:.0} quiet days", account.quiet_days);
    let _ = writeln!(out, "    {:>8.1}  now", account.total_points);
    if let Some(strongest) = account.strongest
        && let Some(line) = account.lines.get(strongest.line)
    {
        let without = percent(strongest.probability_without);
        let _ = writeln!(out, "    without “{}”: {without}", title(&line.title));
    }
}

fn line_words(line: &AccountLine) -> String {
    let day = line.at.date();
    let until = line.until.map(|until| format!(" to {}", until.date())).unwrap_or_default();
    let count = if line.count > 1 { format!("{} × ", line.count) } else { String::new() };
    let assumed = if line.assumed { " (assumed)" } else { "" };
    let words = line.title.words.as_deref().map(|words| format!(": {words}")).unwrap_or_default();
    format!("{day}{until}  {count}{}{words}{assumed}", title(&line.title))
}

fn title(title: &Title) -> String {
    let plain = |word: &Option<String>| word.as_deref().unwrap_or_default().replace('_', " ");
    match title.code {
        TitleCode::Reply => format!("{}, {}", plain(&title.action), plain(&title.reply)),
        TitleCode::Question => format!("{}, open", plain(&title.action)),
        TitleCode::Sign => plain(&title.sign),
        other => other.as_str().replace('_', " "),
    }
}

fn target(target: Target) -> String {
    match target {
        Target::StageOrFurther(stage) => format!("“{}” or further", stage.name()),
        Target::AvoidsUs => "“avoids us”".to_owned(),
        Target::Blocked => "“blocked”".to_owned(),
    }
}

fn percent(p: f64) -> String {
    format!("{:.0} %", 100.0 * p)
}

pub(super) fn json(deal: &DealEstimate) -> Value {
    json!({
        "opportunity": deal.name,
        "as_of": deal.day,
        "stage": deal.stage,
        "gap": deal.gap,
        "people": deal.people.iter().map(person).collect::<Vec<_>>(),
    })
}

fn person(person: &PersonEstimate) -> Value {
    json!({
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "reading": person.reading,
        "explanation": person.account.as_ref().map(explanation),
    })
}

fn explanation(account: &Account) -> Value {
    let line = |line: &AccountLine| {
        json!({
            "at": line.at,
            "until": line.until,
            "count": line.count,
            "title": line.title,
            "source": line.source,
            "assumed": line.assumed,
            "points": line.points,
        })
    };
    json!({
        "target": account.target.as_str(),
        "start_points": account.start_points,
        "lines": account.lines.iter().map(line).collect::<Vec<_>>(),
        "quiet_points": account.quiet_points,
        "total_points": account.total_points,
        "probability": account.probability,
        "probability_without_strongest": account.strongest.map(|one| one.probability_without),
    })
}
